"""A map file: which item of a backlog is about which feature, where the backlog cannot say."""

from collections.abc import Mapping as AbstractMapping
from pathlib import Path

from kano_cli.errors import KanoError
from kano_cli.readers.backlogs.columns import ALIASES, column_key
from kano_cli.readers.backlogs.items import split_features
from kano_cli.readers.backlogs.opening import open_backlog, text_of_source
from kano_cli.readers.backlogs.record import Role
from kano_cli.readers.files.delimited import Rows, dialect_of, read_rows
from kano_cli.readers.files.kinds import Kind
from kano_cli.readers.files.workbook import read_sheets
from kano_cli.study.words import name_key
from kano_cli.study.yaml_format import YamlFormat
from kano_cli.study.yaml_nodes import mapping_of, parse_yaml, texts_of

MAP = YamlFormat("map of items to features", "K-12: dark_mode")
_ITEM_NAMES = {name_key(name) for name in (*ALIASES[Role.ID], "item", "item id", "backlog item")}
_FEATURE_NAMES = {name_key(name) for name in (*ALIASES[Role.FEATURE], "feature", "kenmerk")}
_WANTED = "write two columns: item, feature"


def read_map(path: str) -> dict[str, tuple[str, ...]]:
    """The feature ids of each item id, from a table of two columns or a YAML mapping.

    Raises:
        KanoError: where it is neither.
    """
    source, kind = open_backlog(path)
    if Path(path).suffix.lower() in (".yaml", ".yml"):
        text, _ = text_of_source(source)
        top = mapping_of(parse_yaml(text, path, MAP), "a map", MAP.first)
        return {key.text.strip(): _names(texts_of(node, key.text)) for key, node in top.entries}
    if kind is Kind.WORKBOOK:
        rows = read_sheets(source)[0].rows
    elif kind is Kind.TEXT:
        _, encoding = text_of_source(source)
        rows = read_rows(source, dialect_of(source, encoding, _is_name))
    else:
        raise KanoError("is no map of items to features", path, f"{_WANTED}, or {MAP.first}")
    return _by_item(rows, path)


def _names(texts: tuple[object, ...]) -> tuple[str, ...]:
    """The features of one item."""
    return tuple(name for text in texts for name in split_features(getattr(text, "text", "")))


def _is_name(cell: str) -> bool:
    """Whether a cell is the name of one of the two columns."""
    return column_key(cell) in _ITEM_NAMES | _FEATURE_NAMES


def _by_item(rows: Rows, path: str) -> dict[str, tuple[str, ...]]:
    """The features of each item, from rows; the names above the columns may be missing."""
    filled = [(row, at) for row, at in zip(rows.rows, rows.numbers, strict=True) if any(row)]
    item, feature, body = 0, 1, filled
    header = [column_key(cell) for cell in filled[0][0]] if filled else []
    items = [at for at, key in enumerate(header) if key in _ITEM_NAMES]
    features = [at for at, key in enumerate(header) if key in _FEATURE_NAMES]
    if items and features:
        item, feature, body = items[0], features[0], filled[1:]
    elif not header or len(header) > 2:
        raise KanoError("is no table of items and features", path, _WANTED)
    mapped: dict[str, list[str]] = {}
    for row, at in body:
        cells = [*row, "", ""]
        if not cells[item] or not cells[feature]:
            raise KanoError("an item or its feature is blank", f"{path}, row {at}", _WANTED)
        mapped.setdefault(cells[item], []).extend(split_features(cells[feature]))
    return {key: tuple(dict.fromkeys(names)) for key, names in mapped.items()}


def check_used(mapped: AbstractMapping[str, object], keys: set[str], path: str) -> None:
    """Refuse a map that knows none of the items: it belongs to another backlog.

    A map with more items than one export is fine: exports hold what is open today.

    Raises:
        KanoError: with one of its items.
    """
    if mapped and not mapped.keys() & keys:
        first = next(iter(mapped))
        raise KanoError(
            f'none of its items is in the backlog, such as "{first}"',
            path,
            "use the ids of the backlog" + (f', such as "{min(keys)}"' if any(keys) else ""),
        )
