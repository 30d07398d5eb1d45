"""Every function of the counts takes many features, and gives each what it gives it alone."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import better_interval, goodman, share_intervals, worse_interval
from kano_cli.core.rules import RULES, mode, runner_up, tied
from kano_cli.core.shares import answered, classified, shares
from kano_cli.core.significance import distinct, equal_shares, fong, mixed, top_two_p
from kano_cli.core.strength import category_strength, top_two, total_strength

COUNTS = arrays(np.int64, st.tuples(st.integers(0, 4), st.just(6)), elements=st.integers(0, 9))
Rows: TypeAlias = Callable[[Ints], npt.NDArray[Any]]
NAMES: dict[str, Rows] = {
    **RULES,
    "runner_up": lambda counts: runner_up(counts, mode(counts)),
    "first": lambda counts: top_two(counts).first,
    "second": lambda counts: top_two(counts).second,
}
FLAGS: dict[str, Rows] = {
    "tied": tied,
    "mixed": lambda counts: mixed(counts, 0.9),
    "distinct": lambda counts: distinct(top_two_p(counts), 0.9),
}
WHOLE: dict[str, Rows] = {
    "answered": answered,
    "classified": classified,
    "a": lambda counts: top_two(counts).a,
    "b": lambda counts: top_two(counts).b,
}
SHARES: dict[str, Rows] = {
    "certainty": certainty,
    "better": better,
    "worse": worse,
    "better_interval": better_interval,
    "worse_interval": worse_interval,
    "goodman": goodman,
    "wilson": lambda counts: share_intervals(counts, 0.9, "wilson"),
    "shares": shares,
    "top_two_p": top_two_p,
    "chi2": lambda counts: equal_shares(counts)[0],
    "chi2_p": lambda counts: equal_shares(counts)[1],
    "total_strength": total_strength,
    "category_strength": category_strength,
}
KINDS: dict[type, dict[str, Rows]] = {
    np.int8: NAMES,
    np.bool_: FLAGS,
    np.int64: WHOLE,
    np.float64: SHARES,
}
ALL = [(kind, name) for kind, functions in KINDS.items() for name in functions]


@pytest.mark.parametrize(("kind", "name"), ALL, ids=[name for _, name in ALL])
@settings(max_examples=25, deadline=None)
@given(COUNTS)
def test_a_feature_is_judged_by_itself(kind: type, name: str, counts: Ints) -> None:
    """Whatever stands beside it, and in numbers of the kind that is promised."""
    function = KINDS[kind][name]

    together = function(counts)

    assert together.dtype == kind
    assert len(together) == len(counts)
    for at, row in enumerate(together):
        np.testing.assert_array_equal(function(counts[at : at + 1])[0], row)


@given(COUNTS)
def test_fong_is_asked_for_each_feature(counts: Ints) -> None:
    """Whatever stands beside it."""
    assert fong(counts) == [fong(row[np.newaxis])[0] for row in counts]
