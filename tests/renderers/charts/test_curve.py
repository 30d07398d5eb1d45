"""The emotion curve as SVG: marks where the numbers are, names that can all be read."""

import itertools
import re
from dataclasses import replace
from math import cos, nan, radians, sin
from xml.etree.ElementTree import Element

import pytest

from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.lettering import text_width
from kano_cli.renderers.charts.svg import svg
from kano_cli.renderers.charts.themes import ROLES
from kano_cli.report.document.figures import Axis, CurveFigure, CurveStop, Felt, Turn
from tests.renderers.charts.drawn import overlapping, text_box
from tests.renderers.charts.figures import SVG, parsed

NAMES = (
    "Oriënteren op de website", "Vergelijkingssites raadplegen", "Advies in de winkel",
    "Abonnement afsluiten", "Ontvangst van de simkaart", "Nummerbehoud regelen",
    "Eerste keer bellen", "Klantenservicemedewerker spreken", "Storingsmelding ontvangen",
    "Maandelijkse factuur", "Loyaliteitsprogramma", "Verlengingsgesprek met adviseur",
)  # fmt: skip
PHASES = ("Oriënteren",) * 3 + ("Kopen en aansluiten",) * 4 + ("Gebruiken",) * 3 + ("Blijven",) * 2
MEANS = (6.4, 6.9, 8.3, 7.4, 7.0, 4.4, 7.7, 5.9, 3.1, 5.2, 7.1, 9.4)


def felt(mean: float) -> Felt:
    """A mean with an interval of half a point at both sides, on the scale."""
    return Felt(mean, (max(1, mean - 0.5), min(10, mean + 0.5)), f"{mean:.1f}")


def figure(stops: int = 12, *, before: bool = True) -> CurveFigure:
    """A curve of so many touchpoints, of which every other one was rated before, too."""
    made = tuple(
        CurveStop(
            NAMES[at],
            PHASES[at],
            felt(MEANS[at] - 0.8) if before and at % 2 == 0 else None,
            felt(MEANS[at]),
            Turn.END if at == stops - 1 else Turn.PEAK if at == 2 else Turn.NONE,
            "einde" if at == stops - 1 else "piek" if at == 2 else "",
            f"{NAMES[at]}: verteld",
        )
        for at in range(stops)
    )
    axis = Axis("gevoel, van 1 tot 10", 1, 10, 5.5)
    return CurveFigure("De emotiecurve", axis, made, "neutraal (5.5)", "Ervoor", "Erna")


def dots(drawn: str, kind: str) -> list[Element]:
    """The marks of a kind, without that of the legend, which comes first."""
    return [each for each in parsed(drawn).iter() if each.get("data-felt") == kind][1:]


def names(drawn: str) -> Element:
    """The names under the plot."""
    return next(each for each in parsed(drawn).iter() if each.get("class") == "kc-names")


@pytest.mark.parametrize(("width", "along"), [(900, "cy"), (340, "cx")])
def test_a_mark_stands_where_its_mean_is(width: int, along: str) -> None:
    """After and before on one scale, neutral between 5 and 6, on a desk and on a phone."""
    drawn = svg(figure(), width=width)
    after = [float(each.get(along, "")) for each in dots(drawn, "after")]
    before = [float(each.get(along, "")) for each in dots(drawn, "before")]
    per_point = (after[11] - after[8]) / (MEANS[11] - MEANS[8])

    for place, mean in zip(after, MEANS, strict=True):
        assert place == pytest.approx(after[0] + (mean - MEANS[0]) * per_point, abs=0.05)
    for place, mean in zip(before, MEANS[::2], strict=True):
        assert place == pytest.approx(after[0] + (mean - 0.8 - MEANS[0]) * per_point, abs=0.05)
    line = next(each for each in parsed(drawn).iter() if each.get("data-neutral"))
    neutral = float(line.get("y1" if width == 900 else "x1", ""))
    assert neutral == pytest.approx(after[0] + (5.5 - MEANS[0]) * per_point, abs=0.05)
    assert line.get("stroke-dasharray")


def test_an_interval_is_as_long_as_the_number_says_and_one_that_is_not_there_is_not_drawn() -> None:
    """One person has a mean and no interval."""
    alone = figure(4, before=False)
    stops = list(alone.stops)
    stops[1] = replace(stops[1], after=Felt(6.9, (nan, nan), "6.9"))
    drawn = svg(replace(alone, stops=tuple(stops)))
    bars = [each.get("d", "") for each in parsed(drawn).iter() if each.get("data-interval")]
    ys = [float(each.get("cy", "")) for each in dots(drawn, "after")]
    per_point = (ys[0] - ys[2]) / (MEANS[2] - MEANS[0])

    assert len(bars) == 3
    found = re.match(r"M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)", bars[0])
    assert found is not None
    low, high = map(float, found.groups())
    assert low - high == pytest.approx(per_point, abs=0.05)
    assert "nan" not in drawn


@pytest.mark.parametrize("width", [700, 760, 900, 920, 1400])
@pytest.mark.parametrize("stops", [3, 7, 12])
def test_names_are_whole_and_no_two_overlap(width: int, stops: int) -> None:
    """Twelve long ones are tilted: their lines then stay within their own strip."""
    drawn = svg(figure(stops), width=width)
    group = names(drawn)
    said = [" ".join(text.itertext()) for text in group.iter(f"{SVG}text")]

    assert " ".join(said) == " ".join(NAMES[:stops])
    tilted = [each for each in group if each.get("transform")]
    if not tilted:
        boxes = [(str(at), text_box(text)) for at, text in enumerate(group.iter(f"{SVG}text"))]
        assert not overlapping(boxes)
        return
    assert len(tilted) == stops
    anchors = []
    for each in tilted:
        found = re.match(r"translate\(([\d.]+) ([\d.]+)\) rotate\(-38\)", each.get("transform", ""))
        assert found is not None
        x, lines = float(found[1]), list(each.iter(f"{SVG}text"))
        # The left end of a name stays on the drawing.
        widest = max(text_width("".join(line.itertext()), 12) for line in lines)
        assert x - widest * cos(radians(38)) > 0
        anchors.append((x, len(lines) * 15.0))
    for (one, deep), (other, _) in itertools.pairwise(anchors):
        assert (other - one) * sin(radians(38)) >= deep - 3


@pytest.mark.parametrize("width", [340, 700, 900, 1400])
def test_peak_and_end_are_marked_and_no_number_lies_on_another(width: int) -> None:
    """Nothing leaves the drawing either."""
    drawn = svg(figure(), width=width)
    root = parsed(drawn)
    turns = [
        (each.get("data-turn"), "".join(each.itertext()))
        for each in root.iter()
        if each.get("data-turn")
    ]
    marks = [
        (str(at), text_box(text))
        for at, stop in enumerate(each for each in root.iter() if each.get("data-stop"))
        for text in stop.iter(f"{SVG}text")
        if text.get("font-weight")
    ]

    assert turns == [("peak", "piek"), ("end", "einde")]
    assert not overlapping(marks)
    high = float(root.get("height", ""))
    for _, box in marks:
        assert Box(0, 0, width, high).holds(box)
    assert any("verteld" in "".join(each.itertext()) for each in root.iter(f"{SVG}title"))


@pytest.mark.parametrize("width", [340, 900])
def test_phases_are_bands_that_follow_each_other(width: int) -> None:
    """Without phases there are none."""
    bands = [each for each in parsed(svg(figure(), width=width)).iter() if each.get("data-phase")]
    start, size = ("x", "width") if width == 900 else ("y", "height")
    ends = [(float(b.get(start, "")), float(b.get(size, ""))) for b in bands]

    assert len(bands) == 4
    for (at, long), (following, _) in itertools.pairwise(ends):
        assert at + long == pytest.approx(following, abs=0.05)
    plain = replace(figure(), stops=tuple(replace(s, phase="") for s in figure().stops))
    assert "data-phase" not in svg(plain, width=width)
    assert all(phase in svg(figure(), width=width) for phase in set(PHASES))


def test_what_nobody_rated_before_is_not_in_the_legend() -> None:
    """And touchpoints stand in the middle of their place then."""
    assert "Ervoor" in svg(figure())
    plain = svg(figure(before=False))
    assert "Ervoor" not in plain
    assert not dots(plain, "before")
    assert dots(svg(figure()), "before")[0].get("fill") == ROLES["hollow"].light


def test_the_dark_theme_has_light_ink() -> None:
    """Marks and line."""
    drawn = svg(figure(), theme="dark")

    assert all(each.get("fill") == ROLES["text"].dark for each in dots(drawn, "after"))
    assert ROLES["text"].light not in drawn


def test_a_curve_that_was_only_rated_before_has_marks_and_no_line() -> None:
    """A journey of one touchpoint draws, too."""
    only = tuple(replace(s, after=None, mark="", turn=Turn.NONE) for s in figure().stops)
    drawn = svg(replace(figure(), stops=only))

    assert len(dots(drawn, "before")) == 6
    assert "data-curve" not in drawn
    assert len(dots(svg(figure(1)), "after")) == 1


def test_hostile_names_stay_text() -> None:
    """In a level name, a tilted one and a phase."""
    bad = "<script>alert(1)</script> & \u202edrow"
    stops = tuple(replace(s, label=bad, phase=bad, told=bad) for s in figure().stops)
    for width in (340, 900):
        drawn = svg(replace(figure(), stops=stops), width=width)
        assert "<script" not in drawn
        assert "\u202e" not in drawn
        parsed(drawn)
