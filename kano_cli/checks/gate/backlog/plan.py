"""A backlog joined to a survey, as every rule about it looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor

from kano_cli.checks.gate.backlog.joining import FeatureNames, Joined, join
from kano_cli.checks.gate.judged import is_on
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.policy.rules import RULE_BY_CODE
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import shortened
from kano_cli.findings import CATALOGUE, Fact, Finding, Place
from kano_cli.study.backlog import Backlog, Item


@dataclass(frozen=True)
class Plan:
    """What is planned and done, by feature."""

    result: KanoResult
    backlog: Backlog
    policy: Policy
    joined: tuple[Joined, ...]

    @cached_property
    def names(self) -> FeatureNames:
        """The features by all their names."""
        return FeatureNames(self.result.features)

    @cached_property
    def open(self) -> tuple[Joined, ...]:
        """The items that are still to be built."""
        return tuple(joined for joined in self.joined if joined.item.open)

    @cached_property
    def items(self) -> Mapping[str, tuple[Item, ...]]:
        """The open items of each feature by its id, in the order of the file."""
        found: dict[str, list[Item]] = {feature.id: [] for feature in self.result.features}
        for joined in self.open:
            for feature in joined.features:
                found[feature.id].append(joined.item)
        return {feature: tuple(items) for feature, items in found.items()}

    @cached_property
    def delivered(self) -> frozenset[str]:
        """The ids of the features that are built: an item is done, or the policy says so.

        A part that is done and names nothing itself does not deliver what it is a part of.
        """
        done = [joined for joined in self.joined if joined.item.done and not joined.inherited]
        by_items = {feature.id for joined in done for feature in joined.features}
        said = (self.names.named(name) for name in self.policy.delivered)
        return frozenset(by_items | {feature.id for features in said for feature in features})

    def of(self, category: Category) -> tuple[FeatureResult, ...]:
        """The features of a category, in the order of the ranking."""
        return tuple(each for each in self.result.features if each.category is category)

    def told(self, joined: Joined, feature: FeatureResult) -> bool:
        """Whether an item is told of a feature: its open whole is enough, not each part as well."""
        return not joined.inherited or feature.id not in self._named_openly

    @cached_property
    def _named_openly(self) -> frozenset[str]:
        """The ids of the features that open items name, and not only parts of done ones."""
        own = [joined for joined in self.open if not joined.inherited]
        return frozenset(feature.id for joined in own for feature in joined.features)

    def best(self, feature: FeatureResult) -> Item | None:
        """The most urgent open item of a feature; None where none has a rank."""
        ranked = [(item.rank, at, item) for at, item in enumerate(self.items[feature.id])]
        there = [(rank, at, item) for rank, at, item in ranked if rank is not None]
        return min(there, key=lambda each: each[:2])[2] if there else None

    def decided(self, feature: FeatureResult) -> bool:
        """Whether enough answers stand behind a category to build on it.

        The limits are those of the rules on the survey, also where these are off.
        """
        sure = feature.certainty >= self.policy.limit("K404") / 100
        enough = floor(feature.size) >= floor(self.policy.limit("K401"))
        return sure and enough and not feature.mixed

    def applies(self, code: str) -> bool:
        """Whether the policy wants a rule."""
        return is_on(self.policy, code)

    def sure(self, feature: FeatureResult) -> dict[str, Fact]:
        """How sure a category is, as facts of a finding."""
        standing = "decided" if self.decided(feature) else "undecided"
        return {"certainty": feature.certainty, "standing": standing}

    def verdict(
        self,
        code: str,
        facts: Mapping[str, Fact],
        item: Item | None = None,
        feature: FeatureResult | None = None,
        *,
        conclusive: bool = True,
    ) -> Verdict:
        """A finding of a rule about an item, a feature, both, or the whole backlog."""
        place = item.place if item else Place(self.backlog.file)
        known = code in RULE_BY_CODE
        return Verdict(
            Finding(code, facts, place),
            self.policy.level(code).severity if known else CATALOGUE[code],
            conclusive,
            item.key if item else "",
            feature.id if feature else "",
        )


def called(item: Item) -> str:
    """An item as a message names it."""
    return shortened(item.name)


def plan_of(
    result: KanoResult, backlog: Backlog, policy: Policy, *, match_titles: bool = False
) -> Plan:
    """The backlog, joined."""
    return Plan(result, backlog, policy, join(result, backlog, policy, match_titles=match_titles))
