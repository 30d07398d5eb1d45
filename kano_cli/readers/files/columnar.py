"""Parquet, Feather and Arrow files as a table: a batch of rows at a time."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from kano_cli.errors import KanoError
from kano_cli.readers.files.arrow import BATCH, Batches, Read, called, days_of, opened
from kano_cli.readers.files.encode import BYTE, MANY
from kano_cli.readers.files.records import Gathered, cell_text, missing_library, open_column
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

MAX_CELLS = 1_000_000_000
"""These formats repeat a value for nothing, so a small file can claim rows without end."""

Places: TypeAlias = npt.NDArray[np.int64]


def columnar_table(
    source: Source,
    keep: Callable[[Sequence[str]], set[int]] | None = None,
    dated: Callable[[Sequence[str]], set[int]] | None = None,
) -> Table:
    """The table in a Parquet, Feather or Arrow file.

    Args:
        source: the file.
        keep: says by their names which columns of a large file are kept however many different
            texts they hold; of the others those with few are.
        dated: says by their names of which columns the days are kept.

    Raises:
        KanoError: where the file cannot be read, or the library for it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise missing_library(source, called(source), "pyarrow") from None
    try:
        with opened(source) as (schema, read):
            names = schema.names
            kept = keep(names) if keep else set()
            return _table(source, schema, read, kept, dated(names) if dated else set())
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise KanoError(
            f"is {called(source)} that is damaged or only half of the file",
            source.name,
            "export it again",
        ) from problem


def _table(
    source: Source, schema: "pa.Schema", read: Read, keep: set[int], dated: set[int]
) -> Table:
    """The table of all batches, the columns of free text without their texts."""
    wanted = [at for at, kind in enumerate(schema.types) if _has_texts(kind)]
    # The first rows show which columns are free text; these are not read on.
    rows, columns = _gathered(source, _head(read(wanted)), wanted, keep)
    days: dict[int, Gathered] = {}
    if rows > BATCH:
        days = {at: Gathered() for at in dated.intersection(wanted) - keep}
        wanted = sorted({*columns, *days})
        rows, columns = _gathered(source, read(wanted), wanted, keep, days)
    return Table(
        source.name,
        tuple(
            columns[at].column(at, name) if at in columns else open_column(at, name)
            for at, name in enumerate(schema.names)
        ),
        rows,
        lambda row: row + 1,
        header_row=0,
        dated=tuple(
            column.column(at, schema.names[at])
            for at, column in days.items()
            if at not in columns and len(column)
        ),
    )


def _head(batches: Batches) -> Batches:
    """The first batches, until it is plain that the file is large."""
    rows = 0
    for batch in batches:
        yield batch
        rows += batch.num_rows
        if rows > BATCH:
            return


def _gathered(
    source: Source,
    batches: Batches,
    wanted: Sequence[int],
    keep: set[int],
    days: Mapping[int, Gathered] = MappingProxyType({}),
) -> tuple[int, dict[int, Gathered]]:
    """How many rows there are, and those of the wanted columns that are no free text.

    What stands in those of `days` is gathered there, too, cut to the day.
    """
    columns = {at: Gathered() for at in wanted}
    rows = 0
    for batch in batches:
        rows += batch.num_rows
        if rows * len(wanted) > MAX_CELLS:
            raise KanoError(
                "unpacks to far more than a survey holds",
                source.name,
                "leave out the columns that are no answers",
            )
        for place, at in enumerate(wanted):
            limit = None if at in keep or rows <= BATCH else MANY
            if at in columns and not _add(columns[at], batch.column(place), limit):
                del columns[at]
            if at in days:
                _add(days[at], days_of(batch.column(place)), None)
    return rows, columns


def _has_texts(kind: "pa.DataType") -> bool:
    """Whether the cells of a column are words, numbers or dates; bytes may be words, too."""
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return not (types.is_nested(kind) or types.is_interval(kind) or types.is_duration(kind))


def _add(column: Gathered, cells: "pa.Array", limit: int | None) -> bool:
    """Take the cells of a batch into a column; False if it is free text, or no text at all."""
    import pyarrow as pa

    try:
        encoded = cells if pa.types.is_dictionary(cells.type) else _plain(cells).dictionary_encode()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return False
    blank = len(encoded.dictionary)
    codes = encoded.indices.cast(pa.int64()).fill_null(blank).to_numpy(zero_copy_only=False)
    used = _in_order(codes, blank)
    if limit is not None and len(used) > 2 * limit:
        return False  # before any text of it is made
    lookup = np.zeros(blank + 1, np.uint32)
    lookup[used] = np.arange(len(used))
    column.add(_texts(encoded.dictionary, used), lookup[codes])
    return limit is None or len(column) <= limit


def _in_order(codes: Places, largest: int) -> Places:
    """The codes that there are, in order of first appearance."""
    if largest > BYTE:
        used, first = np.unique(codes, return_index=True)
        return used[np.argsort(first)]
    there = np.flatnonzero(np.bincount(codes)).tolist()
    return np.array(sorted(there, key=lambda code: int((codes == code).argmax())), np.int64)


def _plain(cells: "pa.Array") -> "pa.Array":
    """The cells in a form that can be numbered: bytes are taken for UTF-8."""
    import pyarrow as pa

    if isinstance(cells, pa.ExtensionArray):
        cells = cells.storage
    kind = cells.type
    if pa.types.is_float16(kind):
        return cells.cast(pa.float32())
    if pa.types.is_fixed_size_binary(kind):
        raise pa.ArrowInvalid("bytes of one length are no words")
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or "view" in str(kind):
        return cells.cast(pa.large_string())
    return cells


def _texts(values: "pa.Array", used: Places) -> list[str]:
    """The texts of some values; a place behind the last one is blank."""
    import pyarrow as pa

    places = pa.array(used, mask=used == len(values))
    chosen = _plain(values).take(places)
    kind = chosen.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":  # which Python does not have
        chosen = chosen.cast(pa.timestamp("us", kind.tz), safe=False)
    elif pa.types.is_time64(kind) and kind.unit == "ns":
        chosen = chosen.cast(pa.time64("us"), safe=False)
    try:
        found = chosen.to_pylist()
    except (KeyError, OverflowError, ValueError):  # a year or a zone that Python does not have
        found = chosen.cast(pa.string()).to_pylist()
    if pa.types.is_float32(kind):
        # As text a float of 32 bits has fewer digits than as one of 64.
        found = [None if one is None else float(str(np.float32(one))) for one in found]
    return [cell_text(one) for one in found]
