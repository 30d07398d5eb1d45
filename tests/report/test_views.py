"""Shares with their intervals, on the page and in JSON, and what the mean scores say."""

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.result import Settings
from kano_cli.core.rules import RULES
from kano_cli.report.explanation import explain_page
from kano_cli.report.words import words
from tests.report.surveys import result_of

BILL = {"Bill": (88, 79, 26, 39, 2, 5)}


def lines(settings: Settings, lang: str = "en") -> list[str]:
    """The lines of the bill's page."""
    result = result_of(BILL, settings)
    return [text for _, text in explain_page(result, result.features[0], words(lang)).lines]


@pytest.mark.parametrize(
    ("kind", "lang", "told"),
    [
        ("wilson", "en", "95 % intervals (Wilson, each share by itself, z = 1.959964, n = 239)"),
        ("goodman", "en", "95 % intervals (Goodman, all six at once, z = 2.638257, n = 239)"),
        ("goodman", "nl", "95 %-intervallen (Goodman, alle zes tegelijk, z = 2.638257, n = 239)"),
    ],
)
def test_the_kind_of_interval_is_named(kind: str, lang: str, told: str) -> None:
    """In words, with the z of its formula."""
    assert any(line.startswith(told) for line in lines(Settings(intervals=kind), lang))


def test_small_counts_are_rough_under_goodman_only() -> None:
    """2 reverse is below 5, 5 questionable is not."""
    alone, at_once = (lines(Settings(intervals=kind)) for kind in ("wilson", "goodman"))

    assert "basic 88 / 239 = 0.3682, 0.3096 to 0.4310" in alone
    assert "basic 88 / 239 = 0.3682, 0.2907 to 0.4532" in at_once
    assert [line for line in alone + at_once if "rough" in line] == [
        "reverse 2 / 239 = 0.0084, 0.0016 to 0.0430 (below 5, so rough)"
    ]


def test_why_the_rules_disagree_is_told_only_where_they_do() -> None:
    """All alike: one line for all, one for the means."""
    alike = result_of({"A": (1, 90, 2, 2)})
    page = explain_page(alike, alike.features[0], words("en"))
    texts = [text for _, text in page.lines]

    assert not any(text.startswith("Rule block") for text in texts)
    assert any(text.endswith("dysfunctional 3.8316 ≥ 2: performance") for text in texts)
    apart = result_of({"Hotline": (15, 24, 121, 124, 6, 6)})
    page = explain_page(apart, apart.features[0], words("en"))
    block = next(text for _, text in page.lines if text.startswith("Rule block"))
    assert "= 160, indifferent + reverse + questionable = 136" in block
    assert block.endswith(": wow")


def test_mean_scores_that_disagree_are_marked_and_never_the_category() -> None:
    """All four rules say wow, the means say indifferent: K302, and wow stays."""
    result = result_of({"A": (10, 20, 70, 30, 60)})
    (feature,) = result.features
    said = {name: said and said.word for name, said in feature.rules.items()}

    assert said == {**dict.fromkeys(RULES, "wow"), "continuous": "indifferent"}
    assert feature.category is Category.WOW
    assert "K302" in {finding.code for finding in result.findings}
    page = explain_page(result, feature, words("nl"))
    told = next(text for _, text in page.lines if text.startswith("continuous, nooit"))
    assert told.endswith("functioneel 1.2632 < 2, disfunctioneel 0.0000 < 2: onverschillig")
