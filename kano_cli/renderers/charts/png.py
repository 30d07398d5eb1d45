"""A chart as PNG, for what cannot show SVG."""

from kano_cli.errors import KanoError

# Where none of the fonts of a chart is there, the drawer would leave the text out.
_FALLBACK = "DejaVu Sans"


def require_png() -> None:
    """Refuse early, before a large file is read, where there is nothing to draw a PNG with.

    Raises:
        KanoError: if the library is not installed.
    """
    try:
        import resvg_py  # noqa: F401  # only whether it is there
    except ImportError:
        raise KanoError('a PNG needs the extra "png"', hint='pip install "kano-cli[png]"') from None


def png(svg_text: str, *, scale: float = 2.0) -> bytes:
    """A standalone SVG as the bytes of a PNG, `scale` pixels for each of its own.

    Raises:
        KanoError: if the library that draws it is not installed.
    """
    require_png()
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg_text, zoom=scale, font_family=_FALLBACK, sans_serif_family=_FALLBACK
        )
    )
