"""The net promoter score, as worked out by its source and at its edges."""

import json
from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.core.categories import Floats
from kano_cli.errors import KanoError
from kano_cli.journey.loyalty import NPS_SCALE, RatingScale, net_difference, net_score, nps

FILE = Path(__file__).resolve().parent.parent / "published" / "nps.json"
ROWS = json.loads(FILE.read_text(encoding="utf-8"))["tables"][0]["rows"]
COUNTS = st.integers(0, 400)


def ratings_of(counts: Mapping[str, int]) -> Floats:
    """Each rating as often as it was given."""
    values, times = [float(value) for value in counts], list(counts.values())
    return np.repeat(np.array(values, np.float64), times)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_worked_row_comes_out(row: Mapping[str, Any]) -> None:
    """Score, standard error and interval; what does not exist is NaN."""
    expected = {name: np.nan if of is None else of for name, of in row["computed"].items()}

    found = nps(ratings_of(row["counts"]))

    classes = [expected["promoters"], expected["passives"], expected["detractors"]]
    assert [found.above, found.between, found.below] == classes
    assert found.answered == row["answered"]
    assert len(found.interval) == 2
    values = [found.score, found.se]
    np.testing.assert_allclose(values, [expected["nps"], expected["se"]], rtol=0, atol=1e-8)
    np.testing.assert_allclose(found.interval, expected["interval"], rtol=0, atol=1e-8)


@pytest.mark.parametrize(("rating", "score"), [*((r, -100.0) for r in range(7)), (7, 0.0)])
def test_up_to_six_detracts_and_seven_does_not(rating: int, score: float) -> None:
    """One rating alone."""
    assert nps(np.array([rating], np.float64)).score == score


@pytest.mark.parametrize(("rating", "score"), [(8, 0.0), (9, 100.0), (10, 100.0)])
def test_from_nine_on_people_promote(rating: int, score: float) -> None:
    """An eight does not."""
    assert nps(np.array([rating], np.float64)).score == score


@pytest.mark.parametrize(
    ("counts", "uniform"),
    [
        ((4, 0, 0), True),
        ((0, 1, 0), True),
        ((0, 4, 0), True),
        ((0, 0, 4), True),
        ((4, 1, 0), False),
        ((0, 0, 0), False),
    ],
)
def test_one_class_only_leaves_the_error_nothing_to_work_on(
    counts: tuple[int, int, int], uniform: bool
) -> None:
    """The standard error is exactly 0 then, and the record says why."""
    found = net_score(*counts)

    assert found.uniform is uniform
    assert (found.se == 0) is uniform


def test_the_interval_is_cut_at_the_ends_of_the_scale() -> None:
    """Nine promoters and a passive: 90 plus two errors would be above 100."""
    high, low = net_score(9, 1, 0), net_score(0, 1, 9)

    assert high.interval[1] == 100.0
    assert low.interval[0] == -100.0
    assert high.interval[0] == pytest.approx(90 - 1.959964 * high.se, abs=1e-4)


def test_a_blank_is_no_answer() -> None:
    """It is in no class and not in the base."""
    with_blanks = nps(np.array([10.0, np.nan, 3.0, np.nan, 8.0]))

    assert with_blanks == nps(np.array([10.0, 3.0, 8.0]))
    assert with_blanks.answered == 3


@pytest.mark.parametrize("stray", [11.0, -1.0, 7.5, np.inf, -np.inf])
def test_a_rating_off_the_scale_is_refused(stray: float) -> None:
    """With how many there are, and one of them."""
    with pytest.raises(KanoError, match=f"^1 of 3 ratings .* 0 to 10, such as {stray:g}"):
        nps(np.array([9.0, stray, 8.0, np.nan]))


@pytest.mark.parametrize("scale", [RatingScale(1, 10), RatingScale(0, 5), RatingScale(1, 7)])
def test_another_scale_is_refused(scale: RatingScale) -> None:
    """Without a zero, or shorter, the cut-offs mean something else."""
    with pytest.raises(KanoError, match=f"0 to 10, not from {scale}"):
        nps(np.array([5.0]), scale)


@pytest.mark.parametrize(("lowest", "highest"), [(10, 0), (3, 3)])
def test_a_scale_that_goes_nowhere_is_refused(lowest: int, highest: int) -> None:
    """Its lower end comes first."""
    with pytest.raises(KanoError, match="cannot run"):
        RatingScale(lowest, highest)


def test_a_scale_counts_every_step_it_has() -> None:
    """Also the steps that nobody chose, from the lowest up."""
    scale = RatingScale(-2, 2)

    assert scale.counts(np.array([2.0, -2.0, 2.0])).tolist() == [1, 0, 0, 0, 2]
    assert NPS_SCALE.counts(np.array([])).tolist() == [0] * 11


def test_two_groups_differ_by_their_scores_with_both_errors() -> None:
    """30 minus 10 points, and the errors as the sides of a right angle."""
    one, other = net_score(50, 30, 20), net_score(40, 30, 30)

    found = net_difference(one, other)

    assert found.difference == 20.0
    assert found.se == pytest.approx(sqrt(one.se**2 + other.se**2))
    low, high = found.interval
    assert (low + high) / 2 == pytest.approx(20.0)
    assert (high - low) / 2 == pytest.approx(1.959964 * found.se, abs=1e-4)
    assert net_difference(other, one).difference == -20.0


def test_no_difference_exists_from_an_empty_group() -> None:
    """Neither the points nor their error."""
    found = net_difference(net_score(5, 3, 2), net_score(0, 0, 0))

    assert np.isnan([found.difference, found.se, *found.interval]).all()


@given(COUNTS, COUNTS, COUNTS)
def test_the_error_is_that_of_the_mean_of_plus_one_nought_and_minus_one(
    above: int, between: int, below: int
) -> None:
    """Taken over n: a second way to the same number."""
    found = net_score(above, between, below)

    values = np.repeat([100.0, 0.0, -100.0], [above, between, below])
    if len(values):
        assert found.score == pytest.approx(values.mean(), abs=1e-9)
        assert found.se == pytest.approx(values.std() / sqrt(len(values)), abs=1e-9)
        assert -100 <= found.interval[0] <= found.score <= found.interval[1] <= 100
    else:
        assert np.isnan([found.score, found.se, *found.interval]).all()


@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 400), st.floats(0.5, 0.99))
def test_more_confidence_or_fewer_answers_widen_the_interval(
    above: int, between: int, below: int, confidence: float
) -> None:
    """And turning the scale round turns the score round."""
    found = net_score(above, between, below, confidence)
    surer = net_score(above, between, below, 0.995)
    many = net_score(4 * above, 4 * between, 4 * below, confidence)
    turned = net_score(below, between, above, confidence)

    width = found.interval[1] - found.interval[0]
    assert surer.interval[1] - surer.interval[0] >= width > many.interval[1] - many.interval[0]
    assert many.se == pytest.approx(found.se / 2)
    assert (turned.score, turned.se) == (0 - found.score, found.se)
