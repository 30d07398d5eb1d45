"""Is the survey strong enough: each rule on both sides of its limit."""

from dataclasses import replace

import numpy as np
import pytest

from kano_cli.analysis import analyse
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import RULE_BY_CODE, Level
from kano_cli.checks.gate.survey.rules import survey_verdicts
from kano_cli.checks.gate.verdict import Unchecked
from kano_cli.core.result import Settings
from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.findings import Severity
from kano_cli.report.words import spoken, words
from kano_cli.study.responses import Survey
from tests.checks.gate.gated import OFF, TODAY, found, only, said, weighted_survey
from tests.checks.people import answered
from tests.report.surveys import survey_of


@pytest.mark.parametrize(("answers", "more"), [(30, None), (29, 1), (1, 29), (0, 30)])
def test_too_few_answers(answers: int, more: int | None) -> None:
    """30 are enough; below, how many are lacking is said, and nothing is decided."""
    verdicts = found("K401", survey_of({"Full": (40,), "Search": (answers,)}))

    assert [verdict.finding.facts["more"] for verdict in verdicts] == ([more] if more else [])
    for verdict in verdicts:
        assert (verdict.feature, verdict.conclusive) == ("search", False)
        assert verdict.finding.place.feature == "Search"
        assert verdict.finding.place.file == "survey.csv"
        plural = "pair" if answers == 1 else "pairs"
        assert said(verdict) == f"Search has {answers} answered {plural}, and 30 are wanted"
        assert words("en").finding(verdict.finding)[1] == f"ask for at least {more} more"


def test_half_a_pair_is_no_answer() -> None:
    """29 whole ones stay 29."""
    assert found("K401", survey_of({"A": (29,)}, half={"A": 5}))


def test_in_a_weighted_survey_the_effective_size_counts() -> None:
    """40 people, of whom one counts for as much as all others: far fewer than 30."""
    even = weighted_survey({"A": [0] * 30}, [2.0] * 30)
    uneven = weighted_survey({"A": [0] * 40}, [39.0] + [1.0] * 39)
    (verdict,) = found("K401", uneven)

    assert found("K401", even) == []
    # (39 + 39)² / (39² + 39) = 3.9: 26.1 are lacking, and each person is worth 3.9 / 40 of one.
    assert dict(verdict.finding.facts) == {
        "feature": "A", "count": 3, "limit": 30, "variant": "weighted", "more": 268,
    }  # fmt: skip
    assert said(verdict) == "A has an effective size of 3, and 30 is wanted"


def test_people_without_weight_are_an_effective_size_of_nothing() -> None:
    """And no division by it."""
    nobody, one = found("K401", weighted_survey({"A": [0, -1], "B": [-1, 0]}, [0.0, 30.0]))

    assert (nobody.finding.facts["count"], nobody.finding.facts["more"]) == (0, 30)
    assert (one.finding.facts["count"], one.finding.facts["more"]) == (1, 29)


@pytest.mark.parametrize(
    ("questionable", "limit", "fires"),
    [(5, 5, False), (6, 5, True), (5, 4.9, True), (0, 0, False), (1, 0, True)],
)
def test_too_questionable(questionable: int, limit: float, fires: bool) -> None:
    """A share above the limit, in whole numbers; the limit itself is fine."""
    survey = survey_of({"A": (100 - questionable, 0, 0, 0, 0, questionable)})

    assert bool(found("K402", survey, limit)) == fires


def test_the_questionable_share_is_of_the_standard_table() -> None:
    """Pouliot's has more of them by construction; the short form has none of the cells."""
    neutral = survey_of({"A": (90,)})
    neutral.tally.counts[0, 1, 1] = 10  # must-be, must-be: questionable under Pouliot's only
    short = survey_of({"A": (94, 0, 0, 0, 0, 0)})

    assert found("K402", neutral, settings=Settings(POULIOT)) == []
    assert found("K402", short, 0, settings=Settings(SHORT3X3)) == []
    (verdict,) = found("K402", survey_of({"A": (94, 0, 0, 0, 0, 6)}), settings=Settings(POULIOT))
    assert said(verdict) == (
        "6.0 % of the pairs for A contradict themselves (6 of 100, standard table); "
        "the limit is 5 %"
    )


def test_the_questionable_share_of_weights() -> None:
    """0.1 + 0.2 of 3.0 is a tenth exactly, and no more than a tenth."""
    survey = weighted_survey({"A": [5, 5, 0]}, [0.1, 0.2, 2.7])

    assert found("K402", survey, 10) == []
    (verdict,) = found("K402", survey, 9.9)
    assert said(verdict).startswith("10.0 % of the weight of the pairs for A contradict")


@pytest.mark.parametrize(("half", "fires"), [(10, False), (11, True), (0, False)])
def test_too_half_answered(half: int, fires: bool) -> None:
    """Of whole and half pairs together."""
    verdicts = found("K403", survey_of({"A": (100 - half,), "B": (3,)}, half={"A": half}))

    assert [verdict.feature for verdict in verdicts] == (["a"] if fires else [])
    if fires:
        assert said(verdicts[0]) == (
            "11.0 % of the pairs for A are half answered (11 of 100); the limit is 10 %"
        )


def test_nobody_answered_is_no_share() -> None:
    """Neither of questionable nor of half pairs, and no category is uncertain."""
    for code in ("K402", "K403", "K404", "K407"):
        assert found(code, survey_of({"A": (), "B": (40,)}), 0) == []


def test_half_pairs_are_people_also_where_people_have_weights() -> None:
    """One of two, whatever they weigh."""
    responses = answered("ld", "l-")
    survey = Survey.of(replace(responses, weights=np.array([9.0, 1.0])))
    (verdict,) = found("K403", survey, 49)

    assert (verdict.finding.facts["half"], verdict.finding.facts["pairs"]) == (1, 2)
    assert found("K403", survey, 50) == []


def test_a_rule_that_is_off_says_nothing() -> None:
    """Neither a verdict nor that it could not be applied."""
    survey = survey_of({"A": (1, 1)})
    policy = Policy(rules=dict.fromkeys([f"K40{at}" for at in range(1, 8)], OFF))

    assert survey_verdicts(survey, analyse(survey), policy, TODAY) == ([], [])


@pytest.mark.parametrize("level", [Level.ERROR, Level.WARNING])
def test_the_policy_says_how_much_a_verdict_matters(level: Level) -> None:
    """Whatever the catalogue says."""
    survey = survey_of({"A": (1, 1)})
    for code in ("K401", "K404"):
        verdicts, _ = survey_verdicts(survey, analyse(survey), only(code, level=level), TODAY)
        assert [verdict.severity for verdict in verdicts] == [Severity(level.value)]


def test_the_limits_of_the_rules_are_those_of_the_default_policy() -> None:
    """A survey at every limit passes; one step beyond, each rule fires."""
    at = survey_of({"A": (900, 0, 0, 0, 0, 0)}, half={"A": 100})
    beyond = survey_of({"A": (900, 0, 0, 0, 0, 0)}, half={"A": 101})
    policy = Policy(rules={"K405": OFF, "K406": OFF})

    assert survey_verdicts(at, analyse(at), policy, TODAY) == ([], [])
    verdicts, _ = survey_verdicts(beyond, analyse(beyond), policy, TODAY)
    assert [verdict.finding.code for verdict in verdicts] == ["K403"]
    assert verdicts[0].severity.value == RULE_BY_CODE["K403"].level.value


def test_a_table_of_counts_is_checked_but_for_its_rows() -> None:
    """Nobody knows who is missing from it."""
    survey = survey_of({"A": (3, 2)}, half={"A": 5})
    verdicts, unchecked = survey_verdicts(survey, analyse(survey), Policy(), TODAY)

    assert [verdict.finding.code for verdict in verdicts] == ["K401", "K403", "K404"]
    assert unchecked == [Unchecked("K405", "no-dates"), Unchecked("K406", "no-rows")]


def test_a_table_of_categories_is_checked_but_for_halves() -> None:
    """Which table made its categories nobody knows, and its questionable ones count as they are."""
    counted = survey_of({"A": (2, 20, 0, 0, 0, 9)})
    counts = Settings().table.category_counts(counted.tally.counts)
    survey = Survey.of_categories(counted.features, counts)
    verdicts, unchecked = survey_verdicts(survey, analyse(survey), Policy(), TODAY)

    assert [verdict.finding.code for verdict in verdicts] == ["K402"]
    assert "9 of 31, as the file counts them" in said(verdicts[0])
    assert [each.code for each in unchecked] == ["K403", "K405", "K406"]


@pytest.mark.parametrize("lang", spoken())
def test_each_reason_of_these_rules_has_its_words(lang: str) -> None:
    """So that nobody reads a key."""
    assert {"no-answers", "no-rows"} <= set(words(lang).texts["unchecked"])


def test_verdicts_stand_in_the_order_of_the_file() -> None:
    """The ranking may change from one day to the next."""
    survey = survey_of({"Z": (1,), "A": (0, 0, 0, 1), "M": (0, 1)})

    assert [verdict.feature for verdict in found("K401", survey)] == ["z", "a", "m"]
    limited = Policy(rules={"K401": Setting(limit=2), "K404": OFF})
    assert len(survey_verdicts(survey, analyse(survey), limited, TODAY)[0]) == 3
