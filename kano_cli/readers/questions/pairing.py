"""Which column goes with which, and which of the two questions each one is.

Each kind of evidence either places every column in exactly one pair, or says nothing. A wrong
guess swaps the two questions, and then basic, performance and wow all come out as reverse, so
what cannot be proven is refused, and so is what two kinds of evidence prove differently.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
from kano_cli.study.words import normal, plain

_CODE = re.compile(r"(?P<stem>[A-Za-z][A-Za-z0-9]*)(?P<side>[fd])")
_NUMBER = re.compile(r"^\s*\(?[A-Za-z]?\d{1,3}[.):]\s+(?=\S)")


def paired(columns: Sequence[Column], negations: frozenset[str]) -> Pairing | Doubt | Alone | None:
    """The pairing that the headers prove, or the short names beside them; or what stands for it.

    Where both prove one and they differ, nothing is proven.
    """
    found = _unnumbered(columns, negations) or pair_columns(columns, negations)
    if not all(column.code for column in columns):
        return found
    by_code = by_side_words([replace(column, header=column.code) for column in columns])
    if not isinstance(by_code, Pairing):
        return found
    proven = _of_columns(by_code, columns)
    if not isinstance(found, Pairing):
        return _titled(proven)
    same = set(couples_of(found)) == set(couples_of(proven))
    return found if same else Doubt(couples_of(found), ambiguous=True)


def _unnumbered(columns: Sequence[Column], negations: frozenset[str]) -> Pairing | None:
    """The pairing of headers that all begin with a number of their own: `1. Search: with`."""
    numbers = [_NUMBER.match(plain(column.header)) for column in columns]
    found = [match[0] for match in numbers if match]
    if len(set(found)) < len(columns):
        return None
    bare = [
        replace(column, header=plain(column.header)[len(number) :])
        for column, number in zip(columns, found, strict=True)
    ]
    pairing = pair_columns(bare, negations)
    return _of_columns(pairing, columns) if isinstance(pairing, Pairing) else None


def _of_columns(pairing: Pairing, columns: Sequence[Column]) -> Pairing:
    """A pairing that other headers proved, of these columns."""
    own = {column.index: column for column in columns}
    return replace(
        pairing,
        pairs=tuple(
            Pair(own[pair.functional.index], own[pair.dysfunctional.index], pair.name)
            for pair in pairing.pairs
        ),
    )


def _titled(pairing: Pairing) -> Pairing:
    """The pairs by their text, where both questions of each pair have one that no other has."""
    texts = [
        (normal(pair.functional.header), normal(pair.dysfunctional.header))
        for pair in pairing.pairs
    ]
    if all(one and one == other for one, other in texts) and len(set(texts)) == len(texts):
        pairs = tuple(replace(pair, name=pair.functional.header) for pair in pairing.pairs)
        return replace(pairing, pairs=pairs)
    return pairing


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
    if bare := _by_last_letter(columns):
        return bare
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


def _by_last_letter(columns: Sequence[Column]) -> Pairing | None:
    """Codes of LimeSurvey, which has no `_` in them: `loanf` with `loand`.

    Two features at least, all of them so: a single `leaf` beside a `lead` would prove nothing.
    """
    matches = [_CODE.fullmatch(column.header) for column in columns]
    found = {(m["stem"], m["side"]): c for m, c in zip(matches, columns, strict=True) if m}
    pairs = [
        Pair(one, found[stem, "d"], stem)
        for (stem, side), one in found.items()
        if side == "f" and (stem, "d") in found
    ]
    return _complete(columns, pairs) if len(pairs) > 1 else None


def _complete(columns: Sequence[Column], pairs: Iterable[Pair]) -> Pairing | None:
    """The pairs, if every column stands in exactly one of them; in the order of the file."""
    found = sorted(pairs, key=lambda p: min(p.functional.index, p.dysfunctional.index))
    used = Counter(column for pair in found for column in (pair.functional, pair.dysfunctional))
    return Pairing(tuple(found), "side words") if found and used == Counter(columns) else None
