"""Texts for a terminal: signs of categories in their colours, lines broken where a reader would."""

import re

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.ranked_table import DIM, colour
from kano_cli.report.glyphs import GLYPHS, glyph, in_letters

# A sign stands alone before what it is about; a question mark that ends a sentence does not.
_SIGN = re.compile(rf"(?<!\S)[{re.escape(GLYPHS)}](?= \S)")

# A sign stays with what it is about, and a per cent sign with its number.
_BREAK = re.compile(rf"(?<!(?<!\S)[{re.escape(GLYPHS)}]) +(?!%)")


def styled(text: str, style: Style | None = None, *, unicode: bool = True) -> Text:
    """A text in which every sign of a category has its colour.

    >>> styled("★ Gift, ■ Plain bill?", unicode=False).plain
    'A Gift, M Plain bill?'
    """
    shown = text if unicode else _SIGN.sub(lambda sign: in_letters(sign[0]), text)
    made = Text(shown, style or Style())
    for sign in _SIGN.finditer(text):
        made.stylize(colour(Category(GLYPHS.index(sign[0]))), *sign.span())
    return made


def coloured(
    text: str, category: Category | None, *, unsure: bool = False, unicode: bool = True
) -> Text:
    """A text about a category behind its sign, in its colour; dim where that is not sure."""
    if category is None:
        return styled(text, DIM if unsure else Style(), unicode=unicode)
    sign = glyph(category)
    told = text if text.startswith(sign) else f"{sign} {text}".strip()
    shown = told if unicode else category.letter + told.removeprefix(sign)
    return Text(shown, colour(category) + (DIM if unsure else Style()))


def words_of(text: str) -> list[str]:
    """The parts of a text that stay on one line.

    >>> words_of("■ Plain bill, 40 % sure")
    ['■ Plain', 'bill,', '40 %', 'sure']
    """
    return [word for word in _BREAK.split(text) if word]


def folded(text: Text, width: int) -> Text:
    """A text in lines of at most this width, broken between its words; a longer word goes on below.

    >>> folded(Text("It is ■ basic for 40 % of them"), 9).plain.split(chr(10))
    ['It is', '■ basic', 'for 40 %', 'of them']
    """
    plain = text.plain
    lines: list[Text] = []
    start = end = begin = 0
    for gap in [*_BREAK.finditer(plain), None]:
        until = gap.start() if gap else len(plain)
        if end > start and cell_len(plain[start:until]) > width:
            lines.append(text[start:end])
            start = begin
        end, begin = until, gap.end() if gap else until
    made = Text("\n").join([*lines, text[start:]])
    made.overflow = "fold"
    return made
