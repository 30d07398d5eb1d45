"""What each touchpoint is to customers, by its features, beside what the team declared of it."""

from collections.abc import Sequence

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.settled import settled
from kano_cli.journey.record import Agreement, Curve, Says, Stop
from kano_cli.study.journey import Touchpoint
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.words import name_key

# Reverse and questionable say nothing of what a touchpoint is.
_SILENT = (Category.REVERSE, Category.QUESTIONABLE, None)


def stops(result: KanoResult, asked: Questionnaire, curve: Curve | None = None) -> tuple[Stop, ...]:
    """Every touchpoint of the journey in order, with its features in the order of the ranking."""
    by_id = {feature.id: feature for feature in asked.features}
    found = []
    for touchpoint in asked.journey.touchpoints:
        key = name_key(touchpoint.name)
        here = [
            each
            for each in result.features
            if each.id in by_id and name_key(by_id[each.id].touchpoint) == key
        ]
        found.append(_stop(touchpoint, here, [by_id[each.id] for each in here], asked, curve))
    return tuple(found)


def _stop(
    touchpoint: Touchpoint,
    here: Sequence[FeatureResult],
    declared: Sequence[Feature],
    asked: Questionnaire,
    curve: Curve | None,
) -> Stop:
    """One touchpoint."""
    clear = [each for each in here if each.category not in _SILENT and settled(each)]

    def of(category: Category) -> tuple[str, ...]:
        return tuple(each.id for each in clear if each.category is category)

    says = said_by(here)
    must = of(Category.BASIC)
    moment = touchpoint.moment or _declared_by_all(declared)
    return Stop(
        Touchpoint(touchpoint.name, touchpoint.phase, moment, touchpoint.place),
        tuple(here),
        says,
        agreement(moment, says),
        must,
        of(Category.PERFORMANCE),
        of(Category.WOW),
        of(Category.INDIFFERENT),
        tuple(each.id for each in here if each.category is not None and not settled(each)),
        tuple(each for each in must if each in asked.journey.failing),
        sinks(touchpoint.name, curve),
    )


def said_by(features: Sequence[FeatureResult]) -> Says:
    """What the categories of a touchpoint's features say it is; our own reading of METHOD 14.5.

    Only settled categories speak. A wow makes it a candidate to excel; else a basic or a
    performance feature makes it a place that has to be right; else it is a standard moment.
    """
    if not features:
        return Says.NOTHING
    clear = {each.category for each in features if settled(each)} - set(_SILENT)
    if not clear:
        return Says.UNDECIDED
    if Category.WOW in clear:
        return Says.EXCEL
    if clear & {Category.BASIC, Category.PERFORMANCE}:
        return Says.HYGIENE
    return Says.STANDARD


def agreement(moment: str, says: Says) -> Agreement:
    """What was declared of a touchpoint, against what its features say.

    The declaration is the team's, and stays: standard moments are the home of basics (METHOD
    14.5), so that is no disagreement.

    >>> agreement("excel", Says.HYGIENE), agreement("standard", Says.HYGIENE)
    (<Agreement.NO_WOW: 'no-wow'>, <Agreement.AGREES: 'agrees'>)
    """
    if not moment:
        return Agreement.UNDECLARED
    if says in (Says.UNDECIDED, Says.NOTHING):
        return Agreement.UNKNOWN
    if moment == "excel" and says is not Says.EXCEL:
        return Agreement.NO_WOW
    if moment == "standard" and says is Says.EXCEL:
        return Agreement.WOW_HERE
    if moment == "truth" and says is Says.STANDARD:
        return Agreement.INDIFFERENT
    return Agreement.AGREES


def _declared_by_all(features: Sequence[Feature]) -> str:
    """The one moment that all features of a touchpoint declare; "" where they differ."""
    moments = {feature.moment for feature in features}
    return moments.pop() if len(moments) == 1 else ""


def sinks(touchpoint: str, curve: Curve | None) -> bool:
    """Whether people leave a touchpoint below neutral, by more than chance: the whole interval."""
    for point in curve.points if curve else ():
        if point.touchpoint == touchpoint and point.after is not None:
            return point.after.interval[1] < curve.neutral if curve else False
    return False
