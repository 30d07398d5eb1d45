"""An invented journey with everything in it: 12 features, 7 touchpoints, 120 people, blanks."""

from dataclasses import replace
from functools import cache

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.journey.analyse import analyse_journey
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.study import Study
from kano_cli.study.questionnaire import parse_questionnaire
from tests.journey.stories import (
    BASIC,
    INDIFFERENT,
    PERFORMANCE,
    TORN,
    WOW,
    rated,
)
from tests.report.surveys import survey_of

STOPS = (
    "Oriënteren op de website",
    "Advies in de winkel",
    "Abonnement afsluiten",
    "Nummerbehoud regelen",
    "Klantenservicemedewerker spreken",
    "Maandelijkse factuur",
    "Verlengingsgesprek met adviseur",
)
_MEANS = (6.4, 7.2, 6.9, 5.8, 3.4, 5.6, 8.6)

_QUESTIONS = """\
kano: 1
title: De reis van een mobiele klant
language: nl
segments: [Abonnement]
journey:
  - phase: Oriënteren
    touchpoints: [Oriënteren op de website, {touchpoint: Advies in de winkel, moment: excel}]
  - phase: Kopen en aansluiten
    touchpoints:
      - {touchpoint: Abonnement afsluiten, moment: standard}
      - {touchpoint: Nummerbehoud regelen, moment: truth}
  - phase: Gebruiken
    touchpoints:
      - {touchpoint: Klantenservicemedewerker spreken, moment: truth}
      - {touchpoint: Maandelijkse factuur, moment: standard}
  - phase: Blijven of weggaan
    touchpoints: [{touchpoint: Verlengingsgesprek met adviseur, moment: excel}]
ratings:
  recommendation: NPS
  satisfaction: {column: Cijfer, min: 1, max: 10}
  effort: {column: Gemak, min: 1, max: 7, easy: 7, measure: agree}
  emotion:
    min: 1
    max: 10
    touchpoints:
"""

_FEATURES = """\
features:
  - {id: speed, name: Snelle website, touchpoint: Oriënteren op de website}
  - {id: price, name: Totaalprijs vooraf, touchpoint: Oriënteren op de website}
  - {id: coffee, name: Koffie in de winkel, touchpoint: Advies in de winkel}
  - {id: honest, name: Eerlijk advies, touchpoint: Abonnement afsluiten, experience: emotional}
  - {id: number, name: Nummerbehoud zonder gedoe, touchpoint: Nummerbehoud regelen, works: false}
  - {id: gift, name: Welkomstgeschenk, touchpoint: Nummerbehoud regelen, experience: emotional}
  - {id: wait, name: Korte wachttijd, touchpoint: Klantenservicemedewerker spreken}
  - {id: call, name: Terugbellen op uw tijd, touchpoint: Klantenservicemedewerker spreken}
  - {id: bill, name: Begrijpelijke factuur, touchpoint: Maandelijkse factuur}
  - {id: data, name: Ongebruikte data blijft staan, touchpoint: Maandelijkse factuur}
  - id: thanks
    name: Persoonlijk bedankje
    touchpoint: Verlengingsgesprek met adviseur
    experience: emotional
    received: Kreeg bedankje
    design: {targeted: klanten die twee jaar blijven, moment: aan het begin van het gesprek}
  - {id: tones, name: Eigen beltonen}
"""

_COUNTS = {
    "Snelle website": PERFORMANCE,
    "Totaalprijs vooraf": BASIC,
    "Koffie in de winkel": INDIFFERENT,
    "Eerlijk advies": WOW,
    "Nummerbehoud zonder gedoe": BASIC,
    "Welkomstgeschenk": WOW,
    "Korte wachttijd": PERFORMANCE,
    "Terugbellen op uw tijd": WOW,
    "Begrijpelijke factuur": BASIC,
    "Ongebruikte data blijft staan": WOW,
    "Persoonlijk bedankje": WOW,
    "Eigen beltonen": TORN,
}


def questions() -> str:
    """The questionnaire: every touchpoint rated after, the odd ones before, too."""
    emotion = "".join(
        f"      {name}: {{before: V{at}, after: N{at}}}\n"
        if at % 2 == 0
        else f"      {name}: N{at}\n"
        for at, name in enumerate(STOPS)
    )
    return f"{_QUESTIONS}{emotion}{_FEATURES}"


@cache
def told() -> Study:
    """The study with its journey."""
    asked = parse_questionnaire(questions(), "study.yaml")
    random = np.random.default_rng(8)

    def ratings(mean: float, low: float, high: float) -> list[float]:
        """Ratings of 120 people around a mean; every tenth is blank."""
        drawn = np.clip(np.rint(random.normal(mean, 1.4, 120)), low, high)
        drawn[random.permutation(120)[:12]] = np.nan
        return [float(value) for value in drawn]

    given = {
        "recommendation": ratings(7.9, 0, 10),
        "satisfaction": ratings(7.6, 1, 10),
        "effort": ratings(5.1, 1, 7),
    }
    for at, name in enumerate(STOPS):
        given[f"emotion after {name}"] = ratings(_MEANS[at], 1, 10)
        if at % 2 == 0:
            given[f"emotion before {name}"] = ratings(6.0, 1, 10)
    responses = rated(asked, given)
    responses = replace(
        responses,
        segments={"Abonnement": tuple("Sim only" if at % 3 else "Prepaid" for at in range(120))},
        received={"thanks": np.array([1, 0, 0] * 40, np.int64)},
    )
    survey = replace(survey_of(_COUNTS), features=asked.features)
    result = analyse(survey)
    journey = analyse_journey(replace(survey, responses=responses), result, asked)
    return Study(result, survey, questionnaire=asked, journey=journey)


def journey() -> JourneyResult:
    """The journey of the study."""
    found = told().journey
    assert found is not None
    return found


def untold() -> Study:
    """The same survey, of a questionnaire that only tags its features."""
    tags = parse_questionnaire("kano: 1\nlanguage: nl\n" + _FEATURES, "study.yaml")
    plain = replace(
        told().survey,
        features=tags.features,
    )
    return replace(told(), survey=plain, questionnaire=tags, journey=None)
