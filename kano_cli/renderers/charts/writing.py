"""Text on a drawing: as text, selectable, in the reader's own direction."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kano_cli.renderers.charts.lettering import right_to_left, text_width
from kano_cli.renderers.charts.markup import Value, safe, tag
from kano_cli.renderers.charts.themes import Theme, ink

SMALL, USUAL, LARGE, TITLE = 11.0, 12.0, 13.0, 17.0
LINE = 1.25
"""The height of a line in sizes."""


def written(
    text: str,
    x: float,
    y: float,
    theme: Theme,
    *roles: str,
    size: float = USUAL,
    anchor: str = "start",
    **more: Value,
) -> str:
    """One line of text, its baseline at y.

    What runs to the left is isolated, and set around the middle of its place: programs do not
    agree on which end of it is the start.
    """
    direction: dict[str, Value] = {}
    if right_to_left(text):
        half = text_width(text, size, bold=more.get("font_weight") is not None) / 2
        x += {"start": half, "end": -half}.get(anchor, 0.0)
        anchor, direction = "middle", {"direction": "rtl", "unicode_bidi": "isolate"}
    look: dict[str, Value] = {**ink(theme, *(roles or ("text",))), **direction, **more}
    place: dict[str, Value] = {"x": x, "y": y, "font_size": size}
    anchored = None if anchor == "start" else anchor
    return tag("text", safe(text), **place, text_anchor=anchored, **look)


HALO: Mapping[str, Value] = MappingProxyType(
    {"stroke_width": 3.0, "stroke_linejoin": "round", "paint_order": "stroke"}
)
"""What keeps a text of the role `halo` readable on a line: a rim of paper, painted first."""


def lines_of(
    lines: Iterable[str],
    x: float,
    top: float,
    theme: Theme,
    *roles: str,
    size: float = USUAL,
    anchor: str = "start",
    **more: Value,
) -> str:
    """Lines one under another; `top` is where the first one's box begins."""
    return "".join(
        written(line, x, baseline(top, size, at), theme, *roles, size=size, anchor=anchor, **more)
        for at, line in enumerate(lines)
    )


def baseline(top: float, size: float, line: int = 0) -> float:
    """Where the letters of a line stand whose box begins at `top`."""
    return top + size * (LINE * line + 0.95)


def height(lines: int, size: float) -> float:
    """How high so many lines are."""
    return size * LINE * lines


def title(text: str) -> str:
    """What a reader is told who points at an element, or who listens."""
    return tag("title", safe(text)) if text else ""
