"""The door: a survey file of any kind becomes a `Survey`, or is refused with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kano_cli.core.result import Origin
from kano_cli.errors import KanoError, nearest, shortened
from kano_cli.findings import Finding, Place
from kano_cli.readers.files.kinds import Kind, kind_of
from kano_cli.readers.files.source import open_source
from kano_cli.readers.files.table import Table
from kano_cli.readers.layouts.counts import Counted, read_counts
from kano_cli.readers.layouts.long import read_long
from kano_cli.readers.layouts.read import Read
from kano_cli.readers.layouts.roles import (
    layout_of,
    long_roles,
    needs_roles,
    numbers_rows,
    only_kano_columns,
)
from kano_cli.readers.layouts.two_sheets import read_two_sheets
from kano_cli.readers.layouts.wide import read_wide
from kano_cli.readers.options import LAYOUTS, ReadOptions
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    readings_of,
    scale_in_force,
)
from kano_cli.readers.text_file import text_table
from kano_cli.readers.workbook_file import workbook_tables
from kano_cli.study.responses import Survey

_MANGLED = ("Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã«", "Ã¯", "â€™", "Â\u00a0")


def read_survey(wanted: str | Path, options: ReadOptions | None = None) -> Survey:
    """The survey in a file, or on standard input for `-`.

    Args:
        wanted: the file.
        options: what the file does not say itself.

    Raises:
        KanoError: where something cannot be read or proven, with what settles it.
    """
    options = options or ReadOptions()
    _check_options(options)
    source = open_source(wanted)
    if kind_of(source) is Kind.WORKBOOK:
        tables, findings = workbook_tables(source, options)
        if len(tables) == 2:
            read = read_two_sheets(tables[0], tables[1], options)
            findings += [found for table in tables for found in _mangled(table)][:1]
            return _of_read(tables[0], read, "two-sheets", options, findings)
        return _survey(tables[0], options, findings)
    if options.sheet:
        raise KanoError("is a text file and has no sheets", source.name, "leave out --sheet")
    table, findings = text_table(source, options)
    return _survey(table, options, findings)


def _check_options(options: ReadOptions) -> None:
    """Refuse words that no option knows."""
    if options.layout and options.layout not in LAYOUTS:
        near = nearest(options.layout, LAYOUTS, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no layout "{options.layout}"',
            "--layout",
            f"{meant}choose from {', '.join(LAYOUTS)}",
        )
    if options.unknown not in ("", "missing"):
        raise KanoError(
            f'"{options.unknown}" is not a way to treat unknown answers',
            "--unknown",
            "write --unknown missing, or leave it out to refuse them",
        )


def _survey(table: Table, options: ReadOptions, findings: Sequence[Finding]) -> Survey:
    """The survey in one table, long or wide."""
    findings = [*findings, *_mangled(table)]
    roles = long_roles(table)
    declared = options.layout
    if declared in ("long", "counts") and (not roles or layout_of(roles) != declared):
        raise needs_roles(table, declared)
    if roles and declared in ("", "long", "counts"):
        readings = readings_of(table, scale_in_force(options))
        kano = kano_readings(readings, codes_declared=codes_declared(options))
        if not declared and not only_kano_columns(roles, kano):
            raise KanoError(
                "fits two layouts: its names are those of a long table, and other columns hold "
                "Kano answers, too",
                table.name,
                "choose with --layout long or --layout wide",
            )
        if layout_of(roles) == "counts":
            if not declared and numbers_rows(roles["count"]):
                raise KanoError(
                    "the column holds 1, 2, 3, …, which may be counts or the numbers of the rows",
                    table.column_place(roles["count"]),
                    "if they are counts add --layout counts, else leave the column out",
                )
            return _of_counts(table, read_counts(table, roles, options), options, findings)
        return _of_read(table, read_long(table, roles, options), "long", options, findings)
    if declared == "two-sheets":
        raise KanoError("has no sheets", table.file, "leave out --layout two-sheets")
    return _of_read(table, read_wide(table, options), "wide", options, findings)


def _mangled(table: Table) -> list[Finding]:
    """Headers that were decoded twice."""
    for column in table.columns:
        if any(mark in column.header for mark in _MANGLED):
            return [Finding("K109", {"header": shortened(column.header)}, Place(table.file))]
    return []


def _origin(
    table: Table, layout: str, languages: Sequence[str], respondents: int, options: ReadOptions
) -> Origin:
    """Where a survey came from."""
    asked = options.questionnaire.language if options.questionnaire else ""
    spoken = languages[0] if len(languages) == 1 else (asked or None)
    return Origin(table.file, table.sheet, layout, None, spoken, respondents)


def _of_read(
    table: Table, read: Read, layout: str, options: ReadOptions, findings: Sequence[Finding] = ()
) -> Survey:
    """The survey that these responses make."""
    people = len(read.responses.functional)
    if not people:
        empty = sum(read.left_out_rows.values())
        rows = "the only row is" if empty == 1 else f"all {empty} rows are"
        raise KanoError(
            f"holds no answers: {rows} blank where the answers should be"
            if empty
            else "holds a header and no answers",
            table.name,
            "export the file again, with its answers",
        )
    origin = _origin(table, layout, read.languages, people, options)
    origin = replace(origin, left_out_rows=read.left_out_rows)
    return Survey.of(read.responses, origin, (*findings, *read.findings))


def _of_counts(
    table: Table, counted: Counted, options: ReadOptions, findings: Sequence[Finding]
) -> Survey:
    """The survey that these counts make; the most answered feature tells how many people."""
    pairs = counted.tally.counts.sum(axis=(1, 2)) + counted.tally.half_answered
    people = int(pairs.max())
    if not people:
        raise KanoError(
            "holds no answers: every count is zero", table.name, "export the counts again"
        )
    return Survey(
        counted.features,
        counted.tally,
        replace(
            _origin(table, "counts", counted.languages, people, options),
            left_out_rows=counted.left_out_rows,
        ),
        (None,) * len(counted.features),
        (*findings, *counted.findings),
    )
