"""The certainty of a category, against a simulation and against what is known otherwise."""

from fractions import Fraction
from math import factorial

import numpy as np
import pytest

from kano_cli.core.categories import Floats
from kano_cli.core.certainty import PRIOR, certainty

DRAWS = 2_000_000
CHUNK = 250_000
SEED = 1984

ROWS = {
    "one answer": [1, 0, 0, 0, 0, 0],
    "five answers": [3, 2, 0, 0, 0, 0],
    "one of each": [1, 1, 1, 1, 1, 1],
    "a lead in twenty": [12, 6, 1, 1, 0, 0],
    "Loan machine": [65, 87, 93, 51, 0, 0],
    "Transparent": [32, 90, 88, 105, 15, 28],
    "questionable in front": [10, 12, 11, 9, 3, 13],
    "a million people": [333_000, 333_500, 333_400, 90, 10, 0],
    "a million and one person": [1_000_000, 0, 0, 0, 0, 1],
}


def simulated(shape: Floats) -> Floats:
    """How often each share is the largest in draws from Dirichlet(shape), float64 (6,)."""
    random = np.random.default_rng(SEED)
    wins = np.zeros(len(shape), np.int64)
    for _ in range(DRAWS // CHUNK):
        drawn = random.standard_gamma(shape, size=(CHUNK, len(shape)))
        wins += np.bincount(drawn.argmax(axis=1), minlength=len(shape))
    return wins / DRAWS


@pytest.mark.parametrize("counts", ROWS.values(), ids=ROWS.keys())
def test_the_integral_is_what_a_long_simulation_finds(counts: list[int]) -> None:
    """Two million draws are within a thousandth."""
    expected = simulated(np.array(counts) + PRIOR)

    found = certainty(np.array([counts]))[0]

    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-3)


@pytest.mark.parametrize("counts", [[1, 0, 0, 0, 0, 0], [3, 2, 0, 1, 0, 0]], ids=["one", "six"])
@pytest.mark.parametrize("prior", [0.05, 0.3, 3.0])
def test_another_prior_is_integrated_as_well(prior: float, counts: list[int]) -> None:
    """Below one half too, where a density has no top."""
    expected = simulated(np.array(counts) + prior)

    found = certainty(np.array([counts]), prior)[0]

    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-3)


def exact(shapes: list[int]) -> list[float]:
    """The same chances by algebra, for gamma shapes that are whole numbers.

    The density is then exp(-x) times a power of x and the distribution function 1 minus
    exp(-x) times a polynomial, so the integrand is a sum of terms c x^n exp(-s x), and each
    of them integrates to c n! / s^(n + 1).
    """
    chances = []
    for winner, shape in enumerate(shapes):
        terms = {(shape - 1, 1): Fraction(1, factorial(shape - 1))}
        for other in shapes[:winner] + shapes[winner + 1 :]:
            grown = dict(terms)
            for (n, s), c in terms.items():
                for m in range(other):
                    key = (n + m, s + 1)
                    grown[key] = grown.get(key, Fraction(0)) - c / factorial(m)
            terms = grown
        chances.append(
            float(sum(c * factorial(n) / Fraction(s) ** (n + 1) for (n, s), c in terms.items()))
        )
    return chances


@pytest.mark.parametrize("counts", [[1, 0, 0, 0, 0, 0], [3, 2, 0, 1, 0, 0], [9, 7, 2, 0, 5, 1]])
def test_with_a_prior_of_one_the_integral_is_the_exact_fraction(counts: list[int]) -> None:
    """To six digits and better."""
    expected = exact([count + 1 for count in counts])

    found = certainty(np.array([counts]), prior=1.0)[0]

    np.testing.assert_allclose(found, expected, rtol=0, atol=3e-7)


def test_a_smaller_prior_trusts_few_answers_more() -> None:
    """Half an answer in each category is the default."""
    counts = np.array([[3, 1, 0, 0, 0, 0]])

    trust = [certainty(counts, prior)[0, 0] for prior in (0.1, PRIOR, 2.0)]

    assert trust == sorted(trust, reverse=True)
    assert trust[1] == certainty(counts)[0, 0]
    assert PRIOR == 0.5


def test_a_close_race_of_a_million_is_decided_as_the_normal_law_says() -> None:
    """500,500 v 499,500 is a lead of one standard error: .8413."""
    counts = np.array([[500_500, 499_500, 0, 0, 0, 0]])

    found = certainty(counts)[0]

    assert found[:2].tolist() == pytest.approx([0.841345, 0.158655], abs=1e-5)


def test_no_chance_is_below_zero() -> None:
    """A category that cannot win has 0, which is not printed as -0.00."""
    counts = np.array([[390, 0, 0, 0, 0, 0], [0, 0, 0, 5000, 2, 1]])

    found = certainty(counts)

    assert (found >= 0).all()
    assert not np.signbit(found).any()


def test_equal_counts_share_the_certainty_equally() -> None:
    """A sixth each, or one half each."""
    counts = np.array([[7, 7, 7, 7, 7, 7], [40, 40, 0, 0, 0, 0]])

    found = certainty(counts)

    np.testing.assert_allclose(found[0], 1 / 6, rtol=1e-12)
    np.testing.assert_allclose(found[1, :2], 0.5, rtol=1e-9)


def test_each_feature_has_its_own_certainty() -> None:
    """A row without answers has none and disturbs no other; no rows give no rows."""
    one, two = [12, 6, 1, 1, 0, 0], [0, 0, 9, 3, 0, 0]

    found = certainty(np.array([one, [0] * 6, two]))

    np.testing.assert_array_equal(found[0], certainty(np.array([one]))[0])
    assert np.isnan(found[1]).all()
    np.testing.assert_array_equal(found[2], certainty(np.array([two]))[0])
    assert certainty(np.zeros((0, 6), np.int64)).shape == (0, 6)
