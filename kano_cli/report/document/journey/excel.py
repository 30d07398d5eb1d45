"""Where to excel, and what to stop polishing: each with its reasons and what it rests on."""

from collections.abc import Iterator, Sequence

from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.journey.record import Against, Curve, Excel, JourneyResult, Reason
from kano_cli.report.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Kind,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.cells import (
    coefficient,
    interval,
    name_column,
    named,
    number,
    sure_cell,
)
from kano_cli.report.document.journey.values import (
    SECTION,
    interval_column,
    names_by_id,
    same,
    signed_name,
)
from kano_cli.report.document.sentences import listing, names_of, sentence
from kano_cli.report.numbers import DASH, amount
from kano_cli.report.words import Words

_LOW = (Reason.AT_PEAK, Reason.NEAR_PEAK)


def excel_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """The chosen wow features and why, then the others and what is against them."""
    yield Heading(words(SECTION, "excel"))
    yield Paragraph(excel_sentence(found, words), strong=True)
    if not found.excel:
        return
    if found.dose:
        yield Paragraph(words(SECTION, "dose", count=found.dose))
    for key, chosen in (("chosen", True), ("others", False)):
        plan = [each for each in found.excel if each.chosen is chosen]
        if plan:
            yield _table(key, plan, found, words)


def excel_sentence(found: JourneyResult, words: Words) -> str:
    """Where to excel, or why nowhere, in one sentence."""
    chosen = [
        words(
            SECTION,
            "chosen_at",
            name=visible(each.feature.name),
            touchpoint=visible(each.touchpoint),
        )
        for each in found.chosen
    ]
    if chosen:
        return words(SECTION, "excel_with", names=listing(chosen, words))
    if not found.excel:
        return words(SECTION, "excel_no_wow")
    if not found.dose:
        return words(SECTION, "excel_no_dose")
    names = names_of(each.feature for each in found.excel)
    return words(SECTION, "excel_none", count=len(names), names=listing(names, words))


def why(each: Excel, found: JourneyResult, words: Words) -> str:
    """The reasons for a choice, or what is against it, in words."""
    if each.chosen:
        texts = [reason_words(reason, found.curve, words) for reason in each.reasons]
    else:
        texts = [_against(against, each, found, words) for against in each.against]
    return sentence("; ".join(texts)) if texts else DASH


def reason_words(reason: Reason, curve: Curve | None, words: Words) -> str:
    """One reason; a peak may be the worst moment, and is called so then."""
    if reason in _LOW and curve is not None and peaks_low(curve):
        return words(SECTION, f"reason_{reason.value}-low")
    return words(SECTION, f"reason_{reason.value}")


def peaks_low(curve: Curve) -> bool:
    """Whether the moment that stands out most is a bad one."""
    return any(
        each.after is not None and each.after.mean.mean < curve.neutral
        for each in curve.points
        if curve.peak is not None and same(each.touchpoint, curve.peak)
    )


def _against(against: Against, each: Excel, found: JourneyResult, words: Words) -> str:
    """One thing against a choice; a basic that fails is named."""
    if against is Against.BASIC_FAILS:
        names = names_by_id(found)
        failing = [names[key] for key in each.because_of if key in names]
        facts = {"count": len(failing), "names": listing(failing, words)}
        return words(SECTION, "against_basic-fails", **facts)
    return words(SECTION, f"against_{against.value}")


def rests_on(feature: FeatureResult, words: Words) -> tuple[Cell, ...]:
    """How sure the category is, of how many people, and Better with its interval."""
    return (
        sure_cell(feature),
        number(amount(feature.answered), feature.answered),
        coefficient(feature.better),
        interval(feature.better_interval, words),
    )


def _rest_columns(found: JourneyResult, words: Words) -> tuple[Column, ...]:
    """The columns of what a choice rests on."""
    return (
        Column("certainty", words("column", "sure"), Kind.SHARE),
        Column("n", words("column", "answered"), Kind.COUNT),
        Column("better", words("column", "better"), Kind.COEFFICIENT),
        interval_column("better", found, words),
    )


def _table(key: str, plan: Sequence[Excel], found: JourneyResult, words: Words) -> TableBlock:
    """The chosen, or the others."""
    rows = tuple(
        (
            named(each.feature.name),
            Cell(visible(each.touchpoint) or DASH),
            Cell(why(each, found, words)),
            *rests_on(each.feature, words),
        )
        for each in plan
    )
    columns = (
        name_column(words),
        Column("touchpoint", words(SECTION, "touchpoint")),
        Column("why", words(SECTION, f"{key}_why")),
        *_rest_columns(found, words),
    )
    return TableBlock(f"excel_{key}", words(SECTION, f"{key}_caption"), columns, rows)


def polish_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """What to stop polishing, and why; nothing where there is nothing to stop."""
    if not found.polish:
        return
    yield Heading(words(SECTION, "polish"))
    yield Paragraph(words(SECTION, "polish_intro"))
    rows = tuple(
        (
            Cell(signed_name(each.feature)),
            Cell(visible(each.touchpoint) or DASH),
            Cell(words(SECTION, f"polish_{each.why}")),
            *rests_on(each.feature, words),
        )
        for each in found.polish
    )
    columns = (
        name_column(words),
        Column("touchpoint", words(SECTION, "touchpoint")),
        Column("why", words(SECTION, "chosen_why")),
        *_rest_columns(found, words),
    )
    yield TableBlock("polish", words(SECTION, "polish_caption"), columns, rows)
