"""Texts as a workbook can hold them: harmless, not too long, and measured."""

import re
import unicodedata
from collections.abc import Iterable

from kano_cli.errors import visible

MOST = 32_767
"""The characters that a cell holds."""

_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_JOINER = "\u2060"


def clean(text: str, most: int = MOST) -> str:
    r"""A text that a workbook can hold: controls made visible, cut where a cell ends.

    >>> clean("a\x1bb\nc"), clean("abcdef", 4)
    ('a�b\nc', 'abc…')
    """
    shown = _NO_XML.sub("�", visible(text, keep_breaks=True))
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def plain(text: str, most: int = 255) -> str:
    """A text for a chart, on one line, that is never taken for a formula.

    A chart reads `=…` and `Sheet!A1` as the address of its text.
    """
    shown = " ".join(clean(text, most).split())
    if shown.startswith("="):
        return _JOINER + shown
    return shown.replace("!", "!" + _JOINER) if "!" in shown[:-1] else shown


def shown_width(text: str) -> int:
    """How many columns of a screen a text takes; Chinese takes two a character.

    >>> shown_width("abc"), shown_width("夜間")
    (3, 4)
    """
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def wrapped(text: str, width: float) -> int:
    """How many lines a text takes in a cell of so many characters.

    >>> wrapped("one two three", 7), wrapped("", 7), wrapped("abcdefghij", 4)
    (2, 1, 3)
    """
    room, lines = max(int(width), 1), 0
    for line in text.split("\n"):
        used, lines = 0, lines + 1
        for word in line.split(" "):
            size = shown_width(word)
            if used and used + 1 + size > room:
                used, lines = 0, lines + 1
            used += size + (1 if used else 0)
            if used > room:
                extra = (used - 1) // room
                used, lines = used - extra * room, lines + extra
    return lines


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """A name that a sheet may have, and that no other has.

    >>> sheet_name("[Q1] a/b: 'x'", []), sheet_name("map", ["Map"])
    ("Q1 ab 'x", 'map 2')
    """
    # Excel keeps "History" to itself.
    name = " ".join(_FORBIDDEN.sub("", clean(wanted)).split())[:_NAME].strip("' ")
    name = name if name and name.casefold() != "history" else f"{name} 1".strip()
    others, number, unique = {other.casefold() for other in taken}, 1, name
    while unique.casefold() in others:
        number += 1
        ending = f" {number}"
        unique = name[: _NAME - len(ending)].rstrip() + ending
    return unique
