"""The gate's outcome as Markdown: for a pull request, and as the summary of a GitHub step."""

from itertools import accumulate

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode, visible
from kano_cli.renderers.data.csv import harmless
from kano_cli.renderers.documents.markdown import escaped, paragraph
from kano_cli.renderers.findings.ending import (
    counts_text,
    ending_text,
    exit_code,
    files_text,
    headline_text,
)
from kano_cli.renderers.findings.told import Told, place_text, told, unchecked_texts
from kano_cli.report.words import Words

SUMMARY_BYTES = 900 * 1024
"""As much as a step summary holds with room to spare: GitHub drops one over 1024 KiB whole."""

_COLUMNS = ("severity", "code", "place", "message", "hint")


def to_markdown(result: GateResult, spoken: Words, code: ExitCode) -> str:
    """How it ended, every finding, and what was not checked."""
    rows = _rows(result, spoken)
    return "\n".join([*_head(result, spoken, code), *rows, *_tail(result, spoken)])


def step_summary(
    result: GateResult,
    spoken: Words,
    code: ExitCode | None = None,
    *,
    most: int = SUMMARY_BYTES,
) -> str:
    """The same in at most so many bytes: rows that have no room are counted, not cut."""
    head = _head(result, spoken, exit_code(result) if code is None else code)
    rows, tail = _rows(result, spoken), _tail(result, spoken)
    room = most - sum(map(_bytes, (*head, *tail)))
    if rows and sum(map(_bytes, rows)) > room:
        room -= _bytes(_more(len(rows), spoken))
        kept = sum(size <= room for size in accumulate(map(_bytes, rows)))
        rows = [*rows[:kept], _more(len(rows) - kept, spoken)]
    return "\n".join([*head, *rows, *tail])


def _bytes(line: str) -> int:
    """What a line takes with its end."""
    return len(line.encode("utf-8", "replace")) + 1


def _more(count: int, spoken: Words) -> str:
    """The row that stands for those without room."""
    return f"| | | | {escaped(spoken('gate', 'more', count=count))} | |"


def _head(result: GateResult, spoken: Words, code: ExitCode) -> list[str]:
    """How it ended, what was held against what, and where there are findings a table's titles."""
    told_first = (
        f"### {escaped(ending_text(result, spoken, code))}",
        paragraph(headline_text(result, spoken)),
        paragraph(counts_text(result, spoken)),
        paragraph(files_text(result, spoken)),
    )
    lines = [line for text in told_first if text for line in (text, "")]
    if not result.verdicts:
        return lines
    titles = " | ".join(escaped(spoken("gate", key)) for key in _COLUMNS)
    return [*lines, f"| {titles} |", "| --- | --- | --- | --- | --- |"]


def _rows(result: GateResult, spoken: Words) -> list[str]:
    """A row for each finding."""
    return [_row(each, spoken) for each in told(result, spoken)]


def _row(each: Told, spoken: Words) -> str:
    """One finding; nothing in it runs where somebody opens the table as a sheet."""
    unsure = f" ({spoken('gate', 'unsure')})" if each.unsure else ""
    cells = (
        spoken("gate", each.severity.value),
        each.code,
        place_text(each.place, spoken),
        each.message + unsure,
        each.hint,
    )
    return f"| {' | '.join(escaped(harmless(cell)) for cell in cells)} |"


def _tail(result: GateResult, spoken: Words) -> list[str]:
    """The rules that were not applied; the empty text ends the last line."""
    lines = [
        f"- {escaped(spoken('gate', 'unchecked'))}: {codes} ({escaped(visible(reason))})"
        for reason, codes in unchecked_texts(result, spoken)
    ]
    return ["", *lines, ""] if lines else [""]
