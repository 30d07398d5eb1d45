"""The JSON of the gate: the contract, key by key, and its shipped schema."""

import copy
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kano_cli import __version__
from kano_cli.checks.gate.policy.rules import RULES
from kano_cli.errors import ExitCode, visible
from kano_cli.findings import CATALOGUE, Place
from kano_cli.renderers.findings.json import as_record, schema, to_json
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import (
    every_kind,
    gate,
    hostile,
    plain_words,
    said,
    verdict,
)
from tests.renderers.screens import drives

VALIDATOR = Draft202012Validator(schema())
Path_ = tuple[str | int, ...]


def full() -> dict[str, Any]:
    """A record in which every value that may be there is there."""
    place = Place("a.csv", "S", 3, "B Dark", "dark_mode", 9)
    result = gate([verdict(place=place, item="P-1", feature="sms")], unchecked=["K430"])
    with plain_words():
        record = as_record(result)
    record["baseline"] = "kano-baseline.json"
    return record


def leaves(value: object, so_far: Path_ = ()) -> list[Path_]:
    """Every place in a record that holds a value and no more places."""
    parts: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    else:
        return [so_far]
    return [path for key, part in parts for path in leaves(part, (*so_far, key))]


def changed(path: Path_, value: object) -> dict[str, Any]:
    """The full record with another value at a place; with None for a key taken out."""
    record = copy.deepcopy(full())
    holder: Any = record
    for key in path[:-1]:
        holder = holder[key]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return record


LEAVES = leaves(full())
REQUIRED = [path for path in LEAVES if isinstance(path[-1], str) and "place" not in path[:-1]]


def test_the_schema_is_one_and_all_records_fit() -> None:
    """Under the draft that it names."""
    Draft202012Validator.check_schema(schema())
    for result in (every_kind(), hostile(), gate(), gate(items=None, applied=[])):
        VALIDATOR.validate(json.loads(to_json(result)))
    VALIDATOR.validate(full())


def test_files_that_were_not_given_are_null() -> None:
    """And not a file without a name."""
    given = as_record(replace(gate(), policy="p.yaml", baseline="b.json"))
    not_given = as_record(replace(gate(), policy=""))

    assert (given["policy"], given["baseline"]) == ("p.yaml", "b.json")
    assert (not_given["policy"], not_given["baseline"]) == (None, None)


def test_a_questionnaire_has_no_survey() -> None:
    """Nor a backlog."""
    record = json.loads(to_json(replace(gate(items=None, subject="q.yaml"), survey=None)))

    VALIDATOR.validate(record)
    assert (record["subject"], record["survey"], record["backlog"]) == ("q.yaml", None, None)


@pytest.mark.parametrize("path", REQUIRED, ids=lambda path: ".".join(map(str, path)))
def test_a_record_without_one_of_its_keys_does_not_fit(path: Path_) -> None:
    """Every key of the contract is required."""
    assert not VALIDATOR.is_valid(changed(path, None))


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_type_does_not_fit(path: Path_) -> None:
    """Nor a list for anything."""
    holder: Any = full()
    for key in path[:-1]:
        holder = holder[key]
    wrong = 1 if isinstance(holder[path[-1]], str | None) else "text"

    assert not VALIDATOR.is_valid(changed(path, wrong))
    assert not VALIDATOR.is_valid(changed(path, []))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("outcome",), "fine"),
        (("exit_code",), 2),
        (("counts", "error"), -1),
        (("findings", 0, "code"), "X1"),
        (("findings", 0, "severity"), "off"),
        (("findings", 0, "message"), ""),
        (("findings", 0, "place", "line"), 0),
        (("findings", 0, "fingerprint"), "abc"),
        (("applied",), ["K401", "K401"]),
    ],
    ids=str,
)
def test_a_value_out_of_its_range_does_not_fit(path: Path_, wrong: object) -> None:
    """Words outside the lists, numbers outside the definitions."""
    assert not VALIDATOR.is_valid(changed(path, wrong))


def test_the_version_comes_first() -> None:
    """A reader need not read further to know what it reads."""
    record = as_record(every_kind())

    assert list(record)[:2] == ["schema_version", "tool"]
    assert record["tool"] == {"name": "kano", "version": __version__}


def test_a_finding_says_all_that_is_known() -> None:
    """The place without what is not known."""
    record = as_record(every_kind())
    _, finding, _, note = record["findings"]

    assert {key: finding[key] for key in finding if key != "fingerprint"} == {
        "code": "K412",
        "name": "reverse-planned",
        "severity": "error",
        "conclusive": True,
        "message": "surely wrong",
        "hint": "do better",
        "place": {"file": "backlog.csv", "line": 9},
        "item": "P-0",
        "feature": "sms",
    }
    assert note["place"] == {"file": "plan.xlsx", "sheet": "Items", "row": 4, "column": "B Title"}
    assert (note["item"], note["feature"], note["name"]) == (None, None, None)


def test_the_days_of_fieldwork_are_there_where_they_are_known() -> None:
    """As the survey's age goes by them."""
    result = gate()
    assert result.survey is not None
    dated = replace(result.survey, answered_until=date(2026, 3, 14))

    survey = as_record(replace(result, survey=dated))["survey"]
    assert (survey["answered_from"], survey["answered_until"]) == (None, "2026-03-14")


def test_the_outcome_and_its_numbers() -> None:
    """As many findings of each severity as are listed."""
    record = as_record(every_kind())

    assert (record["outcome"], record["exit_code"]) == ("failed", 1)
    assert record["counts"] == {"error": 2, "warning": 1, "info": 1}
    assert record["backlog"] == {
        "file": "backlog.csv", "tool": "jira", "items": 3, "fine_items": 2,
    }  # fmt: skip
    assert record["unchecked"][0] == {
        "code": "K430",
        "name": "category-changed",
        "reason": "made-up",
        "message": "made up for this",
    }


@pytest.mark.parametrize("code", [ExitCode.OK, ExitCode.FAILED, ExitCode.INCONCLUSIVE])
def test_the_code_is_the_one_that_the_run_ends_with(code: ExitCode) -> None:
    """The outcome does not change with `--inconclusive`."""
    record = json.loads(rendered(gate([verdict(conclusive=False)]), "json", words("en"), code))

    assert (record["outcome"], record["exit_code"]) == ("inconclusive", code)


def test_programs_get_english() -> None:
    """Whatever language people chose."""
    assert rendered(every_kind(), "json", words("nl")) == rendered(
        every_kind(), "json", words("en")
    )


def test_hostile_texts_arrive_whole_and_drive_nothing() -> None:
    """No terminal and no runner that shows the file."""
    text = to_json(hostile())
    found = {each["item"] or "": each for each in json.loads(text)["findings"]}

    assert found.keys() == said(hostile()).keys()
    for item, each in found.items():
        assert each["message"] == visible(f"says {item}")
        assert (each["feature"] or "") == item
    assert drives(text) == set()
    assert "##[" not in text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    """Whatever is in it."""
    (finding,) = json.loads(to_json(gate([verdict("x" + text, item=text)])))["findings"]

    assert (finding["message"], finding["item"]) == (visible("x" + text), text or None)


def test_every_rule_has_a_code_of_the_catalogue() -> None:
    """And a name of its own, by which JSON calls it."""
    assert {rule.code for rule in RULES} <= CATALOGUE.keys()
    assert len({rule.name for rule in RULES}) == len(RULES)
