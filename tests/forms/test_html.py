"""The HTML form as a file: what it holds, what it lets in, and which names it refuses."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.form import Form
from kano_cli.forms.html.page import write
from kano_cli.forms.words import form_words
from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form

LANGUAGES = ("en", "nl", "de", "fr", "es")
EVERY = pytest.mark.parametrize("text", [PLAIN, WHOLE, HOSTILE], ids=["plain", "whole", "hostile"])


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and the text of each style and script."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self.open = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        self.open = tag

    def handle_endtag(self, tag: str) -> None:
        """Nothing is inside any more."""
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data: str) -> None:
        """Keep the text of a style or script."""
        if self.open in {"style", "script", "li", "bdi", "title"}:
            self.inside.append((self.open, data))

    def data(self) -> Any:  # noqa: ANN401
        """What the script of the page knows."""
        return json.loads([text for name, text in self.inside if name == "script"][1])


@EVERY
def test_the_same_form_gives_the_same_bytes(text: str) -> None:
    """No clock, no chance; and another form gives other bytes."""
    assert write(form(text)) == write(form(text))
    assert write(form(text)) != write(form(text.replace("kano: 1", "kano: 1\norder: fixed")))


@EVERY
def test_the_policy_names_the_one_script_and_the_one_style(text: str) -> None:
    """By the hash of exactly what stands there; everything else is none."""
    page = Parsed(write(form(text)))
    policies = [a for name, a in page.elements if name == "meta" and "http-equiv" in a]
    inside = {
        name: b64encode(sha256(said.encode()).digest()).decode()
        for name, said in reversed(page.inside)
        if name in {"style", "script"}
    }

    wanted = (
        f"default-src 'none'; script-src 'sha256-{inside['script']}'; "
        f"style-src 'sha256-{inside['style']}'; form-action 'none'; base-uri 'none'"
    )
    assert [each["content"] for each in policies] == [wanted]
    names = [name for name, _ in page.elements]
    assert names.count("style") == 1
    assert [a for name, a in page.elements if name == "script"] == [
        {},
        {"type": "application/json", "id": "kano-form"},
    ]


@EVERY
def test_nothing_refers_to_anything_outside(text: str) -> None:
    """No attribute that loads, links or runs; no url() and no import in the style."""
    page = Parsed(write(form(text)))
    attributes = {key for _, attributes in page.elements for key in attributes}

    assert attributes <= {
        "lang", "dir", "charset", "http-equiv", "content", "name", "type", "id", "class",
        "aria-hidden",
    }  # fmt: skip
    style = next(said for name, said in page.inside if name == "style")
    assert not re.search(r"url\(|@import|src", style)
    known = {"html", "head", "meta", "title", "style", "script", "body", "div", "section"}
    known |= {"h1", "h2", "p", "noscript", "span", "bdi", "ul", "li"}
    assert {name for name, _ in page.elements} == known


@EVERY
def test_the_script_knows_all_that_is_asked(text: str) -> None:
    """Each question with its texts and answers in each language, in order."""
    asked = form(text)
    page = Parsed(write(asked))
    known = page.data()
    questions = [each for page in known["pages"] for each in page["questions"]]

    found = [
        (
            each["code"],
            each["text"],
            [(choice["code"], choice["text"]) for choice in known["scales"][each["scale"]]],
        )
        for each in [*questions, *known["segments"]]
    ]
    assert found == [
        (
            question.code,
            {code: said.replace("\t", " ") for code, said in question.text.items()},
            [(choice.code, dict(choice.text)) for choice in question.choices],
        )
        for question in asked.questions
    ]
    assert not set("<>&") & set([said for name, said in page.inside if name == "script"][1])
    assert known["hash"] == asked.stamp
    assert [each["code"] for each in known["languages"]] == list(asked.languages)
    assert known["random"] is True
    assert len(known["scales"]) <= 4


def test_on_paper_every_question_has_a_box_for_each_answer_in_each_language() -> None:
    """Numbered as they are asked: the two of a feature share a number."""
    asked = form(WHOLE)
    html = write(asked).decode()
    parts = html.split("<script type")[0].split('<section class="paper"')[1:]
    for language, part in zip(asked.languages, parts, strict=True):
        assert part.startswith(f' lang="{language}" dir="ltr"')
        assert part.count('<li><span class="box"') == sum(len(q.choices) for q in asked.questions)
        for question in asked.questions:
            assert f"<bdi>{question.text[language]}</bdi>" in part
        numbers = re.findall(r'<p class="question">(\w+)\. ', part)
        assert numbers == ["1a", "1b", "1c", "2a", "2b", "2c", "3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_words(language: str) -> None:
    """None is missing or empty, and each has the same places to fill."""
    words, english = form_words(language, "html"), form_words("en", "html")

    assert words.keys() == english.keys()
    for key, text in words.items():
        assert text.strip() == text != ""
        assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", english[key])
        assert language == "en" or text != english[key] or key == "start"


def test_a_language_without_words_says_that_ours_are_english() -> None:
    """So that a screen reader does not read English as if it were Portuguese."""
    page = Parsed(write(form(PLAIN.replace("language: en", "language: pt"))))

    assert page.data()["languages"][0]["words"]["spoken"] == "en"
    assert ("p", {"lang": "en", "dir": "auto"}) in page.elements
    assert page.elements[0] == ("html", {"lang": "pt", "dir": "ltr"})


def test_hebrew_is_written_from_right_to_left() -> None:
    """The whole page turns round, not only its texts."""
    text = PLAIN.replace("language: en", "language: he\nscale: {like: א, must-be: ב, neutral: ג,"
                         " live-with: ד, dislike: ה}")  # fmt: skip
    assert Parsed(write(form(text))).elements[0] == ("html", {"lang": "he", "dir": "rtl"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: sms", 'id: "=1+1"', 'html: the id "=1+1" of a feature'),
        ("id: sms", 'id: "@sms"', 'html: the id "@sms" of a feature'),
        ("id: sms", 'id: "a\\tb"', 'html: the id "a b" of a feature'),
        ("language: en", "language: en\nsegments: [{name: Language, choices: [a, b]}]",
         'two columns called "language"'),
        ("language: en", "language: en\nsegments: [{name: X, id: sms_f, choices: [a, b]}]",
         'two columns called "sms_f"'),
    ],
)  # fmt: skip
def test_names_that_no_column_can_have_are_refused(old: str, new: str, message: str) -> None:
    """With the name and what to write instead."""
    with pytest.raises(KanoError) as refused:
        write(form(PLAIN.replace(old, new)))

    assert message in refused.value.message
    assert refused.value.place == "study.yaml"
    assert refused.value.hint


def test_a_title_never_leads_out_of_a_folder() -> None:
    """The name of a saved file is made of letters, digits and dashes."""

    def named(title: str) -> str:
        changed: Form = form(PLAIN.replace("title: Bike shop", f"title: {title}"))
        return str(Parsed(write(changed)).data()["file"])

    assert named("Bike shop") == "bike-shop"
    assert named('"../../etc/passwd"') == "etc-passwd"
    assert named("夜间") == "questionnaire"
    assert named('"???"') == "questionnaire"
