"""Pairs by structure: rows of a grid, labels of an array, titles with a number."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.pairs import Alone, Couple, Doubt, Pairing, couples_of, sided
from kano_cli.readers.questions.sides import alike, split_headers
from kano_cli.study.words import name_key, normal, pieces, plain

_NUMBERED = re.compile(r"^(?P<title>.*?\D)\s*(?P<number>\d*)$")


def by_row_label(
    columns: Sequence[Column], negations: frozenset[str]
) -> Pairing | Doubt | Alone | None:
    """One row label under two questions, or one question with two labels (grids, arrays)."""
    doubts: list[Doubt] = []
    alone: list[Alone] = []
    proven: dict[Pairing, tuple[int, int, int]] = {}
    for split in split_headers([column.header for column in columns]):
        found = [_labelled(columns, split, shared, negations) for shared in (1, 0)]
        pairings = [one for one in found if isinstance(one, Pairing)]
        doubts += [one for one in found if isinstance(one, Doubt)]
        if found == [None, None]:
            alone += _alone(columns, split)
        for pairing in pairings:
            shared = 1 - found.index(pairing)
            if None not in found and (len(pairings) > 1 or not _asks(split, shared)):
                doubts.insert(0, Doubt(couples_of(pairing), ambiguous=True))
                continue
            # A name may hold the mark that parts question and label: then the split with the
            # fewest different questions, and the longest names without that mark, was meant.
            questions, names = ({parts[at] for parts in split} for at in (1 - shared, shared))
            marked = sum(not name or name[0] in "[>-–—|" for name in names)
            proven[pairing] = len(questions), marked, -sum(map(len, names))
    if len({frozenset(couples_of(pairing)) for pairing in proven}) > 1:
        return Doubt(couples_of(next(iter(proven))), ambiguous=True)
    if proven:
        return min(proven, key=proven.__getitem__)
    weaker: list[Alone | Doubt] = [*alone, *doubts]
    return weaker[0] if weaker else None


def _alone(columns: Sequence[Column], split: Sequence[tuple[str, str]]) -> list[Alone]:
    """The columns without a partner, where two questions with many labels show a grid."""
    if len(columns) == 2 and all(column.header.endswith("]") for column in columns):
        return [Alone(columns[0])]
    for shared in (1, 0):
        labels = Counter(name_key(parts[shared]) for parts in split)
        questions = {name_key(parts[1 - shared]) for parts in split}
        if len(columns) > 2 == len(questions) and len(labels) > 1 and max(labels.values()) <= 2:
            places = [at for at, parts in enumerate(split) if labels[name_key(parts[shared])] == 1]
            return [Alone(columns[at]) for at in places]
    return []


def _labelled(
    columns: Sequence[Column],
    split: Sequence[tuple[str, str]],
    shared: int,
    negations: frozenset[str],
) -> Pairing | Doubt | None:
    """The pairs that share one part of their headers, if every column stands in one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, parts in enumerate(split):
        groups[name_key(parts[shared])].append(place)
    couples: list[Couple] = [
        (columns[one], columns[other], split[one][1 - shared], split[other][1 - shared],
         split[one][shared])
        for one, other in (group for group in groups.values() if len(group) == 2)
    ]  # fmt: skip
    # With two questions and two labels either may be the feature; the questions of a
    # pair are alike, two features are not.
    if 2 * len(couples) != len(columns) or not all(alike(*couple[2:4]) for couple in couples):
        return None
    return sided(couples, negations, "row labels", ordered=False)


def _asks(split: Sequence[tuple[str, str]], shared: int) -> bool:
    """Whether the parts that differ within pairs have more words than the names they share.

    With two names and two questions each may be the other: "Bike" and "No bike" are two
    features as well as "If it was clean" and "If it was dirty" are two questions.
    """
    names, questions = ({parts[at] for parts in split} for at in (shared, 1 - shared))
    return sum(len(pieces(text)) for text in questions) > sum(len(pieces(text)) for text in names)


def by_title_number(
    columns: Sequence[Column], negations: frozenset[str]
) -> Pairing | Doubt | Alone | None:
    """Two titles repeated with 2, 3, 4 behind them, as Microsoft Forms writes them."""
    groups: dict[int, list[tuple[Column, str]]] = defaultdict(list)
    for column in columns:
        match = _NUMBERED.match(" ".join(plain(column.header).split()))
        if match is None or match["number"] == "1":  # a form that repeats begins to count at 2
            return None
        groups[int(match["number"] or 1)].append((column, match["title"].strip()))
    titles = {normal(title) for couple in groups.values() for _, title in couple}
    couples = [couple for _, couple in sorted(groups.items())]
    if groups.keys() == {1, 2} and (twice := _statements(couples[0], couples[1])):
        return Doubt(tuple(twice), ambiguous=True, certain=True)
    if len(titles) != 2 or len(couples) == 1:
        return None
    for couple in couples:
        if len(couple) != 2:
            return Alone(couple[0][0])
    if not all(alike(one[1], other[1]) for one, other in couples):
        return None
    halves = [(one[0], other[0], one[1], other[1], "") for one, other in couples]
    return sided(halves, negations, "numbered titles", ordered=False)


def _statements(
    ones: Sequence[tuple[Column, str]], twos: Sequence[tuple[Column, str]]
) -> list[tuple[Column, Column]]:
    """Each statement with the same one of a second grid, where two grids name no question.

    Two titles may as well be the two questions of two features, which belong together by their
    number; questions have more words in common than statements.
    """
    first = {normal(title): column for column, title in ones}
    second = {normal(title): column for column, title in twos}
    words = [set(pieces(title)) for title in first]
    questions = len(first) == 2 and len(words[0] & words[1]) > 1
    whole = len(first) == len(ones) == len(twos) > 1 and first.keys() == second.keys()
    return [(first[title], second[title]) for title in first] if whole and not questions else []
