"""Logos and figures as pictures that Word and PowerPoint take."""

import io
from importlib.util import find_spec

from kano_cli.renderers.charts.png import png
from kano_cli.renderers.charts.svg import svg
from kano_cli.report.document.blocks import Brand
from kano_cli.report.document.figures import Figure

_TAKEN = ("png", "jpg", "jpeg", "gif", "bmp", "tiff")


def rasterised(svg: str, pixels: int) -> bytes | None:
    """An SVG as a PNG of so many pixels wide; None where nothing here can draw it."""
    try:
        import resvg_py
    except ImportError:
        return None
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=pixels))
    except ValueError:
        return None


def logo_picture(brand: Brand) -> bytes | None:
    """The logo as a picture that both programs take; None where there is none."""
    if not brand.logo:
        return None
    kind = brand.logo_kind.lower().lstrip(".").removeprefix("image/").removesuffix("+xml")
    if kind == "svg":
        return rasterised(brand.logo.decode("utf-8", "replace"), 900)
    return brand.logo if kind in _TAKEN and picture_size(brand.logo) else None


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where it is no picture."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.width, picture.height
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def fitted(size: tuple[int, int], room: tuple[float, float]) -> tuple[float, float]:
    """Width and height in inches of a picture that keeps its shape within `room`."""
    scale = min(room[0] / size[0], room[1] / size[1])
    return size[0] * scale, size[1] * scale


def figure_picture(figure: Figure, brand: Brand, language: str, pixels: int) -> bytes | None:
    """A figure as a PNG for paper; None where nothing here can draw it."""
    if find_spec("resvg_py") is None:
        return None
    drawing = svg(
        figure, width=pixels, theme="light", headed=False, fonts=brand.fonts, language=language
    )
    return png(drawing, scale=2.0)
