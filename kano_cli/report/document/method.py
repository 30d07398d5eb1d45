"""How it was done: everything that somebody needs to do it again."""

from collections.abc import Iterator

import kano_cli
from kano_cli.core.categories import Answer
from kano_cli.core.homogeneity import SEED, SHUFFLES
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.report.document.blocks import (
    Block,
    Cell,
    Column,
    Command,
    Facts,
    Heading,
    Kind,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.cells import in_words
from kano_cli.report.document.glossary import glossary
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.dropped import how_many
from kano_cli.report.groups import ADJUSTED
from kano_cli.report.numbers import DASH, level, shortest
from kano_cli.report.page import SEPARATOR, differing_cells, headline, left_out
from kano_cli.report.words import Words


def method(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """The table, the rule, every choice, the command, and a glossary."""
    result = study.result
    yield Paragraph(words("report_method", "intro"))
    if result.survey.categories_only:
        yield Paragraph(words("report_method", "table_unknown"))
    else:
        yield _table(result, words)
    yield Facts(tuple((words("report_method", key), text) for key, text in _facts(study, words)))
    if study.command:
        yield Paragraph(words("report_method", "command"))
        yield Command(visible(study.command))
    yield Heading(words("report_method", "glossary"))
    yield Facts(tuple(glossary(study, words)))


def _table(result: KanoResult, words: Words) -> TableBlock:
    """The evaluation table, cell by cell."""
    table = result.settings.table
    rows = []
    for row in Answer:
        categories = [table.category(row, column) for column in Answer]
        rows.append(
            (
                Cell(words.answer(row)),
                *(Cell(DASH) if each is None else in_words(each, words) for each in categories),
            )
        )
    return TableBlock(
        "evaluation",
        words("report_method", "table_caption", table=visible(table.name)),
        (
            Column("functional", " ".join(words("explain", "grid").split())),
            *(Column(each.word, words.answer(each), Kind.CATEGORY) for each in Answer),
        ),
        tuple(rows),
        (words("report_method", "table_note"),),
    )


def _facts(study: Study, words: Words) -> Iterator[tuple[str, str]]:
    """Every choice by its key in the words."""
    result = study.result
    survey, settings = result.survey, result.settings
    percent = level(settings.confidence)

    def say(key: str, **facts: object) -> str:
        return words("report_method", key, **facts)

    yield "read", headline(result, words).split(SEPARATOR)[0] or DASH
    if not survey.categories_only:
        name, cells = visible(settings.table.name), differing_cells(result, words)
        yield "table", say("table_differs", table=name, cells=", ".join(cells)) if cells else name
    yield "rule", say(f"rule_{settings.rule}")
    yield "certainty", say("certainty_text", prior=shortest(settings.prior))
    yield "mixed", say("mixed_text", level=percent)
    yield "coefficients", say("coefficients_text")
    yield "intervals", say(f"intervals_{settings.intervals}", level=percent)
    if not survey.categories_only:
        yield "scores", say("scores_text")
    if tests := " ".join(_tests(study, words)):
        yield "tests", tests
    yield "wording", _wording(study, words)
    yield "rows", left_out(survey.left_out_rows, words) or say("rows_none")
    column = visible(survey.weight or words("role", "weight"))
    key = "weights_none" if survey.weight is None else "weights_text"
    yield "weights", say(key) if survey.weight is None else say(key, column=column)
    if result.dropped is not None:
        yield "dropped", how_many(result.dropped, words)
    if settings.importance_scaled:
        yield "importance", say("importance_scaled")
    told = {"level": percent, "prior": shortest(settings.prior)}
    told |= {"sort": settings.sort, "intervals": settings.intervals}
    yield "settings", say("settings_text", **told)
    yield "software", say("software_text", version=kano_cli.__version__)


def _tests(study: Study, words: Words) -> Iterator[str]:
    """How groups and waves were tested."""
    compared = [each for each in (study.segments, study.waves) if each is not None]
    for each in compared[:1]:
        key = "tests_permutation" if each.permutation else "tests_text"
        facts = {"shuffles": SHUFFLES, "seed": SEED, "how": ADJUSTED[each.adjustment]}
        yield f"{words('report_method', key, **facts)}."
        yield words("report_method", "tests_differences")


def _wording(study: Study, words: Words) -> str:
    """In which words people answered."""
    scale = study.questionnaire.scale if study.questionnaire else None
    if scale is not None and scale.own:
        return words("report_method", "wording_own")
    if study.result.survey.language:
        language = words.language(study.result.survey.language)
        return words("report_method", "wording_languages", language=language)
    return words("report_method", "wording_unknown")
