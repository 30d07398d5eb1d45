"""What a questionnaire declares about answers: its table, its importance."""

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite

from kano_cli.core.categories import ANSWER_WORDS, Answer, Category, category_named
from kano_cli.core.tables import TABLES, EvaluationTable, custom_table
from kano_cli.errors import KanoError, shortened
from kano_cli.study.form_parts import declared_labels
from kano_cli.study.texts import Texts, texts_in
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    choice_of,
    mapping_of,
    text_of,
)

_CELLS = "cells: {like: {like: Q, must-be: A, …}, must-be: {…}, …}"
_IMPORTANCE = "importance: {min: 1, max: 9}"


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


@dataclass(frozen=True)
class Importance:
    """What is declared of importance: the ends of its scale, and how a form asks about it."""

    ends: tuple[float, float] | None = None
    question: Texts = field(default_factory=dict)
    labels: AbstractMapping[int, Texts] = field(default_factory=dict)


def declared_importance(node: Node | None, languages: Sequence[str] = ()) -> Importance:
    """The importance scale and its words; nothing of them where none is declared."""
    if node is None:
        return Importance()
    scale = mapping_of(node, "importance", _IMPORTANCE).known("min", "max", "question", "labels")
    low, high = (_number(scale, key) for key in ("min", "max"))
    if low >= high:
        raise KanoError("min must be below max", scale.place, f"such as  {_IMPORTANCE}")
    labels = declared_labels(scale.get("labels"), languages)
    if outside := [point for point in labels if not low <= point <= high]:
        raise KanoError(
            f"the label of {outside[0]} stands outside the scale from {low:g} to {high:g}",
            scale.place,
            "label points of the scale only",
        )
    return Importance((low, high), texts_in(scale.get("question"), "question", languages), labels)


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
