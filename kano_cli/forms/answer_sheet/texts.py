"""Texts as a workbook can hold them: harmless, whole, and measured."""

import re
import unicodedata

from kano_cli.errors import KanoError, shortened, visible
from kano_cli.forms.form import Form

MOST = 32_767
"""The characters that a cell holds."""

HINT, HINT_TITLE = 255, 32
"""The characters that Excel takes for a text beside a cell, and for its title."""

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str, most: int = MOST) -> str:
    r"""A text without what a workbook cannot hold; one that is only shown may be cut.

    >>> clean("a\x1bb\tc"), clean("abcdef", 4)
    ('a�b c', 'abc…')
    """
    shown = _NO_XML.sub("�", visible(text.strip().replace("\r\n", "\n"), keep_breaks=True))
    if units(shown) <= most:
        return shown
    while units(shown) >= most:
        shown = shown[:-1]
    return shown + "…"


def hint(text: str, most: int) -> str:
    r"""A text that is shown beside a cell: on one line, and no longer than Excel takes.

    >>> hint("a\nb", 255)
    'a b'
    """
    return clean(" ".join(text.split()), most)


def units(text: str) -> int:
    """Characters as Excel counts them: a smiley is two.

    >>> units("a😀")
    3
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def width(text: str) -> int:
    """How many columns of a screen a text takes; Chinese takes two a character.

    >>> width("abc"), width("夜間")
    (3, 4)
    """
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def lines(text: str, room: float) -> int:
    r"""How many lines a text takes in a cell of so many characters.

    >>> lines("one two three", 7), lines("a\nb", 7), lines("abcdefghij", 4)
    (2, 2, 3)
    """
    most, total = max(int(room), 1), 0
    for line in text.split("\n"):
        used, total = 0, total + 1
        for word in line.split(" "):
            size = width(word)
            if used and used + 1 + size > most:
                used, total = 0, total + 1
            used += size + (1 if used else 0)
            if used > most:
                more = (used - 1) // most
                used, total = used - more * most, total + more
    return total


def refuse_unwritable(form: Form) -> None:
    """Refuse what no answer sheet can carry, before anything is written.

    Raises:
        KanoError: for a text that is longer than a cell, or two answers that read the same.
    """
    language = form.language
    around = (form.title, form.introduction, form.consent, form.closing)
    for text in (each[language] for each in around if each):
        _refuse_long(form, "a text around the questions", text)
    for page in form.pages:
        for text in (page.name[language], *(each.text[language] for each in page.questions)):
            _refuse_long(form, f"a text of {page.feature}", text)
    _refuse_long(form, "the version of all features together", form.stamp)
    asked = [*((p.feature, q) for p in form.pages for q in p.questions)]
    for owner, question in [*asked, *((q.code, q) for q in form.segments)]:
        taken: dict[str, str] = {}
        for choice in question.choices:
            text = choice.text[language]
            _refuse_long(form, f"an answer of {owner}", text)
            if taken.setdefault(folded(text), choice.code) != choice.code:
                raise KanoError(
                    f'two answers of {owner} both read "{shortened(text)}" in {language}, and an '
                    "answer sheet holds only what is read",
                    form.file,
                    "give each answer a text of its own",
                )


def folded(text: str) -> str:
    """A text of an answer as it is compared when it comes back.

    >>> folded(" I  like it ") == folded("I like it")
    True
    """
    return " ".join(clean(text).split()).casefold()


def _refuse_long(form: Form, what: str, text: str) -> None:
    """Refuse a text that a cell would cut."""
    if units(text) > MOST:
        raise KanoError(
            f"{what} has {units(text)} characters, and a cell holds {MOST}",
            form.file,
            "make it shorter",
        )
