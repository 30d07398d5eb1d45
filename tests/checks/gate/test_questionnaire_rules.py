"""The rules K440 to K453: on each side of every limit, with the line of the file."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import RULES, Level
from kano_cli.checks.gate.questionnaire.rules import questionnaire_verdicts
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.findings import Severity
from kano_cli.report.words import words
from kano_cli.study.questionnaire import parse_questionnaire, read_questionnaire

ROOT = Path(__file__).parents[3]
READY = [*(ROOT / "questionnaires").glob("*.yaml"), *ROOT.glob("samples/*/questionnaire.yaml")]
CODES = [rule.code for rule in RULES if rule.code >= "K440"]
GOOD = """\
  - id: loan_{n}
    name: Loan {n}
    functional: How would you feel if we had the loan bike {n}?
    dysfunctional: How would you feel if we did not have the loan bike {n}?
"""


def checked(
    text: str, language: str = "en", rules: Mapping[str, Setting] | None = None
) -> list[Verdict]:
    """The verdicts on a questionnaire with these features, which begin on line 4."""
    text = f"kano: 1\nlanguage: {language}\nfeatures:\n{text}"
    return questionnaire_verdicts(parse_questionnaire(text, "q.yaml"), Policy(rules=rules or {}))[0]


def pair(functional: str, dysfunctional: str, **settings: Setting) -> list[Verdict]:
    """The verdicts on one pair, on lines 6 and 7."""
    text = f"  - id: loan\n    name: Loan\n    functional: {functional}\n"
    return checked(f"{text}    dysfunctional: {dysfunctional}\n", rules=settings)


def told(verdicts: list[Verdict]) -> list[tuple[str, int | None]]:
    """Codes with their lines."""
    return [(each.finding.code, each.finding.place.line) for each in verdicts]


@pytest.mark.parametrize("path", READY, ids=lambda path: f"{path.parent.name} {path.name}")
def test_what_is_shipped_is_clean(path: Path) -> None:
    """Every ready questionnaire, and those of the samples."""
    assert questionnaire_verdicts(read_questionnaire(path), Policy()) == ([], [])


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "found"),
    [
        ("If we had a pool?", "If we had a sauna?", ("K440", 7)),
        ("If it was fast and easy?", "If it was not fast and easy?", ("K441", 6)),
        ("If it was free?", "How annoyed would you be if it was not free?", ("K442", 7)),
        ("If it was free?", "IF it was  free ?", ("K443", 7)),
        ("If you paid?", "If you could not pay without an account?", ("K447", 7)),
    ],
)
def test_a_finding_stands_at_the_line_of_its_text(
    functional: str, dysfunctional: str, found: tuple[str, int]
) -> None:
    """In the file, with the feature."""
    (verdict,) = pair(functional, dysfunctional)

    assert told([verdict]) == [found]
    assert (verdict.finding.place.file, verdict.feature) == ("q.yaml", "loan")
    assert verdict.finding.facts["feature"] == verdict.finding.place.feature == "Loan"


def test_a_text_that_is_folded_stands_where_it_begins() -> None:
    """At its first line, as an editor counts."""
    assert told(pair(">\n      If we had\n      a pool?", "If we had a sauna?")) == [("K440", 9)]


@pytest.mark.parametrize(("number", "found"), [(20, []), (21, [("K444", 3)])])
def test_twenty_features_are_borne(number: int, found: list[tuple[str, int]]) -> None:
    """One more is told at the list of features."""
    assert told(checked("".join(GOOD.format(n=n) for n in range(number)))) == found


@pytest.mark.parametrize(("number", "found"), [(30, []), (31, [("K448", 6)])])
def test_thirty_words_are_borne(number: int, found: list[tuple[str, int]]) -> None:
    """One more is told where the text stands, with the number."""
    text = " ".join(["If", *["we"] * (number - 3), "paid", "you?"])
    verdicts = pair(text, "If not?")

    assert told(verdicts) == found
    assert [each.finding.facts["count"] for each in verdicts] == [number for _ in found]


@pytest.mark.parametrize(("code", "limit"), [("K444", 0), ("K448", 1)])
def test_a_policy_sets_the_limit(code: str, limit: float) -> None:
    """For features and for words."""
    verdicts = pair("If it was free?", "If it was not free?", **{code: Setting(limit=limit)})

    assert {each.finding.code for each in verdicts} == {code}


def test_a_question_that_two_features_share_is_told_at_the_second() -> None:
    """With the name of the first."""
    same = "    functional: If it was free?\n    dysfunctional: If it was not {}?\n"
    verdicts = checked(f"  - name: One\n{same.format('free')}  - name: Two\n{same.format('cheap')}")

    assert [each for each in told(verdicts) if each[0] == "K443"] == [("K443", 8)]
    assert verdicts[0].finding.facts["other"] == "One"


@pytest.mark.parametrize(
    ("keys", "variant", "proposal"),
    [
        ("", "both", "offered this: Pool"),
        ("    functional: If there was a pool?\n", "dysfunctional", "If there was no pool?"),
        ("    dysfunctional: If there was no pool?\n", "functional", "offered this: Pool"),
    ],
)
def test_a_missing_question_is_proposed(keys: str, variant: str, proposal: str) -> None:
    """One finding for a feature, at the line where it begins."""
    (verdict,) = checked(f"  - name: Pool\n{keys}")

    assert told([verdict]) == [("K449", 4)]
    assert verdict.finding.facts["variant"] == variant
    assert proposal in str(verdict.finding.facts["proposal"])


def test_ids_are_told_with_another_one() -> None:
    """That is refused, or becomes one with another."""
    verdicts = checked("".join(GOOD.format(n=n) for n in (1, "x")).replace("loan_x", "Loan1"))
    assert told(verdicts) == [("K446", 8)]

    verdicts = checked(GOOD.format(n=1).replace("loan_1", "1 loan"))
    assert told(verdicts) == [("K445", 4)]
    assert verdicts[0].finding.facts["proposal"] == "f_1_loan"


def test_a_pair_that_must_change_anyhow_is_not_compared() -> None:
    """Two causes give two findings, and none follows from another."""
    verdicts = pair("If our amazing pool was warm and deep?", "If our amazing pool was cold?")

    assert [code for code, _ in told(verdicts)] == ["K441", "K442"]


@pytest.mark.parametrize(
    ("language", "reason"),
    [("''", "no-language"), ("fr", "other-language"), ("it-CH", "other-language")],
)
def test_other_languages_get_the_rules_that_need_none(language: str, reason: str) -> None:
    """And it is told which rules were not applied; one that is off is not missed."""
    lines = "" if language == "''" else f"language: {language}\n"
    features = "  - {id: 1a, name: A, functional: If free and easy?, dysfunctional: If free?}\n"
    asked = parse_questionnaire(f"kano: 1\n{lines}features:\n{features}", "q.yaml")
    verdicts, unchecked = questionnaire_verdicts(asked, Policy(rules={"K442": Setting(Level.OFF)}))

    assert [code for code, _ in told(verdicts)] == ["K445"]
    assert unchecked == [Unchecked(code, reason) for code in ("K440", "K441", "K447", "K451")]
    for code in ("en", "nl"):
        assert words(code)("unchecked", reason)


@pytest.mark.parametrize("level", [Level.ERROR, Level.WARNING, Level.OFF])
@pytest.mark.parametrize(
    ("code", "functional", "dysfunctional"),
    [
        ("K440", "If we had a pool?", "If we had a sauna?"),
        ("K441", "If it was fast and easy?", "If it was slow?"),
        ("K442", "How happy are you if it is free?", "If it is not free?"),
        ("K443", "If it was free?", "If it was free?"),
        ("K447", "If you paid?", "If you could not pay without an account?"),
    ],
)
def test_a_policy_sets_the_level(
    level: Level, code: str, functional: str, dysfunctional: str
) -> None:
    """What is off is not told."""
    verdicts = pair(functional, dysfunctional, **{code: Setting(level)})

    assert [each.severity for each in verdicts] == (
        [] if level is Level.OFF else [Severity(level.value)]
    )


@pytest.mark.parametrize("code", ["en", "nl"])
def test_every_finding_has_its_words(code: str) -> None:
    """In both languages, with every variant that the rules give, and nothing left to fill in."""
    everything = [
        *pair("If we had a pool?", "If we had a sauna?"),
        *pair("If it was hot?", "If it was not cold?"),
        *pair("If you could pay by card?", "If you could not pay in cash?"),
        *pair("If the hotel had a pool?", "If the parking was not free?"),
        *pair("If it was fast and easy?", "If it was free?"),
        *pair("How happy if it was free?", "If it was not free?"),
        *pair("If it was free?", "If it was free?"),
        *pair("If you paid?", "If you could not pay without an account?"),
        *pair("If free?", "If not free?", K448=Setting(limit=1), K444=Setting(limit=0)),
        *checked("".join(f"  - {{id: {i}, name: N{i}}}\n" for i in ("1a", "é", "x" * 21, "time"))),
        *checked("  - {id: lo_an}\n  - {id: loan}\n  - {id: loan_f}\n"),
        *checked("  - {name: A, functional: If free?}\n  - {name: B, functional: If free?}\n"),
        *checked("  - {name: A, dysfunctional: If free?}\n"),
        *checked("  - {name: A, functional: If free?, dysfunctional: If not?, draft: true}\n"),
        *pair("If it had no downtime?", "If it had downtime?"),
        *pair("If we had a QXZ?", "If we had no QXZ?"),
        *checked(GOOD.format(n=1), "[en, nl]"),
        *checked(GOOD.format(n=1) + GOOD.format(n=2), "[en, nl]"),
        *checked(GOOD.format(n=1).replace("Loan 1", "{en: Loan, sv: X}"), "[en, sv]"),
        *checked(
            GOOD.format(n=1).replace("Loan 1", "{en: Loan, nl: Leen}"),
            "[en, nl]\ntitle: Bikes\nsegments: [{name: A, choices: [B, C]}]",
        ),
    ]
    said = {
        (
            each.finding.code,
            str(each.finding.facts.get("variant", each.finding.facts.get("count", ""))),
        ): words(code).finding(each.finding)
        for each in everything
    }

    assert {code for code, _ in said} == set(CODES)
    assert len(said) == (4 + 1 + 1 + 2 + 1 + 4 + 2 + 1 + 2 + 3) + (1 + 2 + 5 + 1)
    assert all(text and hint and "{" not in text + hint for text, hint in said.values())
    assert len({text for text, _ in said.values()}) == len(said)
