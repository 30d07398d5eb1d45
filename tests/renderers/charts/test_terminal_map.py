"""The map in a terminal: every point once, nothing too wide, plain where it must be."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.renderers.charts.terminal_map import map_view
from kano_cli.report.document.figures import MapFigure
from tests.renderers.charts.figures import STRANGE, map_of, spread
from tests.renderers.screens import colour_terminal, drives, printed, widest

CASES = {
    "none": map_of([]),
    "one": map_of([(0.7, 0.3)]),
    "nine": map_of(spread(9)),
    "forty": map_of(spread(40)),
    "sixty at one spot": map_of([(0.6, 0.6)] * 60),
    "a row": map_of([(at / 30, 0.5) for at in range(31)]),
    "at the edges": map_of([(0, 0), (1, 1), (0, 1), (1, 0)]),
    "strange": map_of(spread(20), STRANGE),
}


def lines(figure: MapFigure, width: int, *, unicode: bool = True) -> list[str]:
    """The map as a pipe gets it."""
    return [
        line.rstrip()
        for line in printed(map_view(figure, {}, width, unicode=unicode), width).split("\n")
    ]


def numbers_in(shown: list[str]) -> list[int]:
    """The ranks that stand in the field or in the list under it."""
    start = next(at for at, line in enumerate(shown) if "┤" in line)
    field = [line[6:] for line in shown[start:] if re.match(r"[\d.\s]{4} [│┤]", line)]
    listed = "\n".join(shown).partition("? questionable")[2].partition("Not on the map")[0]
    found = re.findall(r"[■▲★·↶?](\d+(?:,\d+)*)", "\n".join([*field, listed]))
    return sorted(int(number) for group in found for number in group.split(","))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize("case", CASES)
def test_every_point_is_shown_once_and_no_line_is_too_wide(case: str, width: int) -> None:
    """In the field by itself, together with its neighbours, or in the list."""
    shown = lines(CASES[case], width)

    assert numbers_in(shown) == list(range(1, len(CASES[case].points) + 1))
    assert widest(shown) <= width


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=40), st.integers(40, 150))
def test_no_point_is_lost_wherever_it_lies(places: list[tuple[float, float]], width: int) -> None:
    """Random places, random widths."""
    shown = lines(map_of(places), width)

    assert numbers_in(shown) == list(range(1, len(places) + 1))
    assert widest(shown) <= width


@pytest.mark.parametrize("width", [20, 24, 30])
def test_a_very_narrow_terminal_still_gets_a_map(width: int) -> None:
    """Crowded, and not too wide."""
    assert widest(lines(CASES["nine"], width)) <= width


def test_a_point_stands_where_its_numbers_say() -> None:
    """In the row and column of the ticks of its axes."""
    shown = lines(map_of([(0.5, 0.75), (1.0, 0.25), (0.0, 0.0)]), 100)
    at = {
        label: line
        for label in ("0.75", "0.25", "0.00")
        for line in shown
        if line.startswith(label)
    }
    ticks = next(line for line in shown if "0.50" in line and "┤" not in line)

    assert at["0.75"].index("■") == pytest.approx(ticks.index("0.50") + 2, abs=1)
    assert at["0.25"].index("▲") == pytest.approx(ticks.index("1.00") + 2, abs=2)
    assert at["0.00"].index("★") == pytest.approx(7, abs=1)


def test_neighbours_share_a_place_and_a_crowd_is_listed() -> None:
    """By category and rank."""
    three = [at for at in map_of([(0.6, 0.6)] * 13).points if at.category == 0]
    figure = map_of([(0.6, 0.6)] * 3)

    assert len(three) == 3
    assert any("■1▲2★3" in line for line in lines(figure, 80))
    crowd = lines(CASES["sixty at one spot"], 80)
    assert sum("(a)" in line for line in crowd) == 2
    assert "(a) ■1 ■7 ■13" in "\n".join(crowd)


def test_the_ranks_of_the_table_are_used() -> None:
    """Whatever the order of the figure."""
    view = map_view(map_of([(0.5, 0.5)]), {"f0": "17"}, 80)

    assert "■17" in printed(view, 80)


def test_axes_quarters_and_categories_are_named() -> None:
    """What lies where, and which sign is what."""
    shown = "\n".join(lines(CASES["one"], 80))

    for text in ("↑ Better", "Worse, without its sign →", "wow", "performance", "■ basic", "▲ "):
        assert text in shown
    assert "costs little" in shown


def test_without_unicode_only_ascii_is_written() -> None:
    """Letters for the signs."""
    figure = map_of(spread(9))
    shown = "\n".join(lines(figure, 80, unicode=False))

    assert shown.isascii()
    assert "M1" in shown
    assert "M basic  O performance" in shown


@pytest.mark.parametrize("case", CASES)
def test_nothing_in_a_name_drives_the_terminal(case: str) -> None:
    """No name is shown; titles and remarks are made visible."""
    view = map_view(CASES[case], {}, 80)

    assert drives(printed(view, 80, colour_terminal())) == set()


def test_colour_only_helps() -> None:
    """The same signs with colour and without; a pipe gets no escape code."""
    view = map_view(CASES["forty"], {}, 80)
    coloured = printed(view, 80, colour_terminal())

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(view, 80)
