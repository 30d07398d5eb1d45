"""Parquet, Feather and Arrow files: types become texts, and large files keep few of them."""

import datetime as dt
import decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kano_cli.readers.files import columnar
from kano_cli.readers.files.columnar import columnar_table
from kano_cli.readers.files.source import Source, open_source
from kano_cli.readers.files.table import Table
from kano_cli.readers.survey import read_survey
from tests.readers.files import ANSWERS, DISLIKE, LIKE
from tests.readers.reading import pairs, refusal
from tests.readers.record_files import arrow_stream

NAN = float("nan")
ZONED = pa.timestamp("ns", "Europe/Amsterdam")
TYPES: dict[str, tuple[pa.Array, list[str]]] = {
    "whole floats": (pa.array([1.0, None, 2.5, NAN]), ["1", "", "2.5", ""]),
    "short floats": (pa.array([0.1, 1, None], pa.float32()), ["0.1", "1", ""]),
    "half floats": (pa.array(np.array([0.5, 2], np.float16)), ["0.5", "2"]),
    "integers": (pa.array([3, None, -1], pa.int8()), ["3", "", "-1"]),
    "truth": (pa.array([True, False, None]), ["TRUE", "FALSE", ""]),
    "words": (pa.array([" like ", "like\ufeff", None, ""]), ["like", "like", "", ""]),
    "large words": (pa.array(["a", None], pa.large_string()), ["a", ""]),
    "words as bytes": (pa.array([b"like", None]), ["like", ""]),
    "decimals": (pa.array([decimal.Decimal("1.00"), decimal.Decimal("2.50")]), ["1", "2.5"]),
    "days": (pa.array([dt.date(2026, 10, 5), None]), ["2026-10-05", ""]),
    "moments": (pa.array([0, 10**18], ZONED), [
        "1970-01-01T01:00:00+01:00", "2001-09-09T03:46:40+02:00",
    ]),
    "a far year": (pa.array([0, 2**60], pa.timestamp("s")), [
        "1970-01-01 00:00:00", "<value out of range: 1152921504606846976>",
    ]),
    "hours": (pa.array([3_600_000_000_000], pa.time64("ns")), ["01:00:00"]),
    "nothing": (pa.nulls(2), ["", ""]),
    "categories": (pa.DictionaryArray.from_arrays([2, None, 0], ["a", "b", "c"]), ["c", "", "a"]),
    "number categories": (pa.DictionaryArray.from_arrays([1, 0], [5.0, 1.0]), ["1", "5"]),
    "a null category": (pa.DictionaryArray.from_arrays([1, 0], ["a", None]), ["", "a"]),
}  # fmt: skip
OPEN: dict[str, pa.Array] = {
    "lists": pa.array([["like"], []]),
    "structs": pa.array([{"f": "like"}, {"f": "like"}]),
    "other bytes": pa.array([b"\xff", b"x"]),
    "bytes of one length": pa.array([b"ab", b"cd"], pa.binary(2)),
    "durations": pa.array([1, 2], pa.duration("s")),
}


def streamed(columns: dict[str, pa.Array]) -> Table:
    """The table in an Arrow stream of these columns."""
    return columnar_table(Source("s.arrow", None, arrow_stream(pa.table(columns))))


@pytest.mark.parametrize("name", TYPES)
def test_a_type_becomes_texts(name: str) -> None:
    """In order of first appearance, as a person reads them."""
    array, expected = TYPES[name]
    (column,) = streamed({name: array}).columns

    assert list(column.texts()) == expected
    assert column.values == tuple(dict.fromkeys(expected))
    assert (column.codes.dtype.name, column.open, column.lettered) == ("uint8", False, False)


@pytest.mark.parametrize("name", OPEN)
def test_what_fits_no_cell_is_free_text(name: str) -> None:
    """It is not refused: other columns may hold the answers."""
    column, other = streamed({name: OPEN[name], "a": pa.array(["x", "y"])}).columns

    assert (column.open, column.values, len(column.codes)) == (True, (), 0)
    assert (other.index, other.texts()) == (1, ("x", "y"))


def people(number: int) -> pa.Table:
    """Answers to one question a side, with an id, a free text and a plan beside them."""
    drawn = np.random.default_rng(3)
    return pa.table(
        {
            "respondent": [f"r{at}" for at in range(number)],
            "loan_f": [ANSWERS[code] or None for code in drawn.integers(0, 6, number)],
            "why": [f"because {at}" for at in range(number)],
            "loan_d": [ANSWERS[code] or None for code in drawn.integers(0, 6, number)],
            "plan": [f"Plan {at // 10}" for at in range(number)],
            "tags": [["x"]] * number,
        }
    )


@pytest.mark.parametrize("groups", [7, 64, 1000])
def test_of_a_large_file_only_columns_with_few_texts_are_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, groups: int
) -> None:
    """And those that somebody asks for; a column that opens up late is given up late."""
    table = people(500)
    pq.write_table(table, tmp_path / "s.parquet", row_group_size=groups)
    small = columnar_table(open_source(tmp_path / "s.parquet"))
    monkeypatch.setattr(columnar, "BATCH", 50)
    large = columnar_table(open_source(tmp_path / "s.parquet"), lambda names: {names.index("why")})

    assert [column.open for column in small.columns] == [False] * 5 + [True]
    assert [column.open for column in large.columns] == [True, False, False, False, True, True]
    for name, read in zip(table.column_names, large.columns, strict=True):
        if not read.open:
            texts = tuple(text or "" for text in table[name].to_pylist())
            assert read.texts() == texts == small.columns[read.index].texts()
    assert (large.rows, large.row_number(499), large.header_row) == (500, 500, 0)


def test_many_texts_take_wider_codes(tmp_path: Path) -> None:
    """More than a byte can tell apart."""
    pq.write_table(people(300), tmp_path / "s.parquet")
    first, second, *_ = columnar_table(open_source(tmp_path / "s.parquet")).columns

    assert (first.codes.dtype.name, second.codes.dtype.name) == ("uint32", "uint8")
    assert first.texts() == tuple(f"r{at}" for at in range(300))


def test_two_columns_of_one_name_stay_two(tmp_path: Path) -> None:
    """Parquet allows it; only their places tell them apart."""
    arrays = [pa.array([LIKE, LIKE]), pa.array([DISLIKE, LIKE]), pa.array(["x", "y"])]
    pq.write_table(pa.Table.from_arrays(arrays, ["q", "q", "why"]), tmp_path / "s.parquet")
    read = columnar_table(open_source(tmp_path / "s.parquet"))

    assert [column.texts()[0] for column in read.columns] == [LIKE, DISLIKE, "x"]


def test_a_name_with_a_dot_is_one_name(tmp_path: Path) -> None:
    """It is no path into a column."""
    answers = {"loan.f": [LIKE, LIKE], "loan.d": [DISLIKE, LIKE]}
    pq.write_table(pa.table(answers), tmp_path / "s.parquet")

    assert pairs(read_survey(tmp_path / "s.parquet")) == {"loan": [(1, 5), (1, 1)]}


def test_a_file_that_claims_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """These formats store a million equal values in a few bytes."""
    pq.write_table(people(300), tmp_path / "s.parquet")
    monkeypatch.setattr(columnar, "MAX_CELLS", 1000)

    assert refusal(tmp_path / "s.parquet") == (
        "s.parquet: unpacks to far more than a survey holds\n"
        "hint: leave out the columns that are no answers"
    )


def test_a_stream_that_stops_between_two_batches_is_refused(tmp_path: Path) -> None:
    """The rest would be a stream of fewer people."""
    content = arrow_stream(people(3))
    (tmp_path / "s.arrow").write_bytes(content[:-8])

    assert refusal(tmp_path / "s.arrow") == (
        "s.arrow: is an Arrow file that is damaged or only half of the file\nhint: export it again"
    )


def test_a_header_that_begins_like_parquet_is_text(tmp_path: Path) -> None:
    """A short name for a question may be four letters of magic."""
    path = tmp_path / "s.csv"
    path.write_text(f"PAR1_f,PAR1_d\n{LIKE},{DISLIKE}\n")
    assert pairs(read_survey(path)) == {"PAR1": [(1, 5)]}

    path.write_text(f"FEA1_f,FEA1_d\n{LIKE},{DISLIKE}\n")
    assert pairs(read_survey(path)) == {"FEA1": [(1, 5)]}
