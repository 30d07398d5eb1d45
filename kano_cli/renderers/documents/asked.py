"""A question of an interview in a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kano_cli.errors import visible
from kano_cli.forms.interview.screen import Screen
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP

_BETWEEN = " · "
_WIDEST = 76
"""Longer lines are hard to read, however wide the terminal is."""


def asked_view(screen: Screen, width: int) -> RenderableType:
    """One question with its answers, for a terminal of this width."""
    width = min(width, _WIDEST)
    parts: list[RenderableType] = [*_head(screen, width), Text()]
    if screen.name:
        parts += [_text(screen.name), Text()]
    for text in screen.texts:
        parts += [_text(text, bold=bool(screen.name or screen.progress)), Text()]
    if screen.choices:
        bare = not any(label for _, label in screen.choices)
        parts += [_points(screen) if bare else _choices(screen), Text()]
    for note in screen.notes:
        parts.append(_text(note))
    if screen.notes:
        parts.append(Text())
    parts += _keys(screen, width)
    return Group(*parts)


def _text(text: str, *, bold: bool = False) -> Text:
    """A text of the questionnaire: nothing in it drives the terminal, long words are folded."""
    shown = visible(text.strip(), keep_breaks=True)
    return Text(shown, BOLD if bold else "", overflow="fold")


def _head(screen: Screen, width: int) -> Iterator[RenderableType]:
    """The title, how far it is, and a line; the title wraps before it loses letters."""
    title, progress = Text(visible(screen.title), DIM, overflow="fold"), Text(screen.progress)
    if not screen.progress:
        yield title
    elif title.cell_len + GAP + progress.cell_len <= width:
        yield Text.assemble(title, " " * (width - title.cell_len - progress.cell_len), progress)
    else:
        yield title
        yield progress
    yield Text("─" * width, DIM)


def _choices(screen: Screen) -> Table:
    """The answers with what to type for each, and which was chosen before."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for key, label in screen.choices:
        is_given = key == screen.given and bool(key)
        said = Text(visible(label), BOLD if is_given else "", overflow="fold")
        if is_given:
            said = Text.assemble(said, (_BETWEEN if label else "", DIM), (screen.given_word, DIM))
        table.add_row(Text(f"  {key}", BOLD), said)
    return table


def _points(screen: Screen) -> RenderableType:
    """A rating without words: its numbers beside each other."""
    line = Text("  ").join(Text(key, BOLD) for key, _ in screen.choices)
    given = [Text(f"{screen.given}{_BETWEEN}{screen.given_word}", DIM)] if screen.given else []
    return Padding(Group(line, *given), (0, 0, 0, GAP))


def _keys(screen: Screen, width: int) -> Iterator[Text]:
    """The keys beside the answers; a key and its word stay together."""
    line = Text()
    for key, word in screen.keys:
        item = Text.assemble((key, BOLD), " ", (word, DIM))
        if line and line.cell_len + len(_BETWEEN) + item.cell_len > width:
            yield line
            line = Text()
        line = Text.assemble(line, (_BETWEEN, DIM), item) if line else item
    if line:
        yield line
