"""What holds for every survey, whatever its answers: counting, categories and shares."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import Category, Codes, Ints
from kano_cli.core.coefficients import better, worse
from kano_cli.core.rules import RULES, runner_up, tied
from kano_cli.core.scores import scores
from kano_cli.core.shares import answered, classified, ratio, shares
from kano_cli.core.strength import category_strength, top_two, total_strength
from kano_cli.core.tables import POULIOT, STANDARD, EvaluationTable
from kano_cli.core.tally import tally

COUNTS = arrays(np.int64, (4, 6), elements=st.integers(0, 500))
CELLS = arrays(np.int64, (3, 5, 5), elements=st.integers(0, 40))
WANTED = [Category.BASIC, Category.PERFORMANCE, Category.WOW]

both_tables = pytest.mark.parametrize("table", [STANDARD, POULIOT], ids=["standard", "pouliot"])


def answers(respondents: int, features: int) -> st.SearchStrategy[Codes]:
    """One side of a survey, int8, with blanks."""
    return arrays(np.int8, (respondents, features), elements=st.integers(0, 5))


@st.composite
def surveys(draw: st.DrawFn, features: int = 3) -> tuple[Codes, Codes]:
    """Both sides of a survey of up to 40 respondents."""
    respondents = draw(st.integers(0, 40))
    return draw(answers(respondents, features)), draw(answers(respondents, features))


@both_tables
@given(cells=CELLS)
def test_swapping_the_questions_turns_wanting_into_reverse_and_back(
    table: EvaluationTable, cells: Ints
) -> None:
    """Basic, performance and wow become reverse, reverse one of them; the rest stays."""
    before = table.category_counts(cells)

    after = table.category_counts(cells.transpose(0, 2, 1))

    np.testing.assert_array_equal(after[:, Category.REVERSE], before[:, WANTED].sum(axis=1))
    np.testing.assert_array_equal(after[:, WANTED].sum(axis=1), before[:, Category.REVERSE])
    for stays in (Category.INDIFFERENT, Category.QUESTIONABLE):
        np.testing.assert_array_equal(after[:, stays], before[:, stays])


@given(surveys())
def test_swapping_the_questions_transposes_the_tally(survey: tuple[Codes, Codes]) -> None:
    """And swapping them again is as if nothing had happened."""
    functional, dysfunctional = survey
    before = tally(functional, dysfunctional)

    after = tally(dysfunctional, functional)

    np.testing.assert_array_equal(after.counts, before.counts.transpose(0, 2, 1))
    np.testing.assert_array_equal(after.half_answered, before.half_answered)
    np.testing.assert_array_equal(after.counts.transpose(0, 2, 1), before.counts)


@given(surveys())
def test_every_pair_is_counted_whole_half_or_blank(survey: tuple[Codes, Codes]) -> None:
    """Nothing is dropped and nothing is filled in."""
    functional, dysfunctional = survey
    blank = ((functional == 0) & (dysfunctional == 0)).sum(axis=0)

    counted = tally(functional, dysfunctional)

    whole = counted.counts.sum(axis=(1, 2))
    np.testing.assert_array_equal(whole + counted.half_answered + blank, len(functional))
    np.testing.assert_array_equal(
        counted.counts.sum(axis=2)[:, 0], ((functional == 1) & (dysfunctional > 0)).sum(axis=0)
    )


@given(surveys(), st.randoms(use_true_random=False))
def test_the_order_of_respondents_does_not_matter(
    survey: tuple[Codes, Codes], random: Random
) -> None:
    """Shuffled rows give the same tally."""
    functional, dysfunctional = survey
    order = random.sample(range(len(functional)), len(functional))

    shuffled = tally(functional[order], dysfunctional[order])

    assert shuffled == tally(functional, dysfunctional)


@given(surveys(features=4), st.permutations(range(4)))
def test_the_order_of_features_only_orders_the_tally(
    survey: tuple[Codes, Codes], order: list[int]
) -> None:
    """Each feature keeps its own counts."""
    functional, dysfunctional = survey
    before = tally(functional, dysfunctional)

    after = tally(functional[:, order], dysfunctional[:, order])

    np.testing.assert_array_equal(after.counts, before.counts[order])
    np.testing.assert_array_equal(after.half_answered, before.half_answered[order])


@given(surveys(), surveys())
def test_the_tallies_of_two_groups_add(one: tuple[Codes, Codes], two: tuple[Codes, Codes]) -> None:
    """Counting all is counting each and adding."""
    together = [np.concatenate(side) for side in zip(one, two, strict=True)]

    whole = tally(together[0], together[1])

    assert whole == tally(*one) + tally(*two)


@given(CELLS)
def test_pouliot_moves_indifferent_to_questionable_only(cells: Ints) -> None:
    """So the classified base shrinks and Better and the loss can only grow."""
    standard, pouliot = STANDARD.category_counts(cells), POULIOT.category_counts(cells)
    moved = pouliot[:, Category.QUESTIONABLE] - standard[:, Category.QUESTIONABLE]

    change = pouliot - standard

    np.testing.assert_array_equal(moved, cells[:, 1, 1] + cells[:, 3, 3])
    np.testing.assert_array_equal(change[:, Category.INDIFFERENT], -moved)
    np.testing.assert_array_equal(change[:, [*WANTED, Category.REVERSE]], 0)
    some = classified(pouliot) > 0
    assert (better(pouliot)[some] >= better(standard)[some]).all()
    assert (worse(pouliot)[some] <= worse(standard)[some]).all()


@both_tables
@given(cells=CELLS)
def test_every_pair_of_answers_has_one_category(table: EvaluationTable, cells: Ints) -> None:
    """The six counts add up to the 25."""
    counts = table.category_counts(cells)

    np.testing.assert_array_equal(answered(counts), cells.sum(axis=(1, 2)))


@given(CELLS)
def test_mirrored_answers_exchange_the_two_scores(cells: Ints) -> None:
    """Like for dislike and functional for dysfunctional: one scale is the other backwards."""
    mirrored = cells[:, ::-1, ::-1].transpose(0, 2, 1)

    before, after = scores(cells, STANDARD), scores(mirrored, STANDARD)

    for (y, x), (mirrored_y, mirrored_x) in zip(before, after, strict=True):
        assert (mirrored_y.n, mirrored_x.n) == (x.n, y.n)
        np.testing.assert_allclose([mirrored_y.mean, mirrored_x.mean], [x.mean, y.mean], atol=1e-12)
        np.testing.assert_allclose([mirrored_y.sd, mirrored_x.sd], [x.sd, y.sd], atol=1e-12)


@given(COUNTS)
def test_shares_add_up_to_one_or_do_not_exist(counts: Ints) -> None:
    """Where nobody answered there is no share at all."""
    total = shares(counts).sum(axis=1)

    asked = answered(counts) > 0
    np.testing.assert_allclose(total[asked], 1, rtol=1e-12)
    assert np.isnan(shares(counts)[~asked]).all()


@given(COUNTS, COUNTS)
def test_reverse_and_questionable_stay_out_of_better_and_worse(counts: Ints, more: Ints) -> None:
    """However many are added, they move neither."""
    added = counts.copy()
    added[:, [Category.REVERSE, Category.QUESTIONABLE]] += more[:, 4:]

    np.testing.assert_array_equal(better(added), better(counts))
    np.testing.assert_array_equal(worse(added), worse(counts))


@given(COUNTS)
def test_better_and_the_loss_overlap_by_performance_only(counts: Ints) -> None:
    """Better - Worse is at most 1 + performance / classified, and each keeps to its side."""
    limit = 1 + ratio(counts[:, Category.PERFORMANCE], classified(counts))
    some = classified(counts) > 0

    gain, loss = better(counts)[some], worse(counts)[some]

    assert (gain - loss <= limit[some] + 1e-12).all()
    assert ((gain >= 0) & (gain <= 1) & (loss >= -1) & (loss <= 0)).all()


@given(COUNTS, st.integers(2, 50))
def test_many_times_the_same_answers_change_no_share_and_no_rule(counts: Ints, k: int) -> None:
    """Shares, coefficients, strengths, ties and all four rules depend on proportions only."""
    many = k * counts

    for measure in (shares, better, worse, total_strength, category_strength, tied):
        np.testing.assert_array_equal(measure(many), measure(counts))
    for rule in RULES.values():
        np.testing.assert_array_equal(rule(many), rule(counts))


@given(COUNTS, st.permutations(range(4)))
def test_each_feature_is_judged_by_itself(counts: Ints, order: list[int]) -> None:
    """In another order every rule gives the same categories in that order."""
    for rule in RULES.values():
        np.testing.assert_array_equal(rule(counts[order]), rule(counts)[order])


@given(COUNTS)
def test_the_top_two_lead_and_the_runner_up_follows(counts: Ints) -> None:
    """No rankable category has more than the first, none but the first more than the second."""
    two = top_two(counts)

    ranked = np.sort(counts[:, :5], axis=1)
    np.testing.assert_array_equal(two.a, ranked[:, -1])
    np.testing.assert_array_equal(two.b, ranked[:, -2])
    np.testing.assert_array_equal(runner_up(counts, two.first), two.second)
