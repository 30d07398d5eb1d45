"""The first sheet: whose report it is, what to do, and which sheets there are."""

import struct
from collections.abc import Mapping
from io import BytesIO

from kano_cli.renderers.documents.report_xlsx.addresses import quoted
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.texts import clean
from kano_cli.report.document.blocks import Brand, Document

_LOGO_HEIGHT = 60
_TALLEST_WIDTH = 260


def cover(page: Page, document: Document) -> None:
    """Write the title, the client and the day, and the logo above them."""
    if logo := drawable_logo(document.brand):
        source, height, width = logo
        scale = min(_LOGO_HEIGHT / height, _TALLEST_WIDTH / width)
        page.sheet.insert_image(
            0, 0, "logo.png",
            {
                "image_data": BytesIO(source), "x_scale": scale, "y_scale": scale,
                "x_offset": 2, "y_offset": 4, "object_position": 3,
                "description": clean(document.brand.footer or document.client or "logo", 200),
            },
        )  # fmt: skip
        page.gap(4)
    page.title(document.title, "cover")
    if document.subtitle:
        page.paragraph(document.subtitle, "subtitle")
    told = "  ·  ".join(text for text in (document.client, document.day) if text)
    if told:
        page.paragraph(told, "label")


def contents(page: Page, document: Document, names: Mapping[str, str]) -> None:
    """A link to each of the other sheets."""
    page.heading(document.labels.get("contents", ""), 1)
    for name in names.values():
        if name != page.sheet.get_name():
            link = f"internal:{quoted(name)}!A1"
            page.sheet.write_url(page.row, 0, link, page.styles("link"), name)
            page.row += 1


def drawable_logo(brand: Brand) -> tuple[bytes, int, int] | None:
    """A logo that a workbook can show, with its height and width; it shows no SVG."""
    logo = brand.logo
    if logo.startswith(b"\x89PNG\r\n\x1a\n") and len(logo) > 24:
        width, height = struct.unpack(">II", logo[16:24])
        return (logo, height, width) if height and width else None
    if logo.startswith(b"\xff\xd8"):
        return _jpeg(logo)
    return None


def _jpeg(logo: bytes) -> tuple[bytes, int, int] | None:
    """A JPEG with its size, which stands in its frame header."""
    at = 2
    while at + 9 < len(logo) and logo[at] == 0xFF:
        marker, length = logo[at + 1], int.from_bytes(logo[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", logo[at + 5 : at + 9])
            return (logo, height, width) if height and width else None
        at += 2 + length
    return None
