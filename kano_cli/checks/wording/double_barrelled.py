"""Questions that ask two things at once: one may be liked and the other not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.words import Word, quoted, words_of

_NEAR = 6
"""Words in which "between" may stand before the "and" that belongs to it."""


@dataclass(frozen=True)
class Double:
    """The words that join two things, and the two things, as far as a word names each."""

    words: str
    one: str
    other: str


def double_barrelled(text: str, known: Lexicon) -> Double | None:
    """What joins two things in a question; None where it asks one.

    Only what is asked counts, and no sentence that leads up to it.
    """
    questions = [part for part in re.split(r"(?<=[.?!])\s+", text.strip()) if part]
    asked = [part for part in questions if part.endswith("?")] or questions
    if len([part for part in asked if part.endswith("?")]) > 1:
        return Double(asked[1], asked[0], asked[1])
    for part in asked:
        words = words_of(part)
        for at in range(1, len(words) - 1):
            if _joins(words, at, known) or _chooses(words, at, known):
                left, right = words[at - 1], words[_telling(words, at + 1, known)]
                one, other = (quoted(part, [word]) for word in (left, right))
                return Double(quoted(part, [left, right]), one, other)
    return None


def _telling(words: Sequence[Word], at: int, known: Lexicon) -> int:
    """The place of the next word that says something: no article."""
    while words[at].text in known.light and at + 1 < len(words):
        at += 1
    return at


def _joins(words: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Whether an "and" joins two things."""
    left, joint, right = words[at - 1 : at + 2]
    paired = {known.correlatives.get(word.text) for word in words[:at]}
    if joint.text not in known.joints | paired or joint.opens or _is_fixed(words, at, known):
        return False
    near = {word.text for word in words[max(0, at - _NEAR) : at]}
    return not (
        left.text == right.text
        or left.text.endswith("-")
        or left.text in known.pronouns
        or (left.text.isdigit() and right.text.isdigit())
        or (left.capital and right.capital and not left.opens)
        or near & known.between
    )


def _chooses(words: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Whether an "or" joins two actions: could change or cancel."""
    left, joint, right = words[at - 1 : at + 2]
    if joint.text not in known.choices or _is_fixed(words, at, known):
        return False
    if not (left.text.endswith(known.infinitive) and right.text.endswith(known.infinitive)):
        return False
    before = [word.text for word in words[: at - 1] if word.text not in known.negations][-1:]
    after = [word.text for word in words[at + 2 : at + 3]] if known.verb_last else []
    return bool({*before, *after} & known.modals)


def _is_fixed(words: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Whether the words around a joint are a phrase that means one thing."""
    for phrase in known.fixed:
        for place, part in enumerate(phrase):
            begin = at - place
            if part == words[at].text and begin >= 0:
                there = words[begin : begin + len(phrase)]
                if len(there) == len(phrase) and all(
                    word.text == own or known.stem(word.text) == known.stem(own)
                    for word, own in zip(there, phrase, strict=True)
                ):
                    return True
    return False
