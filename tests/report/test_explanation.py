"""The page of a feature: every number on it follows from its own 5x5 grid, by pencil."""

import re
from math import comb, sqrt
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

from kano_cli import classify
from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.report.explanation import Explanation, explain_page
from kano_cli.report.words import words
from tests.report.pencil import RULES, WORDS, check_rules, check_shares, chosen, number, wilson
from tests.report.surveys import hard_results

SAMPLES = Path(__file__).parents[2] / "samples"
ENGLISH = words("en")


def lines_of(page: Explanation) -> dict[str, list[str]]:
    """The lines of a page by their label; a line without one goes on."""
    found: dict[str, list[str]] = {}
    for label, text in page.lines:
        if label:
            last = found[label] = [text]
        else:
            last.append(text)
    return found


def counts_of(page: Explanation) -> list[int]:
    """The six counts, from the grid alone."""
    cells = [cell for row in page.grid for cell in row]
    return [sum(int(c.count) for c in cells if c.letter == letter) for letter in "MOAIRQ"]


def fair(a: int, b: int) -> float:
    """Two-sided chance of a against b if both were equally common, in whole numbers."""
    n = a + b
    return min(1.0, 2 * sum(comb(n, k) for k in range(a, n + 1)) / (1 << n))


@pytest.mark.parametrize("folder", ["mobile-provider-nl", "saas-en"])
@pytest.mark.parametrize("table", ["standard", "pouliot"])
@pytest.mark.parametrize("rule", RULES)
def test_every_number_follows_from_the_grid(folder: str, table: str, rule: str) -> None:
    """For every feature of both samples."""
    result = classify(SAMPLES / folder / "survey.csv", table=table, rule=rule, confidence=0.9)
    for feature in result.features:
        check(explain_page(result, feature, ENGLISH), result)


@pytest.mark.parametrize("name", [name for name in hard_results() if name != "categories only"])
def test_every_number_of_a_hard_result_follows_from_the_grid(name: str) -> None:
    """As far as it has numbers."""
    result = hard_results()[name]
    for feature in result.features:
        check(explain_page(result, feature, ENGLISH), result)


def check(page: Explanation, result: KanoResult) -> None:
    """Recompute a page."""
    counts, said, rule = counts_of(page), lines_of(page), result.settings.rule
    answered = sum(counts)
    told = ", ".join(f"{n} {word}" for n, word in zip(counts, WORDS, strict=True))
    assert page.totals[0] == f"{told}: {answered} answered"
    if not answered:
        assert said["Category"] == [ENGLISH("explain", "no_answers")]
        assert list(said) == ["Table", "Category"]
        return
    expected = chosen(counts, rule)
    check_category(page, said, expected, counts)
    if expected is not None:
        check_certainty(said, expected, counts)
    check_rules(page, said, counts)
    check_shares(said, counts, result.settings.confidence)
    check_tests(said, counts, result.settings.confidence)
    check_coefficients(said, counts, result.settings.confidence)
    check_scores(page, said)


def check_category(
    page: Explanation, said: dict[str, list[str]], expected: int | None, counts: list[int]
) -> None:
    """The category, its count and share, and the lead over the runner-up."""
    assert page.category is (None if expected is None else Category(expected))
    if expected is None:
        assert said["Category"][0].startswith("none. Rule quadrant places")
        assert "Certainty" not in said
        return
    n, answered = counts[expected], sum(counts)
    share = f"{n} of {answered} ({100 * n / answered:.0f} %)"
    assert said["Category"][0].startswith(WORDS[expected])
    assert f": {share}. Rule " in said["Category"][0]
    rivals = [0 if at in (expected, 5) else of for at, of in enumerate(counts)]
    if not any(rivals):
        assert said["Runner-up"] == ["none"]
        return
    second = max(range(5), key=lambda at: (rivals[at], -at))
    lead = n - rivals[second]
    text = f"{WORDS[second]}, {rivals[second]} of {answered}: "
    if lead < 0:
        assert said["Runner-up"] == [text + "more than the category that the rule chose"]
    else:
        points = 100 * lead / answered
        lead_text = f"a lead of {lead}, or 100·{lead}/{answered} = {points:.1f} points"
        assert said["Runner-up"] == [text + lead_text]


def check_certainty(said: dict[str, list[str]], expected: int, counts: list[int]) -> None:
    """The chance that the category is the most common one, by drawing it 40,000 times."""
    draws = np.random.default_rng(7).gamma(np.array(counts) + 0.5, size=(40_000, 6))
    drawn = 100 * float((draws.argmax(axis=1) == expected).mean())
    sure = said["Certainty"][0].split(":")[0]
    low, high = {"> 99 %": (98.5, 100.0), "< 1 %": (0.0, 1.5)}.get(sure, (0.0, 0.0))
    if high:
        assert low <= drawn <= high
    else:
        assert drawn == pytest.approx(int(sure.removesuffix(" %")), abs=1.5)
    assert f"the chance that {WORDS[expected]} is" in said["Certainty"][0]


def check_tests(said: dict[str, list[str]], counts: list[int], confidence: float) -> None:
    """The exact test and Fong's, each with its verdict."""
    n = sum(counts)
    a, b = sorted(counts[:5], reverse=True)[:2]
    if not a:
        assert "Chance" not in said
        assert "Fong" not in said
        return
    bound = 1.65 * sqrt((a + b) * (2 * n - a - b) / (2 * n))
    verdict = "distinct" if a - b >= bound else "not distinct"
    assert re.fullmatch(
        re.escape(f"|{a} − {b}| = {a - b} against 1.65 √(({a} + {b}) (2·{n} − {a} − {b})")
        + re.escape(f" / (2·{n})) = {bound:.4f}: {verdict}"),
        said["Fong"][0],
    )
    error = 2 * NormalDist().cdf(-1.65 * sqrt(1 - (a + b) / n / 2))
    assert f"here it is in {100 * error:.0f} %" in said["Fong"][1]
    p = fair(a, b)
    shown = "< 0.0001" if p < 0.0001 else f"{p:.4f}"
    assert f"{a} against {b} is like {a} heads in {a + b} tosses" in said["Chance"][0]
    verdict = "distinct" if p < 1 - confidence else "not distinct"
    assert said["Chance"][0].endswith(f" = {shown}, {verdict}")


def check_coefficients(said: dict[str, list[str]], counts: list[int], confidence: float) -> None:
    """Better, Worse, their intervals, and the strengths."""
    m, o, a, i, *_ = counts
    base, answered = m + o + a + i, sum(counts)
    for label, part, sign in (("Better", a + o, 1), ("Worse", m + o, -1)):
        if not base:
            assert said[label][0].endswith("/ 0 classified = –")
            assert len(said[label]) == 1
            continue
        value, interval = said[label]
        assert number(value.split(" = ")[-1]) == pytest.approx(sign * part / base, abs=5.1e-5)
        ends = sorted(sign * end for end in wilson(part, base, confidence))
        shown = [number(end) for end in interval.split(" = ")[-1].split(" to ")]
        assert shown == pytest.approx(ends, abs=5.1e-5)
        assert f"{100 * confidence:g} % interval" in interval
        z = NormalDist().inv_cdf((1 + confidence) / 2)
        assert f"z = {z:.6f}" in interval
        assert filled_in(interval, z) == pytest.approx(ends, abs=5.1e-5)
    total = said["Strength"][0]
    assert total == f"total ({m} + {o} + {a}) / {answered} = {(m + o + a) / answered:.4f}"


def filled_in(interval: str, z: float) -> list[float]:
    """What the printed formula gives when a reader works it out."""
    text = interval.split("): ", 1)[1].rsplit(" = ", 1)[0]
    text = text.replace("z²", "z*z").replace("·", "*").replace("−", "-").replace("√", "*sqrt")
    both = [text.replace("±", sign) for sign in "+-"]
    return sorted(eval(one, {"z": z, "sqrt": sqrt}) for one in both)  # noqa: S307


def check_scores(page: Explanation, said: dict[str, list[str]]) -> None:
    """Both scores, from the pairs that are not questionable."""
    kept = [[0 if c.letter == "Q" else int(c.count) for c in row] for row in page.grid]
    down, across = [sum(row) for row in kept], [sum(column) for column in zip(*kept, strict=True)]
    n = sum(down)
    for text, values, counts in (
        (said["Scores"][0], (4, 2, 0, -1, -2), down),
        (said["Scores"][1], (-2, -1, 0, 2, 4), across),
    ):
        if not n:
            assert text.endswith(" –")
            continue
        mean = sum(value * count for value, count in zip(values, counts, strict=True)) / n
        assert number(text.split(" = ")[-1]) == pytest.approx(mean, abs=5.1e-5)
        terms = text.split("(", 1)[1].split(")")[0].replace("·", "*").replace("−", "-")
        assert eval(terms) == pytest.approx(mean * n)  # noqa: S307
        assert f") / {n} = " in text
    left_out = sum(counts_of(page)) - n
    assert said["Scores"][2].startswith(f"from −2 to 4; {left_out} questionable pair")
