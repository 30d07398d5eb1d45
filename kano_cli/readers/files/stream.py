"""A large text file in one pass and bounded memory: only columns that can be answers are kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

import numpy as np

from kano_cli.readers.files.days import width_of_days
from kano_cli.readers.files.delimited import STRAY, Dialect, Rows, numbered
from kano_cli.readers.files.encode import BYTE, MANY, Encoded, Plan, Texts, encode
from kano_cli.readers.files.header import Header
from kano_cli.readers.files.parts import has_quotes, parts_of
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Column, RowCodes, Table
from kano_cli.readers.files.widths import check_widths

LARGE = 2_000_000
"""Bytes from which a file is streamed; below, all of its text fits in memory with ease."""


def stream_table(
    source: Source,
    dialect: Dialect,
    head: Rows,
    header: Header,
    keep: Collection[int] = (),
    dated: Collection[int] = (),
) -> Table:
    """The table below the header of a large text file.

    Args:
        source: the file.
        dialect: its encoding and delimiter.
        head: its first rows.
        header: the names of the columns, and where the answers begin.
        keep: columns whose texts are kept however many they are.
        dated: columns of which the days are kept: the beginnings of their texts.

    Raises:
        KanoError: at a row that does not fit the header, or a quote that is never closed.
    """
    titles, body = header.titles, head.rows[header.body :]
    width = max(len(row) for row in head.rows[header.row :])
    keep = {*keep, *range(len(titles), width)}
    spread = [len({row[at] for row in body if at < len(row)}) for at in range(width)]
    few = [at for at in range(width) if spread[at] <= MANY]
    many = [at for at in range(width) if spread[at] > MANY and at in keep]
    quoted = has_quotes(source)
    plan = Plan(source, dialect, quoted, width, titles, tuple(few), tuple(many))
    plan = replace(plan, days=_days(dated, plan, body))
    parts = _encode_all(plan, header.body)
    while opened := {at for part in parts for at in part.opened}:
        few = [at for at in few if at not in opened]
        many += sorted(opened & keep)
        plan = replace(plan, few=tuple(few), many=tuple(many))
        plan = replace(plan, days=_days(dated, plan, body))
        parts = _encode_all(plan, header.body)
    rest = islice(numbered(source, dialect), header.body, None)
    if any(part.torn for part in parts):
        check_widths(titles, rest, source.name)
    kept = {
        at: _merged([part.columns[place] for part in parts])
        for place, at in enumerate([*few, *many])
    }
    before = len(few) + len(many)
    days = tuple(
        Column(at, header.title(at), *_merged([part.columns[place] for part in parts]), code=code)
        for place, (at, _) in enumerate(plan.days, start=before)
        for code in (header.code(at),)
    )
    beyond = any(any(texts) for at, (texts, _) in kept.items() if at >= len(titles))
    narrow = sum(part.narrow for part in parts)
    if beyond or 0 < narrow == sum(part.pieces for part in parts):
        check_widths(titles, rest, source.name)
    number = partial(_row_number, source, dialect, header.body)
    return Table(
        source.name,
        _columns(header, kept),
        sum(part.rows for part in parts),
        number,
        "",
        head.numbers[header.row],
        header_rows=tuple(head.numbers[row] for row in header.rows),
        dated=days,
    )


def _days(
    dated: Collection[int], plan: Plan, body: Sequence[Sequence[str]]
) -> tuple[tuple[int, int], ...]:
    """The columns of days that are not kept whole, and how many characters of each hold a day."""
    kept = {*plan.few, *plan.many}
    return tuple(
        (at, width_of_days(row[at] for row in body if at < len(row)))
        for at in sorted(dated)
        if at not in kept and at < plan.width
    )


def _columns(
    header: Header, kept: Mapping[int, tuple[tuple[str, ...], RowCodes]]
) -> tuple[Column, ...]:
    """The columns with their texts where these are kept; of the others only the names."""
    columns = []
    for at, title in enumerate(header.titles):
        code = header.code(at)
        if at not in kept:
            columns.append(Column(at, title, (), np.zeros(0, np.uint8), open=True, code=code))
        elif title.strip() or any(kept[at][0]):
            columns.append(Column(at, title, *kept[at], code=code))
    return tuple(columns)


def _encode_all(plan: Plan, skip_records: int) -> list[Encoded]:
    """The whole file, part by part, on all processors."""
    parts = parts_of(plan.source, plan.dialect.encoding, skip_records, quoted=plan.quoted)
    if len(parts) == 1:
        return [encode(plan, parts[0])]
    # Forked, so that a script without a main guard can call this, too.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(len(parts), mp_context=context) as pool:
        return list(pool.map(partial(encode, plan), parts))


def _merged(parts: Sequence[tuple[Texts, RowCodes]]) -> tuple[tuple[str, ...], RowCodes]:
    """One column of all parts, over its own texts in order of first appearance."""
    place: dict[str, int] = {}
    pieces: list[RowCodes] = []
    for texts, codes in parts:
        used = np.flatnonzero(np.bincount(codes, minlength=len(texts))).tolist()
        if len(texts) <= BYTE:  # numbers that all columns share do not stand in this one's order
            used.sort(key=lambda code: int((codes == code).argmax()))
        lookup = np.zeros(len(texts), np.uint32)
        for code in used:
            lookup[code] = place.setdefault(texts[code], len(place))
        small: type[np.unsignedinteger] = np.uint8 if len(place) <= BYTE else np.uint32
        pieces.append(lookup.astype(small)[codes])
    return tuple(place), np.concatenate(pieces)


def _row_number(source: Source, dialect: Dialect, skip_records: int, row: int) -> int:
    """The line of the file on which a row of answers begins; only messages ask for it."""
    records = islice(numbered(source, dialect), skip_records, None)
    filled = (line for record, line in records if any(cell.strip(STRAY) for cell in record))
    return next(islice(filled, row, None))
