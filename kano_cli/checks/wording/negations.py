"""Questions that negate twice: to answer them one has to reckon."""

from dataclasses import dataclass

from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.words import Word, meant, quoted, words_of

_CLOSE = 3
"""A negative word counts no further than this behind a negation: not very unclear."""


@dataclass(frozen=True)
class Twice:
    """The words from the first negation to the second, and each of the two."""

    words: str
    first: str
    second: str


def negated_twice(text: str, known: Lexicon) -> Twice | None:
    """Two negations in one clause; None where there are not.

    In two clauses they may both be needed: did not warn you when there was no connection.
    """
    words = words_of(text)
    clause: list[Word] = []
    end = 0
    for word in meant(words, known):
        names = ":" in text[end : word.begin]  # "not offer this: No adverts" is one thought
        end = word.end
        if (word.breaks and not names) or word.text in known.clauses:
            clause = []
        clause.append(word)
        first = next((each for each in clause[:-1] if each.text in known.negations), None)
        if first is None:
            continue
        close = any(each.text in known.negations for each in clause[-1 - _CLOSE : -1])
        if word.text in known.negations or (word.text in known.negative and close):
            one, other = (quoted(text, [each]) for each in (first, word))
            return Twice(quoted(text, [first, word]), one, other)
    return None
