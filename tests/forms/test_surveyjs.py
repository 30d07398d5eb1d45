"""SurveyJS: its own library checks the survey and runs it, and kano reads what comes out."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kano_cli.errors import KanoError
from kano_cli.forms import surveyjs
from kano_cli.forms.form import Form
from kano_cli.study.stamp import read_stamp
from tests.forms.fielded import (
    HOSTILE,
    PLAIN,
    WHOLE,
    Filled,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.outside.beside import assert_plans, assert_version, with_gaps
from tests.forms.outside.node import NEEDS_SURVEY_CORE, NODE, SURVEY_CORE, node

needs_library = pytest.mark.skipif(not NODE or not SURVEY_CORE.is_dir(), reason=NEEDS_SURVEY_CORE)
FIXED = "order: fixed\n"
EVERY = pytest.mark.parametrize(
    "text",
    [PLAIN, WHOLE, HOSTILE, WHOLE + FIXED, HOSTILE + FIXED],
    ids=["plain", "whole", "hostile", "whole-fixed", "hostile-fixed"],
)


def survey(asked: Form) -> dict[str, Any]:
    """The survey that is written."""
    written: dict[str, Any] = json.loads(surveyjs.write(asked))
    return written


def run(asked: Form, people: Sequence[Filled], language: str = "") -> Any:  # noqa: ANN401
    """What SurveyJS says of the survey, and what it has of these people."""
    filled = [
        {"language": language, "filled": one, "stops": not all(one.values())} for one in people
    ]
    return node("survey.cjs", {"survey": survey(asked), "people": filled})


def saved(folder: Path, results: Sequence[object]) -> Path:
    """A file of results as somebody who collects them in a list saves it."""
    path = folder / "results.json"
    path.write_text(json.dumps(results, ensure_ascii=False), "utf-8")
    return path


@needs_library
@EVERY
def test_surveyjs_finds_nothing_wrong(text: str) -> None:
    """Its own loader and its linter: no error, no warning, no hint."""
    said = run(form(text), [])
    assert (said["errors"], said["findings"]) == ([], [])


@needs_library
@EVERY
def test_its_json_schema_holds(text: str) -> None:
    """Wrong types of values, which neither of the others sees."""
    schema = json.loads((SURVEY_CORE / "surveyjs_definition.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    assert list(Draft7Validator(schema).iter_errors(survey(form(text)))) == []


@needs_library
@EVERY
def test_what_people_answer_is_read(text: str, tmp_path: Path) -> None:
    """Filled in screen by screen; whoever leaves a question open comes no further."""
    asked = form(text)
    people = respondents(asked)
    said = run(asked, people)["people"]
    done = [all(one.values()) for one in people]
    assert [each["state"] == "completed" for each in said] == done
    path = saved(tmp_path, [each["data"] for each in said if each["state"] == "completed"])
    whole = [one for one, complete in zip(people, done, strict=True) if complete]
    assert len(whole) > 5
    assert_read_back(path, asked, whole, questionnaire(text))


@needs_library
@EVERY
def test_it_is_read_without_the_questionnaire(text: str, tmp_path: Path) -> None:
    """Features go by their ids, and stand as they came to whoever was first."""
    asked = form(text)
    people = respondents(asked, gaps=False)
    said = run(asked, people)["people"]
    path = saved(tmp_path, [each["data"] for each in said])
    screens = [screen[0] for screen in said[0]["screens"]]
    pages = {page.functional.code: page for page in asked.pages}
    came = replace(asked, pages=tuple(pages[code] for code in screens if code in pages))
    named = {page.feature: page.feature for page in asked.pages}
    assert_read_back(path, came, people, named=named)


@needs_library
def test_people_who_stopped_are_read_as_far_as_they_came(tmp_path: Path) -> None:
    """Somebody may save results before they are complete: keys are missing then."""
    asked = form(PLAIN + FIXED)
    first, *others = respondents(asked, gaps=False)
    people = [first, *({**one, "night_locker_d": ""} for one in others)]
    said = run(asked, people)["people"]
    assert [each["state"] for each in said] == ["completed"] + ["running"] * len(others)
    assert all("sms_f" not in each["data"] for each in said[1:])
    came = [first, *({**one, "sms_f": "", "sms_d": ""} for one in people[1:])]
    path = saved(tmp_path, [each["data"] for each in said])
    assert_read_back(path, asked, came, questionnaire(PLAIN))


@needs_library
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("spoken", [("en", "nl"), ("nl", "en")], ids=["en-first", "nl-first"])
def test_each_language_is_shown_and_comes_back(
    spoken: tuple[str, str], language: str, tmp_path: Path
) -> None:
    """All texts of the form in that language, none of the other; codes in the answers."""
    asked = form(WHOLE, *spoken)
    people = respondents(asked, gaps=False)
    said = run(asked, people, language)
    shown = " ".join(said["shown"][language])
    (other,) = {"en", "nl"} - {language}
    for texts in (
        asked.title, asked.introduction, asked.consent, asked.closing,
        *(question.text for question in asked.questions),
        *(choice.text for question in asked.questions for choice in question.choices),
    ):  # fmt: skip
        assert texts[language] in shown
        assert texts[language] == texts[other] or texts[other] not in shown
    data = [each["data"] for each in said["people"]]
    assert {each["kano_language"] for each in data} == {language}
    assert_read_back(saved(tmp_path, data), asked, people, questionnaire(WHOLE))


@needs_library
@pytest.mark.parametrize("first", ["en", "nl"])
def test_the_main_language_is_the_one_that_opens(first: str) -> None:
    """English is where SurveyJS begins; another main language is named, `en` never is."""
    other = "nl" if first == "en" else "en"
    asked = form(WHOLE, first, other)
    data = run(asked, respondents(asked, 1, gaps=False))["people"][0]["data"]
    assert data["kano_language"] == first
    assert survey(asked).get("locale") == (None if first == "en" else "nl")


@needs_library
@pytest.mark.parametrize(
    ("first", "other", "locale"),
    [("en-GB", "nl", None), ("nl", "en-GB", "nl"), ("nl-BE", "fr", "nl-BE"), ("de-AT", "en", "de")],
)
def test_dialects_are_called_as_surveyjs_calls_them(
    first: str, other: str, locale: str | None
) -> None:
    """Its linter knows few of them; whichever is first opens the survey."""
    text = WHOLE.replace("[en, nl]", f"[{first}, {other}]")
    codes = {"en": first, "nl": other}
    text = re.sub(r"([{ ])(en|nl): ", lambda found: f"{found[1]}{codes[found[2]]}: ", text)
    asked = form(text)
    said = run(asked, respondents(asked, 1, gaps=False))
    assert (said["errors"], said["findings"]) == ([], [])
    assert survey(asked).get("locale") == locale
    title = survey(asked)["title"]
    assert title.get(locale, title["default"]) == "Bike shop"
    assert set(title.values()) == {"Bike shop", "Fietsenwinkel"}


@needs_library
def test_pairs_stay_together_in_any_order() -> None:
    """A screen is a feature; forty people see all orders of three, functional first always."""
    asked = form(PLAIN)
    pairs = [[question.code for question in page.questions] for page in asked.pages]
    said = run(asked, respondents(asked, 1, gaps=False) * 40)["people"]
    orders = {json.dumps(each["screens"]) for each in said}
    assert all(sorted(json.loads(order)) == sorted(pairs) for order in orders)
    assert len(orders) > 3


@needs_library
def test_a_fixed_order_is_kept() -> None:
    """The same screens for everybody, in the order of the questionnaire."""
    asked = form(PLAIN + FIXED)
    said = run(asked, respondents(asked, 1, gaps=False) * 20)["people"]
    pairs = [[question.code for question in page.questions] for page in asked.pages]
    assert all(each["screens"] == pairs for each in said)


@needs_library
@pytest.mark.parametrize("order", ["", FIXED], ids=["random", "fixed"])
def test_consent_comes_first_and_is_required(order: str) -> None:
    """Nobody comes past it without a tick; questions about people may be left open."""
    asked = form(WHOLE + order)
    person = {**respondents(asked, 1, gaps=False)[0], "plan": ""}
    (said,) = node(
        "survey.cjs", {"survey": survey(asked), "people": [{"filled": person, "stops": True}]}
    )["people"]
    assert said["screens"][0] == ["kano_introduction", "kano_consent"]
    assert said["state"] == "completed"
    required = [question.code for page in asked.pages for question in page.questions]
    assert sorted(said["refused"]) == sorted(["kano_consent", *required])


@needs_library
@EVERY
def test_the_stamp_comes_back_with_every_answer(text: str) -> None:
    """As a value of its own, which is the stamp of this very form."""
    asked = form(text)
    for each in run(asked, respondents(asked, 3, gaps=False))["people"]:
        assert each["data"]["kano_hash"] == asked.stamp
    assert read_stamp(asked.stamp) is not None


@needs_library
def test_braces_and_tags_are_shown_as_they_were_written() -> None:
    """An id in braces is no answer of somebody's, and no text is HTML."""
    text = HOSTILE.replace("title:", "closing: '<b>{evil_f}</b> & {kano_hash}'\ntitle:")
    asked = form(text)
    shown = run(asked, [])["shown"]["nl"]
    assert "<p>&lt;b&gt;{evil_f}&lt;/b&gt; &amp; {kano_hash}</p>" in shown
    for question in asked.questions:
        assert question.text["nl"] in shown


@needs_library
def test_people_and_the_version_come_back(tmp_path: Path) -> None:
    """Plans by their codes; a questionnaire that was reworded since is a finding."""
    asked = form(WHOLE)
    people = with_gaps(respondents(asked, gaps=False))
    said = run(asked, people)["people"]
    assert {each["state"] for each in said} == {"completed"}
    path = saved(tmp_path, [each["data"] for each in said])
    assert_plans(path, people)
    assert_version(path, asked, len(people))


@pytest.mark.parametrize("identity", ["a{b}", "{a", "a}"])
def test_an_id_with_braces_is_refused(identity: str) -> None:
    """With the id and one that is taken."""
    asked = form(PLAIN.replace("id: sms", f"id: '{identity}'"))
    with pytest.raises(
        KanoError, match=re.escape(f'SurveyJS cannot take the id "{identity}"')
    ) as e:
        surveyjs.write(asked)
    assert e.value.hint.startswith("write id: a")


@pytest.mark.parametrize("code", ["loanbike_f", "LOANBIKE_D", "night_locker_i", "kano_hash"])
def test_names_that_would_be_one_are_refused(code: str) -> None:
    """A question about people must not be called what another or the form itself is called."""
    asked = form(WHOLE)
    clash = replace(asked, segments=(replace(asked.segments[0], code=code),))
    with pytest.raises(KanoError, match=f'"{code}"') as error:
        surveyjs.write(clash)
    assert f"segment {code}" in f"{error.value.message} {error.value.hint}"


def test_the_same_form_gives_the_same_bytes() -> None:
    """And it ends with a line break."""
    assert surveyjs.write(form(WHOLE)) == surveyjs.write(form(WHOLE))
    assert surveyjs.write(form(WHOLE)).endswith(b"}\n")
