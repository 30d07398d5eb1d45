"""The answers as a form shows them, in each language of a questionnaire."""

from collections.abc import Mapping
from typing import TypeAlias

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError, listed
from kano_cli.study.language import Wording, languages
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.scale import SIDES

AnswerTexts: TypeAlias = Mapping[str, Mapping[Answer, str]]
"""By side: each answer's text, from like to dislike; a short form has three a side."""


def shown_answers(asked: Questionnaire, language: str) -> AnswerTexts:
    """What a form shows in a language: the questionnaire's own texts, else a shipped wording.

    {} for a language of which no wording is known.
    """
    if (own := asked.own_answers.get(language)) is not None:
        return own
    found = None if asked.own_answers else wording_in(language, asked.wording)
    if found is None:
        return {}
    return {
        side: {answer: answers[answer][0] for answer in Answer if answer in answers}
        for side, answers in zip(SIDES, (found.functional, found.dysfunctional), strict=True)
    }


def needed_answers(asked: Questionnaire, language: str) -> AnswerTexts:
    """As `shown_answers`.

    Raises:
        KanoError: where a form in that language has no answers to show.
    """
    if texts := shown_answers(asked, language):
        return texts
    known = [each.code for each in languages() if each.code and each.wordings]
    raise KanoError(
        f"the answers have no texts in {language or 'a language that is not named'}",
        asked.places.get("scale") or asked.places.get("language") or asked.file,
        f"name a language that comes with answers ({listed(known, 12)}), or write your own "
        "under scale:",
    )


def wording_in(language: str, named: str = "") -> Wording | None:
    """A shipped wording of a language: the named one, else its first; nl-BE is nl."""
    code = language.partition("-")[0].casefold()
    for spoken in languages():
        if code and spoken.code == code:
            return next((each for each in spoken.wordings if named in ("", each.id)), None)
    return None
