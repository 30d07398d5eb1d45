"""Which texts of a survey were read as which answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kano_cli.core.categories import Answer
from kano_cli.errors import shortened
from kano_cli.readers.inspection.record import InspectedText
from kano_cli.report.numbers import count
from kano_cli.report.words import Words

MOST = 8
"""Texts that are shown in one place; a column may hold hundreds."""


@dataclass(frozen=True)
class WordingRow:
    """The texts on both sides that were read as the same answer."""

    label: str
    functional: tuple[str, ...]
    dysfunctional: tuple[str, ...]
    doubtful: bool


def wording_rows(
    texts: Mapping[str, Sequence[InspectedText]], words: Words
) -> Iterator[WordingRow]:
    """The five answers with their texts, then what is no answer and what was not understood.

    Args:
        texts: the texts of each side, functional and dysfunctional.
        words: the language of the page.
    """
    sides = [texts.get(side, ()) for side in ("functional", "dysfunctional")]
    if not any(sides):
        return
    understood = any(text.answer is not None for side in sides for text in side)
    for answer in Answer if understood else ():
        read = [[text for text in side if text.answer is answer] for side in sides]
        yield _wording_row(words.answer(answer), read, words)
    for is_missing, label in ((True, "missing"), (False, "unread")):
        rest = [
            [text for text in side if text.answer is None and text.is_missing is is_missing]
            for side in sides
        ]
        if any(rest):
            yield _wording_row(words("inspect", label), rest, words, doubtful=not is_missing)


def _wording_row(
    label: str, sides: Sequence[Sequence[InspectedText]], words: Words, *, doubtful: bool = False
) -> WordingRow:
    """What one answer, or none, was read from on both sides."""
    functional, dysfunctional = (_texts(side, words) for side in sides)
    return WordingRow(label, functional, dysfunctional, doubtful)


def _texts(found: Sequence[InspectedText], words: Words) -> tuple[str, ...]:
    """Each text with how often it stands there; the first few of many."""
    shown = [f"{shortened(text.text)} ({count(text.count)})" for text in found[:MOST]]
    more = [words("inspect", "more", count=len(found) - MOST)] if len(found) > MOST else []
    return (*shown, *more)
