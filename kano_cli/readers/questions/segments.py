"""Questions about people that a form asks: where the answers stand, and what they read like."""

from collections.abc import Mapping
from dataclasses import replace

from kano_cli.readers.files.table import Column, Table
from kano_cli.study.form_parts import SegmentQuestion
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.short_codes import short_codes
from kano_cli.study.texts import Texts
from kano_cli.study.words import bare_key, name_key, normal


def segment_named(questionnaire: Questionnaire | None, wanted: str) -> SegmentQuestion | None:
    """The question about people that goes by this id or name."""
    for question in questionnaire.segment_questions if questionnaire else ():
        if name_key(wanted) in (name_key(question.id), name_key(question.name)):
            return question
    return None


def segment_column(
    table: Table, question: SegmentQuestion, questionnaire: Questionnaire
) -> Column | None:
    """The column with the answers to a question about people; None where there is none.

    It is found by the id, the name or the question in any language, and its answers read as the
    main language has them, whatever language or code they were given in.
    """
    ids = {bare_key(question.id)}
    names = {normal(text) for text in (question.name, *question.question.values())}
    own = [column for column in table.columns if not column.metadata]
    for found in (
        [c for c in own if ids & {bare_key(c.header), bare_key(c.code), bare_key(_bare(c.header))}],
        [c for c in own if names & {normal(c.header), normal(c.code)}],
        # Kobo writes the label of the group before that of the question.
        [c for c in own if normal(c.header).endswith(tuple(f"/{name}" for name in names))],
    ):
        if len(found) == 1:
            return _shown(found[0], question, questionnaire.language)
    return None


def _bare(header: str) -> str:
    """A name without its group, or the envelope that keeps it apart from a column of a form."""
    return header.removeprefix("answers.").rpartition("/")[2]


def _shown(column: Column, question: SegmentQuestion, language: str) -> Column:
    """A column with the texts of the choices in one language; other texts stay as they are."""
    texts = _texts(question.choices, language)
    values = tuple(
        texts.get(normal(value), texts.get(bare_key(value), value)) for value in column.values
    )
    return replace(column, header=question.name, values=values)


def _texts(choices: Mapping[str, Texts], language: str) -> dict[str, str]:
    """What each answer is shown as, by its code and by its text in each language."""
    shown: dict[str, str] = {}
    for code, said in choices.items():
        text = said.get(language) or next(iter(said.values()), code)
        for written in (*said.values(), code):
            shown.setdefault(normal(written), text)
        shown.setdefault(bare_key(code), text)
    for code, short in short_codes(list(choices)).items():
        shown.setdefault(short.casefold(), shown[normal(code)])
    return shown
