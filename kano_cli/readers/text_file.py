"""A delimited text file as a table, whatever its size."""

from collections.abc import Callable, Sequence

from kano_cli.findings import Finding, Place
from kano_cli.readers.files.delimited import dialect_of, encoding_of, read_rows
from kano_cli.readers.files.header import header_row
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.stream import LARGE, stream_table
from kano_cli.readers.files.table import Table, table_of_rows
from kano_cli.readers.files.widths import check_widths
from kano_cli.readers.layouts.roles import long_keys
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import wanted_headers
from kano_cli.readers.questions.kano_columns import scale_in_force
from kano_cli.readers.questions.sides import named_sides

_HEAD = 2000
"""Rows of a large file by which its header and its columns of free text are found."""


def text_table(source: Source, options: ReadOptions) -> tuple[Table, list[Finding]]:
    """The table in a delimited text file, and what to know about its encoding.

    Raises:
        KanoError: where the bytes are no text, or the text is no table.
    """
    scale = scale_in_force(options)

    def is_answer(cell: str) -> bool:
        return scale.answer(cell) is not None

    large = source.size > LARGE
    encoding = encoding_of(source, options.encoding, head_only=large)
    try:
        table = _table(source, encoding, is_answer, options, large=large)
    except UnicodeDecodeError:
        # The head of a large file said UTF-8, and a later byte is not.
        encoding = encoding_of(source, options.encoding)
        table = _table(source, encoding, is_answer, options, large=large)
    if encoding.startswith("utf-8") or options.encoding:
        return table, []
    return table, [Finding("K101", {"encoding": encoding}, Place(source.name))]


def _table(
    source: Source,
    encoding: str,
    is_answer: Callable[[str], bool],
    options: ReadOptions,
    *,
    large: bool,
) -> Table:
    """The table of a text file in this encoding; a large one is streamed."""
    dialect = dialect_of(source, encoding, is_answer, options.delimiter)
    head = read_rows(source, dialect, _HEAD if large else None)
    header = header_row(head.rows, head.numbers, source.name, is_answer, options.header_row)
    if large:
        keep = _kept_columns(head.rows[header], options)
        return stream_table(source, dialect, head, header, keep)
    titles, body = head.rows[header], slice(header + 1, None)
    check_widths(titles, zip(head.rows[body], head.numbers[body], strict=True), source.name)
    return table_of_rows(source.name, "", head.rows, head.numbers, header)


def _kept_columns(header: Sequence[str], options: ReadOptions) -> set[int]:
    """The columns of a large file that are kept however many texts they hold.

    They are those that somebody names, and those whose own names say what they hold.
    """
    named = wanted_headers(header, options.questionnaire) if options.questionnaire else set()
    return named | long_keys(header) | {at for at, cell in enumerate(header) if named_sides(cell)}
