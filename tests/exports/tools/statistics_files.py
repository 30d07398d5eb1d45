"""Files of statistics programs: SPSS, Stata, Parquet, Feather; only where a library writes them.

In SPSS and Stata the cells are codes, and the labels of the values are the proof of what they
mean, and the labels of the columns are whole questions. In Parquet and Feather the cells are words
and the columns have ids only. FORMATS says nothing of these files: that the labels and not the ids
are the names of features follows the other tools that write both.
"""

import importlib
import importlib.util
import io
import re
import tempfile
from pathlib import Path
from typing import Any

from tests.exports.survey import (
    ENGLISH,
    IDS,
    PEOPLE,
    QUESTIONS,
    Export,
    neighbours,
    reading,
    suffixed,
    whole_questions,
)

LABELS = dict(enumerate(ENGLISH[1:], start=1))


def exports() -> list[Export]:
    """Every file that the libraries here can write."""
    found = []
    if importlib.util.find_spec("pyreadstat"):
        found += [_spss(), _stata()]
    if importlib.util.find_spec("pyarrow"):
        found += [
            _columns("parquet-words", ".parquet", dictionary=False),
            _columns("parquet-dictionary", ".parquet", dictionary=True),
            _columns("feather-words", ".feather", dictionary=False),
        ]
    return found


def _spss() -> Export:
    """Numbers with labels; the bytes hold the time of writing, which is set."""
    content = _labelled("write_sav", ".sav")
    dated = content[:92] + b"05 Oct 2612:00:00" + content[109:]
    return Export("spss", None, "spss.sav", dated, reading(QUESTIONS))


def _stata() -> Export:
    """The same for Stata."""
    content = re.sub(
        rb"(?<=<timestamp>\x11).{17}", b"05 Oct 2026 12:00", _labelled("write_dta", ".dta")
    )
    return Export("stata", None, "stata.dta", content, reading(QUESTIONS))


def _labelled(writer: str, suffix: str) -> bytes:
    """What pyreadstat writes."""
    pandas, pyreadstat = importlib.import_module("pandas"), importlib.import_module("pyreadstat")
    names = suffixed()
    rows = [[answer or float("nan") for pair in one.pairs for answer in pair] for one in PEOPLE]
    table = pandas.DataFrame(rows, columns=names, dtype="float64")
    table.insert(0, "id", [float(one.number) for one in PEOPLE])
    table.insert(1, "city", [one.city for one in PEOPLE])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"survey{suffix}"
        getattr(pyreadstat, writer)(
            table,
            str(path),
            column_labels=["Number", "City", *whole_questions()],
            variable_value_labels=dict.fromkeys(names, LABELS),
        )
        return path.read_bytes()


def _columns(name: str, suffix: str, *, dictionary: bool) -> Export:
    """A column a question, as text or as a dictionary of texts (a pandas categorical)."""
    arrow: Any = importlib.import_module("pyarrow")
    columns: dict[str, Any] = {
        "id": arrow.array([one.number for one in PEOPLE]),
        "city": arrow.array([one.city or None for one in PEOPLE]),
    }
    answers = zip(*(neighbours(one, ENGLISH) for one in PEOPLE), strict=True)
    for header, cells in zip(suffixed(), answers, strict=True):
        column = arrow.array([cell or None for cell in cells], arrow.string())
        columns[header] = column.dictionary_encode() if dictionary else column
    table, written = arrow.table(columns), io.BytesIO()
    if suffix == ".parquet":
        importlib.import_module("pyarrow.parquet").write_table(table, written)
    else:
        importlib.import_module("pyarrow.feather").write_feather(table, written)
    return Export(name, None, f"{name}{suffix}", written.getvalue(), reading(IDS))
