"""The usual path of a feature over the years: indifferent, wow, performance, basic."""

from enum import StrEnum

from kano_cli.core.categories import Category

PATH = (Category.INDIFFERENT, Category.WOW, Category.PERFORMANCE, Category.BASIC)
"""Nilsson-Witell & Fundin (2005), p. 157; confirmed in part only (Borgianni 2018)."""


class Direction(StrEnum):
    """How a category moved along the usual path between two waves."""

    FORWARD = "forward"
    BACKWARD = "backward"
    SAME = "same"
    OUTSIDE = "outside"


def direction(before: Category | None, after: Category | None) -> Direction:
    """Which way a feature went on the usual path; `OUTSIDE` to or from what is not on it.

    Reverse, questionable and no category at all are not on the path. That a category changed
    says nothing about chance: `homogeneity` does. None twice is outside, too: there is nothing
    to compare.

    >>> direction(Category.WOW, Category.PERFORMANCE), direction(Category.WOW, Category.REVERSE)
    (<Direction.FORWARD: 'forward'>, <Direction.OUTSIDE: 'outside'>)
    """
    if before is not None and before == after:
        return Direction.SAME
    if before not in PATH or after not in PATH:
        return Direction.OUTSIDE
    forward = PATH.index(after) > PATH.index(before)
    return Direction.FORWARD if forward else Direction.BACKWARD
