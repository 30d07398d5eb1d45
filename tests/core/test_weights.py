"""Weights: the laws that they keep, and the numbers that can be checked by hand."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from scipy.special import betainc
from scipy.stats import binomtest

from kano_cli.analysis import analyse
from kano_cli.core.beta import incomplete_beta, tail_p
from kano_cli.core.categories import Floats
from kano_cli.core.result import FeatureResult
from kano_cli.core.rules import RULES
from kano_cli.core.weights import effective_size, in_units, weighted_tally
from kano_cli.renderers.data.json import as_record, schema
from kano_cli.report.page import classify_page
from kano_cli.report.words import words
from kano_cli.study.responses import Feature, Responses

People = list[tuple[int, int, float]]
PEOPLE = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 400).map(lambda n: n / 100)),
    min_size=1,
    max_size=40,
)


def responses(people: People, *, weighted: bool = True) -> Responses:
    """One feature, answered and rated by these people."""
    return Responses(
        (Feature("a", "A"),),
        np.array([[one] for one, _, _ in people], np.int8),
        np.array([[other] for _, other, _ in people], np.int8),
        np.array([[1 + (one + other) % 9] for one, other, _ in people], np.float32),
        weights=np.array([weight for *_, weight in people]) if weighted else None,
        weight_column="W" if weighted else "",
    )


def result(people: People, *, weighted: bool = True) -> FeatureResult:
    """What comes of it."""
    return analyse(responses(people, weighted=weighted)).features[0]


def points(feature: FeatureResult) -> list[float]:
    """Every point estimate."""
    rated = [feature.importance.mean] if feature.importance else []
    return [
        *feature.counts,
        *feature.shares,
        feature.better,
        feature.worse,
        feature.total_strength,
        feature.category_strength,
        feature.functional_score.mean,
        feature.dysfunctional_score.mean,
        *rated,
    ]


def inferences(feature: FeatureResult) -> list[float]:
    """Every number that needs a size."""
    return [feature.certainty, feature.p_value, *feature.better_interval, *feature.worse_interval]


@given(PEOPLE, st.integers(0, 39))
def test_weight_two_is_a_row_that_stands_twice(people: People, at: int) -> None:
    """In every point estimate and every rule; not in what needs a size."""
    ones = [(one, other, 1.0) for one, other, _ in people]
    at %= len(ones)
    twice = result([*ones, ones[at]], weighted=False)
    two = result([*ones[:at], (*ones[at][:2], 2.0), *ones[at + 1 :]])

    assert points(two) == pytest.approx(points(twice), nan_ok=True)
    assert (two.category, two.tied) == (twice.category, twice.tied)
    assert [two.rules[rule] for rule in RULES] == [twice.rules[rule] for rule in RULES]
    assert two.people == twice.people - (ones[at][0] > 0 and ones[at][1] > 0)


@given(PEOPLE, st.randoms())
def test_the_order_of_people_changes_nothing(people: People, chance: object) -> None:
    """Not the last digit."""
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (as_record(analyse(responses(each))) for each in (people, shuffled))

    assert one["features"] == other["features"]


@given(PEOPLE, st.sampled_from([2, 7, 10, 100, 0.5, 0.1]))
def test_the_size_of_weights_changes_nothing(people: People, by: float) -> None:
    """Only their proportions count; rules and ties are the same, and so are all shares."""
    scaled = [(one, other, round(weight * by, 6)) for one, other, weight in people]
    one, other = result(people), result(scaled)

    assert points(one)[6:] == pytest.approx(points(other)[6:], nan_ok=True)
    assert inferences(one) == pytest.approx(inferences(other), nan_ok=True)
    assert one.effective_n == pytest.approx(other.effective_n)
    assert (one.category, one.tied, one.mixed) == (other.category, other.tied, other.mixed)
    assert [one.rules[rule] for rule in RULES] == [other.rules[rule] for rule in RULES]


@given(PEOPLE)
def test_weights_of_one_change_nothing(people: People) -> None:
    """The same record, to the last digit, but for what says that there are weights."""
    ones = [(one, other, 1.0) for one, other, _ in people]
    weighted, plain = (as_record(analyse(responses(ones, weighted=w))) for w in (True, False))

    assert (weighted["survey"].pop("weighted"), weighted["survey"].pop("weight")) == (True, "W")
    (feature,) = weighted["features"]
    assert feature.pop("answered_unweighted") == feature["answered"]
    assert feature.pop("effective_n") == feature["answered"]
    assert repr(weighted) == repr(plain)


def test_numbers_that_can_be_checked_by_hand() -> None:
    """Weights 2 1 1: an effective size of 16/6, and counts scaled by 2/3."""
    feature = result([(1, 5, 2.0), (1, 3, 1.0), (3, 3, 1.0)])

    assert feature.counts == (0, 2, 1, 1, 0, 0)
    assert (feature.answered, feature.answered_unweighted) == (4, 3)
    assert feature.effective_n == pytest.approx(16 / 6)
    assert (feature.better, feature.worse) == (0.75, -0.5)
    assert feature.p_value == pytest.approx(min(1, 2 * betainc(4 / 3, 2 / 3 + 1, 0.5)))
    assert feature.functional_score.mean == pytest.approx((2 * 4 + 4 + 0) / 4)
    assert feature.functional_score.n == pytest.approx(16 / 6)
    # 2 (4 - 3)² + (4 - 3)² + (0 - 3)² = 12, as much as 8 of a size of 16/6.
    assert feature.functional_score.sd == pytest.approx((8 / (16 / 6 - 1)) ** 0.5)
    assert feature.functional_score.se == pytest.approx((4.8 / (16 / 6)) ** 0.5)


def test_the_record_of_a_weighted_survey_fits_the_schema() -> None:
    """And says that counts are weights; without weights it says nothing of them."""
    people = [(1, 5, 2.5), (1, 3, 1.0), (3, 3, 0.25)]
    record, plain = (
        as_record(analyse(responses(people, weighted=weighted))) for weighted in (True, False)
    )

    Draft202012Validator(schema()).validate(record)
    assert (record["survey"]["weighted"], record["survey"]["weight"]) == (True, "W")
    assert record["features"][0]["counts"]["performance"] == 2.5
    assert record["features"][0]["answered_unweighted"] == 3
    assert "weighted" not in plain["survey"]
    assert "effective_n" not in plain["features"][0]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_page_says_that_it_is_weighted(lang: str) -> None:
    """In the first line, under the table, and where the columns are explained."""
    weighted, plain = (
        classify_page(analyse(responses([(1, 5, 2.0), (1, 3, 1.0)], weighted=w)), words(lang))
        for w in (True, False)
    )
    told = {"en": "weighted by W", "nl": "gewogen met W"}[lang]

    assert told in weighted.headline
    assert told not in plain.headline
    assert "2" in weighted.legend[2]
    assert len(plain.legend) == 2
    assert weighted.rows[0].answered == "2"
    assert [each.text for each in weighted.explained] != [each.text for each in plain.explained]


def test_sums_of_decimals_tie_exactly() -> None:
    """0.1 + 0.2 is 0.3, as in arithmetic and not as in floats."""
    feature = result([(1, 5, 0.1), (1, 5, 0.2), (1, 3, 0.3)])

    assert feature.tied
    assert feature.counts[1] == feature.counts[2] == 0.3


@pytest.mark.parametrize(
    ("weights", "units", "unit"),
    [
        ([2.5, 1, 0.5], [5, 2, 1], Fraction(1, 2)),
        ([0.0, 3, 6], [0, 1, 2], Fraction(3)),
        ([0.0], [0], Fraction(1)),
        ([], [], Fraction(1)),
        ([1e-20, 3e-20], [1, 3], Fraction(1, 10**20)),
        ([1e20, 3e20], [1, 3], Fraction(10**20)),
    ],
)
def test_weights_become_whole_numbers(
    weights: list[float], units: list[int], unit: Fraction
) -> None:
    """Of the largest unit that fits all of them."""
    found, one = in_units(np.array(weights, np.float64))

    assert found.tolist() == units
    assert float(one) == pytest.approx(float(unit))


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_an_effective_size_is_never_more_than_the_people(weights: list[float]) -> None:
    """And one at least, where anybody counts."""
    size = effective_size(np.array(weights))

    assert size <= len(weights) * (1 + 1e-12)


@given(st.floats(0.01, 3000), st.floats(0.01, 3000), st.floats(0.001, 0.999))
def test_the_beta_function_is_that_of_scipy(a: float, b: float, x: float) -> None:
    """Over all that a survey can ask of it."""
    assert incomplete_beta(x, a, b) == pytest.approx(betainc(a, b, x), rel=1e-9, abs=1e-11)


@given(st.integers(1, 400), st.integers(0, 400))
def test_of_whole_counts_it_is_the_binomial_test(a: int, b: int) -> None:
    """Two-sided, at one half."""
    a, b = max(a, b), min(a, b)

    assert tail_p(a, b) == pytest.approx(binomtest(a, a + b).pvalue, rel=1e-9)


@pytest.mark.parametrize("wrong", [[-1.0], [np.nan], [np.inf]])
def test_a_program_cannot_give_weights_that_are_none(wrong: Floats) -> None:
    """A reader has said so before, with the cell."""
    with pytest.raises(ValueError, match="a weight is negative or no number"):
        weighted_tally(np.ones((1, 1), np.int8), np.ones((1, 1), np.int8), np.array(wrong))
