"""Shares with their intervals, and what every rule says and why."""

from collections.abc import Iterator

from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.core.intervals import share_z
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.core.scores import CONTINUOUS, LINE
from kano_cli.report.numbers import amount, decimal, level
from kano_cli.report.page import SEPARATOR
from kano_cli.report.words import Words

_ROUGH = 5
"""Goodman's intervals are rough for counts below this."""
_FORMULA = "(n·p + z²/2 ± z √(n·p(1 − p) + z²/4)) / (n + z²)"


def share_lines(
    settings: Settings, feature: FeatureResult, words: Words
) -> Iterator[tuple[str, str]]:
    """Which kind of interval it is, its formula, and each share with its own."""
    z = decimal(share_z(settings.confidence, settings.intervals), 6)
    facts = {"percent": level(settings.confidence), "z": z, "formula": _FORMULA}
    facts["n"] = amount(feature.size)
    yield words("explain", "shares"), words("explain", f"shares_{settings.intervals}", **facts)
    simultaneous = settings.intervals == "goodman"
    for category, count, share, (low, high) in zip(
        Category, feature.counts, feature.shares, feature.share_intervals, strict=True
    ):
        rough = (
            f" ({words('explain', 'rough')})"
            if simultaneous and feature.sized(count) < _ROUGH
            else ""
        )
        text = words(
            "explain",
            "share",
            category=words.category(category),
            count=amount(count),
            answered=amount(feature.answered),
            value=decimal(share, 4),
            low=decimal(low, 4),
            high=decimal(high, 4),
        )
        yield "", f"{text}{rough}"


def rule_text(rule: str, feature: FeatureResult, words: Words) -> str:
    """How a rule comes to its category, with the numbers of this feature."""
    counts = dict(zip(CATEGORY_WORDS, feature.counts, strict=True))
    wanted = counts["basic"] + counts["performance"] + counts["wow"]
    return words(
        "explain",
        rule,
        wanted=amount(wanted),
        other=amount(feature.answered - wanted),
        adds=_against(2 * (counts["wow"] + counts["performance"]), feature.classified),
        costs=_against(2 * (counts["basic"] + counts["performance"]), feature.classified),
    )


def rule_lines(feature: FeatureResult, words: Words) -> Iterator[tuple[str, str]]:
    """What every rule says; where they disagree, how each comes to it."""
    said = {name: _said(category, words) for name, category in feature.rules.items()}
    text = SEPARATOR.join(f"{name} {word}" for name, word in said.items())
    yield words("explain", "rules"), text
    if feature.rules_disagree:
        for name, word in said.items():
            if name != CONTINUOUS:
                yield "", f"{rule_text(name, feature, words)}: {word}"
    if CONTINUOUS in said:
        yield "", _continuous(feature, said[CONTINUOUS], words)


def _continuous(feature: FeatureResult, said: str, words: Words) -> str:
    """Both means against the line, or why there is nothing to say."""
    functional, dysfunctional = feature.functional_score, feature.dysfunctional_score
    if feature.rules[CONTINUOUS] is None:
        return words("explain", "no_continuous", count=amount(functional.n))
    facts = {
        "functional": f"{decimal(functional.mean, 4)} {_sign(functional.mean)} 2",
        "dysfunctional": f"{decimal(dysfunctional.mean, 4)} {_sign(dysfunctional.mean)} 2",
    }
    return f"{words('explain', CONTINUOUS, **facts)}: {said}"


def _sign(mean: float) -> str:
    """On which side of the line a mean lies."""
    return "≥" if mean >= LINE else "<"


def _said(category: Category | None, words: Words) -> str:
    """A category, or that there is none."""
    return words.category(category) if category is not None else words("category", "outside")


def _against(value: float, line: float) -> str:
    """A number beside the line that it must reach."""
    return f"{amount(value)} {'≥' if value >= line else '<'} {amount(line)}"
