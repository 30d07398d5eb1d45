"""A workbook as a table, or as two: which of its sheets hold the answers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Finding
from kano_cli.readers.answer_sheet import open_answer_sheet
from kano_cli.readers.files.legend import legend_codes
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table, table_of_rows
from kano_cli.readers.files.workbook import Sheet, read_sheets
from kano_cli.readers.layouts.category_roles import category_roles, wanted_header
from kano_cli.readers.layouts.marks_header import marks_header
from kano_cli.readers.layouts.roles import ANSWER_ROLES, long_roles
from kano_cli.readers.opened import Marks, Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.header import header_of
from kano_cli.readers.platforms.platform import Platform
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    names_side,
    readings_of,
    scale_in_force,
    with_legend,
)
from kano_cli.readers.questions.sides import named_by_side

_FIVE = len(Answer)
_LEGEND_ROWS = 30
"""A page that explains the codes is no longer than this; a sheet of answers may be."""


def open_workbook(source: Source, options: ReadOptions) -> Opened:
    """The one table with answers, or two: the functional one first.

    Raises:
        KanoError: if no sheet can be read, or several could be meant.
    """
    if (answered := open_answer_sheet(source, options)) is not None:
        return answered
    sheets = read_sheets(source, options.sheet)
    sides = named_by_side([sheet.name for sheet in sheets])
    if options.layout == "two-sheets" and not sides:
        raise KanoError(
            f"has no two sheets that are named by side; it has "
            f"{listed([sheet.name for sheet in sheets])}",
            source.name,
            "name them Functional and Dysfunctional",
        )
    halves = [sheets[at] for at in sides or ()]
    pages, codes = _legend_pages([s for s in sheets if s not in halves], options)
    if len(pages) == len(sheets):
        pages, codes = [], {}
    sheets = [sheet for sheet in sheets if sheet not in pages]
    if halves and options.layout in ("", "two-sheets"):
        chosen = halves
        tables = [_table(source, sheet, options)[0] for sheet in chosen]
        opened = Opened(source.name, chosen[0].name, tuple(tables))
    elif len(sheets) == 1:
        opened, chosen = _sheet(source, sheets[0], options), sheets
    else:
        opened, chosen = _with_answers(source, sheets, options, codes)
    if not opened.legend and codes:
        place = f'sheet "{shortened(pages[0].name)}"'
        opened = replace(opened, legend=codes, legend_place=place)
    for table in opened.tables:
        _refuse_uncomputed(table, with_legend(options, opened.legend, opened.legend_place))
    others = tuple(sheet.name for sheet in sheets if sheet not in chosen)
    findings = (Finding("K114", {"names": others}),) if others else ()
    return replace(opened, findings=findings, other_sheets=others)


def _sheet(source: Source, sheet: Sheet, options: ReadOptions) -> Opened:
    """One sheet, opened: with marks in its cells, or with a table."""
    marked = marks_header(sheet.rows.rows, scale_in_force(options).answer)
    if marked is not None and options.layout in ("", "marks"):
        return Opened(source.name, sheet.name, marks=Marks(sheet.rows, marked, sheet.uncomputed))
    table, platform = _table(source, sheet, options)
    above = sheet.rows.rows[: table.header_row - 1]
    legend = legend_codes(above, scale_in_force(options).answer)
    place = f"the lines above row {table.header_row}" if legend else ""
    return Opened(source.name, sheet.name, (table,), platform, None, legend, place)


def _table(source: Source, sheet: Sheet, options: ReadOptions) -> tuple[Table, Platform | None]:
    """The table on a sheet, and the survey tool that wrote it."""
    scale = scale_in_force(options)
    header, platform = header_of(
        sheet.rows.rows,
        sheet.unmerged,
        sheet.rows.numbers,
        f'{source.name}, sheet "{shortened(sheet.name)}"',
        lambda cell: scale.answer(cell) is not None,
        wanted_header(sheet.rows.rows, sheet.rows.numbers, options),
        options.platform,
    )
    table = table_of_rows(source.name, sheet.name, sheet.rows.rows, sheet.rows.numbers, header)
    return replace(table, uncomputed=sheet.uncomputed), platform


def _legend_pages(
    sheets: Sequence[Sheet], options: ReadOptions
) -> tuple[list[Sheet], Mapping[str, Answer]]:
    """The sheets that hold nothing but a legend, and its codes; none if two of them differ."""
    answer = scale_in_force(options).answer
    found = [
        (sheet, codes)
        for sheet in sheets
        if len(sheet.rows.rows) <= _LEGEND_ROWS and (codes := legend_codes(sheet.rows.rows, answer))
    ]
    pages = [sheet for sheet, _ in found]
    same = all(codes == found[0][1] for _, codes in found)
    return (pages, found[0][1]) if found and same else ([], {})


def _with_answers(
    source: Source,
    sheets: Sequence[Sheet],
    options: ReadOptions,
    legend: Mapping[str, Answer],
) -> tuple[Opened, list[Sheet]]:
    """The one sheet of several that holds answers; counts by category only where none does."""
    holding: list[tuple[Opened, Sheet]] = []
    counted: list[tuple[Opened, Sheet]] = []
    for sheet in sheets:
        try:
            opened = _sheet(source, sheet, options)
        except KanoError:  # a page of notes may have no header; another sheet may
            continue
        own = with_legend(options, opened.legend or legend, opened.legend_place)
        if _is_lookup(opened, own):
            continue
        if _holds_answers(opened, own):
            holding.append((opened, sheet))
        elif opened.tables and category_roles(opened.tables[0]):
            counted.append((opened, sheet))
    holding = holding or counted
    if len(holding) == 1:
        return holding[0][0], [holding[0][1]]
    candidates = [sheet for _, sheet in holding] or list(sheets)
    sizes = ", ".join(f'"{shortened(sheet.name)}" ({sheet.size})' for sheet in candidates)
    what = (
        f"{len(candidates)} sheets hold answers"
        if holding
        else f"none of its {len(candidates)} sheets holds answers for certain"
    )
    raise KanoError(f"{what}: {sizes}", source.name, "name one with --sheet")


def _is_lookup(opened: Opened, options: ReadOptions) -> bool:
    """Whether a sheet lists the answers, or all pairs of them, as a code book does.

    Every answer stands in each of its columns equally often: no survey comes out like that.
    """
    if not opened.tables or opened.tables[0].rows not in (_FIVE, _FIVE**2):
        return False
    table = opened.tables[0]
    kano = kano_readings(
        readings_of(table, scale_in_force(options)), codes_declared=codes_declared(options)
    )
    often = [Counter(r.answer(text) for text in r.column.texts()) for r in kano if not r.unknown]
    return bool(often) and all(
        len(counts) == _FIVE and set(counts.values()) == {table.rows // _FIVE} for counts in often
    )


def _holds_answers(opened: Opened, options: ReadOptions) -> bool:
    """Whether two columns hold answers, by their values; in a long table one, by its name.

    A single one makes no pair: it is a legend that is not whole, or says how often.
    """
    if opened.marks:
        return True
    table = opened.tables[0]
    readings = readings_of(table, scale_in_force(options))
    roles = long_roles(table)
    own = {roles[role].index for role in ANSWER_ROLES if role in roles}
    kano = kano_readings(readings, codes_declared=codes_declared(options))
    return len(kano) > 1 or any(
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
