"""Answers that came back, and were lost or turned round."""

import csv
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms import limesurvey, xlsform
from kano_cli.forms.targets import target_named, written
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.forms.fielded import PLAIN, WHOLE, assert_read_back, form, questionnaire, respondents
from tests.forms.limesurvey_screen import filled_in
from tests.forms.shapes_kobo import fielded, kobo, write_csv
from tests.forms.shapes_limesurvey import exported, imported
from tests.forms.shapes_limesurvey import write_csv as write_lime

OWN_WORDS = WHOLE.replace(
    "{min: 1, max: 9}",
    '{min: 1, max: 9, question: {en: "How much {name}?", nl: "Hoeveel {name}?"}}',
)
YES = PLAIN.replace(
    "language: en\n",
    "language: en\nconsent: I agree.\nscale: {like: 'Yes!', must-be: Sure, neutral: Whatever, "
    "live-with: Meh, dislike: 'No!'}\n",
)
BRACES = WHOLE.replace("en: Free, nl: Gratis", 'en: "Free {a}", nl: "Gratis {a}"')


@pytest.mark.parametrize("language", [0, 1])
def test_importance_in_own_words_comes_back(language: int, tmp_path: Path) -> None:
    """Under labels, which hold none of our words for it."""
    asked = form(OWN_WORDS)
    people = respondents(asked)
    there = fielded(xlsform.write(asked))
    table = kobo(there, people, groups=True, language=there.languages[language])
    path = write_csv(tmp_path / "kobo.csv", table)
    assert_read_back(path, asked, people, questionnaire(OWN_WORDS))


def test_consent_is_no_answer_where_yes_is_one(tmp_path: Path) -> None:
    """The code of the consent is yes."""
    asked = form(YES)
    people = respondents(asked)
    path = write_csv(tmp_path / "kobo.csv", kobo(fielded(xlsform.write(asked)), people))
    assert_read_back(path, asked, people, questionnaire(YES))


def test_importance_of_an_id_with_a_space_comes_back(tmp_path: Path) -> None:
    """As the page's CSV has it."""
    text = PLAIN.replace("id: loanbike", "id: loan bike").replace(
        "features:", "importance: {min: 1, max: 5}\nfeatures:"
    )
    asked = form(text)
    written(asked, target_named("html"))
    people = respondents(asked)
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        codes = [question.code for question in asked.questions]
        lines.writerow(["respondent", "language", "questionnaire", "kano_hash", *codes])
        for at, one in enumerate(people):
            lines.writerow([f"r{at}", "en", "Bike shop", asked.stamp, *(one[c] for c in codes)])
    assert_read_back(path, asked, people, questionnaire(text))


def test_limesurvey_has_no_importance_below_nought() -> None:
    """Its code for -2 was 2."""
    text = PLAIN.replace("features:", "importance: {min: -2, max: 2}\nfeatures:")
    with pytest.raises(KanoError, match="minus sign"):
        limesurvey.write(form(text))


def test_limesurvey_braces_in_answers_are_read(tmp_path: Path) -> None:
    """Its exports leave the backslash before them."""
    asked = form(BRACES)
    survey = imported(limesurvey.write(asked))
    people = respondents(asked, gaps=False)
    table = exported(survey, filled_in(asked, survey, people), answers="long")
    read = read_survey(
        write_lime(tmp_path / "a.csv", table), ReadOptions(questionnaire(BRACES))
    ).responses
    assert read is not None
    assert set(read.segments["Plan"]) == {"Free {a}", "Team, small"}


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [("max: 9", "max: 5", "importance"), ("en: Free", "en: No fee", "segments")],
)
def test_another_importance_or_segment_is_another_version(
    old: str, new: str, word: str, tmp_path: Path
) -> None:
    """A rating of 5 means another thing from 1 to 5."""
    asked = form(WHOLE)
    table = kobo(fielded(xlsform.write(asked)), respondents(asked))
    path = write_csv(tmp_path / "kobo.csv", table)
    read = read_survey(path, ReadOptions(questionnaire(WHOLE.replace(old, new))))
    (told,) = [finding for finding in read.findings if finding.code == "K127"]
    assert told.facts["changed"] == (word,)
