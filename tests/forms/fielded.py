"""Questionnaires to field, respondents who fill them in, and the proof that nothing was lost."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import numpy as np

from kano_cli.forms.form import Form, form_of
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Survey
from kano_cli.study.scale import ANSWER_CODES

Filled: TypeAlias = Mapping[str, str]
"""What one respondent chose: a choice code by question code; "" where left open."""

PLAIN = """\
kano: 1
title: Bike shop
language: en
features:
  - id: loanbike
    name: Loan bike
    functional: How would you feel if we lent you a bike?
    dysfunctional: How would you feel if we did not lend you a bike?
  - id: night_locker
    name: Night locker
    functional: How would you feel if there was a night locker?
    dysfunctional: How would you feel if there was no night locker?
  - id: sms
    name: Message when ready
    functional: How would you feel if you got a message when your bike is ready?
    dysfunctional: How would you feel if you got no message when your bike is ready?
"""

WHOLE = """\
kano: 1
title: {en: Bike shop, nl: Fietsenwinkel}
language: [en, nl]
introduction: {en: Thank you for helping us., nl: Fijn dat u meedoet.}
consent:
  en: I agree that my answers are used for this study.
  nl: Ik vind het goed dat mijn antwoorden voor dit onderzoek worden gebruikt.
closing: {en: That was all., nl: Dat was alles.}
importance: {min: 1, max: 9}
segments:
  - name: Plan
    question: {en: Which plan do you have?, nl: Welk abonnement hebt u?}
    choices:
      - {en: Free, nl: Gratis}
      - {en: "Team, small", nl: "Team, klein"}
features:
  - id: loanbike
    name: {en: Loan bike, nl: Leenfiets}
    functional:
      en: How would you feel if we lent you a bike?
      nl: Hoe vindt u het als wij u een fiets lenen?
    dysfunctional:
      en: How would you feel if we did not lend you a bike?
      nl: Hoe vindt u het als wij u geen fiets lenen?
  - id: night_locker
    name: {en: Night locker, nl: Nachtkluis}
    functional:
      en: How would you feel if there was a night locker?
      nl: Hoe vindt u het als er een nachtkluis is?
    dysfunctional:
      en: How would you feel if there was no night locker?
      nl: Hoe vindt u het als er geen nachtkluis is?
"""

HOSTILE = """\
kano: 1
title: '</script><script>alert(1)</script> =HYPERLINK("http://x","y") ${loan} {name} [[ED]] & "q"'
language: nl
features:
  - id: evil
    name: '=HYPERLINK("http://x","y") <b>"vet"</b> | {x} ${y} [[z]]'
    functional: 'Hoe vindt u het als "${evil_f}" <i>er</i> is & {u} [[Block]] blijft | 😀 日本?'
    dysfunctional: 'Hoe vindt u het als "${evil_f}" <i>er</i> niet is & {u} [[Block]] | 😀 日本?'
  - id: tabs
    name: "Met een\\ttab en '"
    functional: "Hoe vindt u het als dit er is: a\\tb?"
    dysfunctional: "Hoe vindt u het als dit er niet is: a\\tb?"
"""


def questionnaire(text: str = WHOLE) -> Questionnaire:
    """A questionnaire of these texts."""
    return parse_questionnaire(text, "study.yaml")


def form(text: str = WHOLE, *languages: str) -> Form:
    """Its form."""
    return form_of(questionnaire(text), languages)


def respondents(asked: Form, number: int = 12, seed: int = 7, *, gaps: bool = True) -> list[Filled]:
    """People who answer at random; each answer is given by somebody, and some leave gaps."""
    random = Random(seed)  # noqa: S311
    people: list[Filled] = []
    for at in range(number):
        filled = {}
        for question in asked.questions:
            codes = [choice.code for choice in question.choices]
            # The first five give every answer once, so that no answer goes untested.
            filled[question.code] = codes[at % len(codes)] if at < 5 else random.choice(codes)
            if gaps and at > 5 and random.random() < 0.1:
                filled[question.code] = ""
        people.append(filled)
    return people


def shown(asked: Form, filled: Filled, language: str) -> dict[str, str]:
    """What a respondent's choices read like in a language, by question code."""
    texts = {
        (question.code, choice.code): choice.text[language]
        for question in asked.questions
        for choice in question.choices
    }
    return {code: texts[code, choice] if choice else "" for code, choice in filled.items()}


def pairs_of(asked: Form, people: Sequence[Filled]) -> dict[str, list[tuple[int, int]]]:
    """What must be read: by feature id both answers of everybody, 0 where left open."""
    answers = {code: int(answer) for answer, code in ANSWER_CODES.items()} | {"": 0}
    return {
        page.feature: [
            (answers[one[page.functional.code]], answers[one[page.dysfunctional.code]])
            for one in people
        ]
        for page in asked.pages
    }


def read_pairs(survey: Survey) -> list[list[tuple[int, int]]]:
    """What was read, feature by feature, in the order of the survey."""
    responses = survey.responses
    assert responses is not None
    return [
        list(zip(one.tolist(), other.tolist(), strict=True))
        for one, other in zip(responses.functional.T, responses.dysfunctional.T, strict=True)
    ]


def assert_read_back(
    path: str | Path,
    asked: Form,
    people: Sequence[Filled],
    questionnaire: Questionnaire | None = None,
    *,
    named: Mapping[str, str] | None = None,
    ordered: bool = True,
    **options: Any,  # noqa: ANN401
) -> Survey:
    """Read a file of answers: the same people said the same, feature by feature.

    Args:
        path: the file, a folder or a pattern.
        asked: the form that was filled in.
        people: who filled it in; somebody who left every pair open is not read.
        questionnaire: as `--questionnaire`; then ids, names and importance are compared.
        named: the name that each feature must have where there is no questionnaire, by id.
        ordered: whether the file keeps the order of people.
        options: of `ReadOptions`.
    """
    survey = read_survey(path, ReadOptions(questionnaire, **options))
    wanted = pairs_of(asked, people)
    there = [at for at in range(len(people)) if any(any(of[at]) for of in wanted.values())]
    found = read_pairs(survey)
    arrange = list if ordered else sorted
    assert [arrange(of) for of in found] == [
        arrange([of[at] for at in there]) for of in wanted.values()
    ]
    if named is not None:
        assert [feature.name for feature in survey.features] == [named[id_] for id_ in wanted]
    if questionnaire is not None:
        assert [(f.id, f.name) for f in survey.features] == [
            (f.id, f.name) for f in questionnaire.features
        ]
        _assert_importance(survey, asked, [people[at] for at in there], ordered=ordered)
    return survey


def _assert_importance(
    survey: Survey, asked: Form, people: Sequence[Filled], *, ordered: bool
) -> None:
    """The ratings of importance came back, too."""
    for at, page in enumerate(asked.pages):
        if page.importance is None:
            continue
        assert survey.responses is not None
        assert survey.responses.importance is not None
        read = survey.responses.importance[:, at].astype(float)
        wanted = np.array([float(one[page.importance.code] or "nan") for one in people])
        if not ordered:
            read, wanted = np.sort(read), np.sort(wanted)
        np.testing.assert_array_equal(read, wanted)
