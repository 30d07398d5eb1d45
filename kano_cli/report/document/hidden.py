"""Groups that are too small to be shown, and columns that are no groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kano_cli.comparison.record import ComparedFeature, Group, GroupComparison, Kind
from kano_cli.comparison.small import small_groups
from kano_cli.core.result import FeatureResult
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Finding

_NEARLY_ALL = 80
"""Per cent of the people from which a column that has as many different texts names them."""

_SMALL = ("K309", "K310")


@dataclass(frozen=True)
class Shown:
    """A comparison with the groups that may be shown, and how many were left out of sight.

    `cells` says whether a shown group has too few answers to some feature.
    """

    comparison: GroupComparison
    groups: int
    people: int
    cells: bool

    @property
    def enough(self) -> bool:
        """Whether there are two groups to set side by side."""
        return len(self.comparison.groups) > 1


def refuse_personal(comparison: GroupComparison) -> None:
    """Refuse groups that name people: an address, or a text for nearly everybody.

    Raises:
        KanoError: with another column to choose.
    """
    if comparison.kind is not Kind.SEGMENTS:
        return
    names = [group.name for group in comparison.groups]
    people = sum(group.respondents for group in comparison.groups)
    if any("@" in name for name in names):
        what = "holds an @, as addresses do, so it may name people"
    elif 100 * len(names) > _NEARLY_ALL * people:
        what = "has another text for nearly everybody, so it may name people"
    else:
        return
    raise KanoError(
        f'column "{shortened(comparison.by)}" {what}',
        comparison.groups[0].result.survey.file,
        "split the report by a column with a few groups, such as a plan or an age class",
    )


def shown_groups(comparison: GroupComparison, least: int) -> Shown:
    """The comparison with groups of at least so many people; the tests still count the others.

    In a group that is shown, a feature that fewer people answered is left blank.
    """
    places = [at for at, group in enumerate(comparison.groups) if group.respondents >= least]
    groups = [comparison.groups[at] for at in places]
    features = tuple(_feature(feature, places, least) for feature in comparison.features)
    gone = [group for at, group in enumerate(comparison.groups) if at not in places]
    blank = any(
        _few(feature.results[at], least) for feature in comparison.features for at in places
    )
    return Shown(
        replace(
            comparison,
            groups=tuple(groups),
            features=features,
            findings=tuple(_findings(comparison, groups)),
            alone=tuple((name, places.index(at)) for name, at in comparison.alone if at in places),
        ),
        len(gone),
        sum(group.respondents for group in gone),
        blank,
    )


def _few(result: FeatureResult | None, least: int) -> bool:
    """Whether some people answered, and too few to show what."""
    return result is not None and 0 < result.people < least


def _feature(feature: ComparedFeature, places: Sequence[int], least: int) -> ComparedFeature:
    """A feature in the groups that are shown; a path only where both its ends are."""
    last = len(feature.results) - 1
    known = {old: new for new, old in enumerate(places) if not _few(feature.results[old], least)}
    differences = tuple(
        replace(
            each,
            group=known[each.group],
            against=None if each.against is None else known[each.against],
        )
        for each in feature.differences
        if each.group in known and (each.against is None or each.against in known)
    )
    return replace(
        feature,
        results=tuple(feature.results[at] if at in known else None for at in places),
        differences=differences,
        path=feature.path if {0, last} <= set(known) else None,
    )


def _findings(comparison: GroupComparison, groups: Sequence[Group]) -> Iterator[Finding]:
    """The findings, with no word about a group that is not shown.

    A feature that nobody answered in any group makes no group small.
    """
    yield from (each for each in comparison.findings if each.code not in _SMALL)
    silent = {
        feature.id
        for feature in comparison.features
        if not any(result and result.answered for result in feature.results)
    }
    yield from small_groups([_without(group, silent) for group in groups])


def _without(group: Group, silent: set[str]) -> Group:
    """A group without the features that nobody answered."""
    features = tuple(each for each in group.result.features if each.id not in silent)
    return replace(group, result=replace(group.result, features=features))


def group_sizes(groups: Sequence[Group]) -> list[tuple[str, int]]:
    """What each group is called, and how many people it is."""
    return [(group.name, group.respondents) for group in groups]
