"""A report as Markdown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

import pytest

from kano_cli.core.categories import Category
from kano_cli.errors import visible
from kano_cli.renderers.documents.markdown import escaped
from kano_cli.renderers.documents.report_markdown import markdown
from kano_cli.report.document.blocks import Document, FigureBlock, Section, TableBlock
from kano_cli.report.document.figures import Bar, MapFigure, SharesFigure
from kano_cli.report.glyphs import glyph
from tests.renderers.report_html.reports import ATTACKS, dutch, english, hostile
from tests.report.document.made import large, small

Made: TypeAlias = Callable[[], Document]
DOCUMENTS: Mapping[str, Made] = {
    "small": small, "large": large, "dutch": dutch, "english": english, "hostile": hostile,
}  # fmt: skip
EVERY = pytest.mark.parametrize("made", DOCUMENTS.values(), ids=DOCUMENTS)


@EVERY
def test_there_is_no_tag_but_a_break_and_a_fold(made: Made) -> None:
    """Every other < is escaped; code between fences is shown as it is."""
    outside = re.sub(r"(?ms)^(`{3,})sh\n.*?\n\1$", "", markdown(made()))

    assert set(re.findall(r"(?<!\\)<[^<>]*>", outside)) <= {
        "<br>", "<details>", "<summary>", "</summary>", "</details>",
    }  # fmt: skip


@EVERY
def test_every_row_of_a_table_has_as_many_cells_as_its_heading(made: Made) -> None:
    """A pipe in a name does not part a cell."""
    for table in re.findall(r"(?m)(?:^\|.*\n)+", markdown(made())):
        cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")}
        assert len(cells) == 1


@EVERY
def test_each_table_of_the_document_is_there(made: Made) -> None:
    """With as many rows, under the same headings."""
    report = made()
    blocks = [b for section in report.sections for b in section.blocks]
    sizes = [len(block.rows) + 2 for block in blocks if isinstance(block, TableBlock)]
    tables = re.findall(r"(?m)(?:^\|.*\n)+", markdown(report))

    found = [table.count("\n") for table in tables]
    for size in sizes:
        assert size in found
        found.remove(size)


def test_the_contents_link_to_the_titles_as_github_names_them() -> None:
    """Lower case, a dash for a space, no punctuation, a number where a title comes again."""
    sections = tuple(
        Section("map", title, ()) for title in ("The map: Better-Worse", "Wow!", "Één", "Wow?")
    )
    text = markdown(replace(small(), sections=sections))

    for title, anchor in (
        ("The map: Better-Worse", "the-map-better-worse"),
        ("Wow!", "wow"),
        ("Één", "één"),
        ("Wow?", "wow-1"),
    ):
        assert f"- [{title}](#{anchor})\n" in text
        assert f"## {title}\n" in text


def test_a_hostile_text_is_shown_and_does_nothing() -> None:
    """As a title, in a list, and as a command that cannot leave its fence."""
    text = markdown(hostile())

    assert "# \\</script\\>\\<script\\>alert(1)\\</script\\>" in text
    assert f"```sh\n{visible(ATTACKS[0])}\n```" in text
    assert "](javascript:" not in text


def test_a_figure_becomes_its_numbers() -> None:
    """Shares as a table with the winner in bold, a map as what it says of each point."""
    share = Bar(
        "a", "A | b", "", (0.6, 0.4, 0, 0, 0, 0), ("60 %", "40 %", "0 %", "0 %", "0 %", "0 %"),
        Category.BASIC, False, "n = 10", "A",
    )  # fmt: skip
    legend = ((Category.BASIC, "basic"), (Category.PERFORMANCE, "performance"))
    shares = FigureBlock("shares", "Shares", "Bars.", SharesFigure("S", (share,), legend, "share"))
    report = replace(small(), sections=(Section("shares", "Shares", (shares,)),))
    text = markdown(report)

    assert "|  | ■ basic | ▲ performance |  |\n| --- | --: | --: | --: |\n" in text
    assert "| A \\| b | **60 %** | 40 % | n = 10 |" in text


@pytest.mark.parametrize("made", [dutch, english])
def test_a_map_says_all_of_each_point(made: Made) -> None:
    """In a fold, below what it shows in a sentence."""
    report = made()
    section = report.section("map")
    assert section is not None
    block = next(each for each in section.blocks if isinstance(each, FigureBlock))
    assert isinstance(block.figure, MapFigure)
    text = markdown(report)

    assert block.figure.points
    for point in block.figure.points:
        assert f"- {glyph(point.category)} {escaped(point.told)}\n" in text
