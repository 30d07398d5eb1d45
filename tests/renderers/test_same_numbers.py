"""One survey in every format: each number is that of the JSON, rounded the same way."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from kano_cli.analysis import analyse, load_questionnaire, settings_of
from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.renderers.data.json import as_record
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.words import words
from tests.commands.process import DUTCH, ENGLISH
from tests.renderers.report_xlsx.opened import opened

SAMPLES = {"saas-en": (ENGLISH, "en"), "mobile-provider-nl": (DUTCH, "nl")}
Row = Sequence[str]


@cache
def study_of(sample: str) -> Study:
    """A sample as `kano report` reads it."""
    folder, _ = SAMPLES[sample]
    asked = load_questionnaire(folder / "questionnaire.yaml")
    survey = read_survey(folder / "survey.csv", ReadOptions(asked))
    settings = settings_of(None, "mode", "category", 0.95, asked)
    return Study(analyse(survey, settings), survey, questionnaire=asked)


def document_of(sample: str) -> Document:
    """The report of a sample."""
    return document(study_of(sample), words(SAMPLES[sample][1]))


def printed(value: float, places: int = 2) -> str:
    """A number of the JSON with fixed decimals and a real minus."""
    return f"{value:.{places}f}".replace("-", "−")


def expected(sample: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Of each feature its name, what its row of the ranking holds, and that of the counts."""
    to = words(SAMPLES[sample][1])("compare", "ends", low="", high="").strip()
    for feature in as_record(study_of(sample).result)["features"]:
        low, high = map(printed, feature["better_interval"])
        far, close = map(printed, feature["worse_interval"])
        sure = feature["certainty"]
        ranked = [
            "> 99 %" if sure > 0.99 else f"{100 * sure:.0f} %",
            printed(feature["better"]),
            f"{low} {to} {high}",
            printed(feature["worse"]),
            f"{far} {to} {close}",
            str(feature["answered"]),
        ]
        if feature["importance"]:
            ranked.append(printed(feature["importance"]["mean"], 1))
        counts = [str(feature["counts"][word]) for word in CATEGORY_WORDS]
        shares = [f"{100 * feature['shares'][word]:.0f} %" for word in CATEGORY_WORDS]
        yield feature["name"], ranked, [*counts, *shares]


class Tables(HTMLParser):
    """The rows of all tables of a page."""

    def __init__(self) -> None:
        """No row yet."""
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ANN401, ARG002
        """A row or a cell begins."""
        if tag == "tr":
            self.rows.append([])
        self.inside = tag in ("td", "th") or (self.inside and tag not in ("tr", "table"))
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self.inside:
            self.rows[-1][-1] += data


def html_rows(made: Document) -> list[Row]:
    """The tables of the page."""
    from kano_cli.renderers.documents.report_html import html

    tables = Tables()
    tables.feed(html(made))
    return list(tables.rows)


def markdown_rows(made: Document) -> list[Row]:
    """The tables of the Markdown, without what keeps signs from doing something."""
    from kano_cli.renderers.documents.report_markdown import markdown

    lines = [line for line in markdown(made).splitlines() if line.startswith("| ")]
    return [
        [re.sub(r"\\(.)", r"\1", cell).strip(" *") for cell in line.strip("| ").split(" | ")]
        for line in lines
    ]


def docx_rows(made: Document) -> list[Row]:
    """The tables of the Word document."""
    office = pytest.importorskip("docx", reason="needs the extra office")
    from kano_cli.renderers.documents.report_docx import docx

    tables = office.Document(io.BytesIO(docx(made))).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def pptx_rows(made: Document) -> list[Row]:
    """The tables of all slides."""
    office = pytest.importorskip("pptx", reason="needs the extra office")
    from kano_cli.renderers.documents.report_pptx import pptx

    return [
        [cell.text for cell in row.cells]
        for slide in office.Presentation(io.BytesIO(pptx(made))).slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]


def told(rows: Sequence[Row], name: str) -> list[list[str]]:
    """The cells of each row of a feature, with plain spaces."""
    found = [[" ".join(cell.split()) for cell in row] for row in rows]
    return [row for row in found if name in row]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("read", [html_rows, markdown_rows, docx_rows, pptx_rows])
def test_every_page_holds_the_numbers_of_the_json(
    read: Callable[[Document], list[Row]], sample: str
) -> None:
    """Ranking and counts of every feature, each in one row, as printed."""
    rows = read(document_of(sample))

    for name, ranked, counts in expected(sample):
        mine = told(rows, name)
        assert any(set(ranked) <= set(row) for row in mine), (name, ranked, mine)
        six, shares = counts[:6], counts[6:]
        held = [row[1:7] == six and row[7:13] == shares for row in mine]
        assert any(held), (name, counts, mine)


def holds(row: Sequence[object], wanted: Sequence[float]) -> bool:
    """Whether a row of a sheet has all these numbers, to the digits that a workbook keeps."""
    numbers = [cell for cell in row if isinstance(cell, int | float)]
    return all(any(cell == pytest.approx(each, rel=1e-14) for cell in numbers) for each in wanted)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_workbook_holds_them_unrounded(sample: str) -> None:
    """Numbers as numbers."""
    from kano_cli.renderers.documents.report_xlsx import xlsx

    book = opened(xlsx(document_of(sample), study_of(sample)), values=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    for feature in as_record(study_of(sample).result)["features"]:
        mine = [row for row in rows if feature["name"] in row]
        ranked = [feature[key] for key in ("better", "worse", "certainty", "answered")]
        counts = [feature["counts"][word] for word in CATEGORY_WORDS]
        assert any(holds(row, ranked) for row in mine), feature["name"]
        assert any(holds(row, [*counts, feature["classified"]]) for row in mine), feature["name"]
