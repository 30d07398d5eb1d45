"""Is the lead of a category real? The exact test of the top two, and two published others."""

from dataclasses import dataclass
from math import exp, lgamma, log, nan, sqrt
from statistics import NormalDist

import numpy as np

from kano_cli.core.beta import tail_p
from kano_cli.core.categories import CLASSIFIED, Flags, Floats, Ints
from kano_cli.core.chi_square import chi_square_p
from kano_cli.core.rules import NEAR
from kano_cli.core.shares import answered
from kano_cli.core.strength import top_two
from kano_cli.core.weights import whole

FONG_Z = 1.65
"""Fong's two-sided 10 % point, as printed."""


def top_two_p(category_counts: Ints) -> Floats:
    """Chance of a lead this large if the top two were equally common, float64 (F,).

    p = min(1, 2 P(X >= a)), X ~ Binomial(a + b, 1/2), where a >= b are the two largest of
    the five categories without questionable; I_1/2(a, b + 1) where they are not whole, as in a
    weighted survey. NaN where a + b is zero.

    >>> top_two_p(np.array([[95, 123, 45, 33, 0, 0]])).round(6).tolist()
    [0.067203]
    """
    two = top_two(category_counts)
    pairs = zip(two.a.tolist(), two.b.tolist(), strict=True)
    return np.array([_binomial_p(a, b) if a else nan for a, b in pairs])


def _binomial_p(a: float, b: float) -> float:
    """Two-sided exact binomial p of `a` against `b` at one half; a >= b."""
    if not (float(a).is_integer() and float(b).is_integer()):
        return tail_p(a, b)
    n = a + b
    term = exp(lgamma(n + 1) - lgamma(a + 1) - lgamma(b + 1) - n * log(2))
    tail, k = term, a
    # Past the middle each term is smaller than the last, so the sum settles quickly; after
    # the last one stands a zero.
    while term > tail * 1e-17:
        term *= (n - k) / (k + 1)
        k += 1
        tail += term
    return min(1.0, 2 * tail)


def distinct(p_values: Floats, confidence: float) -> Flags:
    """Whether the lead is more than chance at this confidence, bool (F,); False for NaN."""
    return p_values < 1 - confidence


def mixed(category_counts: Ints, confidence: float, p_values: Floats | None = None) -> Flags:
    """Whether a feature is best called two things at once, bool (F,).

    True where the top two are not distinct or the lead is at most 6 points of answered.
    False where nobody answered. With `p_values` those of the test, which knows the size.
    Source: this project's choice; 6 points Lee & Newcomb (1997).

    >>> mixed(np.array([[15, 24, 121, 124, 6, 6], [90, 5, 5, 0, 0, 0]]), 0.95).tolist()
    [True, False]
    """
    two = top_two(category_counts)
    near = 100 * (two.a - two.b) <= NEAR * answered(category_counts)
    tested = top_two_p(category_counts) if p_values is None else p_values
    real = distinct(tested, confidence)
    return (two.b > 0) & (near | ~real)


@dataclass(frozen=True)
class Fong:
    """Fong's comparison of the top two: distinct unless |a - b| < bound."""

    a: float
    b: float
    n: float
    bound: float

    @property
    def difference(self) -> float:
        """A - b."""
        return self.a - self.b

    @property
    def distinct(self) -> bool:
        """Whether the top two differ: the published inequality, |a - b| < bound, is false."""
        return self.difference >= self.bound

    @property
    def true_error(self) -> float:
        """How often it calls two equally common categories distinct: not in 10 of 100.

        2 Phi(-1.65 sqrt(1 - s/2)), s = (a + b)/n: it takes a and b for independent, and one
        falls as the other rises. Source: this project's analysis.
        """
        taken = (self.a + self.b) / self.n
        return 2 * NormalDist().cdf(-FONG_Z * sqrt(1 - taken / 2))


def fong(category_counts: Ints) -> list[Fong | None]:
    """Fong's test per feature; None where there is nothing to rank, as for `top_two_p`.

    bound = 1.65 sqrt((a + b)(2n - a - b) / 2n), n = answered (all six).
    Its true error is 15 to 24 %, not 10 %, so it calls more pairs distinct than `top_two_p`.
    Source: Fong (1996) as given by Peter (2024).

    >>> fong(np.array([[95, 123, 45, 33, 0, 0]]))[0].distinct
    True
    """
    two, base = top_two(category_counts), answered(category_counts)
    tests: list[Fong | None] = []
    for a, b, n in zip(two.a.tolist(), two.b.tolist(), base.tolist(), strict=True):
        bound = FONG_Z * sqrt((a + b) * (2 * n - a - b) / (2 * n)) if a else nan
        tests.append(Fong(whole(a), whole(b), whole(n), bound) if a else None)
    return tests


def equal_shares(category_counts: Ints) -> tuple[Floats, Floats]:
    """Chi-square and p against four equally common categories (df 3), float64 (F,) each.

    Asks whether basic, performance, wow and indifferent are equally common, which says
    nothing about the lead: 40 40 10 10 gives 36.0 while its lead is a tie.
    NaN where classified is zero. Source: printed by Peter (2024).

    >>> equal_shares(np.array([[95, 123, 45, 33, 0, 0]]))[0].round(2).tolist()
    [72.49]
    """
    observed = category_counts[:, CLASSIFIED].T
    expected = observed.sum(axis=0) / len(CLASSIFIED)
    chi2 = np.full(len(expected), np.nan)
    np.divide(((observed - expected) ** 2).sum(axis=0), expected, out=chi2, where=expected > 0)
    p_values = [chi_square_p(x, len(CLASSIFIED) - 1) for x in chi2.tolist()]
    return chi2, np.array(p_values)
