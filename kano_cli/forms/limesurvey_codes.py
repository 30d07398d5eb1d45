"""Codes in LimeSurvey, which are short and have letters and digits only, and its languages."""

import re
from dataclasses import dataclass, field

from kano_cli.checks.gate.questionnaire.form_ids import LIMESURVEY_LENGTH, proposed
from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import Form, Page, Question
from kano_cli.study.short_codes import short_codes

STAMP, CONSENT = "kanohash", "kanoconsent"
SUBQUESTIONS = ("f", "d")
"""The rows of a feature's array: its functional question, and its dysfunctional one."""

# Variables and columns of LimeSurvey's own.
_TAKEN = frozenset(
    {"lang", "sid", "savedid", "token", "qid", "gid", "sgq", "self", "that", "this", "time",
     STAMP, CONSENT}
)  # fmt: skip
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*")
# Languages that LimeSurvey has as they are; of others it has no regions: nl-BE is nl there.
_OWN_LANGUAGES = {
    code.casefold(): code
    for code in (
        "cs-informal", "de-easy", "de-informal", "es-AR", "es-AR-informal", "es-CL", "es-MX",
        "fr-informal", "it-informal", "nl-informal", "pt-BR", "sr-Latn", "zh-Hans", "zh-Hant-HK",
        "zh-Hant-TW",
    )
}  # fmt: skip


@dataclass
class Codes:
    """What LimeSurvey calls things: features by id, questions and answers by our own codes."""

    features: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)


def one_array(page: Page) -> bool:
    """Whether one array can ask both questions: its columns are the answers of both."""
    return page.functional.choices == page.dysfunctional.choices


def codes_of(form: Form) -> Codes:
    """The codes of a form, each of which LimeSurvey takes.

    Raises:
        KanoError: for an id that becomes no code there, or another one's, with another id.
    """
    codes = Codes()
    ids = [page.feature for page in form.pages] + [question.code for question in form.segments]
    taken: dict[str, str] = {}

    def code(identity: str, name: str, what: str) -> str:
        bare = name.replace("_", "")
        better = proposed(identity, [other for other in ids if other != identity])
        better = better if better != identity else f"{better[:13]}2"
        cure = f"give it another id, such as  id: {better}"
        if fault := _fault(bare):
            raise KanoError(
                f'LimeSurvey does not take the code "{shortened(bare)}" of {what}: {fault}',
                form.file,
                cure,
            )
        if (other := taken.setdefault(bare.casefold(), what)) != what:
            raise KanoError(
                f'in LimeSurvey, which has no _ in codes, {what} has the code "{bare}" of {other}',
                form.file,
                cure,
            )
        return bare

    _refuse_signs(form)
    for page in form.pages:
        what = f'the feature "{shortened(page.feature)}"'
        # An array is called as its feature; lists have a letter more.
        codes.features[page.feature] = code(page.feature, page.feature, what)
        asked = page.questions if not one_array(page) else page.questions[2:]
        for question in asked:
            codes.questions[question.code] = code(page.feature, question.code, what)
        for question in page.questions:
            codes.answers |= _answer_codes(question)
    for question in form.segments:
        what = f'the segment "{shortened(question.code)}"'
        codes.questions[question.code] = code(question.code, question.code, what)
        codes.answers |= _answer_codes(question)
    return codes


def _fault(code: str) -> str:
    """Why LimeSurvey does not take a code; "" where it does."""
    if code.casefold() in _TAKEN:
        return "the word has another meaning there"
    if len(code) > LIMESURVEY_LENGTH:
        return f"it has more than {LIMESURVEY_LENGTH} characters"
    if not _CODE.fullmatch(code):
        return "it must begin with a letter, and go on with letters and digits"
    return ""


def _refuse_signs(form: Form) -> None:
    """Refuse importance below nought: no code has a sign there, and -2 would come back as 2."""
    rated = (page.importance for page in form.pages)
    if any(choice.code.startswith("-") for each in rated if each for choice in each.choices):
        raise KanoError(
            "LimeSurvey has no minus sign in its codes, and importance goes below 0",
            form.file,
            "ask for it from 0 or 1 on, such as  importance: {min: 1, max: 5}",
        )


def _answer_codes(question: Question) -> dict[tuple[str, str], str]:
    """Short codes for the answers of a question."""
    short = short_codes([choice.code for choice in question.choices])
    return {(question.code, code): written for code, written in short.items()}


def spoken_languages(form: Form) -> dict[str, str]:
    """What LimeSurvey calls each language of a form, the main one first.

    Raises:
        KanoError: where two become one.
    """
    found: dict[str, str] = {}
    for language in form.languages:
        own = _OWN_LANGUAGES.get(language.casefold(), language.partition("-")[0].casefold())
        if own in found.values():
            raise KanoError(
                f'LimeSurvey has no "{shortened(language)}" beside "{own}"',
                form.file,
                f"leave one of them out with --language {form.language}",
            )
        found[language] = own
    return found
