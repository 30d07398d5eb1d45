"""The page in a notebook: the terminal's table as HTML."""

import io

from rich.console import Console

from kano_cli.core.result import KanoResult
from kano_cli.renderers.documents.terminal import classify_view
from kano_cli.report.page import classify_page
from kano_cli.report.words import chosen_language, words

WIDTH = 110
_FORMAT = (
    '<pre style="white-space:pre;overflow-x:auto;line-height:1.35;'
    'font-family:Menlo,Consolas,monospace">{code}</pre>'
)


def html(result: KanoResult) -> str:
    """The page of a result as one HTML element, styles inline, text escaped."""
    page = classify_page(result, words(chosen_language()))
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor",
        force_jupyter=False, highlight=False,
    )  # fmt: skip
    console.print(classify_view(page, WIDTH))
    return console.export_html(inline_styles=True, code_format=_FORMAT)
