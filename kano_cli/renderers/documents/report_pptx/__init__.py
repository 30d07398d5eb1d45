"""A report as a presentation: native tables and charts, on our slides or on a client's."""

from kano_cli.report.document.blocks import Document


def pptx(document: Document) -> bytes:
    """The report as a .pptx file; the same report gives the same bytes."""
    from kano_cli.renderers.documents.report_pptx.made import presentation_bytes

    return presentation_bytes(document)
