"""The bytes of a survey file, wherever they come from."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kano_cli.errors import KanoError, nearest

ENDINGS = {
    ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson",
    ".parquet", ".feather", ".arrow", ".sav", ".zsav", ".dta",
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A file, or what came in on standard input; `name` is what messages call it."""

    name: str
    path: Path | None
    content: bytes = b""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size if self.path else len(self.content)

    def open(self) -> BinaryIO:
        """The bytes from the start, as a stream."""
        return self.path.open("rb") if self.path else io.BytesIO(self.content)

    def head(self, size: int = 4096) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def read(self) -> bytes:
        """All bytes."""
        return self.path.read_bytes() if self.path else self.content


def open_source(wanted: str | Path) -> Source:
    """The file of this name; `-` is standard input.

    Raises:
        KanoError: if there is no such file, or it is a folder, empty or not readable.
    """
    if str(wanted) == "-":
        if sys.stdin is None:  # the shell closed it
            raise KanoError("is closed", "standard input", "name a file")
        source = Source("standard input", None, sys.stdin.buffer.read())
        again = "pipe the answers in, or name a file"
    else:
        source = _file(Path(wanted))
        again = "export the answers again"
    if not source.size:
        raise KanoError("is empty", source.name, again)
    return source


def _file(path: Path) -> Source:
    """A file that can be read; a pipe with a name is read at once, for it can be read only once."""
    try:
        if path.is_dir():
            raise KanoError("is a folder, not a survey file", str(path), _inside(path))
        with path.open("rb") as stream:
            if path.is_file():
                return Source(path.name, path)
            return Source(path.name, None, stream.read())
    except FileNotFoundError:
        raise KanoError("there is no such file", str(path), _beside(path)) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise KanoError(f"cannot be read: {reason}", str(path)) from None


def _survey_files(folder: Path) -> list[str]:
    """The names in a folder that end as survey files do."""
    try:
        return sorted(p.name for p in folder.iterdir() if p.suffix.lower() in ENDINGS)
    except OSError:
        return []


def _inside(folder: Path) -> str:
    """A hint: the survey files in a folder."""
    there = _survey_files(folder)
    return f"name a file in it, such as {there[0]}" if there else "name a file"


def _beside(path: Path) -> str:
    """A hint: the survey file that may have been meant, or those that are in that folder."""
    if not path.parent.is_dir():
        return f"the folder {path.parent} does not exist either"
    there = _survey_files(path.parent)
    near = nearest(path.name, there, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"in that folder there is: {', '.join(there[:5])}" if there else ""
