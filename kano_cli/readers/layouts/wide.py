"""A row per respondent: find the Kano columns, pair them, turn texts into codes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kano_cli.core.categories import Codes
from kano_cli.errors import KanoError, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.beside import importance_of, with_ratings, with_segments
from kano_cli.readers.layouts.groups import column_of_groups, groups_of
from kano_cli.readers.layouts.read import Read, check_answers, refuse_other_side, without_empty_rows
from kano_cli.readers.layouts.weights import with_weights
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked, match_names, named_columns
from kano_cli.readers.questions.codes import no_answers
from kano_cli.readers.questions.durations import durations_of
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    readings_of,
    scale_in_force,
)
from kano_cli.readers.questions.left_over import (
    left_out_questions,
    same_codes,
    without_remarks,
)
from kano_cli.readers.questions.likeness import halves_among, resembling
from kano_cli.readers.questions.pairing import paired
from kano_cli.readers.questions.pairs import Pair, Pairing, couples_of
from kano_cli.readers.questions.rated_columns import without_ratings
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, differing_side
from kano_cli.readers.questions.unpaired import NAME_THEM, odd_number, two_of_one_name, unpaired
from kano_cli.readers.questions.values import Reading, negation_words, spoken_languages
from kano_cli.study.responses import Feature, Responses
from kano_cli.study.words import unique_ids


def read_wide(table: Table, options: ReadOptions) -> Read:
    """The responses in a wide table.

    Raises:
        KanoError: for what cannot be proven, with what settles it.
    """
    scale = scale_in_force(options)
    questions = without_ratings(table, options.questionnaire)
    readings = [r for r in readings_of(questions, scale) if not r.column.metadata]
    asked, evidence, findings = _asked(questions, readings, options)
    by_index = {reading.column.index: reading for reading in readings}
    sides = [
        [by_index[entry.pair.functional.index] for entry in asked],
        [by_index[entry.pair.dysfunctional.index] for entry in asked],
    ]
    findings += check_answers(table, [*sides[0], *sides[1]], options)
    for halves, side in zip(sides, ("functional", "dysfunctional"), strict=True):
        for reading in halves:
            refuse_other_side(table, reading, side)
    functional, dysfunctional = (
        _stacked(halves, side, table.rows)
        for halves, side in zip(sides, ("functional", "dysfunctional"), strict=True)
    )
    rated, asked, more = importance_of(questions, asked, options.questionnaire)
    features = tuple(entry.feature for entry in asked)
    durations, duration_column = durations_of(table)
    responses = Responses(
        features,
        functional,
        dysfunctional,
        rated,
        durations=durations,
        duration_column=duration_column,
        respondents=table.respondents,
    )
    responses = with_segments(table, responses, options.questionnaire)
    responses, rejected = with_ratings(table, responses, options.questionnaire)
    responses = with_weights(table, responses, options)
    if options.by:
        used = [reading.column for reading in (*sides[0], *sides[1])]
        column = column_of_groups(table, options.by, used, options.questionnaire)
        responses = replace(responses, groups=groups_of(column))
    spoken = tuple(spoken_languages([*sides[0], *sides[1]]))
    noticed = (*findings, *more, *rejected)
    read = Read(responses, spoken, {}, noticed, tuple(asked), evidence)
    return without_empty_rows(read)


@dataclass(frozen=True)
class _Found:
    """The pairs of a table, and how they are known.

    Beside them the blank columns that look like questions and belong to no pair, and remarks
    that happen to be answers.
    """

    pairs: tuple[Pair, ...]
    evidence: str
    blank: tuple[Column, ...] = ()
    remarks: tuple[Column, ...] = ()


def _asked(
    table: Table, readings: Sequence[Reading], options: ReadOptions
) -> tuple[list[Asked], str, list[Finding]]:
    """The features with their columns, how these are known, and what was noticed on the way."""
    questionnaire = options.questionnaire
    if questionnaire and not questionnaire.features:
        questionnaire = None  # it only words the answers
    named = named_columns(table, questionnaire) if questionnaire else []
    kano = kano_readings(readings, codes_declared=codes_declared(options))
    used = {c.index for entry in named for c in (entry.pair.functional, entry.pair.dysfunctional)}
    rest = [reading for reading in kano if reading.column.index not in used]
    if questionnaire and len(named) == len(questionnaire.features):
        extra = [reading.column.header for reading in rest if reading.answers_only]
        return named, "questionnaire", _unnamed(extra)
    found = _pairs(table, readings, rest, options)
    pairs, evidence, loose = list(found.pairs), found.evidence, list(found.blank)
    findings: list[Finding] = []
    if found.remarks:
        names = tuple(visible(column.header) for column in found.remarks)
        findings.append(Finding("K122", {"names": names}))
    if options.layout in ("alternating", "blocks"):
        findings += _against_words(pairs, _negations(rest, options))
    used_columns = [c for pair in pairs for c in (pair.functional, pair.dysfunctional)]
    used_columns += [c for e in named for c in (e.pair.functional, e.pair.dysfunctional)]
    used_columns += found.remarks
    findings += _left_over(readings, used_columns, _negations(rest, options), options)
    if not questionnaire and not any(pair.name for pair in pairs):
        findings.append(Finding("K107", {"count": len(pairs)}))
    pairs = [_numbered(pair, at) for at, pair in enumerate(pairs, start=1)]
    if not questionnaire:
        pairs, empty = _answered(pairs, readings)
        loose += empty
    if loose:
        names = tuple(visible(column.header) for column in _in_order(loose))
        findings.append(Finding("K106", {"names": names}))
    if questionnaire is None:
        return _unasked(table, pairs), evidence, findings
    asked, unknown = match_names(table, questionnaire, named, pairs)
    return asked, evidence, [*findings, *_unnamed([pair.name for pair in unknown])]


def _left_over(
    readings: Sequence[Reading],
    used: Sequence[Column],
    negations: frozenset[str],
    options: ReadOptions,
) -> list[Finding]:
    """Columns beside the pairs that may be questions, too."""
    lost = left_out_questions(readings, used, negations)
    alike = same_codes(readings, used, codes_declared=codes_declared(options))
    coded = [column for column in alike if column not in lost]
    return [
        Finding(code, {"names": tuple(visible(column.header) for column in columns)})
        for code, columns in (("K116", lost), ("K123", coded))
        if columns
    ]


def _unnamed(extra: Sequence[str]) -> list[Finding]:
    """Kano columns that the questionnaire does not name."""
    return [Finding("K108", {"names": tuple(visible(name) for name in extra)})] if extra else []


def _pairs(
    table: Table, readings: Sequence[Reading], kano: Sequence[Reading], options: ReadOptions
) -> _Found:
    """The pairs of the Kano columns, proven or declared; anything else is refused."""
    columns = [reading.column for reading in kano]
    if not columns:
        raise no_answers(table, readings)
    negations = _negations(kano, options)
    blanks = [r.column for r in readings if r.blank and r.column not in columns]
    similar = resembling(blanks, columns, negations)
    if options.layout in ("alternating", "blocks"):
        first, last = columns[0].index, columns[-1].index
        within = [c for c in blanks if first < c.index < last or c in similar]
        declared = _by_position(table, _in_order([*columns, *within]), options.layout)
        proven = paired(columns, negations)
        if isinstance(proven, Pairing):
            _refuse_disproven(table, declared, proven, options.layout)
        return _Found(tuple(declared), "layout")
    # A question that nobody answered yet is blank, and still half of a pair.
    found = paired(_in_order([*columns, *similar]), negations)
    if not isinstance(found, Pairing) and not halves_among(similar, columns, negations):
        found = paired(columns, negations)
    if isinstance(found, Pairing):
        used = {column for couple in couples_of(found) for column in couple}
        blank = tuple(column for column in similar if column not in used)
        return _Found(found.pairs, found.evidence, blank)
    if not similar and (rest := without_remarks(kano)):
        proven = paired([reading.column for reading in rest], negations)
        if isinstance(proven, Pairing):
            remarks = tuple(reading.column for reading in kano if reading not in rest)
            return _Found(proven.pairs, proven.evidence, tuple(similar), remarks)
    raise unpaired(table, columns, found)


def _negations(kano: Sequence[Reading], options: ReadOptions) -> frozenset[str]:
    """The words that deny something in the language of the answers, else of the questionnaire."""
    asked_in = options.questionnaire.language if options.questionnaire else ""
    return negation_words(spoken_languages(kano) or ([asked_in] if asked_in else []))


def _answered(
    pairs: Sequence[Pair], readings: Sequence[Reading]
) -> tuple[list[Pair], list[Column]]:
    """The pairs that anybody answered, and the columns of the others."""
    blank = {reading.column for reading in readings if reading.blank}
    empty = [pair for pair in pairs if {pair.functional, pair.dysfunctional} <= blank]
    columns = [column for pair in empty for column in (pair.functional, pair.dysfunctional)]
    return [pair for pair in pairs if pair not in empty], columns


def _in_order(columns: Sequence[Column]) -> list[Column]:
    """The columns as they stand in the file."""
    return sorted(columns, key=lambda column: column.index)


def _by_position(table: Table, columns: Sequence[Column], layout: str) -> list[Pair]:
    """Pairs as the user declared them: side by side, or in two blocks."""
    if len(columns) % 2:
        raise odd_number(table, columns)
    half = len(columns) // 2
    couples = (
        zip(columns[::2], columns[1::2], strict=True)
        if layout == "alternating"
        else zip(columns[:half], columns[half:], strict=True)
    )
    return [Pair(one, other, one.header.strip()) for one, other in couples]


def _refuse_disproven(table: Table, declared: Sequence[Pair], proven: Pairing, layout: str) -> None:
    """Refuse a declared layout where every header proves another pairing."""
    said = {(pair.functional, pair.dysfunctional) for pair in declared}
    for one, other in couples_of(proven):
        if (one, other) not in said:
            raise KanoError(
                f"the headers prove that column {one.letter} is the functional question and column "
                f"{other.letter} its dysfunctional one, and --layout {layout} says otherwise",
                table.name,
                f"leave out --layout {layout}, or {NAME_THEM}",
            )


def _against_words(pairs: Sequence[Pair], negations: frozenset[str]) -> list[Finding]:
    """Pairs of a declared layout whose words say that the other question is the functional one."""
    against = tuple(
        f"{pair.functional.letter}/{pair.dysfunctional.letter}"
        for pair in pairs
        if differing_side(pair.functional.header, pair.dysfunctional.header, negations)
        == DYSFUNCTIONAL
    )
    return [Finding("K115", {"names": against})] if against else []


def _numbered(pair: Pair, number: int) -> Pair:
    """The pair with a name that can be shown; a number where the file does not tell one."""
    return replace(pair, name=visible(pair.name).strip() or f"Feature {number}")


def _unasked(table: Table, pairs: Sequence[Pair]) -> list[Asked]:
    """The pairs of a file without a questionnaire, as features with ids of their own."""
    names = [pair.name for pair in pairs]
    for at, name in enumerate(names):
        if (first := names.index(name)) != at:
            raise two_of_one_name(table, name, pairs[first], pairs[at])
    return [
        Asked(Feature(identity, name), pair)
        for identity, name, pair in zip(unique_ids(names), names, pairs, strict=True)
    ]


def _stacked(readings: Sequence[Reading], side: str, rows: int) -> Codes:
    """The codes of one side, int8 (N, F), a feature's column in one piece."""
    codes = np.zeros((rows, len(readings)), np.int8, order="F")
    for place, reading in enumerate(readings):
        codes[:, place] = reading.codes(side)
    return codes
