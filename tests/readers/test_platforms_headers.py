"""The header rows that survey tools write, whole or after somebody deleted some of them."""

from pathlib import Path

import pytest

from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from tests.readers.files import DISLIKE, LIKE, NEUTRAL, csv_text, write
from tests.readers.reading import Reader, asked, pairs

IDS = ["Status", "Progress", "Finished", "ResponseId", "DistributionChannel", "Q1_1", "Q2_1"]
ABOUT = ["Response Type", "Progress", "Finished", "Response ID", "Distribution Channel"]
TEXTS = [*ABOUT, "If we had this? - Loan", "If we did not have this? - Loan"]
IMPORTS = [f'{{"ImportId":"QID{at}"}}' for at in range(7)]
ROWS = [
    ["IP Address", "100", "True", "R_1", "anonymous", LIKE, DISLIKE],
    ["Survey Preview", "100", "True", "R_2", "preview", LIKE, LIKE],
    ["IP Address", "20", "False", "R_3", "anonymous", "", ""],
]
STUDY = asked("features: [{name: Bike, columns: {functional: Q1_1, dysfunctional: Q2_1}}]\n")
LEFT_OUT = {"preview": 1, "incomplete": 1}


@pytest.mark.parametrize("header", [[IDS, TEXTS, IMPORTS], [IDS, TEXTS], [TEXTS, IMPORTS], [TEXTS]])
@pytest.mark.parametrize("title", ["", "Bike shop\n\n"])
def test_three_rows_of_qualtrics_two_or_one(
    read: Reader, header: list[list[str]], title: str
) -> None:
    """With the texts the features have names, and its marks count in any of them."""
    survey = read(title + csv_text([*header, *ROWS]))

    assert (pairs(survey), survey.origin.platform) == ({"Loan": [(1, 5)]}, "qualtrics")
    assert survey.origin.left_out_rows == LEFT_OUT


@pytest.mark.parametrize("header", [[IDS, TEXTS, IMPORTS], [IDS, TEXTS], [IDS, IMPORTS], [IDS]])
@pytest.mark.parametrize("first", [0, 2])
def test_the_short_names_of_qualtrics_work_in_a_questionnaire(
    read: Reader, header: list[list[str]], first: int
) -> None:
    """Whoever is first, somebody who answered or nobody."""
    survey = read(csv_text([*header, ROWS[first], *ROWS]), ReadOptions(STUDY))

    assert set(pairs(survey)["Bike"]) == {(1, 5)}
    assert survey.origin.left_out_rows["preview"] == 1


def test_import_marks_are_no_texts(tmp_path: Path) -> None:
    """Where the row of texts was deleted the short names are all there is."""
    path = write(tmp_path / "s.csv", csv_text([IDS, IMPORTS, *ROWS]))
    (table,) = open_survey(path, ReadOptions()).tables

    assert [column.header for column in table.columns] == IDS
    assert table.header_rows == (1,)


@pytest.mark.parametrize("row", [1, 2])
def test_the_header_of_a_tool_can_be_pointed_at(read: Reader, row: int) -> None:
    """By any of its rows; what the tool marks still does not count."""
    text = csv_text([IDS, TEXTS, IMPORTS, *ROWS])
    survey = read(text, ReadOptions(header_row=row, platform="qualtrics"))

    assert survey.origin.left_out_rows == LEFT_OUT
    assert pairs(read(text, ReadOptions(header_row=row))) == {"Loan": [(1, 5)]}


def test_short_names_say_the_side_where_the_texts_do_not(read: Reader) -> None:
    """As somebody names questions who thinks of SPSS: F1_FUNC, F1_DYS."""
    ids = [*IDS[:5], "F1_FUNC", "F1_DYS"]
    texts = [*ABOUT, "Imagine our shop …", "Imagine our shop …"]

    assert list(pairs(read(csv_text([ids, texts, *ROWS]))).values()) == [[(1, 5)]]


MONKEY = [
    [
        "Respondent ID",
        "Collector ID",
        "If we HAD this?",
        "",
        "If we did NOT have this?",
        "",
        "City",
    ],
    ["", "", "Loan", "Lock", "Loan", "Lock", "Response"],
    ["118", "4001", LIKE, NEUTRAL, DISLIKE, NEUTRAL, "Ghent"],
]


def test_surveymonkey_writes_a_question_over_its_first_column(read: Reader) -> None:
    """And the word Response under one with a single column."""
    assert pairs(read(csv_text(MONKEY))) == {"Loan": [(1, 5)], "Lock": [(3, 3)]}
    single = [["Respondent ID", "Collector ID", "loan_f", "loan_d"], ["", "", *["Response"] * 2]]
    assert pairs(read(csv_text([*single, ["1", "2", LIKE, DISLIKE]]))) == {"loan": [(1, 5)]}


def test_surveymonkey_without_its_second_row(read: Reader) -> None:
    """Single questions need none."""
    rows = [["Respondent ID", "Collector ID", "loan_f", "loan_d"], ["1", "2", LIKE, DISLIKE]]

    assert pairs(read(csv_text(rows))) == {"loan": [(1, 5)]}


def test_tags_below_a_header_are_no_answers(read: Reader) -> None:
    """HXL, as KoboToolbox writes it, and in a table of nobody."""
    tags = "#loan+f,#loan+d,#meta+id,#date\n"
    for last in ("_uuid,_submission_time", "a,b"):
        assert pairs(read(f"loan_f,loan_d,{last}\n{tags}like,dislike,u,t\n")) == {"loan": [(1, 5)]}


CODE_AND_TEXT = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page"]


@pytest.mark.parametrize("mark", [". ", "._."])
def test_limesurvey_writes_code_and_text_in_one_cell(read: Reader, mark: str) -> None:
    """The text names the feature, the code the column."""
    header = [
        *(cell.replace(". ", mark) for cell in CODE_AND_TEXT),
        f"bike[f]{mark}Loan [If we had it]",
        f"bike[d]{mark}Loan [If we did not have it]",
    ]
    text = csv_text([header, ["1", "2026", "3", LIKE, DISLIKE], ["2", "", "1", "zzz", ""]])
    names = "{functional: 'bike[f]', dysfunctional: 'bike[d]'}"
    study = asked(f"features: [{{name: Bike, columns: {names}}}]\n")

    assert pairs(read(text)) == {"Loan": [(1, 5)]}
    assert pairs(read(text, ReadOptions(study))) == {"Bike": [(1, 5)]}
    assert read(text).origin.left_out_rows == {"incomplete": 1}


def grouped(tool: str, *names: str) -> str:
    """An export of KoboToolbox or ODK Central with these questions."""
    answers = ["like", "dislike", "like", "neutral"][: len(names)]
    if tool == "kobo":
        return csv_text([["start", *names, "_uuid", "_submission_time"], ["", *answers, "u", "t"]])
    return csv_text([["SubmissionDate", *names, "KEY"], ["t", *answers, "u"]])


TWO = [(1, 5)], [(1, 3)]


@pytest.mark.parametrize(
    ("tool", "names", "features"),
    [
        ("kobo", ["a/b/loan_f", "a/b/loan_d"], ["loan"]),
        ("kobo", ["bike/q_f", "bike/q_d", "lock/q_f", "lock/q_d"], ["bike/q", "lock/q"]),
        ("kobo", ["bike/f", "bike/d", "lock/f", "lock/d"], ["bike", "lock"]),
        ("kobo", ["with/loan", "without/loan", "with/lock", "without/lock"], ["loan", "lock"]),
        ("kobo", ["g/loan_f", "g/loan_d", "lock_f", "lock_d"], ["loan", "lock"]),
        ("kobo", ["If we had 24/7 help?", "If we had no 24/7 help?"], ["If we had 24/7 help?"]),
        (
            "kobo",
            ["Bike/If we had 24/7 help?", "Bike/If we had no 24/7 help?"],
            ["If we had 24/7 help?"],
        ),
        ("odk", ["a-b-loan_f", "a-b-loan_d"], ["loan"]),
        ("odk", ["bike-q_f", "bike-q_d", "lock-q_f", "lock-q_d"], ["bike-q", "lock-q"]),
        ("odk", ["g-loan_f", "g-loan_d", "lock_f", "lock_d"], ["loan", "lock"]),
    ],
)
def test_groups_come_off_unless_they_tell_questions_apart(
    read: Reader, tool: str, names: list[str], features: list[str]
) -> None:
    """Two groups may hold questions of one name."""
    survey = read(grouped(tool, *names))

    assert survey.origin.platform == tool
    assert pairs(survey) == dict(zip(features, TWO, strict=False))


def test_a_questionnaire_may_name_a_column_with_its_groups_or_without(read: Reader) -> None:
    """Both names are known."""
    names = "{functional: a/b/loan_f, dysfunctional: loan_d}"
    study = asked(f"features: [{{name: Bike, columns: {names}}}]\n")

    text = grouped("kobo", "a/b/loan_f", "a/b/loan_d")
    assert pairs(read(text, ReadOptions(study))) == {"Bike": [(1, 5)]}
