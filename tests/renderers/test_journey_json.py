"""The JSON of a journey: every journey fits its schema, little else does, nothing is rounded."""

import copy
import json
import re
from collections.abc import Iterator
from math import isnan
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from kano_cli.journey.record import JourneyResult
from kano_cli.renderers.data.journey_json import journey_json, journey_record, journey_schema
from kano_cli.report.words import words
from tests.journey.stories import BILL, story
from tests.renderers.journeys import JOURNEYS, effort_of, full, journey_of, ratings_of
from tests.renderers.screens import drives
from tests.renderers.test_schema import Path_, holder, paths

VALIDATOR = Draft202012Validator(journey_schema())
FREE = ("place", "survey", "dropped")
"""Objects whose keys come and go, or are described by the schema of a result."""

_MADE: dict[str, Any] = json.loads(journey_json(full()))


@pytest.fixture(scope="module")
def everything() -> JourneyResult:
    """A journey in which all parts are there."""
    return full()


def record() -> dict[str, Any]:
    """What its JSON says, once for all tests."""
    return copy.deepcopy(_MADE)


def required() -> Iterator[Path_]:
    """Every key that a journey with everything has; of a list its first entry is enough."""
    for path in paths(record()):
        named = isinstance(path[-1], str)
        first = all(key == 0 for key in path if isinstance(key, int))
        if named and first and not set(path[:-1]) & set(FREE):
            yield path


REQUIRED = list(required())
LEAVES = [
    path
    for path in REQUIRED
    if not isinstance(holder(record(), path)[path[-1]], dict | list) and path[-1] not in FREE
]


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    Draft202012Validator.check_schema(journey_schema())


@pytest.mark.parametrize("name", JOURNEYS)
def test_every_journey_fits_and_drives_no_terminal(name: str) -> None:
    """Also where nothing was rated and names are hostile."""
    text = journey_json(journey_of(name))

    VALIDATOR.validate(json.loads(text))
    assert drives(text) == set()
    assert not re.search(r"\b(NaN|Infinity)\b", text)


def test_all_parts_are_there_to_be_tested() -> None:
    """Or the tests below would prove nothing."""
    found = record()

    VALIDATOR.validate(found)
    assert found["missing"] == []
    for part in ("excel", "polish", "designs", "curve", "findings"):
        assert found[part], part
    assert all(found["loyalty"].values())
    assert len(REQUIRED) > 150


@pytest.mark.parametrize("path", REQUIRED, ids=lambda path: ".".join(map(str, path)))
def test_a_record_without_one_of_its_keys_does_not_fit(path: Path_) -> None:
    """Every key of the contract is required."""
    changed = record()
    del holder(changed, path)[path[-1]]

    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_type_does_not_fit(path: Path_) -> None:
    """Nor text for a number, nor an object for anything; what is null may be text or number."""
    changed = record()
    was = holder(changed, path)[path[-1]]
    other: object = 1 if isinstance(was, str) else True if was is None else "text"

    for wrong in ({}, [], other):
        holder(changed, path)[path[-1]] = wrong
        assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("settings", "dose"), -1),
        (("settings", "confidence"), 1),
        (("journey", "phases", 0, "touchpoints"), []),
        (("journey", "phases", 0, "touchpoints", 0, "declared"), "wow"),
        (("journey", "phases", 0, "touchpoints", 0, "says"), "basic"),
        (("journey", "phases", 0, "touchpoints", 0, "agreement"), "no"),
        (("excel", 0, "chosen"), False),
        (("excel", 0, "reasons", 0), "nice"),
        (("excel", 1, "chosen"), True),
        (("excel", 1, "against", 0), "dear"),
        (("polish", 0, "why"), "dear"),
        (("designs", 0, "empty", 0), "cheap"),
        (("designs", 0, "targeted"), ""),
        (("curve", "points"), []),
        (("curve", "points", 0, "after", "interval"), [1]),
        (("loyalty", "recommendation", "score"), 101),
        (("loyalty", "recommendation", "interval"), [-101, 0]),
        (("loyalty", "satisfaction", "nines_and_tens", "share"), 1.1),
        (("loyalty", "received", 0, "difference", "points"), 201),
        (("missing",), ["everything"]),
        (("findings", 0, "code"), "K601"),
        (("findings", 0, "severity"), "fatal"),
    ],
    ids=str,
)
def test_a_value_out_of_its_range_does_not_fit(path: Path_, wrong: object) -> None:
    """Words outside the lists, numbers outside the definitions."""
    changed = record()
    holder(changed, path)[path[-1]] = wrong

    assert not VALIDATOR.is_valid(changed)


def test_a_new_key_does_fit() -> None:
    """Within a schema version the contract only grows."""
    changed = record()
    changed["journey"]["map"] = changed["curve"]["points"][0]["felt"] = True

    VALIDATOR.validate(changed)


def test_the_journey_stands_in_its_order_with_what_each_touchpoint_is() -> None:
    """Phases, touchpoints, features; ids point to features."""
    found = record()["journey"]["phases"]

    assert [(each["name"], [stop["name"] for stop in each["touchpoints"]]) for each in found] == [
        ("Start", ["Website", "Shop"]),
        ("Use", ["Calls", "Bill"]),
    ]
    shop = found[0]["touchpoints"][1]
    assert (shop["declared"], shop["says"], shop["agreement"]) == ("truth", "excel", "agrees")
    assert (shop["basic"], shop["wow"], shop["failing"]) == (["advice"], ["coffee"], ["advice"])
    assert [each["id"] for each in shop["features"]] == ["advice", "coffee"]
    assert shop["leaves_below_neutral"] is True


def test_the_plan_says_what_was_chosen_and_why_not() -> None:
    """The chosen ones first; a feature elsewhere is not lost."""
    found = record()

    assert [(each["id"], each["chosen"]) for each in found["excel"]] == [
        ("gift", True),
        ("coffee", False),
    ]
    assert found["excel"][0]["reasons"][0] == "certain"
    assert found["excel"][1]["against"] == ["basic-fails", "sinks", "far"]
    assert found["excel"][1]["because_of"] == ["advice"]
    assert [(each["id"], each["why"]) for each in found["polish"]] == [
        ("fast_site", "unnoticed"),
        ("tones", "indifferent"),
    ]
    lost = journey_record(story(BILL.replace("name: Gift, touchpoint: Bill,", "name: Gift,")))
    assert [each["id"] for each in lost["journey"]["elsewhere"]] == ["gift"]


def test_a_design_has_null_for_what_nobody_filled_in() -> None:
    """And the list of those points."""
    (gift,) = record()["designs"]

    assert (gift["targeted"], gift["dosed"]) == ("new customers", None)
    assert gift["empty"] == ["dosed", "repeatable", "moment", "emotion"]


def test_numbers_are_those_of_the_record_to_the_last_digit(everything: JourneyResult) -> None:
    """Nothing is rounded on the way."""
    found, curve, loyal = record(), everything.curve, everything.loyalty

    assert curve is not None
    assert loyal.recommendation is not None
    assert loyal.satisfaction is not None
    assert loyal.satisfaction.nines_and_tens is not None
    assert (found["curve"]["peak_end"], found["curve"]["mean"]) == (curve.peak_end, curve.mean)
    for told, point in zip(found["curve"]["points"], curve.points, strict=True):
        for key in ("before", "after", "lift"):
            was = getattr(point, key)
            if was is None:
                assert told[key] is None
            else:
                assert told[key]["mean"] == was.mean.mean
                assert tuple(told[key]["interval"]) == was.interval
    score = found["loyalty"]["recommendation"]
    assert (score["score"], score["se"]) == (loyal.recommendation.score, loyal.recommendation.se)
    assert score["promoters"] + score["passives"] + score["detractors"] == score["answered"]
    share = found["loyalty"]["satisfaction"]["nines_and_tens"]["share"]
    assert share == loyal.satisfaction.nines_and_tens.share


@pytest.mark.parametrize("measure", ["mean", "index", "agree"])
def test_effort_is_given_by_its_one_measure(measure: str) -> None:
    """The others are null, so that nobody takes one for another."""
    effort = journey_record(effort_of(measure))["loyalty"]["effort"]

    assert (effort["measure"], effort["easy"]) == (measure, 7)
    assert [key for key in ("mean", "index", "agree") if effort[key] is not None] == [measure]


def test_what_does_not_exist_is_null() -> None:
    """Never 0, and never NaN."""
    blank = journey_record(journey_of("blank ratings"))
    one = journey_record(journey_of("one person"))
    none = journey_record(journey_of("no questionnaire"))

    assert blank["loyalty"]["recommendation"]["score"] is None
    assert blank["loyalty"]["recommendation"]["answered"] == 0
    assert (blank["curve"], blank["loyalty"]["satisfaction"]) == (None, None)
    assert (one["curve"], one["loyalty"]["recommendation"]) == (None, None)
    assert "few" in one["missing"]
    assert none["journey"]["phases"] == []
    assert len(none["journey"]["elsewhere"]) == none["survey"]["features"]


def test_a_weighted_survey_says_so_and_shares_are_weighted() -> None:
    """People count as people, the base of an interval as the effective size."""
    found = journey_record(journey_of("weighted"))

    assert found["survey"]["weight"] == "Weight"
    assert found["loyalty"]["recommendation"]["answered"] != int(
        found["loyalty"]["recommendation"]["answered"]
    )


def test_nothing_of_a_single_respondent_is_in_it() -> None:
    """Groups of fewer than five are left out; no column of ratings is copied."""
    ratings = {key: values.copy() for key, values in ratings_of().items()}
    ratings["recommendation"][:] = np.nan
    ratings["recommendation"][[0, 3, 6, 9]] = [1, 2, 3, 4]  # all four of them Free
    ratings["recommendation"][[1, 2, 4, 5, 7]] = 10
    found = journey_record(full(ratings=ratings))

    assert [each["group"] for each in found["loyalty"]["groups"]] == ["Team"]
    sizes = [len(part) for part in _lists(found) if part and isinstance(part[0], float)]
    assert max(sizes) == 2  # the ends of intervals


def _lists(value: object) -> Iterator[list[Any]]:
    """Every list in a record."""
    if isinstance(value, list):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _lists(part)


def test_all_that_can_be_missing_is_in_the_schema() -> None:
    """Every key has its words, and every word its key."""
    keys = journey_schema()["properties"]["missing"]["items"]["enum"]
    told = words("en").texts["report_journey"]

    assert {f"missing_{key}" for key in keys} == {key for key in told if key[:8] == "missing_"}


def test_no_number_is_nan_anywhere() -> None:
    """Whatever the journey; json itself would refuse, and say nothing of where."""
    for name in JOURNEYS:
        found = journey_record(journey_of(name))
        for path in paths(found):
            value = holder(found, path)[path[-1]]
            assert not (isinstance(value, float) and isnan(value)), (name, path)
