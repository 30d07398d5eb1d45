"""Numbers as text: the only place, and the same in every language."""

import re
from math import nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli import classify
from kano_cli.core.categories import Category
from kano_cli.report.explanation import explain_page
from kano_cli.report.glyphs import bar
from kano_cli.report.numbers import certainty, count, decimal, level, p_value, percent, shortest
from kano_cli.report.page import classify_page
from kano_cli.report.words import words

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.8148, "−0.81"),
        (0.5, "0.50"),
        (-0.0, "0.00"),
        (-0.004, "0.00"),
        (-0.006, "−0.01"),
        (0.0, "0.00"),
        (1.0, "1.00"),
        (nan, "–"),
        (1234.5, "1234.50"),
    ],
)
def test_a_decimal_has_a_real_minus_and_no_negative_zero(value: float, text: str) -> None:
    """Two decimals, and a dash for what does not exist."""
    assert decimal(value) == text


@pytest.mark.parametrize(
    ("chance", "text"),
    [
        (1.0, "> 99 %"),
        (0.9901, "> 99 %"),
        (0.99, "99 %"),
        (0.714, "71 %"),
        (0.01, "1 %"),
        (0.0099, "< 1 %"),
        (0.0, "< 1 %"),
        (nan, "–"),
    ],
)
def test_a_chance_never_claims_to_be_sure(chance: float, text: str) -> None:
    """Neither that it is, nor that it is not."""
    assert certainty(chance) == text


@pytest.mark.parametrize(
    ("p", "text"),
    [(0.067203, "0.0672"), (0.0001, "0.0001"), (0.00009, "< 0.0001"), (1.0, "1.0000"), (nan, "–")],
)
def test_a_p_value_has_four_decimals_or_a_bound(p: float, text: str) -> None:
    """So that 0.0499 is not shown as 0.050."""
    assert p_value(p) == text


def test_shares_are_whole_percents_and_levels_keep_their_decimals() -> None:
    """99.9 % confidence is not 100 %."""
    assert [percent(share) for share in (0.0, 0.305, 0.5, 1.0, nan)] == [
        "0 %", "30 %", "50 %", "100 %", "–",
    ]  # fmt: skip
    assert [level(part) for part in (0.9, 0.95, 0.975, 0.999)] == [
        "90 %",
        "95 %",
        "97.5 %",
        "99.9 %",
    ]
    assert [shortest(value) for value in (0.5, 1.0, 0.25)] == ["0.5", "1", "0.25"]
    assert [count(n) for n in (0, 12, 1_000_000)] == ["0", "12", "1000000"]


@given(st.lists(st.integers(0, 10**6), min_size=6, max_size=6).filter(any), st.integers(1, 60))
def test_a_bar_fills_its_places_exactly(counts: list[int], width: int) -> None:
    """Each category within one place of its share; none that nobody chose."""
    shares = [n / sum(counts) for n in counts]
    places = dict(bar(shares, width))

    assert sum(places.values()) == width
    for category in Category:
        assert abs(places[category] - shares[category] * width) < 1
        assert counts[category] or not places[category]


def test_a_bar_of_nothing_is_empty() -> None:
    """Nobody answered."""
    assert bar([nan] * 6, 22) == []


@pytest.mark.parametrize("folder", ["mobile-provider-nl", "saas-en"])
def test_numbers_are_the_same_characters_in_both_languages(folder: str) -> None:
    """On the table, in what to do, in the findings, and on every feature's page."""
    result = classify(SAMPLES / folder / "survey.csv")

    def numbers(lang: str) -> list[list[str]]:
        page = classify_page(result, words(lang))
        rows = [
            " ".join([r.rank, r.sure, r.better, r.worse, r.answered, r.importance, *r.counts])
            for r in page.rows
        ]
        told = [
            *rows, page.headline, *page.legend, *(f"{f.text} {f.hint}" for f in page.findings),
        ]  # fmt: skip
        for feature in result.features:
            explained = explain_page(result, feature, words(lang))
            told += [explained.verdict, *explained.totals, *(text for _, text in explained.lines)]
        return [sorted(re.findall(r"[<>–−]? ?\d[\d.]*(?: %)?", text)) for text in told]

    assert numbers("en") == numbers("nl")
