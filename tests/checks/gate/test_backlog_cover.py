"""What a backlog covers: basic features, and the dose of wow."""

from dataclasses import replace

import pytest

from kano_cli.checks.gate.policy.policy import Setting
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.core.categories import Category
from kano_cli.findings import Place
from kano_cli.study.backlog import Item
from tests.checks.gate.plans import FILE, feature, item, lines, only, policy, said, survey, verdicts

BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE, QUESTIONABLE = Category
CALLS = survey(feature("calls", BASIC), feature("speed", PERFORMANCE))


@pytest.mark.parametrize(
    ("items", "missing"),
    [
        ([], True),
        ([item(2, "speed")], True),
        ([item(2, "calls")], False),
        ([item(2, "calls", release="2.1")], False),
        ([item(2, "calls", state="done")], False),
        ([item(2, "calls", state="dropped")], True),
    ],
)
def test_a_basic_feature_needs_an_item(items: list[Item], missing: bool) -> None:
    """An open or a done one; what was dropped is not planned. Others need none."""
    found = verdicts(CALLS, items, only("K410"))

    assert bool(found) is missing
    if found:
        assert said(found[0]) == "no item for Calls, a basic feature (99 % sure)"
        assert found[0].finding.place == Place(FILE)
        assert (found[0].item, found[0].feature) == ("", "calls")


def test_a_part_that_is_done_delivers_nothing() -> None:
    """The colour is chosen, the lockers are still to come; unless the part names them itself."""
    result = survey(feature("lockers", BASIC), feature("sauna", WOW))
    items = [item(2, "sauna"), item(3, "lockers"), item(4, parent="K-3", state="done")]

    assert lines(verdicts(result, items, only("K411"))) == [("K411", 3)]
    named = replace(items[2], features=("lockers",))
    assert not verdicts(result, [*items[:2], named], only("K411"))


@pytest.mark.parametrize(("name", "missing"), [("calls", False), ("Calls", False), ("call", True)])
def test_a_delivered_feature_needs_none(name: str, missing: bool) -> None:
    """The policy names it by id or name."""
    how = policy({"K410": Setting(Level.ERROR)}, delivered=[name])

    assert bool(verdicts(CALLS, [], how)) is missing


@pytest.mark.parametrize(
    ("releases", "state", "line"),
    [
        (["2.1"], "open", 0),
        (["2.0", "2.1"], "open", 0),
        (["1.0, 2.1"], "open", 0),
        (["Shop\\2.1\\Sprint 3"], "open", 0),
        (["2.0"], "open", 2),
        (["2.10"], "open", 2),
        ([""], "open", 2),
        ([], "open", None),
        (["2.0"], "done", 0),
        (["2.1"], "dropped", None),
    ],
)
def test_with_a_release_the_item_must_be_in_it(
    releases: list[str], state: str, line: int | None
) -> None:
    """Blamed is the first item in another one; a feature that is done was delivered earlier."""
    how = policy({"K410": Setting(Level.ERROR)}, release="2.1")
    items = [
        item(at, "calls", state=state, release=release) for at, release in enumerate(releases, 2)
    ]

    found = verdicts(CALLS, items, how)

    assert lines(found) == ([] if line == 0 else [("K410", line)])
    if line:
        assert said(found[0]).endswith("has no item in release 2.1")


def test_a_missing_feature_that_is_undecided_is_not_conclusive() -> None:
    """More answers may make it something else."""
    result = survey(feature("calls", BASIC, certainty=0.7))

    (found,) = verdicts(result, [], only("K410"))

    assert not found.conclusive
    assert said(found).endswith("(70 % sure, undecided)")


WOWS = [feature(f"wow{at}", WOW) for at in range(5)]


def test_a_plan_without_wow_is_found() -> None:
    """Done and dropped ones are not planned; with nothing left to plan there is no finding."""
    result = survey(*WOWS[:2], *CALLS.features)
    done = item(2, "wow0", state="done")

    (found,) = verdicts(result, [done, item(3, "wow1", state="dropped")], only("K414"))
    assert said(found) == "no wow feature is planned; the survey has Wow1"
    assert found.finding.place == Place(FILE)
    assert not verdicts(result, [item(2, "wow1")], only("K414"))
    assert not verdicts(result, [done, item(3, "wow1", state="done")], only("K414"))
    assert not verdicts(CALLS, [item(2, "calls")], only("K414"))


def test_one_decided_wow_is_enough_to_ask_for_one() -> None:
    """Among undecided ones alone there may be none."""
    unsure = feature("wow9", WOW, certainty=0.5)

    assert verdicts(survey(unsure, WOWS[0]), [], only("K414"))[0].conclusive
    assert not verdicts(survey(unsure), [], only("K414"))[0].conclusive


def test_the_dose_of_wow_is_three() -> None:
    """Features count and not items; blamed is the fourth by urgency."""
    items = [item(at + 2, f"wow{at}", rank=9 - at) for at in range(4)]
    result = survey(*WOWS)
    fifth = item(7, "wow4", rank=20)

    assert not verdicts(result, [*items[:3], item(9, "wow0")], only("K415"))
    (found,) = verdicts(result, items, only("K415"))

    assert lines([found]) == [("K415", 2)]
    assert said(found) == "4 wow features are planned, more than 3: Wow3, Wow2, Wow1, Wow0"
    assert lines(verdicts(result, [fifth, *items], only("K415"))) == [("K415", 2)]


def test_the_dose_is_the_policys_and_counts_decided_ones() -> None:
    """Undecided ones may turn out to be something else."""
    none = policy({"K415": Setting(Level.ERROR, limit=0)})
    one = policy({"K415": Setting(Level.ERROR, limit=1)})
    unsure = feature("wow9", WOW, certainty=0.5)
    both = [item(2, "wow0"), item(3, "wow9")]

    assert lines(verdicts(survey(*WOWS), [item(2, "wow0")], none)) == [("K415", 2)]
    assert not verdicts(survey(*WOWS), [item(2, "wow0")], one)
    assert not verdicts(survey(WOWS[0], unsure), both, one)[0].conclusive
    assert verdicts(survey(WOWS[0], WOWS[1], unsure), [*both, item(4, "wow1")], one)[0].conclusive
