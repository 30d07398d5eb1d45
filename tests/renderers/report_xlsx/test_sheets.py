"""The sheets of the workbook: what stands on them, as real numbers that can be filtered."""

from dataclasses import replace

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kano_cli.analysis import analyse
from kano_cli.core.categories import Category
from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx import xlsx
from kano_cli.report.document.blocks import (
    Document,
    Facts,
    Heading,
    Kind,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.glyphs import glyph
from kano_cli.report.words import words
from tests.renderers.report_xlsx.opened import (
    formulas,
    header,
    large_bytes,
    opened,
    small_bytes,
    texts,
    weighted_bytes,
    weighted_study,
)
from tests.report.document.made import choices, large, large_study, small, small_study
from tests.report.surveys import categories_of

NUMBERS = {Kind.COUNT, Kind.SHARE, Kind.COEFFICIENT, Kind.SCORE, Kind.P_VALUE}


def test_the_sheets_stand_in_the_order_of_the_report() -> None:
    """Counts and answers behind the sections that rest on them."""
    assert opened(small_bytes()).sheetnames == [
        "Samenvatting", "Rangorde", "Better-Worse-kaart", "Verdeling", "Aantallen",
        "Antwoorden 5x5", "Scores", "Segmenten", "Aantallen per segment", "Metingen",
        "Aantallen per meting", "Contactmomenten", "Per kenmerk", "Datakwaliteit", "Vragen",
        "Methode", "Bronnen",
    ]  # fmt: skip


def test_english_sheets_have_english_names() -> None:
    """And none that is left in the other language."""
    names = opened(small_bytes("en")).sheetnames
    assert names[:6] == [
        "Summary", "Ranking", "Better-Worse map", "Shares", "Counts", "Answers 5x5",
    ]  # fmt: skip
    assert not set(names) & set(opened(small_bytes()).sheetnames) - {"Scores"}


@pytest.mark.parametrize("sections", [("summary",), ("method", "questions"), ("map",)])
def test_only_the_chosen_sections_are_there(sections: tuple[str, ...]) -> None:
    """A first sheet always; counts only with what rests on them."""
    chosen = document(small_study(), words("en"), choices(sections=sections))
    names = opened(xlsx(chosen, small_study())).sheetnames
    first = {"summary": "Summary"}.get(sections[0], words("en")("report_labels", "contents"))

    assert names[0] == first
    assert ("Counts" in names) == ("map" in sections)
    assert len(names) == 1 + len(set(sections) - {"summary"}) + 2 * ("map" in sections)


def sheet_of(key: str, language: str = "nl") -> Worksheet:
    """The sheet of a section of the small report, with values."""
    title = words(language)("report_xlsx", f"sheet_{key}")
    return opened(small_bytes(language), values=True)[title]


def every_table(report: Document) -> list[tuple[str, TableBlock]]:
    """The tables of a report, each with its section; counts have a sheet of their own."""
    return [
        (section.key, block)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, TableBlock) and (section.key, block.key) != ("ranking", "counts")
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_table_has_its_numbers_as_numbers(language: str) -> None:
    """Cell by cell what the report holds, unrounded; texts as they are printed."""
    book = opened(small_bytes(language), values=True)
    told = words(language)
    tables = every_table(small(language))
    assert len(tables) > 10
    for key, block in tables:
        sheet = book[told("report_xlsx", f"sheet_{key}")]
        start = place(sheet, block)
        for down, row in enumerate(block.rows, start + 1):
            for across, (cell, column) in enumerate(zip(row, block.columns, strict=True), 1):
                found = sheet.cell(down, across).value
                if column.kind in NUMBERS and isinstance(cell.value, float | int):
                    assert found == pytest.approx(cell.value, rel=1e-15)
                elif column.kind is Kind.CATEGORY and cell.category is not None:
                    assert found == f"{glyph(cell.category)} {cell.text}"
                else:
                    assert (found or "") == cell.text


def place(sheet: Worksheet, block: TableBlock) -> int:
    """The row in which a table's header stands; its caption is above it."""
    heads = [column.heading for column in block.columns]
    for row in sheet.iter_rows(max_col=len(heads)):
        at = row[0].row or 0
        above = [sheet.cell(at - 1, 1).value] if at > 1 else []
        if [cell.value or "" for cell in row] == heads and (block.caption in ("", *above)):
            return at
    raise AssertionError(f"no table {block.key} in {sheet.title}")


def test_every_sentence_of_the_report_is_there() -> None:
    """Headings, paragraphs and facts, in the sheet of their section."""
    report = small()
    for section in report.sections:
        there = "\n".join(texts(sheet_of(section.key)))
        for block in section.blocks:
            told = {
                Heading: lambda b: [b.text],
                Paragraph: lambda b: [b.text],
                Facts: lambda b: [text for entry in b.entries for text in entry],
            }.get(type(block), lambda _: [])(block)
            for text in told:
                assert text in there


def test_numbers_read_as_the_report_prints_them() -> None:
    """Whole percents with a space, two decimals with a real minus, a p that is never 0."""
    sheet = opened(small_bytes())["Rangorde"]
    row = header(sheet, "Kenmerk")
    block = next(b for key, b in every_table(small()) if key == "ranking")
    shown = {
        column.key: sheet.cell(row + 1, at).number_format
        for at, column in enumerate(block.columns, 1)
    }
    assert shown["certainty"] == '[>0.99]"> 99 %";[<0.01]"< 1 %";0 %'
    assert shown["better"] == shown["worse"] == '0.00;"−"0.00'
    assert shown["n"] == shown["rank"] == "0"
    waves = {cell.number_format for line in opened(small_bytes())["Metingen"] for cell in line}
    assert '[<0.0001]"< 0.0001";0.0000' in waves
    assert '"+"0.00;"−"0.00;0.00' in waves


def test_the_ranking_is_frozen_filtered_and_coloured_by_rules() -> None:
    """Rules find a category by its sign, so that colours follow when rows are sorted."""
    sheet = opened(small_bytes())["Rangorde"]
    row = header(sheet, "Kenmerk")
    columns = len(next(b for key, b in every_table(small()) if key == "ranking").columns)
    rules = [rule for where in sheet.conditional_formatting for rule in where.rules]

    assert sheet.freeze_panes == f"A{row + 1}"
    last = f"{get_column_letter(columns)}{row + len(small_study().result.features)}"
    assert sheet.auto_filter.ref == f"A{row}:{last}"
    assert [rule.text for rule in rules if rule.type == "beginsWith"] == [
        glyph(category) for category in Category
    ]
    assert "dataBar" in {rule.type for rule in rules}


def test_a_long_table_prints_its_header_on_each_page() -> None:
    """Landscape on A4, as wide as the page; a short table needs no second header."""
    long, short = opened(large_bytes())["Rangorde"], opened(small_bytes())["Rangorde"]
    row = header(long, "Kenmerk")
    for sheet in (long, short):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert long.print_title_rows == f"${row}:${row}"
    assert short.print_title_rows is None


def test_a_group_that_is_too_small_has_no_counts() -> None:
    """Nor can they be had from those of everybody: then the sheet is not there."""
    study, report = small_study(), small()
    shown = opened(xlsx(report, study, min_group=5)).sheetnames
    hidden = opened(xlsx(report, study, min_group=66)).sheetnames

    assert "Aantallen per segment" in shown
    assert "Aantallen per segment" not in hidden


def test_classes_of_respondents_are_there_on_request_only() -> None:
    """A number for each person, and the category of their answers to each feature."""
    study = large_study()
    assert "Respondenten" not in opened(xlsx(large(), study)).sheetnames
    sheet = opened(large_bytes())["Respondenten"]
    row = header(sheet, "respondent")
    told = words("nl")
    for at, feature in enumerate(study.result.features, 2):
        assert sheet.cell(row, at).value == visible(feature.name)
        column = [sheet.cell(row + 1 + n, at).value for n in range(305)]
        counted = [column.count(told.category(category)) for category in Category]
        assert counted == list(feature.counts)
    assert [sheet.cell(row + 1 + n, 1).value for n in range(305)] == list(range(1, 306))


def test_counts_without_answers_have_no_grid() -> None:
    """A file that holds categories only: no answers, no scores, and nobody to list."""
    result = categories_of({"Zoeken": (40, 2, 3, 1, 0, 0), "Donker": (1, 2, 30, 9, 0, 0)})
    survey = replace(small_study().survey, responses=None)
    study = Study(result, survey)
    report = document(study, words("nl"), choices())
    names = opened(xlsx(report, study)).sheetnames

    assert "Aantallen" in names
    assert "Antwoorden 5x5" not in names
    with pytest.raises(Exception, match="no respondents"):
        xlsx(report, study, respondents=True)


def test_weights_and_importance_have_columns() -> None:
    """Sums of weights with their decimals, and how many people they are."""
    sheet = opened(weighted_bytes(), values=True)["Counts"]
    row = header(sheet, "Feature")
    heads = [cell.value for cell in sheet[row]]
    result = weighted_study().result
    assert heads[-2:] == ["people", "effective n"]
    for down, feature in enumerate(result.features, row + 1):
        cells = dict(zip(heads, (cell.value for cell in sheet[down]), strict=True))
        assert cells["people"] == feature.people
        if feature.classified:
            told = words("en")
            better = cells[told("column", "better_scaled")]
            assert better == pytest.approx(feature.scaled_better)
            assert cells["basic"] == pytest.approx(feature.counts[Category.BASIC])


def test_better_and_worse_are_formulas_over_the_counts() -> None:
    """Of the same row, so that they move along when rows are sorted."""
    sheet = opened(small_bytes("en"))["Counts"]
    row = header(sheet, "Feature") + 1
    there = formulas(small_bytes("en"))
    heads = {cell.value: get_column_letter(at) for at, cell in enumerate(sheet[row - 1], 1)}

    better, worse = (there["Counts", f"{heads[name]}{row}"] for name in ("Better", "Worse"))
    assert better == f'=IF(I{row}=0,"–",(D{row}+C{row})/I{row})'
    assert worse == f'=IF(I{row}=0,"–",-(B{row}+C{row})/I{row})'
    assert there["Counts", f"I{row}"] == f"=SUM(B{row}:E{row})"


def test_an_empty_base_is_a_dash_and_no_error() -> None:
    """A feature that nobody answered has counts of 0 and no coefficients."""
    sheet = opened(small_bytes("en"), values=True)["Counts"]
    assert analyse(small_study().survey).features[-1].answered == 0
    last = [cell.value for cell in sheet[header(sheet, "Feature") + 7]]
    assert last[1:9] == [0] * 8
    assert last[9:17] == ["–"] * 8
