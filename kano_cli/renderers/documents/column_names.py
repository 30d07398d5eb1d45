"""The columns of a file in a terminal: a long header is cut, a column's letter never."""

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from kano_cli.renderers.documents.ranked_table import BOLD, DIM
from kano_cli.report.inspection import Named
from kano_cli.report.numbers import DASH

LETTERS = 12
"""A place that is longer than this is a name, not letters, and may be cut."""

_LEAST = 4
_WORD = 16


def dots(*, unicode: bool) -> str:
    """What stands where something was cut."""
    return "…" if unicode else "..."


def cut(text: str, width: int, mark: str) -> str:
    """`text` in at most `width` cells of the terminal, its middle left out.

    Headers of one survey often begin alike, and often end alike too.

    >>> cut("How do you feel without a dark mode?", 20, "…")
    'How do yo…dark mode?'
    """
    if cell_len(text) <= width:
        return text
    room = max(width - cell_len(mark), 0)
    end = set_cell_size(text[::-1], (room + 1) // 2).strip()[::-1] if room else ""
    start = set_cell_size(text, room // 2).strip() if room else ""
    return f"{start}{mark}{end}" if room else mark[:width]


def cut_from(text: str, start: int, width: int, mark: str) -> str:
    """`text` in at most `width` cells, around the word that begins at `start`.

    >>> cut_from("How do you feel without a dark mode?", 16, 20, "…")
    '…feel without a dar…'
    """
    if cell_len(text) <= width:
        return text
    # A word from before it says where in the sentence this is; more of them where they fit.
    start = _word_before(text, start)
    while start and cell_len(mark + text[_word_before(text, start) :]) <= width:
        start = _word_before(text, start)
    before = mark if start else ""
    shown = text[start:]
    if cell_len(before + shown) <= width:
        return before + shown
    room = width - cell_len(before + mark)
    return before + set_cell_size(shown, room).rstrip() + mark if room > 0 else mark[:width]


def _word_before(text: str, start: int) -> int:
    """Where the word begins that ends before `start`; not every script has spaces."""
    return max(text.rfind(" ", 0, max(start - 1, 0)) + 1, start - _WORD, 0)


def first_difference(one: str, other: str) -> int:
    """Where the first word begins in which two headers differ.

    >>> first_difference("What if it has search?", "What if it has no search?")
    15
    """
    pairs = enumerate(zip(one, other, strict=False))
    alike = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    word = one.rfind(" ", 0, alike) + 1
    return word if alike - word <= _WORD else alike


def column_text(
    column: Named, width: int, *, note: str = "", start: int | None = None, unicode: bool = True
) -> Text:
    """A column in `width` cells: its letters, what fits of its header, and a note.

    A header that is too long loses its middle, or is shown around the word at `start`.
    """
    mark = dots(unicode=unicode)
    after = f" ({note})" if note else ""
    # On one of two sheets the letters stand last, and a cut leaves the end.
    place = cut(column.place, LETTERS, mark) if "!" in column.place else column.place
    if not place:
        return Text(DASH, DIM)
    if cell_len(place) > LETTERS:
        name = " ".join(filter(None, [place, column.header]))
        return Text.assemble(cut(name, max(width - cell_len(after), _LEAST), mark), (after, DIM))
    room = width - cell_len(place) - 2 - cell_len(after)
    if not column.header or room < _LEAST:
        return Text.assemble((place, BOLD), (after, DIM))
    fitted = (
        cut(column.header, room, mark)
        if start is None
        else cut_from(column.header, start, room, mark)
    )
    return Text.assemble((place, BOLD), "  ", fitted, (after, DIM))
