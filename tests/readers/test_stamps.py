"""The stamp in a file of answers: never a question, and told where it is of another version."""

import json
from pathlib import Path

import pytest

from kano_cli.findings import Finding
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.report.words import words
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Survey
from kano_cli.study.stamp import stamp_of
from tests.readers.files import csv_text
from tests.readers.reading import codes, finding, pairs

NOW = """\
kano: 1
title: Bike shop
language: en
features:
  - {id: loan, name: Loan bike, functional: If we lent you a bike?, dysfunctional: If we did not?}
  - {id: night_locker, name: Night locker, functional: If it was there?, dysfunctional: If not?}
"""
CODES = ("like", "disl", "must", "neut")


def asked(text: str = NOW) -> Questionnaire:
    """The questionnaire of a text."""
    return parse_questionnaire(text, "study.yaml")


STAMP = stamp_of(asked())


def written(folder: Path, column: str, stamps: list[str], header: list[str] | None = None) -> Path:
    """A CSV with a stamp a row, each row answered alike."""
    questions = header or ["loan_f", "loan_d", "night_locker_f", "night_locker_d"]
    rows = [[*CODES[: len(questions)], stamp] for stamp in stamps]
    path = folder / "answers.csv"
    path.write_text(csv_text([[*questions, column], *rows]), "utf-8")
    return path


def read(path: Path, questionnaire: Questionnaire | None = None) -> Survey:
    """The survey in a file."""
    return read_survey(path, ReadOptions(questionnaire))


def told(survey: Survey, code: str) -> str:
    """The sentence of a finding."""
    return words("en").finding(finding(survey, code))[0]


@pytest.mark.parametrize(
    "column", ["kano_hash", "kanohash", "about/kano_hash", "about-kano_hash", "Version of the form"]
)
def test_a_stamp_is_no_question_and_this_version_says_nothing(tmp_path: Path, column: str) -> None:
    """By its name, behind a group, or by what stands in it; nothing is said of it either."""
    survey = read(written(tmp_path, column, [STAMP, STAMP, ""]), asked())

    assert pairs(survey) == {"Loan bike": [(1, 5)] * 3, "Night locker": [(2, 3)] * 3}
    assert codes(survey) == []


def test_without_a_questionnaire_the_stamp_names_what_would_help(tmp_path: Path) -> None:
    """Other files than our own do not say the title."""
    survey = read(written(tmp_path, "kano_hash", [STAMP]))

    assert codes(survey) == ["K128"]
    assert told(survey, "K128") == "the answers were given to a questionnaire of kano"


CHANGED = {
    "title: Bike shop": ("title: Bikes", ("title",)),
    "language: en": ("language: en\nscale: satisfaction", ("answers",)),
    "If it was there?": ("If it was here?", ("reworded Night locker",)),
    "name: Loan bike": ("name: Bike on loan", ("reworded Bike on loan",)),
}


@pytest.mark.parametrize("old", CHANGED)
def test_another_version_is_told_by_what_changed(tmp_path: Path, old: str) -> None:
    """Two answers are of the version before."""
    new, changed = CHANGED[old]
    later = asked(NOW.replace(old, new).replace("scale: satisfaction", OWN_ANSWERS))
    survey = read(written(tmp_path, "kano_hash", [STAMP, stamp_of(later), STAMP]), later)

    assert codes(survey) == ["K127"]
    assert finding(survey, "K127").facts == {"count": 2, "changed": changed}
    assert finding(survey, "K127").place.file == "answers.csv"


OWN_ANSWERS = "scale: {like: Yes, must-be: Sure, neutral: Hm, live-with: Well, dislike: No}"


def test_a_feature_that_was_asked_since_is_left_out_and_told(tmp_path: Path) -> None:
    """The file is not at fault: its version did not ask it."""
    later = asked(NOW + "  - {id: sms, name: Text message, functional: A?, dysfunctional: B?}\n")
    survey = read(written(tmp_path, "kano_hash", [STAMP]), later)

    assert list(pairs(survey)) == ["Loan bike", "Night locker"]
    assert told(survey, "K127") == (
        "1 answer is to another version of the questionnaire; what has changed since: "
        "added Text message"
    )


def test_a_feature_that_is_asked_no_more_is_told_by_its_id(tmp_path: Path) -> None:
    """Its columns belong to no feature of the questionnaire, which is told as well."""
    later = asked("".join(line for line in NOW.splitlines(keepends=True) if "id: loan" not in line))
    survey = read(written(tmp_path, "kano_hash", [STAMP]), later)

    assert codes(survey) == ["K127", "K108"]
    assert finding(survey, "K127").facts["changed"] == ("removed loan",)


def test_a_feature_without_answers_is_refused_where_its_version_asked_it(tmp_path: Path) -> None:
    """A stamp is no excuse for columns that were lost."""
    path = written(tmp_path, "kano_hash", [STAMP], ["loan_f", "loan_d"])

    with pytest.raises(Exception, match="has no answers to"):
        read(path, asked())


@pytest.mark.parametrize("other", ["", "kano1/0123456789abcdef", "sha256:3f9c"])
def test_some_answers_without_a_stamp_excuse_no_feature(tmp_path: Path, other: str) -> None:
    """Nobody knows what those were asked."""
    later = asked(NOW + "  - {id: sms, name: Text message, functional: A?, dysfunctional: B?}\n")

    with pytest.raises(Exception, match="has no answers to"):
        read(written(tmp_path, "kano_hash", [STAMP, other]), later)


def test_several_versions_are_told_with_their_numbers(tmp_path: Path) -> None:
    """Without a questionnaire by the beginning of their digests, the most frequent first."""
    other = stamp_of(asked(NOW.replace("Bike shop", "Bikes")))
    survey = read(written(tmp_path, "kano_hash", [other, STAMP, STAMP]))

    digests = [stamp.split("/")[1][:8] for stamp in (STAMP, other)]
    assert codes(survey) == ["K129"]
    assert told(survey, "K129") == (
        f"the answers are to 2 versions of a questionnaire: {digests[0]} 2, {digests[1]} 1"
    )


def test_several_other_versions_are_told_one_by_one(tmp_path: Path) -> None:
    """Each with its own changes."""
    one = stamp_of(asked(NOW.replace("Bike shop", "Bikes")))
    two = stamp_of(asked(NOW.replace("If not?", "If it was not?")))
    survey = read(written(tmp_path, "kano_hash", [one, two, two, STAMP]), asked())

    assert [each.facts for each in survey.findings] == [
        {"count": 2, "changed": ("reworded Night locker",)},
        {"count": 1, "changed": ("title",)},
    ]


@pytest.mark.parametrize("stamp", ["sha256:3f9c", "kano1/0123456789abcdef", "kano1/0123456789ab"])
def test_a_stamp_that_cannot_be_read_is_another_version(tmp_path: Path, stamp: str) -> None:
    """Nobody knows what changed since."""
    survey = read(written(tmp_path, "kano_hash", [stamp]), asked())

    assert codes(survey) == ["K127"]
    assert finding(survey, "K127").facts["changed"] == ("unknown",)


def test_a_stamp_that_a_tool_cut_off_still_tells_the_version(tmp_path: Path) -> None:
    """The digest of the whole comes first."""
    assert codes(read(written(tmp_path, "kano_hash", [STAMP[:-6]]), asked())) == []


def test_a_hash_of_somebody_else_is_no_stamp(tmp_path: Path) -> None:
    """In other files than our own the word alone says nothing."""
    records = [{"loan_f": "like", "loan_d": "disl", "hash": "9f86d081"}]
    path = tmp_path / "results.json"
    path.write_text(json.dumps(records), "utf-8")

    assert codes(read(path)) == []


def test_a_stamp_stands_in_a_long_table_too(tmp_path: Path) -> None:
    """A row an answer: the layout stays what it is."""
    rows = [
        ["respondent", "feature", "functional", "dysfunctional", "kano_hash"],
        ["1", "loan", "like", "disl", STAMP],
        ["1", "night_locker", "must", "neut", STAMP],
    ]
    path = tmp_path / "long.csv"
    path.write_text(csv_text(rows), "utf-8")
    survey = read(path, asked())

    assert survey.origin.layout == "long"
    assert codes(survey) == []


def test_both_languages_say_what_changed() -> None:
    """In words, not in keys."""
    found = Finding("K127", {"count": 2, "changed": ("title", "added A, B", "removed c")})

    assert words("en").finding(found)[0].endswith("since: the title; added A, B; removed c")
    assert words("nl").finding(found)[0].endswith("is: de titel; toegevoegd A, B; weggelaten c")


NAMED = ["kano_hash", "about/kanohash", "Version of the form"]


@pytest.mark.parametrize("column", NAMED)
def test_wherever_a_stamp_stands_it_is_checked(tmp_path: Path, column: str) -> None:
    """Also under a text that only what is below it explains."""
    later = asked(NOW.replace("Bike shop", "Bikes"))

    assert codes(read(written(tmp_path, column, [STAMP]), later)) == ["K127"]


@pytest.mark.parametrize("column", NAMED)
def test_a_stamp_makes_no_groups(tmp_path: Path, column: str) -> None:
    """It is the form's own."""
    with pytest.raises(Exception, match="makes no groups"):
        read_survey(written(tmp_path, column, [STAMP, ""]), ReadOptions(by=column))
