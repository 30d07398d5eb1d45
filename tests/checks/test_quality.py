"""The quality of a survey as findings: every threshold at the threshold."""

from collections.abc import Mapping

import pytest

from kano_cli.analysis import analyse
from kano_cli.checks.quality import QUESTIONABLE_PERCENT
from kano_cli.core.result import KanoResult, Settings
from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.findings import CATALOGUE, Fact, Severity
from kano_cli.report.words import words
from tests.report.surveys import Counts, categories_of, result_of, survey_of

FINE: Counts = {"Line": (150, 30, 20, 20)}
"""Nothing to say about it."""

OF_RESPONDENTS = {"K208", "K209", "K210", "K211", "K212", "K213", "K214", "K216"}
"""What only a file with respondents can tell, and what --drop says."""


def found(result: KanoResult) -> dict[str, Mapping[str, Fact]]:
    """The facts of each finding, by its code; no code twice."""
    codes = [finding.code for finding in result.findings]
    assert len(set(codes)) == len(codes)
    return {finding.code: finding.facts for finding in result.findings}


def test_a_good_survey_has_no_finding() -> None:
    """200 answers or more, a clear lead, all rules agree."""
    assert found(result_of(FINE)) == {}


@pytest.mark.parametrize(
    ("answers", "code"),
    [(29, "K201"), (30, "K202"), (199, "K202"), (200, None), (1, "K201"), (0, "K201")],
)
def test_a_small_base_is_told_below_30_and_below_200(answers: int, code: str | None) -> None:
    """At the line itself it is not small."""
    codes = set(found(result_of({**FINE, "Small": (answers,)}))) & {"K201", "K202"}

    assert codes == ({code} if code else set())


def test_below_30_every_such_feature_is_named_with_its_answers() -> None:
    """In the order of the ranking."""
    counts = {"Few": (2, 9), "Fewer": (5,), **FINE}

    assert found(result_of(counts))["K201"] == {"count": 2, "features": (("Fewer", 5), ("Few", 11))}


def test_below_200_the_smallest_base_is_told_once() -> None:
    """Not a line per feature."""
    counts = {"A": (150,), "B": (120,), **FINE}

    assert found(result_of(counts)) == {"K202": {"fewest": 120}}


def test_half_answered_pairs_are_counted_by_feature() -> None:
    """Features without any are not named."""
    result = result_of({**FINE, "B": (150, 60), "C": (150, 60)}, half={"B": 1, "C": 2})

    assert found(result) == {"K203": {"count": 3, "features": (("B", 1), ("C", 2))}}


@pytest.mark.parametrize(("questionable", "flagged"), [(10, False), (11, True)])
def test_more_than_5_percent_questionable_is_flagged(questionable: int, flagged: bool) -> None:
    """10 of 200 is exactly 5 %."""
    assert QUESTIONABLE_PERCENT == 5
    result = result_of({"A": (200 - questionable, 0, 0, 0, 0, questionable)})

    assert found(result) == ({"K204": {"features": (("A", 5.5),)}} if flagged else {})


def test_the_questionable_share_is_that_of_the_standard_table() -> None:
    """Pouliot's is higher by construction; the pairs it adds are no fault of the question."""
    survey = survey_of({"A": (200, 0, 0, 20)})
    survey.tally.counts[0, 1, 1] = 30  # must-be / must-be

    assert "K204" not in found(analyse(survey, Settings(POULIOT)))
    assert analyse(survey, Settings(POULIOT)).features[0].counts[5] == 30


@pytest.mark.parametrize(
    ("counts", "flagged"),
    [
        ((90, 0, 0, 0, 0, 91), True),
        ((90, 0, 0, 0, 0, 90), False),
        ((30, 30, 30, 30, 30, 31), True),
        ((), False),
    ],
)
def test_questionable_alone_at_the_top_is_a_fault_of_the_question(
    counts: tuple[int, ...], flagged: bool
) -> None:
    """A tie goes to the other category; half of the answers is not needed."""
    facts = found(result_of({"Muddle": counts})).get("K205")

    assert facts == ({"names": ("Muddle",)} if flagged else None)


@pytest.mark.parametrize("rule", ["mode", "block", "near-tie", "quadrant"])
def test_reverse_at_the_top_is_told_whatever_the_rule_says(rule: str) -> None:
    """The quadrant never says reverse, and near-tie may pass over it."""
    counts = {**FINE, "Ads": (70, 10, 20, 20, 81)}

    assert found(result_of(counts, Settings(rule=rule)))["K206"] == {"names": ("Ads",)}


def test_a_rule_that_says_reverse_is_told_too() -> None:
    """Block: 99 wanted, 101 not, and most of those are reverse."""
    result = result_of({**FINE, "Ads": (99, 0, 0, 11, 90)}, Settings(rule="block"))

    assert found(result)["K206"] == {"names": ("Ads",)}
    assert "K206" not in found(result_of({**FINE, "Ads": (99, 0, 0, 11, 90)}))


def test_reverse_in_second_place_is_no_finding() -> None:
    """Nor is a tie, which goes to the other category."""
    assert "K206" not in found(result_of({**FINE, "Ads": (100, 0, 0, 0, 100)}))


@pytest.mark.parametrize(("reverse", "swapped"), [(400, False), (401, True)])
def test_more_than_half_reverse_in_all_looks_like_swapped_questions(
    reverse: int, swapped: bool
) -> None:
    """400 of 800 is exactly half; the two features then stand for themselves."""
    counts = {"A": (200,), "B": (200, 0, 0, 0, 0), "C": (0, 0, 0, 0, reverse)}
    facts = found(result_of(counts))

    assert facts.get("K207") == ({"percent": 50} if swapped else None)
    assert ("K206" in facts) is not swapped


def test_a_tie_for_the_first_place_is_told() -> None:
    """Also between three, and with questionable."""
    counts = {
        "Two": (100, 100, 5), "Three": (70, 70, 70), "Odd": (0, 0, 0, 100, 0, 100), "None": (),
        "Second": (150, 40, 40),
    }  # fmt: skip

    assert set(found(result_of(counts))["K301"]["names"]) == {"Two", "Three", "Odd"}  # type: ignore[arg-type]


def test_rules_that_disagree_are_told() -> None:
    """The hotline: mode says indifferent, block and near-tie say wow."""
    counts = {**FINE, "Hotline": (15, 24, 121, 124, 6, 6)}

    assert found(result_of(counts)) == {"K302": {"names": ("Hotline",)}}


def test_findings_come_in_the_order_of_their_codes() -> None:
    """Whatever found them first."""
    counts = {"A": (9, 9, 0, 0, 0, 2), "Ads": (1, 0, 0, 0, 9)}
    codes = [finding.code for finding in result_of(counts, half={"A": 1}).findings]

    assert codes == sorted(codes)
    assert codes == ["K201", "K203", "K204", "K206", "K215", "K301", "K302"]


def test_every_code_of_quality_and_statistics_can_be_produced() -> None:
    """By the surveys of this file; those about respondents are in test_careless.py."""
    surveys: list[Counts] = [
        {"A": (9, 9, 0, 0, 0, 2), "Muddle": (0, 0, 0, 0, 0, 9)},
        {"A": (100,)},
        {"Ads": (0, 0, 0, 0, 300)},
        {"Hotline": (15, 24, 121, 124, 6, 6), "Ads": (10, 0, 0, 0, 15)},
    ]
    codes = {code for counts in surveys for code in found(result_of(counts, half={"A": 1}))}

    of_one_survey = {code for code in CATALOGUE if code < "K303"}  # beyond: two surveys compared
    expected = {code for code in of_one_survey if code[1] in "23"} - OF_RESPONDENTS
    assert codes == expected


def test_a_finding_has_the_severity_of_the_catalogue() -> None:
    """A warning may change a decision; the rest is good to know."""
    result = result_of({"A": (9,)}, half={"A": 1})

    assert [finding.severity for finding in result.findings] == [Severity.WARNING, Severity.INFO]


def test_the_short_form_is_judged_without_pairs_that_it_lacks() -> None:
    """It has no questionable and no reverse."""
    assert found(result_of({"A": (0, 20, 180)}, Settings(SHORT3X3))) == {}


def test_categories_are_judged_as_the_file_counts_them() -> None:
    """Which table made them is not known, so no message says that it was the standard one."""
    counts = {"Muddle": (300, 0, 0, 0, 0, 20)}
    told = [
        words("en").finding(result.findings[0])[0]
        for result in (result_of(counts), categories_of(counts))
    ]

    start = "more than 5 % of the pairs of answers contradict themselves"
    assert told == [
        f"{start} (standard table): Muddle 6.2 %",
        f"{start}, as the file counts them: Muddle 6.2 %",
    ]
