"""Questions that say which answer is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.words import Word, place_of, quoted, words_of


@dataclass(frozen=True)
class Leading:
    """The words that lead, and a text without them or a neutral beginning."""

    words: str
    proposal: str


def leading(text: str, known: Lexicon) -> Leading | None:
    """What leads in a question; None where nothing does.

    A praising word that begins with a capital inside a sentence is a name.
    """
    words = words_of(text)
    for phrase in known.openings:
        if (at := place_of(words, phrase)) is not None:
            found = words[at : at + len(phrase)]
            return Leading(quoted(text, found), known.template["opening"])
    for ask, feeling in pairwise(words):
        if ask.text in known.asks and feeling.text in known.feelings:
            return Leading(quoted(text, [ask, feeling]), known.template["opening"])
    for phrase in known.praise:
        if (at := place_of(words, phrase)) is not None:
            found = words[at : at + len(phrase)]
            if not (found[0].capital and not found[0].opens):
                return Leading(quoted(text, found), _without(text, found))
    return None


def _without(text: str, words: Sequence[Word]) -> str:
    """A text without some words that stand together."""
    before, after = text[: words[0].begin].rstrip(), text[words[-1].end :].lstrip()
    if before[-3:].casefold() == " an":  # "an amazing view" becomes "a view"
        before = before[:-1] if after[:1].casefold() not in "aeiou" else before
    return f"{before} {after}".strip()
