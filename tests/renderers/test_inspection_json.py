"""The JSON of `kano inspect`, and the schema that it fits."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kano_cli.errors import KanoError
from kano_cli.readers.inspection.record import InspectedColumn, Inspection, Role
from kano_cli.renderers.data.inspection_json import (
    inspection_json,
    inspection_record,
    inspection_schema,
)
from tests.renderers.screens import drives
from tests.report.inspections import doubtful, hostile, understood
from tests.report.surveys import HOSTILE

VALIDATOR = Draft202012Validator(inspection_schema())
OPEN = ("left_out_rows", "codes", "importance", "place")
"""Objects whose keys come and go."""

Path_ = tuple[str | int, ...]


def loaded(inspection: Inspection) -> Any:  # noqa: ANN401
    """What a program reads."""
    return json.loads(inspection_json(inspection))


def paths(value: object, so_far: Path_ = ()) -> Iterator[Path_]:
    """Every key in a record by its path; of a list the first entry stands for all."""
    parts: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value[:1]))
    for key, part in parts:
        if isinstance(key, str) and not set(so_far) & {*OPEN}:
            yield (*so_far, key)
        yield from paths(part, (*so_far, key))


def holder(record: Any, path: Path_) -> Any:  # noqa: ANN401
    """What holds the value at a path."""
    for key in path[:-1]:
        record = record[key]
    return record


REQUIRED = list(paths(inspection_record(doubtful())))


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    Draft202012Validator.check_schema(inspection_schema())


@pytest.mark.parametrize(
    "inspection",
    [understood(), doubtful(), Inspection("empty.csv", refusal=KanoError("is empty"))],
    ids=lambda inspection: inspection.file,
)
def test_every_inspection_fits(inspection: Inspection) -> None:
    """Understood, refused, and refused at once."""
    VALIDATOR.validate(loaded(inspection))


@pytest.mark.parametrize("role", Role)
def test_every_role_fits(role: Role) -> None:
    """By its word."""
    record = loaded(Inspection("a", columns=(InspectedColumn("A", "", role, 0, None),)))

    VALIDATOR.validate(record)
    assert record["columns"][0]["role"] == role.value


@pytest.mark.parametrize("bad", HOSTILE, ids=ascii)
def test_hostile_texts_fit_and_come_back_as_they_were(bad: str) -> None:
    """Nothing in the text would drive a terminal that shows it."""
    text = inspection_json(hostile(bad))

    VALIDATOR.validate(json.loads(text))
    assert drives(text) == set()
    assert json.loads(text)["survey"]["file"] == bad


@pytest.mark.parametrize("path", REQUIRED, ids=lambda path: ".".join(map(str, path)))
def test_a_record_without_one_of_its_keys_does_not_fit(path: Path_) -> None:
    """Every key of the contract is required."""
    record = inspection_record(doubtful())
    del holder(record, path)[path[-1]]

    assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("survey", "rows"), -1),
        (("survey", "header_rows"), [0]),
        (("survey", "respondents"), "many"),
        (("columns", 0, "role"), "feeling"),
        (("columns", 0, "filled"), None),
        (("pairs", 0, "doubt"), True),
        (("texts", "functional", 0, "answer"), "love"),
        (("texts", "functional", 0, "missing"), "no"),
        (("codes",), {"1": "love"}),
        (("refusal", "hint"), None),
        (("findings", 0, "code"), "X104"),
    ],
    ids=str,
)
def test_a_value_out_of_its_range_does_not_fit(path: Path_, wrong: object) -> None:
    """Words outside the lists, numbers outside the definitions."""
    record = inspection_record(doubtful())
    VALIDATOR.validate(record)
    holder(record, path)[path[-1]] = wrong

    assert not VALIDATOR.is_valid(record)


def test_everything_in_the_record_is_there() -> None:
    """Under its own name; what describes the file as a whole under `survey`."""
    record = loaded(understood())

    assert {each.name for each in fields(Inspection)} <= {*record, *record["survey"]}
    assert record["tool"]["name"] == "kano"
    assert record["refusal"] is None
    assert record["codes"] == {"1": "like", "5": "dislike"}
    assert record["survey"]["left_out_rows"] == {"empty": 1, "preview": 1, "incomplete": 3}
    assert record["columns"][4] == {
        "place": "E",
        "header": "How would you feel if the product had the feature Dark mode?",
        "code": "Q1a",
        "role": "functional",
        "feature": "Dark mode",
        "filled": 178,
        "different": 5,
    }
    assert record["pairs"][0] == {
        "feature": "Dark mode",
        "functional": "E",
        "dysfunctional": "F",
        "importance": "G",
        "evidence": "side words",
        "doubt": None,
    }
    assert record["texts"]["functional"][-2:] == [
        {"text": "I dislike it that way", "count": 19, "answer": "dislike", "missing": False},
        {"text": "N/A", "count": 2, "answer": None, "missing": True},
    ]


def test_a_refusal_and_findings_are_told_in_english() -> None:
    """With place and hint, as on stderr."""
    record = loaded(doubtful())

    assert record["refusal"] == {
        "message": "nothing says which of the two questions is the functional one",
        "place": 'answers.csv, column D "Cycle lane 1"',
        "hint": "add --layout alternating, or name the columns in a --questionnaire",
    }
    assert record["findings"][0]["code"] == "K104"
    assert record["findings"][0]["place"] == {"file": "answers.csv", "row": 4}
    assert record["pairs"][1]["doubt"] == "sides"
