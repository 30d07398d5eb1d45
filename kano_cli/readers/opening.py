"""From a file of any kind to its tables, without the rows that do not count."""

from dataclasses import replace
from pathlib import Path

from kano_cli.errors import KanoError, nearest, shortened
from kano_cli.findings import Finding, Place
from kano_cli.readers.files.filled_markdown import MARKDOWN, no_markdown_form
from kano_cli.readers.files.kinds import Kind, kind_of
from kano_cli.readers.files.source import open_source
from kano_cli.readers.files.table import Table
from kano_cli.readers.layouts.rows import (
    EXCLUDED,
    INCLUDED,
    chosen_reasons,
    with_metadata,
    without_marked_rows,
)
from kano_cli.readers.opened import Opened, added
from kano_cli.readers.options import LAYOUTS, ReadOptions
from kano_cli.readers.questions.own_answers import OWN, STAMP_NAMES, own_parts
from kano_cli.readers.questions.stamps import (
    Stamps,
    stamp_findings,
    stamps_of,
    with_stamps_known,
)
from kano_cli.readers.text_file import open_text
from kano_cli.readers.workbook_file import open_workbook

_MANGLED = ("Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã«", "Ã¯", "â€™", "Â\u00a0")


def open_survey(wanted: str | Path, options: ReadOptions) -> Opened:
    """The tables in a file, without the rows that do not count.

    Raises:
        KanoError: where the file cannot be opened, or nothing says where its answers stand.
    """
    return without_rows(open_file(wanted, options), options)


def open_file(wanted: str | Path, options: ReadOptions) -> Opened:
    """The tables in a file, with all of their rows.

    Raises:
        KanoError: where the file cannot be opened, or nothing says where its answers stand.
    """
    _check_options(options)
    source = open_source(wanted)
    kind = kind_of(source)
    if kind is Kind.WORKBOOK:
        opened = open_workbook(source, options)
    elif kind is not Kind.TEXT:
        from kano_cli.readers.record_file import open_records

        opened = open_records(source, kind, options)
    elif options.sheet:
        raise KanoError("is a text file and has no sheets", source.name, "leave out --sheet")
    elif source.name.lower().endswith(MARKDOWN):
        raise no_markdown_form(source)
    else:
        opened = open_text(source, options)
    return replace(opened, tables=tuple(map(with_stamps_known, opened.tables)))


def without_rows(opened: Opened, options: ReadOptions) -> Opened:
    """An opened file without the rows that do not count, and what the others say of themselves.

    Raises:
        KanoError: where no row is left, or rows cannot be chosen.
    """
    if len(opened.tables) != 1:
        _refuse_rows(opened, options)
        left_out, tables = dict(opened.left_out_rows), opened.tables
        findings: list[Finding] = []
        stamps = stamps_of(tables[0]) if tables else Stamps()
    else:
        table = with_metadata(opened.tables[0], opened.platform)
        table, marked, findings = without_marked_rows(table, opened.platform, options)
        left_out = added(opened.left_out_rows, marked)
        findings = [*_mangled(table), *findings]
        table, own = own_parts(table, opened.platform)
        named = STAMP_NAMES if opened.platform and opened.platform.id == OWN else frozenset()
        stamps = stamps_of(table, named, own.title)
        opened, tables = replace(opened, own=own), (table,)
    versions = stamp_findings(stamps, options.questionnaire, opened.file)
    return replace(
        opened,
        tables=tables,
        left_out_rows=left_out,
        stamps=stamps,
        findings=(*opened.findings, *findings, *versions),
    )


def _refuse_rows(opened: Opened, options: ReadOptions) -> None:
    """Refuse to choose rows by marks of a survey tool where a respondent has no row of his own."""
    asked = [word.strip() for word in f"{options.include},{options.exclude}".split(",")]
    if any(word and word != "incomplete" for word in asked) or options.include.strip():
        raise KanoError(
            "--include and --exclude choose rows of one table, and this is not one",
            opened.file,
            "leave them out; --exclude incomplete works everywhere",
        )


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
    chosen_reasons(options.include, "--include", INCLUDED)
    chosen_reasons(options.exclude, "--exclude", EXCLUDED)


def _mangled(table: Table) -> list[Finding]:
    """Headers that were decoded twice."""
    for column in table.columns:
        if any(mark in column.header for mark in _MANGLED):
            return [Finding("K109", {"header": shortened(column.header)}, Place(table.file))]
    return []
