"""When people answered, where a column of the file says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kano_cli.core.result import UNDATED
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.platforms.platform import Platform
from kano_cli.readers.questions.days import Span, span_of
from kano_cli.study.language import languages
from kano_cli.study.words import name_key, normal


@dataclass(frozen=True)
class Dates:
    """The first and the last day on which somebody answered; `undated` says why not, if not."""

    answered_from: date | None = None
    answered_until: date | None = None
    undated: str = ""


@cache
def _names() -> frozenset[str]:
    """What a column of days is called, in every language."""
    return frozenset().union(*(each.answered | each.started for each in languages()))


def date_columns(header: Sequence[str], platform: Platform | None = None) -> set[int]:
    """The places in a header row that are called like a day of answering, counted from 0."""
    own = platform.answered if platform else ()
    return {
        at for at, cell in enumerate(header) if normal(cell) in own or name_key(cell) in _names()
    }


def dates_of(tables: Sequence[Table], platform: Platform | None = None) -> Dates:
    """The days on which the people in these rows answered, as the file writes them.

    The first column that can be read counts, the survey tool's own before others, and the end of
    an interview before its start. Rows that were taken out of a table do not count. No time zone
    is applied: at the edges it may be the day before or after.
    """
    reasons = []
    for table in tables:
        for column, own in _candidates(table, platform):
            found = span_of(
                column.values,
                month_first=bool(own and platform and platform.month_first),
                day_first=_day_first(column),
            )
            if isinstance(found, Span):
                return Dates(found.first, found.last)
            if found:
                reasons.append(found)
    return Dates(undated=reasons[0] if reasons else UNDATED[0])


def _candidates(table: Table, platform: Platform | None) -> Iterator[tuple[Column, bool]]:
    """The columns that may say it, the best first, and whether they are the survey tool's own."""
    columns = [column for column in table.columns if not column.open] + list(table.dated)
    for name in platform.answered if platform else ():
        for column in columns:
            if name in (normal(column.code), normal(column.header)):
                yield column, True
    for kind in ("answered", "started"):
        names = frozenset().union(*(getattr(language, kind) for language in languages()))
        for column in columns:
            if {name_key(column.code), name_key(column.header)} & names:
                yield column, False


def _day_first(column: Column) -> str:
    """The signs that stand in days of day, month, year only, in the language of its name."""
    names = {name_key(column.code), name_key(column.header)}
    return "".join(each.day_first for each in languages() if names & each.answered)
