"""Figures before they are drawn: numbers to place, and every text that they show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kano_cli.core.categories import Category

Interval: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """An axis: what it is, its ends, the line that cuts it, and what both halves mean."""

    title: str
    low: float
    high: float
    cut: float
    below: str = ""
    above: str = ""


@dataclass(frozen=True)
class MapPoint:
    """A feature on a map.

    `x` and `y` are unrounded, with the ends of their intervals; `size` is importance from 0 to 1,
    None where nobody rated it. `told` says everything about the point in words, for a title.
    """

    id: str
    label: str
    category: Category | None
    x: float
    y: float
    x_interval: Interval
    y_interval: Interval
    size: float | None
    unsure: bool
    told: str


@dataclass(frozen=True)
class MapFigure:
    """A map: Better against Worse (x is |Worse|, 0 to 1), or two mean scores.

    `corners` names the four quarters: bottom left, bottom right, top left, top right. `missing`
    names features that have no place on it.
    """

    title: str
    x: Axis
    y: Axis
    corners: tuple[str, str, str, str]
    points: tuple[MapPoint, ...]
    legend: tuple[tuple[Category, str], ...]
    size_legend: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar of shares in the order of `Category`, each with its printed text; `winner` marks one.

    `group` is the group of people of a bar in a figure of segments.
    """

    id: str
    label: str
    group: str
    shares: tuple[float, ...]
    texts: tuple[str, ...]
    winner: Category | None
    unsure: bool
    base: str
    told: str


@dataclass(frozen=True)
class SharesFigure:
    """Stacked shares: a bar for each feature, or one for each group of a feature."""

    title: str
    bars: tuple[Bar, ...]
    legend: tuple[tuple[Category, str], ...]
    axis: str


class Turn(StrEnum):
    """What is remembered of a journey: its strongest moment, its last one, or both in one."""

    NONE = ""
    PEAK = "peak"
    END = "end"
    BOTH = "both"


@dataclass(frozen=True)
class Felt:
    """A mean on the scale of a curve, with the ends of its interval and its printed text.

    Unrounded; both ends are NaN where one person rated.
    """

    mean: float
    interval: Interval
    text: str


@dataclass(frozen=True)
class CurveStop:
    """A touchpoint on a curve; `before` and `after` are None where nobody rated it so.

    `turn` says whether it is peak or end and `mark` says it in words; `told` says everything
    about the touchpoint.
    """

    label: str
    phase: str
    before: Felt | None
    after: Felt | None
    turn: Turn
    mark: str
    told: str


@dataclass(frozen=True)
class CurveFigure:
    """An emotion curve: a mean for each touchpoint in the order of the journey.

    `y` is the scale, cut at neutral; `neutral`, `before` and `after` name that line and both
    series in the legend.
    """

    title: str
    y: Axis
    stops: tuple[CurveStop, ...]
    neutral: str
    before: str
    after: str


Figure: TypeAlias = MapFigure | SharesFigure | CurveFigure
