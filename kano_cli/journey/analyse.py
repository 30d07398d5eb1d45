"""The front door of the journey: a survey, its result and its questionnaire become one page."""

from collections.abc import Iterator, Sequence

from kano_cli.core.intervals import CONFIDENCE
from kano_cli.core.result import KanoResult
from kano_cli.errors import KanoError
from kano_cli.findings import Finding, Place
from kano_cli.journey.emotion import LEAST, emotion_curve
from kano_cli.journey.excel import excel_plan, polish
from kano_cli.journey.record import (
    Agreement,
    Curve,
    DesignCheck,
    JourneyResult,
    Loyalty,
    Stop,
)
from kano_cli.journey.satisfied import hides_some, loyalty
from kano_cli.journey.stops import stops
from kano_cli.study.journey import Idea, Journey
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.ratings import RATINGS
from kano_cli.study.responses import Responses, Survey

DOSE = 2
"""How many wow features at most are chosen to excel with, unless somebody says otherwise."""

_DISAGREES = (Agreement.NO_WOW, Agreement.WOW_HERE, Agreement.INDIFFERENT)


def analyse_journey(
    survey: Survey,
    result: KanoResult,
    asked: Questionnaire,
    dose: int = DOSE,
    confidence: float = CONFIDENCE,
) -> JourneyResult:
    """What a survey says of the journey that its questionnaire tells.

    Args:
        survey: with the ratings, where its answers have such columns.
        result: the categories of its features.
        asked: touchpoints, moments, columns of ratings, ideas.
        dose: how many wow features at most are chosen.
        confidence: of every interval.

    Raises:
        KanoError: if the dose is below zero.
    """
    if dose < 0:
        raise KanoError("cannot be below zero", "--dose", "0 chooses none, 2 is the default")
    journey, responses = asked.journey, survey.responses
    curve, loyal = None, Loyalty()
    if responses is not None:
        loyal = loyalty(responses, asked, confidence)
        if journey.ratings.emotion is not None:
            names = [touchpoint.name for touchpoint in journey.touchpoints]
            curve = emotion_curve(
                journey.ratings.emotion,
                responses.ratings,
                names,
                responses.weights,
                confidence,
                LEAST,
            )
    found = stops(result, asked, curve)
    plan = excel_plan(result, asked, found, curve, dose)
    designs = tuple(
        DesignCheck(each.feature, journey.ideas.get(each.feature.id, Idea()))
        for each in plan
        if each.chosen
    )
    phases: dict[str, tuple[str, ...]] = {}
    for touchpoint in journey.touchpoints:
        phases[touchpoint.phase] = (*phases.get(touchpoint.phase, ()), touchpoint.name)
    return JourneyResult(
        result,
        found,
        plan,
        polish(result, asked, found),
        designs,
        curve,
        loyal,
        dose,
        confidence,
        tuple(_missing(asked, curve, loyal, responses)),
        tuple(_findings(asked, found, designs, curve)),
        phases,
    )


def _missing(
    asked: Questionnaire, curve: Curve | None, loyal: Loyalty, responses: Responses | None
) -> Iterator[str]:
    """What the questionnaire or the answers lack, as keys of the words that say what to add."""
    journey, people = asked.journey, responses is not None
    moments = [feature.moment for feature in asked.features]
    moments += [touchpoint.moment for touchpoint in journey.touchpoints]
    there = {
        "touchpoints": bool(journey.touchpoints),
        "order": _ordered(journey) or not journey.touchpoints,
        "moments": any(moments),
        # A column that is named and blank is a finding, not something to add.
        **{key: people and getattr(journey.ratings, key) is not None for key in RATINGS},
        "emotion_before": curve is None or any(point.before for point in curve.points),
        "segments": bool(loyal.groups),
        "few": not hides_some(responses),
        "received": people and bool(journey.received),
        "design": bool(journey.ideas),
    }
    yield from (key for key, found in there.items() if not found)


def _ordered(journey: Journey) -> bool:
    """Whether the questionnaire tells the order; touchpoints of features have no place in it."""
    return any(touchpoint.place for touchpoint in journey.touchpoints)


def _findings(
    asked: Questionnaire,
    found: Sequence[Stop],
    designs: Sequence[DesignCheck],
    curve: Curve | None,
) -> Iterator[Finding]:
    """What to know: disagreements, basics that fail, ideas half thought out, places that sink."""
    place = Place(asked.file)
    names = {feature.id: feature.name for feature in asked.features}
    for stop in found:
        name = stop.touchpoint.name
        if stop.agreement in _DISAGREES:
            yield Finding("K501", {"variant": stop.agreement.value, "touchpoint": name}, place)
        if stop.failing and stop.touchpoint.moment in ("truth", "excel"):
            failing = tuple(names[each] for each in stop.failing)
            yield Finding(
                "K502",
                {"variant": stop.touchpoint.moment, "touchpoint": name, "names": failing},
                place,
            )
        if stop.sinks and curve is not None:
            yield Finding("K504", {"touchpoint": name, "neutral": f"{curve.neutral:g}"}, place)
    for design in designs:
        if design.idea.empty:
            yield Finding(
                "K503", {"feature": design.feature.name, "points": design.idea.empty}, place
            )
