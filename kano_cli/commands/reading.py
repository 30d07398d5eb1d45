"""From a command's words to a survey and its settings."""

import shlex
import sys
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from kano_cli.commands.console import tell
from kano_cli.commands.reading_options import Said
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.readers.options import ReadOptions
    from kano_cli.study.responses import Survey

_SLOW = 50_000_000
_MANY = 500


def read_options(questionnaire: str, said: Said, **more: str) -> "ReadOptions":
    """What the user says about the file: the options of reading, and `more` of a command's own."""
    from kano_cli.analysis import load_questionnaire
    from kano_cli.readers.options import ReadOptions

    asked = load_questionnaire(questionnaire) if questionnaire else None
    return ReadOptions(asked, **{**said, **more})


def read(wanted: str | list[str], options: "ReadOptions") -> "Survey":
    """The survey, with a word to somebody who waits for a large one, or for many files."""
    from kano_cli.readers.survey import read_survey

    if isinstance(wanted, list):
        if len(wanted) > 1:
            _announce_many(len(wanted))
            return read_survey(wanted, options)
        wanted = wanted[0]
    announce(wanted)
    try:
        return read_survey(wanted, options)
    except KanoError as refusal:
        # Standard input is gone by now, and an option is mended in the command itself.
        if refusal.inspectable and wanted != "-" and not refusal.place.startswith("--"):
            seen = f"to see how far it was understood: {inspect_line(wanted, options)}"
            refusal.hint = "; ".join(filter(None, [refusal.hint, seen]))
        raise


def inspect_line(wanted: str, options: "ReadOptions", *more: str) -> str:
    """The command that shows how far a file was understood, with what was said of it."""
    said = {field.name: getattr(options, field.name) for field in fields(options)}
    asked = said.pop("questionnaire")
    for shown in ("by", "weight"):  # inspect shows every column
        said.pop(shown)
    # A file that is called like an option must stand behind --, and so behind the options.
    last = ["--", wanted] if wanted.startswith("-") else []
    words = ["kano", "inspect", *([] if last else [wanted])]
    if asked:
        words += ["--questionnaire", asked.file]
    for name, value in said.items():
        if value:
            words += [f"--{name.replace('_', '-')}", str(value)]
    return shlex.join([*words, *more, *last])


def _announce_many(files: int) -> None:
    """Say on a terminal that many files are read."""
    if files > _MANY and sys.stderr is not None and sys.stderr.isatty():
        tell(f"reading {files:,} files …")


def announce(wanted: str) -> None:
    """Say on a terminal what takes long; a file that is not there is for the reader to refuse."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    path = Path(wanted)
    with suppress(OSError):
        if path.is_dir():
            _announce_many(sum(1 for _ in path.iterdir()))
        elif wanted == "-" and sys.stdin is not None and sys.stdin.isatty():
            tell("reading standard input; end it with Ctrl-D")
        elif path.stat().st_size > _SLOW:
            tell(f"reading {path.name}, {path.stat().st_size // 1_000_000} MB …")
