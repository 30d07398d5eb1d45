"""The answer sheet of many: a respondent a row, for who types in paper forms, or a small team."""

from collections.abc import Sequence

from kano_cli.errors import KanoError
from kano_cli.forms.answer_sheet.book import LARGE_LINE, SMALL_LINE, Book, written
from kano_cli.forms.answer_sheet.key import sheet_key
from kano_cli.forms.answer_sheet.texts import lines, refuse_unwritable, width
from kano_cli.forms.form import Form
from kano_cli.forms.words import form_words
from kano_cli.study.answer_sheet import ROWS, SheetKey

PREPARED = 500
"""Rows with lists, so that many respondents fit."""

_COLUMNS = 16_384
_NUMBER, _DONE, _FIRST = 0, 1, 2
_NARROW, _NARROW_ANSWER, _WIDE = 7, 14, 28
_LARGER, _SMALLER = 1.8, 1.2
"""How much wider the letters of the title are than digits, and how much narrower small print."""

_ACROSS = 120
"""The width, in characters, of the texts above the table: what a page of A4 shows."""

_TALLEST = 8
"""Lines of an introduction above the table; all of it is in the cell."""


def write(form: Form) -> bytes:
    """The answer sheet as a workbook, in the main language of the form.

    Raises:
        KanoError: for a text that a cell cannot hold, two answers that read the same, or more
            questions than a sheet has columns.
    """
    refuse_unwritable(form)
    if len(form.questions) + _FIRST + 1 > _COLUMNS:
        raise KanoError(
            f"has {len(form.questions)} questions, and a sheet has {_COLUMNS} columns",
            form.file,
            "use --to xlsx, which has a row for each feature",
        )
    return written(form, _fill)


def _fill(book: Book) -> SheetKey:
    """Write the sheet that people see."""
    form, sheet, said = book.form, book.sheet, book.words
    key = sheet_key(form, ROWS, lambda _role, _id: ("", 0))
    # Whoever types in a paper form reads the consent first and the rest in the order of the form.
    sheet.set_column(_NUMBER, _NUMBER, _NARROW)
    sheet.set_column(_DONE, _DONE, _NARROW + 3)
    widths = _widths(key)
    for column, size in enumerate(widths, start=_FIRST):
        sheet.set_column(column, column, size)
    across, whole = _page(widths)
    row = 0
    texts = [(form.title[form.language], "title")]
    texts += [(form.introduction[form.language], "prose")] if form.introduction else []
    texts.append((said["instruction_rows"], "guide"))
    for text, style in texts:
        if style == "title":
            book.height(row, (text, whole / _LARGER), most=2, line=LARGE_LINE)
        else:
            book.height(row, (text, whole), most=_TALLEST)
        book.across(row, _NUMBER, across, text, style)
        row += 1
    _header(book, row, key, widths)
    names, asked, codes = row, row + 1, row + 2
    sized = [(q.text, size * _SMALLER) for q, size in zip(key.questions, widths, strict=True)]
    book.height(asked, *sized, least=2, most=16, line=SMALL_LINE)
    _rows(book, codes + 1, key)
    sheet.set_selection(codes + 1, _FIRST, codes + 1, _FIRST)
    sheet.repeat_columns(_NUMBER, _DONE)
    book.finish((names, asked), (codes + 1, _FIRST))
    return key


def _widths(key: SheetKey) -> list[int]:
    """How wide the column of each question is: its answers stand on one line there."""
    return [
        min(max(_NARROW_ANSWER, *(width(text) for _, text in key.lists[q.answers])), _WIDE) + 4
        for q in key.questions
    ]


def _page(widths: Sequence[int]) -> tuple[int, int]:
    """The last column that the texts above the table go over, and how wide all of them are."""
    column, used = _DONE, 2 * _NARROW + 3
    for size in widths:
        if used + size > _ACROSS:
            break
        used += size
        column += 1
    return column, used


def _header(book: Book, row: int, key: SheetKey, widths: Sequence[int]) -> None:
    """Three rows: the feature and its side, the question in full, and its code."""
    said, sides = book.words, form_words(book.form.language)
    titles = {
        "functional": sides["with"], "dysfunctional": sides["without"],
        "importance": said["importance_short"], "consent": said["consent"],
        "segment": sides["segments"],
    }  # fmt: skip
    for column, text in ((_NUMBER, said["number"]), (_DONE, said["answered"])):
        book.text(row, column, text, "header")
        book.text(row + 1, column, "", "asked")
        book.text(row + 2, column, "", "code")
    tallest = 1
    for column, question in enumerate(key.questions, start=_FIRST):
        title = titles[question.role]
        title = f"{question.name}\n{title}" if question.name else title
        tallest = max(tallest, lines(title, widths[column - _FIRST] * 0.9))
        book.text(row, column, title, "group")
        book.text(row + 1, column, question.text, "asked")
        book.text(row + 2, column, question.code, "code")
    book.height(row, least=tallest)


def _rows(book: Book, first: int, key: SheetKey) -> None:
    """The prepared rows: a number, how far the row is, and the cells to fill."""
    from xlsxwriter.utility import xl_col_to_name, xl_range

    end, last = first + PREPARED - 1, _FIRST + len(key.questions) - 1
    number, progress, blank = (book.style(name) for name in ("number", "count", "input_row"))
    for at, row in enumerate(range(first, end + 1), start=1):
        book.sheet.write_number(row, _NUMBER, at, number)
        filled = xl_range(row, _FIRST, row, last)
        formula = f'=IF(COUNTA({filled})=0,"",COUNTA({filled})&" / {len(key.questions)}")'
        book.sheet.write_formula(row, _DONE, formula, progress, "")
        for column in range(_FIRST, last + 1):
            book.sheet.write_blank(row, column, None, blank)
    for column, question in enumerate(key.questions, start=_FIRST):
        book.choice((first, column, end, column), question.answers, question.text)
    cells = (first, _FIRST, end, last)
    left, right, start = xl_col_to_name(_FIRST), xl_col_to_name(last), xl_col_to_name(_FIRST)
    row = first + 1
    started = f'=AND({start}{row}="",COUNTA(${left}{row}:${right}{row})>0)'
    book.answered(*cells)
    book.missed(cells, started)
    book.unnumbered(xl_range(*cells))
