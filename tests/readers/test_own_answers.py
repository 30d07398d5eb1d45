"""Answers of our own forms, and of others that took our codes, texts and ids along."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Survey
from tests.forms.fielded import (
    PLAIN,
    WHOLE,
    Filled,
    assert_read_back,
    form,
    questionnaire,
    respondents,
    shown,
)
from tests.readers.files import csv_text
from tests.readers.reading import codes, pairs

NAMES = {"loanbike": "Loan bike", "night_locker": "Night locker"}
FORM = form()
PEOPLE = respondents(FORM, 20)
BESIDE = ["respondent", "submitted", "language", "questionnaire", "kano_hash"]


def record(filled: Filled, number: int, *, language: str = "nl") -> dict[str, Any]:
    """What the form saves of one respondent."""
    return {
        "questionnaire": "Bike shop",
        "hash": FORM.stamp,
        "language": language,
        "respondent": f"5b0c0000-0000-4000-8000-{number:012d}",
        "submitted": f"2026-10-{number % 28 + 1:02d}T07:31:00Z",
        "features": NAMES,
        "answers": dict(filled),
    }


def as_json(folder: Path, records: object) -> Path:
    """A file of records."""
    path = folder / "answers.json"
    path.write_text(json.dumps(records, ensure_ascii=False), "utf-8")
    return path


def as_csv(folder: Path, people: list[Filled], language: str = "nl") -> Path:
    """The same as CSV."""
    header = [question.code for question in FORM.questions]
    rows = [
        [
            *(f"r-{at}", "2026-10-05T07:31:00Z", language, "Bike shop", FORM.stamp),
            *(filled[code] for code in header),
        ]
        for at, filled in enumerate(people)
    ]
    path = folder / "answers.csv"
    text = csv_text([[*BESIDE, *header], *rows], end="\r\n", quoted=True)
    path.write_text(f"\ufeff{text}", "utf-8", newline="")
    return path


def segment(survey: Survey) -> tuple[str, ...]:
    """Which plan everybody has."""
    assert survey.responses is not None
    return survey.responses.segments["Plan"]


def plans(people: list[Filled], free: str = "Free", team: str = "Team, small") -> tuple[str, ...]:
    """Which plan everybody chose."""
    texts = {"free": free, "team_small": team, "": ""}
    return tuple(texts[filled["plan"]] for filled in people)


def answered(people: list[Filled]) -> list[Filled]:
    """Those who answered any of the Kano questions."""
    return [f for f in people if any(v for k, v in f.items() if k.endswith(("_f", "_d")))]


def test_a_list_of_records_is_read_back_whole(tmp_path: Path) -> None:
    """Answers, importance, segment, language, days."""
    path = as_json(tmp_path, [record(filled, at) for at, filled in enumerate(PEOPLE)])
    survey = assert_read_back(path, FORM, PEOPLE, questionnaire())

    assert segment(survey) == plans(answered(PEOPLE))
    assert (survey.origin.platform, survey.origin.language) == ("kano", "nl")
    assert survey.origin.answered_from is not None
    assert "K127" not in codes(survey)


def test_without_a_questionnaire_the_file_names_its_features(tmp_path: Path) -> None:
    """Ids stay ids."""
    path = as_json(tmp_path, [record(filled, at) for at, filled in enumerate(PEOPLE)])
    survey = assert_read_back(path, FORM, PEOPLE, named=NAMES)

    assert [feature.id for feature in survey.features] == list(NAMES)
    assert "K128" in codes(survey)
    assert survey.responses is not None
    assert survey.responses.features == survey.features
    assert survey.responses.importance is not None


def test_one_object_is_one_respondent(tmp_path: Path) -> None:
    """As the form saves it."""
    survey = assert_read_back(
        as_json(tmp_path, record(PEOPLE[0], 0)), FORM, PEOPLE[:1], named=NAMES
    )

    assert survey.origin.respondents == 1


def test_two_features_of_one_name_keep_their_ids(tmp_path: Path) -> None:
    """A name that would be shown twice tells nothing."""
    said = record(PEOPLE[0], 0) | {"features": dict.fromkeys(NAMES, "Bike")}

    assert list(pairs(read_survey(as_json(tmp_path, said)))) == ["loanbike", "night_locker"]


def test_the_csv_is_read_back_whole(tmp_path: Path) -> None:
    """The same with a header of codes."""
    survey = assert_read_back(as_csv(tmp_path, PEOPLE), FORM, PEOPLE, questionnaire())

    assert segment(survey) == plans(answered(PEOPLE))
    assert (survey.origin.platform, survey.origin.language) == ("kano", "nl")


def test_the_csv_without_a_questionnaire(tmp_path: Path) -> None:
    """The ids are the names."""
    assert_read_back(as_csv(tmp_path, PEOPLE), FORM, PEOPLE, named={one: one for one in NAMES})


def test_answers_in_several_languages_have_none(tmp_path: Path) -> None:
    """Then the questionnaire's main language is the survey's."""
    records = [record(PEOPLE[0], 0, language="nl"), record(PEOPLE[1], 1, language="en")]
    path = as_json(tmp_path, records)

    assert read_survey(path).origin.language is None
    assert read_survey(path, ReadOptions(questionnaire())).origin.language == "en"


def test_a_language_that_is_none_is_not_believed(tmp_path: Path) -> None:
    """What a file says is text of a stranger."""
    path = as_json(tmp_path, record(PEOPLE[0], 0, language="<b>nl</b>"))

    assert read_survey(path).origin.language is None


def test_choice_codes_are_answers_under_a_scale_of_ones_own(tmp_path: Path) -> None:
    """The form shows its texts and saves the codes."""
    own = "scale: {like: Top, must-be: Sure, neutral: Hm, live-with: Well, dislike: Bah}\n"
    text = PLAIN.replace("features:", own + "features:")
    asked, people = form(text), respondents(form(text), 12)
    said = [
        record(filled, at) | {"hash": asked.stamp, "features": {}}
        for at, filled in enumerate(people)
    ]

    survey = assert_read_back(as_json(tmp_path, said), asked, people, questionnaire(text))
    assert "K127" not in codes(survey)


CALLED = ["plan", "Plan", "Which plan do you have?", "Welk abonnement hebt u?"]


@pytest.mark.parametrize("header", CALLED)
@pytest.mark.parametrize("by", ["plan", "Plan"])
def test_a_question_about_people_is_found_and_reads_in_the_main_language(
    tmp_path: Path, header: str, by: str
) -> None:
    """By id, name or question in any language; codes and texts of any language."""
    written = ["free", "Team, small", "Gratis", "Team, klein", "", "team_small"]
    rows = [["like", "disl", "must", "neut", plan] for plan in written]
    questions = ["loanbike_f", "loanbike_d", "night_locker_f", "night_locker_d"]
    path = tmp_path / "answers.csv"
    path.write_text(csv_text([[*questions, header], *rows]), "utf-8")
    survey = read_survey(path, ReadOptions(questionnaire(), by=by))

    read = ("Free", "Team, small", "Free", "Team, small", "", "Team, small")
    assert segment(survey) == read
    assert survey.responses is not None
    groups = survey.responses.groups
    assert groups is not None
    assert (groups.column, groups.named) == ("Plan", ("Free", "Team, small"))
    assert [groups.named[at] if at >= 0 else "" for at in groups.codes] == list(read)


def test_a_question_about_people_that_nobody_answered_is_no_mistake(tmp_path: Path) -> None:
    """A record has no key for it."""
    said = [{**filled, "plan": ""} for filled in PEOPLE]
    records = [record({k: v for k, v in f.items() if v}, at) for at, f in enumerate(said)]
    survey = assert_read_back(as_json(tmp_path, records), FORM, PEOPLE, questionnaire())

    assert survey.responses is not None
    assert survey.responses.segments == {}


SHAPES = ("codes", "groups", "lost underscores", "Dutch texts")


def headed(shape: str, code: str, text: str) -> str:
    """How a tool calls a question."""
    stem, _, side = code.rpartition("_")
    if shape == "groups":
        return f"shop/{stem or 'about'}/{code}"
    if shape == "lost underscores" and stem:
        return f"{stem.replace('_', '')}[{side}]"
    return text if shape == "Dutch texts" else code


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("worded", ["en", "nl", "codes"])
def test_ids_and_texts_of_any_language_find_their_feature(
    tmp_path: Path, shape: str, worded: str
) -> None:
    """As the tools write them that our forms are made for."""
    people = respondents(FORM, 15, gaps=False)
    dutch = {question.code: question.text["nl"] for question in FORM.questions}
    questions = [question.code for question in FORM.questions]
    header = [headed(shape, code, dutch[code]) for code in questions]
    rows = []
    for at, filled in enumerate(people):
        said = filled if worded == "codes" else shown(FORM, filled, worded)
        rows.append([f"r{at}", *(said[code] for code in questions)])
    path = tmp_path / "answers.csv"
    path.write_text(csv_text([["nr", *header], *rows]), "utf-8")

    survey = assert_read_back(path, FORM, people, questionnaire())
    assert segment(survey) == plans(people)


def test_half_of_the_people_may_answer_in_another_language(tmp_path: Path) -> None:
    """In one file, in one column."""
    people = respondents(FORM, 16, gaps=False)
    questions = [question.code for question in FORM.questions]
    rows = []
    for at, filled in enumerate(people):
        said = shown(FORM, filled, "nl" if at % 2 else "en")
        rows.append([said[code] for code in questions])
    path = tmp_path / "answers.csv"
    path.write_text(csv_text([questions, *rows]), "utf-8")

    survey = assert_read_back(path, FORM, people, questionnaire())
    assert segment(survey) == plans(people)
    assert codes(survey) == ["K105"]


def test_a_label_in_brackets_is_the_question(tmp_path: Path) -> None:
    """LimeSurvey's export of full texts: nothing but the questionnaire knows the sides."""
    said: Questionnaire = questionnaire(WHOLE.replace("geen fiets", "alleen sleutels"))
    header = [
        f"{name} [{getattr(each, side)}]"
        for feature in said.features
        for each in [said.in_languages(feature)["nl"]]
        for name in [each.name]
        for side in ("functional", "dysfunctional")
    ]
    path = tmp_path / "answers.csv"
    path.write_text(csv_text([header, ["like", "disl", "must", "neut"]]), "utf-8")

    survey = read_survey(path, ReadOptions(said))
    assert pairs(survey) == {"Loan bike": [(1, 5)], "Night locker": [(2, 3)]}


def test_importance_by_its_code_belongs_to_its_feature(tmp_path: Path) -> None:
    """`locker` is no part of `night_locker` there."""
    header = ["locker_f", "locker_d", "night_locker_f", "night_locker_d"]
    path = tmp_path / "answers.csv"
    text = csv_text(
        [[*header, "night_locker_i", "locker_i"], ["like", "disl", "must", "neut", 2, 9]]
    )
    path.write_text(text, "utf-8")
    survey = read_survey(path)

    assert survey.responses is not None
    np.testing.assert_array_equal(survey.responses.importance, [[9, 2]])
    assert "K113" not in codes(survey)
