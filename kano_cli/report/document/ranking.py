"""The ranked table, and how the answers fall into the six categories."""

from collections.abc import Iterator

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.report.document.blocks import Block, Cell, Column, Kind, Paragraph, TableBlock
from kano_cli.report.document.cells import (
    category_cell,
    coefficient,
    counted,
    interval,
    judged_columns,
    name_column,
    named,
    number,
    people,
    share,
    sure_cell,
)
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.numbers import DASH, count, decimal, level
from kano_cli.report.page import effective_sizes
from kano_cli.report.words import Words


def ranking(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """Every feature in order, then the counts and shares behind it."""
    result = study.result
    if not result.features:
        return
    sort = words("report_ranking", f"sort_{result.settings.sort}")
    yield Paragraph(words("report_ranking", "intro", count=len(result.features), sort=sort))
    yield _ranked(result, words)
    yield _counts(result, words)


def _ranked(result: KanoResult, words: Words) -> TableBlock:
    """Category, certainty, both coefficients with their intervals, importance and n."""
    settings = result.settings
    rated = any(feature.importance for feature in result.features)
    percent = level(settings.confidence)
    columns = [
        Column("rank", words("column", "rank"), Kind.COUNT),
        name_column(words),
        *judged_columns(words),
    ]
    for key in ("better", "worse"):
        columns += [
            Column(key, words("column", key), Kind.COEFFICIENT),
            Column(f"{key}_interval", words("report_ranking", f"{key}_interval", level=percent)),
        ]
    if settings.importance_scaled:
        columns += [
            Column(f"{key}_scaled", words("column", f"{key}_scaled"), Kind.COEFFICIENT)
            for key in ("better", "worse")
        ]
    if rated:
        columns.append(Column("importance", words("column", "importance"), Kind.SCORE))
    columns.append(Column("n", words("column", "answered"), Kind.COUNT))
    rows = tuple(
        tuple(_ranked_row(feature, result, words, rated=rated)) for feature in result.features
    )
    notes = (
        words("report_ranking", "note_sure"),
        words("legend", "short"),
        words("report_ranking", "note_mixed"),
        words("legend", "letters"),
        *effective_sizes(result, words),
    )
    caption = words("report_ranking", "caption")
    return TableBlock("ranking", caption, tuple(columns), rows, notes)


def _ranked_row(
    feature: FeatureResult, result: KanoResult, words: Words, *, rated: bool
) -> Iterator[Cell]:
    """One feature, cell by cell."""
    yield Cell(count(feature.rank), feature.rank)
    yield named(feature.name)
    yield category_cell(feature, words)
    yield sure_cell(feature)
    yield coefficient(feature.better)
    yield interval(feature.better_interval, words)
    yield coefficient(feature.worse)
    yield interval(feature.worse_interval, words)
    if result.settings.importance_scaled:
        yield coefficient(feature.scaled_better)
        yield coefficient(feature.scaled_worse)
    if rated:
        mean = feature.importance.mean if feature.importance else float("nan")
        yield number(decimal(mean, 1) if feature.importance else DASH, mean)
    yield people(feature.people)


def _counts(result: KanoResult, words: Words) -> TableBlock:
    """How many answers fell into each category, and which share of all that is."""
    columns = (
        name_column(words),
        *(Column(each.word, each.letter, Kind.COUNT) for each in Category),
        *(
            Column(
                f"{each.word}_share",
                words("report_ranking", "share_heading", letter=each.letter),
                Kind.SHARE,
            )
            for each in Category
        ),
        Column("n", words("column", "answered"), Kind.COUNT),
    )
    rows = tuple(
        (
            named(feature.name),
            *map(counted, feature.counts),
            *map(share, feature.shares),
            people(feature.people),
        )
        for feature in result.features
    )
    letters = ", ".join(
        words("report_ranking", "note_letter", letter=each.letter, category=words.category(each))
        for each in Category
    )
    notes = [words("report_ranking", "note_letters", letters=letters)]
    if result.survey.weight is not None:
        notes.append(words("report_ranking", "note_weighted"))
    return TableBlock("counts", words("report_ranking", "counts"), columns, rows, tuple(notes))
