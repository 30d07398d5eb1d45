"""Answer sheets filled in by a program, as respondents do: with the texts of the lists."""

import shutil
import subprocess
from collections.abc import Collection, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from kano_cli.forms.answer_sheet import one, rows
from kano_cli.forms.form import Form
from kano_cli.study.answer_sheet import CONSENT, SCALE_SHEET, SheetKey, read_key
from tests.forms.fielded import Filled, shown

OFFICE = shutil.which("soffice")
WRITERS = {"one": one.write, "rows": rows.write}


def opened(content: bytes) -> Any:  # noqa: ANN401  # openpyxl tells no types
    """A workbook as openpyxl sees it."""
    return openpyxl.load_workbook(BytesIO(content))


def key_of(book: Any) -> SheetKey:  # noqa: ANN401
    """What the hidden sheet of a workbook says."""
    sheet = book[SCALE_SHEET]
    key = read_key([[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)])
    assert key is not None
    return key


def answer_cells(book: Any) -> dict[str, tuple[int, int]]:  # noqa: ANN401
    """The first cell of every question as a person finds it, by code: row and column from 1."""
    sheet, key = book["Answers"], key_of(book)
    if key.layout == "rows":
        header = next(
            row for row in sheet.iter_rows() if any(c.value == key.questions[0].code for c in row)
        )
        return {c.value: (c.row + 1, c.column) for c in header if c.value}
    by_key = {row[0].value: row[0].row for row in sheet.iter_rows() if row[0].value}
    return {each.code: (by_key[each.key], each.column + 1) for each in key.questions}


def filled_in(
    asked: Form,
    people: Sequence[Filled],
    layout: str,
    *,
    consent: bool = True,
    refusing: Collection[int] = (),
) -> list[bytes]:
    """The workbooks that come back: one for everybody, or one for each.

    `consent` is whether anybody gives it; `refusing` are the places of those who do not.
    Nobody can type into a locked cell, so that this program does not either.
    """
    content, language = WRITERS[layout](asked), asked.language
    files = [opened(content) for _ in (people if layout == "one" else [0])]
    for at, person in enumerate(people):
        book = files[at if layout == "one" else 0]
        down = 0 if layout == "one" else at
        texts = shown(asked, person, language)
        if consent and at not in refusing and asked.consent and any(texts.values()):
            texts[CONSENT] = key_of(book).lists["kano_yes"][0][1]
        places = answer_cells(book)
        for code, text in texts.items():
            row, column = places[code]
            cell = book["Answers"].cell(row + down, column)
            assert not cell.protection.locked, (code, cell.coordinate)
            if text:
                cell.value = text
                cell.data_type = "s"  # a person who chooses =A1 from a list gets this text
    return [_saved(book) for book in files]


def _saved(book: Any) -> bytes:  # noqa: ANN401
    """The bytes of a workbook, as openpyxl saves it."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def converted(path: Path, kind: str) -> Path:
    """A workbook as LibreOffice saves it again: xlsx, ods or pdf."""
    out = path.parent / f"{kind}-{path.stem}"
    profile = (path.parent / "profile").as_uri()
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
            "--outdir", str(out), str(path),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return out / f"{path.stem}.{kind}"
