"""Pairs by their words: whole questions that differ by a negation."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.likeness import Likeness
from kano_cli.readers.questions.pairs import Doubt, Pairing, couples_of, sided
from kano_cli.readers.questions.sides import (
    DYSFUNCTIONAL,
    alike,
    denies,
    differing_side,
    differing_words,
)
from kano_cli.study.language import languages
from kano_cli.study.words import plain

_SHORT = 4
"""Words up to here may come and go with a negation: had, have, did, does, was, er, een."""


def by_texts(columns: Sequence[Column], negations: frozenset[str]) -> Pairing | Doubt | None:
    """Whole questions that differ by a negation: neighbours, two blocks, or anywhere."""
    if len(columns) % 2:
        return None
    half = len(columns) // 2
    likeness = Likeness(columns)
    ways = _arrangements(columns)
    if half == 2:  # here every way can be looked at
        ways.append([(columns[0], columns[3]), (columns[1], columns[2])])
    if nearest := likeness.mutual():
        ways.append(nearest)
    proven: dict[frozenset[tuple[Column, Column]], Pairing] = {}
    doubts: list[Doubt] = []
    for couples in ways:
        found = _by_headers(couples, negations) if likeness.supports(couples) else None
        if isinstance(found, Pairing):
            proven.setdefault(frozenset(couples_of(found)), found)
        elif found:
            doubts.append(found)
    doubts.sort(key=lambda doubt: not doubt.contradictory)
    proven = _cleanest(proven, negations)
    if len(proven) != 1 or (doubts and doubts[0].contradictory):
        return next(iter(doubts), Doubt(tuple(ways[0]), ambiguous=len(proven) > 1))
    (found,) = proven.values()
    if any(not _same_couples(doubt, found) for doubt in doubts) and _two_names(found, negations):
        return Doubt(couples_of(found), ambiguous=True)
    placed = any(set(couples_of(found)) == _ordered(couples, found) for couples in ways[:2])
    undenied = half == 1 or not any(denies(p.functional.header, negations) for p in found.pairs)
    sure = (placed and half > 1) or (undenied and _same_questions(found, negations))
    return found if sure else Doubt(couples_of(found))


def _cleanest(
    proven: dict[frozenset[tuple[Column, Column]], Pairing], negations: frozenset[str]
) -> dict[frozenset[tuple[Column, Column]], Pairing]:
    """Of several ways the one that leaves nothing but the negation, as with "no questions"."""
    content = {key: _content(way, negations, once=False) for key, way in proven.items()}
    clean = [key for key, own in content.items() if not any(map(any, own))]
    mixed = [key for key, own in content.items() if any(map(all, own))]
    only = len(proven) > 1 and len(clean) == 1 and len(mixed) == len(proven) - 1
    return {clean[0]: proven[clean[0]]} if only else proven


@cache
def _particles() -> frozenset[str]:
    """Words of any language that come and go with a negation, and name nothing."""
    return frozenset().union(*(language.particles for language in languages()))


def _two_names(pairing: Pairing, negations: frozenset[str]) -> bool:
    """Whether within some pair both texts have words of their own, as two features have.

    Asked where another way is doubtful only: "No ads: easy" may belong to "No ads: hard" then,
    and not to "Dark mode: easy", though a negation tells these two apart.
    """
    for pair in pairing.pairs:
        only = differing_words(pair.functional.header, pair.dysfunctional.header)
        own = [words - negations - _particles() for words in only]
        stems = [{word[:3] for word in words} for words in own]
        if all(own) and not stems[0] & stems[1]:
            return True
    return False


def _same_couples(doubt: Doubt, pairing: Pairing) -> bool:
    """Whether the same columns belong together, whichever stands first."""
    return set(map(frozenset, doubt.couples)) == set(map(frozenset, couples_of(pairing)))


def _ordered(
    couples: Sequence[tuple[Column, Column]], pairing: Pairing
) -> set[tuple[Column, Column]]:
    """The couples, each with the functional column of `pairing` first."""
    functional = {pair.functional for pair in pairing.pairs}
    return {(one, other) if one in functional else (other, one) for one, other in couples}


def _same_questions(pairing: Pairing, negations: frozenset[str]) -> bool:
    """Whether within each pair not both texts have content of their own.

    Asked where nothing but the words pairs two columns: they must then differ by a negation
    and by what changes with it, in all pairs alike or within a word (arrived, arrive).
    """
    return not any(map(all, _content(pairing, negations, once=True)))


def _content(
    pairing: Pairing, negations: frozenset[str], *, once: bool
) -> list[tuple[list[str], list[str]]]:
    """What only one text of each pair has, without negations and words that change with them.

    With `once` also without words that tell several pairs apart, such as those of the question.
    Chinese and Japanese words are whole phrases and say nothing here.
    """
    own = [differing_words(p.functional.header, p.dysfunctional.header) for p in pairing.pairs]
    often = Counter(word for couple in own for words in couple for word in words)

    def content(words: set[str], mates: set[str]) -> list[str]:
        return [
            word
            for word in words - negations
            if len(word) > _SHORT
            and max(word) < "\u3040"
            and not (once and often[word] > 1)
            and not any(word[:3] == mate[:3] for mate in mates)
        ]

    return [(content(one, other), content(other, one)) for one, other in own]


def _arrangements(columns: Sequence[Column]) -> list[list[tuple[Column, Column]]]:
    """The ways in which forms put pairs into a row: side by side, or in two blocks."""
    half = len(columns) // 2
    return [
        list(zip(columns[::2], columns[1::2], strict=True)),
        list(zip(columns[:half], columns[half:], strict=True)),
    ]


def _by_headers(
    couples: Sequence[tuple[Column, Column]], negations: frozenset[str]
) -> Pairing | Doubt | None:
    """The couples as pairs, if the difference of their whole headers proves every side."""
    if not all(alike(one.header, other.header) for one, other in couples):
        return None
    return sided(
        [
            (one, other, one.header, other.header, _question(one, other, negations))
            for one, other in couples
        ],
        negations,
        "texts",
        ordered=True,
    )


def _question(one: Column, other: Column, negations: frozenset[str]) -> str:
    """The functional question of two, as the name of the feature."""
    functional = (
        other if differing_side(one.header, other.header, negations) == DYSFUNCTIONAL else one
    )
    return " ".join(plain(functional.header).split())
