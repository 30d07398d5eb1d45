"""What kind of file it is: its first bytes say so, whatever its name ends in."""

import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import PurePosixPath
from xml.parsers import expat

from kano_cli.errors import KanoError
from kano_cli.readers.files.filled_docx import is_word_form
from kano_cli.readers.files.filled_markdown import is_markdown_form
from kano_cli.readers.files.ole import ENCRYPTED, ole_streams
from kano_cli.readers.files.source import ENDINGS, Source

SAVE_AS = "export the answers as CSV or XLSX"
NO_PASSWORD = "save it without a password"  # noqa: S105  # a hint, no secret
SAVE_AGAIN = "open it in a spreadsheet program and save it again as XLSX"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_BROKEN = (NotImplementedError, EOFError, OSError, ValueError)
MAX_UNPACKED = 1 << 30
MAX_PART = 50_000_000
MAX_RATIO = 200


class Kind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    WORKBOOK = "workbook"
    JSON = "json"
    COLUMNAR = "columnar"  # Parquet, Feather, Arrow
    LABELLED = "labelled"  # SPSS, Stata
    FORM = "form"  # a Word or Markdown form of ours, filled in


_REFUSED: Mapping[bytes, str] = {
    b"%PDF": "a PDF",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh91AY": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a rich text document",
    b"SQLite format 3": "an SQLite database",
}
_ZIPPED: Mapping[str, str] = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "Index/Document.iwa": "an Apple Numbers or Pages document",
}
_OLD_OFFICE: Mapping[str, str] = {
    "WordDocument": "a Word document",
    "PowerPoint Document": "a PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
}
_WEB_PAGE = re.compile(rb"<(?:!doctype|html|head|meta|table|\?xml)", re.IGNORECASE)
# No text has these: behind the letters comes a character that does not print.
_COLUMNAR = re.compile(rb"PAR1[\0-\x08\x0e-\x1f]|(?:ARROW1|FEA1)\0|\xff{4}[\0-\xff]{3}\0")
_LABELLED = re.compile(rb"\$FL[23]@|<stata_dta>|[\x69-\x73][\x01\x02]\x01")
_PORTABLE = b"SPSSPORT"
_SPSS_LOCKED = re.compile(rb"\x1c\0{7}ENCRYPTEDSAV")
# After the brace of an object comes a quote; a form's {{field}} in a header is no JSON.
_JSON = re.compile(rb"\{\s*[\"}]|\[\s*[\[\]{\"]")
_JSON_BY_NAME = re.compile(rb"[\[{]|(?:\"[^\"]*\"|-?[\d.]+|true|false|null)\s*$")
_JSON_ENDINGS = (".json", ".jsonl", ".ndjson")


def kind_of(source: Source) -> Kind:
    """What the first bytes say, whatever the file is called.

    Raises:
        KanoError: for a kind that holds no survey, or one that cannot be opened.
    """
    head = source.head()
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(source)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _check_ole(source)
        return Kind.WORKBOOK
    if records := _records(source, head):
        return records
    for magic, name in _REFUSED.items():
        if head.startswith(magic):
            hint = "unpack it first" if name.endswith("archive") else SAVE_AS
            raise KanoError(f"is {name}, not a survey file", source.name, hint)
    text = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if _WEB_PAGE.match(text):
        raise KanoError("is a web page or XML, not a spreadsheet", source.name, SAVE_AS)
    named = source.name.lower().endswith(_JSON_ENDINGS)
    if _JSON.match(text) or (named and _JSON_BY_NAME.match(text)):
        return Kind.JSON
    return Kind.FORM if is_markdown_form(text) else Kind.TEXT


def _records(source: Source, head: bytes) -> Kind | None:
    """What the first bytes say of a file in which a program keeps records.

    Raises:
        KanoError: for an SPSS file that cannot be read.
    """
    if _SPSS_LOCKED.match(head):
        raise KanoError("is protected with a password", source.name, NO_PASSWORD)
    if _PORTABLE in head[456:480]:  # behind five lines of 40 and a table of 256 characters
        raise KanoError(
            "is a portable SPSS file, an old kind that kano does not read",
            source.name,
            "save it as .sav",
        )
    if _COLUMNAR.match(head):
        return Kind.COLUMNAR
    return Kind.LABELLED if _LABELLED.match(head) else None


def _narrow(head: bytes) -> bytes:
    """The first bytes as UTF-8 where they are UTF-16, with or without a byte-order mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif 0 in head[:2] and any(head[:2]):
        encoding = "utf-16-be" if head[0] == 0 else "utf-16-le"
    else:
        return head
    return head.decode(encoding, "ignore").encode("utf-8", "ignore")


def _check_ole(source: Source) -> None:
    """Refuse old office files that are no workbook, need a password, or are cut off."""
    streams = ole_streams(source.read())
    if streams is None:
        raise KanoError("is damaged or only half of the file", source.name, SAVE_AGAIN)
    if ENCRYPTED in streams:
        raise KanoError("is protected with a password", source.name, NO_PASSWORD)
    if not {"Workbook", "Book", "WORKBOOK", "BOOK"} & streams:
        kinds = [kind for stream, kind in _OLD_OFFICE.items() if stream in streams]
        kind = kinds[0] if kinds else "an old Office document"
        raise KanoError(f"is {kind}, not a spreadsheet", source.name, SAVE_AS)


def _zip_kind(source: Source) -> Kind:
    """What is zipped: a workbook, or a form of ours.

    Raises:
        KanoError: if it is neither, needs a password, or unpacks to far too much.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            _refuse_bomb(source, parts)
            names = {part.filename for part in parts}
            if is_word_form(archive):
                return Kind.FORM
            kind = _member(archive, names, "mimetype", 100)
            manifest = _member(archive, names, "META-INF/manifest.xml", MAX_PART)
            if kind.startswith(_ODS) and b"encryption-data" not in manifest:
                # The library that reads it never comes to the end of one that is cut off.
                expat.ParserCreate().ParseFile(archive.open("content.xml"))
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, *_BROKEN):
        raise KanoError("is damaged or only half of the file", source.name, SAVE_AGAIN) from None
    except RuntimeError:  # what zipfile says to a member with a password
        raise KanoError("is protected with a password", source.name, NO_PASSWORD) from None
    if b"encryption-data" in manifest or any(part.flag_bits & 1 for part in parts):
        raise KanoError("is protected with a password", source.name, NO_PASSWORD)
    if not kind.startswith(_ODS) and not names & {"xl/workbook.xml", "xl/workbook.bin"}:
        raise _not_a_workbook(source, names, kind)
    return Kind.WORKBOOK


def _refuse_bomb(source: Source, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse an archive that unpacks to far too much."""
    large = [part for part in parts if part.file_size > MAX_PART]
    if sum(part.file_size for part in parts) > MAX_UNPACKED or any(
        part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in large
    ):
        raise KanoError("unpacks to far more than a survey holds", source.name, "export it as CSV")


def _member(archive: zipfile.ZipFile, names: set[str], name: str, limit: int) -> bytes:
    """The first bytes of a member; nothing if it is not there."""
    if name not in names:
        return b""
    with archive.open(name) as member:
        return member.read(limit)


def _not_a_workbook(source: Source, names: set[str], mimetype: bytes) -> KanoError:
    """What another archive is, and what to do with it."""
    for member, kind in _ZIPPED.items():
        if member in names:
            return KanoError(f"is {kind}, not a spreadsheet", source.name, SAVE_AS)
    if b"opendocument" in mimetype:
        return KanoError("is an OpenDocument file, not a spreadsheet", source.name, SAVE_AS)
    inside = sorted(name for name in names if PurePosixPath(name).suffix.lower() in ENDINGS)
    hint = f"unpack it and read {inside[0]}" if inside else SAVE_AS
    return KanoError("is a zip archive, not a spreadsheet", source.name, hint)
