"""Google Forms: the script is run against a stand-in for Google's, and its form is filled in."""

import csv
import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms import google_forms
from kano_cli.forms.form import Choice, Form
from kano_cli.forms.targets import target_named, written
from kano_cli.study.words import plain
from tests.forms.fielded import (
    HOSTILE,
    PLAIN,
    WHOLE,
    Filled,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.outside.beside import assert_plans, with_gaps
from tests.forms.outside.node import (
    MODULES,
    NEEDS_NODE,
    NEEDS_TYPINGS,
    NODE,
    TSC,
    TYPINGS,
    node,
    tsc,
)

needs_node = pytest.mark.skipif(not NODE, reason=NEEDS_NODE)
needs_typings = pytest.mark.skipif(
    not NODE or not TYPINGS.is_dir() or not TSC.is_file(), reason=NEEDS_TYPINGS
)
EVERY = pytest.mark.parametrize(
    ("text", "language"),
    [(PLAIN, "en"), (WHOLE, "en"), (WHOLE, "nl"), (HOSTILE, "nl")],
    ids=["plain", "english", "dutch", "hostile"],
)
ENGLISH = ("Timestamp", "2026/10/05 9:31:{:02} AM GMT+2")
DUTCH = ("Tijdstempel", "5-10-2026 9:31:{:02}")
# Words at both ends of the scale and nowhere else, which is what a scale of Google's can say.
ENDS = WHOLE.replace(
    "{min: 1, max: 9}",
    "{min: 1, max: 9, labels: {1: {en: Not at all, nl: Helemaal niet}, 9: {en: Very, nl: Heel}}}",
)


def script(asked: Form) -> str:
    """The script that is written."""
    return written(asked, target_named("google-forms")).decode("utf-8")


@cache
def _made(text: str) -> str:
    """The form that a script makes, as JSON."""
    return json.dumps(node("google_form.cjs", {"script": text}))


def made(asked: Form) -> Any:  # noqa: ANN401
    """The form that Google has once the script was run."""
    return json.loads(_made(script(asked)))


def questions(asked: Form) -> list[dict[str, Any]]:
    """What is answered in it, in its order."""
    return [item for item in made(asked)["items"] if item["kind"] != "PageBreakItem"]


def saved(
    folder: Path, asked: Form, people: Sequence[Filled], sheet: tuple[str, str] = ENGLISH
) -> Path:
    """Google's CSV: all cells quoted, titles as headers; of a Dutch sheet as it is downloaded."""
    heading, stamp = sheet
    codes = {each.code: [choice.code for choice in each.choices] for each in asked.questions}
    path = folder / "Bike shop (Responses).csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, quoting=csv.QUOTE_ALL if sheet is ENGLISH else csv.QUOTE_MINIMAL)
        lines.writerow([heading, *(item["title"] for item in questions(asked))])
        for at, person in enumerate(people):
            row = [stamp.format(at)]
            for item in questions(asked):
                if item["kind"] == "CheckboxItem":
                    row += item["choices"]
                    continue
                code = person[item["help"]]
                lower, upper = item.get("bounds", (0, -1))
                shown = item.get("choices") or [str(n) for n in range(lower, upper + 1)]
                row.append(shown[codes[item["help"]].index(code)] if code else "")
            lines.writerow(row)
    return path


@needs_node
@EVERY
@pytest.mark.parametrize("sheet", [ENGLISH, DUTCH], ids=["Timestamp", "Tijdstempel"])
def test_what_people_answer_is_read(
    text: str, language: str, sheet: tuple[str, str], tmp_path: Path
) -> None:
    """Under whole questions, with the questionnaire."""
    asked = form(text, language)
    people = respondents(asked)
    assert_read_back(saved(tmp_path, asked, people, sheet), asked, people, questionnaire(text))


@needs_node
@pytest.mark.parametrize(
    ("text", "language"),
    [(PLAIN, "en"), (WHOLE, "en"), (WHOLE, "nl")],
    ids=["plain", "english", "dutch"],
)
@pytest.mark.parametrize("sheet", [ENGLISH, DUTCH], ids=["Timestamp", "Tijdstempel"])
def test_it_is_read_without_the_questionnaire(
    text: str, language: str, sheet: tuple[str, str], tmp_path: Path
) -> None:
    """Features go by their functional questions then."""
    asked = form(text, language)
    people = respondents(asked)
    named = {page.feature: page.functional.text[language] for page in asked.pages}
    assert_read_back(saved(tmp_path, asked, people, sheet), asked, people, named=named)


@needs_node
@pytest.mark.parametrize("language", ["en", "nl"])
def test_people_come_back_and_another_version_does_not(language: str, tmp_path: Path) -> None:
    """Plans in any language; there is no stamp, but questions that were reworded are not found."""
    asked = form(WHOLE, language)
    people = with_gaps(respondents(asked, gaps=False))
    path = saved(tmp_path, asked, people)
    assert_plans(path, people)
    reworded = WHOLE.replace("een fiets lenen?", "een fiets geven?").replace("lent you", "gave you")
    with pytest.raises(KanoError, match='has no answers to "Loan bike"'):
        assert_read_back(path, asked, people, questionnaire(reworded))


@needs_typings
@pytest.mark.parametrize("language", ["en", "nl"])
def test_signatures_are_those_of_other_peoples_typings(language: str, tmp_path: Path) -> None:
    """TypeScript checks the script against the typings of Apps Script from DefinitelyTyped."""
    path = tmp_path / "makeForm.js"
    options = ["--allowJs", "--checkJs", "--noEmit", "--lib", "es2020", "--types"]
    for text, right in ((script(form(ENDS, language)), True), ("FormApp.make('x');", False)):
        path.write_text(text, "utf-8")
        done = tsc(
            *options, "google-apps-script", "--typeRoots", str(MODULES / "@types"), str(path)
        )
        assert (not done) is right, done


@needs_node
@EVERY
def test_the_form_asks_what_the_questionnaire_says(text: str, language: str) -> None:
    """Page by page, the functional question first, all of a pair required, order never mixed."""
    asked = form(text, language)
    google = made(asked)
    assert google["title"] == " ".join(asked.title[language].split())
    assert google["shuffled"] is False
    assert google["log"] == ["Edit the form: edit", "Send this to respondents: published"]
    seen: dict[str, list[str]] = {}
    for item in google["items"]:
        if item["kind"] == "PageBreakItem":
            seen[item["title"]] = last = []
        elif item["kind"] != "CheckboxItem":
            last.append(item["help"])
    wanted = {
        " ".join(p.name[language].split()): [q.code for q in p.questions] for p in asked.pages
    }
    if asked.segments:
        wanted[{"en": "About you", "nl": "Over u"}[language]] = ["plan"]
    assert seen == wanted
    by_code = {item.get("help"): item for item in google["items"]}
    for question in asked.questions:
        item = by_code[question.code]
        assert item["title"] == " ".join(question.text[language].split())
        assert item["choices"] == [choice.text[language] for choice in question.choices]
        assert item["required"] is (question not in asked.segments)


@needs_node
def test_texts_around_the_questions_are_there() -> None:
    """Description, consent before the first page, and what is said at the end."""
    google = made(form(WHOLE, "nl"))
    first = google["items"][0]
    assert google["description"] == "Fijn dat u meedoet."
    assert google["confirmation"] == "Dat was alles."
    assert (first["kind"], first["title"], first["required"]) == (
        "CheckboxItem", "Toestemming", True,
    )  # fmt: skip
    assert first["choices"] == [form(WHOLE, "nl").consent["nl"]]
    assert made(form(PLAIN))["confirmation"] == "Thank you."


@needs_node
def test_importance_with_words_at_its_ends_is_a_scale(tmp_path: Path) -> None:
    """Its answers are bare numbers."""
    asked = form(ENDS, "nl")
    scales = [item for item in questions(asked) if item["kind"] == "ScaleItem"]
    assert [item["help"] for item in scales] == ["loanbike_i", "night_locker_i"]
    assert all((i["bounds"], i["labels"]) == ([1, 9], ["Helemaal niet", "Heel"]) for i in scales)
    people = respondents(asked)
    assert_read_back(saved(tmp_path, asked, people), asked, people, questionnaire(ENDS))


@needs_node
@pytest.mark.parametrize(
    ("ends", "kind"),
    [("min: 0, max: 10", "ScaleItem"), ("min: 2, max: 9", "MultipleChoiceItem"),
     ("min: 1, max: 2", "MultipleChoiceItem"), ("min: 1, max: 11", "MultipleChoiceItem")],
)  # fmt: skip
def test_bounds_that_google_refuses_are_choices(ends: str, kind: str, tmp_path: Path) -> None:
    """Its scales begin at 0 or 1 and end at 3 to 10."""
    text = WHOLE.replace("min: 1, max: 9", ends)
    asked = form(text, "en")
    assert {i["kind"] for i in questions(asked) if i.get("help", "").endswith("_i")} == {kind}
    people = respondents(asked)
    assert_read_back(saved(tmp_path, asked, people), asked, people, questionnaire(text))


def test_texts_cannot_leave_their_literal() -> None:
    """No end of a script, no separator that ends a line for some; what is read is what was said."""
    bad = "</script><!-- \u2028 \u2029 */ ' \\\" ` ${x}"
    asked = form(HOSTILE.replace("title: '", f"closing: {json.dumps(bad)}\ntitle: '"))
    text = script(asked)
    assert not re.search("</|<!--|[\u2028\u2029]", text)
    assert text.count("*/") == 2  # the end of our own comment, and what is in the literal
    literal = text[text.index("= {") + 2 : text.index("};\n") + 1]
    assert json.loads(literal)["closing"] == bad
    if NODE:
        assert made(asked)["confirmation"] == bad


def test_the_stamp_stands_in_the_script() -> None:
    """The answers have no place for it."""
    asked = form(WHOLE, "en")
    assert f'"kano_hash": "{asked.stamp}"' in script(asked)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("you got a message when your bike is ready?", "there was a night  LOCKER?",
         "feature sms asks .* and feature night_locker asks it, too"),
        ("got no message when", "got a message when", "feature sms asks .* twice"),
    ],
)  # fmt: skip
def test_two_questions_of_one_title_are_refused(old: str, new: str, said: str) -> None:
    """The answers would stand under the same header."""
    asked = form(PLAIN.replace(old, new))
    with pytest.raises(KanoError, match=said) as error:
        google_forms.write(asked)
    assert error.value.hint.startswith("word each question")


def test_importance_without_the_name_of_the_feature_is_refused() -> None:
    """All features would have the same question."""
    text = WHOLE.replace(
        "max: 9}", "max: 9, question: {en: How important is this?, nl: Hoe belangrijk?}}"
    )
    with pytest.raises(
        KanoError, match='the importance of feature night_locker asks "How important is this'
    ) as error:
        google_forms.write(form(text, "en"))
    assert "{name}" in error.value.hint


def test_two_choices_of_one_text_are_refused() -> None:
    """Google does not take them."""
    asked = form(WHOLE, "en")
    (plan,) = asked.segments
    free = Choice("free2", {"en": " Free"})
    twice = replace(asked, segments=(replace(plan, choices=(*plan.choices, free)),))
    with pytest.raises(KanoError, match='plan has the choice "Free" twice'):
        google_forms.write(twice)


@needs_node
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (".setRequired(question.required)", ".setMandatory(true)"),
        (".setRequired(question.required)", ".setRequired('yes')"),
        (".setTitle(page.title)", ".setTitle(page.title, 1)"),
        (".setTitle(page.title)", ".setTitle(page.title + '\\n')"),
        ("setChoiceValues(question.choices)", "setChoiceValues(['a', 'a'])"),
        ("form.addPageBreakItem()", "form.addPageItem()"),
        ("function makeForm", "FormApp.create('x'); function makeForm"),
        ("Logger.log('Edit", "SpreadsheetApp.log('Edit"),
    ],
)
def test_the_stand_in_refuses_what_google_does_not_know(old: str, new: str) -> None:
    """Other methods, other arguments, choices twice: so a test that passes says something."""
    right = script(form(WHOLE, "en"))
    assert old in right
    with pytest.raises(AssertionError, match=r"Error"):
        node("google_form.cjs", {"script": right.replace(old, new)})


def test_the_same_form_gives_the_same_bytes() -> None:
    """And texts are readable in it."""
    assert google_forms.write(form(WHOLE, "nl")) == google_forms.write(form(WHOLE, "nl"))
    assert "Hoe vindt u het" in script(form(WHOLE, "nl"))


def test_plain_texts_need_no_html() -> None:
    """Google shows tags and entities as they are, and so they come back."""
    title = json.loads(script(form(HOSTILE)).split("QUESTIONNAIRE = ")[1].split(";\n\nfunction")[0])
    shown = title["pages"][0]["questions"][0]["title"]
    assert "<i>er</i>" in shown
    assert html.escape(shown) != shown
    assert plain(shown) != shown
