"""What the words of a feature's questions say, in a language that is known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kano_cli.checks.gate.questionnaire.asked import Asked
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.checks.wording.double_barrelled import double_barrelled
from kano_cli.checks.wording.jargon import explained_in, jargon
from kano_cli.checks.wording.leading import leading
from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.negations import negated_twice
from kano_cli.checks.wording.opposites import fork
from kano_cli.checks.wording.proposals import negated
from kano_cli.findings import Fact
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES
from kano_cli.study.words import normal

OF_A_LANGUAGE = ("K440", "K441", "K442", "K447", "K451")
"""Rules that have to know the words of the language."""

_Told: TypeAlias = tuple[str, Mapping[str, Fact]] | None


def of_texts(whole: Asked, feature: Feature) -> Iterator[Verdict]:
    """What is wrong with the words of a feature's questions.

    A pair whose words must change anyhow, since a question leads, asks two things or negates
    twice, is not compared as well: one finding for one cause.
    """
    known = whole.known
    if known is None:
        return
    texts = [
        (side, text)
        for side, text in zip(SIDES, (feature.functional, feature.dysfunctional), strict=True)
        if text
    ]
    # How things are without the feature may take two words: upright and fixed.
    verdicts = [
        *_first(whole, feature, texts[:1], known, _double),
        *_first(whole, feature, texts, known, _leading),
    ]
    verdicts = verdicts or [*_first(whole, feature, texts, known, _negated_twice)]
    if not verdicts and len(texts) == len(SIDES) and not is_pair_of_one(feature):
        verdicts = [*_opposites(whole, feature, known)]
    yield from verdicts
    # The functional question comes first, and may explain what the other one says.
    explained = whole.explained | explained_in(feature.functional)
    for side, text in texts:
        if found := jargon(text, known, explained):
            facts: dict[str, Fact] = {
                "variant": "word" if found.plain else "abbreviation",
                "words": found.words,
                "proposal": found.plain,
            }
            yield whole.of_text("K451", facts, feature, side)
            return


def is_pair_of_one(feature: Feature) -> bool:
    """Whether both questions of a feature read alike."""
    one, other = (normal(t).rstrip("? ") for t in (feature.functional, feature.dysfunctional))
    return bool(one) and one == other


def _first(
    whole: Asked,
    feature: Feature,
    texts: Sequence[tuple[str, str]],
    known: Lexicon,
    rule: Callable[[str, Lexicon], _Told],
) -> Iterator[Verdict]:
    """The verdict on the first of these texts that breaks a rule: the other may do so, too."""
    for side, text in texts:
        if told := rule(text, known):
            yield whole.of_text(*told, feature, side)
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


def _opposites(whole: Asked, feature: Feature, known: Lexicon) -> Iterator[Verdict]:
    """Whether the two questions are each other's opposite."""
    found = fork(feature.functional, feature.dysfunctional, known)
    if found is None:
        return
    facts: dict[str, Fact] = {
        "variant": found.fault.value,
        "one": found.functional,
        "other": found.dysfunctional,
        "proposal": negated(feature.functional, feature.name or whole.named(feature), known),
    }
    yield whole.of_text("K440", facts, feature, SIDES[1])
