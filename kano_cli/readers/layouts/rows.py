"""Rows that are left out: what a survey tool marks as no answer, and what somebody asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from kano_cli.errors import KanoError, nearest
from kano_cli.findings import Fact, Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.duplicates import Rows, seen_before, unproven
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.platform import (
    REASONS,
    STAYING,
    Mark,
    Platform,
    own_columns,
)
from kano_cli.study.words import normal

DUPLICATED = "duplicated"
INCLUDED = tuple(reason for reason in REASONS if reason not in STAYING)
"""What `--include` takes: rows that are left out as long as nobody asks for them."""

EXCLUDED = (*STAYING, DUPLICATED, "incomplete")
"""What `--exclude` takes: rows that stay as long as nobody wants them out."""


def chosen_reasons(text: str, option: str, known: Sequence[str]) -> frozenset[str]:
    """The reasons in a list parted by commas.

    Raises:
        KanoError: for one that the option does not know.
    """
    reasons = [word.strip().lower() for word in text.split(",") if word.strip()]
    for reason in reasons:
        if reason not in known and reason in (*INCLUDED, *EXCLUDED):
            other, does = (
                ("--exclude", "leaves them out")
                if option == "--include"
                else ("--include", "counts them")
            )
            raise KanoError(
                f'"{reason}" rows {"count" if option == "--include" else "are left out"} already',
                option,
                f"take {reason} away; {other} {reason} is what {does}",
            )
        if reason not in known:
            near = nearest(reason, known, 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'"{reason}" is no reason to leave rows out',
                option,
                f"{meant}choose from {', '.join(known)}",
            )
    return frozenset(reasons)


def mark_columns(
    titles: Sequence[str], codes: Sequence[str], platform: Platform | None
) -> set[int]:
    """The places in a header whose columns say which rows are left out: by marks, or twice."""
    if platform is None:
        return set()
    names = platform.respondent.union(*(mark.columns for mark in platform.marks))
    return {at for row in (titles, codes) for at, cell in enumerate(row) if normal(cell) in names}


def with_metadata(table: Table, platform: Platform | None) -> Table:
    """The table, the columns that a survey tool adds marked, and without the signs it adds."""
    if platform is None:
        return table
    own = own_columns(platform, [column.header for column in table.columns])
    own |= own_columns(platform, [column.code for column in table.columns])
    columns = tuple(
        replace(
            column,
            metadata=column.metadata or at in own,
            values=tuple(_unescaped(value, platform.apostrophe) for value in column.values)
            if platform.apostrophe
            else column.values,
        )
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _unescaped(value: str, signs: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    return value[1:] if value[:1] == "'" and value[1:2] and value[1] in signs else value


def without_marked_rows(
    table: Table, platform: Platform | None, options: ReadOptions
) -> tuple[Table, dict[str, int], list[Finding]]:
    """The table without the rows that do not count; how many went for each reason.

    Raises:
        KanoError: if no row is left, or nothing says who stands there twice.
    """
    include = chosen_reasons(options.include, "--include", INCLUDED)
    exclude = chosen_reasons(options.exclude, "--exclude", EXCLUDED)
    out: dict[str, Rows] = {}
    stays = np.ones(table.rows, np.bool_)
    for mark in sorted(platform.marks, key=_order) if platform else ():
        wanted = mark.reason in exclude if mark.reason in STAYING else mark.reason not in include
        for column in columns_of(table, mark.columns) if wanted else ():
            _note(out, mark.reason, _marked(column, mark), stays)
    named = columns_of(table, platform.respondent) if platform else []
    again = seen_before(table, named, options, stays, whole_rows=platform is not None)
    table = replace(table, respondents=again.who(stays) if again else None)
    findings = again.findings() if again else []
    if DUPLICATED in exclude:
        if again is None:
            raise unproven(table, options)
        _note(out, DUPLICATED, again.rows, stays)
        findings = []
    left_out = {reason: int(rows.sum()) for reason, rows in out.items() if rows.any()}
    if not left_out:
        return table, {}, findings
    if not stays.any():
        back = [reason for reason in left_out if reason in INCLUDED]
        told = ", ".join(f"{n} {reason}" for reason, n in left_out.items())
        rows = "its only row is" if table.rows == 1 else f"all its {table.rows} rows are"
        raise KanoError(
            f"holds no answers that count: {rows} left out ({told})",
            table.name,
            f"export it again, or count them with --include {','.join(back)}"
            if back
            else "leave out --exclude",
        )
    return only_rows(table, stays), left_out, [*findings, *left_out_findings(left_out)]


def left_out_findings(left_out: Mapping[str, int]) -> list[Finding]:
    """What a survey tool marked as no answer, and what somebody asked to leave out."""
    marked = {reason: n for reason, n in left_out.items() if reason in INCLUDED}
    asked = {reason: n for reason, n in left_out.items() if reason not in INCLUDED}
    found = []
    if marked:
        option = ",".join(marked)
        found.append(Finding("K119", {**_counted(marked), "option": option}))
    if asked:
        found.append(Finding("K121", _counted(asked)))
    return found


def _counted(left_out: Mapping[str, int]) -> dict[str, Fact]:
    """The facts of a finding about rows: how many, and how many for each reason."""
    return {"count": sum(left_out.values()), "reasons": tuple(left_out.items())}


def only_rows(table: Table, kept: Rows) -> Table:
    """The table with some of its rows; each keeps its number in the file."""
    places = np.flatnonzero(kept)
    columns = tuple(column if column.open else _only(column, places) for column in table.columns)
    number = table.row_number

    def numbered(row: int) -> int:
        return number(int(places[row]))

    file_of = table.file_of
    who = None if table.respondents is None else table.respondents[places]
    dated = tuple(_only(column, places) for column in table.dated)
    return replace(
        table,
        columns=columns,
        rows=len(places),
        row_number=numbered,
        file_of=file_of and (lambda row: file_of(int(places[row]))),
        respondents=who,
        dated=dated,
    )


def _only(column: Column, places: npt.NDArray[np.intp]) -> Column:
    """A column in some rows, without the texts of the others: these must prove nothing."""
    codes = column.codes[places]
    used, first = np.unique(codes, return_index=True)
    order = used[np.argsort(first)]
    lookup = np.zeros(len(column.values), codes.dtype)
    lookup[order] = np.arange(len(order), dtype=codes.dtype)
    values = tuple(column.values[code] for code in order.tolist())
    return replace(column, values=values, codes=lookup[codes])


def _note(out: dict[str, Rows], reason: str, rows: Rows, stays: Rows) -> None:
    """Take rows out for a reason, each once: for the first reason that it has."""
    new = rows & stays
    stays &= ~new
    out[reason] = out[reason] | new if reason in out else new


def _order(mark: Mark) -> int:
    """The weightier reasons first: a preview that was not finished is a preview."""
    return REASONS.index(mark.reason)


def columns_of(table: Table, names: frozenset[str]) -> list[Column]:
    """The columns of these names whose texts are known; a question may have such a text, too."""
    known = [column for column in table.columns if not column.open]
    coded = [column for column in known if normal(column.code) in names]
    return coded or [column for column in known if normal(column.header) in names]


def _marked(column: Column, mark: Mark) -> Rows:
    """Which rows a column marks, bool (N,)."""
    values = [normal(value) for value in column.values]
    marked = [
        value in mark.values
        or (mark.blank and not value)
        or (mark.below is not None and _is_below(value, mark.below))
        for value in values
    ]
    return np.array(marked, np.bool_)[column.codes]


def _is_below(value: str, limit: float) -> bool:
    """Whether a text is a number below a limit."""
    try:
        return float(value.rstrip("% ")) < limit
    except ValueError:
        return False
