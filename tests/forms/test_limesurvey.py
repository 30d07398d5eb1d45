"""LimeSurvey: a file that its import takes, with every text as it was written."""

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.limesurvey import COLUMNS, write
from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form
from tests.forms.limesurvey_screen import RATED, TWO_SIDED
from tests.forms.shapes_kobo import with_ids
from tests.forms.shapes_limesurvey import imported, shown


@pytest.mark.parametrize("text", [PLAIN, WHOLE, HOSTILE, TWO_SIDED, RATED])
def test_the_import_takes_every_form(text: str) -> None:
    """All that is wrong with a file makes the import fail."""
    asked = form(text)
    survey = imported(write(asked))
    assert survey.languages == list(asked.languages)
    assert write(asked) == write(asked)


def test_the_file_begins_with_the_twelve_columns_of_a_real_one() -> None:
    """The attributes come after them."""
    header = write(form()).decode().splitlines()[0].split("\t")
    assert header[:12] == [
        "class", "type/scale", "name", "relevance", "text", "help", "language", "validation",
        "mandatory", "other", "default", "same_default",
    ]  # fmt: skip
    assert tuple(header) == COLUMNS


def test_a_survey_has_a_page_for_each_feature() -> None:
    """Consent first, then the features with what belongs to each, then the person."""
    survey = imported(write(form(WHOLE)))
    pages: dict[str, list[str]] = {}
    for asked in survey.questions.values():
        pages.setdefault(asked.group, []).append(asked.code)
    assert pages == {
        "G0": ["kanoconsent", "kanohash"],
        "G1": ["loanbike", "loanbikei"],
        "G2": ["nightlocker", "nightlockeri"],
        "G3": ["plan"],
    }
    assert survey.settings["format"] == "G"
    assert list(survey.questions["loanbike"].rows) == ["f", "d"]
    assert list(survey.questions["loanbike"].answers) == ["like", "must", "neut", "live", "disl"]
    assert list(survey.questions["loanbikei"].answers) == [str(n) for n in range(1, 10)]
    assert list(survey.questions["plan"].answers) == ["free", "teams"]
    needed = {code: asked.mandatory for code, asked in survey.questions.items()}
    assert needed == {
        "kanoconsent": "Y", "kanohash": "N", "loanbike": "Y", "loanbikei": "Y",
        "nightlocker": "Y", "nightlockeri": "Y", "plan": "N",
    }  # fmt: skip
    assert survey.questions["loanbike"].rows["d"] == {
        "en": "How would you feel if we did not lend you a bike?",
        "nl": "Hoe vindt u het als wij u geen fiets lenen?",
    }
    assert survey.around["nl"] == {
        "surveyls_title": "Fietsenwinkel",
        "surveyls_welcometext": "Fijn dat u meedoet.",
        "surveyls_endtext": "Dat was alles.",
    }
    assert survey.settings["showwelcome"] == "Y"


def test_the_stamp_is_a_hidden_question_on_a_page_that_everybody_sees() -> None:
    """Also without a question for consent."""
    for text in (WHOLE, PLAIN):
        stamp = imported(write(form(text))).questions["kanohash"]
        assert (stamp.kind, stamp.group) == ("*", "G0")
        assert stamp.attributes == {"hidden": "1", "equation": form(text).stamp}


def test_features_change_places_and_nothing_else_does() -> None:
    """Groups in one randomisation group do; consent and the person stand where they are."""
    random = imported(write(form(WHOLE))).random
    assert random == {"G0": "", "G1": "kano", "G2": "kano", "G3": ""}
    fixed = imported(write(form(WHOLE + "order: fixed\n")))
    assert set(fixed.random.values()) == {""}


def test_sides_with_answers_of_their_own_are_two_lists() -> None:
    """An array has one row of answers for both."""
    survey = imported(write(form(RATED)))
    codes = [code for code in survey.questions if code.startswith("nightlocker")]
    assert codes == ["nightlockerf", "nightlockerd", "nightlockeri"]
    one, other = (survey.questions[code].answers["like"]["en"] for code in codes[:2])
    assert one != other


def test_respondents_see_every_text_as_it_was_written() -> None:
    """Nothing is run, looked up or taken for markup."""
    asked = form(HOSTILE)
    survey = imported(write(asked))
    language = asked.language
    texts = [shown(texts[language]) for q in survey.questions.values()
             for texts in (q.texts, *q.rows.values())]  # fmt: skip
    for page in asked.pages:
        for text in (page.name, page.functional.text, page.dysfunctional.text):
            assert " ".join(text[language].split()) in texts
    assert shown(survey.around[language]["surveyls_title"]) == asked.title[language]


def test_breaks_in_a_text_are_kept() -> None:
    """A line of the file is a row; a break is HTML."""
    text = WHOLE.replace("en: Thank you for helping us.", 'en: "One.\\n\\nTwo.\\u2028=3"')
    survey = imported(write(form(text)))
    assert shown(survey.around["en"]["surveyls_welcometext"]) == "One.\n\nTwo.\n=3"


@pytest.mark.parametrize("more", range(8))
def test_the_encoding_can_be_told_from_the_first_thousand_bytes(more: int) -> None:
    """A letter of several bytes is never cut there."""
    title = "x" * (60 + more)
    text = PLAIN.replace("title: Bike shop", f"title: {title}\nintroduction: {'日本' * 200}")
    assert imported(write(form(text))).around["en"]["surveyls_title"] == title


def test_languages_have_the_names_that_limesurvey_knows() -> None:
    """A region that it does not have is left out."""
    text = PLAIN.replace("language: en", "language: nl-BE")
    assert imported(write(form(text))).languages == ["nl"]
    text = PLAIN.replace("language: en", "language: pt-br")
    wide = text + "scale: {like: a, must-be: b, neutral: c, live-with: d, dislike: e}\n"
    assert imported(write(form(wide))).languages == ["pt-BR"]


def test_answers_with_long_codes_get_short_ones_that_differ() -> None:
    """LimeSurvey's column is five wide."""
    segments = "segments: [{name: Plan, choices: [Team small, Team smaller, Team, 団体, '12']}]\n"
    answers = imported(write(form(PLAIN + segments))).questions["plan"].answers
    assert list(answers) == ["teams", "team2", "team", "a4", "12"]


@pytest.mark.parametrize(
    ("ids", "more", "parts"),
    [
        (["2gb"], "", ("2gb", "f_2gb")),
        (["lang"], "", ('"lang"', "f_lang")),
        (["SID"], "", ('"SID"', "f_sid")),
        (["token"], "", ('"token"', "token2")),
        (["kano_hash"], "", ("kanohash",)),
        (["dark-mode"], "", ("dark-mode", "dark_mode")),
        (["long" * 6], "", ("20 characters",)),
        (["a_b", "ab"], "", ('"ab"', 'the feature "a_b"', "ab2")),
        (
            ["kind"],
            "segments: [{id: KIND, name: Sort, choices: [x, y]}]",
            ('the segment "KIND"', 'the feature "kind"'),
        ),
        (["tax", "taxi"], "importance: {min: 1, max: 5}", ('feature "taxi"', 'feature "tax"')),
    ],
)
def test_codes_that_limesurvey_refuses_are_errors(
    ids: list[str], more: str, parts: tuple[str, ...]
) -> None:
    """With the feature, and another id for it."""
    with pytest.raises(KanoError) as caught:
        write(form(with_ids(ids, more)))
    assert all(part in str(caught.value) for part in parts), str(caught.value)
    assert "id: " in caught.value.hint


def test_a_code_needs_room_for_the_letter_of_its_importance() -> None:
    """Twenty letters are too many where the importance is asked."""
    text = PLAIN.replace("id: loanbike", f"id: {'b' * 20}")
    assert "b" * 20 in imported(write(form(text))).questions
    with pytest.raises(KanoError, match="20 characters"):
        write(form(text.replace("features:", "importance: {min: 1, max: 5}\nfeatures:")))


def test_two_languages_that_become_one_are_an_error() -> None:
    """Neither may be lost in silence."""
    text = WHOLE.replace("nl: ", "en-GB: ").replace("[en, nl]", "[en, en-GB]")
    with pytest.raises(KanoError, match="en-GB") as caught:
        write(form(text))
    assert "--language en" in caught.value.hint


def test_a_title_that_the_database_would_cut_is_an_error() -> None:
    """LimeSurvey has two hundred characters for it."""
    with pytest.raises(KanoError, match="title is too long"):
        write(form(PLAIN.replace("Bike shop", "Bike shop " * 21)))
