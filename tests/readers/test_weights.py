"""Weights as files hold them: read, left out, or refused with the cell."""

from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.analysis import analyse
from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from kano_cli.study.responses import Survey
from tests.readers.files import write
from tests.readers.reading import Reader, asked, codes, finding

WEIGHTED = ReadOptions(weight="Weight")
HEAD = "Weight,Plan,a_f,a_d\n"


def weights(survey: Survey) -> list[float]:
    """What each respondent counts."""
    assert survey.responses is not None
    assert survey.responses.weights is not None
    found: list[float] = survey.responses.weights.tolist()
    return found


def test_a_column_of_weights_is_read(read: Reader) -> None:
    """With a decimal comma or a point."""
    survey = read(HEAD + '"2,5",x,like,like\n1.50,y,like,dislike\n', WEIGHTED)

    assert weights(survey) == [2.5, 1.5]
    assert survey.origin.weight == "Weight"
    assert survey.tally.counts.sum() == 2
    assert analyse(survey).features[0].counts == (0, 1.5, 0, 0, 0, 2.5)


def test_a_questionnaire_names_it_and_the_option_goes_before(read: Reader) -> None:
    """Two columns of weights, one in use."""
    study = asked("weight: Other\nfeatures: [{name: a}]")
    text = "Weight,Other,a_f,a_d\n2,3,like,like\n"

    assert weights(read(text, ReadOptions(study))) == [3]
    assert weights(read(text, ReadOptions(study, weight="Weight"))) == [2]


def test_who_has_no_weight_is_left_out_and_zero_is_told(read: Reader) -> None:
    """Nobody is taken for 1."""
    survey = read(
        HEAD + ",x,like,like\n0,x,like,like\nn/a,y,like,like\n2,y,like,dislike\n", WEIGHTED
    )

    assert weights(survey) == [0, 2]
    assert survey.origin.left_out_rows == {"no-weight": 2}
    assert finding(survey, "K125").facts == {"count": 2, "column": "Weight"}
    assert finding(survey, "K126").facts == {"count": 1, "column": "Weight"}
    assert codes(survey) == ["K126", "K125"]


def test_a_long_table_has_one_weight_for_each_respondent(read: Reader) -> None:
    """However often it stands there."""
    survey = read(
        "respondent,Weight,feature,functional,dysfunctional\n"
        "1,2,a,like,dislike\n2,,a,like,like\n1,2,b,like,like\n3,0.5,b,like,like\n",
        WEIGHTED,
    )

    assert weights(survey) == [2, 0.5]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            HEAD + "1,x,like,like\n-0.5,x,like,like\n",
            (
                'survey.csv, row 3, column A "Weight": the weight "-0.5" is negative\n'
                "hint: correct the cell; a blank one leaves its row out"
            ),
        ),
        (
            HEAD + "heavy,x,like,like\n",
            (
                'survey.csv, row 2, column A "Weight": "heavy" is no number, so it cannot be a '
                "weight\n"
                "hint: correct the cell; a blank one leaves its row out"
            ),
        ),
        (
            HEAD + "0,x,like,like\n,x,like,like\n",
            (
                'survey.csv: nobody counts: column "Weight" has no weight above zero\n'
                "hint: name another column, or classify without weights"
            ),
        ),
        (
            "a_f,a_d\nlike,like\n",
            '--weight: survey.csv has no column "Weight"\nhint: it has "a_f", "a_d"',
        ),
        (
            "respondent,Weight,feature,functional,dysfunctional\n1,2,a,like,like\n1,3,b,like,like\n",
            (
                'survey.csv, row 3, column B "Weight": "3" differs from what an earlier row says '
                "of the same respondent\nhint: make the rows agree"
            ),
        ),
        (
            "feature,functional,dysfunctional,count\na,like,dislike,40\n",
            (
                "survey.csv: holds counts and no respondents, so nobody can be weighted\n"
                "hint: leave out --weight"
            ),
        ),
        (
            "feature,M,O,A,I,R,Q\na,1,2,3,4,5,6\n",
            (
                "survey.csv: holds counts by category and no respondents, so nobody can be "
                "weighted\nhint: leave out --weight"
            ),
        ),
    ],
)
def test_what_cannot_be_a_weight_is_refused(read: Reader, text: str, told: str) -> None:
    """With the cell, and what settles it."""
    with pytest.raises(KanoError) as mistake:
        read(text, WEIGHTED)

    assert str(mistake.value) == told


def test_weights_of_a_questionnaire_are_refused_by_its_own_name(read: Reader) -> None:
    """Where there are counts only."""
    study = asked("weight: Weight")
    with pytest.raises(KanoError) as mistake:
        read("feature,functional,dysfunctional,count\na,like,dislike,40\n", ReadOptions(study))

    assert mistake.value.hint == "leave out weight: in the questionnaire"


def test_dropping_keeps_the_weights_of_those_who_stay(tmp_path: Path) -> None:
    """And the flat columns stand beside the others."""
    text = "Weight,a_f,a_d\n2,like,like\n3,like,dislike\n1,like,\n"
    file = write(tmp_path / "survey.csv", text)
    result = classify(file, weight="Weight", drop="half-answered")

    assert result.features[0].answered == 5
    assert result.rows()[0]["answered_unweighted"] == 2
    assert result.columns()[-7:-5] == ("answered_unweighted", "effective_n")
