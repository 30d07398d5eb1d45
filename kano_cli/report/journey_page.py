"""The page of `kano journey`, before any renderer lays it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import kano_cli
from kano_cli.errors import visible
from kano_cli.findings import Finding, Severity
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Command,
    Document,
    Heading,
    Paragraph,
    Point,
    Section,
    TableBlock,
)
from kano_cli.report.document.journey.told import PARTS
from kano_cli.report.page import FindingLine, headline
from kano_cli.report.words import Words

_RATINGS = ("K131", "K132", "K133", "K134")
"""What is to know of the ratings that this page shows, however little it is."""

_SCORES = "recommendation"
"""The table of net promoter scores: of everybody, then of each group."""


@dataclass(frozen=True)
class JourneyPage:
    """What was read, the parts of the journey, and what to know about them.

    A part has its key, its title and what stands under it.
    """

    title: str
    headline: str
    parts: tuple[Section, ...]
    findings: tuple[FindingLine, ...]
    findings_title: str

    def blocks(self) -> Iterator[Block]:
        """All parts, each under its title."""
        for part in self.parts:
            yield Heading(part.title)
            yield from part.blocks


def journey_page(
    found: JourneyResult, words: Words, title: str = "", draft: str = ""
) -> JourneyPage:
    """The page of a journey in a language.

    Args:
        found: the journey.
        words: the language.
        title: of the questionnaire.
        draft: the command that drafts a questionnaire, where there is none yet.
    """
    return JourneyPage(
        visible(title) or words("report_journey", "title"),
        headline(found.result, words),
        tuple(_parts(found, words, draft)),
        tuple(_findings(found, words)),
        words("finding", "title"),
    )


def page_document(page: JourneyPage, words: Words) -> Document:
    """The page as a document, so that whatever shows a report can show it."""
    parts = list(page.parts)
    if page.findings:
        lines = (_as_point(line) for line in page.findings)
        parts.append(Section("findings", page.findings_title, (Bullets(tuple(lines)),)))
    version = kano_cli.__version__
    label = partial(words, "report_labels", version=version)
    return Document(
        language=words.code,
        title=page.title,
        subtitle=page.headline,
        client="",
        day="",
        version=version,
        sections=tuple(parts),
        labels={key: label(key) for key in words.texts["report_labels"]},
    )


def _parts(found: JourneyResult, words: Words, draft: str) -> Iterator[Section]:
    """Every part that has something to say; the heading that it begins with is its title."""
    for key, part in PARTS.items():
        heading: Heading | None = None
        blocks: list[Block] = []
        for block in part(found, words):
            if heading is None and isinstance(block, Heading):
                heading = block
            elif _worth_a_place(block):
                blocks.append(block)
        if heading is None:
            continue
        if key == "missing" and draft:
            blocks += [Paragraph(words("report_journey", "draft")), Command(draft)]
        yield Section(key, heading.text, tuple(blocks))


def _worth_a_place(block: Block) -> bool:
    """Whether a block adds something: a table with one score does not, a sentence has told it."""
    return not (isinstance(block, TableBlock) and block.key == _SCORES and len(block.rows) == 1)


def _findings(found: JourneyResult, words: Words) -> Iterator[FindingLine]:
    """What to know: of the survey what may change a decision, of the journey everything."""
    of_survey = [
        finding
        for finding in found.result.findings
        if finding.severity is not Severity.INFO or finding.code in _RATINGS
    ]
    findings: list[Finding] = [*of_survey, *found.findings]
    for finding in findings:
        yield FindingLine(finding.code, finding.severity.value, *words.finding(finding))


def _as_point(line: FindingLine) -> Point:
    """A finding as a line of a list."""
    return Point(f"{line.text} ({line.hint})" if line.hint else line.text, line.code)
