"""Columns of ratings beside the pairs: recommendation, satisfaction, effort, emotion."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Floats

RATINGS = ("recommendation", "satisfaction", "effort", "emotion")


@dataclass(frozen=True)
class RatingColumn:
    """A column of ratings and the scale that people saw; a `whole` one has no points between."""

    column: str
    lowest: float
    highest: float
    place: str = ""
    whole: bool = False

    def holds(self, ratings: Floats) -> npt.NDArray[np.bool_]:
        """Which of the ratings, float64 (N,), are on the scale; a blank, NaN, is not.

        >>> RatingColumn("NPS", 0, 10, whole=True).holds(np.array([8, 8.5, 11, np.nan])).tolist()
        [True, False, False, False]
        """
        within = (ratings >= self.lowest) & (ratings <= self.highest)
        return within & (np.floor(ratings) == ratings) if self.whole else within


@dataclass(frozen=True)
class EffortColumn(RatingColumn):
    """Ratings of effort: which end is easy, and which of the three measures is wanted."""

    easy: float = 0
    measure: str = "mean"


@dataclass(frozen=True)
class EmotionColumns:
    """How people felt before and after each touchpoint, all on one scale.

    `before` and `after` name columns by touchpoint; a touchpoint may have one of them.
    `neutral` is the point of the scale that is neither good nor bad.
    """

    lowest: float
    highest: float
    neutral: float
    before: AbstractMapping[str, str]
    after: AbstractMapping[str, str]
    place: str = ""


@dataclass(frozen=True)
class Ratings:
    """The columns of ratings that a questionnaire names; None where it names none."""

    recommendation: RatingColumn | None = None
    satisfaction: RatingColumn | None = None
    effort: EffortColumn | None = None
    emotion: EmotionColumns | None = None

    def columns(self) -> dict[str, RatingColumn]:
        """Every column by its key: "recommendation", "emotion before Website" and so on."""
        found: dict[str, RatingColumn] = {}
        for key in RATINGS[:3]:
            if (one := getattr(self, key)) is not None:
                found[key] = one
        if self.emotion is not None:
            for when in ("before", "after"):
                for touchpoint, column in getattr(self.emotion, when).items():
                    found[emotion_key(when, touchpoint)] = RatingColumn(
                        column, self.emotion.lowest, self.emotion.highest, self.emotion.place
                    )
        return found


def emotion_key(when: str, touchpoint: str) -> str:
    """The key of a column of emotion; `when` is before or after."""
    return f"emotion {when} {touchpoint}"
