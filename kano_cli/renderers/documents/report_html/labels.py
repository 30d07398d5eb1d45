"""The few words of the page that are not in a section."""

from collections.abc import Mapping

from kano_cli.report.document.blocks import Document

FALLBACK: Mapping[str, str] = {
    "contents": "Contents",
    "skip": "Skip to the report",
    "sort": "Sort",
    "page": "Page",
    "client": "For",
    "day": "Date",
    "made_with": "Made with kano {version}",
    "table": "Table",
    "figure": "Figure",
}
"""What is said where a document brings no word of its own."""


def label(document: Document, key: str) -> str:
    """A word in the language of the document."""
    return document.labels.get(key) or FALLBACK[key]


def made_with(document: Document) -> str:
    """What made the report; a version is text from nobody's file, and no template."""
    return label(document, "made_with").replace("{version}", document.version)
