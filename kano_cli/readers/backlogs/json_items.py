"""Backlogs in JSON: lists of issues as GitHub's command line writes them, and Trello boards."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Place
from kano_cli.readers.backlogs.columns import column_key, roles_of
from kano_cli.readers.backlogs.record import SEVERAL, Record, Records, Role
from kano_cli.readers.files.json_text import JsonObject, json_values
from kano_cli.readers.files.records import cell_text
from kano_cli.readers.files.source import Source

WANTED = "write a list of objects, one an item, each with a title"
_LISTS = ("items", "issues", "cards", "tasks", "workItems", "nodes", "data")
_DEEPEST = 4
"""A list of labels with a name each is two deep."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"(\s*:)?|[\[\]{}]|\n')


def json_records(source: Source, text: str) -> Records:
    """The records in a JSON file; their places are the lines on which their objects begin.

    Raises:
        KanoError: where the text is no JSON, or holds no list of items.
    """
    values = list(json_values(source))
    key, objects = _objects(source, values)
    lines = list(object_lines(text, key, in_list=_in_list(values)))
    pairs = list(zip(objects, lines, strict=True))
    for made, line in pairs:
        if made.twice is not None:
            raise KanoError(
                f'has the key "{shortened(made.twice)}" twice',
                f"{source.name}, line {line}",
                "leave one of them out",
            )
    (top,) = values if len(values) == 1 else (None,)
    if isinstance(top, JsonObject) and key == "cards" and isinstance(top.get("lists"), list):
        return _trello(source, pairs, top)
    names = list(dict.fromkeys(name for made in objects for name in made))
    filled = [any(made.get(name) not in (None, "", []) for made in objects) for name in names]
    roles = roles_of(names, filled, source.name)
    github = {"number", "title"} <= set(names) and bool({"state", "labels"} & set(names))
    records = [
        Record(Place(source.name, line=line), _texts(made, names, roles)) for made, line in pairs
    ]
    return Records(tuple(record for record in records if record.called), "github" * github)


def _in_list(values: Sequence[object]) -> bool:
    """Whether the objects stand in a list, and not one after the other."""
    return len(values) == 1 and not (
        isinstance(values[0], JsonObject) and not _named_list(values[0])
    )


def _named_list(top: JsonObject) -> str:
    """The key of an object that holds the list of items."""
    return next((key for key in _LISTS if isinstance(top.get(key), list)), "")


def _objects(source: Source, values: Sequence[object]) -> tuple[str, list[JsonObject]]:
    """The objects of the items, and the key of the list that holds them, blank if none does.

    Raises:
        KanoError: for any other shape.
    """
    key, found = "", list(values)
    if len(values) == 1 and isinstance(values[0], list):
        found = values[0]
    elif len(values) == 1 and isinstance(values[0], JsonObject):
        if values[0].twice is not None:
            raise KanoError(
                f'has the key "{shortened(values[0].twice)}" twice',
                source.name,
                "leave one of them out",
            )
        key = _named_list(values[0])
        inner = values[0].get(key)
        found = inner if isinstance(inner, list) else found
        if not key and not any(column_key(name) == "title" for name in values[0]):
            raise KanoError(
                f"is one object with {listed(values[0])}, and none of them is a list of items",
                source.name,
                WANTED,
            )
    if not found:
        raise KanoError("holds no items", source.name, "export the backlog again")
    objects = [one for one in found if isinstance(one, JsonObject)]
    if len(objects) < len(found):
        at = next(at for at, one in enumerate(found) if not isinstance(one, JsonObject))
        raise KanoError(f"its entry {at + 1} is no object", source.name, WANTED)
    return key, objects


def object_lines(text: str, key: str, *, in_list: bool) -> Iterator[int]:
    r"""The line on which each object begins that stands in the list of this key.

    Without a key the objects stand in the one list of the file, or, if not `in_list`, each for
    itself.

    >>> list(object_lines('[{"a": [{}]},\n {"b": "}"}]', "", in_list=True))
    [1, 2]
    """
    depth, line, current = 0, 1, ""
    wanted = 2 if key else int(in_list)
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark[0] == '"':
            if depth == 1 and token[1]:
                current = json.loads(mark[: mark.rindex('"') + 1])
            line += mark.count("\n")  # between a key and its colon
        elif mark == "\n":
            line += 1
        elif mark in "]}":
            depth -= 1
        else:
            if mark == "{" and depth == wanted and (not key or current == key):
                yield line
            depth += 1


def _texts(
    made: JsonObject, names: Sequence[str], roles: Mapping[Role, Sequence[int]]
) -> dict[Role, tuple[str, ...]]:
    """The texts of an object by role."""
    texts: dict[Role, tuple[str, ...]] = {}
    for role, columns in roles.items():
        found = [part for at in columns for part in _parts(made.get(names[at]))]
        if found:
            texts[role] = tuple(dict.fromkeys(found)) if role in SEVERAL else (found[0],)
    return texts


def _parts(value: object, depth: int = 0) -> list[str]:
    """A value as texts: of an object such as a label or a milestone its name or title."""
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [text for part in value for text in _parts(part, depth + 1)]
    if isinstance(value, JsonObject):
        named = (value.get(key) for key in ("name", "title", "key", "number"))
        return _parts(next((name for name in named if name), None), depth + 1)
    text = cell_text(value).strip()
    return [text] if text else []


def _trello(source: Source, cards: Sequence[tuple[JsonObject, int]], board: JsonObject) -> Records:
    """The cards of a Trello board, in the order of the file.

    The list is the status. A card in the archive counts as done where its list says so, and
    as dropped where it does not: nobody plans it any more, and nothing says that it was built.
    """
    lists = [one for one in _each(board.get("lists")) if isinstance(one, JsonObject)]
    by_id = {cell_text(one.get("id")): one for one in lists}
    made = []
    for card, line in cards:
        column = by_id.get(cell_text(card.get("idList")), JsonObject())
        status = cell_text(column.get("name")).strip()
        archived = card.get("closed") is True or column.get("closed") is True
        texts = {
            Role.ID: _parts(card.get("shortLink") or card.get("idShort") or card.get("id")),
            Role.OTHER_ID: _parts(card.get("id")),
            Role.TITLE: _parts(card.get("name")),
            Role.LABELS: _parts(card.get("labels")),
            Role.STATUS: [status] if status else [],
            Role.FINISHED: ["true"] if card.get("dueComplete") is True else [],
            Role.CANCELLED: ["true"] if archived else [],
        }
        kept = {role: tuple(found) for role, found in texts.items() if found}
        made.append(Record(Place(source.name, line=line), kept))
    return Records(tuple(record for record in made if record.called), "trello")


def _each(value: object) -> list[object]:
    """The entries of a list; none where it is something else."""
    return value if isinstance(value, list) else []
