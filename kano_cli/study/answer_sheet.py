"""What an answer sheet says of itself on its hidden sheet: the form, its codes and its lists.

A person sees questions and answers in his own language; the hidden sheet says which cell belongs
to which question, and which text is which answer, so that the file is read back for certain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kano_cli.study.stamp import STAMP_COLUMN

SCALE_SHEET = "_scale"
ANSWERS_SHEET = "Answers"
ONE, ROWS = "one", "rows"
"""How the answers stand: a respondent a file, or a respondent a row."""

CONSENT = "*consent"
"""The code of the cell with which a respondent agrees; no question can have it."""

_MARK, _VERSION = "kano_answer_sheet", "1"
_QUESTION, _ANSWER = "question", "answer"
ANSWER_TEXT = 3
"""The column, counted from 0, in which the texts of a list stand below one another."""


@dataclass(frozen=True)
class SheetQuestion:
    """A question and where it is answered.

    `role` is functional, dysfunctional, importance, segment or consent; `name` that of the
    feature. In a file of one respondent the answer stands in `column`, counted from 0, of the row
    whose first cell is `key`; in rows it stands under `code`.
    """

    code: str
    role: str
    name: str
    text: str
    answers: str
    key: str = ""
    column: int = 0


@dataclass(frozen=True)
class SheetKey:
    """The hidden sheet; `lists` has, by name, the code and the text of each answer."""

    layout: str
    stamp: str
    language: str
    title: str
    questions: tuple[SheetQuestion, ...]
    lists: Mapping[str, tuple[tuple[str, str], ...]]


def key_rows(key: SheetKey) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet, all of them text.

    >>> key = SheetKey("one", "kano1/…", "en", "Bikes", (), {"kano_yes": (("yes", "Yes"),)})
    >>> read_key([list(row) for row in key_rows(key)]) == key
    True
    """
    yield _MARK, _VERSION
    yield "layout", key.layout
    yield STAMP_COLUMN, key.stamp
    yield "language", key.language
    yield "questionnaire", key.title
    for each in key.questions:
        place = (each.key, str(each.column))
        yield (_QUESTION, each.code, each.role, each.name, each.text, each.answers, *place)
    for name, answers in key.lists.items():
        for code, text in answers:
            yield _ANSWER, name, code, text


def read_key(rows: Sequence[Sequence[str]]) -> SheetKey | None:
    """The hidden sheet as a record; None where a sheet of that name is no such thing."""
    if not rows or list(rows[0][:2]) != [_MARK, _VERSION]:
        return None
    said: dict[str, str] = {}
    questions: list[SheetQuestion] = []
    lists: dict[str, list[tuple[str, str]]] = {}
    for row in rows[1:]:
        cells = [*row, *[""] * 8]
        if cells[0] == _QUESTION:
            code, role, name, text, answers, key, column = cells[1:8]
            at = int(column) if column.isdecimal() else 0
            questions.append(SheetQuestion(code, role, name, text, answers, key, at))
        elif cells[0] == _ANSWER:
            lists.setdefault(cells[1], []).append((cells[2], cells[ANSWER_TEXT]))
        else:
            said[cells[0]] = cells[1]
    return SheetKey(
        said.get("layout", ""),
        said.get(STAMP_COLUMN, ""),
        said.get("language", ""),
        said.get("questionnaire", ""),
        tuple(questions),
        {name: tuple(answers) for name, answers in lists.items()},
    )
