"""In which order features are shown."""

from collections.abc import Sequence
from dataclasses import replace
from math import nan

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.ranking import SORTS, ranked
from kano_cli.core.result import FeatureResult
from kano_cli.core.scores import Mean
from kano_cli.errors import KanoError

BASIC, PERFORMANCE, WOW, INDIFFERENT, REVERSE, QUESTIONABLE = Category
NOBODY = FeatureResult(
    id="",
    name="",
    rank=0,
    category=None,
    tied=False,
    runner_up=None,
    mixed=False,
    certainty=nan,
    answered=0,
    classified=0,
    half_answered=0,
    counts=(0,) * 6,
    shares=(nan,) * 6,
    share_intervals=((nan, nan),) * 6,
    better=nan,
    better_interval=(nan, nan),
    worse=nan,
    worse_interval=(nan, nan),
    total_strength=nan,
    category_strength=nan,
    distinct=None,
    p_value=nan,
    fong=None,
    functional_score=Mean(nan, nan, 0),
    dysfunctional_score=Mean(nan, nan, 0),
    importance=None,
    rules={},
    answers=((0,) * 5,) * 5,
)


def feature(
    name: str,
    category: Category | None,
    better: float = nan,
    worse: float = nan,
    importance: float | None = None,
) -> FeatureResult:
    """A feature with what the orders look at."""
    rated = None if importance is None else Mean(importance, 1.0, 10)
    return replace(
        NOBODY, id=name, name=name, category=category, better=better, worse=worse, importance=rated
    )


def order(features: Sequence[FeatureResult], sort: str = "category") -> str:
    """The names, the first one first, whichever way round they came."""
    found = " ".join(feature.name for feature in ranked(features, sort))
    backwards = " ".join(feature.name for feature in ranked(features[::-1], sort))
    assert found == backwards
    return found


def test_groups_follow_the_tie_order_and_no_category_comes_last() -> None:
    """However high their coefficients are."""
    groups = [*Category, None]
    features = [
        feature(f"f{at}", of, better=at / 10, worse=-at / 10) for at, of in enumerate(groups)
    ]

    assert order(features) == "f0 f1 f2 f3 f4 f5 f6"


@pytest.mark.parametrize(
    ("category", "first", "second"),
    [
        (BASIC, (0.1, -0.8), (0.9, -0.7)),  # what its lack costs
        (PERFORMANCE, (0.6, -0.7), (0.7, -0.5)),  # both together
        (WOW, (0.8, -0.1), (0.7, -0.9)),  # what it adds
        (INDIFFERENT, (0.2, -0.4), (0.3, -0.2)),  # both together
    ],
)
def test_without_importance_a_group_is_ordered_by_what_its_category_is_about(
    category: Category, first: tuple[float, float], second: tuple[float, float]
) -> None:
    """Each by the coefficient that makes it what it is."""
    features = [feature("second", category, *second), feature("first", category, *first)]

    assert order(features) == "first second"


@pytest.mark.parametrize("category", [REVERSE, QUESTIONABLE])
def test_reverse_and_questionable_are_ordered_by_their_own_share(category: Category) -> None:
    """The one that most people chose comes first."""
    few, many = feature("few", category, 0.9, -0.9), feature("many", category, 0.1, -0.1)
    shares = {name: [0.1] * 6 for name in ("few", "many")}
    shares["few"][category], shares["many"][category] = 0.4, 0.5
    features = [replace(f, shares=tuple(shares[f.name])) for f in (few, many)]

    assert order(features) == "many few"


def test_importance_orders_a_group_before_anything_else() -> None:
    """But never moves a feature to another group."""
    features = [
        feature("b low", BASIC, 0.1, -0.9, importance=2.0),
        feature("b high", BASIC, 0.1, -0.5, importance=8.0),
        feature("w top", WOW, 0.9, -0.1, importance=9.0),
    ]

    assert order(features) == "b high b low w top"


def test_an_unrated_feature_is_last_in_its_group() -> None:
    """Its coefficients are not compared with the ratings of others, which may be below 1."""
    features = [
        feature("unrated", PERFORMANCE, 0.9, -0.9),
        feature("hardly", PERFORMANCE, 0.5, -0.5, importance=0.4),
        feature("blank", PERFORMANCE, 0.8, -0.9),
        feature("wow", WOW, 0.9, -0.1, importance=6.0),
    ]

    assert order(features) == "hardly unrated blank wow"


def test_an_unrated_feature_stays_in_its_group() -> None:
    """Importance orders features inside a group only."""
    features = [
        feature("unrated basic", BASIC, 0.1, -0.9),
        feature("rated performance", PERFORMANCE, 0.5, -0.5, importance=9.0),
        feature("rated wow", WOW, 0.5, -0.5, importance=9.0),
        feature("unrated reverse", REVERSE),
    ]

    assert order(features) == "unrated basic rated performance rated wow unrated reverse"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("stack", "c b a d e"),
        ("worse", "c b a d e"),
        ("better", "d b a c e"),
        ("importance", "b d c a e"),
        ("certainty", "d c b a e"),
        ("name", "a b c d e"),
    ],
)
def test_each_order_looks_at_its_own_key(sort: str, expected: str) -> None:
    """High first, what is missing last; a and b lose the same."""
    features = [
        replace(feature("a", WOW, 0.4, -0.6, 1.0), certainty=0.5),
        replace(feature("b", WOW, 0.5, -0.6, 9.0), certainty=0.6),
        replace(feature("c", WOW, 0.3, -0.7, 2.0), certainty=0.7),
        replace(feature("d", WOW, 0.6, -0.1, 3.0), certainty=0.8),
        feature("e", None),
    ]
    assert order(features, sort) == expected


def test_a_stack_asks_better_before_importance_and_a_single_key_importance_first() -> None:
    """Both features lose the same."""
    features = [feature("gain", WOW, 0.9, -0.5, 1.0), feature("weight", WOW, 0.2, -0.5, 9.0)]

    assert order(features, "stack") == "gain weight"
    assert order(features, "worse") == "weight gain"


def test_equal_keys_go_to_importance_then_the_loss_then_better() -> None:
    """All four have the same name."""
    features = [
        replace(feature(name, BASIC, better, worse, importance), name="same")
        for name, better, worse, importance in [
            ("last", 0.2, -0.5, 5.0),
            ("more gain", 0.3, -0.5, 5.0),
            ("more loss", 0.1, -0.6, 5.0),
            ("more weight", 0.1, -0.1, 6.0),
        ]
    ]

    found = [feature.id for feature in ranked(features, "name")]

    assert found == ["more weight", "more loss", "more gain", "last"]


@pytest.mark.parametrize("sort", SORTS)
def test_complete_equals_keep_the_order_of_the_file(sort: str) -> None:
    """Whichever order was asked for."""
    features = [replace(feature("same", WOW, 0.5, -0.5), id=name) for name in "xyz"]

    assert [feature.id for feature in ranked(features, sort)] == ["x", "y", "z"]


def test_the_order_of_the_file_is_left_alone() -> None:
    """Even where it is the worst one."""
    features = [feature("z", None), feature("y", WOW, 0.1, -0.1), feature("a", BASIC, 0.9, -0.9)]

    assert [feature.name for feature in ranked(features, "file")] == ["z", "y", "a"]
    assert ranked(features, "file") is not features


def test_names_are_ordered_without_regard_to_case() -> None:
    """Not all capitals first."""
    features = [feature(name, WOW) for name in ("Zoom", "alerts", "Beta")]

    assert order(features, "name") == "alerts Beta Zoom"


def test_an_order_that_does_not_exist_is_refused_with_the_nearest_one() -> None:
    """Or with all of them."""
    with pytest.raises(KanoError) as near:
        ranked([], "wors")
    with pytest.raises(KanoError) as far:
        ranked([], "xxxx")

    assert str(near.value) == '--sort: there is no order "wors"\nhint: one of: worse'
    assert far.value.hint == f"one of: {', '.join(SORTS)}"


@pytest.mark.parametrize("sort", ["better", "worse", "stack"])
def test_with_importance_both_coefficients_count_times_it(sort: str) -> None:
    """A feature that adds and costs more comes first without it, and last if few care."""
    large = replace(feature("a", WOW, 0.8, -0.6), importance_weight=0.1)
    small = replace(feature("b", WOW, 0.4, -0.3), importance_weight=0.9)

    assert [each.id for each in ranked([small, large], sort)] == ["a", "b"]
    assert [each.id for each in ranked([large, small], sort, importance_scaled=True)] == ["b", "a"]
    assert ranked([large, small], sort, importance_scaled=True)[1] is large
