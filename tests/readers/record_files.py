"""The files of records that the tests read: each is written by the library that people use."""

import io
import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pyreadstat

from tests.readers.files import Cell, Rows

Records = Sequence[Mapping[str, object]]


def records(rows: Rows) -> list[dict[str, Cell]]:
    """The rows below a header as objects; a blank cell has no key."""
    header = [str(cell) for cell in rows[0]]
    return [
        {key: cell for key, cell in zip(header, row, strict=True) if cell not in (None, "")}
        for row in rows[1:]
    ]


def write_json(path: Path, rows: Rows) -> Path:
    """A list of objects."""
    path.write_text(json.dumps(records(rows), indent=1), "utf-8")
    return path


def write_json_lines(path: Path, rows: Rows) -> Path:
    """An object a line, and a blank line after each."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n\n" for record in records(rows)]
    path.write_text("".join(lines), "utf-8")
    return path


def arrow_table(rows: Rows, *, categories: bool = False) -> pa.Table:
    """The same as columns of text, or of categories; a blank cell is null."""
    columns = {}
    for at, title in enumerate(rows[0]):
        cells = [str(row[at]) if row[at] not in (None, "") else None for row in rows[1:]]
        column = pa.array(cells, pa.string())
        columns[str(title)] = column.dictionary_encode() if categories else column
    return pa.table(columns)


def write_parquet(path: Path, rows: Rows) -> Path:
    """A Parquet file of texts."""
    pq.write_table(arrow_table(rows), path)
    return path


def write_categories(path: Path, rows: Rows) -> Path:
    """A Parquet file of categories, as pandas writes it."""
    arrow_table(rows, categories=True).to_pandas().to_parquet(path)
    return path


def write_feather(path: Path, rows: Rows) -> Path:
    """A Feather file of today, which is an Arrow file."""
    feather.write_feather(arrow_table(rows, categories=True), path)
    return path


def write_old_feather(path: Path, rows: Rows) -> Path:
    """A Feather file of the first kind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that nobody should write it any more
        feather.write_feather(arrow_table(rows), path, version=1)
    return path


def write_arrow_stream(path: Path, rows: Rows) -> Path:
    """An Arrow stream, which has no magic word."""
    path.write_bytes(arrow_stream(arrow_table(rows)))
    return path


def arrow_stream(table: pa.Table) -> bytes:
    """A table as an Arrow stream."""
    written = io.BytesIO()
    with pa.ipc.new_stream(written, table.schema) as stream:
        stream.write_table(table)
    return written.getvalue()


def _labelled(rows: Rows) -> tuple[pd.DataFrame, dict[str, str], dict[str, dict[int, str]]]:
    """Columns of numbers, the titles as their labels, and the texts as labels of the numbers."""
    frame, titles, texts = pd.DataFrame(), {}, {}
    for at, title in enumerate(rows[0], start=1):
        cells = [row[at - 1] or "" for row in rows[1:]]
        numbers = {text: code for code, text in enumerate(dict.fromkeys(cells), start=1) if text}
        name = f"V{at}"
        frame[name] = [numbers.get(cell, float("nan")) for cell in cells]
        titles[name] = str(title)
        texts[name] = {code: str(text) for text, code in numbers.items()}
    return frame, titles, texts


def write_sav(path: Path, rows: Rows) -> Path:
    """An SPSS file; one whose name ends in .zsav is compressed."""
    frame, titles, texts = _labelled(rows)
    pyreadstat.write_sav(
        frame,
        path,
        column_labels=titles,
        variable_value_labels=texts,
        compress=path.suffix == ".zsav",
    )
    return path


def write_dta(path: Path, rows: Rows, version: int = 15) -> Path:
    """A Stata file."""
    frame, titles, texts = _labelled(rows)
    pyreadstat.write_dta(
        frame, path, column_labels=titles, variable_value_labels=texts, version=version
    )
    return path


def write_old_dta(path: Path, rows: Rows) -> Path:
    """A Stata file from before its format began with a word."""
    return write_dta(path, rows, version=10)


WRITERS = {
    "list.json": write_json,
    "lines.jsonl": write_json_lines,
    "text.parquet": write_parquet,
    "categories.parquet": write_categories,
    "new.feather": write_feather,
    "old.feather": write_old_feather,
    "stream.arrow": write_arrow_stream,
    "spss.sav": write_sav,
    "spss.zsav": write_sav,
    "stata.dta": write_dta,
}
"""What writes each kind of file, by a name that such a file could have."""
