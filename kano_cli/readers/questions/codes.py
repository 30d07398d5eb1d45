"""Columns of codes: which are questions by their names, while nothing says what codes mean."""

from collections.abc import Sequence

from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Table
from kano_cli.readers.questions import refusals
from kano_cli.readers.questions.kano_columns import codes_only, denied, in_grid, names_side
from kano_cli.readers.questions.pairing import paired
from kano_cli.readers.questions.values import Reading, negation_words


def no_answers(table: Table, readings: Sequence[Reading]) -> KanoError:
    """No answers: either codes that pair up by name, or no Kano columns at all."""
    if named := coded_questions(readings):
        return refusals.codes_without_direction(table, named[0], named[1:])
    declared = [reading for reading in _coded(readings) if reading.answers_only]
    if declared:
        return refusals.codes_without_names(table, declared)
    return refusals.no_kano_columns(table, readings)


def _coded(readings: Sequence[Reading]) -> list[Reading]:
    """The columns that hold nothing but codes."""
    return [
        reading
        for reading in readings
        if not reading.column.open
        and not reading.plain_words
        and (reading.coded or (reading.answers_only and codes_only(reading)))
    ]


def coded_questions(readings: Sequence[Reading]) -> list[Reading]:
    """The columns of codes that are pairs of questions by their names, whatever the codes mean."""
    coded = _coded(readings)
    for named in (
        [reading for reading in coded if names_side(reading.column)],
        [reading for reading in coded if in_grid(reading.column)],
        denied(coded),
    ):
        if named and paired([reading.column for reading in named], negation_words([])):
            return named
    return []
