"""A form as the JSON of a SurveyJS survey.

A page a feature, its two questions together. SurveyJS mixes what stands on a page and never the
pages themselves; so in random order the features are panels of one page that is mixed, shown a
panel at a time. The stamp and the language come back with the answers.
"""

import html
import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from kano_cli.forms.form import Form, Page, Question
from kano_cli.forms.names import OWN, refuse_doubles, refuse_ids
from kano_cli.forms.words import form_words
from kano_cli.study.stamp import STAMP_COLUMN
from kano_cli.study.texts import Texts

Json: TypeAlias = dict[str, Any]

_ENGLISH = "en"
_DEFAULT = "default"
# Of other languages it knows no dialects, and its linter says so.
_DIALECTS = {"nl-be": "nl-BE", "pt-br": "pt-br", "zh-cn": "zh-cn", "zh-tw": "zh-tw"}
_BRACE = f"{OWN}brace"
_LANGUAGE = f"{OWN}language"


def write(form: Form) -> bytes:
    """The survey: UTF-8, a key a line.

    Raises:
        KanoError: for an id that SurveyJS would read as something else, or that is taken.
    """
    refuse_ids(form, "SurveyJS")
    refuse_doubles(form, "SurveyJS")
    survey: Json = {"title": _said(form, form.title)}
    main = _locales(form)[form.language]
    if main != _ENGLISH:  # English is where SurveyJS begins, and its linter says so
        survey["locale"] = main
    survey["showProgressBar"] = True
    if form.random_order:
        survey["questionsOnPageMode"] = "questionPerPage"
    survey["calculatedValues"] = _calculated(form)
    survey["pages"] = [*_opening(form), *_features(form), *_closing(form)]
    ends = form.closing or _own_words(form, "thanks")
    survey["completedHtml"] = _said(form, _paragraphs(ends))
    return (json.dumps(survey, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _calculated(form: Form) -> list[Json]:
    """What the survey adds to the answers, and the brace that texts need."""
    return [
        {"name": STAMP_COLUMN, "expression": f"'{form.stamp}'", "includeIntoResult": True},
        {"name": _LANGUAGE, "expression": "{locale}", "includeIntoResult": True},
        # {name} in a text would be replaced by an answer; {kano_brace} becomes a brace only.
        {"name": _BRACE, "expression": "'{'"},
    ]


def _opening(form: Form) -> list[Json]:
    """What comes before the features: the introduction and the consent, which is required."""
    elements: list[Json] = []
    if form.introduction:
        text = _said(form, _paragraphs(form.introduction))
        elements.append({"type": "html", "name": f"{OWN}introduction", "html": text})
    if form.consent:
        elements.append(
            {
                "type": "checkbox",
                "name": f"{OWN}consent",
                "title": _said(form, _own_words(form, "consent", "platforms")),
                "isRequired": True,
                "choices": [{"value": "yes", "text": _said(form, form.consent)}],
            }
        )
    return [_page(form, f"{OWN}opening", elements)] if elements else []


def _features(form: Form) -> list[Json]:
    """A page a feature, or one page of panels that are mixed."""
    if not form.random_order:
        return [
            {
                "name": f"{OWN}page_{page.feature}",
                "title": _said(form, page.name),
                "elements": _pair(form, page),
            }
            for page in form.pages
        ]
    panels = [
        {
            "type": "panel",
            "name": f"{OWN}page_{page.feature}",
            "title": _said(form, page.name),
            "questionOrder": "initial",
            "elements": _pair(form, page),
        }
        for page in form.pages
    ]
    return [{"name": f"{OWN}features", "questionOrder": "random", "elements": panels}]


def _pair(form: Form, page: Page) -> list[Json]:
    """The questions about a feature, the functional one first."""
    return [_question(form, question, required=True) for question in page.questions]


def _closing(form: Form) -> list[Json]:
    """The questions about the respondent; nobody has to answer them."""
    if not form.segments:
        return []
    asked = [_question(form, question, required=False) for question in form.segments]
    title = _said(form, _own_words(form, "segments"))
    return [_page(form, f"{OWN}about", asked, title)]


def _page(form: Form, name: str, elements: list[Json], title: Json | str = "") -> Json:
    """A page; what must be seen at once is a panel where one element is shown at a time."""
    titled: Json = {"title": title} if title else {}
    if form.random_order:
        panel = {"type": "panel", "name": f"{name}_panel", **titled, "elements": elements}
        return {"name": name, "elements": [panel]}
    return {"name": name, **titled, "elements": elements}


def _question(form: Form, question: Question, *, required: bool) -> Json:
    """A question with its choices in their order."""
    return {
        "type": "radiogroup",
        "name": question.code,
        "title": _said(form, question.text),
        **({"isRequired": True} if required else {}),
        "choices": [
            {"value": choice.code, "text": _said(form, choice.text)} for choice in question.choices
        ],
    }


def _own_words(form: Form, key: str, section: str = "form") -> dict[str, str]:
    """Words of ours in every language of the form."""
    return {language: form_words(language, section)[key] for language in form.languages}


def _paragraphs(texts: Texts) -> dict[str, str]:
    """Texts as HTML: nothing in them is a tag, and lines stay lines."""
    return {
        language: "<p>" + html.escape(text).replace("\n", "<br>") + "</p>"
        for language, text in texts.items()
    }


def _said(form: Form, texts: Mapping[str, str]) -> Json | str:
    """A text in each language, or the text alone where there is one language."""
    safe = {language: texts[language].replace("{", f"{{{_BRACE}}}") for language in form.languages}
    if len(safe) == 1:
        return safe[form.language]
    first, locales = _default_language(form), _locales(form)
    return {_DEFAULT: safe[first]} | {
        locales[language]: text for language, text in safe.items() if language != first
    }


def _default_language(form: Form) -> str:
    """The language whose texts stand under `default`: English, which SurveyJS takes it for."""
    english = (code for code, locale in _locales(form).items() if locale == _ENGLISH)
    return next(english, form.language)


def _locales(form: Form) -> dict[str, str]:
    """What SurveyJS calls each language; the second dialect of one keeps its own name."""
    locales: dict[str, str] = {}
    for language in form.languages:
        code = language.casefold()
        locale = _DIALECTS.get(code, code.partition("-")[0])
        locales[language] = language if locale in locales.values() else locale
    return locales
