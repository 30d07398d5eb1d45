"""The whole journey, part by part, as the report and `kano journey` show it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from kano_cli.errors import visible
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.blocks import Block, Heading
from kano_cli.report.document.journey.curve import curve_blocks
from kano_cli.report.document.journey.design import design_blocks, missing_blocks
from kano_cli.report.document.journey.excel import excel_blocks, excel_sentence, polish_blocks
from kano_cli.report.document.journey.loyalty import loyalty_blocks
from kano_cli.report.document.journey.stops import stops_blocks
from kano_cli.report.document.journey.values import SECTION, names_by_id
from kano_cli.report.document.sentences import listing
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import Words

Part: TypeAlias = Callable[[JourneyResult, Words], Iterator[Block]]

PARTS: Mapping[str, Part] = {
    "excel": excel_blocks,
    "stops": stops_blocks,
    "curve": curve_blocks,
    "polish": polish_blocks,
    "loyalty": loyalty_blocks,
    "design": design_blocks,
    "missing": missing_blocks,
}
"""Every part by its key, in the order in which a page shows them: first what to do."""


def journey_blocks(
    found: JourneyResult, words: Words, without: tuple[str, ...] = ()
) -> Iterator[Block]:
    """Every part that has something to say, each under a heading of its own.

    Args:
        found: the journey.
        words: in which language.
        without: parts to leave out, by their keys in `PARTS`.
    """
    for key, part in PARTS.items():
        if key not in without:
            yield from part(found, words)


def worth_telling(found: JourneyResult) -> bool:
    """Whether the questionnaire tells more of a journey than tags: a report has its pages then.

    Touchpoints and moments of features alone have a section of their own.
    """
    loyal = found.loyalty
    rated = (loyal.recommendation, loyal.satisfaction, loyal.effort, found.curve)
    told = {"touchpoints", "order"}.isdisjoint(found.missing) or "design" not in found.missing
    return told or any(each is not None for each in rated)


def told_journey(study: Study) -> JourneyResult | None:
    """The journey, where the questionnaire tells one; a report has its pages only then."""
    found = study.journey
    return found if found is not None and worth_telling(found) else None


def journey(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """The whole journey: where to excel first; its sentence leads, as the section's message."""
    found = told_journey(study)
    if found is None:
        return
    blocks = iter(journey_blocks(found, words))
    for at, block in enumerate(blocks):
        # What the section says at once needs no heading of its own.
        if at == 0 and isinstance(block, Heading):
            continue
        yield block


def journey_line(study: Study, words: Words) -> str:
    """What the summary says of the journey: what to mend, and where to excel; "" without one."""
    found = told_journey(study)
    if found is None or not found.stops:
        return ""
    names = names_by_id(found)
    failing = [
        words(SECTION, "chosen_at", name=names[each], touchpoint=visible(stop.touchpoint.name))
        for stop in found.stops
        for each in stop.failing
    ]
    said = [excel_sentence(found, words)]
    if failing:
        facts = {"count": len(failing), "names": listing(failing, words)}
        said.insert(0, words(SECTION, "mend_first", **facts))
    return " ".join(said)
