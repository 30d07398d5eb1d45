"""The page of a weighted feature: every number follows from the grid and the line on weights."""

import re
from math import sqrt
from statistics import NormalDist

import numpy as np
import pytest
from scipy.special import betainc

from kano_cli.analysis import analyse
from kano_cli.core.result import KanoResult
from kano_cli.report.explanation import Explanation, explain_page
from kano_cli.report.words import words
from kano_cli.study.responses import Feature, Responses
from tests.report.pencil import number, wilson

PAGE_LANGUAGES = ("en", "nl")


def weighted_result() -> KanoResult:
    """Sixty people, drawn once, with weights of 0.5, 1 and 1.75."""
    random = np.random.Generator(np.random.PCG64(7))
    codes = random.integers(1, 6, (60, 2)).astype(np.int8)
    ratings = random.integers(1, 10, (60, 1)).astype(np.float32)
    weights = random.choice([0.5, 1.0, 1.75], 60)
    features = (Feature("a", "A"),)
    answers = (codes[:, :1].copy(), codes[:, 1:].copy(), ratings)
    return analyse(Responses(features, *answers, weights=weights, weight_column="W"))


def lines(page: Explanation, label: str) -> list[str]:
    """The line of a label, and those that go on with it."""
    at = next(place for place, line in enumerate(page.lines) if line[0] == label)
    more = [text for name, text in page.lines[at + 1 :]]
    names = [name for name, _ in page.lines[at + 1 :]]
    end = next((place for place, name in enumerate(names) if name), len(names))
    return [page.lines[at][1], *more[:end]]


def test_tests_and_intervals_follow_from_grid_and_weights() -> None:
    """The pencil needs the sum of weights and what they are worth, both on the page."""
    result = weighted_result()
    page = explain_page(result, result.features[0], words("en"))
    counts = [
        sum(number(cell.count) for row in page.grid for cell in row if cell.letter == letter)
        for letter in "MOAIRQ"
    ]
    told = re.search(r"weights of ([\d.]+) in all, worth ([\d.]+) without", " ".join(page.totals))
    assert told is not None
    total, size = map(float, told.groups())
    assert sum(counts) == total
    assert size < 60
    scale = size / total

    a, b = sorted((count * scale for count in counts[:5]), reverse=True)[:2]
    chance = lines(page, "Chance")[0]
    p = min(1.0, 2 * float(betainc(a, b + 1, 0.5)))
    assert f"= {p:.4f}, not distinct" in chance
    m, o, wow, i, *_ = counts
    value, interval = lines(page, "Better")
    assert number(value.split(" = ")[-1]) == pytest.approx((wow + o) / (m + o + wow + i), abs=5e-5)
    ends = wilson((wow + o) * scale, (m + o + wow + i) * scale, 0.95)  # type: ignore[arg-type]  # sums of weights
    text = interval.split("): ", 1)[1].rsplit(" = ", 1)[0]
    text = text.replace("z²", "z*z").replace("·", "*").replace("√", "*sqrt")
    z = NormalDist().inv_cdf(0.975)
    worked = sorted(
        eval(text.replace("±", sign), {"z": z, "sqrt": sqrt})  # noqa: S307  # our own formula
        for sign in "+-"
    )
    assert worked == pytest.approx(ends, abs=1e-4)
    shown = [number(end) for end in interval.split(" = ")[-1].split(" to ")]
    assert shown == pytest.approx(ends, abs=1e-4)


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_no_sum_of_weights_shows_more_than_four_decimals(lang: str) -> None:
    """0.1 + 0.2 is no 0.30000000000000004 on any line."""
    result = weighted_result()
    page = explain_page(result, result.features[0], words(lang))

    assert not re.search(
        r"\d\.\d{5,}", " ".join(text for _, text in page.lines).replace("1.959964", "")
    )
    assert re.search(r"worth|goed voor", " ".join(page.totals))


def test_weights_that_are_all_alike_are_told_and_change_no_formula() -> None:
    """The page has one line more, and the words of a weighted test."""
    codes = np.array([[1], [1], [3]], np.int8)
    other = np.array([[5], [3], [3]], np.int8)
    page = [
        explain_page(result, result.features[0], words("en"))
        for result in (
            analyse(Responses((Feature("a", "A"),), codes, other)),
            analyse(
                Responses((Feature("a", "A"),), codes, other, weights=np.ones(3), weight_column="W")
            ),
        )
    ]

    assert len(page[1].totals) == len(page[0].totals) + 1
    assert lines(page[0], "Better") == lines(page[1], "Better")
    assert lines(page[0], "Strength") == lines(page[1], "Strength")
