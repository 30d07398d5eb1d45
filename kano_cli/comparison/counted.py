"""One feature in several groups, as tables of counts."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult

Row: TypeAlias = tuple[FeatureResult | None, ...]
"""A feature in every group; None where a group was not asked."""

Counts: TypeAlias = npt.NDArray[Any]
"""Whole numbers of people, or weighted counts of the effective size."""


def table_of(row: Row) -> Counts:
    """The category counts of each group, int64 (G, 6); weighted ones of the effective size."""
    nothing = (0.0,) * len(Category)
    counts = [nothing if each is None else tuple(map(each.sized, each.counts)) for each in row]
    table: Counts = np.array(counts, np.float64 if _weighted(row) else np.int64)
    return table


def _weighted(row: Row) -> bool:
    """Whether weights make a difference in any group: those that are all alike make none."""
    return any(each is not None and each.size != each.people for each in row)


def pooled(row: Row) -> Counts:
    """The category counts of several groups together, (6,), of the size that they have together.

    The sums of weights add, and so do those of their squares, total² / size in each.
    """
    there = [each for each in row if each is not None and each.answered]
    alike = len({round(each.answered / each.people, 12) for each in there}) < 2
    if alike and not _weighted(row):  # one weight for all of them: whole numbers stay whole
        together: Counts = table_of(row).sum(axis=0)
        return together
    total = sum(each.answered for each in there)
    size = total**2 / sum(each.answered**2 / each.size for each in there)
    together = np.array([each.counts for each in there], np.float64).sum(axis=0)
    return together * (size / total)
