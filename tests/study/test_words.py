"""Texts are compared as people mean them: whole, and without what exports add or change."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kano_cli.study.words import (
    name_key,
    normal,
    plain,
    slug,
    unique_ids,
    without_accents,
    word_list,
)

# What markup, accents, symbols and other scripts are made of: pieces that meet and melt.
MARKUP = ("&", "amp;", "#38;", "lt;", "<", "b", "br", ">", "/", "&nbsp;")
LETTERS = ("e", "\u0301", "I", "İ", "ß", "＜", "＆", "１", "ﬁ", "気", "ก็", "נ")
MARKS = ("’", "´", "\u2034", "\u1fef", "\u200b", "\ufeff", ".", "…", "!", " ", "-", "_", "\u2011")
EMOJI = ("😍", "☹\ufe0f", "\U0001f3fd")
PIECES = st.lists(
    st.sampled_from((*MARKUP, *LETTERS, *MARKS, *EMOJI)),
    max_size=12,
).map("".join)
ANY_TEXT = st.one_of(st.text(), PIECES)


@pytest.mark.parametrize(
    "exported",
    [
        "I like it",
        "I like it.",
        " i LIKE  it ",
        "I\u00a0like it",
        "I like it\u200b",
        "😍 I like it",
        "I like it 🤷🏽‍♀️",
        "\ufeffI like it",
        "I like it…",
        "I like it!",
        "I like it . . .",
        "I like\nit",
        "<p>I <b>like</b> it</p>",
        "<span style='color:red'>I like it</span>",
        "I&nbsp;like&#32;it",
        "I&amp;nbsp;like it",
        "Ｉ ｌｉｋｅ ｉｔ",
        "\u202aI like it\u202c",
        "\u2068I like it\u2069",
        "I li\u00adke it",
        "👍🏿 I like it",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f I like it",
    ],
)
def test_what_exports_add_to_an_answer_makes_no_difference(exported: str) -> None:
    """Case, spaces, dots, invisible marks, emoji, markup and full width are all taken off."""
    assert normal(exported) == "i like it"


@pytest.mark.parametrize(
    "quote", ["'", "‘", "’", "ʼ", "′", "´", "`", "＇", "&apos;", "&#39;", "&rsquo;"]
)
def test_every_apostrophe_is_the_same(quote: str) -> None:
    """Also U+00B4, which NFKC alone would turn into a space and an accent."""
    assert normal(f"I{quote}m neutral") == "i'm neutral"


@pytest.mark.parametrize("dash", ["-", "–", "—", "‑", "−", "－"])
def test_every_dash_is_the_same(dash: str) -> None:
    """A must-be is a must-be with any of them."""
    assert normal(f"must{dash}be") == "must-be"


@pytest.mark.parametrize(
    ("one", "other"), [("☹", "☹️"), ("👍", "👍🏽"), ("😍", " 😍 "), ("❤️", "❤"), ("🤷🏽‍♀️", "🤷‍♀")]
)
def test_an_answer_that_is_nothing_but_an_emoji_keeps_it(one: str, other: str) -> None:
    """Whatever colour or variant of it was chosen."""
    assert normal(one) == normal(other) != ""


def test_two_different_emoji_stay_two_answers() -> None:
    """They are all that tells the answers apart."""
    assert normal("😍") != normal("☹️")


@pytest.mark.parametrize("text", [".", "…", "!", ". . ."])
def test_a_lone_mark_is_kept(text: str) -> None:
    """Whoever typed it said something unknown, which is not the same as nothing."""
    assert normal(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "\u200b", "\ufeff\u200d", "&nbsp;", "<br>", "\n\t"]
)
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    """A cell with only spaces, zero-width marks or markup holds nothing."""
    assert normal(text) == ""


def test_vowel_signs_of_other_scripts_stay() -> None:
    """Thai, Hindi and Persian spell with marks that a rougher cleaning would drop."""
    for text in ("ก็ดี", "ठीक है", "خوبِ"):
        assert len(normal(text)) == len(text)


def test_only_real_markup_is_taken_off() -> None:
    """A feature may be called Search <fast>, and R&D;D is no entity."""
    assert normal("Search <fast>") != normal("Search <slow>")
    assert plain("R&D;D, 3 < 5 & 5 > 3") == "R&D;D, 3 < 5 & 5 > 3"
    assert plain("Loan<br/>bike").split() == plain("<li>Loan</li><li>bike</li>").split()
    assert plain("<script>x</script>") == "<script>x</script>"


def test_a_number_too_long_for_a_character_is_left_alone() -> None:
    """Python refuses to read a number of more than 4,300 digits."""
    text = f"&#{'9' * 5000};"

    assert plain(text) == text


def test_markup_within_markup_ends() -> None:
    """A cell made to be unpacked forever costs a moment, and is no answer."""
    assert "like" not in normal("&amp;" + "amp;" * 50_000 + "lt;like")[:10]


@given(ANY_TEXT)
@example("&amp;amp;lt;b&gt;")
@example("\u1fef")
@example("\u2034")
@example("e\u200b\u0301")
@example("😍. ")
def test_a_normal_text_stays_as_it_is(text: str) -> None:
    """So a wording and an answer meet, whichever was cleaned first; no text is too strange."""
    assert normal(normal(text)) == normal(text)


@given(ANY_TEXT)
@example("0.-")
def test_a_name_key_stays_as_it_is(text: str) -> None:
    """A questionnaire's name and a header meet, whichever was folded first."""
    assert name_key(name_key(text)) == name_key(text)


@given(ANY_TEXT)
def test_nothing_that_reads_words_fails_on_any_text(text: str) -> None:
    """Headers and names are foreign text, too."""
    assert all(word_list(text))
    assert without_accents(without_accents(normal(text))) == without_accents(normal(text))
    assert plain(text) == plain(str(text))


@pytest.mark.parametrize(
    ("typed", "published"),
    [("cela me plait", "Cela me plaît"), ("ca doit etre comme cela", "Ça doit être comme cela")],
)
def test_accents_left_out_in_a_hurry_are_forgiven(typed: str, published: str) -> None:
    """Only those of Latin letters; a Japanese sound mark makes another word."""
    assert without_accents(normal(published)) == typed
    assert without_accents("ガ") == "ガ"


def test_a_name_is_the_same_with_spaces_hyphens_and_underscores() -> None:
    """dark_mode, Dark-mode and DARK MODE are one feature; darkmode is another."""
    assert len({name_key(text) for text in ("dark_mode", "Dark-mode", " DARK  mode.")}) == 1
    assert name_key("darkmode") != name_key("dark mode")
    assert len({name_key(text) for text in ("C", "C++", "C#", "C*")}) == 4


def test_contractions_are_one_word() -> None:
    """And underscores part words, as in headers that programs made."""
    assert word_list("If we didn’t have it?") == ["if", "we", "didn't", "have", "it"]
    assert word_list("dark_mode_functional") == ["dark", "mode", "functional"]


@given(st.lists(ANY_TEXT, max_size=8))
def test_ids_are_never_empty_and_never_twice(names: list[str]) -> None:
    """Whatever the features are called; an id is at most 40 characters and its number."""
    ids = unique_ids(names)

    assert len(set(ids)) == len(names)
    assert all(0 < len(identity) <= 43 for identity in ids)


def test_an_id_is_made_of_letters_digits_and_underscores() -> None:
    """In the letters of the name where it has no Latin ones."""
    assert slug("2 GB extra als bedankje!") == "2_gb_extra_als_bedankje"
    assert slug("Größe & Länge") == "grosse_lange"
    assert slug("夜间模式") == "夜间模式"
    assert slug("???") == slug("") == "feature"
    assert slug("../../etc/passwd") == "etc_passwd"
