"""Tables: a caption, headings that a script can sort by, a row for each line."""

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_html.escaping import escaped, own, tag
from kano_cli.report.document.blocks import Cell, Column, Kind, TableBlock
from kano_cli.report.glyphs import glyph

NUMBERS = frozenset({Kind.COUNT, Kind.SHARE, Kind.COEFFICIENT, Kind.SCORE, Kind.P_VALUE})
"""What lines up at the right."""

MANY = 9
"""From here on a table is set smaller on paper."""

SHORT = 22
"""Up to here a table is kept on one sheet."""

_UNBROKEN = "\N{NO-BREAK SPACE}"


def table_html(table: TableBlock, place: str, number: str, sort: str) -> str:
    """A table that scrolls by itself where a screen is too narrow, its notes below."""
    named = tag("b", escaped(f"{number}.")) + " " + escaped(table.caption)
    caption = tag("caption", named, id=f"{place}-caption")
    heads = "".join(_heading(column) for column in table.columns)
    names = _names(table.columns)
    rows = "\n".join(
        tag(
            "tr",
            "".join(
                _cell(cell, column, row_heading=at == names)
                for at, (cell, column) in enumerate(zip(row, table.columns, strict=True))
            ),
        )
        for row in table.rows
    )
    whole = tag(
        "table",
        f"\n{caption}\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n",
        class_="many" if len(table.columns) >= MANY else None,
        data_sort=sort if len(table.rows) > 1 else None,
    )
    # A keyboard must be able to scroll it, hence the place in the tab order and the name.
    scrolling = tag(
        "div",
        whole,
        class_="scroll short" if len(table.rows) <= SHORT else "scroll",
        role="region",
        tabindex="0",
        aria_labelledby=f"{place}-caption",
    )
    notes = "".join(tag("p", escaped(note), class_="note") for note in table.notes)
    return f"{scrolling}\n{notes}" if notes else scrolling


def sign(category: Category | None, text: str) -> str:
    """The sign of a category before its word; a reader that speaks says the word only."""
    if category is None or text.startswith(glyph(category)):
        return ""
    return (
        tag("span", glyph(category), class_=f"sign {category.word}", aria_hidden="true") + _UNBROKEN
    )


def _names(columns: tuple[Column, ...]) -> int | None:
    """The column that says what a row is about: the features, else the first text."""
    texts = [at for at, column in enumerate(columns) if column.kind is Kind.TEXT]
    features = [at for at in texts if columns[at].key == "feature"]
    return next(iter(features or texts), None)


def _heading(column: Column) -> str:
    """The head of a column; the script makes a button of it."""
    kind = "number" if column.kind in NUMBERS else None
    return tag("th", escaped(column.heading), scope="col", class_=kind)


def _cell(cell: Cell, column: Column, *, row_heading: bool) -> str:
    """A cell: its text, and for the script the value to sort by."""
    number = column.kind in NUMBERS
    classes = [
        *(["number"] if number else []),
        *(["range"] if "interval" in column.key else []),
        *(["unsure"] if cell.unsure else []),
        *(["category", cell.category.word] if cell.category is not None else []),
    ]
    return tag(
        "th" if row_heading else "td",
        sign(cell.category, cell.text) + (escaped(cell.text) if number else own(cell.text)),
        scope="row" if row_heading else None,
        class_=" ".join(classes) or None,
        data_value=_sorted_by(cell, column),
    )


def _sorted_by(cell: Cell, column: Column) -> str | None:
    """A number to sort by: the unrounded value, a category's place; empty where there is none."""
    if isinstance(cell.value, int | float):
        return repr(float(cell.value))
    if column.kind is Kind.CATEGORY:
        return str(int(cell.category)) if cell.category is not None else ""
    return "" if column.kind in NUMBERS else None
