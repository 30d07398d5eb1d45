"""Languages as office programs name them."""

from kano_cli.report.document.blocks import Document

_NAMES = {"nl": "nl-NL", "en": "en-GB"}


def language_of(document: Document) -> str:
    """The language that a document is checked for spelling in.

    >>> language_of(Document("nl", "", "", "", "", "", ()))
    'nl-NL'
    """
    return _NAMES.get(document.language, document.language)
