"""Native charts: what they say to those who cannot see them, and where their labels stand."""

import re
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx.labels import _box, _overlap, placed_labels
from kano_cli.report.document.blocks import Document, FigureBlock
from tests.renderers.report_xlsx.opened import large_bytes, parts, small_bytes
from tests.report.document.made import large, small, small_study

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def figures(report: Document) -> list[FigureBlock]:
    """The figures of a report."""
    return [b for s in report.sections for b in s.blocks if isinstance(b, FigureBlock)]


def test_every_chart_says_in_words_what_it_shows() -> None:
    """The text of the report, for a screen reader."""
    told = [
        description
        for drawing in parts(small_bytes(), r"drawings/drawing\d+\.xml$").values()
        for description in re.findall(r'descr="([^"]*)"', drawing)
    ]
    wanted = figures(small())
    assert len(wanted) >= 4
    assert len(told) >= len(wanted)
    for block in wanted:
        alt = " ".join(visible(block.alt).split())
        assert any(text.startswith(alt[:40].replace("&", "&amp;")) for text in told)


def labels(chart: str) -> list[str]:
    """The literal labels of a chart's points."""
    return [
        "".join(text.text or "" for text in label.iter(f"{A}t"))
        for label in fromstring(chart).iter(f"{C}dLbl")  # noqa: S314
        if label.find(f"{C}tx") is not None
    ]


def test_the_points_of_the_map_are_named() -> None:
    """Literally: a label that is a formula shows numbers in some programs."""
    scatter = [c for c in parts(small_bytes(), r"charts/chart\d+\.xml$").values() if "scatter" in c]
    assert len(scatter) == 2
    names = {f.name for f in small_study().result.features if f.classified}
    for chart in scatter:
        assert names <= set(labels(chart))
        # Each on the side where it has room.
        assert {"t", "l"} <= set(re.findall(r'<c:dLbl>.*?<c:dLblPos val="(\w+)"', chart))
        assert "c:strRef" not in "".join(re.findall(r"<c:dLbl>.*?</c:dLbl>", chart))


def test_no_name_becomes_an_address_in_a_chart() -> None:
    """Forty features, some of which look like formulas."""
    for chart in parts(large_bytes(), r"charts/chart\d+\.xml$").values():
        for address in re.findall(r"<c:f>(.*?)</c:f>", chart):
            assert re.fullmatch(r"'[^']+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+", address)


def test_only_winners_carry_their_share() -> None:
    """In the bars of a feature all labels but one are taken away."""
    bars = next(c for c in parts(small_bytes(), r"charts/chart\d+\.xml$").values() if "barDir" in c)
    series = re.findall(r"<c:ser>.*?</c:ser>", bars)
    points = int(re.findall(r'<c:ptCount val="(\d+)"', series[0])[0])
    gone = sum(one.count('<c:delete val="1"/>') for one in series)

    assert len(series) == 6
    assert gone == 6 * points - points


def test_a_report_of_forty_features_has_all_its_figures() -> None:
    """The bars of many features go into several charts."""
    charts = parts(large_bytes(), r"charts/chart\d+\.xml$")
    assert len(charts) > len(figures(large()))


POINTS = st.lists(
    st.tuples(st.integers(0, 780), st.integers(0, 400), st.integers(1, 60)), max_size=30
)


@given(POINTS)
def test_names_never_lie_over_each_other(points: list[tuple[int, int, int]]) -> None:
    """A name without room is a number; a number may touch where everything is full."""
    at = [(float(x), float(y)) for x, y, _ in points]
    found = placed_labels(at, ["x" * length for _, _, length in points], (790, 410))
    boxes = [
        _box(point, label.text, label.side)
        for place, (point, label) in enumerate(zip(at, found, strict=True), 1)
        if label.text != str(place)
    ]
    for place, box in enumerate(boxes):
        assert 0 <= box[0] <= box[2] <= 790
        assert all(not _overlap(box, other) for other in boxes[:place])


def test_points_far_apart_all_have_their_names() -> None:
    """Numbers are for those without room only."""
    at = [(100.0 + 200 * (n % 4), 40.0 + 60 * (n // 4)) for n in range(12)]
    names = [f"feature {n}" for n in range(12)]
    assert [label.text for label in placed_labels(at, names, (1000, 400))] == names
