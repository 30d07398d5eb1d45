"""In which order the items of a backlog come: by priority, by rank, or as they stand."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Place
from kano_cli.readers.backlogs.record import Record, Records, Role
from kano_cli.readers.backlogs.states import state_of
from kano_cli.study.priorities import priority_scale
from kano_cli.study.words import name_key

_LABEL = re.compile(r"(?:priority|prioriteit|prio)\s*[:/]\s*(\S.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# Jira's own order: a text that sorts as the board does.
_LEXORANK = re.compile(r"\d\|[0-9a-z]+:[0-9a-z]*")


def priorities_of(records: Records) -> list[str]:
    """The priority of each item: its own, else that of a label `priority: high`.

    Labels count where all open items have one, or the order of the file says nothing.
    """
    own = [record.text(Role.PRIORITY) for record in records.records]
    labelled = [_labelled(record) for record in records.records]
    everywhere = all(text or any(state_of(record)) for record, text in _both(records, labelled))
    use_labels = not any(own) and (everywhere or _is_by_age(records))
    return labelled if use_labels else own


def _labelled(record: Record) -> str:
    """The priority in the labels of a record, as teams write it where a tool has none."""
    found = (_LABEL.fullmatch(label) for label in record.all(Role.LABELS))
    return next((match[1].strip() for match in found if match), "")


def ranks_of(
    records: Records, priorities: Sequence[str], own: Sequence[str] = ()
) -> list[int | None]:
    """The rank of each item, 1 the most urgent; equal priorities share one.

    An item without a priority has no rank where others have one. Without any priority the order
    of the file is the rank; but a list of issues that GitHub wrote, the newest first, has none.

    Raises:
        KanoError: at a priority that no known scale has, and the policy does not name.
    """
    if any(priorities):
        return _dense(_levels(records, priorities, own))
    orders = [record.text(Role.ORDER) for record in records.records]
    if any(orders):
        return _dense([_order(record, text, orders) for record, text in _both(records, orders)])
    if _is_by_age(records):
        return [None] * len(orders)
    return list(range(1, len(orders) + 1))


def _both(records: Records, texts: Sequence[str]) -> list[tuple[Record, str]]:
    """Each record with its text."""
    return list(zip(records.records, texts, strict=True))


def _levels(records: Records, priorities: Sequence[str], own: Sequence[str]) -> list[int | None]:
    """How urgent each item is, by the one scale that has all words."""
    words = list(dict.fromkeys(word for word in priorities if word))
    scale = priority_scale(words, own)
    if scale is not None:
        return [scale.level(word) if word else None for word in priorities]
    if own:
        known = {name_key(word) for word in own}
        stray = next(word for word in words if name_key(word) not in known)
        what = f'the policy does not name the priority "{shortened(stray)}"'
        hint = f"add it to priorities: in the policy; the backlog has {listed(words)}"
    else:
        stray = _stray(words)
        what = f"no scale has all these priorities: {listed(words)}"
        hint = "name them in the policy, the most urgent first: priorities: [Now, Soon, Later]"
    record = next(record for record, word in _both(records, priorities) if word == stray)
    raise KanoError(what, _place_text(record.place), hint)


def _stray(words: Sequence[str]) -> str:
    """The word that keeps the others from a scale, if there is one; else the first."""
    for word in words:
        if priority_scale([other for other in words if other != word]) is not None:
            return word
    return words[0]


def _order(record: Record, text: str, orders: Sequence[str]) -> float | str | None:
    """The place of an item in a column such as Stack Rank: low numbers first."""
    if not text:
        return None
    if all(_LEXORANK.fullmatch(other) for other in orders if other):
        return text
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    raise KanoError(
        f'the rank "{shortened(text)}" is no number', _place_text(record.place), "1 comes first"
    )


def _dense(levels: Sequence[int | float | str | None]) -> list[int | None]:
    """Levels counted from 1 without gaps."""
    there = sorted({level for level in levels if level is not None})
    rank = {level: at for at, level in enumerate(there, start=1)}
    return [None if level is None else rank[level] for level in levels]


def _is_by_age(records: Records) -> bool:
    """Whether GitHub listed its issues, the newest first: their numbers only go down."""
    if records.tool != "github":
        return False
    numbers = [record.text(Role.ID).lstrip("#") for record in records.records]
    if len(numbers) < 2 or not all(number.isdecimal() for number in numbers):
        return False
    ints = [int(number) for number in numbers]
    return all(one > other for one, other in pairwise(ints))


def _place_text(place: Place) -> str:
    """Where a record begins, as an error says it."""
    sheet = f', sheet "{shortened(place.sheet)}"' if place.sheet else ""
    row = f", row {place.row}" if place.row else ""
    return f"{place.file}{sheet}{row}{f', line {place.line}' if place.line else ''}"
