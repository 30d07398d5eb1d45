"""Somebody at a terminal: types keys at a `kano` of its own and sees what it draws."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from kano_cli.forms.form import Form, Question
from kano_cli.forms.interview.steps import keys_of
from tests.commands.process import COMMAND, environment

PATIENCE = 30.0
ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)")
DRAWN = "\x1b[H"


class Person:
    """A `kano` in a pseudo-terminal of its own, with the keys typed at it."""

    def __init__(
        self,
        *words: str | Path,
        columns: int = 80,
        lines: int = 24,
        term: str = "xterm-256color",
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self.hand, screen = pty.openpty()
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(screen)
        self.screen = screen
        self.output = ""
        self.process = subprocess.Popen(
            [*COMMAND, *map(str, words)],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            env=environment({"TERM": term, **(variables or {})}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # no threads
        )

    def __enter__(self) -> Self:
        """Sit down."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for handle in (self.hand, self.screen):
            with contextlib.suppress(OSError):
                os.close(handle)

    @property
    def seen(self) -> str:
        """What is on the screen now, without colours."""
        return ESCAPE.sub("", self.output.rpartition(DRAWN)[2]).replace("\r", "")

    def look(self, seconds: float = 0.05) -> bool:
        """Take in what was drawn; False where nothing was."""
        if not select.select([self.hand], [], [], seconds)[0]:
            return False
        try:
            read = os.read(self.hand, 65536)
        except OSError:
            return False
        self.output += read.decode()
        return bool(read)

    def until(self, text: str) -> None:
        """Wait until a text is on the screen and the cursor waits for a key."""
        end = time.monotonic() + PATIENCE
        while not (text in self.seen and self.seen.endswith("> ")):
            assert time.monotonic() < end, f"no {text!r} in:\n{self.seen}"
            self.look()

    def types(self, keys: str, then: str = "") -> None:
        """Type keys, and wait for what comes next."""
        os.write(self.hand, keys.encode())
        if then:
            self.output += DRAWN  # what stands there already is not what comes next
            self.until(then)

    def ended(self) -> int:
        """The code with which it ends."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, self.seen
            self.look()
        while self.look(0.1):
            pass
        return self.process.returncode

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal takes lines again as it did."""
        return bool(termios.tcgetattr(self.screen)[:4] == self.before[:4])

    def asked(self, form: Form, language: str) -> Question:
        """The question that is on the screen."""
        seen = " ".join(self.seen.split())
        found = [each for each in form.questions if each.text[language] in seen]
        assert len(found) == 1, seen
        return found[0]


def key_for(question: Question, code: str) -> str:
    """What to type for an answer, "" to leave the question open."""
    if not code:
        return "s"
    return next(key for key, choice in keys_of(question.choices).items() if choice.code == code)


def fill_in(
    person: Person, form: Form, filled: Mapping[str, str], language: str, *, until: int = 0
) -> None:
    """Answer what is asked, from the question on the screen to the last, or to this number."""
    total = len(form.questions)
    of = {"nl": "van"}.get(language, "of")
    while True:
        at = int(re.findall(rf"(\d+) {of} {total}\n", person.seen)[0])
        if at == until:
            return
        question = person.asked(form, language)
        then = {"nl": "laatste vraag"}.get(language, "last question")
        person.types(
            key_for(question, filled[question.code]),
            then if at == total else f"{at + 1} {of} {total}\n",
        )
        if at == total:
            return
