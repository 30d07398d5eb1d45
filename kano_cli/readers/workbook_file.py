"""A workbook as a table, or as two: which of its sheets hold the answers."""

from collections.abc import Sequence

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Finding
from kano_cli.readers.files.header import header_row
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table, table_of_rows
from kano_cli.readers.files.workbook import Sheet, read_sheets
from kano_cli.readers.layouts.roles import ANSWER_ROLES, long_roles
from kano_cli.readers.layouts.two_sheets import named_by_side
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    names_side,
    readings_of,
    scale_in_force,
)


def workbook_tables(
    source: Source, options: ReadOptions
) -> tuple[tuple[Table, ...], list[Finding]]:
    """The one table with answers, or two: the functional one first.

    Raises:
        KanoError: if no sheet can be read, or several could be meant.
    """
    sheets = read_sheets(source, options.sheet)
    sides = named_by_side([sheet.name for sheet in sheets])
    if options.layout == "two-sheets" and not sides:
        raise KanoError(
            f"has no two sheets that are named by side; it has "
            f"{listed([sheet.name for sheet in sheets])}",
            source.name,
            "name them Functional and Dysfunctional",
        )
    if sides and options.layout in ("", "two-sheets"):
        tables = tuple(_table(source, sheets[at], options) for at in sides)
        chosen = [sheets[at] for at in sides]
    elif len(sheets) == 1:
        tables, chosen = (_table(source, sheets[0], options),), sheets
    else:
        tables, chosen = _with_answers(source, sheets, options)
    for table in tables:
        _refuse_uncomputed(table, options)
    others = tuple(sheet.name for sheet in sheets if sheet not in chosen)
    return tables, [Finding("K114", {"names": others})] if others else []


def _table(source: Source, sheet: Sheet, options: ReadOptions) -> Table:
    """The table on a sheet."""
    scale = scale_in_force(options)
    place = f'{source.name}, sheet "{shortened(sheet.name)}"'
    rows = sheet.rows
    header = header_row(
        sheet.unmerged,
        rows.numbers,
        place,
        lambda cell: scale.answer(cell) is not None,
        options.header_row,
    )
    rows = sheet.with_header(header)
    table = table_of_rows(source.name, sheet.name, rows.rows, rows.numbers, header)
    return Table(**{**vars(table), "uncomputed": sheet.uncomputed})


def _with_answers(
    source: Source, sheets: Sequence[Sheet], options: ReadOptions
) -> tuple[tuple[Table, ...], list[Sheet]]:
    """The one sheet of several that holds answers."""
    holding: list[tuple[Table, Sheet]] = []
    for sheet in sheets:
        try:
            table = _table(source, sheet, options)
        except KanoError:  # a page of notes may have no header; another sheet may
            continue
        if _holds_answers(table, options):
            holding.append((table, sheet))
    if len(holding) == 1:
        return (holding[0][0],), [holding[0][1]]
    candidates = [sheet for _, sheet in holding] or list(sheets)
    sizes = ", ".join(f'"{shortened(sheet.name)}" ({sheet.size})' for sheet in candidates)
    what = (
        f"{len(candidates)} sheets hold answers"
        if holding
        else f"none of its {len(candidates)} sheets holds answers for certain"
    )
    raise KanoError(f"{what}: {sizes}", source.name, "name one with --sheet")


def _holds_answers(table: Table, options: ReadOptions) -> bool:
    """Whether some column holds answers, by its values; in a long table also by its name."""
    readings = readings_of(table, scale_in_force(options))
    roles = long_roles(table)
    own = {roles[role].index for role in ANSWER_ROLES if role in roles}
    return bool(kano_readings(readings, codes_declared=codes_declared(options))) or any(
        reading.column.index in own and reading.known_rows for reading in readings
    )


def _refuse_uncomputed(table: Table, options: ReadOptions) -> None:
    """Refuse a formula that was never computed where it may be an answer: it reads as blank."""
    if not table.uncomputed:
        return
    readings = readings_of(table, scale_in_force(options))
    kano = kano_readings(readings, codes_declared=codes_declared(options))
    used = {reading.column.index for reading in kano}
    used |= {column.index for column in long_roles(table).values()}
    for reading in readings:
        column = reading.column
        if column.index in table.uncomputed and (
            column.index in used or reading.blank or names_side(column)
        ):
            raise KanoError(
                f"the formula in cell {table.uncomputed[column.index]} was never computed, so "
                "its answer is not in the file",
                table.column_place(column),
                "open the file in a spreadsheet program and save it",
            )
