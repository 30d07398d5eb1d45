"""Where to excel, and what to stop polishing: a short list, chosen for effect and dose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.settled import settled
from kano_cli.journey.record import Against, Curve, Excel, Polish, Reason, Stop
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.words import name_key

NOTICED = 0.5
"""Better below this: most people would not be more satisfied."""

INDIFFERENT, UNNOTICED = "indifferent", "unnoticed"


def excel_plan(
    result: KanoResult,
    asked: Questionnaire,
    stops: Sequence[Stop],
    curve: Curve | None,
    dose: int,
) -> tuple[Excel, ...]:
    """Every wow feature: the chosen ones first, each with its reasons or what is against it.

    At most `dose` are chosen. A wow is passed over where its category is not settled, where it
    has no touchpoint, where a basic of the same touchpoint fails, where people leave the
    touchpoint below neutral, and far from peak and end. Declared moments to excel come first,
    then the peak and the end themselves, then emotional experiences, then Better (our own order).
    """
    by_id = {feature.id: feature for feature in asked.features}
    by_name = {name_key(stop.touchpoint.name): stop for stop in stops}
    found = [
        _judged(each, by_id.get(each.id), by_name, curve)
        for each in result.features
        if each.category is Category.WOW
    ]
    fit = sorted((each for each in found if not each.against), key=_order)
    chosen = [replace(each, chosen=True) for each in fit[:dose]]
    rest = [replace(each, against=(Against.DOSE,)) for each in fit[dose:]]
    return (*chosen, *rest, *(each for each in found if each.against))


def _judged(
    feature: FeatureResult,
    declared: Feature | None,
    by_name: Mapping[str, Stop],
    curve: Curve | None,
) -> Excel:
    """A wow feature with what speaks for it and against it."""
    stop = by_name.get(name_key(declared.touchpoint)) if declared else None
    against = []
    if not settled(feature):
        against.append(Against.UNCERTAIN)
    if stop is None or declared is None:
        return Excel(feature, "", False, (), (*against, Against.NOWHERE))
    name = stop.touchpoint.name
    near = list(_near(name, list(by_name.values()), curve))
    if stop.failing:
        against.append(Against.BASIC_FAILS)
    if stop.sinks:
        against.append(Against.SINKS)
    if curve is not None and curve.peak is not None and not near:
        against.append(Against.FAR)
    reasons = [Reason.CERTAIN] if settled(feature) else []
    if "excel" in (declared.moment, stop.touchpoint.moment):
        reasons.append(Reason.DECLARED)
    reasons += near
    if curve is None or curve.peak is None:
        reasons.append(Reason.NO_CURVE)
    if declared.experience == "emotional":
        reasons.append(Reason.EMOTIONAL)
    return Excel(feature, name, False, tuple(reasons), tuple(against), stop.failing)


def _near(name: str, stops: Sequence[Stop], curve: Curve | None) -> Iterator[Reason]:
    """Whether a touchpoint is the peak or the end of the curve, or a neighbour of one."""
    if curve is None or curve.peak is None or curve.end is None:
        return
    order = [stop.touchpoint.name for stop in stops]
    at = order.index(name)
    for there, itself, beside in (
        (curve.peak, Reason.AT_PEAK, Reason.NEAR_PEAK),
        (curve.end, Reason.AT_END, Reason.NEAR_END),
    ):
        distance = abs(order.index(there) - at)
        if distance <= 1:
            yield beside if distance else itself


def _order(each: Excel) -> tuple[bool, bool, bool, float, int]:
    """What makes one wow feature a better choice than another."""
    return (
        Reason.DECLARED not in each.reasons,
        not {Reason.AT_PEAK, Reason.AT_END} & set(each.reasons),
        Reason.EMOTIONAL not in each.reasons,
        -each.feature.better,
        each.feature.rank,
    )


def polish(result: KanoResult, asked: Questionnaire, stops: Sequence[Stop]) -> tuple[Polish, ...]:
    """What to stop polishing: nobody notices when it goes from a 7 to an 8.

    Settled indifferent features, and settled performance features with Better below .5 that are
    not at a moment of truth. A feature that fails today is never among them.
    """
    by_id = {feature.id: feature for feature in asked.features}
    moments = {each.id: stop.touchpoint.moment for stop in stops for each in stop.features}
    found = []
    for each in result.features:
        declared = by_id.get(each.id)
        if not settled(each) or each.id in asked.journey.failing:
            continue
        touchpoint = declared.touchpoint if declared else ""
        truth = "truth" in (moments.get(each.id), declared.moment if declared else "")
        if each.category is Category.INDIFFERENT:
            found.append(Polish(each, touchpoint, INDIFFERENT))
        elif each.category is Category.PERFORMANCE and each.better < NOTICED and not truth:
            found.append(Polish(each, touchpoint, UNNOTICED))
    return tuple(found)
