"""The management summary: what to do first, in one breath, and then why."""

from collections.abc import Iterator, Sequence

from kano_cli.checks.quality import INDICATIVE
from kano_cli.comparison.record import GroupComparison
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Block, Bullets, Heading, Paragraph
from kano_cli.report.document.caveats import caveats
from kano_cli.report.document.decisions import Decisions, between, decision_points, decisions
from kano_cli.report.document.hidden import shown_groups
from kano_cli.report.document.journey.told import journey_line
from kano_cli.report.document.sentences import FEW, clauses, names_of, sentence, some_of
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.group_words import said
from kano_cli.report.words import Words

_TOLD = 2
"""Features of which the summary says how groups see them."""

_BREATH = 320
"""Letters that can be read in one breath, more or less."""

_LEADING = (
    Category.BASIC,
    Category.PERFORMANCE,
    Category.WOW,
    Category.INDIFFERENT,
    Category.REVERSE,
)


def summary(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """The answer, what it rests on, a line for each decision, and what to keep in mind."""
    found = decisions(study)
    yield Paragraph(lead(study, found, words), strong=True)
    if rest := " ".join(_also(study, found, words)):
        yield Paragraph(rest)
    if any(feature.answered for feature in study.result.features):
        yield Paragraph(_base(study, words))
    if points := tuple(decision_points(found, study.result, words)):
        yield Heading(words("report_summary", "decisions"))
        yield Bullets(points)
    if line := journey_line(study, words):
        yield Heading(words("report_summary", "journey"))
        yield Paragraph(line)
    if said := tuple(_groups(study, words, choices)):
        yield Paragraph(" ".join(said))
    if points := tuple(caveats(study, words, choices)):
        yield Heading(words("report_summary", "caveats"))
        yield Bullets(points)


def lead(study: Study, found: Decisions, words: Words) -> str:
    """The sentence that answers what to build."""
    told = ""
    for most in range(FEW, 0, -1):
        parts = [
            _said(f"lead_{category.word}", features, words, most)
            for category in _LEADING
            if (features := _first(category, found))
        ]
        told = clauses(parts, words)
        if len(told) <= _BREATH:
            break
    if not told:
        return _nothing(study, found, words)
    features = study.result.features
    if not found.wanted and not found.outside:
        return words("report_summary", "lead_unwanted", count=len(features), lead=told)
    most = max(int(feature.size) for feature in features)
    if most < INDICATIVE:
        return words("report_summary", "lead_indicative", count=most, lead=told)
    return sentence(told)


def _first(category: Category, found: Decisions) -> Sequence[FeatureResult]:
    """The features of a category that the answer names; of wow those to pick now."""
    features = found.clear[category]
    if category is Category.PERFORMANCE:
        return [each for each in features if each.id not in found.unnoticed]
    return features[: found.now] if category is Category.WOW else features


def _said(key: str, features: Sequence[FeatureResult], words: Words, most: int = FEW) -> str:
    """What to do with these features, as a part of a sentence."""
    names = some_of(names_of(features), words, most)
    return words("report_summary", key, count=len(features), names=names)


def _nothing(study: Study, found: Decisions, words: Words) -> str:
    """Why there is nothing to decide."""
    features = study.result.features
    facts: dict[str, object] = {"count": len(features)}
    if not any(feature.answered for feature in features):
        return words("report_summary", "nothing_answered")
    if found.undecided:
        key = "nothing_mixed"
    elif found.clear[Category.QUESTIONABLE]:
        key, facts = "nothing_questionable", {"count": len(found.clear[Category.QUESTIONABLE])}
    else:
        key = "nothing_outside"
        facts["rule"] = study.result.settings.rule
    return words("report_summary", key, **facts)


def _also(study: Study, found: Decisions, words: Words) -> Iterator[str]:
    """What is not yet known: a sentence for each reason."""
    if found.undecided:
        names = some_of(names_of(found.undecided), words, FEW)
        if len(found.undecided) == 1:
            names = between(found.undecided[0], words)
        yield words("report_summary", "lead_mixed", count=len(found.undecided), names=names)
    if muddled := found.clear[Category.QUESTIONABLE]:
        yield _said("lead_questionable", muddled, words)
    if found.outside and any(found.clear.values()):
        names = some_of(names_of(found.outside), words, FEW)
        facts = {"names": names, "rule": study.result.settings.rule}
        yield words("report_summary", "lead_outside", count=len(found.outside), **facts)
    if found.empty and len(found.empty) < len(study.result.features):
        yield _said("lead_empty", found.empty, words)


def _base(study: Study, words: Words) -> str:
    """On how many people and features it rests."""
    survey = study.result.survey
    facts = {
        "people": words("headline", "respondents", count=survey.respondents),
        "features": words("headline", "features", count=len(study.result.features)),
    }
    if survey.weight is None:
        return words("report_summary", "base", **facts)
    column = visible(survey.weight or words("role", "weight"))
    return words("report_summary", "base_weighted", column=column, **facts)


def _groups(study: Study, words: Words, choices: Choices) -> Iterator[str]:
    """Whether groups want different things, and whether anything moved."""
    for key, comparison in (("segments", study.segments), ("waves", study.waves)):
        if comparison is None:
            continue
        shown = shown_groups(comparison, choices.min_group)
        if shown.enough:
            yield _compared(key, shown.comparison, words)


def _compared(key: str, comparison: GroupComparison, words: Words) -> str:
    """What a comparison comes down to, in a sentence."""
    differing = [each for each in comparison.features if each.differs]
    names = [visible(each.name) for each in differing]
    if 0 < len(names) <= _TOLD:
        # Few enough to say at once who wants what.
        lines = {line.label: line.text for line in said(comparison, words)}
        names = [f"{name} ({lines[name]})" if name in lines else name for name in names]
    fact = (
        {"by": visible(comparison.by)}
        if key == "segments"
        else {"first": visible(comparison.groups[0].name)}
    )
    if not names:
        return words("report_summary", f"{key}_none", **fact)
    told = some_of(names, words, FEW)
    return words("report_summary", f"{key}_some", count=len(differing), names=told, **fact)
