"""What each respondent did, as masks and counts over all of them: careless answers among others."""

from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from kano_cli.checks.repeated import repeated
from kano_cli.core.categories import Answer, Category, Codes
from kano_cli.core.tables import EvaluationTable
from kano_cli.study.responses import Responses

LEAST_PAIRS = 3
"""Fewer answered pairs make no line: somebody who answers one pair alike is nobody's suspect."""

TIMED = 30
"""With fewer durations their median says too little to call anybody fast (our own choice)."""

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Respondents:
    """One value for each of N respondents: int32 counts of pairs, bool (N,) for the rest.

    `questionable` is under the evaluation table in use. `speeder` is None where fewer than `TIMED`
    have a duration, `again` (a later row of the same person) and `differs` (such a row whose
    answers are not those of the first) where nothing says who answered.
    """

    answered: Numbers
    questionable: Numbers
    half_answered: Numbers
    straight: Mask
    all_neutral: Mask
    constant_functional: Mask
    constant_dysfunctional: Mask
    constant_pair: Mask
    speeder: Mask | None = None
    again: Mask | None = None
    differs: Mask | None = None

    @property
    def often_questionable(self) -> Mask:
        """Who contradicts themselves in 2 pairs or more, and in more than 20 % of theirs."""
        return (self.questionable >= 2) & (5 * self.questionable > self.answered)

    def only(self, kept: Mask) -> "Respondents":
        """The same of some of the respondents."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return replace(self, **{n: v[kept] for n, v in values.items() if v is not None})


def respondents(responses: Responses, table: EvaluationTable) -> Respondents:
    """What each respondent did, in one pass over the features: memory for N, not for N x F.

    Args:
        responses: the answers of N respondents.
        table: which pairs are questionable.
    """
    # As answers are coded, 0 for a blank: a half pair is no questionable one.
    lookup = np.pad(table.cells == Category.QUESTIONABLE, ((1, 0), (1, 0))).reshape(-1)
    people, features = responses.functional.shape
    answered, questionable, half = (np.zeros(people, np.int32) for _ in range(3))
    functional, dysfunctional = _Range(people), _Range(people)
    for at in range(features):
        one, other = responses.functional[:, at], responses.dysfunctional[:, at]
        whole = (one > 0) & (other > 0)
        answered += whole
        half += (one > 0) ^ (other > 0)
        questionable += lookup.take(one * np.int8(6) + other)
        functional.see(one)
        dysfunctional.see(other)
    enough = answered >= LEAST_PAIRS
    there = functional.constant & enough
    not_there = dysfunctional.constant & enough
    alike = there & not_there & (functional.highest == dysfunctional.highest)
    neutral = functional.highest == Answer.NEUTRAL
    again, differs = repeated(responses)
    return Respondents(
        answered,
        questionable,
        half,
        straight=alike & ~neutral,
        all_neutral=alike & neutral,
        constant_functional=there,
        constant_dysfunctional=not_there,
        constant_pair=there & not_there & ~alike,
        speeder=_speeders(responses.durations),
        again=again,
        differs=differs,
    )


class _Range:
    """Between which answers each respondent stays, for one of the two questions."""

    def __init__(self, people: int) -> None:
        """Nobody has answered yet."""
        self._below = np.full(people, 255, np.uint8)
        self.highest: Codes = np.zeros(people, np.int8)

    def see(self, answers: Codes) -> None:
        """One more answer of everybody, int8 (N,); a blank one says nothing."""
        # One less than a blank is 255: more than any answer, so it is never the lowest.
        np.minimum(self._below, (answers - np.int8(1)).view(np.uint8), out=self._below)
        np.maximum(self.highest, answers, out=self.highest)

    @property
    def constant(self) -> Mask:
        """Who gave one answer and no other."""
        same: Mask = (self._below + np.uint8(1)).view(np.int8) == self.highest
        return same & (self.highest > 0)


def _speeders(durations: npt.NDArray[np.float64] | None) -> Mask | None:
    """Who took less than a third of the median time; None where too few times are known."""
    if durations is None:
        return None
    known = ~np.isnan(durations)
    if int(known.sum()) < TIMED:
        return None
    # A time that is not known is not below anything.
    fast: Mask = 3 * durations < np.median(durations[known])
    return fast
