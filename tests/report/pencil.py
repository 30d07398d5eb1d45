"""Rules, mean scores and shares of a feature worked out once more, and in another way."""

import re
from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

import pytest

from kano_cli.report.explanation import Explanation

RULES = ("mode", "block", "near-tie", "quadrant")
WORDS = ["basic", "performance", "wow", "indifferent", "reverse", "questionable"]


def number(text: str) -> float:
    """A printed number."""
    return float(text.replace("−", "-"))


def chosen(counts: Sequence[int], rule: str) -> int | None:
    """What a rule says, written once more and in another way."""
    m, o, a, i, r, q = counts
    if rule == "mode":
        return max(range(6), key=lambda at: (counts[at], -at))
    if rule == "block":
        first = m + o + a > i + r + q
        return max(range(3) if first else range(3, 6), key=lambda at: (counts[at], -at))
    if rule == "near-tie":
        order = sorted(range(5), key=lambda at: (-counts[at], at))
        one, two = order[:2]
        if q > counts[one]:
            return 5
        near = counts[two] and 100 * (counts[one] - counts[two]) <= 6 * sum(counts)
        return min(one, two) if near else one
    if not m + o + a + i:
        return None
    high_better, high_worse = 2 * (a + o) >= m + o + a + i, 2 * (m + o) >= m + o + a + i
    return {(True, True): 1, (True, False): 2, (False, True): 0, (False, False): 3}[
        (high_better, high_worse)
    ]


def wilson(part: int, base: int, confidence: float) -> tuple[float, float]:
    """Wilson's interval of part / base, in the form of the textbooks."""
    z, p = NormalDist().inv_cdf((1 + confidence) / 2), part / base
    middle = (p + z * z / (2 * base)) / (1 + z * z / base)
    half = z / (1 + z * z / base) * sqrt(p * (1 - p) / base + z * z / (4 * base * base))
    return middle - half, middle + half


def check_rules(page: Explanation, said: dict[str, list[str]], counts: list[int]) -> None:
    """What each rule says, and the mean scores; how they come to it where they disagree."""
    names = [chosen(counts, rule) for rule in RULES]
    parts = [
        f"{rule} {WORDS[at] if at is not None else 'none'}"
        for rule, at in zip(RULES, names, strict=True)
    ]
    said_all, *why, means = said["Rules"]
    x, y = (found[at] for at in (1, 0)) if (found := scores_of(page)) else (0.0, 0.0)
    expected = {(1, 1): 1, (1, 0): 2, (0, 1): 0, (0, 0): 3}[(y >= 2, x >= 2)] if found else None
    word = WORDS[expected] if expected is not None else "none"
    assert said_all == " · ".join([*parts, f"continuous {word}"])
    if expected is None:
        assert "needs two pairs with a score" in means
    else:
        assert means.endswith(f": {word}")
        shown = [number(part) for part in re.findall(r"functional (\S+) [≥<] 2", means)]
        assert shown == pytest.approx([y, x], abs=5.1e-5)
    # Neither plane holds reverse and questionable, so there they cannot dissent.
    able = names[:3] if page.category in (4, 5) else [*names, *filter_none(expected)]
    assert bool(why) is (len(set(able)) > 1)
    for line, part in zip(why, parts, strict=False):
        assert line.startswith(f"Rule {part.split()[0]}")
        assert line.endswith(f": {part.split()[1]}")


def filter_none(at: int | None) -> list[int]:
    """A category, if there is one."""
    return [] if at is None else [at]


def scores_of(page: Explanation) -> list[float]:
    """Both means, functional first, from the pairs that are not questionable; none below two."""
    kept = [[0 if c.letter == "Q" else int(c.count) for c in row] for row in page.grid]
    down, across = [sum(row) for row in kept], [sum(column) for column in zip(*kept, strict=True)]
    if sum(down) < 2:
        return []
    both = ((down, (4, 2, 0, -1, -2)), (across, (-2, -1, 0, 2, 4)))
    return [sum(n * w for n, w in zip(counts, weights, strict=True)) / sum(down)
            for counts, weights in both]  # fmt: skip


def check_shares(said: dict[str, list[str]], counts: list[int], confidence: float) -> None:
    """Each share with Wilson's interval."""
    kind, *shown = said["Shares"]
    assert kind.startswith(f"{100 * confidence:g} % intervals (Wilson, each share by itself, z = ")
    n = sum(counts)
    for text, word, count in zip(shown, WORDS, counts, strict=True):
        low, high = wilson(count, n, confidence)
        told, ends = text.split(", ")
        assert told == f"{word} {count} / {n} = {count / n:.4f}"
        assert [number(end) for end in ends.split(" to ")] == pytest.approx([low, high], abs=5.1e-5)
