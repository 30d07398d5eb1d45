"""Pairs of columns, and what can be said instead of a pairing."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, differing_side


@dataclass(frozen=True)
class Pair:
    """The two columns of one feature; `name` is empty where the file does not tell it."""

    functional: Column
    dysfunctional: Column
    name: str


@dataclass(frozen=True)
class Pairing:
    """All pairs of a file, and the evidence for them in a word."""

    pairs: tuple[Pair, ...]
    evidence: str


@dataclass(frozen=True)
class Doubt:
    """Columns that seem to belong together, though nothing proves which question is which.

    The doubtful couples stand first; `clear` says how many of the others raise no doubt. Where
    it is `certain`, the columns of a couple do belong together, whichever question is which.
    """

    couples: tuple[tuple[Column, Column], ...]
    contradictory: bool = False
    ambiguous: bool = False
    clear: int = 0
    certain: bool = False


@dataclass(frozen=True)
class Alone:
    """A column of a grid whose row, or number, no other column shares."""

    column: Column


def couples_of(pairing: Pairing) -> tuple[tuple[Column, Column], ...]:
    """The pairs as columns only."""
    return tuple((pair.functional, pair.dysfunctional) for pair in pairing.pairs)


Couple = tuple[Column, Column, str, str, str]


def sided(
    couples: Sequence[Couple], negations: frozenset[str], evidence: str, *, ordered: bool
) -> Pairing | Doubt:
    """The couples as pairs, if the difference of their texts proves every side.

    With `ordered`, the same side must come first everywhere: where the words of one couple say
    otherwise, one feature may be the absence of something, and words cannot tell.
    """
    pairs, sides = [], []
    for one, other, text, other_text, name in couples:
        side = differing_side(text, other_text, negations)
        sides.append(side)
        first, second = (other, one) if side == DYSFUNCTIONAL else (one, other)
        pairs.append(Pair(first, second, " ".join(name.split())))
    if "" in sides or (ordered and len(set(sides)) > 1):
        # The couples that raise the doubt come first, so that a message names them.
        worst = "" if "" in sides else DYSFUNCTIONAL
        order = sorted(range(len(sides)), key=lambda at: sides[at] != worst)
        named = tuple(couples[at][:2] for at in order)
        clear = sum(side != worst for side in sides)
        certain = evidence in ("row labels", "numbered titles")
        return Doubt(named, contradictory="" not in sides, clear=clear, certain=certain)
    return Pairing(tuple(pairs), evidence)
