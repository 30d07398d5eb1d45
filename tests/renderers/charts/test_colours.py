"""Every colour of a chart can be read, on light and on dark, and by colour-blind readers."""

from itertools import combinations

import pytest

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.bars import on
from kano_cli.renderers.charts.marks import NO_CATEGORY
from kano_cli.renderers.charts.themes import DARK_PAPER, PAPER, ROLES
from kano_cli.renderers.palette import COLOURS
from tests.renderers.test_palette import contrast

# How dichromats see linear RGB (Machado, Oliveira & Fernandes 2009, severity 1).
SEEN = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
LEAST_DISTANCE = {"deuteranopia": 11.0, "protanopia": 10.0, "all colours": 40.0}
"""Of any two categories in CIELAB, where 2.3 can just be seen; shapes tell the rest."""


@pytest.mark.parametrize("role", ["text", "quiet", "ghost"])
def test_text_has_a_contrast_of_at_least_4_5(role: str) -> None:
    """On both papers."""
    assert contrast(ROLES[role].light, PAPER) >= 4.5
    assert contrast(ROLES[role].dark, DARK_PAPER) >= 4.5


@pytest.mark.parametrize("role", ["frame", "cut", "leader", "outline"])
def test_lines_that_say_something_have_a_contrast_of_at_least_3(role: str) -> None:
    """The grid is only a help."""
    assert contrast(ROLES[role].light, PAPER) >= 3
    assert contrast(ROLES[role].dark, DARK_PAPER) >= 3


@pytest.mark.parametrize("colour", [*COLOURS.values(), NO_CATEGORY])
def test_marks_have_a_contrast_of_at_least_3_and_the_text_on_them_of_4_5(colour: str) -> None:
    """On both papers; text on a share is black or white."""
    assert contrast(colour, PAPER) >= 3
    assert contrast(colour, DARK_PAPER) >= 3
    assert contrast(on(colour), colour) >= 4.5


@pytest.mark.parametrize("vision", SEEN)
def test_any_two_categories_differ_for_every_reader(vision: str) -> None:
    """Also where red and green are the same."""
    seen = {category: _lab(COLOURS[category], vision) for category in Category}
    distances = {
        (one.word, other.word): sum(
            (a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)
        )
        ** 0.5
        for one, other in combinations(Category, 2)
    }

    assert min(distances.values()) >= LEAST_DISTANCE[vision], distances


def _lab(colour: str, vision: str) -> tuple[float, float, float]:
    """A colour as somebody sees it, in CIELAB under daylight."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    r, g, b = (
        min(max(sum(a * p for a, p in zip(row, linear, strict=True)), 0.0), 1.0)
        for row in SEEN[vision]
    )
    x, y, z = (
        _root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505),
        _root(0.2126 * r + 0.7152 * g + 0.0722 * b),
        _root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    """The cube root of CIELAB, straight near zero."""
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
