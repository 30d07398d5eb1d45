"""The questions as they were asked, and the answers as they were worded."""

from collections.abc import Iterator

from kano_cli.core.categories import Answer
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Block, Cell, Column, Paragraph, TableBlock
from kano_cli.report.document.cells import name_column, named
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.numbers import DASH, shortest
from kano_cli.report.words import Words
from kano_cli.study.scale import SIDES

_WORDINGS = 3
"""Texts of one answer that are shown; a file may hold many spellings."""


def questions(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """Both questions of each feature, and the five answers to each."""
    features = study.result.features
    if not features:
        return
    yield Paragraph(words("report_questions", "intro"))
    asked = study.asked()
    texts = {
        each.id: (asked[each.id].functional, asked[each.id].dysfunctional)
        for each in features
        if each.id in asked
    }
    if not any(any(pair) for pair in texts.values()):
        texts = dict(study.survey.wording.questions)
        known = any(any(texts.get(each.id, ())) for each in features)
        yield Paragraph(words("report_questions", "headers" if known else "unknown"))
    if any(any(texts.get(each.id, ())) for each in features):
        heads = [Column(side, words("report_questions", side)) for side in SIDES]
        yield TableBlock(
            "questions",
            words("report_questions", "asked"),
            (name_column(words), *heads),
            tuple(
                (
                    named(feature.name),
                    *(Cell(visible(text) or DASH) for text in texts.get(feature.id, ("", ""))),
                )
                for feature in features
            ),
        )
    if study.survey.category_counts is None:
        yield from _answers(study, words)
    if any(feature.importance for feature in features):
        if scale := study.result.survey.importance_scale:
            low, high = map(shortest, scale)
            yield Paragraph(words("report_questions", "importance", low=low, high=high))
        else:
            yield Paragraph(words("report_questions", "importance_plain"))


def _answers(study: Study, words: Words) -> Iterator[Block]:
    """What people could choose from on either side, in their words."""
    worded = wordings(study)
    if not worded:
        yield Paragraph(words("report_questions", "codes"))
    yield TableBlock(
        "answers",
        words("report_questions", "answers"),
        (
            Column("answer", words("report_questions", "answer")),
            *(Column(side, words("report_questions", side)) for side in SIDES),
        ),
        tuple(
            (
                Cell(words.answer(answer)),
                *(Cell(_worded(worded.get((side, answer), ()))) for side in SIDES),
            )
            for answer in Answer
        ),
    )


def _worded(texts: tuple[str, ...]) -> str:
    """The ways in which an answer was written."""
    return " / ".join(visible(text) for text in texts[:_WORDINGS]) or DASH


def wordings(study: Study) -> dict[tuple[str, Answer], tuple[str, ...]]:
    """The texts of each answer: those of the file, else those that the questionnaire declares."""
    found = {key: tuple(texts.values()) for key, texts in study.survey.wording.answers.items()}
    scale = study.questionnaire.scale if study.questionnaire else None
    if any(found.values()) or scale is None or not scale.own:
        return {key: texts for key, texts in found.items() if texts}
    declared: dict[tuple[str, Answer], tuple[str, ...]] = {}
    for side in SIDES:
        for text, answer in scale.texts(side).items():
            declared[side, answer] = (
                *declared.get((side, answer), ()), scale.shown.get(text, text)
            )  # fmt: skip
    return declared
