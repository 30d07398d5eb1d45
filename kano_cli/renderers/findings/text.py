"""The gate's outcome in a terminal: grouped by severity, with what to do under each finding."""

import os
import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.checks.gate.verdict import GateResult, Outcome
from kano_cli.errors import ExitCode
from kano_cli.findings import Severity
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP
from kano_cli.renderers.documents.terminal import LIST_BELOW
from kano_cli.renderers.findings.ending import (
    counts_text,
    ending_text,
    exit_code,
    files_text,
    headline_text,
)
from kano_cli.renderers.findings.told import Told, place_text, told, unchecked_texts
from kano_cli.report.words import Words

_JOINT = "\u2060"
_RED, _GREEN = Style(color="red", bold=True), Style(color="green", bold=True)
STYLES = {Severity.ERROR: _RED, Severity.WARNING: BOLD, Severity.INFO: DIM}
ENDINGS = {Outcome.FAILED: _RED, Outcome.INCONCLUSIVE: BOLD, Outcome.PASSED: _GREEN}


def view(
    result: GateResult, spoken: Words, width: int, code: ExitCode | None = None
) -> RenderableType:
    """Everything that `kano check` shows, for a terminal of this width."""
    ending = ending_text(result, spoken, exit_code(result) if code is None else code)
    parts: list[RenderableType] = [*_headline(result, spoken, width), Text()]
    findings = told(result, spoken)
    for severity in Severity:
        kind = [each for each in findings if each.severity is severity]
        if kind:
            parts += [*_group(kind, findings, spoken, width), Text()]
    unchecked = list(unchecked_texts(result, spoken))
    if unchecked:
        parts += [_unchecked(unchecked, spoken), Text()]
    parts.append(Text(ending, style=ENDINGS[result.outcome]))
    return Group(*parts)


def quiet(text: str) -> str:
    """`text` of a file as it may stand in a line: GitHub's runner obeys what looks like a command.

    It does so also after spaces, so the joint goes in wherever a command could begin.
    """
    if not os.environ.get("GITHUB_ACTIONS"):
        return text
    return re.sub(":(?=:)|##(?=\\[)", lambda start: start[0] + _JOINT, text)


def _headline(result: GateResult, spoken: Words, width: int) -> Iterator[Text]:
    """What was held against what, and at the right how many findings there are."""
    left, right = quiet(headline_text(result, spoken)), counts_text(result, spoken)
    space = width - cell_len(left) - cell_len(right)
    if space >= GAP:
        yield Text.assemble((left, DIM), " " * space, (right, BOLD))
    else:
        yield Text(left, style=DIM)
        yield Text(right, style=BOLD)
    if files := files_text(result, spoken):
        yield Text(quiet(files), style=DIM)


def _group(
    kind: Sequence[Told], findings: Sequence[Told], spoken: Words, width: int
) -> Iterator[RenderableType]:
    """The findings of one severity; all groups share their columns."""
    if width < LIST_BELOW:
        for each in kind:
            yield from _stacked(each, spoken)
        return
    first = max(cell_len(spoken("gate", each.severity.value)) for each in findings)
    indent = first + GAP + len(findings[0].code) + GAP
    # A long path has a line of its own, or messages would be a ribbon at the right.
    most = (width - indent) // 3
    places = [cell_len(quiet(place_text(each.place, spoken))) for each in findings]
    second = max((cells for cells in places if cells <= most), default=0)
    for each in kind:
        place = Text(quiet(place_text(each.place, spoken)), style=DIM)
        table = Table.grid(padding=(0, GAP, 0, 0))
        table.add_column(width=first)
        table.add_column(no_wrap=True)
        if place.cell_len <= second:
            table.add_column(width=second)
            table.add_column(overflow="fold")
            table.add_row(*_label(each, spoken), place, _message(each, spoken))
        else:
            table.add_column(overflow="fold")
            table.add_row(*_label(each, spoken), Text("\n").join([place, _message(each, spoken)]))
        yield table
        if each.hint:
            yield Padding(Text(quiet(each.hint), style=DIM), (0, 0, 0, indent))


def _stacked(each: Told, spoken: Words) -> Iterator[RenderableType]:
    """A finding where there is little room: one part under another."""
    yield Text("  ").join(_label(each, spoken))
    yield Padding(Text(quiet(place_text(each.place, spoken)), style=DIM), (0, 0, 0, GAP))
    yield Padding(_message(each, spoken), (0, 0, 0, GAP))
    if each.hint:
        yield Padding(Text(quiet(each.hint), style=DIM), (0, 0, 0, 2 * GAP))


def _label(each: Told, spoken: Words) -> list[Text]:
    """Severity and code."""
    style = STYLES[each.severity]
    return [Text(spoken("gate", each.severity.value), style=style), Text(each.code, style=style)]


def _message(each: Told, spoken: Words) -> Text:
    """What was found, and of an error whether too few answers stand behind it."""
    text = Text(quiet(each.message))
    if each.unsure:
        text.append(f" ({spoken('gate', 'unsure')})", style=DIM)
    return text


def _unchecked(reasons: Sequence[tuple[str, str]], spoken: Words) -> RenderableType:
    """The rules that were not applied, and why."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for reason, codes in reasons:
        table.add_row(Text(spoken("gate", "unchecked")), Text(f"{codes}: {reason}"), style=DIM)
    return table
