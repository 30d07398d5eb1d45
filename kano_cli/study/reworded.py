"""Whether two surveys ask the same thing in the same words."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from kano_cli.core.categories import Answer
from kano_cli.study.responses import Survey
from kano_cli.study.words import normal, word_list

_WORDS = 4
"""A header of fewer words is a short name, such as `search_functional`, and no question."""

Texts = TypeVar("Texts", bound=Collection[str])


def questions_of(survey: Survey) -> Mapping[str, tuple[str, str]]:
    """Both questions of each feature: as the questionnaire has them, else as the headers do."""
    return {
        feature.id: (feature.functional, feature.dysfunctional)
        if feature.functional or feature.dysfunctional
        else survey.wording.questions.get(feature.id, ("", ""))
        for feature in survey.features
    }


def reworded(one: str, two: str) -> bool:
    """Whether two questions are worded differently; a short name is no wording.

    >>> reworded("If we had a search?", "If it had a search?"), reworded("f", "search")
    (True, False)
    """
    return normal(one) != normal(two) and min(len(word_list(one)), len(word_list(two))) >= _WORDS


def reworded_answers(
    one: Mapping[tuple[str, Answer], Texts], two: Mapping[tuple[str, Answer], Texts]
) -> list[tuple[str, Answer]]:
    """The sides and answers that share no text as compared, from like to dislike."""
    return [
        key
        for key in sorted(one.keys() & two.keys(), key=_functional_first)
        if not set(one[key]) & set(two[key])
    ]


def _functional_first(key: tuple[str, Answer]) -> tuple[Answer, bool]:
    """Like before dislike, and what is said of having it before what is said of lacking it."""
    side, answer = key
    return answer, side != "functional"
