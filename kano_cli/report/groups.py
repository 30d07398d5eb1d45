"""The page of `kano compare`: groups or waves side by side, before any renderer lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.comparison.compared import FDR, HOLM
from kano_cli.comparison.record import ComparedFeature, Group, GroupComparison, Kind
from kano_cli.core.categories import Category
from kano_cli.core.homogeneity import SEED, SHUFFLES
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import UNDECIDED
from kano_cli.errors import visible
from kano_cli.findings import Finding
from kano_cli.report.dropped import Comparison as Dropped
from kano_cli.report.glyphs import glyph
from kano_cli.report.group_tables import PlainTable, differences, tests_table
from kano_cli.report.group_words import Said, said
from kano_cli.report.groups_dropped import groups_dropped
from kano_cli.report.numbers import (
    DASH,
    certainty,
    count,
    count_range,
    decimal,
    p_value,
)
from kano_cli.report.page import SEPARATOR, FindingLine, left_out, source, weighted_by
from kano_cli.report.sure import category_words, rival
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
    dropped: Dropped | None = None


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
        tables=tuple(
            filter(None, (differences(comparison, words), tests_table(comparison, words)))
        ),
        notes=tuple(_notes(comparison, words)),
        findings_title=words("finding", "title"),
        findings=tuple(line for code, line in found if code not in ABOVE),
        dropped=groups_dropped(comparison, words),
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
        file = source(survey, words)
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
