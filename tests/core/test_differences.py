"""How much higher Better and Worse are than before."""

import numpy as np
import pytest

from kano_cli.core.intervals import better_difference, worse_difference


def test_losses_that_fall_make_worse_higher() -> None:
    """30 of 50 lose before and 15 now: Worse goes from -.60 to -.30, Newcombe's ends turned."""
    before, now = np.array([20, 10, 0, 20, 3, 1]), np.array([10, 5, 0, 35, 0, 0])
    d, ends = worse_difference(now, before)

    assert d == pytest.approx(0.3)
    assert ends == pytest.approx((0.105058, 0.46501), abs=1e-6)
    back, others = worse_difference(before, now)
    assert back == pytest.approx(-d)
    assert others == pytest.approx((-ends[1], -ends[0]))


def test_better_and_worse_look_at_their_own_categories() -> None:
    """Wow and performance add, basic and performance cost; with nobody there is no number."""
    before, now = np.array([10, 0, 0, 10, 0, 0]), np.array([0, 0, 10, 10, 0, 0])

    assert better_difference(now, before)[0] == 0.5
    assert worse_difference(now, before)[0] == 0.5
    assert np.isnan(better_difference(now, np.zeros(6, np.int64))[0])
