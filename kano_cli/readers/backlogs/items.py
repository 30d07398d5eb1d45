"""Records become items: words understood, labels read, parents found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kano_cli.readers.backlogs.ranks import priorities_of, ranks_of
from kano_cli.readers.backlogs.record import Record, Records, Role
from kano_cli.readers.backlogs.states import state_of
from kano_cli.study.backlog import Item

_KANO = re.compile(r"kano\s*:\s*(\S.*)", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_LISTED_IDS = re.compile(r"[\w.-]+(?:\s*,\s*[\w.-]+)+")


def items_of(
    records: Records, own_priorities: Sequence[str], mapped: Mapping[str, tuple[str, ...]]
) -> tuple[Item, ...]:
    """The items of a backlog, in its order; `mapped` has feature ids by item id.

    Raises:
        KanoError: at a priority or a rank that cannot be understood.
    """
    priorities = priorities_of(records)
    ranks = ranks_of(records, priorities, own_priorities)
    made = [
        _item(record, priority, rank, mapped)
        for record, priority, rank in zip(records.records, priorities, ranks, strict=True)
    ]
    parents = _parents(records, made)
    return tuple(
        replace(item, parent=parent) if parent else item
        for item, parent in zip(made, parents, strict=True)
    )


def _item(
    record: Record, priority: str, rank: int | None, mapped: Mapping[str, tuple[str, ...]]
) -> Item:
    """One item."""
    done, dropped = state_of(record)
    labels = record.all(Role.LABELS)
    features = [
        *(name for cell in record.all(Role.FEATURE) for name in split_features(cell)),
        *(match[1].strip() for label in labels if (match := _KANO.fullmatch(label))),
        *mapped.get(record.key, ()),
    ]
    return Item(
        id=record.text(Role.ID),
        title=" ".join(record.text(Role.TITLE).split()),
        place=record.place,
        labels=labels,
        features=tuple(dict.fromkeys(features)),
        rank=rank,
        priority=priority,
        size=size_of(record.text(Role.SIZE)),
        release=", ".join(dict.fromkeys(record.all(Role.RELEASE))),
        status=record.text(Role.STATUS),
        done=done,
        dropped=dropped,
    )


def split_features(cell: str) -> Iterator[str]:
    """The features that a cell names: ids after commas, or names after semicolons.

    >>> list(split_features("dark_mode, search")), list(split_features("Search, and fast"))
    (['dark_mode', 'search'], ['Search, and fast'])
    """
    for part in re.split(r"[;|\n]", cell):
        text = part.strip()
        if _LISTED_IDS.fullmatch(text):
            yield from (name.strip() for name in text.split(","))
        elif text:
            yield text.removeprefix("kano:").strip()


def size_of(text: str) -> float | None:
    """A size that is a plain number; a word such as XL, or a number with a unit, is none.

    >>> size_of("5"), size_of("0,5"), size_of("XL"), size_of("3d")
    (5.0, 0.5, None, None)
    """
    return float(text.replace(",", ".")) if _SIZE.fullmatch(text) else None


def _parents(records: Records, items: Sequence[Item]) -> list[str]:
    """The key of the item that each one is a part of, blank where it is not in the file."""
    keys: dict[str, str] = {}
    # Titles first: an id that happens to be another one's title outweighs it.
    for item in items:
        keys.setdefault(item.title, item.key)
    for record, item in zip(records.records, items, strict=True):
        for name in (record.text(Role.OTHER_ID), item.id):
            if name:
                keys[name] = item.key
    found = [keys.get(record.text(Role.PARENT), "") for record in records.records]
    return ["" if parent == item.key else parent for parent, item in zip(found, items, strict=True)]
