"""The words of the method: five answers, six categories."""

from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Codes: TypeAlias = npt.NDArray[np.int8]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]


class Code(IntEnum):
    """A number in an array, with a word for JSON, CSV and print: MUST_BE is must-be."""

    @property
    def word(self) -> str:
        """The name as people read it."""
        return self.name.lower().replace("_", "-")


class Answer(Code):
    """What somebody may say to either question, as coded in `Responses`; 0 is no answer."""

    LIKE = 1
    MUST_BE = 2
    NEUTRAL = 3
    LIVE_WITH = 4
    DISLIKE = 5


class Category(Code):
    """What a pair of answers makes of a feature; the value is its column in the counts.

    In the field's letters and terms, basic is M, must-be; performance is O,
    one-dimensional; wow is A, attractive. I, R and Q go by the words used here.
    The order is also the order in which ties are broken (the first four: Berger et al.
    1993, p. 11, Sauerwein et al. 1996, p. 9; the last two are this project's choice).
    """

    BASIC = 0
    PERFORMANCE = 1
    WOW = 2
    INDIFFERENT = 3
    REVERSE = 4
    QUESTIONABLE = 5

    @property
    def letter(self) -> str:
        """The field's letter: M, O, A, I, R or Q."""
        return LETTERS[self]

    @property
    def term(self) -> str:
        """The field's term, such as must-be, one-dimensional or attractive."""
        return TERMS[self]


LETTERS = "MOAIRQ"
TERMS = ("must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable")

ANSWER_WORDS = tuple(answer.word for answer in Answer)
CATEGORY_WORDS = tuple(category.word for category in Category)

CLASSIFIED = (Category.BASIC, Category.PERFORMANCE, Category.WOW, Category.INDIFFERENT)
"""The categories in the base of Better and Worse."""

RANKED = (*CLASSIFIED, Category.REVERSE)
"""The categories that can be a rival in a comparison of the top two; questionable cannot."""

NO_CATEGORY = -1
"""Stands in an array where a feature has no category, because nobody answered."""


def category_named(word: str) -> Category | None:
    """The category of a word, letter or term in any case; None where there is none.

    >>> category_named("A"), category_named("must-be"), category_named("wow")
    (<Category.WOW: 2>, <Category.BASIC: 0>, <Category.WOW: 2>)
    """
    wanted = word.strip().casefold().replace("_", "-")
    for category in Category:
        if wanted in (category.word, category.letter.casefold(), category.term):
            return category
    return None
