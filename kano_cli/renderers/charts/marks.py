"""One shape for each category, so that colour only helps."""

from collections.abc import Mapping
from math import cos, pi, sin, sqrt

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.markup import Value, number, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.palette import COLOURS

LEAST_AREA, MOST_AREA, USUAL_AREA = 36.0, 360.0, 110.0
"""Of a mark in square pixels: of no importance, of all there is, and where nobody rated it."""

_STAR = tuple(
    (radius * sin(pi * turn / 5), -radius * cos(pi * turn / 5))
    for turn in range(10)
    for radius in [0.9 if turn % 2 == 0 else 0.4]
)
# Corners of shapes that cover about one square unit around 0, 0.
_CORNERS = {
    Category.BASIC: ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    Category.PERFORMANCE: ((0.0, -0.84), (0.76, 0.48), (-0.76, 0.48)),
    Category.WOW: _STAR,
    None: ((0.0, -0.7), (0.7, 0.0), (0.0, 0.7), (-0.7, 0.0)),
}
_REACH = {
    Category.BASIC: 0.5, Category.PERFORMANCE: 0.84, Category.WOW: 0.9, Category.INDIFFERENT: 0.56,
    Category.REVERSE: 1.04, Category.QUESTIONABLE: 0.95, None: 0.7,
}  # fmt: skip
NO_CATEGORY = "#767676"


def colour(category: Category | None) -> str:
    """The colour of a category; grey for none."""
    return NO_CATEGORY if category is None else COLOURS[category]


def area(size: float | None) -> float:
    """The area of a mark: importance itself, but never too small to be seen."""
    if size is None or size != size:
        return USUAL_AREA
    return max(MOST_AREA * min(size, 1.0), LEAST_AREA)


def reach(category: Category | None, marked: float) -> float:
    """How far a mark of this area may reach from its middle, across or down, with its edge."""
    return _REACH[category] * sqrt(marked) + 1.5


def mark(
    category: Category | None,
    x: float,
    y: float,
    marked: float,
    theme: Theme,
    *,
    hollow: bool = False,
) -> str:
    """The shape of a category around a point; hollow where it is not sure."""
    scale = sqrt(marked)
    painted = colour(category)
    if category in (Category.REVERSE, Category.QUESTIONABLE):
        return _drawn(category, x, y, scale, painted, hollow=hollow)
    # A sure mark keeps a rim of paper, so that two that touch can be told apart.
    rim: dict[str, Value] = {**ink(theme, "hollow"), "stroke": painted, "stroke_width": 2.0}
    full: dict[str, Value] = {**ink(theme, "halo"), "fill": painted, "stroke_width": 1.0}
    return _filled(category, x, y, scale, rim if hollow else full)


def silhouette(category: Category, x: float, y: float, marked: float, painted: str) -> str:
    """The shape of a category in one colour, to stand on another."""
    scale = sqrt(marked)
    if category in (Category.REVERSE, Category.QUESTIONABLE):
        return _drawn(category, x, y, scale, painted, hollow=False)
    return _filled(category, x, y, scale, {"fill": painted})


def _filled(
    category: Category | None, x: float, y: float, scale: float, look: Mapping[str, Value]
) -> str:
    """One of the shapes that have an area."""
    if category is Category.INDIFFERENT:
        return tag("circle", cx=x, cy=y, r=0.56 * scale, **look)
    points = " ".join(
        f"{number(x + scale * dx)},{number(y + scale * dy)}" for dx, dy in _CORNERS[category]
    )
    return tag("polygon", points=points, stroke_linejoin="round", **look)


def _drawn(
    category: Category | None, x: float, y: float, scale: float, painted: str, *, hollow: bool
) -> str:
    """The two that are lines: an arrow that turns back, and a question mark."""
    large = 1.15 * scale

    def at(dx: float, dy: float) -> str:
        return f"{number(x + large * dx)} {number(y + large * dy)}"

    thick = (0.14 if hollow else 0.25) * large
    line: dict[str, Value] = {
        "fill": "none", "stroke": painted, "stroke_width": thick, "stroke_linecap": "round",
    }  # fmt: skip
    if category is Category.REVERSE:
        radius = number(0.44 * large)
        arc = f"M{at(0.1, 0.62)}A{radius} {radius} 0 1 0 {at(-0.35, 0.0)}"
        head = f"M{at(-0.78, -0.12)}L{at(-0.06, 0.06)}L{at(-0.55, 0.5)}Z"
        return tag("path", d=arc, **line) + tag("path", d=head, fill=painted)
    hook = f"M{at(-0.4, -0.35)}C{at(-0.4, -0.9)} {at(0.45, -0.9)} {at(0.42, -0.33)}"
    hook += f"C{at(0.4, -0.05)} {at(0, -0.05)} {at(0, 0.22)}"
    return tag("path", d=hook, **line) + tag(
        "circle", cx=x, cy=y + 0.6 * large, r=0.16 * large, fill=painted
    )
