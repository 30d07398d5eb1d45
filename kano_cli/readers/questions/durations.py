"""How long each respondent took, where a column of the file says so."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from kano_cli.errors import visible
from kano_cli.readers.files.table import Table
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.language import languages
from kano_cli.study.words import normal

_NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")
_CLOCK = re.compile(r"^(?:(\d+):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)$")


@cache
def _names() -> frozenset[str]:
    """What a column of durations is called, in every language."""
    return frozenset().union(*(language.durations for language in languages()))


def duration_columns(header: Sequence[str]) -> set[int]:
    """The places in a header row that are called like a duration, counted from 0."""
    return {at for at, cell in enumerate(header) if normal(cell) in _names()}


def durations_of(table: Table) -> tuple[npt.NDArray[np.float64] | None, str]:
    """Each row's duration, float64 (N,), NaN where there is none, and the column that says it.

    None without such a column. The unit does not matter, since durations are only compared with
    each other. A column in which most is no duration, such as "5 to 10 minutes", is passed over.
    """
    for column in table.columns:
        if column.open or not {normal(column.header), normal(column.code)} & _names():
            continue
        read = np.array([duration(value) for value in column.values], np.float64)
        filled = np.array([not is_missing(value) for value in column.values], np.bool_)
        known = int((~np.isnan(read))[column.codes].sum())
        if known and 2 * known > int(filled[column.codes].sum()):
            return read[column.codes], visible(column.header)
    return None, ""


def duration(text: str) -> float:
    """The duration in a cell: a number, or a clock time in seconds; NaN where it is neither.

    >>> duration("312"), duration("4,5"), duration("1:02:03"), duration("5 to 10 minutes")
    (312.0, 4.5, 3723.0, nan)
    """
    bare = text.strip()
    if _NUMBER.match(bare):
        return float(bare.replace(",", "."))
    if clock := _CLOCK.match(bare):
        hours, minutes, seconds = clock.groups()
        return 3600.0 * int(hours or 0) + 60.0 * int(minutes) + float(seconds.replace(",", "."))
    return np.nan
