"""The workbook around an answer sheet: formats, lists, protection, print, and the hidden sheet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kano_cli.forms.answer_sheet.texts import HINT, HINT_TITLE, clean, hint, lines
from kano_cli.forms.form import Form
from kano_cli.forms.words import form_words
from kano_cli.study.answer_sheet import (
    ANSWER_TEXT,
    ANSWERS_SHEET,
    SCALE_SHEET,
    SheetKey,
    key_rows,
)
from kano_cli.study.stamp import STAMP_COLUMN

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_NO_DAY = datetime(2000, 1, 1)
"""The date of every sheet: a clock would make other bytes each time."""

_PROPERTY = 255
"""The characters that a document property holds."""

LINE, LARGE_LINE, SMALL_LINE = 15.0, 25.0, 12.5
"""The height of a line in points: of plain text, of the title, of small print."""

_A4, _MARGIN = 9, 0.4
_INK, _DIM, _RULE, _ACCENT = "#1F2A33", "#5F6B75", "#C5CCD3", "#24506B"
_OPEN, _DONE, _MISSED = "#FFF6D6", "#E8F3E8", "#FBD9C6"


@dataclass
class Book:
    """An answer sheet that is being written."""

    workbook: "Workbook"
    sheet: "Worksheet"
    form: Form
    _made: dict[str, "Format"] = field(default_factory=dict)

    @property
    def words(self) -> Any:  # noqa: ANN401  # a mapping of words
        """What the sheet says beside the questionnaire."""
        return form_words(self.form.language, "answer_sheet")

    def style(self, name: str) -> "Format":
        """A format by name, made once."""
        if name not in self._made:
            self._made[name] = self.workbook.add_format(_STYLES[name])
        return self._made[name]

    def text(self, row: int, column: int, text: str, style: str) -> None:
        """A text that is never taken for a formula or a number."""
        self.sheet.write_string(row, column, clean(text), self.style(style))

    def across(self, row: int, first: int, last: int, text: str, style: str) -> None:
        """A text over several columns."""
        cell = self.style(style)
        if first == last:
            self.text(row, first, text, style)
            return
        self.sheet.merge_range(row, first, row, last, "", cell)
        self.sheet.write_string(row, first, clean(text), cell)

    def height(
        self,
        row: int,
        *said: tuple[str, float],
        least: float = 1,
        most: float = 26,
        line: float = LINE,
    ) -> float:
        """Make a row as high as its texts need, each with the room that it has; in points."""
        needed = max((lines(clean(text), room - 1) for text, room in said), default=1)
        points = min(max(needed, least), most) * line + 4
        self.sheet.set_row(row, points)
        return points

    def choice(self, cells: tuple[int, int, int, int], named: str, question: str) -> None:
        """Cells that are answered from a list; `question` is read when one of them is chosen."""
        said = self.words
        self.sheet.data_validation(
            *cells,
            {
                "validate": "list",
                "source": f"={named}",
                "ignore_blank": True,
                "input_title": hint(said["choose_title"], HINT_TITLE),
                "input_message": hint(question, HINT),
                "error_title": hint(said["error_title"], HINT_TITLE),
                "error_message": hint(said["error"], HINT),
                "error_type": "stop",
            },
        )

    def progress(self, row: int, first: int, last: int, ranges: list[str], number: int) -> None:
        """How many of the questions are answered, as a formula."""
        before, _, rest = self.words["progress"].replace("{all}", str(number)).partition("{done}")
        pieces = [f'"{before}"' if before else "", f"COUNTA({','.join(ranges)})", f'"{rest}"']
        cell = self.style("progress")
        if first != last:
            self.sheet.merge_range(row, first, row, last, "", cell)
        formula = "=" + "&".join(piece for piece in pieces if piece)
        self.sheet.write_formula(row, first, formula, cell, f"{before}0{rest}")

    def answered(self, *cells: int) -> None:
        """Cells that look different once they are answered."""
        done = {"type": "no_blanks", "format": self.style("done")}
        self.sheet.conditional_format(*cells, done)

    def missed(self, cells: tuple[int, int, int, int], formula: str) -> None:
        """Cells that stand out as long as a formula says that they were passed over."""
        missed = {"type": "formula", "criteria": formula, "format": self.style("missed")}
        self.sheet.conditional_format(*cells, missed)

    def unnumbered(self, *ranges: str) -> None:
        """Answers such as 7 are meant to be text, and need no warning sign."""
        self.sheet.ignore_errors({"number_stored_as_text": " ".join(ranges)})

    def finish(self, header: tuple[int, int], freeze: tuple[int, int] | None) -> None:
        """Protect the sheet, freeze its header, and set up the print.

        Args:
            header: the first and the last row that stand on every page.
            freeze: the first row and column that scroll; None where nothing stands still.
        """
        sheet = self.sheet
        sheet.protect("", {"format_columns": True, "format_rows": True})
        if freeze:
            sheet.freeze_panes(*freeze)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, 0.6)
        sheet.repeat_rows(*header)
        sheet.set_footer("&R&P / &N")


def written(form: Form, fill: Callable[[Book], SheetKey]) -> bytes:
    """The bytes of a workbook with an answer sheet; the same form gives the same bytes.

    Args:
        form: what is asked.
        fill: writes the sheet that people see, and says what the hidden one must.
    """
    import xlsxwriter

    file = BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as workbook:
        title = clean(form.title[form.language], _PROPERTY)
        workbook.set_properties({"title": title, "author": "kano", "created": _NO_DAY})
        workbook.set_custom_property(STAMP_COLUMN, _short_stamp(form.stamp), "text")
        book = Book(workbook, workbook.add_worksheet(ANSWERS_SHEET), form)
        _hide(workbook, fill(book))
    return file.getvalue()


def _short_stamp(stamp: str) -> str:
    """The stamp as a property holds it: whole, or without the parts that tell what changed."""
    return stamp if len(stamp) <= _PROPERTY else "/".join(stamp.split("/")[:2])


def _hide(workbook: "Workbook", key: SheetKey) -> None:
    """The hidden sheet, and a name for each list on it."""
    hidden = workbook.add_worksheet(SCALE_SHEET)
    hidden.very_hidden()
    hidden.protect()
    ends: dict[str, tuple[int, int]] = {}
    for at, row in enumerate(key_rows(key)):
        for column, text in enumerate(row):
            if text:
                hidden.write_string(at, column, text)
        if row[0] == "answer":
            ends[row[1]] = (ends.get(row[1], (at, at))[0], at)
    letter = chr(ord("A") + ANSWER_TEXT)
    for name, (first, last) in ends.items():
        where = f"={SCALE_SHEET}!${letter}${first + 1}:${letter}${last + 1}"
        workbook.define_name(name, where)


_PLAIN: dict[str, Any] = {"font_color": _INK, "valign": "vcenter", "text_wrap": True}
_CELL: dict[str, Any] = {**_PLAIN, "bottom": 1, "bottom_color": _RULE}
# An answer is text whatever it looks like: 1-2 is no date, and =A1 no formula.
_INPUT: dict[str, Any] = {
    **_PLAIN, "border": 1, "border_color": _RULE, "bg_color": _OPEN, "locked": False,
    "num_format": "@", "indent": 1,
}  # fmt: skip
_STYLES: dict[str, dict[str, Any]] = {
    "title": {
        "bold": True, "font_size": 18, "font_color": _ACCENT, "valign": "vcenter",
        "text_wrap": True,
    },
    "prose": {**_PLAIN, "valign": "top"},
    "guide": {**_PLAIN, "valign": "top", "font_color": _DIM, "italic": True},
    "heading": {"bold": True, "font_size": 13, "font_color": _ACCENT, "valign": "vcenter"},
    "progress": {"font_color": _DIM, "align": "right", "valign": "vcenter"},
    "header": {
        **_PLAIN, "bold": True, "bg_color": _ACCENT, "font_color": "#FFFFFF", "indent": 1,
    },
    "group": {
        **_PLAIN, "bold": True, "bg_color": _ACCENT, "font_color": "#FFFFFF", "align": "center",
        "left": 1, "left_color": "#FFFFFF",
    },
    "asked": {
        **_PLAIN, "font_size": 9, "valign": "top", "border": 1, "border_color": _RULE,
        "bg_color": "#EEF2F5",
    },
    "code": {
        "font_size": 8, "font_color": _DIM, "border": 1, "border_color": _RULE,
        "bg_color": "#EEF2F5", "shrink": True,
    },
    "number": {**_CELL, "font_color": _DIM, "align": "center"},
    "count": {**_CELL, "font_color": _DIM, "align": "center", "font_size": 9},
    "feature": {**_CELL, "bold": True},
    "question": {**_CELL, "indent": 1},
    "asking": _CELL,
    "input": _INPUT,
    # A row of many is one line high, so that a long answer is printed smaller.
    "input_row": {**_INPUT, "text_wrap": False, "shrink": True, "indent": 0},
    "key": {"font_color": _DIM, "font_size": 8},
    "done": {"bg_color": _DONE},
    "missed": {"bg_color": _MISSED},
}  # fmt: skip
