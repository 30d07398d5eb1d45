"""Rows that a survey tool marks: left out for one reason each, counted, and brought back."""

import json
from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.commands.process import kano
from tests.readers.files import csv_text, write, write_xlsx
from tests.readers.large import open_large_door
from tests.readers.reading import Reader, codes, finding, pairs, refusal

Q = ["Status", "Progress", "Finished", "ResponseId", "DistributionChannel", "loan_f", "loan_d"]
REAL = ["IP Address", "100", "True", "R_1", "anonymous", "like", "dislike"]
ENGLISH = [[*REAL[:5], "I like it", "I dislike it"]]
LIKED = {"loan": [(1, 5)]}


def qualtrics(**cells: str) -> list[str]:
    """An answered form of somebody else, with other texts in some cells."""
    cells = {"ResponseId": "R_2", **cells}
    return [cells.get(name, cell) for name, cell in zip(Q, REAL, strict=True)]


def lone(header: str, *rows: str) -> str:
    """A table of these lines."""
    return "\n".join([header, *rows, ""])


KOBO = "loan_f,loan_d,_uuid,_submission_time,_validation_status"
ODK = "SubmissionDate,loan_f,loan_d,KEY,ReviewState"
TYPEFORM = "#,loan_f,loan_d,Response Type,Submit Date (UTC),Network ID"
MARKED = {
    "Survey Preview": (csv_text([Q, REAL, qualtrics(Status="Survey Preview")]), "preview"),
    "status 1": (csv_text([Q, REAL, qualtrics(Status="1")]), "preview"),
    "channel": (csv_text([Q, REAL, qualtrics(DistributionChannel="Preview")]), "preview"),
    "Survey Test": (csv_text([Q, REAL, qualtrics(Status="Survey Test")]), "test"),
    "status 2": (csv_text([Q, REAL, qualtrics(Status="2")]), "test"),
    "Spam": (csv_text([Q, REAL, qualtrics(Status="Spam")]), "spam"),
    "status 8": (csv_text([Q, REAL, qualtrics(Status="8")]), "spam"),
    "not finished": (csv_text([Q, REAL, qualtrics(Finished="FALSE")]), "incomplete"),
    "finished 0": (csv_text([Q, REAL, qualtrics(Finished="0")]), "incomplete"),
    "progress": (csv_text([Q, REAL, qualtrics(Progress="99")]), "incomplete"),
    "percent": (csv_text([Q, REAL, qualtrics(Progress="99.5 %")]), "incomplete"),
    "not sent": (
        lone("id,submitdate,lastpage,loan_f,loan_d", "1,2026,3,like,dislike", "2,,1,like,neutral"),
        "incomplete",
    ),
    "not approved": (
        lone(KOBO, "like,dislike,a,t,Approved", "like,neutral,b,t,Not Approved"),
        "rejected",
    ),
    "rejected": (
        lone(ODK, "t,like,dislike,a,approved", "t,like,neutral,b,rejected"),
        "rejected",
    ),
    "partial": (
        lone(TYPEFORM, "a,like,dislike,completed,t,n", "b,like,neutral,partial,t,n"),
        "incomplete",
    ),
    "no date": (
        lone(TYPEFORM, "a,like,dislike,completed,t,n", "b,like,neutral,completed,,n"),
        "incomplete",
    ),
}
FLAGGED = {
    "on hold": lone(KOBO, "like,dislike,a,t,", "like,neutral,b,t,On Hold"),
    "code": lone(KOBO, "like,dislike,a,t,", "like,neutral,b,t,validation_status_on_hold"),
    "issues": lone(ODK, "t,like,dislike,a,edited", "t,like,neutral,b,hasIssues"),
}


@pytest.mark.parametrize("name", MARKED)
def test_a_marked_row_is_left_out_and_counted(read: Reader, name: str) -> None:
    """And can be brought back."""
    text, reason = MARKED[name]
    survey = read(text)
    back = read(text, ReadOptions(include=reason))

    assert (pairs(survey), survey.origin.left_out_rows) == (LIKED, {reason: 1})
    assert finding(survey, "K119").facts["reasons"] == ((reason, 1),)
    assert finding(survey, "K119").facts["option"] == reason
    assert (len(pairs(back)["loan"]), back.origin.left_out_rows) == (2, {})
    assert codes(back) == []


@pytest.mark.parametrize("name", FLAGGED)
def test_a_flagged_row_stays_until_somebody_wants_it_out(read: Reader, name: str) -> None:
    """It is not the tool that says that it does not count."""
    survey = read(FLAGGED[name], ReadOptions(exclude="flagged"))

    assert read(FLAGGED[name]).origin.left_out_rows == {}
    assert (pairs(survey), survey.origin.left_out_rows) == (LIKED, {"flagged": 1})
    assert codes(survey) == ["K121"]


TWICE = csv_text(
    [
        *(Q, REAL),
        qualtrics(Status="Survey Preview", Finished="False", Progress="10"),
        qualtrics(Status="2", Finished="False"),
        qualtrics(Status="8", DistributionChannel="preview"),
        qualtrics(Finished="False", Progress="50"),
    ]
)


def test_a_row_with_two_reasons_is_counted_once_for_the_weightier(read: Reader) -> None:
    """A preview, a test or spam that was not finished was never meant to count."""
    left_out = read(TWICE).origin.left_out_rows

    assert left_out == {"preview": 2, "test": 1, "incomplete": 1}
    assert list(left_out) == ["preview", "test", "incomplete"]


@pytest.mark.parametrize(
    ("include", "left_out"),
    [
        ("preview", {"test": 1, "spam": 1, "incomplete": 2}),
        ("incomplete", {"preview": 2, "test": 1}),
        ("preview,incomplete", {"test": 1, "spam": 1}),
        (" Preview , INCOMPLETE,", {"test": 1, "spam": 1}),
        ("preview,test,spam,incomplete,rejected,screened-out", {}),
    ],
)
def test_what_is_brought_back_for_one_reason_may_go_for_another(
    read: Reader, include: str, left_out: dict[str, int]
) -> None:
    """A preview that was not finished is still not finished."""
    assert read(TWICE, ReadOptions(include=include)).origin.left_out_rows == left_out


def test_unknown_words_in_a_row_that_is_left_out_are_no_reason_to_refuse(tmp_path: Path) -> None:
    """Whoever tried the form out wrote anything; brought back, the words are looked at."""
    rows = [Q, qualtrics(Status="Spam", loan_f="zzz", loan_d="1"), REAL, qualtrics(loan_d="live")]
    path = write(tmp_path / "s.csv", csv_text(rows))

    assert pairs(read_survey(path)) == {"loan": [(1, 5), (1, 4)]}
    assert refusal(path, ReadOptions(include="spam")) == (
        's.csv, row 2, column F "loan_f": 2 answers are not on the scale: "zzz" (1), "1" (1)\n'
        "hint: if these are answers put them under scale: in a --questionnaire, if not add "
        "--unknown missing"
    )


def test_words_in_a_row_that_is_left_out_prove_nothing(tmp_path: Path) -> None:
    """Neither which code is like, nor that answers came in several languages."""
    trial = qualtrics(Status="Spam", loan_f="5 - I like it", loan_d="1 - I dislike it")
    coded = [qualtrics(loan_f="5", loan_d="1"), qualtrics(loan_f="4", loan_d="1")]
    mixed = [trial, qualtrics(loan_f="1 - I like it", loan_d="5 - I dislike it")]
    german = qualtrics(Status="Spam", loan_f="Das ist mir egal")

    assert "nothing says which code means like" in refusal(
        write(tmp_path / "s.csv", csv_text([Q, trial, *coded]))
    )
    assert pairs(read_survey(write(tmp_path / "s.csv", csv_text([Q, *mixed])))) == LIKED
    english = read_survey(write(tmp_path / "s.csv", csv_text([Q, german, *ENGLISH])))
    assert (english.origin.language, codes(english)) == ("en", ["K119"])


@pytest.mark.parametrize("large", [False, True])
def test_rows_are_called_by_their_number_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """Also after rows were left out above, with blank lines and line breaks between."""
    if large:
        open_large_door(monkeypatch, cores=2)
    gone = qualtrics(Status="Survey Preview", DistributionChannel="two\nlines")
    head = csv_text([Q, gone, REAL]) + "\n"
    text = head + csv_text([gone, REAL, qualtrics(loan_f="so so")])
    row = text.count("\n", 0, text.index("so so")) + 1

    assert row == 9
    assert refusal(write(tmp_path / "s.csv", text)).startswith(
        f's.csv, row {row}, column F "loan_f": 1 answer is not on the scale'
    )


def test_a_workbook_leaves_out_the_same_rows(tmp_path: Path) -> None:
    """And calls the others by the number that the spreadsheet shows."""
    rows = [Q, qualtrics(Status="Spam", loan_f="zzz"), REAL, qualtrics(Finished="False")]
    survey = read_survey(write_xlsx(tmp_path / "s.xlsx", {"Answers": rows}))
    wrong = {"Answers": [["Our survey"], [], *rows, qualtrics(loan_d="so so")]}

    assert (pairs(survey), survey.origin.left_out_rows) == (LIKED, {"spam": 1, "incomplete": 1})
    assert refusal(write_xlsx(tmp_path / "s.xlsx", wrong)).startswith(
        's.xlsx, sheet "Answers", row 7, column G "loan_d": 1 answer is not on the scale'
    )


def test_whoever_left_a_question_open_can_be_left_out(read: Reader) -> None:
    """With a mark of the tool and without one; `empty` rows are counted apart."""
    text = csv_text([Q, REAL, qualtrics(loan_d=""), qualtrics(loan_f="", loan_d="")])
    survey = read(text, ReadOptions(exclude="incomplete"))
    marked = read(text + csv_text([qualtrics(Finished="0")]), ReadOptions(exclude="incomplete"))
    plain = read("loan_f,loan_d\nlike,dislike\nlike,\n", ReadOptions(exclude="incomplete"))

    assert (pairs(survey), survey.origin.left_out_rows) == (LIKED, {"empty": 1, "incomplete": 1})
    assert (pairs(marked), marked.origin.left_out_rows) == (LIKED, {"empty": 1, "incomplete": 2})
    assert (pairs(plain), plain.origin.left_out_rows) == (LIKED, {"incomplete": 1})


def test_without_the_tool_its_marks_say_nothing(read: Reader) -> None:
    """A column Finished in a table of somebody else is a question like any other."""
    survey = read("Finished,Status,loan_f,loan_d\nFalse,1,like,dislike\n")

    assert (pairs(survey), survey.origin.left_out_rows) == (LIKED, {})


def test_the_first_line_and_the_json_count_what_was_left_out(tmp_path: Path) -> None:
    """By the reason, in the order of their weight."""
    path = str(write(tmp_path / "s.csv", TWICE))
    line = kano("classify", path).stdout.decode().splitlines()
    counted = json.loads(kano("classify", path, "--format", "json").stdout)

    assert "4 rows left out (2 preview, 1 test, 1" in " ".join(line[:2])
    assert counted["survey"]["left_out_rows"] == {"preview": 2, "test": 1, "incomplete": 1}
    one = kano("classify", path, "--include", "preview,incomplete").stdout.decode()
    assert "2 rows left out (1 test, 1 spam)" in " ".join(one.splitlines()[:2])


def test_a_question_of_the_same_text_marks_nothing(read: Reader) -> None:
    """Qualtrics knows its own columns by their short names."""
    texts = ["Response Type", "Progress", "Finished", "Response ID", "Channel", *Q[5:]]
    rows = [[*Q, "Q5"], [*texts, "Progress"], [*REAL, "50"]]

    assert read(csv_text(rows)).origin.left_out_rows == {}


def test_a_column_of_another_name_marks_nothing(read: Reader) -> None:
    """Only the whole name does: Finished (hours) is a number of hours."""
    rows = [[*Q, "Finished (hours)", "My progress"], [*REAL, "0", "3"]]

    assert read(csv_text(rows)).origin.left_out_rows == {}
