"""Workbooks: sheets, addresses, merged cells, formulas and errors."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.protection import SheetProtection

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import (
    DISLIKE,
    LIKE,
    NEUTRAL,
    Rows,
    Sheets,
    write_ods,
    write_xls,
    write_xlsx,
)
from tests.readers.reading import asked, codes, finding, pairs, refusal

ROWS: Rows = [["id", "loan_f", "loan_d"], [1, LIKE, DISLIKE], [2, LIKE, NEUTRAL]]
LIKED = {"loan": [(1, 5), (1, 3)]}
Writer = Callable[[Path, Sheets], Path]
WRITERS: list[Writer] = [write_xlsx, write_xls, write_ods]
ENDINGS: dict[Writer, str] = {write_xlsx: "xlsx", write_xls: "xls", write_ods: "ods"}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", ["survey.{}", "survey.csv", "survey"])
def test_a_workbook_is_known_by_its_content(tmp_path: Path, writer: Writer, name: str) -> None:
    """Whatever its name ends in."""
    survey = read_survey(writer(tmp_path / name.format(ENDINGS[writer]), {"Answers": ROWS}))

    assert pairs(survey) == LIKED
    assert survey.origin.sheet == "Answers"


@pytest.mark.parametrize("writer", WRITERS)
def test_whole_numbers_are_codes_without_decimals(tmp_path: Path, writer: Writer) -> None:
    """A spreadsheet holds 1 as 1.0."""
    rows: Rows = [["loan_f", "loan_d"], [1, 5], [1.0, 3.0]]
    survey = read_survey(writer(tmp_path / "book", {"S": rows}), ReadOptions(codes="like=1"))

    assert pairs(survey) == LIKED


@pytest.mark.parametrize("writer", WRITERS)
def test_addresses_are_those_of_the_spreadsheet(tmp_path: Path, writer: Writer) -> None:
    """Though the data begin at C5."""
    blank: list[list[str]] = [[""] * 5] * 4
    rows: Rows = [
        *blank,
        ["", "", "id", "loan_f", "loan_d"],
        ["", "", 1, LIKE, DISLIKE],
        ["", "", 2, "Perhaps", DISLIKE],
    ]
    place = 'book, sheet "S", row 7, column D "loan_f"'

    assert refusal(writer(tmp_path / "book", {"S": rows})).startswith(f"{place}: 1 answer is not ")


def test_hidden_and_empty_sheets_are_passed_over(tmp_path: Path) -> None:
    """A hidden one may hold what is older."""
    sheets: Sheets = {"Old": ROWS, "Empty": [[]], "Answers": ROWS}
    survey = read_survey(write_xlsx(tmp_path / "s.xlsx", sheets, hidden=["Old"]))

    assert survey.origin.sheet == "Answers"
    assert codes(survey) == []


def test_a_hidden_sheet_can_be_named(tmp_path: Path) -> None:
    """Then it is read."""
    path = write_xlsx(tmp_path / "s.xlsx", {"Old": ROWS, "New": ROWS}, hidden=["Old"])

    assert read_survey(path, ReadOptions(sheet="Old")).origin.sheet == "Old"


def test_notes_and_results_beside_the_answers_are_told(tmp_path: Path) -> None:
    """Category letters are no answers, and a page of notes needs no header."""
    sheets: Sheets = {
        "Read me": [["How to fill this in"], [], ["like", "dislike"], [LIKE, DISLIKE]],
        "Answers": ROWS,
        "Result": [["Feature", "Category"], ["loan", "M"], ["lock", "A"]],
    }
    survey = read_survey(write_xlsx(tmp_path / "s.xlsx", sheets))

    assert survey.origin.sheet == "Answers"
    assert finding(survey, "K114").facts == {"names": ("Read me", "Result")}


def test_one_of_several_sheets_is_read_by_name(tmp_path: Path) -> None:
    """Without the name it would be a guess."""
    path = write_xlsx(tmp_path / "s.xlsx", {"May": ROWS, "June": ROWS[:2]})

    assert pairs(read_survey(path, ReadOptions(sheet="June"))) == {"loan": [(1, 5)]}


def test_merged_cells_reach_to_the_right_in_the_header_only(tmp_path: Path) -> None:
    """A merged answer belongs to the cell where it stands."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Loan bike", None], [LIKE, DISLIKE], [LIKE, None]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:B3")
    book.save(tmp_path / "s.xlsx")
    study = asked(
        """
        features:
          - name: Loan bike
            columns: {functional: column A, dysfunctional: column B}
        """
    )

    assert pairs(read_survey(tmp_path / "s.xlsx", ReadOptions(study))) == {
        "Loan bike": [(1, 5), (1, 0)]
    }
    assert 'columns "Loan bike"' in refusal(
        tmp_path / "s.xlsx",
        ReadOptions(
            asked(
                "features: [{name: L, columns: {functional: Loan bike, dysfunctional: column B}}]"
            )
        ),
    )


def test_a_protected_sheet_is_read(tmp_path: Path) -> None:
    """It guards against typing, and hides nothing."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(list(row))
    sheet.protection = SheetProtection(sheet=True, password="secret")  # noqa: S106
    book.security.lockStructure = True
    book.save(tmp_path / "s.xlsx")

    assert pairs(read_survey(tmp_path / "s.xlsx")) == LIKED


def _with_cells(path: Path, cells: dict[str, str]) -> Path:
    """A workbook with ROWS, in which some cells are replaced by raw XML."""
    write_xlsx(path, {"S": ROWS})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for address, xml in cells.items():
        begin = sheet.index(f'<c r="{address}"')
        end = sheet.index("</c>", begin) + len("</c>")
        sheet = f"{sheet[:begin]}{xml}{sheet[end:]}"
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_computed_formula_is_its_result(tmp_path: Path) -> None:
    """A text, or an empty text, which is blank."""
    path = _with_cells(
        tmp_path / "s.xlsx",
        {
            "C2": '<c r="C2" t="str"><f>IF(1,"x")</f><v>I dislike it</v></c>',
            "C3": '<c r="C3" t="str"><f>""</f><v></v></c>',
        },
    )

    assert pairs(read_survey(path)) == {"loan": [(1, 5), (1, 0)]}


def test_an_error_in_a_cell_is_missing_and_told(tmp_path: Path) -> None:
    """`#N/A` means that there is no answer."""
    path = _with_cells(tmp_path / "s.xlsx", {"C3": '<c r="C3" t="e"><v>#N/A</v></c>'})
    survey = read_survey(path)

    assert pairs(survey) == {"loan": [(1, 5), (1, 0)]}
    assert finding(survey, "K103").facts == {"count": 1, "words": (("#N/A", 1),)}


def test_another_error_is_no_answer(tmp_path: Path) -> None:
    """A broken reference hides what was said."""
    path = _with_cells(tmp_path / "s.xlsx", {"C3": '<c r="C3" t="e"><f>X1</f><v>#REF!</v></c>'})

    assert refusal(path).startswith(
        's.xlsx, sheet "S", row 3, column C "loan_d": 1 answer is not on the scale: "#REF!" (1)'
    )


def test_a_formula_beside_the_answers_may_be_uncomputed(tmp_path: Path) -> None:
    """Nobody asks for it."""
    path = _with_cells(tmp_path / "s.xlsx", {"A3": '<c r="A3"><f>A2+1</f></c>'})

    assert pairs(read_survey(path)) == LIKED


@pytest.mark.parametrize("cells", [["C3"], ["C2", "C3"]])
def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path, cells: list[str]) -> None:
    """It reads as blank, and a blank is half a pair: one of them, or a whole column."""
    xml = {cell: f'<c r="{cell}"><f>"I like it"</f><v></v></c>' for cell in cells}

    assert refusal(_with_cells(tmp_path / "s.xlsx", xml)) == (
        f's.xlsx, sheet "S", column C "loan_d": the formula in cell {cells[0]} was never computed, '
        "so its answer is not in the file\n"
        "hint: open the file in a spreadsheet program and save it"
    )


def test_a_question_whose_formulas_were_all_lost_is_refused(tmp_path: Path) -> None:
    """Its column reads as blank, and its name does not say that it is a question."""
    rows: Rows = [["If we had it?", "If we did not have it?"], [LIKE, '=""'], [LIKE, "=A2"]]

    assert "the formula in cell B2 was never computed" in refusal(
        write_xlsx(tmp_path / "s.xlsx", {"S": rows})
    )


@pytest.mark.parametrize("writer", WRITERS)
def test_reading_a_plain_workbook_loads_no_heavy_library(tmp_path: Path, writer: Writer) -> None:
    """Neither pandas nor openpyxl: they cost more than the reading."""
    path = writer(tmp_path / "book", {"S": ROWS})
    code = (
        "import sys; from kano_cli.readers.survey import read_survey; "
        f"read_survey({str(path)!r}); print({{'pandas', 'openpyxl', 'scipy'}} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "set()\n"
