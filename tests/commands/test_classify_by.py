"""`kano classify --by`: a table for each group."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kano_cli.renderers.data.comparison_json import segments_schema
from kano_cli.renderers.data.json import schema as result_schema
from tests.commands.conftest import Runner
from tests.comparison.made import Counts, survey_file


def test_classify_by_shows_each_group_with_a_word_for_small_ones(
    run: Runner, tmp_path: Path
) -> None:
    """Who has no group stands last."""
    groups: Mapping[str, Counts] = {
        "Large": {"Search": (30, 5)},
        "Few": {"Search": (5, 20)},
        "Tiny": {"Search": (0, 0, 12)},
        "": {"Search": (1, 1, 1, 30)},
    }
    file = survey_file(tmp_path, groups)
    out = run("classify", file, "--by", "Plan").out

    titles = [line for line in out.split("\n") if re.match(r"^[A-Za-z ]+ \(\d+\)", line)]
    assert titles == [
        "Few (25)  25 answers, so indicative only",
        "Large (35)",
        "Tiny (12)  12 answers, too few to believe its numbers",
        "no answer (33)",
    ]
    record = json.loads(run("classify", file, "--by", "Plan", "-f", "json").out)
    assert [group["name"] for group in record["groups"]] == ["Few", "Large", "Tiny", None]
    known = Registry().with_resource("urn:kano:result:1", Resource.from_contents(result_schema()))
    Draft202012Validator(segments_schema(), registry=known).validate(record)
    rows = list(csv.DictReader(io.StringIO(run("classify", file, "--by", "Plan", "-f", "csv").out)))
    assert [row["group"] for row in rows] == ["Few", "Large", "Tiny", ""]
    assert "**Few (25)** (25 answers" in run("classify", file, "--by", "Plan", "-f", "markdown").out


def test_a_group_says_how_many_of_its_features_are_shown(run: Runner, tmp_path: Path) -> None:
    """None, where none is of the category that was asked for; it is not small for that."""
    groups: Mapping[str, Counts] = {
        "A": {"Search": (40,), "Dark mode": (0, 40)},
        "B": {"Search": (0, 40), "Dark mode": (0, 40)},
    }
    out = run("classify", survey_file(tmp_path, groups), "--by", "Plan", "--only", "basic").out

    assert "\nA (40) · 1 of 2 features shown\n" in out
    assert "\nB (40) · 0 of 2 features shown\n" in out
