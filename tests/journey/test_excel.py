"""Where to excel: wow features with enough certainty, at the right place, in the right dose."""

import numpy as np
import pytest

from kano_cli.errors import KanoError
from kano_cli.journey.record import Against, JourneyResult, Reason
from tests.journey.stories import BILL, INDIFFERENT, PERFORMANCE, PLAIN, WOW, story

RATED = BILL.replace(
    "features:",
    "ratings:\n"
    "  emotion: {min: 1, max: 10, touchpoints: {Website: a, Shop: b, Calls: c, Bill: d}}\n"
    "features:",
)
FAINT = (220, 300, 0, 120)
"""Performance leads clearly, and Better is below a half."""


def feelings(**means: float) -> dict[str, list[float]]:
    """Ratings of 40 people around these means, by touchpoint."""
    spread = np.tile([-1.0, 0.0, 0.0, 1.0], 10)
    return {
        f"emotion after {name.capitalize()}": (mean + spread).tolist()
        for name, mean in means.items()
    }


def chosen(found: JourneyResult) -> list[str]:
    """The ids of what to excel with, in order."""
    return [each.feature.id for each in found.chosen]


def against(found: JourneyResult) -> dict[str, tuple[Against, ...]]:
    """What is against the other wow features."""
    return {each.feature.id: each.against for each in found.excel if not each.chosen}


def test_a_declared_moment_to_excel_comes_first() -> None:
    """Then by how much it adds; each says why."""
    found = story()

    assert chosen(found) == ["gift", "coffee"]
    gift, coffee = found.chosen
    assert gift.reasons == (Reason.CERTAIN, Reason.DECLARED, Reason.NO_CURVE, Reason.EMOTIONAL)
    assert Reason.DECLARED not in coffee.reasons
    assert gift.touchpoint == "Bill"


@pytest.mark.parametrize("dose", [0, 1, 2, 9])
def test_no_more_are_chosen_than_the_dose(dose: int) -> None:
    """Those that fit and are left say so."""
    found = story(dose=dose)

    assert len(found.chosen) == min(dose, 2)
    assert set(against(found).values()) <= {(Against.DOSE,)}
    assert len(found.excel) == 2


def test_a_dose_below_zero_is_refused() -> None:
    """It means nothing."""
    with pytest.raises(KanoError, match="cannot be below zero"):
        story(dose=-1)


def test_none_while_a_basic_at_the_same_touchpoint_fails() -> None:
    """And the basic is named; other touchpoints are not held up by it."""
    found = story(BILL.replace("name: Plain bill,", "name: Plain bill, works: false,"))

    assert chosen(found) == ["coffee"]
    assert against(found) == {"gift": (Against.BASIC_FAILS,)}
    assert [each.because_of for each in found.excel if not each.chosen] == [("plain_bill",)]
    assert [finding.code for finding in found.findings].count("K502") == 1


def test_a_wow_that_is_not_settled_is_not_chosen() -> None:
    """However it would delight."""
    found = story(counts={**PLAIN, "Gift": (5, 5, 46, 44)})

    assert against(found) == {"gift": (Against.UNCERTAIN,)}


def test_a_wow_without_a_touchpoint_has_no_place() -> None:
    """It says that it names none."""
    found = story(BILL.replace("name: Gift, touchpoint: Bill,", "name: Gift,"))

    assert against(found) == {"gift": (Against.NOWHERE,)}


def test_the_peak_and_the_end_are_where_it_is_remembered() -> None:
    """At them, or beside; not far from both."""
    found = story(RATED, ratings=feelings(website=9.0, shop=7.0, calls=6.0, bill=6.5))

    assert found.curve is not None
    assert (found.curve.peak, found.curve.end) == ("Website", "Bill")
    gift, coffee = found.chosen
    assert Reason.AT_END in gift.reasons
    assert Reason.NEAR_PEAK in coffee.reasons

    far = story(
        RATED.replace(
            "name: Coffee, touchpoint: Shop, moment: truth,", "name: Coffee, touchpoint: Website,"
        ),
        ratings=feelings(website=6.0, shop=6.5, calls=6.0, bill=9.0),
    )
    assert against(far) == {"coffee": (Against.FAR,)}


def test_a_touchpoint_that_people_leave_unhappy_is_no_place_to_surprise() -> None:
    """By more than chance; then that is a finding, too."""
    found = story(RATED, ratings=feelings(website=6.0, shop=6.5, calls=6.0, bill=3.0))

    assert against(found)["gift"] == (Against.SINKS,)
    assert [each.facts["touchpoint"] for each in found.findings if each.code == "K504"] == ["Bill"]
    near = story(RATED, ratings=feelings(website=6.0, shop=6.5, calls=6.0, bill=5.4))
    assert not [each for each in near.findings if each.code == "K504"]


def test_what_nobody_would_notice_is_not_to_be_polished() -> None:
    """Indifferent features, and performance that few would notice, but not at a moment of truth."""
    clear = story(counts={**PLAIN, "Clear line": PERFORMANCE})
    assert {each.feature.id: each.why for each in clear.polish} == {"tones": "indifferent"}
    faint = story(counts={**PLAIN, "Fast site": FAINT, "Advice": FAINT})
    assert {each.feature.id: each.why for each in faint.polish} == {
        "fast_site": "unnoticed",
        "tones": "indifferent",
    }
    failing = story(BILL.replace("name: Ring tones,", "name: Ring tones, works: false,"))
    assert failing.polish == ()


def test_a_chosen_idea_is_checked_point_by_point() -> None:
    """One that nobody has thought through lacks all five."""
    text = BILL.replace(
        "name: Gift,",
        "name: Gift, design: {targeted: new customers, dosed: once a year, repeatable: '', "
        "moment: with the first bill, emotion: seen},",
    )
    found = story(text)

    told = {
        each.facts["feature"]: each.facts["points"]
        for each in found.findings
        if each.code == "K503"
    }
    assert told == {
        "Gift": ("repeatable",),
        "Coffee": ("targeted", "dosed", "repeatable", "moment", "emotion"),
    }
    assert [each.idea.targeted for each in found.designs] == ["new customers", ""]


def test_a_survey_without_any_of_it_says_what_is_missing() -> None:
    """And still has a page."""
    found = story(
        "kano: 1\nfeatures: [{name: Gift}, {name: Tones}]\n", {"Gift": WOW, "Tones": INDIFFERENT}
    )

    assert found.missing == (
        "touchpoints", "moments", "recommendation", "satisfaction", "effort", "emotion",
        "segments", "received", "design",
    )  # fmt: skip
    assert against(found) == {"gift": (Against.NOWHERE,)}
    assert [each.feature.id for each in found.polish] == ["tones"]
    assert (found.stops, found.curve) == ((), None)
