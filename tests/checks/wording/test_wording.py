"""What the rules for questionnaires know of words, each rule by itself."""

import pytest

from kano_cli.checks.wording.double_barrelled import double_barrelled
from kano_cli.checks.wording.leading import leading
from kano_cli.checks.wording.lexicon import Lexicon, lexicon
from kano_cli.checks.wording.negations import negated_twice
from kano_cli.checks.wording.opposites import Fault, fork
from kano_cli.checks.wording.proposals import negated
from kano_cli.checks.wording.words import words_of


def of(language: str) -> Lexicon:
    """The words of a language that is known."""
    known = lexicon(language)
    assert known is not None
    return known


ENGLISH, DUTCH = of("en"), of("nl")


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US"])
def test_a_region_speaks_its_language(language: str) -> None:
    """Also in capitals."""
    assert lexicon(language) == ENGLISH


@pytest.mark.parametrize("language", ["", "fr", "../en", "en/../nl", "english"])
def test_another_language_is_not_known(language: str) -> None:
    """And no path is made of what a file says."""
    assert lexicon(language) is None


def test_a_list_has_no_word_twice() -> None:
    """Nor a capital, which no compared word has."""
    for known in (ENGLISH, DUTCH):
        for phrases in (known.fixed, known.lacking, known.openings, known.praise, known.harmless):
            assert all(word == word.casefold() for phrase in phrases for word in phrase)


def test_words_are_found_with_their_place() -> None:
    """A passage in quotes is one word, and an apostrophe belongs to its word."""
    text = "If we HAD a “no questions” refund, didn't you pay?"
    words = words_of(text)

    assert [word.text for word in words] == [
        "if", "we", "had", "a", '"no questions"', "refund", "didn't", "you", "pay",
    ]  # fmt: skip
    assert text[words[2].begin : words[2].end] == "HAD"
    assert [word.text for word in words if word.breaks] == ["if", "didn't"]


def test_the_words_that_join_are_quoted() -> None:
    """As the text has them, with what they join."""
    found = double_barrelled("How would you feel if the App was Fast and the bill clear?", ENGLISH)

    assert found is not None
    assert (found.words, found.one, found.other) == ("Fast and the bill", "Fast", "bill")


@pytest.mark.parametrize(
    "text",
    [
        "If it was black and white?", "If there were terms and conditions?",
        "If it got more and more?",
        "If you shopped at Marks and Spencer?", "If it was open between 8 and 10?",
        "If it was open between noon and midnight?",
        "If you and your partner paid?", "And if it was free?",
        "You and I sit down. Would it be free?",
        "If you could pay by card or in cash?", "If it took a day or two?",
    ],
)  # fmt: skip
def test_an_and_may_join_nothing(text: str) -> None:
    """Fixed phrases, names, numbers, one and the same word, and choices between ways."""
    assert double_barrelled(text, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        (
            "How would you feel if you had an amazing view?", "amazing",
            "How would you feel if you had a view?",
        ),
        ("How happy would you be if it was free?", "How happy", "How would you feel if …?"),
        ("Don’t you think it should be free?", "Don’t you", "How would you feel if …?"),
    ],
)  # fmt: skip
def test_what_leads_is_quoted_and_left_out(text: str, words: str, proposal: str) -> None:
    """A praising word goes; another beginning is put in its place."""
    found = leading(text, ENGLISH)

    assert found is not None
    assert (found.words, found.proposal) == (words, proposal)


def test_a_name_does_not_praise() -> None:
    """A capital inside a sentence makes one."""
    assert leading("How would you feel if we showed Wonderful Copenhagen?", ENGLISH) is None
    assert leading("How would you feel if we showed wonderful Copenhagen?", ENGLISH) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If you could not pay without an account?", "not pay without"),
        ("If you couldn't pay without an account?", "couldn't pay without"),
        ("If it was not very unclear?", "not very unclear"),
        ("If it was not open when there is no queue?", ""),
        ("If you could not use do not disturb?", ""),
        ("If it was unclear?", ""),
        ("If it did not show a name that is long and, well, unclear?", ""),
        ("If you did not get a 'no questions asked' refund?", ""),
    ],
)
def test_two_negations_count_in_one_clause(text: str, words: str) -> None:
    """Not in two, not in quotes, and no name."""
    found = negated_twice(text, ENGLISH)

    assert (found.words if found else "") == words


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "fault"),
    [
        ("If the hotel had a pool?", "If the hotel had a sauna?", Fault.SAME_SIDE),
        ("If it took two days?", "If it took nine days?", Fault.SAME_SIDE),
        ("If the tea was hot?", "If the tea was not cold?", Fault.TURNED_TWICE),
        ("If you could pay by card?", "If you could not pay in cash?", Fault.CHANGED),
        ("If the hotel had a pool?", "If the parking was not free?", Fault.OTHER_THING),
        ("If the tea was hot?", "If the tea was cold?", None),
        ("If the tea was hot?", "If the tea was tepid?", None),
        ("If the seat reclined?", "If the seat jammed?", None),
        ("If it was safe?", "If it was unsafe?", None),
        ("If you got a bike?", "If you had to walk?", None),
        ("If it came in a day?", "If nothing came in a day?", None),
        ("If we sent a card?", "If we did not send a card?", None),
    ],
)
def test_a_pair_turns_round_once(functional: str, dysfunctional: str, fault: Fault | None) -> None:
    """What is not plain, such as a word that no list has, is taken for a pair."""
    found = fork(functional, dysfunctional, ENGLISH)

    assert (found.fault if found else None) is fault


@pytest.mark.parametrize(
    ("known", "functional", "proposal"),
    [
        (ENGLISH, "If there was a pool?", "If there was no pool?"),
        (ENGLISH, "If you could pay?", "If you could not pay?"),
        (ENGLISH, "If the app had a pool?", "If the app had no pool?"),
        (ENGLISH, "If it snowed?", "How would you feel if we did not offer this: Snow?"),
        (ENGLISH, "If it was not cold?", "How would you feel if we did not offer this: Snow?"),
        (DUTCH, "Als er een bad is?", "Als er geen bad is?"),
        (DUTCH, "Als het sneeuwt?", "Hoe vindt u het als wij dit niet bieden: Snow?"),
    ],
)
def test_a_question_is_proposed(known: Lexicon, functional: str, proposal: str) -> None:
    """With one negation where it is plain where that goes, else by the feature's name."""
    assert negated(functional, "Snow", known) == proposal
