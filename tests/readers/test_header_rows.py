"""Which row holds the names of the columns."""

import pytest

from kano_cli.readers.options import ReadOptions
from tests.readers.reading import Reader, asked, codes, pairs

LIKED = {"loan": [(1, 5), (1, 3)]}
TABLE = "id,plan,loan_f,loan_d\n1,a,I like it,I dislike it\n2,b,I like it,I am neutral\n"


@pytest.mark.parametrize(
    "title",
    [
        "Bike shop survey\n",
        "Bike shop survey,,,\nExported,2026-10-05,,\n\n",
        "\n\n",
        "Bike shop survey\n\nQuestions,,Loan bike,\n",
    ],
)
def test_rows_with_a_title_above_are_passed_over(read: Reader, title: str) -> None:
    """A title is narrow; the header is the first wide row."""
    assert pairs(read(title + TABLE)) == LIKED


def test_a_legend_above_is_not_the_first_answer(read: Reader) -> None:
    """It holds answers, and the header stands below it."""
    legend = "Answers,I like it,I expect it,I am neutral\n"

    assert pairs(read(legend + TABLE)) == LIKED


def test_the_first_respondent_may_have_answered_nothing(read: Reader) -> None:
    """His row is as wide as the header, and it is not the header."""
    survey = read("id,plan,loan_f,loan_d\n1,a,,\n2,b,I like it,I dislike it\n")

    assert pairs(survey) == {"loan": [(1, 5)]}
    assert survey.origin.left_out_rows == {"empty": 1}
    assert codes(survey) == ["K102"]


def test_some_columns_may_have_no_name(read: Reader) -> None:
    """A row number, as programs write it."""
    assert pairs(read(",loan_f,loan_d\n0,like,dislike\n1,like,neutral\n")) == LIKED


def test_a_header_can_be_pointed_at(read: Reader) -> None:
    """Where two rows are as wide."""
    wide = "When,Plan of the person,First question,Second question\n"
    survey = read(wide + TABLE, ReadOptions(header_row=2))

    assert pairs(survey) == LIKED


def test_a_header_is_pointed_at_by_the_line_of_the_file(read: Reader) -> None:
    """As an editor counts: a title with a line break is two lines."""
    survey = read('"Bike\nshop",a,b,c\n' + TABLE, ReadOptions(header_row=3))

    assert pairs(survey) == LIKED


def test_codes_need_no_known_words_to_find_the_header(read: Reader) -> None:
    """Then the first of the widest rows is taken."""
    survey = read("Bike shop\nid,loan_f,loan_d\n1,1,5\n2,1,3\n", ReadOptions(codes="like=1"))

    assert pairs(survey) == LIKED


def test_a_name_may_be_a_word_that_is_an_answer(read: Reader) -> None:
    """One in a header makes no row of answers."""
    survey = read("Neutral,loan_f,loan_d\nx,like,dislike\ny,like,neutral\n")

    assert pairs(survey) == LIKED


def test_html_and_line_breaks_in_headers_are_no_part_of_a_name(read: Reader) -> None:
    """SurveyMonkey and Microsoft Forms write both."""
    survey = read(
        '"If we had it?<br><b>Loan&nbsp;bike</b> - with","If we had it?\nLoan bike - without"\n'
        "I like it,I dislike it\n"
    )

    assert pairs(survey) == {"If we had it? Loan bike": [(1, 5)]}


def test_columns_of_one_name_are_told_apart_by_letter(read: Reader) -> None:
    """Two are called Other, and neither is an answer."""
    study = asked(
        "features: [{name: Loan, columns: {functional: column B, dysfunctional: column D}}]"
    )
    survey = read("Other,Why,Other,Why\nx,like,y,dislike\n", ReadOptions(study))

    assert pairs(survey) == {"Loan": [(1, 5)]}
