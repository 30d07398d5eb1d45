"""What to know about a column of ratings: blank, outside its scale, no numbers, another scale."""

from collections.abc import Sequence
from pathlib import PurePath

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.errors import shortened, visible
from kano_cli.findings import Fact, Finding, Place
from kano_cli.readers.files.table import Column, Table
from kano_cli.study.ratings import RatingColumn

_SHOWN = 3
"""Texts that a finding shows, and never more: a column named by mistake may hold anything."""

_LONGEST, _MOST_WORDS, _MOST_DIGITS = 30, 4, 4
"""A longer text, or one with more digits, may tell who somebody is."""

_DIFFERENT = 10
"""Of more different texts none is shown: people wrote them themselves."""

_NUMBERS = 5
"""Numbers outside a scale that a finding shows."""

_MANY, _SOME = 30, 5
"""So many ratings must agree before they are said to be on another scale."""

_SMALLER = {10.0: 5.0, 100.0: 10.0}
"""The usual scale below one that ends there."""


def counted(column: Column, places: Ints) -> Ints:
    """How many respondents say each value, int64 (len(values),); `places` is int64 (N,)."""
    return np.bincount(places[places >= 0], minlength=len(column.values)).astype(np.int64)


def unread(
    table: Table, column: Column, counts: Ints, unknown: Sequence[bool], variant: str = "ratings"
) -> list[Finding]:
    """K134, texts that are no rating, or neither yes nor no; only short ones are shown."""
    found = [at for at, strange in enumerate(unknown) if strange and counts[at]]
    if not found:
        return []
    texts = [column.values[at] for at in found]
    few = texts if len(texts) <= _DIFFERENT else []
    shown = tuple(shortened(text) for text in few if _is_harmless(text))[:_SHOWN]
    facts: dict[str, Fact] = {"count": int(counts[found].sum()), "rated": _title(column)}
    if shown:
        facts["texts"] = (*shown, *(["…"] if len(texts) > len(shown) else []))
    facts["variant"] = variant if shown else f"{variant}-hidden"
    facts["cell"] = _cell(table, column, found[0])
    return [Finding("K134", facts, _place(table, column, found[0]))]


def outside(
    table: Table, column: Column, counts: Ints, numbers: Floats, scale: RatingColumn
) -> list[Finding]:
    """K131, ratings outside their scale; `numbers` is float64 (len(values),), NaN for none."""
    strange = (counts > 0) & ~np.isnan(numbers) & ~scale.holds(numbers)
    found = np.flatnonzero(strange).tolist()
    if not found:
        return []
    rows: dict[str, int] = {}
    for at in found:
        text = f"{numbers[at]:g}"
        rows[text] = rows.get(text, 0) + int(counts[at])
    # A number of many digits is no rating, and may be a telephone's.
    ordered = sorted(rows.items(), key=lambda row: (-row[1], row[0]))
    short = [row for row in ordered if sum(map(str.isdigit, row[0])) <= _MOST_DIGITS]
    facts: dict[str, Fact] = {
        "count": int(counts[found].sum()),
        "rated": _title(column),
        "values": tuple(text for text, _ in short[:_NUMBERS]) or ("…",),
        "cell": _cell(table, column, found[0]),
        **_ends(scale),
    }
    return [Finding("K131", facts, _place(table, column, found[0]))]


def of_another_scale(
    table: Table, column: Column, counts: Ints, numbers: Floats, scale: RatingColumn
) -> list[Finding]:
    """K133, ratings that look like per cent, or like those of a smaller scale."""
    given = (counts > 0) & ~np.isnan(numbers)
    if not given.any():
        return []
    n, highest = int(counts[given].sum()), float(numbers[given].max())
    tens = bool((numbers[given] % 10 == 0).all() and numbers[given].min() >= 0)
    smaller = _SMALLER.get(scale.highest)
    if n >= _SOME and tens and scale.highest < highest <= 100:  # per cent
        variant = "percent"
    elif n >= _MANY and smaller is not None and 0 <= numbers[given].min() <= highest <= smaller:
        variant = "smaller"
    else:
        return []
    facts: dict[str, Fact] = {"variant": variant, "rated": _title(column)}
    facts |= {"count": n, "most": f"{highest:g}", **_ends(scale)}
    return [Finding("K133", facts, Place(table.file, table.sheet, None, _name(column)))]


def all_blank(columns: Sequence[Column]) -> list[Finding]:
    """K132, columns in which nobody said anything."""
    names = tuple(dict.fromkeys(_title(column) for column in columns))
    return [Finding("K132", {"names": names})] if names else []


def _is_harmless(text: str) -> bool:
    """Whether a text may be shown: short, a few words, no address and no number of a person."""
    digits = sum(map(str.isdigit, text))
    return (
        len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and "@" not in text
        and digits <= _MOST_DIGITS
    )


def _ends(scale: RatingColumn) -> dict[str, Fact]:
    """Both ends of a scale, as they are read."""
    return {"lowest": f"{scale.lowest:g}", "highest": f"{scale.highest:g}"}


def _title(column: Column) -> str:
    """What a column is called."""
    return shortened(column.header or column.key)


def _name(column: Column) -> str:
    """A column with its letter, as places have it."""
    return f"{column.letter} {visible(_title(column))}"


def _cell(table: Table, column: Column, value: int) -> str:
    """The first cell that holds a value, as short as can be; records are counted."""
    row = column.first_row(value)
    number = table.row_number(row)
    cell = f"{column.letter}{number}" if column.lettered else f"#{number}"
    return f"{PurePath(table.file_of(row)).name} {cell}" if table.file_of else cell


def _place(table: Table, column: Column, value: int) -> Place:
    """The first cell that holds a value; of several files only the column."""
    row = None if table.file_of else table.row_number(column.first_row(value))
    return Place(table.file, table.sheet, row, _name(column))
