"""Long tables: a row per pair of answers, or a row per answer."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Codes, Ints
from kano_cli.errors import KanoError, listed, shortened, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.beside import with_columns_of_people
from kano_cli.readers.layouts.read import Read, check_answers, refuse_other_side, without_empty_rows
from kano_cli.readers.layouts.roles import ANSWER_ROLES, check_roles
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.kano_columns import readings_of, scale_in_force
from kano_cli.readers.questions.rated_columns import without_ratings
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL, named_sides
from kano_cli.readers.questions.values import Reading, is_missing, spoken_languages
from kano_cli.study.responses import Feature, Responses
from kano_cli.study.words import name_key, unique_ids

_SIDES = (FUNCTIONAL, DYSFUNCTIONAL)


def read_long(table: Table, roles: Mapping[str, Column], options: ReadOptions) -> Read:
    """The responses in a long table: a row per respondent, however the rows are ordered.

    Raises:
        KanoError: for an answer that is not on the scale or belongs to nobody, or a respondent
            with two answers to the same question.
    """
    questions = without_ratings(table, options.questionnaire)
    by_index = {r.column.index: r for r in readings_of(questions, scale_in_force(options))}
    check_roles(questions, roles, ("feature", "respondent"))
    features, place = long_features(table, roles["feature"], options)
    for reading in [by_index[roles[role].index] for role in ANSWER_ROLES if role in roles]:
        refuse_homeless(table, reading, place < 0, "names no feature")
    if FUNCTIONAL in roles and DYSFUNCTIONAL in roles:
        check_roles(questions, roles, _SIDES)
        readings = [by_index[roles[side].index] for side in _SIDES]
        rows = [place >= 0, place >= 0]
    else:
        check_roles(questions, roles, ("side", "answer"))
        readings = [by_index[roles["answer"].index]] * 2
        sides = _sides(table, roles, readings[0])
        rows = [(place >= 0) & (sides == number) for number in range(2)]
    findings = check_answers(table, list(dict.fromkeys(readings)), options)
    for reading, side, its in zip(readings, _SIDES, rows, strict=True):
        refuse_other_side(table, reading, side, its)
    respondent = roles.get("respondent")
    whose = _anonymous(place) if respondent is None else _named(table, respondent, place)
    people = int(whose.max(initial=-1)) + 1
    if respondent is None:
        findings.append(Finding("K112", {"count": people}))
    shape = (people, len(features))
    coded = [
        _grid(table, reading.codes(side), whose, place, np.flatnonzero(its), shape)
        for reading, side, its in zip(readings, _SIDES, rows, strict=True)
    ]
    responses = Responses(features, coded[0], coded[1])
    responses, more = with_columns_of_people(table, responses, whose, place, options)
    spoken = tuple(spoken_languages(readings))
    return without_empty_rows(Read(responses, spoken, {}, (*findings, *more)))


def refuse_homeless(table: Table, reading: Reading, rows: npt.NDArray[np.bool_], why: str) -> None:
    """Refuse an answer in one of `rows` (N,): it would be left out in silence.

    Raises:
        KanoError: with the first such row.
    """
    filled = ~np.array(reading.missing, dtype=np.bool_)[reading.column.codes]
    if (filled & rows).any():
        raise KanoError(
            f"the row holds an answer and {why}",
            table.row_place(int((filled & rows).argmax())),
            "fill the cell in; a merged cell has its text in the first row only",
        )


def long_features(
    table: Table, column: Column, options: ReadOptions
) -> tuple[tuple[Feature, ...], Ints]:
    """The features of a long table, and for each row which one it is about; -1 for none.

    Raises:
        KanoError: if there are none, or others than those of the questionnaire.
    """
    # Not is_missing: a feature may be called NA or NS.
    names = [value for value in column.values if name_key(value)]
    if not names:
        raise KanoError("names no feature", table.column_place(column), "fill in the column")
    if options.questionnaire and options.questionnaire.features:
        features = options.questionnaire.features
        order = {name_key(key): at for at, f in enumerate(features) for key in (f.id, f.name)}
        _check_asked(table, column, names, features, order)
    else:
        shown: dict[str, str] = {}
        for name in names:
            shown.setdefault(name_key(name), visible(name))
        order = {key: at for at, key in enumerate(shown)}
        titles = list(shown.values())
        ids = unique_ids(titles)
        features = tuple(Feature(i, name) for i, name in zip(ids, titles, strict=True))
    lookup = [order.get(name_key(value), -1) for value in column.values]
    return features, np.array(lookup, dtype=np.int64)[column.codes]


def _check_asked(
    table: Table,
    column: Column,
    names: Sequence[str],
    asked: Sequence[Feature],
    order: Mapping[str, int],
) -> None:
    """Refuse features that the questionnaire does not know, or that the table does not have."""
    strange = [name for name in names if name_key(name) not in order]
    if strange:
        raise KanoError(
            f"the questionnaire does not know {listed(strange)}",
            table.column_place(column),
            f"it has {listed([feature.name for feature in asked])}",
        )
    there = {order[name_key(name)] for name in names}
    absent = [feature.name for at, feature in enumerate(asked) if at not in there]
    if absent:
        raise KanoError(
            f"there are no answers to {listed(absent)}",
            table.column_place(column),
            "remove the feature from the questionnaire, or complete the file",
        )


def _sides(table: Table, roles: Mapping[str, Column], reading: Reading) -> Codes:
    """For each row 0 for the functional question and 1 for the dysfunctional; -1 for blank."""
    if "respondent" not in roles:
        raise KanoError(
            "has a row per answer and no column that says whose it is",
            table.name,
            "add a column respondent",
        )
    column = roles["side"]
    numbers = []
    for at, value in enumerate(column.values):
        found = {named.side for named in named_sides(value)} & set(_SIDES)
        if is_missing(value):
            numbers.append(-1)
        elif len(found) == 1:
            numbers.append(_SIDES.index(found.pop()))
        else:
            raise KanoError(
                f'"{shortened(value)}" does not say which of the two questions it is',
                table.cell_place(column.first_row(at), column),
                "write functional or dysfunctional",
            )
    sides = np.array(numbers, dtype=np.int8)[column.codes]
    refuse_homeless(table, reading, sides < 0, "does not say which of the two questions it is")
    return sides


def _anonymous(place: Ints) -> Ints:
    """Without respondents: each row is the next answer to its feature; -1 where it has none."""
    whose = np.full(len(place), -1, np.int64)
    for feature in np.unique(place[place >= 0]):
        at = np.flatnonzero(place == feature)
        whose[at] = np.arange(len(at))
    return whose


def _named(table: Table, column: Column, place: Ints) -> Ints:
    """The respondent of each row, counted from 0; a row with a feature must have one."""
    named = np.array([bool(name_key(value)) for value in column.values], dtype=np.bool_)
    nobody = ~named[column.codes] & (place >= 0)
    if nobody.any():
        row = int(nobody.argmax())
        raise KanoError(
            "the row does not say who answered",
            table.cell_place(row, column),
            "fill the cell in; a merged cell has its text in the first row only",
        )
    order = np.cumsum(named) - 1
    return np.where(named, order, -1)[column.codes].astype(np.int64)


def _grid(
    table: Table, answers: Codes, whose: Ints, place: Ints, at: Ints, shape: tuple[int, int]
) -> Codes:
    """The answers of the rows `at` as int8 (N, F); two answers in one cell are refused."""
    grid = np.zeros(shape, np.int8)
    cells = whose[at] * shape[1] + place[at]
    _, first, counts = np.unique(cells, return_index=True, return_counts=True)
    if (counts > 1).any():
        one, again = np.flatnonzero(cells == cells[first[np.argmax(counts > 1)]])[:2]
        earlier = table.row_number(int(at[one]))
        raise KanoError(
            f"the same respondent answers the same question in {table.unit} {earlier} already",
            table.row_place(int(at[again])),
            "remove one of the two rows",
        )
    grid[whose[at], place[at]] = answers[at]
    return grid
