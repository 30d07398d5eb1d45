"""The pages that `kano sample-size` shows: how many answers, for a width or for a category."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.core.categories import Category
from kano_cli.core.pilot import PilotPlan
from kano_cli.core.result import KanoResult
from kano_cli.core.sample_size import HALF, THIRD, WidthPlan
from kano_cli.errors import visible
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import DASH, count, decimal, level, percent
from kano_cli.report.page import SEPARATOR, headline
from kano_cli.report.words import Words

FEW = 30
"""Answers below which a category is indicative only, as finding K201 says."""


@dataclass(frozen=True)
class SizeRow:
    """One line of a table; `category` is what it is coloured by."""

    cells: tuple[str, ...]
    category: Category | None = None


@dataclass(frozen=True)
class SizeTable:
    """A table under a title, if it has one; `left` is how many columns hold words."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[SizeRow, ...]
    left: int
    total: bool = False


@dataclass(frozen=True)
class SizePage:
    """What is asked, the tables, and what to know about them."""

    headline: str
    tables: tuple[SizeTable, ...]
    notes: tuple[str, ...]


def width_page(plan: WidthPlan, words: Words) -> SizePage:
    """How many answers make an interval narrow enough."""

    def say(key: str, **facts: object) -> str:
        return words("sample_size", key, **facts)

    wanted = [
        (plan.share, say("share")),
        (plan.normal, say("normal")),
        (plan.feature, say("feature")),
    ]
    notes = [say("pairs")]
    head = []
    if plan.features is not None:
        n, features = plan.features, words("headline", "features", count=plan.features)
        head.append(features)
        each = {"questions": 2 * n, "with_importance": 3 * n}
        notes.append(say("questions", count=n, features=features, **each))
        if plan.survey is not None and n > 1:
            wanted.append((plan.survey, say("survey", count=n)))
    aim = {"points": _points(plan.width), "half": _points(plan.width / 2)}
    head.append(say("aim", level=level(plan.confidence), **aim))
    needed = SizeTable(
        "",
        (say("holds"), say("people")),
        tuple(SizeRow((text, count(n))) for n, text in wanted),
        left=1,
    )
    return SizePage(
        SEPARATOR.join(head),
        (needed, _ladder(plan, words)),
        (*notes, say("classified"), say("category")),
    )


def _ladder(plan: WidthPlan, words: Words) -> SizeTable:
    """Half the width at usual numbers of answers."""
    shares = (words("sample_size", "at", percent=percent(share)) for share in (HALF, THIRD))
    return SizeTable(
        words("sample_size", "ladder"),
        (words("sample_size", "answers"), *shares),
        tuple(
            SizeRow((count(n), *(f"± {_points(half)}" for half in halves)))
            for n, *halves in plan.ladder
        ),
        left=0,
    )


def _points(share: float) -> str:
    """A share in percentage points, with a decimal where there is one."""
    text = decimal(100 * share, 1)
    return text.removesuffix(".0")


def pilot_page(result: KanoResult, plan: PilotPlan, words: Words) -> SizePage:
    """How many answers until the categories are right; the features in the order of the result."""

    def say(key: str, **facts: object) -> str:
        return words("sample_size", key, **facts)

    columns = ("feature", "category", "answered", "found", "likely")
    most = count(plan.rungs[-1])
    every = (plan.needed_for_all(plan.as_found), plan.needed_for_all(plan.as_likely))
    total = ("", "", *(_needed(n, most, words) for n in every))
    rows = (
        *_features(result, plan, words),
        SizeRow((say("all", count=len(result.features)), *total)),
    )
    sizes = (*plan.needed(plan.as_found), *plan.needed(plan.as_likely))
    few = any(n is not None and n < FEW for n in sizes)
    beyond = any(cell == say("more", most=most) for row in rows for cell in row.cells)
    notes = [
        say("answered_note", rule=plan.rule),
        say("found_note"),
        say("likely_note"),
        say("all_note"),
        *_worth(result, words),
        *([say("more_note", most=most)] if beyond else []),
        *([say("few_note", few=count(FEW))] if few else []),
        say(
            "simulated",
            draws=count(plan.draws),
            least=count(plan.rungs[0]),
            most=most,
            seed=str(plan.seed),
        ),
    ]
    return SizePage(
        SEPARATOR.join([headline(result, words), say("wanted", percent=level(plan.certainty))]),
        (SizeTable("", tuple(say(f"{key}_column") for key in columns), rows, left=2, total=True),),
        tuple(notes),
    )


def _worth(result: KanoResult, words: Words) -> Iterator[str]:
    """In a weighted pilot: how many people it takes to be worth one who counts as all others."""
    if result.survey.weight is not None and result.features:
        most = max(each.people / each.size for each in result.features if each.size)
        yield words("sample_size", "weighted_note", factor=decimal(most))


def _features(result: KanoResult, plan: PilotPlan, words: Words) -> Iterator[SizeRow]:
    """A row per feature; dashes where nobody answered."""
    most = count(plan.rungs[-1])
    needed = zip(plan.needed(plan.as_found), plan.needed(plan.as_likely), strict=True)
    for feature, sizes in zip(result.features, needed, strict=True):
        category = feature.category
        if category is None:
            named = words("category", "outside" if feature.answered else "none")
            told = [DASH, DASH]
        else:
            named = f"{glyph(category)} {category.letter} {words.category(category)}"
            told = [_needed(n, most, words) for n in sizes]
        yield SizeRow((visible(feature.name), named, count(feature.people), *told), category)


def _needed(n: int | None, most: str, words: Words) -> str:
    """How many answers, or that the largest number is not enough."""
    return words("sample_size", "more", most=most) if n is None else count(n)
