"""The columns beside the pairs that a journey names: ratings, and who got what."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.asked import find_column
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.words import normal


@dataclass(frozen=True)
class RatedColumns:
    """The columns of one table that the questionnaire names beside its pairs.

    `ratings` are by key and `received` by feature id.
    """

    ratings: Mapping[str, Column] = field(default_factory=dict)
    received: Mapping[str, Column] = field(default_factory=dict)

    @property
    def places(self) -> set[int]:
        """Where they are, counted from 0."""
        return {c.index for found in (self.ratings, self.received) for c in found.values()}


def rated_columns(table: Table, questionnaire: Questionnaire | None) -> RatedColumns:
    """The columns of ratings, and those that say who got what.

    Raises:
        KanoError: for one that is not in the table, with the nearest ones.
    """
    if questionnaire is None:
        return RatedColumns()
    return RatedColumns(
        {key: _find(table, *named) for key, named in _ratings(questionnaire).items()},
        {key: _find(table, *named) for key, named in _received(questionnaire).items()},
    )


def on_either_sheet(
    tables: tuple[Table, Table], questionnaire: Questionnaire | None
) -> tuple[RatedColumns, RatedColumns]:
    """The columns on the first of two sheets, and those that only the second one has.

    Raises:
        KanoError: for one that is on neither, with the nearest ones of the first.
    """
    if questionnaire is None:
        return RatedColumns(), RatedColumns()
    first, second = (rated_there(table, questionnaire) for table in tables)
    for named, found in (
        (_ratings(questionnaire), {*first.ratings, *second.ratings}),
        (_received(questionnaire), {*first.received, *second.received}),
    ):
        for key, (name, place) in named.items():
            if key not in found:
                _find(tables[0], name, place)
    ratings = {key: c for key, c in second.ratings.items() if key not in first.ratings}
    received = {key: c for key, c in second.received.items() if key not in first.received}
    return first, RatedColumns(ratings, received)


def rated_there(table: Table, questionnaire: Questionnaire | None) -> RatedColumns:
    """As `rated_columns`, of those that are in the table; others may be on another sheet."""
    if questionnaire is None:
        return RatedColumns()
    return RatedColumns(
        dict(_there(table, _ratings(questionnaire))), dict(_there(table, _received(questionnaire)))
    )


def without_ratings(table: Table, questionnaire: Questionnaire | None) -> Table:
    """The table in which answers are looked for: without the columns of ratings.

    Raises:
        KanoError: if the questionnaire names one of them as a question of a feature, too.
    """
    found = rated_there(table, questionnaire)
    if questionnaire is None or not found.places:
        return table
    for feature, columns in questionnaire.columns.items():
        for what, name in columns.items():
            place = questionnaire.places.get(f"{feature} {what}", questionnaire.file)
            for column in dict(_there(table, {what: (name, place)})).values():
                if column.index in found.places:
                    raise _twice(column, found, f"the {what} column of {feature}", place)
    kept = tuple(column for column in table.columns if column.index not in found.places)
    return replace(table, columns=kept)


def _ratings(questionnaire: Questionnaire) -> dict[str, tuple[str, str]]:
    """The name of each column of ratings, and where it was named."""
    return {
        key: (wanted.column, wanted.place or questionnaire.file)
        for key, wanted in questionnaire.journey.ratings.columns().items()
    }


def _received(questionnaire: Questionnaire) -> dict[str, tuple[str, str]]:
    """The same of the columns that say who got a feature that the file was asked about."""
    places, received = questionnaire.places, questionnaire.journey.received
    return {
        feature.id: (
            received[feature.id],
            places.get(f"{feature.id} received", questionnaire.file),
        )
        for feature in questionnaire.features
        if feature.id in received
    }


def _there(table: Table, named: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Column]]:
    """Those of the columns that are in the table."""
    for key, (name, place) in named.items():
        with suppress(KanoError):
            yield key, _find(table, name, place)


def _find(table: Table, name: str, place: str) -> Column:
    """The column of this name; a form's file may write a group or an envelope before it."""
    try:
        return find_column(table, name, place)
    except KanoError:
        found = [c for c in table.columns if normal(_bare(c.header)) == normal(name)]
        if len(found) != 1:
            raise
        return found[0]


def _bare(header: str) -> str:
    """A name without its group, or the envelope that keeps it apart from a column of a form."""
    return header.removeprefix("answers.").rpartition("/")[2]


def _twice(column: Column, found: RatedColumns, question: str, place: str) -> KanoError:
    """The refusal of a column that holds ratings and answers."""
    ratings = [key for key, its in found.ratings.items() if its.index == column.index]
    received = [key for key, its in found.received.items() if its.index == column.index]
    other = ratings[0] if ratings else f"received of {received[0]}"
    return KanoError(
        f"{column.place} is used twice: for {other} and {question}",
        place,
        "give each question its own column",
    )
