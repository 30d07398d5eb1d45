"""A concrete text to begin with, where a question is missing or is not the opposite."""

from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.words import meant, words_of


def negated(functional: str, name: str, known: Lexicon) -> str:
    """A dysfunctional question for a functional one: the same words with one negation.

    Where it is not plain how, the question is about the feature's name.
    """
    already = any(word.text in known.negations for word in meant(words_of(functional), known))
    for pattern, put in known.negate if functional and not already else ():
        changed, n = pattern.subn(put, functional, count=1)
        if n:
            return changed
    return template(name, "dysfunctional", known)


def template(name: str, side: str, known: Lexicon) -> str:
    """A plain question about a feature, by its name."""
    return known.template[side].format(name=name)
