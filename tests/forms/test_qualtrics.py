"""Qualtrics: its tags taken apart, the survey filled in, and its CSV of three header rows read."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms import qualtrics
from kano_cli.forms.form import Form
from kano_cli.forms.targets import target_named, written
from kano_cli.study.words import plain
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
from tests.forms.outside.advanced_format import Imported, imported, seen
from tests.forms.outside.beside import assert_plans, assert_version, with_gaps

DUTCH, ENGLISH = (WHOLE, "nl"), (WHOLE, "en")
EVERY = pytest.mark.parametrize(
    ("text", "language"),
    [(PLAIN, "en"), ENGLISH, DUTCH, (HOSTILE, "nl")],
    ids=["plain", "english", "dutch", "hostile"],
)
METADATA = (
    "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
    "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
    "ExternalReference", "LocationLatitude", "LocationLongitude", "DistributionChannel",
    "UserLanguage",
)  # fmt: skip


def survey_of(asked: Form) -> Imported:
    """The survey that Qualtrics has after the import."""
    return imported(written(asked, target_named("qualtrics")).decode("utf-8"))


def exported(
    folder: Path,
    asked: Form,
    people: Sequence[Filled],
    *,
    numeric: bool = False,
    raw: bool = False,
    unfinished: int = 0,
) -> Path:
    """The CSV that Qualtrics gives of these people.

    Args:
        folder: where it goes.
        asked: the form that is imported first.
        people: who filled it in.
        numeric: numeric values, not choice text.
        raw: texts as they were imported, with their HTML.
        unfinished: how many of the people at the end did not come to the end themselves; every
            other one of them was a preview.
    """
    read = str if raw else seen
    survey = survey_of(asked)
    codes = {each.code: [choice.code for choice in each.choices] for each in asked.questions}
    codes["kano_consent"] = ["yes"]
    tags = [each.tag for each in survey.questions]
    assert set(tags) - {"kano_consent"} == {each.code for each in asked.questions}
    heads = [*METADATA, *tags, *survey.embedded]
    texts = [*METADATA, *(read(each.text) for each in survey.questions), *survey.embedded]
    ids = [*METADATA, *(f"QID{at}" for at in range(1, len(tags) + 1)), *survey.embedded]
    path = folder / "survey.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerows([heads, texts, [json.dumps({"ImportId": each}) for each in ids]])
        for at, person in enumerate(people):
            out = at >= len(people) - unfinished
            status = "Survey Preview" if out and at % 2 else "IP Address"
            finished = ["50", "540", "False"] if out and not at % 2 else ["100", "540", "True"]
            row = [
                "2026-10-05 09:00:00", "2026-10-05 09:09:00", status, "192.0.2.1", *finished,
                "2026-10-05 09:09:01", f"R_{at}", "", "", "", "", "52.1", "5.1",
                "preview" if status == "Survey Preview" else "anonymous", asked.language.upper(),
            ]  # fmt: skip
            for question in survey.questions:
                code = {"kano_consent": "yes", **person}[question.tag]
                place = codes[question.tag].index(code) if code else -1
                numbers = question.recodes or [str(n) for n in range(1, len(question.choices) + 1)]
                values = numbers if numeric else [read(choice) for choice in question.choices]
                row.append(values[place] if code else "")
            lines.writerow([*row, *survey.embedded.values()])
    return path


@EVERY
@pytest.mark.parametrize("known", [True, False], ids=["questionnaire", "alone"])
def test_what_people_answer_is_read(text: str, language: str, known: bool, tmp_path: Path) -> None:
    """Choice texts under export tags, with the questionnaire and without it."""
    asked = form(text, language)
    people = respondents(asked)
    path = exported(tmp_path, asked, people)
    if known:
        assert_read_back(path, asked, people, questionnaire(text))
        return
    names = {
        page.feature: " ".join(plain(page.functional.text[language]).split())
        for page in asked.pages
    }
    assert_read_back(path, asked, people, named=names)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_people_and_the_version_come_back(language: str, tmp_path: Path) -> None:
    """Plans in any language; a questionnaire that was reworded since is a finding."""
    asked = form(WHOLE, language)
    people = with_gaps(respondents(asked, gaps=False))
    path = exported(tmp_path, asked, people)
    assert_plans(path, people)
    assert_version(path, form(WHOLE), len(people))


@EVERY
def test_texts_with_their_html_are_read(text: str, language: str, tmp_path: Path) -> None:
    """An export that keeps tags and entities is the same file to the reader."""
    asked = form(text, language)
    people = respondents(asked)
    path = exported(tmp_path, asked, people, raw=True)
    assert_read_back(path, asked, people, questionnaire(text))


def test_previews_and_unfinished_answers_are_left_out(tmp_path: Path) -> None:
    """As Qualtrics marks them; both are counted."""
    asked = form(WHOLE, "en")
    people = respondents(asked)
    path = exported(tmp_path, asked, people, unfinished=4)
    survey = assert_read_back(path, asked, people[:-4], questionnaire(WHOLE))
    assert survey.origin.left_out_rows == {"preview": 2, "incomplete": 2}


@pytest.mark.parametrize("known", [True, False], ids=["questionnaire", "alone"])
@pytest.mark.parametrize("text", [PLAIN, WHOLE], ids=["plain", "whole"])
def test_numeric_values_are_refused(text: str, known: bool, tmp_path: Path) -> None:
    """1 to 5 do not say which end is like, and are not guessed."""
    asked = form(text, "en")
    path = exported(tmp_path, asked, respondents(asked), numeric=True)
    with pytest.raises(KanoError, match="nothing says which code means like"):
        assert_read_back(path, asked, respondents(asked), questionnaire(text) if known else None)


def test_numeric_values_are_read_where_somebody_says_what_they_are(tmp_path: Path) -> None:
    """With --codes, as the message says."""
    asked = form(WHOLE, "en")
    people = respondents(asked)
    path = exported(tmp_path, asked, people, numeric=True)
    codes = "1=like,2=must-be,3=neutral,4=live-with,5=dislike"
    assert_read_back(path, asked, people, questionnaire(WHOLE), codes=codes)


@EVERY
def test_a_block_is_a_feature(text: str, language: str) -> None:
    """Its pair on one page, functional first; what stands around has blocks of its own."""
    asked = form(text, language)
    opening, *blocks = survey_of(asked).blocks.values()
    for page, block in zip(asked.pages, blocks, strict=False):
        together = [[each.tag for each in found] for found in block]
        last: list[list[str]] = (
            [] if block is blocks[-1] else [[]]
        )  # a page break stands before the next block
        assert together == [[each.code for each in page.questions], *last]
    assert [each.tag for each in opening[0]][:1] == ["kano_introduction"]
    assert len(blocks) == len(asked.pages) + bool(asked.segments)


@EVERY
def test_every_text_is_shown_as_it_was_written(text: str, language: str) -> None:
    """No tag, no piped text, no HTML of the questionnaire's own."""
    asked = form(text, language)
    survey = survey_of(asked)
    found = {each.tag: each for each in survey.questions}
    for question in asked.questions:
        shown = found[question.code]
        assert seen(shown.text) == " ".join(question.text[language].split())
        assert [seen(each) for each in shown.choices] == [
            c.text[language] for c in question.choices
        ]
        assert "${" not in shown.text
        assert "<" not in shown.text


def test_texts_around_the_questions_are_there() -> None:
    """Title and introduction first, then the consent; the closing on the last page."""
    asked = form(WHOLE, "nl")
    blocks = list(survey_of(asked).blocks.values())
    introduction, consent = blocks[0][0]
    assert introduction.text == "<strong>Fietsenwinkel</strong><br><br>Fijn dat u meedoet."
    assert (consent.text, consent.choices) == ("Toestemming", [asked.consent["nl"]])
    assert [each.text for each in blocks[-1][-1]] == ["Welk abonnement hebt u?", "Dat was alles."]


@pytest.mark.parametrize("lowest", ["0", "3"])
def test_ratings_keep_their_numbers(lowest: str, tmp_path: Path) -> None:
    """A scale that does not begin at 1 says its numbers, or numeric values would be others."""
    text = WHOLE.replace("{min: 1, max: 9}", f"{{min: {lowest}, max: 9}}")
    asked = form(text, "en")
    people = respondents(asked)
    path = exported(tmp_path, asked, people, numeric=True)
    codes = "1=like,2=must-be,3=neutral,4=live-with,5=dislike"
    assert_read_back(path, asked, people, questionnaire(text), codes=codes)


def test_the_stamp_is_embedded_data() -> None:
    """Whole, with nothing in it that would end the tag."""
    for text in (PLAIN, WHOLE, HOSTILE):
        asked = form(text, questionnaire(text).language)
        assert survey_of(asked).embedded == {"kano_hash": asked.stamp}


def test_lines_of_a_text_stay_lines() -> None:
    """A blank line would end the question."""
    text = PLAIN.replace("title:", 'introduction: "One\\n\\n[[PageBreak]]\\ntwo"\ntitle:')
    opening = next(iter(survey_of(form(text)).blocks.values()))
    assert opening[0][0].text.endswith("One<br><br>&#91;&#91;PageBreak&#93;&#93;<br>two")


@pytest.mark.parametrize("identity", ["a[b", "a]", "a:b"])
def test_an_id_that_would_end_a_tag_is_refused(identity: str) -> None:
    """With the id and one that is taken."""
    asked = form(PLAIN.replace("id: sms", f"id: '{identity}'"))
    said = re.escape(f'Qualtrics cannot take the id "{identity}"')
    with pytest.raises(KanoError, match=said) as error:
        qualtrics.write(asked)
    assert error.value.hint.startswith("write id: a")


def test_names_that_would_be_one_are_refused() -> None:
    """A question about people must not be called what a feature's question is called."""
    asked = form(WHOLE, "en")
    clash = replace(asked, segments=(replace(asked.segments[0], code="Loanbike_f"),))
    with pytest.raises(KanoError, match="feature loanbike and segment Loanbike_f"):
        qualtrics.write(clash)


def test_one_language_is_named() -> None:
    """Of a questionnaire in two, one must be chosen."""
    with pytest.raises(KanoError, match="qualtrics takes one language"):
        written(form(WHOLE), target_named("qualtrics"))


def test_the_same_form_gives_the_same_bytes() -> None:
    """And it ends with one line break."""
    assert qualtrics.write(form(WHOLE, "nl")) == qualtrics.write(form(WHOLE, "nl"))
    assert not qualtrics.write(form(PLAIN)).endswith(b"\n\n")
