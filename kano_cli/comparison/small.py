"""Groups that are too small to say much."""

from collections.abc import Mapping, Sequence
from math import floor

from kano_cli.checks.quality import INDICATIVE
from kano_cli.comparison.record import Group
from kano_cli.findings import Fact, Finding

TINY = 20
"""Below this many answers a group is flagged: its numbers may be chance (this project's choice)."""


def fewest(group: Group) -> int:
    """The answers to the feature that the fewest people of a group answered; weighted, their size.

    Rounded down: of 19.6 effective answers nobody has 20.
    """
    return min((floor(feature.size) for feature in group.result.features), default=0)


def small_groups(groups: Sequence[Group]) -> list[Finding]:
    """Groups below 20 answers, and groups below 30."""
    sizes = [(group.name, fewest(group)) for group in groups]
    tiny = tuple((name, n) for name, n in sizes if n < TINY)
    few = tuple((name, n) for name, n in sizes if TINY <= n < INDICATIVE)
    features = [feature for group in groups for feature in group.result.features]
    weighted = any(feature.size != feature.people for feature in features)
    said: Mapping[str, Fact] = {"variant": "weighted"} if weighted else {}
    return [
        Finding(code, {"count": len(small), "groups": small, **said})
        for code, small in (("K309", tiny), ("K310", few))
        if small
    ]
