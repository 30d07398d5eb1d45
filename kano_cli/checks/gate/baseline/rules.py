"""What changed since the baseline: the rules K430 to K436."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from kano_cli.checks.gate.baseline.baseline import Baseline, BaselineFeature, sized
from kano_cli.checks.gate.baseline.rewording import rewordings
from kano_cli.checks.gate.judged import exact, is_on, judged
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.adjusted import holm
from kano_cli.core.categories import CLASSIFIED, Category
from kano_cli.core.homogeneity import homogeneity
from kano_cli.core.intervals import better_difference, worse_difference
from kano_cli.core.path import Direction, direction
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.tables import EvaluationTable
from kano_cli.findings import Fact
from kano_cli.study.matching import paired
from kano_cli.study.responses import Survey

CELLS = 6
"""So many pairs of answers are named; of a wholly other table nobody reads all 25."""

_ADDS, _COSTS = (Category.WOW, Category.PERFORMANCE), (Category.BASIC, Category.PERFORMANCE)


@dataclass(frozen=True)
class _Changed:
    """What the rules look at: features on both sides, and those on one."""

    survey: Survey
    result: KanoResult
    baseline: Baseline
    policy: Policy
    both: Sequence[tuple[BaselineFeature, FeatureResult]]
    appeared: Sequence[FeatureResult]
    vanished: Sequence[BaselineFeature]

    @property
    def table(self) -> EvaluationTable | None:
        """The evaluation table of today; None where the file holds categories only."""
        return None if self.survey.category_counts is not None else self.result.settings.table

    @property
    def judged_otherwise(self) -> bool:
        """Whether another table or rule makes the categories than made those of the baseline."""
        then, now = self.baseline.table, self.table
        other = bool(now.differences(then)) if then and now else then is not now
        return other or self.baseline.rule != self.result.settings.rule

    def found(
        self,
        code: str,
        facts: Mapping[str, Fact],
        feature: FeatureResult | BaselineFeature | None = None,
        *,
        conclusive: bool = True,
    ) -> Verdict:
        """A verdict on a feature or on the survey."""
        file = self.survey.origin.file
        return judged(self.policy, code, facts, file, feature, conclusive=conclusive)


def baseline_verdicts(
    survey: Survey, result: KanoResult, baseline: Baseline, policy: Policy
) -> list[Verdict]:
    """What is not as it was; features are the same ones by their id, then by their name.

    Args:
        survey: as it was read.
        result: its classification, under the settings that count today.
        baseline: what was believed.
        policy: how strict each rule is.
    """
    by_id = {feature.id: feature for feature in result.features}
    there = [by_id[feature.id] for feature in survey.features if feature.id in by_id]
    rows = paired(baseline.features, there)
    changed = _Changed(
        survey,
        result,
        baseline,
        policy,
        [(old, new) for old, new in rows if old is not None and new is not None],
        [new for old, new in rows if old is None and new is not None],
        [old for old, new in rows if new is None and old is not None],
    )
    return [
        verdict for code, rule in _RULES.items() if is_on(policy, code) for verdict in rule(changed)
    ]


def _categories(changed: _Changed) -> Iterator[Verdict]:
    """K430: categories that are not what they were, and whether chance alone explains it.

    Of all features that both have one test each is made and adjusted (Holm), not only of those
    that changed: which ones to test must not hang on what they show.
    """
    if all(old.category == new.category for old, new in changed.both):
        return
    tests = [
        homogeneity(np.rint([sized(old), sized(new)]).astype(np.int64)) for old, new in changed.both
    ]
    adjusted = holm(np.array([test.p_value for test in tests])).tolist()
    for (old, new), p in zip(changed.both, adjusted, strict=True):
        if old.category == new.category:
            continue
        moved = p < 1 - changed.result.settings.confidence
        facts: dict[str, Fact] = {
            "variant": _variant(changed, old, new, moved=moved),
            "old_category": old.category.word if old.category is not None else "none",
            "old_certainty": old.certainty,
            "category": new.category.word if new.category is not None else "none",
            "certainty": new.certainty,
        }
        yield changed.found("K430", facts, new, conclusive=moved)


def _variant(changed: _Changed, old: BaselineFeature, new: FeatureResult, *, moved: bool) -> str:
    """In which words a change of category is told."""
    if old.category is None or new.category is None:
        return "unknown"
    if changed.judged_otherwise:
        return "settings"
    if not moved:
        return "chance"
    way = direction(old.category, new.category)
    return {Direction.FORWARD: "forward", Direction.BACKWARD: "backward"}.get(way, "outside")


def _coefficients(changed: _Changed) -> Iterator[Verdict]:
    """K431: Better or Worse moved by more than the limit, and its interval leaves zero out."""
    limit = exact(changed.policy.limit("K431"))
    confidence = changed.result.settings.confidence
    for old, new in changed.both:
        for variant, parts, difference, ends in (
            ("better", _ADDS, better_difference, (old.better, new.better)),
            ("worse", _COSTS, worse_difference, (old.worse, new.worse)),
        ):
            before, after = _share(old, parts), _share(new, parts)
            if before is None or after is None or abs(after - before) <= limit:
                continue
            moved, (low, high) = difference(sized(new), sized(old), confidence)
            if low <= 0 <= high:
                continue
            facts: dict[str, Fact] = {"variant": variant, "moved": moved, "low": low, "high": high}
            facts |= {"old_value": ends[0], "new_value": ends[1], "limit": float(limit)}
            yield changed.found("K431", facts, new)


def _share(
    feature: BaselineFeature | FeatureResult, parts: tuple[Category, ...]
) -> Fraction | None:
    """The share of some categories in the classified ones, exactly; None without any."""
    base = sum(exact(feature.counts[category]) for category in CLASSIFIED)
    return sum(exact(feature.counts[part]) for part in parts) / base if base else None


def _appeared(changed: _Changed) -> Iterator[Verdict]:
    """K432: features that the baseline lacks."""
    for feature in changed.appeared:
        yield changed.found("K432", {}, feature)


def _vanished(changed: _Changed) -> Iterator[Verdict]:
    """K433: features that the survey lacks."""
    for feature in changed.vanished:
        yield changed.found("K433", {}, feature)


def _wording(changed: _Changed) -> Iterator[Verdict]:
    """K434: questions and answers in other words."""
    for facts, feature in rewordings(changed.survey, changed.baseline, changed.both):
        yield changed.found("K434", facts, feature)


def _table(changed: _Changed) -> Iterator[Verdict]:
    """K435: another table, or one that nobody knows; a new name for the same cells is none."""
    then, now = changed.baseline.table, changed.table
    if then is None and now is not None:
        yield changed.found("K435", {"variant": "was_unknown", "new": now.name})
    elif then is not None and now is None:
        yield changed.found("K435", {"variant": "is_unknown", "old": then.name})
    elif then is not None and now is not None and (pairs := now.differences(then)):
        cells = tuple(f"{one.word}/{other.word}" for one, other in pairs[:CELLS])
        facts: dict[str, Fact] = {"old": then.name, "new": now.name, "count": len(pairs)}
        yield changed.found("K435", {**facts, "cells": cells})


def _rule(changed: _Changed) -> Iterator[Verdict]:
    """K436: another rule."""
    then, now = changed.baseline.rule, changed.result.settings.rule
    if then != now:
        yield changed.found("K436", {"old": then, "new": now})


_RULES: Mapping[str, Callable[[_Changed], Iterator[Verdict]]] = {
    "K430": _categories,
    "K431": _coefficients,
    "K432": _appeared,
    "K433": _vanished,
    "K434": _wording,
    "K435": _table,
    "K436": _rule,
}
