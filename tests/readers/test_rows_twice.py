"""People who stand in a file twice: they stay and are reported, or the first of each stays."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import csv_text, write, write_xlsx
from tests.readers.large import open_large_door
from tests.readers.reading import Reader, asked, codes, finding, pairs

ONCE = ReadOptions(exclude="duplicated")
BY_ID = {
    "qualtrics": ["Finished,ResponseId,loan_f,loan_d", "True,{},{},{}"],
    "surveymonkey": ["Respondent ID,Collector ID,loan_f,loan_d", "{},c,{},{}"],
    "typeform": ["#,loan_f,loan_d,Submit Date (UTC),Network ID", "{},{},{},t,n"],
    "limesurvey": ["id,submitdate,lastpage,loan_f,loan_d", "{},t,3,{},{}"],
    "kobo": ["_submission_time,_uuid,loan_f,loan_d", "t,{},{},{}"],
    "odk": ["SubmissionDate,KEY,loan_f,loan_d", "t,{},{},{}"],
    "tally": ["Submission ID,Respondent ID,Submitted at,loan_f,loan_d", "{},r,t,{},{}"],
    "jotform": ["Submission Date,Submission ID,loan_f,loan_d", "t,{},{},{}"],
    "microsoft-forms": ["ID,Start time,Completion time,loan_f,loan_d", "{},t,t,{},{}"],
}
AGAIN = [("a", "like", "dislike"), ("b", "like", "neutral"), ("a", "dislike", "like")]


def table(tool: str, *people: tuple[str, str, str]) -> str:
    """An export of a tool with these ids and answers."""
    header, row = BY_ID[tool]
    return "\n".join([header, *(row.format(*person) for person in people), ""])


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("tool", BY_ID)
def test_the_id_of_a_tool_says_who_stands_there_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, large: bool
) -> None:
    """In a large file, too, where ids would not be kept otherwise."""
    people = [*AGAIN, *((f"r{at}", "like", "like") for at in range(300))]
    path = write(tmp_path / "s.csv", table(tool, *people))
    if large:
        open_large_door(monkeypatch, cores=2)
    survey, once = read_survey(path), read_survey(path, ONCE)

    assert survey.origin.platform == tool
    assert (len(pairs(survey)["loan"]), codes(survey)) == (303, ["K208"])
    assert finding(survey, "K208").facts["count"] == 1
    assert pairs(once)["loan"][:3] == [(1, 5), (1, 3), (1, 1)]
    assert (once.origin.left_out_rows, codes(once)) == ({"duplicated": 1}, ["K121"])


def test_a_blank_id_is_nobody_twice(read: Reader) -> None:
    """Who gave no id is not the same as another who gave none."""
    people = [("", "like", "dislike"), ("", "like", "dislike"), ("n/a", "like", "like")]
    text = table("kobo", *people, ("n/a", "like", "like"))

    assert len(pairs(read(text, ONCE))["loan"]) == 4
    assert codes(read(text)) == []


GOOGLE = [
    ["Timestamp", "City", "loan_f", "loan_d"],
    ["2026/10/05 9:31:00", "Utrecht", "like", "dislike"],
    ["2026/10/05 9:31:00", "Ghent", "like", "dislike"],
    ["2026/10/05 9:31:01", "Utrecht", "like", "dislike"],
    ["2026/10/05 9:31:00", "Utrecht", "like", "neutral"],
]


def test_without_an_id_a_whole_row_again_is_one_person(read: Reader) -> None:
    """The time stamp and all answers; a row that differs anywhere is another person."""
    text = csv_text([*GOOGLE, GOOGLE[1]])

    assert codes(read(csv_text(GOOGLE))) == []
    assert codes(read(text)) == ["K208"]
    assert pairs(read(text, ONCE)) == {"loan": [(1, 5), (1, 5), (1, 5), (1, 3)]}


@pytest.mark.usefixtures("large_door")
def test_rows_of_a_large_file_are_not_compared_by_halves(read: Reader) -> None:
    """Its time stamps are not kept, and equal answers alone are no proof of one person."""
    rows = [[f"2026/10/05 {at}", "Utrecht", "like", "dislike"] for at in range(400)]

    assert codes(read(csv_text([GOOGLE[0], *rows]))) == []


def test_the_questionnaire_names_the_people(read: Reader) -> None:
    """Also in a file of no tool, and before the id of one."""
    study = asked("respondent: mail\n")
    plain = "mail,loan_f,loan_d\na,like,dislike\nb,like,neutral\na,like,like\n"
    kobo = "mail,_uuid,_submission_time,loan_f,loan_d\na,1,t,like,dislike\na,2,t,like,neutral\n"

    for text in (plain, kobo):
        assert "K208" in codes(read(text, ReadOptions(study)))
        kept = read(text, ReadOptions(study, exclude="duplicated"))
        assert kept.origin.left_out_rows == {"duplicated": 1}


def test_the_first_row_that_counts_is_the_one_that_stays(read: Reader) -> None:
    """A preview of the same person is no earlier answer."""
    text = (
        "Finished,ResponseId,Status,loan_f,loan_d\n"
        "True,a,Survey Preview,dislike,like\nFalse,a,IP Address,like,like\n"
        "True,a,IP Address,like,dislike\nTrue,a,IP Address,like,neutral\n"
    )
    survey = read(text, ONCE)

    assert pairs(survey) == {"loan": [(1, 5)]}
    assert survey.origin.left_out_rows == {"preview": 1, "incomplete": 1, "duplicated": 1}


def test_a_person_has_many_rows_in_a_long_table(read: Reader) -> None:
    """One for each feature: nobody stands there twice, and no answer is lost."""
    study = asked("respondent: respondent\n")
    text = (
        "respondent,feature,functional,dysfunctional\n"
        "1,loan,like,dislike\n1,lock,like,neutral\n2,loan,like,like\n2,lock,neutral,dislike\n"
    )
    survey = read(text, ReadOptions(study))

    assert pairs(survey) == {"loan": [(1, 5), (1, 1)], "lock": [(1, 3), (3, 5)]}
    assert codes(survey) == []


def test_a_workbook_knows_them_too(tmp_path: Path) -> None:
    """By the id of the form."""
    rows = [line.split(",") for line in table("microsoft-forms", *AGAIN).splitlines()]
    path = write_xlsx(tmp_path / "s.xlsx", {"Sheet1": rows})

    assert codes(read_survey(path)) == ["K208"]
    assert pairs(read_survey(path, ONCE)) == {"loan": [(1, 5), (1, 3)]}


def test_json_knows_them_too(read: Reader) -> None:
    """Our own form gives everybody an id."""
    record = '{"questionnaire": "Q", "hash": "h", "respondent": "r", "answers": %s}'
    answers = ('{"loan_f": "like", "loan_d": "dislike"}', '{"loan_f": "like", "loan_d": "like"}')
    text = "[" + ",".join(record % one for one in answers) + "]"

    assert codes(read(text, name="s.json")) == ["K208"]
    assert pairs(read(text, ONCE, name="s.json")) == {"loan": [(1, 5)]}
