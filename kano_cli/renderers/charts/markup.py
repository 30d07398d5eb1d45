"""SVG as text: elements, attributes, coordinates with fixed decimals, and names made harmless."""

import re
from typing import TypeAlias
from xml.sax.saxutils import escape

from kano_cli.errors import visible

Value: TypeAlias = str | float | int | None

# What XML 1.0 has no place for, however it is written: half surrogates and two non-characters.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
_QUOTES = {'"': "&quot;", "'": "&#39;"}


def safe(text: str) -> str:
    """A text from a file as XML: no markup, no control sign, nothing that XML forbids.

    >>> safe("</text><script>")
    '&lt;/text&gt;&lt;script&gt;'
    """
    return escape(_FORBIDDEN.sub("�", visible(text)), _QUOTES)


def number(value: float) -> str:
    """A coordinate: two decimals, and never -0, so that the bytes are the same everywhere.

    >>> number(12.0), number(-0.001), number(3.14159)
    ('12', '0', '3.14')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, *inside: str, **attributes: Value) -> str:
    """An element; `inside` is XML already, attributes are made harmless here.

    An underscore stands for a dash, and one at the end for nothing: `class_` is class.

    >>> tag("text", "a", x=1.0, text_anchor="end", class_="k")
    '<text x="1" text-anchor="end" class="k">a</text>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(inside)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _value(value: str | float) -> str:
    """An attribute's value."""
    return safe(value) if isinstance(value, str) else number(value)
