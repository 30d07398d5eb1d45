"""SPSS and Stata files as a table: the labels of their values are the answers."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kano_cli.errors import KanoError
from kano_cli.readers.files.records import cell_text, gathered, missing_library
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Column, Table
from kano_cli.study.language import missing_words
from kano_cli.study.words import normal

if TYPE_CHECKING:
    from pyreadstat import metadata_container

_SPSS = b"$FL"
_STATA = b"<stata_dta>"
_STATA_END = b"</stata_dta>"

Values: TypeAlias = Sequence[object]
Contents: TypeAlias = tuple[Mapping[str, Values], "metadata_container"]
Range: TypeAlias = Mapping[str, object]


def labelled_table(
    source: Source, rated: Callable[[Sequence[str]], set[int]] = lambda _: set()
) -> Table:
    """The table in an SPSS or Stata file.

    A cell is the label of its value where it has one, else the value. What the file declares as
    missing is blank, unless it has a label such as "Don't know": then a person sees it. Of ratings
    the values count, for often only the ends of a scale have labels.

    Args:
        source: the file.
        rated: tells the places of ratings among names.

    Raises:
        KanoError: where the file cannot be read, or the library for it is not installed.
    """
    spss = source.head(len(_SPSS)) == _SPSS
    kind = "an SPSS file" if spss else "a Stata file"
    _check_end(source)
    if source.path:
        values, facts = _read(source, source.path, kind, spss=spss)
    else:
        # The library opens files by name only.
        number, name = tempfile.mkstemp()
        try:
            with os.fdopen(number, "wb") as copy:
                copy.write(source.content)
            values, facts = _read(source, Path(name), kind, spss=spss)
        finally:
            Path(name).unlink()
    names = facts.column_names
    numbers = rated([_label(name, facts) for name in names]) | rated(names)
    columns = tuple(
        _column(at, name, values[name], facts, numbers=at in numbers)
        for at, name in enumerate(names)
    )
    if not columns:
        raise KanoError("has no variables", source.name, "export the answers again")
    rows = len(columns[0].codes)
    return Table(source.name, columns, rows, lambda row: row + 1, header_row=0)


def _check_end(source: Source) -> None:
    """Refuse a Stata file without its end: what is missing may be the labels."""
    if source.head(len(_STATA)) != _STATA:
        return
    with source.open() as stream:
        stream.seek(-min(source.size, 64), os.SEEK_END)
        if _STATA_END not in stream.read():
            raise _damaged(source, "a Stata file")


def _damaged(source: Source, kind: str) -> KanoError:
    """The refusal of a file that the library gives up on."""
    return KanoError(
        f"is {kind} that is damaged or only half of the file", source.name, "export it again"
    )


def _read(source: Source, path: Path, kind: str, *, spss: bool) -> Contents:
    """The values of each variable by its name, and what the file says about them."""
    try:
        import pyreadstat
    except ImportError:
        raise missing_library(source, kind, "pyreadstat") from None
    read: Callable[..., Contents] = pyreadstat.read_sav if spss else pyreadstat.read_dta
    whole = partial(read, path, output_format="dict", user_missing=True)
    try:
        try:
            return whole()
        except OverflowError:  # a date after the year 9999, which Python does not have
            return whole(disable_datetime_conversion=True)
    except MemoryError:
        raise
    except Exception as problem:
        # The library's own errors share no class with each other, and some are bare exceptions.
        raise _damaged(source, kind) from problem


def _label(name: str, facts: "metadata_container") -> str:
    """What a variable is called for people; its name where it has no label."""
    return (facts.column_names_to_labels.get(name) or "").strip() or name


def _column(
    index: int, name: str, values: Values, facts: "metadata_container", *, numbers: bool
) -> Column:
    """One variable: its label is the header, its name the code; `numbers` have no labels."""
    labels: Mapping[object, str] = facts.variable_value_labels.get(name, {})
    ranges: Sequence[Range] = facts.missing_ranges.get(name, [])
    letters = facts.missing_user_values.get(name, [])
    known: dict[object, str] = {}
    # A missing number may come as one that does not equal itself, and so is in no dictionary.
    own = [value if value == value else None for value in values]
    for value in own:
        if value not in known:
            unlabelled = "" if _is_missing(value, ranges, letters) else cell_text(value)
            said = labels.get(value, unlabelled)
            known[value] = said if not numbers or normal(said) in missing_words() else unlabelled
    column = gathered([known[value] for value in own])
    return column.column(index, _label(name, facts), code=name)


def _is_missing(value: object, ranges: Sequence[Range], letters: Values) -> bool:
    """Whether the file declares a value missing: by SPSS in ranges, by Stata as letters."""
    if isinstance(value, str):
        return value in letters or any(value == part["lo"] for part in ranges)
    if not isinstance(value, float | int):
        return False
    return any(
        isinstance(low := part["lo"], float | int)
        and isinstance(high := part["hi"], float | int)
        and low <= value <= high
        for part in ranges
    )
