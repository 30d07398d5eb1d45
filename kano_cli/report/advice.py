"""What to do, in plain words made from the result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import contender
from kano_cli.errors import visible
from kano_cli.report.glyphs import glyph
from kano_cli.report.words import Words

DOSE = 2
"""Wow features to pick at once: two or three (Sauerwein et al. 1996, p. 9)."""

UNSURE = "?"
"""The sign before features that two categories compete for."""


@dataclass(frozen=True)
class Advice:
    """One line: the sign, what to do, and with which features."""

    category: Category | None
    glyph: str
    what: str
    names: str


def advice(features: Sequence[FeatureResult], words: Words) -> Iterator[Advice]:
    """A line per category that has clear features, then what is not clear.

    Meet every basic, match on performance, choose a few wows (Berger et al. 1993, p. 12),
    the most important ones first (Sauerwein et al. 1996, p. 9).
    """
    for category in Category:
        clear = [f for f in features if f.category is category and contender(f) is None]
        if not clear:
            continue
        if category is Category.WOW:
            yield _dosed(sorted(clear, key=pull), words)
        else:
            said = words("advice", category.word)
            yield Advice(category, glyph(category), said, _listed(clear))
    if mixed := [feature for feature in features if contender(feature) is not None]:
        names = ", ".join(
            words(
                "advice",
                "between",
                name=visible(feature.name),
                first=words.category(feature.category),
                second=words.category(contender(feature)),
            )
            for feature in mixed
        )
        yield Advice(None, UNSURE, words("advice", "mixed"), names)
    without = [feature for feature in features if feature.category is None]
    for key, told in (
        ("outside", [feature for feature in without if feature.answered]),
        ("empty", [feature for feature in without if not feature.answered]),
    ):
        if told:
            yield Advice(None, glyph(None), words("advice", key), _listed(told))


def _dosed(wows: Sequence[FeatureResult], words: Words) -> Advice:
    """The wow features to pick now, and those to keep for later."""
    names = _listed(wows[:DOSE])
    if wows[DOSE:]:
        names = words("advice", "more", names=names, others=_listed(wows[DOSE:]))
    said = words("advice", "wow_one" if len(wows) == 1 else Category.WOW.word)
    return Advice(Category.WOW, glyph(Category.WOW), said, names)


def _listed(features: Sequence[FeatureResult]) -> str:
    """The names of some features."""
    return ", ".join(visible(feature.name) for feature in features)


def pull(feature: FeatureResult) -> tuple[float, float]:
    """A key that puts the wow feature first that matters most to people."""
    importance = feature.importance.mean if feature.importance else -inf
    return (-importance, -feature.better)
