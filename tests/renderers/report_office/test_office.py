"""What presentations and documents share: the extra, templates, and how programs show them."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kano_cli.core.categories import Category
from kano_cli.errors import KanoError
from kano_cli.renderers.documents.office import extra
from kano_cli.renderers.documents.office.colours import (
    READABLE,
    SHADE,
    category_ink,
    contrast,
    ink_on,
    readable,
)
from kano_cli.renderers.documents.report_docx import docx
from kano_cli.renderers.documents.report_pptx import pptx
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.document.blocks import Brand
from tests.report.document.made import large, small

library = pytest.importorskip("pptx", reason="the extra office is not installed")
OFFICE = shutil.which("soffice")
DEBIAN = Path("/usr/lib/libreoffice/program")
CAN_SHOW = bool(
    OFFICE
    and shutil.which("pdftotext")
    and (DEBIAN / "libsdlo.so").exists()
    and (DEBIAN / "libswlo.so").exists()
)


@pytest.mark.parametrize("ending", [".pptx", ".docx"])
def test_a_missing_extra_is_told_with_how_to_get_it(
    ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, and one for the hint."""
    monkeypatch.setattr(extra, "find_spec", lambda _: None)
    with pytest.raises(KanoError) as told:
        extra.require_office(ending)
    assert told.value.message == f'a {ending} report needs the extra "office"'
    assert told.value.hint == 'pip install "kano-cli[office]"'


@pytest.mark.parametrize("ending", [".pptx", ".docx"])
@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04broken"])
def test_a_wrong_template_is_refused(tmp_path: Path, ending: str, content: bytes) -> None:
    """With its path, and never with a traceback."""
    path = tmp_path / f"huis{ending}"
    path.write_bytes(content)
    made = replace(small(), brand=Brand(templates={ending: str(path)}))
    with pytest.raises(KanoError, match=r"not a (PowerPoint|Word) file"):
        (pptx if ending == ".pptx" else docx)(made)


def test_a_template_for_slides_keeps_its_size_and_its_layouts(tmp_path: Path) -> None:
    """The slides that it came with are left out."""
    template = library.Presentation()
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text = "Voorbeeld"
    template.save(str(tmp_path / "huis.pptx"))
    brand = Brand(templates={".pptx": str(tmp_path / "huis.pptx")})
    (tmp_path / "made.pptx").write_bytes(pptx(replace(small(), brand=brand)))
    deck = library.Presentation(str(tmp_path / "made.pptx"))
    assert deck.slide_width == template.slide_width
    assert len(deck.slide_layouts) == 11
    assert deck.slides[0].shapes.title.text == small().title
    names = {slide.slide_layout.name for slide in deck.slides}
    assert names <= {"Title Slide", "Title and Content", "Title Only"}
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= deck.slide_width


@pytest.mark.parametrize("colour", ["#FFDD00", "#0B6E4F", "#FFFFFF", "#000000", "#FF00FF"])
def test_any_accent_can_be_read(colour: str) -> None:
    """As text on paper, and under the text of a heading."""
    assert contrast(readable(colour), SHADE) >= READABLE
    assert contrast(ink_on(colour), colour) >= READABLE


def test_every_category_can_be_read() -> None:
    """As a sign on paper, and its percents on its bar."""
    for category in Category:
        assert contrast(category_ink(category), SHADE) >= READABLE
        assert contrast(ink_on(COLOURS[category]), COLOURS[category]) >= READABLE


@pytest.mark.skipif(not CAN_SHOW, reason="needs libreoffice-impress, -writer and poppler-utils")
@pytest.mark.parametrize("which", ["small", "large"])
@pytest.mark.parametrize("ending", [".pptx", ".docx"])
def test_libreoffice_shows_every_page_and_none_is_empty(
    which: str, ending: str, tmp_path: Path
) -> None:
    """A slide is a page; a document has not more than a page for each table, figure and feature."""
    document = small() if which == "small" else large()
    source = tmp_path / f"made{ending}"
    source.write_bytes((pptx if ending == ".pptx" else docx)(document))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        [str(OFFICE), home, "--headless", "--convert-to", "pdf", source.name],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", "made.pdf", "-"], cwd=tmp_path, check=True, capture_output=True
    ).stdout.decode()
    pages = text.split("\f")[:-1]
    assert all(len(re.sub(r"\s", "", page)) > 20 for page in pages)
    if ending == ".pptx":
        assert len(pages) == len(library.Presentation(str(source)).slides)
    else:
        blocks = sum(len(section.blocks) for section in document.sections)
        assert 5 < len(pages) <= blocks
