"""Texts as XML can hold them, and the room that they take."""

import unicodedata
from collections.abc import Iterator

from kano_cli.errors import visible

_ILLEGAL = {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
_MARKS = str.maketrans(dict.fromkeys(_ILLEGAL, "�"))

# Widths in parts of the letter height, of Arial: the faces of offices are as wide or narrower.
_NARROW = set("iljI.,:;'|!()[]{} ftr-/\\·\"")
_BROAD = set("mwMW@%—…")


def clean(text: str) -> str:
    r"""`text` without what XML forbids or a screen would obey; the rest stays as it is.

    >>> clean("a\x1bb\ud800")
    'a�b�'
    """
    return visible(text).translate(_MARKS)


def _letter_width(letter: str) -> float:
    """The width of one letter, in parts of its height."""
    if unicodedata.combining(letter):
        return 0
    if letter > "\u1100" and unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.9
    return 0.69 if letter.isupper() else 0.55


def width(text: str, points: float, *, bold: bool = False) -> float:
    """About how wide a text is, in inches; rather too wide than too narrow."""
    return sum(map(_letter_width, text)) * points * (1.08 if bold else 1) / 72


def longest_word(text: str, points: float, *, bold: bool = False) -> float:
    """The width in inches that no line of a text can do without."""
    return max((width(word, points, bold=bold) for word in text.split()), default=0)


def lines(text: str, points: float, room: float, *, bold: bool = False) -> int:
    """Into how many lines a text falls in `room` inches; long words break anywhere.

    >>> lines("one two three", 72, 2.5), lines("", 72, 2)
    (3, 1)
    """
    space, rows, at = width(" ", points), 1, 0.0
    for word in _pieces(text):
        wide = width(word, points, bold=bold)
        if at and at + wide > room:
            rows, at = rows + 1, 0.0
        while wide > room:
            rows, wide = rows + 1, wide - room
        at += wide + space
    return rows


def _pieces(text: str) -> Iterator[str]:
    """What a line may end after: words, and each letter of a script without spaces."""
    word = ""
    for letter in text:
        ideograph = letter > "\u2e7f" and unicodedata.east_asian_width(letter) in "WF"
        if word and (letter == " " or ideograph):
            yield word
            word = ""
        if ideograph:
            yield letter
        elif letter != " ":
            word += letter
    if word:
        yield word


def shortened(text: str, points: float, room: float) -> str:
    """As much of a text as fits in `room` inches, with an ellipsis where some is left out."""
    if width(text, points) <= room:
        return text
    while text and width(text + "…", points) > room:
        text = text[:-1]
    return text.rstrip() + "…"
