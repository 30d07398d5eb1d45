"""Texts as days: in which order a whole column writes day, month and year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kano_cli.readers.files.days import NUMBERS, WORDS
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.language import languages
from kano_cli.study.words import normal, without_accents

_REST = r"(?:$|[T\s,].*$)"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_REST}", re.DOTALL)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d\d){_REST}", re.DOTALL)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:\.|st|nd|rd|th)?[ -]([^\W\d]+)\.?,?[ -](\d{{4}}){_REST}")
_MONTH_DAY = re.compile(rf"([^\W\d]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_REST}")
_SERIAL = re.compile(r"\d{5}(?:\.\d*)?$")
_SPREADSHEET_DAY_ZERO = date(1899, 12, 30)
_SHORT = 3
"""Letters of a month that is cut short: Oct, okt."""

YEARS = range(1990, 2100)
"""Nobody answered in another year: 1980-01-01 is how LimeSurvey says that it kept no time."""


@dataclass(frozen=True)
class Span:
    """The first and the last day of a column."""

    first: date
    last: date


@dataclass(frozen=True)
class _Doubtful:
    """A day whose first two numbers are day and month in either order."""

    one: int
    other: int
    year: int
    sign: str

    def day(self, *, month_first: bool) -> date | None:
        """The day in one of the two orders; None where there is no such day."""
        month, day = (self.one, self.other) if month_first else (self.other, self.one)
        return _day(self.year, month, day)


def span_of(
    texts: Iterable[str], *, month_first: bool = False, day_first: str = ""
) -> Span | str | None:
    """The days of a column, or why they are not known, or None where it holds no days.

    The order is decided over the whole column: a number above 12 proves it.

    Args:
        texts: the different texts of the column.
        month_first: whether the survey tool is known to write 10/5 for October.
        day_first: signs that stand in days of the other order only.

    >>> span_of(["31/10/2026 9:01", "5/11/2026 10:00"]).first.isoformat()
    '2026-10-31'
    >>> span_of(["5/10/2026", "6/10/2026"])
    'ambiguous-dates'
    """
    filled = {text.strip() for text in texts}
    some = False
    for width in (NUMBERS, WORDS):
        cut = {text[:width] for text in filled if text}
        read = [_read(text) for text in cut if not is_missing(text)]
        known = [day for day in read if day is not None]
        some |= bool(known)
        if known and len(known) == len(read):
            return _in_one_order(known, month_first=month_first, day_first=day_first)
    return "unreadable-dates" if some else None


def _in_one_order(days: list[date | _Doubtful], *, month_first: bool, day_first: str) -> Span | str:
    """The first and the last of these days, once it is known which number is the month."""
    sure = [day for day in days if isinstance(day, date)]
    doubtful = [day for day in days if isinstance(day, _Doubtful)]
    if not doubtful:
        return Span(min(sure), max(sure))
    orders = [True] if month_first else [True, False]
    if not month_first and all(day.sign in day_first for day in doubtful):
        orders = [False]
    spans = set()
    for order in orders:
        found = [day.day(month_first=order) for day in doubtful]
        known = [*sure, *(day for day in found if day is not None)]
        if None not in found:
            spans.add(Span(min(known), max(known)))
    if len(spans) == 1:
        return spans.pop()
    return "ambiguous-dates" if spans else "unreadable-dates"


def _read(text: str) -> date | _Doubtful | None:
    """The day at the beginning of a text; None where there is none."""
    if found := _YEAR_FIRST.match(text):
        year, _, month, day = found.groups()
        return _day(int(year), int(month), int(day))
    if found := _YEAR_LAST.match(text):
        one, sign, other, year = found.groups()
        doubtful = _Doubtful(int(one), int(other), _whole_year(year), sign)
        # With points the day comes first wherever days are written so.
        return doubtful.day(month_first=False) if sign == "." else doubtful
    if found := _DAY_MONTH.match(text):
        day, name, year = found.groups()
        return _day(int(year), _months().get(_folded(name), 0), int(day))
    if found := _MONTH_DAY.match(text):
        name, day, year = found.groups()
        return _day(int(year), _months().get(_folded(name), 0), int(day))
    if _SERIAL.match(text):  # the number behind a day in a spreadsheet
        serial = _SPREADSHEET_DAY_ZERO + timedelta(days=int(text[:5]))
        return serial if serial.year in YEARS else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    """A day on which somebody may have answered; None where there is none."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _whole_year(year: str) -> int:
    """A year of two or four digits."""
    return int(year) if len(year) > len("26") else 2000 + int(year)


def _folded(name: str) -> str:
    """The name of a month as it is looked up."""
    return without_accents(normal(name))


@cache
def _months() -> dict[str, int]:
    """The number of each month by its names, whole and cut short."""
    numbers: dict[str, int] = {"mrt": 3, "sept": 9}
    for language in languages():
        for number, name in enumerate(language.months, start=1):
            numbers[_folded(name)] = numbers[_folded(name)[:_SHORT]] = number
    return numbers
