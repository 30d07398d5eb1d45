"""A finding under a policy."""

from collections.abc import Mapping
from fractions import Fraction

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.findings import Fact, Finding, Place
from kano_cli.study.matching import Called


def exact(value: float) -> Fraction:
    """The number that somebody wrote, without what a float makes of it.

    >>> exact(0.1) == Fraction(1, 10)
    True
    """
    return Fraction(str(value))


def is_on(policy: Policy, code: str) -> bool:
    """Whether a rule is applied at all."""
    return policy.level(code) is not Level.OFF


def judged(
    policy: Policy,
    code: str,
    facts: Mapping[str, Fact],
    file: str,
    feature: Called | None = None,
    *,
    conclusive: bool = True,
) -> Verdict:
    """The verdict on one feature, or on the whole file; the rule must be on."""
    place = Place(file=file, feature=feature.name if feature else "")
    named: Mapping[str, Fact] = {"feature": feature.name, **facts} if feature else facts
    return Verdict(
        Finding(code, named, place),
        policy.level(code).severity,
        conclusive=conclusive,
        feature=feature.id if feature else "",
    )
