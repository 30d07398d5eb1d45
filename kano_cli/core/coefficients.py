"""Better and Worse: what a feature's presence adds, and what its lack costs."""

from kano_cli.core.categories import Category, Floats, Ints
from kano_cli.core.shares import classified, ratio


def better(category_counts: Ints) -> Floats:
    """Share of the classified answers in which having the feature adds satisfaction.

    Better = (wow + performance) / classified, from 0 to 1, unrounded. Also printed as CS+.
    Takes int64 (F, 6), a row per feature; gives float64 (F,).
    Base: classified = basic + performance + wow + indifferent; NaN where it is zero.
    Source: Timko in Berger et al. (1993), p. 18; Sauerwein et al. (1996), p. 10.

    >>> import numpy as np
    >>> better(np.array([[15, 24, 121, 124, 6, 6]])).round(3).tolist()
    [0.511]
    """
    adds = category_counts[:, [Category.WOW, Category.PERFORMANCE]].sum(axis=1)
    return ratio(adds, classified(category_counts))


def worse(category_counts: Ints) -> Floats:
    """Minus the share of the classified answers in which its lack costs satisfaction.

    Worse = -(performance + basic) / classified, from -1 to 0, unrounded. Also printed as CS-.
    Shapes, base and source as for `better`.

    >>> import numpy as np
    >>> worse(np.array([[15, 24, 121, 124, 6, 6], [0, 0, 9, 1, 0, 0]])).round(3).tolist()
    [-0.137, 0.0]
    """
    costs = category_counts[:, [Category.PERFORMANCE, Category.BASIC]].sum(axis=1)
    # Not -share: where nothing is lost that is -0.0, and prints as "-0.00".
    return 0 - ratio(costs, classified(category_counts))
