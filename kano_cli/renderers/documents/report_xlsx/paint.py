"""Colours of cells: readable whatever accent a client has."""

WHITE, BLACK = "#FFFFFF", "#000000"
INK = "#1A1A1A"
DIM = "#595959"
"""What is unsure, and what stands below a table: 7 to 1 on white."""

RULE = "#BFBFBF"
READABLE = 4.5
"""The contrast that WCAG 2 asks of text."""


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """White or black, whichever reads better on a colour.

    >>> ink_on("#0072B2"), ink_on("#FFD000")
    ('#FFFFFF', '#000000')
    """
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, background))


def on_white(colour: str) -> str:
    """A colour as text on white; a light one becomes nearly black.

    >>> on_white("#0072B2"), on_white("#FFD000")
    ('#0072B2', '#1A1A1A')
    """
    return colour if contrast(colour, WHITE) >= READABLE else INK


def tint(colour: str, part: float = 0.22) -> str:
    """So much of a colour on white: a background on which black text reads well.

    >>> tint("#000000", 0.2)
    '#CCCCCC'
    """
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - part * (255 - each)):02X}" for each in parts)
