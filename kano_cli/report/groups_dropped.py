"""What dropping respondents changed in a comparison: categories of groups, and tests."""

from collections.abc import Iterator

from kano_cli.comparison.record import ComparedFeature, GroupComparison
from kano_cli.errors import visible
from kano_cli.report.dropped import Changed, Comparison, Told, told
from kano_cli.report.numbers import p_value
from kano_cli.report.page import SEPARATOR
from kano_cli.report.sure import rival
from kano_cli.report.words import Words


def groups_dropped(comparison: GroupComparison, words: Words) -> Comparison | None:
    """The comparison with and without those dropped; None where nobody was to be."""
    gone = comparison.dropped
    if gone is None:
        return None
    left = sum(group.respondents for group in comparison.groups)
    people = {"people": left + gone, "left": left}
    changed = tuple(
        each for feature in comparison.features for each in _changed(feature, comparison, words)
    )
    if not gone:
        kinds = [group.result.dropped for group in comparison.groups]
        names = dict.fromkeys(name for each in kinds if each for name in each.kinds)
        summary = words("dropped", "none", kinds=", ".join(names))
    elif changed:
        summary = words("dropped", "groups_some", count=len(changed), **people)
    else:
        summary = words("dropped", "groups_same", **people)
    return Comparison(
        words("dropped", "title"),
        summary,
        (
            words("column", "feature"),
            words("dropped", "with", count=people["people"]),
            words("dropped", "without", count=left),
        ),
        changed,
        "",
    )


def _changed(
    feature: ComparedFeature, comparison: GroupComparison, words: Words
) -> Iterator[Changed]:
    """The groups in which a feature has another category, and a test that says otherwise."""
    name = visible(feature.name)
    for at, (group, without) in enumerate(zip(comparison.groups, feature.results, strict=True)):
        with_all = comparison.with_all(at, without)
        if without is None or with_all is None:
            continue
        if (with_all.category, rival(with_all)) != (without.category, rival(without)):
            label = visible(group.name)
            yield Changed(f"{name}{SEPARATOR}{label}", told(with_all, words), told(without, words))
    both = feature.with_all
    if both is not None and both.differs is not feature.differs:
        yield Changed(
            name,
            _test(both.adjusted_p, both.differs, words),
            _test(feature.adjusted_p, feature.differs, words),
        )


def _test(p: float, differs: bool | None, words: Words) -> Told:
    """What a test says, and its p."""
    key = {True: "groups_differ", False: "groups_alike", None: "groups_untested"}[differs]
    return Told(None, words("dropped", key), f"p {p_value(p)}")
