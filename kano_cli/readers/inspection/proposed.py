"""What a refused file suggests: columns that look like answers, and pairs that are not proven."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kano_cli.core.categories import Answer
from kano_cli.readers.files.table import Column
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.codes import coded_questions
from kano_cli.readers.questions.importance import asks_importance
from kano_cli.readers.questions.kano_columns import codes_declared, kano_readings
from kano_cli.readers.questions.pairing import paired
from kano_cli.readers.questions.pairs import Alone, Doubt, Pair, Pairing
from kano_cli.readers.questions.values import Reading, negation_words, spoken_languages
from kano_cli.study.scale import code_text
from kano_cli.study.words import name_key

_FEW, _LEAST = 9, 2
"""A column of answers holds few texts, and not only one."""

_MOST = 60
"""Of more columns than these, finding the odd one takes long."""


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


def proposal(readings: Sequence[Reading], options: ReadOptions) -> Proposal:
    """What the columns of a wide table suggest, however little of it is proven.

    Args:
        readings: the columns under the scale.
        options: what the user says of the file.
    """
    own = [reading for reading in readings if not reading.column.metadata]
    chosen, known = _likely(own, options)
    if not chosen:
        return Proposal()
    columns = [reading.column for reading in chosen]
    doubt = "" if known else "wording"
    if declared := list(_declared(columns, options.layout)):
        return Proposal(tuple(chosen), _named(declared), "layout", doubt, known)
    found = _paired(columns, negation_words(spoken_languages(chosen) if known else []))
    if isinstance(found, Pairing):
        return Proposal(tuple(chosen), found.pairs, found.evidence, doubt, known)
    if isinstance(found, Doubt):
        doubt = "contradictory" if found.contradictory else "sides"
        doubt = "ambiguous" if found.ambiguous else doubt
        couples: Sequence[tuple[Column, Column]] = sorted(
            found.couples, key=lambda couple: min(column.index for column in couple)
        )
    else:
        doubt = "sides"
        couples = [] if isinstance(found, Alone) else list(_neighbours(columns))
    return Proposal(tuple(chosen), _named(couples), "", doubt, known)


def sheets_proposal(sheets: Sequence[Sequence[Reading]], options: ReadOptions) -> Proposal:
    """What two sheets suggest: the columns of one name that may hold answers on both."""
    likely = [_likely(readings, options) for readings in sheets]
    by_name = [{name_key(r.column.header): r.column for r in chosen} for chosen, _ in likely]
    both = [key for key in by_name[0] if key in by_name[-1]]
    couples = [(by_name[0][key], by_name[-1][key]) for key in both]
    known = all(known for _, known in likely)
    return Proposal((), _named(couples), "sheets", "" if known else "wording", known)


def _likely(readings: Sequence[Reading], options: ReadOptions) -> tuple[Sequence[Reading], bool]:
    """The columns that hold answers, or may; and whether the wording is known."""
    kano = kano_readings(readings, codes_declared=codes_declared(options))
    if kano:
        return kano, True
    return coded_questions(readings) or alike_by_texts(readings) or _alike_by_codes(readings), False


def _named(couples: Iterable[tuple[Column, Column]]) -> tuple[Pair, ...]:
    """Pairs that have no other name than their first header."""
    return tuple(Pair(one, other, " ".join(one.header.split())) for one, other in couples)


def _declared(columns: Sequence[Column], layout: str) -> Iterator[tuple[Column, Column]]:
    """The pairs that a declared layout makes by position, if none stays alone."""
    half = len(columns) // 2
    if len(columns) % 2 == 0 and layout == "alternating":
        yield from zip(columns[::2], columns[1::2], strict=True)
    elif len(columns) % 2 == 0 and layout == "blocks":
        yield from zip(columns[:half], columns[half:], strict=True)


def _paired(columns: Sequence[Column], negations: frozenset[str]) -> Pairing | Doubt | Alone | None:
    """The pairing that the headers prove, of all columns or of all but one."""
    found = paired(columns, negations)
    if isinstance(found, Pairing | Doubt) or not 2 < len(columns) <= _MOST:
        return found
    others = [[*columns[:at], *columns[at + 1 :]] for at in range(len(columns))]
    proven = [p for rest in others if isinstance(p := paired(rest, negations), Pairing)]
    return proven[0] if len(proven) == 1 else found


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


def _alike_by_codes(readings: Sequence[Reading]) -> list[Reading]:
    """The columns beside each other that hold nothing but the same few codes, 1 to 5 or 0 to 4."""
    found = [
        reading
        for reading in readings
        if reading.coded and not asks_importance(reading.column) and _within_five(reading)
    ]
    return found if _in_a_row(found) else []


def _within_five(reading: Reading) -> bool:
    """Whether a column holds three to five whole numbers of one scale, nothing else."""
    codes = {code_text(text) for text, _ in reading.unknown}
    ladders = ({str(low + step) for step in range(len(Answer))} for low in (0, 1))
    return len(codes) > _LEAST and any(codes <= ladder for ladder in ladders)


def _in_a_row(readings: Sequence[Reading]) -> bool:
    """Whether there are at least two of them, most side by side."""
    places = [reading.column.index for reading in readings]
    beside = sum(other - one <= _LEAST for one, other in pairwise(places))
    return len(places) >= _LEAST and 2 * beside >= len(places) - 1
