"""One journey in every format: each number is that of the result, rounded the same way."""

import io
from collections.abc import Callable

import pytest

from kano_cli.journey.record import CurvePoint, JourneyResult, Measured
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices
from kano_cli.report.words import words
from tests.renderers.report_xlsx.opened import opened
from tests.renderers.test_same_numbers import (
    Row,
    docx_rows,
    holds,
    html_rows,
    markdown_rows,
    pptx_rows,
    printed,
)
from tests.report.document.journeys import told


def made(code: str = "nl") -> Document:
    """The report of the journey."""
    return document(told(), words(code))


def journey() -> JourneyResult:
    """What it says."""
    found = told().journey
    assert found is not None
    assert found.curve is not None
    return found


def points() -> tuple[CurvePoint, ...]:
    """The touchpoints of its curve."""
    curve = journey().curve
    assert curve is not None
    return curve.points


def shown(it: Measured | None, *, sign: bool = False) -> list[str]:
    """A mean, its interval and its base as they are printed."""
    if it is None:
        return ["–", "–", "–"]
    mean = printed(it.mean.mean, 1)
    low, high = (printed(end, 1) for end in it.interval)
    plus = "+" if sign and it.mean.mean > 0 else ""
    return [plus + mean, f"{low} tot {high}", str(int(it.mean.n))]


@pytest.mark.parametrize("read", [html_rows, markdown_rows, docx_rows, pptx_rows])
def test_every_page_holds_the_numbers_of_the_journey(
    read: Callable[[Document], list[Row]],
) -> None:
    """The curve touchpoint by touchpoint, the plan, recommendation and who got what."""
    rows = [[" ".join(cell.split()) for cell in row] for row in read(made())]

    for point in points():
        assert [point.touchpoint, *shown(point.before), *shown(point.after)] in rows
        if point.lift:
            assert [point.touchpoint, *shown(point.lift, sign=True)] in rows
    for each in journey().excel:
        low, high = map(printed, each.feature.better_interval)
        rest = ["100", printed(each.feature.better), f"{low} tot {high}"]
        assert any(
            row[:2] == [each.feature.name, each.touchpoint] and row[-3:] == rest for row in rows
        )
    score = journey().loyalty.recommendation
    assert score is not None
    low, high = (printed(end, 1) for end in score.interval)
    numbers = [printed(score.score, 1), printed(score.se, 1), f"{low} tot {high}"]
    assert any(row[:4] == ["iedereen", *numbers] for row in rows)
    got = journey().loyalty.received[0]
    difference = f"+{printed(got.difference.difference, 1)}"
    pair = [got.name, printed(got.received.score, 1)]
    assert any(row[:2] == pair and difference in row for row in rows)


def test_the_workbook_holds_them_unrounded() -> None:
    """Under the chart and in the table of numbers; the sheets of the journey follow each other."""
    from kano_cli.renderers.documents.report_xlsx import xlsx

    book = opened(xlsx(made(), told()), values=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]

    titles = [sheet.title for sheet in book]
    at = titles.index("Klantreis")
    assert titles[at : at + 5] == [
        "Klantreis", "Contactpunten", "Emotiecurve", "Loyaliteit", "Ontwerp van de wow",
    ]  # fmt: skip
    for point in points():
        assert point.after is not None
        mine = [row for row in rows if point.touchpoint in row]
        low, high = point.after.interval
        mean = point.after.mean.mean
        assert any(holds(row, [mean, mean - low, high - mean, 5.5, high]) for row in mine)
        assert any(holds(row, [mean, point.after.mean.n]) for row in mine)
        for each in filter(None, (point.before, point.lift)):
            assert any(holds(row, [each.mean.mean, each.mean.n]) for row in mine)


def test_the_native_chart_of_a_slide_holds_the_means_and_their_intervals() -> None:
    """Neutral, before, after; the labels are the printed means, with peak and end."""
    office = pytest.importorskip("pptx", reason="needs the extra office")
    from pptx.oxml.ns import qn

    from kano_cli.renderers.documents.report_pptx import pptx

    document_ = document(told(), words("nl"), Choices(sections=("journey",)))
    slides = office.Presentation(io.BytesIO(pptx(document_))).slides
    chart = next(shape.chart for slide in slides for shape in slide.shapes if shape.has_chart)
    series = {each.name: list(each.values) for each in chart.plots[0].series}
    after = [each.after for each in points()]
    before = [each.before.mean.mean if each.before else None for each in points()]

    assert list(series) == ["neutraal (5.5)", "Ervoor", "Erna", "Erna +"]
    assert series["Erna"] == [each and each.mean.mean for each in after]
    assert series["Ervoor"] == before
    assert set(series["neutraal (5.5)"]) == {5.5}
    assert [c.label for c in chart.plots[0].categories] == [each.touchpoint for each in points()]
    assert [level[0] for level in chart.plots[0].categories.flattened_labels][2:4] == [
        "Kopen en aansluiten"
    ] * 2
    element = list(chart.element.iter(qn("c:ser")))[2]
    bars = next(element.iter(qn("c:errBars")))
    plus = [float(v.text) for v in bars.find(qn("c:plus")).iter(qn("c:v"))]
    assert plus == pytest.approx([e.interval[1] - e.mean.mean for e in after if e])
    labels = [t.text for t in list(chart.element.iter(qn("c:ser")))[3].iter(qn("a:t"))]
    assert labels == [
        f"{'piek en einde ' if at == 6 else ''}{printed(each.mean.mean, 1)}"
        for at, each in enumerate(after)
        if each
    ]
    assert slides[1].shapes.title.text.startswith("Excelleer met Persoonlijk bedankje")


def test_word_has_the_curve_as_a_picture_with_its_means_in_words() -> None:
    """Where nothing can draw one it has a table of its means."""
    office = pytest.importorskip("docx", reason="needs the extra office")
    pytest.importorskip("resvg_py", reason="needs the extra png")
    from kano_cli.renderers.documents.report_docx import docx
    from kano_cli.renderers.documents.report_docx.figures import figure_tables
    from kano_cli.report.document.blocks import FigureBlock

    chosen = document(told(), words("nl"), Choices(sections=("journey",)))
    opened_ = office.Document(io.BytesIO(docx(chosen)))
    drawings = opened_.element.xpath("//wp:docPr/@descr")
    block = next(b for b in chosen.sections[0].blocks if isinstance(b, FigureBlock))

    assert drawings == [block.alt]
    assert "Verlengingsgesprek met adviseur" in block.alt
    assert "(piek en einde)" in block.alt
    rows = [[cell.text for cell in row] for row in next(figure_tables(block)).rows]
    first = points()[0]
    means = (shown(each)[0] for each in (first.before, first.after))
    assert rows[0] == [first.touchpoint, *means, ""]
    assert rows[1][1] == "–"
    assert rows[-1][3] == "piek en einde"
