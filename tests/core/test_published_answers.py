"""Published answers, pair by pair: evaluation tables, score scales and the money transfers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from kano_cli.core.categories import Answer, Category, Ints, category_named
from kano_cli.core.scores import Mean, scores
from kano_cli.core.tables import POULIOT, STANDARD, EvaluationTable
from kano_cli.core.tally import Tally, tally
from tests.core.published import close, flat, published

TRANSFERS = published("reppel-transfers")["features"]
BERGER = published("berger-1993")
PAIRS = published("kanosurveys-heated-seats")["pairs"]
ANSWERS = {answer.word: answer for answer in Answer}
EVERY_PAIR = [(row, column) for row in Answer for column in Answer]

every_transfer = pytest.mark.parametrize("feature", TRANSFERS, ids=[f["id"] for f in TRANSFERS])


def cells(feature: Mapping[str, Any]) -> Ints:
    """The pairs of answers of a feature, int64 (1, 5, 5)."""
    return np.array([feature["cells"]], np.int64)


def one(row: Answer, column: Answer) -> Ints:
    """A single pair of answers, int64 (1, 5, 5)."""
    counts = np.zeros((1, 5, 5), np.int64)
    counts[0, row - 1, column - 1] = 1
    return counts


def coded(words: Sequence[str]) -> npt.NDArray[np.int8]:
    """The answers of respondents to one feature, int8 (N, 1)."""
    return np.array([[ANSWERS[word]] for word in words], np.int8)


def record(mean: Mean) -> Mapping[str, float]:
    """A mean as the files write it."""
    return {"mean": mean.mean, "sd": mean.sd, "se": mean.se, "n": mean.n}


@every_transfer
@pytest.mark.parametrize("table", [STANDARD, POULIOT], ids=lambda table: str(table.name))
def test_the_25_cells_give_the_counts(feature: Mapping[str, Any], table: EvaluationTable) -> None:
    """Under each of the two tables."""
    expected = feature[table.name]["counts"]

    found = table.category_counts(cells(feature))

    assert found[0].tolist() == expected


@every_transfer
def test_pouliot_moves_two_cells_from_indifferent_to_questionable(
    feature: Mapping[str, Any],
) -> None:
    """As many answers as stand in must-be/must-be and live-with/live-with."""
    counts = cells(feature)
    moved = counts[0, 1, 1] + counts[0, 3, 3]

    change = POULIOT.category_counts(counts)[0] - STANDARD.category_counts(counts)[0]

    assert change.tolist() == [0, 0, 0, -moved, 0, moved]


@every_transfer
@pytest.mark.parametrize(
    ("kept", "table", "keep_questionable"),
    [
        ("all_pairs", STANDARD, True),
        ("all_pairs", POULIOT, True),
        ("without_questionable_standard", STANDARD, False),
        ("without_questionable_pouliot", POULIOT, False),
    ],
)
def test_both_scores_come_out(
    feature: Mapping[str, Any], kept: str, table: EvaluationTable, keep_questionable: bool
) -> None:
    """Mean, sd, standard error and the number of pairs kept, each to ten digits."""
    expected = flat(feature["scores"][kept])

    y, x = scores(cells(feature), table, keep_questionable=keep_questionable)[0]

    found = flat({"functional": record(y), "dysfunctional": record(x)})
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        assert found[name] == close(value, rel=1e-9), name


@every_transfer
def test_the_two_halves_add_up_to_the_whole(feature: Mapping[str, Any]) -> None:
    """Their tallies add, and so do their counts under each table."""
    even, odd = (Tally(cells(half), np.zeros(1, np.int64)) for half in feature["halves"].values())

    whole = even + odd

    assert whole == Tally(cells(feature), np.zeros(1, np.int64))
    for table in (STANDARD, POULIOT):
        counts = [table.category_counts(half.counts)[0].tolist() for half in (even, odd)]
        assert counts == [half[table.name] for half in feature["halves"].values()]


def test_only_one_transfer_is_above_five_per_cent_questionable() -> None:
    """Transparent, under standard; pouliot calls more answers questionable by its making."""
    counts = np.concatenate([cells(feature) for feature in TRANSFERS])

    standard = STANDARD.category_counts(counts)[:, Category.QUESTIONABLE]
    pouliot = POULIOT.category_counts(counts)[:, Category.QUESTIONABLE]

    assert standard.tolist() == [13, 12, 14, 15, 17, 19]
    assert (100 * standard > 5 * 358).tolist() == [False] * 5 + [True]
    assert pouliot.tolist() == [30, 22, 23, 22, 27, 28]


@pytest.mark.parametrize(
    "pair", PAIRS, ids=[f"{p['functional']}/{p['dysfunctional']}" for p in PAIRS]
)
def test_each_pair_about_heated_seats_is_what_was_printed(pair: Mapping[str, str]) -> None:
    """One respondent's two answers through the table."""
    functional, dysfunctional = ANSWERS[pair["functional"]], ANSWERS[pair["dysfunctional"]]

    found = STANDARD.category(functional, dysfunctional)

    assert found is category_named(pair["category"])


def test_the_six_people_about_heated_seats_count_as_printed() -> None:
    """From the answers over the tally to the category counts."""
    functional = coded([pair["functional"] for pair in PAIRS])
    dysfunctional = coded([pair["dysfunctional"] for pair in PAIRS])

    counted = tally(functional, dysfunctional)

    expected = published("kanosurveys-heated-seats")["tables"][0]["rows"][0]["counts"]
    assert STANDARD.category_counts(counted.counts)[0].tolist() == expected


@pytest.mark.parametrize(("row", "column"), EVERY_PAIR)
def test_pouliots_table_is_the_printed_one(row: Answer, column: Answer) -> None:
    """All 25 cells of fig. 34."""
    printed = BERGER["evaluation_table"]["cells"][row.word][column.word]

    found = POULIOT.category(row, column)

    assert found is category_named(printed)


def test_pouliots_table_differs_from_standard_where_the_source_says_so() -> None:
    """In two cells, and each of the two tables says what it is there."""
    printed = BERGER["evaluation_table"]["differs_from_standard"]

    found = [
        {
            "functional": row.word,
            "dysfunctional": column.word,
            "standard": STANDARD.category(row, column),
            "pouliot": POULIOT.category(row, column),
        }
        for row, column in STANDARD.differences(POULIOT)
    ]

    named = [
        {**cell, **{t: category_named(cell[t]) for t in ("standard", "pouliot")}}
        for cell in printed
    ]
    assert found == named


@pytest.mark.parametrize("cell", BERGER["evaluation_table"]["reverse_of"])
@pytest.mark.parametrize("table", [STANDARD, POULIOT], ids=lambda table: str(table.name))
def test_a_reverse_cell_is_the_reverse_of_what_the_source_says(
    cell: str, table: EvaluationTable
) -> None:
    """The cell is reverse; with the questions swapped it is the subscript that fig. 34 prints."""
    functional, dysfunctional = (ANSWERS[answer] for answer in cell.split("/"))

    turned = table.category(dysfunctional, functional)

    assert table.category(functional, dysfunctional) is Category.REVERSE
    assert turned is category_named(BERGER["evaluation_table"]["reverse_of"][cell])


@pytest.mark.parametrize(("row", "column"), EVERY_PAIR)
def test_one_pair_scores_what_the_source_assigns(row: Answer, column: Answer) -> None:
    """Functional is y, dysfunctional is x; an sd needs two pairs."""
    scale = BERGER["scores"]

    y, x = scores(one(row, column), STANDARD, keep_questionable=True)[0]

    assert (y.mean, x.mean) == (scale["functional"][row.word], scale["dysfunctional"][column.word])
    assert (y.n, x.n) == (1, 1)
    assert np.isnan([y.sd, y.se, x.sd, x.se]).all()


def test_the_worked_pair_of_the_source_scores_4_and_2() -> None:
    """Like and live-with."""
    worked = BERGER["scores"]["worked"]
    pair = one(ANSWERS[worked["functional"]], ANSWERS[worked["dysfunctional"]])

    y, x = scores(pair, STANDARD)[0]

    assert (y.mean, x.mean) == (worked["y"], worked["x"])


@pytest.mark.parametrize(
    ("pair", "category"),
    [
        ((Answer.DISLIKE, Answer.LIKE), "reverse"),
        ((Answer.NEUTRAL, Answer.NEUTRAL), "indifferent"),
        ((Answer.LIKE, Answer.DISLIKE), "performance"),
        ((Answer.NEUTRAL, Answer.DISLIKE), "basic"),
        ((Answer.LIKE, Answer.NEUTRAL), "wow"),
    ],
)
def test_a_pure_category_lands_on_its_prototype(pair: tuple[Answer, Answer], category: str) -> None:
    """The corner of the plane that the source draws for it."""
    prototype = BERGER["scores"]["prototypes"][category]

    y, x = scores(one(*pair), STANDARD)[0]

    assert STANDARD.category(*pair) is category_named(category)
    assert {"x": x.mean, "y": y.mean} == prototype
