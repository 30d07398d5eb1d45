"""A report as a Word document: read back by the library, and by its XML."""

import io
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from kano_cli.errors import visible
from kano_cli.renderers.documents.office.columns import shown
from kano_cli.renderers.documents.report_docx import docx, figures
from kano_cli.report.document.blocks import Brand, Document, FigureBlock, TableBlock
from tests.report.document.made import large, small
from tests.report.surveys import HOSTILE

office = pytest.importorskip("docx", reason="the extra office is not installed")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def made(which: str) -> tuple[Document, bytes]:
    """A document and its file, made once."""
    document = small() if which == "small" else large()
    return document, docx(document)


def opened(content: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """The document as the library reads it."""
    return office.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """A part of the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def tables_of(content: bytes) -> list[list[list[str]]]:
    """The texts of all tables."""
    return [[[c.text for c in row.cells] for row in table.rows] for table in opened(content).tables]


@pytest.mark.parametrize("which", ["small", "large"])
def test_every_row_of_every_table_is_there_as_printed(which: str) -> None:
    """In order, cell by cell; a wide table may stand in parts."""
    document, content = made(which)
    rows = [row for table in tables_of(content) for row in table]
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, TableBlock):
                for row in block.rows:
                    wanted = [shown(cell) for cell in row]
                    assert wanted in rows or any(found[0] == wanted[0] for found in rows)


def test_the_ranking_stands_in_one_table_with_repeated_headings_and_whole_rows() -> None:
    """All forty features, in order."""
    document, content = made("large")
    block = next(b for b in document.section("ranking").blocks if isinstance(b, TableBlock))  # type: ignore[union-attr]
    rows = [[shown(cell) for cell in row] for row in block.rows]
    heads = [column.heading for column in block.columns]
    assert [heads, *rows] in tables_of(content)
    for table in opened(content).element.body.iter(f"{WORD}tbl"):
        for row in table.iter(f"{WORD}tr"):
            assert row.find(f"{WORD}trPr/{WORD}cantSplit") is not None
    assert "<w:tblHeader/>" in part(content, "word/document.xml")


def test_headings_are_headings_and_the_contents_lead_to_them() -> None:
    """The field is filled in beforehand, so that it is not empty before it is updated."""
    document, content = made("small")
    word = opened(content)
    first = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert first == [section.title for section in document.sections]
    entries = [p for p in word.paragraphs if p.style.name == "toc 1"]
    xml = part(content, "word/document.xml")
    assert [entry.hyperlinks[0].text for entry in entries] == first
    for entry in entries:
        assert f'w:name="{entry.hyperlinks[0].fragment}"' in xml
    assert 'TOC \\o "1-2"' in xml
    assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"')


def test_captions_count_in_fields_and_figures_have_words() -> None:
    """A table and a figure each count by themselves."""
    document, content = made("small")
    xml = part(content, "word/document.xml")
    blocks = [block for section in document.sections for block in section.blocks]
    captions = [p.text for p in opened(content).paragraphs if p.style.name == "Caption"]
    for block in blocks:
        if isinstance(block, TableBlock | FigureBlock) and block.caption:
            assert any(caption.endswith(f". {block.caption}") for caption in captions)
    assert "SEQ Tabel" in xml
    for block in blocks:
        if isinstance(block, FigureBlock):
            alts = [
                e.get("descr")
                for e in opened(content).element.body.iter()
                if e.tag.endswith("}docPr")
            ]
            assert any(str(alt).startswith(visible(block.alt)) for alt in alts)


def test_without_a_drawer_a_figure_is_a_sentence_and_a_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The numbers are the figure's own."""
    monkeypatch.setattr(figures, "figure_picture", lambda *_: None)
    document = small()
    content = docx(document)
    block = next(b for b in document.section("shares").blocks if isinstance(b, FigureBlock))  # type: ignore[union-attr]
    rows = [row for table in tables_of(content) for row in table]
    for bar in block.figure.bars:  # type: ignore[union-attr]
        assert [bar.label, *bar.texts, bar.base] in rows
    assert visible(block.alt) in [p.text for p in opened(content).paragraphs]
    assert not opened(content).inline_shapes


def test_hostile_names_come_out_intact() -> None:
    """As printed, and as nothing but text."""
    _, content = made("large")
    texts = {cell for table in tables_of(content) for row in table for cell in row}
    assert {visible(name) for name in HOSTILE} <= texts
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        links = [package.read(n) for n in package.namelist() if n.endswith(".rels")]
    assert not any(b'TargetMode="External"' in each for each in links)


def test_the_same_report_gives_the_same_bytes_and_no_stranger_is_in_it() -> None:
    """No clock, no library, no picture of somebody else's page."""
    document, content = made("small")
    assert docx(small()) == content
    properties = opened(content).core_properties
    assert (properties.author, properties.comments, properties.title) == (
        "kano",
        "",
        document.title,
    )
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in package.infolist())
        assert not any("thumbnail" in name for name in package.namelist())
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"python-docx" not in everything


def test_language_hyphens_paper_and_footer() -> None:
    """Dutch, no hyphens, A4, and a page number on every page but the cover."""
    _, content = made("small")
    assert 'w:lang w:val="nl-NL"' in part(content, "word/styles.xml")
    assert '<w:autoHyphenation w:val="0"/>' in part(content, "word/settings.xml")
    section = opened(content).sections[0]
    assert round(section.page_width.cm, 1) == 21.0
    assert section.different_first_page_header_footer
    assert " PAGE " in "".join(e.text or "" for e in section.footer._element.iter())


def test_a_template_keeps_its_paper_styles_and_footer(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Its text is left out, whatever is in it."""
    template = office.Document()
    template.add_paragraph("Voorbeeldtekst")
    template.sections[0].footer.paragraphs[0].text = "Huisstijl"
    template.styles["Heading 1"].font.name = "Georgia"
    template.save(tmp_path / "huis.docx")
    brand = Brand(templates={".docx": str(tmp_path / "huis.docx")})
    word = opened(docx(replace(small(), brand=brand)))
    assert word.sections[0].footer.paragraphs[0].text == "Huisstijl"
    assert word.styles["Heading 1"].font.name == "Georgia"
    assert "Voorbeeldtekst" not in [p.text for p in word.paragraphs]
    assert round(word.sections[0].page_width.inches, 1) == 8.5
