"""Importance as a weight: Better and Worse times the mean rating between 0 and 1."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli import classify
from kano_cli.core.ranking import SORTS
from kano_cli.core.scores import Mean, scaled
from kano_cli.errors import KanoError
from tests.commands.conftest import Runner
from tests.readers.files import write
from tests.readers.reading import asked

HEAD = "a (with),a (without),a (importance),b (with),b (without),b (importance)\n"
LOVED = "like,neutral,2,like,neutral,6\n"
MISSED = "like,dislike,2,neutral,neutral,6\n"
STUDY = "importance: {min: 1, max: 9}\nfeatures: [{name: a}, {name: b}]"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Ten people: a is the better liked one, b the more important one."""
    return write(tmp_path / "survey.csv", HEAD + 5 * LOVED + 5 * MISSED)


@pytest.mark.parametrize(
    ("mean", "scale", "expected"),
    [(6.804469, (1.0, 9.0), 0.725559), (1.0, (1.0, 5.0), 0.0), (6.0, (0.0, 6.0), 1.0)],
)
def test_a_mean_stands_between_the_ends_of_its_scale(
    mean: float, scale: tuple[float, float], expected: float
) -> None:
    """Reppel's Convenient: 6.804469 of 1 to 9 is .725559."""
    assert round(scaled(Mean(mean, 1.0, 3), scale), 6) == expected


@given(st.floats(1, 9))
def test_a_weight_lies_from_0_to_1(mean: float) -> None:
    """And without a rating, or a scale, there is none."""
    assert 0 <= scaled(Mean(mean, 1.0, 3), (1, 9)) <= 1
    assert scaled(None, (1, 9)) != scaled(None, (1, 9))
    assert scaled(Mean(mean, 1.0, 3), None) != scaled(Mean(mean, 1.0, 3), None)


def test_better_and_worse_are_taken_times_it(survey: Path) -> None:
    """Importance 2 of 1 to 9 weighs .125, 6 weighs .625."""
    result = classify(survey, questionnaire=asked(STUDY), sort="better", importance_scaled=True)
    b, a = result.features

    assert (a.id, b.id) == ("a", "b")
    assert (a.better, a.worse, a.importance_weight) == (1.0, -0.5, 0.125)
    assert (a.scaled_better, a.scaled_worse) == (0.125, -0.0625)
    assert (b.better, b.scaled_better, b.scaled_worse) == (0.5, 0.3125, 0)
    assert [f.id for f in classify(survey, questionnaire=asked(STUDY), sort="better").features] == [
        "a", "b",
    ]  # fmt: skip
    assert result.columns()[-3:] == ("importance_weight", "scaled_better", "scaled_worse")
    assert result.rows()[1]["scaled_worse"] == -0.0625


@pytest.mark.parametrize("sort", SORTS)
def test_only_the_order_and_what_is_shown_change(sort: str, survey: Path) -> None:
    """Every number of a feature is the same with the option and without."""
    both = [
        classify(survey, questionnaire=asked(STUDY), sort=sort, importance_scaled=scaled)
        for scaled in (False, True)
    ]
    by_id = [{each.id: {**vars(each), "rank": 0} for each in result.features} for result in both]
    assert repr(by_id[0]["a"]) == repr(by_id[1]["a"])
    assert repr(by_id[0]["b"]) == repr(by_id[1]["b"])


def test_the_table_and_the_page_of_a_feature_show_it(
    run: Runner, survey: Path, tmp_path: Path
) -> None:
    """Under names of their own, with the ends of the scale."""
    study = write(tmp_path / "study.yaml", f"kano: 1\n{STUDY}\n")
    table = run("classify", survey, "-q", study, "--importance-scaled").out
    page = run("explain", survey, "a", "-q", study).out
    record = json.loads(run("classify", survey, "-q", study, "-f", "json").out)
    dutch = run("classify", survey, "-q", study, "--importance-scaled", "--lang", "nl").out

    assert "Better·w" in table
    assert "w: the mean importance between 1 (0) and 9 (1)" in table
    assert "w: het gemiddelde belang tussen 1 (0) en 9 (1)" in dutch
    assert "as a weight w = (2.0000 − 1) / (9 − 1) = 0.1250; Better·w = 0.1250" in page
    rated = {each["id"]: each["importance"] for each in record["features"]}
    assert (rated["a"]["weight"], rated["b"]["scaled_better"]) == (0.125, 0.3125)


@pytest.mark.parametrize(
    ("study", "text", "told"),
    [
        (
            "features: [{name: a}, {name: b}]",
            HEAD + LOVED,
            (
                "survey.csv: does not say between which ends importance was rated\n"
                "hint: write importance: {min: 1, max: 9} into a questionnaire, with its own ends"
            ),
        ),
        (
            "importance: {min: 1, max: 9}\nfeatures: [{name: a}]",
            "a (with),a (without)\nlike,dislike\n",
            "survey.csv: has no ratings of importance\nhint: leave out --importance-scaled",
        ),
    ],
)
def test_a_scale_is_never_guessed(study: str, text: str, told: str, tmp_path: Path) -> None:
    """Without ratings, or without the ends of their scale, it is refused."""
    file = write(tmp_path / "survey.csv", text)
    with pytest.raises(KanoError) as mistake:
        classify(file, questionnaire=asked(study), importance_scaled=True)

    assert str(mistake.value) == told
