"""Colours that can be read: on white paper, and on a coloured cell."""

from kano_cli.core.categories import Category
from kano_cli.renderers.palette import COLOURS

INK = "#1F2933"
MUTED = "#5B6670"
RULE = "#D5DADF"
SHADE = "#F3F5F7"
WHITE = "#FFFFFF"
READABLE = 4.5
"""The contrast that WCAG 2 asks of text."""


def _luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, paper: str = SHADE) -> str:
    """`colour`, darkened no more than it takes to be read on light paper.

    >>> readable("#0072B2"), readable("#FFDD00")
    ('#0072B2', '#827000')
    """
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(100, -1, -1):
        darker = "#" + "".join(f"{part * step // 100:02X}" for part in parts)
        if contrast(darker, paper) >= READABLE:
            return darker
    return "#000000"


def ink_on(colour: str) -> str:
    """White or black, whichever is read better on `colour`; one of them always can be.

    >>> ink_on("#0072B2"), ink_on("#FFDD00")
    ('#FFFFFF', '#000000')
    """
    return max((WHITE, "#000000"), key=lambda ink: contrast(ink, colour))


def category_ink(category: Category | None) -> str:
    """The colour of a category as text."""
    return readable(COLOURS[category]) if category is not None else INK
