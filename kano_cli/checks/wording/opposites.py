"""Whether the two questions of a pair are each other's opposite."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache

from kano_cli.checks.wording.lexicon import Lexicon, lexicon
from kano_cli.checks.wording.words import Word, meant, place_of, quoted, words_of

_NOT = "\0"
"""Stands for any negation where two texts are compared."""

_FEW = 2
"""So many words name one thing: leather seats."""

_ROOT = 4
"""Words that begin with so many equal letters may be of one family: reach, reachable."""


class Fault(StrEnum):
    """In which way a pair is no pair of opposites."""

    SAME_SIDE = "same-side"
    TURNED_TWICE = "turned-twice"
    CHANGED = "changed"
    OTHER_THING = "other-thing"


@dataclass(frozen=True)
class Fork:
    """What is wrong with a pair: the words of each question that the other has not."""

    fault: Fault
    functional: str
    dysfunctional: str


@dataclass(frozen=True)
class _Piece:
    """One word of a comparison, and its place in its question."""

    text: str
    stem: str
    at: int


@dataclass(frozen=True)
class _Side:
    """One question: its words, and those of them that say something."""

    text: str
    words: list[Word]
    known: Lexicon

    @property
    def negated(self) -> bool:
        """Whether it is negated, or negated an odd number of times."""
        return sum(word.text in self.known.negations for word in self.words) % 2 == 1

    def telling(self) -> list[Word]:
        """The words that are neither negations nor come and go with one."""
        apart = self.known.light | self.known.negations
        return [word for word in self.words if word.text not in apart]

    def stems(self) -> Counter[str]:
        """How often each telling word stands there, whatever its form."""
        return Counter(self.known.stem(word.text) for word in self.telling())

    def own(self, other: "_Side") -> list[Word]:
        """The telling words that the other question has not."""
        rest = self.stems() - other.stems()
        found = []
        for word in self.telling():
            stem = self.known.stem(word.text)
            if rest[stem] > 0:
                rest[stem] -= 1
                found.append(word)
        return found

    def subjects(self) -> set[str]:
        """The words that are about the feature."""
        telling = (word.text for word in self.telling())
        return {self.known.stem(text) for text in telling if text not in self.known.frame}

    def line(self) -> list[_Piece]:
        """What is compared word by word: negations are one sign, and light words left out."""
        return [
            _Piece(_NOT, _NOT, at)
            if word.text in self.known.negations
            else _Piece(word.text, self.known.stem(word.text), at)
            for at, word in enumerate(self.words)
            if word.text not in self.known.light
        ]

    def shown(self, words: Sequence[Word]) -> str:
        """Some of its words, as they stand there; all of it where there are none."""
        return ", ".join(quoted(self.text, [word]) for word in words) or self.text


def fork(functional: str, dysfunctional: str, known: Lexicon) -> Fork | None:
    """What keeps a pair from being opposites; None where they are, or may be."""
    one, other = (
        _Side(text, meant(words_of(text), known), known) for text in (functional, dysfunctional)
    )
    mine, yours = one.own(other), other.own(one)
    fault = _fault(one, other, mine, yours, known)
    return Fork(fault, one.shown(mine), other.shown(yours)) if fault else None


def _fault(
    one: _Side, other: _Side, mine: Sequence[Word], yours: Sequence[Word], known: Lexicon
) -> Fault | None:
    """In which way the pair is none; whatever is not plain is taken for a pair."""
    turned = _paired(mine, yours, "opposites", known)
    if one.negated == other.negated:
        apart = turned or _prefixed(mine, yours, known)
        apart = apart or _paired(mine, yours, "contrasts", known) or _lacks(one, other, known)
        return Fault.SAME_SIDE if not apart and _put_for(one, other, known) else None
    if turned:
        return Fault.TURNED_TWICE
    subjects = one.subjects(), other.subjects()
    if min(map(len, subjects)) > 1 and not _related(*subjects):
        return Fault.OTHER_THING
    return Fault.CHANGED if _put_for(one, other, known, negated=True) else None


def _prefixed(mine: Sequence[Word], yours: Sequence[Word], known: Lexicon) -> bool:
    """Whether a word of one question is that of the other with a prefix: safe and unsafe."""
    return any(
        long == prefix + short
        for a in mine
        for b in yours
        for long, short in ((a.text, b.text), (b.text, a.text))
        for prefix in known.prefixes
    )


def _paired(mine: Sequence[Word], yours: Sequence[Word], kind: str, known: Lexicon) -> bool:
    """Whether two words of a kind of pairs stand one here and one there."""
    pairs = _stemmed(known.code, kind)
    return any(
        frozenset((known.stem(a.text), known.stem(b.text))) in pairs for a in mine for b in yours
    )


@cache
def _stemmed(language: str, kind: str) -> frozenset[frozenset[str]]:
    """The pairs of words that a language has of a kind, whatever the form of each."""
    known = lexicon(language)
    pairs: frozenset[frozenset[str]] = getattr(known, kind)
    return frozenset(frozenset(map(known.stem, pair)) for pair in pairs) if known else pairs


def _lacks(one: _Side, other: _Side, known: Lexicon) -> bool:
    """Whether just one of the two says, without a negation, that something is lacking."""
    return any(
        (place_of(one.words, phrase) is None) != (place_of(other.words, phrase) is None)
        for phrase in known.lacking
    )


def _related(mine: Iterable[str], yours: Iterable[str]) -> bool:
    """Whether some word stands in both, or one of its family."""
    return any(a == b or _family(a, b) for a in mine for b in yours)


def _family(a: str, b: str) -> bool:
    """Whether two words begin alike, or one ends in the other: fiets and leenfiets."""
    if min(len(a), len(b)) < _ROOT:
        return False
    return a[:_ROOT] == b[:_ROOT] or a.endswith(b) or b.endswith(a)


def _put_for(one: _Side, other: _Side, known: Lexicon, *, negated: bool = False) -> bool:
    """Whether one thing was put for another, or added, and all the rest is the same.

    Only then it is plain: a question in quite other words may well be the opposite. With
    `negated` there must be a negation beside it, in another place.
    """
    changes = _changes(one.line(), other.line())
    rest = [each for each in changes if not _is_negation(each)]
    if len(rest) != 1 or (len(changes) > 1) != negated or len(changes) > 1 + negated:
        return False
    gone, come = rest[0]
    if any(word.text == _NOT for word in (*gone, *come)) or max(len(gone), len(come)) > _FEW:
        return False
    if not (gone and come):
        return not negated
    numbers = all(_counts(word, known) for word in (*gone, *come))
    said = [[w.stem for w in words if w.text not in known.frame] for words in (gone, come)]
    thing = all(said) and not _related(*said)
    return numbers or (thing and not (_tells(one, gone, known) and _tells(other, come, known)))


def _changes(
    mine: Sequence[_Piece], yours: Sequence[_Piece]
) -> list[tuple[Sequence[_Piece], Sequence[_Piece]]]:
    """The places where two lines differ: what stands in the one, and in the other."""
    here, there = ([word.stem for word in line] for line in (mine, yours))
    matched = SequenceMatcher(None, here, there, autojunk=False)
    return [
        (mine[a:b], yours[c:d]) for kind, a, b, c, d in matched.get_opcodes() if kind != "equal"
    ]


def _is_negation(change: tuple[Sequence[_Piece], Sequence[_Piece]]) -> bool:
    """Whether nothing but a negation came or went."""
    return [word.text for words in change for word in words] == [_NOT]


def _counts(word: _Piece, known: Lexicon) -> bool:
    """Whether a word is a number."""
    return word.text in known.numbers or word.text.isdigit()


def _tells(side: _Side, words: Sequence[_Piece], known: Lexicon) -> bool:
    """Whether words say what a thing is like or does, as far as their place shows it."""
    before = side.words[words[0].at - 1].text if words[0].at else ""
    if known.verb_last:
        after = [word for word in side.words[words[-1].at + 1 :][:1] if not word.breaks]
        return not after or after[0].text in known.copulas
    if before in known.copulas | known.modals:
        return True
    return words[-1].text.endswith(known.action) or words[-1].text in known.irregular
