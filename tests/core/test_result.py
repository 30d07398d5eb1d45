"""The record of a result: found by name, shown in part, as a table."""

from dataclasses import replace

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.flat import COLUMNS
from kano_cli.core.result import FeatureResult, KanoResult, Origin, Settings
from kano_cli.core.scores import Mean
from tests.core.test_ranking import NOBODY

SEARCH = replace(
    NOBODY,
    id="search",
    name="Search",
    rank=1,
    category=Category.WOW,
    runner_up=Category.BASIC,
    counts=(2, 0, 5, 0, 0, 0),
    better=5 / 7,
    better_interval=(0.3, 0.9),
    worse_interval=(-0.6, -0.1),
    importance=Mean(6.5, 1.0, 7),
)
EMPTY = replace(NOBODY, id="empty", name="Nobody's", rank=2)
RESULT = KanoResult(Origin(file="a.csv"), Settings(), (SEARCH, EMPTY))


@pytest.mark.parametrize("name", ["search", "Search"])
def test_a_feature_goes_by_its_id_and_its_name(name: str) -> None:
    """As they are written."""
    assert RESULT.feature(name) is SEARCH


def test_a_feature_that_is_not_there_is_no_guess() -> None:
    """Not the nearest one."""
    with pytest.raises(KeyError, match="SEARCH"):
        RESULT.feature("SEARCH")


@pytest.mark.parametrize(
    ("only", "top", "left"),
    [
        ((), None, ["search", "empty"]),
        ((), 1, ["search"]),
        ((Category.WOW,), None, ["search"]),
        ((Category.BASIC,), 5, []),
    ],
)
def test_a_part_of_a_result_is_a_result(
    only: tuple[Category, ...], top: int | None, left: list[str]
) -> None:
    """Of these categories, and the first so many of them."""
    found = RESULT.shown(only, top)

    assert [feature.id for feature in found.features] == left
    assert found.survey is RESULT.survey


def test_the_frame_has_a_row_a_feature_in_the_order_of_the_ranking() -> None:
    """What does not exist is missing, not nought."""
    frame = RESULT.to_frame()

    assert list(frame.index) == ["search", "empty"]
    assert frame.columns.tolist() == [name for name in COLUMNS if name != "id"]
    assert frame["category"].iloc[0] == "wow"
    assert frame["runner_up"].iloc[0] == "basic"
    assert [frame[name].iloc[0] for name in ("wow", "better_low", "importance")] == [5, 0.3, 6.5]
    assert all(frame[name].isna().iloc[1] for name in ("category", "better", "importance"))


def test_a_notebook_shows_the_table() -> None:
    """With the names of the features."""
    shown = RESULT._repr_html_()

    assert "Search" in shown
    assert shown.startswith("<")


def test_the_plane_has_no_dissent_about_what_it_never_says() -> None:
    """Rule quadrant has no reverse."""
    rules: dict[str, Category | None] = dict.fromkeys(("mode", "block"), Category.REVERSE)
    silent: FeatureResult = replace(
        NOBODY, category=Category.REVERSE, rules={**rules, "quadrant": None}
    )

    assert not silent.rules_disagree
    assert replace(silent, category=Category.WOW).rules_disagree


@pytest.mark.parametrize(
    ("said", "continuous", "disagree"),
    [
        (Category.WOW, Category.WOW, False),
        (Category.WOW, Category.INDIFFERENT, True),
        (Category.WOW, None, False),
        (Category.REVERSE, Category.INDIFFERENT, False),
        (Category.QUESTIONABLE, Category.INDIFFERENT, False),
    ],
)
def test_the_mean_scores_disagree_where_they_could_agree(
    said: Category, continuous: Category | None, disagree: bool
) -> None:
    """Not where there are none, nor about what their plane does not hold."""
    rules: dict[str, Category | None] = dict.fromkeys(("mode", "block", "near-tie"), said)
    told = replace(NOBODY, category=said, rules={**rules, "continuous": continuous})

    assert told.rules_disagree is disagree
