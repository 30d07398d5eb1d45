"""What all commands share: where output goes, and how a run ends."""

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from kano_cli.errors import ExitCode, KanoError, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 120
"""Characters in a line where there is no terminal, so that the bytes are the same."""

LEAST_WIDTH = 20
"""A terminal that says it is narrower is not believed."""

_TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
_PLAIN = {
    "■": "#", "▲": "#", "★": "*", "·": "-", "↶": "<", "−": "-", "–": "-", "─": "-", "…": "...",
    "↓": "v", "→": ">", "½": "1/2", "√": "sqrt", "²": "^2", "±": "+-", "≥": ">=",
}  # fmt: skip


def tell(line: str) -> None:
    """Say something beside the result."""
    _say(f"kano: {visible(line)}\n")


def _say(text: str) -> None:
    """Write to stderr; where that is closed or full, nobody listens, and the code says enough."""
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()


def write(result: str | bytes) -> None:
    """Put the whole result on stdout; a reader who leaves early, like `head`, is no mistake.

    Raises:
        KanoError: if it cannot be written.
    """
    if sys.stdout is None:
        raise KanoError("is closed", "standard output", "write to a file with -o")
    try:
        sys.stdout.buffer.write(result if isinstance(result, bytes) else _encoded(result))
        sys.stdout.flush()
    except BrokenPipeError:
        discard_stdout()
    except OSError as problem:
        discard_stdout()
        raise KanoError(f"cannot be written: {problem.strerror}", "standard output") from None


def discard_stdout() -> None:
    """Let what is still to be written go nowhere: Python flushes once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def speaks_unicode() -> bool:
    """Whether signs can be shown: anywhere but on a terminal of another encoding."""
    if sys.stdout is None or not sys.stdout.isatty():
        return True
    return (sys.stdout.encoding or "utf-8").lower().replace("-", "") in ("utf8", "utf8sig")


def _encoded(text: str) -> bytes:
    """UTF-8, the same bytes everywhere; only a terminal that cannot show it gets less."""
    if speaks_unicode():
        return text.encode("utf-8", "replace")  # half a surrogate, as in a file's broken name
    encoding = sys.stdout.encoding
    return b"".join(
        char.encode(encoding, "ignore") or _PLAIN.get(char, "?").encode(encoding) for char in text
    )


def shown(view: "RenderableType", width: int, *, to_terminal: bool = True) -> str:
    """A view as text: as colourful as the terminal, plain anywhere else."""
    from kano_cli.renderers.documents.terminal import new_console

    console = new_console(width, _stdout() if to_terminal else None)
    console.print(view)
    return "\n".join(_TRAILING.sub(_without_spaces, line) for line in _text(console).split("\n"))


def _without_spaces(end: re.Match[str]) -> str:
    """The end of a line without its spaces; what switches a colour off stays."""
    return end[0].replace(" ", "")


def _stdout() -> "Console":
    """The terminal, if there is one."""
    from rich.console import Console

    return Console()


def _text(console: "Console") -> str:
    """What was written into memory."""
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # it writes into a StringIO
    return text


def view_width(*, to_terminal: bool = True) -> int:
    """The width of the terminal, or the one that `COLUMNS` asks for; else a fixed one."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return max(int(asked), LEAST_WIDTH)
    console = _stdout() if to_terminal else None
    if console is not None and console.is_terminal:
        return max(console.width, LEAST_WIDTH)
    return PIPE_WIDTH


def main() -> None:
    """Run `kano`: the one place where an exception becomes words and a code."""
    try:
        _take_debug()
        _run()
    except KanoError as mistake:
        _say(f"kano: error: {mistake}\n")
        sys.exit(ExitCode.USAGE)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except Exception as bug:  # noqa: BLE001  # the one place where all are caught
        if os.environ.get("KANO_DEBUG") == "1":
            _trace(bug)
        _say(f"kano: internal error: {type(bug).__name__}\n")
        _say("hint: a bug in kano; see where with --debug or KANO_DEBUG=1\n")
        sys.exit(ExitCode.INTERNAL)


def _run() -> None:
    """Hand the line to Typer."""
    from kano_cli.commands.app import app

    stdout = sys.stdout
    try:
        app(prog_name="kano")
    except SystemExit:
        if sys.stdout is not stdout:
            # Typer was showing help, and the pipe closed; its own code for that is 1.
            discard_stdout()
            sys.exit(ExitCode.OK)
        raise


def _take_debug() -> None:
    """Take `--debug` off the line, wherever it stands before a `--`."""
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    options, rest = sys.argv[1:end], sys.argv[end:]
    if "--debug" in options:
        os.environ["KANO_DEBUG"] = "1"
        sys.argv[1:] = [word for word in options if word != "--debug"] + rest


def _trace(bug: BaseException) -> None:
    """Say where a bug is; its message stays out, since it may hold a respondent's answer."""
    import traceback

    if before := bug.__cause__ or bug.__context__:
        _trace(before)
    _say(f"Traceback of {type(bug).__name__} (most recent call last):\n")
    _say("".join(traceback.format_tb(bug.__traceback__)))
