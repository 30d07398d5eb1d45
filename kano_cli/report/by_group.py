"""The page of `kano classify --by`: a table for each group of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.checks.quality import INDICATIVE
from kano_cli.comparison.record import Group
from kano_cli.comparison.segments import Segments
from kano_cli.comparison.small import TINY, fewest
from kano_cli.errors import visible
from kano_cli.report.groups import heading, worth
from kano_cli.report.page import SEPARATOR, FindingLine, Page, classify_page, source, weighted_by
from kano_cli.report.words import Words


@dataclass(frozen=True)
class Section:
    """One group under its title, with a word where it is small."""

    title: str
    mark: str
    page: Page


@dataclass(frozen=True)
class ByGroupPage:
    """What stands above, in and under the tables."""

    headline: str
    sections: tuple[Section, ...]
    legend: tuple[str, ...]
    findings_title: str
    findings: tuple[FindingLine, ...]


def by_group_page(segments: Segments, words: Words) -> ByGroupPage:
    """The page of a survey that was split, in a language."""
    sections = tuple(
        Section(_title(group, words), _mark(group, words), classify_page(group.result, words))
        for group in segments.all
    )
    return ByGroupPage(
        SEPARATOR.join(_headline(segments, words)),
        sections,
        (*sections[0].page.legend[:2], *worth(segments.all, words)),
        words("finding", "title"),
        tuple(
            FindingLine(finding.code, finding.severity.value, *words.finding(finding))
            for finding in segments.findings
        ),
    )


def _headline(segments: Segments, words: Words) -> Iterator[str]:
    """What was split, into whom, and how it was judged."""
    result = segments.all[0].result
    survey, settings = result.survey, result.settings
    file = source(survey, words)
    yield words("compare", "by", file=file, by=visible(segments.column))
    people = sum(group.respondents for group in segments.all)
    yield words("headline", "respondents", count=people)
    yield words("headline", "features", count=survey.features)
    judged = {"table": visible(settings.table.name), "rule": settings.rule}
    yield words("headline", "table", **judged)
    if weights := weighted_by(survey, words):
        yield weights


def _title(group: Group, words: Words) -> str:
    """A group, and how many of its features are shown where not all are."""
    shown, every = len(group.result.features), group.result.survey.features
    part = words("headline", "shown", count=shown, all=every) if shown < every else ""
    return SEPARATOR.join(filter(None, (heading(group, words), part)))


def _mark(group: Group, words: Words) -> str:
    """What to think of a small group; nothing of a large one."""
    least = fewest(group)
    if least >= INDICATIVE or not group.result.features:
        return ""
    return words("compare", "tiny" if least < TINY else "few", least=least)
