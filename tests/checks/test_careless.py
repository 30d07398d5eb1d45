"""Careless respondents as findings: how many, and never who."""

from dataclasses import replace

import numpy as np
import pytest

from kano_cli.analysis import analyse
from kano_cli.core.result import KanoResult, Origin, Settings
from kano_cli.core.tables import POULIOT
from kano_cli.core.tally import Tally
from kano_cli.study.responses import Survey
from tests.checks.people import answered, features
from tests.core.published import published

CARELESS = {"K209", "K210", "K211", "K212", "K213", "K214", "K215"}


def found(result: KanoResult) -> dict[str, dict[str, object]]:
    """The facts of the findings about respondents, and about swapped questions."""
    return {f.code: dict(f.facts) for f in result.findings if f.code in CARELESS}


def test_careful_respondents_are_no_finding() -> None:
    """Nor are blanks."""
    assert found(analyse(answered("ld nn ln", "nd ld -n", "mn tn ld"))) == {}


def test_straight_liners_and_people_without_opinion_are_told_apart() -> None:
    """The neutral ones are counted, and nothing else is said of them."""
    told = found(analyse(answered("mm mm mm", "nn nn nn", "nn nn nn", "ld nn ln")))

    assert told == {"K209": {"count": 1}, "K210": {"count": 2}}


def test_constant_sides_are_counted_with_the_lines_among_them() -> None:
    """As published: all functional answers equal is a count that includes straight lines."""
    told = found(analyse(answered("mm mm mm", "ld ln lm", "ld nd md", "ld ld ld", "ld nn dl")))

    assert told["K211"] == {"functional": 3, "dysfunctional": 3, "pairs": 1}


def test_people_who_contradict_themselves_often_are_told_under_the_table_in_use() -> None:
    """Pouliot calls must-be/must-be questionable."""
    responses = answered("mm tt ld", "ll dd nn", "ll nn ld")

    assert found(analyse(responses))["K212"] == {"count": 1}
    assert found(analyse(responses, Settings(POULIOT)))["K212"] == {"count": 2}


def test_speeders_are_told_with_the_column_that_says_so() -> None:
    """A column may be called duration and hold something else: the reader sees which it was."""
    responses = answered(*["ld nn ln"] * 40)
    times = np.array([*[300.0] * 38, 20.0, 90.0])
    told = analyse(replace(responses, durations=times, duration_column="Duur"))

    assert found(told)["K213"] == {"count": 2, "column": "Duur"}


def test_later_rows_are_told_by_what_they_say() -> None:
    """The same again, or something else."""
    people = ("ld nn ln", "ld nn ln", "ld nn ln", "nn ld ln")
    responses = replace(answered(*people), respondents=np.array([1, 2, 1, 1], np.int64))

    assert found(analyse(responses))["K214"] == {"count": 2, "same": 1, "different": 1}


@pytest.mark.parametrize(("reverse", "flagged"), [(5, False), (6, True)])
def test_a_feature_with_more_than_half_reverse_may_be_swapped(reverse: int, flagged: bool) -> None:
    """At one half it is not; features are judged one by one."""
    people = [f"{'dl' if at < reverse else 'ld'} ld ld" for at in range(10)]
    told = found(analyse(answered(*people)))

    assert told.get("K215") == ({"features": (("Feature 1", 60.0),)} if flagged else None)


def test_swapped_questions_are_told_by_feature_and_in_all() -> None:
    """K207 says that all look swapped, K215 which ones."""
    result = analyse(answered(*["dl dn ld"] * 5))

    assert "K207" in {finding.code for finding in result.findings}
    assert found(result)["K215"] == {"features": (("Feature 1", 100.0), ("Feature 2", 100.0))}


def test_only_one_money_transfer_contradicts_itself_too_often() -> None:
    """Transparent, 19 of 358; the others lie between 12 and 17."""
    transfers = published("reppel-transfers")["features"]
    grids = np.array([transfer["cells"] for transfer in transfers], np.int64)
    tally = Tally(grids, np.zeros(6, np.int64))
    survey = Survey(features(6), tally, Origin("", respondents=358))
    facts = {f.code: f.facts for f in analyse(survey).findings}

    assert facts["K204"] == {"features": (("Feature 6", 5.3),)}


def test_counts_have_no_respondents_to_judge() -> None:
    """Only what features say."""
    survey = replace(Survey.of(answered(*["mm mm mm"] * 3)), responses=None)

    assert found(analyse(survey)) == {}
