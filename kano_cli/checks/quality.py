"""The quality of a survey, as findings."""

from collections.abc import Iterable, Mapping, Sequence
from math import floor

from kano_cli.checks.careless import careless_findings
from kano_cli.checks.respondents import Respondents
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.core.tables import STANDARD
from kano_cli.findings import Fact, Finding
from kano_cli.study.responses import Survey

INDICATIVE = 30
"""Below this many answers a category is indicative only (this project's choice)."""

UNRELIABLE = 200
"""Below this many answers categories may be unreliable (Chapman & Callegaro 2022)."""

QUESTIONABLE_PERCENT = 5
"""A questionable share above this, under the standard table, points at the question."""


def quality_findings(
    survey: Survey,
    features: Sequence[FeatureResult],
    settings: Settings,
    people: Respondents | None = None,
) -> list[Finding]:
    """What to know before the result is believed; `people` are those who count."""
    return [
        *_sample(features),
        *_half_answered(features),
        *_questionable(survey, settings),
        *_reverse(features),
        *_swapped(features),
        *(careless_findings(survey, people) if people else ()),
        *_unclear(features),
    ]


def _sample(features: Sequence[FeatureResult]) -> list[Finding]:
    """A small base: said once, for the feature with the fewest answers."""
    # Rounded down: of 29.6 effective answers nobody has 30.
    sizes = [(feature.name, floor(feature.size)) for feature in features]
    fewest = min((n for _, n in sizes), default=0)
    few = tuple((name, n) for name, n in sizes if n < INDICATIVE)
    uneven = any(feature.size != feature.people for feature in features)
    said: Mapping[str, Fact] = {"variant": "weighted"} if uneven else {}
    if few:
        return [Finding("K201", {"count": len(few), "features": few, **said})]
    return [Finding("K202", {"fewest": fewest, **said})] if fewest < UNRELIABLE else []


def _half_answered(features: Sequence[FeatureResult]) -> list[Finding]:
    """Pairs with one half blank, by feature."""
    halves = tuple((f.name, f.half_answered) for f in features if f.half_answered)
    if not halves:
        return []
    return [Finding("K203", {"count": sum(n for _, n in halves), "features": halves})]


def _questionable(survey: Survey, settings: Settings) -> list[Finding]:
    """Too many answers that contradict each other, and features where they are the most."""
    standard = survey.counts_under(STANDARD)
    used = survey.counts_under(settings.table)
    base = standard.sum(axis=1)
    names = [feature.name for feature in survey.features]
    often = tuple(
        (name, round(100 * int(n) / int(total), 1))
        for name, n, total in zip(names, standard[:, Category.QUESTIONABLE], base, strict=True)
        if 100 * n > QUESTIONABLE_PERCENT * total
    )
    most = tuple(
        name
        for name, row in zip(names, used, strict=True)
        if row[Category.QUESTIONABLE] > row[: Category.QUESTIONABLE].max()
    )
    # Which table made categories that arrived ready-made, nobody knows.
    said: Mapping[str, Fact] = {} if survey.category_counts is None else {"variant": "categories"}
    found = [Finding("K204", {"features": often, **said})] if often else []
    return [*found, *([Finding("K205", {"names": most})] if most else [])]


def _reverse(features: Sequence[FeatureResult]) -> list[Finding]:
    """Features that people do not want, and surveys whose two questions look swapped."""
    if mostly_reverse(features):
        return [Finding("K207", {"percent": round(reverse_percent(features))})]
    unwanted = _names(
        feature
        for feature in features
        if Category.REVERSE in (feature.category, feature.rules["mode"])
    )
    return [Finding("K206", {"names": unwanted})] if unwanted else []


def mostly_reverse(features: Sequence[FeatureResult]) -> bool:
    """Whether more than half of all answers are reverse: rare, unless two columns are swapped."""
    reverse = sum(feature.counts[Category.REVERSE] for feature in features)
    return 2 * reverse > sum(feature.answered for feature in features)


def reverse_percent(features: Sequence[FeatureResult]) -> float:
    """How many of all answers are reverse; there must be some."""
    reverse = sum(feature.counts[Category.REVERSE] for feature in features)
    return 100 * reverse / sum(feature.answered for feature in features)


def _swapped(features: Sequence[FeatureResult]) -> list[Finding]:
    """Features with more reverse answers than all others together."""
    mostly = tuple(
        (feature.name, round(reverse_percent([feature]), 1))
        for feature in features
        if mostly_reverse([feature])
    )
    return [Finding("K215", {"features": mostly})] if mostly else []


def _unclear(features: Sequence[FeatureResult]) -> list[Finding]:
    """Ties for the first place, and features on which the rules, or the mean scores, disagree."""
    tied = _names(feature for feature in features if feature.tied)
    disagreeing = _names(feature for feature in features if feature.rules_disagree)
    found = [Finding("K301", {"names": tied})] if tied else []
    return [*found, *([Finding("K302", {"names": disagreeing})] if disagreeing else [])]


def _names(features: Iterable[FeatureResult]) -> tuple[str, ...]:
    """The names of some features."""
    return tuple(feature.name for feature in features)
