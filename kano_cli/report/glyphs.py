"""One sign for each category, the same in every output."""

from collections.abc import Sequence

from kano_cli.core.categories import LETTERS, Category

GLYPHS = "■▲★·↶?"
_LETTERS = str.maketrans(GLYPHS, LETTERS)


def glyph(category: Category | None) -> str:
    """The sign of a category; a dash for none."""
    return GLYPHS[category] if category is not None else "–"


def in_letters(text: str) -> str:
    """One of our own texts with letters for the signs, for a terminal that has no Unicode.

    >>> in_letters("■ basic, close to ▲ performance")
    'M basic, close to O performance'
    """
    return text.translate(_LETTERS)


def bar(shares: Sequence[float], width: int) -> list[tuple[Category, int]]:
    """How many of `width` places each category takes; together exactly `width`, if any.

    Whole places first, then one each to the largest rests, so no bar is longer than another.

    >>> [places for _, places in bar([0.5, 0.25, 0.25, 0, 0, 0], 10)]
    [5, 3, 2, 0, 0, 0]
    """
    if any(share != share for share in shares):
        return []
    exact = [share * width for share in shares]
    places = [int(size) for size in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: places[at] - exact[at])
    for at in by_rest[: width - sum(places)]:
        places[at] += 1
    return list(zip(Category, places, strict=True))
