"""The map: each feature one mark and one label, none on another, bars where the numbers say."""

import re
from dataclasses import replace
from math import nan
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.marks import LEAST_AREA, MOST_AREA, USUAL_AREA, area
from kano_cli.renderers.charts.svg import svg
from kano_cli.report.document.figures import MapFigure
from tests.renderers.charts.drawn import DrawnMap, overlapping, read_map
from tests.renderers.charts.figures import NAMES, STRANGE, map_of, parsed, shown_texts, spread

CASES: dict[str, MapFigure] = {
    "none": map_of([]),
    "one": map_of([(0.7, 0.3)]),
    "nine": map_of(spread(9)),
    "nine close together": map_of(spread(9, (0.8, 0.3), 0.07), sizes=(0.3, 0.6, 1.0)),
    "forty": map_of(spread(40), sizes=(0.2, 0.9)),
    "sixty at one spot": map_of([(0.6, 0.6)] * 60, sizes=(0.2, 0.5, 0.9, None)),
    "sixty in a corner": map_of([(1.0, 1.0)] * 60),
    "sixty in a cloud": map_of(spread(60, (0.55, 0.6), 0.06), sizes=(0.1, 0.5, 0.9)),
    "sixty everywhere": map_of(spread(60)),
    "at the edges": map_of([(0, 0), (1, 1), (0, 1), (1, 0), (1, 0.5), (0.5, 0)], sizes=(1.0,)),
    "strange names": map_of(spread(20), STRANGE),
    "two names at one spot": map_of([(0.5, 0.5), (0.5, 0.5), (0.1, 0.1)]),
}


def nothing_overlaps(drawn: DrawnMap) -> None:
    """Labels are inside the frame, and on no mark, no other label and no name of a quarter."""
    labels = [(key, box) for key, boxes in drawn.labels.items() for box in boxes]
    assert [box for _, box in labels if not drawn.frame.holds(box)] == []
    assert overlapping(labels) == []
    on_marks = [
        (key, mark)
        for key, label in labels
        for mark, box in drawn.marks.items()
        if label.grown(-0.05).touches(box)
    ]
    assert on_marks == []
    assert [k for k, label in labels for q in drawn.quarters if label.grown(-0.05).touches(q)] == []


@pytest.mark.parametrize("width", [420, 800, 1600])
@pytest.mark.parametrize("case", CASES)
def test_every_feature_has_a_mark_and_a_label_and_nothing_overlaps(case: str, width: int) -> None:
    """Whatever the features are, and however wide the picture."""
    figure = CASES[case]
    drawn = read_map(svg(figure, width=width))

    assert set(drawn.marks) == set(drawn.labels) == {point.id for point in figure.points}
    nothing_overlaps(drawn)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1)) | st.sampled_from([(0.0, 0.0), (0.5, 0.5)]),
        max_size=40,
    ),
    st.integers(320, 1200),
    st.sampled_from([(None,), (0.1, 1.0)]),
)
def test_labels_never_overlap_wherever_the_points_are(
    places: list[tuple[float, float]], width: int, sizes: tuple[float | None, ...]
) -> None:
    """Random places, random widths."""
    drawn = read_map(svg(map_of(places, NAMES, sizes=sizes), width=width))

    assert len(drawn.marks) == len(drawn.labels) == len(places)
    nothing_overlaps(drawn)


def test_marks_and_interval_bars_stand_where_the_numbers_say() -> None:
    """Read back through the ticks of the axes, to a tenth of a pixel."""
    figure = map_of(spread(9), half=0.08)
    text = svg(figure, width=900)
    drawn = read_map(text)
    left, right = _tick(text, "0.00", across=True), _tick(text, "1.00", across=True)
    bottom, top = _tick(text, "0.00", across=False), _tick(text, "1.00", across=False)

    for point in figure.points:
        x, y = left + point.x * (right - left), bottom + point.y * (top - bottom)
        across, down = drawn.intervals[point.id]
        ends = [left + end * (right - left) for end in point.x_interval]
        assert across == pytest.approx((ends[0], y, ends[1], y), abs=0.1)
        ends = [bottom + end * (top - bottom) for end in point.y_interval]
        assert down == pytest.approx((x, ends[1], x, ends[0]), abs=0.1)
        assert drawn.marks[point.id].grown(0.1).holds(Box(x, y, x, y))


def _tick(text: str, label: str, *, across: bool) -> float:
    """Where the tick of a number stands: under the frame, or beside it."""
    found = [
        each
        for each in parsed(text).iter("{http://www.w3.org/2000/svg}text")
        if each.text == label and (each.get("text-anchor") == "middle") is across
    ]
    assert len(found) == 1
    return float(found[0].get("x", "")) if across else float(found[0].get("y", "")) - 4


def test_importance_is_area() -> None:
    """Twice as important, twice as much ink; never too small to see, never beyond the largest."""
    assert area(1.0) == MOST_AREA
    assert area(0.8) == pytest.approx(2 * area(0.4))
    assert area(0.0) == LEAST_AREA
    assert area(None) == area(nan) == USUAL_AREA


def test_a_square_covers_the_area_of_its_importance() -> None:
    """Measured in the drawing."""
    drawn = read_map(svg(map_of([(0.2, 0.2)], sizes=(0.5,))))
    box = drawn.marks["f0"]

    assert (box.right - box.left) * (box.bottom - box.top) == pytest.approx(MOST_AREA / 2, rel=0.01)


def test_a_label_that_moved_away_has_a_line_from_its_mark() -> None:
    """From the edge of a mark to the edge of a label."""
    drawn = read_map(svg(CASES["nine close together"], width=800))

    assert drawn.leaders
    for x1, y1, x2, y2 in drawn.leaders:
        assert any(box.grown(5).holds(Box(x1, y1, x1, y1)) for box in drawn.marks.values())
        assert any(
            box.grown(6).holds(Box(x2, y2, x2, y2))
            for boxes in drawn.labels.values()
            for box in boxes
        )


def test_names_stand_in_the_map_where_there_is_room_and_in_a_key_where_not() -> None:
    """Then a number stands for each, in the order of the figure."""
    few, many = svg(CASES["nine"], width=800), svg(CASES["sixty at one spot"], width=800)

    assert "kc-key" not in few
    assert "Stable connection" in shown_texts(parsed(few))
    texts = shown_texts(parsed(many))
    assert [texts.count(str(at)) for at in range(1, 61)] == [2] * 60
    assert texts.count("Stable connection") == 7


def test_the_four_quarters_are_named() -> None:
    """In their own corners."""
    drawn = read_map(svg(CASES["nine"]))
    middle = drawn.frame.middle

    assert [(box.middle[0] > middle[0], box.middle[1] < middle[1]) for box in drawn.quarters] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


def _outline(shape: Element) -> tuple[str, int, str]:
    """A shape without its place: what it is, its corners, and how its line is drawn."""
    steps = re.sub(r"[\d. ]", "", shape.get("d", ""))
    return shape.tag, len(shape.get("points", "").split()), steps


def test_each_category_has_a_shape_of_its_own() -> None:
    """Told apart without colour: by the corners, or by the line that is drawn."""
    root = parsed(svg(map_of([(0.1 * at + 0.1, 0.5) for at in range(6)])))
    shapes = {tuple(map(_outline, element)) for element in root.iter() if element.get("data-mark")}

    assert len(shapes) == len(Category)


def test_an_undecided_feature_is_hollow() -> None:
    """Filled with paper."""
    root = parsed(svg(map_of(spread(4))))
    hollow = {
        element.get("data-mark"): "kc-hollow" in (element[-1].get("class") or "")
        for element in root.iter()
        if element.get("data-mark")
    }

    assert hollow == {"f0": False, "f1": False, "f2": False, "f3": True}


def test_a_point_without_a_place_is_left_out_and_one_without_intervals_has_no_bars() -> None:
    """A number that does not exist draws nothing."""
    figure = map_of(spread(3))
    first, second, third = figure.points
    broken = (
        replace(first, x=nan),
        replace(second, x_interval=(nan, nan)),
        third,
    )
    drawn = read_map(svg(replace(figure, points=broken)))

    assert set(drawn.marks) == {"f1", "f2"}
    assert set(drawn.intervals) == {"f2"}
