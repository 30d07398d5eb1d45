"""The worked examples of the method that no published table covers."""

import numpy as np
import pytest

from kano_cli.core.categories import Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import better_interval, wilson, worse_interval
from kano_cli.core.scores import means, scores
from kano_cli.core.shares import classified
from kano_cli.core.significance import distinct, fong, top_two_p
from kano_cli.core.strength import category_strength, total_strength
from kano_cli.core.tables import STANDARD
from tests.core.published import published

SECURE = np.array([[90, 174, 18, 42, 7, 27]])
TRANSPARENT = np.array([[32, 90, 88, 105, 15, 28]])


def test_the_strengths_of_the_service_app() -> None:
    """.8885 and .0946."""
    counts = np.array([[95, 123, 45, 33, 0, 0]])

    strengths = [total_strength(counts)[0], category_strength(counts)[0]]

    assert np.round(strengths, 4).tolist() == [0.8885, 0.0946]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (123, 95, 0.067203),
        (101, 81, 0.158833),
        (105, 90, 0.316073),
        (20, 12, 0.215327),
        (12, 6, 0.2379),
        (22, 0, 4.77e-7),
    ],
)
def test_the_p_value_of_a_worked_pair(a: int, b: int, expected: float) -> None:
    """To the digits the method gives; whichever of the two stands first."""
    p_values = top_two_p(np.array([[a, b, 0, 0, 0, 0], [0, 0, b, 0, a, 0]]))

    assert p_values[0] == p_values[1] == pytest.approx(expected, rel=1e-3, abs=5e-7)
    assert distinct(p_values, 0.95).tolist() == [expected < 0.05] * 2


def test_the_confidence_moves_the_line_between_distinct_and_not() -> None:
    """123 v 95 has p .067: distinct at 90 per cent, not at 95; a p on the line is not."""
    p_value = top_two_p(np.array([[123, 95, 0, 0, 0, 0]]))

    assert distinct(p_value, 0.90).tolist() == [True]
    assert distinct(p_value, 0.95).tolist() == [False]
    assert distinct(np.array([0.5, 0.25]), 0.5).tolist() == [False, True]


@pytest.mark.parametrize(
    ("counts", "difference", "bound", "verdict"),
    [
        ([95, 123, 45, 33, 0, 0], 28, 19.3636, True),
        ([32, 90, 88, 105, 15, 28], 15, 19.6546, False),
        ([40, 40, 20, 0, 0, 0], 0, 11.4315, False),
        ([101, 54, 54, 81, 3, 3], 20, 18.5247, True),
    ],
)
def test_fong_on_a_worked_row(
    counts: list[int], difference: int, bound: float, verdict: bool
) -> None:
    """Questionable answers are in n and are no rival."""
    test = fong(np.array([counts]))[0]

    assert test is not None
    assert (test.difference, round(test.bound, 4), test.distinct) == (difference, bound, verdict)
    assert test.n == sum(counts)


def test_fong_calls_distinct_what_just_reaches_its_bound() -> None:
    """1633 v 1567 of 3200: 66 is not below 1.65 times 40, so the top two differ."""
    test = fong(np.array([[1633, 1567, 0, 0, 0, 0]]))[0]

    assert test is not None
    assert (test.bound, test.difference, test.distinct) == (66.0, 66, True)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([3, 2, 0, 0, 0, 0], [0.6314, 0.3074, 0.0153, 0.0153, 0.0153, 0.0153]),
        ([12, 6, 1, 1, 0, 0], [0.9217, 0.0776]),
        ([65, 87, 93, 51, 0, 0], [0.0040, 0.3258, 0.6702]),
        ([32, 90, 88, 105, 15, 28], [0.0, 0.1212, 0.0874, 0.7914]),
        ([15, 24, 121, 124, 6, 6], [0.0, 0.0, 0.4240, 0.5760]),
        ([10, 10, 0, 0, 0, 0], [0.5, 0.5]),
    ],
)
def test_the_certainty_of_a_worked_row(counts: list[int], expected: list[float]) -> None:
    """To the four digits the method gives."""
    found = certainty(np.array([counts]))[0]

    assert found[: len(expected)].round(4).tolist() == expected


@pytest.mark.parametrize(
    ("part", "base", "low", "high"),
    [
        (105, 358, 0.248530, 0.342451),
        (174, 358, 0.434684, 0.537680),
        (0, 20, 0.0, 0.161125),
        (4, 10, 0.168180, 0.687326),  # four ratings of 9 or 10 among ten
    ],
)
def test_a_wilson_interval(part: int, base: int, low: float, high: float) -> None:
    """To the six digits the method gives."""
    ends = wilson(np.array([part]), np.array([base]))[0]

    assert ends.round(6).tolist() == [low, high]


@pytest.mark.parametrize(
    ("n", "at_half", "at_thirty"),
    [
        (20, 0.2007, 0.1867),
        (30, 0.1685, 0.1561),
        (50, 0.1336, 0.1232),
        (80, 0.1070, 0.0985),
        (100, 0.0962, 0.0884),
        (200, 0.0686, 0.0630),
        (400, 0.0488, 0.0447),
    ],
)
def test_how_far_a_share_reaches_at_a_sample_size(n: int, at_half: float, at_thirty: float) -> None:
    """Half the width of the interval at 50 and at 30 per cent."""
    ends = wilson(np.array([n // 2, 3 * n // 10]), np.array([n, n]))

    assert ((ends[:, 1] - ends[:, 0]) / 2).round(4).tolist() == [at_half, at_thirty]


@pytest.mark.parametrize(
    ("counts", "base", "gain", "gain_ends", "loss", "loss_ends"),
    [
        (SECURE, 324, 0.592593, (0.538309, 0.644706), -0.814815, (-0.853336, -0.768916)),
        (TRANSPARENT, 315, 0.565079, (0.509874, 0.618716), -0.387302, (-0.442146, -0.335172)),
    ],
    ids=["secure", "transparent"],
)
def test_the_coefficients_of_a_worked_feature(
    counts: Ints,
    base: int,
    gain: float,
    gain_ends: tuple[float, float],
    loss: float,
    loss_ends: tuple[float, float],
) -> None:
    """With their base and their intervals."""
    assert classified(counts).tolist() == [base]
    assert better(counts).round(6).tolist() == [gain]
    assert worse(counts).round(6).tolist() == [loss]
    assert tuple(better_interval(counts)[0].round(6).tolist()) == gain_ends
    assert tuple(worse_interval(counts)[0].round(6).tolist()) == loss_ends


def test_a_question_turned_round_for_everyone() -> None:
    """Anonymous transfers: what was wow, performance and basic is reverse afterwards."""
    cells = np.array([published("reppel-transfers")["features"][0]["cells"]])

    turned = STANDARD.category_counts(cells.transpose(0, 2, 1))[0]

    assert STANDARD.category_counts(cells)[0].tolist() == [9, 19, 91, 177, 49, 13]
    assert turned.tolist() == [9, 10, 30, 177, 119, 13]


def test_five_pairs_scored_by_hand() -> None:
    """Like/dislike, like/live-with, must-be/dislike, neutral/neutral, and like/like."""
    pairs = np.zeros((1, 5, 5), np.int64)
    pairs[0, [0, 0, 1, 2, 0], [4, 3, 4, 2, 0]] = 1

    y, x = scores(pairs, STANDARD)[0]
    all_y, all_x = scores(pairs, STANDARD, keep_questionable=True)[0]

    assert (y.mean, x.mean, y.n, x.n) == (2.5, 2.5, 4, 4)
    assert [round(value, 6) for value in (y.sd, x.sd, y.se, x.se)] == [1.914854] * 2 + [
        0.957427
    ] * 2
    assert (all_y.mean, all_x.mean, all_y.n, all_x.n) == (2.8, 1.6, 5, 5)


def test_two_pairs_are_enough_for_a_spread() -> None:
    """4 and 2: mean 3, sd the root of 2, standard error 1."""
    pairs = np.zeros((1, 5, 5), np.int64)
    pairs[0, [0, 1], [4, 2]] = 1

    y, _ = scores(pairs, STANDARD)[0]

    assert (y.mean, y.n) == (3.0, 2)
    assert [y.sd, y.se] == pytest.approx([2**0.5, 1.0])


def test_the_mean_of_ten_satisfaction_ratings() -> None:
    """6 7 7 8 8 8 9 9 9 10 is 8.1 on average."""
    ratings = np.array([[6, 7, 7, 8, 8, 8, 9, 9, 9, 10]], np.float64).T

    found = means(ratings)[0]

    assert found.mean == pytest.approx(8.1)
    assert found.n == 10
