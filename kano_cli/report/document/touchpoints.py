"""Features by touchpoint, moment and experience, where the questionnaire has such tags."""

from collections.abc import Iterator, Mapping, Sequence

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import settled
from kano_cli.errors import visible
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Facts,
    Kind,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.cells import (
    category_cell,
    judged_columns,
    name_column,
    named,
    people,
    sure_cell,
    undecided,
)
from kano_cli.report.document.journey.told import told_journey
from kano_cli.report.document.sentences import names_of, point, some_of
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.numbers import DASH
from kano_cli.report.words import Words
from kano_cli.study.declared_features import EXPERIENCES
from kano_cli.study.journey import MOMENTS
from kano_cli.study.responses import Feature

_TAGS = {"moment": MOMENTS, "experience": EXPERIENCES}


def touchpoints(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """What the tags are, where features of which category stand, and what is odd about that.

    Where the journey is told its own pages say all this at more length, unless both are chosen.
    """
    if told_journey(study) and not choices.sections:
        return
    asked = study.asked()
    tags = [
        tag
        for tag in ("touchpoint", *_TAGS)
        if any(getattr(asked[each.id], tag) for each in study.result.features if each.id in asked)
    ]
    if not tags:
        return
    features = [each for each in study.in_order if each.id in asked]
    yield Paragraph(words("report_touchpoints", "intro"))
    if "moment" in tags and (points := tuple(_odd(features, asked, words))):
        yield Bullets(tuple(point(text) for text in points))
    for tag in tags:
        if tag in _TAGS:
            yield from _by_tag(tag, features, asked, words)
    yield _listed(tags, features, asked, words)


def _odd(
    features: Sequence[FeatureResult], asked: Mapping[str, Feature], words: Words
) -> Iterator[str]:
    """Where the moment and what customers say meet, and where they do not."""

    def tagged(moment: str) -> list[FeatureResult]:
        return [each for each in clear if asked[each.id].moment == moment]

    clear = [each for each in features if each.category is not None and settled(each)]
    wows = [each for each in clear if each.category is Category.WOW]
    excel = tagged("excel")
    for key, found in (
        ("truth_basic", [e for e in tagged("truth") if e.category is Category.BASIC]),
        ("excel_wow", [each for each in wows if each in excel]),
        ("excel_other", [each for each in excel if each not in wows]),
        ("wow_elsewhere", [each for each in wows if each not in excel]),
    ):
        if found:
            names = some_of(names_of(found), words)
            yield words("report_touchpoints", key, count=len(found), names=names)


def _by_tag(
    tag: str, features: Sequence[FeatureResult], asked: Mapping[str, Feature], words: Words
) -> Iterator[Block]:
    """What each value of a tag means, and how many features of each category it has."""
    values = [
        value
        for value in (*_TAGS[tag], "")
        if any(getattr(asked[each.id], tag) == value for each in features)
    ]
    yield Facts(
        tuple(
            (words("report_touchpoints", value), words("report_touchpoints", f"about_{value}"))
            for value in values
            if value
        )
    )
    rows = []
    for value in values:
        there = [each for each in features if getattr(asked[each.id], tag) == value]
        counts = [sum(each.category is category for each in there) for category in Category]
        rows.append(
            (
                Cell(words("report_touchpoints", value or "none")),
                *(people(n) for n in counts),
                people(sum(undecided(each) for each in there)),
                people(len(there)),
            )
        )
    yield TableBlock(
        f"{tag}s",
        words("report_touchpoints", f"by_{tag}"),
        (
            Column(tag, words("report_touchpoints", tag)),
            *(Column(each.word, words.category(each), Kind.COUNT) for each in Category),
            Column("undecided", words("report_touchpoints", "undecided"), Kind.COUNT),
            Column("features", words("report_touchpoints", "features"), Kind.COUNT),
        ),
        tuple(rows),
    )


def _listed(
    tags: Sequence[str],
    features: Sequence[FeatureResult],
    asked: Mapping[str, Feature],
    words: Words,
) -> TableBlock:
    """Every feature under its touchpoint, in the order of the questionnaire."""
    first = tags[0]
    order = list(dict.fromkeys(getattr(each, first) for each in asked.values()))
    # What has no tag comes last.
    order.sort(key=lambda value: not value)
    rows = tuple(
        (
            _tag(first, asked[feature.id], words),
            named(feature.name),
            category_cell(feature, words),
            sure_cell(feature),
            *(_tag(tag, asked[feature.id], words) for tag in tags[1:]),
        )
        for value in order
        for feature in features
        if getattr(asked[feature.id], first) == value
    )
    heads = [Column(tag, words("report_touchpoints", tag)) for tag in tags]
    return TableBlock(
        "touchpoints",
        words("report_touchpoints", "listed" if first == "touchpoint" else f"listed_{first}"),
        (heads[0], name_column(words), *judged_columns(words), *heads[1:]),
        rows,
    )


def _tag(tag: str, feature: Feature, words: Words) -> Cell:
    """One tag of a feature; a dash where it has none."""
    value = getattr(feature, tag)
    if not value:
        return Cell(DASH)
    return Cell(words("report_touchpoints", value) if tag in _TAGS else visible(value))
