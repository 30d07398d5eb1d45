"""Features in several groups: one test each, adjusted for all, and how far the groups differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np

from kano_cli.comparison.counted import Counts, Row, pooled, table_of
from kano_cli.comparison.record import (
    SORTS,
    ComparedFeature,
    Difference,
    Group,
    GroupComparison,
    Kind,
    Path,
    WithAll,
)
from kano_cli.core.adjusted import benjamini_hochberg, holm
from kano_cli.core.homogeneity import Homogeneity, homogeneity
from kano_cli.core.intervals import better_difference, worse_difference
from kano_cli.core.path import direction
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.errors import KanoError, nearest
from kano_cli.findings import Finding

HOLM, FDR = "holm", "benjamini-hochberg"


@dataclass(frozen=True)
class HowTested:
    """How features are tested and ordered."""

    fdr: bool = False
    permutation: bool = False
    sort: str = SORTS[0]

    def __post_init__(self) -> None:
        """Refuse an order that does not exist."""
        if self.sort not in SORTS:
            near = nearest(self.sort, SORTS, 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'there is no order "{self.sort}"',
                "--sort",
                f"{meant}choose from {', '.join(SORTS)}",
            )


def compared(
    kind: Kind,
    by: str,
    groups: Sequence[Group],
    rows: Sequence[Row],
    settings: Settings,
    tests: HowTested,
    findings: Sequence[Finding] = (),
) -> GroupComparison:
    """The comparison of these groups.

    Args:
        kind: what the groups are.
        by: the column that tells them apart.
        groups: at least two.
        rows: each feature's result in every group; one that stands in one group only is listed
            and not compared.
        settings: how answers became categories; its confidence is that of tests and intervals.
        tests: how features are tested and ordered.
        findings: what is known about the groups.
    """
    both = [row for row in rows if _groups_with(row) > 1]
    found = [homogeneity(table_of(row), permutation=tests.permutation) for row in both]
    adjusted = _adjusted(found, tests)
    paths = _paths(both, found, adjusted, settings, tests) if kind is Kind.WAVES else {}
    before = _with_all(both, groups, settings, tests)
    features = [
        ComparedFeature(
            _first(row).id,
            _first(row).name,
            row,
            test,
            p,
            _below(p, settings),
            tuple(_differences(row, kind, settings.confidence)),
            paths.get(at),
            before[at],
        )
        for at, (row, test, p) in enumerate(zip(both, found, adjusted, strict=True))
    ]
    if tests.sort == SORTS[0]:
        features.sort(key=_most_different)
    rough = tuple(feature.name for feature in features if feature.test.rough)
    if rough:
        findings = [*findings, Finding("K311", {"count": len(rough), "features": rough})]
    alone = [
        (_first(row).name, next(at for at, result in enumerate(row) if result is not None))
        for row in rows
        if _groups_with(row) == 1
    ]
    return GroupComparison(
        kind,
        by,
        settings,
        FDR if tests.fdr else HOLM,
        tests.permutation,
        tests.sort,
        tuple(groups),
        tuple(features),
        tuple(alone),
        findings=tuple(sorted(findings, key=lambda finding: finding.code)),
    )


def _with_all(
    rows: Sequence[Row], groups: Sequence[Group], settings: Settings, tests: HowTested
) -> list[WithAll | None]:
    """What each test says with everybody counted; nothing where nobody was to be dropped."""
    gone = [group.result.dropped for group in groups]
    if None in gone:
        return [None] * len(rows)
    everybody: list[Row] = [
        tuple(
            dropped.with_all[each.id] if each and dropped else None
            for each, dropped in zip(row, gone, strict=True)
        )
        for row in rows
    ]
    found = [homogeneity(table_of(row), permutation=tests.permutation) for row in everybody]
    return [WithAll(p, _below(p, settings)) for p in _adjusted(found, tests)]


def _first(row: Row) -> FeatureResult:
    """The feature in the first group that has it."""
    return next(result for result in row if result is not None)


def _groups_with(row: Row) -> int:
    """How many groups have the feature."""
    return sum(result is not None for result in row)


def _adjusted(found: Sequence[Homogeneity], tests: HowTested) -> list[float]:
    """The p of each test, adjusted for all of them."""
    p_values = np.array([test.p_value for test in found], np.float64)
    adjusted: list[float] = (benjamini_hochberg if tests.fdr else holm)(p_values).tolist()
    return adjusted


def _below(p: float, settings: Settings) -> bool | None:
    """Whether a p says that groups differ; None where there is no test."""
    return None if isnan(p) else p < 1 - settings.confidence


def _most_different(feature: ComparedFeature) -> tuple[bool, float, float]:
    """The smallest adjusted p first, then the largest V; what has no test comes last."""
    none = isnan(feature.adjusted_p)
    return (none, 0.0, 0.0) if none else (none, feature.adjusted_p, -feature.test.cramers_v)


def _differences(row: Row, kind: Kind, confidence: float) -> list[Difference]:
    """Second minus first of two groups; of more, each segment against all others together.

    A wave is compared with the one before it.
    """
    table, last = table_of(row), len(row) - 1
    there = [result is not None for result in row]
    if kind is Kind.SEGMENTS and last > 1:
        return [
            _difference(at, None, table[at], pooled((*row[:at], *row[at + 1 :])), confidence)
            for at in range(len(row))
        ]
    return [
        _difference(at, at - 1, table[at], table[at - 1], confidence)
        for at in range(1, len(row))
        if there[at] and there[at - 1]
    ]


def _difference(
    group: int, against: int | None, mine: Counts, theirs: Counts, confidence: float
) -> Difference:
    """How Better and Worse of one row of counts, (6,), differ from those of another."""
    better, better_ends = better_difference(mine, theirs, confidence)
    worse, worse_ends = worse_difference(mine, theirs, confidence)
    return Difference(group, against, better, better_ends, worse, worse_ends)


def _paths(
    rows: Sequence[Row],
    found: Sequence[Homogeneity],
    adjusted: Sequence[float],
    settings: Settings,
    tests: HowTested,
) -> dict[int, Path]:
    """How each feature moved from the first wave to the last, where both have it."""
    at = [place for place, row in enumerate(rows) if row[0] is not None and row[-1] is not None]
    if rows and len(rows[0]) > 2:
        found = [
            homogeneity(table_of((row[0], row[-1])), permutation=tests.permutation) for row in rows
        ]
        # Only tests of features that both have: each that is made costs the others some power.
        found = [
            test if place in at else replace(test, asymptotic_p=nan, permutation_p=nan)
            for place, test in enumerate(found)
        ]
        adjusted = _adjusted(found, tests)
    paths = {}
    for place in at:
        ends = (rows[place][0], rows[place][-1])
        before, after = (result.category if result else None for result in ends)
        p = adjusted[place]
        paths[place] = Path(direction(before, after), p, bool(_below(p, settings)))
    return paths
