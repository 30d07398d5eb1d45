"""Two sheets: the functional answers on one, the dysfunctional ones on the other."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL, Rows, write_xlsx
from tests.readers.reading import asked, codes, finding, pairs

ONE: Rows = [["respondent", "Loan bike", "Lock"], ["r1", LIKE, EXPECT], ["r2", LIKE, LIKE]]
OTHER: Rows = [["respondent", "Lock", "Loan bike"], ["r2", LIKE, NEUTRAL], ["r1", NEUTRAL, DISLIKE]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the workbooks of these tests stand."""
    return tmp_path


def read_both(
    folder: Path,
    one: Rows,
    other: Rows,
    options: ReadOptions | None = None,
    names: tuple[str, str] = ("Functional", "Dysfunctional"),
) -> Survey:
    """What two sheets of these names give."""
    path = write_xlsx(folder / "s.xlsx", {"Read me": [["Hello"]], names[0]: one, names[1]: other})
    return read_survey(path, options)


@pytest.mark.parametrize(
    "names",
    [("Functional", "Dysfunctional"), ("With", "Without"), ("Answers (f)", "Answers (d)"),
     ("Functioneel", "Disfunctioneel"), ("mit", "ohne"), ("Positive", "Negative")],
)  # fmt: skip
def test_rows_are_joined_by_respondent(folder: Path, names: tuple[str, str]) -> None:
    """Rows and columns may stand in another order on either sheet."""
    survey = read_both(folder, ONE, OTHER, names=names)

    assert pairs(survey) == {"Loan bike": [(1, 5), (1, 3)], "Lock": [(2, 3), (1, 1)]}
    assert survey.origin.layout == "two-sheets"
    assert finding(survey, "K114").facts == {"names": ("Read me",)}


def test_the_dysfunctional_sheet_may_come_first(folder: Path) -> None:
    """Its name decides."""
    path = write_xlsx(folder / "s.xlsx", {"Dysfunctional": OTHER, "Functional": ONE})

    assert pairs(read_survey(path)) == {"Loan bike": [(1, 5), (1, 3)], "Lock": [(2, 3), (1, 1)]}


def test_who_is_on_one_sheet_only_has_half_a_pair(folder: Path) -> None:
    """It is counted, not filled in."""
    survey = read_both(folder, ONE, OTHER[:2])

    assert pairs(survey) == {"Loan bike": [(1, 0), (1, 3)], "Lock": [(2, 0), (1, 1)]}
    assert survey.tally.half_answered.tolist() == [1, 1]


def test_without_respondents_equal_rows_belong_together(folder: Path) -> None:
    """If what the sheets both have is equal, too."""
    one: Rows = [["When", "Loan bike"], ["9:31", LIKE], ["9:40", EXPECT]]
    other: Rows = [["When", "Loan bike"], ["9:31", DISLIKE], ["9:40", NEUTRAL]]

    assert pairs(read_both(folder, one, other)) == {"Loan bike": [(1, 5), (2, 3)]}


def test_the_questionnaire_can_name_the_respondents(folder: Path) -> None:
    """Here the sheets are sorted in two ways, and "nr" alone does not say whose it is."""
    study = asked("respondent: nr\nfeatures: [{name: Loan bike}]")
    one: Rows = [["nr", "Loan bike"], [1, LIKE], [2, EXPECT]]
    other: Rows = [["nr", "Loan bike"], [2, NEUTRAL], [1, DISLIKE]]

    assert pairs(read_both(folder, one, other, ReadOptions(study))) == {
        "Loan bike": [(1, 5), (2, 3)]
    }


def test_a_feature_that_nobody_answered_on_one_sheet_is_kept(folder: Path) -> None:
    """All of its pairs are half answered."""
    blank = [[*row[:1], "", *row[2:]] if at else row for at, row in enumerate(map(list, OTHER))]
    survey = read_both(folder, ONE, blank)

    assert pairs(survey) == {"Loan bike": [(1, 5), (1, 3)], "Lock": [(2, 0), (1, 0)]}


def test_importance_and_segments_beside_the_answers_are_kept(folder: Path) -> None:
    """From either sheet."""
    study = asked("segments: [Plan]\nfeatures: [{name: Loan bike}]")
    one: Rows = [["respondent", "Plan", "Loan bike"], ["r1", "Free", LIKE], ["r2", "Pro", LIKE]]
    other: Rows = [
        ["respondent", "Loan bike", "Loan bike (importance)"],
        ["r2", NEUTRAL, 7],
        ["r1", DISLIKE, "3 - Somewhat important"],
    ]
    survey = read_both(folder, one, other, ReadOptions(study))

    assert survey.responses is not None
    assert survey.responses.segments == {"Plan": ("Free", "Pro")}
    assert survey.responses.importance is not None
    assert survey.responses.importance.tolist() == [[3.0], [7.0]]


def test_codes_on_two_sheets_need_names_to_be_answers(folder: Path) -> None:
    """The number of the respondent is 1 and 2, and no answer."""
    one: Rows = [["nr", "Loan bike"], [1, 1], [2, 2]]
    other: Rows = [["nr", "Loan bike"], [1, 5], [2, 3]]
    study = asked("features: [{name: Loan bike}]")
    survey = read_both(folder, one, other, ReadOptions(study, codes="like=1"))

    assert pairs(survey) == {"Loan bike": [(1, 5), (2, 3)]}
    assert codes(survey) == ["K114"]
