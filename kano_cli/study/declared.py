"""What a questionnaire declares about answers: its scale, its table, its importance."""

from math import isfinite

from kano_cli.core.categories import ANSWER_WORDS, Answer, Category, category_named
from kano_cli.core.tables import TABLES, EvaluationTable, custom_table
from kano_cli.errors import KanoError, shortened
from kano_cli.study.scale import SIDES, Scale, own_scale
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    choice_of,
    mapping_of,
    text_of,
    texts_of,
)

_FIVE = ", ".join(ANSWER_WORDS)
_FIVE_TEXTS = "{like: I like it, must-be: I expect it, …}"
_CELLS = "cells: {like: {like: Q, must-be: A, …}, must-be: {…}, …}"
_IMPORTANCE = "importance: {min: 1, max: 9}"


def declared_scale(node: Node | None) -> Scale | None:
    """The questionnaire's own wording; None for the standard ones."""
    if node is None or (isinstance(node, Scalar) and node.text == "standard"):
        return None
    if isinstance(node, Scalar) and node.text:
        raise KanoError(
            f'there is no scale "{shortened(node.text)}"',
            node.place,
            f"write scale: standard, or give your own texts for {_FIVE}",
        )
    block = mapping_of(node, "scale", f"scale: {_FIVE_TEXTS}")
    by_side = {side: block.get(side) for side in SIDES}
    if any(by_side.values()):
        block.known(*SIDES)
        for side, answers in by_side.items():
            if answers is None:
                raise KanoError(
                    f"the {side} answers are missing",
                    block.place,
                    "give five answers for each side, or five for both without naming a side",
                )
    texts: dict[str, dict[Answer, tuple[str, ...]]] = {side: {} for side in SIDES}
    places: dict[str, str] = {}
    for side in SIDES:
        for answer, worded in _five_answers(by_side[side] or block, side).items():
            texts[side][answer] = tuple(text.text for text in worded)
            places |= {text.text: text.place for text in worded}
    return own_scale(texts, places)


def _five_answers(node: Node, side: str) -> dict[Answer, tuple[Scalar, ...]]:
    """The texts of each answer of a side."""
    declared = mapping_of(node, f"the {side} answers", _FIVE_TEXTS).known(*ANSWER_WORDS)
    found = {answer: declared.get(answer.word) for answer in Answer}
    if missing := [answer.word for answer, texts in found.items() if texts is None]:
        raise KanoError(
            f"the scale has no text for {', '.join(missing)}",
            declared.place,
            f"give one for each of {_FIVE}",
        )
    return {a: texts_of(texts, a.word) for a, texts in found.items() if texts is not None}


def declared_table(node: Node | None) -> EvaluationTable | None:
    """An evaluation table by name, or the questionnaire's own; None where it names none."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return TABLES[choice_of(node, "table", tuple(TABLES))]
    own = mapping_of(node, "table", _CELLS).known("name", "cells")
    name, rows = own.get("name"), own.get("cells")
    if rows is None:
        raise KanoError("the table has no cells", own.place, f"write: {_CELLS}")
    called = text_of(name, "name") if name else "own"
    if name and called in TABLES:
        raise KanoError(
            f'"{called}" is the name of a table that kano has itself',
            name.place,
            f"give yours another name, or write table: {called}",
        )
    cells = _cells(mapping_of(rows, "cells", _CELLS))
    try:
        return custom_table(called, cells)
    except KanoError as incomplete:
        incomplete.place = rows.place
        raise


def _cells(rows: Mapping) -> dict[tuple[Answer, Answer], Category]:
    """The category of each pair of answers that is named."""
    cells: dict[tuple[Answer, Answer], Category] = {}
    for row, columns in rows.known(*ANSWER_WORDS).entries:
        declared = mapping_of(columns, f"the row {row.text}", "{like: Q, must-be: A, …}")
        for column, cell in declared.known(*ANSWER_WORDS).entries:
            letter = text_of(cell, column.text)
            category = category_named(letter)
            if category is None:
                raise KanoError(
                    f'there is no category "{shortened(letter)}"',
                    cell.place,
                    "write M, O, A, I, R or Q, or basic, performance, wow, indifferent, reverse or "
                    "questionable",
                )
            pair = (Answer(ANSWER_WORDS.index(text) + 1) for text in (row.text, column.text))
            cells[next(pair), next(pair)] = category
    return cells


def declared_importance(node: Node | None) -> tuple[float, float] | None:
    """The ends of the importance scale; None where none is declared."""
    if node is None:
        return None
    ends = mapping_of(node, "importance", _IMPORTANCE).known("min", "max")
    low, high = (_number(ends, key) for key in ("min", "max"))
    if low >= high:
        raise KanoError("min must be below max", ends.place, f"such as  {_IMPORTANCE}")
    return low, high


def _number(ends: Mapping, key: str) -> float:
    """One end of the importance scale."""
    end = ends.get(key)
    try:
        number = float(text_of(end, key)) if end else float("nan")
    except ValueError:
        number = float("nan")
    if isfinite(number):
        return number
    raise KanoError(
        f"importance needs {key} as a number",
        end.place if end else ends.place,
        f"such as  {_IMPORTANCE}",
    )
