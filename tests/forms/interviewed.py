"""People who were interviewed, and the file that they are added to."""

from datetime import UTC, datetime
from pathlib import Path

from kano_cli.forms.form import Form
from kano_cli.forms.interview.answer_file import AnswerFile
from kano_cli.forms.interview.journal import Journal
from kano_cli.forms.interview.state import Interview, new_interview
from tests.forms.fielded import WHOLE, form, questionnaire, respondents

NOW = datetime(2026, 10, 5, 7, 31, 0, 999, UTC)


def file_of(path: Path, text: str = WHOLE) -> AnswerFile:
    """The file of answers to a questionnaire."""
    return AnswerFile(path, questionnaire(text), form(text))


def answered(asked: Form, number: int = 7, language: str = "en") -> Interview:
    """Somebody who answered everything."""
    interview = new_interview(asked, language)
    for code, choice in respondents(asked, number + 1)[number].items():
        interview.answers[code] = choice
    interview.at = len(interview.steps)
    return interview


def written(journal: Journal, interview: Interview, *choices: str) -> None:
    """Answer the next questions."""
    for choice in choices:
        journal.write({"question": interview.step.question.code, "answer": choice})
        interview.answer(choice)
