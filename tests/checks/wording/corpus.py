"""Pairs of questions of our own, each with the codes that it deserves."""

from dataclasses import dataclass
from pathlib import Path

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.questionnaire.rules import questionnaire_verdicts
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature

FILES = {"en": "english.txt", "nl": "dutch.txt"}


@dataclass(frozen=True)
class Pair:
    """Two questions: the codes that they deserve, and those that the rules give."""

    language: str
    functional: str
    dysfunctional: str
    deserved: frozenset[str]
    given: frozenset[str]

    def verdicts(self) -> list[Verdict]:
        """What the rules say of a questionnaire with this pair alone."""
        feature = Feature("loan", "Loan", self.functional, self.dysfunctional)
        asked = Questionnaire("study.yaml", (feature,), language=self.language)
        return questionnaire_verdicts(asked, Policy())[0]


def pairs(language: str) -> list[Pair]:
    """The pairs of a language; a code with ! is deserved and missed, one with ? the reverse."""
    found = []
    path = Path(__file__).parent / FILES[language]
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            codes, functional, dysfunctional = (part.strip() for part in line.split("|"))
            marked = set(codes.split()) - {"-"}
            deserved = frozenset(code.rstrip("!") for code in marked if not code.endswith("?"))
            given = frozenset(code.rstrip("?") for code in marked if not code.endswith("!"))
            found.append(Pair(language, functional, dysfunctional, deserved, given))
    return found
