"""A category that is not certain enough: who its rival is, and what would settle it."""

from math import ceil

import numpy as np
import pytest

from kano_cli.analysis import analyse
from kano_cli.checks.gate.survey.undecided import about
from kano_cli.core.result import Settings
from kano_cli.core.settling import answers_to_settle
from tests.checks.gate.gated import found, said, weighted_survey
from tests.report.surveys import survey_of


@pytest.mark.parametrize("step", [-1e-9, 0, 1e-9])
def test_too_uncertain(step: float) -> None:
    """A certainty of exactly the limit is enough; below it nothing is decided."""
    survey = survey_of({"A": (12, 6, 1, 1)})
    certainty = analyse(survey).features[0].certainty
    verdicts = found("K404", survey, 100 * (certainty + step))

    assert len(verdicts) == (step > 0)
    assert not any(verdict.conclusive for verdict in verdicts)


ABOUT = "about {} more answers would settle it"
TIE = "no number of answers settles a tie"
UNDECIDED = [
    ((12, 9, 1, 1), "basic 74 %, performance 26 %", ABOUT.format(16)),
    ((2,), "basic 74 %", ABOUT.format(2)),
    ((10, 10), "basic 50 %, performance 50 %", TIE),
    ((0, 0, 0, 8, 0, 8), "indifferent 50 %, questionable 50 %", TIE),
    (
        (10000, 9999),
        "basic 50 %, performance 50 %",
        "even 1000000 more answers would not settle it",
    ),
]


@pytest.mark.parametrize(("counts", "sure", "settles"), UNDECIDED)
def test_what_would_settle_it_is_said(counts: tuple[int, ...], sure: str, settles: str) -> None:
    """Both categories, how sure each is, and how many more answers that takes."""
    (verdict,) = found("K404", survey_of({"A": counts}))

    assert said(verdict) == f"A is undecided ({sure}): {settles}"


def test_more_answers_do_not_settle_what_a_rule_prefers() -> None:
    """Block says wow of what most find indifferent: 160 of 290 like to have it."""
    survey = survey_of({"A": (15, 24, 121, 124, 6)})
    (verdict,) = found("K404", survey, settings=Settings(rule="block"))

    assert verdict.finding.facts["variant"] == "rule"
    assert "wow by its rule, and indifferent is the more common (42 % against 58 %)" in said(
        verdict
    )


def test_the_forecast_of_weights_is_in_people() -> None:
    """At the same shares, weights of 3 and 1 make each person worth 4/5 of one."""
    rows = [0] * 12 + [1] * 8 + [2, 2, 3, 3]
    (even,) = found("K404", weighted_survey({"A": rows}, [1.0] * 24), 99)
    (uneven,) = found("K404", weighted_survey({"A": rows}, [3.0, 1.0] * 12), 99)
    needed = answers_to_settle(np.array([12, 8, 2, 2, 0, 0]), 0, 0.99)

    assert needed is not None
    assert even.finding.facts["more"] == about(needed - 24)
    assert uneven.finding.facts["more"] == about(ceil((needed - 19.2) / 0.8))
    # Fewer people stand behind it, so the rival has more of a chance.
    chances = [float(str(each.finding.facts["rival_certainty"])) for each in (even, uneven)]
    assert chances[0] < chances[1]


def test_one_category_alone_has_no_rival() -> None:
    """None that anybody named."""
    (verdict,) = found("K404", survey_of({"A": (2,)}))

    assert "rival" not in verdict.finding.facts
