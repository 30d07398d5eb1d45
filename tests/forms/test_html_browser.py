"""The HTML form in a real browser: what it lets in, shows, and asks for."""

import pytest

from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form, respondents
from tests.forms.html_respondent import ABSENT, REASON, Sit

pytestmark = pytest.mark.skipif(ABSENT, reason=REASON)


def test_nothing_is_asked_for_and_nothing_goes_wrong(sit: Sit) -> None:
    """From the first screen to both files: only the page itself."""
    sitting = sit(asked := form(WHOLE))
    sitting.fill(respondents(asked)[0])
    sitting.save("JSON")
    sitting.save("CSV")

    assert sitting.asked == [sitting.page.url]
    assert sitting.page.url.startswith("file:")
    assert sitting.said == sitting.dialogs == []


@pytest.mark.parametrize(
    "injected",
    [
        "Object.assign(document.createElement('script'), {textContent: 'window.hit = 1'})",
        "Object.assign(document.createElement('script'), {src: 'http://x.invalid/x.js'})",
        "Object.assign(new Image(), {src: 'http://x.invalid/x.png'})",
        "Object.assign(document.createElement('style'), {textContent: 'body {display: none}'})",
    ],
)
def test_what_is_injected_is_blocked(injected: str, sit: Sit) -> None:
    """And said by the browser: the test above can fail."""
    page = (sitting := sit(form(PLAIN))).page
    page.evaluate(f"document.body.append({injected})")
    page.wait_for_timeout(200)

    assert page.evaluate("window.hit") is None
    assert page.locator("#app h1").is_visible()
    assert any("Content Security Policy" in line for line in sitting.said)


def test_hostile_texts_are_shown_and_do_nothing(sit: Sit) -> None:
    """Letter by letter, on the screen and in the title of the window."""
    sitting = sit(asked := form(HOSTILE))
    page = sitting.page
    assert sitting.heading == asked.title["nl"] == page.title()
    seen = set()
    sitting.begin()
    for _ in asked.pages:
        seen |= set(page.locator("#app h1, #app legend").all_text_contents())
        sitting.answer(respondents(asked)[0])

    wanted = [text["nl"] for p in asked.pages for text in (p.name, *(q.text for q in p.questions))]
    assert seen == {text.replace("\t", " ") for text in wanted}
    assert sitting.dialogs == sitting.said == []
    assert page.locator("#app b, #app i, #app script").count() == 0


def test_consent_is_needed_and_said_where_it_lacks(sit: Sit) -> None:
    """The focus moves to the box, whose error is read with it; ticked, it is gone."""
    page = (sitting := sit(form(WHOLE))).page
    sitting.go_on()

    assert sitting.heading == "Bike shop"
    assert page.evaluate("document.activeElement.id") == "consent"
    box = page.locator("#consent")
    assert box.get_attribute("aria-invalid") == "true"
    error = page.locator(f"#{box.get_attribute('aria-describedby')}")
    assert error.inner_text().startswith("Please tick this box")
    box.check()
    assert not error.is_visible()
    sitting.go_on()
    assert sitting.heading in {"Loan bike", "Night locker"}


def test_an_open_question_stops_and_can_only_be_left_on_purpose(sit: Sit) -> None:
    """One error a question, the focus on the first, and then a way to leave it open."""
    sitting = sit(asked := form(WHOLE))
    page = sitting.page
    sitting.begin()
    assert page.locator(".skip").count() == 0
    page.check("#question-1 input >> nth=2")
    sitting.go_on()

    assert page.locator("#app .progress p").inner_text() == "1 of 3"
    wrong = page.locator("[aria-invalid=true]")
    assert [each.get_attribute("id") for each in wrong.all()] == ["question-0", "question-2"]
    described = wrong.first.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text() == "Please answer this question."
    assert page.locator("#open").inner_text() == "2 questions on this page are still open."
    assert page.evaluate("document.activeElement.closest('fieldset').id") == "question-0"

    page.click("#question-0 .skip")
    assert page.locator("#open").inner_text() == "1 question on this page is still open."
    page.check("#question-0 input >> nth=1")
    assert not page.locator("#question-0 .skip input").is_checked()
    page.click("#question-2 .skip")
    assert wrong.count() == 0
    sitting.go_on()
    page.get_by_role("button", name="Back").click()
    assert page.locator("#question-2 .skip input").is_checked()
    assert [page.locator(f"#question-{at} :checked").count() for at in range(3)] == [1, 1, 1]
    left = dict.fromkeys((q.code for q in asked.questions), "")
    sitting.go_on()
    sitting.answer(left)
    sitting.answer(left)
    assert sitting.heading == "Save your answers"
