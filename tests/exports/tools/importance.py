"""Surveys that ask for the importance of each feature as well: 1..9, words at some points."""

from tests.exports.survey import (
    CODE_WORDS,
    ENGLISH,
    FEATURES,
    IDS,
    IMPORTANCE,
    IMPORTANT,
    NAMES,
    PEOPLE,
    QUESTIONS,
    Export,
    Person,
    grid,
    halves,
    importance,
    neighbours,
    reading,
    suffixed,
)
from tests.exports.tools.google import FORM, stamp
from tests.exports.tools.qualtrics import EVERYONE, LEFT_OUT, MATRIX, TEXT, table
from tests.exports.workbook import Cell, workbook
from tests.readers.files import csv_text


def exports() -> list[Export]:
    """Every survey with importance."""
    return [_google(), _qualtrics(), _microsoft(), _between(), _long()]


def _rated(person: Person) -> list[str]:
    """How important each feature is, as the scale shows it: `3 - Somewhat important`, `6`."""
    return [IMPORTANCE[point] for point in person.importance]


def _google() -> Export:
    """A third grid."""
    asked = [FORM.format(question=IMPORTANT, name=name) for name in NAMES]
    header = ["Timestamp", *grid(FORM), *asked, "City"]
    rows = [[stamp(one.ended), *halves(one, ENGLISH), *_rated(one), one.city] for one in PEOPLE]
    name, text = "google-forms-grid-importance", csv_text([header, *rows], quoted=True)
    return Export(
        *(name, "google-forms", f"{name}.csv", text.encode(), reading(NAMES)),
        expected_importance=importance(NAMES),
    )


def _qualtrics() -> Export:
    """A third matrix."""
    rows = table(
        [*MATRIX, "Q3_1", "Q3_2", "Q3_3"],
        [*grid("{question} - {name}"), *(f"{IMPORTANT} - {name}" for name in NAMES)],
        lambda person: [*halves(person, ENGLISH), *_rated(person)],
        EVERYONE,
        TEXT,
    )
    name, text = "qualtrics-matrix-importance", csv_text(rows)
    return Export(
        *(name, "qualtrics", f"{name}.csv", text.encode(), reading(NAMES), LEFT_OUT),
        expected_importance=importance(NAMES),
    )


def _microsoft() -> Export:
    """A third question a feature, beside its two, rated with numbers only.

    Which feature is meant stands only inside a sentence, and FORMATS knows no way to read that: the
    answers must come out, and no importance is asked for.
    """
    header = ["ID", "Start time", "Completion time", "Email", "Name", "City"]
    for one in FEATURES:
        header += [one.functional, one.dysfunctional, f"How important is {one.phrase} to you?"]
    rows: list[list[Cell]] = []
    for person in PEOPLE:
        row: list[Cell] = [person.number, person.began, person.ended, "anonymous", None]
        row.append(person.city)
        for pair, rating in zip(person.pairs, person.importance, strict=True):
            row += [*(ENGLISH[answer] for answer in pair), rating or None]
        rows.append(row)
    name = "microsoft-forms-ratings-between"
    content = workbook({"Sheet1": [header, *rows]}, table=True)
    return Export(name, "microsoft-forms", f"{name}.xlsx", content, reading(QUESTIONS))


def _between() -> Export:
    """A column of importance after each pair."""
    headers = suffixed("{id}_{side}", ("functional", "dysfunctional"))
    rows = [["id", "city", *_woven(headers, [f"{one}_importance" for one in IDS])]]
    for person in PEOPLE:
        ratings = [str(rating or "") for rating in person.importance]
        answers = neighbours(person, CODE_WORDS)
        rows.append([str(person.number), person.city, *_woven(answers, ratings)])
    name = "plain-importance-between"
    return Export(
        *(name, None, f"{name}.csv", csv_text(rows).encode(), reading(IDS)),
        expected_importance=importance(IDS),
    )


def _long() -> Export:
    """A row a pair with its importance."""
    rows = [["respondent", "feature", "functional", "dysfunctional", "importance"]]
    for person in PEOPLE:
        for name, pair, rating in zip(NAMES, person.pairs, person.importance, strict=True):
            answers = [CODE_WORDS[answer] for answer in pair]
            rows.append([str(person.number), name, *answers, str(rating or "")])
    name = "plain-long-importance"
    return Export(
        *(name, None, f"{name}.csv", csv_text(rows).encode(), reading(NAMES)),
        expected_importance=importance(NAMES),
    )


def _woven(pairs: list[str], thirds: list[str]) -> list[str]:
    """Two of the first and one of the second, over and over."""
    return [
        cell
        for at, third in enumerate(thirds)
        for cell in (pairs[2 * at], pairs[2 * at + 1], third)
    ]
