"""What is wrong with a large file is said in the words that a small one gets."""

from pathlib import Path

import pytest

from tests.readers.files import csv_text, write
from tests.readers.large import HEADER, open_large_door, rows_of
from tests.readers.reading import refusal

BROKEN = {
    "too wide": ("r0,a,b,c,d,like,like,like,like,x,y\n", 1),
    "an open quote": ('r0,a,b,"c,d,like,like,like,like,x\n', 1),
    "text behind a quote": ('r0,a,b,"c"c,d,like,like,like,like,x\n', 1),
    "an unknown answer": ("r0,a,b,c,d,Perhaps,like,like,like,x\n", 1),
    "a line break without quotes": ("r0,a,b,c1\nc2,d,like,like,like,like,x\n", 2),
    "three such breaks": ("r0,a,b,c1\n\nc2\nc3,d,like,like,like,like,x\n", 4),
}
"""What is put into a file, and on which of its lines it is told."""


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("cores", [1, 3])
@pytest.mark.parametrize("above", [20, 200])
@pytest.mark.parametrize("quoted", [False, True])
def test_both_doors_refuse_with_the_same_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    end: str,
    cores: int,
    above: int,
    *,
    quoted: bool,
) -> None:
    """And name the same row, though a part of a file does not know how many are above it."""
    bad, line = BROKEN[name]
    rows = rows_of(400)
    if quoted:
        rows[5][3] = "two\nlines"
    lines = csv_text([HEADER, *rows]).splitlines(keepends=True)
    text = "".join([*lines[:above], bad, *lines[above:]])
    path = write(tmp_path / "survey.csv", text.replace("\n", end))
    plain = refusal(path)
    open_large_door(monkeypatch, cores)

    assert refusal(path) == plain
    assert plain.startswith(f"survey.csv, row {above + line}")


@pytest.mark.usefixtures("large_door")
def test_a_column_of_many_unknown_words_is_not_taken_for_free_text(tmp_path: Path) -> None:
    """Its name says that it is a question."""
    rows = rows_of(400)
    for at, row in enumerate(rows):
        row[5] = f"Perhaps {at}"

    assert refusal(write(tmp_path / "s.csv", csv_text([HEADER, *rows]))).startswith(
        's.csv, row 2, column F "loan_f": 400 answers are not on the scale: "Perhaps 0" (1), '
    )


@pytest.mark.usefixtures("large_door")
def test_a_byte_that_comes_late_decides_the_encoding(tmp_path: Path) -> None:
    """Neither UTF-8 nor Windows-1252 has it."""
    content = csv_text([HEADER, *rows_of(400)]).encode() + b"r,\x81\n"

    assert refusal(write(tmp_path / "s.csv", content)) == (
        f"s.csv: byte {len(content) - 2} (81 in hex) fits neither UTF-8 nor Windows-1252\n"
        "hint: save the file as CSV UTF-8, or name its encoding with --encoding"
    )
