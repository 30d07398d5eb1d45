"""A policy as YAML that a team can keep: every rule with what it means, its level and its limit."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.policy.rules import RULES, Rule
from kano_cli.readers.inspection.drafted_text import as_comment, as_yaml
from kano_cli.report.words import Words
from kano_cli.study.yaml_format import POLICY

_WIDTH = 100
_EXAMPLES = {
    "survey_date": "2026-05-01",
    "release": '"2026.3"',
    "delivered": "[dark_mode]",
    "priorities": "[Highest, High, Medium, Low]",
    "features": "{KANO-12: dark_mode, KANO-13: [search, offline_mode]}",
}


def policy_yaml(policy: Policy, spoken: Words) -> str:
    """The policy in force, for `kano policy show` and `kano policy new`.

    Read again it is the same policy. A key that the policy does not use stands there as
    an example, behind a #.
    """
    lines = [*_comment(spoken("policy", "head")), POLICY.first]
    for key, example in _EXAMPLES.items():
        lines += ["", *_comment(spoken("policy", key))]
        lines += list(_known(policy, key)) or [f"# {key}: {example}"]
    lines += ["", *_comment(spoken("policy", "rules")), "rules:"]
    for rule in RULES:
        lines += _rule(rule, policy, spoken)
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str = "") -> list[str]:
    """A sentence as lines of comment."""
    before = f"{indent}# "
    return wrap(as_comment(text), _WIDTH, initial_indent=before, subsequent_indent=before)


def _known(policy: Policy, key: str) -> Iterator[str]:
    """What only the team knows; nothing where the policy does not say it."""
    value = getattr(policy, key)
    if key == "features":
        if value:
            yield "features:"
        for item, features in value.items():
            yield f"  {as_yaml(item)}: {_list(features)}"
    elif isinstance(value, date):
        yield f"{key}: {value.isoformat()}"
    elif value:
        yield f"{key}: {_list(value) if isinstance(value, tuple) else as_yaml(value)}"


def _list(texts: tuple[str, ...]) -> str:
    """Texts as a list on one line."""
    return f"[{', '.join(map(as_yaml, texts))}]"


def _rule(rule: Rule, policy: Policy, spoken: Words) -> Iterator[str]:
    """What a rule means, and how strict it is."""
    yield from _comment(f"{rule.code}: {spoken.about(rule.code)}", "  ")
    level, setting = policy.level(rule.code).value, policy.setting(rule.code)
    said = {}
    if rule.limit is not None:
        said["limit"] = _number(policy.limit(rule.code))
    if setting.priority:
        said["priority"] = as_yaml(setting.priority)
    if setting.size is not None:
        said["size"] = _number(setting.size)
    unit = f"  # {as_comment(spoken('policy_unit', rule.unit.value))}" if rule.unit else ""
    if said:
        told = ", ".join(f"{key}: {value}" for key, value in {"level": level, **said}.items())
        yield f"  {rule.name}: {{{told}}}{unit}"
    else:
        yield f"  {rule.name}: {level}{unit}"


def _number(value: float) -> str:
    """A number as a person wrote it: all its decimals, and none that say nothing."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
