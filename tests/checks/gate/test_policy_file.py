"""A policy in YAML: what it can say."""

from datetime import date
from pathlib import Path

import pytest

from kano_cli.checks.gate.policy.file import parse_policy, read_policy
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import RULES, Level
from kano_cli.errors import KanoError

START = "kano_policy: 1\n"
WHOLE = """\
kano_policy: 1
survey_date: 2026-05-01
release: 2026.10
delivered: [dark_mode, Loan bike]
priorities: [Highest, High, no]
features:
  KANO-12: dark_mode
  13: [search, offline_mode]
  " KANO-14 ": " search "
rules:
  too-few-answers: {level: warning, limit: 40}
  no-wow: off
  K404: {limit: 92.5}
  k416: {limit: -0.25}
  coefficient-moved: {limit: 0.15}
  indifferent-planned: {level: error, priority: high, size: 5}
"""


def test_a_policy_says_what_stands_in_it() -> None:
    """Every scalar is text: `no` is a priority, `off` a level, 13 the id of an item."""
    assert parse_policy(WHOLE, "p.yaml") == Policy(
        "p.yaml",
        {
            "K401": Setting(Level.WARNING, 40),
            "K404": Setting(limit=92.5),
            "K413": Setting(Level.ERROR, priority="high", size=5),
            "K414": Setting(Level.OFF),
            "K416": Setting(limit=-0.25),
            "K431": Setting(limit=0.15),
        },
        date(2026, 5, 1),
        "2026.10",
        ("dark_mode", "Loan bike"),
        ("Highest", "High", "no"),
        {"KANO-12": ("dark_mode",), "13": ("search", "offline_mode"), "KANO-14": ("search",)},
    )


@pytest.mark.parametrize(
    "rest", ["", "rules:\n", "delivered: []\npriorities: []\nrules: {}\nfeatures: {}\n"]
)
def test_what_a_policy_does_not_say_is_as_the_rules_have_it(rest: str) -> None:
    """Also where a key stands there empty."""
    policy = parse_policy(START + rest)

    assert policy == Policy("policy")
    for rule in RULES:
        assert policy.level(rule.code) is rule.level
        if rule.limit is not None:
            assert policy.limit(rule.code) == rule.limit


LEAP = "survey_date: 2024-02-29\n"


@pytest.mark.parametrize("text", [START + LEAP, "\ufeff" + START + LEAP])
def test_a_date_is_a_day_of_the_calendar(text: str) -> None:
    """Year, month, day; a byte order mark is no part of the text."""
    assert parse_policy(text).survey_date == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("rule", "limit"),
    [
        ("too-uncertain", "0"), ("too-uncertain", "100"), ("order-contradicts", "-1"),
        ("order-contradicts", "1"), ("coefficient-moved", "0"), ("coefficient-moved", "1"),
        ("too-few-answers", "0"),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_are_in_it(rule: str, limit: str) -> None:
    """A limit that never, or always, fires is still somebody's choice."""
    (setting,) = parse_policy(START + f"rules: {{{rule}: {{limit: {limit}}}}}").rules.values()

    assert setting.limit == float(limit)


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    """As the user typed it."""
    path = tmp_path / "kano-policy.yaml"
    path.write_text(START + "rules: {no-wow: off}\n", "utf-8")

    assert read_policy(path).file == str(path)
    path.write_text(START + "rules: {no-wow: of}\n", "utf-8")
    with pytest.raises(KanoError) as refused:
        read_policy(str(path))
    assert refused.value.place == f"{path}, line 2, column 17"
