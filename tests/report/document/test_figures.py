"""Every point and bar of a figure is that of the result."""

from math import isnan

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.student import mean_interval
from kano_cli.report.document.build import document
from kano_cli.report.document.figures import MapFigure, SharesFigure
from kano_cli.report.document.map_words import CORNERS
from kano_cli.report.document.study import Study
from kano_cli.report.numbers import (
    decimal,
    percent,
)
from kano_cli.report.words import words
from tests.report.document.made import (
    large,
    large_study,
    small,
    small_study,
)
from tests.report.document.texts import figure
from tests.report.surveys import result_of, survey_of

ENGLISH = words("en")
sizes = pytest.mark.parametrize(
    ("study", "made"),
    [(small_study, small), (large_study, large)],
    ids=["small", "large"],
)


@sizes
def test_the_map_has_every_feature_with_a_place(study: object, made: object) -> None:
    """Worse without its sign to the right, Better up, with their intervals."""
    result = study().result  # type: ignore[operator]
    drawn = figure(made("en"), "map").figure  # type: ignore[operator]
    assert isinstance(drawn, MapFigure)
    placed = {each.id: each for each in result.features if not isnan(each.better)}

    assert [point.id for point in drawn.points] == list(placed)
    for point in drawn.points:
        feature = placed[point.id]
        assert (point.x, point.y) == (abs(feature.worse), feature.better)
        low, high = point.x_interval
        assert (-high, -low) == feature.worse_interval
        assert low <= point.x <= high
        assert point.y_interval == feature.better_interval
        assert point.size == (feature.importance_weight if feature.importance else None)
        assert f"Better {decimal(feature.better)}" in point.told
        assert f"Worse {decimal(feature.worse)}" in point.told
    for axis in (drawn.x, drawn.y):
        assert (axis.low, axis.high, axis.cut) == (0, 1, 0.5)
    assert drawn.corners == tuple(map(ENGLISH.category, CORNERS))
    assert {category for category, _ in drawn.legend} == {e.category for e in placed.values()}


def test_a_feature_without_a_place_is_named_under_the_map() -> None:
    """In words, and in the description of those who cannot see it."""
    drawn = figure(small("en"), "map").figure
    assert isinstance(drawn, MapFigure)

    assert drawn.missing == (
        "Not on the map, since no answer gives it a place: Nieuw kenmerk zonder antwoorden."
    )
    assert "Corner performance: Snelheid mobiel internet." in figure(small("en"), "map").alt


def test_a_feature_in_another_corner_is_explained() -> None:
    """All answers make the place, the most common the category."""
    study = Study(
        result_of({"Ticket": (90, 70, 60, 20), "Lock": (200, 20, 9, 9)}), survey_of({"A": ()})
    )
    block = figure(document(study, ENGLISH), "map")

    assert "Ticket lies in another corner than its category" in block.caption
    assert "Lock lies" not in block.caption


def test_without_a_scale_the_size_is_a_part_of_the_highest_mean() -> None:
    """Nobody knows the ends of the scale, so only the means are compared."""
    counts = {"A": (20, 9), "B": (9, 20), "C": (9, 9, 20)}
    study = Study(result_of(counts, importance={"A": 8.0, "B": 2.0}), survey_of(counts))
    drawn = figure(document(study, ENGLISH), "map").figure
    assert isinstance(drawn, MapFigure)

    assert {point.label: point.size for point in drawn.points} == {"A": 1, "B": 0.25, "C": None}
    assert "(mean rating)" in drawn.size_legend


@sizes
def test_the_scores_map_has_both_means_with_their_intervals(study: object, made: object) -> None:
    """Dysfunctional to the right, functional up, from −2 to 4; the corner is only an aid."""
    result = study().result  # type: ignore[operator]
    block = figure(made("en"), "scores")  # type: ignore[operator]
    drawn = block.figure
    assert isinstance(drawn, MapFigure)
    placed = {e.id: e for e in result.features if not isnan(e.functional_score.mean)}

    assert [point.id for point in drawn.points] == list(placed)
    for point in drawn.points:
        feature = placed[point.id]
        assert point.y == feature.functional_score.mean
        assert point.x == feature.dysfunctional_score.mean
        if feature.functional_score.n > 1:
            ends = (-2, 4)
            assert point.y_interval == mean_interval(feature.functional_score, 0.95, ends)
            assert point.x_interval == mean_interval(feature.dysfunctional_score, 0.95, ends)
    for axis in (drawn.x, drawn.y):
        assert (axis.low, axis.high, axis.cut) == (-2, 4, 2)
    assert "never the category of record" in block.caption


def test_a_lone_answer_has_no_width_on_the_scores_map() -> None:
    """And still has a place."""
    study = Study(result_of({"A": (1,)}), survey_of({"A": ()}))
    drawn = figure(document(study, ENGLISH), "scores").figure
    assert isinstance(drawn, MapFigure)

    assert drawn.points[0].y_interval == (drawn.points[0].y, drawn.points[0].y)


@sizes
def test_the_bars_have_the_shares_of_every_answered_feature(study: object, made: object) -> None:
    """With their printed texts, their winner and their base."""
    result = study().result  # type: ignore[operator]
    drawn = figure(made("en"), "shares").figure  # type: ignore[operator]
    assert isinstance(drawn, SharesFigure)
    there = [each for each in result.features if each.answered]

    assert [bar.id for bar in drawn.bars] == [each.id for each in there]
    for bar, feature in zip(drawn.bars, there, strict=True):
        assert bar.shares == feature.shares
        assert bar.texts == tuple(map(percent, feature.shares))
        assert bar.winner is feature.category
        assert bar.base == f"n {feature.people}"
        assert bar.group == ""
        assert all(text in bar.told for text in bar.texts)
    assert [category for category, _ in drawn.legend] == list(Category)


def test_a_bar_stands_for_each_group_of_what_differs() -> None:
    """And none for what does not."""
    drawn = figure(small("en"), "segments").figure
    assert isinstance(drawn, SharesFigure)

    assert [(bar.label, bar.group) for bar in drawn.bars] == [
        ("Buitenland inbegrepen", "Prepaid"), ("Buitenland inbegrepen", "Sim only & meer"),
    ]  # fmt: skip
