"""The container of .xls and of workbooks with a password: what is in it, and is it all there.

The library that reads .xls asks for as much memory as the numbers in a file tell it to, so a file
that was cut off or damaged is recognised here, before that library sees it.
"""

import struct
from collections.abc import Iterator

_HEADER = 512
_ENTRY = 128
_STREAM = 2
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFF9
_LOCKED, _TEXTS, _SHEET, _DIMENSIONS, _STOP = 0x002F, 0x00FC, 0x0085, 0x0200, 0x000A
"""Records: a password, a workbook's texts, where a sheet begins, its size, the end of a part."""
ENCRYPTED = "EncryptedPackage"
"""The stream of a workbook with a password; an old one with a password counts as having it."""
_MAX_ROWS, _MAX_COLUMNS = 65_536, 256


def ole_streams(content: bytes) -> frozenset[str] | None:
    """The names of the streams in a compound file; None if it is damaged or cut off."""
    try:
        return frozenset(_Container(content).streams())
    except (struct.error, IndexError, ValueError):
        return None


class _Container:
    """A compound file; every number that points out of it is a `ValueError`."""

    def __init__(self, content: bytes) -> None:
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        self.size = 1 << shift
        if self.size not in (512, 4096) or mini_shift != 6:
            raise ValueError("sector size")
        self.content = content
        self.sectors = -(-len(content) // self.size) - 1
        fat_count, self.directory, _, self.cutoff, mini, mini_count, more, more_count = (
            struct.unpack_from("<8I", content, 44)
        )
        if max(fat_count, mini_count, more_count) > self.sectors:
            raise ValueError("more sectors than bytes")
        places = [*struct.unpack_from("<109I", content, 76)]
        for _ in range(more_count):
            *further, more = self.numbers(more)
            places += further
        used = [at for at in places if at <= _LAST_SECTOR][:fat_count]
        self.next = [entry for at in used for entry in self.numbers(at)]
        if mini_count:
            self.chain(mini)

    def sector(self, at: int) -> bytes:
        """The bytes of one sector; only the last one of a file may be short."""
        if at >= self.sectors:
            raise ValueError("a sector outside the file")
        begin = _HEADER + at * self.size if self.size == _HEADER else (at + 1) * self.size
        return self.content[begin : begin + self.size]

    def numbers(self, at: int) -> tuple[int, ...]:
        """A sector as numbers."""
        return struct.unpack(f"<{self.size // 4}I", self.sector(at))

    def chain(self, at: int) -> list[int]:
        """The sectors of a stream, in order."""
        places: list[int] = []
        while at not in (_END, _FREE):
            if len(places) > len(self.next) or at >= self.sectors:
                raise ValueError("a stream that goes round or out of the file")
            places.append(at)
            at = self.next[at]
        return places

    def streams(self) -> Iterator[str]:
        """The name of every stream."""
        entries = b"".join(map(self.sector, self.chain(self.directory)))
        if len(entries) % _ENTRY:
            raise ValueError("a list of streams that is cut off")
        for at in range(0, len(entries), _ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            if kind != _STREAM:
                continue
            name = entries[at : at + max(length - 2, 0)].decode("utf-16-le")
            start, size = struct.unpack_from("<2I", entries, at + 116)
            if size >= self.cutoff:
                content = b"".join(map(self.sector, self.chain(start)))
                if len(content) < size:
                    raise ValueError("a stream that is cut off")
                if name.casefold() == "workbook":
                    _check_workbook(content[:size])
                    if any(kind == _LOCKED for kind, _ in _records(content, 0)):
                        yield ENCRYPTED
            yield name


def _check_workbook(stream: bytes) -> None:
    """Refuse a workbook that says it has more texts, rows or columns than it can have."""
    for kind, at in _records(stream, 0):
        if kind == _TEXTS and struct.unpack_from("<4xI", stream, at)[0] > len(stream):
            raise ValueError("more texts than bytes")
        if kind == _SHEET:
            _check_size(stream, struct.unpack_from("<I", stream, at)[0])


def _check_size(stream: bytes, sheet: int) -> None:
    """Refuse a sheet that says it is larger than any .xls sheet."""
    for kind, at in _records(stream, sheet):
        if kind == _DIMENSIONS:
            top, bottom, left, right = struct.unpack_from("<2I2H", stream, at)
            if not (top <= bottom <= _MAX_ROWS and left <= right <= _MAX_COLUMNS):
                raise ValueError("a sheet that is too large")
            return


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The kind of each record of a part, and where its content begins."""
    kind = 0
    while kind != _STOP and at + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        yield kind, at + 4
        at += 4 + length
