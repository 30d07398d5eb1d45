"""The README's blocks: found, run, and with `python -m tests.readme` written anew."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "samples" / "mobile-provider-nl" / "classify.svg"
MAP = PICTURE.with_name("map.svg")
WIDTH = 80
_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One block: a command line behind `$ `, and what it prints."""

    command: str
    output: str
    start: int
    end: int


def blocks(text: str) -> Iterator[Block]:
    """Every console block of a README."""
    for match in _BLOCK.finditer(text):
        first, _, output = match["body"].partition("\n")
        yield Block(first.removeprefix("$ "), output, match.start("body"), match.end("body"))


def printed(command: str) -> str:
    """What a command prints at 80 columns without colour; stderr follows stdout."""
    words = shlex.split(command)
    if words[0] != "kano":
        raise ValueError(f"not a kano command: {command}")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "KANO"))}
    environment = {**kept, "COLUMNS": str(WIDTH), "LANG": "C.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "kano_cli", *words[1:]],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def picture() -> str:
    """The page of the Dutch sample as a terminal shows it, as SVG."""
    from io import StringIO

    from rich.console import Console
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME

    from kano_cli import classify
    from kano_cli.renderers.documents.terminal import classify_view
    from kano_cli.report.page import classify_page
    from kano_cli.report.words import words

    result = classify(PICTURE.parent / "survey.xlsx")
    console = Console(
        record=True, width=110, file=StringIO(), force_terminal=True, color_system="truecolor",
        highlight=False, legacy_windows=False,
    )  # fmt: skip
    console.print(classify_view(classify_page(result, words("en")), 110))
    return console.export_svg(
        title="kano classify survey.xlsx", theme=DEFAULT_TERMINAL_THEME, unique_id="kano"
    )


def drawn_map() -> str:
    """The Better-Worse map of the Dutch sample."""
    from kano_cli import classify
    from kano_cli.renderers.charts.svg import svg
    from kano_cli.report.document.figures_of import map_figure
    from kano_cli.report.words import words

    result = classify(PICTURE.parent / "survey.csv")
    return svg(map_figure(result, words("en")), language="en")


def rewritten(text: str) -> str:
    """The README with every block as the tool prints it now."""
    for block in reversed(list(blocks(text))):
        body = f"$ {block.command}\n{printed(block.command)}"
        text = text[: block.start] + body + text[block.end :]
    return text


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8")), "utf-8")
    PICTURE.write_text(picture(), "utf-8")
    MAP.write_text(drawn_map(), "utf-8")
