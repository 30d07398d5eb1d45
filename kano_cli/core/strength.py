"""How much of the answers stands behind a category, and by how far it leads."""

from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import NO_CATEGORY, RANKED, Category, Codes, Floats, Ints
from kano_cli.core.shares import answered, ratio


@dataclass(frozen=True, eq=False)
class TopTwo:
    """The two most common of the five rankable categories, per feature.

    `first` and `second` are int8 (F,) of `Category` values, `NO_CATEGORY` where the count
    is zero; `a` and `b`, int64 (F,), are their counts, a >= b.
    """

    first: Codes
    second: Codes
    a: Ints
    b: Ints


def top_two(category_counts: Ints) -> TopTwo:
    """The two most common categories without questionable; equal counts in the tie order.

    >>> two = top_two(np.array([[15, 24, 121, 124, 6, 300]]))
    >>> Category(two.first[0]).word, Category(two.second[0]).word, int(two.a[0]), int(two.b[0])
    ('indifferent', 'wow', 124, 121)
    """
    ranked = category_counts[:, RANKED]
    order = np.argsort(-ranked, kind="stable")
    counts = np.take_along_axis(ranked, order, axis=1)
    names = np.where(counts > 0, order, NO_CATEGORY).astype(np.int8)
    return TopTwo(names[:, 0], names[:, 1], counts[:, 0], counts[:, 1])


def total_strength(category_counts: Ints) -> Floats:
    """(basic + performance + wow) / answered, float64 (F,) from 0 to 1; NaN if nobody answered.

    Source: Lee & Newcomb (1997) as given by Peter (2024).

    >>> total_strength(np.array([[95, 123, 45, 33, 0, 0]])).round(4).tolist()
    [0.8885]
    """
    wanted = category_counts[:, [Category.BASIC, Category.PERFORMANCE, Category.WOW]].sum(axis=1)
    return ratio(wanted, answered(category_counts))


def category_strength(category_counts: Ints) -> Floats:
    """The lead of the first of the top two over the second, as a share of answered.

    float64 (F,) from 0 to 1; NaN if nobody answered. Questionable is no rival.
    Source: Lee & Newcomb (1997) as given by Peter (2024).

    >>> category_strength(np.array([[95, 123, 45, 33, 0, 0]])).round(4).tolist()
    [0.0946]
    """
    two = top_two(category_counts)
    return ratio(two.a - two.b, answered(category_counts))
