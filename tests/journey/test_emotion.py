"""The emotion curve: means with intervals, lift of people, peak and end."""

from math import isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kano_cli.journey.emotion import emotion_curve, measured, peak_end
from kano_cli.study.ratings import EmotionColumns

SERIES = st.lists(st.integers(1, 10), min_size=1, max_size=12)
COLUMNS = EmotionColumns(1, 10, 5.5, {"Shop": "b"}, {"Shop": "a", "Bill": "c"})


def test_the_worked_case_of_the_method_comes_out() -> None:
    """METHOD 14.4: ratings 6 9 3 7, neutral 5: peak 9, end 7, score 8."""
    found = peak_end([6, 9, 3, 7], 5)

    assert found is not None
    assert (found.peak, found.end, found.score) == (1, 3, 8.0)


def test_of_two_as_far_from_neutral_the_worse_one_is_the_peak() -> None:
    """People remember what went wrong; of two equal ones the first."""
    found = [peak_end(series, 5) for series in ([8, 2, 5], [2, 8, 5], [2, 5, 2])]

    assert [each.peak for each in found if each] == [1, 0, 0]
    assert peak_end([], 5) is None


@given(SERIES, st.integers(1, 10))
def test_no_rating_is_further_from_neutral_than_the_peak(series: list[int], neutral: int) -> None:
    """And the score lies between peak and end."""
    found = peak_end(series, neutral)

    assert found is not None
    peak, end = series[found.peak], series[-1]
    assert max(abs(each - neutral) for each in series) == abs(peak - neutral)
    assert min(peak, end) <= found.score <= max(peak, end)


@given(SERIES.filter(lambda each: len(set(each)) > 1))
def test_a_mean_has_students_interval_cut_to_the_scale(series: list[int]) -> None:
    """As scipy has it."""
    ratings = np.array(series, np.float64)
    low, high = stats.t.interval(
        0.95, len(series) - 1, loc=ratings.mean(), scale=stats.sem(ratings)
    )

    found = measured(ratings, (1, 10))

    assert found is not None
    assert found.interval == pytest.approx((max(low, 1), min(high, 10)), abs=1e-9)


def test_a_lift_is_of_the_people_who_rated_both() -> None:
    """Not the difference of two means: blanks on one side would make a lift of nobody."""
    before, after = np.array([5.0, 5.0, nan, 9.0]), np.array([6.0, nan, 9.0, 8.0])
    curve = emotion_curve(
        COLUMNS, {"emotion before Shop": before, "emotion after Shop": after}, ["Shop", "Bill"]
    )

    assert curve is not None
    (shop,) = curve.points
    assert shop.before is not None
    assert shop.after is not None
    assert shop.lift is not None
    assert (shop.before.mean.n, shop.after.mean.n, shop.lift.mean.n) == (3, 3, 2)
    assert shop.lift.mean.mean == 0.0


def test_the_curve_goes_along_the_journey_and_names_peak_and_end() -> None:
    """Whatever the order of the columns; a touchpoint without ratings has no point."""
    curve = emotion_curve(
        COLUMNS,
        {
            "emotion after Bill": np.array([7.0, 7.0]),
            "emotion after Shop": np.array([2.0, 1.0]),
        },
        ["Website", "Shop", "Bill"],
    )

    assert curve is not None
    assert [point.touchpoint for point in curve.points] == ["Shop", "Bill"]
    assert (curve.peak, curve.end) == ("Shop", "Bill")
    assert curve.peak_end == (1.5 + 7) / 2
    assert curve.mean == (1.5 + 7) / 2


def test_without_ratings_after_there_is_no_peak() -> None:
    """And without any there is no curve."""
    before = {"emotion before Shop": np.array([5.0, 6.0])}
    curve = emotion_curve(COLUMNS, before, ["Shop"])

    assert curve is not None
    assert (curve.peak, curve.end) == (None, None)
    assert isnan(curve.peak_end)
    assert emotion_curve(COLUMNS, {"emotion after Shop": np.array([nan])}, ["Shop"]) is None


def test_weights_count_as_copies_do() -> None:
    """A weight of 2 for everybody is a weight of 1; more for one pulls the mean."""
    ratings = {"emotion after Shop": np.array([2.0, 8.0])}
    plain = emotion_curve(COLUMNS, ratings, ["Shop"])
    twice = emotion_curve(COLUMNS, ratings, ["Shop"], np.array([2.0, 2.0]))
    pulled = emotion_curve(COLUMNS, ratings, ["Shop"], np.array([1.0, 3.0]))

    assert plain == twice
    assert pulled is not None
    assert pulled.points[0].after is not None
    assert pulled.points[0].after.mean.mean == pytest.approx(6.5)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """By simulation: ratings of 60 people from a known distribution."""
    random = np.random.default_rng(1984)
    shares = np.array([1, 1, 2, 3, 5, 8, 14, 20, 12, 6], np.float64)
    shares /= shares.sum()
    truth = float((shares * np.arange(1, 11)).sum())
    held = 0
    for _ in range(2000):
        found = measured(random.choice(np.arange(1.0, 11.0), 60, p=shares), (1, 10))
        assert found is not None
        held += found.interval[0] <= truth <= found.interval[1]

    assert 0.935 < held / 2000 < 0.965
