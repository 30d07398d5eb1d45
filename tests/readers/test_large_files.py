"""A large text file goes through another door, and comes out the same."""

from pathlib import Path

import pytest

from kano_cli.readers.files.source import Source, open_source
from kano_cli.readers.files.table import Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.readers.text_file import open_text
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Survey
from tests.readers.files import ANSWERS, Cell, csv_text, write
from tests.readers.large import HEADER, open_large_door, rows_of
from tests.readers.reading import asked, pairs

STUDY = asked(
    """
    segments: [Plan, column C]
    importance: {min: 0, max: 100}
    features: [{name: loan, columns: {importance: rating}}, {name: lock}]
    """
)


def texts(table: Table) -> dict[str, tuple[str, ...]]:
    """What a table says, by header; a column that is not kept says nothing."""
    return {c.header: c.texts() for c in table.columns if not c.open}


def both(
    path: Path, monkeypatch: pytest.MonkeyPatch, options: ReadOptions | None = None, cores: int = 2
) -> tuple[Survey, Survey]:
    """The survey through either door."""
    plain = read_survey(path, options)
    with monkeypatch.context() as patch:
        open_large_door(patch, cores)
        return plain, read_survey(path, options)


def assert_same(one: Survey, other: Survey) -> None:
    """Every number, name, finding and segment."""
    assert pairs(one) == pairs(other)
    assert one.origin == other.origin
    assert one.findings == other.findings
    assert one.importance == other.importance
    assert one.responses is not None
    assert other.responses is not None
    assert one.responses.segments == other.responses.segments


FILES = {
    "plain": csv_text([HEADER, *rows_of(500)]).encode(),
    "quoted": csv_text([HEADER, *rows_of(500)], quoted=True).encode(),
    "windows": csv_text([HEADER, *rows_of(500)], end="\r\n").encode("utf-8-sig"),
    "mark": csv_text([["I\nd", *HEADER[1:]], *rows_of(300)]).encode("utf-8-sig"),
    "mac": csv_text([HEADER, *rows_of(300)], end="\r").encode(),
    "semicolon": b"sep=;\n" + csv_text([HEADER, *rows_of(300)], ";").encode(),
    "cp1252": csv_text([HEADER, *rows_of(300)]).replace("because", "café").encode("cp1252"),
    "utf-16": csv_text([HEADER, *rows_of(300)]).encode("utf-16"),
    "title": ("Bike shop\n\n" + csv_text([HEADER, *rows_of(300)])).encode(),
    "blank rows": (csv_text([HEADER, *rows_of(90)]) + "\n , ,\n" + csv_text(rows_of(90))).encode(),
    "trailing": csv_text([HEADER, *[[*row, ""] for row in rows_of(300)]]).encode(),
    "short rows": csv_text([HEADER, *[r[: 9 + len(r[3]) % 2] for r in rows_of(300)]]).encode(),
    "line breaks": csv_text([HEADER, *[[*r[:3], "a\n\nb", *r[4:]] for r in rows_of(200)]]).encode(),
    "one row": csv_text([HEADER, *rows_of(1)]).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("cores", [1, 2, 5])
@pytest.mark.parametrize("study", [None, STUDY])
def test_both_doors_lead_to_the_same_survey(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    cores: int,
    study: Questionnaire | None,
) -> None:
    """With free text, ids, segments of many values, and a rating of 0 to 100."""
    path = write(tmp_path / "survey.csv", FILES[name])

    assert_same(*both(path, monkeypatch, ReadOptions(study), cores))


@pytest.mark.usefixtures("large_door")
def test_free_text_that_begins_late_is_found_out(tmp_path: Path) -> None:
    """Up to there the column looked like one with few texts."""
    rows = rows_of(900)
    for row in rows[:100]:
        row[3] = "because"
    (table,) = open_text(_source(tmp_path, rows), ReadOptions()).tables

    assert [c.header for c in table.columns if c.open] == ["Id", "Plan", "Age", "why", "rating"]
    assert texts(table)["loan_f"] == tuple(row[5].strip() for row in rows)


def test_a_rating_that_varies_late_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody asked for it, so it is no free text."""
    rows = rows_of(900)
    for at, row in enumerate(rows):
        row[4] = "7" if at < 100 else f"{at / 9:.2f}"
    path = write(tmp_path / "survey.csv", csv_text([HEADER, *rows]))

    assert_same(*both(path, monkeypatch, ReadOptions(STUDY)))


@pytest.mark.usefixtures("large_door")
def test_more_texts_than_a_byte_can_count_are_kept_apart(tmp_path: Path) -> None:
    """Ten columns with thirty texts each, none of them free text."""
    header = [*(f"c{at}" for at in range(10)), "loan_f", "loan_d"]
    rows = [
        [*(f"{column} {at % 30}" for column in header[:10]), ANSWERS[at % 5 + 1], "like"]
        for at in range(400)
    ]
    (table,) = open_text(_source(tmp_path, rows, header), ReadOptions()).tables

    assert texts(table)["loan_f"] == tuple(row[10] for row in rows)
    assert texts(table)["loan_d"] == ("like",) * 400


def _source(folder: Path, rows: list[list[str]], header: list[str] | None = None) -> Source:
    """A file with these rows."""
    return open_source(write(folder / "survey.csv", csv_text([header or HEADER, *rows])))


@pytest.mark.usefixtures("large_door")
@pytest.mark.parametrize("quoted", [False, True])
def test_texts_stand_in_the_order_in_which_they_come(tmp_path: Path, *, quoted: bool) -> None:
    """As in a small file, though all columns share one dictionary."""
    rows = [["like", "neutral"], ["neutral", "like"], ["dislike", "neutral"]]
    path = write(tmp_path / "s.csv", csv_text([["loan_f", "loan_d"], *rows], quoted=quoted))
    (table,) = open_text(open_source(path), ReadOptions()).tables

    assert [column.values for column in table.columns] == [
        ("like", "neutral", "dislike"),
        ("neutral", "like"),
    ]


LONG = [["respondent", "feature", "functional", "dysfunctional"]] + [
    [f"r{at // 60}", f"feature {at % 60}", ANSWERS[at % 5 + 1], ANSWERS[at % 3 + 1]]
    for at in range(3000)
]


def test_a_long_table_keeps_its_many_respondents_and_features(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are many texts, and no free text."""
    path = write(tmp_path / "long.csv", csv_text(LONG))
    plain, large = both(path, monkeypatch)

    assert_same(plain, large)
    assert (len(large.features), large.origin.respondents) == (60, 50)


def test_counts_may_be_many_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a column of answers has texts."""
    rows: list[list[Cell]] = [
        [f"f{at % 9}", ANSWERS[at % 5 + 1], ANSWERS[at % 4 + 1], at] for at in range(300)
    ]
    path = write(
        tmp_path / "c.csv", csv_text([["feature", "functional", "dysfunctional", "n"], *rows])
    )
    plain, large = both(path, monkeypatch)

    assert plain.tally == large.tally
    assert large.tally.counts.sum() == sum(range(300))
