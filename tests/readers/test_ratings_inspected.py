"""What an inspection and a draft say of ratings and of who got what."""

from pathlib import Path

import pytest

from kano_cli.readers.inspection.record import Role
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import parse_questionnaire
from tests.readers.files import ANSWERS, csv_text, write
from tests.readers.inspected import drafted, said
from tests.readers.reading import asked
from tests.readers.test_ratings import ratings, received

STUDY = """
journey:
  - {phase: "Start: now", touchpoints: [Web, {touchpoint: Shop, moment: truth}]}
  - Bill
ratings:
  recommendation: NPS
  satisfaction: {column: column D, min: 1, max: 10}
  effort: {column: Effort, min: 1, max: 7, easy: 1, measure: agree}
  emotion: {min: -2, max: 2, neutral: 0.5, touchpoints: {Web: {before: E1, after: E2}, Bill: E3}}
features:
  - {id: loan, name: Loan, touchpoint: Shop, moment: excel, experience: emotional, received: Got,
     works: false, design: {targeted: "new: all", dosed: ""}}
  - {id: lock, name: Lock}
"""
ROWS = [
    ["Loan_f", "Loan_d", "NPS", "Score", "Effort", "E1", "E2", "E3", "Got", "Lock_f", "Lock_d"],
    [ANSWERS[1], ANSWERS[5], "9", "8", "1", "-2", "2", "0", "yes", ANSWERS[1], ANSWERS[3]],
    [ANSWERS[2], ANSWERS[5], "3", "8", "7", "", "1", "0", "no", ANSWERS[1], ANSWERS[3]],
    [ANSWERS[1], ANSWERS[3], "3", "7", "7", "1", "", "1", "no", ANSWERS[4], ANSWERS[4]],
]


@pytest.mark.parametrize("refused", [False, True])
def test_columns_of_the_journey_have_roles_of_their_own(tmp_path: Path, *, refused: bool) -> None:
    """They are no possible segments and no questions, in a file that is refused as well."""
    rows = [[cell.replace("Lock_d", "What?") for cell in row] for row in ROWS] if refused else ROWS
    path = write(tmp_path / "a.csv", csv_text(rows))
    file = drafted(path, ReadOptions(asked(STUDY)))

    assert (file.inspection.refusal is not None) == refused
    ratings_there = ["NPS", "Score", "Effort", "E1", "E2", "E3"]
    assert [column.header for column in file.columns(Role.RATING)] == ratings_there
    assert [column.header for column in file.columns(Role.RECEIVED)] == ["Got"]
    assert not file.columns(Role.POSSIBLE_SEGMENT)


def test_columns_of_the_journey_have_roles_in_a_long_table(tmp_path: Path) -> None:
    """Beside those that its names give."""
    path = write(
        tmp_path / "a.csv",
        "respondent,feature,functional,dysfunctional,answer,Got\nr1,A,like,dislike,9,x\n",
    )
    study = asked("ratings: {recommendation: answer}\nfeatures: [{name: A, received: Got}]")
    roles = [column.role.value for column in drafted(path, ReadOptions(study)).inspection.columns]

    assert roles == [
        "respondent", "feature", "functional", "dysfunctional", "rating", "received",
    ]  # fmt: skip


def test_ratings_that_look_like_questions_are_not_proposed(tmp_path: Path) -> None:
    """A file is refused for other reasons, and its ratings are no answers all the same."""
    text = "q1,q2,Mood_f,Mood_d\nlike,dislike,neutral,like\nneutral,like,like,dislike\n"
    path = write(tmp_path / "a.csv", text)
    study = asked(
        "ratings: {recommendation: Mood_f, satisfaction: Mood_d}\nfeatures: [{name: Mood}]"
    )
    file = drafted(path, ReadOptions(study))

    assert [column.header for column in file.columns(Role.RATING)] == ["Mood_f", "Mood_d"]
    assert "Mood" not in [pair.feature for pair in file.inspection.pairs]


def test_a_draft_keeps_what_is_said_of_the_journey(tmp_path: Path) -> None:
    """It reads the file as the questionnaire does, and says the same of each feature."""
    path = write(tmp_path / "a.csv", csv_text(ROWS))
    options = ReadOptions(asked(STUDY))
    file = drafted(path, options)
    again, first = file.read_with(file.draft), read_survey(path, options)

    assert not file.doubtful
    assert said(again) == said(first)
    assert ratings(again) == ratings(first)
    assert received(again) == received(first) == {"loan": [1, 0, 0]}
    one, other = parse_questionnaire(file.draft), asked(STUDY)
    stops = [
        [(stop.name, stop.phase, stop.moment) for stop in each.journey.touchpoints]
        for each in (one, other)
    ]
    assert stops[0] == stops[1]
    assert one.journey.ideas == other.journey.ideas
    assert one.journey.failing == other.journey.failing
    scales = [
        {
            key: (rated.column, rated.lowest, rated.highest)
            for key, rated in each.journey.ratings.columns().items()
        }
        for each in (one, other)
    ]
    assert scales[0] == scales[1]
    assert one.journey.ratings.emotion is not None
    assert one.journey.ratings.emotion.neutral == 0.5
    assert one.journey.ratings.effort is not None
    assert one.journey.ratings.effort.easy == 1
    assert one.journey.ratings.effort.measure == "agree"
    assert [(f.touchpoint, f.moment, f.experience) for f in one.features] == [
        ("Shop", "excel", "emotional"), ("", "", ""),
    ]  # fmt: skip


def test_a_draft_without_a_journey_says_nothing_of_one(tmp_path: Path) -> None:
    """Where the questionnaire has none, or there is none."""
    path = write(tmp_path / "a.csv", csv_text(ROWS))

    for options in (ReadOptions(), ReadOptions(asked("features: [{name: Loan}, {name: Lock}]"))):
        assert "journey" not in drafted(path, options).draft
        assert "ratings" not in drafted(path, options).draft
