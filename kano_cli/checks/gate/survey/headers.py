"""Whether the headers of a survey prove which of two columns is the functional question."""

from functools import cache

from kano_cli.study.language import languages
from kano_cli.study.responses import Survey
from kano_cli.study.words import normal, word_list

_UNSPACED = "\u3040"
"""From this character on scripts are written without spaces between the words."""


def prove_sides(survey: Survey, feature: str) -> bool:
    """Whether the file itself says which side of a feature is which, by its layout or its words.

    Only a wide file has two columns that could change places: the others name what a column, a
    sheet or a row is. There the dysfunctional header must have a word of absence that the
    functional one lacks.
    """
    if survey.origin.layout != "wide":
        return True
    functional, dysfunctional = survey.wording.questions.get(feature, ("", ""))
    return bool(_absence(dysfunctional) - _absence(functional)) and not (
        _absence(functional) - _absence(dysfunctional)
    )


def _absence(header: str) -> frozenset[str]:
    """The words of absence in a header."""
    spaced, unspaced = _words_of_absence()
    text = normal(header)
    return (spaced & set(word_list(header))) | {word for word in unspaced if word in text}


@cache
def _words_of_absence() -> tuple[frozenset[str], frozenset[str]]:
    """Negations and the names of the dysfunctional side in all languages; those without spaces."""
    known = frozenset().union(
        *(
            language.negations | {dysfunctional for _, dysfunctional in language.sides}
            for language in languages()
        )
    )
    unspaced = frozenset(word for word in known if max(word) >= _UNSPACED)
    return known - unspaced, unspaced
