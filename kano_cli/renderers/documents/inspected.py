"""The page of `kano inspect` in a terminal; what is doubtful has a mark at its left."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group as Parts
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from kano_cli.renderers.documents.column_names import column_text, cut, dots
from kano_cli.renderers.documents.inspected_pairs import (
    DOUBT,
    INDENT,
    mark,
    marked_table,
    pairs_list,
    pairs_table,
)
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP
from kano_cli.renderers.documents.terminal import LIST_BELOW
from kano_cli.report.inspection import Group, InspectionPage
from kano_cli.report.numbers import DASH

_NAME = 32
_WIDEST = 48
_Line = tuple[Text, Text, Text]
"""A mark, a label and a text."""


def inspect_view(page: InspectionPage, width: int, *, unicode: bool = True) -> RenderableType:
    """The verdict, the file, the pairs, the wording, the other columns, and what to know."""
    head, narrow = page.headings, width < LIST_BELOW
    parts: list[RenderableType] = [Text(page.verdict, DOUBT if page.refused else BOLD)]
    parts += [Text(page.hint)] if page.hint else []
    parts += [Text(), *_labelled([(Text(), Text(a, BOLD), Text(b)) for a, b in page.facts], width)]
    if page.pairs:
        parts += _title(head["pairs"])
        if narrow:
            parts += pairs_list(page, width, unicode=unicode)
        else:
            parts.append(pairs_table(page, width, unicode=unicode))
    if page.wording:
        parts += [*_title(head["wording"]), *_wording(page, width, narrow=narrow)]
    if page.groups:
        lines = [_group(group, page, width, unicode=unicode) for group in page.groups]
        parts += [*_title(head["columns"]), *_labelled(lines, width)]
    if page.findings:
        parts += [*_title(head["findings"]), *_labelled(list(_findings(page)), width)]
    return Parts(*parts)


def _title(text: str) -> list[RenderableType]:
    """What stands above a part."""
    return [Text(), Text(text, BOLD)]


def _labelled(lines: Sequence[_Line], width: int) -> Iterator[RenderableType]:
    """Labels with texts beside them, or under them where there is little room."""
    label_width = max((label.cell_len for _, label, _ in lines), default=0)
    if 3 * label_width > width:
        for sign, label, text in lines:
            yield Text.assemble(sign, " " if sign else "", label)
            yield Padding(_folded(text), (0, 0, 0, GAP))
        return
    table = marked_table([label_width, width - INDENT - label_width - GAP])
    for line in lines:
        table.add_row(*line)
    yield table


def _folded(text: Text) -> Text:
    """A text whose long words go on below."""
    text.overflow = "fold"
    return text


def _wording(page: InspectionPage, width: int, *, narrow: bool) -> Iterator[RenderableType]:
    """The answers with their texts on both sides, beside each other or one after the other."""
    head, rows = page.headings, page.wording
    sides = {"if_there": [row.functional for row in rows]}
    if any(row.dysfunctional for row in rows):
        sides["if_not"] = [row.dysfunctional for row in rows]
    else:
        # One column holds the answers of both sides, or nothing says which side it is.
        sides = {"answers": sides["if_there"]}
    labels = [Text(row.label, DOUBT if row.doubtful else Style()) for row in rows]
    signs = [mark(doubtful=row.doubtful) for row in rows]
    if narrow:
        for title, texts in sides.items():
            yield Text(head[title], DIM)
            yield from _labelled([*zip(signs, labels, map(_texts, texts), strict=True)], width)
        return
    label_width = max(cell_len(text) for text in (head["answer"], *(row.label for row in rows)))
    side = min((width - INDENT - label_width - 2 * GAP) // 2, _WIDEST)
    table = marked_table([label_width, *[side] * len(sides)])
    table.add_row("", *(Text(head[key], DIM) for key in ("answer", *sides)))
    for line in zip(signs, labels, *(map(_texts, texts) for texts in sides.values()), strict=True):
        table.add_row(*line)
    yield table


def _texts(texts: Sequence[str]) -> Text:
    """One text under another; a dash for none."""
    return Text("\n".join(texts)) if texts else Text(DASH, DIM)


def _group(group: Group, page: InspectionPage, width: int, *, unicode: bool) -> _Line:
    """The columns of a role: a line for each, or one after the other where names are enough."""
    label = Text(group.label, DOUBT if group.doubtful else Style())
    widest = max(cell_len(other.label) for other in page.groups)
    room = width - INDENT - widest - GAP if 3 * widest <= width else width - GAP
    if group.by_name:
        names = (column.header or column.place for column, _ in group.columns)
        text = Text(", ".join(cut(name, min(room, _NAME), dots(unicode=unicode)) for name in names))
    else:
        lines = (column_text(c, room, note=n, unicode=unicode) for c, n in group.columns)
        text = Text("\n").join(lines)
    return mark(doubtful=group.doubtful), label, text


def _findings(page: InspectionPage) -> Iterator[_Line]:
    """What to know: its code, what it says, and what to do."""
    for finding in page.findings:
        text = Text(finding.text)
        if finding.hint:
            text.append(f" ({finding.hint})", style=DIM)
        yield Text(), Text(finding.code, BOLD if finding.severity == "warning" else DIM), text
