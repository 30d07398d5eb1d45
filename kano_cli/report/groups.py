"""The page of `kano compare`: groups or waves side by side, before any renderer lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.comparison.compared import FDR, HOLM
from kano_cli.comparison.record import ComparedFeature, Group, GroupComparison, Kind
from kano_cli.core.categories import Category
from kano_cli.core.homogeneity import SEED, SHUFFLES
from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.findings import Finding
from kano_cli.report.glyphs import glyph
from kano_cli.report.group_words import Said, said
from kano_cli.report.numbers import (
    DASH,
    certainty,
    count,
    count_range,
    decimal,
    level,
    p_value,
    signed,
)
from kano_cli.report.page import SEPARATOR, FindingLine, left_out, weighted_by
from kano_cli.report.sure import UNDECIDED, category_words, rival
from kano_cli.report.words import Words

ADJUSTED = {HOLM: "Holm", FDR: "Benjamini-Hochberg"}
"""Who described each way to adjust p-values."""

ABOVE = ("K303", "K304", "K305")
"""Findings without which nobody should read the result: they stand above it."""


@dataclass(frozen=True)
class Cell:
    """A feature in one group; `short` is its category in as few signs as can be."""

    category: Category | None
    short: str
    words: str
    sure: str
    answered: str
    undecided: bool


@dataclass(frozen=True)
class GroupRow:
    """One feature in every group, and its test."""

    name: str
    cells: tuple[Cell, ...]
    v: str
    p: str
    differs: bool


@dataclass(frozen=True)
class PlainTable:
    """Numbers under a title; the first `left` columns hold words."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int


@dataclass(frozen=True)
class GroupsPage:
    """What stands above, in and under the table of groups."""

    headline: str
    warnings: tuple[FindingLine, ...]
    headings: tuple[str, ...]
    rows: tuple[GroupRow, ...]
    legend: tuple[str, ...]
    said_title: str
    said: tuple[Said, ...]
    tables: tuple[PlainTable, ...]
    notes: tuple[str, ...]
    findings_title: str
    findings: tuple[FindingLine, ...]


def groups_page(comparison: GroupComparison, words: Words) -> GroupsPage:
    """The page of a comparison in a language."""
    tests = sum(feature.differs is not None for feature in comparison.features)
    names = [heading(group, words) for group in comparison.groups]
    found = [(finding.code, _line(finding, words)) for finding in comparison.findings]
    return GroupsPage(
        headline=_headline(comparison, tests, words),
        warnings=tuple(line for code, line in found if code in ABOVE),
        headings=(words("column", "feature"), *names, "V", "p"),
        rows=tuple(_row(feature, words) for feature in comparison.features),
        legend=(
            words("compare", "legend", count=tests, how=ADJUSTED[comparison.adjustment]),
            words("legend", "letters"),
        ),
        said_title=words("compare", f"said_{comparison.kind}"),
        said=tuple(said(comparison, words)),
        tables=tuple(filter(None, (_differences(comparison, words), _tests(comparison, words)))),
        notes=tuple(_notes(comparison, words)),
        findings_title=words("finding", "title"),
        findings=tuple(line for code, line in found if code not in ABOVE),
    )


def heading(group: Group, words: Words) -> str:
    """A group as a column is headed: its name, and how many people it is."""
    name = visible(group.name) or words("compare", "no_answer")
    return f"{name} ({count(group.respondents)})"


def _headline(comparison: GroupComparison, tests: int, words: Words) -> str:
    """What was compared, how many people, and how it was tested, on one line."""
    groups, settings = comparison.groups, comparison.settings
    survey = groups[0].result.survey
    if comparison.kind is Kind.SEGMENTS:
        file = visible(survey.file)
        if survey.sheet:
            file = words("headline", "sheet", file=file, sheet=visible(survey.sheet))
        what = words("compare", "by", file=file, by=visible(comparison.by))
    else:
        what = " → ".join(visible(group.name) for group in groups)
    sizes = ", ".join(f"{visible(group.name)} {count(group.respondents)}" for group in groups)
    test = "permutation" if comparison.permutation else "thin" if comparison.shuffled else "chi2"
    tables = dict.fromkeys(visible(group.result.settings.table.name) for group in groups)
    rule = {"table": ", ".join(tables), "rule": settings.rule}
    unknown = all(group.result.survey.categories_only for group in groups)
    parts = [
        what,
        words("compare", "respondents", sizes=sizes),
        words("headline", "features", count=len(comparison.features)),
        words("compare", test, shuffles=SHUFFLES, seed=SEED),
        words("compare", "adjusted", how=ADJUSTED[comparison.adjustment], count=tests),
        words("headline", "rule" if unknown else "table", **rule),
    ]
    weights = dict.fromkeys(weighted_by(group.result.survey, words) for group in groups)
    parts += filter(None, weights)
    if comparison.left_out:
        facts = {"count": comparison.left_out, "by": visible(comparison.by)}
        parts.append(words("compare", "left_out", **facts))
    if comparison.kind is Kind.WAVES:
        gone = {g.name: left_out(g.result.survey.left_out_rows, words) for g in groups}
        parts += [f"{visible(name)}: {told}" for name, told in gone.items() if told]
    return SEPARATOR.join(parts)


def _line(finding: Finding, words: Words) -> FindingLine:
    """A finding as text; one about a single wave begins with its name."""
    text, hint = words.finding(finding)
    file = f"{visible(finding.place.file)}: " if finding.place.file else ""
    return FindingLine(finding.code, finding.severity.value, f"{file}{text}", hint)


def _row(feature: ComparedFeature, words: Words) -> GroupRow:
    """One feature as text."""
    return GroupRow(
        visible(feature.name),
        tuple(cell(result, words) for result in feature.results),
        decimal(feature.test.cramers_v),
        p_value(feature.adjusted_p),
        bool(feature.differs),
    )


def cell(result: FeatureResult | None, words: Words) -> Cell:
    """A feature in one group as text; a dash where the group was not asked."""
    if result is None:
        return Cell(None, DASH, DASH, "", "", undecided=True)
    category, second = result.category, rival(result)
    if category is None:
        name = category_words(result, words)
        return Cell(None, DASH, f"{DASH} {name}", "", count(result.people), undecided=True)
    sign = f"{glyph(category)} {category.letter}"
    return Cell(
        category,
        sign if second is None else f"{sign}/{second.letter}",
        f"{sign} {category_words(result, words)}",
        certainty(result.certainty),
        count(result.people),
        undecided=not result.certainty >= UNDECIDED,
    )


def _differences(comparison: GroupComparison, words: Words) -> PlainTable | None:
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


def worth(groups: Sequence[Group], words: Words) -> Iterator[str]:
    """What weights leave of the people of each group; nothing where nobody has a weight."""
    told = []
    for group in groups:
        sizes = sorted(feature.size for feature in group.result.features)
        name = visible(group.name) or words("compare", "no_answer")
        facts = {"people": count(group.respondents), "size": count_range(sizes)}
        told.append(words("compare", "worth", name=name, **facts))
    if any(group.result.survey.weight is not None for group in groups):
        yield words("compare", "weighted", sizes="; ".join(told))


def _ends(interval: tuple[float, float], words: Words) -> str:
    """Both ends of an interval."""
    if interval[0] != interval[0]:
        return DASH
    return words("compare", "ends", low=signed(interval[0]), high=signed(interval[1]))


def _tests(comparison: GroupComparison, words: Words) -> PlainTable:
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


def _notes(comparison: GroupComparison, words: Words) -> Iterator[str]:
    """What the numbers are, and what they take for granted."""
    thin = comparison.shuffled and not comparison.permutation
    yield words("compare", "test_note")
    if thin:
        yield words("compare", "thin_note", shuffles=SHUFFLES, seed=SEED)
    yield from worth(comparison.groups, words)
    yield words("compare", f"people_{comparison.kind}")
    if comparison.kind is Kind.WAVES:
        yield words("compare", "path_note")
        if len(comparison.groups) > 2:
            yield words("compare", "ends_note")
