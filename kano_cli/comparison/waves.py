"""Two surveys or more about the same features, one after the other."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.comparison.compared import HowTested, compared
from kano_cli.comparison.differing import differing
from kano_cli.comparison.record import Group, GroupComparison, Kind
from kano_cli.comparison.segments import MOST
from kano_cli.comparison.small import small_groups
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.study.matching import matched
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Responses, Survey

_BESIDE = frozenset({"K201", "K202", "K301", "K302"})
"""Findings that are said for all waves together, or stand beside each category."""


def compare_waves(
    names: Sequence[str],
    surveys: Sequence[Survey],
    settings: Sequence[Settings],
    tests: HowTested | None = None,
    *,
    questionnaires: Sequence[Questionnaire | None] = (),
    drop: str = "",
) -> GroupComparison:
    """Surveys compared in the order in which they are given.

    Args:
        names: what each is called.
        surveys: at least two.
        settings: how the answers of each become categories; the first one's confidence counts.
        tests: how features are tested and ordered.
        questionnaires: the one that each was read with, if any.
        drop: which respondents are left out of each.

    Raises:
        KanoError: if they have no feature in common, or are too many.
    """
    refuse_many(len(surveys))
    groups = tuple(
        Group(name, analyse(survey, each, drop))
        for name, survey, each in zip(names, surveys, settings, strict=True)
    )
    rows = matched(
        [_in_file_order(group, survey) for group, survey in zip(groups, surveys, strict=True)]
    )
    if not any(sum(result is not None for result in row) > 1 for row in rows):
        raise KanoError(
            "have no feature in common",
            " and ".join(names),
            "give the features the same names in a --questionnaire for each file",
        )
    tables = [each.table for each in settings]
    asked = questionnaires or [None] * len(groups)
    findings = [
        *differing(names, surveys, tables, rows, asked),
        *_same_answers(names, surveys),
        *small_groups(groups),
        *(finding for group in groups for finding in _of(group)),
    ]
    return compared(Kind.WAVES, "", groups, rows, settings[0], tests or HowTested(), findings)


def _same_answers(names: Sequence[str], surveys: Sequence[Survey]) -> list[Finding]:
    """Two files with the same answers, row for row: one of them is probably the other."""
    found = []
    for at, (name, survey) in enumerate(zip(names, surveys, strict=True)):
        for before, earlier in zip(names[:at], surveys[:at], strict=True):
            if _alike(earlier.responses, survey.responses):
                found.append(Finding("K312", {"first": before, "second": name}))
    return found


def _alike(one: Responses | None, other: Responses | None) -> bool:
    """Whether the respondents of two files gave the same answers in the same order."""
    if one is None or other is None:
        return False
    return np.array_equal(one.functional, other.functional) and np.array_equal(
        one.dysfunctional, other.dysfunctional
    )


def refuse_many(files: int) -> None:
    """Refuse more surveys than anybody reads side by side.

    Raises:
        KanoError: with how many.
    """
    if files > MOST:
        raise KanoError(
            f"{files} surveys are too many: at most {MOST} can be compared", hint="name fewer"
        )


def _of(group: Group) -> list[Finding]:
    """What is known about one wave, and which one that is."""
    return [
        replace(finding, place=replace(finding.place, file=group.name))
        for finding in group.result.findings
        if finding.code not in _BESIDE
    ]


def _in_file_order(group: Group, survey: Survey) -> list[FeatureResult]:
    """The features of a wave as its file or questionnaire has them."""
    by_id = {feature.id: feature for feature in group.result.features}
    return [by_id[feature.id] for feature in survey.features]


def wave_names(files: Sequence[str]) -> list[str]:
    """What to call each file: its name, its path where two share a name, else numbered.

    >>> wave_names(["2024/survey.csv", "2025/survey.csv"]), wave_names(["a.csv", "a.csv"])
    (['2024/survey.csv', '2025/survey.csv'], ['a.csv (1)', 'a.csv (2)'])
    """
    names = [Path(file).name or file for file in files]
    if len(set(names)) < len(names):
        names = list(files)
    if len(set(names)) < len(names):
        names = [f"{Path(name).name} ({at})" for at, name in enumerate(names, start=1)]
    return names
