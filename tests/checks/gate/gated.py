"""Surveys and policies made for a test of the gate."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import RULES, Level
from kano_cli.checks.gate.survey.rules import survey_verdicts
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.categories import Category
from kano_cli.core.result import Settings
from kano_cli.report.words import words
from kano_cli.study.responses import Feature, Responses, Survey
from tests.report.surveys import CELLS

TODAY = date(2026, 5, 1)
OFF = Setting(Level.OFF)


def only(code: str, limit: float | None = None, level: Level = Level.ERROR, **more: date) -> Policy:
    """A policy under which one rule is applied and no other."""
    rules = {rule.code: OFF for rule in RULES} | {code: Setting(level, limit)}
    return Policy(rules=rules, survey_date=more.get("survey_date"))


def found(
    code: str, survey: Survey, limit: float | None = None, settings: Settings | None = None
) -> list[Verdict]:
    """What one rule says of a survey."""
    verdicts, unchecked = survey_verdicts(
        survey, analyse(survey, settings), only(code, limit), TODAY
    )
    assert not unchecked
    return verdicts


def said(verdict: Verdict, lang: str = "en") -> str:
    """What a verdict says to people."""
    return words(lang).finding(verdict.finding)[0]


def weighted_survey(rows: Mapping[str, Sequence[int]], weights: Sequence[float]) -> Survey:
    """A survey of people with weights; a row has their categories, -1 where they are blank."""
    people = len(weights)
    codes = np.zeros((2, people, len(rows)), np.int8)
    for at, row in enumerate(rows.values()):
        for person, category in enumerate(row):
            if category >= 0:
                codes[:, person, at] = CELLS[Category(category)]
    features = tuple(Feature(name.lower(), name) for name in rows)
    return Survey.of(Responses(features, codes[0], codes[1], weights=np.array(weights, np.float64)))
