"""How many answers a share needs before its interval is narrow enough."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from kano_cli.core.categories import Category
from kano_cli.core.intervals import CONFIDENCE, simultaneous
from kano_cli.errors import KanoError

HALF = 0.5
"""The share whose interval is the widest, so a plan that suits it suits every other share."""

THIRD = 0.3
"""About the share of a category that just leads."""

LADDER = (20, 30, 50, 80, 100, 200, 400)
"""The numbers of answers that people ask about."""

NARROWEST = 0.001
"""No interval is asked to be narrower than this: it would take a million answers."""


def wilson_width(
    n: int, share: float = HALF, confidence: float = CONFIDENCE, intervals: int = 1
) -> float:
    """From the lower to the upper end of the Wilson interval of a share of `n` answers, 0 to 1.

    2 z / (1 + z²/n) sqrt(p(1 - p)/n + z²/4n²). With `intervals` above 1, so many of them hold
    at once: the error is split evenly, for the six of a feature as Goodman does.
    Source: Wilson (1927), Goodman (1965).

    >>> [round(wilson_width(n) / 2, 4) for n in (20, 50, 100)]
    [0.2007, 0.1336, 0.0962]
    """
    z = _z(confidence, intervals)
    return 2 * z / (1 + z**2 / n) * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))


def normal_width(
    n: int, share: float = HALF, confidence: float = CONFIDENCE, intervals: int = 1
) -> float:
    """The same by the normal approximation of most textbooks: 2 z sqrt(p(1 - p)/n).

    >>> round(normal_width(100) / 2, 4)
    0.098
    """
    return 2 * _z(confidence, intervals) * sqrt(share * (1 - share) / n)


def answers_needed(
    width: float,
    share: float = HALF,
    confidence: float = CONFIDENCE,
    *,
    intervals: int = 1,
    width_of: Callable[[int, float, float, int], float] = wilson_width,
) -> int:
    """The fewest answers with which the interval of a share is at most so wide; at least 1.

    Args:
        width: from the lower to the upper end, above 0; half of it is the plus or minus.
        share: the share that is expected, 0 to 1; at one half the interval is the widest.
        confidence: of the interval, or of all of them at once.
        intervals: how many hold at once, such as 6 for all shares of a feature.
        width_of: `wilson_width` or `normal_width`.

    Raises:
        KanoError: for a width, a share or a confidence that cannot be.

    >>> answers_needed(0.2), answers_needed(0.2, width_of=normal_width)
    (93, 97)
    """
    if not NARROWEST <= width < 1:
        raise KanoError(
            f"{width:g} is not between {NARROWEST:g} and 1",
            "--width",
            "write 0.2 for 20 points, plus or minus 10",
        )
    if not 0 <= share <= 1:
        raise KanoError(f"{share:g} is no share", hint="a share lies between 0 and 1")
    enough = 1
    while width_of(enough, share, confidence, intervals) > width:
        enough *= 2
    # Either width falls with every answer more, so halving finds the first that is enough.
    few = enough // 2
    while enough - few > 1:
        middle = (few + enough) // 2
        if width_of(middle, share, confidence, intervals) > width:
            few = middle
        else:
            enough = middle
    return enough


@dataclass(frozen=True)
class WidthPlan:
    """How many answered pairs make intervals at most `width` wide, at `confidence`.

    `share` is for one interval at a time and `normal` the same by the normal approximation;
    `feature` is for the six of a feature at once, `survey` for those of all features, None
    where their number is not given. `ladder` has a row per number of answers: half the width
    of the interval at 50 and at 30 per cent.
    """

    width: float
    confidence: float
    features: int | None
    share: int
    normal: int
    feature: int
    survey: int | None
    ladder: tuple[tuple[int, float, float], ...]


def width_plan(
    width: float = 0.2, confidence: float = CONFIDENCE, features: int | None = None
) -> WidthPlan:
    """How many answers a survey needs for intervals at most `width` wide.

    Raises:
        KanoError: for a width, a confidence or a number of features that cannot be.

    >>> found = width_plan(0.2, features=12)
    >>> found.share, found.feature, found.survey
    (93, 168, 277)
    """
    if features is not None and features < 1:
        raise KanoError(f"{features} is no number of features", "--features", "write 1 or more")
    six = len(Category)

    def needed(
        intervals: int, width_of: Callable[[int, float, float, int], float] = wilson_width
    ) -> int:
        return answers_needed(width, HALF, confidence, intervals=intervals, width_of=width_of)

    return WidthPlan(
        width,
        confidence,
        features,
        share=needed(1),
        normal=needed(1, normal_width),
        feature=needed(six),
        survey=needed(six * features) if features is not None else None,
        ladder=tuple(
            (n, wilson_width(n, HALF, confidence) / 2, wilson_width(n, THIRD, confidence) / 2)
            for n in LADDER
        ),
    )


def _z(confidence: float, intervals: int) -> float:
    """How many standard errors an interval reaches to either side.

    Raises:
        KanoError: for a confidence at which no interval has an end.
    """
    # The tests are those of `kano classify`: near enough to 1, half of it is 1.
    if not confidence > 0 or (1 + confidence) / 2 >= 1:
        raise KanoError(
            f"{confidence:g} is not between 0 and 1", "--confidence", "write 0.95 for 95 %"
        )
    if intervals < 1:
        raise KanoError(f"{intervals} is no number of intervals", hint="at least one")
    return -NormalDist().inv_cdf(simultaneous(confidence, intervals) / 2)
