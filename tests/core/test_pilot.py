"""Planning from a pilot: exact chances, a published survey, laws, refusals."""

from itertools import pairwise, product
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kano_cli.core.categories import NO_CATEGORY, Category, Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.pilot import DRAWS, HIGHEST, RUNGS, SEED, PilotPlan, plan
from kano_cli.core.rules import RULES
from kano_cli.core.tables import STANDARD
from kano_cli.errors import KanoError
from tests.core.published import published

CLEAR = np.array([[60, 20, 10, 8, 1, 1]])
CLOSE = np.array([[30, 29, 20, 20, 0, 1]])
EVEN = np.array([[10, 10, 0, 0, 0, 0]])
NOBODY = np.zeros((1, 6), np.int64)
COUNTS = arrays(np.int64, (2, 6), elements=st.integers(0, 40))
ALL_RULES = pytest.mark.parametrize("rule", RULES)


def right(counts: Ints, n: int, rule: str) -> float:
    """The chance that n answers give the category of the shares, every outcome by itself."""
    truth, shares = RULES[rule](counts)[0], counts[0] / counts.sum()
    chance = 0.0
    for row in product(range(n + 1), repeat=6):
        if sum(row) == n and RULES[rule](np.array([row]))[0] == truth:
            ways = factorial(n) / prod(factorial(k) for k in row)
            chance += ways * float(np.prod(shares ** np.array(row)))
    return chance


@ALL_RULES
@pytest.mark.parametrize("counts", [CLEAR, CLOSE], ids=["clear", "close"])
def test_the_chances_are_those_of_all_outcomes(counts: Ints, rule: str) -> None:
    """With few answers all can be listed; both chances differ by their simulation only."""
    found = plan(counts, 0.9, rule=rule, rungs=(1, 3, 5), draws=20_000)

    exact = [right(counts, n, rule) for n in found.rungs]

    assert found.as_found[0].tolist() == pytest.approx(exact, abs=0.014)  # 4 standard errors


@pytest.mark.parametrize(
    ("name", "chances"),
    [
        ("Anonymous", [0.88, 0.98, 1.00, 1.00]),
        ("Convenient", [0.66, 0.82, 0.94, 1.00]),
        ("Reliable", [0.67, 0.85, 0.97, 1.00]),
        ("Responsive", [0.77, 0.93, 0.99, 1.00]),
        ("Secure", [0.87, 0.98, 1.00, 1.00]),
        ("Transparent", [0.46, 0.60, 0.76, 0.95]),
    ],
)
def test_a_published_survey_is_found_again_as_often_as_its_subsamples_do(
    name: str, chances: list[float]
) -> None:
    """Of 358 people 20, 50, 100 and 200 drawn without replacement, and with it as planned."""
    (feature,) = (f for f in published("reppel-transfers")["features"] if f["name"] == name)
    counts = STANDARD.category_counts(np.array([feature["cells"]]))
    random = np.random.Generator(np.random.PCG64(SEED))

    sizes = (20, 50, 100, 200)
    drawn = [random.multivariate_hypergeometric(counts[0], n, 20_000) for n in sizes]
    again = [(RULES["mode"](few) == RULES["mode"](counts)).mean() for few in drawn]
    planned = plan(counts, rungs=(20, 50)).as_found[0]

    assert again == pytest.approx(chances, abs=0.02)
    # With replacement a little less often, the more so the larger the part that is drawn.
    assert planned.tolist() == pytest.approx(chances[:2], abs=0.045)


def test_a_pilot_that_may_be_off_is_as_certain_as_certainty_says() -> None:
    """Of so many answers that they are the truth, as many are right as the pilot itself is."""
    counts = np.array([[12, 6, 1, 1, 0, 0]])
    huge = plan(counts, rungs=(10, 10_000_000), draws=2000)
    sure = certainty(counts)[0, Category.BASIC]

    # A survey without end is always right about its own truth ...
    assert huge.as_likely[0, 1] > 0.998
    # ... and how often the truth is basic is the pilot's own certainty.
    random = np.random.default_rng(SEED)
    basic = (random.dirichlet(counts[0] + 0.5, 40_000).argmax(axis=1) == Category.BASIC).mean()
    assert basic == pytest.approx(sure, abs=0.01)


@ALL_RULES
def test_a_clear_lead_needs_few_and_a_close_one_many(rule: str) -> None:
    """And the shares of a pilot flatter where something leads clearly."""
    counts = np.vstack([CLEAR, 4 * CLEAR // 3, CLOSE])

    found = plan(counts, 0.9, rule=rule)
    (clear, _, close), (likely, *_) = found.needed(found.as_found), found.needed(found.as_likely)

    assert clear is not None
    assert likely is not None
    assert clear <= likely
    assert rule == "quadrant" or close is None or close > clear


def test_a_dead_heat_is_never_decided_if_the_pilot_is_exact() -> None:
    """Half of all surveys say the one and half the other; but an exact tie is not likely."""
    found = plan(EVEN, 0.9)

    assert found.as_found[0, -1] == pytest.approx(0.5, abs=0.05)
    assert found.needed(found.as_found) == [None]
    assert found.needed(found.as_likely) != [None]
    assert found.needed_for_all(found.as_found) is None


def test_where_nobody_answered_nothing_is_planned() -> None:
    """No category, no chance, no number; and it does not stand in the way of the others."""
    found = plan(np.vstack([NOBODY, CLEAR]), 0.9)
    alone = plan(NOBODY, 0.9)

    assert found.category.tolist() == [NO_CATEGORY, Category.BASIC]
    assert np.isnan(found.as_found[0]).all()
    assert np.isnan(found.as_likely[0]).all()
    assert found.needed(found.as_found)[0] is None
    assert found.needed_for_all(found.as_found) == found.needed(found.as_found)[1]
    assert alone.needed_for_all(alone.as_found) is None
    assert plan(np.zeros((0, 6), np.int64)).needed_for_all(np.zeros((0, 31))) is None


def test_only_reverse_answers_have_no_place_in_the_plane() -> None:
    """Rule quadrant gives no category, so there is nothing to be right about."""
    found = plan(np.array([[0, 0, 0, 0, 9, 3]]), rule="quadrant")

    assert found.category.tolist() == [NO_CATEGORY]
    assert np.isnan(found.as_found).all()


@settings(max_examples=15, deadline=None)
@given(COUNTS, st.sampled_from(sorted(RULES)))
def test_a_feature_is_planned_by_itself_and_the_same_every_time(counts: Ints, rule: str) -> None:
    """Whatever stands beside it; another seed gives nearly the same chances."""
    rungs = (10, 40)

    both = plan(counts, rule=rule, rungs=rungs, draws=400)
    again = plan(counts[::-1], rule=rule, rungs=rungs, draws=400)
    other = plan(counts, rule=rule, rungs=rungs, draws=400, seed=5)

    np.testing.assert_array_equal(both.as_found, again.as_found[::-1])
    np.testing.assert_array_equal(both.as_likely, again.as_likely[::-1])
    np.testing.assert_allclose(both.as_found, other.as_found, atol=0.2)
    named = both.category != NO_CATEGORY
    for chances in (both.as_found[named], both.as_likely[named]):
        assert ((chances >= 0) & (chances <= 1)).all()


def test_all_together_need_at_least_what_each_needs() -> None:
    """Their chances are multiplied."""
    found = plan(np.vstack([CLEAR, CLEAR[:, ::-1], 2 * CLEAR]), 0.9)
    each = [n for n in found.needed(found.as_found) if n is not None]
    every = found.needed_for_all(found.as_found)

    assert every is not None
    assert every >= max(each)


def planned(chances: list[float]) -> PilotPlan:
    """A plan with these chances at 10, 20 and 30 answers."""
    row = np.array([chances])
    return PilotPlan(np.array([0], np.int8), (10, 20, 30), row, row, 0.9, "mode", 100, 1)


@pytest.mark.parametrize(
    ("chances", "needed"),
    [
        ([0.90, 0.95, 0.99], 10),
        ([0.95, 0.89, 0.93], 30),  # right by luck at 10
        ([0.2, 0.9, 0.9], 20),
        ([0.95, 0.95, 0.89], None),
        ([0.1, 0.1, 0.1], None),
    ],
)
def test_a_number_of_answers_is_enough_only_if_more_are_too(
    chances: list[float], needed: int | None
) -> None:
    """Exactly the wanted chance is enough."""
    found = planned(chances)

    assert found.needed(found.as_found) == [needed]
    assert found.needed_for_all(found.as_found) == needed


def test_who_waits_is_told_after_each_feature() -> None:
    """One after the other, those without answers, too."""
    told: list[int] = []

    plan(np.vstack([CLEAR, NOBODY, CLOSE]), draws=10, done=told.append)

    assert told == [1, 2, 3]


def test_the_sizes_that_are_tried_rise_in_round_numbers() -> None:
    """From 10 to 10,000, by a third at most."""
    steps = [after / before for before, after in pairwise(RUNGS)]

    assert RUNGS[:11] == (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
    assert RUNGS[11:21] == tuple(10 * n for n in RUNGS[1:11])
    assert RUNGS[21:] == tuple(10 * n for n in RUNGS[11:21])
    assert min(steps) > 1
    assert max(steps) <= 4 / 3
    assert DRAWS * (1 - HIGHEST) >= 10


@pytest.mark.parametrize("wanted", [0.0, 1.0, 0.991, 90.0, -0.1, float("nan")])
def test_a_certainty_that_cannot_be_is_refused(wanted: float) -> None:
    """Or one that so few simulated surveys cannot tell."""
    with pytest.raises(
        KanoError, match=r"^--certainty: \S+ is not between 0 and 0\.99\nhint: write 0\.9 for 90 %$"
    ):
        plan(CLEAR, wanted)


def test_a_rule_or_a_seed_that_cannot_be_is_refused() -> None:
    """With what can be."""
    with pytest.raises(KanoError) as no_rule:
        plan(CLEAR, rule="median")
    with pytest.raises(KanoError) as no_seed:
        plan(CLEAR, seed=-1)

    hint = "hint: choose from mode, block, near-tie, quadrant"
    assert str(no_rule.value) == f'--rule: there is no rule "median"\n{hint}'
    assert str(no_seed.value) == "--seed: -1 is below 0\nhint: give a whole number from 0 up"


def test_the_ends_of_what_can_be_asked_can_be_asked() -> None:
    """Ninety-nine per cent, and seed 0; without a word it is 90 per cent."""
    assert plan(CLEAR, HIGHEST, seed=0, draws=2).certainty == HIGHEST == 0.99
    assert plan(CLEAR, draws=2).certainty == 0.9


def test_what_weights_leave_says_how_unsure_the_truth_is() -> None:
    """The pilot's shares are what they are; the fewer people they are worth, the less is known."""
    counts, rungs = np.array([[3, 22, 10, 5, 0, 0]]), (10, 50, 100)

    def planned(size: float | None) -> PilotPlan:
        effective = None if size is None else np.array([size])
        return plan(counts, 0.9, effective=effective, draws=500, rungs=rungs)

    without, all_of, few = planned(None), planned(40.0), planned(8.0)
    assert all_of.as_likely.tolist() == without.as_likely.tolist()
    assert few.as_found.tolist() == without.as_found.tolist()
    assert few.as_likely[0, -1] < without.as_likely[0, -1] - 0.02
