"""What a touchpoint is to customers, and whether the team's declaration fits."""

import pytest

from kano_cli.core.categories import Category
from kano_cli.journey.record import Agreement, Says, Stop
from kano_cli.journey.stops import agreement, said_by
from tests.journey.stories import (
    BASIC,
    BILL,
    INDIFFERENT,
    PERFORMANCE,
    PLAIN,
    REVERSE,
    TORN,
    WOW,
    story,
)
from tests.report.surveys import result_of


def stop(name: str, text: str = BILL, **counts: tuple[int, ...]) -> Stop:
    """A touchpoint of the story, some of its features with other counts."""
    changed = {key.replace("_", " ").capitalize(): of for key, of in counts.items()}
    found = story(text, {**PLAIN, **changed})
    return next(each for each in found.stops if each.touchpoint.name == name)


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((WOW, BASIC), Says.EXCEL),
        ((WOW, INDIFFERENT), Says.EXCEL),
        ((BASIC, INDIFFERENT), Says.HYGIENE),
        ((PERFORMANCE,), Says.HYGIENE),
        ((INDIFFERENT, INDIFFERENT), Says.STANDARD),
        ((INDIFFERENT, TORN), Says.STANDARD),
        ((TORN,), Says.UNDECIDED),
        ((REVERSE,), Says.UNDECIDED),
        ((REVERSE, WOW), Says.EXCEL),
        ((), Says.NOTHING),
    ],
)
def test_the_settled_categories_say_what_a_touchpoint_is(
    counts: tuple[tuple[int, ...], ...], says: Says
) -> None:
    """A wow outweighs all; what is torn between two, and reverse, say nothing."""
    features = (
        result_of({f"F{at}": each for at, each in enumerate(counts)}).features if counts else ()
    )
    assert said_by(features) is says


@pytest.mark.parametrize(
    ("moment", "says", "found"),
    [
        ("excel", Says.EXCEL, Agreement.AGREES),
        ("excel", Says.HYGIENE, Agreement.NO_WOW),
        ("excel", Says.STANDARD, Agreement.NO_WOW),
        ("standard", Says.EXCEL, Agreement.WOW_HERE),
        ("standard", Says.HYGIENE, Agreement.AGREES),
        ("standard", Says.STANDARD, Agreement.AGREES),
        ("truth", Says.STANDARD, Agreement.INDIFFERENT),
        ("truth", Says.HYGIENE, Agreement.AGREES),
        ("truth", Says.EXCEL, Agreement.AGREES),
        ("", Says.EXCEL, Agreement.UNDECLARED),
        ("truth", Says.UNDECIDED, Agreement.UNKNOWN),
        ("excel", Says.NOTHING, Agreement.UNKNOWN),
    ],
)
def test_a_declaration_is_held_against_what_the_features_say(
    moment: str, says: Says, found: Agreement
) -> None:
    """Standard moments are the home of basics, so that is no disagreement (METHOD 14.5)."""
    assert agreement(moment, says) is found


def test_touchpoints_stand_in_the_order_of_the_journey() -> None:
    """Also those without a feature; features in the order of the ranking."""
    found = story(BILL.replace("[Website,", "[Flyer, Website,"))

    assert [each.touchpoint.name for each in found.stops] == [
        "Flyer", "Website", "Shop", "Calls", "Bill",
    ]  # fmt: skip
    assert found.phases == {"Start": ("Flyer", "Website", "Shop"), "Use": ("Calls", "Bill")}
    assert found.stops[0].says is Says.NOTHING
    bill = found.stops[-1]
    assert [each.category for each in bill.features] == [Category.BASIC, Category.WOW]
    assert (bill.must, bill.delights, bill.indifferent) == (("plain_bill",), ("gift",), ())


def test_a_moment_that_all_features_declare_is_the_touchpoints() -> None:
    """One that they do not agree on is none."""
    assert stop("Website").touchpoint.moment == ""
    text = BILL.replace("{touchpoint: Shop, moment: truth}", "Shop")
    assert stop("Shop", text).touchpoint.moment == "truth"
    mixed = text.replace(
        "Coffee, touchpoint: Shop, moment: truth", "Coffee, touchpoint: Shop, moment: excel"
    )
    assert stop("Shop", mixed).touchpoint.moment == ""


def test_a_basic_that_fails_is_named_where_it_is_settled() -> None:
    """A feature that is no basic cannot fail as one."""
    failing = BILL.replace("name: Plain bill,", "name: Plain bill, works: false,").replace(
        "name: Gift,", "name: Gift, works: false,"
    )
    assert stop("Bill", failing).failing == ("plain_bill",)
    assert stop("Bill", failing, plain_bill=TORN).failing == ()
    assert stop("Bill", failing, plain_bill=TORN).open == ("plain_bill",)


def test_names_of_touchpoints_are_compared_like_all_names() -> None:
    """Capitals, spaces and signs make no difference."""
    text = BILL.replace("touchpoint: Bill}\n  - {id: gift", "touchpoint: bill}\n  - {id: gift")
    assert [each.id for each in stop("Bill", text).features] == ["plain_bill", "gift"]
