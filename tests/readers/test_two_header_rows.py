"""Headers of two rows that somebody made by hand: features over sides, or sides over features."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.exports.workbook import workbook
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL, csv_text, write
from tests.readers.reading import Reader, codes, pairs

FEATURES = ["Loan", "", "Lock", ""]
SIDES = ["with", "without", "with", "without"]
PEOPLE = [[LIKE, DISLIKE, NEUTRAL, DISLIKE], [LIKE, NEUTRAL, EXPECT, LIKE]]
TOLD = {"Loan": [(1, 5), (1, 3)], "Lock": [(3, 5), (2, 1)]}
Row = list[str]

BY_SIDE = [[one, lock, other, last] for one, other, lock, last in PEOPLE]
"""The same answers, first both with, then both without."""


def left(rows: list[Row], *columns: Row) -> list[Row]:
    """The rows with more columns before them."""
    return [[column[at] for column in columns] + row for at, row in enumerate(rows)]


def right(rows: list[Row], *columns: Row) -> list[Row]:
    """The rows with more columns behind them."""
    return [row + [column[at] for column in columns] for at, row in enumerate(rows)]


TABLE = [FEATURES, SIDES, *PEOPLE]
FORMS: dict[str, list[Row]] = {
    "features over with and without": TABLE,
    "every cell filled in": [["Loan", "Loan", "Lock", "Lock"], SIDES, *PEOPLE],
    "functional": [FEATURES, ["functional", "dysfunctional"] * 2, *PEOPLE],
    "letters": [FEATURES, ["+", "-"] * 2, *PEOPLE],
    "Dutch": [FEATURES, ["met", "zonder"] * 2, *PEOPLE],
    "questions": [FEATURES, ["If we had it", "If we did not have it"] * 2, *PEOPLE],
    "sides over features": [["with", "", "without", ""], ["Loan", "Lock"] * 2, *BY_SIDE],
    "questions over features": [
        ["If we had this?", "", "If we did not have this?", ""],
        ["Loan", "Lock"] * 2,
        *BY_SIDE,
    ],
    "columns left, named below": left(TABLE, ["", "ID", "1", "2"], ["", "City", "x", "x"]),
    "columns left, named above": left(TABLE, ["ID", "", "1", "2"], ["City", "", "x", ""]),
    "columns right, named below": right(TABLE, ["", "Age", "20", "30"], ["", "Why", "a", ""]),
    "columns right, named above": right(TABLE, ["Age", "", "20", "30"], ["Why", "", "a", ""]),
    "columns on either side": left(right(TABLE, ["", "Why", "a", "b"]), ["", "ID", "1", "2"]),
    "rows without a name": left(TABLE, ["", "", "1", "2"]),
    "a title above": [["Our survey", "", "", ""], *TABLE],
    "a wide title above": [["Our survey", "", "", "by Anna"], [], *TABLE],
    "the dysfunctional one first": [
        FEATURES,
        ["without", "with", "with", "without"],
        *([other, one, lock, last] for one, other, lock, last in PEOPLE),
    ],
}


@pytest.mark.parametrize("name", FORMS)
def test_two_rows_are_one_header(read: Reader, name: str) -> None:
    """Cells that are merged in a spreadsheet are blank in a text file."""
    survey = read(csv_text(FORMS[name]))

    assert (pairs(survey), codes(survey)) == (TOLD, [])
    assert survey.origin.left_out_rows == {}


@pytest.mark.parametrize("name", FORMS)
def test_it_reads_the_same_from_a_workbook(tmp_path: Path, name: str) -> None:
    """With blank cells beside the name."""
    path = tmp_path / "s.xlsx"
    path.write_bytes(workbook({"Answers": FORMS[name]}))

    assert pairs(read_survey(path)) == TOLD


@pytest.mark.parametrize(
    ("merged", "table"),
    [
        (["A1:B1", "C1:D1"], TABLE),
        (["B1:C1", "D1:E1", "A1:A2"], left(TABLE, ["ID", "", "1", "2"])),
        (["A1:B1", "C1:D1"], FORMS["sides over features"]),
        (["A1:D1", "A2:B2", "C2:D2"], [["Our survey", "", "", ""], *TABLE]),
    ],
)
def test_merged_cells_belong_to_all_their_columns(
    tmp_path: Path, merged: list[str], table: list[Row]
) -> None:
    """As a spreadsheet shows it."""
    path = tmp_path / "s.xlsx"
    path.write_bytes(workbook({"Answers": table}, merged=merged))

    assert pairs(read_survey(path)) == TOLD


def test_a_title_that_is_merged_over_the_table_is_no_header(tmp_path: Path) -> None:
    """It would be the name of every column."""
    rows = [["Our survey", "", ""], ["ID", "loan_f", "loan_d"], ["1", LIKE, DISLIKE]]
    path = tmp_path / "s.xlsx"
    path.write_bytes(workbook({"Answers": rows}, merged=["A1:C1"]))

    assert pairs(read_survey(path)) == {"loan": [(1, 5)]}


def test_the_first_respondent_may_have_answered_nothing(read: Reader) -> None:
    """Nor the second; their rows are blank and no part of the header."""
    blank = ["", "", "", ""]
    table = left([FEATURES, SIDES, blank, blank, *PEOPLE], ["", "ID", "1", "2", "3", "4"])
    survey = read(csv_text(table))

    assert (pairs(survey), survey.origin.left_out_rows) == (TOLD, {"empty": 2})


def test_a_single_feature_loses_its_name_and_nothing_else(read: Reader) -> None:
    """One name over two sides may as well be the title of the table."""
    survey = read(csv_text([["Loan", ""], ["with", "without"], [LIKE, DISLIKE], [LIKE, NEUTRAL]]))

    assert (pairs(survey), codes(survey)) == ({"Feature 1": [(1, 5), (1, 3)]}, ["K107"])


@pytest.mark.parametrize("row", [1, 2])
def test_whoever_points_at_one_of_the_rows_means_both(read: Reader, row: int) -> None:
    """Alone neither of them names a column."""
    assert pairs(read(csv_text(TABLE), ReadOptions(header_row=row))) == TOLD


def test_a_third_column_of_a_feature_is_its_importance(read: Reader) -> None:
    """Under the same name, and told by its own label."""
    rows = [
        ["Loan", "", "", "Lock", "", ""],
        ["with", "without", "importance"] * 2,
        [LIKE, DISLIKE, "7", NEUTRAL, DISLIKE, "3"],
        [LIKE, NEUTRAL, "5", EXPECT, LIKE, ""],
    ]
    survey = read(csv_text(rows))

    assert pairs(survey) == TOLD
    assert [one.mean if one else None for one in survey.importance] == [6, 3]


FIRST = {
    "letters": ("x", "y", "x", "y"),
    "codes": ("2", "3", "2", "3"),
    "nothing to say": ("n/a", "-", "n/a", "-"),
    "no answer": ("don't know", "n/a", "don't know", "n/a"),
}


@pytest.mark.parametrize("name", FIRST)
def test_a_respondent_who_answers_the_same_again_is_no_header(read: Reader, name: str) -> None:
    """His answers look like labels under the names, and would be lost with him."""
    rows = [["loan_f", "loan_d", "lock_f", "lock_d"], list(FIRST[name]), *PEOPLE, *PEOPLE]
    survey = read(csv_text(rows), ReadOptions(codes="like=1", unknown="missing"))
    first = [(2, 3)] if name == "codes" else []
    loan, lock = TOLD.values()

    assert pairs(survey) == {"loan": [*first, *loan, *loan], "lock": [*first, *lock, *lock]}
    assert survey.origin.left_out_rows == ({} if first else {"empty": 1})


def test_codes_of_a_legend_are_no_labels_either(tmp_path: Path) -> None:
    """They are known only after the header is found."""
    legend = csv_text([["1", LIKE], ["2", EXPECT], ["3", NEUTRAL], ["4", "I can live with it"]])
    rows = [["ID", "loan_f", "loan_d", "lock_f", "lock_d"], list("72323"), list("81515")]
    path = write(tmp_path / "s.csv", legend + csv_text([["5", DISLIKE], [], *rows]))

    assert pairs(read_survey(path)) == {"loan": [(2, 3), (1, 5)], "lock": [(2, 3), (1, 5)]}
