"""Worksheets with marks: five columns a respondent, two rows a feature, one cell is marked."""

from collections.abc import Mapping, Sequence

from kano_cli.core.categories import Ints
from kano_cli.errors import KanoError, shortened
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.long import long_features
from kano_cli.readers.layouts.mark_cells import MarkedSheet, coded_marks, no_marks
from kano_cli.readers.layouts.mark_rows import SIDES, Line, column_of, lines_of, side_of
from kano_cli.readers.layouts.marks_header import Rows, answer_blocks
from kano_cli.readers.layouts.read import Read, without_empty_rows
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.kano_columns import scale_in_force
from kano_cli.readers.questions.values import Reading, spoken_languages
from kano_cli.study.responses import Feature, Responses
from kano_cli.study.scale import Scale


def read_marks(
    file: str,
    sheet: str,
    rows: Rows,
    numbers: Sequence[int],
    header: int,
    options: ReadOptions,
    uncomputed: Mapping[int, str] | None = None,
) -> Read:
    """The responses in a worksheet with marks: a respondent for each five columns.

    Args:
        file: the name of the file.
        sheet: the name of the sheet, if there are sheets.
        rows: all cells.
        numbers: the number of each row, as the spreadsheet shows it.
        header: the row that names the answers, from `marks_header`.
        options: what the user says about the file.
        uncomputed: the first cell of each column, counted from 0, whose formula was never
            computed: it reads as blank.

    Raises:
        KanoError: for a row that does not say what it is about, or a cell that holds no mark.
    """
    scale = scale_in_force(options)
    its = _sheet(file, sheet, rows, numbers, header, scale)
    _refuse_uncomputed(its, uncomputed or {})
    used = {column for block in its.blocks for column in block}
    before = [column for column in its.columns if column.index < its.blocks[0][0]]
    after = [c for c in its.columns if c.index > its.blocks[0][0] and c.index not in used]
    labels = before if any(side_of(v) for c in before for v in c.values) else [*before, *after]
    above = [[_cell(row, column.index) for row in rows[: header + 1]] for column in labels]
    lines, names = lines_of(its.table, labels, above, its.filled)
    features, place = _features(its.table, names, lines, options)
    _refuse_uneven(its.table, lines, place, features)
    findings = no_marks(its, lines, options)
    coded, more = coded_marks(its, lines, place, features, scale)
    texts = [its.columns[column].header for block in its.blocks for column in block]
    spoken = spoken_languages([Reading(column_of(0, "", texts), scale)])
    responses = Responses(features, coded[0], coded[1])
    return without_empty_rows(Read(responses, tuple(spoken), {}, (*findings, *more)))


def _sheet(
    file: str, sheet: str, rows: Rows, numbers: Sequence[int], header: int, scale: Scale
) -> MarkedSheet:
    """The rows below the header, each as wide as the widest."""
    body = rows[header + 1 :]
    width = max(map(len, rows[header:]))
    columns = tuple(
        column_of(at, _cell(rows[header], at), [_cell(row, at) for row in body])
        for at in range(width)
    )
    first = header + 1
    table = Table(
        file, columns, len(body), lambda row: numbers[first + row], sheet, numbers[header]
    )
    return MarkedSheet(table, columns, tuple(answer_blocks(rows[header], scale.answer)))


def _refuse_uncomputed(its: MarkedSheet, uncomputed: Mapping[int, str]) -> None:
    """Refuse a formula that may be a mark or a name."""
    last = its.blocks[-1][-1]
    for at in sorted(uncomputed):
        if at <= last and at < len(its.columns):
            raise KanoError(
                f"the formula in cell {uncomputed[at]} was never computed, so its mark is not in "
                "the file",
                its.table.column_place(its.columns[at]),
                "open the file in a spreadsheet program and save it",
            )


def _cell(row: Sequence[str], at: int) -> str:
    """A cell; beyond the end of its row it is blank."""
    return row[at] if at < len(row) else ""


def _features(
    table: Table, names: Column, lines: Sequence[Line], options: ReadOptions
) -> tuple[tuple[Feature, ...], Ints]:
    """The features, and which of them each line is about."""
    column = column_of(names.index, names.header, [line.feature for line in lines])
    at = [line.row for line in lines]
    its = Table(
        table.file, (column,), len(lines), lambda row: table.row_number(at[row]), table.sheet
    )
    return long_features(its, column, options)


def _refuse_uneven(
    table: Table, lines: Sequence[Line], place: Ints, features: Sequence[Feature]
) -> None:
    """Refuse a feature that does not have each question once."""
    rows: dict[tuple[int, str], Line] = {}
    for line, at in zip(lines, place.tolist(), strict=True):
        first = rows.setdefault((at, line.side), line)
        if first is not line:
            raise KanoError(
                f'"{shortened(line.feature)}" has a {line.side} row already, row '
                f"{table.row_number(first.row)}",
                table.row_place(line.row),
                "give each feature a name of its own and two rows",
            )
    for at in range(len(features)):
        there = [side for side in SIDES if (at, side) in rows]
        if len(there) == 1:
            (lacks,) = set(SIDES) - set(there)
            line = rows[at, there[0]]
            raise KanoError(
                f'"{shortened(line.feature)}" has a {there[0]} row and no {lacks} one',
                table.row_place(line.row),
                "add the row of the other question",
            )
