"""The regularised incomplete beta function: a binomial tail of counts that are not whole."""

from math import exp, lgamma, log, log1p

_STEPS = 10_000


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b), for 0 <= x <= 1 and a, b > 0.

    Evaluated by its continued fraction (Lentz's method), right to about 1e-12 for a and b of a
    thousand, and to 1e-8 for a million.

    >>> round(incomplete_beta(0.5, 2.0, 3.0), 6)
    0.6875
    """
    if x <= 0:
        return 0.0
    # The fraction settles quickly on this side of the middle, and the function mirrors.
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of I_x(a, b), for x up to (a + 1) / (a + b + 2).

    On this side of the middle no denominator comes near to 0; the first is 2/(a + b + 2) at least.
    """
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for term in (even, odd):
            d = 1 / (1 + term * d)
            c = 1 + term / c
            change *= c * d
        value *= change
        if change == 1:
            break
    return value


def tail_p(a: float, b: float) -> float:
    """P = min(1, 2 I_1/2(a, b + 1)): the test of `a` against `b`, whole or not; a >= b.

    >>> round(tail_p(123, 95), 6)
    0.067203
    """
    return min(1.0, 2 * incomplete_beta(0.5, a, b + 1))
