"""Is a questionnaire well made: the rules K440 to K453."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from kano_cli.checks.gate.judged import is_on
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.questionnaire.asked import Asked
from kano_cli.checks.gate.questionnaire.complete import unfinished, untranslated
from kano_cli.checks.gate.questionnaire.form_ids import colliding, proposed, refused
from kano_cli.checks.gate.questionnaire.worded import OF_A_LANGUAGE, is_pair_of_one, of_texts
from kano_cli.checks.gate.verdict import PARTLY, Unchecked, Verdict
from kano_cli.checks.wording.proposals import negated, template
from kano_cli.errors import shortened
from kano_cli.findings import Fact
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES
from kano_cli.study.words import normal, word_list


def questionnaire_verdicts(
    asked: Questionnaire, policy: Policy
) -> tuple[list[Verdict], list[Unchecked]]:
    """What is wrong with a questionnaire, and which rules cannot be applied in its languages."""
    main = Asked(asked, policy, asked.language)
    every = [main, *(replace(main, language=code) for code in asked.languages[1:])]
    verdicts = [*_of_all(main)]
    for whole in every:
        verdicts += _of_any_language(whole)
        for feature in whole.features:
            verdicts += of_texts(whole, feature)
        verdicts += untranslated(whole) if whole.is_translation else unfinished(whole)
    unchecked = []
    unknown = [whole for whole in every if whole.known is None]
    if unknown:
        reason = "other-language" if asked.language else "no-language"
        reason = reason if len(unknown) == len(every) else PARTLY
        unchecked = [Unchecked(code, reason) for code in OF_A_LANGUAGE if is_on(policy, code)]
    return [each for each in verdicts if is_on(policy, each.finding.code)], unchecked


def _of_all(whole: Asked) -> Iterator[Verdict]:
    """What has nothing to do with a language: numbers and ids."""
    features = whole.features
    limit = whole.policy.limit("K444")
    if len(features) > limit:
        facts: dict[str, Fact] = {"count": len(features), "limit": limit}
        yield whole.found("K444", facts, place=whole.questionnaire.places.get("features", ""))
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


def _of_any_language(whole: Asked) -> Iterator[Verdict]:
    """What no language has to be known for: texts that are equal, and lengths."""
    yield from _equal(whole)
    longest = floor(whole.policy.limit("K448"))
    for feature, side, text in whole.texts():
        if (words := len(word_list(text))) > longest:
            facts: dict[str, Fact] = {
                "count": words,
                "limit": longest,
                "question": shortened(text),
            }
            yield whole.of_text("K448", facts, feature, side)


def _equal(whole: Asked) -> Iterator[Verdict]:
    """Questions that read alike, of one feature or of two; each at its second place."""
    first: dict[str, Feature] = {}
    for feature, side, text in whole.texts():
        earlier = first.setdefault(normal(text).rstrip("? "), feature)
        if earlier is feature and (side == SIDES[0] or not is_pair_of_one(feature)):
            continue
        name = feature.name or whole.names[feature.id]
        facts: dict[str, Fact] = {
            "variant": "pair" if earlier is feature else "features",
            "other": whole.names[earlier.id],
            "question": shortened(text),
            "proposal": negated(feature.functional, name, whole.spoken)
            if earlier is feature
            else template(name, side, whole.spoken),
        }
        yield whole.of_text("K443", facts, feature, side)
