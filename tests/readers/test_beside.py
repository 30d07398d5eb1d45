"""What stands beside the pairs: importance, segments, weight, respondents."""

import math

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.study.responses import Survey
from tests.readers.files import csv_text
from tests.readers.reading import Reader, asked, codes, finding, pairs


def means(survey: Survey) -> dict[str, tuple[float, float] | None]:
    """For each feature the mean importance and how many rated it."""
    return {
        feature.name: None if rated is None else (round(rated.mean, 6), rated.n)
        for feature, rated in zip(survey.features, survey.importance, strict=True)
    }


def test_importance_between_the_pairs_goes_to_its_feature(read: Reader) -> None:
    """The values tell it from an answer, the stem says whose it is."""
    survey = read(
        csv_text(
            [
                ["a_functional", "a_dysfunctional", "a_importance",
                 "b_importance", "b_functional", "b_dysfunctional"],
                ["I like it", "I dislike it", "3 - Somewhat important", "6", "like", "like"],
                ["I like it", "I dislike it", "9 - Extremely important", "", "", ""],
            ]
        )
    )  # fmt: skip

    assert pairs(survey) == {"a": [(1, 5), (1, 5)], "b": [(1, 1), (0, 0)]}
    assert means(survey) == {"a": (6.0, 2), "b": (6.0, 1)}


@pytest.mark.parametrize(
    "header",
    ["How important is this? [Loan bike]", "Loan bike (importance)", "Importance: Loan bike",
     "Loan bike - belang", "Loan_bike_importance"],
)  # fmt: skip
def test_importance_is_found_by_stem_and_by_row_label(read: Reader, header: str) -> None:
    """In a grid of its own, or beside the pair."""
    survey = read(
        csv_text(
            [
                ["If we HAD this? [Loan bike]", "If we did NOT have this? [Loan bike]", header],
                ["I like it", "I dislike it", "7"],
            ]
        )
    )

    assert means(survey) == {"Loan bike": (7.0, 1)}


def test_importance_can_be_named(read: Reader) -> None:
    """Beside columns that are named, and beside those that name themselves."""
    study = asked(
        """
        importance: {min: 0, max: 100}
        features:
          - {name: Loan, columns: {functional: A1, dysfunctional: A2, importance: A3}}
          - {name: Lock, functional: If it was?, dysfunctional: If it was not?,
             columns: {functional: If it was?, dysfunctional: If it was not?, importance: B3}}
        """
    )
    survey = read(
        "A1,A2,A3,If it was?,If it was not?,B3\nlike,dislike,80,like,like,55\n", ReadOptions(study)
    )

    assert means(survey) == {"Loan": (80.0, 1), "Lock": (55.0, 1)}


def test_importance_of_a_pair_that_names_itself_can_be_named(read: Reader) -> None:
    """The questionnaire needs to say nothing else."""
    study = asked("features: [{name: Loan, columns: {importance: How much?}}]")
    survey = read("loan_f,loan_d,How much?\nlike,dislike,4\n", ReadOptions(study))

    assert means(survey) == {"Loan": (4.0, 1)}


def test_words_alone_rate_only_where_they_mean_one_number(read: Reader) -> None:
    """Extremely important is 9 of 9 and 5 of 5, so it is not read, and that is told."""
    survey = read("a_f,a_d,a_importance\nlike,dislike,Extremely important\nlike,like,8\n")

    assert means(survey) == {"a": (8.0, 1)}
    told = finding(survey, "K111")
    assert told.facts == {"count": 1, "value": "Extremely important"}
    assert (told.place.row, told.place.column) == (2, "C a_importance")


def test_ratings_outside_the_scale_are_told(read: Reader) -> None:
    """They count as blank."""
    study = asked("importance: {min: 1, max: 5}\nfeatures: [{name: a}]")
    survey = read("a_f,a_d,a_imp\nlike,like,9\nlike,like,9\nlike,like,5\n", ReadOptions(study))

    assert means(survey) == {"a": (5.0, 1)}
    assert finding(survey, "K111").facts == {"count": 2, "value": "9"}


def test_importance_that_belongs_to_no_feature_is_told(read: Reader) -> None:
    """It may rate a feature that is spelled in another way."""
    survey = read("a_f,a_d,b_importance\nlike,dislike,5\n")

    assert means(survey) == {"a": None}
    assert finding(survey, "K113").facts == {"names": ("b_importance",)}


def test_a_decimal_comma_is_read_in_a_rating(read: Reader) -> None:
    """As a European spreadsheet writes it."""
    survey = read("a_f;a_d;a_importance\nlike;like;7,5\nlike;like;8.5\n")

    assert means(survey) == {"a": (8.0, 2)}


def test_a_blank_rating_is_no_rating(read: Reader) -> None:
    """Nor is a word for it."""
    survey = read("a_f,a_d,a_importance\nlike,like,\nlike,like,n/a\nlike,like,don't know\n")

    assert means(survey) == {"a": None}
    assert codes(survey) == []


def test_segments_are_kept_as_they_stand(read: Reader) -> None:
    """With the rows of those who answered; blank stays blank."""
    study = asked("segments: [Plan, column B]\nfeatures: [{name: a}]")
    survey = read(
        "Plan,Age,a_f,a_d\nFree,18-34,like,like\n=cmd(),,like,like\nPro,35+,,\n,55+,like,like\n",
        ReadOptions(study),
    )

    assert survey.responses is not None
    assert survey.responses.segments == {
        "Plan": ("Free", "=cmd()", ""),
        "column B": ("18-34", "", "55+"),
    }


def test_a_respondent_who_stands_twice_is_told(read: Reader) -> None:
    """Both rows stay; blanks and words for nobody are no respondent."""
    study = asked("respondent: Id\nfeatures: [{name: a}]")
    rows = [f"{who},like,dislike" for who in ("r1", "r2", "r1", "r1", "", "", "n/a", "n/a")]
    survey = read("\n".join(["Id,a_f,a_d", *rows]), ReadOptions(study))

    assert len(pairs(survey)["a"]) == 8
    assert finding(survey, "K208").facts == {"count": 1}


def test_ratings_without_any_answer_are_left_out_with_their_row(read: Reader) -> None:
    """The row is no respondent."""
    survey = read("a_f,a_d,a_importance\nlike,like,2\n,,9\n")

    assert means(survey) == {"a": (2.0, 1)}
    assert survey.responses is not None
    assert survey.responses.importance is not None
    assert not math.isnan(survey.responses.importance[0, 0])
