"""A report as PDF."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.renderers.documents import report_pdf
from kano_cli.renderers.documents.report_pdf import pdf
from kano_cli.report.document.blocks import Document
from tests.renderers.report_html.reports import ATTACKS, dutch, english, hostile
from tests.report.document.made import large


def _prints() -> bool:
    """Whether the extra and its system library are here."""
    try:
        report_pdf.pdf_library()
    except KanoError:
        return False
    return True


needs_library = pytest.mark.skipif(not _prints(), reason='needs the extra "pdf" and Pango')
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")


def pages_of(printed: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    path = folder / "report.pdf"
    path.write_bytes(printed)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")[:-1]


@needs_library
@needs_poppler
@pytest.mark.parametrize("made", [dutch, english, large])
def test_every_page_has_text_and_every_section_is_there(
    made: Callable[[], Document], tmp_path: Path
) -> None:
    """No empty page, no section lost, and the pages after the cover are numbered."""
    report = made()
    pages = pages_of(pdf(report), tmp_path)

    assert all(len(page.split()) > 5 for page in pages)
    whole = " ".join(" ".join(pages).split())
    for section in report.sections:
        assert section.title in whole
    assert [bool(re.search(rf"\D{n}\s*$", page)) for n, page in enumerate(pages, 1)][1:] == [
        True
    ] * (len(pages) - 1)


@needs_library
def test_the_bytes_are_the_same_each_time() -> None:
    """No clock, no random number."""
    assert pdf(english()) == pdf(english())


@needs_library
@needs_poppler
def test_a_hostile_text_is_shown_and_nothing_is_said_or_fetched(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A logo that asks for a picture elsewhere does not get it."""
    pages = pages_of(pdf(hostile()), tmp_path)

    assert ATTACKS[0] in "".join("".join(pages).split()).replace("\n", "")
    assert capfd.readouterr() == ("", "")


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that installs it."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(KanoError) as missing:
        pdf(large())

    assert missing.value.message == 'a .pdf report needs the extra "pdf"'
    assert missing.value.hint == 'pip install "kano-cli[pdf]"'


def test_a_missing_system_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Pango, which pip cannot install; the library's own advice is not repeated."""

    def no_pango(name: str) -> None:
        print(name)  # noqa: T201  # the library prints before it fails
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(report_pdf, "import_module", no_pango)

    with pytest.raises(KanoError) as missing:
        pdf(large())

    assert "Pango" in missing.value.message
    assert "libpango-1.0-0" in missing.value.hint
    assert capfd.readouterr().out == ""
