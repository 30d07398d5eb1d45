"""The design check of each chosen idea, and what a questionnaire could still tell."""

from collections.abc import Iterator

from kano_cli.errors import visible
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.document.cells import name_column, named
from kano_cli.report.document.journey.values import SECTION
from kano_cli.report.document.sentences import listing, point
from kano_cli.report.words import Words
from kano_cli.study.journey import DESIGN, Idea


def design_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """Each chosen idea by the five points; nothing where no idea is chosen or none was told."""
    if not found.designs or "design" in found.missing:
        return
    yield Heading(words(SECTION, "design"))
    rows = tuple(
        (named(each.feature.name), *(_said(each.idea, key, words) for key in DESIGN))
        for each in found.designs
    )
    columns = (
        name_column(words),
        *(Column(key, words(SECTION, f"point_{key}")) for key in DESIGN),
    )
    notes = (words(SECTION, "design_note"),)
    yield TableBlock("design", words(SECTION, "design_caption"), columns, rows, notes)
    empty = [visible(each.feature.name) for each in found.designs if each.idea.empty]
    if empty:
        facts = {"count": len(empty), "names": listing(empty, words)}
        yield Paragraph(words(SECTION, "design_empty", **facts))


def _said(idea: Idea, key: str, words: Words) -> Cell:
    """What the team says of a point; that it says nothing is plain to see."""
    text = visible(getattr(idea, key))
    return Cell(text) if text else Cell(words(SECTION, "empty"), unsure=True)


def missing_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """What to add to the questionnaire or the survey, and what each would bring."""
    if not found.missing:
        return
    yield Heading(words(SECTION, "missing"))
    yield Bullets(tuple(missing_points(found, words)))


def missing_points(found: JourneyResult, words: Words) -> Iterator[Point]:
    """A line for each thing that is missing."""
    for key in found.missing:
        yield point(words(SECTION, f"missing_{key}"), words(SECTION, f"add_{key}"))
