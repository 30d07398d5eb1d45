"""The rules on what a backlog covers: basic features, wow features, and one item for each."""

from kano_cli.checks.gate.backlog.joining import wholes
from kano_cli.checks.gate.backlog.plan import Plan, called
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import shortened
from kano_cli.findings import Fact
from kano_cli.study.backlog import Item
from kano_cli.study.words import name_key


def cover_verdicts(plan: Plan) -> list[Verdict]:
    """K410, K414, K415 and K418."""
    return [*_basic(plan), *_no_wow(plan), *_dose(plan), *_twice(plan)]


def _basic(plan: Plan) -> list[Verdict]:
    """K410: a basic feature that is neither delivered nor planned, in the release if one is set."""
    if not plan.applies("K410"):
        return []
    return [
        _missing(plan, feature)
        for feature in plan.of(Category.BASIC)
        if feature.id not in plan.delivered and not _is_covered(plan, feature)
    ]


def _is_covered(plan: Plan, feature: FeatureResult) -> bool:
    """Whether an open item builds a feature in time."""
    items = plan.items[feature.id]
    release = plan.policy.release
    return any(not release or is_in(item, release) for item in items)


def is_in(item: Item, release: str) -> bool:
    r"""Whether an item is in a release; of an iteration path each part counts.

    >>> from kano_cli.findings import Place
    >>> item = Item("1", "Search", Place(), release="Sprint 4, Shop\\Release 2.1\\Sprint 4")
    >>> is_in(item, "release 2.1"), is_in(item, "2.1")
    (True, False)
    """
    wanted = name_key(release)
    whole = (item.release, *item.release.split(", "))
    parts = (part for text in whole for part in (text, *text.split("\\")))
    return any(name_key(part) == wanted for part in parts)


def _missing(plan: Plan, feature: FeatureResult) -> Verdict:
    """A basic feature without an item, or with items in other releases only."""
    items = plan.items[feature.id]
    facts: dict[str, Fact] = {
        "variant": "release" if items else "text",
        "feature": feature.name,
        "release": shortened(plan.policy.release),
        **plan.sure(feature),
    }
    first = items[0] if items else None
    return plan.verdict("K410", facts, first, feature, conclusive=plan.decided(feature))


def _no_wow(plan: Plan) -> list[Verdict]:
    """K414: nothing is planned that delights, though the survey has something left that does."""
    wows = plan.of(Category.WOW)
    left = [feature for feature in wows if feature.id not in plan.delivered]
    if not plan.applies("K414") or not left or any(plan.items[wow.id] for wow in wows):
        return []
    names = tuple(feature.name for feature in left)
    conclusive = any(plan.decided(feature) for feature in left)
    return [plan.verdict("K414", {"features": names}, conclusive=conclusive)]


def _dose(plan: Plan) -> list[Verdict]:
    """K415: more wow features are planned than the dose; blamed is the first one too many."""
    if not plan.applies("K415"):
        return []
    limit = plan.policy.limit("K415")
    planned = [feature for feature in plan.of(Category.WOW) if plan.items[feature.id]]
    if len(planned) <= limit:
        return []
    by_urgency = sorted(planned, key=lambda feature: _urgency(plan, feature))
    over = by_urgency[int(limit)]
    facts: dict[str, Fact] = {
        "planned": len(planned),
        "limit": int(limit),
        "features": tuple(feature.name for feature in by_urgency),
    }
    conclusive = sum(plan.decided(feature) for feature in planned) > limit
    item = plan.best(over) or plan.items[over.id][0]
    return [plan.verdict("K415", facts, item, over, conclusive=conclusive)]


def _urgency(plan: Plan, feature: FeatureResult) -> tuple[float, int]:
    """A key that puts the most urgent feature first, and equals as they stand in the file."""
    item = plan.best(feature) or plan.items[feature.id][0]
    rank = float("inf") if item.rank is None else item.rank
    return rank, plan.backlog.items.index(item)


def _twice(plan: Plan) -> list[Verdict]:
    """K418: two open items build one feature; parts of one item count as that item."""
    if not plan.applies("K418"):
        return []
    above = wholes(plan.backlog.items)
    by_feature: dict[str, dict[int, Item]] = {each.id: {} for each in plan.result.features}
    for at, joined in enumerate(plan.joined):
        if joined.item.open and not joined.inherited:
            for feature in joined.features:
                by_feature[feature.id][at] = joined.item
    found = []
    for feature in plan.result.features:
        items = by_feature[feature.id]
        whole = [item for at, item in items.items() if not any(each in items for each in above[at])]
        if len(whole) > 1:
            facts: dict[str, Fact] = {
                "items": len(whole),
                "feature": feature.name,
                "names": tuple(called(item) for item in whole),
            }
            found.append(plan.verdict("K418", facts, whole[1], feature))
    return found
