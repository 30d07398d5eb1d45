"""Tables of counts: a row per feature and pair of answers."""

import numpy as np
import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.reading import Reader, asked, counted

COUNTS = """feature,functional,dysfunctional,count
loanbike,like,dislike,30
loanbike,like,neutral,12
loanbike,like,dislike,1
"""


def test_equal_rows_add_up(read: Reader) -> None:
    """And the number of rows is not the number of people."""
    survey = read(COUNTS)

    assert counted(survey) == {"loanbike": {(1, 5): 31, (1, 3): 12}}
    assert survey.origin.layout == "counts"
    assert survey.origin.respondents == 43
    assert survey.responses is None


def test_the_feature_with_the_most_answers_tells_how_many_people_there_are(read: Reader) -> None:
    """Half-answered pairs are people, too."""
    survey = read(COUNTS + "lock,like,like,40\nlock,like,,5\nlock,,dislike,1\n")

    assert survey.origin.respondents == 46
    assert survey.tally.half_answered.tolist() == [0, 6]


@pytest.mark.parametrize("zero", ["0", "", "0.0", "-"])
def test_a_pair_that_nobody_gave_may_be_listed(read: Reader, zero: str) -> None:
    """Its count is zero or blank."""
    survey = read(f"{COUNTS}loanbike,neutral,neutral,{zero}\n")

    assert counted(survey) == {"loanbike": {(1, 5): 31, (1, 3): 12}}


@pytest.mark.parametrize("thirty", ["30", "30.0", " 30 ", "３０", "030"])
def test_a_count_is_a_whole_number_however_it_is_written(read: Reader, thirty: str) -> None:
    """As for codes."""
    survey = read(f"feature,functional,dysfunctional,n\na,like,dislike,{thirty}\n")

    assert counted(survey) == {"a": {(1, 5): 30}}


def test_large_counts_are_exact(read: Reader) -> None:
    """Beyond what a byte, or a 32-bit number, can hold."""
    rows = "a,like,dislike,130\na,like,neutral,5000000000\n"
    survey = read(f"feature,functional,dysfunctional,aantal\n{rows}")

    assert counted(survey) == {"a": {(1, 5): 130, (1, 3): 5_000_000_000}}
    assert survey.tally.counts.dtype == np.int64


def test_codes_are_read_in_a_table_of_counts(read: Reader) -> None:
    """Their direction is declared."""
    survey = read(
        "feature,functional,dysfunctional,count\na,1,5,7\na,3,2,1\n", ReadOptions(codes="like=1")
    )

    assert counted(survey) == {"a": {(1, 5): 7, (3, 2): 1}}


def test_a_questionnaire_orders_and_names_the_features_of_counts(read: Reader) -> None:
    """Matched by id or name."""
    study = asked("features: [{name: Lock}, {id: loanbike, name: Loan bike}]")
    survey = read(COUNTS + "lock,like,like,2\n", ReadOptions(study))

    assert counted(survey) == {"Lock": {(1, 1): 2}, "Loan bike": {(1, 5): 31, (1, 3): 12}}


def test_counts_can_be_asked_for(read: Reader) -> None:
    """The same table with its layout named."""
    assert counted(read(COUNTS, ReadOptions(layout="counts"))) == counted(read(COUNTS))
