"""`--format` and `-o` of the commands that show a page, or write it as JSON."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kano_cli.errors import KanoError


class PageFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSON = "json"


ENDINGS = {".json": PageFormat.JSON, ".txt": PageFormat.TABLE}

PageFormatOption: TypeAlias = Annotated[
    PageFormat | None,
    typer.Option(
        "--format", "-f", case_sensitive=False, help="Default: by the ending of -o, else table."
    ),
]
PageOutput: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all: .json or .txt. - is stdout.",
    ),
]


def page_format(form: PageFormat | None, target: Path | None) -> PageFormat:
    """The format that was named, else the one of the file's ending, else a table."""
    if form is not None or target is None:
        return form or PageFormat.TABLE
    if target.suffix.lower() not in ENDINGS:
        raise KanoError(
            f'the ending "{target.suffix}" names no format',
            str(target),
            f"end it in {' or '.join(ENDINGS)}, or add --format",
        )
    return ENDINGS[target.suffix.lower()]
