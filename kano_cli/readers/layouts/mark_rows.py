"""The rows of a worksheet with marks: which question of which feature each of them is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from kano_cli.errors import KanoError, shortened
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL, named_sides
from kano_cli.study.language import languages
from kano_cli.study.words import name_key

SIDES = (FUNCTIONAL, DYSFUNCTIONAL)
_STEM = "q"


@dataclass(frozen=True)
class Line:
    """A row that belongs to a feature, counted from 0 below the header."""

    row: int
    feature: str
    side: str


def column_of(index: int, header: str, texts: Sequence[str]) -> Column:
    """A column of these texts."""
    place: dict[str, int] = {}
    codes = [place.setdefault(text, len(place)) for text in texts]
    return Column(index, header, tuple(place), np.array(codes, np.uint32))


def side_of(text: str) -> str:
    """The question that a cell of its own names, such as `with`, `-` or `(f)`; else empty.

    >>> side_of("without"), side_of("f"), side_of("Functional question"), side_of("With gift")
    ('dysfunctional', 'functional', 'functional', '')
    """
    word = text.strip().strip(":")
    alone = {named.side for named in named_sides(f"{_STEM}_{word}") if named.stem == _STEM}
    found = (alone or _question_named(word)) & set(SIDES)
    return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True)
class _Aliases:
    """The names of the columns of long tables, which are those of a worksheet, too."""

    feature: frozenset[str]
    asked: tuple[tuple[str, frozenset[str]], ...]


@cache
def _aliases() -> _Aliases:
    """The names in all languages, as they are compared."""

    def named(role: str) -> frozenset[str]:
        texts = (language.long.get(role, frozenset()) for language in languages())
        return frozenset(name_key(text) for text in frozenset().union(*texts))

    return _Aliases(named("feature"), tuple((side, named(side)) for side in SIDES))


def _question_named(word: str) -> set[str]:
    """The sides whose question is called so, such as `functional question`."""
    return {side for side, names in _aliases().asked if name_key(word) in names}


def lines_of(
    table: Table, labels: Sequence[Column], above: Sequence[Sequence[str]],
    filled: Callable[[int], bool],
) -> tuple[list[Line], Column]:  # fmt: skip
    """The rows of the features, and the column that names the features.

    Args:
        table: the worksheet below its header.
        labels: the columns that stand beside the answers, those on the left first.
        above: the texts over each of these columns, down to the row of the answers.
        filled: whether a row holds anything under the answers.

    Raises:
        KanoError: for a row with marks that does not say what it is about, or a feature that
            has no rows.
    """
    sides = _side_column(table, labels)
    names = _feature_column(table, labels, above, sides)
    return list(_lines(table, names, sides, filled)), names


def _lines(
    table: Table, names: Column, sides: Column, filled: Callable[[int], bool]
) -> Iterator[Line]:
    """The rows that name a side; a feature's name holds for the rows below it, too."""
    feature, waiting = "", -1
    for row, (name, side_text) in enumerate(zip(names.texts(), sides.texts(), strict=True)):
        if name_key(name):
            _refuse_waiting(table, waiting, feature)
            feature, waiting = name, row
        side = side_of(side_text)
        if side and not feature:
            raise KanoError(
                "the row names no feature", table.cell_place(row, names), "fill the cell in"
            )
        if side:
            waiting = -1
            yield Line(row, feature, side)
        elif filled(row):
            text = shortened(side_text)
            raise KanoError(
                f'"{text}" does not say which of the two questions the row is'
                if text
                else "the row holds marks and does not say which of the two questions it is",
                table.cell_place(row, sides),
                "write with or without, or functional or dysfunctional",
            )
    _refuse_waiting(table, waiting, feature)


def _refuse_waiting(table: Table, row: int, feature: str) -> None:
    """Refuse a name without rows: it may be a feature, and would be lost."""
    if row >= 0:
        raise KanoError(
            f'"{shortened(feature)}" has no row that names one of the two questions',
            table.row_place(row),
            "write with and without beside its two rows, or leave the row out",
        )


def _side_column(table: Table, labels: Sequence[Column]) -> Column:
    """The column that holds the most side words."""
    found = [sum(bool(side_of(text)) for text in column.texts()) for column in labels]
    if not any(found):
        raise KanoError(
            "no column says which of the two questions each row is",
            table.name,
            "write with or without in a column beside the rows, and the feature in another",
        )
    return labels[found.index(max(found))]


def _feature_column(
    table: Table, labels: Sequence[Column], above: Sequence[Sequence[str]], sides: Column
) -> Column:
    """The column that names the features: by its own name, or the only one that can be it."""
    holding = [
        (column, texts)
        for column, texts in zip(labels, above, strict=True)
        if column is not sides and any(map(name_key, column.texts()))
    ]
    named = [c for c, texts in holding if {name_key(t) for t in texts} & _aliases().feature]
    worded = [c for c, _ in holding if any(not t.isdecimal() for t in c.texts() if name_key(t))]
    left = [column for column in worded if column.index < sides.index]
    for candidates in (named, left, worded, [column for column, _ in holding]):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            one, other = candidates[:2]
            raise KanoError(
                f"columns {one.letter} and {other.letter} could both hold the names of the "
                "features",
                table.name,
                f'write "feature" over the one that does, in row {table.header_row}',
            )
    raise KanoError(
        "names no feature",
        table.name,
        "write the name of each feature in a column beside its two rows",
    )
