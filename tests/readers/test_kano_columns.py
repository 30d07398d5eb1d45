"""Which columns hold answers, and what counts as no answer."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.files import DISLIKE, LIKE, NEUTRAL, csv_text, write
from tests.readers.reading import Reader, asked, codes, finding, pairs, refusal


def test_the_rest_of_an_export_is_left_alone(read: Reader) -> None:
    """Metadata, demographics, ratings, importance, and a comment that happens to be an answer."""
    survey = read(
        "Timestamp,Status,lastpage,Stars,How important?,Why?,loan_f,loan_d\n"
        "2026-10-05,0,2,5,Very important,I like it,I like it,I dislike it\n"
        "2026-10-06,1,2,4,Important,because of the colour,I like it,I am neutral\n"
        "2026-10-07,1,2,4,Important,no idea yet,I expect it,I am neutral\n"
    )

    assert pairs(survey) == {"loan": [(1, 5), (1, 3), (2, 3)]}
    assert survey.origin.respondents == 3


@pytest.mark.parametrize(
    "blank", ["", " ", "\u00a0", "-", "–", "n/a", "N/A", "NA", "null", "NULL", "#N/A", "nan"]
)
def test_a_blank_is_half_a_pair_and_never_an_answer(read: Reader, blank: str) -> None:
    """It is counted, and it is neither neutral nor questionable."""
    survey = read(f"loan_f,loan_d\nlike,dislike\nlike,{blank}\n{blank},dislike\n")

    assert pairs(survey) == {"loan": [(1, 5), (1, 0), (0, 5)]}
    assert survey.tally.counts.sum() == 1
    assert survey.tally.half_answered.tolist() == [2]


def test_words_that_look_missing_are_kept_where_they_are_not_answers(read: Reader) -> None:
    """A program that reads "None", "NA" or "null" as nothing loses them."""
    study = asked("segments: [Plan]\nfeatures: [{name: NA}, {name: 'null'}]")
    survey = read(
        "Plan,NA_f,NA_d,null_f,null_d\nNone,like,dislike,like,like\nNA,like,like,like,\n",
        ReadOptions(study),
    )

    assert pairs(survey) == {"NA": [(1, 5), (1, 1)], "null": [(1, 1), (1, 0)]}
    assert survey.responses is not None
    assert survey.responses.segments == {"Plan": ("None", "NA")}


def test_none_is_not_a_blank(read: Reader) -> None:
    """Somebody may mean it, so it is not passed over."""
    survey = read("loan_f,loan_d\nlike,dislike\nlike,None\n", ReadOptions(unknown="missing"))

    assert finding(survey, "K104").facts == {"count": 1, "words": (("None", 1),)}


def test_who_does_not_know_is_told_by_word_and_number(read: Reader) -> None:
    """In any language."""
    survey = read(
        "loan_f,loan_d\nI like it,Don’t know\nI like it,don't know\nweet niet,I dislike it\n"
        "I like it,n.v.t.\nI like it,I dislike it\n"
    )

    assert pairs(survey) == {"loan": [(1, 0), (1, 0), (0, 5), (1, 0), (1, 5)]}
    assert finding(survey, "K103").facts == {
        "count": 4,
        "words": (("Don’t know", 1), ("don't know", 1), ("n.v.t.", 1), ("weet niet", 1)),
    }


def test_a_word_of_the_own_scale_is_an_answer_even_if_it_looks_missing(read: Reader) -> None:
    """The questionnaire says what people could choose."""
    study = asked(
        """
        scale:
          like: Good
          must-be: Of course
          neutral: [Not applicable, "-"]
          live-with: Well
          dislike: Bad
        features: [{name: loan}]
        """
    )
    survey = read("loan_f,loan_d\nGood,Not applicable\n-,Bad\n", ReadOptions(study))

    assert pairs(survey) == {"loan": [(1, 3), (3, 5)]}
    assert codes(survey) == []


def test_unknown_words_are_missing_only_on_request(read: Reader) -> None:
    """And then they are told, most frequent first."""
    text = "loan_f,loan_d\nlike,Perhaps\nlike,perhaps not\nlike,Perhaps\nlike,dislike\n"
    survey = read(text, ReadOptions(unknown="missing"))

    assert pairs(survey) == {"loan": [(1, 0), (1, 0), (1, 0), (1, 5)]}
    assert finding(survey, "K104").facts == {
        "count": 3,
        "words": (("Perhaps", 2), ("perhaps not", 1)),
    }


def test_rows_without_any_answer_are_left_out_and_counted(read: Reader) -> None:
    """They are no respondents; a line without any text is not even a row."""
    survey = read("id,loan_f,loan_d\n1,like,dislike\n2,,\n\n3,like,\n4,-,n/a\n,,\n")

    assert pairs(survey) == {"loan": [(1, 5), (1, 0)]}
    assert survey.origin.respondents == 2
    assert survey.origin.left_out_rows == {"empty": 2}
    assert finding(survey, "K102").facts == {"count": 2}


def test_a_question_that_nobody_answered_yet_is_still_half_of_its_pair(read: Reader) -> None:
    """By its name, or by its text."""
    named = read("loan_f,loan_d\nlike,\nlike,\n")
    text = "If we had it?,If we did not have it?\nI like it,\n"

    assert pairs(named) == {"loan": [(1, 0), (1, 0)]}
    assert pairs(read(text)) == {"If we had it?": [(1, 0)]}


def test_blank_columns_of_an_older_form_are_left_out_and_told(read: Reader) -> None:
    """They repeat the names of those that were answered."""
    survey = read("loan_f,loan_d,Custom,loan_f,loan_d\n,,,like,dislike\n,,,like,neutral\n")

    assert pairs(survey) == {"loan": [(1, 5), (1, 3)]}
    assert finding(survey, "K106").facts == {"names": ("loan_f", "loan_d")}


def test_two_languages_in_one_file_are_read_and_told(read: Reader) -> None:
    """The words of both are known, and none stands for two answers."""
    survey = read("loan_f,loan_d\nI like it,I dislike it\nCela me plaît,Cela me déplaît\n")

    assert pairs(survey) == {"loan": [(1, 5), (1, 5)]}
    assert finding(survey, "K105").facts == {"languages": ("en", "fr")}
    assert survey.origin.language is None


def test_a_header_that_was_decoded_twice_is_told(read: Reader) -> None:
    """The answers are read all the same."""
    survey = read("CafÃ©_f,CafÃ©_d\nlike,dislike\n")

    assert pairs(survey) == {"CafÃ©": [(1, 5)]}
    assert finding(survey, "K109").facts == {"header": "CafÃ©_f"}


def test_a_remark_that_is_an_answer_keeps_no_survey_from_being_read(read: Reader) -> None:
    """Two of eight people wrote "I like it" where anything could be written; K122 says so."""
    rows = [["Loan bike (with)", "Loan bike (without)", "Anything else?"]]
    rows += [[LIKE, DISLIKE, ""], [NEUTRAL, DISLIKE, ""]] * 3 + [[LIKE, NEUTRAL, LIKE]] * 2
    survey = read(csv_text(rows))

    assert [feature.name for feature in survey.features] == ["Loan bike"]
    assert finding(survey, "K122").facts == {"names": ("Anything else?",)}


def test_a_column_that_is_answered_like_the_others_is_no_remark(tmp_path: Path) -> None:
    """All answers are the same, and there are as many as elsewhere: one half may be missing."""
    rows = [["Loan bike (with)", "Loan bike (without)", "Night locker"]]
    rows += [[LIKE, DISLIKE, LIKE], [NEUTRAL, DISLIKE, LIKE]] * 3

    assert "the other half of this pair is missing" in refusal(
        write(tmp_path / "s.csv", csv_text(rows))
    )
