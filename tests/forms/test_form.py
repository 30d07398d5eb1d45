"""A questionnaire as a form: every question once, every text in every language."""

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.form import form_of
from kano_cli.forms.targets import TARGETS, target_named, written
from kano_cli.study.questionnaire import parse_questionnaire, read_questionnaire
from kano_cli.study.shipped import shipped_questionnaires
from tests.forms.fielded import PLAIN, WHOLE, form, questionnaire


def test_a_feature_is_a_page_with_its_questions_in_order() -> None:
    """The functional one first, the importance last."""
    asked = form(WHOLE)

    assert [question.code for question in asked.questions] == [
        "loanbike_f", "loanbike_d", "loanbike_i",
        "night_locker_f", "night_locker_d", "night_locker_i", "plan",
    ]  # fmt: skip
    assert [choice.code for choice in asked.pages[0].functional.choices] == [
        "like", "must", "neut", "live", "disl",
    ]  # fmt: skip
    importance = asked.pages[0].importance
    assert importance is not None
    assert importance.text["nl"] == "Hoe belangrijk is dit voor u: Leenfiets?"
    assert [choice.code for choice in importance.choices] == [str(n) for n in range(1, 10)]
    assert importance.choices[0].text["en"] == "1 - Not at all important"
    assert importance.choices[1].text["en"] == "2"
    assert [choice.code for choice in asked.segments[0].choices] == ["free", "team_small"]


def test_nothing_is_asked_that_the_questionnaire_does_not_ask() -> None:
    """No importance, no segments, no consent."""
    asked = form(PLAIN)

    assert all(page.importance is None for page in asked.pages)
    assert (asked.segments, asked.consent, asked.introduction) == ((), {}, {})


def test_a_language_can_be_chosen() -> None:
    """The first one named is the main one; texts of the others are gone."""
    asked = form(WHOLE, "nl")

    assert asked.languages == ("nl",)
    assert asked.title == {"nl": "Fietsenwinkel"}
    assert asked.stamp == form(WHOLE).stamp


def test_an_own_question_about_importance_is_asked_as_it_stands() -> None:
    """With the name of the feature in its place; braces in a name are no places."""
    text = PLAIN.replace(
        "features:",
        "importance: {min: 0, max: 2, question: 'And {name}?', labels: {0: No}}\nfeatures:",
    ).replace("name: Loan bike", "name: 'Loan {0} bike'")
    importance = form(text).pages[0].importance

    assert importance is not None
    assert importance.text["en"] == "And Loan {0} bike?"
    assert [choice.text["en"] for choice in importance.choices] == ["0 - No", "1", "2"]


@pytest.mark.parametrize(
    ("text", "languages", "message", "hint"),
    [
        (
            "kano: 1\nfeatures: [{name: A}]\n", (),
            "does not say in which language it asks", "write at the top: language: nl",
        ),
        (
            "kano: 1\nlanguage: en\n", (),
            "has no features, so there is nothing to ask", "add them under features:",
        ),
        (
            "kano: 1\nlanguage: en\nfeatures: [{name: A, functional: B?}]\n", (),
            "the dysfunctional question of a is missing",
            "write dysfunctional: and the question; kano questionnaire check proposes one",
        ),
        (
            WHOLE.replace("      nl: Hoe vindt u het als er een nachtkluis is?\n", ""), (),
            "the functional question of night_locker is missing in nl",
            "write functional: {nl: …}, or leave this language out with --language",
        ),
        (
            WHOLE.replace(", nl: Dat was alles.", ""), ("nl",),
            "closing has no text in nl",
            "add nl: to it, or leave this language out with --language",
        ),
        (WHOLE, ("de",), 'the questionnaire is not in "de"', 'its languages are "en", "nl"'),
        (
            WHOLE.replace("max: 9", "max: 100"), (),
            "a form cannot ask for importance from 1 to 100",
            "use whole numbers, 11 at most, such as 1 to 9",
        ),
        (
            WHOLE.replace("max: 9", "max: 5.5"), (),
            "a form cannot ask for importance from 1 to 5.5",
            "use whole numbers, 11 at most, such as 1 to 9",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_told(
    text: str, languages: tuple[str, ...], message: str, hint: str
) -> None:
    """Before anything is written."""
    with pytest.raises(KanoError) as told:
        form_of(parse_questionnaire(text, "q.yaml"), languages)

    assert (told.value.message, told.value.hint) == (message, hint)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", shipped_questionnaires())
def test_every_ready_questionnaire_goes_to_every_target(name: str, target: str) -> None:
    """In each of its languages, or in all at once; twice the same bytes."""
    asked = read_questionnaire(shipped_questionnaires()[name])
    wanted = [()] if TARGETS[target].languages else [(code,) for code in asked.languages]

    for languages in wanted:
        made = form_of(asked, languages)
        assert written(made, TARGETS[target]) == written(made, TARGETS[target])


def test_a_target_of_one_language_says_so() -> None:
    """And how to choose it."""
    with pytest.raises(KanoError) as told:
        written(form(WHOLE), TARGETS["qualtrics"])
    assert told.value.hint == "name one, such as --language en"

    assert written(form_of(questionnaire(WHOLE), ["nl"]), TARGETS["qualtrics"])


def test_a_slip_in_a_targets_name_finds_the_target() -> None:
    """With all that there are."""
    with pytest.raises(KanoError, match='there is no target "xslform"') as told:
        target_named("xslform")
    assert told.value.hint.startswith('did you mean "xlsform"? choose from xlsform, html, xlsx')
