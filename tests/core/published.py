"""The published tables under `tests/published`, one row at a time."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kano_cli.core.categories import Ints

FOLDER = Path(__file__).resolve().parent.parent / "published"
COUNTED = ("berger-1993", "sauerwein-1996", "stp25kano-readme", "proofofthepudding")
"""The sources that print counts or shares; the others are loaded by the tests that need more."""


def published(name: str) -> Any:  # noqa: ANN401
    """A source as it stands in its file."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, eq=False)
class Row:
    """One feature of a published table: int64 (1, 6) counts, what was printed, what follows."""

    id: str
    table: str
    rule: str
    counts: Ints
    printed: Mapping[str, Any]
    computed: Mapping[str, Any]
    tolerance: Mapping[str, float]


def counted_rows() -> Iterator[Row]:
    """Every feature of which a source prints the six categories."""
    for name in (*COUNTED, "kanosurveys-heated-seats"):
        for table in published(name)["tables"]:
            for row in table["rows"]:
                yield Row(
                    row["id"],
                    table["table"],
                    table["rule"],
                    _whole(row),
                    row["published"],
                    row["computed"],
                    table["tolerance"],
                )


def answer_rows() -> Iterator[Row]:
    """Every feature of the money transfers, under each of two tables; one was printed."""
    source = published("reppel-transfers")
    tolerance = {name.removeprefix("published."): of for name, of in source["tolerance"].items()}
    for feature in source["features"]:
        # The mean of the importance ratings needs the ratings, which are not ours to copy.
        known = {k: v for k, v in feature["published"].items() if k != "importance_mean"}
        table, rule = known.pop("table"), known.pop("rule")
        for name in ("standard", "pouliot"):
            yield Row(
                f"{feature['id']}-{name}",
                name,
                rule,
                np.array([feature[name]["counts"]], np.int64),
                known if name == table else {},
                feature[name]["computed"],
                tolerance,
            )


def _whole(row: Mapping[str, Any]) -> Ints:
    """Counts as printed; shares, which have at most one decimal, as tenths of a per cent."""
    if "counts" in row:
        return np.array([row["counts"]], np.int64)
    return np.array([[round(10 * share) for share in row["percent"]]], np.int64)


def flat(value: object, name: str = "") -> dict[str, Any]:
    """Nested records and lists as one level of dotted names, to compare all of them at once.

    >>> flat({"fong": {"a": 40}, "better_interval": [0.4, 0.6]})
    {'fong.a': 40, 'better_interval.0': 0.4, 'better_interval.1': 0.6}
    """
    if isinstance(value, Mapping):
        parts = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list | tuple):
        parts = [(str(place), part) for place, part in enumerate(value)]
    else:
        return {name: value}
    dotted = [(f"{name}.{key}" if name else key, part) for key, part in parts]
    return {key: leaf for path, part in dotted for key, leaf in flat(part, path).items()}


def close(value: object, *, rel: float = 0, within: float = 0) -> object:
    """What equals `value`; a number within a part of itself or a fixed distance."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return pytest.approx(value, rel=rel, abs=within)
