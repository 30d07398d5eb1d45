"""LimeSurvey: answers come back from its exports, with the questionnaire and without it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.limesurvey import write
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey as ReadSurvey
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
from tests.forms.limesurvey_screen import RATED, TWO_SIDED, filled_in
from tests.forms.shapes_limesurvey import exported, imported, write_csv

NAMES = {"en": {"loanbike": "Loan bike", "night_locker": "Night locker"},
         "nl": {"loanbike": "Leenfiets", "night_locker": "Nachtkluis"}}  # fmt: skip


def plans(survey: ReadSurvey) -> tuple[str, ...]:
    """The segment of each respondent."""
    assert survey.responses is not None
    return survey.responses.segments["Plan"]


def plans_of(people: Sequence[Filled]) -> tuple[str, ...]:
    """What they must be, for those who answered anything."""
    texts = {"free": "Free", "team_small": "Team, small", "": ""}
    return tuple(
        texts[one["plan"]]
        for one in people
        if any(one[code] for code in one if code.endswith(("_f", "_d")))
    )


SHAPES: Sequence[Mapping[str, str]] = [
    {"heading": heading, "answers": answers, "language": language}
    for heading in ("code", "full", "codetext")
    for answers in ("short", "long")
    for language in ("en", "nl")
]


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "-".join(shape.values()))
def test_exports_are_read_back(tmp_path: Path, shape: Mapping[str, str], delimiter: str) -> None:
    """Codes, texts or both, in each language: with the questionnaire, and without it."""
    asked, study = form(WHOLE), questionnaire(WHOLE)
    survey = imported(write(asked))
    people = respondents(asked)
    table = exported(survey, filled_in(asked, survey, people), **shape)  # type: ignore[arg-type]
    path = write_csv(tmp_path / "results.csv", table, delimiter)
    read = assert_read_back(path, asked, people, study)
    assert plans(read) == plans_of(people)
    codes = {"loanbike": "loanbike", "night_locker": "nightlocker"}
    named = codes if shape["heading"] == "code" else NAMES[shape["language"]]
    assert_read_back(path, asked, people, named=named)


@pytest.mark.parametrize("separator", ["._.", ". "])
def test_other_marks_between_code_and_text_are_read_back(tmp_path: Path, separator: str) -> None:
    """And codes as expressions have them."""
    asked, study = form(WHOLE), questionnaire(WHOLE)
    survey = imported(write(asked))
    people = respondents(asked)
    table = exported(
        survey,
        filled_in(asked, survey, people),
        heading="codetext",
        em_codes=True,
        separator=separator,
    )
    assert_read_back(write_csv(tmp_path / "results.csv", table), asked, people, study)


@pytest.mark.parametrize("text", [PLAIN, HOSTILE, TWO_SIDED, RATED])
@pytest.mark.parametrize("answers", ["short", "long"])
@pytest.mark.parametrize("heading", ["code", "codetext", "full"])
def test_odd_texts_and_answers_are_read_back(
    tmp_path: Path, text: str, heading: str, answers: str
) -> None:
    """Also where a feature is two lists."""
    asked, study = form(text), questionnaire(text)
    survey = imported(write(asked))
    people = respondents(asked)
    table = exported(survey, filled_in(asked, survey, people), heading=heading, answers=answers)
    assert_read_back(write_csv(tmp_path / "results.csv", table), asked, people, study)


def test_codes_of_two_lists_name_their_features_without_the_questionnaire(tmp_path: Path) -> None:
    """`loanbikef` is half of the loan bike, though no sign stands before the f."""
    asked = form(RATED)
    survey = imported(write(asked))
    people = respondents(asked)
    table = exported(survey, filled_in(asked, survey, people))
    named = {"loanbike": "loanbike", "night_locker": "nightlocker", "sms": "sms"}
    read = assert_read_back(write_csv(tmp_path / "results.csv", table), asked, people, named=named)
    assert read.responses is not None
    assert read.responses.importance is not None
    rated = [float(one["sms_i"] or "nan") for one in people]
    np.testing.assert_array_equal(read.responses.importance[:, 2], rated)


def test_two_columns_alone_are_no_feature_by_their_last_letters(tmp_path: Path) -> None:
    """A leaf and a lead may be anything."""
    path = tmp_path / "answers.csv"
    path.write_text("leaf,lead\nlike,dislike\nneutral,neutral\n", "utf-8")
    with pytest.raises(KanoError, match="nothing in the headers proves"):
        read_survey(path)


def test_a_number_under_a_word_with_an_i_rates_no_feature(tmp_path: Path) -> None:
    """Unless the rest of the word is a feature."""
    path = tmp_path / "answers.csv"
    path.write_text("bus_f,bus_d,taxi,busi\nlike,dislike,3,4\nlike,neutral,5,2\n", "utf-8")
    responses = read_survey(path).responses
    assert responses is not None
    assert responses.importance is not None
    assert responses.importance.tolist() == [[4.0], [2.0]]


@pytest.mark.parametrize("heading", ["code", "full", "codetext"])
def test_answers_to_another_version_are_told(tmp_path: Path, heading: str) -> None:
    """The stamp comes back in every shape, and tells what changed."""
    asked = form(WHOLE)
    survey = imported(write(asked))
    table = exported(survey, filled_in(asked, survey, respondents(asked)), heading=heading)
    path = write_csv(tmp_path / "results.csv", table)
    same, changed = (
        read_survey(path, ReadOptions(questionnaire(text))).findings
        for text in (WHOLE, WHOLE.replace("en: Loan bike", "en: Loaned bike"))
    )
    assert "K127" not in [finding.code for finding in same]
    (told,) = [finding for finding in changed if finding.code == "K127"]
    assert told.facts["count"] == 12
