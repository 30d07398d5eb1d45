"""The page of `kano classify` in a terminal: a table, or a list where there is no room for one."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kano_cli.renderers.documents.dropped import both_results
from kano_cli.renderers.documents.ranked_table import (
    BOLD,
    DIM,
    GAP,
    category_cell,
    colour,
    ranked_table,
)
from kano_cli.report.advice import Advice
from kano_cli.report.glyphs import glyph, in_letters
from kano_cli.report.page import SEPARATOR, Explained, FindingLine, Page

LIST_BELOW = 60
"""Narrower than this, features stand one under another."""


def classify_view(
    page: Page, width: int, *, explain_columns: bool = False, unicode: bool = True
) -> RenderableType:
    """Everything that `kano classify` shows, for a terminal of this width."""
    narrow = width < LIST_BELOW
    parts: list[RenderableType] = [headline_text(page.headline, width), Text()]
    if narrow:
        parts += as_list(page, unicode=unicode)
    else:
        parts.append(ranked_table(page, width, unicode=unicode))
    legend = page.legend[:1] if narrow else page.legend
    parts += [Text(), *(Text(line, style=DIM) for line in legend)]
    if explain_columns:
        parts += columns_explained(page, narrow=narrow, unicode=unicode)
    if page.advice:
        lines = [_advised(line, unicode=unicode) for line in page.advice]
        parts += [Text(), Text(page.advice_title, style=BOLD), *_pairs(lines, narrow=narrow)]
    if page.dropped:
        parts += [Text(), *both_results(page.dropped, width, narrow=narrow, unicode=unicode)]
    if page.findings:
        parts += [Text(), *map(finding_line, page.findings)]
    return Group(*parts)


def columns_explained(page: Page, *, narrow: bool, unicode: bool) -> Iterator[RenderableType]:
    """What each column and category says, under its title."""
    lines = [_explained(line, unicode=unicode) for line in page.explained]
    yield Text()
    yield Text(page.explained_title, style=BOLD)
    yield from _pairs(lines, narrow=narrow)


def headline_text(headline: str, width: int) -> Text:
    """What was read, on one line; broken between its parts where that is too long."""
    lines = [""]
    for part in headline.split(SEPARATOR):
        longer = f"{lines[-1]}{SEPARATOR}{part}" if lines[-1] else part
        if lines[-1] and cell_len(longer) > width:
            lines.append(part)
        else:
            lines[-1] = longer
    return Text("\n".join(lines), style=DIM)


def as_list(page: Page, *, unicode: bool) -> Iterator[RenderableType]:
    """The features one under another, for a terminal too narrow for a table."""
    head = page.headings
    for row in page.rows:
        yield Text(f"{row.rank}. {row.name}", style=BOLD)
        yield Padding(category_cell(row, unicode=unicode), (0, 0, 0, 3))
        sure = Text(f"{row.sure} {row.sure_word}".rstrip(), DIM if row.undecided else "")
        numbers = [(head["better"], row.better), (head["worse"], row.worse)]
        numbers += [(head["importance"], row.importance)] if page.has_importance else []
        numbers.append((head["answered"], row.answered))
        told = ", ".join(f"{label} {value}" for label, value in numbers)
        yield Padding(Text.assemble(sure, ", ", told), (0, 0, 0, 3))


def _explained(line: Explained, *, unicode: bool) -> tuple[Text, str]:
    """A column or category, and what it says."""
    if line.category is None:
        return Text(line.label), line.text
    signs = [glyph(line.category)] if unicode else []
    label = " ".join([*signs, line.category.letter, line.label])
    return Text(label, style=colour(line.category)), line.text


def _advised(line: Advice, *, unicode: bool) -> tuple[Text, str]:
    """What to do, and with which features."""
    sign = line.glyph if unicode or line.category is None else in_letters(line.glyph)
    return Text(f"{sign} {line.what}", style=colour(line.category)), line.names


def _pairs(lines: Sequence[tuple[Text, str]], *, narrow: bool) -> Iterator[RenderableType]:
    """Labels with texts beside them, or under them where there is little room."""
    if narrow:
        for label, text in lines:
            yield Padding(label, (0, 0, 0, GAP))
            yield Padding(Text(text), (0, 0, 0, 2 * GAP))
        return
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in lines:
        table.add_row(label, Text(text))
    yield Padding(table, (0, 0, 0, GAP))


def finding_line(finding: FindingLine) -> Table:
    """A finding: its code, what it says, and what to do."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    text = Text(finding.text)
    if finding.hint:
        text.append(f" ({finding.hint})", style=DIM)
    table.add_row(Text(finding.code, style=BOLD if finding.severity == "warning" else DIM), text)
    return table


def new_console(width: int, like: Console | None = None) -> Console:
    """A console that writes into memory as a terminal of this width would show it.

    `like` is the terminal; without one there is no colour, as in a pipe.
    """
    colourful = like is not None and like.is_terminal
    # Rich gives the colour system as a str and takes it as a Literal, hence the silenced check.
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=colourful,
        color_system=like.color_system if like is not None and colourful else None,  # type: ignore[arg-type]
        no_color=like.no_color if like is not None else True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
