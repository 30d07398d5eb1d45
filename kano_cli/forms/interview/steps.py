"""The questions of an interview, one after another, and the keys that answer them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from kano_cli.forms.form import Choice, Form, Question
from kano_cli.study.texts import Texts


@dataclass(frozen=True)
class Step:
    """One question as it is asked; `name` is the feature's, {} for one about the respondent."""

    question: Question
    name: Texts


class Wish(StrEnum):
    """What somebody can want beside answering; the value is the key for it."""

    BACK = "b"
    SKIP = "s"
    STOP = "q"
    HELP = "?"


def drawn_order(form: Form, respondent: str) -> tuple[str, ...]:
    """The ids of the features as this respondent gets them: the same each time that it is asked."""
    order = [page.feature for page in form.pages]
    if form.random_order:
        Random(respondent).shuffle(order)  # noqa: S311  # an order, not a secret
    return tuple(order)


def steps_of(form: Form, order: Sequence[str]) -> tuple[Step, ...]:
    """Feature by feature in this order, the questions of one together; then about the person."""
    pages = {page.feature: page for page in form.pages}
    return (
        *(
            Step(question, pages[feature].name)
            for feature in order
            for question in pages[feature].questions
        ),
        *(Step(question, {}) for question in form.segments),
    )


def keys_of(choices: Sequence[Choice]) -> dict[str, Choice]:
    """What to type for each answer: a rating is its own key, other answers are numbered.

    >>> [key for key in keys_of([Choice("like", {}), Choice("disl", {})])]
    ['1', '2']
    >>> [key for key in keys_of([Choice("0", {}), Choice("1", {})])]
    ['0', '1']
    """
    if all(choice.code.isdecimal() and choice.code.isascii() for choice in choices):
        return {choice.code: choice for choice in choices}
    return {str(number): choice for number, choice in enumerate(choices, 1)}


def label_of(key: str, choice: Choice, language: str) -> str:
    """What stands beside a key; a rating's number is not said twice.

    >>> label_of("9", Choice("9", {"en": "9 - Extremely important"}), "en")
    'Extremely important'
    """
    text = choice.text[language]
    return "" if text == key else text.removeprefix(f"{key} - ")
