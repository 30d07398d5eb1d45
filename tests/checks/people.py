"""Respondents made for a test: their answers in letters, a slow second opinion, random ones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import Answer, Category, Codes
from kano_cli.core.tables import STANDARD, EvaluationTable
from kano_cli.study.responses import Feature, Responses

LETTERS = "-lmntd"
"""Blank, like, must-be, neutral, live-with (tolerate), dislike."""


def features(number: int) -> tuple[Feature, ...]:
    """So many features."""
    return tuple(Feature(f"f{at}", f"Feature {at}") for at in range(1, number + 1))


def answered(*people: str) -> Responses:
    """Each respondent as pairs of letters, functional first: `ld nn -d`."""
    codes = np.array(
        [[[LETTERS.index(letter) for letter in pair] for pair in p.split()] for p in people],
        np.int8,
    )
    return Responses(features(codes.shape[1]), codes[:, :, 0], codes[:, :, 1])


@dataclass(frozen=True)
class Slow:
    """What one respondent did, as METHOD.md words it."""

    answered: int
    questionable: int
    half_answered: int
    straight: bool
    all_neutral: bool
    constant_functional: bool
    constant_dysfunctional: bool
    constant_pair: bool


def slow(one: Sequence[int], other: Sequence[int], table: EvaluationTable = STANDARD) -> Slow:
    """One respondent, pair by pair in plain Python."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    there, lacking = {a for a in one if a}, {b for b in other if b}
    line = len(pairs) >= 3
    alike = line and len(there | lacking) == 1
    neutral = there == {Answer.NEUTRAL}
    return Slow(
        answered=len(pairs),
        questionable=sum(
            table.category(Answer(a), Answer(b)) is Category.QUESTIONABLE for a, b in pairs
        ),
        half_answered=sum(bool(a) != bool(b) for a, b in zip(one, other, strict=True)),
        straight=alike and not neutral,
        all_neutral=alike and neutral,
        constant_functional=line and len(there) == 1,
        constant_dysfunctional=line and len(lacking) == 1,
        constant_pair=line and len(there) == len(lacking) == 1 and there != lacking,
    )


@st.composite
def surveys(draw: st.DrawFn, fewest: int = 1) -> Responses:
    """Up to 30 respondents and 6 features, with blanks; many of them answer alike throughout."""
    people, number = draw(st.integers(fewest, 30)), draw(st.integers(1, 6))
    sides: list[Codes] = [
        draw(arrays(np.int8, (people, number), elements=st.integers(0, 5))) for _ in range(2)
    ]
    for row in range(people):
        kind = draw(st.integers(0, 5))
        word = draw(st.integers(1, 5))
        if kind in (0, 2):
            sides[0][row] = word
        if kind in (1, 2):
            sides[1][row] = word
        if kind == 3:
            sides[0][row], sides[1][row] = word, draw(st.integers(1, 5))
    return Responses(
        features(number),
        sides[0],
        sides[1],
        durations=draw(arrays(np.float64, people, elements=st.integers(1, 9).map(float))),
        duration_column="duration",
        respondents=draw(arrays(np.int64, people, elements=st.integers(-1, 12))),
    )
