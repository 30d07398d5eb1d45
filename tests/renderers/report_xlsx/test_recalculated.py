"""LibreOffice works every formula out again, and comes to the tool's numbers."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.renderers.report_xlsx.opened import (
    formulas,
    large_bytes,
    opened,
    small_bytes,
    weighted_bytes,
)

BOOKS = {
    "seven features": small_bytes,
    "forty features": large_bytes,
    "weights and importance": weighted_bytes,
}
OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="soffice is not installed: nothing can recalculate")
@pytest.mark.parametrize("which", BOOKS)
def test_every_formula_gives_the_number_that_stands_there(which: str, tmp_path: Path) -> None:
    """Without the numbers LibreOffice has to work them out; both are the same to 12 digits."""
    book = BOOKS[which]()
    bare, worked_out = tmp_path / "bare.xlsx", tmp_path / "out" / "bare.xlsx"
    opened(book).save(bare)  # openpyxl keeps formulas and drops their numbers
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx", "--outdir", str(worked_out.parent), str(bare),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    ours, theirs = opened(book, values=True), opened(worked_out.read_bytes(), values=True)
    blank = opened(bare.read_bytes(), values=True)
    there = formulas(book)

    assert len(there) > 100
    for sheet, cell in there:
        expected, found = ours[sheet][cell].value, theirs[sheet][cell].value
        assert blank[sheet][cell].value is None
        if isinstance(expected, str):
            assert found == expected, (sheet, cell, there[sheet, cell])
        else:
            assert found == pytest.approx(expected, rel=1e-12, abs=1e-12), (sheet, cell)
