"""Studies and documents made for a test: a small one, and a large one with hostile names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.comparison.record import GroupComparison
from kano_cli.comparison.segments import compare_segments
from kano_cli.comparison.waves import compare_waves
from kano_cli.core.categories import Category
from kano_cli.core.result import Origin, Settings
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature, Groups, Responses, Survey
from kano_cli.study.words import unique_ids
from tests.report.surveys import CELLS, HOSTILE, Counts

SMALL: Mapping[str, Counts] = {
    "Prepaid": {
        "Stabiele verbinding": (40, 16, 2, 7, 0, 0),
        "Snelheid mobiel internet": (8, 38, 12, 4, 1, 1),
        "2 GB extra als bedankje": (2, 4, 42, 15, 1, 1),
        "Persoonlijk welkom": (2, 7, 29, 26, 1, 0),
        "Wekelijkse promotie-sms": (1, 1, 5, 13, 45, 0),
        "Buitenland inbegrepen": (5, 4, 8, 45, 2, 0),
        "Nieuw kenmerk zonder antwoorden": (),
    },
    "Sim only & meer": {
        "Stabiele verbinding": (50, 20, 5, 9, 0, 0),
        "Snelheid mobiel internet": (12, 50, 15, 6, 1, 0),
        "2 GB extra als bedankje": (3, 5, 53, 20, 1, 1),
        "Persoonlijk welkom": (3, 9, 36, 33, 2, 1),
        "Wekelijkse promotie-sms": (1, 2, 6, 15, 60, 0),
        "Buitenland inbegrepen": (48, 20, 4, 10, 1, 1),
        "Nieuw kenmerk zonder antwoorden": (),
    },
}
"""A feature of each sort, one undecided, one that groups see differently, one without answers."""

SHAPES = (
    (60, 20, 9, 11, 0, 0), (14, 51, 20, 13, 1, 1), (6, 11, 49, 31, 2, 1), (4, 6, 13, 70, 6, 1),
    (1, 2, 5, 18, 71, 3), (30, 29, 20, 19, 1, 1), (8, 9, 12, 10, 11, 50),
)  # fmt: skip
GROUPS = ("Prepaid", "Sim only", "Toestel erbij", "=1+1 <b>Zakelijk</b>", "Onbekend & overig")

TAGS = (
    ("Onderweg", "standard", "functional"), ("Factuur", "truth", "functional"),
    ("Winkel", "excel", "emotional"), ("", "", ""),
)  # fmt: skip


def survey_of_groups(
    groups: Mapping[str, Counts],
    *,
    importance: Mapping[str, float] | None = None,
    origin: Origin | None = None,
    tagged: bool = False,
) -> Survey:
    """A survey of groups of people with as many answers of each category as it says."""
    names = list(next(iter(groups.values())))
    sides: list[list[list[int]]] = [[], []]
    codes = []
    for at, counts in enumerate(groups.values()):
        columns = [
            [CELLS[each] for each, n in zip(Category, row, strict=False) for _ in range(n)]
            for row in counts.values()
        ]
        for person in range(max(map(len, columns), default=0)):
            pairs = [column[person] if person < len(column) else (0, 0) for column in columns]
            for side, place in zip(sides, (0, 1), strict=True):
                side.append([int(pair[place]) for pair in pairs])
            codes.append(at)
    people, ids = len(codes), unique_ids(names)
    features = tuple(
        _feature(key, name, at, tagged=tagged)
        for at, (key, name) in enumerate(zip(ids, names, strict=True))
    )
    rated = None
    if importance:
        rated = np.full((people, len(names)), np.nan, np.float32)
        for name, mean in importance.items():
            rated[:, names.index(name)] = mean
    shape = (people, len(names))
    responses = Responses(
        features,
        np.array(sides[0], np.int8).reshape(shape),
        np.array(sides[1], np.int8).reshape(shape),
        rated,
        groups=Groups("Abonnement", tuple(groups), np.array(codes, np.int64)),
    )
    origin = origin or Origin("enquête.csv", language="nl", importance_scale=(1, 9))
    return Survey.of(responses, replace(origin, respondents=people))


def _feature(key: str, name: str, at: int, *, tagged: bool) -> Feature:
    """A feature with both questions and its tags, if it is to have any."""
    if not tagged:
        return Feature(key, name)
    touchpoint, moment, experience = TAGS[at % len(TAGS)]
    asked = (f"Hoe is het met {name}?", f"Hoe is het zonder {name}?")
    return Feature(key, name, *asked, touchpoint, moment, experience)


def study_of(
    survey: Survey, settings: Settings | None = None, *, by: bool = True, waves: bool = False
) -> Study:
    """The study of a survey, split into its groups, and with an earlier one beside it."""
    settings = settings or Settings()
    segments: GroupComparison | None = None
    if by:
        segments = compare_segments(survey, settings)
    earlier = compare_waves(["2024.csv", "2026.csv"], [_earlier(survey), survey], [settings] * 2)
    return Study(
        analyse(survey, settings),
        survey,
        segments,
        earlier if waves else None,
        Questionnaire("vragenlijst.yaml", survey.features, "Mobiele provider <2026>"),
        "kano report 'mijn enquête.csv' --by Abonnement -o klant.html",
    )


def _earlier(survey: Survey) -> Survey:
    """The same survey when half of the people did not care yet."""
    answers = survey.responses
    assert answers is not None
    sides = [answers.functional.copy(), answers.dysfunctional.copy()]
    for side in sides:
        side[::2][side[::2] > 0] = 3
    responses = replace(answers, functional=sides[0], dysfunctional=sides[1])
    return Survey.of(responses, survey.origin)


def choices(*, detail: bool = False, sections: Sequence[str] = ()) -> Choices:
    """What a consultant would choose."""
    return Choices(
        client="Klant & Zonen BV", day="2026-11-22", detail=detail, sections=tuple(sections)
    )


@cache
def small_study() -> Study:
    """Seven features, two groups, an earlier wave, tags."""
    origin = Origin(
        "enquête.csv",
        language="nl",
        importance_scale=(1, 9),
        left_out_rows={"preview": 2, "incomplete": 3},
    )
    importance = {"Stabiele verbinding": 8.2, "Persoonlijk welkom": 3.5}
    survey = survey_of_groups(SMALL, importance=importance, origin=origin, tagged=True)
    return study_of(survey, waves=True)


@cache
def large_study() -> Study:
    """Forty features, ten of them with hostile names, in five groups of people."""
    names = [f"Kenmerk {at + 1}: een naam zoals klanten die lezen" for at in range(30)]
    every = (*HOSTILE, *names)
    groups = {
        group: {
            name: tuple(
                (n + (at + place) % 5) // 2 for n in SHAPES[(at + (place > 2) * (at % 9 == 0)) % 7]
            )
            for at, name in enumerate(every)
        }
        for place, group in enumerate(GROUPS)
    }
    rated = {name: 1 + (at * 7 % 80) / 10 for at, name in enumerate(every)}
    return study_of(survey_of_groups(groups, importance=rated, tagged=True))


@cache
def small(language: str = "nl", *, detail: bool = True) -> Document:
    """Seven features with every section, kind of block and figure."""
    return document(small_study(), words(language), choices(detail=detail))


@cache
def large(language: str = "nl", *, detail: bool = False) -> Document:
    """Forty features in five groups."""
    return document(large_study(), words(language), choices(detail=detail))
