"""Workbooks that people make by hand: no platform."""

from collections.abc import Sequence

from tests.exports.survey import (
    ENGLISH,
    IDS,
    NAMES,
    NUMBERS,
    PEOPLE,
    Export,
    Reading,
    Words,
    neighbours,
    reading,
    suffixed,
)
from tests.exports.tools.plain_tables import header_twice, marks, numbered
from tests.exports.workbook import Cell, Rows, workbook


def exports() -> list[Export]:
    """Every workbook without a platform."""
    by_id, by_name = reading(IDS), reading(NAMES)
    suffixes, legend = _beside(suffixed(), ENGLISH), _legend()
    coded = _beside(suffixed(), NUMBERS)
    return [
        _book("plain-xlsx-suffixes", {"Answers": suffixes}, by_id),
        _book("plain-xlsx-title-above", {"Answers": _under_a_title(suffixes)}, by_id),
        _book("plain-xlsx-numbered", {"Answers": _beside(numbered(), ENGLISH)}, by_name),
        _book("plain-xlsx-two-sheets", _two_sheets(), by_name),
        _book("plain-xlsx-read-me-first", _after_a_read_me(suffixes), by_id),
        _book("plain-xlsx-marks", {"Answers": marks("✓")}, by_name, _merged_people()),
        _book("plain-xlsx-marks-ones", {"Answers": _ones()}, by_name, _merged_people()),
        _book(
            "plain-xlsx-features-merged",
            {"Answers": header_twice(feature_first=True)},
            by_name,
            ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"),
        ),
        _book(
            "plain-xlsx-sides-merged",
            {"Answers": header_twice(feature_first=False)},
            by_name,
            ("A1:A2", "B1:B2", "C1:E1", "F1:H1"),
        ),
        _book("plain-xlsx-legend-sheet", {"Answers": _numbers(coded), "Legend": legend}, by_id),
        _book("plain-xlsx-legend-above", {"Answers": [*legend, [], *_numbers(coded)]}, by_id),
    ]


def _book(
    name: str, sheets: dict[str, Rows], expected: Reading, merged: Sequence[str] = ()
) -> Export:
    """The sheets as a workbook."""
    content = workbook(sheets, merged=merged)
    return Export(name, None, f"{name}.xlsx", content, expected)


def _beside(headers: Sequence[str], words: Words) -> list[list[Cell]]:
    """A row a person, both answers of a feature beside each other."""
    people: list[list[Cell]] = [[one.number, one.city, *neighbours(one, words)] for one in PEOPLE]
    return [["Nr", "City", *headers], *people]


def _under_a_title(rows: Rows) -> Rows:
    """The table in the third row and the second column, as people place it."""
    return [[None, "Bike shop survey, autumn"], [], *([None, *row] for row in rows)]


def _after_a_read_me(rows: Rows) -> dict[str, Rows]:
    """A sheet that explains, and a last one with results, which are no answers."""
    results = [["Feature", "Category"], *([name, "O"] for name in NAMES)]
    return {
        "Read me": [["This file holds the answers of our bike shop survey."]],
        "Answers": rows,
        "Results": results,
    }


def _two_sheets() -> dict[str, Rows]:
    """A sheet a side with equal headers; the people stand in another order on the second."""
    sheets: dict[str, Rows] = {}
    for side, title in enumerate(("Functional", "Dysfunctional")):
        people = PEOPLE if not side else tuple(reversed(PEOPLE))
        rows = [[f"p{one.number}", *(ENGLISH[pair[side]] for pair in one.pairs)] for one in people]
        sheets[title] = [["respondent", *NAMES], *rows]
    return sheets


def _merged_people() -> list[str]:
    """The names of the people, each over its five columns."""
    return [
        *("C1:G1", "H1:L1", "M1:Q1", "R1:V1", "W1:AA1", "AB1:AF1"),
    ]


def _ones() -> Rows:
    """The sheet to tick, ticked with the number 1."""
    return [[1 if cell == "x" else cell for cell in row] for row in marks("x")]


def _numbers(rows: Rows) -> list[list[Cell]]:
    """The answers' codes as numbers."""
    return [
        [int(cell) if isinstance(cell, str) and cell.isdigit() else cell for cell in row]
        for row in rows
    ]


def _legend() -> list[list[Cell]]:
    """What the codes mean."""
    meanings: list[list[Cell]] = [[code, ENGLISH[code]] for code in range(1, 6)]
    return [["code", "answer"], *meanings]
