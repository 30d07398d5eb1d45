"""The inner loop of a large file: the cells of a part of it as small numbers."""

import csv
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Protocol, TypeAlias

import numpy as np

from kano_cli.readers.files.delimited import STRAY, Dialect
from kano_cli.readers.files.parts import Part, part_text
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import RowCodes
from kano_cli.readers.files.widths import Widths

MANY = 40
"""A column with more different texts than this is free text, unless somebody asks for it."""

BYTE = 256
"""The columns with few texts share one dictionary, of at most this size."""

_BLOCK = 20_000
_PRINTED = "!"
"""The first character that prints: a cell below it is blank or begins with a space."""

Texts: TypeAlias = Sequence[str]


@dataclass(frozen=True)
class Plan:
    """How every part of a file is encoded: how wide a row is, and which columns are kept.

    `few` are the columns with few different texts, which share one dictionary; those in `many`
    have one each. Of those in `days` only so many characters are kept as hold a day.
    """

    source: Source
    dialect: Dialect
    quoted: bool
    width: int
    header: tuple[str, ...]
    few: tuple[int, ...]
    many: tuple[int, ...]
    days: tuple[tuple[int, int], ...] = ()


@dataclass
class Encoded:
    """The columns of a part: for each its texts and a code per row.

    `opened` names columns of few texts that turned out to hold many, and `torn` says that a
    record cannot be read; then nothing else counts. `narrow` and `pieces` are those of `Widths`.
    """

    rows: int = 0
    columns: tuple[tuple[Texts, RowCodes], ...] = ()
    opened: tuple[int, ...] = ()
    torn: bool = False
    narrow: int = 0
    pieces: int = 0


class _Places(dict[str, int]):
    """Gives each new text the next number."""

    def __missing__(self, text: str) -> int:
        self[text] = place = len(self)
        return place


def encode(plan: Plan, part: Part) -> Encoded:
    """The kept columns of one part."""
    skip = part.skip_records + (0 if part.begin else plan.dialect.skip)
    mark = plan.dialect.delimiter
    with part_text(plan.source, plan.dialect.encoding, part) as text:
        # Without a quote in the file a record is a line, and cutting it needs no parser.
        rows = (
            csv.reader(text, delimiter=mark, strict=True)
            if plan.quoted
            else (line.rstrip("\r\n").split(mark) for line in text)
        )
        try:
            return _encode_rows(plan, islice(rows, skip, None))
        except csv.Error:
            return Encoded(torn=True)


def _encode_rows(plan: Plan, records: Iterable[list[str]]) -> Encoded:
    """The records as codes; a blank one is no row."""
    places, width, widths = _Places(), plan.width, Widths(plan.header)
    own = [(_Places(), array("L")) for _ in plan.many]
    days = [(at, size, _Places(), array("L")) for at, size in plan.days]
    pick = _picker(plan.few)
    number = places.__getitem__
    block = bytearray()
    blocks: list[bytes] = []
    rows = blank = 0
    for row in records:
        if len(row) != width:
            if widths.too_wide(row):
                return Encoded(torn=True)
            widths.note(row, rows + blank)
            row = row[:width] + [""] * (width - len(row))  # noqa: PLW2901  # the same row
        if row[0] < _PRINTED and not any(cell.strip(STRAY) for cell in row):
            blank += 1
            continue
        try:
            block.extend(map(number, pick(row)))
        except ValueError:  # more different texts than a byte can tell apart
            return Encoded(opened=_widest([*blocks, bytes(block)], plan.few))
        for index, (texts, codes) in zip(plan.many, own, strict=True):
            codes.append(texts[row[index]])
        for index, size, texts, codes in days:
            codes.append(texts[row[index][:size]])
        rows += 1
        if rows % _BLOCK == 0:
            blocks.append(bytes(block))
            block.clear()
    blocks.append(bytes(block))
    codes_of = np.frombuffer(b"".join(blocks), np.uint8).reshape(rows, len(plan.few)).T
    shared = [text.strip(STRAY) for text in places]
    columns: list[tuple[Texts, RowCodes]] = [
        (shared, np.ascontiguousarray(codes)) for codes in codes_of
    ]
    own += [(texts, codes) for _, _, texts, codes in days]
    for texts, long_codes in own:
        columns.append(([text.strip(STRAY) for text in texts], np.array(long_codes, np.uint32)))
    return Encoded(rows, tuple(columns), narrow=widths.narrow, pieces=widths.pieces)


class _Picker(Protocol):
    """Takes some cells out of a row."""

    def __call__(self, row: list[str], /) -> Iterable[str]:
        """The cells."""


def _picker(columns: tuple[int, ...]) -> _Picker:
    """Takes these cells out of a row, always as several."""
    if len(columns) > 1:
        several: _Picker = itemgetter(*columns)
        return several
    begin, end = (columns[0], columns[0] + 1) if columns else (0, 0)
    one_or_none: _Picker = itemgetter(slice(begin, end))
    return one_or_none


def _widest(blocks: Sequence[bytes], few: tuple[int, ...]) -> tuple[int, ...]:
    """The columns with the most different texts: those over the limit, or else the first."""
    joined = b"".join(blocks)
    whole = len(joined) // len(few) * len(few)
    table = np.frombuffer(joined[:whole], np.uint8).reshape(-1, len(few))
    spread = [len(np.unique(column)) for column in table.T]
    limit = min(MANY, max(spread) - 1)
    return tuple(index for index, texts in zip(few, spread, strict=True) if texts > limit)
