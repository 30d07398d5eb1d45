"""The signs in a worksheet with marks: which of the five cells of an answer was chosen."""

from collections.abc import Sequence
from enum import Enum, auto

from kano_cli.study.scale import code_text


class Sign(Enum):
    """What a cell says."""

    CHOSEN = auto()
    HOLLOW = auto()  # chosen where it stands alone, not chosen beside a full sign
    ZERO = auto()  # not chosen, where other cells of the sheet hold 1
    EMPTY = auto()
    STRANGE = auto()


_SIGNS = {
    Sign.CHOSEN: "1 x v * ✓ ✔ √ ✅ ☑ ☒ × ✕ ✖ ✗ ✘ ❌ ● ⬤ ◉ ◆ ■ true waar wahr vrai",
    Sign.HOLLOW: "○ ◯ 〇",
    Sign.ZERO: "0 -",
    Sign.EMPTY: "☐ □ false onwaar falsch faux",
}
_MEANINGS = {text: sign for sign, texts in _SIGNS.items() for text in texts.split()}
ONE = "1"


def sign_of(cell: str) -> Sign:
    """What a cell says; capitals and spaces make no difference.

    >>> sign_of(" X "), sign_of("1.0"), sign_of(""), sign_of("maybe")
    (<Sign.CHOSEN: 1>, <Sign.CHOSEN: 1>, <Sign.EMPTY: 4>, <Sign.STRANGE: 5>)
    """
    text = code_text(cell)
    return _MEANINGS.get(text, Sign.STRANGE) if text else Sign.EMPTY


def is_mark(cell: str) -> bool:
    """Whether a cell may say that its answer was chosen."""
    return sign_of(cell) in (Sign.CHOSEN, Sign.HOLLOW)


def chosen(cells: Sequence[str]) -> list[int]:
    """The places of the chosen cells among those of one answer; one, none, or too many.

    Hollow circles are the empty ones where all cells but one hold them, or all do.

    >>> chosen(["", "x", "", "", ""]), chosen(["", "○", "", "", ""]), chosen(["x", "", "", "x", ""])
    ([1], [1], [0, 3])
    >>> chosen(["○", "○", "●", "○", "○"])
    [2]
    """
    signs = [sign_of(cell) for cell in cells]
    full = [place for place, sign in enumerate(signs) if sign is Sign.CHOSEN]
    hollow = [place for place, sign in enumerate(signs) if sign is Sign.HOLLOW]
    if len(full) <= 1 and len(full) + len(hollow) == len(cells):
        return full
    return sorted([*full, *hollow])
