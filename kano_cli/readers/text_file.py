"""A delimited text file as a table, whatever its size."""

from collections.abc import Sequence

from kano_cli.findings import Finding, Place
from kano_cli.readers.files.delimited import dialect_of, encoding_of, read_rows
from kano_cli.readers.files.header import Header
from kano_cli.readers.files.legend import legend_codes
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.stream import LARGE, stream_table
from kano_cli.readers.files.table import table_of_rows
from kano_cli.readers.files.widths import check_widths
from kano_cli.readers.layouts.category_roles import wanted_header
from kano_cli.readers.layouts.marks_header import marks_header
from kano_cli.readers.layouts.roles import kept_columns
from kano_cli.readers.layouts.rows import mark_columns
from kano_cli.readers.opened import Marks, Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.header import header_of
from kano_cli.readers.platforms.platform import Platform
from kano_cli.readers.questions.dates import date_columns
from kano_cli.readers.questions.kano_columns import scale_in_force

_HEAD = 2000
"""Rows of a large file by which its header and its columns of free text are found."""


def open_text(source: Source, options: ReadOptions) -> Opened:
    """The table in a delimited text file, and what to know about its encoding.

    Raises:
        KanoError: where the bytes are no text, or the text is no table.
    """
    large = source.size > LARGE
    encoding = encoding_of(source, options.encoding, head_only=large)
    try:
        opened = _opened(source, encoding, options, large=large)
    except UnicodeDecodeError:
        # The head of a large file said UTF-8, and a later byte is not.
        encoding = encoding_of(source, options.encoding)
        opened = _opened(source, encoding, options, large=large)
    if encoding.startswith("utf-8") or options.encoding:
        return opened
    found = Finding("K101", {"encoding": encoding}, Place(source.name))
    return Opened(**{**vars(opened), "findings": (found,)})


def _opened(source: Source, encoding: str, options: ReadOptions, *, large: bool) -> Opened:
    """A text file in this encoding; a large one is streamed."""
    scale = scale_in_force(options)

    def is_answer(cell: str) -> bool:
        return scale.answer(cell) is not None

    dialect = dialect_of(source, encoding, is_answer, options.delimiter)
    head = read_rows(source, dialect, _HEAD if large else None)
    marked = None if large else marks_header(head.rows, scale.answer)
    if marked is not None and options.layout in ("", "marks"):
        return Opened(source.name, "", marks=Marks(head, marked))
    header, platform = header_of(
        head.rows,
        head.rows,
        head.numbers,
        source.name,
        is_answer,
        wanted_header(head.rows, head.numbers, options),
        options.platform,
    )
    if large:
        keep = _kept_columns(header, platform, options)
        dated = date_columns(header.titles, platform) | date_columns(header.codes, platform)
        table = stream_table(source, dialect, head, header, keep, dated)
    else:
        body = slice(header.body, None)
        rows = zip(head.rows[body], head.numbers[body], strict=True)
        check_widths(_widest_header(head.rows, header), rows, source.name)
        table = table_of_rows(source.name, "", head.rows, head.numbers, header)
    legend = legend_codes(head.rows[: header.row], scale.answer)
    above = f"the lines above row {table.header_row}" if legend else ""
    return Opened(source.name, "", (table,), platform, None, legend, above)


def _widest_header(rows: Sequence[Sequence[str]], header: Header) -> Sequence[str]:
    """The names of the columns, as many as the widest row of the header has cells."""
    width = max(len(rows[row]) for row in header.rows)
    return [header.title(at) for at in range(width)]


def _kept_columns(header: Header, platform: Platform | None, options: ReadOptions) -> set[int]:
    """The columns of a large file that are kept however many texts they hold.

    They are those that somebody names, and those whose own names say what they hold.
    """
    kept = mark_columns(header.titles, header.codes, platform)
    for names in (header.titles, header.codes):
        kept |= kept_columns(names, options.questionnaire, options.by)
    return kept
