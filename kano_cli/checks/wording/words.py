"""A question as words with their places in the text, so that a finding can quote them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kano_cli.checks.wording.lexicon import Lexicon, Phrase

_QUOTES = str.maketrans("‘’“”„«»", '\'\'"""""')
_WORD = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']+ [^']+'(?!\w)|&|\w+(?:['\-/&.]\w+)*-?")


@dataclass(frozen=True)
class Word:
    """One word in lower case; a passage in quotes is one word.

    `begin` and `end` are its place in the text; `breaks` says that a comma or the end of a
    sentence stands before it, `opens` that it is the first word of a sentence.
    """

    text: str
    begin: int
    end: int
    capital: bool = False
    breaks: bool = False
    opens: bool = False


def words_of(text: str) -> list[Word]:
    """The words of a text.

    >>> [word.text for word in words_of("If we had a 'no questions' refund, and wi-fi?")]
    ['if', 'we', 'had', 'a', "'no questions'", 'refund', 'and', 'wi-fi']
    """
    text = text.translate(_QUOTES)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        ends = not found or bool(re.search(r"[.?!:]\s", between))
        whole = match[0]
        found.append(
            Word(
                whole.casefold(),
                match.start(),
                match.end(),
                whole[0].isupper(),
                ends or bool(re.search(r"[,;()]|\s[-–—]\s", between)),
                ends,
            )
        )
        end = match.end()
    return found


def meant(words: Sequence[Word], known: Lexicon) -> list[Word]:
    """The words with contractions written out, and phrases that negate nothing as one word."""
    spelled: list[Word] = []
    for word in words:
        parts = known.contractions.get(word.text)
        if parts is None and known.contracted and word.text.endswith(known.contracted):
            parts = (word.text.removesuffix(known.contracted), "not")
        spelled += [replace(word, text=part) for part in parts] if parts else [word]
    return _joined(spelled, known.harmless)


def _joined(words: Sequence[Word], phrases: Iterable[Phrase]) -> list[Word]:
    """The words, each of these phrases as one."""
    joined = list(words)
    for phrase in phrases:
        while (at := place_of(joined, phrase)) is not None:
            last = joined[at + len(phrase) - 1]
            one = replace(joined[at], text=" ".join(phrase), end=last.end)
            joined[at : at + len(phrase)] = [one]
    return joined


def place_of(words: Sequence[Word], phrase: Phrase) -> int | None:
    """Where a phrase stands for the first time; None where it does not."""
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if all(words[at + i].text == phrase[i] for i in range(size)):
            return at
    return None


def quoted(text: str, words: Sequence[Word]) -> str:
    """These words as the text has them."""
    return text[words[0].begin : words[-1].end]
