"""What to say of a feature whose category is not certain enough: its rival, and what settles it."""

from math import ceil
from typing import Any

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Category
from kano_cli.core.certainty import certainty
from kano_cli.core.result import FeatureResult
from kano_cli.core.settling import MOST, answers_to_settle
from kano_cli.findings import Fact

_LEAST = 2
"""A forecast of a single answer would be no forecast."""


def undecided_facts(
    feature: FeatureResult, category: Category, level: float, prior: float
) -> dict[str, Fact]:
    """The facts of K404 on a feature of this category, of which `level` is not reached.

    The rival is what most others said, questionable too: it is what the certainty went to.
    """
    counts: npt.NDArray[Any] = np.array(feature.counts) * (feature.size / feature.answered)
    others = counts.copy()
    others[category] = -1
    rival = Category(int(others.argmax()))
    facts: dict[str, Fact] = {"category": category.word, "certainty": feature.certainty}
    if counts[rival] > 0:
        chance = float(certainty(counts[np.newaxis], prior)[0, rival])
        facts |= {"rival": rival.word, "rival_certainty": chance}
    mine, theirs = feature.counts[category], feature.counts[rival]
    if mine <= theirs:
        return {**facts, "variant": "tie" if mine == theirs else "rule"}
    needed = answers_to_settle(counts, category, level, prior)
    if needed is None:
        return {**facts, "variant": "many", "more": MOST}
    more = (needed - feature.size) * feature.people / feature.size
    alone: dict[str, Fact] = {} if theirs else {"variant": "alone"}
    return {**facts, **alone, "more": about(max(_LEAST, ceil(more)))}


def about(number: int) -> int:
    """A forecast with two digits that count, rounded up.

    >>> about(7), about(152), about(1340)
    (7, 160, 1400)
    """
    step = int(10 ** max(0, len(str(number)) - 2))
    return -(-number // step) * step
