"""The shipped JSON Schema: every output fits it, and little else does."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kano_cli import classify
from kano_cli.renderers.data.json import as_record, schema, to_json
from tests.report.surveys import hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"
VALIDATOR = Draft202012Validator(schema())
FREE = ("left_out_rows", "place")
"""Objects whose keys come and go."""

Path_ = tuple[str | int, ...]


def full_record() -> dict[str, Any]:
    """A record in which every value that may be there is there."""
    result = result_of(
        {"Dark mode": (60, 20, 10, 20, 3, 2)}, half={"Dark mode": 2}, importance={"Dark mode": 7.0}
    )
    record = as_record(result)
    record["survey"] |= {"sheet": "S", "platform": "qualtrics", "left_out_rows": {"empty": 2}}
    place = {"file": "a.csv", "sheet": "S", "row": 3, "column": "B Dark", "feature": "dark_mode"}
    record["findings"][0]["place"] = place
    return record


def paths(value: object, so_far: Path_ = ()) -> Iterator[Path_]:
    """Every place in a record."""
    if so_far:
        yield so_far
    if isinstance(value, dict):
        parts: list[tuple[str | int, object]] = list(value.items())
    else:
        parts = list(enumerate(value)) if isinstance(value, list) else []
    for key, part in parts:
        yield from paths(part, (*so_far, key))


def holder(record: Any, path: Path_) -> Any:  # noqa: ANN401
    """What holds the value at a path."""
    for key in path[:-1]:
        record = record[key]
    return record


REQUIRED = [
    path
    for path in paths(full_record())
    if isinstance(path[-1], str) and not set(path[:-1]) & set(FREE)
]
LEAVES = [
    path
    for path in paths(full_record())
    if not isinstance(holder(full_record(), path)[path[-1]], dict | list)
]


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("folder", ["mobile-provider-nl", "saas-en"])
@pytest.mark.parametrize("asked", [True, False], ids=["with its questionnaire", "without"])
def test_the_samples_fit(folder: str, asked: bool) -> None:
    """Under all rules and both tables."""
    questionnaire = SAMPLES / folder / "questionnaire.yaml" if asked else None
    for table in ("standard", "pouliot"):
        for rule in ("mode", "block", "near-tie", "quadrant"):
            result = classify(
                SAMPLES / folder / "survey.csv",
                questionnaire=questionnaire,
                table=table,
                rule=rule,
            )
            VALIDATOR.validate(json.loads(to_json(result)))


@pytest.mark.parametrize("name", hard_results())
def test_hard_results_fit(name: str) -> None:
    """Also where bases are empty and names are hostile."""
    VALIDATOR.validate(json.loads(to_json(hard_results()[name])))


def test_a_table_of_counts_fits(tmp_path: Path) -> None:
    """It has no respondents of its own."""
    file = tmp_path / "counts.csv"
    file.write_text(
        "feature,functional,dysfunctional,count\n"
        "Search,like,dislike,40\nSearch,neutral,neutral,12\nDark mode,like,neutral,30\n"
    )

    record = json.loads(to_json(classify(file)))

    VALIDATOR.validate(record)
    assert record["survey"]["layout"] == "counts"


def test_a_table_of_categories_fits(tmp_path: Path) -> None:
    """It has no answers, no scores, and no table that is known."""
    file = tmp_path / "categories.csv"
    file.write_text("feature,M,O,A,I\nSearch,4,31,12,9\nDark mode,40,3,2,9\n")

    record = json.loads(to_json(classify(file)))

    VALIDATOR.validate(record)
    assert record["survey"]["layout"] == "categories"
    assert record["settings"]["table"] is None
    for feature in record["features"]:
        assert feature["answers"] is None
        assert feature["functional_score"] == {"mean": None, "sd": None, "se": None, "n": 0}
    assert record["findings"][0]["message"] == (
        "the table has no column for reverse, questionable; counted as 0"
    )


def test_the_full_record_fits() -> None:
    """Or the tests below would prove nothing."""
    VALIDATOR.validate(full_record())


@pytest.mark.parametrize("path", REQUIRED, ids=lambda path: ".".join(map(str, path)))
def test_a_record_without_one_of_its_keys_does_not_fit(path: Path_) -> None:
    """Every key of the contract is required."""
    record = full_record()
    del holder(record, path)[path[-1]]

    assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_type_does_not_fit(path: Path_) -> None:
    """Nor text for a number, nor an object for anything."""
    record = full_record()
    was = copy.deepcopy(holder(record, path)[path[-1]])

    wrongs: list[object] = [{}, [], 1 if isinstance(was, str) else "text"]
    for wrong in wrongs:
        holder(record, path)[path[-1]] = wrong
        assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("tool", "name"), "other"),
        (("survey", "respondents"), -1),
        (("survey", "layout"), "sideways"),
        (("settings", "rule"), "median"),
        (("settings", "sort"), "size"),
        (("settings", "confidence"), 1),
        (("settings", "prior"), 0),
        (("settings", "intervals"), "wald"),
        (("features", 0, "rank"), 0),
        (("features", 0, "category"), "must-be"),
        (("features", 0, "letter"), "B"),
        (("features", 0, "better"), 1.01),
        (("features", 0, "better_interval"), [0.1]),
        (("features", 0, "worse"), 0.5),
        (("features", 0, "worse_interval"), [-0.5, 0.1]),
        (("features", 0, "p_value"), 1.5),
        (("features", 0, "counts", "attractive"), 3),
        (("features", 0, "shares", "attractive"), 0.5),
        (("features", 0, "share_intervals", "basic"), [0.1]),
        (("features", 0, "share_intervals", "basic"), [0.1, 1.1]),
        (("features", 0, "rules", "mode"), "attractive"),
        (("features", 0, "rules", "continuous"), "attractive"),
        (("features", 0, "importance", "scale"), {"min": 1}),
        (("features", 0, "answers", 0), [0, 0, 0, 0]),
        (("features", 0, "functional_score", "mean"), 4.5),
        (("findings", 0, "code"), "X201"),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "message"), ""),
        (("findings", 0, "place", "row"), 0),
    ],
    ids=str,
)
def test_a_value_out_of_its_range_does_not_fit(path: Path_, wrong: object) -> None:
    """Words outside the lists, numbers outside the definitions."""
    record = full_record()
    holder(record, path)[path[-1]] = wrong

    assert not VALIDATOR.is_valid(record)


def test_a_new_key_does_fit() -> None:
    """Within a schema version the contract only grows."""
    record = full_record()
    record["weights"] = True
    record["features"][0]["goodman"] = [0.1, 0.2]

    VALIDATOR.validate(record)
