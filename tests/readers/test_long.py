"""Long tables: a row per pair of answers, or a row per answer."""

import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.reading import Reader, asked, codes, finding, pairs

TIDY = """respondent,feature,form,answer
1,loanbike,functional,I like it
1,lock,dysfunctional,I am neutral
2,loanbike,dysfunctional,I dislike it
1,loanbike,dysfunctional,I dislike it
1,lock,functional,I expect it
2,loanbike,functional,I like it
"""


def test_a_row_per_pair_is_read(read: Reader) -> None:
    """A respondent for each name, whatever the order of the rows."""
    survey = read(
        "respondent,feature,functional,dysfunctional\n"
        "1,loanbike,like,dislike\n2,lock,expect,neutral\n2,loanbike,like,neutral\n"
    )

    assert pairs(survey) == {"loanbike": [(1, 5), (1, 3)], "lock": [(0, 0), (2, 3)]}
    assert survey.origin.layout == "long"
    assert survey.origin.respondents == 2


def test_a_row_per_answer_is_read(read: Reader) -> None:
    """The halves of a pair may stand far from each other; a missing row is a blank."""
    survey = read(TIDY)

    assert pairs(survey) == {"loanbike": [(1, 5), (1, 5)], "lock": [(2, 3), (0, 0)]}
    assert codes(survey) == []


def test_half_a_pair_is_counted_in_a_row_per_answer(read: Reader) -> None:
    """The other row is missing, or its answer is blank."""
    survey = read(
        "respondent,feature,form,answer\n1,a,functional,like\n"
        "2,a,dysfunctional,like\n2,a,functional,\n3,a,functional,like\n3,a,dysfunctional,dislike\n"
    )

    assert pairs(survey) == {"a": [(1, 0), (0, 1), (1, 5)]}
    assert survey.tally.half_answered.tolist() == [2]


@pytest.mark.parametrize(
    "header",
    [
        "Deelnemer;Kenmerk;Functioneel;Disfunctioneel",
        "Teilnehmer;Merkmal;Funktional;Dysfunktional",
        "Répondant;Fonctionnalité;Fonctionnelle;Dysfonctionnelle",
        "repondant;fonctionnalite;avec;sans",
        "Respondent ID;Feature name;Functional answer;Dysfunctional answer",
        "participant_id;item;func;dys",
    ],
)
def test_the_columns_of_a_long_table_have_names_in_many_languages(
    read: Reader, header: str
) -> None:
    """With and without accents."""
    assert pairs(read(f"{header}\n1;loan;like;dislike\n")) == {"loan": [(1, 5)]}


def test_the_sides_of_a_row_per_answer_have_names_too(read: Reader) -> None:
    """In the words of side words."""
    rows = "1;loan;zonder;dislike\n1;loan;met;like\n"

    assert pairs(read(f"deelnemer;kenmerk;vraag;antwoord\n{rows}")) == {"loan": [(1, 5)]}


def test_spellings_of_one_feature_are_one_feature(read: Reader) -> None:
    """Case, `_`, `-` and spaces; the first spelling is the name."""
    survey = read(
        "respondent,feature,functional,dysfunctional\n"
        "1,Loan bike,like,dislike\n2,loan_bike,like,neutral\n"
    )

    assert pairs(survey) == {"Loan bike": [(1, 5), (1, 3)]}


def test_without_respondents_each_row_is_the_next_answer(read: Reader) -> None:
    """How many people there are is then a guess, and that is told."""
    survey = read("feature,functional,dysfunctional\na,like,dislike\nb,like,like\na,like,neutral\n")

    assert pairs(survey) == {"a": [(1, 5), (1, 3)], "b": [(1, 1), (0, 0)]}
    assert finding(survey, "K112").facts == {"count": 2}


def test_a_respondent_who_answered_nothing_is_left_out(read: Reader) -> None:
    """As in a table with a row per respondent."""
    survey = read(
        "respondent,feature,functional,dysfunctional\n1,a,like,dislike\n2,a,,\n3,a,-,n/a\n"
    )

    assert pairs(survey) == {"a": [(1, 5)]}
    assert survey.origin.left_out_rows == {"empty": 2}


def test_importance_and_segments_of_a_long_table_are_kept(read: Reader) -> None:
    """A rating for each pair, a segment for each respondent."""
    study = asked("segments: [Plan]\nweight: W\nfeatures: [{name: a}, {name: b}]")
    survey = read(
        "respondent,Plan,W,feature,functional,dysfunctional,importance\n"
        "1,Free,1,a,like,dislike,9\n2,,1,a,like,like,3 - Somewhat important\n"
        "1,Free,1,b,like,like,\n",
        ReadOptions(study),
    )

    assert survey.responses is not None
    assert survey.responses.segments == {"Plan": ("Free", "")}
    assert [rated and (rated.mean, rated.n) for rated in survey.importance] == [(6.0, 2), None]
    assert codes(survey) == []
    assert survey.responses.weights is not None
    assert survey.responses.weights.tolist() == [1, 1]


def test_a_questionnaire_orders_the_features_of_a_long_table(read: Reader) -> None:
    """Matched by id or name."""
    study = asked("features: [{id: lock, name: Night locker}, {id: loanbike, name: Loan bike}]")

    assert list(pairs(read(TIDY, ReadOptions(study)))) == ["Night locker", "Loan bike"]


def test_codes_are_read_in_a_long_table(read: Reader) -> None:
    """Its names say which columns are answers."""
    survey = read(
        "respondent,feature,functional,dysfunctional\n1,a,1,5\n2,a,1,3\n",
        ReadOptions(codes="like=1"),
    )
    tidy = read(
        "respondent,feature,form,answer\n1,a,functional,5\n1,a,dysfunctional,1\n",
        ReadOptions(codes="like=5"),
    )

    assert pairs(survey) == {"a": [(1, 5), (1, 3)]}
    assert pairs(tidy) == {"a": [(1, 5)]}


def test_a_feature_may_have_a_name_that_looks_missing(read: Reader) -> None:
    """In the column of features every text is a name."""
    survey = read("respondent,feature,functional,dysfunctional\n1,NA,like,dislike\n")

    assert pairs(survey) == {"NA": [(1, 5)]}


def test_a_layout_that_is_named_settles_what_the_names_leave_open(read: Reader) -> None:
    """Another column holds answers, too."""
    text = "feature,functional,dysfunctional,old_f,old_d\na,like,dislike,like,like\n"

    assert pairs(read(text, ReadOptions(layout="long"))) == {"a": [(1, 5)]}
    assert pairs(read(text, ReadOptions(layout="wide"))) == {"Feature 1": [(1, 5)], "old": [(1, 1)]}
