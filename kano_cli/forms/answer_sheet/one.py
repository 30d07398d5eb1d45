"""The answer sheet of one respondent: a row a feature, with both questions and a list each."""

from xlsxwriter.utility import xl_range

from kano_cli.forms.answer_sheet.book import LARGE_LINE, Book, written
from kano_cli.forms.answer_sheet.key import YES, importance_header, sheet_key
from kano_cli.forms.answer_sheet.texts import clean, refuse_unwritable
from kano_cli.forms.form import Form, Page
from kano_cli.forms.words import form_words
from kano_cli.study.answer_sheet import CONSENT, ONE, SheetKey

_KEY, _NUMBER, _FEATURE, _WITH, _WITH_ANSWER, _WITHOUT, _WITHOUT_ANSWER, _RATED = range(8)
_WIDTHS = (2, 4, 18, 31, 23, 31, 23, 18)
_WIDE = _WIDTHS[_NUMBER] + _WIDTHS[_FEATURE] + _WIDTHS[_WITH]
_COLUMNS = {
    "functional": _WITH_ANSWER, "dysfunctional": _WITHOUT_ANSWER, "importance": _RATED,
}  # fmt: skip
_LARGER, _FITS = 1.8, 1.05
"""How much wider the letters of the title are than digits, and how much narrower those of text."""

_FROZEN = 280.0
"""Points that may stand still above the questions: with more, only the title and the progress do,
for too little would be left to scroll."""


def write(form: Form) -> bytes:
    """The answer sheet as a workbook, in the main language of the form.

    Raises:
        KanoError: for a text that a cell cannot hold, or two answers that read the same.
    """
    refuse_unwritable(form)
    return written(form, _fill)


def _row_key(role: str, id_: str) -> str:
    """What the hidden first cell of a row holds: a feature and a segment may share an id."""
    return f"*segment {id_}" if role == "segment" else id_


def _place(role: str, id_: str) -> tuple[str, int]:
    """Where a question is answered."""
    return _row_key(role, id_), _COLUMNS.get(role, _WITH_ANSWER)


def _fill(book: Book) -> SheetKey:
    """Write the sheet that people see."""
    form, key = book.form, sheet_key(book.form, ONE, _place)
    said, language, sheet = book.words, form.language, book.sheet
    lists = {(each.key, each.column): each.answers for each in key.questions}
    rated = any(page.importance for page in form.pages)
    last = _RATED if rated else _WITHOUT_ANSWER
    whole = float(sum(_WIDTHS[_NUMBER : last + 1]))
    for column, size in enumerate(_WIDTHS[: last + 1]):
        sheet.set_column(column, column, size, None, {"hidden": True} if column == _KEY else {})

    title = form.title[language]
    # The progress stands beside the title, so the title has the rest of the line.
    room = sum(_WIDTHS[_NUMBER:_WITHOUT]) / _LARGER
    height = book.height(0, (title, room), least=1.2, line=LARGE_LINE)
    book.across(0, _NUMBER, _WITHOUT - 1, title, "title")
    row = 1
    opening = [(form.introduction[language], "prose")] if form.introduction else []
    for text, style in (*opening, (said["instruction"], "guide")):
        height += book.height(row, (text, whole * _FITS))
        book.across(row, _NUMBER, last, text, style)
        row += 1
    if form.consent:
        text = form.consent[language]
        height += book.height(row, (text, _WIDE * _FITS), least=1.6)
        _ask(book, row, CONSENT, text, YES)
        height += book.height(row + 1, least=0.3)
        row += 2
    header = row
    height += _header(book, header, last)
    for number, page in enumerate(form.pages, start=1):
        row += 1
        _feature(book, row, number, page, lists)
    first_page, last_page, row = header + 1, row, row + 1
    ranges = [
        xl_range(first_page, column, last_page, column)
        for column in (_WITH_ANSWER, _WITHOUT_ANSWER, *([_RATED] if rated else []))
    ]
    if form.segments:
        book.height(row, least=1.5)
        book.across(row, _NUMBER, last, form_words(language)["segments"], "heading")
        ranges.append(xl_range(row + 1, _WITH_ANSWER, row + len(form.segments), _WITH_ANSWER))
    for question in form.segments:
        row += 1
        key_ = _row_key("segment", question.code)
        text = question.text[language]
        book.height(row, (text, _WIDE * _FITS), least=1.6)
        _ask(book, row, key_, text, lists[key_, _WITH_ANSWER])
    if form.closing:
        row += 1 + bool(form.segments)
        book.height(row, (form.closing[language], whole), least=2)
        book.across(row, _NUMBER, last, form.closing[language], "prose")
    book.unnumbered(*ranges)
    book.progress(0, _WITHOUT, last, ranges, len(form.questions))
    sheet.print_area(0, _NUMBER, row, last)
    start = header - 2 if form.consent else first_page
    sheet.set_selection(start, _WITH_ANSWER, start, _WITH_ANSWER)
    sheet.fit_to_pages(1, 0)
    book.finish((header, header), (first_page if height <= _FROZEN else 1, 0))
    return key


def _header(book: Book, row: int, last: int) -> float:
    """The names of the columns; how high they are."""
    said = book.words
    titles = [
        "",
        "",
        said["feature"],
        said["with"],
        said["answer"],
        said["without"],
        said["answer"],
    ]
    if last == _RATED:
        titles.append(importance_header(book.form))
    for column, text in enumerate(titles[1:], start=1):
        book.text(row, column, text, "header")
    sized = [(text, _WIDTHS[at] - 2.0) for at, text in enumerate(titles) if at > _NUMBER]
    return book.height(row, *sized, least=1.6)


def _feature(
    book: Book, row: int, number: int, page: Page, lists: dict[tuple[str, int], str]
) -> None:
    """The row of a feature."""
    language = book.form.language
    name = page.name[language]
    one, other = page.functional.text[language], page.dysfunctional.text[language]
    longest = [
        max((clean(choice.text[language]) for choice in question.choices), key=len)
        for question in page.questions
    ]
    book.text(row, _KEY, page.feature, "key")
    book.text(row, _NUMBER, str(number), "number")
    book.text(row, _FEATURE, name, "feature")
    book.text(row, _WITH, one, "question")
    book.text(row, _WITHOUT, other, "question")
    # Bold letters and the arrow of a list need more room than their width says.
    book.height(
        row,
        (name, _WIDTHS[_FEATURE] * 0.9),
        (one, _WIDTHS[_WITH] - 2.0),
        (other, _WIDTHS[_WITHOUT] - 2.0),
        *((text, _WIDTHS[_WITH_ANSWER] - 3.0) for text in longest[:2]),
        *((text, _WIDTHS[_RATED] - 3.0) for text in longest[2:]),
        least=2.4,
    )  # fmt: skip
    for column, question in zip(_COLUMNS.values(), page.questions, strict=False):
        _input(book, row, column, lists[page.feature, column], question.text[language])


def _ask(book: Book, row: int, key: str, text: str, named: str) -> None:
    """A question over the first columns, and its answer."""
    book.text(row, _KEY, key, "key")
    book.across(row, _NUMBER, _WITH, text, "asking")
    _input(book, row, _WITH_ANSWER, named, text)


def _input(book: Book, row: int, column: int, named: str, question: str) -> None:
    """A cell that is answered."""
    book.sheet.write_blank(row, column, None, book.style("input"))
    book.choice((row, column, row, column), named, question)
    book.answered(row, column, row, column)
