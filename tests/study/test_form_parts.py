"""What a questionnaire says to a form: languages, texts around, order, questions about people."""

from dataclasses import replace

import pytest

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.study.answer_texts import needed_answers, shown_answers
from kano_cli.study.questionnaire import parse_questionnaire
from tests.forms.fielded import WHOLE, questionnaire

HEAD = "kano: 1\nlanguage: [en, nl]\n"
ONE = "features: [{name: Search}]\n"
FIVE_EN = "{like: Glad, must-be: Sure, neutral: Whatever, live-with: Pity, dislike: Bad}"
FIVE_NL = "{like: Blij, must-be: Ja, neutral: Prima, live-with: Jammer, dislike: Erg}"


def refused(text: str) -> KanoError:
    """The refusal of a questionnaire."""
    with pytest.raises(KanoError) as told:
        parse_questionnaire(text, "q.yaml")
    return told.value


def test_every_text_is_there_in_each_language() -> None:
    """The main language stands first, and features are in it."""
    asked = questionnaire(WHOLE)

    assert asked.languages == ("en", "nl")
    assert (asked.language, asked.title) == ("en", "Bike shop")
    assert [feature.name for feature in asked.features] == ["Loan bike", "Night locker"]
    said = asked.in_languages(asked.features[1])
    assert {code: each.name for code, each in said.items()} == {
        "en": "Night locker",
        "nl": "Nachtkluis",
    }
    assert said["nl"].dysfunctional == "Hoe vindt u het als er geen nachtkluis is?"
    assert asked.around.closing == {"en": "That was all.", "nl": "Dat was alles."}
    assert asked.order == "random"


def test_one_language_needs_no_list() -> None:
    """A text is of the main language, also where no language is named."""
    asked = parse_questionnaire("kano: 1\ntitle: Shop\n" + ONE)

    assert (asked.languages, asked.language) == ((), "")
    assert asked.around.title == {"": "Shop"}
    assert asked.in_languages(asked.features[0]) == {"": asked.features[0]}


def test_a_missing_translation_is_an_empty_text() -> None:
    """`kano questionnaire check` tells it; reading answers does not need it."""
    asked = parse_questionnaire(HEAD + "features: [{id: a, name: {en: Search}}]\n")

    assert asked.translations["nl"]["a"].name == ""


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "kano: 1\nlanguage: [en, en]\n" + ONE,
            'the language "en" stands here twice',
            "name each language once, the main one first",
        ),
        (
            HEAD + "title: {en: Shop, de: Laden}\n" + ONE,
            '"de" is not a language of this questionnaire',
            'its languages are "en", "nl"; more are named by language:',
        ),
        (
            HEAD + "title: {nl: Winkel}\n" + ONE,
            "title has no text in the main language, en",
            "write: en: a text",
        ),
        (
            "kano: 1\ntitle: {en: Shop}\n" + ONE,
            "title has a text for each language, and nothing says which languages there are",
            "write at the top: language: [en, nl], the main one first",
        ),
        (
            HEAD + 'title: {en: ""}\n' + ONE,
            "title (en) is empty",
            "write a text there, or remove the key",
        ),
        (
            HEAD + "order: as you like\n" + ONE,
            'there is no order "as you like"',
            'choose from "random", "fixed"',
        ),
        (
            HEAD + "segments: [{name: Plan}]\n" + ONE,
            'the segment "Plan" needs choices to choose from',
            "list two or more; a column that the answers have anyhow is its name alone",
        ),
        (
            HEAD + "segments: [{name: Plan, choices: [Free, free!]}]\n" + ONE,
            'two choices are called "free!"',
            "give each its own text; capitals and signs make no difference",
        ),
        (
            HEAD + "segments: [Plan, {name: plan, choices: [A, B]}]\n" + ONE,
            'two segments are called "plan"',
            "give each its own name",
        ),
        (
            HEAD + "segments: [{choices: [A, B]}]\n" + ONE,
            "a segment needs a name",
            "such as  {name: Plan, question: Which plan do you have?, choices: [Free, Team]}",
        ),
        (
            HEAD + f"segments: [{{name: Town, choices: {[str(n) for n in range(31)]}}}]\n" + ONE,
            'the segment "Town" has more than 30 choices',
            "group them: answers of few people say little",
        ),
        (HEAD + "segments: []\n" + ONE, "segments is an empty list", "write a text there"),
        (
            HEAD + "importance: {min: 1, max: 5, labels: {9: Very}}\n" + ONE,
            "the label of 9 stands outside the scale from 1 to 5",
            "label points of the scale only",
        ),
        (
            HEAD + "importance: {min: 1, max: 5, labels: {much: Very}}\n" + ONE,
            '"much" is no whole number',
            "such as  1: Not at all",
        ),
        (
            HEAD + "scale: {en: " + FIVE_EN + "}\n" + ONE,
            'the scale has no texts in "nl"',
            "give five answers in each language, or in none, where one will do",
        ),
        (
            HEAD + "scale: modrn\n" + ONE,
            'there is no scale "modrn" in "en", "nl"',
            (
                'did you mean "modern"? write scale: standard, a name that kano questionnaire '
                "wordings lists, or your own texts for like, must-be, neutral, live-with, dislike"
            ),
        ),
        (
            HEAD + "features: [{name: Search, draft: perhaps}]\n",
            'there is no draft "perhaps"',
            'choose from "true", "false"',
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_cure(text: str, message: str, hint: str) -> None:
    """Word for word: this is what somebody reads who made it."""
    told = refused(text)

    assert (told.message, told.hint) == (message, hint)
    assert told.place.startswith("q.yaml, line ")


def test_the_answers_are_the_shipped_ones_unless_others_are_named() -> None:
    """By name, as own texts for all, or as own texts for each language."""
    standard = parse_questionnaire(HEAD + ONE)
    named = parse_questionnaire(HEAD + "scale: literal\n" + ONE)
    own = parse_questionnaire(HEAD + f"scale: {{en: {FIVE_EN}, nl: {FIVE_NL}}}\n" + ONE)

    assert shown_answers(standard, "nl")["functional"][Answer.LIKE] == "Dat vind ik fijn"
    assert shown_answers(named, "nl")["functional"][Answer.LIKE] == "Zo heb ik het graag"
    assert shown_answers(own, "nl")["dysfunctional"][Answer.DISLIKE] == "Erg"
    assert shown_answers(own, "en")["dysfunctional"][Answer.DISLIKE] == "Bad"
    assert shown_answers(standard, "nl-BE") == shown_answers(standard, "nl")
    assert own.scale is not None
    assert {own.scale.answer(text) for text in ("Glad", "Blij", "like")} == {Answer.LIKE}
    assert standard.scale is None
    assert named.scale is None


def test_own_texts_are_of_the_language_that_they_are_written_in() -> None:
    """Five texts without a language are of the main one; the other one has none to show."""
    asked = parse_questionnaire(HEAD + f"scale: {FIVE_EN}\n" + ONE)

    assert shown_answers(asked, "en")["functional"][Answer.LIKE] == "Glad"
    with pytest.raises(KanoError, match="the answers have no texts in nl"):
        needed_answers(asked, "nl")


def test_a_language_without_a_wording_has_no_answers_to_show() -> None:
    """A reader of it needs own texts."""
    asked = parse_questionnaire("kano: 1\nlanguage: fi\n" + ONE)

    with pytest.raises(KanoError, match="the answers have no texts in fi") as told:
        needed_answers(asked, "fi")
    assert '"nl"' in told.value.hint


def test_the_codes_of_forms_are_read_unless_they_mean_something_else() -> None:
    """Somebody may word an answer "like" that is not the like of the method."""
    asked = parse_questionnaire(
        "kano: 1\nscale: {like: Great, must-be: like, neutral: N, live-with: L, dislike: D}\n" + ONE
    )

    assert asked.scale is not None
    assert asked.scale.answer("like") is Answer.MUST_BE
    assert asked.scale.answer("disl") is Answer.DISLIKE
    assert "disl" not in asked.scale.texts("functional")
    assert asked.scale.texts("functional")["like"] is Answer.MUST_BE


def test_a_draft_is_marked() -> None:
    """Until somebody has read it."""
    asked = parse_questionnaire(
        "kano: 1\nfeatures: [{name: A, draft: true}, {name: B, draft: false}, {name: C}]\n"
    )

    assert asked.drafts == {"a"}
    assert replace(asked, drafts=frozenset()).features == asked.features
