"""The four rules, each at its line."""

import numpy as np
import pytest

from kano_cli.core.categories import NO_CATEGORY, Category, Codes, Ints
from kano_cli.core.coefficients import better
from kano_cli.core.rules import RULES, block, mode, near_tie, quadrant, runner_up, tied
from kano_cli.core.significance import mixed


def row(*counts: int) -> Ints:
    """One feature's counts in the order M O A I R Q; zeros may be left off."""
    return np.array([[*counts, *[0] * (6 - len(counts))]], np.int64)


def letters(counts: Ints) -> str:
    """The four rules' letters, in their order: mode, block, near-tie, quadrant."""
    return " ".join(name(rule(counts)) for rule in RULES.values())


def name(categories: Codes) -> str:
    """The one category as its letter, a dash where there is none."""
    return Category(categories[0]).letter if categories[0] != NO_CATEGORY else "-"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(32, 90, 88, 105, 15, 28), "I O O A"),  # four rules, three answers
        (row(32, 90, 88, 114, 15, 19), "I O I A"),  # a lead of 6.70 points is not near
        (row(65, 87, 93, 51), "A A O O"),
        (row(15, 24, 121, 124, 6, 6), "I A A A"),
        (row(18, 18, 19, 20, 2, 3), "I A A I"),  # Berger et al. (1993), fig. 12, CR1
        (row(9, 6, 7, 36, 2, 2), "I I I I"),  # the same, CR2
        (row(4, 6, 10, 15, 3, 2), "I I I I"),  # 20 against 20 goes to the second group
        (row(4, 6, 11, 15, 3, 2), "I A I I"),  # 21 against 20 to the first
        (row(10, 10, 10), "M M M O"),
        (row(0, 0, 47, 53), "I I A I"),  # exactly 6 points is near
    ],
)
def test_a_worked_row_gets_its_four_categories(counts: Ints, expected: str) -> None:
    """As METHOD works them out."""
    assert letters(counts) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(5, 5, 5, 5, 5, 5), "M"),
        (row(0, 5, 5, 5, 5, 5), "O"),
        (row(0, 0, 5, 5, 5, 5), "A"),
        (row(0, 0, 0, 5, 5, 5), "I"),
        (row(0, 0, 0, 0, 5, 5), "R"),
        (row(0, 0, 0, 0, 4, 5), "Q"),
    ],
)
def test_a_tie_goes_to_the_first_in_the_tie_order(counts: Ints, expected: str) -> None:
    """Basic, performance, wow, indifferent, reverse, questionable; and it is told."""
    assert name(mode(counts)) == expected
    assert tied(counts).tolist() == [expected != "Q"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(1, 1), True),
        (row(0, 0, 0, 0, 1, 1), True),
        (row(4, 4, 5), False),  # equal, but not at the top
        (row(0, 0, 1), False),
        (row(), False),
    ],
)
def test_a_tie_is_two_or_more_at_the_top(counts: Ints, expected: bool) -> None:
    """Of the six, and with somebody in it."""
    assert tied(counts).tolist() == [expected]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(0, 3, 3, 0, 0, 5), "O"),
        (row(3, 3, 0, 0, 5, 0), "M"),
        (row(0, 0, 3, 3, 3, 0), "I"),
        (row(0, 0, 3, 0, 3, 3), "R"),
        (row(1, 1, 1, 1, 1, 2), "Q"),
        (row(0, 0, 0, 0, 0, 1), "Q"),
    ],
)
def test_block_breaks_ties_inside_its_group(counts: Ints, expected: str) -> None:
    """Basic before performance before wow; indifferent before reverse before questionable."""
    assert name(block(counts)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(0, 0, 47, 53), "A"),  # 6 of 100
        (row(0, 0, 93, 107), "I"),  # 14 of 200, 7 points
        (row(0, 0, 94, 106), "A"),  # 12 of 200, 6 points
        (row(0, 0, 187, 200, 0, 13), "A"),  # 13 of 400, questionable counted in the base
        (row(0, 0, 54, 61, 0, 1), "I"),  # 7 of 116, 6.03 points
        (row(0, 0, 0, 1, 0, 30), "Q"),  # no second, and near all the same
        (row(0, 0, 7, 8), "I"),  # 6.67 points of 15
        (row(0, 0, 7, 8, 0, 2), "A"),  # 5.88 points of 17
        (row(0, 20, 18, 19), "O"),  # the nearest rival comes later in the tie order
        (row(18, 20, 19), "O"),  # third place has no say, however near
        (row(19, 20, 19), "M"),  # equal seconds: the earlier one
        (row(0, 0, 0, 3), "I"),  # no second at all
        (row(0, 0, 0, 50, 50), "I"),
        (row(0, 0, 40, 42, 0, 43), "Q"),  # questionable alone at the top
        (row(0, 0, 40, 42, 0, 42), "A"),  # not alone: it is no rival
    ],
)
def test_near_tie_asks_the_tie_order_up_to_six_points(counts: Ints, expected: str) -> None:
    """In whole numbers: 0.53 - 0.47 is more than 0.06 to a computer."""
    assert name(near_tie(counts)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(50, 0, 50), "O"),  # both exactly one half
        (row(0, 0, 50, 50), "A"),
        (row(50, 0, 0, 50), "M"),
        (row(0, 49, 0, 51), "I"),
        (row(0, 50, 0, 50), "O"),
        (row(0, 0, 1, 0, 90, 90), "A"),  # reverse and questionable have no part in it
        (row(0, 0, 0, 0, 5, 5), "-"),
    ],
)
def test_one_half_is_high_in_the_plane(counts: Ints, expected: str) -> None:
    """And nobody classified is nowhere in it."""
    assert name(quadrant(counts)) == expected


def test_the_quadrant_does_not_see_rounded_coefficients() -> None:
    """A Better of .498753 prints as .50 and is low all the same."""
    counts = row(100, 80, 120, 101)

    assert round(float(better(counts)[0]), 6) == 0.498753
    assert name(quadrant(counts)) == "I"


def test_questionable_alone_at_the_top_is_the_category() -> None:
    """By mode and near-tie, whatever the rest."""
    assert letters(row(10, 12, 11, 9, 3, 13)) == "Q O Q O"


@pytest.mark.parametrize(
    ("counts", "category", "expected"),
    [
        (row(10, 30, 20, 5), Category.PERFORMANCE, "A"),
        (row(10, 30, 20, 5), Category.WOW, "O"),
        (row(10, 20, 20, 5, 20), Category.REVERSE, "O"),
        (row(5, 0, 0, 0, 0, 9), Category.QUESTIONABLE, "M"),
        (row(5, 0, 0, 0, 0, 9), Category.BASIC, "-"),
    ],
)
def test_the_runner_up_is_the_most_common_other_one(
    counts: Ints, category: Category, expected: str
) -> None:
    """In the tie order, without questionable; none where all agree."""
    assert name(runner_up(counts, np.array([category], np.int8))) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(0, 530_000, 470_000), True),  # distinct, and exactly 6 points
        (row(0, 530_001, 469_999), False),
        (row(0, 20, 12), True),  # 25 points, and not distinct
        (row(0, 2, 1), True),
        (row(0, 22), False),  # nothing to be mixed with
        (row(0, 2), False),
    ],
)
def test_mixed_is_near_or_not_distinct(counts: Ints, expected: bool) -> None:
    """At 95 per cent."""
    assert mixed(counts, 0.95).tolist() == [expected]
