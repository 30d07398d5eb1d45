"""How wide a text is, without a font at hand, and how it is broken into lines."""

import re
import unicodedata
from dataclasses import dataclass

from kano_cli.errors import visible

FONTS = (
    "system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial",
    "DejaVu Sans", "sans-serif",
)  # fmt: skip

# Widths in hundredths of the size, in the widest of the usual system fonts: a label may turn out
# narrower than its place, never wider.
_ASCII = {
    sign: width
    for width, signs in (
        (28, "'ijl"), (32, " ,.IJ"), (34, "/:;\\|"), (37, "-f"), (41, "()[]t!"), (42, "r"),
        (50, '"*_`'), (54, "sz?"), (56, "cL"), (60, "Fkvxy"), (62, "PTYaeo"),
        (64, "$0123456789ESbdghnpqu{}"), (70, "ABCKRVXZ"), (77, "HNU"), (80, "&DGOQ"), (82, "w"),
        (85, "#+<=>^~M"), (100, "%mW@"),
    )
    for sign in signs
}  # fmt: skip
_WIDE = 102
_PICTURE = 140
_UPPER, _LOWER = 96, 76
_BOLD = 1.12
_PICTURES = ((0x2600, 0x27BF), (0x1F000, 0x1FAFF), (0x2B00, 0x2BFF))
_PARTS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_RIGHT_TO_LEFT = ("R", "AL")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """A safe guess of the width of a text: Chinese and emoji count double, accents nothing."""
    return sum(map(_hundredths, text)) * size / 100 * (_BOLD if bold else 1)


def _hundredths(sign: str) -> int:
    """The width of one sign."""
    if sign in _ASCII:
        return _ASCII[sign]
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Me", "Cf"):
        return 0
    if any(low <= ord(sign) <= high for low, high in _PICTURES):
        return _PICTURE
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    plain = unicodedata.normalize("NFD", sign)[0]
    if plain in _ASCII:
        return _ASCII[plain]
    return _LOWER if kind in ("Ll", "Lo", "Po", "Pd") else _UPPER


def right_to_left(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs to the left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", *_RIGHT_TO_LEFT):
            return direction in _RIGHT_TO_LEFT
    return False


@dataclass(frozen=True)
class Lettering:
    """A text in lines, how wide the widest of them is, and whether something was left off."""

    lines: tuple[str, ...]
    width: float
    cut: bool


def lettering(
    text: str, room: float, size: float, *, lines: int = 2, bold: bool = False
) -> Lettering:
    """A text in at most so many lines that fit the room; what is over becomes an ellipsis.

    Lines are about as long as each other, which looks better and takes less room.
    """
    found = _filled(text, room, size, lines=lines, bold=bold)
    if len(found.lines) == 1 or found.cut:
        return found
    for part in _PARTS:
        narrower = _filled(text, room * part, size, lines=len(found.lines), bold=bold)
        if not narrower.cut and _same_words(narrower, found):
            return narrower
    return found


def _same_words(one: Lettering, other: Lettering) -> bool:
    """Whether both keep the same words whole."""
    return " ".join(one.lines) == " ".join(other.lines)


def _filled(text: str, room: float, size: float, *, lines: int, bold: bool) -> Lettering:
    """Lines as full as they can be."""
    left = " ".join(visible(text).split())
    made: list[str] = []
    while left and len(made) < lines - 1 and text_width(left, size, bold=bold) > room:
        line, left = _broken(left, room, size, bold=bold)
        made.append(line)
    cut = text_width(left, size, bold=bold) > room
    made.append(_shortened(left, room, size, bold=bold) if cut else left)
    widths = [text_width(line, size, bold=bold) for line in made]
    return Lettering(tuple(made), max(widths), cut)


def _broken(text: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
    """The first line and the rest: at a space if there is one, else where the room ends."""
    fits = _fitting(text, room, size, bold=bold)
    if text[fits : fits + 1] == " ":
        return text[:fits], text[fits + 1 :]
    space = text.rfind(" ", 0, fits)
    if space > fits // 3:
        return text[:space], text[space + 1 :]
    return text[:fits], text[fits:]


def _shortened(text: str, room: float, size: float, *, bold: bool) -> str:
    """As much as fits, with an ellipsis."""
    fits = _fitting(text, room - text_width("…", size, bold=bold), size, bold=bold)
    return text[:fits].rstrip() + "…"


def _fitting(text: str, room: float, size: float, *, bold: bool) -> int:
    """How many signs fit, at least one; a sign and the marks on it stay together."""
    at = 0
    for cluster in re.finditer(r".[\u0300-\u036f\u200d\ufe0f\U0001f3fb-\U0001f3ff]*", text):
        if at and text_width(text[: cluster.end()], size, bold=bold) > room:
            break
        at = cluster.end()
    return at
