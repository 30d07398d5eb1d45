"""The document to write in: ours on A4, or a client's own template."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_cli.errors import KanoError
from kano_cli.renderers.documents.office.languages import language_of
from kano_cli.renderers.documents.office.templates import refused, template_bytes
from kano_cli.renderers.documents.report_docx.styles import add_missing, own_styles
from kano_cli.report.document.blocks import Document

if TYPE_CHECKING:
    from docx.document import Document as Word

_EMU = 914400
_MARGIN, _A4 = 0.83, (8.268, 11.693)
_LEAST_WIDTH = 3.5
"""Inches between the margins without which no table can be read."""


@dataclass(frozen=True)
class Paper:
    """A document and the room between its margins in inches."""

    word: "Word"
    width: float
    height: float
    own: bool


def paper_of(document: Document) -> Paper:
    """Our own paper, or the client's, in the language of the report and without hyphens."""
    import docx

    path = document.brand.templates.get(".docx", "")
    word = _template(path) if path else docx.Document()
    if not path:
        _on_a4(word)
        own_styles(word, document.brand)
    add_missing(word, document.brand)
    _in_language(word, language_of(document), own=not path)
    section = word.sections[-1]
    wide = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    high = (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
    if wide / _EMU < _LEAST_WIDTH:
        raise KanoError("the page of the template is too narrow for a table", path)
    return Paper(word, wide / _EMU, high / _EMU, not path)


def _template(path: str) -> "Word":
    """A template with its styles, margins, headers and footers, and without its text."""
    import docx
    from docx.oxml.ns import qn

    content = template_bytes(path, ".docx")
    try:
        word = docx.Document(io.BytesIO(content))
        body = word.element.body
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        word.sections[0].page_width  # noqa: B018  # a document without pages fails here
    except Exception:  # noqa: BLE001  # whatever a broken file sets off, it is the file
        raise refused(path, ".docx") from None
    return word


def _on_a4(word: "Word") -> None:
    """The paper of Europe, with margins that leave tables their room."""
    from docx.shared import Inches

    section = word.sections[0]
    section.page_width, section.page_height = Inches(_A4[0]), Inches(_A4[1])
    section.left_margin = section.right_margin = Inches(_MARGIN)
    section.top_margin = section.bottom_margin = Inches(0.9)
    section.header_distance = section.footer_distance = Inches(0.45)
    section.different_first_page_header_footer = True


def _in_language(word: "Word", language: str, *, own: bool) -> None:
    """Say in which language spelling is checked, and that no word is broken at a line's end."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for defaults in word.styles.element.iter(qn("w:rPrDefault")):
        for tag in defaults.iter(qn("w:lang")):
            tag.set(qn("w:val"), language)
    settings = word.settings.element
    for tag in settings.iter(qn("w:themeFontLang")):
        tag.set(qn("w:val"), language)
    for tag in settings.iter(qn("w:autoHyphenation")):
        tag.set(qn("w:val"), "0")
    if own:
        off = OxmlElement("w:autoHyphenation")
        off.set(qn("w:val"), "0")
        settings.find(qn("w:defaultTabStop")).addnext(off)
        for tag in list(settings.iter(qn("w:compatSetting"))):
            if tag.get(qn("w:name")) == "compatibilityMode":
                tag.set(qn("w:val"), "15")  # or Word opens it in an old mode
