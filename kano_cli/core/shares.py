"""The two bases, and shares of them."""

import numpy as np

from kano_cli.core.categories import CLASSIFIED, Floats, Ints


def answered(category_counts: Ints) -> Ints:
    """Pairs with both halves answered: all six categories. int64 (F, 6) in, (F,) out."""
    total: Ints = category_counts.sum(axis=1)
    return total


def classified(category_counts: Ints) -> Ints:
    """Pairs that came out basic, performance, wow or indifferent. (F, 6) in, (F,) out."""
    total: Ints = category_counts[:, CLASSIFIED].sum(axis=1)
    return total


def ratio(part: Ints, base: Ints) -> Floats:
    """`part` / `base`, float64; NaN where the base is empty, since 0/0 is not a share.

    >>> ratio(np.array([1, 0]), np.array([4, 0])).tolist()
    [0.25, nan]
    """
    share = np.full(part.shape, np.nan)
    np.divide(part, base, out=share, where=base > 0)
    return share


def shares(category_counts: Ints) -> Floats:
    """Each category's share of `answered`, float64 (F, 6) from 0 to 1; NaN if nobody answered.

    >>> shares(np.array([[1, 2, 1, 0, 0, 0]]))[0].tolist()
    [0.25, 0.5, 0.25, 0.0, 0.0, 0.0]
    """
    return ratio(category_counts, answered(category_counts)[:, np.newaxis])
