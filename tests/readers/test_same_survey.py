"""One survey in every layout and every kind of file gives the same features and counts."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.readers.files import (
    ANSWERS,
    Cell,
    Rows,
    Sheets,
    csv_text,
    write,
    write_ods,
    write_xls,
    write_xlsx,
)

FEATURES = ("Loan bike", "Night locker", "Café")
PEOPLE = [
    ((1, 5), (2, 3), (3, 3)),
    ((1, 3), (1, 1), (4, 2)),
    ((5, 1), (2, 5), (1, 0)),
    ((1, 5), (0, 4), (3, 3)),
    ((3, 3), (0, 0), (2, 4)),
    ((1, 5), (3, 3), (5, 5)),
]
"""For each respondent a pair of answers a feature; two halves are missing, and one whole pair."""

WORDS = [tuple((ANSWERS[one], ANSWERS[other]) for one, other in person) for person in PEOPLE]
"""The same in words."""


def suffixes() -> Rows:
    """A row per respondent; one feature has its dysfunctional column first."""
    header: list[Cell] = ["id", "Loan bike_f", "Loan bike_d", "Night locker_d", "Night locker_f"]
    header += ["Café_f", "Café_d", "why"]
    rows: list[list[Cell]] = [
        [at, *loan, *locker[::-1], *cafe, "no, thanks; really"]
        for at, (loan, locker, cafe) in enumerate(WORDS, start=1)
    ]
    return [header, *rows]


def blocks() -> Rows:
    """All functional columns, then all dysfunctional ones."""
    header = [f"{side} {feature}" for side in ("With", "Without") for feature in FEATURES]
    return [header, *[[pair[side] for side in (0, 1) for pair in person] for person in WORDS]]


def grid() -> Rows:
    """Two questions with a row for each feature."""
    stems = ("How is it if we have this?", "How is it if we do not have this?")
    header = [f"{stem} [{feature}]" for stem in stems for feature in FEATURES]
    return [["Timestamp", *header], *[["now", *row] for row in blocks()[1:]]]


def per_pair() -> Rows:
    """A row per respondent and feature."""
    header: list[Cell] = ["respondent", "feature", "functional", "dysfunctional"]
    rows: list[list[Cell]] = [
        [f"r{at}", feature, *pair]
        for at, person in enumerate(WORDS)
        for feature, pair in zip(FEATURES, person, strict=True)
    ]
    return [header, *rows]


def per_answer() -> Rows:
    """A row per answer; those that were not given are not there."""
    rows: list[list[Cell]] = [
        [who, feature, form, answer]
        for who, feature, *answers in per_pair()[1:]
        for form, answer in zip(("functional", "dysfunctional"), answers, strict=True)
        if answer
    ]
    header: list[Cell] = ["respondent", "feature", "form", "answer"]
    return [header, *rows]


def counts() -> Rows:
    """A row for each pair that was given, with how often; one pair is split."""
    times: dict[tuple[str, str, str], int] = {}
    for person in WORDS:
        for feature, (one, other) in zip(FEATURES, person, strict=True):
            if one or other:
                times[feature, one, other] = times.get((feature, one, other), 0) + 1
    rows: list[list[Cell]] = [[*pair, number] for pair, number in times.items()]
    split = next(row for row in rows if row[-1] == 3)
    split[-1] = 2
    header: list[Cell] = ["feature", "functional", "dysfunctional", "count"]
    return [header, *rows, [*split[:3], 1]]


def sheets() -> Sheets:
    """A sheet for each side."""
    tables: dict[str, Rows] = {}
    for side, name in enumerate(("Functional", "Dysfunctional")):
        rows: list[list[Cell]] = [["respondent", *FEATURES]]
        for at, person in enumerate(WORDS, start=1):
            rows.append([at, *(pair[side] for pair in person)])
        tables[name] = rows
    return tables


def questions() -> Rows:
    """Two whole questions a feature, side by side."""
    header = [
        question
        for feature in FEATURES
        for question in (f"If we had a {feature.lower()}?", f"If we had no {feature.lower()}?")
    ]
    return [header, *[[answer for pair in person for answer in pair] for person in WORDS]]


Writer = Callable[[Path], Path]
LAYOUTS = (suffixes, blocks, grid, per_pair, per_answer, counts)


def as_text(rows: Rows, encoding: str = "utf-8", delimiter: str = ",", end: str = "\n") -> Writer:
    """Writes rows as a text file."""
    return lambda path: write(path, csv_text(rows, delimiter, end), encoding)


def as_book(writer: Callable[[Path, Sheets], Path], tables: Sheets) -> Writer:
    """Writes sheets as a workbook."""
    return lambda path: writer(path, tables)


FILES: dict[str, Writer] = {
    **{f"{layout.__name__}.csv": as_text(layout()) for layout in LAYOUTS},
    **{f"{layout.__name__}.xlsx": as_book(write_xlsx, {"S": layout()}) for layout in LAYOUTS},
    **{
        f"{encoding}.csv": as_text(suffixes(), encoding)
        for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
    },
    "semicolon.csv": as_text(suffixes(), delimiter=";"),
    "tab.tsv": as_text(suffixes(), delimiter="\t"),
    "pipe.txt": as_text(suffixes(), delimiter="|"),
    "windows.csv": as_text(suffixes(), end="\r\n"),
    "mac.csv": as_text(suffixes(), end="\r"),
    "excel.csv": lambda path: write(path, "sep=;\r\n" + csv_text(suffixes(), ";", "\r\n")),
    "quoted.csv": lambda path: write(path, csv_text(suffixes(), quoted=True)),
    "book.xls": as_book(write_xls, {"Answers": suffixes()}),
    "book.ods": as_book(write_ods, {"Answers": suffixes()}),
    "sheets.xlsx": as_book(write_xlsx, sheets()),
    "sheets.xls": as_book(write_xls, sheets()),
    "sheets.ods": as_book(write_ods, sheets()),
}


def facts(survey: Survey) -> object:
    """What must be the same: names, counts, halves, people, language."""
    names = [feature.name for feature in survey.features]
    halves = survey.tally.half_answered.tolist()
    features = dict(zip(names, zip(survey.tally.counts.tolist(), halves, strict=True), strict=True))
    return features, survey.origin.respondents, survey.origin.language


def expected(names: tuple[str, ...] = FEATURES) -> object:
    """The facts about PEOPLE, without any reader."""
    features = {}
    for at, name in enumerate(names):
        answers = [person[at] for person in PEOPLE]
        cells = [[answers.count((i, j)) for j in range(1, 6)] for i in range(1, 6)]
        features[name] = (cells, sum(bool(one) != bool(other) for one, other in answers))
    return features, len(PEOPLE), "en"


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_a_survey_says_the_same(tmp_path: Path, name: str) -> None:
    """Nothing depends on how somebody's tool wrote it."""
    assert facts(read_survey(FILES[name](tmp_path / name))) == expected()


@pytest.mark.parametrize("name", FILES)
def test_standard_input_says_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """Text and workbooks alike."""
    content = FILES[name](tmp_path / name).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert facts(read_survey("-")) == expected()


def test_whole_questions_say_the_same(tmp_path: Path) -> None:
    """Their names are the functional questions."""
    names = tuple(f"If we had a {feature.lower()}?" for feature in FEATURES)

    assert facts(read_survey(as_text(questions())(tmp_path / "s.csv"))) == expected(names)
