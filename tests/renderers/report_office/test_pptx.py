"""A report as a presentation: read back by the library, and by its XML."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache

import openpyxl
import pytest

from kano_cli.errors import visible
from kano_cli.renderers.documents.office.columns import shown
from kano_cli.renderers.documents.report_pptx import pptx
from kano_cli.report.document.blocks import Brand, Document, FigureBlock, TableBlock
from kano_cli.report.document.figures import MapFigure, SharesFigure
from tests.report.document.made import large, small
from tests.report.surveys import HOSTILE

office = pytest.importorskip("pptx", reason="the extra office is not installed")


@cache
def made(which: str) -> tuple[Document, bytes]:
    """A document and its presentation, made once."""
    document = small() if which == "small" else large()
    return document, pptx(document)


def opened(content: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """The presentation as the library reads it."""
    return office.Presentation(io.BytesIO(content))


def tables_of(deck) -> list[list[list[str]]]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The texts of all tables, in order."""
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]


def charts_of(deck) -> list:  # type: ignore[no-untyped-def,type-arg]  # noqa: ANN001
    """All charts, in order."""
    return [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]


@pytest.mark.parametrize("which", ["small", "large"])
def test_every_row_of_every_table_is_there_as_printed(which: str) -> None:
    """In order, cell by cell, whatever slide it is on."""
    document, content = made(which)
    rows = [row for table in tables_of(opened(content)) for row in table]
    at = 0
    for section in document.sections:
        for block in section.blocks:
            if not isinstance(block, TableBlock):
                continue
            for row in block.rows:
                wanted = [shown(cell) for cell in row]
                found = next((n for n in range(at, len(rows)) if rows[n] == wanted), None)
                if found is None:  # a wide table may stand in parts, each with its first columns
                    assert any(r[0] == wanted[0] for r in rows)
                else:
                    at = found + 1


@pytest.mark.parametrize("which", ["small", "large"])
def test_headings_are_repeated_and_no_table_has_too_many_rows(which: str) -> None:
    """Sixteen rows below the headings at most."""
    for table in tables_of(opened(made(which)[1])):
        assert len(table) <= 17
    document, content = made("large")
    ranking = next(b for b in document.section("ranking").blocks if isinstance(b, TableBlock))  # type: ignore[union-attr]
    heads = [column.heading for column in ranking.columns]
    assert sum(table[0] == heads for table in tables_of(opened(content))) > 2


@pytest.mark.parametrize("which", ["small", "large"])
def test_nothing_stands_outside_a_slide(which: str) -> None:
    """Nor below the footer, by the heights that tables declare."""
    deck = opened(made(which)[1])
    assert (round(deck.slide_width / 914400, 3), deck.slide_height / 914400) == (13.333, 7.5)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            high = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert shape.top + high <= deck.slide_height


@pytest.mark.parametrize("which", ["small", "large"])
def test_each_slide_has_one_title_of_its_own_and_a_page_number(which: str) -> None:
    """The cover has no number."""
    deck = opened(made(which)[1])
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert all(titles)
    for number, slide in enumerate(deck.slides, start=1):
        kinds = [str(each.placeholder_format.type) for each in slide.placeholders]
        assert sum("TITLE" in kind and "SUB" not in kind for kind in kinds) == 1
        numbers = [
            s.text_frame.text
            for s in slide.placeholders
            if "NUMBER" in str(s.placeholder_format.type)
        ]
        assert numbers == ([] if number == 1 else [str(number)])


@pytest.mark.parametrize("which", ["small", "large"])
def test_charts_hold_the_unrounded_values_of_the_figures(which: str) -> None:
    """Bars by category, points by category."""
    document, content = made(which)
    figures = [
        block.figure
        for section in document.sections
        for block in section.blocks
        if isinstance(block, FigureBlock)
    ]
    points = sorted((p.x, p.y) for f in figures if isinstance(f, MapFigure) for p in f.points)
    bars = [bar.shares for f in figures if isinstance(f, SharesFigure) for bar in f.bars]
    found_points, found_bars = [], []
    for chart in charts_of(opened(content)):
        if chart.chart_type == office.enum.chart.XL_CHART_TYPE.XY_SCATTER:
            for series in list(chart.plots[0].series)[3:]:
                xs = [float(v.text) for v in series.points._ser.xpath("./c:xVal//c:v")]
                found_points += list(zip(xs, series.values, strict=True))
        else:
            columns = [list(series.values) for series in chart.plots[0].series]
            rows = list(zip(*columns, strict=True))
            names = list(chart.plots[0].categories)
            found_bars += [row for row, name in zip(rows, names, strict=True) if " · " in name]
    assert sorted(found_points) == points
    known = [tuple(None if s != s else s for s in shares) for shares in bars]
    assert found_bars == known


def test_charts_tables_and_pictures_have_words_for_who_cannot_see_them() -> None:
    """And a chart's slide tells all of it in its notes."""
    document, content = made("small")
    for slide in opened(content).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
            if shape.has_chart:
                assert slide.notes_slide.notes_text_frame.text
    block = next(b for b in document.section("map").blocks if isinstance(b, FigureBlock))  # type: ignore[union-attr]
    notes = "\n".join(
        s.notes_slide.notes_text_frame.text for s in opened(content).slides if s.has_notes_slide
    )
    assert all(point.told in notes for point in block.figure.points)  # type: ignore[union-attr]


def test_hostile_names_come_out_intact_and_no_cell_of_a_chart_is_a_formula() -> None:
    """In tables as printed, in workbooks as text."""
    _, content = made("large")
    texts = {cell for table in tables_of(opened(content)) for row in table for cell in row}
    assert {visible(name) for name in HOSTILE} <= texts
    seen = set()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                book = openpyxl.load_workbook(io.BytesIO(package.read(name)))
                cells = [cell for row in book.active.iter_rows() for cell in row]  # type: ignore[union-attr]
                assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
                seen |= {cell.value for cell in cells}
            elif name.endswith(".rels"):
                assert b'TargetMode="External"' not in package.read(name)
    assert any(str(value).startswith("=HYPERLINK") for value in seen)


def test_the_same_report_gives_the_same_bytes_and_no_stranger_is_in_it() -> None:
    """No clock, no library, no author of a template; also not in a chart's workbook."""
    document, content = made("small")
    assert pptx(small()) == content
    properties = opened(content).core_properties
    assert (properties.author, properties.last_modified_by) == ("kano", "kano")
    assert properties.title == document.title
    assert properties.created == properties.modified == datetime(2026, 11, 22)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in package.infolist())
        everything = b"".join(package.read(name) for name in package.namelist())
        assert b"python-pptx" not in everything
        assert b"Macintosh" not in everything
        for name in package.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(package.read(name))) as book:
                    core = book.read("docProps/core.xml").decode()
                    assert set(re.findall(r"20\d\d-\d\d-\d\d", core)) == {"2026-11-22"}


def test_a_brand_gives_its_accent_font_and_footer() -> None:
    """In the theme, so that a slide added later has them too."""
    brand = Brand(accent="#FFDD00", footer="Bureau B", fonts=("Georgia", "serif"))
    content = pptx(replace(small(), brand=brand))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="FFDD00"/>' in theme
    assert theme.count('<a:latin typeface="Georgia"/>') == 2
    footers = [
        s.text_frame.text
        for slide in opened(content).slides
        for s in slide.placeholders
        if "FOOTER" in str(s.placeholder_format.type)
    ]
    assert set(footers) == {"Bureau B"}


def test_a_category_has_its_sign_in_its_own_readable_colour() -> None:
    """In the list of decisions, as the bullet."""
    with zipfile.ZipFile(io.BytesIO(made("small")[1])) as package:
        slide = package.read("ppt/slides/slide2.xml").decode()
    for sign in "■▲★":
        assert f'<a:buChar char="{sign}"/>' in slide


def test_the_language_is_that_of_the_report() -> None:
    """So that spelling is checked in it."""
    for language, code in (("nl", "nl-NL"), ("en", "en-GB")):
        with zipfile.ZipFile(io.BytesIO(pptx(small(language)))) as package:
            assert f'lang="{code}"' in package.read("ppt/slides/slide2.xml").decode()
