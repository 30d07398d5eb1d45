"""A legend in the file says which code is which answer, or it says nothing at all."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.readers.files import ANSWERS, Cell, csv_text, write, write_xlsx
from tests.readers.reading import asked, codes, finding, pairs, refusal

Lines = Sequence[Sequence[Cell]]
DATA: Lines = [["ID", "loan_f", "loan_d"], ["1", "1", "5"], ["2", "2", "4"]]
UP: Lines = [[str(code), text] for code, text in enumerate(ANSWERS) if text]
DOWN: Lines = [[str(6 - code), text] for code, text in enumerate(ANSWERS) if text]
FORWARD, BACKWARD = {"loan": [(1, 5), (2, 4)]}, {"loan": [(5, 1), (4, 2)]}
KEYS: dict[str, Lines] = {
    "code and answer": UP,
    "answer and code": [[text, code] for code, text in UP],
    "with a header": [["code", "answer"], *UP],
    "with a title": [["What the codes mean"], [], ["code", "answer"], *UP],
    "numbers": [[int(str(code)), text] for code, text in UP],
    "one cell": [[f"{code} = {text}"] for code, text in UP],
    "colons": [[f"{code}: {text}"] for code, text in UP],
    "brackets": [[f"({code}) {text}"] for code, text in UP],
    "a list": [[f"- {code} is {text}"] for code, text in UP],
    "in any order": [UP[2], UP[0], UP[4], UP[1], UP[3]],
    "in a row": [[f"{code} = {text}" for code, text in UP]],
    "twice the same": [*UP, *UP],
}


def book(folder: Path, **sheets: Lines) -> Path:
    """A workbook with these sheets."""
    return write_xlsx(folder / "s.xlsx", sheets)


@pytest.mark.parametrize("name", KEYS)
def test_a_sheet_explains_the_codes(tmp_path: Path, name: str) -> None:
    """In whatever form, before the answers or behind them; K120 says what was used."""
    for sheets in ({"Data": DATA, "Key": KEYS[name]}, {"Key": KEYS[name], "Data": DATA}):
        survey = read_survey(book(tmp_path, **sheets))

        assert (pairs(survey), codes(survey)) == (FORWARD, ["K120"])
        assert finding(survey, "K120").facts["place"] == 'sheet "Key"'


@pytest.mark.parametrize("name", [name for name in KEYS if name != "in a row"])
def test_the_lines_above_the_table_do_too(tmp_path: Path, name: str) -> None:
    """In a text file and in a workbook; a whole row of answers would be the first respondent."""
    rows = [*KEYS[name], [], *DATA]
    above = f"the lines above row {len(rows) - 2}"
    for path in (write(tmp_path / "s.csv", csv_text(rows)), book(tmp_path, Data=rows)):
        survey = read_survey(path)

        assert pairs(survey) == FORWARD
        assert finding(survey, "K120").facts["place"] == above


def test_the_legend_may_begin_at_either_end(tmp_path: Path) -> None:
    """That is what it is for."""
    rows = [*DOWN, [], *DATA]

    assert pairs(read_survey(book(tmp_path, Data=DATA, Key=DOWN))) == BACKWARD
    assert pairs(read_survey(write(tmp_path / "s.csv", csv_text(rows)))) == BACKWARD


OTHERS: dict[str, Sequence[str]] = {
    "scores": ("4", "2", "0", "-1", "-2"),
    "from 0": ("0", "1", "2", "3", "4"),
    "LimeSurvey": ("AO01", "AO02", "AO03", "AO04", "AO05"),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("mark", ["", " = "])
def test_codes_may_be_scores_or_those_of_a_tool(tmp_path: Path, name: str, mark: str) -> None:
    """A minus belongs to its number."""
    own = OTHERS[name]
    lines = list(zip(own, ANSWERS[1:], strict=True))
    key: Lines = [[mark.join(line)] if mark else line for line in lines]
    data = [DATA[0], ["1", own[0], own[4]], ["2", own[1], own[3]]]

    assert pairs(read_survey(book(tmp_path, Data=data, Key=key))) == FORWARD


NOTHING: dict[str, dict[str, Lines]] = {
    "four answers": {"Key": UP[:4]},
    "one code twice": {"Key": [*UP, ["1", ANSWERS[5]]]},
    "one answer twice": {"Key": [*UP, ["6", ANSWERS[1]]]},
    "two that differ": {"Key": UP, "Old key": DOWN},
    "other words": {"Key": [[code, f"Answer {code}"] for code, _ in UP]},
    "words without codes": {"Key": [[text] for _, text in UP]},
}


@pytest.mark.parametrize("name", NOTHING)
def test_half_a_legend_proves_nothing(tmp_path: Path, name: str) -> None:
    """Nor one that says two things: which end is like stays open."""
    with pytest.raises(KanoError):
        read_survey(book(tmp_path, Data=DATA, **NOTHING[name]))


def test_two_legends_may_say_the_same(tmp_path: Path) -> None:
    """One a language, for example."""
    assert pairs(read_survey(book(tmp_path, Data=DATA, Key=UP, Again=UP))) == FORWARD


@pytest.mark.parametrize("place", ["sheet", "above"])
def test_codes_of_the_user_must_not_contradict_it(tmp_path: Path, place: str) -> None:
    """One of the two is wrong, and nobody knows which."""
    path = book(tmp_path, Data=DATA, Key=DOWN)
    if place == "above":
        path = book(tmp_path, Data=[[f"{code} = {text}"] for code, text in DOWN] + [*DATA])
    where = 'sheet "Key"' if place == "sheet" else "the lines above row 6"

    assert refusal(path, ReadOptions(codes="like=1")) == (
        f"--codes: says that 1 is like, and by {where} it is dislike\n"
        "hint: leave out --codes, or mend the file"
    )
    assert pairs(read_survey(path, ReadOptions(codes="like=5"))) == BACKWARD


OWN = asked('scale: {like: "1", must-be: "2", neutral: "3", live-with: "4", dislike: "5"}\n')


def test_the_scale_of_a_questionnaire_wins(tmp_path: Path) -> None:
    """Whoever wrote it knows what was asked."""
    for key in (UP, DOWN):
        options = ReadOptions(OWN)
        rows = csv_text([*key, [], *DATA])

        assert pairs(read_survey(book(tmp_path, Data=DATA, Key=key), options)) == FORWARD
        assert pairs(read_survey(write(tmp_path / "s.csv", rows), options)) == FORWARD


RATED = ["ID", "loan_f", "loan_d", "loan_importance", "Stars", "Age"]


def rated(folder: Path, *answers: tuple[str, str]) -> Survey:
    """A survey with numbers 1 to 5 that are no answers, beside these."""
    rows = [[str(at), *pair, "3", "5", "1"] for at, pair in enumerate(answers, start=1)]
    return read_survey(book(folder, Data=[RATED, *rows], Key=UP))


def test_importance_from_1_to_5_never_becomes_an_answer(tmp_path: Path) -> None:
    """The codes of a legend are known only in the columns of the questions."""
    coded = rated(tmp_path, ("1", "5"), ("2", "4"))
    worded = rated(tmp_path, (ANSWERS[1], ANSWERS[5]), (ANSWERS[2], ANSWERS[4]))

    for survey in (coded, worded):
        assert pairs(survey) == FORWARD
        assert [one.mean if one else None for one in survey.importance] == [3]


def test_importance_in_a_grid_never_becomes_an_answer(tmp_path: Path) -> None:
    """It has the same row labels as the two questions."""
    stems = ("If we had this?", "If we did not have this?", "How important is this?")
    header = ["ID", *(f"{stem} [{name}]" for stem in stems for name in ("Loan", "Lock"))]
    rows = [header, ["1", *"125434"], ["2", *"214535"]]
    survey = read_survey(book(tmp_path, Data=rows, Key=UP))

    assert pairs(survey) == {"Loan": [(1, 5), (2, 4)], "Lock": [(2, 4), (1, 5)]}
    assert [one.mean if one else None for one in survey.importance] == [3, 4.5]


def test_five_people_who_answer_differently_are_no_legend(tmp_path: Path) -> None:
    """Their ids count to five, too; a survey of one sheet is never its own legend."""
    lines: Lines = [["id", "loan"], *UP]

    with pytest.raises(KanoError, match="the other half of this pair is missing"):
        read_survey(write(tmp_path / "s.csv", csv_text(lines)))
    both = book(tmp_path, Functional=lines, Dysfunctional=lines)
    assert pairs(read_survey(both)) == {"loan": [(at, at) for at in range(1, 6)]}
