"""Every column of a file, and what it was taken for."""

from collections.abc import Iterator, Sequence

from kano_cli.errors import visible
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.inspection.proposed import Proposal
from kano_cli.readers.inspection.record import InspectedColumn, Role
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.roles import long_roles, respondent_columns
from kano_cli.readers.opened import Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked, find_column
from kano_cli.readers.questions.importance import asks_importance, ratings_only
from kano_cli.readers.questions.kano_columns import readings_of, scale_in_force
from kano_cli.readers.questions.left_over import left_out_questions
from kano_cli.readers.questions.values import Reading, is_missing, negation_words

_GROUPS = 12
"""A column with more different texts than this splits a survey into no groups."""


def place_of(column: Column, table: Table, opened: Opened) -> str:
    """A column by its letter or name; on one of two sheets as a spreadsheet refers to it."""
    return column.letter if len(opened.tables) == 1 else f"{table.sheet}!{column.letter}"


def column_roles(
    opened: Opened, options: ReadOptions, asked: Sequence[Asked], guess: Proposal
) -> tuple[InspectedColumn, ...]:
    """Every column of the tables with its role.

    Args:
        opened: the file.
        options: what the user says of it.
        asked: the columns of each feature, where they were found.
        guess: what a refused file suggests.
    """
    return tuple(
        column
        for at, table in enumerate(opened.tables)
        for column in _columns(opened, table, options, asked, guess, first=at == 0)
    )


def _columns(
    opened: Opened,
    table: Table,
    options: ReadOptions,
    asked: Sequence[Asked],
    guess: Proposal,
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
        features[pair.functional.index] = Role.FUNCTIONAL, visible(pair.name)
        features[pair.dysfunctional.index] = Role.DYSFUNCTIONAL, visible(pair.name)
    doubtful = Role.UNPAIRED if guess.known else Role.LIKELY
    for reading in guess.readings:
        features.setdefault(reading.column.index, (doubtful, ""))
    named = {} if asked or guess.readings else _named_roles(table)
    people = _of_people(table, options)
    readings = readings_of(table, scale_in_force(options))
    used = [column for column in table.columns if column.index in features]
    lost = left_out_questions(readings, used, negation_words([])) if asked else []
    for reading in readings:
        column = reading.column
        role, feature = features.get(column.index, (None, ""))
        role = role or named.get(column.index) or people.get(column.index)
        role = role or (Role.LEFT_OUT if column in lost else _role(reading))
        different = len({value for value in column.values if not is_missing(value)})
        yield InspectedColumn(
            place_of(column, table, opened),
            visible(column.header),
            role,
            table.rows if column.open else _filled(reading),
            None if column.open else different,
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
    """The columns that the questionnaire names, and those that say who answered."""
    roles = {column.index: Role.RESPONDENT for column in respondent_columns(table)}
    asked = options.questionnaire
    if asked is None:
        return roles
    named = [
        (asked.respondent, Role.RESPONDENT, "respondent"),
        (asked.weight, Role.WEIGHT, "weight"),
    ]
    named += [(name, Role.SEGMENT, "segments") for name in asked.segments]
    for name, role, key in named:
        if name:
            roles[find_column(table, name, asked.places.get(key, asked.file)).index] = role
    return roles


def _role(reading: Reading) -> Role:
    """What a column is that nothing else names."""
    column = reading.column
    if column.metadata:
        return Role.METADATA
    if reading.blank:
        return Role.BLANK
    if not column.open and asks_importance(column) and ratings_only(column):
        return Role.IMPORTANCE
    different = len({value for value in column.values if not is_missing(value)})
    few = not column.open and 1 < different <= _GROUPS and different < _filled(reading)
    return Role.POSSIBLE_SEGMENT if few else Role.TEXT


def _filled(reading: Reading) -> int:
    """Rows in which something stands."""
    return sum(n for n, missing in zip(reading.counts, reading.missing, strict=True) if not missing)
