"""Mistakes seen in other tools, one test each, and every threshold at the threshold."""

import numpy as np
import pytest

from kano_cli.core.categories import Answer, Category, Codes, Ints
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import better_interval, wilson, worse_interval
from kano_cli.core.rules import RULES, block, mode, near_tie, quadrant, runner_up, tied
from kano_cli.core.scores import Mean, scores
from kano_cli.core.shares import answered, classified, shares
from kano_cli.core.significance import distinct, equal_shares, fong, mixed, top_two_p
from kano_cli.core.strength import category_strength, top_two, total_strength
from kano_cli.core.tables import STANDARD
from kano_cli.core.tally import Tally, tally

LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer
BLANK = 0


def row(*counts: int) -> Ints:
    """One feature's counts in the order M O A I R Q; zeros may be left off."""
    return np.array([[*counts, *[0] * (6 - len(counts))]], np.int64)


def survey(*pairs: tuple[int, int]) -> Tally:
    """The tally of one feature, a pair of answers per respondent."""
    functional, dysfunctional = np.array(pairs, np.int8).T
    return tally(functional[:, np.newaxis], dysfunctional[:, np.newaxis])


def counted(answers: Tally) -> list[int]:
    """The six counts of the first feature under the standard table."""
    return [int(count) for count in STANDARD.category_counts(answers.counts)[0]]


def name(categories: Codes) -> str:
    """The one category as its letter, a dash where there is none."""
    return Category(categories[0]).letter if categories[0] >= 0 else "-"


def test_a_missing_half_is_not_filled_in() -> None:
    """3 like/dislike and 2 must-be/blank are 3 answers and 2 halves."""
    answers = survey(*[(LIKE, DISLIKE)] * 3, *[(MUST_BE, BLANK)] * 2)

    assert counted(answers) == [0, 3, 0, 0, 0, 0]
    assert answers.half_answered.tolist() == [2]


def test_blanks_and_reverse_are_in_no_base_of_better() -> None:
    """4 like/dislike, 4 dislike/like and 2 blanks give a Better of 1 on 4 answers."""
    answers = survey(*[(LIKE, DISLIKE)] * 4, *[(DISLIKE, LIKE)] * 4, (LIKE, BLANK), (BLANK, BLANK))
    counts = STANDARD.category_counts(answers.counts)

    assert counts[0].tolist() == [0, 4, 0, 0, 4, 0]
    assert classified(counts).tolist() == [4]
    assert better(counts).tolist() == [1.0]


def test_one_blank_costs_one_pair_and_no_row() -> None:
    """Of ten respondents one skipped feature B: A keeps all ten, B nine."""
    functional = np.full((10, 2), LIKE, np.int8)
    dysfunctional = np.full((10, 2), DISLIKE, np.int8)
    dysfunctional[4, 1] = BLANK

    answers = tally(functional, dysfunctional)

    assert answered(STANDARD.category_counts(answers.counts)).tolist() == [10, 9]
    assert answers.half_answered.tolist() == [0, 1]


def test_counts_do_not_overflow_the_eight_bits_of_an_answer() -> None:
    """130 times like/dislike is 130, and 40,000 is 40,000."""
    assert counted(survey(*[(LIKE, DISLIKE)] * 130)) == [0, 130, 0, 0, 0, 0]
    assert counted(survey(*[(DISLIKE, DISLIKE)] * 40_000)) == [0, 0, 0, 0, 0, 40_000]


def test_a_rarely_coded_cell_is_coded() -> None:
    """Must-be/like is reverse, not whatever is left over."""
    assert counted(survey((MUST_BE, LIKE))) == [0, 0, 0, 0, 1, 0]


def test_answers_are_paired_by_respondent() -> None:
    """Like/dislike and neutral/neutral are a performance and an indifferent."""
    assert counted(survey((LIKE, DISLIKE), (NEUTRAL, NEUTRAL))) == [0, 1, 0, 1, 0, 0]


def test_six_neutral_people_are_six_answers() -> None:
    """A straight line of neutral is a legal answer."""
    assert counted(survey(*[(NEUTRAL, NEUTRAL)] * 6)) == [0, 0, 0, 6, 0, 0]


def test_scores_rest_on_whole_pairs() -> None:
    """Like/dislike, like/blank and blank/like give 4 and 4 from one pair."""
    answers = survey((LIKE, DISLIKE), (LIKE, BLANK), (BLANK, LIKE))

    y, x = scores(answers.counts, STANDARD)[0]

    assert (y.mean, y.n, x.mean, x.n) == (4.0, 1, 4.0, 1)


def test_a_blank_has_no_score() -> None:
    """Three times neutral and a blank have a mean of 0 from three."""
    answers = survey(*[(NEUTRAL, NEUTRAL)] * 3, (NEUTRAL, BLANK))

    _, x = scores(answers.counts, STANDARD)[0]

    assert x == Mean(0.0, 0.0, 3)


def test_scores_without_a_scored_pair_do_not_exist() -> None:
    """Only questionable answers: no mean, no sd, no standard error."""
    y, x = scores(survey((LIKE, LIKE)).counts, STANDARD)[0]

    assert (y.n, x.n) == (0, 0)
    assert np.isnan([y.mean, y.sd, y.se, x.mean, x.sd, x.se]).all()


def test_an_empty_base_has_no_value() -> None:
    """12 reverse and 3 questionable: neither coefficient exists, their intervals neither."""
    counts = row(0, 0, 0, 0, 12, 3)

    values = [better(counts), worse(counts), better_interval(counts), worse_interval(counts)]

    assert all(np.isnan(value).all() for value in values)
    assert np.isnan(equal_shares(counts)).all()
    assert total_strength(counts).tolist() == [0.0]


def test_a_feature_that_nobody_answered_has_nothing() -> None:
    """No share, strength, p, test or category; it is neither tied nor mixed nor distinct."""
    counts = row()

    values = [shares(counts), total_strength(counts), category_strength(counts)]

    assert all(np.isnan(value).all() for value in [*values, top_two_p(counts)])
    assert [name(rule(counts)) for rule in RULES.values()] == ["-"] * 4
    assert name(runner_up(counts, mode(counts))) == "-"
    assert fong(counts) == [None]
    flags = [tied(counts), mixed(counts, 0.95), distinct(top_two_p(counts), 0.95)]
    assert [flag.tolist() for flag in flags] == [[False]] * 3


def test_a_survey_without_features_is_empty() -> None:
    """Every function of the counts takes zero rows."""
    counts = np.zeros((0, 6), np.int64)

    lengths = [len(f(counts)) for f in (shares, better, worse, mode, block, near_tie, quadrant)]

    assert lengths == [0] * 7
    assert tally(np.zeros((3, 0), np.int8), np.zeros((3, 0), np.int8)).counts.shape == (0, 5, 5)


@pytest.mark.parametrize("counts", [row(0, 0, 90, 10), row(0, 0, 0, 5), row(0, 0, 1, 0, 4, 4)])
def test_no_loss_is_zero_without_a_sign(counts: Ints) -> None:
    """Minus zero would be printed as -0.00."""
    values = np.concatenate([worse(counts), worse_interval(counts)[0, 1:]])

    assert values.tolist() == [0.0, 0.0]
    assert not np.signbit(values).any()


def test_no_score_is_minus_zero() -> None:
    """Also where the values cancel out."""
    pairs = [(MUST_BE, LIVE_WITH), (DISLIKE, LIKE), (NEUTRAL, NEUTRAL)]

    means = [mean.mean for pair in (pairs[:2], pairs[2:]) for mean in scores_of(pair)]

    assert means == [0.0, 0.0, 0.0, 0.0]
    assert not np.signbit(means).any()


def scores_of(pairs: list[tuple[Answer, Answer]]) -> tuple[Mean, Mean]:
    """Both scores of one feature."""
    return scores(survey(*pairs).counts, STANDARD)[0]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (row(10, 30, 50, 10), -0.40),  # not -.60, wow in the place of performance
        (row(30, 20, 20, 10, 20), -0.625),  # not -.50, reverse as a loss over everything
    ],
)
def test_worse_is_what_basic_and_performance_lose(counts: Ints, expected: float) -> None:
    """Over the classified answers."""
    assert worse(counts).tolist() == [expected]


def test_the_bound_of_fong_is_not_rounded() -> None:
    """39 v 28 of 100: 11 is below 11.0137, so not distinct; below 11.0 it is not."""
    test = fong(row(39, 28, 20, 13))[0]

    assert test is not None
    assert (test.difference, round(test.bound, 4), test.distinct) == (11, 11.0137, False)


def test_fong_does_not_call_equal_counts_significant() -> None:
    """40 v 40 of 100: 0 is below the bound, which means not distinct."""
    test = fong(row(40, 40, 20))[0]

    assert test is not None
    assert (test.difference, round(test.bound, 4), test.distinct) == (0, 11.4315, False)


def test_fong_has_nothing_to_compare_among_questionable_answers() -> None:
    """Without a rankable answer 0 >= 0 would call nothing distinct from nothing."""
    counts = row(0, 0, 0, 0, 0, 5)

    assert fong(counts) == [None]
    assert np.isnan(top_two_p(counts)).all()


def test_unequal_shares_prove_no_lead() -> None:
    """40 40 10 10: chi-square is 36 and its p tiny, and yet the lead is a tie."""
    counts = row(40, 40, 10, 10)

    statistic, p_value = equal_shares(counts)

    assert statistic.tolist() == [36.0]
    assert p_value[0] == pytest.approx(7.5e-8, rel=0.01)
    assert top_two_p(counts).tolist() == [1.0]
    assert tied(counts).tolist() == [True]


@pytest.mark.parametrize(
    ("part", "expected"), [(0, [0.0, 0.161125]), (20, [0.838875, 1.0])], ids=["none", "all"]
)
def test_the_end_of_an_interval_is_exact(part: int, expected: list[float]) -> None:
    """Nobody of 20, and all of them."""
    ends = wilson(np.array([part]), np.array([20]))[0]

    np.testing.assert_allclose(ends, expected, rtol=0, atol=5e-7)
    assert ends.tolist()[part // 20] == part // 20


def test_the_ends_are_exact_at_every_base() -> None:
    """Whatever the rounding on the way."""
    bases = np.arange(1, 500)

    assert (wilson(0 * bases, bases)[:, 0] == 0).all()
    assert (wilson(bases, bases)[:, 1] == 1).all()


def test_the_top_two_of_one_category_has_no_second() -> None:
    """A second place with nobody in it has no name."""
    two = top_two(row(0, 0, 0, 22))

    assert (name(two.first), name(two.second), two.a[0], two.b[0]) == ("I", "-", 22, 0)
