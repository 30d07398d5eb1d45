"""The same answers give the same JSON, whatever the file and however it is laid out."""

import csv
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from kano_cli import classify
from kano_cli.renderers.data.json import as_record

Rows: TypeAlias = list[list[str]]

# Like, must-be, neutral, live-with, dislike; blank is no answer.
WORDS = ["", "I like it", "I expect it", "I'm neutral", "I can live with it", "I dislike it"]
FEATURES = ["Loan bike", "Night locker", "Café"]
# One row per respondent: a pair of answers for each feature.
PEOPLE = [
    [(1, 5), (2, 5), (1, 3)],
    [(1, 5), (3, 5), (1, 4)],
    [(1, 4), (2, 5), (3, 3)],
    [(4, 5), (1, 5), (5, 1)],
    [(1, 5), (2, 0), (1, 1)],
    [(3, 3), (4, 5), (1, 2)],
]


def text(answer: int) -> str:
    """An answer as people gave it."""
    return WORDS[answer]


def suffixes() -> Rows:
    """A column a question, side words behind the name."""
    header = [f"{name}{side}" for name in FEATURES for side in (" (with)", " (without)")]
    return [["nr", *header]] + [
        [str(at), *(text(a) for pair in person for a in pair)] for at, person in enumerate(PEOPLE)
    ]


def dysfunctional_first() -> Rows:
    """The same, with the two columns of one feature the other way round."""
    return [[*row[:3], row[4], row[3], *row[5:]] for row in suffixes()]


def blocks() -> Rows:
    """All functional questions, then all dysfunctional ones."""
    rows = suffixes()
    return [[row[0], *row[1::2], *row[2::2]] for row in rows]


def grid() -> Rows:
    """One question per block, a row label per feature."""
    stems = ("How do you feel if we have this?", "How do you feel if we do not have this?")
    header = [f"{stem} [{name}]" for stem in stems for name in FEATURES]
    return [["When", *header], *blocks()[1:]]


def array() -> Rows:
    """One feature per block, a label per question."""
    labels = ("If we had it", "If we did not have it")
    header = [f"{name} [{label}]" for name in FEATURES for label in labels]
    return [["id", *header], *suffixes()[1:]]


def titled() -> Rows:
    """A title and a date above the header."""
    return [["Bike shop, spring"], ["5 October 2026"], [], *suffixes()]


def long_pairs() -> Rows:
    """A row per pair, the respondents not in order."""
    rows = [
        [str(at), name, text(one), text(other)]
        for at, person in reversed(list(enumerate(PEOPLE)))
        for name, (one, other) in zip(FEATURES, person, strict=True)
    ]
    rows.sort(key=lambda row: FEATURES.index(row[1]))
    return [["respondent", "feature", "functional", "dysfunctional"], *rows]


def long_answers() -> Rows:
    """A row per answer."""
    return [["respondent", "feature", "side", "answer"]] + [
        [str(at), name, side, text(answer)]
        for name_at, name in enumerate(FEATURES)
        for at, person in enumerate(PEOPLE)
        for side, answer in zip(("functional", "dysfunctional"), person[name_at], strict=True)
    ]


def counts() -> Rows:
    """A row per cell, some of them in two pieces."""
    cells = Counter(
        (name, pair)
        for person in PEOPLE
        for name, pair in zip(FEATURES, person, strict=True)
    )  # fmt: skip
    order = sorted(cells, key=lambda cell: FEATURES.index(cell[0]))
    rows = [[name, text(a), text(b), "1"] for name, (a, b) in order]
    rows += [[n, text(a), text(b), str(cells[n, (a, b)] - 1)] for n, (a, b) in order]
    return [["feature", "functional", "dysfunctional", "count"], *rows]


LAYOUTS: list[Callable[[], Rows]] = [
    suffixes, dysfunctional_first, blocks, grid, array, titled, long_pairs, long_answers, counts,
]  # fmt: skip


def delimited(rows: Rows, mark: str = ",", end: str = "\n") -> str:
    """The rows as delimited text."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator=end).writerows(rows)
    return out.getvalue()


def as_xlsx(path: Path, sheets: Iterable[tuple[str, Rows]]) -> None:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    book.save(path)


def as_xls(path: Path, rows: Rows) -> None:
    """An old Excel file."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Answers")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    book.save(str(path))


def as_ods(path: Path, rows: Rows) -> None:
    """An OpenDocument sheet."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Answers")
    for row in rows:
        line = TableRow()
        for cell in row:
            box = TableCell(valuetype="string")
            box.addElement(P(text=cell))
            line.addElement(box)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))


def answers_of(path: Path, **options: str) -> dict[str, Any]:
    """What the JSON says of the answers, without where they came from."""
    record = as_record(classify(path, sort="file", **options))  # type: ignore[arg-type]
    for key in ("file", "sheet", "layout"):
        del record["survey"][key]
    return record


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, Any]:
    """The JSON of the plainest file."""
    (tmp_path / "plain.csv").write_text(delimited(suffixes()), "utf-8")
    return answers_of(tmp_path / "plain.csv")


def test_the_plainest_file_is_read_right(expected: dict[str, Any]) -> None:
    """Counted by hand from the people above."""
    found = {f["name"]: list(f["counts"].values()) for f in expected["features"]}

    assert found == {
        "Loan bike": [1, 3, 1, 1, 0, 0],
        "Night locker": [4, 1, 0, 0, 0, 0],
        "Café": [0, 0, 3, 1, 1, 1],
    }
    assert expected["survey"]["respondents"] == 6
    assert expected["survey"]["half_answered_pairs"] == 1


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_layout_gives_the_same_json(
    layout: Callable[[], Rows], tmp_path: Path, expected: dict[str, Any]
) -> None:
    """In a text file and in a workbook."""
    (tmp_path / "survey.csv").write_text(delimited(layout()), "utf-8")
    as_xlsx(tmp_path / "survey.xlsx", [("Answers", layout())])

    assert answers_of(tmp_path / "survey.csv") == expected
    assert answers_of(tmp_path / "survey.xlsx") == expected


def test_two_sheets_give_the_same_json(tmp_path: Path, expected: dict[str, Any]) -> None:
    """Joined by respondent, though the rows of one sheet stand in another order."""
    rows = blocks()
    width = len(FEATURES)
    one = [["respondent", *FEATURES], *([r[0], *r[1 : 1 + width]] for r in rows[1:])]
    other = [["respondent", *FEATURES], *([r[0], *r[1 + width :]] for r in reversed(rows[1:]))]
    as_xlsx(tmp_path / "survey.xlsx", [("Functional", one), ("Dysfunctional", other)])

    assert answers_of(tmp_path / "survey.xlsx") == expected


TEXTS: Sequence[tuple[str, str, str, str]] = [
    ("semicolon", ";", "\r\n", "utf-8-sig"),
    ("tab", "\t", "\n", "utf-8"),
    ("pipe", "|", "\n", "utf-8"),
    ("utf-16", "\t", "\r\n", "utf-16"),
    ("old Mac", ",", "\r", "utf-8"),
]


@pytest.mark.parametrize(("name", "mark", "end", "encoding"), TEXTS, ids=[t[0] for t in TEXTS])
def test_every_kind_of_text_file_gives_the_same_answers(
    name: str, mark: str, end: str, encoding: str, tmp_path: Path, expected: dict[str, Any]
) -> None:
    """Delimiters, line ends and encodings; only what is said about the encoding may differ."""
    path = tmp_path / f"{name}.txt"
    path.write_bytes(delimited(suffixes(), mark, end).encode(encoding))

    found = answers_of(path)

    found["findings"] = [each for each in found["findings"] if each["code"] != "K101"]
    assert found == expected


def test_windows_text_is_read_and_said_so(tmp_path: Path, expected: dict[str, Any]) -> None:
    """The é of Café is one byte there."""
    (tmp_path / "survey.csv").write_bytes(delimited(suffixes()).encode("cp1252"))

    found = answers_of(tmp_path / "survey.csv")

    assert found["findings"][0]["code"] == "K101"
    assert found["features"] == expected["features"]


def test_old_and_open_workbooks_give_the_same_json(
    tmp_path: Path, expected: dict[str, Any]
) -> None:
    """XLS and ODS."""
    as_xls(tmp_path / "survey.xls", suffixes())
    as_ods(tmp_path / "survey.ods", suffixes())

    assert answers_of(tmp_path / "survey.xls") == expected
    assert answers_of(tmp_path / "survey.ods") == expected


def test_standard_input_gives_the_same_json(tmp_path: Path) -> None:
    """Whether text or a workbook comes in."""
    (tmp_path / "survey.csv").write_text(delimited(suffixes()), "utf-8")
    as_xlsx(tmp_path / "survey.xlsx", [("Answers", suffixes())])
    command = [sys.executable, "-m", "kano_cli", "classify", "-", "--format", "csv"]

    outputs = [
        subprocess.run(
            command, input=(tmp_path / name).read_bytes(), capture_output=True, check=True
        ).stdout
        for name in ("survey.csv", "survey.xlsx")
    ]

    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 1 + len(FEATURES)


def test_codes_with_a_direction_give_the_same_json(
    tmp_path: Path, expected: dict[str, Any]
) -> None:
    """1 to 5 upwards and downwards, and 0 to 4; only the language of the answers is unknown."""
    for options, codes in (("like=1", "12345"), ("like=5", "54321"), ("like=0", "01234")):
        coded = ["", *codes]
        rows = [suffixes()[0]] + [
            [str(at), *(coded[answer] for pair in person for answer in pair)]
            for at, person in enumerate(PEOPLE)
        ]
        (tmp_path / "codes.csv").write_text(delimited(rows), "utf-8")

        found = answers_of(tmp_path / "codes.csv", codes=options)

        assert found["features"] == expected["features"]
        assert found["survey"]["language"] is None
