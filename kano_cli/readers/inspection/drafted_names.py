"""The names in a drafted questionnaire: of its features, and of the columns that it points at."""

import re
from collections.abc import Iterator, Sequence

from kano_cli.readers.inspection.record import InspectedColumn
from kano_cli.study.words import name_key, normal, slug
from kano_cli.study.yaml_nodes import is_doubtful

_LETTERS = re.compile(r"column [a-z]{1,3}", re.IGNORECASE)
_LOST = "\ufffd"
"""Stands for a character that no terminal should see, so the header is not the file's."""


def drafted_names(names: Sequence[str]) -> list[tuple[str, str]]:
    """An id and a name for each feature, none of which a questionnaire takes for another's.

    >>> drafted_names(["Dark mode", "Dark-mode", "Café", "Cafe"])[1:]
    [('dark_mode_2', 'Dark-mode (2)'), ('cafe_2', 'Café'), ('cafe', 'Cafe')]
    """
    taken: set[str] = set()
    shown = []
    for name in names:
        chosen = next(text for text in _numbered(name, " ({})") if name_key(text) not in taken)
        taken.add(name_key(chosen))
        shown.append(chosen)
    ids = []
    for name in shown:
        others = taken - {name_key(name)}
        identity = next(i for i in _numbered(slug(name), "_{}") if name_key(i) not in others)
        taken.add(name_key(identity))
        ids.append(identity)
    return list(zip(ids, shown, strict=True))


def _numbered(text: str, form: str) -> Iterator[str]:
    """A text as it is, then with a number behind it."""
    yield text
    number = 2
    while True:
        yield text + form.format(number)
        number += 1


def reference(column: InspectedColumn, columns: Sequence[InspectedColumn]) -> str:
    """How `columns:` names a column: by its header where that finds it alone, else by its letter.

    A file without letters has names for its columns, which find them as well.
    """
    sheet = _sheet(column)
    columns = [other for other in columns if _sheet(other) == sheet]
    for name in (column.header, column.code) if column.place.startswith('"') else (column.header,):
        odd = name != name.strip() or _LOST in name or _LETTERS.fullmatch(name)
        if name and not odd and not is_doubtful(name) and _found(name, columns) == [column]:
            return name
    if column.place.startswith('"'):
        return column.code or column.header
    return f"column {column.place.rpartition('!')[2]}"


def _sheet(column: InspectedColumn) -> str:
    """The sheet of a column, where there are two; a name is looked for on one at a time."""
    return "" if column.place.startswith('"') else column.place.rpartition("!")[0]


def _found(name: str, columns: Sequence[InspectedColumn]) -> list[InspectedColumn]:
    """The columns that a reader finds by a name: by header, by short name, as it stands or nearly.

    A header that others have nearly so is not clear to people either.
    """
    headed = [column for column in columns if normal(column.header) == normal(name)]
    return headed or [c for c in columns if c.code and normal(c.code) == normal(name)]
