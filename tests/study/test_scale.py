"""Which text is which answer: whole texts, per side, codes only where something declares them."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.study.scale import SIDES, Scale, built_in, code_text, own_scale, parse_codes

LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer


def worded(*texts: str) -> dict[Answer, tuple[str, ...]]:
    """Five texts, `|` between those of one answer."""
    return {a: tuple(text.split("|")) for a, text in zip(Answer, texts, strict=True)}


def same_on_both(*texts: str) -> Scale:
    """The scale of five texts on both sides."""
    return own_scale(dict.fromkeys(SIDES, worded(*texts)))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("I dislike it", DISLIKE),
        ("I dislike it, but I can live with it that way", LIVE_WITH),
        ("I dislike it, and I can't accept it", DISLIKE),
        ("I don’t like it", DISLIKE),
        ("I like it", LIKE),
        ("dislike", DISLIKE),
        ("気に入らない", DISLIKE),
        ("我很不喜欢", DISLIKE),
        ("Não gosto", DISLIKE),
        ("Non mi piace", DISLIKE),
        ("Zo heb ik het liever niet", DISLIKE),
        ("Dat maakt me niet uit", NEUTRAL),
    ],
)
def test_two_answers_that_share_words_are_never_mixed_up(text: str, answer: Answer) -> None:
    """The whole text counts, never a part or a beginning of it."""
    assert built_in().answer(text) is answer


@pytest.mark.parametrize(
    "text",
    [
        "I like",
        "I dislike it, but",
        "like it a lot",
        "I like it I dislike it",
        "likes",
        "it",
        "(like)",
    ],
)
def test_a_part_of_an_answer_is_no_answer(text: str) -> None:
    """Nor is an answer with something behind it."""
    assert built_in().answer(text) is None


@pytest.mark.parametrize(
    "code", ["1", "5", "0", "-2", "AO01", "A1", "a", "M", "Q", "1.0", "yes", "true"]
)
def test_codes_mean_nothing_by_themselves(code: str) -> None:
    """Nothing in the built-in wordings says which end of a scale is like."""
    assert built_in().answer(code) is None


@pytest.mark.parametrize(
    "written", ["1", "1.0", "01", "１", "1.", "1,0", " 1 ", "1.000", "+1", "١"]
)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    """Spreadsheets and scripts write 1 in many ways."""
    assert code_text(written) == "1"


@pytest.mark.parametrize(
    "other", ["1.5", "10", "-1", "1_0", "0_1", "1e0", "1,000", "one", "1 - I like it"]
)
def test_another_number_stays_another(other: str) -> None:
    """Python's own float would take 0_1 and 1e0 for 1."""
    assert code_text(other) != "1"


@given(st.text())
def test_a_folded_code_stays_as_it_is(text: str) -> None:
    """So a declared code and a cell meet."""
    assert code_text(code_text(text)) == code_text(text)


def test_a_declared_emoji_is_an_answer() -> None:
    """In every variant of it."""
    scale = same_on_both("😍", "👍", "😐", "🙁", "☹️")

    assert scale.answer("☹") is DISLIKE
    assert scale.answer("👍🏽") is MUST_BE
    assert scale.answer("🤷") is None


def test_declared_codes_count_on_both_sides() -> None:
    """Beside the texts that they belong to."""
    scale = same_on_both("Glad|5", "Sure|4", "Whatever|3", "Pity|2", "Awful|1")

    assert [scale.answer(code, side) for side in SIDES for code in ("5", "1.0")] == [
        LIKE,
        DISLIKE,
        LIKE,
        DISLIKE,
    ]


def test_one_text_may_mean_two_things_on_two_sides() -> None:
    """Then the side decides."""
    sides = {
        "functional": worded("Fine", "Sure", "Whatever", "Pity", "Awful"),
        "dysfunctional": worded("Better so", "Of course", "Whatever", "Fine", "Awful"),
    }
    scale = own_scale(sides)

    assert scale.answer("fine", "functional") is LIKE
    assert scale.answer("fine", "dysfunctional") is LIVE_WITH
    assert scale.answer("better so", "functional") is None
    assert scale.answer("better so") is LIKE


def test_one_text_for_two_answers_of_a_side_is_refused() -> None:
    """With both answers named; a closing dot does not make two texts of one."""
    with pytest.raises(KanoError, match=r'"Fine\." stands for both like and live-with'):
        same_on_both("Fine", "Sure", "Whatever", "Fine.", "Awful")


@pytest.mark.parametrize("blank", [" ", "\u200b", "<br>"])
def test_a_blank_is_never_an_answer(blank: str) -> None:
    """It would make an answer of every question that was skipped."""
    with pytest.raises(KanoError, match="the text for neutral is blank"):
        same_on_both("Fine", "Sure", blank, "Pity", "Awful")


@pytest.mark.parametrize(
    ("declared", "codes"),
    [
        ("like=1", "12345"),
        ("like=5", "54321"),
        ("like=0", "01234"),
        ("like=4", "43210"),
        ("LIKE = 1.0", "12345"),
        ("1=like", "12345"),
        ("a=like,b=must-be,c=neutral,d=live-with,e=dislike", "abcde"),
        ("dislike=1,live-with=2,neutral=3,must-be=4,like=5", "54321"),
    ],
)
def test_codes_can_be_declared_in_full_or_by_one_end(declared: str, codes: str) -> None:
    """In either order around the equals sign."""
    scale = built_in().with_codes(parse_codes(declared))

    assert [scale.answer(code, side) for side in SIDES for code in codes] == [*Answer, *Answer]
    assert scale.answer("9") is None


def test_codes_that_contradict_the_scale_are_refused() -> None:
    """The questionnaire says that 5 is dislike, and --codes that it is like."""
    scale = same_on_both("Glad|1", "Sure|2", "Whatever|3", "Pity|4", "Awful|5")

    with pytest.raises(KanoError, match="--codes says that 5 is like, and the scale says"):
        scale.with_codes(parse_codes("like=5"))
    assert scale.with_codes(parse_codes("like=1")).answer("5") is DISLIKE


def test_two_codes_may_mean_one_answer() -> None:
    """As when two waves of a survey were coded differently."""
    codes = parse_codes("1=like,2=must-be,3=neutral,4=live-with,5=dislike,e=dislike")

    assert codes["e"] is codes["5"] is DISLIKE


REFUSED: Mapping[str, tuple[str, str]] = {
    "1": ('cannot read "1"', "write --codes like=1, --codes like=5 or "),
    "like=1,": ('cannot read ""', "write --codes like=1, --codes like=5 or "),
    "=like": ('cannot read "=like"', "write --codes like=1, --codes like=5 or "),
    "\u200b=like": ('cannot read "\u200b=like"', "write --codes like=1, --codes like=5 or "),
    "1=good": ('cannot read "1=good"', "write --codes like=1, --codes like=5 or "),
    "1=like,01=dislike": (
        'the code "01" stands for both like and dislike',
        "give each code one answer",
    ),
    "1=like,2=must-be": (
        "nothing says which code is neutral, live-with, dislike",
        "name all five answers, or only like=1 or like=5",
    ),
    "dislike=1": (
        "nothing says which code is like, must-be, neutral, live-with",
        "name all five answers, or only like=1 or like=5",
    ),
    "like=3": (
        "like=3 does not say how the other answers are coded",
        "write all five: --codes 3=like,…=must-be,…=neutral,…=live-with,…=dislike",
    ),
    "like=AO01": (
        "like=AO01 does not say how the other answers are coded",
        "write all five: --codes AO01=like,…=must-be,…=neutral,…=live-with,…=dislike",
    ),
}


@pytest.mark.parametrize("declared", REFUSED)
def test_codes_that_leave_something_open_are_refused(declared: str) -> None:
    """With what is missing, and how to write it."""
    message, hint = REFUSED[declared]

    with pytest.raises(KanoError) as refused:
        parse_codes(declared)

    assert (refused.value.place, refused.value.message) == ("--codes", message)
    assert refused.value.hint.startswith(hint)


@given(st.text())
def test_whatever_is_declared_gives_all_five_answers_or_a_refusal(declared: str) -> None:
    """Never a traceback, and never a scale with a hole in it."""
    try:
        codes = parse_codes(declared)
    except KanoError:
        return
    assert set(codes.values()) == set(Answer)
