"""Where an interview is held: a terminal that is redrawn for each question, or plain lines."""

import os
import re
import select
import shutil
import signal
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kano_cli.commands.console import LEAST_WIDTH, shown, view_width, write
from kano_cli.errors import KanoError, visible
from kano_cli.forms.interview.screen import ClosedError, Screen, Terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

_PROMPT = "> "
_OWN_SCREEN, _BACK_TO_SHELL = "\x1b[?1049h", "\x1b[?1049l"
_HOME, _TO_LINE_END, _TO_END = "\x1b[H", "\x1b[K", "\x1b[J"
_SEQUENCE = re.compile(r"\x1b(?:[\[O][0-9;?]*[ -/]*[@-~]|[^\[O])")
_NAMED = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[5~": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\x1b[6~": "down", "\x1b[D": "b", "\x1bOD": "b", "\r": "enter", "\n": "enter", "\x04": "end",
    "\x7f": "rub out", "\b": "rub out", "\x0c": "draw", " ": "down",
}  # fmt: skip
_WINDOWS = {"H": "up", "I": "up", "P": "down", "Q": "down", "K": "b"}
_LOOK = 0.2
"""Seconds after which a terminal is asked again how large it is."""


@contextmanager
def terminal() -> Iterator[Terminal]:
    """The terminal in front of somebody, or the lines of a pipe; as it was before afterwards.

    Raises:
        KanoError: if there is nothing to read from.
    """
    if sys.stdin is None or sys.stdout is None:
        raise KanoError("is closed", "standard input", "run kano ask in a terminal")
    if not (sys.stdin.isatty() and sys.stdout.isatty() and _is_capable()):
        yield Lines()
    elif sys.platform == "win32":
        with _own_screen():
            yield Keys()
    else:
        keys = Keys()
        with _keys_at_once(keys), _own_screen():
            yield keys


def say(screen: Screen) -> None:
    """Show what asks nothing."""
    write(shown(_view(screen), view_width()) + "\n")


def _is_capable() -> bool:
    """Whether the terminal can be redrawn."""
    if sys.platform == "win32":
        return "WT_SESSION" in os.environ  # others may show the codes instead of obeying them
    return os.environ.get("TERM", "dumb") not in ("", "dumb")


@contextmanager
def _keys_at_once(keys: "Keys") -> Iterator[None]:
    """Have each key without Enter; put aside by Ctrl-Z, the shell has its terminal back."""
    if sys.platform == "win32":
        raise NotImplementedError
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)

    def set_aside(number: int, _: object) -> None:
        write(_BACK_TO_SHELL)
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, set_aside)  # somebody goes on
        tty.setcbreak(handle)
        write(_OWN_SCREEN)
        keys.is_stale = True

    aside = signal.signal(signal.SIGTSTP, set_aside)
    try:
        tty.setcbreak(handle)
        yield
    finally:
        signal.signal(signal.SIGTSTP, aside)
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(handle, termios.TCSADRAIN, before)


@contextmanager
def _own_screen() -> Iterator[None]:
    """A screen beside the shell's: what was there returns, and no answer stays to be read."""
    write(_OWN_SCREEN)
    try:
        yield
    finally:
        with suppress(KanoError):
            write(_BACK_TO_SHELL)


def _view(screen: Screen, width: int = 0) -> "RenderableType":
    """The screen for Rich."""
    from kano_cli.renderers.documents.asked import asked_view

    return asked_view(screen, width or view_width())


class Lines:
    """Answers come in lines: from a pipe, or from a terminal that cannot be redrawn."""

    by_key = False

    def __init__(self) -> None:
        self.by_person = sys.stdin.isatty()

    def ask(self, screen: Screen, keys: Collection[str]) -> str:  # noqa: ARG002  # talk refuses
        """Show a screen under the one before, and read a line."""
        say(screen)
        write(_PROMPT)
        try:
            line = sys.stdin.buffer.readline()
        except OSError:
            line = b""
        if not line:
            write("\n")
            raise ClosedError
        typed = line.decode("utf-8", "replace").removeprefix("\ufeff").strip()
        if not self.by_person:
            write(f"{visible(typed)}\n")
        write("\n")
        return typed


class Keys:
    """One key is an answer; the screen is drawn anew for each question."""

    by_key = by_person = True

    def __init__(self) -> None:
        self._typed_ahead = ""
        self._first = 0
        self.is_stale = False

    def ask(self, screen: Screen, keys: Collection[str]) -> str:
        """Show a screen and wait for a key, or for all digits of a number."""
        self._first, typed = 0, ""
        self._draw(screen, typed)
        while True:
            key = self._key(screen, typed)
            if key == "enter":
                return typed
            if key == "rub out":
                if not typed:
                    return "b"
                typed = typed[:-1]
            elif len(key) == 1 and key.isprintable():
                typed += key.casefold()
                longer = [known for known in keys if known.startswith(typed)]
                if not longer or longer == [typed]:
                    return typed
            self._draw(screen, typed, {"up": -1, "down": 1}.get(key, 0))

    def _draw(self, screen: Screen, typed: str, move: int = 0) -> None:
        """Draw it, or the part of it for which there is room."""
        size = shutil.get_terminal_size()
        width = max(size.columns, LEAST_WIDTH)
        lines = shown(_view(screen, width), width).rstrip("\n").split("\n")
        room = max(size.lines - 1, 2)
        if len(lines) > room:
            room -= 1
            last = len(lines) - room
            self._first += move * (room - 1)
            if self._first >= last + room - 1 or self._first < 0:
                self._first = 0
            self._first = min(self._first, last)
            lines = [*lines[self._first : self._first + room], screen.more]
        text = "".join(f"{line}{_TO_LINE_END}\n" for line in lines)
        write(f"{_HOME}{text}{_PROMPT}{typed}{_TO_END}")

    def _key(self, screen: Screen, typed: str) -> str:
        """The next key by name, or what it types."""
        if sys.platform == "win32":
            return _windows_key()
        size = shutil.get_terminal_size()
        while True:
            while not self._typed_ahead:
                if self.is_stale or shutil.get_terminal_size() != size:
                    size, self.is_stale = shutil.get_terminal_size(), False
                    self._draw(screen, typed)
                self._typed_ahead += _read(_LOOK)
            if self._typed_ahead[0] == "\x1b":
                if len(self._typed_ahead) == 1:
                    self._typed_ahead += _read(0.05)  # the rest of an arrow
                match = _SEQUENCE.match(self._typed_ahead)
                key = match[0] if match else "\x1b"
            else:
                key = self._typed_ahead[0]
            self._typed_ahead = self._typed_ahead[len(key) :]
            named = _NAMED.get(key, key)
            if named == "end":
                raise ClosedError
            if len(key) == 1 or named != key:
                return named


def _read(seconds: float) -> str:
    """What was typed meanwhile, "" where nothing was.

    Raises:
        ClosedError: if the terminal is gone.
    """
    handle = sys.stdin.fileno()
    try:
        if not select.select([handle], [], [], seconds)[0]:
            return ""
        content = os.read(handle, 256)
    except OSError:
        content = b""
    if not content:
        raise ClosedError
    return content.decode("utf-8", "ignore")


def _windows_key() -> str:
    """The next key of a Windows console."""
    if sys.platform != "win32":
        raise NotImplementedError
    import msvcrt

    key = msvcrt.getwch()
    if key in ("\x00", "\xe0"):
        return _WINDOWS.get(msvcrt.getwch(), "draw")
    if key == "\x03":
        raise KeyboardInterrupt
    if key in ("\x04", "\x1a"):
        raise ClosedError
    return _NAMED.get(key, key)
