"""Journeys for the renderers: one with everything, and those that tend to break an output."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.core.categories import Floats
from kano_cli.core.result import Origin
from kano_cli.findings import Finding, Place
from kano_cli.journey.analyse import analyse_journey
from kano_cli.journey.record import JourneyResult
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Responses
from tests.journey.stories import BILL, INDIFFERENT, PLAIN, REVERSE, TORN, WOW, story
from tests.report.surveys import HOSTILE, survey_of

PEOPLE = 60
FAINT = (220, 300, 0, 120)
"""Performance that leads clearly, and Better below a half."""

RATINGS = """\
ratings:
  recommendation: NPS
  satisfaction: Score
  effort: {column: Ease, min: 1, max: 7, easy: 7, measure: agree}
  emotion:
    min: 1
    max: 10
    touchpoints:
      Website: {before: a0, after: a}
      Shop: {before: b0, after: b}
      Calls: c
      Bill: {before: d0, after: d}
segments: [Plan]
features:
"""

FULL = (
    BILL.replace("features:\n", RATINGS)
    .replace("name: Gift,", "name: Gift, received: Got gift, design: {targeted: new customers},")
    .replace("name: Advice,", "name: Advice, works: false,")
)


def ratings_of(people: int = PEOPLE) -> dict[str, Floats]:
    """Ratings around a mean for each column; a tenth of them blank."""
    rng = np.random.default_rng(8)

    def around(mean: float, low: int, high: int) -> Floats:
        given = np.clip(np.round(rng.normal(mean, 1.5, people)), low, high)
        given[::10] = np.nan
        return given

    felt = {"Website": (6, 6.5), "Shop": (6, 4), "Bill": (5, 8)}
    return {
        "recommendation": around(8, 0, 10),
        "satisfaction": around(7.6, 1, 10),
        "effort": around(5, 1, 7),
        "emotion after Calls": around(6, 1, 10),
        **{f"emotion before {name}": around(before, 1, 10) for name, (before, _) in felt.items()},
        **{f"emotion after {name}": around(after, 1, 10) for name, (_, after) in felt.items()},
    }


def answers(
    asked: Questionnaire, ratings: Mapping[str, Floats], weights: Floats | None = None
) -> Responses:
    """Responses with ratings, groups, and who got the gift; nobody's answers to the pairs."""
    people = len(next(iter(ratings.values())))
    nothing = np.zeros((people, len(asked.features)), np.int8)
    plans = tuple(np.resize(["Free", "Team", "Team"], people).tolist())
    received = {key: np.resize([1, 0, 0, -1], people) for key in asked.journey.received}
    return Responses(
        asked.features, nothing, nothing, segments={"Plan": plans}, ratings=ratings,
        received=received, weights=weights, weight_column="Weight" if weights is not None else "",
    )  # fmt: skip


def full(
    text: str = FULL, ratings: Mapping[str, Floats] | None = None, weights: Floats | None = None
) -> JourneyResult:
    """A journey with all that there can be."""
    asked = parse_questionnaire(text, "study.yaml")
    survey = survey_of({**PLAIN, "Fast site": FAINT})
    result = analyse(replace(survey, features=asked.features))
    if weights is not None:
        result = replace(result, survey=replace(result.survey, weight="Weight"))
    place = Place("survey.csv", column="D NPS")
    rated = Finding("K206", {"names": ("Ring tones",)}, place)
    result = replace(result, findings=(*result.findings, rated))
    with_ratings = answers(asked, ratings or ratings_of(), weights)
    told = replace(survey, features=asked.features, responses=with_ratings)
    return analyse_journey(told, result, asked)


def bare() -> JourneyResult:
    """A survey without a questionnaire."""
    survey = survey_of(PLAIN, origin=Origin("survey.csv", respondents=100))
    result = analyse(survey)
    return analyse_journey(survey, result, Questionnaire("survey.csv", survey.features))


def hostile() -> JourneyResult:
    """Names that try to do more than be read, wherever a name can stand."""
    lines = ["kano: 1", "journey:"]
    quoted = [json.dumps(name) for name in HOSTILE]  # as YAML writes any text
    lines += [f"  - {{phase: {each}, touchpoints: [{each}]}}" for each in quoted]
    lines += ["features:"]
    lines += [
        f"  - {{id: f{at}, name: {each}, touchpoint: {each}, design: {{targeted: {each}}}}}"
        for at, each in enumerate(quoted)
    ]
    asked = parse_questionnaire("\n".join(lines) + "\n", "study.yaml")
    survey = survey_of({each.name: WOW for each in asked.features})
    survey = replace(survey, features=asked.features)
    return analyse_journey(survey, analyse(survey), asked, dose=3)


def nobody() -> JourneyResult:
    """Every column of ratings is there, and blank."""
    blank = {key: np.full(PEOPLE, np.nan) for key in ratings_of()}
    return full(ratings=blank)


def one_person() -> JourneyResult:
    """What one person said is not told."""
    return full(ratings={key: values[1:2] for key, values in ratings_of().items()})


def six_people() -> JourneyResult:
    """Enough for a number, and too few for one of a group."""
    return full(ratings={key: values[:6] for key, values in ratings_of().items()})


def weighted() -> JourneyResult:
    """People of different weights."""
    return full(weights=np.resize([1.0, 2.5, 0.4], PEOPLE))


def effort_of(measure: str) -> JourneyResult:
    """The effort score by another measure."""
    return full(FULL.replace("measure: agree", f"measure: {measure}"))


JOURNEYS: Mapping[str, Callable[[], JourneyResult]] = {
    "everything": full,
    "no ratings": story,
    "no questionnaire": bare,
    "no wow": lambda: story(counts={**PLAIN, "Coffee": INDIFFERENT, "Gift": REVERSE}),
    "nothing clear": lambda: story(counts=dict.fromkeys(PLAIN, TORN)),
    "dose 0": lambda: story(dose=0),
    "dose 1": lambda: story(dose=1),
    "blank ratings": nobody,
    "one person": one_person,
    "six people": six_people,
    "weighted": weighted,
    "effort by mean": lambda: effort_of("mean"),
    "effort by index": lambda: effort_of("index"),
    "satisfaction to five": lambda: full(
        FULL.replace("satisfaction: Score", "satisfaction: {column: Score, min: 0, max: 12}")
    ),
    "before only": lambda: full(
        ratings={key: each for key, each in ratings_of().items() if "after" not in key}
    ),
    "touchpoints of features": lambda: story(
        "kano: 1\nfeatures:\n" + BILL.partition("features:\n")[2]
    ),
    "hostile names": hostile,
}
"""Every journey by what is special about it."""


@cache
def journey_of(name: str) -> JourneyResult:
    """A journey by its name; made once, for it is frozen."""
    return JOURNEYS[name]()
