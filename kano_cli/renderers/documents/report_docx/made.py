"""The finished file: filled, with its metadata, and always the same bytes."""

import io

from kano_cli.renderers.documents.office.extra import require_office
from kano_cli.renderers.documents.office.languages import language_of
from kano_cli.renderers.documents.office.package import (
    day_of,
    named,
    rewritten,
    without_strangers,
)
from kano_cli.renderers.documents.report_docx.body import fill
from kano_cli.renderers.documents.report_docx.paper import paper_of
from kano_cli.report.document.blocks import Document


def document_bytes(document: Document) -> bytes:
    """A report as a .docx file."""
    require_office(".docx")
    paper = paper_of(document)
    fill(paper, document)
    without_strangers(paper.word.part.package, paper.word.part)
    named(paper.word.core_properties, document, language_of(document))
    made = io.BytesIO()
    paper.word.save(made)
    return rewritten(made.getvalue(), day_of(document.day))
