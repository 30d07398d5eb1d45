"""The policy in force as YAML: complete, explained, and the same when read again."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.checks.gate.policy.file import parse_policy
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import RULES, Level, Rule, Unit
from kano_cli.renderers.data.policy_yaml import policy_yaml
from kano_cli.report.words import spoken, words
from kano_cli.study.words import name_key

TEXTS = (
    st.text(max_size=30)
    .map(str.strip)
    .filter(lambda text: text and not text.startswith("?") and text != "<<")
    .filter(lambda text: text.isprintable() or not any("\ud800" <= c <= "\udfff" for c in text))
)


def limits(rule: Rule) -> st.SearchStrategy[float]:
    """Limits that a rule can have, with as many decimals as a person would write."""
    low, high = {
        Unit.PERCENT: (0, 100),
        Unit.CORRELATION: (-1, 1),
        Unit.POINTS: (0, 1),
    }.get(rule.unit or Unit.COUNT, (0, 0))
    if high:
        return st.integers(low * 1000, high * 1000).map(lambda n: n / 1000)
    return st.integers(0, 10**6).map(float)


@st.composite
def settings_of(draw: st.DrawFn, rule: Rule) -> Setting:
    """What a policy may say of a rule."""
    planned = rule.code == "K413"
    return Setting(
        draw(st.none() | st.sampled_from(Level)),
        # A certainty of 0.8 is refused: whoever writes that means percent.
        draw(st.none() | limits(rule).filter(lambda at: rule.code != "K404" or not 0 < at < 1))
        if rule.limit is not None
        else None,
        draw(st.just("") | TEXTS) if planned else "",
        draw(st.none() | st.integers(0, 400).map(lambda n: n / 4)) if planned else None,
    )


def a_priority_that_there_is(policy: Policy) -> Policy:
    """The policy, in which an indifferent feature is planned from one of its priorities on."""
    planned = policy.setting("K413")
    if not planned.priority or not policy.priorities:
        return policy
    return replace(
        policy, rules={**policy.rules, "K413": replace(planned, priority=policy.priorities[-1])}
    )


POLICIES = st.builds(
    Policy,
    st.just("policy"),
    st.fixed_dictionaries({}, optional={r.code: settings_of(r) for r in RULES}),
    st.none() | st.dates(date(1000, 1, 1)),
    st.just("") | TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=3, unique_by=name_key).map(tuple),
    st.dictionaries(TEXTS, st.lists(TEXTS, min_size=1, max_size=2).map(tuple), max_size=3),
).map(a_priority_that_there_is)


def in_force(policy: Policy) -> Policy:
    """The same policy, with every rule as strict as it is in the end."""
    return replace(
        policy,
        rules={
            rule.code: replace(
                policy.setting(rule.code),
                level=policy.level(rule.code),
                limit=None if rule.limit is None else policy.limit(rule.code),
            )
            for rule in RULES
        },
    )


@given(POLICIES, st.sampled_from(spoken()))
def test_a_policy_read_again_is_the_same(policy: Policy, lang: str) -> None:
    """Whatever its texts hold, in every language; and writing it again changes no byte."""
    text = policy_yaml(policy, words(lang))
    again = parse_policy(text)

    assert again == in_force(policy)
    assert policy_yaml(again, words(lang)) == text


@pytest.mark.parametrize("lang", spoken())
def test_the_default_policy_has_every_rule_with_what_it_means(lang: str) -> None:
    """In the order of the codes, each with its level, and its limit where it has one."""
    lines = policy_yaml(Policy(), words(lang)).splitlines()

    assert lines[1] == "kano_policy: 1"
    assert max(map(len, lines)) <= 100
    told = lines[lines.index("rules:") + 1 :]
    abouts = " ".join(line.removeprefix("  # ") for line in told if line.startswith("  #"))
    assert abouts == " ".join(f"{rule.code}: {words(lang).about(rule.code)}" for rule in RULES)
    for rule, line in zip(RULES, [each for each in told if "  #" not in each[:4]], strict=True):
        assert line.split(":")[0].strip() == rule.name
        assert rule.level.value in line
        assert (f"limit: {rule.limit:g}" if rule.limit is not None else "limit") in line or (
            rule.limit is None
        )
        assert ("  # " in line) == (rule.unit is not None)


def test_lines_are_as_a_person_would_write_them() -> None:
    """Numbers without zeros that say nothing; what the policy does not use is an example."""
    policy = Policy(
        rules={
            "K401": Setting(limit=40),
            "K404": Setting(Level.OFF, 92.5),
            "K413": Setting(Level.ERROR, priority="High: now", size=2.5),
        },
        survey_date=date(2026, 5, 1),
        delivered=("dark_mode", "a, b"),
        features={"KANO-12": ("dark_mode",), "a: b": ("x",)},
    )
    lines = policy_yaml(policy, words("en")).splitlines()

    for line in (
        "survey_date: 2026-05-01",
        '# release: "2026.3"',
        'delivered: [dark_mode, "a, b"]',
        "# priorities: [Highest, High, Medium, Low]",
        "features:",
        "  KANO-12: [dark_mode]",
        '  "a: b": [x]',
        "  too-few-answers: {level: error, limit: 40}  # number",
        "  too-uncertain: {level: off, limit: 92.5}  # percent",
        '  indifferent-planned: {level: error, priority: "High: now", size: 2.5}',
        "  no-wow: warning",
    ):
        assert line in lines


@pytest.mark.parametrize("key", ["survey_date", "release", "delivered", "priorities", "features"])
def test_an_example_can_be_taken_over(key: str) -> None:
    """Without its # it is part of a policy."""
    lines = policy_yaml(Policy(), words("en")).splitlines()
    (example,) = [line for line in lines if line.startswith(f"# {key}: ")]

    assert getattr(parse_policy("kano_policy: 1\n" + example.removeprefix("# ")), key)
