"""The HTML form as people meet it: narrow, dark, read aloud, without a script, on paper."""

import re
import shutil
import subprocess
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest

from kano_cli.forms.form import Form
from tests.forms.fielded import HOSTILE, WHOLE, form, respondents
from tests.forms.html_respondent import ABSENT, REASON, Sit, Sitting

pytestmark = pytest.mark.skipif(ABSENT, reason=REASON)
AXE = "axe_playwright_python"


@pytest.mark.parametrize("width", [320, 375, 1200])
@pytest.mark.parametrize("text", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_a_page_is_as_wide_as_the_screen(text: str, width: int, sit: Sit) -> None:
    """On each screen, with all errors."""
    sitting = sit(asked := form(text), width=width)
    wide = "document.documentElement.scrollWidth"
    assert sitting.page.evaluate(wide) == width
    sitting.begin()
    while sitting.page.locator("#app fieldset").count():
        sitting.go_on()
        assert sitting.page.evaluate(wide) == width
        sitting.answer(respondents(asked)[0])
    sitting.save()
    sitting.page.click("summary")
    assert sitting.page.evaluate(wide) == width


@pytest.mark.skipif(find_spec(AXE) is None, reason="needs axe-playwright-python from the extra dev")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_respondent_without_a_mouse_or_eyes_is_served(
    language: str, scheme: str, sit: Sit
) -> None:
    """axe-core finds nothing on any screen, and every text has contrast enough."""
    sitting = sit(asked := form(WHOLE), color_scheme=scheme, locale=language)
    page = sitting.page
    page.evaluate((files(AXE) / "axe.min.js").read_text("utf-8"))
    person = respondents(asked)[0]

    def look() -> None:
        found = page.evaluate("axe.run()")
        assert {"color-contrast", "region"} <= {rule["id"] for rule in found["passes"]}
        told = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]]
        assert told == []

    sitting.go_on()
    look()
    sitting.begin()
    for _ in range(3):
        sitting.go_on()
        look()
        sitting.answer(person)
    sitting.save()
    page.click("summary")
    look()


def test_every_answer_has_its_question_for_a_screen_reader(sit: Sit) -> None:
    """Groups are named by the question, radios by the answer, and the heading has the focus."""
    sitting = sit(asked := form(WHOLE.replace("kano: 1", "kano: 1\norder: fixed")))
    page, first = sitting.page, asked.pages[0]
    sitting.begin()

    assert page.evaluate("document.activeElement.tagName + document.activeElement.innerText") == (
        "H1Loan bike"
    )
    for question in first.questions:
        group = page.get_by_role("radiogroup", name=question.text["en"], exact=True)
        names = [choice.text["en"].replace(" - ", " ") for choice in question.choices]
        for name in names:
            assert group.get_by_role("radio", name=name, exact=True).count() == 1
    page.keyboard.press("Tab")
    ring = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    assert page.evaluate(ring) == "solid"


def test_without_a_script_the_page_is_a_form_on_paper(sit: Sit) -> None:
    """In each language, and it says how to go on."""
    asked = form(WHOLE)
    page = sit(asked, java_script_enabled=False).page
    seen = page.locator("body").inner_text()

    for question in asked.questions:
        for language in asked.languages:
            assert question.text[language] in seen
    assert "JavaScript is off in this browser." in seen
    assert "JavaScript staat uit in deze browser." in seen
    assert page.locator("input").count() == 0


def test_a_script_that_fails_leaves_the_form_on_paper(sit: Sit) -> None:
    """A browser too old for it still shows all questions."""
    sitting = sit(form(WHOLE), before="JSON.parse = () => { throw Error('too old') }")

    assert sitting.page.locator(".paper").first.is_visible()
    assert "1a. How would you feel if we lent you a bike?" in sitting.page.inner_text("body")
    assert sitting.said == ["too old"]


def printed(sitting: Sitting, path: Path) -> str:
    """The text of the page on paper."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext")
    sitting.page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return text.stdout.decode()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_on_paper_all_questions_are_there(language: str, sit: Sit, tmp_path: Path) -> None:
    """From any screen, in the language that is chosen and in no other; nothing of the screen."""
    asked: Form = form(WHOLE)
    sitting = sit(asked, locale=language)
    sitting.begin()
    text = printed(sitting, tmp_path / "form.pdf")

    other = "nl" if language == "en" else "en"
    for question in asked.questions:
        assert question.text[language] in re.sub(r"\s+", " ", text)
        assert question.text[other] not in re.sub(r"\s+", " ", text)
    assert text.count("1a.") == 1
    assert not re.search(r"\b(Next|Volgende|1 of 3|1 van 3)\b", text)
    assert asked.stamp.split("/")[1] in text
