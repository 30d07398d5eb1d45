"""One sitting at the HTML form: its order, going back, a reload, leaving, the next person."""

from typing import TYPE_CHECKING

import pytest

from tests.forms.fielded import PLAIN, WHOLE, form, respondents
from tests.forms.html_respondent import ABSENT, REASON, Sit, Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(ABSENT, reason=REASON)
REFUSED = "Object.defineProperty(window, 'sessionStorage', {get() { throw Error('refused') }})"
MANY = PLAIN.split("features:")[0] + "features:\n" + "".join(
    f"  - {{id: f{at}, name: Feature {at}, functional: With {at}?, dysfunctional: Not {at}?}}\n"
    for at in range(12)
)  # fmt: skip


def names_on_screen(sitting: Sitting) -> list[str]:
    """The features in the order of this respondent, by going through the form."""
    names = []
    while sitting.page.locator("#app fieldset").count():
        names.append(sitting.heading)
        sitting.answer(dict.fromkeys((q.code for q in sitting.form.questions), "like"))
    return names


def test_each_respondent_has_an_order_and_keeps_it(sit: Sit) -> None:
    """Chance mixes twelve features anew for each; back and reload change nothing."""
    orders = []
    for _ in range(3):
        sitting = sit(form(MANY))
        sitting.begin()
        orders.append(names_on_screen(sitting))
        assert sorted(orders[-1]) == sorted(f"Feature {at}" for at in range(12))
    assert len({*map(tuple, orders)}) == 3

    back = []
    while True:
        sitting.page.get_by_role("button", name="Back").click()
        if not sitting.page.locator("#app fieldset").count():
            break
        sitting.page.reload()
        back.append(sitting.heading)
    assert back[::-1] == orders[-1]


def test_a_fixed_order_is_the_order_of_the_questionnaire(sit: Sit) -> None:
    """For everybody."""
    sitting = sit(form(MANY.replace("kano: 1", "kano: 1\norder: fixed")))
    sitting.begin()
    assert names_on_screen(sitting) == [f"Feature {at}" for at in range(12)]


def test_a_reload_loses_nothing(sit: Sit) -> None:
    """The same screen, answers, language and respondent."""
    sitting = sit(asked := form(WHOLE))
    person, page = respondents(asked)[3], sitting.page
    page.select_option("#language", "nl")
    sitting.begin()
    sitting.answer(person)
    page.check("#question-0 input >> nth=3")
    before = page.locator("#app").inner_text()
    page.reload()

    assert page.locator("#app").inner_text() == before
    assert page.locator("#question-0 input >> nth=3").is_checked()
    sitting.answer(person)
    sitting.answer(person)
    name = sitting.save().suggested_filename
    page.reload()
    assert sitting.save().suggested_filename == name


def test_another_version_of_the_form_does_not_take_up_old_answers(
    sit: Sit, browser: "Browser"
) -> None:
    """Nor does another window."""
    sitting = sit(form(WHOLE))
    sitting.begin()
    assert sit(form(WHOLE)).heading == "Bike shop"
    changed = sit(form(WHOLE.replace("Loan bike", "Bike on loan")))
    assert changed.heading == "Bike shop"
    sitting.page.goto(sitting.page.url)  # the file has been written anew
    assert sitting.heading == "Bike shop"
    assert len(browser.contexts) == 3


@pytest.mark.parametrize("before", ["", REFUSED], ids=["storage", "no storage"])
def test_who_leaves_with_answers_that_are_not_saved_is_warned(before: str, sit: Sit) -> None:
    """Not before there are any, and not once they are saved; a refused storage is no error."""
    sitting = sit(asked := form(PLAIN), before=before)
    page = sitting.page
    page.reload()
    sitting.begin()
    page.check("#question-0 input >> nth=0")
    assert sitting.dialogs == []

    sitting.accept = False
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(300)
    assert sitting.dialogs == ["beforeunload"]
    assert page.locator("#question-0 input >> nth=0").is_checked()
    person = respondents(asked)[0]
    for _ in asked.pages:
        sitting.answer(person)
    sitting.save()
    page.reload()
    assert sitting.dialogs == ["beforeunload"]
    assert sitting.heading == ("Bike shop" if before else "Save your answers")
    assert sitting.said == []


def test_another_respondent_starts_anew_on_the_same_device(sit: Sit) -> None:
    """Asked once where answers would be lost; nothing of the one before is left."""
    sitting = sit(asked := form(WHOLE))
    person, page = respondents(asked)[0], sitting.page
    sitting.begin()
    sitting.answer(person)
    sitting.accept = False
    page.get_by_role("button", name="Start anew").click()
    assert sitting.dialogs == ["confirm"]
    assert sitting.heading != "Bike shop"
    sitting.answer(person)
    sitting.answer(person)
    first = sitting.save().suggested_filename
    page.get_by_role("button", name="Start anew with somebody else").click()

    assert sitting.dialogs == ["confirm"]
    assert sitting.heading == "Bike shop"
    assert not page.locator("#consent").is_checked()
    sitting.begin()
    assert page.locator("#app :checked:not(option)").count() == 0
    for _ in range(3):
        sitting.answer(person)
    assert sitting.save().suggested_filename != first
    kept = page.evaluate("JSON.stringify(Object.values(sessionStorage))")
    assert first.split("-")[-1].removesuffix(".json") not in kept


def test_the_language_can_be_changed_at_any_moment(sit: Sit) -> None:
    """The answers stay, the focus too, and the page says which language it is in."""
    sitting = sit(form(WHOLE))
    page = sitting.page
    sitting.begin()
    page.check("#question-0 input >> nth=2")
    page.select_option("#language", "nl")

    assert sitting.heading in {"Leenfiets", "Nachtkluis"}
    assert page.locator("#question-0 input >> nth=2").is_checked()
    assert page.evaluate("[document.documentElement.lang, document.activeElement.id]") == [
        "nl", "language",
    ]  # fmt: skip
    assert page.locator("button[type=submit]").inner_text() == "Volgende"
    assert page.locator("#language option").all_inner_texts() == ["English", "Nederlands"]
    assert sit(form(WHOLE), locale="nl-BE").heading == "Fietsenwinkel"
    assert sit(form(WHOLE), locale="fr").heading == "Bike shop"
    assert sit(form(PLAIN)).page.locator("#language").count() == 0
