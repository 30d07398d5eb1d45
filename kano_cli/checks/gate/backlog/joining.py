"""Which items of a backlog are about which features of a survey; by words only when asked."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.core.categories import category_named
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import nearest
from kano_cli.study.backlog import Backlog, Item
from kano_cli.study.words import name_key, pieces, slug

ALIKE = 0.6
"""The share of a feature's words that a title must have to be joined by `--match titles`."""
_NEAR = 0.3
_CATEGORIES = {
    "must be", "must have", "one dimensional", "delighter", "exciter", "basis", "prestatie",
    "onverschillig", "omgekeerd", "twijfelachtig",
}  # fmt: skip
"""What teams call categories beside kano's own words and terms."""
_STEM = 5
"""Letters by which words are compared: begrijpelijk and begrijpelijke are one."""


@dataclass(frozen=True)
class Joined:
    """An item with the features that it is about.

    `unknown` are names that it gives and the survey does not have, `doubtful` those that two
    features have. `named` says whether the item, or one that it is a part of, names anything at
    all; `by_title` whether it was joined by its words, as asked. `inherited` features are those
    of the item that it is a part of.
    """

    item: Item
    features: tuple[FeatureResult, ...] = ()
    unknown: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    named: bool = False
    by_title: bool = False
    inherited: bool = False


class FeatureNames:
    """The features of a survey by everything that they are called."""

    def __init__(self, features: Sequence[FeatureResult]) -> None:
        self.features = tuple(features)
        levels: list[dict[str, list[FeatureResult]]] = [{} for _ in range(5)]
        for feature in features:
            names = (
                feature.id,
                feature.name,
                name_key(feature.id),
                name_key(feature.name),
                slug(feature.name),
            )
            for level, name in zip(levels, names, strict=True):
                level.setdefault(name, []).append(feature)
        self._levels = levels
        self._stems = [
            [
                stems
                for text in (feature.name, feature.id.replace("_", " "))
                if (stems := _stems(text))
            ]
            for feature in self.features
        ]

    def named(self, name: str) -> tuple[FeatureResult, ...]:
        """The features of this id or name, normalised; several only if they share the name."""
        text = name.strip()
        wanted = (text, text, name_key(text), name_key(text), name_key(text).replace(" ", "_"))
        found = (level.get(key) for level, key in zip(self._levels, wanted, strict=True))
        return tuple(next((features for features in found if features), ()))

    def near(self, name: str) -> list[str]:
        """The ids that may have been meant, best first."""
        by_name = {feature.name: feature.id for feature in self.features}
        by_name |= {feature.id: feature.id for feature in self.features}
        return list(dict.fromkeys(by_name[found] for found in nearest(name, by_name, cutoff=0.6)))

    def like(self, title: str, least: float = _NEAR) -> list[FeatureResult]:
        """The features whose words a title has, the best first; those that share a place too."""
        return [feature for _, feature in self._scored(title, least)]

    def by_words(self, title: str) -> FeatureResult | None:
        """The one feature that a title is about by its words; None where two are as near."""
        best = self._scored(title, ALIKE)
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _scored(self, title: str, least: float) -> list[tuple[float, FeatureResult]]:
        """The share of each feature's words that a title has, of its name or its id, best first."""
        words = _stems(title)
        found = []
        for feature, both in zip(self.features, self._stems, strict=True):
            share = max((len(words & stems) / len(stems) for stems in both), default=0.0)
            if share >= least:
                found.append((share, feature))
        return sorted(found, key=lambda each: -each[0])


def _stems(text: str) -> frozenset[str]:
    """The beginnings of all words in a text."""
    return frozenset(word[:_STEM] for word in pieces(text))


def join(
    result: KanoResult, backlog: Backlog, policy: Policy, *, match_titles: bool = False
) -> tuple[Joined, ...]:
    """Every item of the backlog with its features, in its order.

    What an item names counts first: labels, a column, the map, the policy. An item that names
    nothing is about the feature whose id it has, or whose name is its title; else about what
    the item is about that it is a part of; and by the words of its title only when asked.
    """
    names = FeatureNames(result.features)
    own = [_own(item, names, policy) for item in backlog.items]
    whole = [
        _with_parents(joined, [own[at] for at in above])
        for joined, above in zip(own, wholes(backlog.items), strict=True)
    ]
    if not match_titles:
        return tuple(whole)
    return tuple(_by_title(joined, names) for joined in whole)


def _own(item: Item, names: FeatureNames, policy: Policy) -> Joined:
    """An item with the features that it names itself."""
    named = dict.fromkeys((*item.features, *policy.features.get(item.key, ())))
    found = {name: names.named(name) for name in named}
    given = [name for name in named if found[name] or not _is_category(name)]
    features = [features[0] for features in found.values() if len(features) == 1]
    if not given:
        same = [names.named(name) for name in (item.id, item.title) if name]
        features = [features[0] for features in same if len(features) == 1][:1]
    return Joined(
        item,
        tuple({feature.id: feature for feature in features}.values()),
        unknown=tuple(name for name in given if not found[name]),
        doubtful=tuple(name for name in given if len(found[name]) > 1),
        named=bool(given or features),
    )


def _is_category(name: str) -> bool:
    """Whether a column Kano says what a team takes an item for, and not which feature it is."""
    return category_named(name) is not None or name_key(name) in _CATEGORIES


def _with_parents(joined: Joined, above: Sequence[Joined]) -> Joined:
    """An item that names nothing, with what the nearest item above it names."""
    found = None if joined.named else next((each for each in above if each.named), None)
    return Joined(joined.item, found.features, named=True, inherited=True) if found else joined


def wholes(items: Sequence[Item]) -> list[tuple[int, ...]]:
    """Of each item the places of those that it is a part of, the nearest first; a ring ends.

    Of several with one key the nearest that stands before the part is meant: a list without ids
    may have the same title below every item.
    """
    places: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        places.setdefault(item.key, []).append(at)
    direct = [_whole(at, places.get(item.parent, [])) for at, item in enumerate(items)]
    found = []
    for at in range(len(items)):
        above, place = {at: None}, direct[at]
        while place is not None and place not in above:
            above[place] = None
            place = direct[place]
        found.append(tuple(above)[1:])
    return found


def _whole(at: int, places: Sequence[int]) -> int | None:
    """Which of the items at these places the item at `at` is a part of."""
    before = bisect_left(places, at)
    return places[before - 1] if before else next(iter(places), None)


def _by_title(joined: Joined, names: FeatureNames) -> Joined:
    """An item that names nothing, with the feature that its title is about by its words."""
    if joined.named or joined.item.dropped:
        return joined
    feature = names.by_words(joined.item.title)
    if feature is None:
        return joined
    return Joined(joined.item, (feature,), named=True, by_title=True)
