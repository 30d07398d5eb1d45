"""What changed since the baseline: each rule on both sides of its line."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.policy.rules import RULES, Level
from kano_cli.core.categories import Answer
from kano_cli.core.result import Settings
from kano_cli.core.tables import POULIOT, STANDARD, EvaluationTable
from kano_cli.findings import Severity
from kano_cli.study.responses import Responses, Survey, Wording
from tests.checks.gate.changes import AFTER, ASKED, BEFORE, named, since, told, worded
from tests.checks.gate.gated import OFF, only, said
from tests.checks.people import surveys
from tests.report.surveys import OWN_TABLE, survey_of


@settings(max_examples=50, deadline=None)
@given(surveys(), st.sampled_from(["mode", "block", "near-tie", "quadrant"]), st.booleans())
def test_a_survey_has_not_changed_since_itself(
    responses: Responses, rule: str, weighted: bool
) -> None:
    """Whatever it holds, under every rule and table, with weights and without."""
    if weighted:
        weights = 1 + np.arange(len(responses.functional)) % 7 / 10
        responses = replace(responses, weights=weights)
    survey = Survey.of(responses)
    for table in (STANDARD, POULIOT, OWN_TABLE):
        chosen = Settings(table, rule)
        assert since(survey, survey, then=chosen, now=chosen) == []


@pytest.mark.parametrize(
    ("after", "limit", "moves"),
    [
        ((0, 0, 600, 400), 0.1, []),  # .5 to .6 is a tenth, and not more: a float says .0999…
        ((0, 0, 601, 399), 0.1, ["better"]),
        ((0, 0, 399, 601), 0.1, ["better"]),
        ((0, 0, 600, 400), 0.09, ["better"]),
        ((0, 0, 800, 200), 0.3, []),  # a float holds a little less than 0.3
        ((101, 0, 500, 399), 0.1, ["worse"]),
        ((100, 0, 500, 400), 0.1, []),
        ((0, 150, 500, 350), 0.1, ["better", "worse"]),
    ],
)
def test_a_coefficient_moves_by_more_than_the_limit(
    after: Sequence[int], limit: float, moves: list[str]
) -> None:
    """Compared in whole numbers, in both directions."""
    before = survey_of({"A": (0, 0, 500, 500)})
    verdicts = since(before, survey_of({"A": after}), only("K431", limit))

    assert [verdict.finding.facts["variant"] for verdict in verdicts] == moves


def test_a_move_that_chance_explains_is_none() -> None:
    """Of 10 and 10 answers three tenths may be chance; of 200 and 200 not."""
    few, many = [
        since(survey_of({"A": (0, 0, n, n)}), survey_of({"A": (0, 0, 16 * n // 10, 4 * n // 10)}),
              only("K431")) for n in (5, 100)
    ]  # fmt: skip

    assert few == []
    assert list(told(many, "K431").values()) == [
        "Better of A moved from 0.50 to 0.80 (+0.30; +0.21 to +0.38); the limit is 0.1"
    ]


def test_worse_moves_away_from_zero_with_a_minus() -> None:
    """It falls as more people miss the feature."""
    verdicts = since(
        survey_of({"A": (100, 0, 0, 100)}), survey_of({"A": (150, 0, 0, 50)}), only("K431")
    )

    assert list(told(verdicts, "K431").values()) == [
        "Worse of A moved from −0.50 to −0.75 (−0.25; −0.34 to −0.16); the limit is 0.1"
    ]


def test_nobody_classified_moves_nothing() -> None:
    """An empty base is unknown, not zero."""
    empty, full = survey_of({"A": (0, 0, 0, 0, 40)}), survey_of({"A": (40,)})

    assert since(empty, full, only("K431")) == []
    assert since(full, empty, only("K431")) == []


def test_features_appear_and_vanish() -> None:
    """What goes by another id is the same one by its name, and by another name by its id."""
    before = named(q1="Dark mode", q2="Search", q3="Loan bike")
    after = named(q1="Night mode", s2="search", q4="Parcel locker", q0="App")
    after.tally.counts[2] = 0
    after.tally.counts[2, 2, 2] = 40  # indifferent: before the app in the file, and ranked below it
    verdicts = since(before, after)

    assert list(told(verdicts, "K432").items()) == [
        ("q4", "Parcel locker is not in the baseline"), ("q0", "App is not in the baseline")
    ]  # fmt: skip
    assert told(verdicts, "K433") == {
        "q3": "Loan bike is in the baseline, and the survey does not have it"
    }
    assert {v.finding.code for v in verdicts} == {"K432", "K433"}
    places = {v.finding.place.feature for v in verdicts}
    assert places == {"Parcel locker", "App", "Loan bike"}


CATEGORIES = Survey.of_categories(
    survey_of({"A": (1,)}).features, np.array([[40, 1, 0, 0, 0, 0]], np.int64)
)
ALIKE = EvaluationTable("ours", STANDARD.cells.copy())


@pytest.mark.parametrize(
    ("then", "now", "names", "cells"),
    [
        (STANDARD, POULIOT, "standard and is pouliot",
         "such as must-be/must-be, live-with/live-with"),
        (POULIOT, OWN_TABLE, "pouliot and is our own", "must-be/live-with"),
        (STANDARD, STANDARD, "", ""),
        (STANDARD, ALIKE, "", ""),
    ],
)  # fmt: skip
def test_another_table(then: EvaluationTable, now: EvaluationTable, names: str, cells: str) -> None:
    """By its cells and not by its name; the pairs that it judges otherwise are named."""
    survey = survey_of({"A": (40, 1)})
    verdicts = since(survey, survey, then=Settings(then), now=Settings(now))

    assert [verdict.finding.code for verdict in verdicts] == ["K435"] * bool(names)
    for verdict in verdicts:
        assert said(verdict).startswith(f"the evaluation table was {names}; ")
        assert said(verdict).removesuffix(cells).endswith("judged otherwise: ") or (
            said(verdict).endswith(f"judged otherwise, {cells}")
        )


def test_of_a_wholly_other_table_some_pairs_are_named() -> None:
    """Six of 14."""
    survey = survey_of({"A": (40, 1)})
    turned = EvaluationTable("turned", STANDARD.cells.T.copy())
    (verdict,) = since(survey, survey, only("K435"), now=Settings(turned))

    assert (verdict.finding.facts["count"], verdict.finding.facts["cells"]) == (
        14,
        ("like/must-be", "like/neutral", "like/live-with", "like/dislike", "must-be/like",
         "must-be/dislike"),
    )  # fmt: skip


def test_a_table_that_nobody_knows_is_not_the_same_one() -> None:
    """But two of them are left alone: there is nothing to tell."""
    survey = survey_of({"A": (40, 1)})

    assert since(CATEGORIES, CATEGORIES) == []
    (was,) = since(CATEGORIES, survey)
    (now,) = since(survey, CATEGORIES)
    assert said(was).startswith("the evaluation table is standard, and the baseline is of a file")
    assert said(now).startswith("the evaluation table was standard, and now the file holds")


def test_another_rule() -> None:
    """And what it changes is not put down to customers."""
    survey = survey_of({"A": (15, 24, 121, 124, 6)})
    changed, rule = since(survey, survey, then=Settings(), now=Settings(rule="block"))

    assert said(rule) == "the rule was mode and is block"
    assert said(changed) == (
        "A changed from indifferent (58 % sure) to wow (42 % sure), and so did the table or the "
        "rule that says so"
    )
    assert not changed.conclusive


@pytest.mark.parametrize("level", [Level.OFF, Level.WARNING, Level.ERROR])
def test_the_policy_says_how_much_a_change_matters(level: Level) -> None:
    """And off is off."""
    codes = [rule.code for rule in RULES if rule.code.startswith("K43")]
    for code in codes:
        policy = only(code, level=level)
        verdicts = since(
            worded(ASKED, {"LIKE": "a"}),
            replace(
                survey_of({"A": (0, 40), "B": (1,)}),
                wording=Wording({("functional", Answer.LIKE): {"b": "b"}}),
            ),
            policy,
            now=Settings(POULIOT, rule="block"),
        )
        if level is Level.OFF:
            assert verdicts == []
        else:
            assert bool(verdicts) == (code != "K433")
            assert {verdict.severity for verdict in verdicts} <= {Severity(level.value)}


def test_verdicts_stand_in_the_order_of_the_codes() -> None:
    """Each rule's together."""
    verdicts = since(survey_of(BEFORE), survey_of({**AFTER, "New": (5,)}))
    codes = [verdict.finding.code for verdict in verdicts]

    assert all(one <= other for one, other in pairwise(codes))
    assert since(survey_of(BEFORE), survey_of(AFTER), Policy(rules=dict.fromkeys(codes, OFF))) == []
