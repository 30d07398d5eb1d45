"""A backlog that a team keeps in Markdown: task lists, with `kano:dark_mode` behind a task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kano_cli.errors import KanoError
from kano_cli.findings import Place
from kano_cli.readers.backlogs.record import Record, Records, Role
from kano_cli.readers.backlogs.states import DONE, DROPPED
from kano_cli.study.words import name_key

WANTED = "write each item as  - [ ] title kano:dark_mode"
_TASK = re.compile(r"([ \t]*(?:>[ \t]?)*)(?:[-*+]|\d+[.)])[ \t]+\[([ xX~/>!?-])\][ \t]+(\S.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRUCK = re.compile(r"~~.+~~")
_EMPHASIS = re.compile(r"\*\*|__|~~|`")
_PERSON = re.compile(r"(?<!\S)@[\w-]+")
_LABEL = re.compile(r"(?<!\S)#(?!kano:)(?=[^\s\d])([\w][\w:/.-]*)")
_KEYED = re.compile(
    r"(?<!\S)#?(kano|id|priority|prioriteit|size|release):([^\s,;]+)[,;]?", re.IGNORECASE
)
_KEYS = {
    "kano": Role.FEATURE, "id": Role.ID, "priority": Role.PRIORITY, "prioriteit": Role.PRIORITY,
    "size": Role.SIZE, "release": Role.RELEASE,
}  # fmt: skip


def task_records(text: str, file: str) -> Records:
    """The records of the tasks in a Markdown text; their places are lines.

    A task below another is a part of it. The headings above a task are its release, unless one
    is a status, as on a board: what stands under Done is done.

    Raises:
        KanoError: if there is no task.
    """
    reading = _Reading(file)
    for number, line in _lines(text):
        if heading := _HEADING.fullmatch(line):
            reading.open_heading(len(heading[1]), _bare(heading[2]))
        elif task := _TASK.fullmatch(line):
            reading.add(number, task[1], task[2], task[3])
    if not reading.records:
        raise KanoError("holds no task list", file, WANTED)
    return Records(tuple(reading.records))


def has_tasks(text: str) -> bool:
    """Whether a text without a telling name is such a list."""
    return any(_TASK.fullmatch(line) for _, line in _lines(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that a reader sees, with their numbers; code and comments show or hide others."""
    fence, hidden = "", False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        mark = _FENCE.match(line)
        if fence:
            ends = mark is not None and mark[1].startswith(fence) and not line.strip(" `~")
            fence = "" if ends else fence
        elif hidden:
            hidden = "-->" not in line
        elif mark is not None:
            fence = mark[1]
        elif line.lstrip().startswith("<!--"):
            hidden = "-->" not in line
        else:
            yield number, line.rstrip()


@dataclass
class _Reading:
    """What is open above the line that is read: headings by level, tasks by indentation."""

    file: str
    records: list[Record] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    tasks: list[tuple[int, str]] = field(default_factory=list)

    def open_heading(self, level: int, text: str) -> None:
        """Begin a section; lists end above it."""
        self.headings = [each for each in self.headings if each[0] < level]
        self.headings.append((level, text))
        self.tasks = []

    def add(self, line: int, indent: str, box: str, words: str) -> None:
        """Take in a task."""
        depth = len(indent.expandtabs(4))
        self.tasks = [each for each in self.tasks if each[0] < depth]
        texts, title = _texts(words)
        status = next((text for _, text in reversed(self.headings) if _is_status(text)), "")
        sections = tuple(text for _, text in self.headings if text and not _is_status(text))
        texts.setdefault(Role.RELEASE, sections)
        texts[Role.STATUS] = (status,)
        if box in "xX":
            texts[Role.FINISHED] = ("true",)
        if box in "~-" or _STRUCK.fullmatch(words.strip()):
            # In the words of the resolution it outweighs a heading such as Done.
            texts[Role.RESOLUTION] = ("cancelled",)
        if self.tasks:
            texts[Role.PARENT] = (self.tasks[-1][1],)
        key = texts.get(Role.ID, (title,))[0]
        self.tasks.append((depth, key))
        kept = {role: found for role, found in texts.items() if any(found)}
        self.records.append(Record(Place(self.file, line=line), kept))


def _is_status(heading: str) -> bool:
    """Whether a heading is a column of a board that says what became of its items."""
    return name_key(heading) in DONE | DROPPED


def _texts(words: str) -> tuple[dict[Role, tuple[str, ...]], str]:
    """What a task says by role, and its title; people it mentions stay out."""
    found: dict[Role, list[str]] = {}
    bare = _bare(words)
    for key, value in _KEYED.findall(bare):
        found.setdefault(_KEYS[key.casefold()], []).append(value.rstrip(".!)"))
    without = _KEYED.sub(" ", bare)
    found.setdefault(Role.LABELS, []).extend(_LABEL.findall(without))
    title = " ".join(_PERSON.sub(" ", _LABEL.sub(" ", without)).split())
    found[Role.TITLE] = [title]
    return {role: tuple(texts) for role, texts in found.items()}, title


def _bare(words: str) -> str:
    """Words without the marks of Markdown; of a link its text."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", words)).strip()
