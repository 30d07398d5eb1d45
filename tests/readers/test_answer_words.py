"""Which text is which answer, as exports write it."""

import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.files import csv_text
from tests.readers.reading import Reader, asked, pairs


@pytest.mark.parametrize(
    "text",
    [
        "I like it", "I like it.", " i LIKE  it ", "I\u00a0like it", "I like it\u200b",
        "😍 I like it", "I like it 🤷🏽‍♀️", "\ufeffI like it", "<b>I like it</b>", "I like it!",
        "I like\nit", "I like it…",
    ],
)  # fmt: skip
def test_one_answer_is_read_in_all_its_disguises(read: Reader, text: str) -> None:
    """Case, spaces, dots, emoji, invisible marks and markup make no difference."""
    survey = read(csv_text([["loan_f", "loan_d"], [text, "I dislike it"]]))

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_an_answer_is_compared_whole(read: Reader) -> None:
    """Not by its beginning, and not by a part: "I dislike it" holds "like it"."""
    survey = read(
        csv_text(
            [
                ["loan_f", "loan_d"],
                ["I enjoy it that way", "I dislike it, but I can live with it that way"],
                ["I enjoy it that way", "I dislike it, and I can't accept it"],
                ["I like it that way", "I dislike it that way"],
            ]
        )
    )

    assert pairs(survey) == {"loan": [(1, 4), (1, 5), (1, 5)]}


@pytest.mark.parametrize(
    "five",
    [
        ("I like it", "I expect it", "I’m neutral", "I can live with it", "I dislike it"),
        ("Dat vind ik fijn", "Dat verwacht ik", "Dat maakt mij niet uit",
         "Daar kan ik mee leven", "Dat vind ik vervelend"),
        ("Das würde mich sehr freuen", "Das setze ich voraus", "Das ist mir egal",
         "Das könnte ich eventuell in Kauf nehmen", "Das würde mich sehr stören"),
        ("Cela me plaît", "Cela est normal ainsi", "Cela m'est égal", "Je m'en contente",
         "Cela me déplaît"),
        ("Me gusta de esa forma", "Debe ser de esa forma", "Neutral", "Tolerable",
         "Me disgusta de esa forma"),
        ("我很喜欢", "理应如此", "无所谓", "勉强接受", "我很不喜欢"),
        ("気に入る", "当然である", "なんとも感じない", "仕方ない", "気に入らない"),
        ("Love it", "Expect it", "Indifferent", "Tolerate it", "Unhappy"),
    ],
)  # fmt: skip
def test_published_wordings_need_no_questionnaire(read: Reader, five: tuple[str, ...]) -> None:
    """In many languages, each in the order like to dislike."""
    rows = [["loan_f", "loan_d"], *[[text, text] for text in five]]

    assert pairs(read(csv_text(rows))) == {"loan": [(n, n) for n in (1, 2, 3, 4, 5)]}


def test_each_side_may_have_words_of_its_own(read: Reader) -> None:
    """Seen in the wild: "I would be glad", "I am glad"."""
    study = asked(
        """
        scale:
          functional: {like: I would be glad, must-be: I would count on it, neutral: Never mind,
                       live-with: I could manage, dislike: It would be a pity}
          dysfunctional: {like: I am glad, must-be: I count on it, neutral: Never mind,
                          live-with: I manage, dislike: It is a pity}
        features: [{name: loan}]
        """
    )
    survey = read("loan_f,loan_d\nI would be glad,It is a pity\nNever mind,I manage\n",
                  ReadOptions(study))  # fmt: skip

    assert pairs(survey) == {"loan": [(1, 5), (3, 4)]}


def test_an_answer_may_be_nothing_but_an_emoji(read: Reader) -> None:
    """With or without the selector that follows it."""
    study = asked(
        """
        scale: {like: 😍, must-be: 🙂, neutral: 😐, live-with: 😕, dislike: ☹️}
        features: [{name: loan}]
        """
    )
    survey = read("loan_f,loan_d\n😍,☹\n🙂,☹️\n", ReadOptions(study))

    assert pairs(survey) == {"loan": [(1, 5), (2, 5)]}


def test_an_own_scale_replaces_the_known_words(read: Reader) -> None:
    """Here "I like it" means something else than it usually does."""
    study = asked(
        """
        scale: {like: I love it, must-be: I like it, neutral: Whatever, live-with: Hm, dislike: No}
        features: [{name: loan}]
        """
    )

    assert pairs(read("loan_f,loan_d\nI like it,No\n", ReadOptions(study))) == {"loan": [(2, 5)]}
