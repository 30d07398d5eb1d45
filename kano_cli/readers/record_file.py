"""A file of records as a table: JSON, Parquet and Arrow, SPSS and Stata."""

from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.readers.files.columnar import columnar_table
from kano_cli.readers.files.filled_read import filled_form
from kano_cli.readers.files.json_file import json_table
from kano_cli.readers.files.kinds import Kind
from kano_cli.readers.files.labelled import labelled_table
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table
from kano_cli.readers.layouts.roles import kept_columns
from kano_cli.readers.opened import Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.claims import claimed
from kano_cli.readers.questions.asked import rated_headers
from kano_cli.readers.questions.dates import date_columns


def open_records(source: Source, kind: Kind, options: ReadOptions) -> Opened:
    """The table in a file that names its columns itself.

    Args:
        source: the file.
        kind: which of the three kinds it is.
        options: what the user says; nothing about the form of the file can be said.

    Raises:
        KanoError: where it cannot be read, or an option does not fit such a file.
    """
    _refuse_options(source, options)
    findings: tuple[Finding, ...] = ()
    if kind is Kind.FORM:
        source, findings = filled_form(source)
        kind = Kind.JSON
    table = _table(source, kind, options)
    titles = [column.header for column in table.columns]
    found = claimed([titles], source.name, options.platform, records=kind is Kind.JSON)
    return Opened(source.name, "", (table,), found.platform if found else None, findings=findings)


def _table(source: Source, kind: Kind, options: ReadOptions) -> Table:
    """The table in a file of one of the three kinds."""
    if kind is Kind.JSON:
        return json_table(source)
    if kind is Kind.LABELLED:
        return labelled_table(source, lambda names: rated_headers(names, options.questionnaire))
    return columnar_table(
        source, lambda names: kept_columns(names, options.questionnaire, options.by), date_columns
    )


def _refuse_options(source: Source, options: ReadOptions) -> None:
    """Refuse options that say how a text file or a workbook is built."""
    given = {
        "--sheet": options.sheet,
        "--header-row": options.header_row is not None,
        "--delimiter": options.delimiter,
        "--encoding": options.encoding,
    }
    useless = [option for option, value in given.items() if value]
    if useless:
        raise KanoError(
            f"names its columns itself, so {' and '.join(useless)} cannot be used with it",
            source.name,
            f"leave out {' and '.join(useless)}",
        )
