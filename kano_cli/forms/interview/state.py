"""How far an interview is: the answers so far, and the question where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from kano_cli.forms.form import Form
from kano_cli.forms.interview.steps import Step, drawn_order, steps_of


@dataclass
class Interview:
    """One respondent's answers; `answers` has "" for a question that was skipped.

    `order` has the features as this respondent gets them, `at` is the number of the question
    that is asked now, from 0; it is the number of questions once all of them were.
    """

    form: Form
    respondent: str
    language: str
    order: tuple[str, ...]
    answers: dict[str, str] = field(default_factory=dict)
    at: int = 0

    def __post_init__(self) -> None:
        """What is asked, and where it goes on: at the first question not seen yet."""
        self.steps = steps_of(self.form, self.order)
        self.answers = _fitting(self.form, self.answers)
        unseen = (n for n, step in enumerate(self.steps) if step.question.code not in self.answers)
        self.at = next(unseen, len(self.steps))

    @property
    def step(self) -> Step:
        """The question that is asked now."""
        return self.steps[self.at]

    @property
    def complete(self) -> bool:
        """Whether every question was answered or skipped."""
        return self.at == len(self.steps)

    @property
    def given(self) -> str:
        """The answer to this question from before: "" where it was skipped or not asked yet."""
        return self.answers.get(self.step.question.code, "")

    @property
    def seen(self) -> bool:
        """Whether this question was answered or skipped before."""
        return self.step.question.code in self.answers

    def answer(self, choice: str) -> None:
        """Take the answer to this question, "" to leave it open, and go to the next."""
        self.answers[self.step.question.code] = choice
        self.at += 1

    def back(self) -> bool:
        """Go to the question before; False at the first."""
        self.at = max(self.at - 1, -1)
        if self.at < 0:
            self.at = 0
            return False
        return True


def new_interview(form: Form, language: str) -> Interview:
    """An interview of somebody who is not known: the id is random."""
    respondent = str(uuid4())
    return Interview(form, respondent, language, drawn_order(form, respondent))


def _fitting(form: Form, answers: Mapping[str, str]) -> dict[str, str]:
    """Those answers that the form has; any other is asked again."""
    known = {
        question.code: {"", *(choice.code for choice in question.choices)}
        for question in form.questions
    }
    return {code: answer for code, answer in answers.items() if answer in known.get(code, set())}
