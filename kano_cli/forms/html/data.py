"""What the script of the page knows: texts, codes and words, as JSON inside the page."""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

from kano_cli.forms.form import Choice, Form, Question
from kano_cli.forms.html.escaping import direction, kept, shown
from kano_cli.forms.words import FALLBACK, form_words
from kano_cli.study.texts import Texts
from kano_cli.study.words import slug

Data: TypeAlias = dict[str, object]


def form_data(form: Form) -> str:
    """The form as JSON that can stand inside a script element.

    Choices that several questions share are there once, in `scales`.
    """
    scales: list[tuple[Choice, ...]] = []
    known: Data = {
        "questionnaire": kept(form.title[form.language]),
        "hash": form.stamp,
        "file": file_name(form.title[form.language]),
        "random": form.random_order,
        "languages": [_language(code) for code in form.languages],
        "title": _texts(form.title),
        "introduction": _texts(form.introduction),
        "consent": _texts(form.consent),
        "closing": _texts(form.closing),
        "pages": [
            {
                "feature": page.feature,
                "saved": kept(page.name[form.language]),
                "name": _texts(page.name),
                "questions": [
                    _question(question, scales, as_points=question is page.importance)
                    for question in page.questions
                ],
            }
            for page in form.pages
        ],
        "segments": [_question(question, scales) for question in form.segments],
    }
    known["scales"] = [
        [{"code": choice.code, "text": _texts(choice.text)} for choice in choices]
        for choices in scales
    ]
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    # Neither </script> nor <!-- may stand in a script element; & and > for other readers of HTML.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def file_name(title: str) -> str:
    """The middle of the names of saved files: letters, digits and dashes, at most 40.

    >>> file_name("Bike shop: 2 GB?"), file_name("夜间")
    ('bike-shop-2-gb', 'questionnaire')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", slug(title)).strip("-")
    # Not "feature", which is what a slug is of a title without a letter.
    return plain if re.search(r"\w", title) and plain else "questionnaire"


def words_of(language: str) -> Mapping[str, str]:
    """What the page says by itself in a language; `spoken` is the language that it is in.

    >>> words_of("nl")["next"], words_of("nl")["spoken"], words_of("pt")["spoken"]
    ('Volgende', 'nl', 'en')
    """
    own, common = form_words(language, "html"), form_words(language)
    known = own != form_words(FALLBACK, "html")
    return {
        **own,
        **{key: common[key] for key in ("required", "segments", "thanks")},
        "spoken": language if known else FALLBACK,
    }


def _language(code: str) -> Data:
    """A language of the form."""
    return {"code": code, "dir": direction(code), "words": words_of(code)}


def _texts(texts: Texts) -> dict[str, str]:
    """A text in each language, as it is shown."""
    return {language: shown(text) for language, text in texts.items()}


def _question(
    question: Question, scales: list[tuple[Choice, ...]], *, as_points: bool = False
) -> Data:
    """A question; `scale` is the place of its choices in `scales`, which grows as needed."""
    if question.choices not in scales:
        scales.append(question.choices)
    return {
        "code": question.code,
        "text": _texts(question.text),
        "scale": scales.index(question.choices),
        "points": as_points,
    }
