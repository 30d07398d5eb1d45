"""The page that `kano explain` shows: one feature, every number with its formula filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.core.categories import Answer, Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import visible
from kano_cli.report.dropped import everybody
from kano_cli.report.formulas import Line, formulas
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import amount, certainty, count
from kano_cli.report.page import differing_cells, headline
from kano_cli.report.sure import category_words, rival
from kano_cli.report.views import rule_lines
from kano_cli.report.words import Words


@dataclass(frozen=True)
class Cell:
    """How many people gave this pair of answers, and what it makes."""

    count: str
    category: Category | None
    letter: str


@dataclass(frozen=True)
class Explanation:
    """Everything about one feature, as text; `lines` have a label, or go on without one.

    Where only the categories are known, `grid` is empty and `corner` says why.
    """

    headline: str
    name: str
    category: Category | None
    verdict: str
    questions: tuple[Line, ...]
    corner: str
    answers: tuple[str, ...]
    grid: tuple[tuple[Cell, ...], ...]
    totals: tuple[str, ...]
    lines: tuple[Line, ...]


def explain_page(
    result: KanoResult, feature: FeatureResult, words: Words, questions: tuple[str, ...] = ()
) -> Explanation:
    """The page of one feature; `questions` are the two texts that were asked, if known."""
    asked = zip(("there", "not_there"), questions, strict=False)
    return Explanation(
        headline=headline(result, words),
        name=visible(feature.name),
        category=feature.category,
        verdict=_verdict(feature, words),
        questions=tuple((words("explain", key), visible(text)) for key, text in asked if text),
        corner=words("explain", "no_grid" if feature.answers is None else "grid"),
        answers=tuple(words.answer(answer) for answer in Answer),
        grid=_grid(result, feature),
        totals=tuple(_totals(feature, words)),
        lines=tuple(_lines(result, feature, words)),
    )


def _verdict(feature: FeatureResult, words: Words) -> str:
    """The category with how sure it is."""
    if feature.category is None:
        return category_words(feature, words)
    facts = {
        "category": f"{glyph(feature.category)} {words.category(feature.category)}",
        "sure": certainty(feature.certainty),
    }
    second = rival(feature)
    if second is None:
        return words("explain", "verdict", **facts)
    named = f"{glyph(second)} {words.category(second)}"
    return words("explain", "verdict_mixed", second=named, **facts)


def _grid(result: KanoResult, feature: FeatureResult) -> tuple[tuple[Cell, ...], ...]:
    """The answers cell by cell, each with its category in the table in use; none, if not known."""
    if feature.answers is None:
        return ()
    table = result.settings.table
    rows = []
    for row, counts in zip(Answer, feature.answers, strict=True):
        categories = [table.category(row, column) for column in Answer]
        rows.append(
            tuple(
                Cell(amount(n), category, category.letter if category is not None else "")
                for n, category in zip(counts, categories, strict=True)
            )
        )
    return tuple(rows)


def _totals(feature: FeatureResult, words: Words) -> Iterator[str]:
    """The six counts and their sum, and what is in none of them."""
    parts = ", ".join(
        f"{amount(n)} {words.category(category)}"
        for category, n in zip(Category, feature.counts, strict=True)
    )
    yield words("explain", "total", parts=parts, count=amount(feature.answered))
    if feature.effective_n is not None:
        facts = {"people": count(feature.people), "sum": amount(feature.answered)}
        yield words("explain", "weights", size=amount(feature.size), **facts)
    if feature.half_answered:
        yield words("explain", "half", count=feature.half_answered)


def _lines(result: KanoResult, feature: FeatureResult, words: Words) -> Iterator[Line]:
    """The table, every number with its formula, and what each rule says."""
    if feature.answers is None:
        yield words("explain", "table"), words("explain", "table_unknown")
    else:
        table = visible(result.settings.table.name)
        yield words("explain", "table"), words("explain", "table_text", table=table)
        if cells := differing_cells(result, words):
            yield "", words("explain", "differs", cells=", ".join(cells))
    if not feature.answered:
        yield words("explain", "category"), words("explain", "no_answers")
        return
    yield from formulas(result.settings, feature, words, result.survey.importance_scale)
    yield from rule_lines(feature, words)
    if result.dropped:
        yield everybody(result.survey.respondents, result.dropped, feature.id, words)
