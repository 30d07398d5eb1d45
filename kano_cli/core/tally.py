"""The one array that every statistic of a Kano study is a function of."""

from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Codes, Ints


@dataclass(frozen=True, eq=False)
class Tally:
    """How often each pair of answers was given, per feature.

    `counts` is int64 (F, 5, 5): features, functional answer, dysfunctional answer.
    `half_answered` is int64 (F,): pairs with one half blank. They are in no count.
    """

    counts: Ints
    half_answered: Ints

    def __add__(self, other: "Tally") -> "Tally":
        """The tally of both groups of people; the features must be the same ones."""
        return Tally(self.counts + other.counts, self.half_answered + other.half_answered)

    def __eq__(self, other: object) -> bool:
        """Whether all counts agree."""
        return (
            isinstance(other, Tally)
            and np.array_equal(self.counts, other.counts)
            and np.array_equal(self.half_answered, other.half_answered)
        )

    __hash__ = None  # type: ignore[assignment]  # arrays can change, so a tally has no hash


def tally(functional: Codes, dysfunctional: Codes) -> Tally:
    """Count the pairs of answers of N respondents to F features.

    Args:
        functional: int8 (N, F), answers 1..5, 0 where blank.
        dysfunctional: int8 (N, F), the same.

    Half a pair is counted as such and never filled in.

    >>> tally(np.array([[1], [1], [2]], np.int8), np.array([[5], [5], [0]], np.int8)).half_answered
    array([1])
    """
    features = functional.shape[1]
    counts = np.zeros((features, 6, 6), np.int64)
    for feature in range(features):
        pair = functional[:, feature] * 6 + dysfunctional[:, feature]
        counts[feature] = np.bincount(pair, minlength=36).reshape(6, 6)
    half = counts[:, 0, 1:].sum(axis=1) + counts[:, 1:, 0].sum(axis=1)
    return Tally(counts[:, 1:, 1:].copy(), half)
