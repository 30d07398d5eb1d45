"""From six counts to one category: four rules, decided in whole numbers."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from kano_cli.core.categories import NO_CATEGORY, Category, Codes, Flags, Ints
from kano_cli.core.shares import answered, classified
from kano_cli.core.strength import top_two

NEAR = 6
"""A lead of at most this many points of `answered` is near a tie (Lee & Newcomb 1997)."""

Rule: TypeAlias = Callable[[Ints], Codes]


def mode(category_counts: Ints) -> Codes:
    """The most common of the six categories; equal counts go to the first in the tie order.

    int64 (F, 6) in; int8 (F,) of `Category` values out, `NO_CATEGORY` if nobody answered.
    Source: Berger et al. (1993), pp. 7 and 10; ties p. 11.

    >>> mode(np.array([[10, 10, 10, 0, 0, 0], [0, 0, 0, 0, 0, 0]])).tolist()
    [0, -1]
    """
    return _where_answered(category_counts, category_counts.argmax(axis=1))


def block(category_counts: Ints) -> Codes:
    """First the group, then the category in it.

    If basic + performance + wow > indifferent + reverse + questionable, the largest of the
    first three, else the largest of the last three; equality goes to the second group.
    Shapes as for `mode`. Source: Berger et al. (1993), p. 13, known as Blauth's rule.

    >>> block(np.array([[15, 24, 121, 124, 6, 6]])).tolist()   # 160 > 136: wow
    [2]
    """
    wanted, other = category_counts[:, :3], category_counts[:, 3:]
    first = wanted.sum(axis=1) > other.sum(axis=1)
    return _where_answered(
        category_counts, np.where(first, wanted.argmax(axis=1), 3 + other.argmax(axis=1))
    )


def near_tie(category_counts: Ints) -> Codes:
    """The most common category, unless the second is near: then the tie order decides.

    Near is a lead of at most 6 points of `answered`. Questionable cannot be a rival, and is
    the category only where it alone is the most common. Shapes as for `mode`.
    Source: Lee & Newcomb (1997) as coded by Peter (2024).

    >>> near_tie(np.array([[0, 0, 47, 53, 0, 0]])).tolist()   # exactly 6 points is near: wow
    [2]
    """
    two = top_two(category_counts)
    # With nobody in the second place this is true only where questionable is alone in front.
    near = 100 * (two.a - two.b) <= NEAR * answered(category_counts)
    ranked = np.where(near, np.minimum(two.first, two.second), two.first)
    alone = category_counts[:, Category.QUESTIONABLE] > two.a
    return _where_answered(category_counts, np.where(alone, Category.QUESTIONABLE, ranked))


def quadrant(category_counts: Ints) -> Codes:
    """The quarter of the Better-Worse plane, cut at one half; one half itself is high.

    High Better: 2 (wow + performance) >= classified. High Worse: 2 (basic + performance) >=
    classified. Never reverse or questionable; `NO_CATEGORY` where classified is zero.
    Source: plane with its middle at .5, Berger et al. (1993), p. 19.

    >>> quadrant(np.array([[100, 80, 120, 101, 0, 0]])).tolist()   # Better .498753: indifferent
    [3]
    """
    base = classified(category_counts)
    adds = category_counts[:, Category.WOW] + category_counts[:, Category.PERFORMANCE]
    costs = category_counts[:, Category.BASIC] + category_counts[:, Category.PERFORMANCE]
    high_better, high_worse = 2 * adds >= base, 2 * costs >= base
    names = np.select(
        [high_better & high_worse, high_better, high_worse],
        [Category.PERFORMANCE, Category.WOW, Category.BASIC],
        Category.INDIFFERENT,
    )
    return np.where(base > 0, names, NO_CATEGORY).astype(np.int8)


RULES: Mapping[str, Rule] = {
    "mode": mode,
    "block": block,
    "near-tie": near_tie,
    "quadrant": quadrant,
}
DEFAULT_RULE = "mode"


def tied(category_counts: Ints) -> Flags:
    """Whether two or more of the six categories share the highest count, bool (F,)."""
    highest = category_counts.max(axis=1)
    shared: Flags = (highest > 0) & ((highest == category_counts.T).sum(axis=0) > 1)
    return shared


def runner_up(category_counts: Ints, category: Codes) -> Codes:
    """The most common rankable category beside the one given; int8 (F,), `NO_CATEGORY` if none."""
    rivals = category_counts.copy()
    rivals[:, Category.QUESTIONABLE] = 0
    named = category != NO_CATEGORY
    rivals[named, category[named]] = 0
    return np.where(rivals.any(axis=1), rivals.argmax(axis=1), NO_CATEGORY).astype(np.int8)


def _where_answered(category_counts: Ints, category: Ints) -> Codes:
    """`category`, but none where nobody answered."""
    return np.where(answered(category_counts) > 0, category, NO_CATEGORY).astype(np.int8)
