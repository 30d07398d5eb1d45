"""Every number of a feature with its formula filled in, to recompute with a pencil."""

from collections.abc import Iterator, Sequence
from math import isnan
from statistics import NormalDist
from typing import TypeAlias

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.core.scores import DYSFUNCTIONAL, FUNCTIONAL
from kano_cli.report.numbers import (
    DASH,
    MINUS,
    amount,
    certainty,
    decimal,
    level,
    p_value,
    percent,
    shortest,
)
from kano_cli.report.sure import category_words
from kano_cli.report.views import rule_text, share_lines
from kano_cli.report.words import Words

Line: TypeAlias = tuple[str, str]
"""A label and a text; a line without a label goes on with the one before."""


def formulas(
    settings: Settings,
    feature: FeatureResult,
    words: Words,
    importance_scale: tuple[float, float] | None = None,
) -> Iterator[Line]:
    """A line per number of a feature that somebody answered."""
    yield words("explain", "category"), _category(settings, feature, words)
    if feature.category is not None:
        yield words("explain", "runner_up"), _runner_up(feature, words)
    yield from _tests(settings, feature, words)
    yield from share_lines(settings, feature, words)
    yield from _coefficients(settings, feature, words)
    yield from _strength(feature, words)
    yield from _scores(settings, feature, words)
    if rated := feature.importance:
        mean, sd = decimal(rated.mean), decimal(rated.sd)
        ends = tuple(map(shortest, importance_scale or ()))
        key = "importance_scale" if ends else "importance_no_scale"
        scale = words("explain", key, low=ends[0], high=ends[1]) if ends else words("explain", key)
        key = "importance_text" if feature.effective_n is None else "importance_weighted"
        text = words("explain", key, mean=mean, sd=sd, n=amount(rated.n))
        yield words("explain", "importance"), f"{text}; {scale}"
        if ends:
            yield "", _scaled(feature, ends, words)


def _scaled(feature: FeatureResult, ends: tuple[str, ...], words: Words) -> str:
    """The importance between 0 and 1, and both coefficients times it."""
    low, high = ends
    mean = decimal(feature.importance.mean, 4) if feature.importance else DASH
    facts = {
        "weight": f"({mean} {MINUS} {low}) / ({high} {MINUS} {low}) = "
        f"{decimal(feature.importance_weight, 4)}",
        "better": decimal(feature.scaled_better, 4),
        "worse": decimal(feature.scaled_worse, 4),
    }
    return words("explain", "importance_scaled", **facts)


def _category(settings: Settings, feature: FeatureResult, words: Words) -> str:
    """The count that was chosen, and the rule that chose it."""
    if feature.category is None:
        return f"{category_words(feature, words)}. {words('explain', 'unplaced')}"
    rule = rule_text(settings.rule, feature, words)
    tie = f"; {words('explain', 'tied')}" if feature.tied else ""
    name = category_words(feature, words)
    n = feature.counts[feature.category]
    share = percent(n / feature.answered)
    facts = {"count": amount(n), "answered": amount(feature.answered), "percent": share}
    first = words("explain", "first", **facts)
    return f"{name}: {first}. {rule}{tie}"


def _runner_up(feature: FeatureResult, words: Words) -> str:
    """The rival, and how far behind it is."""
    if feature.runner_up is None or feature.category is None:
        return words("explain", "none")
    second = feature.counts[feature.runner_up]
    lead = feature.counts[feature.category] - second
    facts = {
        "category": words.category(feature.runner_up),
        "count": amount(second),
        "answered": amount(feature.answered),
    }
    if lead < 0:
        return words("explain", "behind", **facts)
    points = decimal(100 * lead / feature.answered, 1)
    return words("explain", "runner", lead=amount(lead), points=points, **facts)


def _tests(settings: Settings, feature: FeatureResult, words: Words) -> Iterator[Line]:
    """Whether the lead is real, by the exact test, by certainty and by Fong."""
    test = feature.fong
    if test is not None:
        told = words("explain", "distinct" if feature.distinct else "not_distinct")
        p = p_value(feature.p_value)
        key = "chance_text" if feature.effective_n is None else "chance_weighted"
        a, b, n = amount(test.a), amount(test.b), amount(test.a + test.b)
        text = words("explain", key, a=a, b=b, n=n, p=p)
        yield words("explain", "chance"), f"{text}, {told}"
    if feature.category is not None:
        sure, category = certainty(feature.certainty), words.category(feature.category)
        facts = {"sure": sure, "category": category, "prior": shortest(settings.prior)}
        yield words("explain", "certainty"), words("explain", "certainty_text", **facts)
    if test is not None:
        told = words("explain", "distinct" if test.distinct else "not_distinct")
        numbers = {name: amount(getattr(test, name)) for name in ("a", "b", "n", "difference")}
        text = words("explain", "fong_text", bound=decimal(test.bound, 4), **numbers)
        yield words("explain", "fong"), f"{text}: {told}"
        yield "", words("explain", "fong_caution", error=percent(test.true_error))


def _coefficients(settings: Settings, feature: FeatureResult, words: Words) -> Iterator[Line]:
    """Better and Worse, each with its Wilson interval."""
    basic, performance, wow, *_ = feature.counts
    for key, sign, part, value, ends in (
        ("better", "", wow + performance, feature.better, feature.better_interval),
        ("worse", MINUS, basic + performance, feature.worse, feature.worse_interval),
    ):
        counts = {"basic": basic, "performance": performance, "wow": wow}
        counts["classified"] = feature.classified
        facts = {name: amount(n) for name, n in counts.items()}
        text = words("explain", f"{key}_text", value=decimal(value, 4), **facts)
        yield words("explain", key), text
        if isnan(value):
            continue
        z = NormalDist().inv_cdf((1 + settings.confidence) / 2)
        low, high = (decimal(end, 4) for end in ends)
        yield (
            "",
            words(
                "explain",
                "interval",
                percent=level(settings.confidence),
                z=decimal(z, 6),
                formula=_wilson(sign, feature.sized(part), feature.sized(feature.classified)),
                low=low,
                high=high,
            ),
        )


def _wilson(sign: str, part: float, base: float) -> str:
    """Wilson's interval of `part` / `base`, filled in but for z."""
    x, rest, n = amount(part), amount(base - part), amount(base)
    return f"{sign}({x} + z²/2 ± z √({x}·{rest}/{n} + z²/4)) / ({n} + z²)"


def _strength(feature: FeatureResult, words: Words) -> Iterator[Line]:
    """Total and category strength."""
    basic, performance, wow, *_ = feature.counts
    test = feature.fong
    wanted = " + ".join(map(amount, (basic, performance, wow)))
    facts = {
        "sum": f"({wanted}) / {amount(feature.answered)}",
        "value": decimal(feature.total_strength, 4),
    }
    yield words("explain", "strength"), words("explain", "total_strength", **facts)
    if test is not None:
        facts = {
            "lead": f"({amount(test.a)} {MINUS} {amount(test.b)}) / {amount(test.n)}",
            "value": decimal(feature.category_strength, 4),
        }
        yield "", words("explain", "category_strength", **facts)


def _scores(settings: Settings, feature: FeatureResult, words: Words) -> Iterator[Line]:
    """The means of the continuous analysis; pairs that the table calls questionable stay out."""
    label = words("explain", "scores")
    if feature.answers is None:
        yield label, words("explain", "no_scores")
        return
    kept = [
        [0 if cell == Category.QUESTIONABLE else n for n, cell in zip(counts, cells, strict=True)]
        for counts, cells in zip(feature.answers, settings.table.cells.tolist(), strict=True)
    ]
    down, across = [sum(row) for row in kept], [sum(column) for column in zip(*kept, strict=True)]
    for key, counts, weights, mean in (
        ("functional_score", down, FUNCTIONAL, feature.functional_score),
        ("dysfunctional_score", across, DYSFUNCTIONAL, feature.dysfunctional_score),
    ):
        terms = _weighted(counts, [int(weight) for weight in weights])
        formula = f"({terms}) / {amount(sum(down))} = {decimal(mean.mean, 4)}" if mean.n else DASH
        yield label, words("explain", key, formula=formula)
        label = ""
    left = feature.answered - sum(down)
    key = "scores_without" if feature.effective_n is None else "scores_without_weighted"
    yield "", words("explain", key, count=left if feature.effective_n is None else amount(left))


def _weighted(counts: Sequence[float], weights: Sequence[int]) -> str:
    """A weighted sum, its terms in the order of the answers: 4·85 + 2·41 + 0·44 − 1·17 − 2·0."""
    text = ""
    for n, weight in zip(counts, weights, strict=True):
        joint = (f" {MINUS} " if text else MINUS) if weight < 0 else (" + " if text else "")
        text += f"{joint}{abs(weight)}·{amount(n)}"
    return text
