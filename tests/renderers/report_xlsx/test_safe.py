"""What comes from a file does no harm in a workbook, and the same report gives the same bytes."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx import xlsx
from kano_cli.renderers.documents.report_xlsx.paint import READABLE, contrast, ink_on, on_white
from kano_cli.renderers.documents.report_xlsx.texts import MOST, clean, plain, sheet_name
from kano_cli.report.document.blocks import Brand, Paragraph, Section
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.words import words
from tests.renderers.report_xlsx.opened import (
    formulas,
    large_bytes,
    opened,
    parts,
    small_bytes,
    texts,
)
from tests.report.document.made import choices, small, small_study
from tests.report.surveys import HOSTILE, hard_results

OURS = re.compile(
    r"=(SUM\(|SUMPRODUCT\(|SUMIF\(|ABS\('|IF\(([$A-Z0-9]+(=0|<=1)|COUNT\(|SUMPRODUCT\()|'[^']+'!\$)"
)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\x9dT\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


def test_hostile_names_are_texts() -> None:
    """As the report prints them, in the sheets that name features."""
    book = opened(large_bytes())
    for name in ("Rangorde", "Aantallen", "Vragen", "Verdeling"):
        there = set(texts(book[name]))
        assert {visible(each) for each in HOSTILE} <= there


def test_only_our_formulas_are_formulas() -> None:
    """No text of a survey runs."""
    there = formulas(large_bytes())
    assert len(there) > 1000
    assert all(OURS.match(formula) for formula in there.values())
    assert not any("HYPERLINK" in formula for formula in there.values())


def test_links_lead_to_other_sheets_only() -> None:
    """From the first sheet; nothing leads out of the workbook."""
    book = opened(large_bytes())
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for link in (cell.hyperlink for cell in row if cell.hyperlink):
                assert sheet is book.worksheets[0]
                assert link.target is None
                assert str(link.location).rpartition("!")[0].strip("'") in book.sheetnames
    assert not any("External" in text for text in parts(large_bytes(), r"\.rels$").values())


def test_the_same_report_gives_the_same_bytes() -> None:
    """Twice here, and in a process whose sets stand in another order."""
    here = xlsx(small(), small_study())
    code = (
        "import hashlib, sys\n"
        "from tests.renderers.report_xlsx.opened import small_bytes\n"
        "sys.stdout.write(hashlib.sha256(small_bytes()).hexdigest())\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland",
             "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert here == small_bytes()
    assert there == hashlib.sha256(here).hexdigest()


def test_the_file_is_the_clients_and_no_librarys() -> None:
    """Title, author and the day of the report; no clock, and no library's name."""
    properties = opened(small_bytes()).properties
    assert properties.title == small().title
    assert properties.creator == f"kano {small().version}"
    assert str(properties.created) == str(properties.modified) == "2026-11-22 00:00:00"
    for text in parts(small_bytes(), r"(docProps|workbook\.xml)").values():
        assert "xlsxwriter" not in text.lower()
    undated = opened(xlsx(replace(small(), day="najaar 2026"), small_study()))
    assert str(undated.properties.created) == "2000-01-01 00:00:00"


def test_a_text_that_is_too_long_is_cut() -> None:
    """In a cell there is room for 32,767 characters; a paragraph goes on in the next row."""
    assert len(clean("x" * 40_000)) == MOST
    text = " ".join(["woord"] * 9_000)
    report = replace(small(), sections=(Section("method", "Methode", (Paragraph(text),)),))
    sheet = opened(xlsx(report, small_study()))["Methode"]
    there = [each for each in texts(sheet) if each.startswith("woord")]
    assert len(there) > 1
    assert sum(each.count("woord") for each in there) > 5_000
    assert all(sheet.row_dimensions[row].height <= 409 for row in sheet.row_dimensions)


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb", "\x1b[2Jab", "a\u202eb", "_x0041_ab"]
)
def test_no_text_breaks_the_file(text: str) -> None:
    """Controls, halves of a pair and what XML forbids are shown as what they are: nothing."""
    report = replace(small(), client=text, title=text)
    shown = texts(opened(xlsx(report, small_study())).worksheets[0])
    assert shown[0] == clean(text)
    assert "b" in shown[0]
    assert not set("\x00\x0b\x1b\ud800\ufffe\u202e") & set(shown[0])


@pytest.mark.parametrize("which", hard_results())
def test_hard_results_make_a_workbook(which: str) -> None:
    """An empty base, a tie, nobody at all: every sheet opens, and no cell is an error."""
    result = hard_results()[which]
    study = Study(result, replace(small_study().survey, responses=None))
    book = opened(xlsx(document(study, words("nl"), choices(detail=True)), study), values=True)
    assert len(book.sheetnames) > 5
    for sheet in book.worksheets:
        assert not any(text.startswith("#") and text.endswith("!") for text in texts(sheet))
        assert not {"nan", "inf", "None"} & set(texts(sheet))


def test_a_name_is_no_address_of_a_label() -> None:
    """A chart would take these for formulas."""
    for name in ("=A1", "Sheet!A1", "'x y'!$B$2"):
        assert not re.match(r"^=?[^!]+!\$?[A-Z]+\$?\d+", plain(name))
        assert not plain(name).startswith("=")


def test_sheet_names_are_allowed_and_unique() -> None:
    """31 characters, none of seven signs, no two the same in any case."""
    taken: list[str] = []
    for wanted in ("a/b", "AB", "History", "", "'''", "x" * 40, "x" * 35, "[*]:?", "النص"):
        taken.append(sheet_name(wanted, taken))
    assert len({name.casefold() for name in taken}) == len(taken)
    assert all(0 < len(name) <= 31 for name in taken)
    assert not any(set("[]:*?/\\") & set(name) for name in taken)
    assert not any(name.strip("'") != name or name == "History" for name in taken)


@pytest.mark.parametrize("accent", ["#0072B2", "#FFD000", "#FFFFFF", "#000000", "#777777"])
def test_any_accent_can_be_read(accent: str) -> None:
    """In the headers, where it is the background, and as the colour of a title."""
    report = replace(small(), brand=Brand(accent))
    sheet = opened(xlsx(report, small_study()))["Rangorde"]
    head = next(c for row in sheet.iter_rows() for c in row if c.value == "Kenmerk")
    back, ink = (f"#{each.rgb[2:]}" for each in (head.fill.fgColor, head.font.color))

    assert (back, ink) == (accent, ink_on(accent))
    assert contrast(back, ink) >= READABLE
    assert contrast(on_white(accent), "#FFFFFF") >= READABLE


def test_a_logo_stands_on_the_first_sheet() -> None:
    """A picture with a text; an SVG, which a workbook cannot show, is left out."""
    brand = Brand(logo=PNG, logo_kind="png", footer="Bureau & Co")
    with_logo = xlsx(replace(small(), brand=brand), small_study())
    drawing = parts(with_logo, r"drawings/drawing\d+\.xml$")
    assert any('descr="Bureau &amp; Co"' in text for text in drawing.values())
    without = replace(small(), brand=Brand(logo=b"<svg/>", logo_kind="svg"))
    assert not parts(xlsx(without, small_study()), r"media/")
