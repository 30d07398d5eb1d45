"""`kano questionnaire new` as a conversation, typed by a script."""

import re
from collections.abc import Callable, Iterable

import pytest

from kano_cli.forms.drafting.dialogue import BEARABLE, Answered, asked_draft
from kano_cli.forms.drafting.draft import MAX_FEATURES
from kano_cli.forms.drafting.phrases import dialogue_words
from kano_cli.study.questionnaire import parse_questionnaire


class Talk:
    """What is typed, line by line; and all that was asked and said."""

    def __init__(self, *typed: str) -> None:
        """Begin."""
        self.typed = list(typed)
        self.heard: list[str] = []

    def ask(self, text: str) -> str:
        """The next line; the end of the input where there is none."""
        self.heard.append(text)
        if not self.typed:
            raise EOFError
        return self.typed.pop(0)

    def run(self, taken: Iterable[str] = (), lang: str = "en") -> Answered:
        """The outcome, with nothing left to type."""
        is_taken: Callable[[str], bool] = set(taken).__contains__
        answered = asked_draft(self.ask, self.heard.append, is_taken, lang)
        assert self.typed == []
        return answered


def test_a_few_answers_make_a_draft() -> None:
    """Enter takes what is proposed."""
    talk = Talk("Bike shop", "", "Loan bike", "Pay by phone", "", "", "")
    answered = talk.run()
    asked = parse_questionnaire(answered.draft.text)

    assert answered.file == "bike_shop.yaml"
    assert (asked.title, asked.languages, asked.importance) == ("Bike shop", ("en",), None)
    assert [feature.name for feature in asked.features] == ["Loan bike", "Pay by phone"]
    assert answered.draft.proposed == ("Loan bike", "Pay by phone")
    assert "Feature 2:" in talk.heard
    assert "2 features" in talk.heard[-1]


def test_it_speaks_dutch() -> None:
    """And the questions are Dutch where nothing else is said."""
    talk = Talk("Fietsenwinkel", "", "Leenfiets", "", "j", "winkel")
    answered = talk.run(lang="nl-BE")
    asked = parse_questionnaire(answered.draft.text)

    assert (answered.file, asked.language, asked.importance) == ("winkel.yaml", "nl", (1, 9))
    assert talk.heard[0].startswith("Titel van de vragenlijst")


def test_it_speaks_english_where_it_does_not_know_the_language() -> None:
    """But proposes French questions."""
    talk = Talk("Vélo", "", "Casque", "", "n", "")

    assert parse_questionnaire(talk.run(lang="fr").draft.text).language == "fr"
    assert talk.heard[0].startswith("Title of")


def test_what_cannot_be_is_asked_again() -> None:
    """A blank title, a language without proposals, no feature, one twice, a taken file."""
    talk = Talk(
        *("", "  ", "Shop"), *("it", "nl, xx", "nl, en"), *("", "A", " a ", "B", ""),
        *("perhaps", "Y"), *("mine", "other.yml"),
    )  # fmt: skip
    answered = talk.run(taken=["mine.yaml"])
    asked = parse_questionnaire(answered.draft.text)
    words = dialogue_words("en")

    assert answered.file == "other.yml"
    assert (asked.languages, asked.importance) == (("nl", "en"), (1, 9))
    assert [feature.name for feature in asked.features] == ["A", "B"]
    assert talk.heard.count(words["title_again"]) == 2
    assert sum("can be proposed in" in text for text in talk.heard) == 2
    assert words["features_again"] in talk.heard
    assert "a is in the list already." in talk.heard
    assert words["importance_again"] in talk.heard
    assert "mine.yaml is there already; name another." in talk.heard


def test_the_proposed_file_is_free() -> None:
    """Numbered until it is."""
    talk = Talk("Shop", "", "A", "", "", "")

    assert talk.run(taken=["shop.yaml", "shop_2.yaml"]).file == "shop_3.yaml"


@pytest.mark.parametrize(("count", "told"), [(BEARABLE, False), (BEARABLE + 1, True)])
def test_too_many_features_are_told(count: int, told: bool) -> None:
    """And not refused."""
    talk = Talk("Shop", "", *(f"A{n}" for n in range(count)), "", "", "")
    talk.run()

    assert any("can bear" in text for text in talk.heard) == told


def test_the_list_ends_where_no_draft_would_be_made() -> None:
    """At the most features that there may be."""
    talk = Talk("Shop", "", *(f"A{n}" for n in range(MAX_FEATURES)), "", "")

    assert len(talk.run().draft.proposed) == MAX_FEATURES


def test_the_end_of_the_input_is_not_an_answer() -> None:
    """Whoever asked has to deal with it."""
    with pytest.raises(EOFError):
        Talk("Shop", "", "A").run()


def test_both_languages_say_the_same_things() -> None:
    """With the same places to fill in."""
    english, dutch = dialogue_words("en"), dialogue_words("nl")

    assert set(english) == set(dutch)
    for key, text in english.items():
        assert text != dutch[key]
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", dutch[key]))
