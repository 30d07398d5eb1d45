"""Evaluation tables: the shipped ones, a questionnaire's own, and the words in them."""

import numpy as np
import pytest

from kano_cli.core.categories import (
    ANSWER_WORDS,
    CATEGORY_WORDS,
    Answer,
    Category,
    Ints,
    category_named,
)
from kano_cli.core.scores import scores
from kano_cli.core.tables import POULIOT, SHORT3X3, STANDARD, TABLES, as_printed, custom_table
from kano_cli.core.tally import Tally
from kano_cli.errors import KanoError

LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer
EVERY_PAIR = [(row, column) for row in Answer for column in Answer]


def one(row: Answer, column: Answer, times: int = 1) -> Ints:
    """A pair of answers, int64 (1, 5, 5)."""
    counts = np.zeros((1, 5, 5), np.int64)
    counts[0, row - 1, column - 1] = times
    return counts


def standard_cells() -> dict[tuple[Answer, Answer], Category]:
    """The standard table pair by pair, from its description in words."""
    cells = dict.fromkeys(EVERY_PAIR, Category.INDIFFERENT)
    for middle in (MUST_BE, NEUTRAL, LIVE_WITH):
        cells[LIKE, middle] = Category.WOW
        cells[middle, DISLIKE] = Category.BASIC
        cells[middle, LIKE] = cells[DISLIKE, middle] = Category.REVERSE
    cells[LIKE, DISLIKE] = Category.PERFORMANCE
    cells[DISLIKE, LIKE] = Category.REVERSE
    cells[LIKE, LIKE] = cells[DISLIKE, DISLIKE] = Category.QUESTIONABLE
    return cells


@pytest.mark.parametrize(("row", "column"), EVERY_PAIR)
def test_each_cell_of_standard_is_what_its_two_answers_mean(row: Answer, column: Answer) -> None:
    """Asked for one pair, or counted."""
    expected = standard_cells()[row, column]

    counts = STANDARD.category_counts(one(row, column, times=3))[0]

    assert STANDARD.category(row, column) is expected
    assert counts.tolist() == [3 * (category is expected) for category in Category]


def test_a_tables_name_is_the_one_it_is_found_by() -> None:
    """In the order of the list."""
    assert {name: table.name for name, table in TABLES.items()} == {
        "standard": "standard",
        "pouliot": "pouliot",
        "short3x3": "short3x3",
    }
    assert list(TABLES.values()) == [STANDARD, POULIOT, SHORT3X3]


def test_standard_and_pouliot_differ_in_two_cells_either_way() -> None:
    """And neither differs from itself."""
    expected = [(MUST_BE, MUST_BE), (LIVE_WITH, LIVE_WITH)]

    assert STANDARD.differences(POULIOT) == expected
    assert POULIOT.differences(STANDARD) == expected
    assert STANDARD.differences(STANDARD) == []


def test_differences_name_the_functional_answer_first() -> None:
    """Must-be/live-with as basic is not live-with/must-be as basic."""
    cells = standard_cells() | {(MUST_BE, LIVE_WITH): Category.BASIC}

    own = custom_table("own", cells)

    assert own.differences(STANDARD) == [(MUST_BE, LIVE_WITH)]
    assert own.category_counts(one(MUST_BE, LIVE_WITH))[0].tolist() == [1, 0, 0, 0, 0, 0]
    assert own.category_counts(one(LIVE_WITH, MUST_BE))[0].tolist() == [0, 0, 0, 1, 0, 0]


def test_a_custom_table_is_read_by_name_in_any_order() -> None:
    """Columns in the order 2 3 4 5 1 do not make like/like a wow."""
    order = (MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE, LIKE)
    cells = {(row, column): standard_cells()[row, column] for row in order for column in order}

    own = custom_table("own", cells)

    assert own.category(LIKE, LIKE) is Category.QUESTIONABLE
    assert own.differences(STANDARD) == []
    assert own.name == "own"


@pytest.mark.parametrize("gone", EVERY_PAIR, ids=lambda pair: "/".join(a.word for a in pair))
def test_a_custom_table_without_a_cell_is_refused_by_the_name_of_that_cell(
    gone: tuple[Answer, Answer],
) -> None:
    """Whichever one it is."""
    cells = {pair: category for pair, category in standard_cells().items() if pair != gone}

    with pytest.raises(KanoError) as refused:
        custom_table("own", cells)

    assert refused.value.message == (
        f"the evaluation table own lacks 1 of its 25 cells: {gone[0].word}/{gone[1].word}"
    )
    assert refused.value.hint == "name a category for every pair of answers, functional first"


@pytest.mark.parametrize(
    ("lacking", "shown"), [(6, "like/like"), (7, "…"), (25, "…")], ids=["six", "seven", "all"]
)
def test_many_missing_cells_are_counted_and_six_are_named(lacking: int, shown: str) -> None:
    """So that the message stays one line."""
    cells = dict(list(standard_cells().items())[lacking:])

    with pytest.raises(KanoError, match=f"lacks {lacking} of its 25 cells") as refused:
        custom_table("own", cells)

    assert shown in refused.value.message
    assert refused.value.message.count("/") == 6
    assert refused.value.message.count(", ") == 5
    assert refused.value.message.endswith("must-be/like" if lacking == 6 else "must-be/like …")
    assert ("…" in refused.value.message) == (lacking > 6)


@pytest.mark.parametrize(("row", "column"), EVERY_PAIR)
def test_the_short_form_knows_nine_pairs_and_refuses_the_rest(row: Answer, column: Answer) -> None:
    """What it has, it judges as standard does."""
    inside = row in (LIKE, MUST_BE, NEUTRAL) and column in (NEUTRAL, LIVE_WITH, DISLIKE)

    if inside:
        assert SHORT3X3.category(row, column) is STANDARD.category(row, column)
        assert SHORT3X3.category_counts(one(row, column)).sum() == 1
    else:
        assert SHORT3X3.category(row, column) is None
        with pytest.raises(KanoError, match="short3x3"):
            SHORT3X3.category_counts(one(row, column))


def test_the_refusal_says_how_many_pairs_the_short_form_lacks() -> None:
    """Over all features, and what to do about it."""
    pairs = np.concatenate([one(LIKE, LIKE, 4), one(NEUTRAL, NEUTRAL, 9), one(DISLIKE, LIKE, 3)])

    with pytest.raises(KanoError) as refused:
        SHORT3X3.category_counts(pairs)

    assert str(refused.value) == (
        "7 pairs hold an answer that the table short3x3 lacks\n"
        "hint: choose another with --table, or check which form was used"
    )


def test_the_short_form_has_no_reverse_and_no_questionable() -> None:
    """So all its pairs are scored."""
    pairs = one(LIKE, DISLIKE) + one(NEUTRAL, NEUTRAL) + one(MUST_BE, LIVE_WITH)

    y, x = scores(pairs, SHORT3X3)[0]

    assert SHORT3X3.category_counts(pairs)[0].tolist() == [0, 1, 0, 2, 0, 0]
    assert (y.mean, x.mean, y.n) == (2.0, 2.0, 3)


def test_a_printed_grid_is_read_row_by_row() -> None:
    """Rows are functional; a dot is no cell."""
    table = as_printed("half", "MOAIR QQQQ. ..... ..... ....M")

    assert [table.category(LIKE, column) for column in Answer] == list(Category)[:5]
    assert table.category(MUST_BE, LIVE_WITH) is Category.QUESTIONABLE
    assert table.category(MUST_BE, DISLIKE) is None
    assert table.category(DISLIKE, DISLIKE) is Category.BASIC


@pytest.mark.parametrize("category", Category)
def test_a_category_is_found_by_word_letter_and_term(category: Category) -> None:
    """In any case, with spaces around it."""
    names = [category.word, category.letter, category.term, category.letter.lower()]

    assert {category_named(f" {name.title()} ") for name in names} == {category}
    assert category_named(category.term.replace("-", "_")) is category


@pytest.mark.parametrize("word", ["", "P", "exciter", "must", "moair"])
def test_a_word_that_is_no_category_is_none(word: str) -> None:
    """Letters of other schools are not guessed at: P is performance here and basic there."""
    assert category_named(word) is None


def test_the_words_are_those_of_the_field() -> None:
    """The value of an answer is its code, that of a category its column."""
    letters = "".join(category.letter for category in Category)

    assert ANSWER_WORDS == ("like", "must-be", "neutral", "live-with", "dislike")
    assert " ".join(CATEGORY_WORDS) == "basic performance wow indifferent reverse questionable"
    assert letters == "MOAIRQ"
    assert [category.term for category in Category][:3] == [
        "must-be",
        "one-dimensional",
        "attractive",
    ]
    assert [answer.value for answer in Answer] == [1, 2, 3, 4, 5]
    assert [category.value for category in Category] == [0, 1, 2, 3, 4, 5]


def test_a_tally_equals_another_with_the_same_counts_only() -> None:
    """Halves count too, and nothing else is a tally."""
    none, some = np.zeros(1, np.int64), np.ones(1, np.int64)
    counted = Tally(one(LIKE, LIKE), none)

    assert counted == Tally(one(LIKE, LIKE), none.copy())
    assert counted != Tally(one(LIKE, LIKE), some)
    assert counted != Tally(one(LIKE, NEUTRAL), none)
    assert counted != "a tally"
    with pytest.raises(TypeError):
        hash(counted)
