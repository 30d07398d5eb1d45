"""Numbers and codes: read where their direction is proven, in whatever way they are written."""

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from tests.readers.reading import Reader, asked, codes, pairs

CODED = "loan_f,loan_d\n{}\n"
AO = "AO01=like,AO02=must-be,AO03=neutral,AO04=live-with,AO05=dislike"
SCORES = "-2=dislike,-1=live-with,0=neutral,2=must-be,4=like"


@pytest.mark.parametrize(
    ("declared", "answers", "expected"),
    [
        ("like=1", "1,5 2,4 3,3", [(1, 5), (2, 4), (3, 3)]),
        ("like=5", "1,5 2,4 3,3", [(5, 1), (4, 2), (3, 3)]),
        ("like=0", "0,4 1,3 2,2", [(1, 5), (2, 4), (3, 3)]),
        ("like=4", "0,4 1,3 2,2", [(5, 1), (4, 2), (3, 3)]),
        ("1=like,2=must-be,3=neutral,4=live-with,5=dislike", "1,5 3,2", [(1, 5), (3, 2)]),
        ("like=a,must-be=b,neutral=c,live-with=d,dislike=e", "a,E c,B", [(1, 5), (3, 2)]),
        (AO, "AO01,AO05 ao03,AO04", [(1, 5), (3, 4)]),
        (SCORES, "4,-2 0,-1", [(1, 5), (3, 4)]),
    ],
)
def test_the_option_gives_codes_their_meaning(
    read: Reader, declared: str, answers: str, expected: list[tuple[int, int]]
) -> None:
    """Which end is like, or all five."""
    survey = read(CODED.format(answers.replace(" ", "\n")), ReadOptions(codes=declared))

    assert pairs(survey) == {"loan": expected}


@pytest.mark.parametrize("one", ["1", "1.0", "01", "１", " 1 ", "1️⃣", '"1"', "1.00"])
def test_a_number_is_the_same_however_it_is_written(read: Reader, one: str) -> None:
    """With decimals, with a zero before it, full-width, as a keycap."""
    survey = read(CODED.format(f"{one},5"), ReadOptions(codes="like=1"))

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_a_scale_in_the_questionnaire_gives_codes_their_meaning(read: Reader) -> None:
    """Here 5 is like, and the texts count as well."""
    study = asked(
        """
        scale:
          like: [I would be glad, "5"]
          must-be: [I count on it, "4"]
          neutral: [All the same to me, "3"]
          live-with: [A pity but I would manage, "2"]
          dislike: [A pity, "1"]
        features: [{name: loan}]
        """
    )
    survey = read(CODED.format("5,1\nI would be glad,A pity\nA pity but I would manage,3"),
                  ReadOptions(study))  # fmt: skip

    assert pairs(survey) == {"loan": [(1, 5), (1, 5), (4, 3)]}


def test_words_as_codes_prove_themselves(read: Reader) -> None:
    """Five letters are enough for a form with little room."""
    survey = read(CODED.format("like,disl\nmust,live\nexpect,neut\nmust_be,live_with"))

    assert pairs(survey) == {"loan": [(1, 5), (2, 4), (2, 3), (2, 4)]}


def test_a_label_beside_a_code_is_the_answer(read: Reader) -> None:
    """Several tools write both."""
    survey = read(
        CODED.format("1 - I like it,5: I dislike it\n(3) I am neutral,4. I can tolerate it")
    )

    assert pairs(survey) == {"loan": [(1, 5), (3, 4)]}


def test_a_label_in_one_cell_proves_the_bare_code_in_another(read: Reader) -> None:
    """Also in a column where nobody gave the label."""
    survey = read(
        "loan_f,loan_d,lock_f,lock_d\n1 - I like it,5 - I dislike it,3 - I am neutral,1\n1,5,3,3\n"
    )

    assert pairs(survey) == {"loan": [(1, 5), (1, 5)], "lock": [(3, 1), (3, 3)]}


def test_a_label_proves_the_direction_of_its_own_file_only(read: Reader) -> None:
    """Here 5 is like."""
    survey = read(CODED.format("5 - I like it,1 - I dislike it\n5,1"))

    assert pairs(survey) == {"loan": [(1, 5), (1, 5)]}


@pytest.mark.parametrize(
    "rows",
    [
        "1 - I like it,1 - I dislike it\n1,5",  # one code for two answers
        "1 - I like it,5 - I like it\n1,5",  # two codes for one answer
    ],
)
def test_labels_that_disagree_prove_nothing(read: Reader, rows: str) -> None:
    """So the bare codes are refused."""
    with pytest.raises(KanoError, match="nothing says which code means like"):
        read(CODED.format(rows))


def test_a_label_in_a_column_of_other_words_proves_nothing(read: Reader) -> None:
    """Satisfaction has a neutral of its own."""
    with pytest.raises(KanoError, match="nothing says what the code 1"):
        read(
            "Satisfied?,loan_f,loan_d\n1 - Neutral,3 - I am neutral,1\n2 - Good,3,3\n3 - Bad,3,3\n"
        )


def test_codes_count_only_under_names_that_say_the_side(read: Reader) -> None:
    """A status, a page number and an age group are no answers, though they are all 1 to 5."""
    survey = read("status,lastpage,age,loan_f,loan_d\n1,5,2,1,5\n1,5,3,1,3\n",
                  ReadOptions(codes="like=1"))  # fmt: skip

    assert pairs(survey) == {"loan": [(1, 5), (1, 3)]}


def test_codes_in_a_grid_are_answers(read: Reader) -> None:
    """Its two questions name the sides."""
    survey = read(
        "id,If we HAD this? [Loan bike],If we did NOT have this? [Loan bike]\n1,1,5\n2,1,3\n",
        ReadOptions(codes="like=1"),
    )

    assert pairs(survey) == {"Loan bike": [(1, 5), (1, 3)]}


def test_columns_of_codes_can_be_named(read: Reader) -> None:
    """Then their own names need not say anything."""
    study = asked("features: [{name: Loan, columns: {functional: q1a, dysfunctional: q1b}}]")
    survey = read("q1a,q1b\n1,5\n", ReadOptions(study, codes="like=1"))

    assert pairs(survey) == {"Loan": [(1, 5)]}
    assert codes(survey) == []
