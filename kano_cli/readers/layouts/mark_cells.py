"""The cells of a worksheet with marks: which answer each five of them hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Answer, Codes, Ints
from kano_cli.errors import KanoError, shortened, visible
from kano_cli.findings import Finding, Place
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.mark_rows import SIDES, Line
from kano_cli.readers.layouts.mark_signs import ONE, Sign, chosen, sign_of
from kano_cli.readers.options import ReadOptions
from kano_cli.study.responses import Feature
from kano_cli.study.scale import Scale, code_text


@dataclass(frozen=True, eq=False)
class MarkedSheet:
    """The rows below the header as a table, with the five columns of each respondent."""

    table: Table
    columns: tuple[Column, ...]
    blocks: tuple[tuple[int, ...], ...]

    def cells(self, row: int, block: tuple[int, ...]) -> list[str]:
        """The five cells of one answer."""
        return [self.text(row, column) for column in block]

    def text(self, row: int, column: int) -> str:
        """A cell."""
        its = self.columns[column]
        return its.values[int(its.codes[row])]

    def filled(self, row: int) -> bool:
        """Whether a row holds anything under the answers."""
        return any(map(str.strip, (c for block in self.blocks for c in self.cells(row, block))))


def no_marks(its: MarkedSheet, lines: Sequence[Line], options: ReadOptions) -> list[Finding]:
    """Refuse cells that hold no mark, unless they are to count as blank.

    Raises:
        KanoError: with the first such cell.
    """
    cells = [
        (line.row, column, text)
        for line in lines
        for block in its.blocks
        for column, text in zip(block, its.cells(line.row, block), strict=True)
    ]
    counted = any(code_text(text) == ONE for *_, text in cells)
    allowed = {Sign.CHOSEN, Sign.HOLLOW, Sign.EMPTY} | ({Sign.ZERO} if counted else set())
    strange = [cell for cell in cells if sign_of(cell[2]) not in allowed]
    if not strange:
        return []
    if options.unknown != "missing":
        row, column, text = strange[0]
        raise KanoError(
            f'"{shortened(text)}" is no mark',
            its.table.cell_place(row, its.columns[column]),
            "mark the chosen answer with x or 1 and leave the others blank, or add --unknown "
            "missing to count what is no mark as blank",
        )
    words = Counter(shortened(text) for *_, text in strange)
    ordered = tuple(sorted(words.items(), key=lambda word: (-word[1], word[0])))
    return [Finding("K104", {"count": len(strange), "words": ordered})]


def coded_marks(
    its: MarkedSheet,
    lines: Sequence[Line],
    place: Ints,
    features: Sequence[Feature],
    scale: Scale,
) -> tuple[tuple[Codes, Codes], list[Finding]]:
    """The answers of each side as int8 (N, F), and those with two marks, which are blank.

    Raises:
        KanoError: if five columns do not name five answers to one of the questions.
    """
    answers = {side: _answers(its, scale, side) for side in SIDES}
    shape = (len(its.blocks), len(features))
    coded = {side: np.zeros(shape, np.int8) for side in SIDES}
    double: list[tuple[int, int, int]] = []
    for line, at in zip(lines, place.tolist(), strict=True):
        for person, block in enumerate(its.blocks):
            marked = chosen(its.cells(line.row, block))
            if len(marked) == 1:
                coded[line.side][person, at] = answers[line.side][person][marked[0]]
            elif marked:
                double.append((line.row, block[marked[0]], at))
    sides = coded[SIDES[0]], coded[SIDES[1]]
    if not double:
        return sides, []
    row, column, _ = double[0]
    header = its.columns[column]
    spot = Place(
        its.table.file,
        its.table.sheet,
        its.table.row_number(row),
        f"{header.letter} {header.header}",
    )
    many = Counter(at for *_, at in double)
    named = tuple((visible(features[at].name), n) for at, n in sorted(many.items()))
    return sides, [Finding("K117", {"count": len(double), "features": named}, spot)]


def _answers(its: MarkedSheet, scale: Scale, side: str) -> list[list[int]]:
    """For each respondent the answers that his five columns stand for on a side."""
    answers = []
    for block in its.blocks:
        headers = [its.columns[column].header for column in block]
        meant = [scale.answer(text, side) or scale.answer(text) or 0 for text in headers]
        if len(set(meant)) < len(Answer):
            raise KanoError(
                f"the five columns do not name five answers to the {side} question",
                f"{its.table.name}, row {its.table.header_row}, {its.columns[block[0]].place}",
                "put the five words under both sides of scale: in the --questionnaire",
            )
        answers.append([int(answer) for answer in meant])
    return answers
