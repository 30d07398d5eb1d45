"""Workbooks that are refused, each with the whole message; see also `refused_workbooks.txt`."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.readers.files import DISLIKE, LIKE, NEUTRAL, Rows, write, write_ods, write_xls
from tests.readers.files import write_xlsx as xlsx
from tests.readers.reading import refusal
from tests.readers.refused import Case, cases

ROWS: Rows = [["id", "loan_f", "loan_d"], [1, LIKE, DISLIKE], [2, LIKE, NEUTRAL]]
AGAIN = "hint: open it in a spreadsheet program and save it again as XLSX"
EMPTY = (
    "s.xlsx: its visible sheets are empty\n"
    "hint: export the answers again, or name a hidden sheet with --sheet"
)
PASSWORD = "is protected with a password\nhint: save it without a password"  # noqa: S105


def replaced(path: Path, member: str, content: bytes) -> Path:
    """The archive with another content of one member."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, old in {**parts, member: b""}.items():
            archive.writestr(name, content if name == member else old)
    return path


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path, part: float) -> None:
    """A download that stopped: xlsx, ods and xls alike."""
    for name, writer in (("s.xlsx", xlsx), ("s.ods", write_ods), ("s.xls", write_xls)):
        whole = writer(tmp_path / name, {"S": ROWS}).read_bytes()

        assert refusal(write(tmp_path / name, whole[: int(part * len(whole))])) == (
            f"{name}: is damaged or only half of the file\n{AGAIN}"
        )


@pytest.mark.parametrize(
    ("offset", "content"),
    [
        (120, b"\x00\x15\x00\x00"),  # the stream is longer than its sectors
        (120, b"\xff\xff\xff\x7f"),  # longer than the file
        (116, b"\xf0\xff\x00\x00"),  # it begins outside the file
    ],
)
def test_an_old_workbook_that_contradicts_itself_is_refused(
    tmp_path: Path, offset: int, content: bytes
) -> None:
    """The library that reads it would trust the numbers in it."""
    whole = write_xls(tmp_path / "s.xls", {"S": ROWS}).read_bytes()
    at = whole.index("Workbook".encode("utf-16-le")) + offset

    assert refusal(write(tmp_path / "s.xls", whole[:at] + content + whole[at + 4 :])) == (
        f"s.xls: is damaged or only half of the file\n{AGAIN}"
    )


@pytest.mark.parametrize("record", [b"\xfc\x00", b"\x00\x02\x0e\x00"])
def test_an_old_workbook_that_claims_to_be_huge_is_refused(tmp_path: Path, record: bytes) -> None:
    """Nobody has as much memory as its texts, or its rows, would need."""
    whole = write_xls(tmp_path / "s.xls", {"S": ROWS}).read_bytes()
    at = whole.index(record, 1024) + 8
    huge = whole[:at] + b"\xff\xff\xff\x7f" + whole[at + 4 :]

    assert refusal(write(tmp_path / "s.xls", huge)) == (
        f"s.xls: is damaged or only half of the file\n{AGAIN}"
    )


@pytest.mark.parametrize("content", [b"<worksheet><sheetData><row", b"", b"\x00\x01"])
def test_a_workbook_with_a_broken_sheet_is_refused(tmp_path: Path, content: bytes) -> None:
    """The archive is whole, and what is in it is not."""
    path = replaced(xlsx(tmp_path / "s.xlsx", {"S": ROWS}), "xl/workbook.xml", content)

    assert refusal(path) in (f"s.xlsx: cannot be read as a workbook\n{AGAIN}", EMPTY)


def test_a_broken_opendocument_sheet_is_refused(tmp_path: Path) -> None:
    """The library that reads it would look for its end for ever."""
    path = replaced(write_ods(tmp_path / "s.ods", {"S": ROWS}), "content.xml", b"<a><b></a>")

    assert refusal(path) == f"s.ods: is damaged or only half of the file\n{AGAIN}"


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    """Excel hides it in an old container, OpenDocument says so in its manifest."""
    old = write_xls(tmp_path / "s.xls", {"S": ROWS}).read_bytes()
    name, secret = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    at = old.index(name)
    entry = secret + bytes(64 - len(secret)) + bytes([len(secret) + 2, 0])
    sealed = write(tmp_path / "s.xlsx", old[:at] + entry + old[at + len(entry) :])
    manifest = b"<manifest:encryption-data/>"
    ods = write_ods(tmp_path / "s.ods", {"S": ROWS})

    assert refusal(sealed) == f"s.xlsx: {PASSWORD}"
    assert refusal(replaced(ods, "META-INF/manifest.xml", manifest)) == f"s.ods: {PASSWORD}"


def test_an_old_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    """One of its first records says so."""
    path = write_xls(tmp_path / "s.xls", {"S": ROWS})
    header = bytes([0xE1, 0x00, 0x02, 0x00])
    content = path.read_bytes()
    at = content.index(header)
    sealed = bytes([0x2F, 0x00, 0x02, 0x00, 0x01, 0x00])

    assert refusal(write(path, content[:at] + sealed + content[at + len(sealed) :])) == (
        f"s.xls: {PASSWORD}"
    )


@pytest.mark.parametrize(
    ("stream", "kind"),
    [("WordDocument", "a Word document"), ("Contents", "an old Office document")],
)
def test_another_old_office_document_is_called_by_its_name(
    tmp_path: Path, stream: str, kind: str
) -> None:
    """It comes in the same container as an old workbook."""
    content = write_xls(tmp_path / "s.xls", {"S": ROWS}).read_bytes()
    at = content.index("Workbook".encode("utf-16-le"))
    name = stream.encode("utf-16-le")
    entry = name + bytes(64 - len(name)) + bytes([len(name) + 2, 0])

    assert refusal(write(tmp_path / "s.xls", content[:at] + entry + content[at + 66 :])) == (
        f"s.xls: is {kind}, not a spreadsheet\nhint: export the answers as CSV or XLSX"
    )


def test_an_archive_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    """A bomb of 60 MB in some kilobytes."""
    path = xlsx(tmp_path / "s.xlsx", {"S": ROWS})

    assert refusal(replaced(path, "xl/worksheets/sheet1.xml", bytes(60_000_000))) == (
        "s.xlsx: unpacks to far more than a survey holds\nhint: export it as CSV"
    )


def test_a_cell_far_away_is_refused(tmp_path: Path) -> None:
    """A sheet is held whole, and this one has 17 thousand million cells."""
    path = xlsx(tmp_path / "s.xlsx", {"S": ROWS})
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'

    assert refusal(
        replaced(path, "xl/worksheets/sheet1.xml", sheet.replace(b"</sheetData>", far))
    ) == (
        "s.xlsx: one of its sheets reaches to cell XFD1048576, which is more than a survey holds\n"
        "hint: delete what stands far below or beside the answers, or export them as CSV"
    )


@pytest.mark.parametrize("case", cases("refused_workbooks.txt"), ids=lambda case: case.name)
def test_a_workbook_is_refused_with_what_where_and_what_to_do(tmp_path: Path, case: Case) -> None:
    """Word for word."""
    assert refusal(xlsx(tmp_path / "s.xlsx", case.sheets), case.options) == case.told


def test_a_workbook_on_standard_input_is_refused_in_the_same_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only its name is another."""
    content = xlsx(tmp_path / "s.xlsx", {"May": ROWS, "June": ROWS}).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert refusal("-") == (
        'standard input: 2 sheets hold answers: "May" (3 x 3), "June" (3 x 3)\n'
        "hint: name one with --sheet"
    )
