"""JSON: the shapes in which answers come, and those that are refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.readers.files.delimited import STRAY
from kano_cli.readers.files.json_file import json_table
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table
from tests.readers.files import write
from tests.readers.reading import Reader, pairs, refusal

WANTED = "hint: write a list of objects, one a respondent, or an object a line"
AGAIN = "hint: export the answers again"

READ = {
    # SurveyJS results: flat, and a matrix
    '[{"loanbike_f": "like", "loanbike_d": "dislike"}, {"loanbike_f": "like"}]': [(1, 5), (1, 0)],
    '[{"loanbike": {"f": "like", "d": "dislike"}}, {}]': [(1, 5)],
    # our own HTML form
    '{"questionnaire": "Bike shop", "hash": "sha256:3f9c", "respondent": "5b0c", "submitted": "x",'
    ' "answers": {"loanbike_f": "like", "loanbike_d": "dislike"}}': [(1, 5)],
    # a list under one key
    '{"results": [{"loanbike_f": "like", "loanbike_d": "dislike"}]}': [(1, 5)],
    # an object a line
    '{"loanbike_f": "like", "loanbike_d": "neutral"}\r\n\r\n{"loanbike_d": "like"}\r\n': [
        (1, 3), (0, 1),
    ],
    '\n  {"loanbike_d": "dislike", "loanbike_f": null}\n': [(0, 5)],
}  # fmt: skip


@pytest.mark.parametrize("name", ["s.json", "s.csv", "s"])
@pytest.mark.parametrize("content", READ)
def test_a_published_shape_is_read(read: Reader, content: str, name: str) -> None:
    """Whatever the file is called."""
    assert pairs(read(content, name=name)) == {"loanbike": READ[content]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_is_read(read: Reader, encoding: str) -> None:
    """As other tools write JSON."""
    content = '[{"café_f": "J’aime", "café_d": "dislike"}, {"café_f": "like", "café_d": "like"}]'

    assert pairs(read(content.replace("J’aime", "like").encode(encoding))) == {
        "café": [(1, 5), (1, 1)]
    }


def table(content: str) -> Table:
    """The table in a JSON file."""
    return json_table(Source("s.json", None, content.encode("utf-8", "surrogatepass")))


def cells(content: str) -> dict[str, tuple[str, ...]]:
    """Its columns, each with the texts of all rows."""
    return {column.header: column.texts() for column in table(content).columns}


VALUES = {
    "1": "1",
    "1.0": "1",
    "2.50": "2.5",
    "-3": "-3",
    "1e2": "100",
    "1e400": "1e400",
    "9" * 5000: "9" * 5000,
    "true": "true",
    "null": "",
    "NaN": "",
    "-Infinity": "-Infinity",
    '" x\\u00a0"': "x",
    '"\\ud800"': "?",
    '["a", 1.0, null, false]': "a, 1, , false",
    "[]": "",
}


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_a_text_as_a_person_reads_it(value: str) -> None:
    """What is missing is blank, and no number is too large."""
    assert cells(f'{{"q": {value}, "r": 1}}') == {"q": (VALUES[value],), "r": ("1",)}


def test_columns_stand_in_the_order_in_which_keys_first_come() -> None:
    """A record without a key is blank there."""
    read = table('[{"b": "x"}, {"a": {"y": "1", "z": {"q": "2"}}, "b": "x"}, {}]')

    assert {column.header: column.texts() for column in read.columns} == {
        "b": ("x", "x", ""), "a.y": ("", "1", ""), "a.z.q": ("", "2", ""),
    }  # fmt: skip
    assert (read.header_row, read.unit, read.row_place(1)) == (0, "record", "s.json, record 2")
    assert [column.place for column in read.columns][:2] == ['column "b"', 'column "a.y"']


def test_the_envelope_comes_off_unless_two_columns_would_be_one() -> None:
    """Then that one keeps it."""
    assert list(cells('{"id": 1, "answers": {"loan_f": "like", "answers": "x"}}')) == [
        "id", "loan_f", "answers",
    ]  # fmt: skip
    assert list(cells('{"id": 1, "answers": {"loan_f": "like", "id": "x"}}')) == [
        "id", "loan_f", "answers.id",
    ]  # fmt: skip


REFUSED = {
    "[[1, 2]]": f", record 1: holds a list and no object\n{WANTED}",
    '["loan_f", "loan_d"]': f", record 1: holds a single value and no object\n{WANTED}",
    '[{"a": 1}, null]': f", record 2: holds null and no object\n{WANTED}",
    "42": f": is JSON that holds nothing but a single value\n{WANTED}",
    '"like"': f": is JSON that holds nothing but a single value\n{WANTED}",
    "[]": f": holds no records\n{AGAIN}",
    '{"data": []}': f": holds no records\n{AGAIN}",
    "{}": f": its records are empty\n{AGAIN}",
    '{"loan_f": ["like"], "loan_d": ["dislike"]}': (
        f': is arranged by column: "loan_f" holds a list of all its cells\n{WANTED}'
    ),
    '{"loan_f": {"0": "like", "1": "like"}, "loan_d": {"0": "dislike", "1": "like"}}': (
        f': is arranged by column: "loan_f" holds a cell for each row number\n{WANTED}'
    ),
    '{"0": {"loan_f": "like"}, "1": {"loan_f": "like"}}': (
        f': its records stand under numbers, such as "0", and not in a list\n{WANTED}'
    ),
    '{"count": 1, "results": [{"loan_f": "like"}]}': (
        ': is one object, and "results" in it holds a list of objects\n'
        'hint: if they are the answers save that list alone, else leave "results" out'
    ),
    '[{"id": 1}, {"panel": [{"f": "like", "d": "dislike"}]}]': (
        ', record 2, "panel": holds a list of objects or lists, which fits no cell\n'
        "hint: leave this key out of the export, or write its answers under keys of their own"
    ),
    '[{"loan_f": "like", "x": {"a": 1, "a": 2}}]': (
        ', record 1: has the key "x.a" twice\nhint: leave one of them out'
    ),
    '[{"a": {"b": 1}, "a.b": 2}]': (
        ', record 1: has two keys that make one column, "a.b"\nhint: rename one of them'
    ),
    '[{"a": 1},\n {"b" 2}]': (
        ", line 2, column 7: is broken JSON: expecting ':' delimiter\n"
        "hint: mend it there, or export it again"
    ),
    '{"a": 1},\n{"a": 2}': (
        ", line 1, column 9: is broken JSON: expecting value\n"
        "hint: mend it there, or export it again"
    ),
    '[{"a": 1},\n {"b": "2': (
        ", line 2, column 8: the JSON breaks off: only half of the file, perhaps\n"
        "hint: export it again"
    ),
}


@pytest.mark.parametrize("content", REFUSED)
def test_another_arrangement_is_refused(tmp_path: Path, content: str) -> None:
    """With what is there, where, and what would be read."""
    assert refusal(write(tmp_path / "s.json", content)) == f"s.json{REFUSED[content]}"


@pytest.mark.parametrize("content", ['{"a":' * 30 + "1" + "}" * 30, '[{"a":' * 50_000])
def test_depth_without_end_is_refused(tmp_path: Path, content: str) -> None:
    """No survey is built so."""
    told = refusal(write(tmp_path / "s.json", content))

    assert told.endswith(f": is nested more than 20 levels deep\n{WANTED}")


def test_a_byte_that_is_no_unicode_is_named(tmp_path: Path) -> None:
    """JSON is never Windows-1252."""
    assert refusal(write(tmp_path / "s.json", '[{"café": 1}]', "cp1252")) == (
        "s.json: byte 6 (E9 in hex) is not UTF-8, as JSON should be\nhint: save the file as UTF-8"
    )


@pytest.mark.parametrize("header", ["{{field:a}}_f,{{field:a}}_d", "[1] a_f,[1] a_d"])
def test_a_header_in_brackets_is_no_json(read: Reader, header: str) -> None:
    """Survey tools write such headers into text files."""
    assert len(read(f"{header}\nlike,dislike\n").features) == 1


KEYS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=5).filter(
    lambda key: key == key.strip() and not key.startswith("answers.")
)
CELLS = st.none() | st.text(max_size=6)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    keys=st.lists(KEYS, min_size=2, max_size=4, unique=True),
    data=st.data(),
    lines=st.booleans(),
)
def test_any_table_comes_back(keys: list[str], data: st.DataObject, lines: bool) -> None:
    """As a list or a record a line, cell for cell."""
    rows = data.draw(st.lists(st.tuples(*[CELLS] * len(keys)), min_size=1, max_size=5))
    written = [dict(zip(keys, row, strict=True)) for row in rows]
    text = "\n".join(map(json.dumps, written)) if lines else json.dumps(written)
    read = cells(text)

    assert read == {
        key: tuple((row[at] or "").encode("utf-8", "replace").decode().strip(STRAY) for row in rows)
        for at, key in enumerate(keys)
    }
