"""A report as a Word document: headings, captions, contents, tables and pictures."""

from kano_cli.report.document.blocks import Document


def docx(document: Document) -> bytes:
    """The report as a .docx file; the same report gives the same bytes."""
    from kano_cli.renderers.documents.report_docx.made import document_bytes

    return document_bytes(document)
