"""How easy was it: the customer effort score, in three conventions that are never mixed up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.intervals import CONFIDENCE, wilson
from kano_cli.core.scores import Mean, means
from kano_cli.errors import KanoError
from kano_cli.journey.loyalty import NetScore, RatingScale, net_score

STEPS = 7
"""The cut-offs of `index` and `agree` are defined on seven steps, and nowhere else."""


@dataclass(frozen=True)
class EffortScale(RatingScale):
    """A rating scale and which of its ends is the easy one: both occur, so it is declared."""

    easy: int

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.easy not in (self.lowest, self.highest):
            raise KanoError(
                f"an effort scale from {self} cannot have {self.easy} as its easy end",
                hint=f"{self.lowest} or {self.highest}: whichever of the two means easy",
            )

    def towards_easy(self, ratings: Floats) -> Ints:
        """How often each step was chosen, from the hardest to the easiest, int64."""
        counts = self.counts(ratings)
        return counts if self.easy == self.highest else counts[::-1]


@dataclass(frozen=True)
class AgreeShare:
    """How many agree that it was easy, of how many; NaN where nobody answered."""

    agree: int
    answered: int
    share: float
    interval: tuple[float, float]


EffortScore: TypeAlias = Mean | NetScore | AgreeShare


def effort_mean(ratings: Floats, scale: EffortScale) -> Mean:
    """Mean rating, on the scale as it was asked: where 1 is easy, a low mean is good.

    mean = sum / n, sd with n - 1, se = sd / sqrt(n). Base: everybody who gave a rating; NaN
    where nobody did, sd and se need two. float64 (N,) in, NaN for a blank.
    Source: METHOD 14.2; worked example by cys.group.

    >>> effort_mean(np.array([7, 6, 2]), EffortScale(1, 7, easy=7))
    Mean(mean=5.0, sd=2.6457513110645907, n=3)
    """
    scale.counts(ratings)  # refuses what is not on the scale
    return means(ratings[:, np.newaxis])[0]


def effort_index(ratings: Floats, scale: EffortScale, confidence: float = CONFIDENCE) -> NetScore:
    """Per cent on the two easiest of seven steps minus per cent on the three hardest.

    From -100 to 100, the fourth and fifth step between. On 1-7 with 7 easy: 6 and 7 minus
    1, 2 and 3. se and interval as for the net promoter score. Base: everybody who gave a
    rating. Source: METHOD 14.2.

    >>> effort_index(np.array([7, 6, 4, 2]), EffortScale(1, 7, easy=7)).score
    25.0
    """
    below, between, above = np.split(_seven(ratings, scale, "index"), [3, 5])
    return net_score(int(above.sum()), int(between.sum()), int(below.sum()), confidence)


def effort_agree(ratings: Floats, scale: EffortScale, confidence: float = CONFIDENCE) -> AgreeShare:
    """Share on the three easiest of seven steps, with its Wilson interval.

    From 0 to 1. On 1-7 with 7 easy: 5, 6 and 7. Base: everybody who gave a rating; NaN
    where nobody did. Source: METHOD 14.2.

    >>> effort_agree(np.array([7, 6, 5, 2]), EffortScale(1, 7, easy=7)).share
    0.75
    """
    counts = _seven(ratings, scale, "agree")
    agree, answered = counts[4:].sum(), counts.sum()
    low, high = wilson(agree[np.newaxis], answered[np.newaxis], confidence)[0].tolist()
    share = float(agree / answered) if answered else float("nan")
    return AgreeShare(int(agree), int(answered), share, (low, high))


CONVENTIONS: Mapping[str, Callable[[Floats, EffortScale], EffortScore]] = {
    "mean": effort_mean,
    "index": effort_index,
    "agree": effort_agree,
}
"""The three by the names that `--ces` takes. None is the default: they are other numbers."""


def _seven(ratings: Floats, scale: EffortScale, convention: str) -> Ints:
    """Counts from hard to easy on seven steps."""
    if scale.highest - scale.lowest + 1 != STEPS:
        raise KanoError(
            f"the effort score {convention} is defined on {STEPS} steps, not on {scale}",
            hint="the mean is defined on every scale",
        )
    return scale.towards_easy(ratings)
