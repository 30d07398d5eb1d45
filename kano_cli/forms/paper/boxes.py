"""Boxes to tick in a Word document, each named by its question and answer."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kano_cli.errors import shortened
from kano_cli.forms.paper.carried import Asked
from kano_cli.forms.paper.texts import clean

if TYPE_CHECKING:
    from lxml import etree

CONSENT_TAG = "kano_consent"
LONGEST = 64
"""Characters that Word takes in the tag and in the title of a content control."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_FONT = "MS Gothic"
_ROW = 9638
"""The width of a row, in twentieths of a point: 17 cm."""
_NUMBER_OF_CONSENT = 1_000_001


def mark_name(asked: Asked, at: int) -> str:
    """The name of a bookmark around an answer: it stays where a box is deleted and an x typed."""
    return f"kano_{asked.place}_{at}"


def tag_of(asked: Asked, at: int, code: str) -> str:
    """What a box is called; the name of its bookmark where that is too long for Word."""
    tag = f"{asked.question.code}:{code}"
    return tag if len(tag) <= LONGEST else mark_name(asked, at)


def answer_line(asked: Asked, at: int, code: str, text: str) -> list["etree._Element"]:
    """A box and the answer that it stands for.

    Args:
        asked: the question.
        at: which of its answers this is, from 1.
        code: the code of the answer.
        text: what is read beside the box.
    """
    title = f"{asked.number}. {text}"
    number = asked.place * 100 + at
    box = _box(tag_of(asked, at, code), title, number)
    return _pieces(f"{box}<w:r><w:tab/></w:r>{_named(mark_name(asked, at), number, text)}")


def consent_line(text: str) -> list["etree._Element"]:
    """The box to agree with."""
    box = _box(CONSENT_TAG, text, _NUMBER_OF_CONSENT)
    named = _named(CONSENT_TAG, _NUMBER_OF_CONSENT, text)
    return _pieces(f"{box}<w:r><w:tab/></w:r>{named}")


def rating_row(asked: Asked, language: str) -> "etree._Element":
    """The points of a question side by side, in one row that no page parts.

    The words of a point stand below its number.
    """
    wide = _ROW // len(asked.question.choices)
    cells = []
    for at, choice in enumerate(asked.question.choices, start=1):
        said = clean(choice.text[language])
        number = asked.place * 100 + at
        box = _box(tag_of(asked, at, choice.code), f"{asked.number}. {said}", number)
        named = _named(mark_name(asked, at), number, choice.code)
        line = f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{named}'
        words = said.removeprefix(choice.code).removeprefix(" - ")
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="KanoPoint"/></w:pPr>{box}{line}</w:p>'
            + (
                '<w:p><w:pPr><w:pStyle w:val="KanoPointWords"/></w:pPr>'
                f"<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"
                if words
                else ""
            )
            + "</w:tc>"
        )
    grid = f'<w:gridCol w:w="{wide}"/>' * len(cells)
    (row,) = _pieces(
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="20" w:type="dxa"/><w:right w:w="20" w:type="dxa"/>'
        f"</w:tblCellMar><w:tblCaption w:val={quoteattr(_title(asked.number))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f"{''.join(cells)}</w:tr></w:tbl>"
    )
    return row


def _title(text: str) -> str:
    """A title as long as Word takes it."""
    return shortened(text, LONGEST)


def _box(tag: str, title: str, number: int) -> str:
    """A box to click; it cannot be deleted by accident."""
    fonts = (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}"/>'
    )
    return (
        f"<w:sdt><w:sdtPr><w:rPr>{fonts}</w:rPr><w:alias w:val={quoteattr(_title(title))}/>"
        f'<w:tag w:val={quoteattr(tag)}/><w:id w:val="{number}"/>'
        '<w:lock w:val="sdtLocked"/><w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{fonts}</w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _named(name: str, number: int, text: str) -> str:
    """A text inside a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _pieces(text: str) -> list["etree._Element"]:
    """The elements of a piece of a document."""
    from docx.oxml import parse_xml

    return list(parse_xml(f'<w:p xmlns:w="{_WORD}" xmlns:w14="{_WORD_14}">{text}</w:p>'))
