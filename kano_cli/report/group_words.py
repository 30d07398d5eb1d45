"""Which groups want different things, and what moved between two waves, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.comparison.record import ComparedFeature, GroupComparison, Kind
from kano_cli.core.path import Direction
from kano_cli.errors import visible
from kano_cli.report.numbers import p_value
from kano_cli.report.sure import category_words
from kano_cli.report.words import Words

_TWO = 2


@dataclass(frozen=True)
class Said:
    """A feature, or what is true of several, and what is said of it; `clear` is no chance."""

    label: str
    text: str
    clear: bool


def said(comparison: GroupComparison, words: Words) -> Iterator[Said]:
    """A line for each feature with something to say, and one for all others."""
    lines = {
        feature.id: _waves(feature, words)
        if comparison.kind is Kind.WAVES
        else _segments(feature, comparison, words)
        for feature in comparison.features
    }
    for feature in comparison.features:
        if (line := lines[feature.id]) is not None:
            yield Said(visible(feature.name), line, bool(_clear(feature, comparison)))
    for key, untested in (("alike", False), ("untested", True)):
        names = [
            visible(feature.name)
            for feature in comparison.features
            if lines[feature.id] is None and (feature.differs is None) is untested
        ]
        if names:
            title = key if untested else f"{key}_{comparison.kind}"
            yield Said(words("compare", title), ", ".join(names), clear=False)


def _clear(feature: ComparedFeature, comparison: GroupComparison) -> bool | None:
    """Whether what is said of a feature is more than chance."""
    if comparison.kind is Kind.WAVES and len(comparison.groups) > 2:
        return feature.path.moved if feature.path else feature.differs
    return feature.differs


def _segments(feature: ComparedFeature, comparison: GroupComparison, words: Words) -> str | None:
    """Which groups see a feature as what; None where nothing differs."""
    if feature.differs is None:
        return None
    by_name: dict[str, list[str]] = {}
    categories = set()
    for group, result in zip(comparison.groups, feature.results, strict=True):
        if result is not None and result.answered:
            by_name.setdefault(category_words(result, words), []).append(visible(group.name))
            categories.add(result.category)
    if len(categories) == 1:
        # Which rival stands beside it may differ by group, and says no more than the table.
        name = next(words.category(category) for category in categories)
        return words("compare", "same_for_all", category=name) if feature.differs else None
    told = "; ".join(
        words("compare", "for", category=name, groups=", ".join(groups))
        for name, groups in by_name.items()
    )
    return told if feature.differs else words("compare", "within", told=told)


def _waves(feature: ComparedFeature, words: Words) -> str | None:
    """How a feature moved from the first wave to the last; None where no change is seen.

    With more than two waves the p of these two stands in no table, so it is said here.
    """
    said = _moved(feature, words)
    if said is None or feature.path is None or len(feature.results) <= _TWO:
        return said
    return words("compare", "path_p", said=said, p=p_value(feature.path.adjusted_p))


def _moved(feature: ComparedFeature, words: Words) -> str | None:
    """How a feature moved, in words."""
    first, last = feature.results[0], feature.results[-1]
    if feature.path is None or first is None or last is None:
        return None if feature.differs is not True else words("compare", "path_same_moved")
    moved, way = feature.path.moved, feature.path.direction
    if first.category is None or last.category is None:
        return words("compare", "path_unknown")
    if way is Direction.SAME:
        return words("compare", "path_same_moved") if moved else None
    if not moved:
        return words("compare", "path_within")
    before, after = words.category(first.category), words.category(last.category)
    return words("compare", f"path_{way}", before=before, after=after)
