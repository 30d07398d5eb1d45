"""The touchpoints: what the team calls each, and what its features make of it."""

from collections.abc import Iterator, Sequence

from kano_cli.errors import visible
from kano_cli.journey.record import Agreement, JourneyResult, Says, Stop
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Point,
    TableBlock,
)
from kano_cli.report.document.journey.values import (
    SECTION,
    names_by_id,
    signed_name,
)
from kano_cli.report.document.sentences import listing, point
from kano_cli.report.numbers import DASH
from kano_cli.report.words import Words

_ODD = (Agreement.NO_WOW, Agreement.WOW_HERE, Agreement.INDIFFERENT)


def stops_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """What to know of single touchpoints, then all of them in order; nothing without any."""
    if not found.stops:
        return
    yield Heading(words(SECTION, "stops"))
    if points := tuple(stop_points(found, words)):
        yield Bullets(points)
    yield _table(found, words)


def stop_points(found: JourneyResult, words: Words) -> Iterator[Point]:
    """A line for each basic that fails, and for each touchpoint that is not what it is called."""
    names = names_by_id(found)
    for stop in found.stops:
        if stop.failing:
            failing = [names[each] for each in stop.failing]
            key = "fails_truth" if stop.touchpoint.moment in ("truth", "excel") else "fails"
            text = words(SECTION, key, count=len(failing), names=listing(failing, words))
            yield point(text, visible(stop.touchpoint.name))
    for stop in found.stops:
        if stop.agreement in _ODD:
            yield point(_odd(stop, names, words), visible(stop.touchpoint.name))


def _odd(stop: Stop, names: dict[str, str], words: Words) -> str:
    """Why a touchpoint is not what the team calls it, and what to do about that."""
    if stop.agreement is Agreement.WOW_HERE:
        delights = [names[each] for each in stop.delights]
        facts = {"count": len(delights), "names": listing(delights, words)}
        return words(SECTION, "odd_wow_here", **facts)
    if stop.agreement is Agreement.INDIFFERENT:
        return words(SECTION, "odd_indifferent")
    return words(SECTION, f"odd_no_wow_{stop.says.value}")


def _table(found: JourneyResult, words: Words) -> TableBlock:
    """Every touchpoint with its features, in order; phases where the questionnaire has them."""
    stops = found.stops
    phased = any(stop.touchpoint.phase for stop in stops)
    heads = [
        Column(key, words(SECTION, key))
        for key in ("phase", "touchpoint", "moment", "says", "agreement", "features")
    ]
    rows = (*(_row(stop, words) for stop in stops), *_nowhere(found, words))
    if not phased:
        heads, rows = heads[1:], tuple(row[1:] for row in rows)
    return TableBlock(
        "stops", words(SECTION, "stops_caption"), tuple(heads), rows, tuple(_notes(stops, words))
    )


def _row(stop: Stop, words: Words) -> tuple[Cell, ...]:
    """One touchpoint."""
    moment = stop.touchpoint.moment
    agreement = "" if stop.agreement is Agreement.UNDECLARED else f"agrees_{stop.agreement.value}"
    return (
        Cell(visible(stop.touchpoint.phase) or DASH),
        Cell(visible(stop.touchpoint.name)),
        Cell(words("report_touchpoints", moment) if moment else DASH),
        Cell(
            words(SECTION, f"says_{stop.says.value}"),
            unsure=stop.says in (Says.UNDECIDED, Says.NOTHING),
        ),
        Cell(words(SECTION, agreement) if agreement else DASH),
        Cell(_features(stop, words)),
    )


def _features(stop: Stop, words: Words) -> str:
    """The features of a touchpoint; those that are not settled say so, and so do failing ones."""
    told = []
    for each in stop.features:
        if each.id in stop.open:
            told.append(words(SECTION, "open", feature=signed_name(each)))
        elif each.id in stop.failing:
            told.append(words(SECTION, "failing", feature=signed_name(each)))
        else:
            told.append(signed_name(each))
    return ", ".join(told) or DASH


def _nowhere(found: JourneyResult, words: Words) -> Iterator[tuple[Cell, ...]]:
    """A last row for the features that name no touchpoint."""
    placed = {each.id for stop in found.stops for each in stop.features}
    left = [each for each in found.result.features if each.id not in placed]
    if left:
        names = ", ".join(map(signed_name, left))
        dashes = (Cell(DASH),) * 3
        yield (Cell(DASH), Cell(words(SECTION, "nowhere"), unsure=True), *dashes, Cell(names))


def _notes(stops: Sequence[Stop], words: Words) -> Iterator[str]:
    """What the column of features rests on, and whose the moments are."""
    if any(stop.touchpoint.moment for stop in stops):
        yield words(SECTION, "stops_note")
    yield words(SECTION, "says_note")
