"""Six colours that can be told apart, on light and on dark."""

from itertools import combinations

import pytest

from kano_cli.core.categories import Category
from kano_cli.renderers.palette import COLOURS

LEAST_CONTRAST = 3.0
"""What WCAG 2 asks of signs and large text."""


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("background", ["#FFFFFF", "#000000"])
def test_a_category_can_be_read_on_light_and_on_dark(category: Category, background: str) -> None:
    """Its sign, its letter and its word."""
    assert contrast(COLOURS[category], background) >= LEAST_CONTRAST


def seen_by(colour: str, kind: str) -> tuple[float, float, float]:
    """A colour as a dichromat sees it, linear RGB (Viénot, Brettel & Mollon 1999)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = red**2.2, green**2.2, blue**2.2
    if kind == "protan":
        mixed, kept = 0.11238 * red + 0.88762 * green, 0.00401 * (red - green) + blue
    else:
        mixed, kept = 0.29275 * red + 0.70725 * green, -0.02234 * (red - green) + blue
    return mixed, mixed, kept


@pytest.mark.parametrize("kind", ["protan", "deutan"])
def test_the_three_wanted_categories_differ_for_colour_blind_readers(kind: str) -> None:
    """In lightness or in blue, the two things that they see."""
    wanted = (Category.BASIC, Category.PERFORMANCE, Category.WOW)
    for one, other in combinations(wanted, 2):
        first, second = seen_by(COLOURS[one], kind), seen_by(COLOURS[other], kind)
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) > 0.08


def test_no_two_categories_share_a_colour() -> None:
    """One colour for each, the same everywhere."""
    assert len(set(COLOURS.values())) == len(Category) == len(COLOURS)
