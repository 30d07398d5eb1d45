"""Which column goes with which, and which of the two questions it is."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from kano_cli.study.responses import Survey
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL, csv_text, write
from tests.readers.reading import Reader, asked, finding, pairs, refusal

TWO = [(1, 5)], [(2, 3)]


def one_row(read: Reader, *headers: str, answers: str = "like dislike expect neutral") -> Survey:
    """A survey of one respondent under these headers."""
    return read(csv_text([headers, answers.split()[: len(headers)]]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("loan_f", "loan_d"), ("loan.f", "loan.d"), ("loan[f]", "loan[d]"),
        ("loan (f)", "loan (d)"),
        ("loan_func", "loan_dys"), ("loan_func", "loan_dysfunc"), ("LOAN_F", "loan_d"),
        ("loan functional", "loan dysfunctional"), ("loan (functional)", "loan (dysfunctional)"),
        ("Functional: loan", "Dysfunctional: loan"), ("functional_loan", "dysfunctional_loan"),
        ("loan_pos", "loan_neg"), ("loan present", "loan absent"), ("loan +", "loan -"),
        ("loan - with", "loan - without"), ("loan - mit", "loan - ohne"),
        ("loan - met", "loan - zonder"), ("loan - avec", "loan - sans"),
        ("loan - con", "loan - sin"), ("loan - com", "loan - sem"), ("With loan", "Without loan"),
        ("f_loan", "d_loan"),
    ],
)  # fmt: skip
def test_a_side_word_on_one_stem_makes_a_pair(read: Reader, one: str, other: str) -> None:
    """Whichever stands first; the stem is the name."""
    there, back = one_row(read, one, other), one_row(read, other, one, answers="dislike like")

    assert pairs(there) == pairs(back)
    assert [list(pairs(there).values()), [name.casefold() for name in pairs(there)]] == [
        [[(1, 5)]],
        ["loan"],
    ]


@pytest.mark.parametrize("headers", ["f1 d1 f2 d2", "q1f q1d q2f q2d", "1f 1d 2f 2d"])
def test_a_letter_beside_a_number_is_a_side(read: Reader, headers: str) -> None:
    """Where the number is the feature."""
    assert tuple(pairs(one_row(read, *headers.split())).values()) == TWO


def test_position_never_decides_where_names_do(read: Reader) -> None:
    """For one feature of two the dysfunctional column comes first."""
    survey = one_row(
        read, "loan_functional", "loan_dysfunctional", "locker_dysfunctional", "locker_functional",
        answers="like dislike neutral expect",
    )  # fmt: skip

    assert pairs(survey) == {"loan": [(1, 5)], "locker": [(2, 3)]}


def test_names_inside_one_another_are_different_features(read: Reader) -> None:
    """And the second block stands in another order."""
    survey = read(
        csv_text(
            [
                ["Locker - with", "Night locker - with", "Night locker key - with",
                 "Night locker key - without", "Locker - without", "Night locker - without"],
                [LIKE, EXPECT, NEUTRAL, NEUTRAL, DISLIKE, LIKE],
            ]
        )
    )  # fmt: skip

    assert pairs(survey) == {
        "Locker": [(1, 5)],
        "Night locker": [(2, 1)],
        "Night locker key": [(3, 3)],
    }


def test_blocks_with_side_words_are_pairs(read: Reader) -> None:
    """All functional columns, then all dysfunctional ones."""
    survey = read(
        "nr;Loan bike - mit;Night locker - mit;Loan bike - ohne;Night locker - ohne\n"
        "1;like;expect;dislike;neutral\n"
    )

    assert pairs(survey) == {"Loan bike": [(1, 5)], "Night locker": [(2, 3)]}


@pytest.mark.parametrize(
    "form", ["{stem} [{row}]", "{stem} - {row}", "{stem} >> {row}", "{stem} | {row}"]
)
def test_rows_of_a_grid_are_features(read: Reader, form: str) -> None:
    """One row label under two questions (Google, Qualtrics, Jotform)."""
    stems, rows = ("If we HAD this?", "If we did NOT have this?"), ("Loan bike", "Night locker")
    headers = [form.format(stem=stem, row=row) for stem in stems for row in rows]
    survey = read(csv_text([["Timestamp", *headers], ["today", LIKE, EXPECT, DISLIKE, NEUTRAL]]))

    assert pairs(survey) == {"Loan bike": [(1, 5)], "Night locker": [(2, 3)]}


def test_an_array_with_two_labels_is_read_the_other_way(read: Reader) -> None:
    """One question a feature, with the side in brackets (LimeSurvey)."""
    survey = one_row(
        read, "Loan bike [If we had it]", "Loan bike [If we did not have it]",
        "Night locker [If we had it]", "Night locker [If we did not have it]",
    )  # fmt: skip

    assert pairs(survey) == {"Loan bike": [(1, 5)], "Night locker": [(2, 3)]}


def test_neighbours_that_ask_two_whole_questions_are_pairs(read: Reader) -> None:
    """The functional question is the name (Google Forms)."""
    survey = read(
        csv_text(
            [
                ["Timestamp",
                 "If we lent you a bike, how would you feel?",
                 "If we did not lend you a bike, how would you feel?",
                 "If there was a night locker, how would you feel?",
                 "If there was no night locker, how would you feel?"],
                ["2026/10/05 9:31:00 AM GMT+2", LIKE, DISLIKE, EXPECT, NEUTRAL],
            ],
            quoted=True,
        )
    )  # fmt: skip

    assert pairs(survey) == {
        "If we lent you a bike, how would you feel?": [(1, 5)],
        "If there was a night locker, how would you feel?": [(2, 3)],
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Als we een fiets lenen?", "Als we geen fiets lenen?"),
        ("Wenn es ein Schloss gibt?", "Wenn es kein Schloss gibt?"),
        ("Si on vous prêtait un vélo ?", "Si on ne vous prêtait pas de vélo ?"),
        ("¿Si te prestamos una bici?", "¿Si no te prestamos una bici?"),
        ("Se emprestarmos uma bicicleta?", "Se não emprestarmos uma bicicleta?"),
        ("Se ti prestiamo una bici?", "Se non ti prestiamo una bici?"),
        ("If we'd lend you a bike?", "If we wouldn't lend you a bike?"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_negation_that_only_one_question_has_tells_the_side(
    read: Reader, one: str, other: str, *, turned: bool
) -> None:
    """In seven languages, whichever question comes first."""
    rows = [[one, other], ["like", "dislike"]]
    survey = read(csv_text([row[::-1] for row in rows] if turned else rows))

    assert list(pairs(survey).values()) == [[(1, 5)]]


def test_a_negation_in_the_name_of_the_feature_is_no_side(read: Reader) -> None:
    """The difference of the two texts counts, not what both have."""
    survey = one_row(
        read,
        "If we had a 'no questions' return",
        "If we did not have a 'no questions' return",
    )

    assert list(pairs(survey).values()) == [[(1, 5)]]


def test_titles_that_a_form_repeats_pair_by_their_number(read: Reader) -> None:
    """The names are lost, which is told (Microsoft Forms)."""
    survey = read(
        csv_text(
            [
                ["ID", "Start time", "Name", "If we had it?", "If we did not have it?",
                 "If we had it?2", "If we did not have it?2"],
                ["1", "10/5/26 9:31", "", LIKE, DISLIKE, EXPECT, NEUTRAL],
            ]
        )
    )  # fmt: skip

    assert pairs(survey) == {"Feature 1": [(1, 5)], "Feature 2": [(2, 3)]}
    assert finding(survey, "K107").facts == {"count": 2}


def test_a_feature_that_is_an_absence_is_refused(read: Reader) -> None:
    """People want there to be no queue, and words cannot tell."""
    headers = (
        "If we lent you a bike?", "If we did not lend you a bike?",
        "If there was no queue?", "If there was a queue?",
    )  # fmt: skip
    with pytest.raises(KanoError, match="one feature may be the absence of something"):
        one_row(read, *headers)

    study = asked(
        """
        features:
          - {name: Bike, functional: "If we lent you a bike?",
             dysfunctional: "If we did not lend you a bike?"}
          - {name: No queue, functional: "If there was no queue?",
             dysfunctional: "If there was a queue?"}
        """
    )
    survey = read(csv_text([headers, [LIKE, DISLIKE, EXPECT, NEUTRAL]]), ReadOptions(study))

    assert pairs(survey) == {"Bike": [(1, 5)], "No queue": [(2, 3)]}


ANTONYMS = (
    "The shop is clean?,The shop is dirty?,It is quiet?,It is loud?\nlike,dislike,like,like\n"
)


def test_opposites_without_a_negation_are_refused_and_can_be_declared(read: Reader) -> None:
    """Clean and dirty: the file does not say which question is which."""
    with pytest.raises(KanoError, match="nothing in the headers proves which"):
        read(ANTONYMS)
    survey = read(ANTONYMS, ReadOptions(layout="alternating"))

    assert pairs(survey) == {"The shop is clean?": [(1, 5)], "It is quiet?": [(1, 1)]}


def test_blocks_can_be_declared(read: Reader) -> None:
    """First all functional questions, then all dysfunctional ones."""
    survey = read("id,a?,b?,c?,e?\n1,like,expect,dislike,neutral\n", ReadOptions(layout="blocks"))

    assert pairs(survey) == {"a?": [(1, 5)], "b?": [(2, 3)]}


def test_two_grids_of_bare_statements_are_not_paired_by_their_number(tmp_path: Path) -> None:
    """A Likert question of Microsoft Forms exports its statements only; the second grid adds 2."""
    rows = [["Loan bike", "Locker", "Loan bike2", "Locker2"], [LIKE, LIKE, DISLIKE, NEUTRAL]]

    told = refusal(write(tmp_path / "s.csv", csv_text(rows)))

    assert "columns A and C seem to be a pair" in told
    assert "add --layout blocks" in told
