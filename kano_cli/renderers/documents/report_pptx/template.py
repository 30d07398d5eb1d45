"""Where things stand on the slides of a presentation: ours, or a client's own."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_cli.errors import KanoError
from kano_cli.renderers.documents.office.templates import refused, template_bytes
from kano_cli.renderers.documents.report_pptx.design import own_presentation
from kano_cli.renderers.documents.report_pptx.pieces import Box
from kano_cli.report.document.blocks import Brand

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

_EMU = 914400
_LEAST = (4.0, 2.5)
"""Inches that a slide's body must have for a table or a chart to be read."""


@dataclass(frozen=True)
class Frame:
    """A presentation to fill: its layouts, and the room for text, tables and charts."""

    deck: "Presentation"
    cover: "SlideLayout"
    text: "SlideLayout"
    bare: "SlideLayout"
    body: Box
    own: bool


def frame_of(brand: Brand) -> Frame:
    """Our own slides, or the client's template."""
    path = brand.templates.get(".pptx", "")
    deck = _opened(path) if path else own_presentation(brand)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if _titles(layout)]
    with_text = [layout for layout in titled if len(_bodies(layout)) == 1]
    if not with_text:
        raise KanoError(
            "no layout of the template has a title and one place for text",
            path,
            "add one in PowerPoint: View, Slide Master, Insert Layout",
        )
    text = max(with_text, key=lambda layout: _area(_bodies(layout)[0]))
    place = _box(_bodies(text)[0])
    if place.width < _LEAST[0] or place.height < _LEAST[1]:
        raise KanoError("the place for text in the template is too small for a table", path)
    bare = [layout for layout in titled if not _others(layout)]
    covers = [layout for layout in titled if _is_cover(layout)]
    return Frame(
        deck, covers[0] if covers else text, text, bare[0] if bare else text, place, not path
    )


def _opened(path: str) -> "Presentation":
    """A template without the slides that it came with."""
    from pptx import Presentation

    content = template_bytes(path, ".pptx")
    try:
        deck = Presentation(io.BytesIO(content))
        _emptied(deck)
    except KanoError:
        raise
    except Exception:  # noqa: BLE001  # whatever a broken file sets off, it is the file
        raise refused(path, ".pptx") from None
    return deck


def _emptied(deck: "Presentation") -> None:
    """Take all slides out, and what names them."""
    from pptx.oxml.ns import qn

    root = deck.part.presentation.element
    for listed in list(root.findall(qn("p:sldIdLst"))):
        for slide in list(listed):
            deck.part.drop_rel(slide.get(qn("r:id")))
            listed.remove(slide)
    # Sections and shows name slides by number, and PowerPoint repairs a file where one is gone.
    for gone in ("p:custShowLst", "p:extLst"):
        for element in list(root.findall(qn(gone))):
            root.remove(element)


def _titles(layout: "SlideLayout") -> list["LayoutPlaceholder"]:
    """The places for a title."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    kinds = (PH.TITLE, PH.CENTER_TITLE)
    return [each for each in layout.placeholders if each.placeholder_format.type in kinds]


def _bodies(layout: "SlideLayout") -> list["LayoutPlaceholder"]:
    """The places for text."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    kinds = (PH.BODY, PH.OBJECT)
    return [each for each in _others(layout) if each.placeholder_format.type in kinds]


def _others(layout: "SlideLayout") -> list["LayoutPlaceholder"]:
    """All places but those of title, date, footer and page number."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    small = (PH.TITLE, PH.CENTER_TITLE, PH.DATE, PH.FOOTER, PH.SLIDE_NUMBER)
    return [each for each in layout.placeholders if each.placeholder_format.type not in small]


def _is_cover(layout: "SlideLayout") -> bool:
    """Whether a layout is made for the first slide."""
    from pptx.enum.shapes import PP_PLACEHOLDER as PH

    kinds = [each.placeholder_format.type for each in layout.placeholders]
    return PH.CENTER_TITLE in kinds or PH.SUBTITLE in kinds


def _box(shape: "LayoutPlaceholder") -> Box:
    """Where a place is."""
    left, top, width, height = (
        (each or 0) / _EMU for each in (shape.left, shape.top, shape.width, shape.height)
    )
    return Box(left, top, width, height)


def _area(shape: "LayoutPlaceholder") -> float:
    """How large a place is."""
    box = _box(shape)
    return box.width * box.height
