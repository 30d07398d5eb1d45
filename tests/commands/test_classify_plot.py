"""`kano classify --plot`: the table with the map under it."""

import pytest

from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, output

SURVEY = DUTCH / "survey.csv"


def test_the_map_stands_under_the_table(run: Runner) -> None:
    """The table is as without it, and every rank is in the map."""
    plain, plotted = run("classify", SURVEY).out, run("classify", SURVEY, "--plot").out

    assert plotted.startswith(plain)
    drawn = plotted.removeprefix(plain)
    assert all(any(f"{sign}{rank}" in drawn for sign in "■▲★·↶,") for rank in range(1, 10))


@pytest.mark.parametrize("width", [60, 100, 140])
def test_the_map_is_as_wide_as_the_terminal(width: int) -> None:
    """And never wider; a pipe gets no escape code."""
    shown = output("classify", SURVEY, "--plot", COLUMNS=str(width), NO_COLOR="1")
    field = [line for line in shown.split("\n") if "┄" in line]

    assert max(map(len, shown.split("\n"))) <= width
    assert len(field) == 1
    assert len(field[0]) == width - 1
    assert "\x1b" not in shown


def test_it_speaks_the_language_of_the_table(run: Runner) -> None:
    """Dutch quarters."""
    assert "onverschillig  " in run("classify", SURVEY, "--plot", "--lang", "nl").out


def test_ranks_of_a_shortened_table_are_kept(run: Runner) -> None:
    """The wow features are 6 and 7, also alone."""
    drawn = run("classify", SURVEY, "--plot", "--only", "wow").out

    assert "★6" in drawn
    assert "★7" in drawn


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "json"), "--plot: draws in a terminal, not in json"),
        (("-f", "markdown"), "--plot: draws in a terminal, not in markdown"),
        (("--by", "Plan"), "--plot: draws one map, not one for each group"),
    ],
)
def test_it_is_refused_where_there_is_no_room_for_it(
    words: tuple[str, ...], said: str, run: Runner
) -> None:
    """Rather than left out."""
    ran = run("classify", ENGLISH / "survey.csv", "--plot", *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
