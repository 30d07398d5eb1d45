"""A result as flat columns: their names, their values, and what stands there by itself."""

from dataclasses import replace

import numpy as np
import pytest

from kano_cli.core.categories import Category
from kano_cli.core.flat import row
from kano_cli.core.result import Dropped, KanoResult, Origin, Settings
from kano_cli.core.tables import STANDARD
from tests.core.test_ranking import NOBODY
from tests.core.test_result import EMPTY, RESULT, SEARCH

COLUMNS = (
    *("id", "name", "rank", "category", "runner_up", "mixed", "certainty", "answered"),
    *("classified", "half_answered", "basic", "performance", "wow", "indifferent", "reverse"),
    *("questionable", "better", "better_low", "better_high", "worse", "worse_low", "worse_high"),
    *("total_strength", "category_strength", "distinct", "p_value", "importance"),
)
WEIGHTED = ("answered_unweighted", "effective_n")
SCALED = ("importance_weight", "scaled_better", "scaled_worse")
WITH_ALL = (
    *("category_with_all", "certainty_with_all", "answered_with_all", "better_with_all"),
    "worse_with_all",
)
FULL = replace(
    SEARCH,
    mixed=True,
    certainty=0.75,
    answered=7,
    classified=6,
    half_answered=3,
    counts=(2, 1, 4, 5, 6, 7),
    worse=-0.25,
    total_strength=0.5,
    category_strength=0.375,
    distinct=False,
    p_value=0.125,
    answered_unweighted=9,
    effective_n=6.5,
    importance_weight=0.5,
)
VALUES = (
    *("search", "Search", 1, "wow", "basic", True, 0.75, 7, 6, 3, 2, 1, 4, 5, 6, 7),
    *(5 / 7, 0.3, 0.9, -0.25, -0.6, -0.1, 0.5, 0.375, False, 0.125, 6.5),
)


def test_a_feature_is_a_row_of_plain_values() -> None:
    """The lower end of Worse is the larger loss."""
    assert row(FULL) == dict(
        zip((*COLUMNS, *WEIGHTED, *SCALED), (*VALUES, 9, 6.5, 0.5, 5 / 14, -0.125), strict=True)
    )


def test_a_row_without_six_counts_is_refused() -> None:
    """None is left out in silence."""
    with pytest.raises(ValueError, match="shorter"):
        row(replace(FULL, counts=(1, 2, 3)))


def test_the_columns_are_those_of_every_feature_and_more_where_there_is_more() -> None:
    """Weights, and everybody where some were dropped, whose numbers stand behind."""
    weighted = replace(RESULT, survey=replace(RESULT.survey, weight="W"), features=(FULL,))
    all_of = replace(FULL, category=Category.BASIC, certainty=0.5, answered=8, better=0, worse=-1)
    dropped = replace(weighted, dropped=Dropped(1, {"speeders": 1}, ((all_of, FULL),)))

    assert RESULT.columns() == COLUMNS
    assert weighted.columns() == (*COLUMNS, *WEIGHTED)
    assert weighted.rows() == [row(FULL)]
    scaled = replace(weighted, settings=Settings(importance_scaled=True))
    assert scaled.columns() == (*COLUMNS, *WEIGHTED, *SCALED)
    assert dropped.columns() == (*COLUMNS, *WEIGHTED, *WITH_ALL)
    values = ("basic", 0.5, 8, 0, -1)
    assert dropped.rows() == [row(FULL) | dict(zip(WITH_ALL, values, strict=True))]
    assert dropped.to_frame().columns.tolist() == [*COLUMNS[1:], *WEIGHTED, *WITH_ALL]
    assert dropped.to_frame().index.name == "id"


def test_what_is_not_said_is_as_usual() -> None:
    """A survey of answers in a wide file, judged by the standard table."""
    survey = Origin("a.csv")

    assert survey == Origin(
        file="a.csv", sheet="", layout="wide", platform=None, language=None, respondents=0,
        features=0, half_answered_pairs=0, left_out_rows={}, categories_only=False,
        importance_scale=None, weight=None, answered_from=None, answered_until=None, undated="",
    )  # fmt: skip
    assert Settings() == Settings(STANDARD, "mode", "category", 0.95, 0.5, "wilson", False)
    assert KanoResult(survey, Settings(), ()) == KanoResult(survey, Settings(), (), (), None)
    assert (NOBODY.answered_unweighted, NOBODY.effective_n) == (None, None)


def test_people_are_counted_and_sizes_may_have_decimals() -> None:
    """Without weights both are `answered`."""
    alone, weighted = replace(NOBODY, answered=4.0), replace(FULL, answered=7.5)

    assert (alone.people, alone.size) == (4, 4.0)
    assert type(alone.people) is int
    assert (weighted.people, weighted.size) == (9, 6.5)


def test_rules_that_could_say_reverse_still_disagree() -> None:
    """Only the plane is not asked."""
    said = {"mode": Category.REVERSE, "block": Category.WOW, "quadrant": Category.WOW}

    assert replace(NOBODY, category=Category.REVERSE, rules=said).rules_disagree


def test_a_result_shown_in_full_is_the_same() -> None:
    """Nothing is asked for, nothing is left off; a result equals what is equal to it."""
    assert RESULT.shown() == RESULT
    assert isinstance(RESULT.shown().features, tuple)
    assert RESULT.shown(top=1).features == (SEARCH,)
    assert EMPTY in RESULT.features


@pytest.mark.parametrize("name", ["empty", "Nobody's"])
def test_the_last_feature_is_found_too(name: str) -> None:
    """By either name."""
    assert np.isnan(RESULT.feature(name).better)


def test_a_count_in_answers_of_the_size_that_weights_leave() -> None:
    """Of 7 weighted answers worth 6.5 each counts 6.5 / 7; without weights each is itself."""
    assert FULL.sized(7) == 6.5
    assert FULL.sized(14) == 13
    assert type(FULL.sized(14)) is int
    assert replace(FULL, effective_n=None).sized(7) == 7
    assert replace(FULL, answered=0).sized(3) == 3
