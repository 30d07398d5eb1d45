"""Every shipped wording is read back as its own answer; nothing means two, or an answer and none.

The published wordings are typed in again here, from the sources named, and not taken from the
language files.
"""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from kano_cli.core.categories import Answer
from kano_cli.study.language import Wording, languages, missing_words
from kano_cli.study.scale import SIDES, built_in, code_text
from kano_cli.study.words import normal, without_accents

# like / must-be / neutral / live-with / dislike
PUBLISHED = {
    "Berger et al. 1993, p. 5; Sauerwein et al. 1996, p. 6": (
        "I like it that way / It must be that way / I am neutral / I can live with it that way / "
        "I dislike it that way"
    ),
    "Berger et al. 1993, p. 25": (
        "I enjoy it that way / It is a basic necessity or I expect it that way / I am neutral / "
        "I dislike it, but I can live with it that way / I dislike it, and I can't accept it"
    ),
    "Berger et al. 1993, p. 26, first": (
        "This would be very helpful to me / This is a basic requirement for me / "
        "This would not affect me / This would be a minor inconvenience / "
        "This would be a major problem for me"
    ),
    "Berger et al. 1993, p. 26, modern": (
        "I like it / I expect it / I'm neutral / I can tolerate it / I dislike it"
    ),
    "Berger et al. 1993, p. 26, variants": (
        "I like it / I expect it / I am neutral / I tolerate it / I dislike it"
    ),
    "Löfgren & Witell 2008": (
        "I like it that way / I am expecting it to be that way / I am neutral / "
        "I can accept it to be that way / I dislike it that way"
    ),
    "planning handbooks": (
        "I like it that way / I expect it to be that way / I am neutral / "
        "I can live with it that way / I dislike it that way"
    ),
    "GitLab handbook": (
        "I am delighted by it / I expect it / I am neutral / I can tolerate it / "
        "I am frustrated by it"
    ),
    "Chen 2020, functional": (
        "I like it / I take it for granted / I have no feeling about it / "
        "I reluctantly accept it / I don't like it"
    ),
    "Chen 2020, dysfunctional": (
        "I like it very much / I take it for granted / I have no feeling about it / "
        "I barely accept it / I don't like it"
    ),
    "Conjointly template": "Love it / Expect it / Indifferent / Tolerate it / Unhappy",
    "Peter 2024": (
        "Das würde mich sehr freuen / Das setze ich voraus / Das ist mir egal / "
        "Das könnte ich eventuell in Kauf nehmen / Das würde mich sehr stören"
    ),
    "Peter 2024, without eventuell": (
        "Das würde mich sehr freuen / Das setze ich voraus / Das ist mir egal / "
        "Das könnte ich in Kauf nehmen / Das würde mich sehr stören"
    ),
    "Peter 2009, both sides": (
        "sehr freuen / setze ich voraus / egal / in Kauf nehmen / sehr stören"
    ),
    "public French questionnaire": (
        "Cela me plaît / Cela est normal ainsi / Cela m'est égal / Je m'en contente / "
        "Cela me déplaît"
    ),
    "forumqualite.com 2023": (
        "Cela me plaît / Ça doit être comme cela / Je suis indifférent / Je m'en contente / "
        "Cela me déplaît"
    ),
    "Spanish course text": (
        "Me gusta de esa forma / Debe ser de esa forma / Neutral / Tolerable / "
        "Me disgusta de esa forma"
    ),
    "Spanish lecture notes": (
        "Me gustaría / Lo esperaría / Soy neutral / Podría tolerarlo / Me desagrada"
    ),
    "360docs.net, first": "我很喜欢 / 理应如此 / 无所谓 / 勉强接受 / 我很不喜欢",
    "360docs.net, second": "感到满意 / 理应如此 / 无所谓 / 能忍受 / 感到不满",
    "scrapbox.io": "気に入る / 当然である / なんとも感じない / 仕方ない / 気に入らない",
    "知能と情報 27(4), p. 128": (
        "とてもうれしい / 当然だろう / 特に何とも思わない / 別にそれでも構わない / それは困る"
    ),
    "own translation, Dutch": (
        "Dat vind ik fijn / Dat verwacht ik / Dat maakt mij niet uit / Daar kan ik mee leven / "
        "Dat vind ik vervelend"
    ),
    "own translation, Dutch literal": (
        "Zo heb ik het graag / Zo hoort het / Ik ben neutraal / Zo kan ik ermee leven / "
        "Zo heb ik het liever niet"
    ),
    "own translation, Dutch conditional": (
        "Dat zou ik prettig vinden / Dat verwacht ik gewoon / Dat maakt me niet uit / "
        "Daar kan ik mee leven / Dat zou ik vervelend vinden"
    ),
    "own translation, Portuguese": (
        "Gosto / É o que espero / É-me indiferente / Consigo tolerar / Não gosto"
    ),
    "own translation, Brazilian": (
        "Eu gosto / Eu espero que seja assim / Para mim é indiferente / Eu consigo tolerar / "
        "Eu não gosto"
    ),
    "own translation, Portuguese literal": (
        "Gosto que seja assim / Tem de ser assim / Sou neutro / Posso viver com isso / "
        "Não gosto que seja assim"
    ),
    "own translation, Italian": (
        "Mi piace / Me lo aspetto / Mi è indifferente / Posso tollerarlo / Non mi piace"
    ),
    "own translation, Italian literal": (
        "Mi piace che sia così / Deve essere così / Sono neutrale / Posso accettare che sia così / "
        "Non mi piace che sia così"
    ),
    "codes of survey tools": "like / must-be / neutral / live-with / dislike",
    "codes of survey tools, short": "like / must / neut / live / disl",
    "codes of survey tools, other": "like / expect / neutral / tolerate / dislike",
    "codes of survey tools, underscores": "like / must_be / neutral / live_with / dislike",
}

WORDINGS = [wording for language in languages() for wording in language.wordings]
by_wording = pytest.mark.parametrize("wording", WORDINGS, ids=lambda w: f"{w.language}-{w.id}")


def texts(wording: Wording, side: str) -> Iterator[tuple[str, Answer]]:
    """Every text of one side with its answer."""
    answers = wording.functional if side == "functional" else wording.dysfunctional
    for answer, worded in answers.items():
        for text in worded:
            yield text, answer


@pytest.mark.parametrize("source", PUBLISHED)
def test_every_published_wording_is_accepted_on_both_sides(source: str) -> None:
    """Also in capitals, with a closing dot, with a curly apostrophe and without accents."""
    for text, answer in zip(PUBLISHED[source].split(" / "), Answer, strict=True):
        for written in (text, text.upper(), f"{text}.", text.replace("'", "’")):
            for typed in (written, without_accents(normal(written))):
                assert [built_in().answer(typed, side) for side in SIDES] == [answer, answer]


@by_wording
def test_every_shipped_text_is_read_back_as_its_own_answer(wording: Wording) -> None:
    """On its own side, on the other where it has no other meaning, and on either."""
    for side in SIDES:
        for text, answer in texts(wording, side):
            assert {built_in().answer(text, on) for on in (*SIDES, "")} == {answer}


@by_wording
def test_a_wording_has_all_five_answers_or_is_short(wording: Wording) -> None:
    """Three a side in the short form; everywhere else five."""
    for side in (wording.functional, wording.dysfunctional):
        assert len(side) == (3 if wording.id == "short3x3" else 5)
        assert all(side.values())


def test_no_text_means_two_answers() -> None:
    """Over all languages and both sides, with accents and without."""
    meanings: dict[str, set[Answer]] = defaultdict(set)
    for wording in WORDINGS:
        for side in SIDES:
            for text, answer in texts(wording, side):
                meanings[code_text(text)].add(answer)
                meanings[without_accents(normal(text))].add(answer)

    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


def test_no_text_is_both_an_answer_and_a_blank() -> None:
    """With accents and without."""
    assert [text for text in missing_words() if built_in().answer(text)] == []
    assert [text for text in missing_words() if built_in().answer(without_accents(text))] == []
    for wording in WORDINGS:
        for side in SIDES:
            for text, _ in texts(wording, side):
                assert normal(text) not in missing_words()
                assert without_accents(normal(text)) not in missing_words()


MARKS = ("", "-", "–", "n/a", "N/A", "NA", "n.a.", "null", "#N/A", "NaN")
SPOKEN = ("Don’t know", "Weet niet.", "n.v.t.", "weiß nicht", "ns/nc", "不知道", "わからない")


@pytest.mark.parametrize("text", [*MARKS, *SPOKEN])
def test_a_blank_is_missing_in_every_way_to_write_it(text: str) -> None:
    """The marks of spreadsheets, and "don't know" in each language."""
    assert normal(text) in missing_words()


@pytest.mark.parametrize("text", [".", "none", "None", "0", "no", "?", "x"])
def test_what_may_be_meant_is_not_missing(text: str) -> None:
    """It is unknown, and an unknown answer is refused."""
    assert normal(text) not in missing_words()
    assert built_in().answer(text) is None


def test_side_words_never_point_both_ways() -> None:
    """A word that is functional in one family is functional in all of its language."""
    for language in languages():
        functional = {one for one, _ in language.sides}
        assert functional.isdisjoint(other for _, other in language.sides), language.code
        assert all(one and other and one != other for one, other in language.sides)


def test_what_is_matched_is_stored_as_it_is_compared() -> None:
    """Otherwise it would never match; a negation in capitals, for one."""
    for language in languages():
        for text in (*language.missing, *language.negations, *language.importance_words):
            assert text == normal(text)
        for pair in language.sides:
            assert pair == tuple(normal(word) for word in pair)


def test_no_column_name_has_two_roles() -> None:
    """In a long table each name says one thing in whatever language."""
    roles: dict[str, set[str]] = defaultdict(set)
    for language in languages():
        for role, names in language.long.items():
            for name in names:
                roles[name].add(role)

    assert {name: found for name, found in roles.items() if len(found) > 1} == {}


def test_every_importance_label_stands_within_its_scale() -> None:
    """And the ends have the right order."""
    for language in languages():
        for scale in language.importance:
            assert scale.minimum < scale.maximum
            assert all(scale.minimum <= point <= scale.maximum for point in scale.labels)


def test_the_languages_are_those_that_were_promised() -> None:
    """And one file for what belongs to no language."""
    codes = {language.code for language in languages()}

    assert codes == {"", "de", "en", "es", "fr", "it", "ja", "nl", "pt", "zh"}
    assert all(language.wordings for language in languages())
    assert all(language.negations for language in languages() if language.code)
