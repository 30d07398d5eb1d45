"""Every text and every table of a document, for tests that look at all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from kano_cli.report.document.blocks import Block, Document, FigureBlock, Section, TableBlock

KEYS = ("key", "id", "kind")
"""What is the same in every language, and is not read by people."""


def texts(part: object) -> Iterator[str]:
    """Every text in a part of a document that people read."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in KEYS:
                yield from texts(getattr(part, field.name))
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from texts(value)


def blocks(document: Document) -> Iterator[Block]:
    """Every block, section by section."""
    for section in document.sections:
        yield from section.blocks


def table(document: Document, key: str) -> TableBlock:
    """The table of this key."""
    found = (b for b in blocks(document) if isinstance(b, TableBlock) and b.key == key)
    return next(found)


def figure(document: Document, key: str) -> FigureBlock:
    """The figure of this key."""
    found = (b for b in blocks(document) if isinstance(b, FigureBlock) and b.key == key)
    return next(found)


def section(document: Document, key: str) -> Section:
    """The section of this key, which must be there."""
    found = document.section(key)
    assert found is not None
    return found


def told(document: Document, key: str) -> str:
    """Every text of a section, a line for each."""
    return "\n".join(texts(section(document, key)))


def column(block: TableBlock, key: str) -> list[str]:
    """What a column of a table prints."""
    at = [each.key for each in block.columns].index(key)
    return [row[at].text for row in block.rows]


def values(block: TableBlock, key: str) -> list[float | str | None]:
    """The unrounded values of a column."""
    at = [each.key for each in block.columns].index(key)
    return [row[at].value for row in block.rows]
