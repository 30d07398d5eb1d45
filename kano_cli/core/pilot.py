"""From a small survey to the size of a large one: how many answers until the category is right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import nan

import numpy as np

from kano_cli.core.categories import NO_CATEGORY, Codes, Flags, Floats, Ints
from kano_cli.core.certainty import PRIOR
from kano_cli.core.rules import DEFAULT_RULE, RULES, Rule
from kano_cli.core.settings import known_word
from kano_cli.errors import KanoError

_STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80)
RUNGS = (*(step * scale for scale in (1, 10, 100) for step in _STEPS), 10_000)
"""The sample sizes that are tried, each a fifth to a third larger than the one before."""

DRAWS = 4000
"""Surveys simulated for each feature: a chance of 90 % comes out within a point (2 se)."""

SEED = 1984
HIGHEST = 0.99
"""The highest certainty that so few simulated surveys can tell."""

_PEOPLE = 10**9


@dataclass(frozen=True, eq=False)
class PilotPlan:
    """What a pilot says about larger surveys; a row per feature, a column per rung.

    `category` is int8 (F,) of `Category` values by the rule, `NO_CATEGORY` where nobody
    answered. `as_found` and `as_likely` are float64 (F, rungs), NaN where there is no category:
    the chance that a survey of that size gives the true category, the truth being the pilot's
    own shares, or any shares that the pilot leaves likely.
    """

    category: Codes
    rungs: tuple[int, ...]
    as_found: Floats
    as_likely: Floats
    certainty: float
    rule: str
    draws: int
    seed: int

    def needed(self, chances: Floats) -> list[int | None]:
        """The smallest rung from which on the chance is high enough, per row; None if none is."""
        return [_first(row >= self.certainty, self.rungs) for row in chances]

    def needed_for_all(self, chances: Floats) -> int | None:
        """The smallest rung from which on all categories together are right so often.

        As if features were independent of each other: the chances are multiplied. None where no
        rung is enough, or where nobody answered anything.
        """
        named = self.category != NO_CATEGORY
        if not named.any():
            return None
        return _first(chances[named].prod(axis=0) >= self.certainty, self.rungs)


def _first(reached: Flags, rungs: tuple[int, ...]) -> int | None:
    """The first rung from which on it is reached to the end."""
    # From the end: at a small number of answers a tie order can be right by luck.
    lasting = np.logical_and.accumulate(reached[::-1]).sum()
    return rungs[len(rungs) - lasting] if lasting else None


def plan(
    category_counts: Ints,
    certainty: float = 0.9,
    *,
    effective: Floats | None = None,
    rule: str = DEFAULT_RULE,
    seed: int = SEED,
    draws: int = DRAWS,
    rungs: tuple[int, ...] = RUNGS,
    done: Callable[[int], None] = lambda _: None,
) -> PilotPlan:
    """How surely surveys of growing size find each feature's category, by simulation.

    For each feature `draws` surveys grow from rung to rung, each answer drawn from the true
    shares, and the rule says at each rung what they are. `as_found` takes the pilot's shares for
    the truth. That flatters: the lead of what leads is too large on average. `as_likely` draws
    the truth of each survey from Dirichlet(count + 1/2), as `certainty` does, and counts how
    often the survey gives the category of that truth. Every feature has random numbers of its
    own, so its plan does not depend on which others there are.

    Args:
        category_counts: of the pilot, int64 (F, 6).
        effective: what weights leave of the answers to each feature, float64 (F,); then the
            counts are weights in a common unit, and the plan is of people who count alike.
        certainty: the wanted chance, above 0 and at most 0.99.
        rule: `mode`, `block`, `near-tie` or `quadrant`.
        seed: of the random numbers, 0 or more; the same seed gives the same plan.
        draws: surveys for each feature.
        rungs: the sizes to try, rising.
        done: told after each feature how many are done.

    Raises:
        KanoError: for a certainty, a rule or a seed that cannot be.

    >>> found = plan(np.array([[3, 22, 10, 5, 0, 0]]), 0.9, draws=500, rungs=(10, 20, 50, 100))
    >>> found.needed(found.as_found)
    [20]
    """
    judge = checked_rule(certainty, rule, seed)
    category = judge(category_counts)
    found, likely = np.full((2, len(category_counts), len(rungs)), nan)
    sizes = category_counts.sum(axis=1) if effective is None else effective
    for at, (counts, truth) in enumerate(zip(category_counts, category, strict=True)):
        if truth != NO_CATEGORY:
            random = np.random.Generator(np.random.PCG64([seed, *counts]))
            shares = counts / counts.sum()
            surveys = _growing(random, np.tile(shares, (draws, 1)), rungs)
            found[at] = [(judge(survey) == truth).mean() for survey in surveys]
            truths = random.dirichlet(shares * sizes[at] + PRIOR, draws)
            right = judge((truths * _PEOPLE).astype(np.int64))
            surveys = _growing(random, truths, rungs)
            likely[at] = [(judge(survey) == right).mean() for survey in surveys]
        done(at + 1)
    return PilotPlan(category, rungs, found, likely, certainty, rule, draws, seed)


def _growing(random: np.random.Generator, shares: Floats, rungs: tuple[int, ...]) -> Iterator[Ints]:
    """The counts of each survey at each rung, int64 (draws, 6); `shares` has a row per survey."""
    counts = np.zeros(shares.shape, np.int64)
    before = 0
    for rung in rungs:
        counts = counts + random.multinomial(rung - before, shares)
        before = rung
        yield counts


def checked_rule(certainty: float, rule: str, seed: int) -> Rule:
    """The rule, once the certainty and the seed make sense, too."""
    if not 0 < certainty <= HIGHEST:
        raise KanoError(
            f"{certainty:g} is not between 0 and {HIGHEST:g}", "--certainty", "write 0.9 for 90 %"
        )
    if seed < 0:
        raise KanoError(f"{seed} is below 0", "--seed", "give a whole number from 0 up")
    return RULES[known_word(rule, RULES, "--rule", "rule")]
