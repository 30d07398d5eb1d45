"""The rules on the order of a backlog against the Kano order: first what must work."""

from collections.abc import Sequence

import numpy as np

from kano_cli.checks.gate.backlog.plan import Plan, called
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.core.categories import RANKED, Category
from kano_cli.core.rank_correlation import tau_b
from kano_cli.core.result import FeatureResult
from kano_cli.findings import Fact

FEWEST = 5
"""Features with a rank that a correlation needs; with fewer, one pair decides the sign."""


def order_verdicts(plan: Plan) -> list[Verdict]:
    """K411 and K416."""
    return [*_basic_below_wow(plan), *_contradicts(plan)]


def order_unchecked(plan: Plan) -> list[Unchecked]:
    """The rules that need an order, where the backlog has none, or too few features in it."""
    found = []
    if not any(joined.item.rank is not None for joined in plan.open):
        found = [Unchecked(code, "no-order") for code in ("K411", "K416") if plan.applies(code)]
    elif plan.applies("K416") and np.isnan(_agreement(plan, _ranked(plan))):
        found = [Unchecked("K416", "too-few-ranked")]
    return found


def _basic_below_wow(plan: Plan) -> list[Verdict]:
    """K411: the first item of a basic feature comes after one of a wow feature.

    An equal rank is not below. Of several wow items above it the most urgent is named, one
    whose category is decided before one whose is not.
    """
    if not plan.applies("K411"):
        return []
    wows = [(feature, plan.best(feature)) for feature in plan.of(Category.WOW)]
    found = []
    for basic in plan.of(Category.BASIC):
        item = plan.best(basic)
        if item is None or item.rank is None or basic.id in plan.delivered:
            continue
        above = [
            (not plan.decided(wow), other.rank, at)
            for at, (wow, other) in enumerate(wows)
            if other is not None and other.rank is not None and other.rank < item.rank
        ]
        if not above:
            continue
        undecided, _, at = min(above)
        wow, other = wows[at]
        facts: dict[str, Fact] = {
            "item": called(item),
            "feature": basic.name,
            "other": called(other) if other else "",
            "wow": wow.name,
            **plan.sure(basic),
        }
        conclusive = plan.decided(basic) and not undecided
        if plan.decided(basic) and undecided:
            facts |= {"variant": "wow", **plan.sure(wow)}
        found.append(plan.verdict("K411", facts, item, basic, conclusive=conclusive))
    return found


def _ranked(plan: Plan) -> list[FeatureResult]:
    """The features whose open items have a rank and whose category has a place in the order."""
    return [
        feature
        for feature in plan.result.features
        if feature.category in RANKED and plan.best(feature) is not None
    ]


def _agreement(plan: Plan, features: Sequence[FeatureResult]) -> float:
    """Kendall's tau-b between the backlog's order of features and the Kano order.

    NaN with fewer than 5 features, or where one of the orders puts all on one place.
    """
    if len(features) < FEWEST:
        return float("nan")
    items = [plan.best(feature) for feature in features]
    ranks = np.array([item.rank for item in items if item is not None], np.float64)
    categories = np.array([feature.category for feature in features], np.float64)
    return tau_b(ranks, categories)


def _contradicts(plan: Plan) -> list[Verdict]:
    """K416: the order of the backlog goes against the Kano order more than the limit allows."""
    if not plan.applies("K416"):
        return []
    limit = plan.policy.limit("K416")
    features = _ranked(plan)
    agreement = _agreement(plan, features)
    if np.isnan(agreement) or agreement >= limit:
        return []
    firm = _agreement(plan, [feature for feature in features if plan.decided(feature)])
    conclusive = bool(firm < limit)
    facts: dict[str, Fact] = {
        "variant": "text" if conclusive else "undecided",
        "correlation": agreement,
        "limit": limit,
        "ranked": len(features),
    }
    return [plan.verdict("K416", facts, conclusive=conclusive)]
