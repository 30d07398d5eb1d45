"""A planned report as a presentation: the cover, and a slide for each that was planned."""

import io
from typing import TYPE_CHECKING

from kano_cli.renderers.documents.office.colours import readable
from kano_cli.renderers.documents.office.languages import language_of
from kano_cli.renderers.documents.office.pictures import fitted, logo_picture, picture_size
from kano_cli.renderers.documents.office.texts import clean
from kano_cli.renderers.documents.report_pptx.drawing import draw_pieces
from kano_cli.renderers.documents.report_pptx.furniture import (
    EMU,
    add_footer,
    add_kicker,
    set_paragraphs,
    set_title,
)
from kano_cli.renderers.documents.report_pptx.pieces import Box, Slide, TextPiece
from kano_cli.renderers.documents.report_pptx.plan import slides_of
from kano_cli.renderers.documents.report_pptx.template import Frame
from kano_cli.renderers.documents.report_pptx.xml import Lines, Run
from kano_cli.report.document.blocks import Document

if TYPE_CHECKING:
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.slide import Slide as MadeSlide

_COVER_LOGO = Box(9.2, 4.75, 3.53, 1.9)


def fill(frame: Frame, document: Document) -> None:
    """Make the cover and all slides."""
    _add_cover(frame, document)
    ink = readable(document.brand.accent)
    number = 1
    for section in document.sections:
        for planned in slides_of(section, frame.body.width, frame.body.height, ink):
            number += 1
            _add_slide(frame, document, planned, number)


def _add_cover(frame: Frame, document: Document) -> None:
    """Title, what it is about, for whom, when, and the logo."""
    slide = frame.deck.slides.add_slide(frame.cover)
    language = language_of(document)
    set_title(slide, frame.cover, document.title, language)
    told = [each for each in (document.subtitle, document.client, document.day) if each]
    rest = _places(slide)
    for at, shape in enumerate(rest):
        if at == 0 and told:
            looks = (Run(each, bold=each == document.client, colour="") for each in told)
            several = [Lines((run,), 20 if frame.own else 0, before=6) for run in looks]
            set_paragraphs(shape.element, several, language)
        else:
            shape.element.getparent().remove(shape.element)
    logo = logo_picture(document.brand)
    size = picture_size(logo) if logo else None
    if logo and size:
        _add_logo(frame, slide, logo, size, clean(document.client or document.title))


def _add_logo(
    frame: Frame, slide: "MadeSlide", logo: bytes, size: tuple[int, int], alt: str
) -> None:
    """The logo at the bottom right of the cover, in its own shape."""
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    wide, high = ((each or 0) / EMU for each in (frame.deck.slide_width, frame.deck.slide_height))
    room = _COVER_LOGO if frame.own else Box(wide * 0.7, high * 0.78, wide * 0.25, high * 0.16)
    width, height = fitted(size, (room.width, room.height))
    left, top = room.left + room.width - width, room.top + room.height - height
    picture = slide.shapes.add_picture(
        io.BytesIO(logo), Inches(left), Inches(top), Inches(width), Inches(height)
    )
    picture.name = "Logo"
    next(picture.element.iter(qn("p:cNvPr"))).set("descr", f"Logo {alt}")


def _add_slide(frame: Frame, document: Document, planned: Slide, number: int) -> None:
    """One slide: its message, what stands on it, its footer and its notes."""
    language = language_of(document)
    first = planned.placed[0].piece if planned.placed else None
    with_text = isinstance(first, TextPiece) and bool(first.paragraphs)
    layout = frame.text if with_text else frame.bare
    slide = frame.deck.slides.add_slide(layout)
    set_title(slide, layout, planned.title, language)
    rest = _places(slide)
    for shape in rest[1 if with_text else 0 :]:
        shape.element.getparent().remove(shape.element)
    draw_pieces(slide, frame, document, planned, rest[0] if with_text else None)
    if frame.own and planned.section != planned.title:
        add_kicker(slide, planned.section, document)
    add_footer(slide, layout, frame, document, number)
    notes = slide.notes_slide.notes_text_frame if planned.notes else None
    if notes is not None:
        notes.text = "\n".join(clean(note) for note in planned.notes)


def _places(slide: "MadeSlide") -> "list[SlidePlaceholder]":
    """The places of a slide below its title, those for text before those for a picture."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    texts = (PH.SUBTITLE, PH.BODY, PH.OBJECT)
    rest = [each for each in slide.placeholders if each != slide.shapes.title]
    return sorted(rest, key=lambda each: each.placeholder_format.type not in texts)
