"""What a hostile reading of the journey found: few people, weights, one story in one report."""

import numpy as np
import pytest

from kano_cli.core.categories import Category
from kano_cli.errors import KanoError
from kano_cli.journey.emotion import emotion_curve
from kano_cli.journey.satisfied import effort_score, loyalty
from kano_cli.report.document.decisions import decision_points, decisions
from kano_cli.report.document.summary import lead
from kano_cli.report.words import words
from kano_cli.study.questionnaire import parse_questionnaire
from kano_cli.study.ratings import EffortColumn, EmotionColumns
from kano_cli.study.responses import Responses
from tests.report.document.journeys import told

START = "kano: 1\njourney: [Website]\n"
END = "features: [{id: gift, name: Gift, touchpoint: Website}]\n"
RATED = (
    "ratings: {recommendation: NPS, satisfaction: Score, "
    "effort: {column: E, min: 1, max: 7, easy: 7}}\n"
)


@pytest.mark.parametrize(("people", "shown"), [(1, False), (4, False), (5, True)])
def test_ratings_of_a_handful_reach_no_output(people: int, shown: bool) -> None:
    """A mean of one is what one person said, of everybody as well as of a group."""
    asked = parse_questionnaire(START + RATED + END)
    nothing = np.zeros((people, 1), np.int8)
    ratings = {key: np.full(people, 6.0) for key in ("recommendation", "satisfaction", "effort")}
    found = loyalty(Responses(asked.features, nothing, nothing, ratings=ratings), asked)
    columns = EmotionColumns(1, 10, 5.5, {"Website": "B"}, {"Website": "A"})
    felt = {f"emotion {when} Website": np.full(people, 6.0) for when in ("before", "after")}

    for score in (found.recommendation, found.satisfaction, found.effort):
        assert (score is not None) is shown
    assert (emotion_curve(columns, felt, ["Website"], least=5) is not None) is shown


def test_a_lift_of_a_handful_is_not_shown() -> None:
    """Six said how they felt before, six after, and only two of them both."""
    before = np.array([5.0] * 6 + [np.nan] * 4)
    after = np.array([np.nan] * 4 + [7.0] * 6)
    columns = EmotionColumns(1, 10, 5.5, {"Website": "B"}, {"Website": "A"})
    curve = emotion_curve(
        columns,
        {"emotion before Website": before, "emotion after Website": after},
        ["Website"],
        least=5,
    )

    assert curve is not None
    (point,) = curve.points
    assert point.before is not None
    assert point.lift is None


@pytest.mark.parametrize("easy", [1, 7])
@pytest.mark.parametrize(
    ("measure", "key", "value"),
    [("mean", "mean", 5.8), ("index", "score", 60), ("agree", "share", 0.8)],
)
def test_weights_count_in_effort_too(easy: int, measure: str, key: str, value: float) -> None:
    """Four times as heavy who found it easy: 80 per cent, not half."""
    ratings = np.array([7.0] * 10 + [1.0] * 10) if easy == 7 else np.array([1.0] * 10 + [7.0] * 10)
    column = EffortColumn("E", 1, 7, easy=easy, measure=measure)
    found = effort_score(ratings, column, np.array([4.0] * 10 + [1.0] * 10))

    assert found is not None
    if measure == "mean" and easy == 1:
        value = 2.2
    assert getattr(found.score, key) == pytest.approx(value)
    same = effort_score(ratings, column, np.full(20, 3.0))
    plain = effort_score(ratings, column)
    assert same is not None
    assert plain is not None
    assert same.interval == pytest.approx(plain.interval)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_report_surprises_with_what_its_journey_chose(language: str) -> None:
    """The summary picks no other wow than the page that it sums up, and polishes nothing."""
    study, spoken = told(), words(language)
    assert study.journey is not None
    found = decisions(study)
    chosen = [each.feature.name for each in study.journey.chosen]
    said = lead(study, found, spoken)

    assert [each.name for each in found.clear[Category.WOW][: found.now]] == chosen
    assert all(name in said for name in chosen)
    waiting = [each.feature.name for each in study.journey.excel if not each.chosen]
    assert not any(name in said for name in waiting if name not in chosen)
    assert list(decision_points(found, study.result, spoken))


@pytest.mark.parametrize(
    ("text", "told_so", "place"),
    [
        (
            "ratings: {effort: {column: E, min: 1, max: 5, easy: 5, measure: agree}}\n" + END,
            "defined on 7 steps",
            "line 3, column 65",
        ),
        (
            "ratings: {effort: {column: E, min: 0.5, max: 6.5, easy: 6.5}}\n" + END,
            "whole steps",
            "line 3, column 19",
        ),
        (
            "ratings: {emotion: {min: 1, max: 10, touchpoints: {Website: A, website: B}}}\n" + END,
            "stands here twice",
            "line 3, column 64",
        ),
        (
            "ratings: {emotion: {min: 1, max: 10, touchpoints: {}}}\n" + END,
            "names no touchpoints",
            "line 3, column 51",
        ),
        (
            "ratings: {emotion: {min: 1, max: 10, "
            "touchpoints: {Website: {before: A, after: A}}}}\n" + END,
            "same column",
            "line 3, column 61",
        ),
        (
            "features: [{id: gift, name: Gift, design: {targeted: [a, b]}}]\n",
            "single text",
            "line 3, column 54",
        ),
    ],
)
def test_a_mistake_in_the_new_keys_is_refused_where_it_stands(
    text: str, told_so: str, place: str
) -> None:
    """Never read as something else in silence."""
    with pytest.raises(KanoError, match=told_so) as refused:
        parse_questionnaire(START + text)
    assert place in str(refused.value.place)


def test_null_says_nothing_of_a_point() -> None:
    """~ is empty, not a text of one character."""
    text = "features: [{id: gift, name: Gift, design: {targeted: ~, dosed: null, moment: now}}]\n"
    idea = parse_questionnaire(START + text).journey.ideas["gift"]

    assert idea.empty == ("targeted", "dosed", "repeatable", "emotion")
