"""What stands beside the pairs: importance, segments, weights, groups, ratings."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Ints
from kano_cli.errors import KanoError, shortened, visible
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.layouts.groups import column_of_groups, groups_of
from kano_cli.readers.layouts.weights import column_of_weights, weighted_by
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked, find_column, in_languages
from kano_cli.readers.questions.importance import importance_columns, ratings
from kano_cli.readers.questions.rated_columns import rated_there
from kano_cli.readers.questions.ratings import Whose, each_row, ratings_of
from kano_cli.readers.questions.segments import segment_column
from kano_cli.readers.questions.sides import importance_words
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature, Responses
from kano_cli.study.words import name_key

Ratings: TypeAlias = npt.NDArray[np.float32]
_Said = TypeVar("_Said", int, float)


def importance_of(
    table: Table, asked: Sequence[Asked], questionnaire: Questionnaire | None
) -> tuple[Ratings | None, list[Asked], list[Finding]]:
    """Each row's ratings of each feature, float32 (N, F), NaN where blank; None without any.

    Also the features with the columns that rate them.
    """
    pairs = [entry.pair for entry in asked]
    paired = {c.index for pair in pairs for c in (pair.functional, pair.dysfunctional)}
    free = [c for c in table.columns if c.index not in paired and not c.open and not c.metadata]
    called = [_called(entry.feature, questionnaire) for entry in asked]
    worded = [_importance_questions(entry.feature, questionnaire) for entry in asked]
    found, others = importance_columns(free, pairs, called, worded)
    found |= {at: entry.importance for at, entry in enumerate(asked) if entry.importance}
    named = {column.index for column in found.values()}
    others = [column for column in others if column.index not in named]
    findings: list[Finding] = []
    if others:
        findings.append(Finding("K113", {"names": tuple(visible(c.header) for c in others)}))
    if not found:
        return None, list(asked), findings
    rated = np.full((table.rows, len(asked)), np.nan, np.float32)
    declared = questionnaire.importance if questionnaire else None
    for place, column in found.items():
        rated[:, place], refused = ratings(table, column, declared)
        findings += refused
    rating = [replace(entry, importance=found.get(at)) for at, entry in enumerate(asked)]
    return rated, rating, findings


def _called(feature: Feature, questionnaire: Questionnaire | None) -> list[str]:
    """What a feature is called: by its id, and by its name in each language."""
    names = [said.name for said in in_languages(questionnaire, feature)]
    return [feature.id, *filter(None, names)]


def _importance_questions(feature: Feature, questionnaire: Questionnaire | None) -> list[str]:
    """How the questionnaire asks for a feature's importance, in each of its languages."""
    if questionnaire is None or questionnaire.importance is None or not questionnaire.languages:
        return []
    own = questionnaire.around.importance
    return [
        own[code].replace("{name}", said.name)
        for code, said in questionnaire.in_languages(feature).items()
        if code in own and said.name
    ]


def segment_columns(table: Table, questionnaire: Questionnaire | None) -> dict[str, Column]:
    """The segment columns that the questionnaire names.

    One that a form asks about may be missing: an older form did not ask it, or nobody answered.
    """
    if questionnaire is None:
        return {}
    asked = {question.name: question for question in questionnaire.segment_questions}
    found: dict[str, Column] = {}
    for name in questionnaire.segments:
        if name not in asked:
            found[name] = find_column(table, name, questionnaire.places["segments"])
        elif (column := segment_column(table, asked[name], questionnaire)) is not None:
            found[name] = column
    return found


def with_segments(
    table: Table, responses: Responses, questionnaire: Questionnaire | None
) -> Responses:
    """The responses of a wide table with the columns that the questionnaire names beside them."""
    segments = segment_columns(table, questionnaire)
    texts = {name: column.texts() for name, column in segments.items()}
    return replace(responses, segments=texts)


def with_ratings(
    table: Table,
    responses: Responses,
    questionnaire: Questionnaire | None,
    whose: Whose = each_row,
) -> tuple[Responses, tuple[Finding, ...]]:
    """The responses with the ratings, and who got what; `whose` tells what each respondent says."""
    read = ratings_of(table, questionnaire, whose)
    return replace(responses, ratings=read.ratings, received=read.received), read.findings


def with_columns_of_people(
    table: Table,
    responses: Responses,
    whose: Ints,
    place: Ints,
    options: ReadOptions,
) -> tuple[Responses, list[Finding]]:
    """The responses of a long table with importance, segments, groups, weights and ratings.

    Args:
        table: the table.
        responses: what its N respondents answered.
        whose: the respondent of each row, -1 for none.
        place: the feature of each row, -1 for none.
        options: what names the segments, the column of groups and that of weights.

    Raises:
        KanoError: if two rows disagree about the same thing.
    """
    questionnaire = options.questionnaire
    segments = segment_columns(table, questionnaire)
    people, rows = len(responses.functional), np.flatnonzero((whose >= 0) & (place >= 0))

    def of_people(column: Column) -> Ints:
        """Each respondent's place among the values of a column, int64 (N,), -1 for none."""
        said = dict(zip(rows.tolist(), column.codes[rows].tolist(), strict=True))
        of_person = _agreed(table, column, said, whose)
        return np.array([of_person.get(person, -1) for person in range(people)], np.int64)

    texts = {
        name: tuple(column.values[at] if at >= 0 else "" for at in of_people(column).tolist())
        for name, column in segments.items()
    }
    responses = replace(responses, segments=texts)
    if options.by:
        column = column_of_groups(table, options.by, questionnaire=questionnaire)
        responses = replace(responses, groups=groups_of(column, of_people(column)))
    if found := column_of_weights(table, options):
        column, weights = found
        # NaN is not even itself, so a blank is -1 here; a weight below zero was refused.
        each_row = np.where(np.isnan(weights), -1.0, weights)[column.codes].tolist()
        of_person = _agreed(table, column, {row: each_row[row] for row in rows.tolist()}, whose)
        each = np.array([of_person.get(person, -1.0) for person in range(people)])
        responses = weighted_by(responses, column, np.where(each < 0, np.nan, each))

    def of_raters(column: Column, meant: Sequence[Hashable]) -> Ints:
        """What each respondent says in some row of theirs, blank in others; int64 (N,)."""
        first = {said: at for at, said in reversed(list(enumerate(meant))) if said is not None}
        said_by = np.array([first.get(said, -1) for said in meant], np.int64)[column.codes]
        said_at = np.flatnonzero((whose >= 0) & (said_by >= 0)).tolist()
        of_person = _agreed(table, column, {row: int(said_by[row]) for row in said_at}, whose)
        return np.array([of_person.get(person, -1) for person in range(people)], np.int64)

    responses, found_out = with_ratings(table, responses, questionnaire, of_raters)
    taken = rated_there(table, questionnaire).places
    free = [c for c in table.columns if c.index not in taken and not c.open]
    rating = [c for c in free if name_key(c.header) in importance_words()]
    if not rating:
        return responses, list(found_out)
    declared = questionnaire.importance if questionnaire else None
    read, refused = ratings(table, rating[0], declared)
    cells = {row: float(read[row]) for row in rows.tolist() if not np.isnan(read[row])}
    features = len(responses.features)
    agreed = _agreed(table, rating[0], cells, whose * features + place)
    rated = np.full(people * features, np.nan, np.float32)
    rated[list(agreed)] = list(agreed.values())
    shaped = rated.reshape(people, features)
    return replace(responses, importance=shaped), [*found_out, *refused]


def _agreed(
    table: Table, column: Column, cells: Mapping[int, _Said], owner: Ints
) -> dict[int, _Said]:
    """What the rows of each owner say; two that differ are refused."""
    said: dict[int, _Said] = {}
    for row, value in cells.items():
        if said.setdefault(int(owner[row]), value) != value:
            text = column.values[int(column.codes[row])]
            raise KanoError(
                f'"{shortened(text)}" differs from what an earlier row says of the same respondent',
                table.cell_place(row, column),
                "make the rows agree",
            )
    return said
