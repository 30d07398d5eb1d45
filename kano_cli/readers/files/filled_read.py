"""Forms on paper that were filled in on a screen: Word and Markdown."""

from kano_cli.findings import Finding
from kano_cli.readers.files.filled_docx import read_word_form
from kano_cli.readers.files.filled_form import as_json
from kano_cli.readers.files.filled_markdown import read_markdown_form
from kano_cli.readers.files.source import Source


def filled_form(source: Source) -> tuple[Source, tuple[Finding, ...]]:
    """The answers of one respondent as our own JSON, and what is wrong with them.

    Raises:
        KanoError: if the form cannot be read, is blank, or its consent is not given.
    """
    zipped = source.head(4).startswith(b"PK")
    filled, sender = read_word_form(source) if zipped else read_markdown_form(source)
    return as_json(source, filled, sender=sender)
