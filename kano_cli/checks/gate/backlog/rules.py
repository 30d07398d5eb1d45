"""The rules on a backlog: each item against what the survey says of its features."""

from kano_cli.checks.gate.backlog.cover import cover_verdicts
from kano_cli.checks.gate.backlog.order import order_unchecked, order_verdicts
from kano_cli.checks.gate.backlog.plan import Plan, called, plan_of
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Fact
from kano_cli.study.backlog import Backlog, Item
from kano_cli.study.priorities import priority_scale

_NEAREST = 3
_WANTED = {Category.BASIC, Category.PERFORMANCE, Category.WOW}


def backlog_verdicts(
    result: KanoResult, backlog: Backlog, policy: Policy, *, match_titles: bool = False
) -> list[Verdict]:
    """Everything that a backlog does against a survey, under a policy.

    Only open items are planned. A verdict that rests on a feature whose category is undecided
    is not conclusive.

    Raises:
        KanoError: where the policy names a priority that does not fit the backlog's.
    """
    plan = plan_of(result, backlog, policy, match_titles=match_titles)
    return [
        *cover_verdicts(plan),
        *order_verdicts(plan),
        *_reverse(plan),
        *_indifferent(plan),
        *_without_evidence(plan),
        *_unknown(plan),
        *_by_title(plan),
    ]


def backlog_unchecked(
    result: KanoResult, backlog: Backlog, policy: Policy, *, match_titles: bool = False
) -> list[Unchecked]:
    """The rules on a backlog that this one gives no ground for, such as an order it lacks."""
    plan = plan_of(result, backlog, policy, match_titles=match_titles)
    found = order_unchecked(plan)
    setting = policy.setting("K413")
    if plan.applies("K413") and setting.priority and not _priorities(plan):
        found.append(Unchecked("K413", "no-priorities"))
    return found


def _reverse(plan: Plan) -> list[Verdict]:
    """K412: an open item builds what most people want gone."""
    if not plan.applies("K412"):
        return []
    return [
        plan.verdict(
            "K412",
            {
                "item": called(joined.item),
                "feature": feature.name,
                "percent": round(100 * feature.shares[Category.REVERSE]),
                **plan.sure(feature),
            },
            joined.item,
            feature,
            conclusive=plan.decided(feature),
        )
        for joined in plan.open
        for feature in joined.features
        if feature.category is Category.REVERSE and plan.told(joined, feature)
    ]


def _indifferent(plan: Plan) -> list[Verdict]:
    """K413: an open item on nothing but what leaves people cold is urgent, or large.

    Urgent is from the priority on that the policy sets, else the more urgent half of the ranks
    of the open items: of three ranks the first, and of one none.
    """
    if not plan.applies("K413"):
        return []
    urgent = _urgent(plan)
    size = plan.policy.setting("K413").size
    found = []
    for joined in plan.open:
        variant = _variant(joined.item, urgent, size)
        categories = {feature.category for feature in joined.features}
        if not variant or categories & _WANTED:  # another feature is reason enough
            continue
        for feature in joined.features:
            if feature.category is not Category.INDIFFERENT or not plan.told(joined, feature):
                continue
            facts: dict[str, Fact] = {
                "variant": variant,
                "item": called(joined.item),
                "feature": feature.name,
                "priority": shortened(joined.item.priority),
                "size": joined.item.size or 0.0,
                **plan.sure(feature),
            }
            conclusive = plan.decided(feature)
            found.append(plan.verdict("K413", facts, joined.item, feature, conclusive=conclusive))
    return found


def _variant(item: Item, urgent: int, size: float | None) -> str:
    """What is too much about an item for an indifferent feature; empty where nothing is."""
    if item.rank is not None and item.rank <= urgent:
        return "priority" if item.priority else "text"
    return "size" if size is not None and item.size is not None and item.size >= size else ""


def _priorities(plan: Plan) -> list[str]:
    """The different priorities of the backlog, as they come."""
    return list(dict.fromkeys(item.priority for item in plan.backlog.items if item.priority))


def _urgent(plan: Plan) -> int:
    """The last rank that is urgent; 0 where none is.

    Raises:
        KanoError: where the policy names a priority that is on no scale with the backlog's.
    """
    wanted, words = plan.policy.setting("K413").priority, _priorities(plan)
    if not wanted:
        ranks = sorted({each.item.rank for each in plan.open if each.item.rank is not None})
        return ranks[len(ranks) // 2 - 1] if len(ranks) > 1 else 0
    if not words:
        return 0
    scale = priority_scale([*words, wanted], plan.policy.priorities)
    limit = None if scale is None else scale.level(wanted)
    if scale is None or limit is None:
        raise KanoError(
            f'the priority "{shortened(wanted)}" of indifferent-planned is none of the backlog\'s',
            plan.policy.file,
            f"the backlog has {listed(words)}; name all in order under  priorities:",
        )
    levels = {item.rank: scale.level(item.priority) for item in plan.backlog.items if item.priority}
    urgent = [rank for rank, level in levels.items() if rank and level is not None]
    return max((rank for rank in urgent if (levels[rank] or 0) <= limit), default=0)


def _without_evidence(plan: Plan) -> list[Verdict]:
    """K417: an open item that no feature of the survey stands behind.

    Where no item names any, it is one finding: what is missing then is the joining.
    """
    if not plan.applies("K417"):
        return []
    bare = [joined.item for joined in plan.open if not joined.named]
    if len(bare) > 1 and not any(joined.named for joined in plan.joined):
        return [plan.verdict("K417", {"variant": "nothing", "items": len(bare)})]
    return [_bare(plan, item) for item in bare]


def _bare(plan: Plan, item: Item) -> Verdict:
    """One item without evidence, with the features that it may be about."""
    near = tuple(shortened(each.name) for each in plan.names.like(item.title)[:_NEAREST])
    facts: dict[str, Fact] = {
        "variant": "near" if near else "text",
        "item": called(item),
        "near": near,
    }
    return plan.verdict("K417", facts, item)


def _unknown(plan: Plan) -> list[Verdict]:
    """K419: an open item names a feature that the survey does not have, or has twice."""
    if not plan.applies("K419"):
        return []
    found = []
    for joined in plan.open:
        for name in (*joined.unknown, *joined.doubtful):
            near = tuple(plan.names.near(name))
            variant = "near" if near else "text"
            facts: dict[str, Fact] = {
                "variant": "doubtful" if name in joined.doubtful else variant,
                "item": called(joined.item),
                "name": shortened(name),
                "near": near,
            }
            found.append(plan.verdict("K419", facts, joined.item))
    return found


def _by_title(plan: Plan) -> list[Verdict]:
    """K420: an item that was joined by the words of its title, which somebody should see."""
    return [
        plan.verdict(
            "K420", {"item": called(joined.item), "feature": feature.name}, joined.item, feature
        )
        for joined in plan.joined
        if joined.by_title
        for feature in joined.features
    ]
