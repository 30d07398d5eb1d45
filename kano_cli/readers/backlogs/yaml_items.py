"""A backlog that a team keeps in YAML: a list of items, or one under `items:`."""

import re
from collections.abc import Mapping as AbstractMapping

from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Place
from kano_cli.readers.backlogs.items import size_of
from kano_cli.readers.backlogs.record import Record, Records, Role
from kano_cli.study.words import name_key
from kano_cli.study.yaml_format import YamlFormat
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    mapping_of,
    parse_yaml,
    text_of,
    texts_of,
)

BACKLOG = YamlFormat("backlog", "items:")
EXAMPLE = "- {id: K-1, title: Dark mode, kano: dark_mode}"
_ROLES: AbstractMapping[str, Role] = {
    "id": Role.ID,
    "title": Role.TITLE,
    "kano": Role.FEATURE,
    "labels": Role.LABELS,
    "priority": Role.PRIORITY,
    "size": Role.SIZE,
    "release": Role.RELEASE,
    "status": Role.STATUS,
    "done": Role.FINISHED,
    "parent": Role.PARENT,
}
_SEVERAL = ("kano", "labels", "release")
UNREAD = ("description", "notes", "assignee", "url")
"""Keys that an item may have and nobody here reads."""

_YES = {"true", "yes", "ja", "x", "on"}
_NO = {"false", "no", "nee", "off"}
_PLACE = re.compile(r".*, line (\d+), column \d+", re.DOTALL)


def yaml_records(text: str, file: str) -> Records:
    """The records in a YAML text; their places are the lines on which the items begin.

    Raises:
        KanoError: with line and column of what is wrong in it.
    """
    top = parse_yaml(text, file, BACKLOG)
    if isinstance(top, Mapping):
        if top.get("features") is not None and top.get("kano") is not None:
            raise KanoError(
                "is a questionnaire and no backlog",
                top.place,
                f"name a backlog, such as  {EXAMPLE}",
            )
        top = top.known("items", "title").get("items") or top
    if not isinstance(top, Sequence):
        raise KanoError("items must be a list", top.place, f"such as  {EXAMPLE}")
    if not top.items:
        raise KanoError("holds no items", top.place, f"write one, such as  {EXAMPLE}")
    return Records(tuple(_record(node, file) for node in top.items))


def _record(node: Node, file: str) -> Record:
    """One item: keys with values, or nothing but its title."""
    place = Place(file, line=line_of(node))
    if isinstance(node, Scalar):
        return Record(place, {Role.TITLE: (text_of(node, "an item"),)})
    item = mapping_of(node, "an item", EXAMPLE).known(*_ROLES, *UNREAD)
    texts: dict[Role, tuple[str, ...]] = {}
    for key, role in _ROLES.items():
        value = item.get(key)
        if value is None or _is_blank(value):
            continue
        if key in _SEVERAL:
            texts[role] = tuple(one.text for one in texts_of(value, key))
        else:
            texts[role] = (text_of(value, key),)
    if Role.TITLE not in texts and Role.ID not in texts:
        raise KanoError("an item without a title or an id", item.place, f"such as  {EXAMPLE}")
    _check_size(item)
    return Record(place, _checked_done(item, texts))


def _is_blank(value: Node) -> bool:
    """Whether a key says nothing, as in  release:  or  labels: []."""
    if isinstance(value, Sequence):
        return not value.items
    return isinstance(value, Scalar) and value.text.strip() in ("", "~", "null")


def _check_size(item: Mapping) -> None:
    """Refuse a size that is no number: here a person can write one."""
    size = item.get("size")
    if size is not None and not _is_blank(size) and size_of(text_of(size, "size")) is None:
        raise KanoError(
            f'the size "{shortened(text_of(size, "size"))}" is no number',
            size.place,
            "write a number, such as  size: 3",
        )


def _checked_done(item: Mapping, texts: dict[Role, tuple[str, ...]]) -> dict[Role, tuple[str, ...]]:
    """The texts, once `done:` says yes or no."""
    word = name_key(texts.get(Role.FINISHED, ("no",))[0])
    if word not in _YES | _NO:
        node = item.get("done") or item
        raise KanoError(
            f'"{shortened(word)}" is neither yes nor no',
            node.place,
            "write  done: yes  or leave it out",
        )
    return {**texts, Role.FINISHED: ("true" if word in _YES else "false",)}


def line_of(node: Node) -> int:
    """The line on which a node begins; its place ends in line and column."""
    found = _PLACE.fullmatch(node.place)
    if found is None:
        raise ValueError(node.place)
    return int(found[1])
