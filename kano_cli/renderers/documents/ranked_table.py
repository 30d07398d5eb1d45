"""The ranked table: columns leave as the terminal narrows, names never lose a letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import Box
from rich.cells import cell_len
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from kano_cli.core.categories import LETTERS, Category
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.glyphs import bar, glyph
from kano_cli.report.page import Page, Row

BAR = 22
GAP = 2
DIM = Style(dim=True)
BOLD = Style(bold=True)
FEATURE, CATEGORY = 1, 2  # where these two stand among the columns
SIGN = cell_len("■ M ")
_NAME = 20
_WIDE_NAME = 32
_ONE_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


@dataclass(frozen=True)
class Fit:
    """Which columns a width has room for."""

    counts: bool = False
    bar: bool = False
    answered: bool = False
    importance: bool = False
    sure_word: bool = False
    both: bool = False


# From all columns to the fewest: the bar leaves first, then the base, then the word for how
# sure, and last Better and Worse share a column. What is left then is filled again.
_FITS = (
    Fit(counts=True, bar=True, answered=True, importance=True, sure_word=True),
    Fit(bar=True, answered=True, importance=True, sure_word=True),
    Fit(bar=True, answered=True, importance=True),
    Fit(bar=True, answered=True),
    Fit(answered=True, importance=True, sure_word=True),
    Fit(answered=True, sure_word=True),
    Fit(sure_word=True),
    Fit(answered=True),
    Fit(),
    Fit(both=True),
)


@dataclass(frozen=True)
class _Field:
    """One column: its heading, its cells as text, and how they look."""

    heading: str
    cells: Sequence[Text]
    right: bool = True

    @property
    def width(self) -> int:
        """The cells of the terminal that it fills."""
        return max(cell_len(self.heading), *(cell.cell_len for cell in self.cells), 0)

    @property
    def least(self) -> int:
        """The narrowest it can be and break between words only, with its sign before each."""
        words = [word for cell in self.cells for word in cell.plain.split()]
        return max(map(cell_len, [self.heading, *words])) + SIGN


def ranked_table(page: Page, width: int, *, unicode: bool = True) -> Table:
    """The table of a page for a terminal of this width."""
    fields, widths = _fitting(page, width, unicode=unicode)
    columns = [
        Column(
            field.heading,
            justify="right" if field.right else "left",
            overflow="fold",  # a word that is too long goes on below; no letter is lost
            width=cells,
        )
        for field, cells in zip(fields, widths, strict=True)
    ]
    table = Table(
        *columns,
        box=_ONE_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),  # the box adds one
        header_style=BOLD,
        border_style=DIM,
    )
    for at, row in enumerate(page.rows):
        if at and page.grouped and page.rows[at - 1].category != row.category:
            table.add_row()
        table.add_row(*(field.cells[at] for field in fields))
    return table


def category_cell(row: Row, *, unicode: bool = True) -> Text:
    """The category with its sign and letter, in its colour."""
    parts = [row.glyph if unicode or row.category is None else "", row.letter, row.words]
    return Text(" ".join(filter(None, parts)), style=colour(row.category))


def colour(category: Category | None) -> Style:
    """The style of a category."""
    return Style(color=COLOURS[category]) if category is not None else DIM


def _fitting(page: Page, width: int, *, unicode: bool) -> tuple[list[_Field], list[int]]:
    """The most columns that leave a name room to be read, and how wide each is."""
    for fit in _FITS:
        fields = list(_fields(page, fit, unicode=unicode))
        widths = [field.width for field in fields]
        room = width - sum(widths) + widths[FEATURE] - GAP * (len(fields) - 1)
        if room >= min(max(widths[FEATURE], _NAME), _WIDE_NAME):
            break
    missing = min(widths[FEATURE], _NAME) - room
    if missing > 0:
        narrower = max(widths[CATEGORY] - missing, fields[CATEGORY].least)
        room += widths[CATEGORY] - narrower
        widths[CATEGORY] = narrower
    widths[FEATURE] = max(min(widths[FEATURE], room), 1)
    return fields, widths


def _fields(page: Page, fit: Fit, *, unicode: bool) -> Iterator[_Field]:
    """The columns of a fit, from left to right."""
    head, rows = page.headings, page.rows
    sure = [DIM if row.undecided else Style() for row in rows]
    yield _Field(head["rank"], [Text(row.rank, style=DIM) for row in rows])
    yield _Field(head["feature"], [Text(row.name) for row in rows], right=False)
    cells = [category_cell(row, unicode=unicode) for row in rows]
    yield _Field(head["category"], cells, right=False)
    yield _Field(head["sure"], [Text(r.sure, style=s) for r, s in zip(rows, sure, strict=True)])
    if fit.sure_word:
        words = [Text(r.sure_word, style=s) for r, s in zip(rows, sure, strict=True)]
        yield _Field("", words, right=False)
    if fit.bar:
        bars = [_bar(row.shares, unicode=unicode) for row in rows]
        yield _Field(head["answers"], bars, right=False)
    if fit.counts:
        for at, letter in enumerate(LETTERS):
            yield _Field(letter, [Text(row.counts[at]) for row in rows])
    if fit.both:
        yield _Field(head["both"], [Text(f"{row.better} / {row.worse}") for row in rows])
    else:
        yield _Field(head["better"], [Text(row.better) for row in rows])
        yield _Field(head["worse"], [Text(row.worse) for row in rows])
    if fit.importance and page.has_importance:
        yield _Field(head["importance"], [Text(row.importance) for row in rows])
    if fit.answered:
        yield _Field(head["answered"], [Text(row.answered) for row in rows])


def _bar(shares: Sequence[float], *, unicode: bool) -> Text:
    """The shares of the six categories as a row of signs."""
    text = Text()
    for category, places in bar(shares, BAR):
        sign = glyph(category) if unicode else category.letter
        text.append(sign * places, style=colour(category))
    return text
