"""A form as a Google Apps Script that makes it in Google Forms, in one language.

A page a feature. The answers come back under the titles of the questions and nothing else, so
each title must be there once; the stamp stands in the script, for the answers have no place for
it. Google can only mix all questions of a form, which would part the pairs: the order is fixed.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import Choice, Form, Page, Question
from kano_cli.forms.words import form_words
from kano_cli.study.stamp import STAMP_COLUMN
from kano_cli.study.words import normal

Json: TypeAlias = dict[str, Any]

_SCALE_STARTS = ("0", "1")
_SCALE_ENDS = tuple(str(point) for point in range(3, 11))
# What a script may not hold in a text: ends of lines for some, and of the script for others.
_ESCAPED = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SCRIPT = """\
/**
 * Makes a Google Form of a Kano questionnaire.
 *
 * 1. Open a new project on script.google.com and paste this file there instead of what it holds.
 * 2. Choose the function makeForm, press Run, and allow it to make a form in your account.
 * 3. The log has the address of the form: read it there, and publish it.
 *
 * Leave "Shuffle question order" off, or the two questions of a feature come apart; and change
 * no question or answer there, or kano does not know the answers again.
 */
const QUESTIONNAIRE = %s;

function makeForm() {
  const form = FormApp.create(QUESTIONNAIRE.title);
  form.setDescription(QUESTIONNAIRE.introduction);
  form.setConfirmationMessage(QUESTIONNAIRE.closing);
  form.setProgressBar(true);
  form.setShuffleQuestions(false);
  if (QUESTIONNAIRE.consent) {
    form.addCheckboxItem()
        .setTitle(QUESTIONNAIRE.consent.title)
        .setChoiceValues(QUESTIONNAIRE.consent.choices)
        .setRequired(true);
  }
  QUESTIONNAIRE.pages.forEach(function (page) {
    form.addPageBreakItem().setTitle(page.title);
    page.questions.forEach(function (question) {
      if (question.bounds) {
        form.addScaleItem()
            .setTitle(question.title)
            .setHelpText(question.id)
            .setBounds(question.bounds[0], question.bounds[1])
            .setLabels(question.labels[0], question.labels[1])
            .setRequired(question.required);
      } else {
        form.addMultipleChoiceItem()
            .setTitle(question.title)
            .setHelpText(question.id)
            .setChoiceValues(question.choices)
            .setRequired(question.required);
      }
    });
  });
  Logger.log('Edit the form: ' + form.getEditUrl());
  Logger.log('Send this to respondents: ' + form.getPublishedUrl());
}
"""


def write(form: Form) -> bytes:
    """The script: UTF-8, all texts in one literal.

    Raises:
        KanoError: for two questions of one title, or two choices of one text.
    """
    _refuse_doubles(form)
    literal = json.dumps(_content(form), ensure_ascii=False, indent=2)
    for sign, escape in _ESCAPED.items():
        literal = literal.replace(sign, escape)
    return (_SCRIPT % literal).encode("utf-8")


def _content(form: Form) -> Json:
    """What the script makes a form of."""
    language = form.language
    words = form_words(language)
    content: Json = {
        STAMP_COLUMN: form.stamp,
        "title": _line(form.title[language]),
        "introduction": form.introduction.get(language, ""),
        "closing": form.closing.get(language, words["thanks"]),
        "consent": None,
    }
    if form.consent:
        title = form_words(language, "platforms")["consent"]
        content["consent"] = {"title": title, "choices": [_line(form.consent[language])]}
    pages = [
        {"title": _line(page.name[language]), "questions": list(_pair(page, language))}
        for page in form.pages
    ]
    if form.segments:
        about = [_question(each, language, required=False) for each in form.segments]
        pages.append({"title": words["segments"], "questions": about})
    return {**content, "pages": pages}


def _pair(page: Page, language: str) -> Iterator[Json]:
    """The questions about a feature; its importance as a scale where Google can show it."""
    yield _question(page.functional, language, required=True)
    yield _question(page.dysfunctional, language, required=True)
    if page.importance is None:
        return
    asked = _question(page.importance, language, required=True)
    if (labels := _scale(page.importance.choices, language)) is not None:
        asked["bounds"] = [int(page.importance.choices[at].code) for at in (0, -1)]
        asked["labels"] = labels
        del asked["choices"]
    yield asked


def _question(question: Question, language: str, *, required: bool) -> Json:
    """A question with its choices in their order."""
    return {
        "id": question.code,
        "title": _line(question.text[language]),
        "choices": [_line(choice.text[language]) for choice in question.choices],
        "required": required,
    }


def _scale(choices: Sequence[Choice], language: str) -> list[str] | None:
    """The words at both ends of a scale that Google can show; None for any other choices.

    Its scales go from 0 or 1 to 3 to 10, and have words at their ends only.
    """
    codes = [choice.code for choice in choices]
    if codes[0] not in _SCALE_STARTS or codes[-1] not in _SCALE_ENDS:
        return None
    if codes != [str(point) for point in range(int(codes[0]), int(codes[-1]) + 1)]:
        return None
    words = [
        _line(choice.text[language]).removeprefix(choice.code).removeprefix(" - ")
        for choice in choices
    ]
    return None if any(words[1:-1]) else [words[0], words[-1]]


def _line(text: str) -> str:
    """A text on one line, as titles and choices are there."""
    return " ".join(text.split())


def _titles(form: Form) -> Iterator[tuple[str, str, str]]:
    """The title of each question, whose it is, and how it could be another one."""
    cure = "word each question so that it says what it is about"
    if form.consent:
        yield form_words(form.language, "platforms")["consent"], "the consent", cure
    for page in form.pages:
        whose = f"feature {shortened(page.feature)}"
        for question in (page.functional, page.dysfunctional):
            yield question.text[form.language], whose, cure
        if page.importance is not None:
            named = "write {name} in the question under importance:, for the name of the feature"
            yield page.importance.text[form.language], f"the importance of {whose}", named
    for question in form.segments:
        yield question.text[form.language], f"segment {shortened(question.code)}", cure


def _refuse_doubles(form: Form) -> None:
    """Refuse what Google's answers could not tell apart.

    Raises:
        KanoError: with the two questions, or the question with two such choices.
    """
    taken: dict[str, str] = {}
    for title, whose, cure in _titles(form):
        if (key := normal(title)) in taken:
            both = "twice" if taken[key] == whose else f"and {taken[key]} asks it, too"
            raise KanoError(
                f'{whose} asks "{shortened(title)}" {both}; Google tells questions by their texts',
                form.file,
                cure,
            )
        taken[key] = whose
    for question in form.questions:
        texts = [_line(choice.text[form.language]) for choice in question.choices]
        double = next((text for at, text in enumerate(texts) if text in texts[:at]), None)
        if double is not None:
            raise KanoError(
                f'the question {shortened(question.code)} has the choice "{shortened(double)}" '
                "twice, which Google does not take",
                form.file,
                "give each choice its own text",
            )
