"""What a form on paper carries beside its texts, so that a filled one is read without guessing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kano_cli.forms.form import Form, Question
from kano_cli.forms.paper.texts import clean

NAMESPACE = "urn:kano:form:1"
"""What the part of a Word document with these facts is called."""


@dataclass(frozen=True)
class Asked:
    """A question as it is printed: `number` is 1a, 1b, 1c, and 4 where there is no pair.

    `place` counts all questions from 1.
    """

    number: str
    place: int
    question: Question


def pages_asked(form: Form) -> Iterator[tuple[int, tuple[Asked, ...]]]:
    """The questions of every feature under its number."""
    place = 0
    for number, page in enumerate(form.pages, start=1):
        asked = []
        for letter, question in zip("abc", page.questions, strict=False):
            place += 1
            asked.append(Asked(f"{number}{letter}", place, question))
        yield number, tuple(asked)


def segments_asked(form: Form) -> Iterator[Asked]:
    """The questions about the respondent, numbered behind the features."""
    place = sum(len(page.questions) for page in form.pages)
    for at, question in enumerate(form.segments, start=1):
        yield Asked(str(len(form.pages) + at), place + at, question)


def facts_of(form: Form, *, texts: bool = False) -> str:
    r"""The stamp, language and names of a form and the codes of its questions, as one line.

    With `texts` it says what stands beside each box, too: what else is there, somebody typed.

    It is JSON in ASCII without `&`, `<` and `>`, so that XML and comments take it as it is.
    """
    language = form.language
    everything = [*(one for _, asked in pages_asked(form) for one in asked), *segments_asked(form)]
    facts: Mapping[str, object] = {
        "questionnaire": form.title[language],
        "hash": form.stamp,
        "language": language,
        "consent": bool(form.consent),
        "features": {page.feature: page.name[language] for page in form.pages},
        "questions": {
            asked.question.code: {
                "number": asked.number,
                "choices": [choice.code for choice in asked.question.choices],
                **(_beside(asked.question, language) if texts else {}),
            }
            for asked in everything
        },
    }
    text = json.dumps(facts, separators=(",", ":"))
    for sign in "&<>":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _beside(question: Question, language: str) -> dict[str, object]:
    """What stands beside each box; in a row of points that is the number alone."""
    rating = is_rating(question)
    return {"texts": [c.code if rating else clean(c.text[language]) for c in question.choices]}


def is_rating(question: Question) -> bool:
    """Whether the answers are points, which stand in a row.

    >>> is_rating(Question("loanbike_f", {}, ())), is_rating(Question("loanbike_i", {}, ()))
    (False, True)
    """
    return question.code.endswith("_i") and all(
        choice.code.removeprefix("-").isdecimal() for choice in question.choices
    )
