"""From a command's words to a survey and its settings."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kano_cli.commands.console import tell

if TYPE_CHECKING:
    from kano_cli.readers.options import ReadOptions
    from kano_cli.study.responses import Survey

_SLOW = 50_000_000


def read_options(
    questionnaire: str,
    sheet: str,
    layout: str,
    header_row: int | None,
    delimiter: str,
    encoding: str,
    codes: str,
    unknown: str,
) -> "ReadOptions":
    """What the user says about the file."""
    from kano_cli.analysis import load_questionnaire
    from kano_cli.readers.options import ReadOptions

    asked = load_questionnaire(questionnaire) if questionnaire else None
    return ReadOptions(asked, sheet, layout, header_row, delimiter, encoding, codes, unknown)


def read(wanted: str, options: "ReadOptions") -> "Survey":
    """The survey, with a word to somebody who waits for a large one."""
    from kano_cli.readers.survey import read_survey

    if sys.stderr is not None and sys.stderr.isatty():
        _announce(wanted)
    return read_survey(wanted, options)


def _announce(wanted: str) -> None:
    """Say what takes long; a file that is not there is for the reader to refuse."""
    path = Path(wanted)
    with suppress(OSError):
        if wanted == "-" and sys.stdin is not None and sys.stdin.isatty():
            tell("reading standard input; end it with Ctrl-D")
        elif path.stat().st_size > _SLOW:
            tell(f"reading {path.name}, {path.stat().st_size // 1_000_000} MB …")
