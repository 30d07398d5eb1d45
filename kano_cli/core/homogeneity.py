"""Do groups of people, or two waves of a survey, see a feature differently?"""

from dataclasses import dataclass
from math import isnan, nan, sqrt
from typing import TypeGuard

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.chi_square import chi_square_p
from kano_cli.core.weights import whole

SHUFFLES = 9999
"""Shuffles of a permutation test; with the table itself that makes 10,000."""

SEED = 1984
"""Of every permutation test, so that the same survey gives the same p; the year of Kano et al."""

FEW = 5
"""A smallest expected count below this is too small for the chi-square distribution."""

MOST = 1_000_000_000
"""Answers above which numpy cannot draw; nothing is left to chance there."""

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Homogeneity:
    """The comparison of groups on one feature; NaN where one row or column leaves none.

    `n` is the answers in the table, `groups` and `categories` are the rows and columns that
    are not empty, `permutation_p` is NaN where it was not needed, or cannot be had.
    """

    chi2: float
    df: int
    asymptotic_p: float
    cramers_v: float
    smallest_expected: float
    n: float
    groups: int
    categories: int
    permutation_p: float
    shuffles: int
    seed: int

    @property
    def rough(self) -> bool:
        """Whether cells are too thin for the p that leads."""
        return self.smallest_expected < FEW and isnan(self.permutation_p)

    @property
    def p_value(self) -> float:
        """The p that leads: of the permutation where there is one."""
        return self.asymptotic_p if isnan(self.permutation_p) else self.permutation_p


def homogeneity(
    table: Ints | Floats, *, permutation: bool = False, shuffles: int = SHUFFLES, seed: int = SEED
) -> Homogeneity:
    """Whether groups answered alike: the chi-square test of one feature.

    chi2 = sum of (O - E)² / E with E = row * column / n, df = (rows - 1)(columns - 1),
    Cramér's V = sqrt(chi2 / (n (min(rows, columns) - 1))), 0 to 1. Empty rows and columns are
    dropped first. n is the sum of the table: `answered` of people whose group is known. The
    groups must be different people. Source of the test: this project's choice (Berger et al.
    1993, p. 17, ask to look for segments); of V: Cramér (1946).

    Args:
        table: int64 (G, 6), a row of category counts per group; float64 where they are weighted
            counts of the effective size, which cannot be shuffled.
        permutation: give the permutation p also where every expected count is at least 5.
        shuffles: how often the labels are shuffled.
        seed: of the shuffles.

    >>> found = homogeneity(np.array([[30, 10, 5, 5, 0, 0], [10, 15, 15, 10, 0, 0]]))
    >>> round(found.chi2, 6), found.df, round(found.p_value, 6), round(found.cramers_v, 6)
    (17.666667, 3, 0.000515, 0.420317)
    """
    kept = table[table.any(axis=1)][:, table.any(axis=0)]
    (rows, columns), n = kept.shape, whole(kept.sum())
    if min(rows, columns) < 2:
        return Homogeneity(nan, 0, nan, nan, nan, n, rows, columns, nan, shuffles, seed)
    # Floats: the product of two large margins does not fit into 64 bits.
    expected = np.outer(kept.sum(axis=1).astype(np.float64), kept.sum(axis=0)) / n
    chi2 = float(_chi2(kept, expected))
    smallest = float(expected.min())
    df = (rows - 1) * (columns - 1)
    needed = (permutation or smallest < FEW) and n < MOST
    drawn = _permutation_p(kept, expected, chi2, shuffles, seed) if needed and _whole(kept) else nan
    return Homogeneity(
        chi2,
        df,
        chi_square_p(chi2, df),
        min(1.0, sqrt(chi2 / (n * (min(rows, columns) - 1)))),
        smallest,
        n,
        rows,
        columns,
        drawn,
        shuffles,
        seed,
    )


def _whole(table: Ints | Floats) -> TypeGuard[Ints]:
    """Whether a table counts people, who can be shuffled."""
    return bool(np.issubdtype(table.dtype, np.integer))


def _chi2(tables: Ints | Floats, expected: Floats) -> Floats:
    """Chi-square of one table or of many: (..., rows, columns) in, float64 (...) out."""
    chi2: Floats = ((tables - expected) ** 2 / expected).sum(axis=(-2, -1))
    return chi2


def _permutation_p(table: Ints, expected: Floats, chi2: float, shuffles: int, seed: int) -> float:
    """How often shuffled labels differ as much: (1 + #{chi2* >= chi2 - 1e-9}) / (shuffles + 1)."""
    drawn = shuffled_tables(table, shuffles, seed)
    as_much = int((_chi2(drawn, expected) >= chi2 - _ROUNDING).sum())
    return (1 + as_much) / (shuffles + 1)


def shuffled_tables(table: Ints, shuffles: int, seed: int) -> Ints:
    """The table after each of so many shuffles of the labels, int64 (shuffles, rows, columns).

    Nobody is shuffled one by one. Under a random permutation of the labels the first group is
    a sample without replacement of all answers, the second one of what that leaves, and so on:
    each row is multivariate hypergeometric given those before it, and is drawn cell by cell.
    Exactly the distribution of shuffling, at a cost that does not grow with the answers.

    >>> drawn = shuffled_tables(np.array([[6, 1, 2, 1], [2, 4, 1, 3]]), 3, SEED)
    >>> drawn.sum(axis=2).tolist()[0], drawn.sum(axis=1).tolist()[0]
    ([10, 10], [8, 5, 3, 4])
    """
    random = np.random.Generator(np.random.PCG64(seed))
    rows, columns = table.shape
    drawn = np.empty((shuffles, rows, columns), np.int64)
    left = np.tile(table.sum(axis=0), (shuffles, 1))
    for row, size in enumerate(table.sum(axis=1)[:-1]):
        wanted = np.full(shuffles, size)
        others = left.sum(axis=1)
        for column in range(columns - 1):
            others = others - left[:, column]
            cell = random.hypergeometric(left[:, column], others, wanted)
            drawn[:, row, column] = cell
            wanted = wanted - cell
        drawn[:, row, -1] = wanted
        left = left - drawn[:, row]
    drawn[:, -1] = left
    return drawn
