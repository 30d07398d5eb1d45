"""What the reports of both samples look like; run this module to write them anew, then look."""

from collections.abc import Callable, Mapping
from pathlib import Path

from kano_cli.renderers.documents.report_html import html
from kano_cli.renderers.documents.report_markdown import markdown
from tests.renderers.report_html.reports import dutch, english

FOLDER = Path(__file__).parent / "golden"
FILES: Mapping[str, Callable[[], str]] = {
    "mobile-provider-nl.html": lambda: html(dutch()),
    "mobile-provider-nl.md": lambda: markdown(dutch()),
    "saas-en.html": lambda: html(english()),
    "saas-en.md": lambda: markdown(english()),
}
"""Each file, and what makes it."""

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, made in FILES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8", newline="\n")
