"""What a policy says of each rule: a level, a limit that makes sense, and little else."""

import re
from collections.abc import Mapping as AbstractMapping

from kano_cli.checks.gate.policy.policy import Setting
from kano_cli.checks.gate.policy.rules import RULE_BY_CODE, RULE_BY_NAME, Level, Rule, Unit
from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.study.words import name_key
from kano_cli.study.yaml_nodes import Mapping, Node, Scalar, choice_of, text_of

PLANNED = "K413"
"""The one rule that knows priorities and sizes: an indifferent feature that is planned."""

CERTAIN = "K404"
"""A share written for a percentage would let every category pass for decided."""

_KEYS = ("level", "limit", "priority", "size")
_LEVELS = tuple(level.value for level in Level)
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_RANGES: AbstractMapping[Unit, tuple[float, float]] = {
    Unit.PERCENT: (0, 100),
    Unit.CORRELATION: (-1, 1),
    Unit.POINTS: (0, 1),
}
_WHOLE = 999_999_999


def declared_rules(
    rules: Mapping, priorities: tuple[str, ...] = ()
) -> AbstractMapping[str, Setting]:
    """The settings by code; `priorities` are those that the policy names, if any.

    Raises:
        KanoError: for a rule that does not exist or stands there twice, and for a level, a limit
            or another key that it cannot have, each with its line and column.
    """
    found: dict[str, Setting] = {}
    for key, value in rules.entries:
        rule = _rule(key)
        if rule.code in found:
            raise KanoError(
                f"the rule {rule.name} stands here twice, as {rule.code} and by its name",
                key.place,
                "remove one",
            )
        found[rule.code] = _setting(rule, value, priorities)
    return found


def _rule(key: Scalar) -> Rule:
    """The rule of a name or a code."""
    rule = RULE_BY_NAME.get(key.text) or RULE_BY_CODE.get(key.text.upper())
    if rule is None:
        near = nearest(key.text, [*RULE_BY_NAME, *RULE_BY_CODE], 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no rule "{shortened(key.text)}"',
            key.place,
            f"{meant}kano policy show has them all",
        )
    return rule


def _setting(rule: Rule, node: Node, priorities: tuple[str, ...]) -> Setting:
    """A level alone, or keys with values."""
    if isinstance(node, Scalar):
        if rule.limit is not None and _NUMBER.fullmatch(node.text):
            raise KanoError(
                f"{rule.name} needs a level here, and this is a number",
                node.place,
                f"write: {rule.name}: {{limit: {node.text}}}",
            )
        return Setting(Level(choice_of(node, "level", _LEVELS)))
    if not isinstance(node, Mapping):
        raise KanoError(
            f"{rule.name} must be a level, or keys with values",
            node.place,
            f"write: {rule.name}: error",
        )
    _refuse_foreign(rule, node)
    level, limit = node.get("level"), node.get("limit")
    priority, size = node.get("priority"), node.get("size")
    return Setting(
        Level(choice_of(level, "level", _LEVELS)) if level else None,
        _limit(rule, limit) if limit else None,
        _priority(priority, priorities) if priority else "",
        _number(size, "size", 0, _WHOLE, "a number from 0 on") if size else None,
    )


def _priority(node: Node, priorities: tuple[str, ...]) -> str:
    """A priority; one that the policy does not name would never be reached."""
    text = text_of(node, "priority")
    if priorities and name_key(text) not in map(name_key, priorities):
        near = nearest(text, priorities, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no priority "{shortened(text)}" in this policy',
            node.place,
            f"{meant}choose from {listed(priorities)}, as under priorities:",
        )
    return text


def _refuse_foreign(rule: Rule, node: Mapping) -> None:
    """Refuse a key that other rules have, and one that none has."""
    keys = keys_of(rule)
    for key, _ in node.entries:
        if key.text in _KEYS and key.text not in keys:
            raise KanoError(
                f"{rule.name} has no {key.text}", key.place, f"its keys are {', '.join(keys)}"
            )
    node.known(*keys)


def keys_of(rule: Rule) -> tuple[str, ...]:
    """What a policy can say of a rule."""
    return (
        "level",
        *(("limit",) if rule.limit is not None else ()),
        *(("priority", "size") if rule.code == PLANNED else ()),
    )


def _limit(rule: Rule, node: Node) -> float:
    """A limit within what its unit can be."""
    if rule.unit is not None and rule.unit in _RANGES:
        low, high = _RANGES[rule.unit]
        wanted = f"a number from {low:g} to {high:g}"
        limit = _number(node, "limit", low, high, wanted, rule)
        if rule.code == CERTAIN and 0 < limit < 1:
            raise _refused(node, "limit", "in percent, such as 80 and not 0.8", rule)
        return limit
    limit = _number(node, "limit", 0, _WHOLE, "a whole number from 0 on", rule)
    if not limit.is_integer():
        raise _refused(node, "limit", "a whole number from 0 on", rule)
    return limit


def _number(
    node: Node, what: str, low: float, high: float, wanted: str, rule: Rule | None = None
) -> float:
    """A number from `low` to `high`."""
    text = text_of(node, what)
    if not _NUMBER.fullmatch(text) or not low <= float(text) <= high:
        raise _refused(node, what, wanted, rule)
    return float(text)


def _refused(node: Node, what: str, wanted: str, rule: Rule | None) -> KanoError:
    """The refusal of a number that makes no sense."""
    default = f", such as {what}: {rule.limit:g}" if rule and rule.limit is not None else ""
    return KanoError(
        f'{what} must be {wanted}, and is "{shortened(text_of(node, what))}"',
        node.place,
        f"write a number without a unit, with a point for decimals{default}",
    )
