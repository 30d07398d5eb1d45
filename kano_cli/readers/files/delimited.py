"""Delimited text: which encoding, which delimiter, which rows."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kano_cli.errors import KanoError
from kano_cli.readers.files.source import Source

DELIMITERS = ",;\t|"
NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"}
HEAD_ROWS = 300
STRAY = "\ufeff \u00a0"
"""What exports leave at the edges of a cell: byte-order marks, spaces, no-break spaces."""
# One cell may hold a long free text; the csv module's own limit is 128 KiB.
csv.field_size_limit(16 * 1024 * 1024)


@dataclass(frozen=True)
class Dialect:
    """How a text file is to be read; `skip` is 1 after a first line such as `sep=;`."""

    encoding: str
    delimiter: str
    skip: int = 0


def encoding_of(source: Source, wanted: str = "", *, head_only: bool = False) -> str:
    """The encoding of all of the file: UTF-8 or UTF-16 if it is, else Windows-1252.

    With `head_only` a file that looks like UTF-8 is taken for it without reading on; who reads
    it must then be ready for a `UnicodeDecodeError`.

    Raises:
        KanoError: with the first byte that fits none, or that `wanted` cannot read.
    """
    head = source.head(4096)
    if wanted:
        encoding = _named_encoding(wanted, head)
        _check_decodes(source, encoding, f"is not {encoding}")
        return encoding
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        guess = "utf-16"
    elif head[1::2].count(0) > len(head) // 8:
        guess = "utf-16-le"
    elif head[::2].count(0) > len(head) // 8:
        guess = "utf-16-be"
    else:
        if head_only or _undecodable(source, "utf-8-sig") is None:
            return "utf-8-sig"
        _check_decodes(source, "cp1252", "fits neither UTF-8 nor Windows-1252")
        return "cp1252"
    _check_decodes(source, guess, "is not UTF-16")
    return guess


def _named_encoding(wanted: str, head: bytes) -> str:
    """The encoding that the user names; one that would leave a byte-order mark in gives way."""
    try:
        name = codecs.lookup(wanted).name
        b" ".decode(wanted, "ignore")  # refuses hex, zip and others that make no text
    except (LookupError, ValueError):
        raise KanoError(
            f'there is no encoding "{wanted}"', "--encoding", "name utf-8, cp1252 or utf-16"
        ) from None
    if name == "utf-8":
        return "utf-8-sig"
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "utf-16" if marked and name.startswith("utf-16") else name


def _check_decodes(source: Source, encoding: str, what: str) -> None:
    """Refuse a file with a byte that the encoding does not have."""
    offset = _undecodable(source, encoding)
    if offset is not None:
        with source.open() as stream:
            stream.seek(offset)
            byte = stream.read(1).hex().upper()
        raise KanoError(
            f"byte {offset} ({byte} in hex) {what}" if byte else f"the last byte {what}",
            source.name,
            "save the file as CSV UTF-8, or name its encoding with --encoding",
        )


def _undecodable(source: Source, encoding: str) -> int | None:
    """The place of the first byte that the encoding does not have, counted from 0."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with source.open() as stream:
        while True:
            block = stream.read(1 << 20)
            # The bytes of a character that was cut in two count from where it begins.
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(block, final=not block)
            except UnicodeError as bad:
                return max(done - held, 0) + int(getattr(bad, "start", 0))
            if not block:
                return None
            done += len(block)


def dialect_of(
    source: Source, encoding: str, is_answer: Callable[[str], bool], wanted: str = ""
) -> Dialect:
    """The delimiter that makes the most cells known answers, then the widest even table."""
    head = head_text(source, encoding)
    first = re.split(r"[\r\n]", head, maxsplit=1)[0].strip(' "').lower()
    skip = int(first.startswith("sep=") and len(first) <= len("sep=;"))
    if wanted:
        delimiter = NAMED.get(wanted.lower(), wanted)
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise KanoError(
                f'"{wanted}" cannot separate cells',
                "--delimiter",
                "name comma, semicolon, tab or pipe, or give one other character",
            )
        return Dialect(encoding, delimiter, skip)
    if skip and len(first) == len("sep=;"):
        return Dialect(encoding, first[-1], skip)
    scored = [(_fit(head, delimiter, is_answer), delimiter) for delimiter in DELIMITERS]
    best = max(score for score, _ in scored)
    return Dialect(encoding, next(mark for score, mark in scored if score == best), skip)


def head_text(source: Source, encoding: str, size: int = 1 << 18) -> str:
    """The first part of the file as text, cut at a line where it is cut at all."""
    block = source.head(size)
    text = codecs.getincrementaldecoder(encoding)().decode(block)
    return text if len(block) < size else text.rpartition("\n")[0] or text


def _fit(head: str, delimiter: str, is_answer: Callable[[str], bool]) -> tuple[int, float]:
    """How well a delimiter explains the head of a file."""
    rows = []
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == HEAD_ROWS:
                break
    except csv.Error:
        return (0, 0.0)
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return (0, 0.0)
    width = max(widths, key=lambda w: w * widths[w])
    known = sum(is_answer(cell) for row in rows for cell in row) if width > 1 else 0
    return (known, (width > 1) * width * widths[width] / len(rows))


@dataclass(frozen=True)
class Rows:
    """All rows of a sheet, and the number that a spreadsheet or editor gives each."""

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]


def read_rows(source: Source, dialect: Dialect, limit: int | None = None) -> Rows:
    """The rows of a text file, cells stripped of stray marks.

    Raises:
        KanoError: at a quote that is never closed.
    """
    rows, numbers = [], []
    for row, number in islice(numbered(source, dialect), limit):
        rows.append([cell.strip(STRAY) for cell in row])
        numbers.append(number)
    return Rows(rows, numbers)


def numbered(source: Source, dialect: Dialect) -> Iterator[tuple[list[str], int]]:
    """Each record with the line of the file on which it begins.

    Raises:
        KanoError: at a quote that is never closed.
    """
    begins = 1
    with io.TextIOWrapper(source.open(), dialect.encoding, newline="") as text:
        reader = csv.reader(text, delimiter=dialect.delimiter, strict=True)
        try:
            for row in reader:
                if begins > dialect.skip:
                    yield row, begins
                begins = reader.line_num + 1
        except csv.Error as broken:
            raise _unreadable(str(broken), f"{source.name}, row {begins}") from None


def _unreadable(reason: str, place: str) -> KanoError:
    """What a record that the csv module refuses means to a person."""
    if "field larger" in reason:
        what = "a cell in this row holds more than 16 million characters"
    elif "end of data" in reason:
        what = "a quote is opened in this row and never closed"
    else:
        what = "text follows a closing quote in this row"
    return KanoError(what, place, "mend the quotes there, or name the delimiter with --delimiter")
