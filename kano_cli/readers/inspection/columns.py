"""Every column of a file, and what it was taken for."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress

from kano_cli.errors import KanoError, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.inspection.loose_columns import filled_values, role_by_values
from kano_cli.readers.inspection.proposed import Proposal
from kano_cli.readers.inspection.record import InspectedColumn, Role
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.roles import long_roles, respondent_columns
from kano_cli.readers.opened import Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked, find_column
from kano_cli.readers.questions.kano_columns import readings_of, scale_in_force
from kano_cli.readers.questions.rated_columns import rated_there
from kano_cli.readers.questions.values import Reading
from kano_cli.study.scale import built_in


def place_of(column: Column, table: Table, opened: Opened) -> str:
    """A column by its letter or name; on one of two sheets as a spreadsheet refers to it.

    A name stands here whole: cut, two of them might be the same.
    """
    place = column.letter if column.lettered else f'"{visible(column.key)}"'
    return place if len(opened.tables) == 1 else f"{table.sheet}!{place}"


def readings_under(table: Table, options: ReadOptions) -> list[Reading]:
    """Every column under the scale; where the options contradict the file, under the known words.

    Such a file was refused for it, and is shown all the same.
    """
    try:
        return readings_of(table, scale_in_force(options))
    except KanoError:
        return [Reading(column, built_in()) for column in table.columns]


def column_roles(
    opened: Opened,
    options: ReadOptions,
    asked: Sequence[Asked],
    guess: Proposal,
    findings: Sequence[Finding] = (),
) -> tuple[InspectedColumn, ...]:
    """Every column of the tables with its role.

    Args:
        opened: the file.
        options: what the user says of it.
        asked: the columns of each feature, where they were found.
        guess: what a refused file suggests.
        findings: what was noticed; one of them names the questions that were left out.
    """
    left_out = (finding.facts["names"] for finding in findings if finding.code == "K116")
    lost = {name for names in left_out if isinstance(names, tuple) for name in names}
    return tuple(
        column
        for at, table in enumerate(opened.tables)
        for column in _columns(opened, table, options, asked, guess, lost, first=at == 0)
    )


def _columns(
    opened: Opened,
    table: Table,
    options: ReadOptions,
    asked: Sequence[Asked],
    guess: Proposal,
    lost: Collection[object],
    *,
    first: bool,
) -> Iterator[InspectedColumn]:
    """The columns of one table."""
    features: dict[int, tuple[Role, str]] = {}
    alone = len(opened.tables) == 1
    for entry in asked:
        name = entry.feature.name
        if alone or first:
            features[entry.pair.functional.index] = Role.FUNCTIONAL, name
        if alone or not first:
            features[entry.pair.dysfunctional.index] = Role.DYSFUNCTIONAL, name
        if entry.importance:
            features[entry.importance.index] = Role.IMPORTANCE, name
    for pair in guess.pairs:
        if alone or first:
            features[pair.functional.index] = Role.FUNCTIONAL, visible(pair.name)
        if alone or not first:
            features[pair.dysfunctional.index] = Role.DYSFUNCTIONAL, visible(pair.name)
    doubtful = Role.UNPAIRED if guess.known else Role.LIKELY
    for reading in guess.readings:
        features.setdefault(reading.column.index, (doubtful, ""))
    named = {} if features else _named_roles(table)
    people = _of_people(table, options)
    named |= {at: role for at, role in people.items() if role in (Role.RATING, Role.RECEIVED)}
    readings = readings_under(table, options)
    for reading in readings:
        column = reading.column
        role, feature = features.get(column.index, (None, ""))
        role = role or named.get(column.index) or people.get(column.index)
        header = visible(column.header)
        role = role or (Role.LEFT_OUT if header in lost else role_by_values(reading))
        yield InspectedColumn(
            place_of(column, table, opened),
            header,
            role,
            table.rows if column.open else sum(n for _, n in filled_values(reading)),
            None if column.open else len(filled_values(reading)),
            visible(column.code),
            feature,
        )


def _named_roles(table: Table) -> dict[int, Role]:
    """The roles of columns that say by their names what they hold, as in a long table."""
    known = {
        "feature": Role.FEATURE,
        "side": Role.SIDE,
        "answer": Role.ANSWER,
        "count": Role.COUNT,
        "respondent": Role.RESPONDENT,
        "functional": Role.FUNCTIONAL,
        "dysfunctional": Role.DYSFUNCTIONAL,
        "importance": Role.IMPORTANCE,
    }
    roles = {c.index: known[role] for role, c in long_roles(table).items() if role in known}
    counted = category_roles(table) if not roles else {}
    return roles or {c.index: known.get(role, Role.COUNT) for role, c in counted.items()}


def _of_people(table: Table, options: ReadOptions) -> dict[int, Role]:
    """The columns beside questions that somebody names, and those that say who answered."""
    roles = {column.index: Role.RESPONDENT for column in respondent_columns(table)}
    asked = options.questionnaire
    rated = rated_there(table, asked)
    roles |= {column.index: Role.RECEIVED for column in rated.received.values()}
    roles |= {column.index: Role.RATING for column in rated.ratings.values()}
    if asked is None:
        return roles
    named = [
        (asked.respondent, Role.RESPONDENT, "respondent"),
        (asked.weight, Role.WEIGHT, "weight"),
    ]
    named += [(name, Role.SEGMENT, "segments") for name in asked.segments]
    for name, role, key in named:
        if name:
            # It may be on the other sheet, or nowhere, and then the file was refused for it.
            with suppress(KanoError):
                roles[find_column(table, name, asked.places.get(key, asked.file)).index] = role
    return roles
