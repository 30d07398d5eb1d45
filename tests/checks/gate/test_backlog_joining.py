"""Which items are about which features: by names that are equal, by words only when asked."""

from dataclasses import replace

import pytest

from kano_cli.checks.gate.backlog.joining import Joined, join
from kano_cli.core.categories import Category
from kano_cli.study.backlog import Backlog, Item
from tests.checks.gate.plans import FILE, feature, item, lines, only, policy, said, survey, verdicts

BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE, QUESTIONABLE = Category
RESULT = survey(
    feature("dark_mode", BASIC, title="Dark mode"),
    feature("q2", WOW, title="Größe der Schrift"),
    feature("weekly_promo_sms", REVERSE, title="Wekelijkse promotie-sms"),
    feature("paper", INDIFFERENT, title="Papieren jaaroverzicht"),
)


def joined(*items: Item, match_titles: bool = False, **more: tuple[str, ...]) -> list[Joined]:
    """The items with their features; what the policy says goes by item id."""
    how = policy(features={key.replace("_", "-"): names for key, names in more.items()})
    return list(join(RESULT, Backlog(FILE, items), how, match_titles=match_titles))


def about(one: Joined) -> list[str]:
    """The ids of the features of an item."""
    return [feature.id for feature in one.features]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("dark_mode", ["dark_mode"]),
        ("Dark Mode", ["dark_mode"]),
        ("dark-mode", ["dark_mode"]),
        (" DARK  MODE ", ["dark_mode"]),
        ("größe der schrift", ["q2"]),
        ("grosse_der_schrift", ["q2"]),
        ("dark", []),
        ("dark modes", []),
        ("darkmode", []),
    ],
)
def test_a_name_is_equal_or_it_is_unknown(name: str, found: list[str]) -> None:
    """Id or name, whatever the case and the signs between its words; nothing is only similar."""
    (one,) = joined(item(2, name))

    assert about(one) == found
    assert one.unknown == (() if found else (name,))
    assert one.named


def test_an_id_outweighs_a_name() -> None:
    """Where one feature is called as another's id."""
    result = survey(feature("a", BASIC, title="b"), feature("b", WOW, title="c"))

    (one,) = join(result, Backlog(FILE, (item(2, "b"),)), policy())

    assert about(one) == ["b"]


def test_a_name_that_two_features_share_is_doubtful() -> None:
    """The one that is meant must be named by its id."""
    result = survey(feature("a", BASIC, title="Search"), feature("b", WOW, title="search"))

    (found,) = verdicts(result, [item(2, "SEARCH")], only("K419"))

    assert "two features of the survey are called that" in said(found)
    assert not verdicts(result, [item(2, "b")], only("K419"))


def test_an_item_that_names_nothing_is_joined_by_its_own_id_or_title() -> None:
    """Only if they are the whole name; what it names itself outweighs them."""
    by_title, by_id, by_both, longer = joined(
        item(2, title="dark mode"),
        item(3, id="paper"),
        item(4, "paper", title="Dark mode"),
        item(5, title="Dark mode for charts"),
    )
    (two_names,) = joined(item(2, id="paper", title="Dark mode"))

    assert [about(one) for one in (by_title, by_id, by_both, longer)] == [
        ["dark_mode"], ["paper"], ["paper"], [],
    ]  # fmt: skip
    assert not longer.named
    assert about(two_names) == ["paper"]


def test_the_policy_adds_features_to_items() -> None:
    """By the id of the item, to those that it names; each once."""
    both, one = joined(item(2, "paper", "q2"), item(3), K_2=("dark_mode", "paper"), K_3=("nope",))

    assert about(both) == ["paper", "q2", "dark_mode"]
    assert (about(one), one.unknown) == ([], ("nope",))


def test_a_category_is_no_name_of_a_feature() -> None:
    """A column Kano may say what the team believes; a feature that is called so is one."""
    basic, term, dutch, other = joined(
        *(item(2, name) for name in ("Basic", "Must-be", "basis", "bas"))
    )
    result = survey(feature("basic", BASIC))
    (called_so,) = join(result, Backlog(FILE, (item(2, "Basic"),)), policy())

    assert not any(one.named or one.unknown for one in (basic, term, dutch))
    assert other.unknown == ("bas",)
    assert about(called_so) == ["basic"]


def test_a_part_is_about_what_its_item_is_about() -> None:
    """Through several levels, unless it names something itself; a ring of parts ends."""
    top, part, deep, own, ring, other = joined(
        item(2, "dark_mode"),
        item(3, parent="K-2"),
        item(4, parent="K-3"),
        item(5, "paper", parent="K-2"),
        item(6, parent="K-7"),
        item(7, parent="K-6"),
    )

    assert [about(each) for each in (top, part, deep, own, ring, other)] == [
        ["dark_mode"], ["dark_mode"], ["dark_mode"], ["paper"], [], [],
    ]  # fmt: skip
    assert [each.inherited for each in (top, part, deep, own, ring)] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_of_two_items_of_one_title_the_nearer_one_above_is_meant() -> None:
    """A list without ids may have a Design below every item; a parent may come later, too."""
    named = [item(2, "dark_mode"), item(3, parent="K-2"), item(5, "paper"), item(6, parent="K-5")]
    first, second = (replace(named[at], id="", title="Design") for at in (1, 3))
    parts = [item(at, parent="Design") for at in (1, 4, 7)]
    found = joined(parts[0], named[0], first, parts[1], named[2], second, parts[2])

    assert [about(each) for each in found] == [
        ["dark_mode"], ["dark_mode"], ["dark_mode"], ["dark_mode"], ["paper"], ["paper"], ["paper"],
    ]  # fmt: skip


def test_titles_are_matched_only_when_asked_and_each_match_is_shown() -> None:
    """By the beginnings of words; what names a feature is left alone."""
    items = [item(2, title="Promo-sms elke week"), item(3, "paper", title="Mode in the dark")]

    assert not verdicts(RESULT, items, only("K412"))
    found = verdicts(RESULT, items, only("K412"), match_titles=True)

    assert lines(found) == [("K412", 2), ("K420", 2)]
    assert found[1].severity.value == "info"
    assert said(found[1]).endswith("joined to Wekelijkse promotie-sms by its title, as asked")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Build the dark mode for the web", ["dark_mode"]),
        ("In the dark: a mode", ["dark_mode"]),
        ("A dark theme", []),
        ("Papier in een jaaroverzicht", ["paper"]),
        ("Papieren zakken", []),
        ("Dark mode and papieren jaaroverzicht", []),
    ],
)
def test_a_title_needs_most_words_of_one_feature(title: str, found: list[str]) -> None:
    """Half of two words is too few, and two features that fit equally are none."""
    (one,) = joined(item(2, title=title), match_titles=True)

    assert about(one) == found
    assert one.by_title == bool(found)


def test_three_words_of_five_are_enough() -> None:
    """Exactly the share that it takes."""
    result = survey(feature("q1", WOW, title="one two three four five"))

    for title, found in (("one two three", True), ("one two", False)):
        backlog = Backlog(FILE, (item(2, title=title),))
        (one,) = join(result, backlog, policy(), match_titles=True)
        assert one.by_title is found


def test_a_dropped_item_is_matched_to_nothing() -> None:
    """Nobody needs to see it."""
    (one,) = joined(item(2, title="Dark mode ideas", state="dropped"), match_titles=True)

    assert not one.features
