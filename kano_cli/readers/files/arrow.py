"""Parquet, Feather and Arrow files, opened: their columns by name, their rows in batches."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from kano_cli.readers.files.days import width_of_days
from kano_cli.readers.files.source import Source

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

BATCH = 20_000
"""Rows that are held at once; of a file with no more, every text is kept, as of a small CSV."""

_SEEN = 200
"""Texts by which it is seen how a column writes its days."""

_PARQUET = b"PAR1"
_FEATHER_1 = b"FEA1"
_ARROW = b"ARROW1"
_STREAM_END = b"\xff\xff\xff\xff\0\0\0\0"

Batches: TypeAlias = Iterator["pa.RecordBatch"]
Read: TypeAlias = Callable[[Sequence[int]], Batches]
"""Reads the columns at these places, from the first row on."""


def called(source: Source) -> str:
    """What kind of file it is, by its first bytes."""
    head = source.head(len(_ARROW))
    if head.startswith(_PARQUET):
        return "a Parquet file"
    return "a Feather file" if head.startswith(_FEATHER_1) else "an Arrow file"


@contextmanager
def opened(source: Source) -> Iterator[tuple["pa.Schema", Read]]:
    """The columns of a file by name and type, and how to read some of them in batches."""
    import pyarrow as pa

    head = source.head(len(_ARROW))
    # Not mapped into memory: the pages of a large file would stay there.
    with pa.OSFile(str(source.path)) if source.path else pa.BufferReader(source.content) as stream:
        if head.startswith(_PARQUET):
            import pyarrow.parquet as pq

            # Pages are read when they are needed, and not a whole group of rows before.
            file = pq.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
            yield file.schema_arrow, partial(_parquet_batches, file)
        elif head.startswith(_FEATHER_1):
            import pyarrow.feather as feather

            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that the format is old; the file is there
                table = feather.read_table(stream)
            yield table.schema, lambda wanted: _cut(table.select(wanted).to_batches())
        elif head.startswith(_ARROW):
            yield pa.ipc.open_file(stream).schema, partial(_arrow_batches, stream)
        else:
            stream.seek(source.size - len(_STREAM_END))
            if stream.read() != _STREAM_END:
                # What is lost would not be missed: the rest is a stream of fewer rows.
                raise pa.ArrowInvalid("the stream does not end")
            stream.seek(0)
            yield pa.ipc.open_stream(stream).schema, partial(_arrow_stream, stream)


def _parquet_batches(file: "pq.ParquetFile", wanted: Sequence[int]) -> Batches:
    """Some columns of a Parquet file; where two have one name, that name does not tell them."""
    names = file.schema_arrow.names
    if len(set(names)) == len(names):
        # One after the other: all at once they would lie in memory together.
        chosen = [names[at] for at in wanted]
        batches: Batches = file.iter_batches(BATCH, columns=chosen, use_threads=False)
        return batches
    return (batch.select(wanted) for batch in file.iter_batches(BATCH, use_threads=False))


def _arrow_batches(stream: "pa.NativeFile", wanted: Sequence[int]) -> Batches:
    """Some columns of an Arrow file."""
    import pyarrow as pa

    file = pa.ipc.open_file(stream, options=pa.ipc.IpcReadOptions(included_fields=wanted))
    return _cut(map(file.get_batch, range(file.num_record_batches)))


def _arrow_stream(stream: "pa.NativeFile", wanted: Sequence[int]) -> Batches:
    """Some columns of an Arrow stream, from its start."""
    import pyarrow as pa

    stream.seek(0)
    options = pa.ipc.IpcReadOptions(included_fields=wanted)
    return _cut(pa.ipc.open_stream(stream, options=options))


def _cut(batches: Iterable["pa.RecordBatch"]) -> Batches:
    """The same rows in batches that are not too large.

    Each is looked at first: a broken one of these formats would end the whole program.
    """
    for batch in batches:
        batch.validate(full=True)
        for begin in range(0, batch.num_rows, BATCH):
            yield batch.slice(begin, BATCH)


def days_of(cells: "pa.Array") -> "pa.Array":
    """The days in a batch of a column: of a time its date, of a text so much as holds a day."""
    import pyarrow as pa
    import pyarrow.compute as compute

    if pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_decode()
    if pa.types.is_timestamp(cells.type):
        return cells.cast(pa.date32(), safe=False)
    if pa.types.is_string(cells.type) or pa.types.is_large_string(cells.type):
        size = width_of_days(text or "" for text in cells[:_SEEN].to_pylist())
        return compute.utf8_slice_codeunits(cells, 0, size)
    return cells
