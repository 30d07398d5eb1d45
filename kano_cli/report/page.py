"""The page that `kano classify` shows, before any renderer lays it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kano_cli.core.categories import LETTERS, Category
from kano_cli.core.result import FeatureResult, KanoResult, Origin
from kano_cli.core.settled import UNDECIDED
from kano_cli.core.tables import STANDARD
from kano_cli.errors import visible
from kano_cli.report.advice import Advice, advice
from kano_cli.report.dropped import Comparison, comparison, how_many
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import DASH, certainty, count, count_range, decimal, shortest
from kano_cli.report.sure import category_words, sure_key
from kano_cli.report.words import Words

SEPARATOR = " · "
"""Between the parts of the headline, where it may be broken."""


@dataclass(frozen=True)
class Row:
    """One feature as text; `shares` are for the bar."""

    rank: str
    name: str
    category: Category | None
    glyph: str
    letter: str
    words: str
    sure: str
    sure_word: str
    undecided: bool
    shares: tuple[float, ...]
    counts: tuple[str, ...]
    better: str
    worse: str
    answered: str
    importance: str


@dataclass(frozen=True)
class FindingLine:
    """One finding as text."""

    code: str
    severity: str
    text: str
    hint: str


@dataclass(frozen=True)
class Explained:
    """What a column or a category says."""

    category: Category | None
    label: str
    text: str


@dataclass(frozen=True)
class Page:
    """What stands above, in and under the table."""

    headline: str
    headings: dict[str, str]
    rows: tuple[Row, ...]
    grouped: bool
    legend: tuple[str, ...]
    explained: tuple[Explained, ...]
    advice: tuple[Advice, ...]
    findings: tuple[FindingLine, ...]
    advice_title: str
    findings_title: str
    explained_title: str
    dropped: Comparison | None = None

    @property
    def has_importance(self) -> bool:
        """Whether anybody rated importance."""
        return any(row.importance != DASH for row in self.rows)


def classify_page(result: KanoResult, words: Words) -> Page:
    """The page of a result in a language."""
    return Page(
        headline=headline(result, words),
        headings=_headings(result, words),
        rows=tuple(_row(feature, result, words) for feature in result.features),
        grouped=result.settings.sort == "category",
        legend=(
            words("legend", "short"),
            words("legend", "letters"),
            *_scaled_legend(result, words),
            *effective_sizes(result, words),
        ),
        explained=_explained(words, weighted=result.survey.weight is not None),
        advice=tuple(advice(result.features, words)),
        findings=tuple(
            FindingLine(finding.code, finding.severity.value, *words.finding(finding))
            for finding in result.findings
        ),
        advice_title=words("advice", "title"),
        findings_title=words("finding", "title"),
        explained_title=words("legend", "title"),
        dropped=comparison(result, words),
    )


def source(survey: Origin, words: Words) -> str:
    """The file that was read, with its sheet; the folder, with the number of its files."""
    name = visible(survey.file)
    if survey.files:
        return words("headline", "files", file=name, count=survey.files)
    if survey.sheet:
        return words("headline", "sheet", file=name, sheet=visible(survey.sheet))
    return name


def headline(result: KanoResult, words: Words) -> str:
    """What was read and how it was judged, on one line."""
    survey, settings = result.survey, result.settings
    name = source(survey, words)
    layout = words("layout", survey.layout if survey.file else "")
    if survey.language:
        layout = words(
            "headline", "language", layout=layout, language=words.language(survey.language)
        )
    judged = {"table": visible(settings.table.name), "rule": settings.rule}
    parts = [
        name,
        words("headline", "respondents", count=survey.respondents),
        weighted_by(survey, words),
        words("headline", "features", count=survey.features),
        layout,
        words("headline", "rule" if survey.categories_only else "table", **judged),
    ]
    if len(result.features) < survey.features:
        shown = len(result.features)
        parts.append(words("headline", "shown", count=shown, all=survey.features))
    parts.append(left_out(survey.left_out_rows, words))
    if result.dropped:
        parts.append(how_many(result.dropped, words))
    return SEPARATOR.join(part for part in parts if part)


def _headings(result: KanoResult, words: Words) -> dict[str, str]:
    """What each column is called; scaled Better and Worse by names of their own."""
    named = {key: words("column", key) for key in words.texts["column"]}
    if result.settings.importance_scaled:
        named |= {key: words("column", f"{key}_scaled") for key in ("better", "worse")}
    return named


def _scaled_legend(result: KanoResult, words: Words) -> tuple[str, ...]:
    """What w is, where Better and Worse are multiplied by it; else nothing."""
    if not result.settings.importance_scaled:
        return ()
    low, high = map(shortest, result.survey.importance_scale or (0, 1))
    return (words("legend", "scaled", low=low, high=high),)


def effective_sizes(result: KanoResult, words: Words) -> tuple[str, ...]:
    """In a weighted survey the line that says what the weights leave of n; else nothing."""
    if result.survey.weight is None or not result.features:
        return ()
    people = count_range(sorted(each.people for each in result.features))
    size = count_range(sorted(each.size for each in result.features))
    return (words("legend", "effective", people=people, size=size),)


def weighted_by(survey: Origin, words: Words) -> str:
    """Which column weighs the people; nothing where everybody counts as one."""
    if survey.weight is None:
        return ""
    column = visible(survey.weight or words("role", "weight"))
    return words("headline", "weighted", column=column)


def left_out(rows: Mapping[str, int], words: Words) -> str:
    """How many rows do not count, and why; nothing where all do."""
    known = words.texts["left_out_as"]
    reasons = [reason for reason, n in rows.items() if n]
    if len(reasons) == 1 and reasons[0] in known:
        return words("left_out", reasons[0], count=rows[reasons[0]])
    # Most first; a row that says nothing is the least news.
    reasons.sort(key=lambda reason: (-rows[reason], reason == "empty"))
    told = ", ".join(
        words("left_out_as", reason, count=rows[reason])
        if reason in known
        else f"{count(rows[reason])} {visible(reason)}"
        for reason in reasons
    )
    return words("left_out", "rows", count=sum(rows.values()), reasons=told) if told else ""


def _row(feature: FeatureResult, result: KanoResult, words: Words) -> Row:
    """One feature as text."""
    scaled = result.settings.importance_scaled
    category, sure = feature.category, feature.certainty
    return Row(
        rank=str(feature.rank),
        name=visible(feature.name),
        category=category,
        glyph=glyph(category),
        letter=category.letter if category is not None else "",
        words=category_words(feature, words),
        sure=certainty(sure),
        sure_word=words("sure", sure_key(sure, mixed=feature.mixed))
        if category is not None
        else "",
        undecided=not sure >= UNDECIDED,
        shares=feature.shares,
        counts=tuple(count(n) for n in feature.counts),
        better=decimal(feature.scaled_better if scaled else feature.better),
        worse=decimal(feature.scaled_worse if scaled else feature.worse),
        answered=count(feature.people),
        importance=decimal(feature.importance.mean, 1) if feature.importance else DASH,
    )


def _explained(words: Words, *, weighted: bool = False) -> tuple[Explained, ...]:
    """Every column, then every category, with what it says."""
    columns = ("rank", "category", "sure", "answers", "counts", "better", "worse", "importance")
    labels = {"counts": " ".join(LETTERS)}
    return (
        *(
            Explained(None, labels.get(key) or words("column", key), words("legend", key))
            for key in columns
        ),
        Explained(
            None,
            words("column", "answered"),
            words("legend", "answered_weighted" if weighted else "answered"),
        ),
        *(Explained(c, words.category(c), words("legend", c.word)) for c in Category),
    )


def differing_cells(result: KanoResult, words: Words) -> Sequence[str]:
    """Where the table in use judges otherwise than the standard one."""
    return [
        f"{words.answer(row)}/{words.answer(column)}"
        for row, column in result.settings.table.differences(STANDARD)
    ]
