"""Two sheets: the functional answers on one, the dysfunctional ones on the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Codes, Floats, Ints
from kano_cli.errors import KanoError, listed, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.beside import Ratings, importance_of, segment_columns
from kano_cli.readers.layouts.groups import column_of_groups, groups_of
from kano_cli.readers.layouts.join import joined_rows
from kano_cli.readers.layouts.read import Read, check_answers, refuse_other_side, without_empty_rows
from kano_cli.readers.layouts.roles import feature_rows, rows_are_features
from kano_cli.readers.layouts.weights import with_weights
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked
from kano_cli.readers.questions.kano_columns import (
    asks_importance,
    codes_declared,
    codes_only,
    kano_readings,
    readings_of,
    scale_in_force,
)
from kano_cli.readers.questions.pairs import Pair
from kano_cli.readers.questions.rated_columns import on_either_sheet, without_ratings
from kano_cli.readers.questions.ratings import ratings_of
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL
from kano_cli.readers.questions.values import Reading, spoken_languages
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature, Responses
from kano_cli.study.words import name_key, unique_ids


@dataclass(frozen=True)
class _Half:
    """One sheet: its readings by the key of their header, and the row of each respondent."""

    table: Table
    side: str
    answers: dict[str, Reading]


def read_two_sheets(one: Table, other: Table, options: ReadOptions) -> Read:
    """The responses on two sheets with equal headers, joined by respondent or else by row.

    Raises:
        KanoError: if the sheets do not fit together.
    """
    asked = options.questionnaire
    for table in (one, other):
        if not options.layout and (named := feature_rows(table)) is not None:
            raise rows_are_features(table, named)
    halves = _halves(without_ratings(one, asked), without_ratings(other, asked), options)
    keys = list(halves[0].answers)
    features = _features(halves, keys, options)
    findings: list[Finding] = []
    for half in halves:
        findings += check_answers(half.table, [half.answers[key] for key in keys], options)
        for key in keys:
            refuse_other_side(half.table, half.answers[key], half.side)
    answered = [{half.answers[key].column.index for key in keys} for half in halves]
    order = joined_rows((one, other), answered, asked)
    codes = [_codes(half, keys, rows) for half, rows in zip(halves, order, strict=True)]
    rated, more = _importance(halves, keys, features, order, asked)
    segments = _segments(one, order[0], asked)
    responses = Responses(features, codes[0], codes[1], rated, segments)
    responses, rejected = _with_ratings((one, other), order, responses, asked)
    responses = with_weights(one, responses, options, order[0])
    if options.by:
        used = [half.answers[key].column for half in halves[:1] for key in keys]
        column = column_of_groups(one, options.by, used)
        places = np.where(order[0] >= 0, column.codes.astype(np.int64)[order[0]], -1)
        responses = replace(responses, groups=groups_of(column, places))
    spoken = spoken_languages([half.answers[key] for half in halves for key in keys])
    noticed = tuple(_once([*findings, *more, *rejected]))
    columns = [[half.answers[key].column for key in keys] for half in halves]
    pairs = tuple(
        Asked(feature, Pair(one, other, feature.name))
        for feature, one, other in zip(features, *columns, strict=True)
    )
    return without_empty_rows(Read(responses, tuple(spoken), {}, noticed, pairs, "sheets"))


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Findings without those that both sheets gave alike."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return kept


def _halves(one: Table, other: Table, options: ReadOptions) -> tuple[_Half, _Half]:
    """The answers on both sheets; features that only one of them has are refused."""
    named = options.questionnaire.features if options.questionnaire else ()
    known = {name_key(name) for feature in named for name in (feature.id, feature.name)}
    readings = [readings_of(table, scale_in_force(options)) for table in (one, other)]
    found: list[dict[str, Reading]] = []
    for table, its in zip((one, other), readings, strict=True):
        # Codes prove nothing by their values: a column of codes must be a feature by name.
        coded = [
            r
            for r in its
            if r.answers_only
            and (name_key(r.column.header) in known or (not known and _may_be_coded(r, options)))
        ]
        kano = {r.column.index: r for r in [*kano_readings(its, codes_declared=False), *coded]}
        found.append(_by_header(table, [kano[index] for index in sorted(kano)]))
    for mine, its, theirs in zip(found, readings, found[::-1], strict=True):
        for reading in its:  # nobody answered it on this sheet, and somebody on the other
            key = name_key(reading.column.header)
            if reading.blank and key in theirs:
                mine.setdefault(key, reading)
    alone: list[str] = []
    for mine, theirs in (found, found[::-1]):
        alone += [reading.column.header for key, reading in mine.items() if key not in theirs]
    if alone or not found[0]:
        raise KanoError(
            f"only one of the two sheets has {listed(alone)}"
            if alone
            else "the two sheets hold no Kano answers in a wording that is known",
            f'{one.name} and "{other.sheet}"',
            "give both sheets the same column names"
            if alone
            else "put your five answers under scale: in a --questionnaire",
        )
    return _Half(one, FUNCTIONAL, found[0]), _Half(other, DYSFUNCTIONAL, found[1])


def _may_be_coded(reading: Reading, options: ReadOptions) -> bool:
    """Whether a column holds codes that were declared, and is no rating and no row numbers."""
    numbered = reading.known_rows == len(reading.column.values)
    coded = codes_declared(options) and codes_only(reading)
    return coded and not numbered and not asks_importance(reading.column)


def _by_header(table: Table, readings: Sequence[Reading]) -> dict[str, Reading]:
    """The readings by header; the same header twice is refused."""
    found: dict[str, Reading] = {}
    for reading in readings:
        first = found.setdefault(name_key(reading.column.header), reading)
        if first is not reading:
            raise KanoError(
                f"has the same name as column {first.column.letter}",
                table.column_place(reading.column),
                "give each feature its own name",
            )
    return found


def _features(
    halves: tuple[_Half, _Half], keys: Sequence[str], options: ReadOptions
) -> tuple[Feature, ...]:
    """The features that the headers name."""
    names = [visible(halves[0].answers[key].column.header) for key in keys]
    if options.questionnaire is None or not options.questionnaire.features:
        ids = unique_ids(names)
        return tuple(Feature(identity, name) for identity, name in zip(ids, names, strict=True))
    asked = {
        name_key(key): feature
        for feature in options.questionnaire.features
        for key in (feature.id, feature.name)
    }
    strange = [name for key, name in zip(keys, names, strict=True) if key not in asked]
    there = {asked[key].id for key in keys if key in asked}
    absent = [f.name for f in options.questionnaire.features if f.id not in there]
    if strange or absent:
        raise KanoError(
            f"the questionnaire and the sheets differ: {listed([*strange, *absent])}",
            halves[0].table.name,
            "give the features the same names in both",
        )
    return tuple(asked[key] for key in keys)


def _codes(half: _Half, keys: Sequence[str], rows: Ints) -> Codes:
    """The answers of one side as int8 (N, F), 0 where a respondent is not on the sheet."""
    codes = np.stack([half.answers[key].codes(half.side) for key in keys], axis=1)[rows]
    codes[rows < 0] = 0
    return np.asarray(codes, dtype=np.int8)


def _importance(
    halves: tuple[_Half, _Half],
    keys: Sequence[str],
    features: Sequence[Feature],
    order: Sequence[Ints],
    questionnaire: Questionnaire | None,
) -> tuple[Ratings | None, list[Finding]]:
    """The ratings on either sheet, float32 (N, F); None without any."""
    rated: npt.NDArray[np.float32] | None = None
    findings: list[Finding] = []
    for half, rows in zip(halves, order, strict=True):
        columns = [half.answers[key].column for key in keys]
        asked = [
            Asked(feature, Pair(column, column, column.header))
            for feature, column in zip(features, columns, strict=True)
        ]
        read, _, more = importance_of(half.table, asked, questionnaire)
        findings += more
        if read is not None:
            its = np.where((rows >= 0)[:, None], read[rows], np.float32(np.nan))
            rated = its if rated is None else np.where(np.isnan(rated), its, rated)
    return rated, findings


def _segments(
    functional: Table, rows: Ints, questionnaire: Questionnaire | None
) -> dict[str, tuple[str, ...]]:
    """What the functional sheet says of each respondent, in the columns that were asked for."""
    columns = segment_columns(functional, questionnaire)
    return {
        name: tuple(column.texts()[row] if row >= 0 else "" for row in rows.tolist())
        for name, column in columns.items()
    }


def _with_ratings(
    tables: tuple[Table, Table],
    order: Sequence[Ints],
    responses: Responses,
    questionnaire: Questionnaire | None,
) -> tuple[Responses, list[Finding]]:
    """The responses with the ratings on either sheet; on both, the functional one is read.

    Raises:
        KanoError: for a column that neither sheet has.
    """
    ratings: dict[str, Floats] = {}
    received: dict[str, Ints] = {}
    findings: list[Finding] = []
    columns = on_either_sheet(tables, questionnaire)
    for table, rows, its in zip(tables, order, columns, strict=True):

        def of_rows(column: Column, _: object, rows: Ints = rows) -> Ints:
            """What each respondent says on this sheet, -1 for who is not on it."""
            return np.where(rows >= 0, column.codes.astype(np.int64)[rows], -1)

        read = ratings_of(table, questionnaire, of_rows, its)
        ratings |= read.ratings
        received |= read.received
        findings += read.findings
    return replace(responses, ratings=ratings, received=received), findings
