"""A baseline file: small, the same bytes each time, and read back as it was."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kano_cli.analysis import analyse
from kano_cli.checks.gate.baseline.baseline import baseline_of
from kano_cli.checks.gate.baseline.file import parse_baseline
from kano_cli.core.categories import Answer
from kano_cli.core.result import Settings
from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.renderers.data.baseline_json import baseline_json, baseline_schema
from tests.checks.gate.baselines import SETTINGS, SURVEYS, made
from tests.report.surveys import survey_of

SAMPLES = Path(__file__).parents[3] / "samples"
VALIDATOR = Draft202012Validator(baseline_schema())


@pytest.mark.parametrize("name", SURVEYS)
@pytest.mark.parametrize("chosen", SETTINGS, ids=lambda each: each.rule)
def test_what_is_written_is_read_back(name: str, chosen: Settings) -> None:
    """Byte for byte when written again; and it fits the shipped schema."""
    if chosen.table is not SETTINGS[0].table and (
        name == "categories" or (chosen.table is SHORT3X3 and name not in ("weights", "worded"))
    ):
        chosen = replace(chosen, table=SETTINGS[0].table)
    if chosen.table is SHORT3X3:
        chosen = replace(chosen, table=POULIOT)
    text = baseline_json(made(name, chosen))
    again = parse_baseline(text, "b.json")

    assert baseline_json(again) == text
    assert again.rule == chosen.rule
    VALIDATOR.validate(json.loads(text))
    assert not any(char in text for char in "\x1b\x9b\u202e")


def test_only_the_name_of_the_survey_is_kept() -> None:
    """Where it lay on somebody's disk is nobody's business, and no difference."""
    assert made("worded").survey == "b.csv"


def test_a_table_is_kept_by_its_cells() -> None:
    """Also one that lacks some."""
    survey = survey_of({"A": (0, 0, 5, 3)})
    text = baseline_json(baseline_of(survey, analyse(survey, Settings(SHORT3X3))))
    table = parse_baseline(text).table

    assert '"cells": ["..AAO", "..IIM", "..IIM", ".....", "....."]' in text
    assert table is not None
    assert not table.differences(SHORT3X3)
    assert table.name == "short3x3"


@pytest.mark.parametrize("folder", ["mobile-provider-nl", "saas-en"])
def test_the_samples_have_a_baseline(folder: str) -> None:
    """With the questions and the answers as the file words them, and only the name of the file."""
    survey = read_survey(SAMPLES / folder / "survey.csv", ReadOptions())
    text = baseline_json(baseline_of(survey, analyse(survey)))
    record = json.loads(text)

    VALIDATOR.validate(record)
    assert baseline_json(parse_baseline(text)) == text
    assert record["survey"]["file"] == "survey.csv"
    assert set(record["answers"]["functional"]) == {answer.word for answer in Answer}
    assert all(feature["functional"] for feature in record["features"])
    assert [each["id"] for each in record["features"]] == sorted(e.id for e in survey.features)


COUNTS = json.dumps(
    {"basic": 60, "performance": 20, "wow": 10, "indifferent": 20, "reverse": 3, "questionable": 2}
)


def test_a_diff_is_short() -> None:
    """A key on each line, what belongs together on one; features by their id; no clock."""
    lines = baseline_json(made("plain")).splitlines()
    before = lines.index('  "features": [')

    assert lines[before + 1 : before + 16] == [
        "    {",
        '      "id": "dark_mode",',
        '      "name": "Dark mode",',
        '      "category": "basic",',
        '      "certainty": 1.0,',
        '      "answered": 115,',
        f'      "counts": {COUNTS},',
        '      "better": 0.2727,',
        '      "better_interval": [0.1982, 0.3626],',
        '      "worse": -0.7273,',
        '      "worse_interval": [-0.8018, -0.6374],',
        '      "functional": "",',
        '      "dysfunctional": ""',
        "    },",
        "    {",
    ]  # fmt: skip
    assert lines[-1] == "}"


def test_the_order_of_the_file_makes_no_difference() -> None:
    """Two exports of the same answers give the same bytes."""
    counts = {"Search": (10, 90), "Dark mode": (60, 20), "Loan bike": (1, 2, 3)}
    one, other = survey_of(counts), survey_of(dict(reversed(counts.items())))

    assert baseline_json(baseline_of(one, analyse(one))) == baseline_json(
        baseline_of(other, analyse(other))
    )


def paths(value: object, so_far: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a record."""
    if so_far:
        yield so_far
    parts: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    if isinstance(value, list):
        parts = list(enumerate(value))
    for key, part in parts:
        yield from paths(part, (*so_far, key))


def holder(record: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401
    """What holds the value at a path."""
    for key in path[:-1]:
        record = record[key]
    return record


def test_the_schema_knows_every_key_and_what_it_holds() -> None:
    """Without a key, or with an object in the place of a value, nothing fits it."""
    Draft202012Validator.check_schema(baseline_schema())
    whole = json.loads(baseline_json(made("weights")))
    whole["answers"]["functional"]["like"] = ["fijn"]
    VALIDATOR.validate(whole)
    free = {("answers", "functional", "like"), ("features", 0, "effective_n"),
            ("features", 1, "effective_n")}  # fmt: skip
    for path in paths(whole):
        record = copy.deepcopy(whole)
        if isinstance(path[-1], str) and path not in free:
            del holder(record, path)[path[-1]]
            assert not VALIDATOR.is_valid(record), path
        record = copy.deepcopy(whole)
        holder(record, path)[path[-1]] = {"other": {}}
        assert not VALIDATOR.is_valid(record), path
