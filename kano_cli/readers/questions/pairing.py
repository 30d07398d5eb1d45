"""Which column goes with which, and which of the two questions each one is.

Each kind of evidence either places every column in exactly one pair, or says nothing. A wrong
guess swaps the two questions, and then basic, performance and wow all come out as reverse, so
what cannot be proven is refused, and so is what two kinds of evidence prove differently.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.pairs import Alone, Doubt, Pair, Pairing, couples_of
from kano_cli.readers.questions.row_labels import by_row_label, by_title_number
from kano_cli.readers.questions.sides import (
    DYSFUNCTIONAL,
    FUNCTIONAL,
    alike,
    differing_side,
    named_sides,
)
from kano_cli.readers.questions.whole_texts import by_texts


def pair_columns(
    columns: Sequence[Column], negations: frozenset[str]
) -> Pairing | Doubt | Alone | None:
    """The pairing that the headers prove; a doubt if they only suggest one; None for neither."""
    if len(columns) < 2:
        return None
    for spaced in (False, True):
        named = by_side_words(columns, spaced=spaced)
        if isinstance(named, Pairing):
            names = [pair.name for pair in named.pairs]
            doubtful = _are_sides(names, negations) or (spaced and len(names) == 1)
            return Doubt(couples_of(named), ambiguous=True) if doubtful else named
        if named:
            return named
    doubt: Doubt | None = None
    # Headers that all name their side and still do not pair up are of different features.
    sided = all(named_sides(column.header) for column in columns)
    for evidence in (by_row_label,) if sided else (by_row_label, by_title_number, by_texts):
        found = evidence(columns, negations)
        if isinstance(found, Pairing | Alone) or (found and found.ambiguous):
            return found
        doubt = doubt or found
    return doubt


def _are_sides(names: Sequence[str], negations: frozenset[str]) -> bool:
    """Whether every name denies another one, so that the names may be the questions.

    "If we had Plan D, If we had Plan F, If we did not have Plan D, …" has two plans and no sides
    called F and D.
    """
    return all(
        any(
            one is not other and alike(one, other) and differing_side(one, other, negations)
            for other in names
        )
        for one in names
    )


def by_side_words(columns: Sequence[Column], *, spaced: bool = False) -> Pairing | Doubt | None:
    """Side words on one stem: `search_functional` with `search_dysfunctional`.

    With `spaced` also a letter behind a space, which may as well be a name: Vitamin D.
    """
    groups: dict[tuple[str, str], dict[str, list[tuple[Column, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for column in columns:
        for named in named_sides(column.header):
            if named.spaced and not spaced:
                continue
            groups[named.key][named.side].append((column, named.stem))
    families: dict[str, dict[tuple[Column, Column], Pair]] = defaultdict(dict)
    for (family, _), sides in groups.items():
        one, other = sides[FUNCTIONAL], sides[DYSFUNCTIONAL]
        if len(one) == 1 and len(other) == 1:
            pair = Pair(one[0][0], other[0][0], one[0][1])
            families[family].setdefault((pair.functional, pair.dysfunctional), pair)
    # Features may be called "With gift" and "Without gift": the words that place every column.
    alone = [whole for pairs in families.values() if (whole := _complete(columns, pairs.values()))]
    if len({frozenset(couples_of(pairing)) for pairing in alone}) > 1:
        return Doubt(couples_of(alone[0]), ambiguous=True)
    together = {couple: pair for pairs in families.values() for couple, pair in pairs.items()}
    return alone[0] if alone else _complete(columns, together.values())


def _complete(columns: Sequence[Column], pairs: Iterable[Pair]) -> Pairing | None:
    """The pairs, if every column stands in exactly one of them; in the order of the file."""
    found = sorted(pairs, key=lambda p: min(p.functional.index, p.dysfunctional.index))
    used = Counter(column for pair in found for column in (pair.functional, pair.dysfunctional))
    return Pairing(tuple(found), "side words") if found and used == Counter(columns) else None
