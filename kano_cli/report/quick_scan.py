"""The page of the quick scan: the themes with the lowest score first, and where to begin."""

from collections.abc import Iterator

from kano_cli.errors import visible
from kano_cli.journey.emotion import LEAST
from kano_cli.journey.quick_scan.score import ScanResult, ThemeScore
from kano_cli.report.numbers import DASH, count, decimal, level
from kano_cli.report.page import SEPARATOR
from kano_cli.report.sample_size import SizePage, SizeRow, SizeTable
from kano_cli.report.words import Words

BAR, SHORT_BAR = 20, 10
"""How many signs a score of 100 is long; and where there is little room."""

FULL, REST = "■", "·"
FIRST = 3
"""How many of the lowest statements are shown."""


def scan_page(result: ScanResult, file: str, words: Words, size: int = BAR) -> SizePage:
    """The themes with a bar each, the lowest statements, and what to know about them.

    `size` is how many signs a bar of 100 is long.
    """

    def say(key: str, **facts: object) -> str:
        return words("quick_scan", key, **facts)

    people = words("headline", "respondents", count=result.people)
    head = [visible(file), people, say("aim", level=level(result.confidence))]
    rows = [_row(each, size) for each in result.themes]
    if result.overall is not None:
        mean, interval = result.overall.mean.mean, result.overall.interval
        rows.append(
            SizeRow(
                (
                    *(say("overall"), bar(mean, size), decimal(mean, 0), spread(interval)),
                    *(count(result.overall_people), ""),
                )
            )
        )
    columns = ("theme", "bar", "score", "interval", "people", "blanks")
    headings = tuple(say(f"{key}_column") for key in columns)
    tables = [SizeTable("", headings, tuple(rows), left=2, total=result.overall is not None)]
    lowest = result.lowest[:FIRST]
    if lowest:
        headings = (say("statement_column"), say("score_column"), say("people_column"))
        first = tuple(
            SizeRow((each.statement.text, decimal(each.mean or 0.0, 0), count(each.answered)))
            for each in lowest
        )
        tables.append(SizeTable(say("lowest"), headings, first, left=1))
    return SizePage(SEPARATOR.join(head), tuple(tables), tuple(_notes(result, words)))


def _row(each: ThemeScore, size: int) -> SizeRow:
    """A theme; dashes where too few people stand behind it."""
    name, people, blanks = each.theme.name, count(each.people), count(each.blanks)
    if each.score is None:
        return SizeRow((name, "", DASH, DASH, people, blanks))
    mean = each.score.mean.mean
    return SizeRow(
        (name, bar(mean, size), decimal(mean, 0), spread(each.score.interval), people, blanks)
    )


def bar(score: float, size: int = BAR) -> str:
    """A score from 0 to 100 as a bar.

    >>> bar(25)
    '■■■■■···············'
    """
    full = round(size * score / 100)
    return FULL * full + REST * (size - full)


def spread(interval: tuple[float, float]) -> str:
    """Both ends of an interval.

    >>> spread((41.6, 58.2))
    '42 – 58'
    """
    return f" {DASH} ".join(decimal(end, 0) for end in interval)


def _notes(result: ScanResult, words: Words) -> Iterator[str]:
    """What the numbers are, and what they rest on."""

    def say(key: str, **facts: object) -> str:
        return words("quick_scan", key, **facts)

    yield say("scored")
    if any(each.score for each in result.themes):
        yield say("interval_note", level=level(result.confidence))
    yield say("own")
    if any(each.score is None for each in result.themes):
        yield say("few", least=count(LEAST))
    if result.missing:
        yield say("missing", count=len(result.missing), ids=", ".join(result.missing))
    if result.empty:
        yield say("empty", count=result.empty)
