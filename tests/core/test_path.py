"""The usual path over time: every pair of categories."""

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.path import PATH, Direction, direction

OFF = (Category.REVERSE, Category.QUESTIONABLE)


def test_the_path_is_indifferent_wow_performance_basic() -> None:
    """Each step of it and any longer one is forward, and back again is backward."""
    assert [category.letter for category in PATH] == ["I", "A", "O", "M"]
    for at, before in enumerate(PATH):
        for after in PATH[at + 1 :]:
            assert direction(before, after) is Direction.FORWARD
            assert direction(after, before) is Direction.BACKWARD


@pytest.mark.parametrize("category", Category)
def test_the_same_category_did_not_move(category: Category) -> None:
    """Also where it is not on the path."""
    assert direction(category, category) is Direction.SAME


@pytest.mark.parametrize("off", [*OFF, None])
@pytest.mark.parametrize("other", [*Category, None])
def test_to_and_from_what_is_not_on_the_path_is_outside(
    off: Category | None, other: Category | None
) -> None:
    """Nobody who answered is nothing to compare, twice is not the same."""
    if off is not None and off == other:
        return
    assert direction(off, other) is Direction.OUTSIDE
    assert direction(other, off) is Direction.OUTSIDE
