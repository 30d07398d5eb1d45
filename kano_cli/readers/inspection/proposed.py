"""What a refused file suggests: columns that look like answers, and pairs that are not proven."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.codes import coded_questions
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    readings_of,
    scale_in_force,
)
from kano_cli.readers.questions.pairing import paired
from kano_cli.readers.questions.pairs import Alone, Doubt, Pair, Pairing
from kano_cli.readers.questions.values import Reading, negation_words, spoken_languages

_FEW, _LEAST = 9, 2
"""A column of answers holds few texts, and not only one."""


@dataclass(frozen=True)
class Proposal:
    """Columns that hold answers, or may, with the pairs that they suggest.

    `doubt` is what is not proven of the pairs: empty, sides, contradictory, ambiguous or wording.
    `known` says whether the wording of the answers is known.
    """

    readings: tuple[Reading, ...] = ()
    pairs: tuple[Pair, ...] = ()
    evidence: str = ""
    doubt: str = ""
    known: bool = True


def proposal(table: Table, options: ReadOptions) -> Proposal:
    """What the columns of a wide table suggest, however little of it is proven."""
    scale = scale_in_force(options)
    readings = [r for r in readings_of(table, scale) if not r.column.metadata]
    kano = kano_readings(readings, codes_declared=codes_declared(options))
    known = bool(kano)
    chosen = kano or coded_questions(readings) or alike_by_texts(readings)
    if not chosen:
        return Proposal()
    columns = [reading.column for reading in chosen]
    found = paired(columns, negation_words(spoken_languages(chosen) if known else []))
    doubt = "" if known else "wording"
    if isinstance(found, Pairing):
        return Proposal(tuple(chosen), found.pairs, found.evidence, doubt, known)
    if isinstance(found, Doubt):
        doubt = "contradictory" if found.contradictory else "sides"
        doubt = "ambiguous" if found.ambiguous else doubt
        couples: Sequence[tuple[Column, Column]] = found.couples
    else:
        doubt = "sides"
        couples = [] if isinstance(found, Alone) else list(_neighbours(columns))
    pairs = tuple(Pair(one, other, " ".join(one.header.split())) for one, other in couples)
    return Proposal(tuple(chosen), pairs, "", doubt, known)


def _neighbours(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """The columns two by two, if they all stand so in the file."""
    couples = list(zip(columns[::2], columns[1::2], strict=False))
    beside = all(other.index - one.index == 1 for one, other in couples)
    return iter(couples if beside and len(columns) % 2 == 0 else [])


def alike_by_texts(readings: Sequence[Reading]) -> list[Reading]:
    """The columns that share their few texts with others, as answers in an unknown wording do.

    The two questions may have a wording each, so a column may share its texts with the next but
    one only. Texts of one column alone may be names or remarks.
    """
    worded = [reading for reading in readings if _has_few_texts(reading)]
    texts = [frozenset(text for text, _ in reading.unknown) for reading in worded]
    found = [
        reading
        for at, reading in enumerate(worded)
        if sum(len(texts[at] & own) >= _LEAST for own in texts) > 1
    ]
    return found if _in_a_row(found) else []


def _has_few_texts(reading: Reading) -> bool:
    """Whether a column holds a few texts, each of several words or given several times."""
    texts = reading.unknown
    return (
        not reading.column.open
        and _LEAST <= len(texts) <= _FEW
        and not reading.coded
        and not any(any(char.isdigit() for char in text) for text, _ in texts)
        and sum(n for _, n in texts) > len(texts)
    )


def _in_a_row(readings: Sequence[Reading]) -> bool:
    """Whether there are at least two of them, most side by side."""
    places = [reading.column.index for reading in readings]
    beside = sum(other - one <= _LEAST for one, other in pairwise(places))
    return len(places) >= _LEAST and 2 * beside >= len(places) - 1
