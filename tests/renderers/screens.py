"""What a terminal of a width shows, read back line by line."""

import re

from rich.cells import cell_len
from rich.console import Console, RenderableType

from kano_cli.core.result import KanoResult
from kano_cli.renderers.documents.terminal import classify_view, new_console
from kano_cli.report.page import classify_page
from kano_cli.report.words import words

WIDTHS = (30, 50, 60, 80, 100, 110, 140, 200)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
CONTROLS = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def drives(text: str) -> set[str]:
    """The signs in a text that a terminal would obey, but for line ends and our own colours."""
    return {char for char in ESCAPE.sub("", text) if ord(char) in CONTROLS} - {"\n"}


def ansi(colour: str) -> str:
    """How a terminal is told this hex colour: "#0072B2" is 38;2;0;114;178."""
    return "38;2;" + ";".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))


def printed(view: RenderableType, width: int, like: Console | None = None) -> str:
    """A view as a terminal of this width gets it."""
    console = new_console(width, like)
    console.print(view)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return text


def screen(
    result: KanoResult,
    width: int,
    lang: str = "en",
    *,
    explain_columns: bool = False,
    unicode: bool = True,
) -> list[str]:
    """The lines of `kano classify` without colour, trailing spaces cut."""
    page = classify_page(result, words(lang))
    view = classify_view(page, width, explain_columns=explain_columns, unicode=unicode)
    return [line.rstrip() for line in printed(view, width).split("\n")]


def colour_terminal() -> Console:
    """A terminal that shows every colour."""
    return Console(force_terminal=True, color_system="truecolor", no_color=False)


def widest(lines: list[str]) -> int:
    """The cells that the widest line takes."""
    return max(cell_len(line) for line in lines)


def table_lines(lines: list[str]) -> list[str]:
    """The lines of the table, from its heading to the line before the legend."""
    rule = next(at for at, line in enumerate(lines) if line.startswith("──"))
    end = next(at for at, line in enumerate(lines) if line.startswith(("Better, 0", "Better, 0 ")))
    return lines[rule - 1 : end]


def squeezed(text: str) -> str:
    """A text without spaces and line breaks."""
    return re.sub(r"\s+", "", text)


def column(lines: list[str], heading: str) -> str:
    """What stands under a left heading of the table, its lines joined, nothing between."""
    head, _, *rows = table_lines(lines)
    start = head.index(heading)
    rest = head[start + len(heading) :]
    end = start + len(heading) + len(rest) - len(rest.lstrip()) if rest.strip() else None
    return "".join(by_cells(row, start, end).strip() for row in rows)


def by_cells(line: str, start: int, end: int | None) -> str:
    """The part of a line between two cells of the terminal; wide signs take two."""
    at, part = 0, ""
    for char in line:
        if at >= start and (end is None or at < end):
            part += char
        at += cell_len(char)
    return part
