"""A list of features as people have it: names, one a line, or a table with columns."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.forms.drafting.phrases import spoken
from kano_cli.forms.drafting.record import Source as Listed
from kano_cli.forms.drafting.record import Wanted
from kano_cli.readers.files.delimited import Rows, dialect_of, encoding_of, read_rows
from kano_cli.readers.files.kinds import Kind, kind_of
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.workbook import read_sheets
from kano_cli.study.declared_features import EXPERIENCES
from kano_cli.study.journey import MOMENTS
from kano_cli.study.words import name_key

MAX_BYTES = 1_000_000
"""A list of names is small; what is larger is something else."""

_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)]|\[[ xX]?\])\s+")
_LANGUAGE = re.compile(r"[ :(]*\b(?P<code>[a-z]{2})\b[ )]*$")
_PARTED = frozenset({".csv", ".tsv"})


@dataclass(frozen=True)
class _Column:
    """What a column of a list holds, and in which language; "" is the main one."""

    key: str
    language: str


def read_list(source: Source) -> Listed:
    """The features in a text file, a CSV or TSV file, or a workbook.

    Raises:
        KanoError: for another kind of file, for columns without names, for an unknown moment.
    """
    if source.size > MAX_BYTES:
        raise KanoError(
            "is larger than 1 MB, as no list of features is", source.name, "leave the names only"
        )
    kind = kind_of(source)
    if kind is Kind.WORKBOOK:
        return _of_workbook(source)
    if kind is not Kind.TEXT:
        raise KanoError(
            "is no list of features", source.name, "use a text file, CSV or XLSX with the names"
        )
    encoding = encoding_of(source)
    lines = source.read().decode(encoding).splitlines()
    suffix = source.path.suffix.lower() if source.path else ""
    first = next((line for line in lines if line.strip()), "")
    parted = suffix in _PARTED or any(sign in first for sign in ",;\t")
    if parted:
        rows = _parted(source, encoding, is_table=suffix in _PARTED)
        if rows is not None:
            return _of_rows(rows, source.name, "line")
    return _of_lines(lines, source.name)


def _parted(source: Source, encoding: str, *, is_table: bool) -> Rows | None:
    """The rows of a table; None where commas only stand in names, one a line."""
    try:
        dialect = dialect_of(source, encoding, lambda cell: _column(cell) is not None)
        rows = read_rows(source, dialect)
    except KanoError:
        if is_table:
            raise
        return None
    named = any(column.key == "name" for column in _columns(_first(rows)).values())
    return rows if named or (is_table and any(map(any, rows.rows))) else None


def _of_workbook(source: Source) -> Listed:
    """The features on the one sheet that has names."""
    sheets = [sheet for sheet in read_sheets(source) if any(map(any, sheet.rows.rows))]
    headed = [
        sheet
        for sheet in sheets
        if any(column.key == "name" for column in _columns(_first(sheet.rows)).values())
    ]
    if len(headed) > 1 or (not headed and len(sheets) != 1):
        what = "names" if headed else "texts and none a column called name"
        raise KanoError(
            f"{len(headed or sheets)} sheets have {what}: "
            f"{listed(sheet.name for sheet in headed or sheets)}",
            source.name,
            "keep the list on one sheet, under a column called name",
        )
    (sheet,) = headed or sheets
    return _of_rows(sheet.rows, source.name, "row")


def _of_lines(lines: Sequence[str], file: str) -> Listed:
    """The names in a text, one a line; comments, bullets and numbers before them are left out."""
    found = []
    for number, line in enumerate(lines, 1):
        name = _clean(_BULLET.sub("", line, count=1))
        if name and not line.lstrip().startswith("#") and not (number == 1 and _is_header(name)):
            found.append(Wanted({"": name}, place=f"{file}, line {number}"))
    return Listed(file, tuple(found))


def _is_header(name: str) -> bool:
    """Whether a first line says what the list holds, and is no feature."""
    column = _column(name)
    return column is not None and column.key == "name"


def _of_rows(rows: Rows, file: str, unit: str) -> Listed:
    """The features in a table, or the names in its only column."""
    header = _first(rows)
    columns = _columns(header)
    begin = next(at for at, row in enumerate(rows.rows) if any(row)) + 1
    if not any(column.key == "name" for column in columns.values()):
        width = max(sum(bool(cell.strip()) for cell in row) for row in rows.rows)
        if width > 1:
            raise KanoError(
                f"has no column of names; its columns are {listed(filter(None, header), 12)}",
                file,
                "call one of them name, and others id, functional, dysfunctional, touchpoint",
            )
        at = next(at for at, cell in enumerate(header) if cell.strip())
        columns, begin = {at: _Column("name", "")}, begin - 1
    found = []
    for row, number in zip(rows.rows[begin:], rows.numbers[begin:], strict=True):
        cells = {at: _clean(row[at]) for at in columns if at < len(row) and _clean(row[at])}
        if any(columns[at].key == "name" for at in cells):
            found.append(
                _feature({columns[at]: cell for at, cell in cells.items()}, file, unit, number)
            )
        elif cells:
            raise KanoError("a feature needs a name", f"{file}, {unit} {number}", "write one there")
    unused = tuple(cell for at, cell in enumerate(header) if cell.strip() and at not in columns)
    return Listed(file, tuple(found), unused=unused)


def _feature(cells: Mapping[_Column, str], file: str, unit: str, number: int) -> Wanted:
    """One row as a feature."""
    place = f"{file}, {unit} {number}"
    said = {
        key: {column.language: cell for column, cell in cells.items() if column.key == key}
        for key in ("name", "functional", "dysfunctional")
    }
    single = {column.key: cell for column, cell in cells.items()}
    return Wanted(
        said["name"],
        single.get("id", ""),
        said["functional"],
        said["dysfunctional"],
        single.get("touchpoint", ""),
        _word(single.get("moment", ""), "moment", MOMENTS, place),
        _word(single.get("experience", ""), "experience", EXPERIENCES, place),
        place,
    )


def _word(text: str, what: str, allowed: Sequence[str], place: str) -> str:
    """One of the words of a questionnaire for what somebody wrote."""
    if not text:
        return ""
    for word in allowed:
        if name_key(text) in map(name_key, _declared()["words"][word]):
            return word
    raise KanoError(
        f'there is no {what} "{shortened(text)}"', place, f"write {', '.join(allowed)}, or nothing"
    )


def _first(rows: Rows) -> Sequence[str]:
    """The first row with a text in it."""
    return next((row for row in rows.rows if any(cell.strip() for cell in row)), [])


def _columns(header: Sequence[str]) -> dict[int, _Column]:
    """What each column of a header holds; of two alike the first, if the other is no language's."""
    found: dict[int, _Column] = {}
    for at, cell in enumerate(header):
        column = _column(cell)
        if column is not None and column not in found.values():
            found[at] = column
    return found


def _column(cell: str) -> _Column | None:
    """What a column holds, by its name; None where the name is not known."""
    whole = name_key(cell)
    for text, language in _readings(whole):
        for key, names in _declared()["names"].items():
            if text in map(name_key, names):
                return _Column(key, language)
    return None


def _readings(whole: str) -> Iterator[tuple[str, str]]:
    """A name as it stands, and without a language behind it."""
    yield whole, ""
    match = _LANGUAGE.search(whole)
    if match and match["code"] in spoken():
        yield whole[: match.start()].strip(), match["code"]


def _clean(text: str) -> str:
    """A text on one line; a question mark before it would make it a guess in the YAML."""
    return re.sub(r"^[?\s]+", "", " ".join(text.split()))


@cache
def _declared() -> dict[str, dict[str, list[str]]]:
    """The names of columns, and the words in them."""
    entry = files("kano_cli.forms.drafting") / "columns.toml"
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(entry.read_text("utf-8"))
    return loaded
