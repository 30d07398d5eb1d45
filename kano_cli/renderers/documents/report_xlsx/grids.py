"""The 5x5 answers of each feature, with categories and scores as formulas over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kano_cli.core.categories import Answer, Category
from kano_cli.core.result import FeatureResult
from kano_cli.core.scores import DYSFUNCTIONAL, FUNCTIONAL, Mean
from kano_cli.core.tables import EvaluationTable
from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx.addresses import area, fixed, quoted
from kano_cli.renderers.documents.report_xlsx.formats import TWO_PLACES, WHOLE, count_format
from kano_cli.renderers.documents.report_xlsx.page import LINE, Page
from kano_cli.renderers.documents.report_xlsx.styles import category_tint
from kano_cli.renderers.documents.report_xlsx.tables import header_style
from kano_cli.renderers.documents.report_xlsx.texts import shown_width
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import DASH
from kano_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_FIRST, _SCORE, _TOTAL, _LABEL, _VALUE = 1, 6, 7, 9, 10
"""Columns: the five answers, their score, their total, then a label with its number."""


@dataclass(frozen=True)
class GridsSheet:
    """Where the scores of each feature stand: by feature id and side."""

    name: str
    means: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def reference(self, feature: str, side: str) -> str | None:
        """The address of a mean score, from any sheet; None where there is no grid."""
        address = self.means.get((feature, side))
        return f"{quoted(self.name)}!{address}" if address else None


def grid_widths(words: Words) -> list[float]:
    """The columns of the sheet: wide enough for the answers and categories of the language."""
    answers = [words.answer(answer) for answer in Answer]
    shown = [f"{glyph(each)} {words.category(each)}" for each in Category]
    corner = words("report_xlsx", "corner")
    told = [words("report_xlsx", key) for key in ("functional_mean", "dysfunctional_mean")]
    wide = max(map(shown_width, shown)) + 1
    return [
        max(14.0, *(shown_width(text) + 3 for text in (*answers, corner))),
        *(max(9.0, wide, shown_width(text) + 2) for text in answers),
        8.0,
        9.0,
        3.0,
        max(map(shown_width, (*told, *shown))) + 3,
        10.0,
    ]


def grids_sheet(
    page: Page,
    name: str,
    features: Sequence[FeatureResult],
    table: EvaluationTable,
    words: Words,
) -> GridsSheet:
    """Write the evaluation table, then a block for each feature that has answers."""
    page.title(words("report_xlsx", "sheet_grids"))
    page.paragraph(words("report_xlsx", "grids_note"))
    page.heading(words("report_xlsx", "evaluation").format(table=visible(table.name)), 2)
    judged = _evaluation(page, table, words)
    means: dict[tuple[str, str], str] = {}
    for feature in features:
        if feature.answers is not None:
            means |= _block(page, feature, table, judged, words)
    return GridsSheet(name, means)


def _evaluation(page: Page, table: EvaluationTable, words: Words) -> str:
    """The category of each pair of answers; says where they stand."""
    _answers_header(page, words, ())
    first = page.row
    for answer in Answer:
        page.write_text(0, words.answer(answer), page.styles("text", bold=True))
        for other in Answer:
            category = table.category(answer, other)
            colour = category_tint(category) if category is not None else {}
            text = words.category(category) if category is not None else DASH
            page.write_text(_FIRST + other - 1, text, page.styles("text", **colour))
        page.ends(1)
    return area(first, _FIRST, page.row - 1, _FIRST + 4)


def _answers_header(page: Page, words: Words, more: Sequence[str]) -> None:
    """The answers to the dysfunctional question, across."""
    page.write_text(0, words("report_xlsx", "corner"), header_style(page, right=False))
    for answer in Answer:
        style = header_style(page, right=bool(more))
        page.write_text(_FIRST + answer - 1, words.answer(answer), style)
    for at, text in enumerate(more):
        page.write_text(_SCORE + at, text, header_style(page, right=True))
    page.ends(1, LINE + 2)


def _block(
    page: Page, feature: FeatureResult, table: EvaluationTable, judged: str, words: Words
) -> dict[tuple[str, str], str]:
    """One feature: its grid, its six counts and its two scores; says where the means stand."""
    page.starts.append(page.row)
    page.heading(visible(feature.name), 2)
    top = page.row
    _answers_header(page, words, (words("report_xlsx", "score"), words("report_xlsx", "total")))
    first, last = page.row, page.row + 4
    grid = area(first, _FIRST, last, _FIRST + 4)
    rows = feature.answers or ()
    shown = count_format([n for row in rows for n in row])
    for answer, row in zip(Answer, rows, strict=True):
        page.write_text(0, words.answer(answer), page.styles("text", bold=True))
        for other, count in zip(Answer, row, strict=True):
            category = table.category(answer, other)
            colour = category_tint(category) if category is not None else {}
            style = page.styles("number", num_format=shown, **colour)
            page.sheet.write_number(page.row, _FIRST + other - 1, count, style)
        page.sheet.write_number(page.row, _SCORE, FUNCTIONAL[answer - 1], _points(page))
        line = area(page.row, _FIRST, page.row, _FIRST + 4)
        page.sheet.write_formula(
            page.row, _TOTAL, f"=SUM({line})", page.styles("sum", num_format=shown), sum(row)
        )
        page.ends(1)
    page.write_text(0, words("report_xlsx", "score"), page.styles("text", bold=True))
    for other in Answer:
        page.sheet.write_number(page.row, _FIRST + other - 1, DYSFUNCTIONAL[other - 1],
                                _points(page))  # fmt: skip
    page.ends(1)
    page.write_text(0, words("report_xlsx", "total"), page.styles("text", bold=True))
    for other in Answer:
        column = area(first, _FIRST + other - 1, last, _FIRST + other - 1)
        page.sheet.write_formula(
            page.row, _FIRST + other - 1, f"=SUM({column})",
            page.styles("sum", num_format=shown), sum(row[other - 1] for row in rows),
        )  # fmt: skip
    page.sheet.write_formula(
        page.row, _TOTAL, f"=SUM({grid})", page.styles("sum", num_format=shown),
        sum(map(sum, rows)),
    )  # fmt: skip
    page.ends(1)
    means = _derived(page, top, feature, (grid, judged), words, shown)
    page.row = max(page.row, top + 1 + len(Category) + len(means) // 2 * 6)
    return means


def _points(page: Page) -> "Format":
    """The format of the score of an answer."""
    return page.styles("number", num_format=TWO_PLACES.replace("0.00", WHOLE), italic=True)


def _derived(
    page: Page,
    top: int,
    feature: FeatureResult,
    areas: tuple[str, str],
    words: Words,
    shown: str,
) -> dict[tuple[str, str], str]:
    """Counts by category and mean scores, beside the grid."""
    grid, judged = areas
    after, page.row = page.row, top
    for at, text in ((_LABEL, words("column", "category")), (_VALUE, "n")):
        page.write_text(at, text, header_style(page, right=at == _VALUE))
    page.row += 1
    for category in Category:
        style = page.styles("text", **category_tint(category))
        page.write_text(_LABEL, words.category(category), style)
        page.sheet.write_formula(
            page.row, _VALUE, f"=SUMIF({judged},{fixed(page.row, _LABEL)},{grid})",
            page.styles("number", num_format=shown), feature.counts[category],
        )  # fmt: skip
        page.row += 1
    questionable = fixed(page.row - 1, _LABEL)
    counted = f"({judged}<>{questionable})*{grid}"
    first = top + 1
    scores = {
        "functional": area(first, _SCORE, first + 4, _SCORE),
        "dysfunctional": area(first + 5, _FIRST, first + 5, _FIRST + 4),
    }
    means = {}
    for side, points in scores.items():
        mean = getattr(feature, f"{side}_score")
        means[feature.id, side] = fixed(page.row, _VALUE)
        _mean(page, mean, words("report_xlsx", f"{side}_mean"), counted, points, feature, words)
    page.row = max(page.row, after)
    return means


def _mean(
    page: Page,
    mean: Mean,
    label: str,
    counted: str,
    points: str,
    feature: FeatureResult,
    words: Words,
) -> None:
    """A mean score, its standard deviation and what both rest on."""
    row, weighted = page.row, feature.effective_n is not None
    at_mean, n = fixed(row, _VALUE), fixed(row + 2, _VALUE)
    total = f"SUMPRODUCT({counted})"
    spread = f"SUMPRODUCT({counted}*({points}-{at_mean})^2)"
    spread = f"{spread}*{n}/{total}" if weighted else spread
    lines = (
        (label, f'=IF({total}=0,"{DASH}",SUMPRODUCT({counted}*{points})/{total})', mean.mean),
        (words("report_xlsx", "sd"), f'=IF({n}<=1,"{DASH}",SQRT({spread}/({n}-1)))', mean.sd),
        (words("report_xlsx", "n"), "" if weighted else f"={total}", mean.n),
    )
    for at, (text, formula, value) in enumerate(lines):
        style = page.styles("number", num_format=count_format([mean.n]) if at == 2 else TWO_PLACES)
        page.write_text(_LABEL, text, page.styles("text", bold=at == 0))
        if formula:
            known = value if value == value else DASH
            page.sheet.write_formula(page.row, _VALUE, formula, style, known)
        else:
            page.sheet.write_number(page.row, _VALUE, value, style)
        page.row += 1
