"""In which order features are shown."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf, isnan

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import KanoError, nearest

SORTS = ("category", "stack", "worse", "better", "importance", "certainty", "name", "file")
"""The orders that `--sort` takes."""


def ranked(
    features: Sequence[FeatureResult], sort: str, *, importance_scaled: bool = False
) -> list[FeatureResult]:
    """The features in an order of METHOD section 9, the first one first.

    `category`: basic, performance, wow, indifferent, reverse, questionable, none. In a group
    by mean importance, high first, else by what the category is about. Groups: Berger et al.
    (1993), p. 11 fig. 10; importance inside a group: p. 12; the other keys: own.
    `stack`: the loss of lacking it, then Better, then importance. The rest: one key.
    With `importance_scaled` Better and Worse of each feature count times its importance, 0 to 1.
    Missing values come last; ties go to importance, |Worse|, Better, the order in the file.
    """
    if sort not in SORTS:
        near = nearest(sort, SORTS)
        raise KanoError(
            f'there is no order "{sort}"', "--sort", f"one of: {', '.join(near or SORTS)}"
        )
    if sort == "file":
        return list(features)
    keys = [_keyed(feature, scaled=importance_scaled) for feature in features]
    order = sorted(range(len(keys)), key=lambda at: (*_key(keys[at], sort), *_ties(keys[at])))
    return [features[at] for at in order]


def _keyed(feature: FeatureResult, *, scaled: bool) -> FeatureResult:
    """A feature as it is compared with others."""
    if not scaled:
        return feature
    return replace(feature, better=feature.scaled_better, worse=feature.scaled_worse)


def _key(feature: FeatureResult, sort: str) -> tuple[float | str, ...]:
    """What an order looks at first."""
    importance, loss, gain = _importance(feature), _high(-feature.worse), _high(feature.better)
    keys: dict[str, tuple[float | str, ...]] = {
        "category": _category_key(feature),
        "stack": (loss, gain, importance),
        "worse": (loss,),
        "better": (gain,),
        "importance": (importance,),
        "certainty": (_high(feature.certainty),),
        "name": (feature.name.casefold(),),
    }
    return keys[sort]


def _category_key(feature: FeatureResult) -> tuple[float, ...]:
    """The group, then whether it is unrated, then what counts inside the group."""
    if feature.category is None:
        return (len(Category),)
    if feature.importance is not None and feature.importance.n:
        return (feature.category, False, -feature.importance.mean)
    both = feature.better - feature.worse
    inside = {
        Category.BASIC: -feature.worse,
        Category.PERFORMANCE: both,
        Category.WOW: feature.better,
        Category.INDIFFERENT: both,
        Category.REVERSE: feature.shares[Category.REVERSE],
        Category.QUESTIONABLE: feature.shares[Category.QUESTIONABLE],
    }
    return (feature.category, True, _high(inside[feature.category]))


def _ties(feature: FeatureResult) -> tuple[float, float, float]:
    """What decides between equals."""
    return (_importance(feature), _high(-feature.worse), _high(feature.better))


def _importance(feature: FeatureResult) -> float:
    """A key that puts the most important first and the unrated last."""
    return inf if feature.importance is None else _high(feature.importance.mean)


def _high(value: float) -> float:
    """A key that puts high values first and missing ones last."""
    return inf if isnan(value) else -value
