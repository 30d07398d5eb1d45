"""Texts as a page takes them: lines, and what XML forbids."""

from collections.abc import Iterator

from kano_cli.errors import visible

_MARKS = str.maketrans(dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "�"))


def clean(text: str) -> str:
    r"""`text` on one line, without what XML forbids or a screen would obey.

    >>> clean("a\x1bb\nc")
    'a�b c'
    """
    return visible(text).translate(_MARKS)


def paragraphs(text: str) -> Iterator[str]:
    r"""The lines of a longer text, cleaned; blank ones are left out.

    >>> list(paragraphs("One.\n\nTwo.\n"))
    ['One.', 'Two.']
    """
    for line in text.splitlines():
        if line.strip():
            yield clean(line.strip())
