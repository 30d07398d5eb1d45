"""How many answers make an interval narrow: worked values, another implementation, laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import samplesize_confint_proportion

from kano_cli.core.intervals import goodman, wilson
from kano_cli.core.sample_size import (
    HALF,
    NARROWEST,
    answers_needed,
    normal_width,
    width_plan,
    wilson_width,
)
from kano_cli.errors import KanoError

WIDTHS = st.floats(0.005, 0.95)
SHARES = st.floats(0, 1)
CONFIDENCES = st.floats(0.5, 0.999)
WIDE = (
    r"^--width: \S+ is not between 0\.001 and 1\n"
    r"hint: write 0\.2 for 20 points, plus or minus 10$"
)
SURE = r"^--confidence: \S+ is not between 0 and 1\nhint: write 0\.95 for 95 %$"


@pytest.mark.parametrize(("points", "answers"), [(5, 385), (10, 97), (15, 43), (20, 25)])
def test_the_answers_that_textbooks_ask_for(points: int, answers: int) -> None:
    """Plus or minus 5, 10, 15 and 20 points at one half, by the normal approximation."""
    assert answers_needed(2 * points / 100, width_of=normal_width) == answers


@pytest.mark.parametrize(
    ("n", "at_half", "at_thirty"),
    [
        (20, 0.2007, 0.1867),
        (30, 0.1685, 0.1561),
        (50, 0.1336, 0.1232),
        (80, 0.1070, 0.0985),
        (100, 0.0962, 0.0884),
        (200, 0.0686, 0.0630),
        (400, 0.0488, 0.0447),
    ],
)
def test_the_ladder_of_the_method(n: int, at_half: float, at_thirty: float) -> None:
    """Half the width; and so many answers are what a width a little above it needs."""
    row = {answers: halves for answers, *halves in width_plan().ladder}[n]

    assert [round(half, 4) for half in row] == [at_half, at_thirty]
    for share, half in zip((0.5, 0.3), row, strict=True):
        assert answers_needed(2 * half, share) == n
        assert answers_needed(2 * half * (1 - 1e-9), share) == n + 1


@given(WIDTHS, SHARES, CONFIDENCES, st.sampled_from([1, 6, 72]))
def test_so_many_answers_are_enough_and_one_fewer_is_not(
    width: float, share: float, confidence: float, intervals: int
) -> None:
    """For both widths; one half needs the most."""
    for width_of in (wilson_width, normal_width):
        n = answers_needed(width, share, confidence, intervals=intervals, width_of=width_of)
        most = answers_needed(width, HALF, confidence, intervals=intervals, width_of=width_of)

        assert width_of(n, share, confidence, intervals) <= width
        assert n == 1 or width_of(n - 1, share, confidence, intervals) > width
        assert n <= most


@given(WIDTHS, st.floats(0.01, 0.99), CONFIDENCES)
def test_the_normal_answer_is_that_of_another_program(
    width: float, share: float, confidence: float
) -> None:
    """Statsmodels gives it unrounded."""
    theirs = samplesize_confint_proportion(share, width / 2, 1 - confidence)

    found = answers_needed(width, share, confidence, width_of=normal_width)

    assert found == max(1, int(np.ceil(theirs * (1 - 1e-12))))


@given(st.integers(1, 5000), st.data(), CONFIDENCES)
def test_the_width_is_that_of_the_interval(n: int, data: st.DataObject, confidence: float) -> None:
    """Of `wilson` for one share, of `goodman` for six at once."""
    part = data.draw(st.integers(0, n))
    one = wilson(np.array([part]), np.array([n]), confidence)[0]
    six = goodman(np.array([[part, n - part, 0, 0, 0, 0]]), confidence)[0, 0]

    assert wilson_width(n, part / n, confidence) == pytest.approx(np.ptp(one))
    assert wilson_width(n, part / n, confidence, 6) == pytest.approx(np.ptp(six))


@given(WIDTHS, CONFIDENCES, st.integers(1, 60))
def test_more_at_once_needs_more_answers(width: float, confidence: float, features: int) -> None:
    """One share, six, and those of all features; one feature is its six."""
    found = width_plan(width, confidence, features)
    one = width_plan(width, confidence, 1)

    assert found.survey is not None
    assert found.share <= found.feature <= found.survey
    assert one.survey == one.feature == found.feature
    assert width_plan(width, confidence).survey is None


def test_the_plan_that_the_readme_shows() -> None:
    """Twelve features, plus or minus ten points."""
    found = width_plan(0.2, 0.95, 12)

    assert (found.share, found.normal, found.feature, found.survey) == (93, 97, 168, 277)
    assert found == width_plan(features=12)
    assert [n for n, *_ in found.ladder] == [20, 30, 50, 80, 100, 200, 400]
    assert hash(found) == hash(width_plan(features=12))


@pytest.mark.parametrize("width", [0.0, -0.1, 1.0, 20.0, float("nan")])
def test_a_width_that_cannot_be_is_refused(width: float) -> None:
    """Percentage points are written as a share."""
    with pytest.raises(KanoError, match=WIDE):
        answers_needed(width)


@pytest.mark.parametrize("confidence", [0.0, 1.0, 95.0, -1.0, float("nan"), 1 - 1e-17])
def test_a_confidence_that_cannot_be_is_refused(confidence: float) -> None:
    """As by classify."""
    with pytest.raises(KanoError, match=SURE):
        answers_needed(0.2, confidence=confidence)


def test_other_numbers_that_cannot_be_are_refused() -> None:
    """A share outside 0 to 1, no interval at all, no features."""
    for share in (1.5, -0.5):
        with pytest.raises(KanoError) as no_share:
            answers_needed(0.2, share)
        said = f"{share} is no share\nhint: a share lies between 0 and 1"
        assert str(no_share.value) == said
    with pytest.raises(KanoError) as no_interval:
        answers_needed(0.2, intervals=0)
    assert str(no_interval.value) == "0 is no number of intervals\nhint: at least one"
    for features in (0, -3):
        with pytest.raises(KanoError) as no_features:
            width_plan(0.2, features=features)
        said = f"--features: {features} is no number of features\nhint: write 1 or more"
        assert str(no_features.value) == said


def test_the_ends_of_what_can_be_asked_can_be_asked() -> None:
    """A tenth of a point; a share of nobody or of all, which one answer may show."""
    assert answers_needed(NARROWEST, width_of=normal_width) == 3_841_459
    assert answers_needed(0.2, 0, width_of=normal_width) == 1
    assert answers_needed(0.2, 1, width_of=normal_width) == 1
    assert NARROWEST == 0.001
