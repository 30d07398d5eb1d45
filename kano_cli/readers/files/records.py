"""What all files of records need: values as a person reads them, and columns as codes."""

import datetime as dt
import decimal
import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kano_cli.errors import KanoError
from kano_cli.readers.files.delimited import STRAY
from kano_cli.readers.files.encode import BYTE
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Column, RowCodes

_EXACT = 1e15
"""Whole floats below this are whole numbers; above it their last digits are noise."""


class Gathered:
    """A column while it is read: its different texts so far, and a code per row in pieces."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._pieces: list[RowCodes] = []

    def __len__(self) -> int:
        """How many different texts there are."""
        return len(self._places)

    def add(self, texts: Iterable[str], codes: npt.NDArray[np.integer]) -> None:
        """Take in more rows; `texts` are in order of first appearance, `codes` index them."""
        places = [self._places.setdefault(text.strip(STRAY), len(self._places)) for text in texts]
        self._pieces.append(np.array(places, self._code)[codes])

    def column(self, index: int, header: str, code: str = "") -> Column:
        """The column of all rows."""
        codes = np.concatenate([np.zeros(0, np.uint8), *self._pieces]).astype(
            self._code, copy=False
        )
        return Column(index, header, tuple(self._places), codes, code=code, lettered=False)

    @property
    def _code(self) -> type[np.unsignedinteger]:
        """The smallest number that tells the texts apart."""
        return np.uint8 if len(self._places) <= BYTE else np.uint32


def open_column(index: int, header: str) -> Column:
    """A column of free text, of which only the name is kept."""
    return Column(index, header, (), np.zeros(0, np.uint8), open=True, lettered=False)


def gathered(texts: Sequence[str]) -> Gathered:
    """A column of these texts, one a row."""
    places: dict[str, int] = {}
    codes = np.array([places.setdefault(text, len(places)) for text in texts], np.uint32)
    column = Gathered()
    column.add(places, codes)
    return column


def cell_text(value: object) -> str:
    """A value as a person reads it; whole numbers have no decimals, and what is missing is blank.

    >>> [cell_text(value) for value in (1.0, 0.5, None, True, "like")]
    ['1', '0.5', '', 'TRUE', 'like']
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return "" if math.isnan(value) else _number_text(value)
    if isinstance(value, decimal.Decimal):
        return format(value.normalize(), "f") if value.is_finite() else ""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _number_text(number: float) -> str:
    """A float without decimals where it is whole."""
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else repr(number)


def missing_library(source: Source, kind: str, library: str) -> KanoError:
    """What to do about a file whose library was not installed."""
    return KanoError(
        f"is {kind}, and reading it needs {library}, which is not installed",
        source.name,
        f"pip install {library}",
    )
