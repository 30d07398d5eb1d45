"""Tables over slides: in letters that take few of them, with their notes on the last."""

from collections.abc import Sequence

from kano_cli.renderers.documents.office.columns import Sheet, sheets
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.layout import GAP, SHORT, Layout, add_text
from kano_cli.renderers.documents.report_pptx.pieces import GridPiece, TextPiece, text_height
from kano_cli.renderers.documents.report_pptx.wording import caption, small_print
from kano_cli.report.document.blocks import Cell, Column, Facts, TableBlock

MOST_ROWS = 16
TABLE_SIZES = (12.0, 11.0, 10.0)
SMALLEST_TABLE = 9.0
FACTS_SIZES = (12.0, 11.0)
_PADDING = (0.08, 0.045)
_HEADINGS = 0.4
"""About what the headings of a table take of a slide."""


def add_table_pieces(made: Layout, block: TableBlock | Facts) -> None:
    """A table, or labels with texts; over several slides if it must."""
    table, headed = (block, True) if isinstance(block, TableBlock) else (_facts(block), False)
    if not table.rows:
        return
    for sheet in _best_sheets(table, made, TABLE_SIZES if headed else FACTS_SIZES):
        heights = tuple(sheet.row_heights())
        head = sheet.header_height() if headed else 0.0
        notes = small_print(table.notes)
        below = text_height(notes, made.width) + GAP if notes.paragraphs else 0.0
        _begin_table(made, clean(table.caption), head + sum(heights) + below, len(heights))
        title = made.title
        for begin, end in _chunks(heights, head, below, made):
            high = head + sum(heights[begin:end])
            if made.placed and made.left < high:
                made.turn(title)
            told = f"{clean(table.caption) or title} ({begin + 1}–{end} / {len(heights)})"
            made.put(GridPiece(sheet, begin, end, headed, heights, told), high)
    if notes.paragraphs:
        made.notes += [clean(note) for note in table.notes]
        if made.left < below - GAP:
            made.turn(made.title)
        made.put(notes, below - GAP)


def _best_sheets(table: TableBlock, made: Layout, sizes: Sequence[float]) -> list[Sheet]:
    """The table in the letters that take the fewest slides, the largest of those."""

    def slides(several: Sequence[Sheet]) -> int:
        """How many slides the tables of a size take."""
        room = made.height - _HEADINGS
        return sum(len(_packed(each.row_heights(), room, room, MOST_ROWS)) for each in several)

    tried = [sheets(table, made.width, (points,), _PADDING) for points in sizes]
    whole = [several for several in tried if len(several) == 1]
    if not whole:
        return sheets(table, made.width, (SMALLEST_TABLE,), _PADDING)
    return min(whole, key=slides)


def _begin_table(made: Layout, title: str, whole: float, rows: int) -> None:
    """A table with its caption: as the slide's message where it is the first one on it."""
    only_text = all(isinstance(each.piece, TextPiece) for each in made.placed)
    short = only_text and made.used < SHORT * made.height
    if made.placed and not short and (whole + 0.4 > made.left or rows > MOST_ROWS):
        made.turn(title)
    elif title and (not made.placed or (short and made.title == made.base)):
        made.title = title
    elif title:
        add_text(made, [caption(title)])


def _chunks(
    heights: Sequence[float], head: float, below: float, made: Layout
) -> list[tuple[int, int]]:
    """Which rows stand together: as few slides as it takes, about as full as each other.

    What stands below the table must fit on the last of them.
    """
    first, room = made.left - head, made.height - head
    fewest = _packed(heights, first, room, MOST_ROWS)
    for count in range(len(fewest), len(heights) + 1):
        even = min(MOST_ROWS, -(-len(heights) // count))
        for most in (even, even + 1, MOST_ROWS):
            chunks = _packed(heights, first, room, most)
            begin, end = chunks[-1]
            free = first if len(chunks) == 1 else room
            if len(chunks) <= count and sum(heights[begin:end]) + below <= free:
                return chunks
    return fewest


def _packed(
    heights: Sequence[float], first: float, room: float, most: int
) -> list[tuple[int, int]]:
    """Rows taken from the top as long as they fit; at least one each time."""
    chunks, begin, used, free = [], 0, 0.0, first
    for at, height in enumerate(heights):
        if at > begin and (used + height > free or at - begin >= most):
            chunks.append((begin, at))
            begin, used, free = at, 0.0, room
        used += height
    return [*chunks, (begin, len(heights))]


def _facts(block: Facts) -> TableBlock:
    """Labels with texts as a table without headings."""
    rows = tuple((Cell(label), Cell(text)) for label, text in block.entries)
    return TableBlock("facts", "", (Column("label", ""), Column("text", "")), rows)
