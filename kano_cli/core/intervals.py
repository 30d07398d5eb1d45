"""How far a share, or a difference of two shares, may be from the truth."""

from statistics import NormalDist

import numpy as np

from kano_cli.core.categories import Category, Floats, Ints
from kano_cli.core.shares import answered, classified, ratio

CONFIDENCE = 0.95
INTERVALS = ("wilson", "goodman")
"""Of shares: each by itself, or all six of a feature at once."""


def wilson(part: Ints, base: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of `part` / `base`: lower and upper end, float64 (F, 2), within 0..1.

    centre = (p + z²/2n) / (1 + z²/n); half = z / (1 + z²/n) sqrt(p(1 - p)/n + z²/4n²).
    No part gives a lower end of exactly 0, all of it an upper end of exactly 1; NaN where
    the base is zero. Source: Wilson (1927).

    >>> wilson(np.array([105]), np.array([358])).round(6).tolist()
    [[0.24853, 0.342451]]
    """
    return _wilson(part, base, NormalDist().inv_cdf((1 + confidence) / 2))


def _wilson(part: Ints, base: Ints, z: float) -> Floats:
    """The interval that reaches `z` standard errors; shapes as for `wilson`."""
    p = ratio(part, base)
    with np.errstate(divide="ignore"):
        spread = 1 + z**2 / base
        centre = (p + z**2 / (2 * base)) / spread
        half = z / spread * np.sqrt(p * (1 - p) / base + z**2 / (4 * base.astype(np.float64) ** 2))
    ends = np.stack([centre - half, centre + half], axis=1)
    ends[part == 0, 0] = 0.0
    ends[part == base, 1] = 1.0
    ends[base == 0] = np.nan
    return ends


def goodman(category_counts: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Simultaneous intervals of the six shares of a feature, float64 (F, 6, 2), within 0..1.

    (X + 2x -+ sqrt(X (X + 4x(n - x)/n))) / (2(n + X)), x a count, n = answered, X the quantile
    of chi-square (1 df) at 1 - (1 - confidence)/6. All six hold their share at once with this
    confidence; always six, whether or not somebody is in each. Ends as for `wilson`, NaN where
    nobody answered. Rough for counts below 5. Takes int64 (F, 6). Source: Goodman (1965).

    >>> goodman(np.array([[44, 55, 43, 32, 67, 78]]))[0, 0].round(6).tolist()
    [0.094684, 0.196641]
    """
    features, categories = category_counts.shape
    # From the tail: a confidence near to 1 would lose its last digits in 1 - alpha/6.
    z = -NormalDist().inv_cdf(simultaneous(confidence, categories) / 2)
    base = np.repeat(answered(category_counts), categories)
    # Goodman's interval is Wilson's with sqrt(X) in the place of z.
    return _wilson(category_counts.ravel(), base, z).reshape(features, categories, 2)


def share_intervals(category_counts: Ints, confidence: float, kind: str) -> Floats:
    """Intervals of the six shares of a feature, of a kind in `INTERVALS`; float64 (F, 6, 2).

    >>> share_intervals(np.array([[105, 253, 0, 0, 0, 0]]), 0.95, "wilson")[0, 0].round(6).tolist()
    [0.24853, 0.342451]
    """
    if kind == "goodman":
        return goodman(category_counts, confidence)
    features, categories = category_counts.shape
    base = np.repeat(answered(category_counts), categories)
    return wilson(category_counts.ravel(), base, confidence).reshape(features, categories, 2)


def share_z(confidence: float, kind: str) -> float:
    """How many standard errors such an interval reaches: Goodman's is the root of its X.

    >>> round(share_z(0.95, "wilson"), 6), round(share_z(0.95, "goodman"), 6)
    (1.959964, 2.638257)
    """
    if kind == "goodman":
        return -NormalDist().inv_cdf(simultaneous(confidence, len(Category)) / 2)
    return NormalDist().inv_cdf((1 + confidence) / 2)


def simultaneous(confidence: float, intervals: int) -> float:
    """The error left to each of several intervals that shall hold at once with a confidence.

    >>> round(simultaneous(0.94, 6), 6)
    0.01
    """
    return (1 - confidence) / intervals


def newcombe(
    part: Ints, base: Ints, part2: Ints, base2: Ints, confidence: float = CONFIDENCE
) -> tuple[Floats, Floats]:
    """How much larger a share is in one group of people than in another, and its interval.

    d = p1 - p2, from -1 to 1, float64 (F,); the interval, float64 (F, 2), is
    d - sqrt((p1 - l1)² + (u2 - p2)²) .. d + sqrt((u1 - p1)² + (p2 - l2)²), with (l, u) the
    Wilson interval of each. The groups must be different people. NaN where a base is zero.
    For Worse give the losses, basic + performance: Worse falls by as much as they rise.
    Source: Newcombe (1998).

    >>> d, ends = newcombe(*(np.array([value]) for value in (15, 50, 30, 50)))
    >>> d.round(2).tolist(), ends.round(6).tolist()
    ([-0.3], [[-0.46501, -0.105058]])
    """
    p1, p2 = ratio(part, base), ratio(part2, base2)
    low1, high1 = wilson(part, base, confidence).T
    low2, high2 = wilson(part2, base2, confidence).T
    d = p1 - p2
    down, up = np.hypot(p1 - low1, high2 - p2), np.hypot(high1 - p1, p2 - low2)
    return d, np.stack([d - down, d + up], axis=1)


def better_difference(
    counts: Ints, before: Ints, confidence: float = CONFIDENCE
) -> tuple[float, tuple[float, float]]:
    """How much higher Better is than before, from -1 to 1, and its interval (Newcombe).

    int64 (6,) of two groups of people in; NaN where nobody is classified in one of them.

    >>> d, ends = better_difference(np.array([35, 0, 15, 0, 0, 0]), np.array([20, 0, 30, 0, 0, 0]))
    >>> round(d, 2), [round(end, 6) for end in ends]
    (-0.3, [-0.46501, -0.105058])
    """
    return _difference(counts, before, (Category.WOW, Category.PERFORMANCE), confidence)


def worse_difference(
    counts: Ints, before: Ints, confidence: float = CONFIDENCE
) -> tuple[float, tuple[float, float]]:
    """How much higher Worse is than before: nearer to zero is higher. Shapes as for Better."""
    # Worse falls by as much as the losses rise, so the two change places.
    return _difference(before, counts, (Category.BASIC, Category.PERFORMANCE), confidence)


def _difference(
    counts: Ints, other: Ints, parts: tuple[Category, ...], confidence: float
) -> tuple[float, tuple[float, float]]:
    """The share of some categories in the first minus that in the second, and its interval."""
    mine, theirs = (
        (row[list(parts)].sum(keepdims=True), classified(row[np.newaxis]))
        for row in (counts, other)
    )
    d, ends = newcombe(*mine, *theirs, confidence)
    return float(d[0]), (float(ends[0, 0]), float(ends[0, 1]))


def better_interval(category_counts: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of Better, on classified; float64 (F, 2)."""
    adds = category_counts[:, [Category.WOW, Category.PERFORMANCE]].sum(axis=1)
    return wilson(adds, classified(category_counts), confidence)


def worse_interval(category_counts: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of Worse, on classified, from the larger loss to the smaller; (F, 2)."""
    costs = category_counts[:, [Category.BASIC, Category.PERFORMANCE]].sum(axis=1)
    ends: Floats = 0 - wilson(costs, classified(category_counts), confidence)[:, ::-1]
    return ends
