"""Groups or waves side by side: what they want, how sure that is, and every test."""

from collections.abc import Iterator

from kano_cli.comparison.record import GroupComparison, Kind
from kano_cli.errors import visible
from kano_cli.report.document import blocks
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.document.cells import (
    category_cell,
    coefficient,
    name_column,
    named,
    p_cell,
)
from kano_cli.report.document.group_numbers import differences_block, tests_block
from kano_cli.report.document.hidden import Shown, group_sizes, refuse_personal, shown_groups
from kano_cli.report.document.sentences import listing, point, some_of
from kano_cli.report.document.shares import groups_figure
from kano_cli.report.document.told import told
from kano_cli.report.group_words import said
from kano_cli.report.groups import ABOVE, ADJUSTED, worth
from kano_cli.report.numbers import DASH, count
from kano_cli.report.words import Words


def group_blocks(comparison: GroupComparison, words: Words, least: int) -> Iterator[Block]:
    """Everything about one comparison.

    Raises:
        KanoError: if the groups name people.
    """
    refuse_personal(comparison)
    shown = shown_groups(comparison, least)
    if shown.enough:
        yield from _shown(shown, words, least)
    else:
        yield Paragraph(words("report_groups", "too_few", least=least))


def _shown(shown: Shown, words: Words, least: int) -> Iterator[Block]:
    """What is said, the tables, and the figure of what differs."""
    comparison, kind = shown.comparison, shown.comparison.kind
    for finding in comparison.findings:
        if finding.code in ABOVE:
            yield Paragraph(told(finding, words), strong=True)
    differing = [feature for feature in comparison.features if feature.differs]
    key = f"lead_{kind}" if differing else f"none_{kind}"
    names = some_of([visible(feature.name) for feature in differing], words)
    yield Paragraph(words("report_groups", key, count=len(differing), names=names), strong=True)
    yield Paragraph(" ".join(_introduced(shown, words, least)))
    yield Heading(words("compare", f"said_{kind}"))
    yield Bullets(tuple(_who_wants_what(comparison, words)))
    yield _categories(shown, words, least)
    figure = groups_figure(comparison, differing, words)
    if figure is not None and kind is Kind.SEGMENTS:
        yield figure
    if (table := differences_block(comparison, words)) is not None:
        yield table
    yield tests_block(comparison, words)


def _who_wants_what(comparison: GroupComparison, words: Words) -> Iterator[Point]:
    """A line for each feature with something to say; of all others only some are named."""
    untold = {
        words("compare", f"alike_{comparison.kind}"): False,
        words("compare", "untested"): True,
    }
    lines = tuple(said(comparison, words))
    labels = {line.label for line in lines}
    for line in lines:
        text = line.text
        if line.label in untold:
            names = [
                visible(each.name)
                for each in comparison.features
                if visible(each.name) not in labels and (each.differs is None) is untold[line.label]
            ]
            text = some_of(names, words)
        yield point(f"{text}.", line.label)


def _introduced(shown: Shown, words: Words, least: int) -> Iterator[str]:
    """Who was compared with whom, and who is not shown."""
    comparison = shown.comparison
    groups = [
        f"{visible(name)} ({words('report', 'people', count=n)})"
        for name, n in group_sizes(comparison.groups)
    ]
    facts = {"groups": listing(groups, words)}
    if comparison.kind is Kind.SEGMENTS:
        yield words("report_groups", "intro", by=visible(comparison.by), **facts)
    else:
        yield words("report_groups", "intro_waves", **facts)
    if shown.groups:
        people_text = words("report", "people", count=shown.people)
        hidden = {"least": least, "people": people_text}
        yield words("report_groups", "hidden", count=shown.groups, **hidden)
    if comparison.left_out:
        yield words("report_groups", "left_out", count=comparison.left_out)
    if comparison.alone:
        names = [visible(name) for name, _ in comparison.alone]
        facts = {"names": some_of(names, words)}
        yield words("report_groups", "more_alone", count=len(names), **facts)


def _categories(shown: Shown, words: Words, least: int) -> TableBlock:
    """The category of each feature in each group, and the test."""
    comparison = shown.comparison
    heads = [
        Column(
            f"group_{at + 1}",
            f"{visible(name)} ({count(n)})",
            blocks.Kind.CATEGORY,
        )
        for at, (name, n) in enumerate(group_sizes(comparison.groups))
    ]
    rows = tuple(
        (
            named(feature.name),
            *(
                Cell(DASH) if result is None else category_cell(result, words)
                for result in feature.results
            ),
            coefficient(feature.test.cramers_v),
            p_cell(feature.adjusted_p),
        )
        for feature in comparison.features
    )
    tests = sum(feature.differs is not None for feature in comparison.features)
    notes = [
        words("compare", "legend", count=tests, how=ADJUSTED[comparison.adjustment]),
        words("report_ranking", "note_mixed"),
    ]
    if shown.cells:
        notes.append(words("report_groups", "hidden_cells", least=least))
    notes += worth(comparison.groups, words)
    if comparison.kind is Kind.WAVES:
        notes.append(words("compare", "path_note"))
    return TableBlock(
        comparison.kind.value,
        words("report_groups", f"categories_{comparison.kind}"),
        (
            name_column(words),
            *heads,
            Column("v", "V", blocks.Kind.COEFFICIENT),
            Column("p", "p", blocks.Kind.P_VALUE),
        ),
        rows,
        tuple(notes),
    )
