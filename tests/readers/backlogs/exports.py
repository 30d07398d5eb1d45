"""What every sample export holds, written down by hand beside it."""

import json
from pathlib import Path
from typing import Any

from kano_cli.study.backlog import Backlog, Item

FILES = Path(__file__).parents[2] / "backlogs"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FILES / "expected.json").read_text("utf-8"))
_PLAIN: dict[str, Any] = {
    "id": "", "title": "", "labels": [], "features": [], "rank": None, "priority": "",
    "size": None, "release": "", "status": "", "done": False, "dropped": False, "parent": "",
}  # fmt: skip


def as_written(item: Item) -> dict[str, Any]:
    """An item as the expectations write it, its line or row first."""
    fields = {key: getattr(item, key) for key in _PLAIN}
    fields |= {"labels": list(item.labels), "features": list(item.features)}
    return {"line": item.place.line or item.place.row, **fields}


def expected_items(name: str) -> list[dict[str, Any]]:
    """The expected items of a file, with what goes without saying."""
    return [{**_PLAIN, **item} for item in EXPECTED[name]["items"]]


def without_lines(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same items, wherever they stand."""
    return [{key: value for key, value in item.items() if key != "line"} for item in items]


def read_items(backlog: Backlog) -> list[dict[str, Any]]:
    """The items of a backlog as they are written down."""
    return [as_written(item) for item in backlog.items]
