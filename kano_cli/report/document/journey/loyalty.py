"""Loyalty: recommendation, by group and by who got a feature, satisfaction and effort."""

from collections.abc import Iterator

from kano_cli.errors import visible
from kano_cli.journey.emotion import LEAST
from kano_cli.journey.loyalty import NetScore
from kano_cli.journey.record import JourneyResult, Satisfaction, Share
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Kind,
    Point,
    TableBlock,
)
from kano_cli.report.document.cells import name_column, named, number, share
from kano_cli.report.document.journey.measures import (
    effort_point,
    nps_sentence,
    satisfaction_sentence,
)
from kano_cli.report.document.journey.values import (
    SECTION,
    base_cell,
    base_column,
    between,
    interval_column,
    moved,
    rated_cell,
    rated_column,
)
from kano_cli.report.document.sentences import point
from kano_cli.report.numbers import count, level, percent
from kano_cli.report.words import Words


def loyalty_blocks(found: JourneyResult, words: Words) -> Iterator[Block]:
    """A line for each measure, then the tables; nothing where nobody rated anything."""
    points = tuple(loyalty_points(found, words))
    if not points:
        return
    yield Heading(words(SECTION, "loyalty"))
    yield Bullets(points)
    if found.loyalty.recommendation is not None:
        yield _recommendation(found, words)
    if found.loyalty.received:
        yield _received(found, words)
    if found.loyalty.satisfaction and found.loyalty.satisfaction.nines_and_tens:
        yield _shares(found.loyalty.satisfaction, found, words)


def loyalty_points(found: JourneyResult, words: Words) -> Iterator[Point]:
    """A line for each measure with its interval and its base."""
    loyal = found.loyalty
    at, weighted = level(found.confidence), found.result.survey.weight is not None
    if loyal.recommendation is not None:
        yield point(nps_sentence(loyal.recommendation, found, words), words(SECTION, "nps_label"))
    if loyal.satisfaction is not None:
        text = satisfaction_sentence(loyal.satisfaction, at, words, weighted=weighted)
        yield point(text, words(SECTION, "satisfaction_label"))
    if loyal.effort is not None:
        yield effort_point(loyal.effort, at, words, weighted=weighted)


def _recommendation(found: JourneyResult, words: Words) -> TableBlock:
    """The net promoter score of everybody and of each group."""
    weighted = found.result.survey.weight is not None
    total = found.loyalty.recommendation
    scores = [(words(SECTION, "everybody"), total)] if total else []
    scores += [
        (f"{visible(each.column)}: {visible(each.group)}", each.score)
        for each in found.loyalty.groups
    ]
    rows = tuple(
        (
            Cell(group),
            rated_cell(score.score),
            rated_cell(score.se),
            Cell(between(score.interval, words)),
            *_classes(score),
            base_cell(score.answered, weighted=weighted),
        )
        for group, score in scores
    )
    columns = (
        Column("group", words(SECTION, "who")),
        rated_column("score", words),
        rated_column("se", words),
        interval_column("score", found, words),
        *(Column(key, words(SECTION, key), Kind.SHARE) for key in ("above", "between", "below")),
        base_column(words, weighted=weighted),
    )
    notes = [words(SECTION, "nps_note")]
    if found.loyalty.groups:
        notes.append(words(SECTION, "least", count=LEAST))
    if any(score.uniform for _, score in scores):
        notes.append(words(SECTION, "uniform_note"))
    return TableBlock("recommendation", words(SECTION, "nps_caption"), columns, rows, tuple(notes))


def _classes(score: NetScore) -> tuple[Cell, Cell, Cell]:
    """The shares of promoters, passives and detractors."""
    n = score.answered or float("nan")
    return share(score.above / n), share(score.between / n), share(score.below / n)


def _received(found: JourneyResult, words: Words) -> TableBlock:
    """The net promoter score of who got a feature beside that of the others."""
    weighted = found.result.survey.weight is not None
    rows = tuple(
        (
            named(each.name),
            rated_cell(each.received.score),
            base_cell(each.received.answered, weighted=weighted),
            rated_cell(each.others.score),
            base_cell(each.others.answered, weighted=weighted),
            number(moved(each.difference.difference), each.difference.difference),
            Cell(between(each.difference.interval, words)),
        )
        for each in found.loyalty.received
    )
    base = base_column(words, weighted=weighted)
    columns = (
        name_column(words),
        rated_column("received", words),
        Column("received_n", base.heading, base.kind),
        rated_column("others_score", words),
        Column("others_n", base.heading, base.kind),
        rated_column("difference", words),
        interval_column("difference", found, words),
    )
    notes = (words(SECTION, "received_note"), words(SECTION, "least_received", count=LEAST))
    return TableBlock("received", words(SECTION, "received_caption"), columns, rows, notes)


def _shares(score: Satisfaction, found: JourneyResult, words: Words) -> TableBlock:
    """The three shares of ratings from 1 to 10."""
    shares: list[tuple[str, Share]] = [
        (key, each)
        for key in ("nines_and_tens", "sevens_and_eights", "six_or_lower")
        if (each := getattr(score, key)) is not None
    ]
    rows = tuple(
        (
            Cell(words(SECTION, key)),
            share(each.share),
            number(count(each.count), each.count),
            Cell(_percents(each.interval, words)),
        )
        for key, each in shares
    )
    columns = (
        Column("rating", words(SECTION, "rating")),
        Column("share", words(SECTION, "share"), Kind.SHARE),
        Column("count", words(SECTION, "people"), Kind.COUNT),
        interval_column("share", found, words),
    )
    notes = (words(SECTION, "shares_note", count=shares[0][1].answered),)
    return TableBlock("satisfaction", words(SECTION, "shares_caption"), columns, rows, notes)


def _percents(ends: tuple[float, float], words: Words) -> str:
    """Both ends of the interval of a share."""
    low, high = map(percent, ends)
    return words("report", "range", low=low, high=high)
