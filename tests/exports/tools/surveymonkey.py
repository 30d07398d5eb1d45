"""SurveyMonkey: two header rows, in which a matrix has its stem over its first column only."""

from collections.abc import Iterable

from tests.exports.survey import (
    EMPTY,
    ENGLISH,
    FEATURES,
    NAMES,
    PEOPLE,
    QUESTIONS,
    WITH,
    WITHOUT,
    Export,
    Person,
    Reading,
    halves,
    neighbours,
    reading,
    whole_questions,
)
from tests.exports.workbook import workbook
from tests.readers.files import csv_text

OLD = (
    *("RespondentID", "CollectorID", "StartDate", "EndDate", "IP Address", "Email Address"),
    *("First Name", "LastName", "Custom Data"),
)
NEW = (
    *("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"),
    *("First Name", "Last Name", "Custom Data 1"),
)
BOLD = {"a loan bike": "a <strong>loan bike</strong>", "did not": "<em>did not</em>"}


def exports() -> list[Export]:
    """Everything from SurveyMonkey."""
    matrix, single, marked = _matrix(NEW), _single(OLD, marked=False), _single(NEW, marked=True)
    return [
        _csv("surveymonkey-matrix", matrix, reading(NAMES), empty=1),
        _xlsx("surveymonkey-matrix-xlsx", matrix, reading(NAMES), empty=1),
        _csv("surveymonkey-matrix-old-names", _matrix(OLD), reading(NAMES), empty=1),
        _csv("surveymonkey-single-old-names", single, reading(QUESTIONS)),
        _csv("surveymonkey-html", marked, reading(QUESTIONS)),
        _xlsx("surveymonkey-html-xlsx", marked, reading(QUESTIONS)),
    ]


def _csv(name: str, rows: list[list[str]], expected: Reading, empty: int = 0) -> Export:
    """The rows as CSV."""
    content = csv_text(rows, end="\r\n").encode()
    left_out = {"empty": empty} if empty else {}
    return Export(name, "surveymonkey", f"{name}.csv", content, expected, left_out)


def _xlsx(name: str, rows: list[list[str]], expected: Reading, empty: int = 0) -> Export:
    """The rows as a workbook."""
    left_out = {"empty": empty} if empty else {}
    content = workbook({"Sheet": rows})
    return Export(name, "surveymonkey", f"{name}.xlsx", content, expected, left_out)


def _person(person: Person) -> list[str]:
    """The nine first cells."""
    began, ended = (f"{when:%m/%d/%Y %I:%M:%S} AM" for when in (person.began, person.ended))
    number = str(118000000000 + person.number)
    return [number, "400100200", began, ended, f"192.0.2.{person.number}", "", "", "", ""]


def _matrix(meta: Iterable[str]) -> list[list[str]]:
    """Two matrix questions; a row without any answer stays in the file."""
    first = [*meta, "City", WITH, "", "", WITHOUT, "", ""]
    second = [*[""] * 9, "Open-Ended Response", *NAMES, *NAMES]
    people = [*PEOPLE[:4], EMPTY, *PEOPLE[4:]]
    return [
        first,
        second,
        *([*_person(one), one.city, *halves(one, ENGLISH)] for one in people),
    ]


def _single(meta: Iterable[str], *, marked: bool) -> list[list[str]]:
    """A question a feature a side; `marked` has the editor's HTML in the questions."""
    questions = [_html(one) for one in whole_questions()] if marked else whole_questions()
    first = [*meta, "In which city do you live?", *questions, "What&apos;s missing?"]
    second = [*[""] * 9, "Response", *["Response"] * 2 * len(FEATURES), "Open-Ended Response"]
    people = [
        [*_person(one), one.city, *neighbours(one, ENGLISH), "It's fine, thanks"] for one in PEOPLE
    ]
    return [first, second, *people]


def _html(question: str) -> str:
    """A question as the editor stores it."""
    for text, html in BOLD.items():
        question = question.replace(text, html)
    return f"<p>{question}</p><br>".replace(", how", ",&nbsp;how")
