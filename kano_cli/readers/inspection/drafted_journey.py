"""What a questionnaire says of the journey, in the draft that is made with it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from kano_cli.readers.inspection.drafted_text import as_yaml
from kano_cli.study.journey import DESIGN, Touchpoint
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.ratings import EmotionColumns, RatingColumn


def drafted_journey(asked: Questionnaire | None) -> Iterator[str]:
    """The lines of `journey:` and `ratings:`, for the file was read with them."""
    if asked is None:
        return
    ratings, stops = asked.journey.ratings, asked.journey.touchpoints
    # Emotion may be asked at a touchpoint whose features the draft does not have.
    declared = stops if any(each.place for each in stops) or ratings.emotion else ()
    if declared:
        yield "journey:"
    for phase, touchpoints in groupby(declared, lambda each: each.phase):
        lines = [_touchpoint(each) for each in touchpoints]
        if phase:
            lines = [f"{{phase: {as_yaml(phase)}, touchpoints: [{', '.join(lines)}]}}"]
        yield from (f"  - {line}" for line in lines)
    if ratings.columns():
        yield "ratings:"
    if ratings.recommendation is not None:
        yield f"  recommendation: {as_yaml(ratings.recommendation.column)}"
    if ratings.satisfaction is not None:
        yield f"  satisfaction: {_flow(_rating(ratings.satisfaction))}"
    if (effort := ratings.effort) is not None:
        own = {"easy": f"{effort.easy:g}", "measure": effort.measure}
        yield f"  effort: {_flow({**_rating(effort), **own})}"
    if ratings.emotion is not None:
        yield f"  emotion: {_emotion(ratings.emotion)}"


def drafted_idea(asked: Questionnaire | None, name: str) -> Iterator[str]:
    """The lines that a feature of this name has for the journey."""
    known = [feature for feature in asked.features if feature.name == name] if asked else []
    if asked is None or len(known) != 1:
        return
    (feature,) = known
    for key in ("touchpoint", "moment", "experience"):
        if text := getattr(feature, key):
            yield f"    {key}: {as_yaml(text)}"
    if column := asked.journey.received.get(feature.id):
        yield f"    received: {as_yaml(column)}"
    if feature.id in asked.journey.failing:
        yield "    works: false"
    if (idea := asked.journey.ideas.get(feature.id)) is not None:
        points = {key: as_yaml(text) for key in DESIGN if (text := getattr(idea, key))}
        yield f"    design: {_flow(points)}"


def _touchpoint(stop: Touchpoint) -> str:
    """One touchpoint."""
    name = as_yaml(stop.name)
    return _flow({"touchpoint": name, "moment": stop.moment}) if stop.moment else name


def _rating(rated: RatingColumn) -> dict[str, str]:
    """A column with its scale."""
    ends = {"min": f"{rated.lowest:g}", "max": f"{rated.highest:g}"}
    return {"column": as_yaml(rated.column), **ends}


def _emotion(emotion: EmotionColumns) -> str:
    """The columns of emotion, by touchpoint."""
    names = dict.fromkeys([*emotion.before, *emotion.after])
    columns = {
        as_yaml(name): _flow(
            {
                when: as_yaml(side[name])
                for when, side in (("before", emotion.before), ("after", emotion.after))
                if name in side
            }
        )
        for name in names
    }
    ends = {"min": emotion.lowest, "max": emotion.highest, "neutral": emotion.neutral}
    return _flow({**{key: f"{n:g}" for key, n in ends.items()}, "touchpoints": _flow(columns)})


def _flow(entries: Mapping[str, str]) -> str:
    """A mapping on one line."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in entries.items())}}}"
