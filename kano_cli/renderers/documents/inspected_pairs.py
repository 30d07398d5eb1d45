"""The pairs of `kano inspect`: a table, or a list where there is no room for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.column_names import LETTERS, column_text, first_difference
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP, colour
from kano_cli.report.inspection import InspectionPage, Named, PairRow

MARK = "?"
"""Stands before what is doubtful, in colour and without."""

DOUBT = Style.combine([colour(Category.QUESTIONABLE), BOLD])
INDENT = 2
_READABLE = 26
"""Cells that a column needs to say something of its header beside its letter."""

_WIDEST = 56


def mark(*, doubtful: bool) -> Text:
    """The sign at the left of a line."""
    return Text(MARK, DOUBT) if doubtful else Text()


def marked_table(widths: Sequence[int]) -> Table:
    """An empty table of columns this wide, with the marks before them."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=INDENT - 1)
    for at, width in enumerate(widths):
        # The padding is one cell, so that the marks stand close; the others get theirs here.
        table.add_column(width=width + (GAP - 1 if at + 1 < len(widths) else 0), overflow="fold")
    return table


@dataclass(frozen=True)
class _Fit:
    """How wide each column is, and whether the two questions stand beside each other."""

    feature: int
    place: int
    importance: int
    evidence: int
    beside: bool


def pairs_table(page: InspectionPage, width: int, *, unicode: bool) -> Table:
    """Every pair with its columns: side by side, or one under the other at fewer cells."""
    fit = _fit(page, width)
    sides = {"functional": fit.place, "dysfunctional": fit.place} if fit.beside else {}
    widths = {"feature": fit.feature, **(sides or {"both": fit.place})}
    widths |= {"importance": fit.importance} if fit.importance else {}
    widths["evidence"] = fit.evidence
    table = marked_table([*widths.values()])
    table.add_row("", *(Text(page.headings[title], DIM) for title in widths))
    for pair in page.pairs:
        columns = _columns(pair, fit.place, unicode=unicode)
        cells = [Text(pair.feature), *(columns if fit.beside else [Text("\n").join(columns)])]
        if fit.importance:
            rated = Named(pair.importance)
            cells.append(column_text(rated, fit.importance, unicode=unicode))
        table.add_row(mark(doubtful=bool(pair.doubt)), *cells, _evidence(pair))
    return table


def _fit(page: InspectionPage, width: int) -> _Fit:
    """How the pairs fit: what names them as they need, the two questions in the rest."""
    head, pairs = page.headings, page.pairs
    rated = any(pair.importance for pair in pairs)
    known = [text for pair in pairs for text in _evidence(pair).plain.split("\n")]
    importance = _widest([head["importance"], *(p.importance for p in pairs)]) if rated else 0
    feature = min(_widest([head["feature"], *(p.feature for p in pairs)]), width // 4)
    evidence = min(_widest([head["evidence"], *known]), width // 4)
    importance = min(importance, LETTERS)
    room = width - INDENT - feature - evidence - 2 * GAP - (importance + GAP if rated else 0)
    each = (room - GAP) // 2
    two = all(pair.functional != pair.dysfunctional for pair in pairs)
    beside = two and each >= _READABLE
    return _Fit(feature, min(each if beside else room, _WIDEST), importance, evidence, beside)


def pairs_list(page: InspectionPage, width: int, *, unicode: bool) -> Iterator[RenderableType]:
    """The pairs one under another, for a terminal too narrow for a table."""
    for pair in page.pairs:
        yield Text.assemble(
            mark(doubtful=bool(pair.doubt)), " " if pair.doubt else "", pair.feature
        )
        lines = _columns(pair, width - GAP, unicode=unicode)
        if pair.importance:
            lines.append(Text(f"{page.headings['importance']} {pair.importance}"))
        for line in (*lines, _evidence(pair)):
            yield Padding(line, (0, 0, 0, GAP))


def _columns(pair: PairRow, width: int, *, unicode: bool) -> list[Text]:
    """The two columns of a pair, each on one line around the word in which they differ.

    The answers of a long table stand in one column, which is shown once.
    """
    start = first_difference(pair.functional.header, pair.dysfunctional.header)
    columns = dict.fromkeys((pair.functional, pair.dysfunctional))
    return [column_text(each, width, start=start, unicode=unicode) for each in columns]


def _evidence(pair: PairRow) -> Text:
    """How we know that the two belong together, and what is not proven."""
    doubt = (f"{MARK} {pair.doubt}", DOUBT) if pair.doubt else ""
    between = "\n" if pair.doubt and pair.evidence else ""
    return Text.assemble((pair.evidence, DIM), between, doubt)


def _widest(texts: Sequence[str]) -> int:
    """The cells that the widest of some texts takes."""
    return max(map(cell_len, texts))
