"""How alike headers are: a partner must be nearer than every other question."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from kano_cli.readers.files.table import Column
from kano_cli.readers.questions.sides import alike, differing_side
from kano_cli.study.words import normal, pieces


class Likeness:
    """How alike the headers of columns are, as the share of words that two have in common."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = list(columns)
        self.place = {column.index: at for at, column in enumerate(columns)}
        bags = [Counter(_marked(normal(column.header))) for column in columns]
        self.scores = [
            [(one & other).total() / max((one | other).total(), 1) for other in bags]
            for one in bags
        ]

    def supports(self, couples: Sequence[tuple[Column, Column]]) -> bool:
        """Whether every header is more like its partner than like any of the other side."""
        firsts = {self.place[one.index] for one, _ in couples}
        seconds = {self.place[other.index] for _, other in couples}
        for one, other in couples:
            a, b = self.place[one.index], self.place[other.index]
            for at, partner, rivals in ((a, b, seconds), (b, a, firsts)):
                row = self.scores[at]
                if any(row[rival] >= row[partner] for rival in rivals - {partner}):
                    return False
        return True

    def mutual(self) -> list[tuple[Column, Column]]:
        """Couples of headers that are each other's single nearest; empty if some are not."""
        nearest = []
        for at, row in enumerate(self.scores):
            others = [(score, place) for place, score in enumerate(row) if place != at]
            best = max(score for score, _ in others)
            places = [place for score, place in others if score == best]
            if len(places) != 1:
                return []
            nearest.append(places[0])
        if any(nearest[partner] != at for at, partner in enumerate(nearest)):
            return []
        return [
            (self.columns[at], self.columns[partner])
            for at, partner in enumerate(nearest)
            if at < partner
        ]


def resembling(
    candidates: Sequence[Column], columns: Sequence[Column], negations: frozenset[str]
) -> list[Column]:
    """The candidates whose header is like that of a column, or like another candidate's denied."""
    if not candidates:
        return []
    likeness = Likeness([*candidates, *columns])
    found = {
        at
        for at in range(len(candidates))
        if any(4 * score >= 1 for score in likeness.scores[at][len(candidates) :])
    }
    for one, other in combinations(range(len(candidates)), 2):
        new = not {one, other} <= found and 2 * likeness.scores[one][other] >= 1
        if new and differing_side(candidates[one].header, candidates[other].header, negations):
            found |= {one, other}
    return [candidates[at] for at in sorted(found)]


def halves_among(
    blanks: Sequence[Column], columns: Sequence[Column], negations: frozenset[str]
) -> bool:
    """Whether a blank column may be the other half of one that was answered.

    Not under a header that was answered, too: an older version of the form left it behind.
    """
    headers = {normal(column.header) for column in columns}
    return any(
        alike(blank.header, column.header)
        and differing_side(blank.header, column.header, negations)
        for blank in blanks
        if normal(blank.header) not in headers
        for column in columns
    )


def _marked(header: str) -> list[str]:
    """The pieces of a header, and its words with their marks, which tell C++ from C#."""
    return [*pieces(header), *header.split()]
