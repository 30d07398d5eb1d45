"""What a report is made of, whatever file it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from kano_cli.core.categories import Category
from kano_cli.report.document.figures import Figure


class Kind(StrEnum):
    """What a column holds, and so how a spreadsheet shows its values."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    COEFFICIENT = "coefficient"
    SCORE = "score"
    P_VALUE = "p_value"
    CATEGORY = "category"


@dataclass(frozen=True)
class Cell:
    """One cell: what is printed, and the unrounded value behind it.

    `value` is None where `text` is all there is, or where a number does not exist (a dash is
    printed). A cell that names a category has it in `category`; `unsure` is shown dimmed.
    """

    text: str
    value: float | str | None = None
    category: Category | None = None
    unsure: bool = False


@dataclass(frozen=True)
class Column:
    """One column; `key` is the same in every language."""

    key: str
    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class TableBlock:
    """A table under its caption; `notes` stand below it."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; level 1 is just below the section's own title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Sentences; `strong` for the one that a reader must not miss."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Point:
    """One line of a list: a label of a category, if it is about one, and a text."""

    text: str
    label: str = ""
    category: Category | None = None


@dataclass(frozen=True)
class Bullets:
    """A list of lines."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Facts:
    """Labels with texts: a method page, a cover."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FigureBlock:
    """A figure with its caption; `alt` says in words what it shows."""

    key: str
    caption: str
    alt: str
    figure: Figure


@dataclass(frozen=True)
class Command:
    """A command line, to be copied."""

    text: str


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | TableBlock | FigureBlock | Command


@dataclass(frozen=True)
class Section:
    """A part of the report; `key` is what `--sections` calls it."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Brand:
    """A house style: colours as #RRGGBB, a logo's bytes with its kind, and a footer.

    `fonts` are family names, the first one that is installed is used. `templates` are the paths
    of a client's own PowerPoint and Word files by ending.
    """

    accent: str = "#0072B2"
    logo: bytes = b""
    logo_kind: str = ""
    footer: str = ""
    fonts: tuple[str, ...] = ()
    templates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A whole report. `day` is printed as it stands, and is never taken from a clock."""

    language: str
    title: str
    subtitle: str
    client: str
    day: str
    version: str
    sections: tuple[Section, ...]
    brand: Brand = Brand()
    labels: Mapping[str, str] = field(default_factory=dict)
    """Words that a renderer needs, such as `contents`, `page` and `sort`."""

    def section(self, key: str) -> Section | None:
        """A section by its key; None where it was not chosen."""
        return next((section for section in self.sections if section.key == key), None)
