"""The sheet of counts: what was counted as numbers, all that follows from it as formulas."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx.addresses import cell, fixed, quoted
from kano_cli.renderers.documents.report_xlsx.formats import PERCENT, TWO_PLACES, count_format
from kano_cli.renderers.documents.report_xlsx.page import LETTERS, LINE, Page
from kano_cli.renderers.documents.report_xlsx.tables import (
    Placed,
    column_width,
    data_bars,
    header_style,
)
from kano_cli.renderers.documents.report_xlsx.texts import clean, wrapped
from kano_cli.report.document.blocks import Cell, Column, Kind
from kano_cli.report.numbers import DASH
from kano_cli.report.words import Words

ANSWERED, CLASSIFIED, BETTER, WORSE = "answered", "classified", "better", "worse"


@dataclass(frozen=True)
class Counted:
    """One row: a feature, and in which group of people if there are groups."""

    feature: FeatureResult
    group: str = ""


@dataclass(frozen=True)
class CountsSheet:
    """Where the numbers of each feature stand, by its id."""

    name: str
    columns: Mapping[str, int]
    rows: Mapping[str, int] = field(default_factory=dict)

    def reference(self, feature: str, column: str) -> str | None:
        """The address of a number of a feature, from any sheet; None where it is not there."""
        if feature not in self.rows or column not in self.columns:
            return None
        return f"{quoted(self.name)}!{fixed(self.rows[feature], self.columns[column])}"


@dataclass(frozen=True)
class _Column:
    """A column of the sheet: its heading, its format, and its number or formula in a row."""

    key: str
    heading: str
    format: str
    value: Callable[[FeatureResult], float]
    formula: Callable[[int], str] | None = None


def _counts_columns(
    rows: Sequence[Counted], words: Words, first: int, *, scaled: bool
) -> list[_Column]:
    """The columns of numbers, from the sheet's column `first` on."""
    at = {word: first + place for place, word in enumerate(CATEGORY_WORDS)}
    base, asked = first + 7, first + 6
    counts = count_format([n for row in rows for n in row.feature.counts])

    def told(key: str) -> str:
        return words("report_xlsx", key)

    def share(category: Category) -> Callable[[int], str]:
        return lambda row: _ratio(cell(row, at[category.word]), cell(row, asked))

    def parts(row: int, *keys: Category) -> str:
        return "+".join(cell(row, at[key.word]) for key in keys)

    def summed(row: int, last: str) -> str:
        return f"=SUM({cell(row, at['basic'])}:{cell(row, at[last])})"

    columns = [
        *(
            _Column(c.word, words.category(c), counts, lambda f, c=c: f.counts[c])  # type: ignore[misc]
            for c in Category
        ),
        _Column(ANSWERED, told("answered"), counts, lambda f: f.answered,
                lambda row: summed(row, "questionable")),
        _Column(CLASSIFIED, told("classified"), counts, lambda f: f.classified,
                lambda row: summed(row, "indifferent")),
        *(
            _Column(
                f"share_{c.word}", told("share").format(category=words.category(c)), PERCENT,
                lambda f, c=c: f.shares[c], share(c),  # type: ignore[misc]
            )
            for c in Category
        ),
        _Column(BETTER, words("column", "better"), TWO_PLACES, lambda f: f.better,
                lambda row: _ratio(
                    parts(row, Category.WOW, Category.PERFORMANCE), cell(row, base))),
        _Column(WORSE, words("column", "worse"), TWO_PLACES, lambda f: f.worse,
                lambda row: _ratio(
                    parts(row, Category.BASIC, Category.PERFORMANCE), cell(row, base), "-")),
    ]  # fmt: skip
    if scaled:
        end = first + len(columns)
        columns += [
            _Column("weight", told("weight"), "0.00", lambda f: f.importance_weight),
            *(
                _Column(f"scaled_{key}", words("column", f"{key}_scaled"), TWO_PLACES, value,
                        lambda row, at=at: _product(cell(row, at), cell(row, end)))  # type: ignore[misc]
                for key, at, value in (
                    (BETTER, end - 2, lambda f: f.scaled_better),
                    (WORSE, end - 1, lambda f: f.scaled_worse),
                )
            ),
        ]  # fmt: skip
    if any(row.feature.effective_n is not None for row in rows):
        columns += [
            _Column("people", told("people"), "0", lambda f: f.people),
            _Column("effective", told("effective"), "0.0", lambda f: f.size),
        ]
    return columns


def counts_sheet(
    make: Callable[[Sequence[float]], Page],
    name: str,
    title: str,
    rows: Sequence[Counted],
    words: Words,
    *,
    scaled: bool = False,
) -> tuple[Page, Placed, CountsSheet]:
    """Write the sheet; `make` gives a page with these widths."""
    grouped = any(row.group for row in rows)
    heads = [words("column", "feature")]
    heads += [words("report_xlsx", "group")] if grouped else []
    texts = [_texts(row, grouped=grouped) for row in rows]
    columns: list[_Column] = _counts_columns(rows, words, len(heads), scaled=scaled)
    widths = [
        *(
            column_width(Column("", head), [Cell(row[at]) for row in texts])
            for at, head in enumerate(heads)
        ),
        *(column_width(Column("", each.heading, Kind.COUNT), ()) for each in columns),
    ]
    page = make(widths)
    page.title(title)
    notes = ("counts_note", *(("scaled_note",) if scaled else ()))
    for note in notes:
        page.paragraph(words("report_xlsx", note))
    page.gap()
    header = page.row
    lines = 1
    for at, head in enumerate([*heads, *(each.heading for each in columns)]):
        page.write_text(at, head, header_style(page, right=at >= len(heads)))
        lines = max(lines, wrapped(head, widths[at] - 3))
    page.ends(lines, LINE + 2)
    first = page.row
    places = {}
    for row, shown in zip(rows, texts, strict=True):
        places[row.feature.id] = page.row
        _row(page, shown, row.feature, columns)
    placed = Placed(header, first, page.row - 1, len(widths))
    by_key = {each.key: len(heads) + at for at, each in enumerate(columns)}
    if rows:
        for category in Category:
            at = by_key[f"share_{category.word}"]
            data_bars(page, (placed.first, at, placed.last, at), category.word)
    return page, placed, CountsSheet(name, by_key, {} if grouped else places)


def _texts(row: Counted, *, grouped: bool) -> list[str]:
    """The texts at the start of a row."""
    name = visible(row.feature.name)
    return [name, visible(row.group)] if grouped else [name]


def _row(
    page: Page, texts: Iterable[str], feature: FeatureResult, columns: Sequence[_Column]
) -> None:
    """One feature."""
    lines, at = 1, -1
    for at, text in enumerate(texts):
        page.write_text(at, text, page.styles("text"))
        lines = max(lines, wrapped(clean(text), (page.widths[at] - 2.5) * LETTERS))
    for place, column in enumerate(columns, at + 1):
        style = page.styles("number", num_format=column.format)
        number = float(column.value(feature))
        missing = number != number
        if column.formula:
            shown = DASH if missing else number
            page.sheet.write_formula(page.row, place, column.formula(page.row), style, shown)
        elif missing:
            page.write_text(place, DASH, style)
        else:
            page.sheet.write_number(page.row, place, number, style)
    page.ends(lines)


def _ratio(part: str, base: str, sign: str = "") -> str:
    """A share as a formula; a dash where the base is empty."""
    inner = f"({part})" if "+" in part else part
    return f'=IF({base}=0,"{DASH}",{sign}{inner}/{base})'


def _product(one: str, other: str) -> str:
    """A product as a formula; a dash where one of the two does not exist."""
    return f'=IF(COUNT({one},{other})<2,"{DASH}",{one}*{other})'
