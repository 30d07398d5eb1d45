"""A category that is not what it was: along the usual path, against it, or by chance."""

import pytest

from kano_cli.core.result import Settings
from kano_cli.core.tables import POULIOT
from kano_cli.report.words import words
from tests.checks.gate.changes import AFTER, BEFORE, since
from tests.checks.gate.gated import only, said, weighted_survey
from tests.report.surveys import survey_of

MOVED = {
    "en": {
        "forward": "Forward moved along the usual path, from wow (> 99 % sure) to performance "
        "(> 99 % sure)",
        "backward": "Backward moved against the usual path, from basic (> 99 % sure) to wow "
        "(> 99 % sure)",
        "outside": "Outside changed from wow (> 99 % sure) to reverse (> 99 % sure); the usual "
        "path does not cover this",
        "chance": "the category of Chance changed, within sampling error: performance "
        "(33 % sure), now basic (33 % sure)",
        "silent": "the category of Silent changed from no answers to basic, and nobody answered "
        "on one of the two sides",
    },
    "nl": {
        "forward": "Forward is verschoven langs het gebruikelijke pad, van wow (> 99 % zeker) "
        "naar prestatie (> 99 % zeker)",
        "backward": "Backward is verschoven tegen het gebruikelijke pad in, van basis "
        "(> 99 % zeker) naar wow (> 99 % zeker)",
        "outside": "Outside is veranderd van wow (> 99 % zeker) in omgekeerd (> 99 % zeker); "
        "het gebruikelijke pad gaat hier niet over",
        "chance": "Chance heeft een andere categorie, binnen de steekproeffout: eerst prestatie "
        "(33 % zeker), nu basis (33 % zeker)",
        "silent": "Silent is veranderd van geen antwoorden in basis, en aan een van beide kanten "
        "heeft niemand geantwoord",
    },
}


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_each_change_of_a_category_has_its_sentence(lang: str) -> None:
    """As METHOD 10.2 words them, with the certainty of both sides; only chance explains nothing."""
    verdicts = since(survey_of(BEFORE), survey_of(AFTER), only("K430"))

    assert {v.feature: said(v, lang) for v in verdicts} == MOVED[lang]
    assert {v.feature for v in verdicts if v.conclusive} == {"forward", "backward", "outside"}
    told_all = " ".join(words(lang).about("K430") + said(v, lang) for v in verdicts)
    assert not any(never in told_all for never in ("will become", "has matured", "law"))


@pytest.mark.parametrize(("confidence", "conclusive"), [(0.9, True), (0.99, False)])
def test_the_test_of_the_whole_distribution_decides(confidence: float, conclusive: bool) -> None:
    """58 and 42 change places: chi-square 5.12, df 1, p = .024, so clear at 90 %, not at 99 %."""
    before, after = survey_of({"A": (58, 42)}), survey_of({"A": (42, 58)})
    chosen = Settings(confidence=confidence)
    (verdict,) = since(before, after, only("K430"), now=chosen)

    assert verdict.conclusive == conclusive
    assert ("sampling error" in said(verdict)) != conclusive


def test_every_feature_is_tested_and_each_test_costs_some_power() -> None:
    """Alone p = .024 is below .05, and not when Holm knows of nine tests more (METHOD 10.2)."""
    others = {f"Still {at}": (50, 50, 40) for at in range(9)}
    one, other = {"A": (58, 42)}, {"A": (42, 58)}
    (alone,) = since(survey_of(one), survey_of(other), only("K430"))
    (among,) = since(survey_of({**one, **others}), survey_of({**other, **others}), only("K430"))

    assert (alone.conclusive, among.conclusive) == (True, False)


@pytest.mark.parametrize(("heavy", "conclusive"), [(1.0, True), (9.0, False)])
def test_weights_count_with_their_effective_size(heavy: float, conclusive: bool) -> None:
    """Of 100 people with one weight each tells as much; where ten weigh nine times more, less."""
    weights = [heavy] * 6 + [1.0] * 90 + [heavy] * 4  # 58 to 42, or 106 to 74: much the same
    before, after = (weighted_survey({"A": [one] * 58 + [1 - one] * 42}, weights) for one in (0, 1))
    (verdict,) = since(before, after, only("K430"))

    assert verdict.conclusive == conclusive


def test_another_table_may_make_another_category() -> None:
    """Then customers need not have moved at all."""
    survey = survey_of({"A": (40, 1)})
    survey.tally.counts[0, 1, 1] = 60  # must-be, must-be: indifferent, or questionable
    verdicts = since(survey, survey, only("K430"), now=Settings(POULIOT))

    assert [verdict.finding.facts["variant"] for verdict in verdicts] == ["settings"]
