"""The order of a backlog against the Kano order, on both sides of each threshold."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.checks.gate.backlog.rules import backlog_unchecked
from kano_cli.checks.gate.policy.policy import Setting
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.checks.gate.verdict import Unchecked, in_order
from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.study.backlog import Backlog, Item
from tests.checks.gate.plans import FILE, feature, item, lines, only, policy, said, survey, verdicts

BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE, QUESTIONABLE = Category
PAIR = survey(feature("calls", BASIC), feature("gift", WOW), feature("toy", WOW, certainty=0.6))


@pytest.mark.parametrize(("basic", "wow", "found"), [(3, 2, True), (2, 2, False), (2, 3, False)])
def test_a_basic_item_ranks_above_every_wow_item(basic: int, wow: int, found: bool) -> None:
    """An equal rank is not below."""
    items = [item(2, "calls", rank=basic), item(3, "gift", rank=wow)]

    blamed = verdicts(PAIR, items, only("K411"))

    assert lines(blamed) == ([("K411", 2)] if found else [])
    if found:
        assert said(blamed[0]) == (
            '"Item 2" comes after "Item 3", though Calls is basic (99 % sure) and Gift is wow'
        )
        assert blamed[0].conclusive


def test_the_most_urgent_item_of_a_feature_counts() -> None:
    """A second item on it may come later."""
    items = [item(2, "calls"), item(3, "gift"), item(4, "calls")]

    assert not verdicts(PAIR, items, only("K411"))


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_items_that_are_not_planned_have_no_order(state: str) -> None:
    """A wow that is done comes before nothing."""
    assert not verdicts(PAIR, [item(2, "gift", state=state), item(3, "calls")], only("K411"))


def test_what_is_delivered_may_come_later() -> None:
    """By an item that is done, or by the policy: it works already."""
    items = [item(2, "gift"), item(3, "calls")]
    how = policy({"K411": Setting(Level.ERROR)}, delivered=["calls"])

    assert not verdicts(PAIR, items, how)
    assert not verdicts(PAIR, [*items, item(4, "calls", state="done")], only("K411"))
    assert verdicts(PAIR, items, only("K411"))


def test_a_decided_wow_is_named_before_an_undecided_one() -> None:
    """Without one the verdict is open, and says of which feature."""
    items = [item(2, "toy"), item(3, "gift"), item(4, "calls")]

    (firm,) = verdicts(PAIR, items, only("K411"))
    (open_,) = verdicts(PAIR, [items[0], items[2]], only("K411"))

    assert firm.conclusive
    assert 'after "Item 3"' in said(firm)
    assert not open_.conclusive
    assert said(open_).endswith("Toy is wow (60 % sure, undecided)")


def test_an_undecided_basic_feature_leaves_it_open() -> None:
    """It may be no basic feature at all."""
    result = survey(feature("calls", BASIC, mixed=True), feature("gift", WOW))

    (found,) = verdicts(result, [item(2, "gift"), item(3, "calls")], only("K411"))

    assert not found.conclusive
    assert "Calls is basic (99 % sure, undecided)" in said(found)


ORDER = (BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE)
FIVE = survey(*(feature(category.word, category) for category in ORDER))


def in_this_order(*categories: Category) -> list[Item]:
    """An item for each category, the most urgent first."""
    return [item(at, category.word) for at, category in enumerate(categories, start=2)]


@pytest.mark.parametrize(
    ("order", "limit", "found"),
    [
        ((4, 3, 2, 1, 0), 0, True),
        ((0, 1, 2, 3, 4), 0, False),
        # five of ten pairs agree and five do not: a correlation of 0
        ((2, 1, 4, 0, 3), 0, False),
        ((2, 1, 4, 0, 3), 0.01, True),
        # six disagree: -0.2
        ((3, 1, 4, 0, 2), 0, True),
        ((3, 1, 4, 0, 2), -0.2, False),
        ((0, 1, 2, 4, 3), 0.8, False),
        ((0, 1, 2, 4, 3), 0.81, True),
    ],
)
def test_an_order_below_the_limit_contradicts(
    order: Sequence[int], limit: float, found: bool
) -> None:
    """At the limit it does not."""
    how = policy({"K416": Setting(Level.ERROR, limit=limit)})

    blamed = verdicts(FIVE, in_this_order(*(ORDER[at] for at in order)), how)

    assert bool(blamed) is found


def test_the_correlation_is_stated() -> None:
    """With how many features it rests on, and the limit."""
    (found,) = verdicts(FIVE, in_this_order(*reversed(ORDER)), only("K416"))

    assert "correlation −1.00 over 5 features; the limit is 0" in said(found)
    assert found.conclusive


def test_four_features_are_too_few_for_a_correlation() -> None:
    """One pair of four would decide; the rule is then not checked, and says so."""
    four = in_this_order(*reversed(ORDER))[:4]

    assert not verdicts(FIVE, four, only("K416"))
    assert unchecked(FIVE, four) == [Unchecked("K416", "too-few-ranked")]
    assert unchecked(FIVE, in_this_order(*ORDER)) == []
    unclear = survey(*FIVE.features, feature("questionable", QUESTIONABLE))
    assert not verdicts(unclear, [*four, item(9, "questionable")], only("K416"))


def unchecked(result: KanoResult, items: Sequence[Item]) -> list[Unchecked]:
    """The rules that cannot be applied."""
    return backlog_unchecked(result, Backlog(FILE, tuple(items)), policy())


def test_a_backlog_without_an_order_is_not_judged_by_it() -> None:
    """As with a list of issues by age; rules that are off are not mentioned."""
    items = [replace(each, rank=None) for each in in_this_order(*reversed(ORDER))]

    assert not verdicts(FIVE, items, policy({"K411": Setting(), "K416": Setting()}))
    assert unchecked(FIVE, items) == [
        Unchecked("K411", "no-order"), Unchecked("K416", "no-order"),
    ]  # fmt: skip
    assert not backlog_unchecked(FIVE, Backlog(FILE, tuple(items)), only("K412"))


def test_equal_priorities_say_nothing_about_the_order() -> None:
    """All on one rank correlate with nothing."""
    items = [replace(each, rank=1) for each in in_this_order(*reversed(ORDER))]

    assert not verdicts(FIVE, items, only("K416"))
    assert unchecked(FIVE, items) == [Unchecked("K416", "too-few-ranked")]


def test_an_order_of_undecided_features_is_not_conclusive() -> None:
    """Five decided ones must contradict for themselves."""
    unsure = survey(
        *(feature(each.word, each, certainty=0.99 if each is not WOW else 0.6) for each in ORDER)
    )
    more = survey(*unsure.features, feature("gift", WOW))
    items = in_this_order(*reversed(ORDER))

    (found,) = verdicts(unsure, items, only("K416"))
    (firm,) = verdicts(more, [*items[:2], item(9, "gift", rank=4), *items[2:]], only("K416"))

    assert not found.conclusive
    assert "of which too few are decided" in said(found)
    assert firm.conclusive


@given(st.permutations(range(5)), st.randoms())
def test_shuffling_the_file_changes_no_finding(order: list[int], chance: Random) -> None:
    """With ranks of their own, items may stand anywhere."""
    result = survey(*FIVE.features, feature("gift", WOW))
    items = [*in_this_order(*(ORDER[at] for at in order)), item(8, "gift"), item(9, "nope")]
    shuffled = chance.sample(items, len(items))

    before, after = (in_order(verdicts(result, each, policy())) for each in (items, shuffled))

    assert sorted(map(str, before)) == sorted(map(str, after))


@given(st.lists(st.sampled_from(["basic", "wow", "reverse", "none", ""]), max_size=8))
def test_a_done_item_more_brings_no_finding_about_items(named: list[str]) -> None:
    """Done work is not planned: it can only take findings away."""
    items = [item(at, *([name] if name else [])) for at, name in enumerate(named, start=2)]
    done = [item(99, "wow", state="done"), item(98, "reverse", state="done")]

    before = {str(each.key) for each in verdicts(FIVE, items, policy()) if each.item}
    after = {str(each.key) for each in verdicts(FIVE, [*items, *done], policy()) if each.item}

    named_before = any(items) and any(named)
    assert after <= before or not named_before
