"""A large file in parts that processors can read side by side."""

import io
import os
import sys
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, TextIO

from kano_cli.readers.files.source import Source

SHARED = 16_000_000
"""Bytes from which it pays to read on several processors."""

_HEADER_ROWS = 20
"""The header must stand in the first part: further down, the file stays in one."""


@dataclass(frozen=True)
class Part:
    """A part of a file that begins and ends between two records."""

    begin: int
    end: int
    skip_records: int


class _Range(io.RawIOBase):
    """The bytes of a file from `begin` to `end`."""

    def __init__(self, stream: BinaryIO, begin: int, end: int) -> None:
        super().__init__()
        self._stream, self._left = stream, end - begin
        stream.seek(begin)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # never any other buffer
        """Fill `buffer` from what is left."""
        block = self._stream.read(min(len(buffer), self._left))
        self._left -= len(block)
        buffer[: len(block)] = block
        return len(block)

    def close(self) -> None:
        """Close the file, too."""
        self._stream.close()
        super().close()


def part_text(source: Source, encoding: str, part: Part) -> TextIO:
    """The text of a part; a byte-order mark stands only where the file begins."""
    raw = _Range(source.open(), part.begin, part.end)
    inner = encoding.removesuffix("-sig") if part.begin else encoding
    return io.TextIOWrapper(io.BufferedReader(raw, 1 << 20), inner, newline="")


def has_quotes(source: Source) -> bool:
    """Whether there is a quote anywhere in a file."""
    with source.open() as stream:
        return any(b'"' in block for block in iter(partial(stream.read, 1 << 22), b""))


def parts_of(source: Source, encoding: str, skip_records: int, *, quoted: bool) -> list[Part]:
    """The file in as many parts as there are processors, cut only where it is certain.

    A line end may stand inside a quoted cell, so a file with any quote stays in one piece.
    """
    number = min(os.cpu_count() or 1, 8)
    bytewise = encoding in ("utf-8", "utf-8-sig", "cp1252")
    small = source.size < SHARED or source.path is None or skip_records > _HEADER_ROWS
    if small or quoted or number == 1 or not bytewise or sys.platform != "linux":
        return [Part(0, source.size, skip_records)]
    cuts = [0]
    with source.open() as stream:
        for part in range(1, number):
            stream.seek(source.size * part // number)
            stream.readline()
            if cuts[-1] < stream.tell() < source.size:
                cuts.append(stream.tell())
    ends = [*cuts[1:], source.size]
    return [
        Part(begin, end, 0 if begin else skip_records)
        for begin, end in zip(cuts, ends, strict=True)
    ]
