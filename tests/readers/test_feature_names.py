"""What a feature is called, and what the questionnaire says about it."""

from kano_cli.readers.options import ReadOptions
from tests.readers.reading import Reader, asked, codes, finding, pairs


def test_a_pair_that_nobody_named_in_the_questionnaire_is_told(read: Reader) -> None:
    """It is left out of the result."""
    survey = read("loan_f,loan_d,lock_f,lock_d\nlike,dislike,like,like\n",
                  ReadOptions(asked("features: [{name: Loan}]")))  # fmt: skip

    assert pairs(survey) == {"Loan": [(1, 5)]}
    assert finding(survey, "K108").facts == {"names": ("lock",)}


def test_a_questionnaire_gives_the_order_and_the_names(read: Reader) -> None:
    """Matched by id or name; `_`, `-` and space are equal."""
    study = asked("features: [{id: night_locker, name: Safe at night}, {name: Loan-bike}]")
    survey = read("loan bike_f,loan bike_d,Night-Locker_f,Night-Locker_d\n"
                  "like,dislike,like,like\n", ReadOptions(study))  # fmt: skip

    assert list(pairs(survey).items()) == [("Safe at night", [(1, 1)]), ("Loan-bike", [(1, 5)])]
    assert [feature.id for feature in survey.features] == ["night_locker", "loan_bike"]


def test_columns_can_be_named_by_header_and_by_letter(read: Reader) -> None:
    """Here the side words are the wrong way round, and the questionnaire knows better."""
    study = asked(
        """
        features:
          - {name: Loan, columns: {functional: loan_d, dysfunctional: column A}}
          - {name: Lock, columns: {functional: " Column C ", dysfunctional: lock_d}}
        """
    )
    survey = read("loan_f,loan_d,lock_f,lock_d\ndislike,like,expect,neutral\n", ReadOptions(study))

    assert pairs(survey) == {"Loan": [(1, 5)], "Lock": [(2, 3)]}
    assert codes(survey) == []


def test_ids_are_slugs_and_unique(read: Reader) -> None:
    """Names may differ in signs only."""
    survey = read("C++_f,C++_d,C#_f,C#_d\nlike,dislike,expect,neutral\n")

    assert [(f.id, f.name) for f in survey.features] == [("c", "C++"), ("c_2", "C#")]


def test_texts_that_equal_the_headers_name_the_columns(read: Reader) -> None:
    """Compared as answers are; here no word says which question is which."""
    study = asked(
        """
        features:
          - {name: Clean, functional: The shop is clean., dysfunctional: the  shop is DIRTY}
          - {name: Calm, functional: It’s quiet, dysfunctional: It’s loud}
        """
    )
    survey = read(
        "The shop is dirty,The shop is clean,It's quiet,It's loud\nlike,dislike,expect,neutral\n",
        ReadOptions(study),
    )

    assert pairs(survey) == {"Clean": [(5, 1)], "Calm": [(2, 3)]}


def test_some_features_can_be_named_and_others_name_themselves(read: Reader) -> None:
    """Only what the export does not say itself has to be written."""
    study = asked(
        """
        features:
          - {name: Lock}
          - {name: Loan, columns: {functional: first, dysfunctional: second}}
        """
    )
    survey = read("lock_d,first,second,lock_f\nlike,like,dislike,expect\n", ReadOptions(study))

    assert pairs(survey) == {"Lock": [(2, 1)], "Loan": [(1, 5)]}


def test_a_feature_that_nobody_answered_stays_if_somebody_asked_for_it(read: Reader) -> None:
    """Its columns are blank; without a questionnaire they are told and left out."""
    text = "loan_f,loan_d,lock_f,lock_d\nlike,dislike,,\nlike,neutral,,\n"
    asked_for = read(text, ReadOptions(asked("features: [{name: Lock}, {name: Loan}]")))
    plain = read(text)

    assert pairs(asked_for) == {"Lock": [(0, 0), (0, 0)], "Loan": [(1, 5), (1, 3)]}
    assert pairs(plain) == {"loan": [(1, 5), (1, 3)]}
    assert finding(plain, "K106").facts == {"names": ("lock_f", "lock_d")}
