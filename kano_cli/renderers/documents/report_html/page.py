"""The page: its head with a policy that lets nothing in, its cover, its sections, its foot."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from kano_cli.renderers.charts.themes import Theme
from kano_cli.renderers.documents.report_html.blocks import Numbering, section_html
from kano_cli.renderers.documents.report_html.cover import contents, cover, foot
from kano_cli.renderers.documents.report_html.escaping import attributes_of, escaped, tag
from kano_cli.renderers.documents.report_html.labels import label
from kano_cli.renderers.documents.report_html.style_sheet import packaged, style_sheet
from kano_cli.report.document.blocks import Document


def html(document: Document) -> str:
    """The whole report as one HTML file, the same bytes for the same document."""
    style, script = style_sheet(document), packaged("sort.js")
    head = "\n".join([_policy(style, script), *_head(document), tag("style", style)])
    return _written(document, head, "auto", tag("script", script))


def paper_html(document: Document) -> str:
    """The same page for a printer of HTML: light, and without what only a browser needs."""
    style = style_sheet(document, paper_only=True)
    head = "\n".join([*_head(document), *_properties(document), tag("style", style)])
    return _written(document, head, "light", "")


def _written(document: Document, head: str, theme: Theme, script: str) -> str:
    """The file around a head and a script."""
    numbering = Numbering(document)
    sections = [section_html(each, numbering, theme) for each in document.sections]
    main = tag("main", "\n" + "\n".join(sections) + "\n", id="report", tabindex="-1")
    skip = tag("a", escaped(label(document, "skip")), class_="skip", href="#report")
    columns = tag("div", f"\n{contents(document)}\n{main}\n", class_="columns")
    parts = (skip, cover(document), columns, foot(document), script)
    body = "\n".join(filter(None, parts))
    language = attributes_of([("lang", document.language)])
    return (
        f"<!DOCTYPE html>\n<html{language}>\n<head>\n{head}\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _head(document: Document) -> Iterator[str]:
    """What every browser is told first."""
    title = " · ".join(filter(None, [document.title, document.client]))
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<meta{attributes_of([('name', 'generator'), ('content', f'kano {document.version}')])}>"
    yield tag("title", escaped(title))


def _properties(document: Document) -> Iterator[str]:
    """What a PDF says about itself; no date, since a report may have any text as its day."""
    description = [("name", "description"), ("content", document.subtitle)]
    if document.subtitle:
        yield f"<meta{attributes_of(description)}>"


def _policy(style: str, script: str) -> str:
    """A policy that allows this style and this script, pictures inside the page, and no more."""
    rules = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    # By hand and not escaped: a browser would read &#x27; too, but a person could not.
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _hash(text: str) -> str:
    """The text's SHA-256 as a policy names it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")
