"""How far a share may be from the truth."""

from statistics import NormalDist

import numpy as np

from kano_cli.core.categories import Category, Floats, Ints
from kano_cli.core.shares import classified, ratio

CONFIDENCE = 0.95


def wilson(part: Ints, base: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of `part` / `base`: lower and upper end, float64 (F, 2), within 0..1.

    centre = (p + z²/2n) / (1 + z²/n); half = z / (1 + z²/n) sqrt(p(1 - p)/n + z²/4n²).
    No part gives a lower end of exactly 0, all of it an upper end of exactly 1; NaN where
    the base is zero. Source: Wilson (1927).

    >>> wilson(np.array([105]), np.array([358])).round(6).tolist()
    [[0.24853, 0.342451]]
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    p = ratio(part, base)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = 1 + z**2 / base
        centre = (p + z**2 / (2 * base)) / spread
        half = z / spread * np.sqrt(p * (1 - p) / base + z**2 / (4 * base.astype(np.float64) ** 2))
    ends = np.stack([centre - half, centre + half], axis=1)
    ends[(part == 0) & (base > 0), 0] = 0.0
    ends[(part == base) & (base > 0), 1] = 1.0
    ends[base == 0] = np.nan
    return ends


def better_interval(category_counts: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of Better, on classified; float64 (F, 2)."""
    adds = category_counts[:, [Category.WOW, Category.PERFORMANCE]].sum(axis=1)
    return wilson(adds, classified(category_counts), confidence)


def worse_interval(category_counts: Ints, confidence: float = CONFIDENCE) -> Floats:
    """Wilson interval of Worse, on classified, from the larger loss to the smaller; (F, 2)."""
    costs = category_counts[:, [Category.BASIC, Category.PERFORMANCE]].sum(axis=1)
    ends: Floats = 0 - wilson(costs, classified(category_counts), confidence)[:, ::-1]
    return ends
