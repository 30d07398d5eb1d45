"""In which words people were asked and answered, for those who compare two surveys."""

from collections.abc import Sequence

from kano_cli.core.categories import Answer
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked
from kano_cli.readers.questions.kano_columns import scale_in_force
from kano_cli.readers.questions.values import Reading, looks_coded, without_code
from kano_cli.study.responses import Wording
from kano_cli.study.scale import SIDES


def wording_of(asked: Sequence[Asked], options: ReadOptions) -> Wording:
    """The texts of the answers, and the headers of the questions; codes are no words."""
    scale = scale_in_force(options)
    answers: dict[tuple[str, Answer], dict[str, str]] = {}
    for entry in asked:
        columns = (entry.pair.functional, entry.pair.dysfunctional)
        for side, column in zip(SIDES, columns, strict=True):
            reading = Reading(column, scale)
            for value, known in zip(column.values, reading.known, strict=True):
                answer = reading.answer(value, side) if known else None
                if answer is not None and not looks_coded(value):
                    answers.setdefault((side, answer), {}).setdefault(without_code(value), value)
    questions = {
        entry.feature.id: (entry.pair.functional.header, entry.pair.dysfunctional.header)
        for entry in asked
    }
    return Wording(answers, questions)
