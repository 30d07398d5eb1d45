"""What to do with each feature: sorted by what is clear, and said in a line for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Category
from kano_cli.core.pilot import RUNGS, plan
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.settled import contender, settled
from kano_cli.errors import visible
from kano_cli.report.advice import DOSE, pull
from kano_cli.report.document.blocks import Point
from kano_cli.report.document.journey.told import told_journey
from kano_cli.report.document.sentences import (
    how_sure,
    names_of,
    point,
    some_of,
    span,
)
from kano_cli.report.document.study import Study
from kano_cli.report.numbers import certainty, count, decimal, percent
from kano_cli.report.words import Words

PLANNED = 5
"""Undecided features for which it is worth the time to say how many answers would settle them."""

CHANCE = 0.9
"""How surely that many answers should give the right category."""

_MOST_PEOPLE = 0.5


@dataclass(frozen=True)
class Decisions:
    """The features of a result by what can be said of them; each stands in one place.

    `clear` has the features of each category that is settled; `undecided` could still be
    another, `outside` has no place under the rule, `empty` has no answers. `now` is how many of
    the wow features are picked, from the first; with `by_journey` it is the journey that picks.
    `unnoticed` are performance features that the journey says to stop polishing, ids.
    """

    clear: Mapping[Category, tuple[FeatureResult, ...]]
    undecided: tuple[FeatureResult, ...]
    outside: tuple[FeatureResult, ...]
    empty: tuple[FeatureResult, ...]
    now: int = DOSE
    by_journey: bool = False
    unnoticed: frozenset[str] = frozenset()

    @property
    def wanted(self) -> bool:
        """Whether people clearly want any of them, or may do."""
        known = (Category.BASIC, Category.PERFORMANCE, Category.WOW)
        return bool(self.undecided) or any(self.clear[category] for category in known)


def decisions(study: Study) -> Decisions:
    """The features by what to do, most pressing first; wow features by how much they pull.

    Where the questionnaire tells a journey its plan picks the wow features, so that a report
    never recommends two different ones.
    """
    features = study.in_order
    clear = {
        category: [each for each in features if each.category is category and settled(each)]
        for category in Category
    }
    clear[Category.WOW].sort(key=pull)
    now, told, unnoticed = DOSE, told_journey(study), frozenset[str]()
    if told is not None and told.stops:
        picked = {each.feature.id: at for at, each in enumerate(told.chosen)}
        clear[Category.WOW].sort(key=lambda each: picked.get(each.id, len(picked)))
        now, unnoticed = len(picked), frozenset(each.feature.id for each in told.polish)
    return Decisions(
        {category: tuple(found) for category, found in clear.items()},
        tuple(each for each in features if each.category is not None and not settled(each)),
        tuple(each for each in features if each.category is None and each.answered),
        tuple(each for each in features if not each.answered),
        now,
        told is not None and bool(told.stops),
        unnoticed,
    )


def decision_points(found: Decisions, result: KanoResult, words: Words) -> Iterator[Point]:
    """A line for each thing to do; none about nothing."""
    for category, features in found.clear.items():
        if features and category is Category.WOW:
            yield _wow(features, found, words)
        elif features:
            yield _clear(category, features, words)
    if found.undecided:
        yield _undecided(found.undecided, result, words)
    for key, features in (("outside", found.outside), ("empty", found.empty)):
        if features:
            names = some_of(names_of(features), words)
            facts = {"names": names, "count": len(features)}
            if key == "outside":
                facts["rule"] = result.settings.rule
            yield point(words("report_summary", key, **facts), words("advice", key))


def _clear(category: Category, features: Sequence[FeatureResult], words: Words) -> Point:
    """Features of one settled category, but wow."""
    shares = [feature.shares[category] for feature in features]
    key = category.word
    if category is Category.INDIFFERENT and min(shares) <= _MOST_PEOPLE:
        key = "indifferent_plain"
    text = words(
        "report_summary",
        key,
        count=len(features),
        names=some_of(names_of(features), words),
        better=span((each.better for each in features), decimal, words),
        # Low to high without its sign, so that a larger loss reads as the larger number.
        worse=_losses(features, words),
        share=span(shares, percent, words),
        sure=how_sure(features, words),
    )
    return point(text, words("advice", category.word), category)


def _losses(features: Sequence[FeatureResult], words: Words) -> str:
    """Worse of some features, the smallest loss first."""
    return span((abs(each.worse) for each in features), lambda value: decimal(0 - value), words)


def _wow(features: Sequence[FeatureResult], found: Decisions, words: Words) -> Point:
    """The surprises to pick now, and those to keep for later."""
    now, later = features[: found.now], features[found.now :]
    label = words("advice", "wow" if features[1:] else "wow_one")
    if not now:
        names = some_of(names_of(later), words)
        text = words("report_summary", "wow_wait", count=len(later), names=names)
        return point(text, label, Category.WOW)
    key = "wow"
    if later:
        key = "wow_journey" if found.by_journey else "wow_more"
    text = words(
        "report_summary",
        key,
        count=len(now),
        names=some_of(names_of(now), words),
        better=span((each.better for each in now), decimal, words),
        sure=how_sure(now, words),
        **({"others": some_of(names_of(later), words)} if later else {}),
    )
    return point(text, label, Category.WOW)


def between(feature: FeatureResult, words: Words) -> str:
    """An undecided feature with both categories, and how sure the first is."""
    second = contender(feature)
    facts = {
        "name": visible(feature.name),
        "first": words.category(feature.category),
        "sure": certainty(feature.certainty),
    }
    if second is None:
        return words("report_summary", "alone", **facts)
    return words("report_summary", "between", second=words.category(second), **facts)


def _undecided(features: Sequence[FeatureResult], result: KanoResult, words: Words) -> Point:
    """What more people should be asked about, and how many it may take."""
    few = all(contender(each) is None for each in features)
    text = words(
        "report_summary",
        "few" if few else "mixed",
        count=len(features),
        names=some_of([between(each, words) for each in features], words),
        more=" ".join(_settling(features, result, words)),
    )
    return point(text, words("advice", "mixed"))


def _settling(features: Sequence[FeatureResult], result: KanoResult, words: Words) -> Iterator[str]:
    """How many answers would settle the undecided; nothing where that is not cheaply known."""
    if len(features) > PLANNED or result.survey.weight is not None:
        return
    counts = np.array([each.counts for each in features], np.int64)
    pilot = plan(counts, CHANCE, rule=result.settings.rule)
    needed = list(zip(features, pilot.needed(pilot.as_likely), strict=True))
    most = [feature for feature, n in needed if n is None]
    enough = [(feature, n) for feature, n in needed if n and n > feature.answered]
    if enough:
        facts = {"answers": count(max(n for _, n in enough)), "chance": percent(CHANCE)}
        if len(enough) == len(features):
            yield words("report_summary", "settled_all", count=len(enough), **facts)
        else:
            names = some_of(names_of(feature for feature, _ in enough), words)
            yield words("report_summary", "settled", count=len(enough), names=names, **facts)
    if most:
        facts = {"names": some_of(names_of(most), words), "most": count(RUNGS[-1])}
        yield words("report_summary", "too_close", count=len(most), **facts)
