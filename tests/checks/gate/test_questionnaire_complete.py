"""The rules K450 to K453, and those on words in every language of a questionnaire."""

import pytest

from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.checks.gate.questionnaire.rules import questionnaire_verdicts
from kano_cli.checks.gate.run import check_questionnaire
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.findings import Severity
from kano_cli.report.words import words
from kano_cli.study.questionnaire import parse_questionnaire

WHOLE = """\
kano: 1
title: {en: Bike shop, nl: Fietsenwinkel}
language: [en, nl]
introduction: {en: Thank you., nl: Dank u.}
consent: {en: I agree., nl: Akkoord.}
closing: {en: That was all., nl: Dat was alles.}
importance:
  min: 1
  max: 9
  question: {en: "How important is {name}?", nl: "Hoe belangrijk is {name}?"}
  labels: {1: {en: Not, nl: Niet}, 9: {en: Very, nl: Heel}}
segments:
  - name: Plan
    question: {en: Which plan do you have?, nl: Welk abonnement hebt u?}
    choices:
      - {en: Free, nl: Gratis}
      - {en: Team, nl: Team}
features:
  - id: loan
    name: {en: Loan bike, nl: Leenfiets}
    functional:
      en: How would you feel if we lent you a bike?
      nl: Hoe vindt u het als wij u een fiets lenen?
    dysfunctional:
      en: How would you feel if we did not lend you a bike?
      nl: Hoe vindt u het als wij u geen fiets lenen?
"""


def checked(text: str, **rules: Setting) -> list[Verdict]:
    """The verdicts on a questionnaire."""
    return questionnaire_verdicts(parse_questionnaire(text, "q.yaml"), Policy(rules=rules))[0]


def told(verdicts: list[Verdict]) -> list[tuple[str, int | None]]:
    """Codes with their lines."""
    return [(each.finding.code, each.finding.place.line) for each in verdicts]


def changed(old: str, new: str, text: str = WHOLE) -> str:
    """The whole questionnaire with one change."""
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_questionnaire_that_is_all_there_has_no_finding() -> None:
    """In both of its languages."""
    assert checked(WHOLE) == []


@pytest.mark.parametrize(("mark", "found"), [("true", [("K450", 19)]), ("false", [])])
def test_a_draft_waits_to_be_read(mark: str, found: list[tuple[str, int]]) -> None:
    """As long as it is marked, at the line of the feature; a warning."""
    verdicts = checked(f"{WHOLE}    draft: {mark}\n")

    assert told(verdicts) == found
    assert [each.severity for each in verdicts] == [Severity.WARNING for _ in found]
    assert [each.feature for each in verdicts] == ["loan" for _ in found]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (", nl: Leenfiets}", "}", 20, ("Loan bike", "in Dutch for: name")),
        (
            "      nl: Hoe vindt u het als wij u geen fiets lenen?\n",
            "",
            25,
            ("Loan bike", "for: dysfunctional question"),
        ),
        ("{en: Bike shop, nl: Fietsenwinkel}", "Bike shop", 2, ("Dutch", "for the title")),
        (", nl: Dank u.}", "}", 4, ("for the introduction",)),
        (", nl: Akkoord.}", "}", 5, ("for the consent",)),
        (", nl: Dat was alles.}", "}", 6, ("for the closing text",)),
        (', nl: "Hoe belangrijk is {name}?"}', "}", 7, ("question about importance",)),
        (", nl: Heel}", "}", 7, ("words at the points",)),
        (", nl: Welk abonnement hebt u?}", "}", 13, ("about Plan", "in Dutch")),
        (", nl: Gratis}", "}", 13, ("about Plan",)),
    ],
)
def test_what_a_translation_lacks_is_told(
    old: str, new: str, line: int, said: tuple[str, ...]
) -> None:
    """One error, with the language, what is missing, and its line."""
    verdicts = checked(changed(old, new))

    assert told(verdicts) == [("K452", line)]
    assert verdicts[0].severity is Severity.ERROR
    text, hint = words("en").finding(verdicts[0].finding)
    assert all(part in text for part in said), text
    assert hint


def test_a_language_in_which_nothing_is_said_is_one_finding() -> None:
    """And not one for each feature, and one for the title."""
    text = """\
kano: 1
language: [en, de]
title: Shop
features:
  - {name: A, functional: How if free?, dysfunctional: How if not free?}
  - {name: B, functional: How if warm?, dysfunctional: How if not warm?}
"""
    verdicts = checked(text)

    assert told(verdicts) == [("K452", 2)]
    assert "German" in words("en").finding(verdicts[0].finding)[0]
    assert "Duits" in words("nl").finding(verdicts[0].finding)[0]


def test_what_the_main_language_lacks_is_not_missed_in_a_translation() -> None:
    """It is one finding, K449."""
    text = WHOLE.split("    dysfunctional:", maxsplit=1)[0]

    assert [code for code, _ in told(checked(text))] == ["K449"]


@pytest.mark.parametrize(
    ("scale", "found"),
    [
        ("", [("K453", 2)]),
        ("scale: {like: Bra, must-be: Ja, neutral: Nja, live-with: Okej, dislike: Nej}\n", []),
    ],
)
def test_a_language_without_answers_is_told(scale: str, found: list[tuple[str, int]]) -> None:
    """Unless the questionnaire words them itself."""
    feature = "features: [{name: A, functional: Om gratis?, dysfunctional: Om inte gratis?}]\n"

    assert told(checked(f"kano: 1\nlanguage: sv\n{scale}{feature}")) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("als wij u een fiets lenen?", "als het snel en makkelijk is?", [("K441", 23)]),
        ("Hoe vindt u het als wij u geen", "Hoe blij bent u als wij u geen", [("K442", 26)]),
        ("wij u geen fiets lenen", "wij u een fiets lenen", [("K443", 26)]),
        ("wij u geen fiets", "u niet zonder pas een fiets kunt", [("K447", 26)]),
        ("als wij u een fiets lenen?", "als u een QXZ leent?", [("K451", 23)]),
        ("wij u geen fiets lenen", f"wij u {'heel ' * 30}geen fiets lenen", [("K448", 26)]),
    ],
)
def test_translations_are_read_as_well(old: str, new: str, found: list[tuple[str, int]]) -> None:
    """By the rules of their own language, at their own line, and the finding says which it is."""
    verdicts = [each for each in checked(changed(old, new)) if each.finding.code != "K440"]

    assert told(verdicts) == found
    for each in verdicts:
        assert each.finding.facts["feature"] == "Loan bike (nl)"
        assert each.finding.place.feature == "Loan bike"


def test_a_translated_pair_that_is_no_pair_of_opposites_is_told() -> None:
    """The Dutch pair alone, with Dutch words in the proposal."""
    verdicts = checked(changed("wij u geen fiets lenen", "wij u een auto lenen"))

    assert told(verdicts) == [("K440", 26)]
    assert "geen fiets" in str(verdicts[0].finding.facts["proposal"])


def test_a_language_that_no_rule_knows_is_told_and_the_others_are_read() -> None:
    """The rules count as applied, since they were in the main language."""
    text = changed("language: [en, nl]", "language: [en, fr]").replace(" nl: ", " fr: ")
    text = text.replace("you a bike", "you a QXZ")
    result = check_questionnaire(parse_questionnaire(text, "q.yaml"), Policy())

    assert told(list(result.verdicts)) == [("K451", 22)]
    assert Unchecked("K451", "some-languages") in result.unchecked
    assert {"K440", "K450", "K451", "K453"} <= set(result.applied)
    assert words("nl")("unchecked", "some-languages")


@pytest.mark.parametrize("level", [Level.ERROR, Level.OFF])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("K450", f"{WHOLE}    draft: true\n"),
        ("K451", WHOLE.replace("a bike", "a QXZ").replace("een fiets", "een QXZ")),
        ("K452", WHOLE.replace(", nl: Leenfiets", "")),
        ("K453", "kano: 1\nlanguage: sv\nfeatures: [{name: A, functional: B?, dysfunctional: C?}]"),
    ],
)
def test_a_policy_sets_the_level(level: Level, code: str, text: str) -> None:
    """What is off is not told."""
    verdicts = checked(text, **{code: Setting(level)})
    found = {each.severity.value for each in verdicts if each.finding.code == code}

    assert found == ({"error"} if level is Level.ERROR else set())
