"""Interviews that are not finished: a file for each, in a folder beside the answers.

The first line says whose it is, and each answer adds a line, which is on disk before the next
question. So a crash can cut off no more than the line that was being written, and an answer given
before is never rewritten. A file is locked while somebody is being asked.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from kano_cli.errors import KanoError
from kano_cli.forms.form import Form
from kano_cli.forms.interview.locking import hold, sync_folder
from kano_cli.forms.interview.state import Interview

FOLDER = ".unfinished"
SUFFIX = ".jsonl"
_WAIT = 5
_TRIES = 5


def folder_of(answers: Path) -> Path:
    """Where the unfinished interviews of a file of answers are."""
    return answers.with_name(answers.name + FOLDER)


@dataclass
class Journal:
    """An open file of one interview, held by this process alone."""

    path: Path
    handle: int
    release: Callable[[], None]

    def write(self, line: dict[str, object]) -> None:
        """Add a line and wait until it is on disk.

        Raises:
            KanoError: if it cannot be written.
        """
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
        try:
            _write_all(self.handle, text.encode("utf-8", "replace"))
            os.fsync(self.handle)
        except OSError as problem:
            raise KanoError(
                f"cannot be written: {problem.strerror}",
                str(self.path),
                "answers before this one are kept; go on with --resume",
            ) from None

    def close(self) -> None:
        """Leave it for later."""
        with suppress(OSError):
            self.release()
        os.close(self.handle)

    def discard(self) -> None:
        """Take it away: the answers are among the others now."""
        self.close()
        with suppress(OSError):
            self.path.unlink()
        with suppress(OSError):  # another interview may be in it
            self.path.parent.rmdir()


@dataclass(frozen=True)
class Unfinished:
    """An interview to go on with: when it began, its language, and how much was answered."""

    path: Path
    respondent: str
    begun: str
    language: str
    seen: int
    questions: int


def begin(interview: Interview, answers: Path, now: datetime | None = None) -> Journal:
    """Make the file of a new interview.

    Raises:
        KanoError: if it cannot be written.
    """
    folder = folder_of(answers)
    path = folder / (interview.respondent + SUFFIX)
    try:
        journal = _made(path)
        sync_folder(folder.parent)
    except OSError as problem:
        raise KanoError(f"cannot be written: {problem.strerror}", str(folder)) from None
    journal.write(
        {
            "kano": 1,
            "respondent": interview.respondent,
            "begun": f"{now or datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "language": interview.language,
            "order": interview.order,
            "questions": [question.code for question in interview.form.questions],
            "hash": interview.form.stamp,
        }
    )
    sync_folder(folder)
    return journal


def unfinished(form: Form, answers: Path) -> tuple[list[Unfinished], int]:
    """The interviews to go on with, the last one first, and how many are of another version.

    One that somebody is being asked right now is in neither.
    """
    found, others = [], 0
    folder = folder_of(answers)
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        journal = _opened(path)
        if journal is None:
            continue
        try:
            begun, interview = _read(journal, form)
        except KanoError:
            continue
        finally:
            journal.close()
        if interview is None:
            others += 1
            continue
        seen = len(interview.answers)
        found.append(
            Unfinished(
                path, interview.respondent, begun, interview.language, seen, len(interview.steps)
            )
        )
    return sorted(found, key=lambda each: each.begun, reverse=True), others


def ids_in(answers: Path) -> Iterator[str]:
    """The respondents with an unfinished interview, also those who are being asked."""
    for path in folder_of(answers).glob(f"*{SUFFIX}"):
        yield path.stem


def resumed(entry: Unfinished, form: Form) -> tuple[Journal, Interview]:
    """An interview as it was left, held again.

    Raises:
        KanoError: if another took it in the meantime, or it cannot be read.
    """
    journal = _opened(entry.path)
    if journal is None:
        raise KanoError(
            "is gone, or somebody is answering it now", str(entry.path), "choose another"
        )
    try:
        _, interview = _read(journal, form)
        _cut_torn_line(journal.handle)
    except BaseException:
        journal.close()
        raise
    if interview is None:
        journal.close()
        raise KanoError("is of another questionnaire", str(entry.path), "begin with --new")
    return journal, interview


def _made(path: Path) -> Journal:
    """A new file in a folder that another interview may just be taking away."""
    for left in reversed(range(_TRIES)):
        path.parent.mkdir(exist_ok=True)
        try:
            flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)
            handle = os.open(path, flags, 0o666)
            break
        except FileNotFoundError:
            if not left:
                raise
    release = hold(handle, path, _WAIT)  # somebody who lists them may have it for a moment
    if release is None:
        os.close(handle)
        raise OSError(0, "another program holds it")
    return Journal(path, handle, release)


def _opened(path: Path) -> Journal | None:
    """A file that is there and nobody's."""
    try:
        UUID(path.stem)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return None
    release = hold(handle, path)
    if release is None or not path.exists():  # finished while it was being opened
        os.close(handle)
        return None
    return Journal(path, handle, release)


def _read(journal: Journal, form: Form) -> tuple[str, Interview | None]:
    """When an interview began, and how far it is; None where it is of another version.

    Raises:
        KanoError: if the file is none of ours, or nothing is in it.
    """
    with open(journal.handle, "rb", closefd=False) as file:
        file.seek(0)
        whole = file.read().rpartition(b"\n")[0]
    try:
        head, *lines = [json.loads(line) for line in whole.decode("utf-8").split("\n")]
        answers = {line["question"]: line["answer"] for line in lines if "question" in line}
        language = [head, *(line for line in lines if "language" in line)][-1]["language"]
        asked, order = tuple(head["questions"]), tuple(head["order"])
        begun, stamp = str(head["begun"]), head["hash"]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KanoError("is not an interview that kano kept", str(journal.path)) from None
    if (
        stamp != form.stamp
        or asked != tuple(question.code for question in form.questions)
        or sorted(order) != sorted(page.feature for page in form.pages)
    ):
        return begun, None
    return begun, Interview(form, journal.path.stem, str(language), order, answers)


def _cut_torn_line(handle: int) -> None:
    """Take away a line that a crash cut off, so that the next does not stick to it."""
    with open(handle, "rb", closefd=False) as file:
        file.seek(0)
        text = file.read()
    whole = text.rfind(b"\n") + 1
    if whole != len(text):
        os.ftruncate(handle, whole)


def _write_all(handle: int, content: bytes) -> None:
    """Write all of it, in as few pieces as the system takes."""
    while content:
        content = content[os.write(handle, content) :]
