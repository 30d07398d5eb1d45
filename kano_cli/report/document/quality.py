"""How good the data are: what was read, what was left out, and what looks odd."""

from collections.abc import Iterator

from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.findings import Finding
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Kind,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.cells import counted, name_column, named, people, share
from kano_cli.report.document.hidden import shown_groups
from kano_cli.report.document.sentences import point
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.document.told import about_answers, told, unique
from kano_cli.report.dropped import Told, comparison
from kano_cli.report.words import Words

_COUNTED = ("counts", "categories")
"""Layouts without a row for each respondent."""

_ABOUT_GROUPS = "K303"
"""The first code about groups and waves; before it come those about one survey."""

_ELSEWHERE = ("K203", "K303", "K304", "K305")
"""Findings that stand in a table here, or above the groups that they are about."""


def quality(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """Rows, pairs, and whatever was found."""
    result = study.result
    yield from _rows(result, words)
    if result.features:
        yield _features(result, words)
    points = tuple(point(text) for text in _found(study, words, choices))
    if points:
        yield Heading(words("report_quality", "found"))
        yield Bullets(points)
    else:
        yield Paragraph(words("report_quality", "clean"))
    yield from _dropped(result, words)
    yield Paragraph(words("report_quality", "imputed"))


def _rows(result: KanoResult, words: Words) -> Iterator[Block]:
    """How many rows there are, and why some do not count."""
    survey = result.survey
    gone = {reason: n for reason, n in survey.left_out_rows.items() if n}
    if survey.layout in _COUNTED:
        yield Paragraph(words("report_quality", "no_rows"))
        return
    if survey.layout == "wide":
        dropped = result.dropped.respondents if result.dropped else 0
        every = survey.respondents + sum(gone.values()) + dropped
        rows = words("report_quality", "rows", count=every)
        yield Paragraph(words("report_quality", "intro", count=survey.respondents, rows=rows))
    else:
        yield Paragraph(words("report_quality", "counting", count=survey.respondents))
    if not gone:
        yield Paragraph(words("report_quality", "none_left_out"))
        return
    known = words.texts["left_out_as"]
    yield TableBlock(
        "left_out",
        words("report_quality", "left_out"),
        (
            Column("reason", words("report_quality", "reason")),
            Column("rows", words("report_quality", "left"), Kind.COUNT),
        ),
        tuple(
            (
                Cell(words("report_reason", reason) if reason in known else visible(reason)),
                people(n),
            )
            for reason, n in gone.items()
        ),
    )


def _features(result: KanoResult, words: Words) -> TableBlock:
    """Answered, half-answered, questionable and reverse pairs of each feature."""
    rows = tuple(
        (
            named(feature.name),
            people(feature.people),
            people(feature.half_answered),
            counted(feature.counts[Category.QUESTIONABLE]),
            share(feature.shares[Category.QUESTIONABLE]),
            share(feature.shares[Category.REVERSE]),
        )
        for feature in result.features
    )
    heads = {key: words("report_quality", key) for key in ("half", "questionable", "reverse")}
    return TableBlock(
        "quality",
        words("report_quality", "features"),
        (
            name_column(words),
            Column("n", words("column", "answered"), Kind.COUNT),
            Column("half_answered", heads["half"], Kind.COUNT),
            Column("questionable", heads["questionable"], Kind.COUNT),
            Column("questionable_share", f"{heads['questionable']} %", Kind.SHARE),
            Column("reverse_share", f"{heads['reverse']} %", Kind.SHARE),
        ),
        rows,
        (words("report_quality", "half_note"),),
    )


def _found(study: Study, words: Words, choices: Choices) -> Iterator[str]:
    """What was found in the survey and in its groups, and in the other waves by their names."""
    groups: list[Finding] = []
    for each in (study.segments, study.waves):
        if each is not None:
            groups += shown_groups(each, choices.min_group).comparison.findings
    own = study.result.survey.file
    for finding in unique([*about_answers(study.result), *groups]):
        file = finding.place.file
        if finding.code in _ELSEWHERE:
            continue
        if finding in groups and file == own and finding.code < _ABOUT_GROUPS:
            continue  # a wave of its own says again what the survey said
        text = told(finding, words)
        yield f"{visible(file)}: {text}" if finding in groups and file not in ("", own) else text


def _dropped(result: KanoResult, words: Words) -> Iterator[Block]:
    """The result with and without the respondents who were dropped."""
    beside = comparison(result, words)
    if beside is None:
        return
    yield Heading(words("report_quality", "dropped"))
    yield Paragraph(beside.summary)
    if not beside.changed:
        return
    name, with_all, without = beside.headings
    yield TableBlock(
        "dropped",
        beside.title,
        (
            Column("feature", name),
            Column("with_all", with_all, Kind.CATEGORY),
            Column("without", without, Kind.CATEGORY),
        ),
        tuple(
            (named(each.name), _side(each.with_all), _side(each.without)) for each in beside.changed
        ),
        tuple(filter(None, (beside.rest,))),
    )


def _side(side: Told) -> Cell:
    """A feature's category on one side."""
    return Cell(side.text, category=side.category)
