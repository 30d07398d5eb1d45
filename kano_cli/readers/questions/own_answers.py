"""What files of our own forms say beside the answers: names, language, title."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kano_cli.errors import visible
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.platforms.platform import Platform
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.words import normal

OWN = "kano"
"""The platform that our own forms are."""

STAMP_NAMES = frozenset({"hash", "kano_hash"})

_FEATURES = "features."
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class OwnParts:
    """The names of features by id, the one language of all answers, and the one title."""

    names: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    title: str = ""


def own_parts(table: Table, platform: Platform | None) -> tuple[Table, OwnParts]:
    """What one of our own files says beside its answers, and its table without the names.

    Other files say nothing of it.
    """
    if platform is None or platform.id != OWN:
        return table, OwnParts()
    naming = [column for column in table.columns if column.header.startswith(_FEATURES)]
    names = {c.header.removeprefix(_FEATURES): visible(_most(c)).strip() for c in naming}
    taken = {column.index for column in naming}
    columns = tuple(column for column in table.columns if column.index not in taken)
    language = _only(columns, "language")
    return (
        replace(table, columns=columns),
        OwnParts(
            {identity: name for identity, name in names.items() if name},
            language if _LANGUAGE.fullmatch(language) else "",
            _only(columns, "questionnaire"),
        ),
    )


def _most(column: Column) -> str:
    """The text that most rows hold: versions of a form may name a feature differently."""
    counts = zip(column.values, column.counts().tolist(), strict=True)
    said = [(n, text) for text, n in counts if n and not is_missing(text)]
    return max(said, key=lambda entry: entry[0])[1] if said else ""


def _only(columns: tuple[Column, ...], name: str) -> str:
    """The one text of a column of ours; "" where there are several, or no such column."""
    for column in columns:
        if column.metadata and normal(column.header) == name:
            counts = column.counts().tolist()
            texts = {t.strip() for t, n in zip(column.values, counts, strict=True) if n}
            said = {text for text in texts if not is_missing(text)}
            return said.pop() if len(said) == 1 else ""
    return ""
