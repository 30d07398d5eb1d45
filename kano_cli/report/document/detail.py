"""A page for each feature: what was asked, every answer, and every number with its formula."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kano_cli.core.categories import Answer, Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import visible
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Point,
    TableBlock,
)
from kano_cli.report.document.cells import counted, in_words, number, share
from kano_cli.report.document.sentences import sentence
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.explanation import Explanation, explain_page
from kano_cli.report.formulas import Line
from kano_cli.report.numbers import amount, level, percent
from kano_cli.report.page import SEPARATOR
from kano_cli.report.words import Words


def detail(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """Every feature in the order of the ranking."""
    for feature in study.result.features:
        yield from _feature(study, feature, words)


def _feature(study: Study, feature: FeatureResult, words: Words) -> Iterator[Block]:
    """One feature."""
    result = study.result
    asked = study.asked().get(feature.id)
    questions = (asked.functional, asked.dysfunctional) if asked else ("", "")
    if not any(questions):
        questions = study.survey.wording.questions.get(feature.id, ("", ""))
    page = explain_page(result, feature, words, questions)
    yield Heading(page.name)
    yield Paragraph(_verdict(page, feature, result, words), strong=True)
    if page.questions:
        yield Facts(page.questions)
    if page.grid and feature.answered:
        yield _grid(feature, result, words)
    elif feature.answered:
        yield Paragraph(page.corner)
    if feature.answered:
        yield _counts(feature, result, words)
        yield Paragraph(" ".join(sentence(text) for text in page.totals))
    lines = tuple(_lines(page.lines, words))
    rules = words("explain", "rules")
    yield Facts(tuple((label, SEPARATOR.join(texts)) for label, texts in lines if label != rules))
    for label, texts in lines:
        if label == rules:
            yield Heading(label, 2)
            yield Bullets(tuple(Point(text) for text in texts))


def _verdict(page: Explanation, feature: FeatureResult, result: KanoResult, words: Words) -> str:
    """The category with how sure it is, or why there is none."""
    if feature.category is not None:
        return sentence(page.verdict)
    key = "lead_outside" if feature.answered else "lead_empty"
    facts = {"names": page.name, **({"rule": result.settings.rule} if feature.answered else {})}
    return words("report_summary", key, count=1, **facts)


def _grid(feature: FeatureResult, result: KanoResult, words: Words) -> TableBlock:
    """The 25 pairs of answers with their totals; a cell belongs to the category it makes."""
    answers = feature.answers or ()
    table = result.settings.table
    total = words("report_detail", "total")
    rows = [
        (
            Cell(words.answer(row)),
            *(
                Cell(amount(n), n, table.category(row, column))
                for column, n in zip(Answer, counts, strict=True)
            ),
            counted(sum(counts)),
        )
        for row, counts in zip(Answer, answers, strict=True)
    ]
    across = [sum(column) for column in zip(*answers, strict=True)]
    rows.append((Cell(total), *map(counted, across), counted(sum(across))))
    return TableBlock(
        f"grid_{feature.id}",
        words("report_detail", "grid", name=visible(feature.name)),
        (
            Column("functional", " ".join(words("explain", "grid").split())),
            *(Column(each.word, words.answer(each), Kind.COUNT) for each in Answer),
            Column("total", total, Kind.COUNT),
        ),
        tuple(rows),
        (words("report_detail", "grid_note"),),
    )


def _counts(feature: FeatureResult, result: KanoResult, words: Words) -> TableBlock:
    """The six counts with their shares and the intervals of those."""
    settings = result.settings
    rows = tuple(
        (
            in_words(category, words),
            counted(feature.counts[category]),
            share(feature.shares[category]),
            *(number(percent(end), end) for end in feature.share_intervals[category]),
        )
        for category in Category
    )
    note = "counts_goodman" if settings.intervals == "goodman" else "counts_note"
    return TableBlock(
        f"shares_{feature.id}",
        words("report_detail", "counts", name=visible(feature.name)),
        (
            Column("category", words("column", "category"), Kind.CATEGORY),
            Column("count", words("report_detail", "count"), Kind.COUNT),
            *(
                Column(key, words("report_detail", key), Kind.SHARE)
                for key in ("share", "low", "high")
            ),
        ),
        rows,
        (words("report_detail", note, level=level(settings.confidence)),),
    )


def _lines(lines: Sequence[Line], words: Words) -> Iterator[tuple[str, list[str]]]:
    """The lines of an explanation, those without a label under the one before.

    The shares stand in a table of their own.
    """
    label = ""
    labelled = []
    for name, text in lines:
        label = name or label
        labelled.append((label, text))
    for name, group in groupby(labelled, key=lambda line: line[0]):
        if name != words("explain", "shares"):
            yield name, [text for _, text in group]
