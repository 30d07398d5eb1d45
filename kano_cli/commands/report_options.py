"""What `kano report` takes: its formats, its sections and its day."""

import re
import sys
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from os import environ
from pathlib import Path

from kano_cli.errors import KanoError


class Form(StrEnum):
    """What `--format` takes."""

    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    PPTX = "pptx"
    PDF = "pdf"


ENDINGS = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xlsx": Form.XLSX,
    ".docx": Form.DOCX,
    ".pptx": Form.PPTX,
    ".pdf": Form.PDF,
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def report_form(form: Form | None, target: Path | None) -> Form:
    """The format that was named, else the one of the file's ending, else Markdown."""
    if form is None and target is not None:
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise KanoError(
                f'the ending "{target.suffix}" names no format',
                str(target),
                f"end it in {', '.join(ENDINGS)}, or add --format",
            )
        return ENDINGS[ending]
    chosen = form or Form.MARKDOWN
    binary = chosen not in (Form.MARKDOWN, Form.HTML)
    if binary and target is None and sys.stdout is not None and sys.stdout.isatty():
        raise KanoError(f"{chosen} is not for a terminal", "--format", "write to a file with -o")
    return chosen


def check_respondents(form: Form, *, asked: bool) -> None:
    """Refuse the classes of respondents where there is no place for them."""
    if asked and form is not Form.XLSX:
        raise KanoError("is for a workbook", "--respondents", "write to a file that ends in .xlsx")


def section_keys(wanted: str) -> tuple[str, ...]:
    """The keys of the sections in a list parted by commas."""
    return tuple(key.strip().lower() for key in wanted.split(",") if key.strip())


def report_day(wanted: str) -> str:
    """The day on the cover: the one that is given, else SOURCE_DATE_EPOCH; never the clock."""
    if not wanted:
        epoch = environ.get("SOURCE_DATE_EPOCH", "")
        if not epoch.isdecimal():
            return ""
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    # Python reads 20260501 and 2026-W18-5 as well; one way to write a day is enough.
    with suppress(ValueError):
        if _DAY.fullmatch(wanted):
            return date.fromisoformat(wanted).isoformat()
    raise KanoError(f'"{wanted}" is no day', "--date", "write it as 2026-05-01")
