"""The plane of the mean scores, intervals of all six shares, and the true error of Fong."""

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import Answer, Category, Ints
from kano_cli.core.intervals import INTERVALS, goodman, share_intervals, share_z, wilson
from kano_cli.core.scores import Mean, continuous, scores
from kano_cli.core.significance import Fong
from kano_cli.core.tables import STANDARD

COUNTS = arrays(np.int64, (3, 6), elements=st.integers(0, 400))
CELLS = arrays(np.int64, (1, 5, 5), elements=st.integers(0, 40))
HIGH = {(True, True): "performance", (True, False): "wow", (False, True): "basic"}


def said(*pairs: tuple[Answer, Answer]) -> str | None:
    """What the mean scores of these answers say."""
    cells = np.zeros((1, 5, 5), np.int64)
    for functional, dysfunctional in pairs:
        cells[0, functional - 1, dysfunctional - 1] += 1
    found = continuous(*scores(cells, STANDARD)[0])
    return None if found is None else found.word


LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer


@pytest.mark.parametrize(
    ("pair", "category"),
    [
        ((LIKE, DISLIKE), "performance"),
        ((LIKE, NEUTRAL), "wow"),
        ((NEUTRAL, DISLIKE), "basic"),
        ((NEUTRAL, NEUTRAL), "indifferent"),
        ((MUST_BE, LIVE_WITH), "performance"),  # 2 and 2: on the line is high
        ((DISLIKE, LIKE), "indifferent"),  # the plane holds no reverse
    ],
)
def test_a_prototype_falls_in_its_own_quarter(pair: tuple[Answer, Answer], category: str) -> None:
    """Once is not enough for a mean with a spread, twice is."""
    assert said(pair, pair) == category
    assert said(pair) is None


def test_questionable_pairs_are_in_no_mean() -> None:
    """One pair is left, and that is too few."""
    assert said((LIKE, LIKE), (LIKE, DISLIKE), (DISLIKE, DISLIKE)) is None


@given(CELLS)
def test_the_line_is_drawn_in_whole_numbers(cells: Ints) -> None:
    """As sums against twice the pairs, without a division."""
    kept = np.where(STANDARD.cells == Category.QUESTIONABLE, 0, cells[0])
    n = int(kept.sum())
    functional = int((kept.sum(axis=1) * np.array([4, 2, 0, -1, -2])).sum())
    dysfunctional = int((kept.sum(axis=0) * np.array([-2, -1, 0, 2, 4])).sum())

    found = continuous(*scores(cells, STANDARD)[0])

    high = functional >= 2 * n, dysfunctional >= 2 * n
    word = None if found is None else found.word
    assert word == (HIGH.get(high, "indifferent") if n > 1 else None)


def test_nothing_is_said_without_a_mean() -> None:
    """Such as for a file of categories."""
    assert continuous(Mean(nan, nan, 0), Mean(nan, nan, 0)) is None


@given(COUNTS, st.floats(0.5, 0.999))
def test_shares_have_the_interval_of_their_kind(counts: Ints, confidence: float) -> None:
    """Wilson's one by one, Goodman's all at once; the pencil's z gives the same."""
    alone = share_intervals(counts, confidence, "wilson")
    n = counts.sum(axis=1)

    for category in Category:
        column = wilson(counts[:, category], n, confidence)
        np.testing.assert_array_equal(alone[:, category], column)
    at_once = share_intervals(counts, confidence, "goodman")
    np.testing.assert_array_equal(at_once, goodman(counts, confidence))
    for kind, ends in zip(INTERVALS, (alone, at_once), strict=True):
        z, x, base = share_z(confidence, kind), counts[n > 0], n[n > 0][:, np.newaxis]
        root = z * np.sqrt(x * (base - x) / base + z * z / 4)
        for at, sign in enumerate((-1, 1)):
            by_pencil = (x + z * z / 2 + sign * root) / (base + z * z)
            np.testing.assert_allclose(ends[n > 0][..., at], by_pencil, atol=1e-12)


@pytest.mark.parametrize(("taken", "error"), [(50, 0.153), (70, 0.183), (90, 0.221), (100, 0.243)])
def test_fong_is_wrong_more_often_than_it_says(taken: int, error: float) -> None:
    """Not in 10 of 100 equal races: METHOD, section 4.3."""
    assert Fong(taken // 2, taken - taken // 2, 100, 1.0).true_error == pytest.approx(
        error, abs=5e-4
    )
