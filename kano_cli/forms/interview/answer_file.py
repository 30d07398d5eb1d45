"""The file of answers: one row a respondent, added whole or not at all, by one at a time."""

import csv
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kano_cli.errors import KanoError, visible
from kano_cli.forms.form import ANSWER_COLUMNS, Form
from kano_cli.forms.interview.differing import other_columns, other_version
from kano_cli.forms.interview.journal import ids_in
from kano_cli.forms.interview.locking import hold, sync_folder
from kano_cli.forms.interview.rows import BOM, begins, header_of, line_of, masked
from kano_cli.forms.interview.state import Interview
from kano_cli.forms.words import form_words
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.stamp import STAMP_COLUMN

PATIENCE = 30.0
"""Seconds to wait for another interview that is adding its row; it needs far less than one."""

_ELSEWHERE = "name another file with -o, or the questionnaire that these answers belong to"


@dataclass(frozen=True)
class _Content:
    """What is in the file: its size and line end, who answered, and where a cut-off row begins."""

    size: int
    rows: int = 0
    newline: str = "\n"
    respondents: frozenset[str] = field(default_factory=frozenset)
    torn: int | None = None
    open_end: bool = False


@dataclass(frozen=True)
class AnswerFile:
    """The rows of one version of one questionnaire."""

    path: Path
    asked: Questionnaire
    form: Form

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return header_of(self.form)

    def check(self) -> int:
        """The number of respondents in the file, 0 where it is not there yet.

        Raises:
            KanoError: if it holds anything but answers to this version, or cannot be written.
        """
        if not self.path.exists():
            if not os.access(self.path.parent, os.W_OK):
                raise KanoError(
                    "cannot be written: no permission in its folder", str(self.path)
                ) from None
            return 0
        if not self.path.is_file():
            raise KanoError("is not a file", str(self.path), _ELSEWHERE)
        with self._held() as handle:
            return self._content(handle).rows

    def append(self, interview: Interview, now: datetime | None = None) -> int:
        """Add the row of a finished interview and wait until it is on disk.

        An interview that is there already, as after a crash, is not added again. Gives the
        number of respondents.

        Raises:
            KanoError: if it cannot be written; then the file is as it was.
        """
        new = not self.path.exists()
        with self._held() as handle:
            content = self._content(handle)
            if interview.respondent in content.respondents:
                return content.rows
            row = line_of(self._row(interview, now or datetime.now(UTC)), content.newline)
            if content.size == 0:
                row = BOM + line_of(self.header, content.newline) + row
            elif content.open_end:
                row = content.newline.encode() + row
            self._write(handle, row, content)
        if new:
            sync_folder(self.path.parent)
        return content.rows + 1

    def _row(self, interview: Interview, now: datetime) -> list[str]:
        """The cells of a respondent."""
        language = self.asked.language
        title = self.asked.title or form_words(language)["title"]
        answers = (interview.answers.get(each.code, "") for each in self.form.questions)
        return [
            interview.respondent,
            f"{now:%Y-%m-%dT%H:%M:%SZ}",
            interview.language,
            masked(visible(title)),
            self.form.stamp,
            *answers,
        ]

    @contextmanager
    def _held(self) -> Iterator[int]:
        """The open file, this process's alone."""
        handle, release = self._opened()
        try:
            yield handle
        finally:
            with suppress(OSError):
                release()
            os.close(handle)

    def _opened(self) -> tuple[int, Callable[[], None]]:
        """Open and lock the file that has the name once it is locked: some programs swap it."""
        while True:
            try:
                flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
                handle = os.open(self.path, flags, 0o666)
            except OSError as problem:
                raise KanoError(
                    f"cannot be written: {problem.strerror}",
                    str(self.path),
                    "close it where it is open; an interview that was begun is kept (--resume)",
                ) from None
            release = hold(handle, self.path, PATIENCE)
            if release is None:
                os.close(handle)
                raise KanoError(
                    "another program has locked it",
                    str(self.path),
                    "close it there; an interview that was begun is kept (--resume)",
                )
            with suppress(OSError):
                if os.path.samestat(os.fstat(handle), self.path.stat()):
                    return handle, release
            release()
            os.close(handle)

    def _write(self, handle: int, row: bytes, content: _Content) -> None:
        """Add a row, or leave the file as it was."""
        try:
            if content.torn is not None:
                os.ftruncate(handle, content.torn)
            try:
                written = os.write(handle, row)
                while written < len(row):
                    written += os.write(handle, row[written:])
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, content.size if content.torn is None else content.torn)
                raise
        except OSError as problem:
            raise KanoError(
                f"cannot be written: {problem.strerror}",
                str(self.path),
                "the interview is kept; make room, and go on with --resume",
            ) from None

    def _content(self, handle: int) -> _Content:
        """What is in the file, once it is the right one."""
        with open(handle, "rb", closefd=False) as file:
            file.seek(0)
            read = file.read()
        if not read.removeprefix(BOM):
            return _Content(0, torn=0 if read else None)
        torn = None
        whole, _, tail = read.rpartition(b"\n")
        if tail and not whole and begins(self.header, tail):
            return _Content(0, torn=0)  # not even the header was whole
        if tail and whole:
            self._rows(whole)  # another's file is refused for what it is
            if self._is_torn(tail):
                torn = len(whole) + 1
                read = read[:torn]
        rows = self._rows(read)
        return _Content(
            len(read),
            len(rows),
            "\r\n" if b"\r\n" in read else "\n",
            frozenset(row[0] for row in rows if row),
            torn,
            open_end=not read.endswith(b"\n"),
        )

    def _rows(self, read: bytes) -> list[list[str]]:
        """The rows below the header.

        Raises:
            KanoError: if header or stamp are another's.
        """
        try:
            header, *rows = csv.reader(io.StringIO(read.decode("utf-8-sig"), newline=""))
        except (UnicodeDecodeError, csv.Error, ValueError):
            raise KanoError(
                "is not a file of answers that kano wrote", str(self.path), _ELSEWHERE
            ) from None
        if tuple(header) != self.header:
            raise KanoError(other_columns(header, self.header), str(self.path), _ELSEWHERE)
        at = ANSWER_COLUMNS.index(STAMP_COLUMN)
        for number, row in enumerate(rows, 2):
            if len(row) > at and row[at] != self.form.stamp:
                raise KanoError(
                    other_version(self.asked, row[at]),
                    f"{self.path}, row {number}",
                    "name a new file with -o, or put the questionnaire back as it was",
                )
        return [row for row in rows if row]

    def _is_torn(self, tail: bytes) -> bool:
        """Whether the last row was cut off while kano wrote it, so that its interview is kept.

        Raises:
            KanoError: if it is cut off, and whose it was cannot be told.
        """
        text = tail.decode("utf-8", "replace")
        cells = next(csv.reader([text]), [])
        begun = cells[0] if cells else ""
        if any(each.startswith(begun) for each in ids_in(self.path)):
            return True  # even if it looks whole: the interview will add it again
        if len(cells) == len(self.header) and text.count('"') % 2 == 0:
            return False  # an editor left the last line end out
        raise KanoError(
            "the last row is cut off",
            str(self.path),
            "repair or delete that row, and start again",
        )
