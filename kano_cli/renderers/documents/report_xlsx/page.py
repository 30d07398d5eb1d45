"""One sheet, written from top to bottom."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kano_cli.renderers.documents.report_xlsx.styles import Styles
from kano_cli.renderers.documents.report_xlsx.texts import clean, shown_width, wrapped

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LINE = 15.75
"""The height of a line of 11 points."""

PROSE = 96
"""The width of a line of prose, in digits, as columns are measured."""

LETTERS = 1.2
"""How many letters of a text go into the room of a digit; a few more, but other fonts are wide."""

_TALLEST = 26
"""Lines in the highest row that there can be."""
_NARROW = 10.0
_A4 = 9
_WIDEST = 2.5
"""How much wider than a page a sheet may be, and still be put on one."""

_PAPER = (880, 640)
"""The pixels of a landscape page between its margins."""


class Page:
    """A sheet with a cursor, `row`; prose is laid over as many columns as it needs."""

    def __init__(self, sheet: "Worksheet", styles: Styles, widths: Sequence[float]) -> None:
        """Set the columns, and add narrow ones until prose has room."""
        self.sheet, self.styles, self.row = sheet, styles, 0
        self.widths = list(widths)
        while sum(self.widths) < PROSE:
            self.widths.append(_NARROW)
        # Beside a wide table short lines would look lost, and print small.
        self.prose = min(max(PROSE, 0.7 * sum(self.widths)), 1.6 * PROSE)
        self.starts: list[int] = []
        self._heights: dict[int, float] = {}
        for at, width in enumerate(self.widths):
            sheet.set_column(at, at, width)
        sheet.hide_gridlines(2)

    def span(self, first: int, width: float) -> int:
        """The last of the columns from `first` that together have this width."""
        last, total = first, 0.0
        for last in range(first, len(self.widths)):
            total += self.widths[last]
            if total >= width:
                break
        return last

    def laid(self, text: str, style: "Format", first: int = 0, width: float = 0) -> int:
        """Write a text over several columns in this row, and say how many lines it takes."""
        width = width or self.prose
        last = self.span(first, width)
        self.write_text(first, text, style, last)
        return wrapped(text, (sum(self.widths[first : last + 1]) - 2) * LETTERS)

    def write_text(self, column: int, text: str, style: "Format", last: int | None = None) -> None:
        """Write a text as text, whatever it looks like, over the columns up to `last`."""
        if last is not None and last > column:
            self.sheet.merge_range(self.row, column, self.row, last, "", style)
        self.sheet.write_string(self.row, column, clean(text), style)

    def ends(self, lines: int, line: float = LINE) -> None:
        """Make this row so many lines high, and go to the next."""
        if lines > 1 or line > LINE:
            self._heights[self.row] = min(lines, _TALLEST) * line + 2
            self.sheet.set_row(self.row, self._heights[self.row])
        self.row += 1

    def gap(self, rows: int = 1) -> None:
        """Leave rows free."""
        self.row += rows

    def title(self, text: str, style: str = "title") -> None:
        """The title of the sheet; a long one runs on over the free cells beside it."""
        lines = self.laid(
            text, self.styles(style, text_wrap=True, valign="vcenter"), width=self.prose
        )
        size = 2.0 if style == "cover" else 1.6
        # Its letters are wider than those that columns are measured in.
        self.ends(lines if shown_width(text) * size < self.prose else lines + 1, LINE * size)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading inside the sheet."""
        self.gap()
        style = "heading" if level == 1 else "subheading"
        self.ends(self.laid(text, self.styles(style, text_wrap=True)), LINE * 1.3)

    def caption(self, text: str) -> None:
        """What a table or a figure shows: a title, or a text that explains it."""
        self.paragraph(text, "caption" if shown_width(text) <= self.prose else "prose")

    def paragraph(self, text: str, style: str = "prose") -> None:
        """Sentences; what is higher than a row can be goes on in the next."""
        for part in _parts(clean(text), self.prose):
            self.ends(self.laid(part, self.styles(style)))

    def entry(
        self, label: str, text: str, style: "Format | None" = None, label_width: float = 28
    ) -> None:
        """A label with its text beside it."""
        lines = self.laid(label, style or self.styles("label"), width=label_width)
        beside = self.span(0, label_width) + 1
        if beside >= len(self.widths):
            self.ends(lines)
            self.paragraph(text)
            return
        room = max(self.prose - label_width, 40)
        for at, part in enumerate(_parts(clean(text), room)):
            height = self.laid(part, self.styles("prose"), beside, room)
            self.ends(max(height, lines) if at == 0 else height)

    def printed(self, header: int | None, title: str, footer: str) -> None:
        """Landscape on A4, as wide as the page, the header of a table on top of each page."""
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        wide = sum(7 * width + 5 for width in self.widths) / _PAPER[0]
        if wide <= _WIDEST:
            self.sheet.fit_to_pages(1, 0)
        else:
            # Letters on one page would be too small to read: more pages, with the names on each.
            self.sheet.set_print_scale(int(100 / _WIDEST))
            self.sheet.repeat_columns(0)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
        left, right = (_in_footer(text) for text in (footer or title, "&P / &N"))
        self.sheet.set_footer(f"&L&8{left}&R&8{right}" if footer or title else f"&R&8{right}")
        if header is not None:
            self.sheet.repeat_rows(header)
        if self.starts:
            self._broken()

    def _broken(self) -> None:
        """Break pages only where a block starts; a sheet that is fitted would break anywhere."""
        scale = min(1.0, _PAPER[0] / sum(7 * width + 5 for width in self.widths))
        self.sheet.set_print_scale(max(10, int(100 * scale)))
        room, used, last, breaks = _PAPER[1] / scale * 0.75, 0.0, 0, []
        for start, end in pairwise([*self.starts, self.row]):
            high = sum(self._heights.get(row, LINE) for row in range(start, end))
            used += sum(self._heights.get(row, LINE) for row in range(last, start))
            if used + high > room and used:
                breaks.append(start)
                used = 0.0
            used, last = used + high, end
        self.sheet.set_h_pagebreaks(breaks)


def _in_footer(text: str) -> str:
    """A text in a footer, where & starts a code; a footer holds 255 characters."""
    return text if text == "&P / &N" else " " + clean(text, 100).replace("&", "&&")


def _parts(text: str, width: float) -> Iterator[str]:
    """A text in pieces that are no higher than a row can be."""
    kept: list[str] = []
    for word in text.split(" "):
        if kept and wrapped(" ".join((*kept, word)), (width - 2) * LETTERS) > _TALLEST:
            yield " ".join(kept)
            kept = []
        kept.append(word)
    yield " ".join(kept)
