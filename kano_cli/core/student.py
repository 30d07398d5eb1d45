"""Student's t: how far a mean may be from the truth."""

from math import inf, isnan, nan

from kano_cli.core.beta import incomplete_beta
from kano_cli.core.scores import Mean

_HALVINGS = 200


def t_quantile(confidence: float, df: float) -> float:
    """The t that |T| with `df` degrees of freedom stays below with this chance.

    P(|T| > t) = I_x(df / 2, 1/2) with x = df / (df + t²), solved by halving.

    >>> round(t_quantile(0.95, 10), 6)
    2.228139
    """
    low, high = 0.0, 1.0
    while _outside(high, df) > 1 - confidence:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if _outside(middle, df) > 1 - confidence else (low, middle)
    return high


def _outside(t: float, df: float) -> float:
    """P(|T| > t)."""
    return incomplete_beta(df / (df + t * t), df / 2, 0.5)


def mean_interval(
    mean: Mean, confidence: float, ends: tuple[float, float] = (-inf, inf)
) -> tuple[float, float]:
    """Mean ± t(n − 1) · se, cut to the ends of the scale; NaN where there is no se.

    >>> low, high = mean_interval(Mean(2.5, 1.914854, 4), 0.95, (-2, 4))
    >>> round(low, 4), high
    (-0.547, 4)
    """
    if not mean.n > 1 or isnan(mean.se):
        return nan, nan
    half = t_quantile(confidence, mean.n - 1) * mean.se
    return max(mean.mean - half, ends[0]), min(mean.mean + half, ends[1])
