"""The rules on the items of a backlog, on both sides of each threshold."""

from dataclasses import replace

import pytest

from kano_cli.checks.gate.backlog.rules import backlog_unchecked
from kano_cli.checks.gate.policy.policy import Setting
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.checks.gate.verdict import Unchecked
from kano_cli.core.categories import Category
from kano_cli.errors import KanoError
from kano_cli.findings import Place, Severity
from kano_cli.study.backlog import Backlog, Item
from tests.checks.gate.plans import FILE, feature, item, lines, only, policy, said, survey, verdicts

BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE, QUESTIONABLE = Category
SMS = feature("sms", REVERSE)
PAPER = feature("paper", INDIFFERENT)


def test_a_reverse_feature_that_is_planned_is_an_error() -> None:
    """At the item, with how many want it gone; done and dropped ones are not planned."""
    items = [item(2, "sms"), item(3, "sms", state="done"), item(4, "sms", state="dropped")]

    (found,) = verdicts(survey(SMS), items, only("K412"))

    assert found.finding.place == Place(FILE, line=2)
    assert (found.item, found.feature, found.severity) == ("K-2", "sms", Severity.ERROR)
    assert said(found) == '"Item 2" builds what 70 % want gone (Sms, reverse, 99 % sure)'
    assert found.conclusive


@pytest.mark.parametrize(
    ("changed", "conclusive"),
    [
        ({"certainty": 0.8}, True),
        ({"certainty": 0.7999}, False),
        ({"certainty": float("nan")}, False),
        ({"answered": 30}, True),
        ({"answered": 29}, False),
        ({"mixed": True}, False),
    ],
)
def test_what_rests_on_an_undecided_feature_is_not_conclusive(
    changed: dict[str, float], conclusive: bool
) -> None:
    """Too few answers, too little certainty, or a lead that is not real; the words say so."""
    (found,) = verdicts(survey(replace(SMS, **changed)), [item(2, "sms")], only("K412"))  # type: ignore[arg-type]

    assert found.conclusive is conclusive
    assert ("undecided" in said(found)) is not conclusive


def test_the_limits_of_undecided_are_the_policys() -> None:
    """A team that wants 200 answers and 95 % gets no verdict from less."""
    items = [item(2, "sms")]

    assert verdicts(survey(SMS), items, only("K412", K401=100, K404=99))[0].conclusive
    assert not verdicts(survey(SMS), items, only("K412", K401=101))[0].conclusive
    assert not verdicts(survey(SMS), items, only("K412", K404=99.5))[0].conclusive


def test_a_rule_that_is_off_says_nothing_and_a_level_is_the_policys() -> None:
    """Each rule on its own."""
    items = [item(2, "sms"), item(3, "sms"), item(4, "nope"), item(5)]
    warned = policy({"K412": Setting(Level.WARNING)})

    assert {code for code, _ in lines(verdicts(survey(SMS), items, policy()))} == {
        "K412", "K417", "K418", "K419",
    }  # fmt: skip
    assert {each.severity for each in verdicts(survey(SMS), items, warned)} == {Severity.WARNING}
    for code in ("K412", "K417", "K418", "K419"):
        found = verdicts(survey(SMS), items, policy({code: Setting(Level.ERROR)}))
        assert {each.finding.code for each in found} == {code}
    off = policy({f"K{number}": Setting(Level.OFF) for number in range(410, 420)})
    assert not verdicts(survey(SMS), items, off)


@pytest.mark.parametrize(
    ("ranks", "urgent"), [((1, 2, 3, 4), 2), ((1, 2, 3), 1), ((1, 2), 1), ((1,), 0)]
)
def test_an_indifferent_feature_is_not_for_the_more_urgent_half(
    ranks: tuple[int, ...], urgent: int
) -> None:
    """Of three ranks the first is, and of one none: then nothing is more urgent."""
    items = [item(rank, "paper", rank=10 * rank) for rank in ranks]

    found = verdicts(survey(PAPER), items, only("K413"))

    assert lines(found) == [("K413", rank) for rank in range(1, urgent + 1)]


def test_done_items_do_not_make_the_rest_urgent() -> None:
    """The half is that of the open items; an item without a rank is not urgent."""
    items = [
        item(2, state="done"),
        item(3, state="dropped"),
        item(4, "paper"),
        replace(item(5, "paper"), rank=None),
    ]

    assert not verdicts(survey(PAPER), items, only("K413"))
    assert lines(verdicts(survey(PAPER), [*items, item(6)], only("K413"))) == [("K413", 4)]


def prioritised(*words: str) -> list[Item]:
    """Indifferent items with these priorities, ranked as the reader does."""
    order = ["High", "Medium", "Low"]
    there = sorted(set(words), key=order.index)
    return [
        item(at, "paper", rank=there.index(word) + 1, priority=word)
        for at, word in enumerate(words, start=2)
    ]


@pytest.mark.parametrize(
    ("limit", "found"), [("High", [2]), ("medium", [2, 3]), ("Low", [2, 3, 4])]
)
def test_the_policy_says_from_which_priority_on_it_counts(limit: str, found: list[int]) -> None:
    """That priority too; a word of the same scale need not be in the backlog."""
    how = policy({"K413": Setting(Level.ERROR, priority=limit)})
    all_three = prioritised("High", "Medium", "Low")

    assert [line for _, line in lines(verdicts(survey(PAPER), all_three, how))] == found
    assert "has priority High" in said(verdicts(survey(PAPER), all_three, how)[0])
    without = prioritised("High", "Low")
    expected = {"High": [2], "medium": [2], "Low": [2, 3]}[limit]
    assert [line for _, line in lines(verdicts(survey(PAPER), without, how))] == expected


def test_a_priority_of_the_policy_that_is_on_no_scale_is_refused() -> None:
    """With the words of the backlog; where there are no priorities, the rule is not checked."""
    how = policy({"K413": Setting(Level.ERROR, priority="P1")})

    with pytest.raises(KanoError, match=r'policy.yaml: the priority "P1".*\n.*"High", "Low"'):
        verdicts(survey(PAPER), prioritised("High", "Low"), how)
    plain = [item(2, "paper"), item(3)]
    assert not verdicts(survey(PAPER), plain, how)
    assert backlog_unchecked(survey(PAPER), Backlog(FILE, tuple(plain)), how) == [
        Unchecked("K413", "no-priorities")
    ]


def test_the_policys_own_words_order_its_limit() -> None:
    """As they order the backlog."""
    how = policy(
        {"K413": Setting(Level.ERROR, priority="soon")}, priorities=("now", "soon", "ever")
    )
    items = [
        item(at, "paper", rank=at, priority=word) for at, word in enumerate(["now", "soon", "ever"])
    ]

    assert [line for _, line in lines(verdicts(survey(PAPER), items, how))] == [0, 1]


@pytest.mark.parametrize(("size", "found"), [(8.0, True), (7.99, False), (None, False)])
def test_a_large_item_on_an_indifferent_feature_is_found(size: float | None, found: bool) -> None:
    """From the size of the policy on, however late it comes."""
    how = policy({"K413": Setting(Level.ERROR, size=8)})
    items = [item(2), item(3, "paper", size=size)]

    assert bool(verdicts(survey(PAPER), items, how)) is found
    if found:
        assert "has size 8, and" in said(verdicts(survey(PAPER), items, how)[0])


@pytest.mark.parametrize(
    ("other", "found"), [(BASIC, False), (PERFORMANCE, False), (WOW, False), (INDIFFERENT, True),
                         (REVERSE, True), (QUESTIONABLE, True), (None, True)],
)  # fmt: skip
def test_an_item_that_builds_something_wanted_too_may_be_urgent(
    other: Category | None, found: bool
) -> None:
    """The other feature is reason enough."""
    result = survey(PAPER, feature("other", other))

    blamed = verdicts(result, [item(2, "paper", "other"), item(3)], only("K413"))

    assert ("paper" in {each.feature for each in blamed}) is found


def test_an_item_without_evidence_is_found_with_what_may_be_meant() -> None:
    """Only open ones, each for itself; a part of an item that names a feature has evidence."""
    items = [
        item(2, "paper"),
        item(3, title="Chatbot"),
        item(4, title="Paper towels"),
        item(5, state="done"),
        item(6, state="dropped"),
        item(7, parent="K-2"),
        item(8, "nope"),
    ]

    found = verdicts(survey(PAPER), items, only("K417"))

    assert lines(found) == [("K417", 3), ("K417", 4)]
    assert said(found[0]) == '"Chatbot" names no feature of the survey'
    assert said(found[1]).endswith("nearest: Paper")


def test_a_backlog_that_names_nothing_gives_one_finding() -> None:
    """And not five hundred: what is missing is the joining."""
    many = [item(at) for at in range(2, 502)]

    (found,) = verdicts(survey(PAPER), many, only("K417"))

    assert found.finding.place == Place(FILE)
    assert "none of the 500 open items" in said(found)
    assert len(verdicts(survey(PAPER), [*many, item(600, "paper")], only("K417"))) == 500
    assert lines(verdicts(survey(PAPER), [item(2)], only("K417"))) == [("K417", 2)]
    done = item(600, "paper", state="done")
    assert len(verdicts(survey(PAPER), [*many, done], only("K417"))) == 500


def test_two_items_for_one_feature_are_found_once() -> None:
    """At the second one, with all names; done ones and parts of one item do not count."""
    items = [
        item(2, "paper"),
        item(3, parent="K-2"),
        item(4, "paper", parent="K-2"),
        item(5, "paper", state="done"),
    ]

    assert not verdicts(survey(PAPER), items, only("K418"))
    deep = [*items[:2], item(6, "paper", parent="K-3")]
    assert not verdicts(survey(PAPER), deep, only("K418"))
    parts = [item(at, parent="K-5") for at in (8, 9)]
    assert not verdicts(survey(PAPER), [items[3], *parts], only("K418"))
    (found,) = verdicts(survey(PAPER), [*items, item(6, "paper"), item(7, "paper")], only("K418"))
    assert found.finding.place.line == 6
    assert said(found) == "3 open items are about Paper: Item 2, Item 6, Item 7"


def test_an_unknown_feature_is_found_with_the_nearest() -> None:
    """One finding a name, of open items only."""
    result = survey(feature("dark_mode", BASIC), PAPER)
    items = [item(2, "dark_mod", "zzz"), item(3, "zzz", state="done"), item(4, "dark_mode")]

    near, far = verdicts(result, items, only("K419"))

    assert said(near).endswith("which the survey does not have; nearest: dark_mode")
    assert said(far) == '"Item 2" names the feature zzz, which the survey does not have'


def test_a_feature_without_a_category_or_a_questionable_one_is_evidence() -> None:
    """The survey asked for it, and says nothing against it."""
    result = survey(feature("a", None), feature("b", QUESTIONABLE))

    assert not verdicts(result, [item(2, "a"), item(3, "b")], policy())
