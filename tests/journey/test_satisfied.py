"""Satisfaction, effort and recommendation: the worked cases, groups, who got what."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.journey.loyalty import nps
from kano_cli.journey.satisfied import effort_score, loyalty, net, satisfaction
from kano_cli.study.questionnaire import parse_questionnaire
from kano_cli.study.ratings import EffortColumn, RatingColumn
from kano_cli.study.responses import Responses

TEN = RatingColumn("Score", 1, 10)
RATINGS = st.lists(st.integers(0, 10), min_size=1, max_size=40)
EFFORT = np.repeat(np.arange(1.0, 8.0), [80, 210, 140, 110, 160, 180, 120])


def test_the_worked_case_of_satisfaction_comes_out() -> None:
    """METHOD 14.3: mean 8.1, share .40 (.168180 .. .687326)."""
    found = satisfaction(np.array([6, 7, 7, 8, 8, 8, 9, 9, 9, 10.0]), TEN)

    assert found is not None
    assert found.mean.mean.mean == pytest.approx(8.1)
    assert found.nines_and_tens is not None
    assert found.nines_and_tens.share == 0.4
    assert found.nines_and_tens.interval == pytest.approx((0.168180, 0.687326), abs=5e-7)
    assert found.sevens_and_eights is not None
    assert found.six_or_lower is not None
    assert (found.sevens_and_eights.count, found.six_or_lower.count) == (5, 1)


@pytest.mark.parametrize(
    ("measure", "value", "interval"),
    [("mean", 4.08, None), ("index", -13.0, None), ("agree", 0.46, (0.429321, 0.490985))],
)
def test_the_worked_cases_of_effort_come_out(
    measure: str, value: float, interval: tuple[float, float] | None
) -> None:
    """METHOD 14.2, by the measure that the questionnaire declares."""
    found = effort_score(EFFORT, EffortColumn("Effort", 1, 7, easy=7, measure=measure))

    assert found is not None
    score = getattr(found.score, {"mean": "mean", "index": "score", "agree": "share"}[measure])
    assert score == pytest.approx(value)
    if interval:
        assert found.interval == pytest.approx(interval, abs=5e-7)
    assert found.interval[0] < value < found.interval[1]


def test_shares_are_of_a_scale_to_ten_only() -> None:
    """A 5 of 5 is no 9 of 10."""
    found = satisfaction(np.array([5.0, 4.0, 3.0]), RatingColumn("Score", 1, 5))

    assert found is not None
    assert found.nines_and_tens is None
    assert satisfaction(np.array([np.nan]), TEN) is None


@given(RATINGS)
def test_equal_weights_change_nothing(ratings: list[int]) -> None:
    """A weight of 3 for everybody is none."""
    given_ratings = np.array(ratings, np.float64)
    plain, weighted = net(given_ratings), net(given_ratings, np.full(len(ratings), 3.0))

    assert weighted.score == pytest.approx(plain.score, abs=1e-9)
    assert weighted.interval == pytest.approx(plain.interval, abs=1e-6)


def test_a_weight_is_as_good_as_more_people_of_that_kind() -> None:
    """The score moves; the size does not grow with the sum of weights."""
    ratings = np.array([10.0, 10.0, 3.0, 3.0])
    found = net(ratings, np.array([3.0, 3.0, 1.0, 1.0]))

    assert found.score == pytest.approx(50)
    assert found.answered == pytest.approx(64 / 20)


def people(**more: object) -> Responses:
    """Twenty people: ten promoters who got the gift, ten detractors who did not."""
    asked = parse_questionnaire(TEXT)
    nothing = np.zeros((20, 1), np.int8)
    ratings = {"recommendation": np.array([10.0] * 10 + [3.0] * 10)}
    return Responses(asked.features, nothing, nothing, ratings=ratings, **more)  # type: ignore[arg-type]


TEXT = (
    "kano: 1\nratings: {recommendation: NPS}\nsegments: [Plan]\n"
    "features: [{id: gift, name: Gift, received: Got gift}]\n"
)


def test_groups_and_receivers_have_their_scores() -> None:
    """And the difference its interval."""
    got = np.array([1] * 10 + [0] * 9 + [-1])
    plans = ("Free",) * 12 + ("Team",) * 6 + ("",) * 2
    found = loyalty(
        people(received={"gift": got}, segments={"Plan": plans}), parse_questionnaire(TEXT)
    )

    assert {(each.group, each.score.answered) for each in found.groups} == {
        ("Free", 12),
        ("Team", 6),
    }
    (gift,) = found.received
    assert (gift.received.score, gift.others.score, gift.difference.difference) == (100, -100, 200)
    assert gift.others.answered == 9


def test_a_handful_of_people_is_not_shown() -> None:
    """A number about four says something of each of them."""
    got = np.array([1] * 4 + [0] * 16)
    plans = ("Free",) * 16 + ("Team",) * 4
    found = loyalty(
        people(received={"gift": got}, segments={"Plan": plans}), parse_questionnaire(TEXT)
    )

    assert [each.group for each in found.groups] == ["Free"]
    assert found.received == ()


@given(RATINGS)
def test_everybody_is_one_of_three(ratings: list[int]) -> None:
    """Promoters, passives and detractors add up to the base."""
    found = nps(np.array(ratings, np.float64))
    assert found.above + found.between + found.below == len(ratings)
