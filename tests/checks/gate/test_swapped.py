"""Two questions that look swapped: most answers reverse, and no header that proves otherwise."""

from dataclasses import replace

import pytest

from kano_cli.checks.gate.survey.headers import prove_sides
from kano_cli.core.result import Origin
from kano_cli.study.responses import Survey, Wording
from tests.checks.gate.gated import found, said
from tests.report.surveys import survey_of

WANTED = (60, 60, 60, 60)


def headed(functional: str, dysfunctional: str, reverse: int = 60, layout: str = "wide") -> Survey:
    """A survey with one feature that is mostly reverse, under these headers."""
    survey = survey_of(
        {"Wanted": WANTED, "Sms": (0, 0, 20, 20, reverse)},
        origin=Origin("s.csv", layout=layout, respondents=100),
    )
    return replace(survey, wording=Wording(questions={"sms": (functional, dysfunctional)}))


@pytest.mark.parametrize(("reverse", "fires"), [(40, False), (41, True)])
def test_more_than_half_is_reverse(reverse: int, fires: bool) -> None:
    """Half of them is not."""
    verdicts = found("K407", headed("Q1a", "Q1b", reverse))

    assert [verdict.feature for verdict in verdicts] == (["sms"] if fires else [])


def test_what_is_found_is_told() -> None:
    """With its share."""
    (verdict,) = found("K407", headed("Q1a", "Q1b"))

    assert said(verdict) == (
        "the two questions of Sms look swapped: 60.0 % of its pairs are reverse, and no header "
        "says which column is which"
    )


@pytest.mark.parametrize(("reverse", "conclusive"), [(60, True), (41, False)])
def test_a_few_answers_are_no_proof(reverse: int, conclusive: bool) -> None:
    """41 of 81 may be chance: the interval of the share holds a half."""
    (verdict,) = found("K407", headed("Q1a", "Q1b", reverse))

    assert verdict.conclusive == conclusive


PROVEN = [
    ("Sms (with)", "Sms (without)"),
    ("sms_functional", "sms_dysfunctional"),
    ("Hoe vindt u het als dit er wel is?", "Hoe vindt u het als dit er niet is?"),
    ("If you got an sms every week?", "If you did not get an sms every week?"),
    ("如果有短信", "如果没有短信"),
    ("If we did not charge for not sending it?", "If we did not send it, without charge?"),
]


@pytest.mark.parametrize(("functional", "dysfunctional"), PROVEN)
def test_headers_that_say_which_is_which_prove_it(functional: str, dysfunctional: str) -> None:
    """Then people simply do not want the feature; the other way round they are swapped indeed."""
    assert found("K407", headed(functional, dysfunctional)) == []
    assert found("K407", headed(dysfunctional, functional))


@pytest.mark.parametrize(
    ("functional", "dysfunctional"),
    [("", ""), ("Not A", "Not B"), ("Without it", "Never it"), ("Q1", "Q2")],
)
def test_other_headers_prove_nothing(functional: str, dysfunctional: str) -> None:
    """Absence on both sides, or on none."""
    assert not prove_sides(headed(functional, dysfunctional), "sms")


@pytest.mark.parametrize("layout", ["long", "counts", "two-sheets", "marks", "categories"])
def test_only_a_wide_file_can_have_its_columns_swapped(layout: str) -> None:
    """The other layouts name their sides."""
    assert found("K407", headed("", "", layout=layout)) == []


def test_a_feature_without_any_header_is_suspected() -> None:
    """A program that made the answers itself says nothing about columns."""
    assert found("K407", replace(headed("", ""), wording=Wording()))


@pytest.mark.parametrize(("wanted", "fires"), [(60, False), (59, True)])
@pytest.mark.parametrize("headers", [("B (with)", "B (without)"), ("Q1", "Q2")])
def test_where_most_of_all_is_reverse_the_survey_is_told(
    headers: tuple[str, str], wanted: int, fires: bool
) -> None:
    """Once, whatever the headers say: then more is wrong than one feature."""
    survey = survey_of({"A": (wanted,), "B": (0, 0, 0, 0, 60)})
    worded = replace(survey, wording=Wording(questions={"b": headers}))
    verdicts = [each for each in found("K407", worded) if fires or not each.feature]

    assert len(verdicts) == fires
    for verdict in verdicts:
        assert (verdict.feature, verdict.conclusive) == ("", True)
        assert said(verdict) == "the two questions look swapped: 50.4 % of all pairs are reverse"
