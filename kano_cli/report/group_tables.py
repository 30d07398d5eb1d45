"""The numbers under a comparison: how Better and Worse differ, and every test."""

from dataclasses import dataclass

from kano_cli.comparison.record import GroupComparison
from kano_cli.errors import visible
from kano_cli.report.numbers import DASH, count, decimal, level, p_value, signed
from kano_cli.report.words import Words


@dataclass(frozen=True)
class PlainTable:
    """Numbers under a title; the first `left` columns hold words."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int


def differences(comparison: GroupComparison, words: Words) -> PlainTable | None:
    """How Better and Worse differ, with intervals; of many groups only where answers differ."""
    groups, many = comparison.groups, len(comparison.groups) > 2
    rows = []
    for feature in comparison.features:
        for place, each in enumerate(feature.differences if feature.differs or not many else ()):
            told = (
                signed(each.better),
                _ends(each.better_interval, words),
                signed(each.worse),
                _ends(each.worse_interval, words),
            )
            name = visible(feature.name) if not place else ""
            of = (visible(groups[each.group].name),) if many else ()
            rows.append((name, *of, *told))
    if not rows:
        return None
    key = comparison.kind.value if many else "two"
    names = {"one": visible(groups[0].name), "two": visible(groups[1].name)}
    title = words("compare", f"differences_{key}", **names)
    own = (words("compare", f"group_{comparison.kind}"),) if many else ()
    interval = words("compare", "interval", level=level(comparison.settings.confidence))
    heads = (words("column", "better"), interval, words("column", "worse"), interval)
    return PlainTable(title, (words("column", "feature"), *own, *heads), tuple(rows), 1 + many)


def _ends(interval: tuple[float, float], words: Words) -> str:
    """Both ends of an interval."""
    if interval[0] != interval[0]:
        return DASH
    return words("compare", "ends", low=signed(interval[0]), high=signed(interval[1]))


def tests_table(comparison: GroupComparison, words: Words) -> PlainTable:
    """The test of each feature, number by number."""
    heads = ["χ²", "df", "n", "min E", "p"]
    if comparison.shuffled:
        heads.append(words("compare", "p_shuffled"))
    rows = []
    for feature in comparison.features:
        test = feature.test
        shuffled = (p_value(test.permutation_p),) if comparison.shuffled else ()
        rows.append(
            (
                visible(feature.name),
                decimal(test.chi2),
                count(test.df) if test.df else DASH,
                count(test.n) if isinstance(test.n, int) else decimal(test.n, 1),
                decimal(test.smallest_expected, 1),
                p_value(test.asymptotic_p),
                *shuffled,
                p_value(feature.adjusted_p),
            )
        )
    headings = (words("column", "feature"), *heads, words("compare", "p_adjusted"))
    return PlainTable(words("compare", "tests"), headings, tuple(rows), 1)
