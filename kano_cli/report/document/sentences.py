"""Names and numbers as part of a sentence."""

from collections.abc import Callable, Iterable, Sequence

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Point
from kano_cli.report.numbers import certainty
from kano_cli.report.words import Words

FEW = 3
"""Names in a sentence that must be read in one breath."""

SOME = 8
"""Names in a list that is to be read, and not to be looked up."""


def listing(parts: Sequence[str], words: Words) -> str:
    """Parts with commas, and a word before the last one."""
    if len(parts) < 2:
        return "".join(parts)
    return words("report", "two", first=", ".join(parts[:-1]), last=parts[-1])


def clauses(parts: Sequence[str], words: Words) -> str:
    """Parts that hold listings of their own: a comma stands before the last one, too."""
    if len(parts) < 2:
        return "".join(parts)
    return words("report", "clauses", first=", ".join(parts[:-1]), last=parts[-1])


def some_of(names: Sequence[str], words: Words, most: int = SOME) -> str:
    """Names as a listing; of many the first, and how many others: never one other."""
    if len(names) <= most + 1:
        return listing(names, words)
    return listing([*names[:most], words("report", "others", count=len(names) - most)], words)


def names_of(features: Iterable[FeatureResult]) -> list[str]:
    """What features are called."""
    return [visible(feature.name) for feature in features]


def sentence(text: str) -> str:
    """A text that begins with a capital and ends with a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def span(values: Iterable[float], text: Callable[[float], str], words: Words) -> str:
    """The lowest and the highest of some numbers; one text where they print alike."""
    ordered = sorted(value for value in values if value == value)
    texts = dict.fromkeys(text(value) for value in (*ordered[:1], *ordered[-1:]))
    if len(texts) < 2:
        return "".join(texts) or text(float("nan"))
    low, high = texts
    return words("report", "range", low=low, high=high)


def how_sure(features: Sequence[FeatureResult], words: Words) -> str:
    """How sure the categories of some features are, as a sentence."""
    sure = span((feature.certainty for feature in features), certainty, words)
    alike = len({certainty(feature.certainty) for feature in features}) == 1
    return words("report_summary", "sure_each" if alike and features[1:] else "sure_one", sure=sure)


def point(text: str, label: str = "", category: Category | None = None) -> Point:
    """One line of a list, tidied where a fact was blank."""
    return Point(" ".join(text.split()), label, category)
