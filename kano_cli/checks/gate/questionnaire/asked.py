"""One language of a questionnaire as the rules see it, and the verdicts that they give on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kano_cli.checks.gate.judged import is_on
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.checks.wording.jargon import explained_in
from kano_cli.checks.wording.lexicon import Lexicon, lexicon
from kano_cli.findings import Fact, Finding, Place
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES

FALLBACK = "en"
"""The language of a proposal where the questionnaire's is not known."""

_LINE = re.compile(r", line (\d+), column \d+$")


@dataclass(frozen=True)
class Asked:
    """A questionnaire in one of its languages, and how strict each rule is."""

    questionnaire: Questionnaire
    policy: Policy
    language: str

    @property
    def is_translation(self) -> bool:
        """Whether this is another language than the main one."""
        return self.language != self.questionnaire.language

    @cached_property
    def known(self) -> Lexicon | None:
        """What the rules know of the language; None where they know nothing."""
        return lexicon(self.language)

    @cached_property
    def spoken(self) -> Lexicon:
        """The words for proposals: those of the language, else English ones."""
        spoken = self.known or lexicon(FALLBACK)
        if spoken is None:
            raise ValueError("the words of the fallback language are not there")
        return spoken

    @cached_property
    def features(self) -> Sequence[Feature]:
        """The features in this language; a text that is missing is ""."""
        asked = self.questionnaire
        if not self.is_translation:
            return asked.features
        return [asked.translations[self.language][feature.id] for feature in asked.features]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the features in the main language, by id."""
        return {feature.id: feature.name for feature in self.questionnaire.features}

    @cached_property
    def explained(self) -> frozenset[str]:
        """Abbreviations that the title or the introduction has told the respondents."""
        around = self.questionnaire.around
        told = around.introduction.get(self.language, "")
        return explained_in(told) | frozenset(around.title.get(self.language, "").split())

    def texts(self) -> Iterator[tuple[Feature, str, str]]:
        """Every question: its feature, its side and its text."""
        for feature in self.features:
            for side, text in zip(SIDES, (feature.functional, feature.dysfunctional), strict=True):
                if text:
                    yield feature, side, text

    def named(self, feature: Feature) -> str:
        """A feature as a finding names it: Loan bike, or of a translation Loan bike (nl)."""
        name = self.names[feature.id]
        return f"{name} ({self.language})" if self.is_translation else name

    def of_text(self, code: str, facts: Mapping[str, Fact], feature: Feature, side: str) -> Verdict:
        """A verdict on a question, at its line."""
        at = f"text {feature.id} {side}"
        asked = self.questionnaire
        place = asked.places.get(f"{at} {self.language}", "") if self.is_translation else ""
        return self.found(code, facts, feature, place or asked.places.get(at, ""))

    def found(
        self, code: str, facts: Mapping[str, Fact], feature: Feature | None = None, place: str = ""
    ) -> Verdict:
        """A verdict on a feature or on all; `place` is one of the questionnaire's places."""
        asked = self.questionnaire
        if not place and feature:
            place = asked.places.get(f"feature {feature.id}", "")
        line = _LINE.search(place)
        name = self.names[feature.id] if feature else ""
        finding = Finding(
            code,
            {"feature": self.named(feature), **facts} if feature else facts,
            Place(asked.file, feature=name, line=int(line[1]) if line else None),
        )
        # One of a rule that is off still keeps a pair from being compared, and is then left out.
        severity = (
            self.policy.level(code).severity if is_on(self.policy, code) else finding.severity
        )
        return Verdict(finding, severity, feature=feature.id if feature else "")
