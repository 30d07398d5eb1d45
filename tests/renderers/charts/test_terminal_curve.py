"""The emotion curve in a terminal: signs where the means are, names whole, at any width."""

import re
from dataclasses import replace
from itertools import pairwise
from math import nan

import pytest

from kano_cli.renderers.charts.terminal_curve import curve_view
from kano_cli.report.document.figures import Axis, CurveFigure, CurveStop, Felt, Turn
from kano_cli.report.document.journey.curve import curve_figure
from kano_cli.report.words import words
from tests.renderers.journeys import journey_of
from tests.renderers.screens import colour_terminal, drives, printed, widest

WIDTHS = (20, 30, 40, 59, 60, 80, 100, 140, 200)
NAMES = ("Website", "Shop", "First day", "Customer service", "Bill")
BEFORE, AFTER = (6, None, 5, 6, 3), (7, 6, 10, 3, 1)


def felt(mean: float | None) -> Felt | None:
    """A mean with an interval of half a point to both sides, cut to the scale."""
    if mean is None:
        return None
    return Felt(mean, (max(mean - 0.5, 1), min(mean + 0.5, 10)), f"{mean:.1f}")


def figure(phases: tuple[str, ...] = ("Buy", "Buy", "Start", "Use", "Pay")) -> CurveFigure:
    """A curve that reaches both ends of its scale."""
    turns = {"First day": (Turn.PEAK, "peak"), "Bill": (Turn.END, "end")}
    stops = tuple(
        CurveStop(name, phase, felt(before), felt(after), *turns.get(name, (Turn.NONE, "")), name)
        for name, phase, before, after in zip(NAMES, phases, BEFORE, AFTER, strict=True)
    )
    return CurveFigure("The curve", Axis("", 1, 10, 5.5), stops, "neutral (5.5)", "Before", "After")


def lines(of: CurveFigure, width: int, *, unicode: bool = True) -> list[str]:
    """What a terminal shows, trailing spaces cut."""
    shown = printed(curve_view(of, width, unicode=unicode), width)
    return [line.rstrip() for line in shown.rstrip("\n").split("\n")]


def place(shown: list[str], sign: str, around: str = "") -> list[tuple[int, int]]:
    """Row and column of every sign; of those in a line with a text, if one is given."""
    return [
        (row, found.start())
        for row, line in enumerate(shown[:-1])
        for found in re.finditer(re.escape(sign), line)
        if around in line
    ]


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("phased", [True, False])
def test_no_line_is_wider_than_the_terminal(unicode: bool, phased: bool) -> None:
    """And every name and every number is whole, but where a word itself has no room."""
    of = figure() if phased else figure(("",) * 5)
    for width in WIDTHS:
        shown = lines(of, width, unicode=unicode)
        text = " ".join(shown)
        assert widest(shown) <= width
        assert drives("\n".join(shown)) == set()
        for number in ("7.0", "6.0", "10.0", "3.0", "1.0", "peak", "end"):
            assert number in text, (width, number)
        for word in " ".join(NAMES).split() if width >= 30 else ():
            assert word in text, (width, word)
        assert ("Start" in text) is phased


def test_a_wide_curve_goes_up_and_down() -> None:
    """Better is higher; each sign stands above its name, and its number beside it."""
    shown = lines(figure(), 100)
    rows = {column: row for row, column in place(shown, "●")}
    columns = sorted(rows)
    below = shown[max(rows.values()) + 1 :]

    assert len(columns) == 5
    website, shop, day, service, bill = (rows[column] for column in columns)
    assert day < website < shop < service < bill
    assert day == 1  # ten of ten: the first row under the phases
    names = next(line for line in below if "Website" in line)
    for column, name in zip(columns, ("Website", "Shop", "First", "Customer", "Bill"), strict=True):
        start = names.index(name)
        assert start - 1 <= column <= start + len(name) + 3
    assert any(line.split() == ["peak", "end"] for line in below)


def test_neutral_lies_between_good_and_bad() -> None:
    """A line across, with its number on the axis."""
    shown = lines(figure(), 100)
    (neutral,) = [at for at, line in enumerate(shown[:-1]) if "┄" in line]

    assert shown[neutral].startswith("5.5 │")
    assert [row < neutral for row, _ in sorted(place(shown, "●"), key=lambda it: it[1])] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_the_way_leads_from_one_mean_to_the_next() -> None:
    """Dots between the first and the last sign, and nowhere else."""
    shown = lines(figure(), 100)
    signs = sorted(column for _, column in place(shown, "●"))
    dots = sorted(column for _, column in place(shown, "·"))

    assert signs[0] < dots[0]
    assert dots[-1] < signs[-1]
    assert len(dots) > 40
    for at, column in zip(range(signs[0] + 1, signs[1]), dots, strict=False):
        assert at == column


def test_a_narrow_curve_is_a_line_for_each_touchpoint() -> None:
    """Better is further right; how people leave stands behind it."""
    shown = lines(figure(), 40)
    rows = [line for line in shown if "●" in line][:5]

    website, shop, day, service, bill = (line.index("●") for line in rows)
    assert bill < service < shop < website < day
    assert [re.split(r" {2,}", line)[-1] for line in rows] == [
        "7.0", "6.0", "10.0 peak", "3.0", "1.0 end",
    ]  # fmt: skip
    phases = [line.split()[0] for line in shown if re.match(r"(Buy|Start|Use|Pay) +┊$", line)]
    assert phases == ["Buy", "Start", "Use", "Pay"]


@pytest.mark.parametrize("length", [1, 12, 18, 19, 20, 24, 30, 60])
def test_neutral_runs_on_behind_a_phase_that_leaves_it_room(length: int) -> None:
    """In one column from the first touchpoint to the last."""
    shown = lines(figure(("P" * length,) * 5), 40)
    columns = {line.index("┊") for line in shown[:-1] if "┊" in line}

    assert len(columns) == 1
    assert sum("P" in line for line in shown) == (2 if length > 40 else 1)


def test_phases_stand_above_their_touchpoints() -> None:
    """With a line as far as the last of them."""
    head, *shown = lines(figure(), 100)
    starts = [head.index(phase) for phase in ("Buy", "Start", "Use", "Pay")]
    signs = sorted(column for _, column in place(shown, "●"))

    assert starts[0] < signs[0] < signs[1] < starts[1] < signs[2] < starts[2] < signs[3] < starts[3]
    assert re.match(r" +Buy ─+ Start ─+ Use ─+ Pay ─+$", head)
    assert {after - before for before, after in pairwise(starts)} == {19, 38}  # a place, and two


def test_a_name_that_has_no_room_below_the_curve_turns_it() -> None:
    """A line for each touchpoint then, so that no word of a name is broken."""
    of = figure()
    long = replace(of, stops=(replace(of.stops[0], label="Klantenservice"), *of.stops[1:]))

    assert "│" in "".join(lines(of, 70))
    assert "│" not in "".join(lines(long, 70))
    assert "Klantenservice" in "".join(lines(long, 70))


def test_nobody_asked_before_is_no_sign_of_before() -> None:
    """Neither in the curve nor in its legend."""
    of = figure()
    after = replace(of, stops=tuple(replace(stop, before=None) for stop in of.stops))
    for width in (40, 100):
        assert "○" in "".join(lines(of, width))
        assert "○" not in "".join(lines(after, width))
        assert lines(after, width)[-1].startswith("● After   ")


def test_only_before_is_drawn_too() -> None:
    """Without a way between, as nothing leads from one to the other."""
    of = figure()
    before = replace(of, stops=tuple(replace(stop, after=None) for stop in of.stops if stop.before))
    for width in (40, 100):
        shown = lines(before, width)
        assert "●" not in "".join(shown)
        assert "·" not in "".join(shown)
        assert "5.0" in " ".join(shown)


def test_one_touchpoint_and_a_mean_of_one_person_are_drawn() -> None:
    """No curve, no interval, no mistake."""
    of = figure()
    lone = Felt(4.0, (nan, nan), "4.0")
    for stops in (of.stops[:1], (replace(of.stops[0], after=lone), of.stops[1])):
        for width in WIDTHS:
            shown = lines(replace(of, stops=stops), width)
            assert widest(shown) <= width
            assert any("●" in line for line in shown)


def test_intervals_are_as_long_as_they_are() -> None:
    """A wide one takes more cells; one that nobody knows takes none."""
    of = figure(("",) * 5)

    def cells(interval: tuple[float, float], width: int, sign: str) -> int:
        stop = replace(of.stops[1], before=None, after=Felt(6.0, interval, "6.0"))
        shown = lines(replace(of, stops=(stop, *of.stops[1:])), width)
        if width < 60:  # a line for each touchpoint, the first below the ends of the scale
            return shown[1].count(sign)
        (first, *_) = sorted(column for _, column in place(shown, "●"))
        return sum(line[first : first + 1] == sign for line in shown[:-1])

    for width, sign in ((40, "─"), (100, "│")):
        wide, narrow = cells((3.0, 9.0), width, sign), cells((5.5, 6.5), width, sign)
        assert wide > narrow
        assert cells((nan, nan), width, sign) == 0
        assert wide >= 5


def test_without_unicode_only_plain_signs_are_drawn() -> None:
    """The same curve."""
    for width in (40, 100):
        shown = lines(figure(), width, unicode=False)
        assert all(ord(char) < 128 for line in shown for char in line)
        assert sum(line.count("#") for line in shown[:-1]) == 5


def test_means_are_bold_and_the_rest_is_quiet() -> None:
    """In a terminal; in a pipe there is no style."""
    shown = printed(curve_view(figure(), 100), 100, colour_terminal())

    assert "\x1b[1m●" in shown
    assert "\x1b[2m○" in shown
    assert "\x1b" not in printed(curve_view(figure(), 100), 100)


@pytest.mark.parametrize("name", ["everything", "before only", "six people", "weighted"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_curve_of_a_journey_is_drawn_at_any_width(name: str, lang: str) -> None:
    """From the survey to the screen."""
    of = curve_figure(journey_of(name), words(lang))
    for width in WIDTHS:
        shown = lines(of, width)
        assert widest(shown) <= width
        for stop in of.stops:
            assert any(stop.label in line for line in shown)
