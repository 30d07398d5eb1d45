"""The colours of the page, light and dark, every text readable on what it stands on."""

import re
from collections.abc import Mapping

from kano_cli.core.categories import Category
from kano_cli.errors import KanoError
from kano_cli.renderers.charts.themes import DARK_PAPER, PAPER
from kano_cli.renderers.palette import COLOURS

LEAST = 4.5
"""The least contrast of a text with its background (WCAG 2, level AA)."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_BLACK, _WHITE = "#000000", "#FFFFFF"
_LIGHT = {
    "paper": PAPER, "panel": "#F3F5F7", "ink": "#1B1F24", "soft": "#5A6068", "line": "#D3D8DE",
}  # fmt: skip
_DARK = {
    "paper": DARK_PAPER, "panel": "#1D2229", "ink": "#ECEFF3", "soft": "#A9B1BC", "line": "#3B434D",
}  # fmt: skip
SURFACES = ("paper", "panel")
"""What text can stand on, apart from the cover."""


def page_colours(accent: str, *, dark: bool = False) -> dict[str, str]:
    """Every colour of the page by the name that the style sheet calls it.

    `paper` and `panel` are surfaces; `ink`, `soft`, `accent` and the categories are texts on
    either. `band` is the cover in the brand's own colour, and `on-band` the text on it.
    """
    if not _HEX.fullmatch(accent):
        raise KanoError(f'the accent "{accent}" is not a colour as #RRGGBB', hint="such as #0B6E4F")
    base = _DARK if dark else _LIGHT
    surfaces = [base[name] for name in SURFACES]
    return {
        **base,
        "band": accent,
        "on-band": text_on(accent),
        "accent": readable(accent, surfaces),
        **{category.word: readable(colour, surfaces) for category, colour in COLOURS.items()},
    }


def pairs(colours: Mapping[str, str]) -> list[tuple[str, str]]:
    """The names of every text colour with the surface that it is used on."""
    texts = ("ink", "soft", "accent", *(category.word for category in Category))
    on_surfaces = [(text, surface) for text in texts for surface in SURFACES]
    return [pair for pair in (*on_surfaces, ("on-band", "band")) if pair[0] in colours]


def text_on(background: str) -> str:
    """Black or white, whichever is easier to read; one of them always reaches 4.5.

    >>> text_on("#FFD700"), text_on("#0B6E4F")
    ('#000000', '#FFFFFF')
    """
    return max((_WHITE, _BLACK), key=lambda text: contrast(text, background))


def readable(colour: str, backgrounds: list[str]) -> str:
    """`colour` moved towards black or white until it can be read on all backgrounds.

    >>> readable("#FFD700", ["#FFFFFF"]), readable("#000000", ["#FFFFFF"])
    ('#8A7400', '#000000')
    """
    far = text_on(backgrounds[0])
    for step in range(101):
        moved = _mixed(colour, far, step / 100)
        if min(contrast(moved, each) for each in backgrounds) >= LEAST:
            return moved
    return far


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """How much light a colour gives, 0 to 1."""
    parts = [part / 255 for part in _parts(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(colour: str, other: str, part: float) -> str:
    """`colour` with a part of another."""
    mixed = (
        round(one + (two - one) * part)
        for one, two in zip(_parts(colour), _parts(other), strict=True)
    )
    return "#" + "".join(f"{value:02X}" for value in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
