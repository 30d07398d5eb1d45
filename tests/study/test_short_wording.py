"""The short form: three answers a side, in three languages, shown and read back."""

from pathlib import Path

import pytest

from kano_cli.core.categories import Answer
from kano_cli.forms.form import form_of
from kano_cli.readers.survey import read_survey
from kano_cli.study.answer_texts import shown_answers, wording_in
from kano_cli.study.questionnaire import parse_questionnaire
from kano_cli.study.scale import SIDES, built_in

SHORT = {
    "en": "I would be very pleased / I take it for granted / It makes no difference to me / "
    "I could put up with it / It would bother me a lot",
    "nl": "Dat zou ik heel fijn vinden / Dat spreekt voor mij vanzelf / Dat maakt mij niet uit / "
    "Daar zou ik mee kunnen leven / Dat zou ik heel vervelend vinden",
    "de": "sehr freuen / setze ich voraus / egal / in Kauf nehmen / sehr stören",
}
ANSWERED = {
    "functional": [Answer.LIKE, Answer.MUST_BE, Answer.NEUTRAL],
    "dysfunctional": [Answer.NEUTRAL, Answer.LIVE_WITH, Answer.DISLIKE],
}
ASKED = """\
kano: 1
language: [en, nl, de]
title: {en: Shop, nl: Winkel, de: Laden}
scale: short3x3
features:
  - id: locker
    name: {en: Locker, nl: Kluis, de: Fach}
    functional: {en: If there was one?, nl: Als er een is?, de: Wenn es eins gibt?}
    dysfunctional: {en: If there was none?, nl: Als er geen is?, de: Wenn es keins gibt?}
"""


def text(language: str, answer: Answer) -> str:
    """One answer, as it is typed in above."""
    return SHORT[language].split(" / ")[answer - 1]


@pytest.mark.parametrize("language", SHORT)
def test_a_form_shows_three_answers_a_side(language: str) -> None:
    """What can be said of a feature that is there, and of one that is not; with its source."""
    asked = parse_questionnaire(ASKED)

    for side, answers in ANSWERED.items():
        shown = shown_answers(asked, language)[side]
        assert list(shown) == answers
        assert list(shown.values()) == [text(language, answer) for answer in answers]
        question = getattr(form_of(asked).pages[0], side)
        assert [choice.text[language] for choice in question.choices] == list(shown.values())
    wording = wording_in(language, "short3x3")
    assert wording
    assert "Peter 2009" in wording.source


@pytest.mark.parametrize("language", SHORT)
def test_it_is_not_what_a_form_shows_unless_it_is_named(language: str) -> None:
    """Five answers are the standard."""
    wording = wording_in(language)
    assert wording
    assert len(wording.functional) == 5


@pytest.mark.parametrize("language", SHORT)
def test_no_text_of_it_means_another_answer_on_any_side(language: str) -> None:
    """Beside all the wordings that ship."""
    for answer in Answer:
        for side in (*SIDES, ""):
            assert built_in().answer(text(language, answer), side) is answer


@pytest.mark.parametrize("language", ["en", "nl"])
def test_answers_in_it_are_read_without_a_questionnaire(language: str, tmp_path: Path) -> None:
    """Counted as they were given."""
    lines = ["Locker (with),Locker (without)"]
    pairs = [(one, other) for one in ANSWERED["functional"] for other in ANSWERED["dysfunctional"]]
    lines += [f"{text(language, one)},{text(language, other)}" for one, other in pairs]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), "utf-8")
    survey = read_survey(path)

    assert survey.origin.language == language
    for one, other in pairs:
        assert survey.tally.counts[0][one - 1][other - 1] == 1
    assert survey.tally.counts.sum() == len(pairs)
