"""What a questionnaire lacks before it is fielded: questions, translations, answers, a reader."""

from collections.abc import Iterator, Mapping

from kano_cli.checks.gate.questionnaire.asked import Asked
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.checks.wording.proposals import negated, template
from kano_cli.findings import Fact
from kano_cli.study.answer_texts import shown_answers
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES
from kano_cli.study.texts import Texts

_TEXTS = ("name", *SIDES)
_AROUND = ("title", "introduction", "consent", "closing")


def unfinished(whole: Asked) -> Iterator[Verdict]:
    """What the main language lacks, and features that nobody has read yet."""
    asked = whole.questionnaire
    for feature in asked.features:
        yield from _missing(whole, feature)
        if feature.id in asked.drafts:
            yield whole.found("K450", {}, feature)
    yield from _answerless(whole)


def untranslated(whole: Asked) -> Iterator[Verdict]:
    """What a translation lacks of that which the main language says.

    A language in which nothing is said of any feature is one finding.
    """
    asked = whole.questionnaire
    language: dict[str, Fact] = {"spoken": whole.language}
    if whole.features and not any(
        getattr(feature, text) for feature in whole.features for text in _TEXTS
    ):
        facts: dict[str, Fact] = {**language, "count": len(whole.features)}
        yield whole.found("K452", facts, place=asked.places.get("language", ""))
        yield from _answerless(whole)
        return
    for feature in asked.features:
        yield from _untold(whole, feature)
    for key, (texts, place) in _around(asked).items():
        if texts and whole.language not in texts:
            yield whole.found(
                "K452", {**language, "variant": "around", "asked_text": key}, place=place
            )
    for question in asked.segment_questions:
        every = (question.question, *question.choices.values())
        if any(whole.language not in texts for texts in every):
            facts = {**language, "variant": "segment", "segment": question.name}
            yield whole.found("K452", facts, place=question.place)
    yield from _answerless(whole)


def _around(asked: Questionnaire) -> Mapping[str, tuple[Texts, str]]:
    """The texts beside the features, each with its place."""
    found = {key: (getattr(asked.around, key), asked.places.get(key, "")) for key in _AROUND}
    labels = asked.around.importance_labels
    place = asked.places.get("importance", "")
    told: dict[str, Texts] = {"importance": asked.around.importance}
    if labels:  # one that a language lacks is enough
        told["labels"] = min(labels.values(), key=len)
    return {**found, **{key: (texts, place) for key, texts in told.items()}}


def _untold(whole: Asked, feature: Feature) -> Iterator[Verdict]:
    """The texts of a feature that a translation lacks, as one finding."""
    asked = whole.questionnaire
    said = asked.in_languages(feature)[whole.language]
    lacking = tuple(text for text in _TEXTS if getattr(feature, text) and not getattr(said, text))
    if not lacking:
        return
    facts: dict[str, Fact] = {
        "variant": "feature",
        "feature": feature.name,
        "spoken": whole.language,
        "asked_texts": lacking,
    }
    place = asked.places.get(f"text {feature.id} {lacking[0]}", "")
    yield whole.found("K452", facts, feature, place)


def _missing(whole: Asked, feature: Feature) -> Iterator[Verdict]:
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


def _answerless(whole: Asked) -> Iterator[Verdict]:
    """Whether a form in this language has answers to show."""
    asked = whole.questionnaire
    if whole.language and not shown_answers(asked, whole.language):
        place = asked.places.get("language", "")
        yield whole.found("K453", {"spoken": whole.language}, place=place)
