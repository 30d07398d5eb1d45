"""Files that are no tables of text: missing, empty, of another kind, in no encoding."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.files import write
from tests.readers.reading import refusal

EXPORT = "hint: export the answers as CSV or XLSX"


def zipped(*names: str, content: bytes = b"x") -> bytes:
    """An archive with these members."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in names:
            parts.writestr(name, content)
    return archive.getvalue()


KINDS = {
    b"%PDF-1.7\n%\xe2\xe3": "a PDF",
    b"\x89PNG\r\n\x1a\n\x00\x00": "a picture",
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "a picture",
    b"GIF89a\x01\x00": "a picture",
    b"{\\rtf1\\ansi": "a rich text document",
    b"SQLite format 3\x00": "an SQLite database",
}
ARCHIVES = {
    "a gzip archive": gzip.compress(b"loan_f,loan_d\nlike,dislike\n"),
    "a bzip2 archive": b"BZh91AY&SY",
    "a 7-Zip archive": b"7z\xbc\xaf\x27\x1c",
    "a RAR archive": b"Rar!\x1a\x07\x00",
    "an empty zip archive": zipped(),
}


@pytest.mark.parametrize("content", KINDS)
@pytest.mark.parametrize("name", ["survey.csv", "survey.xlsx"])
def test_another_kind_of_file_is_called_by_its_name(
    tmp_path: Path, content: bytes, name: str
) -> None:
    """Whatever its own name says."""
    assert refusal(write(tmp_path / name, content)) == (
        f"{name}: is {KINDS[content]}, not a survey file\n{EXPORT}"
    )


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_is_to_be_unpacked(tmp_path: Path, kind: str) -> None:
    """What is in it may be the survey."""
    assert refusal(write(tmp_path / "s.xlsx", ARCHIVES[kind])) == (
        f"s.xlsx: is {kind}, not a survey file\nhint: unpack it first"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><table>", "\ufeff<!DOCTYPE html>", "\n  <table border=1>", "<HTML>",
        "<?xml version='1.0'?>", '<meta charset="utf-8">',
    ],
)  # fmt: skip
def test_a_web_page_saved_as_xls_is_refused(tmp_path: Path, content: str) -> None:
    """Old web applications export so."""
    assert refusal(write(tmp_path / "s.xls", content)) == (
        f"s.xls: is a web page or XML, not a spreadsheet\n{EXPORT}"
    )


DOCUMENTS = {
    "a Word document": "word/document.xml",
    "a PowerPoint presentation": "ppt/presentation.xml",
    "an Apple Numbers or Pages document": "Index/Document.iwa",
    "a zip archive": "readme.pdf",
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_another_office_document_is_called_by_its_name(tmp_path: Path, kind: str) -> None:
    """A renamed one, too."""
    assert refusal(write(tmp_path / "s.xlsx", zipped(DOCUMENTS[kind]))) == (
        f"s.xlsx: is {kind}, not a spreadsheet\n{EXPORT}"
    )


def test_an_opendocument_text_is_no_spreadsheet(tmp_path: Path) -> None:
    """It is told by its first member."""
    content = zipped("mimetype", content=b"application/vnd.oasis.opendocument.text")

    assert refusal(write(tmp_path / "s.ods", content)) == (
        f"s.ods: is an OpenDocument file, not a spreadsheet\n{EXPORT}"
    )


def test_a_zipped_export_is_to_be_unpacked(tmp_path: Path) -> None:
    """Several platforms send one; its survey is named."""
    content = zipped("readme.txt", "answers/survey.csv", "logo.png")

    assert refusal(write(tmp_path / "export.zip", content)) == (
        "export.zip: is a zip archive, not a spreadsheet\nhint: unpack it and read "
        "answers/survey.csv"
    )


def test_a_file_that_is_not_there_is_looked_for(tmp_path: Path) -> None:
    """Perhaps its name is only misspelled."""
    write(tmp_path / "survey 2026.CSV", "x")
    write(tmp_path / "notes.pdf", "x")
    missing, near = tmp_path / "answers.csv", tmp_path / "survey2026.csv"

    assert refusal(near) == f"{near}: there is no such file\nhint: did you mean survey 2026.CSV?"
    assert refusal(missing) == (
        f"{missing}: there is no such file\nhint: in that folder there is: survey 2026.CSV"
    )


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """And a folder without any survey."""
    lost = tmp_path / "lost" / "survey.csv"

    assert refusal(lost) == (
        f"{lost}: there is no such file\nhint: the folder {tmp_path / 'lost'} does not exist either"
    )
    assert refusal(tmp_path / "x.csv") == f"{tmp_path / 'x.csv'}: there is no such file"


def test_a_folder_without_survey_files_is_refused(tmp_path: Path) -> None:
    """What lies in it is named."""
    told = f"{tmp_path}: is a folder without survey files"
    hint = "put the files of answers there, as CSV, XLSX or JSON, or name another folder"

    assert refusal(tmp_path) == f"{told}\nhint: {hint}"
    write(tmp_path / "notes.pdf", "x")
    assert refusal(tmp_path) == f'{told}: it has "notes.pdf"\nhint: {hint}'


@pytest.mark.parametrize("name", ["a\0b.csv", "x" * 300])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """With the words of the system, and without a traceback."""
    assert ": cannot be read: " in refusal(tmp_path / name)


def test_an_empty_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is empty standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    assert refusal(write(tmp_path / "s.csv", b"")) == (
        "s.csv: is empty\nhint: export the answers again"
    )
    assert refusal("-") == "standard input: is empty\nhint: pipe the answers in, or name a file"


def test_a_byte_that_no_encoding_has_is_named(tmp_path: Path) -> None:
    """Windows-1252 has no 81, and this is no UTF-8 either."""
    assert refusal(write(tmp_path / "s.csv", b"loan_f,loan_d\nlike,\x81\n")) == (
        "s.csv: byte 19 (81 in hex) fits neither UTF-8 nor Windows-1252\n"
        "hint: save the file as CSV UTF-8, or name its encoding with --encoding"
    )


def test_a_byte_is_counted_from_the_start_of_the_file(tmp_path: Path) -> None:
    """Though the file is looked at in blocks, and a letter may lie across two of them."""
    content = b"x" * ((1 << 20) - 1) + "é".encode() + b"\xff"

    assert refusal(write(tmp_path / "s.csv", content), ReadOptions(encoding="utf-8")).startswith(
        f"s.csv: byte {(1 << 20) + 1} (FF in hex) is not utf-8-sig\n"
    )


def test_a_file_that_ends_in_half_a_letter_is_refused(tmp_path: Path) -> None:
    """Its other half was cut off."""
    content = "loan_f,loan_d\nlike,dislike".encode("utf-16")[:-1]

    assert refusal(write(tmp_path / "s.csv", content)) == (
        f"s.csv: byte {len(content) - 1} (00 in hex) is not UTF-16\n"
        "hint: save the file as CSV UTF-8, or name its encoding with --encoding"
    ).replace("(00 in hex)", f"({content[-1:].hex().upper()} in hex)")


@pytest.mark.parametrize("name", ["lo\x1b[2Jan.csv", "a\nb.csv", "[red]x.csv"])
def test_the_name_of_a_file_cannot_drive_the_terminal(tmp_path: Path, name: str) -> None:
    """Control characters are shown as what they are not."""
    told = refusal(write(tmp_path / name, "a,b\n"))

    assert told.startswith(("lo�[2Jan.csv: ", "a b.csv: ", "[red]x.csv: "))
    assert told.replace("\n", "", 1).isprintable()
