"""The journey over several sheets: its tables have little in common, and a sheet one set of widths.

What is told in the report as one section is a sheet for each of its larger parts here.
"""

from collections.abc import Iterator
from dataclasses import replace

from kano_cli.report.document.blocks import Block, Document, Heading, Section
from kano_cli.report.words import Words

_OWN = ("stops", "curve", "loyalty", "design")
"""The parts with a sheet of their own; the others stay together."""


def with_journey_sheets(document: Document, words: Words) -> Document:
    """The document with the parts of its journey as sections; as it is where it has none."""
    if document.section("journey") is None:
        return document
    made: list[Section] = []
    for section in document.sections:
        made += _parts(section, words) if section.key == "journey" else [section]
    return replace(document, sections=tuple(made))


def _parts(section: Section, words: Words) -> Iterator[Section]:
    """What stays together first, then a section for each part that stands by itself."""
    titles = {words("report_journey", key): key for key in _OWN}
    kept: dict[str, list[Block]] = {"": []}
    part = ""
    for block in section.blocks:
        if isinstance(block, Heading) and block.level == 1:
            part = titles.get(block.text, "")
            if part:
                kept[part] = []
                continue
        kept[part].append(block)
    yield replace(section, blocks=tuple(kept.pop("")))
    for key, blocks in kept.items():
        yield Section(f"journey_{key}", words("report_journey", key), tuple(blocks))
