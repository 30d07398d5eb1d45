"""A forecast of answers: enough at that number, and not enough a little below it."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kano_cli.core.certainty import certainty
from kano_cli.core.settling import MOST, answers_to_settle

COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6)
LEVELS = st.sampled_from([0.6, 0.8, 0.9, 0.95, 0.99])


def sure(counts: list[float], answers: float, category: int) -> float:
    """How certain a category is at the same shares of so many answers."""
    shares = np.array(counts, np.float64) / sum(counts)
    return float(certainty((shares * answers)[np.newaxis].astype(np.float64))[0, category])


@settings(max_examples=60, deadline=None)
@given(COUNTS, LEVELS)
def test_the_forecast_is_the_first_number_that_is_enough(counts: list[int], level: float) -> None:
    """To 4 %: that many settle it, and a twentieth fewer do not."""
    first = int(np.argmax(counts))
    assume(max(counts) > sorted(counts)[-2])
    needed = answers_to_settle(np.array(counts), first, level)

    assert needed is not None
    assert sure([*counts], needed, first) >= level
    below = min(needed - 2, int(needed * 0.95))
    if below > 0:
        assert sure([*counts], below, first) < level


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(0, 5), LEVELS)
def test_what_is_not_alone_in_front_is_never_settled(
    counts: list[int], category: int, level: float
) -> None:
    """Neither a tie nor a category that a rule prefers to the most common one."""
    assume(counts[category] <= max(counts[:category] + counts[category + 1 :]))

    assert answers_to_settle(np.array(counts), category, level) is None


@pytest.mark.parametrize("factor", [2, 10, 1000])
def test_the_forecast_hangs_on_shares_alone(factor: int) -> None:
    """Not on how many answered so far."""
    counts = np.array([88, 79, 26, 39, 2, 5])

    assert answers_to_settle(factor * counts, 0, 0.9) == answers_to_settle(counts, 0, 0.9)


def test_a_lead_of_almost_nothing_needs_more_than_anybody_asks() -> None:
    """Then there is no forecast, and the end is tried before that is said."""
    assert answers_to_settle(np.array([500_001, 500_000, 0, 0, 0, 0]), 0, 0.95) is None
    needed = answers_to_settle(np.array([501, 499, 0, 0, 0, 0]), 0, 0.95)
    assert needed is not None
    assert 600_000 < needed < MOST


def test_one_answer_is_a_lead_too() -> None:
    """A few like it settle it; more are wanted for a higher level."""
    needed = [answers_to_settle(np.array([1, 0, 0, 0, 0, 0]), 0, at) for at in (0.5, 0.9, 0.99)]

    assert needed == sorted(needed, key=lambda n: n or 0)
    assert (needed[0], needed[2]) == (1, 7)


@pytest.mark.parametrize("counts", [[0, 1, 5, 0, 0, 0], [12, 3, 1, 1, 0, 0], [9, 1, 1, 1, 1, 1]])
@pytest.mark.parametrize("level", [0.6, 0.9, 0.99])
def test_a_small_forecast_is_exact(counts: list[int], level: float) -> None:
    """Also where the first guess is too high."""
    first = int(np.argmax(counts))
    enough = next(n for n in range(1, 50) if sure([*counts], n, first) >= level)

    assert answers_to_settle(np.array(counts), first, level) == enough


def test_nothing_is_ever_wholly_certain() -> None:
    """A level of 1 is answered all the same, if only because floats end somewhere."""
    needed = answers_to_settle(np.array([10, 1, 0, 0, 0, 0]), 0, 1.0)

    assert needed is None or needed > 50
