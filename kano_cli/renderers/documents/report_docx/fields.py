"""What Word counts itself: pages, captions and contents, each filled in beforehand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kano_cli.renderers.documents.office.texts import clean

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def add_field(paragraph: "Paragraph", instruction: str, shown: str) -> None:
    """A field at the end of a paragraph; `shown` stands there until Word counts."""
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(clean(shown))}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph.add_run().element.append(xml(part))


def xml(text: str) -> "etree._Element":
    """A piece of a document from its text."""
    from docx.oxml import parse_xml

    name, rest = text[: text.index(">")], text[text.index(">") :]
    slash = "/" if name.endswith("/") else ""
    made: etree._Element = parse_xml(f'{name.removesuffix("/")} xmlns:w="{WORD}"{slash}{rest}')
    return made


def bookmark(paragraph: "Paragraph", number: int) -> str:
    """Mark a heading so that the contents can lead to it."""
    name = f"_Toc{number:08d}"
    runs = [each.element for each in paragraph.runs]
    runs[0].addprevious(xml(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'))
    runs[-1].addnext(xml(f'<w:bookmarkEnd w:id="{number}"/>'))
    return name


def contents(entries: list[tuple[int, str, str]]) -> Iterator["etree._Element"]:
    """The contents: level, text and bookmark of each heading, all links.

    Page numbers come when Word is asked to update the field; it is not asked to on opening,
    because it would greet every reader with a question first.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for at, (level, text, anchor) in enumerate(entries):
        link = (
            f'<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r><w:t xml:space="preserve">'
            f"{escape(clean(text))}</w:t></w:r></w:hyperlink>"
        )
        first, last = begin if at == 0 else "", end if at == len(entries) - 1 else ""
        yield xml(f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{first}{link}{last}</w:p>')
