"""The CSV of a result: the same table as in Python, safe to open in a spreadsheet."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from kano_cli import classify
from kano_cli.core.flat import COLUMNS
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.renderers.data.csv import harmless, to_csv
from tests.renderers.screens import drives
from tests.report.surveys import HOSTILE, hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"


def read(text: str) -> list[dict[str, str]]:
    """The rows of a CSV, every cell as text."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def as_cell(value: object) -> str:
    """A value of the pandas table as a cell should show it."""
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, str):
        return visible(harmless(value))
    return (
        str(value).lower() if isinstance(value, bool) or str(value) in "TrueFalse" else str(value)
    )


def assert_same(result: KanoResult) -> None:
    """The CSV holds what the pandas table holds, cell for cell."""
    frame = result.to_frame().reset_index()
    rows = read(to_csv(result))
    assert list(frame.columns) == list(COLUMNS) == list(rows[0])
    expected = [
        {name: as_cell(value) for name, value in zip(frame.columns, values, strict=True)}
        for values in frame.astype(object).itertuples(index=False, name=None)
    ]
    assert rows == expected


@pytest.mark.parametrize("folder", ["mobile-provider-nl", "saas-en"])
def test_a_sample_is_the_pandas_table_cell_for_cell(folder: str) -> None:
    """Unrounded, in the same order of rows and columns."""
    questionnaire = SAMPLES / folder / "questionnaire.yaml"

    assert_same(classify(SAMPLES / folder / "survey.xlsx", questionnaire=questionnaire))


@pytest.mark.parametrize("name", hard_results())
def test_a_hard_result_is_the_pandas_table_cell_for_cell(name: str) -> None:
    """Empty bases, ties, hostile names."""
    assert_same(hard_results()[name])


def test_numbers_come_back_unrounded() -> None:
    """As the very floats of the result."""
    result = result_of({"Dark mode": (61, 20, 24, 54, 3, 16)})
    (row,), (feature,) = read(to_csv(result)), result.features

    assert float(row["better"]) == feature.better
    assert (float(row["worse_low"]), float(row["worse_high"])) == feature.worse_interval
    assert float(row["certainty"]) == feature.certainty
    assert [int(row[word]) for word in ("basic", "questionable")] == [61, 16]


def test_what_does_not_exist_is_an_empty_cell() -> None:
    """Not 0, not nan."""
    (row,) = read(to_csv(hard_results()["an empty base"]))

    assert [row[name] for name in ("better", "better_low", "worse", "importance")] == [""] * 4
    assert (row["answered"], row["classified"], row["basic"]) == ("15", "0", "0")


def test_the_bytes_are_the_same_everywhere() -> None:
    """Line feeds, no mark at the start, words for truth values."""
    text = to_csv(result_of({"Search": (3, 0, 0, 1)}))

    lines = text.split("\n")
    assert "\r" not in text
    assert lines[0].startswith("id,name,rank,category,runner_up,mixed,certainty,answered")
    assert lines[1].startswith("search,Search,1,basic,indifferent,true,0.7")
    assert lines[2:] == [""]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x","y")',
        "+31 6 12345678",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\rcmd",
        "\ttab",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "  =1+1",
        '"=1+1',
        "'=1+1",
        ' \u00a0"\n=1+1',
        "\u200b=1+1",
        "\ufeff=1+1",
        "\u3000@x",
        "’=1",
    ],
    ids=ascii,
)
def test_text_that_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    """An apostrophe before it; nothing is taken away."""
    assert harmless(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["Dark mode", "2 GB extra", "a=b", "e-mail", "a@b.c", "", '"quoted"', "(=1)", "’s avonds"],
)
def test_other_text_is_left_alone(text: str) -> None:
    """A sign inside a text runs nothing."""
    assert harmless(text) == text


def test_a_neutralised_name_is_the_only_change() -> None:
    """Our own negative numbers stay numbers; quotes and commas are kept."""
    row = read(to_csv(result_of({HOSTILE[0]: (30, 5)})))[0]

    assert row["name"] == "'" + HOSTILE[0]
    assert float(row["worse"]) < 0
    assert row["worse"].startswith("-")


def test_no_name_can_drive_the_terminal_that_shows_the_csv() -> None:
    """Nor break a row in two."""
    text = to_csv(hard_results()["hostile names"])

    assert len(text.splitlines()) == 1 + len(HOSTILE)
    assert drives(text) == set()
