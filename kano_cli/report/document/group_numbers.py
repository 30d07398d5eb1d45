"""The numbers under a comparison: how far Better and Worse lie apart, and every test."""

from kano_cli.comparison.record import ComparedFeature, Difference, GroupComparison, Kind
from kano_cli.core.homogeneity import SEED, SHUFFLES
from kano_cli.errors import visible
from kano_cli.report.document import blocks
from kano_cli.report.document.blocks import Cell, Column, TableBlock
from kano_cli.report.document.cells import (
    coefficient,
    name_column,
    named,
    number,
    p_cell,
    people,
)
from kano_cli.report.numbers import DASH, decimal, level, p_value, signed
from kano_cli.report.words import Words


def differences_block(comparison: GroupComparison, words: Words) -> TableBlock | None:
    """How far Better and Worse lie apart where groups differ; None where they do not."""
    rows = tuple(
        _difference_row(feature, each, comparison, words)
        for feature in comparison.features
        if feature.differs
        for each in feature.differences
    )
    if not rows:
        return None
    interval = words("compare", "interval", level=level(comparison.settings.confidence))
    columns = (
        name_column(words),
        Column("groups", words("report_groups", f"of_{comparison.kind}")),
        Column("better", words("column", "better"), blocks.Kind.COEFFICIENT),
        Column("better_interval", interval),
        Column("worse", words("column", "worse"), blocks.Kind.COEFFICIENT),
        Column("worse_interval", interval),
    )
    caption = words("report_groups", "differences")
    return TableBlock(f"{comparison.kind}_differences", caption, columns, rows)


def _difference_row(
    feature: ComparedFeature, each: Difference, comparison: GroupComparison, words: Words
) -> tuple[Cell, ...]:
    """One difference of Better and of Worse."""
    one = visible(comparison.groups[each.group].name)
    if each.against is None:
        which = words("report_groups", "minus_others", one=one)
    else:
        two = visible(comparison.groups[each.against].name)
        which = words("report_groups", "minus", one=one, two=two)
    return (
        named(feature.name),
        Cell(which),
        number(signed(each.better), each.better),
        _ends(each.better_interval, words),
        number(signed(each.worse), each.worse),
        _ends(each.worse_interval, words),
    )


def _ends(ends: tuple[float, float], words: Words) -> Cell:
    """Both ends of the interval of a difference."""
    if ends[0] != ends[0]:
        return Cell(DASH)
    return Cell(words("report", "range", low=signed(ends[0]), high=signed(ends[1])))


def tests_block(comparison: GroupComparison, words: Words) -> TableBlock:
    """The test of each feature, number by number."""
    shuffled = comparison.shuffled
    columns = [
        name_column(words),
        Column("chi2", "χ²", blocks.Kind.SCORE),
        Column("df", "df", blocks.Kind.COUNT),
        Column("n", words("column", "answered"), blocks.Kind.COUNT),
        Column("smallest_expected", "min E", blocks.Kind.SCORE),
        Column("p", "p", blocks.Kind.P_VALUE),
    ]
    if shuffled:
        head = words("compare", "p_shuffled")
        columns.append(Column("permutation_p", head, blocks.Kind.P_VALUE))
    columns.append(Column("adjusted_p", words("compare", "p_adjusted"), blocks.Kind.P_VALUE))
    rows = []
    for feature in comparison.features:
        test = feature.test
        row = [
            named(feature.name),
            coefficient(test.chi2),
            people(test.df) if test.df else Cell(DASH),
            people(test.n) if isinstance(test.n, int) else number(decimal(test.n, 1), test.n),
            number(decimal(test.smallest_expected, 1), test.smallest_expected),
            p_cell(test.asymptotic_p),
        ]
        if shuffled:
            row.append(number(p_value(test.permutation_p), test.permutation_p))
        rows.append((*row, p_cell(feature.adjusted_p)))
    notes = [words("compare", "test_note")]
    if shuffled and not comparison.permutation:
        notes.append(words("compare", "thin_note", shuffles=SHUFFLES, seed=SEED))
    notes.append(words("compare", f"people_{comparison.kind}"))
    if comparison.kind is Kind.WAVES and len(comparison.groups) > 2:
        notes.append(words("compare", "ends_note"))
    caption = words("report_groups", "tests")
    return TableBlock(
        f"{comparison.kind}_tests", caption, tuple(columns), tuple(rows), tuple(notes)
    )
