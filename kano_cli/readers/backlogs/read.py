"""A backlog from a file of any tool."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from kano_cli.errors import KanoError
from kano_cli.findings import Finding, Place
from kano_cli.readers.backlogs.items import items_of
from kano_cli.readers.backlogs.opening import about_a_backlog, open_backlog, text_of_source
from kano_cli.readers.backlogs.record import Records
from kano_cli.readers.backlogs.tables import text_records, workbook_records
from kano_cli.readers.files.kinds import Kind
from kano_cli.readers.files.source import Source
from kano_cli.study.backlog import Backlog

YAML, MARKDOWN, TABLES = (".yaml", ".yml"), (".md", ".markdown"), (".csv", ".tsv")


def read_backlog(path: str, *, map_file: str = "", priorities: Sequence[str] = ()) -> Backlog:
    """The backlog in a file: CSV, TSV, a workbook, JSON, YAML or a Markdown task list.

    Args:
        path: the file; `-` is standard input.
        map_file: a table or YAML mapping of item ids and the ids of their features.
        priorities: the words of the priority column, the most urgent first.

    Raises:
        KanoError: where the file cannot be read, or could be read in two ways.
    """
    try:
        source, kind = open_backlog(path)
        records, findings = _records(source, kind)
        mapped = _mapped(map_file, records)
        items = items_of(records, priorities, mapped)
    except KanoError as mistake:
        raise about_a_backlog(mistake) from None
    if not items:
        raise KanoError("holds no items", source.name, "export the backlog again")
    return Backlog(source.name, items, records.tool, findings)


def _mapped(map_file: str, records: Records) -> Mapping[str, tuple[str, ...]]:
    """The feature ids of each item, by a map file if there is one."""
    if not map_file or not records.records:
        return {}
    from kano_cli.readers.backlogs.map_file import check_used, read_map

    mapped = read_map(map_file)
    check_used(mapped, {record.key for record in records.records}, map_file)
    return mapped


def _records(source: Source, kind: Kind) -> tuple[Records, tuple[Finding, ...]]:
    """The records in a file, and what to know about its encoding."""
    if kind is Kind.WORKBOOK:
        return workbook_records(source), ()
    if kind not in (Kind.TEXT, Kind.JSON):
        raise KanoError("is no backlog", source.name, "export it as CSV, XLSX or JSON")
    text, encoding = text_of_source(source)
    findings: tuple[Finding, ...] = ()
    if not encoding.startswith("utf"):
        findings = (Finding("K101", {"encoding": encoding}, Place(source.name)),)
    return _text_records(source, kind, text, encoding), findings


def _text_records(source: Source, kind: Kind, text: str, encoding: str) -> Records:
    """The records in a text; its reader is loaded only when it is needed."""
    ending = PurePath(source.name).suffix.lower()
    if ending in YAML:
        from kano_cli.readers.backlogs.yaml_items import yaml_records

        return yaml_records(text, source.name)
    if ending not in TABLES and (ending in MARKDOWN or kind is Kind.TEXT):
        from kano_cli.readers.backlogs.task_list import has_tasks, task_records

        if ending in MARKDOWN or has_tasks(text):
            return task_records(text, source.name)
    if kind is Kind.JSON:
        from kano_cli.readers.backlogs.json_items import json_records

        return json_records(source, text)
    return text_records(source, encoding)
