"""When people answered: what a file says of it, and what it leaves open."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kano_cli.analysis import classify
from kano_cli.core.result import UNDATED, Origin
from kano_cli.readers.files import columnar
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.renderers.data.json import as_record
from kano_cli.report.words import words
from tests.exports.every import ALL
from tests.exports.survey import Export
from tests.readers.large import open_large_door
from tests.readers.reading import Reader

FIRST, LAST = date(2026, 10, 5), date(2026, 10, 6)
AMBIGUOUS = {f"google-sheets-{code}.csv" for code in ("en", "es", "fr", "pt")}
SILENT = ("plain-", "surveyjs-", "parquet-", "feather-", "spss", "stata")


def known(origin: Origin) -> tuple[date | None, date | None, str]:
    """The days, or why there are none."""
    return origin.answered_from, origin.answered_until, origin.undated


@pytest.mark.parametrize("export", ALL, ids=[export.name for export in ALL])
def test_the_days_of_every_export_are_found(export: Export, tmp_path: Path) -> None:
    """Of all twelve tools, but where the file has none or may mean two days."""
    path = tmp_path / export.filename
    path.write_bytes(export.content)
    options: Mapping[str, Any] = export.options
    origin = read_survey(path, ReadOptions(**options)).origin
    if export.filename.startswith(SILENT):
        assert known(origin) == (None, None, "no-dates")
    elif export.filename in AMBIGUOUS:
        assert known(origin) == (None, None, "ambiguous-dates")
    else:
        assert known(origin) == (FIRST, FIRST, "")


@pytest.mark.parametrize(
    "name",
    [
        "Timestamp", "Submitted at", "submitted_at", "END DATE", "Date", "Datum", "Tijdstempel",
        "Einddatum", "Horodateur", "Enddatum", "Start date", "Startdatum",
    ],
)  # fmt: skip
def test_a_plain_column_is_known_by_its_name(name: str, read: Reader) -> None:
    """In any case; it becomes no feature."""
    survey = read(f"{name},a_f,a_d\n2026-10-06,like,dislike\n,like,like\n2026-10-05,like,like\n")

    assert known(survey.origin) == (FIRST, LAST, "")
    assert len(survey.features) == 1


@pytest.mark.parametrize("name", ["Date of birth", "Birth date", "Geboortedatum", "Update", "When"])
def test_another_column_is_none(name: str, read: Reader) -> None:
    """A whole name counts, and when somebody was born is nobody's business here."""
    survey = read(f"{name},a_f,a_d\n2026-10-06,like,dislike\n")

    assert known(survey.origin) == (None, None, "no-dates")


def test_the_end_counts_before_the_start(read: Reader) -> None:
    """Wherever the columns stand; the start where the end says nothing."""
    rows = "{} 09:00,{},like,dislike\n"
    head = "Start date,End date,a_f,a_d\n"

    both = read(head + rows.format("2026-10-05", "2026-10-06"))
    start = read(head + rows.format("2026-10-05", "n/a"))
    vague = read(head + rows.format("2026-10-05", "5/10/2026"))

    assert known(both.origin) == (LAST, LAST, "")
    assert known(start.origin) == known(vague.origin) == (FIRST, FIRST, "")


def test_why_there_is_no_day_can_be_said(read: Reader) -> None:
    """In both languages."""
    for column, reason in (
        ("Date,a_f,a_d\nyes,like,dislike\n", "no-dates"),
        ("Date,a_f,a_d\n5/10/2026,like,dislike\n", "ambiguous-dates"),
        ("Date,a_f,a_d\n2026-10-05,like,dislike\nlate,like,like\n", "unreadable-dates"),
    ):
        assert known(read(column).origin) == (None, None, reason)
        assert reason in UNDATED
        assert all(words(code)("unchecked", reason) for code in ("en", "nl"))


def test_a_dutch_name_settles_a_dutch_date(read: Reader) -> None:
    """With dashes; with slashes it may be a sheet set to American dates."""
    row = "{},a_f,a_d\n{},like,dislike\n"

    assert known(read(row.format("Tijdstempel", "5-10-2026")).origin) == (FIRST, FIRST, "")
    for name, day in (("Tijdstempel", "5/10/2026"), ("Timestamp", "5-10-2026")):
        assert known(read(row.format(name, day)).origin) == (None, None, "ambiguous-dates")


QUALTRICS = """\
StartDate,EndDate,Status,Progress,Finished,ResponseId,DistributionChannel,Q1_1,Q2_1
Start Date,End Date,Response Type,Progress,Finished,Response ID,Distribution Channel,\
If we had it? - Bike,If we did not have it? - Bike
2026-10-05 09:00:00,2026-10-06 09:01:00,IP Address,100,True,R_1aaaaaaa,anonymous,like,like
2026-10-09 09:00:00,2026-10-09 09:01:00,IP Address,50,False,R_2aaaaaaa,anonymous,like,
2026-10-01 09:00:00,2026-10-01 09:01:00,Survey Preview,100,True,R_3aaaaaaa,preview,like,like
"""


def test_rows_that_are_left_out_do_not_count(tmp_path: Path) -> None:
    """Until somebody wants them in: previews, and answers that were not finished."""
    path = tmp_path / "q.csv"
    path.write_text(QUALTRICS)

    assert known(read_survey(path).origin) == (LAST, LAST, "")
    included = read_survey(path, ReadOptions(include="preview,incomplete")).origin
    assert known(included) == (date(2026, 10, 1), date(2026, 10, 9), "")


def test_a_limesurvey_without_time_stamps_has_no_days(read: Reader) -> None:
    """Its 1980 is no day; another column may know."""
    head = "id,submitdate,lastpage,startlanguage,{},a_f,a_d\n"
    row = "1,1980-01-01 00:00:00,2,en,{},like,dislike\n"

    none = read(head.format("seed") + row.format("7"))
    last = read(head.format("datestamp") + row.format("2026-10-05 09:00:00"))

    assert known(none.origin) == (None, None, "no-dates")
    assert known(last.origin) == (FIRST, FIRST, "")


def test_a_workbook_has_days_of_its_own(tmp_path: Path) -> None:
    """With a format they are days; without one they are numbers, and mean the same."""
    for value in (dt.datetime(2026, 10, 5, 9, 1), dt.date(2026, 10, 5), 46300.3757, "2026-10-05"):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (["Datum", "a_f", "a_d"], [value, "like", "dislike"]):
            sheet.append(row)
        book.save(tmp_path / "s.xlsx")

        assert known(read_survey(tmp_path / "s.xlsx").origin) == (FIRST, FIRST, "")


def long_of(texts: Sequence[str], name: str = "Timestamp") -> str:
    """A survey with these days, in a column that has more of them than anybody answers with."""
    rows = (
        f'"{text} 09:{at // 60:02}:{at % 60:02}",r{at},because {at},like,dislike\n'
        for at, text in enumerate(texts)
    )
    return "".join([f"{name},Id,why,a_f,a_d\n", *rows])


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["2026-10-05", "2026-10-06"], (FIRST, LAST, "")),
        (["10/5/2026", "10/31/2026"], (FIRST, date(2026, 10, 31), "")),
        (["10/5/2026", "10/6/2026"], (None, None, "ambiguous-dates")),
        (["Oct 05, 2026", "September 12, 2026"], (date(2026, 9, 12), FIRST, "")),
        (["2026-10-05", "2026-10-05", "never"], (None, None, "unreadable-dates")),
        (["note", "remark"], (None, None, "no-dates")),
    ],
)
def test_a_large_file_says_the_same(
    texts: Sequence[str],
    found: tuple[date | None, date | None, str],
    cores: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Though its column of times is not kept."""
    path = tmp_path / "s.csv"
    path.write_text(long_of([*texts] * 150))
    small = read_survey(path)
    open_large_door(monkeypatch, cores)
    large = read_survey(path)

    assert known(small.origin) == known(large.origin) == found


def test_rows_that_are_left_out_of_a_large_file_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The days are kept row by row."""
    head, names, *rows = QUALTRICS.splitlines()
    many = [
        rows[at % 3].replace("09:01:00", f"09:{at // 60:02}:{at % 60:02}").replace("R_", f"R_{at}x")
        for at in range(300)
    ]
    path = tmp_path / "q.csv"
    path.write_text("\n".join([head, names, *many]) + "\n")
    open_large_door(monkeypatch, 1)

    assert known(read_survey(path).origin) == (LAST, LAST, "")


@pytest.mark.parametrize("kind", ["texts", "times", "dictionary"])
def test_a_large_parquet_file_says_the_same(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its times are texts or times."""
    begin = dt.datetime(2026, 10, 5, 9)
    times = [begin + dt.timedelta(minutes=5 * at) for at in range(300)]
    cells = pa.array(times if kind == "times" else [time.isoformat() for time in times])
    if kind == "dictionary":
        cells = cells.dictionary_encode()
    answers = ["like"] * len(times)
    pq.write_table(
        pa.table({"Timestamp": cells, "a_f": answers, "a_d": answers}), tmp_path / "s.pq"
    )
    small = read_survey(tmp_path / "s.pq")
    monkeypatch.setattr(columnar, "BATCH", 50)
    large = read_survey(tmp_path / "s.pq")

    assert known(small.origin) == known(large.origin) == (FIRST, LAST, "")


def test_the_json_has_the_days(tmp_path: Path) -> None:
    """As ISO, null where they are not known, and no time of day."""
    path = tmp_path / "s.csv"
    path.write_text("Date,a_f,a_d\n2026-10-05 09:41,like,dislike\n2026-10-06,like,dislike\n")
    record = as_record(classify(path))

    assert record["survey"]["answered_from"] == "2026-10-05"
    assert record["survey"]["answered_until"] == "2026-10-06"
    assert "09:41" not in json.dumps(record)

    path.write_text("a_f,a_d\nlike,dislike\n")
    survey = as_record(classify(path))["survey"]
    assert (survey["answered_from"], survey["answered_until"]) == (None, None)
