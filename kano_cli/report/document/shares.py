"""Stacked shares: a bar for each feature, or one for each group of a feature."""

from collections.abc import Iterator, Sequence

from kano_cli.comparison.record import ComparedFeature, GroupComparison
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Block, FigureBlock
from kano_cli.report.document.cells import undecided
from kano_cli.report.document.figures import Bar, SharesFigure
from kano_cli.report.document.sentences import some_of
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.numbers import count, percent
from kano_cli.report.sure import category_words
from kano_cli.report.words import Words

_ALL = 40
"""Names that a description may hold; it is read aloud."""


def shares(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """How people answered each feature; nothing where nobody did."""
    figure = shares_figure(study.result, words)
    if not figure.bars:
        return
    winners = []
    for category in Category:
        names = [bar.label for bar in figure.bars if bar.winner is category]
        if names:
            facts = {"category": words.category(category), "names": some_of(names, words, _ALL)}
            winners.append(words("report_figure", "winner", **facts))
    alt = words("report_figure", "shares_alt", count=len(figure.bars), winners=" ".join(winners))
    yield FigureBlock("shares", words("report_figure", "shares"), alt, figure)


def shares_figure(result: KanoResult, words: Words) -> SharesFigure:
    """A bar for each feature that somebody answered."""
    return SharesFigure(
        words("report", "shares"),
        tuple(share_bar(each, "", words) for each in result.features if each.answered),
        tuple((each, words.category(each)) for each in Category),
        words("report_figure", "share_axis"),
    )


def groups_figure(
    comparison: GroupComparison, features: Sequence[ComparedFeature], words: Words
) -> FigureBlock | None:
    """A bar for each group of the features that groups see differently; None without any."""
    bars = tuple(
        share_bar(result, visible(group.name), words)
        for feature in features
        for group, result in zip(comparison.groups, feature.results, strict=True)
        if result is not None and result.answered
    )
    if not bars:
        return None
    names = some_of([visible(feature.name) for feature in features], words, _ALL)
    return FigureBlock(
        "segments",
        words("report_figure", "segments"),
        words("report_figure", "segments_alt", count=len(features), names=names),
        SharesFigure(
            words("report", "segments"),
            bars,
            tuple((each, words.category(each)) for each in Category),
            words("report_figure", "share_axis"),
        ),
    )


def share_bar(feature: FeatureResult, group: str, words: Words) -> Bar:
    """The six shares of a feature, in a group or of everybody."""
    told = ", ".join(
        f"{words.category(category)} {percent(share)}"
        for category, share in zip(Category, feature.shares, strict=True)
    )
    name = visible(feature.name)
    return Bar(
        id=feature.id,
        label=name,
        group=group,
        shares=feature.shares,
        texts=tuple(map(percent, feature.shares)),
        winner=feature.category,
        unsure=undecided(feature),
        base=words("report_figure", "base", n=count(feature.people)),
        told=words(
            "report_figure",
            "told_shares",
            name=f"{name} ({group})" if group else name,
            category=category_words(feature, words),
            shares=told,
            n=count(feature.people),
        ),
    )
