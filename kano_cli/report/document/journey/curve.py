"""The emotion curve: its figure, what it comes to in words, and its numbers."""

from collections.abc import Iterator, Sequence

from kano_cli.errors import visible
from kano_cli.journey.record import Curve, CurvePoint, JourneyResult, Measured
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    FigureBlock,
    Heading,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.document.cells import number
from kano_cli.report.document.figures import Axis, CurveFigure, CurveStop, Felt, Turn
from kano_cli.report.document.journey.excel import peaks_low
from kano_cli.report.document.journey.values import (
    SECTION,
    base_cell,
    base_column,
    between,
    interval_column,
    moved,
    rated,
    rated_cell,
    rated_column,
    same,
    scale,
)
from kano_cli.report.document.sentences import listing, point
from kano_cli.report.numbers import DASH, level, shortest
from kano_cli.report.words import Words


def curve_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """Figure, sentences and numbers; nothing where nobody rated a touchpoint."""
    if found.curve is None:
        return
    yield Heading(words(SECTION, "curve"))
    figure = curve_figure(found, words)
    caption = words(SECTION, "curve_caption", level=level(found.confidence))
    yield FigureBlock("curve", caption, _alt(figure), figure)
    if points := tuple(curve_points(found, words)):
        yield Bullets(points)
    if found.curve.peak is not None:
        yield Paragraph(words(SECTION, "memory"))
    yield _emotion(found, words)
    if any(each.lift for each in found.curve.points):
        yield _lifts(found, words)


def _alt(figure: CurveFigure) -> str:
    """The means in words, with peak and end; the table has their intervals."""
    told = [
        f"{stop.label} {stop.after.text}{f' ({stop.mark})' if stop.mark else ''}"
        for stop in figure.stops
        if stop.after
    ]
    return f"{figure.after}: {', '.join(told)}." if told else figure.title


def curve_sentences(curve: Curve, words: Words) -> Iterator[str]:
    """What the curve comes to: peak, end, and what people may remember beside the plain mean."""
    means = {each.touchpoint: each.after.mean.mean for each in curve.points if each.after}
    if curve.peak is None or curve.end is None:
        yield words(SECTION, "curve_no_after")
        return
    low = "_low" if peaks_low(curve) else ""
    facts = {
        "peak": visible(curve.peak),
        "peak_mean": rated(means[curve.peak]),
        "end": visible(curve.end),
        "end_mean": rated(means[curve.end]),
        "neutral": shortest(curve.neutral),
    }
    yield words(
        SECTION, ("peak_is_end" if curve.peak == curve.end else "peak_and_end") + low, **facts
    )
    yield words(SECTION, "peak_end", score=rated(curve.peak_end), mean=rated(curve.mean))


def curve_points(found: JourneyResult, words: Words) -> Iterator[Point]:
    """Lines under the figure: peak and end, where people sink, where a touchpoint moves them."""
    curve = found.curve
    if curve is None:
        return
    for text in curve_sentences(curve, words):
        yield point(text)
    low = [stop.touchpoint.name for stop in found.stops if stop.sinks]
    for each in curve.points:
        if each.after and any(same(each.touchpoint, name) for name in low):
            facts = {"mean": rated(each.after.mean.mean), "neutral": shortest(curve.neutral)}
            interval = between(each.after.interval, words)
            yield point(
                words(
                    SECTION,
                    "sinks",
                    touchpoint=visible(each.touchpoint),
                    interval=interval,
                    **facts,
                )
            )
    for key, sign in (("lifts", 1), ("drops", -1)):
        turned = [
            f"{visible(each.touchpoint)} ({moved(each.lift.mean.mean)})"
            for each in curve.points
            if each.lift and min(sign * end for end in each.lift.interval) > 0
        ]
        if turned:
            yield point(words(SECTION, key, count=len(turned), names=listing(turned, words)))


def curve_figure(found: JourneyResult, words: Words) -> CurveFigure:
    """The curve before it is drawn.

    Raises:
        ValueError: if there is no curve.
    """
    curve = found.curve
    if curve is None:
        raise ValueError("no touchpoint was rated")
    phases = {name: phase for phase, names in found.phases.items() for name in names}
    ends = {"lowest": shortest(curve.lowest), "highest": shortest(curve.highest)}
    return CurveFigure(
        words(SECTION, "curve"),
        Axis(words(SECTION, "axis", **ends), curve.lowest, curve.highest, curve.neutral),
        tuple(_stop(each, phases.get(each.touchpoint, ""), curve, words) for each in curve.points),
        words(SECTION, "neutral", neutral=shortest(curve.neutral)),
        words(SECTION, "before"),
        words(SECTION, "after"),
    )


def _stop(each: CurvePoint, phase: str, curve: Curve, words: Words) -> CurveStop:
    """A touchpoint of the figure."""
    peak, end = each.touchpoint == curve.peak, each.touchpoint == curve.end
    turn = Turn.BOTH if peak and end else Turn.PEAK if peak else Turn.END if end else Turn.NONE
    key = f"turn_{turn.value}" + ("_low" if peak and peaks_low(curve) else "")
    told = [
        words(
            SECTION, f"told_{name}", mean=rated(it.mean.mean), interval=between(it.interval, words)
        )
        for name, it in (("before", each.before), ("after", each.after))
        if it is not None
    ]
    mark = words(SECTION, key) if turn else ""
    return CurveStop(
        visible(each.touchpoint),
        visible(phase),
        _felt(each.before),
        _felt(each.after),
        turn,
        mark,
        f"{visible(each.touchpoint)}: {', '.join([*told, *filter(None, [mark])])}",
    )


def _felt(it: Measured | None) -> Felt | None:
    """A mean as a figure places it."""
    return Felt(it.mean.mean, it.interval, rated(it.mean.mean)) if it else None


def _emotion(found: JourneyResult, words: Words) -> TableBlock:
    """How people felt before and after every touchpoint."""
    curve = found.curve
    points = curve.points if curve else ()
    notes: tuple[str, ...] = ()
    if curve is not None:
        ends = scale(curve.lowest, curve.highest, words)
        notes = (words(SECTION, "emotion_note", scale=ends),)
    return _table("emotion", ("before", "after"), points, notes, found, words)


def _lifts(found: JourneyResult, words: Words) -> TableBlock:
    """What a touchpoint does to people: after minus before, where both were rated."""
    points = [each for each in (found.curve.points if found.curve else ()) if each.lift]
    return _table("lift", ("lift",), points, (words(SECTION, "lift_note"),), found, words)


def _table(
    name: str,
    keys: Sequence[str],
    points: Sequence[CurvePoint],
    notes: tuple[str, ...],
    found: JourneyResult,
    words: Words,
) -> TableBlock:
    """Means with interval and base; columns that nobody filled are left out."""
    weighted = found.result.survey.weight is not None
    base = base_column(words, weighted=weighted)
    columns = [Column("touchpoint", words(SECTION, "touchpoint"))]
    rows: list[list[Cell]] = [[Cell(visible(each.touchpoint))] for each in points]
    for key in keys:
        column: list[Measured | None] = [getattr(each, key) for each in points]
        if not any(column):
            continue
        columns += [
            rated_column(key, words),
            interval_column(key, found, words),
            Column(f"{key}_n", base.heading, base.kind),
        ]
        for row, it in zip(rows, column, strict=True):
            row.extend(_measured(it, words, weighted=weighted, sign=key == "lift"))
    caption = words(SECTION, f"{name}_caption")
    return TableBlock(name, caption, tuple(columns), tuple(map(tuple, rows)), notes)


def _measured(
    it: Measured | None, words: Words, *, weighted: bool, sign: bool
) -> tuple[Cell, Cell, Cell]:
    """A mean, its interval and its base."""
    if it is None:
        return Cell(DASH), Cell(DASH), Cell(DASH)
    mean = it.mean.mean
    shown = number(moved(mean), mean) if sign else rated_cell(mean)
    return (
        shown,
        Cell(between(it.interval, words)),
        base_cell(it.mean.n, weighted=weighted),
    )
