"""Journeys made for a test: features of known categories at touchpoints, and ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.journey.analyse import analyse_journey
from kano_cli.journey.record import JourneyResult
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Responses
from tests.report.surveys import survey_of

BASIC, PERFORMANCE, WOW = (90, 5, 3, 2), (5, 90, 3, 2), (2, 3, 90, 5)
INDIFFERENT, REVERSE, TORN = (2, 3, 5, 90), (2, 2, 2, 4, 90), (48, 46, 3, 3)

BILL = """\
kano: 1
language: en
journey:
  - phase: Start
    touchpoints: [Website, {touchpoint: Shop, moment: truth}]
  - phase: Use
    touchpoints: [{touchpoint: Calls, moment: standard}, {touchpoint: Bill, moment: excel}]
features:
  - {id: fast_site, name: Fast site, touchpoint: Website}
  - {id: advice, name: Advice, touchpoint: Shop, moment: truth}
  - {id: coffee, name: Coffee, touchpoint: Shop, moment: truth, experience: emotional}
  - {id: clear_line, name: Clear line, touchpoint: Calls}
  - {id: tones, name: Ring tones, touchpoint: Calls}
  - {id: plain_bill, name: Plain bill, touchpoint: Bill}
  - {id: gift, name: Gift, touchpoint: Bill, experience: emotional}
"""

PLAIN: Mapping[str, Sequence[int]] = {
    "Fast site": PERFORMANCE,
    "Advice": BASIC,
    "Coffee": WOW,
    "Clear line": BASIC,
    "Ring tones": INDIFFERENT,
    "Plain bill": BASIC,
    "Gift": WOW,
}


def story(
    text: str = BILL,
    counts: Mapping[str, Sequence[int]] | None = None,
    ratings: Mapping[str, Sequence[float]] | None = None,
    *,
    dose: int = 2,
) -> JourneyResult:
    """The journey of a questionnaire whose features have these counts, and these ratings."""
    asked = parse_questionnaire(text, "study.yaml")
    survey = survey_of(counts or PLAIN)
    survey = replace(survey, features=asked.features)
    if ratings is not None:
        survey = replace(survey, responses=rated(asked, ratings))
    result = analyse(replace(survey, responses=None))
    return analyse_journey(survey, result, asked, dose)


def rated(asked: Questionnaire, ratings: Mapping[str, Sequence[float]]) -> Responses:
    """Responses that hold ratings and no answers; the journey needs no others."""
    people = len(next(iter(ratings.values()), ()))
    nothing = np.zeros((people, len(asked.features)), np.int8)
    return Responses(
        asked.features,
        nothing,
        nothing,
        ratings={key: np.array(values, np.float64) for key, values in ratings.items()},
    )
