"""Is a questionnaire well made: the rules K440 to K449."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import TypeAlias

from kano_cli.checks.gate.judged import is_on
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.questionnaire.form_ids import colliding, proposed, refused
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.checks.wording.double_barrelled import double_barrelled
from kano_cli.checks.wording.leading import leading
from kano_cli.checks.wording.lexicon import Lexicon, lexicon
from kano_cli.checks.wording.negations import negated_twice
from kano_cli.checks.wording.opposites import fork
from kano_cli.checks.wording.proposals import negated, template
from kano_cli.errors import shortened
from kano_cli.findings import Fact, Finding, Place
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES
from kano_cli.study.words import normal, word_list

_LINE = re.compile(r", line (\d+), column \d+$")
_OF_A_LANGUAGE = ("K440", "K441", "K442", "K447")
"""Rules that have to know the words of the language."""

FALLBACK = "en"
"""The language of a proposal where the questionnaire's is not known."""


@dataclass(frozen=True)
class _Asked:
    """A questionnaire, what is known of its language, and how strict each rule is."""

    questionnaire: Questionnaire
    policy: Policy
    known: Lexicon | None
    spoken: Lexicon

    def found(
        self, code: str, facts: Mapping[str, Fact], feature: Feature | None = None, at: str = ""
    ) -> Verdict:
        """A verdict at the line of a text; `at` is a key of the questionnaire's places."""
        asked = self.questionnaire
        place = asked.places.get(at, "")
        if not place and feature:
            place = asked.places.get(f"feature {feature.id}", "")
        line = _LINE.search(place)
        name = feature.name if feature else ""
        finding = Finding(
            code,
            {"feature": name, **facts} if feature else facts,
            Place(asked.file, feature=name, line=int(line[1]) if line else None),
        )
        # One of a rule that is off still keeps a pair from being compared, and is then left out.
        severity = (
            self.policy.level(code).severity if is_on(self.policy, code) else finding.severity
        )
        return Verdict(finding, severity, feature=feature.id if feature else "")

    def texts(self) -> Iterator[tuple[Feature, str, str]]:
        """Every question: its feature, its side and its text."""
        for feature in self.questionnaire.features:
            for side, text in zip(SIDES, (feature.functional, feature.dysfunctional), strict=True):
                if text:
                    yield feature, side, text


def questionnaire_verdicts(
    asked: Questionnaire, policy: Policy
) -> tuple[list[Verdict], list[Unchecked]]:
    """What is wrong with a questionnaire, and which rules cannot be applied in its language.

    A pair whose words must change anyhow, since a question leads, asks two things or negates
    twice, is not compared as well: one finding for one cause.
    """
    known = lexicon(asked.language)
    spoken = known or lexicon(FALLBACK)
    if spoken is None:
        raise ValueError("the words of the fallback language are not there")
    whole = _Asked(asked, policy, known, spoken)
    verdicts = [*_of_all(whole)]
    for feature in asked.features:
        verdicts += _of_texts(whole, feature)
    unchecked = []
    if known is None:
        reason = "other-language" if asked.language else "no-language"
        unchecked = [Unchecked(code, reason) for code in _OF_A_LANGUAGE if is_on(policy, code)]
    return [each for each in verdicts if is_on(policy, each.finding.code)], unchecked


def _of_all(whole: _Asked) -> Iterator[Verdict]:
    """What no language has to be known for: numbers, ids, lengths, texts that are equal."""
    features = whole.questionnaire.features
    limit = whole.policy.limit("K444")
    if len(features) > limit:
        facts: dict[str, Fact] = {"count": len(features), "limit": limit}
        yield whole.found("K444", facts, at="features")
    identities = [feature.id for feature in features]
    for feature in features:
        if refusal := refused(feature.id):
            others = [identity for identity in identities if identity != feature.id]
            yield whole.found(
                "K445",
                {
                    "variant": refusal.variant,
                    "id": feature.id,
                    "targets": refusal.targets,
                    "proposal": proposed(feature.id, others),
                },
                feature,
            )
    for later, earlier, variant in colliding(features):
        facts = {
            "variant": variant,
            "id": later.id,
            "other": earlier.id,
            "proposal": proposed(f"{later.id}_2", identities),
        }
        yield whole.found("K446", facts, later)
    yield from _equal(whole)
    longest = floor(whole.policy.limit("K448"))
    for feature, side, text in whole.texts():
        if (words := len(word_list(text))) > longest:
            facts = {"count": words, "limit": longest, "question": shortened(text)}
            yield whole.found("K448", facts, feature, f"text {feature.id} {side}")
    for feature in features:
        yield from _missing(whole, feature)


def _equal(whole: _Asked) -> Iterator[Verdict]:
    """Questions that read alike, of one feature or of two; each at its second place."""
    first: dict[str, Feature] = {}
    for feature, side, text in whole.texts():
        earlier = first.setdefault(normal(text).rstrip("? "), feature)
        if earlier is feature and (side == SIDES[0] or not _is_pair_of_one(feature)):
            continue
        facts: dict[str, Fact] = {
            "variant": "pair" if earlier is feature else "features",
            "other": earlier.name,
            "question": shortened(text),
            "proposal": negated(feature.functional, feature.name, whole.spoken)
            if earlier is feature
            else template(feature.name, side, whole.spoken),
        }
        yield whole.found("K443", facts, feature, f"text {feature.id} {side}")


def _is_pair_of_one(feature: Feature) -> bool:
    """Whether both questions of a feature read alike."""
    one, other = (normal(t).rstrip("? ") for t in (feature.functional, feature.dysfunctional))
    return bool(one) and one == other


def _missing(whole: _Asked, feature: Feature) -> Iterator[Verdict]:
    """The questions that a feature lacks, as one finding, with a text to begin with."""
    texts = dict(zip(SIDES, (feature.functional, feature.dysfunctional), strict=True))
    lacking = [side for side, text in texts.items() if not text]
    if not lacking:
        return
    side = lacking[0]
    proposal = (
        template(feature.name, side, whole.spoken)
        if side == SIDES[0]
        else negated(feature.functional, feature.name, whole.spoken)
    )
    variant = "both" if len(lacking) > 1 else side
    yield whole.found("K449", {"variant": variant, "proposal": proposal}, feature)


def _of_texts(whole: _Asked, feature: Feature) -> Iterator[Verdict]:
    """What the words of a feature's questions say, in a language that is known."""
    known = whole.known
    if known is None:
        return
    texts = [(side, text) for each, side, text in whole.texts() if each is feature]
    # How things are without the feature may take two words: upright and fixed.
    verdicts = [
        *_first(whole, feature, texts[:1], known, _double),
        *_first(whole, feature, texts, known, _leading),
    ]
    verdicts = verdicts or [*_first(whole, feature, texts, known, _negated_twice)]
    if not verdicts and len(texts) == len(SIDES) and not _is_pair_of_one(feature):
        verdicts = [*_opposites(whole, feature, known)]
    yield from verdicts


_Told: TypeAlias = tuple[str, Mapping[str, Fact]] | None


def _first(
    whole: _Asked,
    feature: Feature,
    texts: Sequence[tuple[str, str]],
    known: Lexicon,
    rule: Callable[[str, Lexicon], _Told],
) -> Iterator[Verdict]:
    """The verdict on the first of these texts that breaks a rule: the other may do so, too."""
    for side, text in texts:
        if told := rule(text, known):
            yield whole.found(*told, feature, f"text {feature.id} {side}")
            return


def _double(text: str, known: Lexicon) -> _Told:
    """Whether a text asks two things."""
    found = double_barrelled(text, known)
    if found is None:
        return None
    return "K441", {"words": found.words, "one": found.one, "other": found.other}


def _leading(text: str, known: Lexicon) -> _Told:
    """Whether a text leads."""
    found = leading(text, known)
    return ("K442", {"words": found.words, "proposal": found.proposal}) if found else None


def _negated_twice(text: str, known: Lexicon) -> _Told:
    """Whether a text negates twice."""
    found = negated_twice(text, known)
    if found is None:
        return None
    return "K447", {"words": found.words, "one": found.first, "other": found.second}


def _opposites(whole: _Asked, feature: Feature, known: Lexicon) -> Iterator[Verdict]:
    """Whether the two questions are each other's opposite."""
    found = fork(feature.functional, feature.dysfunctional, known)
    if found is None:
        return
    facts: dict[str, Fact] = {
        "variant": found.fault.value,
        "one": found.functional,
        "other": found.dysfunctional,
        "proposal": negated(feature.functional, feature.name, known),
    }
    yield whole.found("K440", facts, feature, f"text {feature.id} {SIDES[1]}")
