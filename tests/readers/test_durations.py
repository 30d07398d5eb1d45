"""How long respondents took, and who they are: what a file says beside the answers."""

from pathlib import Path

import numpy as np
import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.durations import duration
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Responses, Survey
from tests.readers.reading import Reader, asked

EXPORTS = Path(__file__).parents[1] / "exports" / "files"


def of(survey: Survey) -> Responses:
    """The answers."""
    assert survey.responses is not None
    return survey.responses


def times(survey: Survey) -> list[float] | None:
    """The durations, -1 for none."""
    durations = of(survey).durations
    return None if durations is None else np.nan_to_num(durations, nan=-1).tolist()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("312", 312), ("4.5", 4.5), ("4,5", 4.5), (" 7 ", 7), ("0", 0), ("12:34", 754),
        ("1:02:03", 3723), ("00:00:07.5", 7.5),
    ],
)  # fmt: skip
def test_a_duration_is_a_number_or_a_clock_time(text: str, seconds: float) -> None:
    """With a comma or a point."""
    assert duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "-5", "5 minutes", "5-10", "fast", "1:2", "1e3", "2024-05-01"]
)
def test_other_texts_are_no_duration(text: str) -> None:
    """Nothing is guessed."""
    assert np.isnan(duration(text))


@pytest.mark.parametrize(
    "name",
    [
        "Duration (in seconds)", "DURATION", "duration", "interviewtime", "Temps de saisie", "Duur",
        "Total time",
    ],
)  # fmt: skip
def test_a_column_is_found_by_its_whole_name(name: str, read: Reader) -> None:
    """In any case; it becomes no feature."""
    survey = read(f"{name},a_f,a_d\n300,like,dislike\n,like,neutral\n95,like,like\n")

    assert times(survey) == [300, -1, 95]
    assert of(survey).duration_column == name
    assert [feature.name for feature in survey.features] == ["a"]


@pytest.mark.parametrize("header", ["How long is the duration?", "durations", "time", "a_duration"])
def test_a_part_of_a_name_is_no_name(header: str, read: Reader) -> None:
    """A question about duration is no duration."""
    assert times(read(f"{header},a_f,a_d\n300,like,dislike\n")) is None


def test_a_column_that_holds_something_else_is_passed_over(read: Reader) -> None:
    """Words, or more words than numbers; a second column of such a name may do."""
    assert times(read("duration,a_f,a_d\nlong,like,dislike\n5,like,like\n")) is None
    assert times(read("duration,a_f,a_d\n,like,dislike\n,like,like\n")) is None
    survey = read("duration,interviewtime,a_f,a_d\nlong,12,like,dislike\nshort,9,like,like\n")
    assert (times(survey), of(survey).duration_column) == ([12, 9], "interviewtime")


def test_durations_stay_with_their_rows(read: Reader) -> None:
    """Rows without an answer, and rows that were left out, take theirs along."""
    text = "duration,a_f,a_d\n1,like,dislike\n2,,\n3,like,\n4,like,like\n"

    assert times(read(text)) == [1, 3, 4]
    assert times(read(text, ReadOptions(exclude="incomplete"))) == [1, 4]


def test_a_qualtrics_export_has_its_own() -> None:
    """A preview and an unfinished answer are left out, with their durations."""
    survey = read_survey(EXPORTS / "qualtrics-text-3-rows.csv")

    assert of(survey).duration_column == "Duration (in seconds)"
    assert len(times(survey) or []) == survey.origin.respondents == 6


def test_respondents_have_a_number_each(read: Reader) -> None:
    """The same person the same one; blanks and words for nobody have none."""
    study = asked("respondent: Id\nfeatures: [{name: a}]")
    rows = [f"{who},like,dislike" for who in ("r1", "r2", "", "r1", "n/a")]
    numbers = of(read("\n".join(["Id,a_f,a_d", *rows]), ReadOptions(study))).respondents

    assert numbers is not None
    assert numbers[0] == numbers[3] != numbers[1]
    assert (numbers >= 0).tolist() == [True, True, False, True, False]


def test_excluded_rows_take_their_number_along(read: Reader) -> None:
    """What is left has each person once."""
    study = asked("respondent: Id\nfeatures: [{name: a}]")
    rows = [f"{who},like,dislike" for who in ("r1", "r2", "r1", "r3")]
    survey = read("\n".join(["Id,a_f,a_d", *rows]), ReadOptions(study, exclude="duplicated"))
    numbers = of(survey).respondents

    assert numbers is not None
    assert len(set(numbers.tolist())) == len(numbers) == 3


def test_a_file_that_does_not_say_who_answered_has_no_numbers(read: Reader) -> None:
    """Two rows alike may well be two people."""
    survey = read("a_f,a_d\nlike,dislike\nlike,dislike\n")

    assert of(survey).respondents is None
    assert of(survey).durations is None


def test_a_large_file_keeps_its_durations(read: Reader) -> None:
    """However many different ones there are, which is more than anybody answers with."""
    rows = [f"{at},like,dislike,{'x' * 60}" for at in range(40_000)]
    survey = read("\n".join(["duration,a_f,a_d,note", *rows]))

    assert times(survey) == list(range(40_000))
