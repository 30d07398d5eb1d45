"""A survey tool as a small declared file: how to know its exports, and what they add."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kano_cli.study.words import normal

REASONS = ("preview", "test", "spam", "incomplete", "rejected", "screened-out", "flagged")
"""Why a survey tool marks a row; `flagged` ones stay unless somebody leaves them out."""

_QUOTED = re.compile(r'"([^"\n]*)"')

STAYING = frozenset({"flagged"})


@dataclass(frozen=True)
class Claim:
    """One shape of a tool's header; every name is a set of alternatives, normalised.

    `first` are the first columns in their order, `has` stand anywhere, `lacks` nowhere. `header`
    says what the rows of the header hold: code, text, stem, label or nothing. `answered` has, by
    column, what stands below the header only: where row two holds it, the header has one row.
    """

    first: tuple[frozenset[str], ...] = ()
    has: tuple[frozenset[str], ...] = ()
    lacks: frozenset[str] = frozenset()
    records: bool = False
    header: tuple[str, ...] = ("text",)
    answered: Mapping[str, frozenset[str]] | None = None
    code_and_text: bool = False

    def fits(self, row: list[str], *, records: bool) -> bool:
        """Whether normalised headers are of this shape."""
        there = set(row)
        return (
            self.records == records
            and len(row) >= len(self.first)
            and all(cell in names for cell, names in zip(row, self.first, strict=False))
            and all(names & there for names in self.has)
            and not self.lacks & there
        )


@dataclass(frozen=True)
class Mark:
    """How a tool marks rows: by values of a column, by none there, or by a number below one."""

    reason: str
    columns: frozenset[str]
    values: frozenset[str] = frozenset()
    blank: bool = False
    below: float | None = None


@dataclass(frozen=True)
class Platform:
    """A survey tool, as its file declares it; names and values are normalised.

    Its own columns are those of `metadata`, and those that begin with words of `about` before the
    name of another column. `path` stands between group and name; `no_label` are the words under
    a question that has one column; `apostrophe` are the signs before which it writes one,
    and `escaped` those before which a form puts a backslash that comes back in its headers.
    `answered` are the columns that say when somebody answered, the best one first; with
    `month_first` 10/5 in them is in October.
    """

    id: str
    name: str
    claims: tuple[Claim, ...]
    marks: tuple[Mark, ...] = ()
    metadata: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    respondent: frozenset[str] = frozenset()
    path: str = ""
    no_label: frozenset[str] = frozenset()
    apostrophe: str = ""
    escaped: str = ""
    answered: tuple[str, ...] = ()
    month_first: bool = False


def platforms() -> tuple[Platform, ...]:
    """Every declared survey tool, by its id."""
    return tuple(map(_parsed, _texts()))


def platforms_naming(cells: Collection[str]) -> tuple[Platform, ...]:
    """The survey tools whose file names one of these normalised headers: others cannot claim.

    Parsing a file costs more than looking for a name in its text, and most tables are of no tool.
    """
    return tuple(_parsed(text) for text in _texts() if not _named(text).isdisjoint(cells))


@cache
def _named(text: str) -> frozenset[str]:
    """Everything that stands in quotes in a declared file, as headers are compared."""
    return frozenset(_QUOTED.findall(text.casefold())) - {""}


@cache
def _texts() -> tuple[str, ...]:
    """The declared files."""
    folder = files("kano_cli.readers.platforms") / "declared"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(entry.read_text("utf-8") for entry in sorted(found, key=lambda e: e.name))


@cache
def _parsed(text: str) -> Platform:
    """A declared file as a record."""
    return _platform(tomllib.loads(text))


def _platform(declared: dict[str, Any]) -> Platform:
    """What a file declares, normalised."""
    return Platform(
        declared["id"],
        declared["name"],
        tuple(_claim(claim) for claim in declared["claim"]),
        tuple(_mark(mark) for mark in declared.get("mark", [])),
        _folded(declared.get("metadata", [])),
        tuple(normal(words) for words in declared.get("about", [])),
        _folded(declared.get("respondent", [])),
        declared.get("path", ""),
        _folded(declared.get("no_label", [])),
        declared.get("apostrophe", ""),
        declared.get("escaped", ""),
        tuple(normal(name) for name in declared.get("answered", [])),
        declared.get("month_first", False),
    )


def _claim(declared: dict[str, Any]) -> Claim:
    """One shape; a name may be a list of alternatives."""
    answered = {normal(c): _folded(v) for c, v in declared.get("answered", {}).items()}
    return Claim(
        tuple(_folded(name) for name in declared.get("first", [])),
        tuple(_folded(name) for name in declared.get("has", [])),
        _folded(declared.get("lacks", [])),
        declared.get("records", False),
        tuple(declared.get("header", ["text"])),
        answered or None,
        declared.get("code_and_text", False),
    )


def _mark(declared: dict[str, Any]) -> Mark:
    """One mark."""
    return Mark(
        declared["reason"],
        _folded(declared["column"]),
        _folded(declared.get("values", [])),
        declared.get("blank", False),
        declared.get("below"),
    )


def own_columns(platform: Platform, titles: Sequence[str]) -> set[int]:
    """The places of the columns that a survey tool adds to the answers."""
    folded = [normal(title) for title in titles]
    there = set(folded)
    return {
        at
        for at, title in enumerate(folded)
        if title in platform.metadata
        or any(
            title.startswith(words) and title[len(words) :].strip() in there
            for words in platform.about
        )
    }


def _folded(names: str | list[str]) -> frozenset[str]:
    """Names as they are compared."""
    return frozenset(normal(name) for name in ([names] if isinstance(names, str) else names))
