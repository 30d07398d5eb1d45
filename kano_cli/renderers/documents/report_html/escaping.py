"""Text made harmless: for HTML, for a string in a style sheet, and for a file inside a page."""

import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape

from kano_cli.errors import visible

# Half surrogates cannot be written as UTF-8, and two code points are no text anywhere.
_NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ]")
_NOT_IN_A_FONT = re.compile(r"[^\w \-]")


def escaped(text: str) -> str:
    """`text` as HTML shows it, in an element or in a quoted attribute.

    >>> escaped("</script>"), escaped('" onload="x')
    ('&lt;/script&gt;', '&quot; onload=&quot;x')
    """
    return escape(_NO_TEXT.sub("�", visible(text)))


def tag(name: str, inside: str, **attributes: str | int | None) -> str:
    """An element around `inside`, which is HTML already; attributes are escaped here.

    An underscore stands for a dash, one at the end for nothing. None leaves an attribute out.

    >>> tag("p", "a", class_="strong", data_value=None)
    '<p class="strong">a</p>'
    """
    return f"<{name}{attributes_of(attributes.items())}>{inside}</{name}>"


def attributes_of(attributes: Iterable[tuple[str, str | int | None]]) -> str:
    """Attributes as they stand in a tag, each after a space."""
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes
        if value is not None
    )


def own(text: str) -> str:
    """A name from a survey: its own direction, whatever stands around it."""
    return f"<bdi>{escaped(text)}</bdi>"


def css_text(text: str) -> str:
    r"""`text` as a string in a style sheet, every sign but letters and digits by its number.

    >>> css_text("a</style>")
    '"a\\3c \\2f style\\3e "'
    """
    plain = _NO_TEXT.sub("�", visible(text))
    return '"' + _NOT_PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", plain) + '"'


def font_families(names: Iterable[str]) -> str:
    """Font names before the system's own, as a style sheet lists them.

    >>> font_families(["Acme Sans", "x;}"])
    '"Acme Sans","x",'
    """
    plain = (_NOT_IN_A_FONT.sub("", name).strip() for name in names)
    return "".join(f'"{name}",' for name in plain if name)


def data_address(content: bytes, kind: str) -> str:
    """A file as an address that holds the file itself."""
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"
