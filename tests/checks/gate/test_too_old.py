"""How old a survey is, and how many people answered and do not count."""

from datetime import date, timedelta

import pytest

from kano_cli.analysis import analyse
from kano_cli.checks.gate.survey.rules import LOST, survey_verdicts
from kano_cli.checks.gate.verdict import Unchecked
from kano_cli.core.result import Origin
from kano_cli.study.responses import Survey
from tests.checks.gate.gated import TODAY, found, only, said
from tests.checks.people import answered
from tests.report.surveys import survey_of


def dated(until: date | None, undated: str = "") -> Survey:
    """A survey that says when people answered."""
    origin = Origin("s.csv", respondents=40, answered_until=until, undated=undated)
    return survey_of({"A": (40,)}, origin=origin)


AGES = [(730, []), (731, ["text"]), (0, []), (-1, []), (-2, ["future"])]


@pytest.mark.parametrize(("days", "variants"), AGES)
def test_too_old(days: int, variants: list[str]) -> None:
    """Older than two years, or dated later than today is anywhere."""
    survey = dated(TODAY - timedelta(days))

    found_in_file = found("K405", survey)
    assert [v.finding.facts.get("variant", "text") for v in found_in_file] == variants
    policy = only("K405", survey_date=TODAY - timedelta(days))
    by_policy, _ = survey_verdicts(dated(date(1990, 1, 1)), analyse(survey), policy, TODAY)
    assert [v.finding.facts for v in by_policy] == [v.finding.facts for v in found_in_file]


def test_the_date_is_told() -> None:
    """As year, month, day in every language."""
    (verdict,) = found("K405", dated(date(2024, 1, 1)))

    assert said(verdict) == "the survey is of 2024-01-01, 851 days ago; the limit is 730 days"
    assert said(verdict, "nl").startswith("de enquête is van 2024-01-01, 851 dagen geleden")


@pytest.mark.parametrize("undated", ["", "ambiguous-dates"])
def test_a_survey_without_a_date_is_not_checked_for_its_age(undated: str) -> None:
    """And why not is said."""
    survey = dated(None, undated)

    assert survey_verdicts(survey, analyse(survey), only("K405"), TODAY) == (
        [],
        [Unchecked("K405", undated or "no-dates")],
    )


def with_rows(left_out: dict[str, int], respondents: int = 90) -> Survey:
    """A survey of which rows were left out."""
    people = answered(*["ld"] * respondents)
    return Survey.of(people, Origin("s.csv", respondents=respondents, left_out_rows=left_out))


@pytest.mark.parametrize("reason", LOST)
@pytest.mark.parametrize(("rows", "fires"), [(10, False), (11, True)])
def test_too_many_left_out(reason: str, rows: int, fires: bool) -> None:
    """10 of 100 are a tenth; each reason counts."""
    assert bool(found("K406", with_rows({reason: rows}))) == fires


def test_rows_of_nobody_are_not_lost() -> None:
    """Previews, tests, blank lines, people who should not have been asked, and doubles."""
    others = dict.fromkeys(("preview", "test", "empty", "screened-out", "duplicated"), 500)
    (verdict,) = found("K406", with_rows({**others, "incomplete": 6, "spam": 5}))

    assert found("K406", with_rows(others), 0) == []
    assert said(verdict) == (
        "10.9 % of the people who answered do not count (11 of 101: 6 incomplete, 5 spam); "
        "the limit is 10 %"
    )
