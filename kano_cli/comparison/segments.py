"""One survey, split into groups of people by a column of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kano_cli.analysis import analyse, beside
from kano_cli.checks.dropping import (
    Kept,
    dropped_findings,
    dropped_kinds,
    kept_respondents,
    without,
)
from kano_cli.checks.respondents import Mask, respondents
from kano_cli.comparison.compared import HowTested, compared
from kano_cli.comparison.record import Group, GroupComparison, Kind
from kano_cli.comparison.small import small_groups
from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult, Settings
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Finding
from kano_cli.study.responses import Groups, Responses, Survey

MOST = 12
"""More groups than this are a column of names, dates or numbers, and nobody reads them."""

_ABOUT_ALL = frozenset({"K201", "K202", "K301", "K302"})
"""Findings about the categories of everybody together, who have no category here."""


@dataclass(frozen=True)
class Segments:
    """The groups of a survey, with who is in none, and what to know about all of them."""

    column: str
    groups: tuple[Group, ...]
    nobody: Group | None
    findings: tuple[Finding, ...]

    @property
    def all(self) -> tuple[Group, ...]:
        """Every group, and last those who are in none."""
        return (*self.groups, *([self.nobody] if self.nobody else ()))

    def shown(self, only: Collection[Category] = (), top: int | None = None) -> "Segments":
        """The same groups with fewer features in each."""

        def fewer(group: Group) -> Group:
            return replace(group, result=group.result.shown(only, top))

        groups = tuple(fewer(group) for group in self.groups)
        return replace(self, groups=groups, nobody=self.nobody and fewer(self.nobody))


def segments(survey: Survey, settings: Settings, drop: str = "") -> Segments:
    """The result of each group of a survey that was read with `by`; empty groups, too.

    Raises:
        KanoError: if nothing says who is in which group, or the groups are too many.
    """
    if survey.responses is None or survey.responses.groups is None:
        raise _no_groups(survey)
    groups = survey.responses.groups
    _refuse_many(groups, survey)
    kept = None
    if kinds := dropped_kinds(drop):
        people = respondents(survey.responses, settings.table)
        kept = kept_respondents(survey, people, kinds)
    names = dict(enumerate(groups.named)) | ({-1: ""} if (groups.codes < 0).any() else {})
    split = {
        at: Group(name, _result(survey, survey.responses, groups.codes == at, settings, kept))
        for at, name in names.items()
    }
    nobody = split.pop(-1, None)
    found = tuple(split.values())
    counted = survey if kept is None else without(survey, kept)
    noticed = [
        *analyse(counted, replace(settings, sort="file")).findings,
        *(dropped_findings(kept) if kept else ()),
        *small_groups(found),
    ]
    noticed = [finding for finding in noticed if finding.code not in _ABOUT_ALL]
    noticed.sort(key=lambda finding: finding.code)
    return Segments(groups.column, found, nobody, tuple(noticed))


def _result(
    survey: Survey, responses: Responses, rows: Mask, settings: Settings, kept: Kept | None
) -> KanoResult:
    """The result of one group; where people were dropped, that of all of it stands beside."""

    def of(some: Mask) -> KanoResult:
        origin = replace(survey.origin, respondents=int(some.sum()), left_out_rows={})
        return analyse(Survey.of(responses.only(some), origin), settings)

    if kept is None:
        return of(rows)
    return beside(of(rows & kept.mask), of(rows).features, kept.counts(rows))


def compare_segments(
    survey: Survey, settings: Settings, tests: HowTested | None = None, drop: str = ""
) -> GroupComparison:
    """The groups of a survey that was read with `by`, compared; who is in none is left out.

    Raises:
        KanoError: if there are not at least two groups with answers.
    """
    found = segments(survey, settings, drop)
    there = [group for group in found.groups if group.respondents]
    if len(there) < 2:
        raise _nothing_to_compare(found, there, survey, drop)
    features = [feature.id for feature in survey.features]
    by_id = [{each.id: each for each in group.result.features} for group in found.groups]
    rows = [tuple(results[key] for results in by_id) for key in features]
    left_out = found.nobody.respondents if found.nobody else 0
    noticed = [*found.findings]
    if left_out:
        noticed.append(Finding("K308", {"count": left_out, "column": found.column}))
    comparison = compared(
        Kind.SEGMENTS,
        found.column,
        found.groups,
        rows,
        settings,
        tests or HowTested(),
        noticed,
    )
    return replace(comparison, left_out=left_out)


def _no_groups(survey: Survey) -> KanoError:
    """Why a file cannot be split."""
    if survey.responses is None:
        return KanoError(
            "holds counts and no respondents, so nothing says who is in which group",
            survey.origin.file,
            "give the file with the answers, or compare two files with counts",
        )
    if survey.origin.layout == "marks":
        return KanoError(
            "is a worksheet with marks, which says nothing about its respondents but their answers",
            survey.origin.file,
            "compare two worksheets, or give a table with a row per respondent",
        )
    return KanoError("was read without groups", survey.origin.file, "name a column with by")


def _refuse_many(groups: Groups, survey: Survey) -> None:
    """Refuse a column that is no grouping."""
    if len(groups.named) > MOST:
        raise KanoError(
            f'column "{shortened(groups.column)}" has {len(groups.named)} different texts, and '
            f"more than {MOST} groups cannot be compared",
            survey.origin.file,
            "name a column with fewer, or put its texts into groups first, such as ages into "
            "18-34 and 35-64",
        )


def _nothing_to_compare(
    found: Segments, there: Sequence[Group], survey: Survey, drop: str
) -> KanoError:
    """Why there are not two groups: who was dropped may have made up all the others."""
    column = shortened(found.column)
    if not there:
        message = f'column "{column}" is blank for everybody who answered'
    else:
        message = (
            f'column "{column}" puts everybody who answered into one group, '
            f'"{shortened(there[0].name)}": nothing to compare'
        )
    hint = "name another column with --by"
    return KanoError(
        message, survey.origin.file, f"leave out --drop {drop}, or {hint}" if drop else hint
    )
