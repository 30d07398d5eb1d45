"""Which columns hold Kano answers: look at the values first, at the names second."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions import refusals
from kano_cli.readers.questions.likeness import Likeness
from kano_cli.readers.questions.sides import (
    DYSFUNCTIONAL,
    FUNCTIONAL,
    IMPORTANCE,
    Named,
    differing_side,
    importance_words,
    named_sides,
)
from kano_cli.readers.questions.values import Reading, negation_words, proven_codes
from kano_cli.study.scale import Scale, built_in, parse_codes
from kano_cli.study.words import word_list

GRID = re.compile(r"^.+\[[^\[\]]+\]$", re.DOTALL)


def scale_in_force(options: ReadOptions) -> Scale:
    """The questionnaire's scale or all known wordings, with the codes that were declared."""
    own = options.questionnaire.scale if options.questionnaire else None
    scale = own or built_in()
    return scale.with_codes(parse_codes(options.codes)) if options.codes else scale


def codes_declared(options: ReadOptions) -> bool:
    """Whether somebody says what codes mean: by --codes, a legend, or as the scale's answers."""
    return bool(options.codes or (options.questionnaire and options.questionnaire.scale))


def with_legend(options: ReadOptions, legend: Mapping[str, Answer], place: str) -> ReadOptions:
    """The options with the codes that a page of the file explains, as if they were declared.

    Raises:
        KanoError: if --codes says otherwise than the page.
    """
    if not legend or (options.questionnaire and options.questionnaire.scale):
        return options
    for code, answer in parse_codes(options.codes).items() if options.codes else ():
        said = legend.get(code, answer)
        if said != answer:
            raise KanoError(
                f"says that {code} is {answer.word}, and by {place} it is {said.word}",
                "--codes",
                "leave out --codes, or mend the file",
            )
    codes = ",".join(f"{code}={answer.word}" for code, answer in legend.items())
    return replace(options, codes=codes)


def readings_of(table: Table, scale: Scale) -> list[Reading]:
    """Every column under the scale; codes that cells explain (`1 - I like it`) count, too."""
    readings = [Reading(column, scale) for column in table.columns]
    proof = proven_codes(readings)
    for code, (answer, reading, cell) in proof.items():
        declared = scale.answer(code)
        if declared not in (None, answer):
            raise refusals.contradicted_code(table, reading, cell, declared)
    proven = scale.with_codes({code: answer for code, (answer, *_) in proof.items()})
    return [Reading(column, proven) for column in table.columns] if proof else readings


def kano_readings(readings: Sequence[Reading], *, codes_declared: bool) -> list[Reading]:
    """The columns that hold answers, and those that by value or by name ought to.

    Codes prove nothing by their values, so a column of codes must name its side, or stand in a
    grid whose two questions do.
    """
    chosen, partly = [], []
    for reading in readings:
        if reading.column.open:
            continue
        rated = is_importance(reading.column)  # or a feature such as "Important mails"
        worded = reading.known_rows and not codes_only(reading)
        # One known word among others, such as Neutral, stands in many a question.
        known = reading.known_rows if reading.different_answers > 1 else 0
        mostly = known >= sum(n for _, n in reading.unknown)
        coded = codes_declared and names_side(reading.column) and not rated
        if reading.answers_only and (worded or coded):
            chosen.append(reading)
        elif worded and mostly:
            partly.append(reading)
    # Beside columns that hold answers only, one that holds others, too, may be a remark; where
    # its name says that it is a question, `_partners` and `_lookalikes` take it in.
    chosen = chosen or partly
    if chosen:
        chosen += _partners(chosen, readings)
        chosen += _lookalikes(chosen, readings)
    if codes_declared and all(codes_only(reading) for reading in chosen):
        chosen = _with_denied(chosen, readings)
    return sorted(chosen, key=lambda reading: reading.column.index)


def _with_denied(chosen: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """Columns of codes by side words or in grids, and those that are questions by a negation.

    A name such as "Plan F" may look like a side word: the other questions must not be lost.
    """
    coded = [r for r in readings if r.answers_only and codes_only(r)]
    grid = [r for r in coded if in_grid(r.column) and not asks_importance(r.column)]
    taken = {reading.column.index for reading in chosen or grid}
    more = [reading for reading in denied(coded) if reading.column.index not in taken]
    return [*(chosen or grid), *more]


def denied(readings: Sequence[Reading]) -> list[Reading]:
    """The columns whose question stands beside the same one with a negation.

    Like side words, that makes two columns of codes a pair of questions by name.
    """
    negations = negation_words([])
    likeness = Likeness([reading.column for reading in readings])
    found = set()
    for at, reading in enumerate(readings):
        for other in range(at):
            one, two = reading.column.header, readings[other].column.header
            if 2 * likeness.scores[at][other] >= 1 and differing_side(one, two, negations):
                found |= {at, other}
    return [readings[at] for at in sorted(found)]


def asks_importance(column: Column) -> bool:
    """Whether a header speaks of importance."""
    return bool(set(word_list(column.header)) & importance_words())


def _partners(chosen: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """Columns that name a side in the way the chosen ones do: their words count as answers.

    Not a blank column under a name that was answered elsewhere: an older form left it behind.
    And not a lonely one: "plan_d" is no question if there is no "plan_f".
    """
    taken = {reading.column.index for reading in chosen}
    answered = {half for reading in chosen for half in halves(reading.column)}
    families = {family for (family, _), _ in answered}
    everywhere = {half for reading in readings for half in halves(reading.column)}
    return [
        reading
        for reading in readings
        if reading.column.index not in taken
        and not reading.column.open
        and any(
            key[0] in families
            and {(key, FUNCTIONAL), (key, DYSFUNCTIONAL)} <= everywhere
            and not (reading.blank and (key, side) in answered)
            for key, side in halves(reading.column)
        )
    ]


def _lookalikes(chosen: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """Columns that hold some known answers under half the words of a chosen header.

    Left out in silence they would be lost; taken in, their unknown words are refused.
    """
    taken = {reading.column.index for reading in chosen}
    rest = [
        reading
        for reading in readings
        if reading.column.index not in taken
        and not reading.column.open
        and reading.known_rows
        and not codes_only(reading)
        and not is_importance(reading.column)
    ]
    if not rest:
        return []
    likeness = Likeness([reading.column for reading in (*rest, *chosen)])
    return [r for at, r in enumerate(rest) if 2 * max(likeness.scores[at][len(rest) :]) >= 1]


def halves(column: Column) -> list[tuple[tuple[str, str], str]]:
    """What a header may be the half of, by its own name, and which half."""
    return [(n.key, n.side) for n in _names(column) if n.side != IMPORTANCE]


def codes_only(reading: Reading) -> bool:
    """Whether every known answer of a column is a bare code."""
    return not any(
        known and any(char.isalpha() for char in value) and len(value) > 1
        for value, known in zip(reading.column.values, reading.known, strict=True)
    )


def names_side(column: Column) -> bool:
    """Whether a header says which of the two questions it is."""
    return any(named.side != IMPORTANCE for named in _names(column))


def is_importance(column: Column) -> bool:
    """Whether a header says that the column rates importance."""
    return any(named.side == IMPORTANCE for named in _names(column))


def _names(column: Column) -> list[Named]:
    """The sides that a column names: in its header, or in its short name."""
    return [named for text in (column.header, column.code) for named in named_sides(text)]


def in_grid(column: Column) -> bool:
    """Whether a header is a question with a row label, `Question [Row]`, and no rating."""
    rated = set(word_list(column.header)) & importance_words()
    return any(GRID.match(text.strip()) for text in (column.header, column.code)) and not rated
