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
from kano_cli.renderers.documents.report_pptx.deck import fill
from kano_cli.renderers.documents.report_pptx.template import frame_of
from kano_cli.report.document.blocks import Document


def presentation_bytes(document: Document) -> bytes:
    """A report as a .pptx file."""
    require_office(".pptx")
    frame = frame_of(document.brand)
    fill(frame, document)
    without_strangers(frame.deck.part.package, frame.deck.part)
    named(frame.deck.core_properties, document, language_of(document))
    made = io.BytesIO()
    frame.deck.save(made)
    return rewritten(made.getvalue(), day_of(document.day))
