"""Microsoft Forms: one workbook, one sheet, one table."""

from collections.abc import Sequence

from tests.exports.survey import (
    ENGLISH,
    FEATURES,
    NUMBERED,
    PEOPLE,
    QUESTIONS,
    WITH,
    WITHOUT,
    Export,
    Person,
    neighbours,
    reading,
    whole_questions,
)
from tests.exports.workbook import Cell, workbook

META = ("ID", "Start time", "Completion time", "Email", "Name")


def exports() -> list[Export]:
    """Everything from Microsoft Forms."""
    return [
        _whole(),
        _repeated(),
        _breaks_in_headers(),
        _quiz(),
    ]


def _person(person: Person) -> list[Cell]:
    """The five first cells; the times are real dates."""
    return [person.number, person.began, person.ended, "anonymous", None]


def _export(
    name: str, header: Sequence[str], rows: Sequence[Sequence[Cell]], names: Sequence[str]
) -> Export:
    """The workbook with its table."""
    content = workbook({"Sheet1": [header, *rows]}, table=True)
    return Export(name, "microsoft-forms", f"{name}.xlsx", content, reading(names))


def _whole() -> Export:
    """A question a feature a side."""
    header = [*META, "City", *whole_questions()]
    rows = [[*_person(one), one.city, *neighbours(one, ENGLISH)] for one in PEOPLE]
    return _export("microsoft-forms-whole", header, rows, QUESTIONS)


def _repeated() -> Export:
    """The same two titles for each feature: 2 and 3 are written behind them."""
    titles = [title + number for number in ("", "2", "3") for title in (WITH, WITHOUT)]
    header = [*META, *titles, "City"]
    rows = [[*_person(one), *neighbours(one, ENGLISH), one.city] for one in PEOPLE]
    return _export("microsoft-forms-repeated-titles", header, rows, NUMBERED)


def _breaks_in_headers() -> Export:
    """Titles as people paste them, and the newer columns: `Id`, `Language`, a last change."""
    header = ["Id", *META[1:], "Last modified time", "Language", "City\u00a0"]
    for at, one in enumerate(FEATURES):
        functional = one.functional.replace("how would", "how\u00a0would")
        dysfunctional = one.dysfunctional.replace(", how", ",\nhow")
        header += [functional + ("\u00a0" if at else "\n"), dysfunctional + "\u00a0"]
    rows: list[list[Cell]] = [
        [*_person(one), None, "English (United States)", one.city, *neighbours(one, ENGLISH)]
        for one in PEOPLE
    ]
    return _export("microsoft-forms-breaks-in-headers", header, rows, QUESTIONS)


def _quiz() -> Export:
    """A form that was made as a quiz: points and feedback after each question."""
    header = [*META, "Total points", "Quiz feedback"]
    for title in ("City", *whole_questions()):
        header += [title, f"Points - {title}", f"Feedback - {title}"]
    rows = []
    for person in PEOPLE:
        row = [*_person(person), 0, None]
        for answer in (person.city, *neighbours(person, ENGLISH)):
            row += [answer, 0, None]
        rows.append(row)
    return _export("microsoft-forms-quiz", header, rows, QUESTIONS)
