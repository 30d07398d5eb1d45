"""Columns of ratings beside the pairs: recommendation, satisfaction, effort, emotion."""

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Floats
from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.study.words import name_key
from kano_cli.study.yaml_nodes import Mapping, Node, Scalar, choice_of, mapping_of, text_of

RATINGS = ("recommendation", "satisfaction", "effort", "emotion")
EFFORT_MEASURES = ("mean", "index", "agree")

_RATINGS = "ratings: {recommendation: NPS, satisfaction: {column: Score, min: 1, max: 10}}"
_EMOTION = "emotion: {min: 1, max: 10, touchpoints: {Website: {before: E1, after: E2}}}"
_EFFORT = "effort: {column: Effort, min: 1, max: 7, easy: 7, measure: mean}"


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


def declared_ratings(node: Node | None, touchpoints: AbstractSequence[str]) -> Ratings:
    """The columns of ratings that `ratings:` names, each with its scale.

    Args:
        node: what stands under `ratings:`.
        touchpoints: the names that emotion may be rated for.

    Raises:
        KanoError: for a scale that is not one, or a touchpoint that nothing else names.
    """
    if node is None:
        return Ratings()
    block = mapping_of(node, "ratings", _RATINGS).known(*RATINGS)
    return Ratings(
        _rating(block.get("recommendation"), "recommendation", (0, 10)),
        _rating(block.get("satisfaction"), "satisfaction", (1, 10)),
        _effort(block.get("effort")),
        _emotion(block.get("emotion"), touchpoints),
    )


def _rating(node: Node | None, what: str, ends: tuple[float, float]) -> RatingColumn | None:
    """A column with a scale of its own: its name alone stands for the usual scale."""
    if node is None:
        return None
    whole = what == "recommendation"
    if isinstance(node, Scalar):
        return RatingColumn(text_of(node, what), *ends, node.place, whole)
    example = f"{what}: {{column: Score, min: {ends[0]:g}, max: {ends[1]:g}}}"
    entry = mapping_of(node, what, example).known("column", "min", "max")
    lowest, highest = _ends(entry, ends)
    if what == "recommendation" and (lowest, highest) != ends:
        raise KanoError(
            f"recommendation is asked from 0 to 10, not from {lowest:g} to {highest:g}",
            entry.place,
            "on another scale it is satisfaction: the cut-offs at 9 and at 6 say nothing there",
        )
    return RatingColumn(_column(entry, example), lowest, highest, entry.place, whole)


def _effort(node: Node | None) -> EffortColumn | None:
    """Ratings of effort; which end is easy is never guessed, for both occur."""
    if node is None:
        return None
    entry = mapping_of(node, "effort", _EFFORT).known("column", "min", "max", "easy", "measure")
    lowest, highest = _ends(entry, None)
    easy, measure = _number(entry, "easy", _EFFORT), entry.get("measure")
    if easy not in (lowest, highest):
        raise KanoError(
            f"the easy end of the effort scale is {lowest:g} or {highest:g}, not {easy:g}",
            entry.place,
            "write the end that means easy",
        )
    return EffortColumn(
        _column(entry, _EFFORT),
        lowest,
        highest,
        entry.place,
        whole=True,
        easy=easy,
        measure=choice_of(measure, "measure", EFFORT_MEASURES) if measure is not None else "mean",
    )


def _emotion(node: Node | None, touchpoints: AbstractSequence[str]) -> EmotionColumns | None:
    """How people felt before and after touchpoints."""
    if node is None:
        return None
    entry = mapping_of(node, "emotion", _EMOTION).known("min", "max", "neutral", "touchpoints")
    lowest, highest = _ends(entry, None)
    neutral = (
        _number(entry, "neutral", _EMOTION)
        if entry.get("neutral") is not None
        else (lowest + highest) / 2
    )
    if not lowest < neutral < highest:
        raise KanoError(
            f"neutral must lie between {lowest:g} and {highest:g}",
            entry.place,
            "such as the middle",
        )
    inside = entry.get("touchpoints")
    if inside is None:
        raise KanoError("emotion names no touchpoints", entry.place, f"such as  {_EMOTION}")
    known = {name_key(name): name for name in touchpoints}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for name, columns in mapping_of(inside, "touchpoints", _EMOTION).entries:
        touchpoint = known.get(name_key(name.text))
        if touchpoint is None:
            near = nearest(name.text, touchpoints, 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'there is no touchpoint "{shortened(name.text)}"',
                name.place,
                f"{meant}name it under journey: first; there are {listed(touchpoints) or 'none'}",
            )
        if isinstance(columns, Scalar):
            after[touchpoint] = text_of(columns, "after")
            continue
        pair = mapping_of(columns, "a touchpoint", "{before: E1, after: E2}").known(
            "before", "after"
        )
        for key, found in (("before", before), ("after", after)):
            if (column := pair.get(key)) is not None:
                found[touchpoint] = text_of(column, key)
        if not pair.entries:
            raise KanoError("names no column", pair.place, "write {before: E1, after: E2}")
    return EmotionColumns(lowest, highest, neutral, before, after, entry.place)


def _column(entry: Mapping, example: str) -> str:
    """The column that holds ratings."""
    column = entry.get("column")
    if column is None:
        raise KanoError("names no column", entry.place, f"such as  {example}")
    return text_of(column, "column")


def _ends(entry: Mapping, usual: tuple[float, float] | None) -> tuple[float, float]:
    """Both ends of a scale; the usual ones where there are such and none is written."""
    if usual is not None and entry.get("min") is None and entry.get("max") is None:
        return usual
    low, high = (_number(entry, key, "{column: Score, min: 1, max: 10}") for key in ("min", "max"))
    if low >= high:
        raise KanoError("min must be below max", entry.place, "such as  min: 1, max: 10")
    return low, high


def _number(entry: Mapping, key: str, example: str) -> float:
    """A number under a key."""
    node = entry.get(key)
    try:
        number = float(text_of(node, key)) if node is not None else float("nan")
    except ValueError:
        number = float("nan")
    if isfinite(number):
        return number
    raise KanoError(
        f"{key} is missing, or is no number", (node or entry).place, f"such as  {example}"
    )
