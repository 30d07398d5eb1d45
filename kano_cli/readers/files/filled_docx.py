"""A Word form that was filled in: which of its boxes are ticked, in whatever way."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NoReturn
from xml.parsers import expat

from kano_cli.errors import KanoError
from kano_cli.readers.files.filled_form import (
    CONSENT,
    EMPTY,
    MAX_BYTES,
    TICKS,
    Facts,
    Filled,
    read_facts,
)
from kano_cli.readers.files.source import Source

NAMESPACE = "urn:kano:form:1"
_DOCUMENT = re.compile(r"word/document\d*\.xml")
_CARRIED = re.compile(r"customXml/item\d*\.xml")
# A box by its tag, or an answer by its bookmark: a program may have dropped one of the two.
_OURS = re.compile(rb"_f:(?:like|must|neut|live|disl)[\"']|[\"']kano_1_1[\"']")
_BOOKMARK = re.compile(r"kano_(\d{1,6})_(\d{1,6})")
# Boxes and crosses of the fonts that Word inserts symbols from.
_SYMBOLS = {
    "f0fb": "✗", "f0fc": "✓", "f0fd": "☒", "f0fe": "☑", "f078": "☒",
    "f0a8": "☐", "f06f": "☐", "f0a3": "☐",
}  # fmt: skip
_ON = ("1", "true", "on")
_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, NotImplementedError,
           EOFError, OSError, ValueError)  # fmt: skip


def is_word_form(archive: zipfile.ZipFile) -> bool:
    """Whether a zip is a Word document that holds one of our forms."""
    return any(
        _OURS.search(_part(archive, name))
        for name in archive.namelist()
        if _DOCUMENT.fullmatch(name)
    )


def read_word_form(source: Source) -> tuple[Filled, str]:
    """What is ticked in a Word form, and what tells its file from others.

    Raises:
        KanoError: if the file is damaged, or its XML is not what a word processor writes.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            facts = next(
                filter(None, (_facts(archive, n) for n in names if _CARRIED.fullmatch(n))), Facts()
            )
            document = _Reader()
            for name in names:
                if _DOCUMENT.fullmatch(name):
                    document.read(_part(archive, name))
    except _BROKEN:
        raise KanoError(
            "is damaged or only half of the file",
            source.name,
            "open it in a word processor and save it again as .docx",
        ) from None
    except _DocumentTypeError:
        raise KanoError(
            "declares its own XML entities, as no word processor does",
            source.name,
            "open the form in a word processor and save it again as .docx",
        ) from None
    filled = Filled(facts)
    for line in document.lines:
        _note(filled, line)
    return filled, sha256(source.read()).hexdigest()


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the file, as far as a form goes."""
    with archive.open(name) as part:
        content = part.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("too large for a form")
    return content


def _facts(archive: zipfile.ZipFile, name: str) -> Facts | None:
    """What the form carries, if it stands in this part."""
    content = _part(archive, name)
    found: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == f"{NAMESPACE} form":
            found.append(attributes.get("facts", ""))

    if NAMESPACE.encode() in content:
        _parser(start).Parse(content, True)  # the library's way to say: the end
    return read_facts(found[0]) if found else None


class _DocumentTypeError(Exception):
    """XML with a document type, which could hold entities that grow without end."""


def _refuse(*_: object) -> NoReturn:
    """No word processor writes a document type."""
    raise _DocumentTypeError


def _parser(start: Callable[[str, dict[str, str]], None]) -> "expat.XMLParserType":
    """A reader of XML that takes no entities but those of XML itself."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    return parser


@dataclass
class Line:
    """A paragraph: its boxes by tag with their texts, and what else stands in it.

    Some programs drop the tag of a box, which is "" then, and keep the bookmark beside it.
    """

    boxes: dict[str, list[str]] = field(default_factory=dict)
    checked: bool = False
    bookmarks: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


class _Reader:
    """The paragraphs of a document, whatever namespaces it uses."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[Line] = []
        self._controls: list[str] = []
        self._checked: list[bool] = []
        self._within_text = False

    def read(self, content: bytes) -> None:
        """Take in a part."""
        parser = _parser(self._start)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)  # the library's way to say: the end

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match name.rpartition(" ")[2]:
            case "p":
                line = Line()
                self.lines.append(line)
                self._open.append(line)
                # A control may hold whole paragraphs; its box is that of each.
                self._box(line)
            case "sdt":
                self._controls.append("")
                self._checked.append(False)
            case "tag" if self._controls:
                self._controls[-1] = values.get("val", "")
            case "checked" if self._controls:
                self._checked[-1] = values.get("val", "1").lower() in _ON
            case "sdtContent" if self._open:
                self._box(self._open[-1])
            case "bookmarkStart" if self._open:
                self._open[-1].bookmarks.append(values.get("name", ""))
            case "t":
                self._within_text = True
            case "tab" | "br" if self._open:
                self._add(" ")
            case "sym" if self._open and values.get("font", "").lower().startswith("wingdings"):
                self._add(_SYMBOLS.get(values.get("char", "").lower(), ""))

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "p" if self._open:
                self._open.pop()
            case "sdt" if self._controls:
                self._controls.pop()
                self._checked.pop()
            case "t":
                self._within_text = False

    def _text(self, text: str) -> None:
        if self._within_text and self._open:
            self._add(text)

    def _box(self, line: Line) -> None:
        """Note the control that is open as a box of this line."""
        if self._controls:
            line.boxes.setdefault(self._controls[-1], [])
            line.checked = line.checked or self._checked[-1]

    def _add(self, text: str) -> None:
        line = self._open[-1]
        boxed = line.boxes.get(self._controls[-1]) if self._controls else None
        (line.loose if boxed is None else boxed).append(text)


def _note(filled: Filled, line: Line) -> None:
    """Take in the box of a line, or what stands in its place."""
    named = next(_answers(filled.facts, line), None)
    if named is None:
        return
    question, choice = named
    beside = _beside(filled.facts, question, choice)
    said = "".join([*(t for texts in line.boxes.values() for t in texts), " ", *line.loose])
    ticked = line.checked or _has_tick(said, beside)
    filled.note(question, choice, ticked=ticked)


def _answers(facts: Facts, line: Line) -> Iterator[tuple[str, str]]:
    """The question and the answer that a line is about: by its box, else by its bookmark."""
    codes = list(facts.choices)
    for name in (*line.boxes, *line.bookmarks):
        if name == CONSENT:
            yield CONSENT, ""
        elif named := _BOOKMARK.fullmatch(name):
            place, at = int(named[1]) - 1, int(named[2]) - 1
            if 0 <= place < len(codes) and 0 <= at < len(facts.choices[codes[place]]):
                yield codes[place], facts.choices[codes[place]][at]
        else:
            question, colon, choice = name.rpartition(":")
            known = facts.choices.get(question)
            # Without the facts there is nothing but the tag; other tags are not ours.
            if colon and (choice in known if known is not None else not codes):
                yield question, choice


def _beside(facts: Facts, question: str, choice: str) -> str:
    """What the form printed beside a box; "" where that is not known."""
    texts, codes = facts.texts.get(question, ()), facts.choices.get(question, ())
    at = list(codes).index(choice) if choice in codes else -1
    return texts[at] if 0 <= at < len(texts) else ""


def _has_tick(said: str, printed: str) -> bool:
    """Whether somebody typed a tick beside what was printed.

    >>> [_has_tick(said, "I like it") for said in ("☐ I like it", "☐xI like it", "☒ I like it")]
    [False, True, True]
    """
    there = said.split()
    if printed and " ".join(printed.split()) in " ".join(there):
        there = " ".join(there).replace(" ".join(printed.split()), " ", 1).split()
    elif there:
        # What was printed is not known, or was changed: a tick stands before it.
        there = there[:2] if there[0] in EMPTY else there[:1]
    rest = "".join(sign for sign in "".join(there).strip("[]()") if sign not in EMPTY)
    return bool(rest) and all(sign in TICKS for sign in rest)
