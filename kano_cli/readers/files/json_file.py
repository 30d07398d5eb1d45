"""JSON as a table: a list of records, one record, or a record a line."""

from collections.abc import Mapping, Sequence

from kano_cli.errors import KanoError, shortened
from kano_cli.readers.files.json_text import (
    DEEPEST,
    WANTED,
    JsonObject,
    clean,
    json_values,
    too_deep,
)
from kano_cli.readers.files.records import Gathered, cell_text, gathered
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table

_ENVELOPE = "answers."
"""What the answers of our own HTML form lie in, beside who gave them and when."""


def json_table(source: Source) -> Table:
    """The table that a JSON file makes: a row per record, a column per key.

    A key inside another is joined to it with a dot, and an unanswered one may be missing.

    Raises:
        KanoError: where the text is no JSON, or no list of records.
    """
    records = _records(source, list(json_values(source)))
    if not records:
        raise KanoError("holds no records", source.name, "export the answers again")
    names: dict[str, None] = {}
    rows = []
    for number, record in enumerate(records, start=1):
        place = f"{source.name}, record {number}"
        if not isinstance(record, JsonObject):
            raise KanoError(f"holds {_called(record)} and no object", place, WANTED)
        row = _cells(record, place)
        names.update(dict.fromkeys(row))
        rows.append(row)
    if not names:
        raise KanoError("its records are empty", source.name, "export the answers again")
    titles = _without_envelope(list(names))
    columns = tuple(
        _gathered(rows, name).column(at, title)
        for at, (name, title) in enumerate(zip(names, titles, strict=True))
    )
    return Table(source.name, columns, len(rows), lambda row: row + 1, header_row=0, unit="record")


def _gathered(rows: Sequence[Mapping[str, str]], name: str) -> Gathered:
    """One column; it is blank where a record does not have its key."""
    return gathered([row.get(name, "") for row in rows])


def _records(source: Source, documents: list[object]) -> list[object]:
    """The records of a file: its lines, its one list, or its one object.

    Raises:
        KanoError: if that is another arrangement of the answers.
    """
    if len(documents) != 1:
        return documents
    (value,) = documents
    if isinstance(value, JsonObject) and len(value) == 1:
        (inner,) = value.values()
        value = inner if isinstance(inner, list) and _holds_objects(inner) else value
    if isinstance(value, list):
        return value
    if not isinstance(value, JsonObject):
        raise KanoError(f"is JSON that holds nothing but {_called(value)}", source.name, WANTED)
    if value and not value.twice:
        _refuse_columns(source, value)
    return [value]


def _holds_objects(values: list[object]) -> bool:
    """Whether a list holds records, or is empty and could."""
    return all(isinstance(value, JsonObject) for value in values)


def _refuse_columns(source: Source, value: JsonObject) -> None:
    """Refuse one object that is a whole table, by column or by row number, or holds one.

    Raises:
        KanoError: with the first key.
    """
    for key, one in value.items():
        if isinstance(one, list) and one and _holds_objects(one):
            name = shortened(key)
            raise KanoError(
                f'is one object, and "{name}" in it holds a list of objects',
                source.name,
                f'if they are the answers save that list alone, else leave "{name}" out',
            )
    first = shortened(next(iter(value)))
    inner = list(value.values())
    if all(isinstance(one, list) for one in inner):
        raise KanoError(
            f'is arranged by column: "{first}" holds a list of all its cells', source.name, WANTED
        )
    if all(isinstance(one, JsonObject) and one for one in inner):
        within = [one for one in inner if isinstance(one, JsonObject)]
        if all(key.isdecimal() for one in within for key in one):
            raise KanoError(
                f'is arranged by column: "{first}" holds a cell for each row number',
                source.name,
                WANTED,
            )
        if all(key.isdecimal() for key in value):
            raise KanoError(
                f'its records stand under numbers, such as "{first}", and not in a list',
                source.name,
                WANTED,
            )


def _cells(record: JsonObject, place: str, stem: str = "", depth: int = 1) -> dict[str, str]:
    """The cells of a record by key, keys within keys joined with a dot."""
    if depth > DEEPEST:
        raise too_deep(place)
    if record.twice is not None:
        raise KanoError(
            f'has the key "{shortened(stem + record.twice)}" twice', place, "leave one of them out"
        )
    cells: dict[str, str] = {}
    for key, value in record.items():
        name = stem + key.strip()
        if isinstance(value, JsonObject):
            inner = _cells(value, place, f"{name}.", depth + 1)
        elif isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
            # Read by position, the first object of one person would meet another's first.
            raise KanoError(
                "holds a list of objects or lists, which fits no cell",
                f'{place}, "{shortened(name)}"',
                "leave this key out of the export, or write its answers under keys of their own",
            )
        else:
            inner = {name: _cell(value)}
        if both := cells.keys() & inner.keys():
            raise KanoError(
                f'has two keys that make one column, "{shortened(min(both))}"',
                place,
                "rename one of them",
            )
        cells |= inner
    return cells


def _cell(value: object) -> str:
    """A value as text; the parts of a list are joined."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return clean(cell_text(value))


def _without_envelope(names: Sequence[str]) -> list[str]:
    """The names without `answers.` before them, except where that would be the name of another."""
    there = set(names)
    bare = [name.removeprefix(_ENVELOPE) or name for name in names]
    return [name if short in there else short for name, short in zip(names, bare, strict=True)]


def _called(value: object) -> str:
    """What a value is that ought to be a record."""
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else "a single value"
