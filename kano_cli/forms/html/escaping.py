"""Texts of a questionnaire made harmless for HTML, and the direction they are read in."""

import re
from html import escape

from kano_cli.errors import visible

# Half surrogates cannot be written as UTF-8, and two code points are no text anywhere.
_NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def shown(text: str) -> str:
    r"""A text as a respondent may see it: its line breaks stay, controls become visible.

    >>> shown("one\ntwo\x1b[2J")
    'one\ntwo�[2J'
    """
    return kept(visible(text.replace("\r\n", "\n"), keep_breaks=True))


def kept(text: str) -> str:
    """A text as a saved file has it: as it is, but for what is no text and cannot be written."""
    return _NO_TEXT.sub("�", text)


def escaped(text: str) -> str:
    """`text` as HTML shows it, in an element or in a quoted attribute.

    >>> escaped("</script>"), escaped('" onload="x')
    ('&lt;/script&gt;', '&quot; onload=&quot;x')
    """
    return escape(shown(text))


def tag(name: str, inside: str, **attributes: str | None) -> str:
    """An element around `inside`, which is HTML already; attributes are escaped here.

    An underscore at the end of a name stands for nothing. None leaves an attribute out.

    >>> tag("p", "a", class_="hint", dir=None)
    '<p class="hint">a</p>'
    """
    said = "".join(
        f' {key.rstrip("_")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inside}</{name}>"


def direction(language: str) -> str:
    """The direction that a language is written in.

    >>> direction("nl-BE"), direction("ar")
    ('ltr', 'rtl')
    """
    return "rtl" if language.partition("-")[0].casefold() in _RIGHT_TO_LEFT else "ltr"
