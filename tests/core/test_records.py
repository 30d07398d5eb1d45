"""What the records of core are made of: nobody changes them, and every value can be written."""

import json
from dataclasses import asdict, is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import numpy as np
import pytest

from kano_cli import core
from kano_cli.core.homogeneity import homogeneity
from kano_cli.core.path import Direction
from kano_cli.core.pilot import PilotPlan, plan
from kano_cli.core.scores import means, scores
from kano_cli.core.significance import fong
from kano_cli.core.strength import TopTwo
from kano_cli.core.tables import POULIOT, STANDARD, EvaluationTable
from kano_cli.core.tally import Tally, tally
from kano_cli.core.weights import WeightedTally, weighted_tally

MODULES = [
    import_module(f"{core.__name__}.{module.name}") for module in iter_modules(core.__path__)
]
RECORDS: set[type] = {
    thing
    for module in MODULES
    for thing in vars(module).values()
    if isinstance(thing, type) and is_dataclass(thing) and thing.__module__ == module.__name__
}
PAIRS = np.zeros((1, 5, 5), np.int64)
PAIRS[0, [0, 0, 1], [4, 3, 4]] = 3, 2, 1


@pytest.mark.parametrize("record", sorted(RECORDS, key=str))
def test_no_record_can_be_changed(record: type) -> None:
    """A result that two renderers show is the same one."""
    unmade: object = object.__new__(record)

    with pytest.raises(AttributeError, match="cannot assign"):
        setattr(unmade, next(iter(record.__annotations__)), None)


@pytest.mark.parametrize("record", [EvaluationTable, PilotPlan, TopTwo, WeightedTally])
def test_a_record_of_arrays_is_compared_by_what_it_is(record: type) -> None:
    """Arrays have no one answer to whether they are equal."""
    assert "__eq__" not in vars(record)


def test_a_tally_adds_both_of_its_parts() -> None:
    """And has no hash, since arrays can change."""
    one = Tally(PAIRS, np.array([2]))

    both = one + Tally(2 * PAIRS, np.array([5]))

    assert (both.counts == 3 * PAIRS).all()
    assert both.half_answered.tolist() == [7]
    assert Tally.__hash__ is None


def test_a_tally_keeps_no_more_than_its_counts() -> None:
    """Not the blanks beside them."""
    answers = np.ones((3, 1), np.int8)

    assert tally(answers, answers).counts.base is None
    assert weighted_tally(answers, answers, np.ones(3)).counts.base is None


def test_every_number_of_a_record_is_one_of_python() -> None:
    """None is numpy's, which JSON would not write."""
    counts = STANDARD.category_counts(PAIRS)
    weighted = weighted_tally(
        np.array([[1], [1], [2]], np.int8),
        np.array([[5], [4], [5]], np.int8),
        np.array([2, 1, 1.0]),
    )
    records = [
        homogeneity(np.vstack([counts, counts[:, ::-1]]), shuffles=9),
        homogeneity(np.vstack([9 * counts, 8 * counts])),
        homogeneity(counts),
        *fong(counts),
        *(mean for pair in scores(PAIRS, POULIOT) for mean in pair),
        *(mean for pair in scores(weighted.counts, STANDARD, weighted=weighted) for mean in pair),
        *means(np.array([[1.0], [4.0], [5.0]])),
        *means(np.array([[1.0], [4.0], [5.0]]), np.array([1.0, 2.0, 3.0])),
    ]

    for record in records:
        assert record is not None
        values = asdict(record).values()
        assert {type(value) for value in values} <= {int, float}, record
        json.dumps(list(values))
    assert type(weighted.told(3)) is int
    assert plan(counts, draws=10, rungs=(10,)).needed(np.ones((1, 1))) == [10]


def test_the_words_of_a_direction_are_those_of_the_json() -> None:
    """They are printed as they are."""
    assert [direction.value for direction in Direction] == [
        "forward",
        "backward",
        "same",
        "outside",
    ]
