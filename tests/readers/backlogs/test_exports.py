"""Every tool's export is read as it was written down by hand."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
import xlwt

from kano_cli.errors import KanoError
from kano_cli.findings import Place
from kano_cli.readers.backlogs.read import read_backlog
from tests.readers.backlogs.exports import (
    EXPECTED,
    FILES,
    expected_items,
    read_items,
    without_lines,
)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_is_read_as_expected(name: str) -> None:
    """Every field of every item, and the line on which its record begins."""
    backlog = read_backlog(str(FILES / name))

    assert read_items(backlog) == expected_items(name)
    assert backlog.tool == EXPECTED[name]["tool"]


def test_every_sample_has_its_expectation() -> None:
    """A sample that nobody looks at proves nothing."""
    assert {path.name for path in FILES.iterdir()} == {*EXPECTED, "expected.json"}


@pytest.mark.parametrize("name", EXPECTED)
def test_people_stay_out(name: str) -> None:
    """No assignee, address or description is in any field."""
    everything = repr(read_backlog(str(FILES / name)))

    for personal in ("Person", "example.com", "@", "quoted", "hidden", "not read", "someone"):
        assert personal not in everything


def rows(name: str) -> list[list[str]]:
    """The cells of a text export."""
    return list(csv.reader(io.StringIO((FILES / name).read_text("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["jira.csv", "linear.csv", "azure.csv", "asana.csv"])
@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_workbook_holds_the_same_items(name: str, ending: str, tmp_path: Path) -> None:
    """Read from sheets, items have a sheet and a row, below a title that the export put there."""
    cells = [["Export of today"], [], *rows(name)]
    path = str(tmp_path / f"backlog.{ending}")
    if ending == "xlsx":
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Items"
        for row in cells:
            sheet.append(row)
        book.create_sheet("Notes").append(["nothing", "here"])
        book.save(path)
    else:
        old = xlwt.Workbook()
        page = old.add_sheet("Items")
        for at, row in enumerate(cells):
            for column, cell in enumerate(row):
                page.write(at, column, cell)
        old.save(path)

    backlog = read_backlog(path)

    assert without_lines(read_items(backlog)) == without_lines(expected_items(name))
    assert backlog.items[1].place == Place(path, "Items", row=5)
    assert backlog.tool == EXPECTED[name]["tool"]


def test_numbers_in_a_workbook_are_texts_and_sizes(tmp_path: Path) -> None:
    """A spreadsheet writes 41 as 41.0; an id has no decimals."""
    book = openpyxl.Workbook()
    for row in (["ID", "Title", "Priority", "Effort"], [41, "Search", 2, 0.5], [42, "Log", 1, 3]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "b.xlsx")

    items = read_backlog(str(tmp_path / "b.xlsx")).items

    assert [(each.id, each.rank, each.size) for each in items] == [("41", 2, 0.5), ("42", 1, 3.0)]


def test_two_sheets_of_items_are_refused(tmp_path: Path) -> None:
    """Which of them is the backlog nobody knows."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Title", "Status"])
    book.worksheets[0].append(["Search", "Open"])
    other = book.create_sheet("Next year")
    other.append(["Title", "Status"])
    other.append(["Log", "Open"])
    book.save(tmp_path / "b.xlsx")

    with pytest.raises(KanoError, match='2 sheets hold items: "Sheet", "Next year"'):
        read_backlog(str(tmp_path / "b.xlsx"))


def test_an_encoding_that_was_assumed_is_said(tmp_path: Path) -> None:
    """As it is for surveys."""
    path = tmp_path / "b.csv"
    path.write_bytes("Titel\nCafé\n".encode("cp1252"))

    backlog = read_backlog(str(path))

    assert backlog.items[0].title == "Café"
    assert [finding.code for finding in backlog.findings] == ["K101"]
    assert not read_backlog(str(FILES / "jira.csv")).findings
