"""Which of the two questions a text is: from side words, or from what two texts differ in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kano_cli.study.language import languages
from kano_cli.study.words import name_key, normal, pieces, plain, word_list

FUNCTIONAL, DYSFUNCTIONAL, IMPORTANCE = "functional", "dysfunctional", "importance"


@dataclass(frozen=True)
class Named:
    """A header that names its side: `Loan bike (without)` is the dysfunctional Loan bike."""

    stem: str
    side: str
    family: str
    spaced: bool = False  # a letter behind a space: "loan d", but also "vitamin D"

    @property
    def key(self) -> tuple[str, str]:
        """What both halves of a pair share."""
        return self.family, name_key(self.stem)


@cache
def _families() -> tuple[tuple[str, str, str], ...]:
    """Side words as (functional, dysfunctional, name of the family)."""
    pairs = dict.fromkeys(pair for language in languages() for pair in language.sides)
    return tuple((one, other, f"{one}/{other}") for one, other in pairs)


@cache
def importance_words() -> frozenset[str]:
    """Words that mark a column as the importance of a feature."""
    return frozenset().union(*(language.importance_words for language in languages()))


@cache
def _side_words() -> dict[str, list[tuple[str, str]]]:
    """For each side word the sides it can name, with the family."""
    known: dict[str, list[tuple[str, str]]] = {}
    for one, other, family in _families():
        known.setdefault(one, []).append((FUNCTIONAL, family))
        known.setdefault(other, []).append((DYSFUNCTIONAL, family))
    for word in importance_words():
        known.setdefault(word, []).append((IMPORTANCE, "importance"))
    return known


_LONGEST = 1000
"""A header of more characters is no name, and matching it would take long."""

_GAP = r"[\s_\-–—:.,/|]"
_UNGAPPED = r"[^\s_\-–—:.,/|]"
_LETTERS = r"[^\W\d_]+"
_BRACKETS = r"[(\[]\s*(?P<word>[^()\[\]]+?)\s*[)\]]"
# Where a side word can stand: behind or before a stem, in brackets or after a gap.
_APART = (
    re.compile(rf"^(?P<stem>.*?){_GAP}*{_BRACKETS}$"),
    re.compile(rf"^(?P<stem>.*{_UNGAPPED}){_GAP}+(?P<word>{_UNGAPPED}+)$"),
    re.compile(rf"^{_BRACKETS}{_GAP}*(?P<stem>.+)$"),
    re.compile(rf"^(?P<word>{_UNGAPPED}+){_GAP}+(?P<stem>.+)$"),
    re.compile(r"^(?P<stem>.*[^\s+\-_])[\s_–—:.,/|]*(?P<word>[+-])$"),
    re.compile(r"^(?P<stem>.*\S)\s(?P<word>[+-])$"),
)
# Attached to a number (q1f, f1) or all alone: there a word of two letters is too little.
_ATTACHED = (
    re.compile(rf"^(?P<stem>.*\d)(?P<word>{_LETTERS})$"),
    re.compile(rf"^(?P<word>{_LETTERS})(?P<stem>\d+)$"),
    re.compile(rf"^(?P<stem>)(?P<word>{_LETTERS})$"),
)


@lru_cache(maxsize=20_000)
def named_sides(header: str) -> tuple[Named, ...]:
    """Every way in which a header names its side; most name none, or one.

    >>> [(found.stem, found.side) for found in named_sides("dark_mode_dysfunctional")]
    [('dark_mode', 'dysfunctional')]
    >>> named_sides("dysfunctional thinking about dark mode")[0].stem
    'thinking about dark mode'
    """
    if len(header) > _LONGEST:
        return ()
    text = " ".join(plain(header).split())
    found: dict[Named, None] = {}
    for pattern in (*_APART, *_ATTACHED):
        match = pattern.match(text)
        if match is None:
            continue
        word, stem = normal(match["word"]), match["stem"].strip(" _-–—:.,/|")
        ends = sorted((match.span("stem"), match.span("word")))
        spaced = len(word) == 1 and word.isalpha() and text[ends[0][1] : ends[1][0]].isspace()
        for side, family in _side_words().get(word, ()):
            letter = len(word) == 1 and bool(stem) and side != IMPORTANCE
            if pattern in _APART or letter or len(word) > 2:
                found[Named(stem, side, family, spaced)] = None
    return tuple(found)


def named_by_side(names: Sequence[str]) -> tuple[int, int] | None:
    """The places of the functional and the dysfunctional sheet, if exactly one of each is there.

    >>> named_by_side(["Read me", "Dysfunctional", "Functional"])
    (2, 1)
    """
    sides: dict[str, list[int]] = {FUNCTIONAL: [], DYSFUNCTIONAL: []}
    for at, name in enumerate(names):
        for side in {named.side for named in named_sides(name)} & sides.keys():
            sides[side].append(at)
    one, other = sides[FUNCTIONAL], sides[DYSFUNCTIONAL]
    return (one[0], other[0]) if len(one) == len(other) == 1 and one != other else None


_SPLITS = (
    re.compile(r"^(?P<stem>.*?)\s*\[(?P<label>[^\[\]]+)\]$"),
    re.compile(r"^(?P<stem>[^\[\]]*?)\s*\[(?P<label>.+)\]$"),
    re.compile(r"^(?P<stem>.+?)\s*>>\s*(?P<label>.+)$"),
    re.compile(r"^(?P<stem>.+[?!.:…])-(?P<label>\S.*)$"),
    re.compile(r"^(?P<stem>.+)\s[-–—|]\s(?P<label>.+)$"),
    re.compile(r"^(?P<stem>.+?)\s[-–—|]\s(?P<label>.+)$"),
    re.compile(r"^(?P<stem>.+?[?:.])\s+(?P<label>.+)$"),
    re.compile(r"^(?P<stem>.+[?:.])\s+(?P<label>.+)$"),
    re.compile(r"^(?P<stem>[^/\s]+)/(?P<label>.+)$"),
)


def split_headers(headers: list[str]) -> Iterator[list[tuple[str, str]]]:
    """Ways to cut all headers into a question and a row label, such as `Question [Row]`."""
    if any(len(header) > _LONGEST for header in headers):
        return
    texts = [" ".join(plain(header).split()) for header in headers]
    for pattern in _SPLITS:
        matches = [pattern.match(text) for text in texts]
        if all(matches):
            yield [(match["stem"].strip(), match["label"].strip()) for match in matches if match]


def differing_side(one: str, other: str, negations: frozenset[str]) -> str:
    """The side of `one`, proven by what only one of two texts has; empty without proof.

    >>> one, other = "If we had a 'no fee' bike", "If we did not have a 'no fee' bike"
    >>> differing_side(one, other, frozenset({"no", "not"}))
    'functional'
    """
    only_one, only_other = differing_words(one, other)
    denied_one, denied_other = (_denied(words, negations) for words in (only_one, only_other))
    if denied_one != denied_other:
        return DYSFUNCTIONAL if denied_one else FUNCTIONAL
    for functional, dysfunctional, _ in _families():
        if len(functional) > 1 and functional in only_one and dysfunctional in only_other:
            return FUNCTIONAL
        if len(functional) > 1 and dysfunctional in only_one and functional in only_other:
            return DYSFUNCTIONAL
    return ""


def denies(text: str, negations: frozenset[str]) -> bool:
    """Whether a text holds a negation, though it may be part of a name."""
    return _denied(set(_split_elisions(text)), negations)


def _denied(words: set[str], negations: frozenset[str]) -> bool:
    """Whether one of the words is or holds a negation."""
    return bool(words & negations) or _inside(words, negations)


def differing_words(one: str, other: str) -> tuple[set[str], set[str]]:
    """The words that only one of two texts has, or has more often."""
    first, second = Counter(_split_elisions(one)), Counter(_split_elisions(other))
    return set(first - second), set(second - first)


def alike(one: str, other: str) -> bool:
    """Whether two questions share a word, or are nothing but two side words.

    >>> alike("If we had it", "If we did not have it"), alike("Loan bike", "No queue")
    (True, False)
    """
    words, other_words = set(pieces(one)), set(pieces(other))
    return bool(words & other_words) or any(
        (functional in words and dysfunctional in other_words)
        or (dysfunctional in words and functional in other_words)
        for functional, dysfunctional, _ in _families()
    )


@lru_cache(maxsize=20_000)
def _split_elisions(text: str) -> tuple[str, ...]:
    """Words, with French and Italian elisions and English contractions taken apart."""
    words = []
    for word in word_list(text):
        head, apostrophe, tail = word.partition("'")
        if apostrophe and len(head) <= 2:
            words += [f"{head}'", tail]
        else:
            words.append("not" if word.endswith("n't") else word)
    return tuple(words)


@lru_cache(maxsize=100)
def _parts(negations: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The negations that stand inside words written without spaces, and the starts of words."""
    spaceless = tuple(negation for negation in negations if negation[0] >= "\u3040")
    starts = tuple(negation.rstrip("*") for negation in negations if negation.endswith("*"))
    return spaceless, starts


def _inside(words: set[str], negations: frozenset[str]) -> bool:
    """Whether a word holds a negation of a script that is written without spaces."""
    spaceless, starts = _parts(negations)
    return any(
        any(negation in word for negation in spaceless) or word.startswith(starts) for word in words
    )
