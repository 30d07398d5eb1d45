"""A map file says which item is about which feature."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.backlogs.read import read_backlog

BACKLOG = "Id,Title,Labels\nK-1,Search,kano:fast_search\nK-2,Dark mode,\n,Log,\n"
MAPS = {
    "m.csv": "item,feature\nK-1,audit_log\nK-2,dark_mode; fast_search\nK-2,night\nLog,audit_log\n",
    "other.csv": "Feature;Issue key\naudit_log;K-1\ndark_mode;K-2\nfast_search;K-2\nnight;K-2\n"
    "audit_log;Log\n",
    "bare.csv": "K-1,audit_log\nK-2,dark_mode\nK-2,fast_search\nK-2,night\nLog,audit_log\n",
    "m.yaml": "K-1: audit_log\nK-2: [dark_mode, fast_search, night]\nLog: audit_log\n",
    "more.yml": "K-1: audit_log\nK-2: dark_mode, fast_search, night\nLog: audit_log\nK-99: gone\n",
}


def features(tmp_path: Path, name: str, text: str) -> list[tuple[str, ...]]:
    """What the items are about under this map."""
    (tmp_path / "b.csv").write_text(BACKLOG, "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    backlog = read_backlog(str(tmp_path / "b.csv"), map_file=str(tmp_path / name))
    return [item.features for item in backlog.items]


@pytest.mark.parametrize("name", MAPS)
def test_a_map_adds_features_to_items(name: str, tmp_path: Path) -> None:
    """To those that their labels name; an item without an id goes by its title."""
    assert features(tmp_path, name, MAPS[name]) == [
        ("fast_search", "audit_log"),
        ("dark_mode", "fast_search", "night"),
        ("audit_log",),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("m.csv", "item,feature\nX-1,dark_mode\n", 'none of its items is in the backlog.*"X-1"'),
        ("m.csv", "a,b,c\n1,2,3\n", "is no table of items and features"),
        ("m.csv", "K-1,dark_mode\nK-2,\n", "m.csv, row 2: an item or its feature is blank"),
        ("m.yaml", "- K-1\n", "line 1, column 1: a map must be keys"),
        ("m.yaml", "K-1: a\nK-1: b\n", 'line 2, column 1: the key "K-1" stands here twice'),
        ("m.csv", "", "is empty"),
        ("m.json", '{"K-1": "dark_mode"}', "is no map of items to features"),
    ],
)
def test_a_bad_map_is_refused(name: str, text: str, message: str, tmp_path: Path) -> None:
    """Also one that belongs to another backlog: all its features would be missing."""
    with pytest.raises(KanoError, match=message) as refused:
        features(tmp_path, name, text)

    assert refused.value.hint
