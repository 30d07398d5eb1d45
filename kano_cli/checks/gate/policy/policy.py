"""A policy: how strict the gate is, and what only the team knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kano_cli.checks.gate.policy.rules import RULE_BY_CODE, Level


@dataclass(frozen=True)
class Setting:
    """One rule under a policy; what is None is as the rule has it.

    `priority` and `size` are of `indifferent-planned`: from this priority, or this size on.
    """

    level: Level | None = None
    limit: float | None = None
    priority: str = ""
    size: float | None = None


@dataclass(frozen=True)
class Policy:
    """What a policy file says, or the default one.

    `rules` goes by code. `survey_date` is the last day of fieldwork. `release` is the release
    that must hold every basic feature; `delivered` has ids or names of features that are built
    already; `priorities` are the words of the backlog, the most urgent first; `features` says
    for item ids which feature ids they are about.
    """

    file: str = ""
    rules: Mapping[str, Setting] = field(default_factory=dict)
    survey_date: date | None = None
    release: str = ""
    delivered: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def level(self, code: str) -> Level:
        """How strict a rule is."""
        return self.setting(code).level or RULE_BY_CODE[code].level

    def limit(self, code: str) -> float:
        """The limit of a rule that has one."""
        limit = self.setting(code).limit
        default = RULE_BY_CODE[code].limit
        if limit is None:
            limit = default
        if limit is None:
            raise ValueError(f"rule {code} has no limit")
        return limit

    def setting(self, code: str) -> Setting:
        """What the policy says about a rule."""
        return self.rules.get(code, Setting())
