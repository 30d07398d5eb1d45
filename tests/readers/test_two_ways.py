"""Files that can be read in two ways, or were once read wrong without a word: kept one by one."""

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL
from tests.readers.reading import Reader, asked, counted, pairs

HAD, HAD_NOT = "If we had", "If we did not have"
FOUR = f"{LIKE},{DISLIKE},{NEUTRAL},{EXPECT}\n"
# Two features by two questions.
REFUSED = {
    "letters behind a space are names": (
        f"{HAD} Plan D,{HAD} Plan F,{HAD_NOT} Plan D,{HAD_NOT} Plan F"
    ),
    "row labels are side words": (
        f"{HAD} it? [With],{HAD} it? [Without],{HAD_NOT} it? [With],{HAD_NOT} it? [Without]"
    ),
    "names deny each other": "With gift_f,With gift_d,Without gift_f,Without gift_d",
    "names deny each other and questions do not": (
        "If clean [Bike],If clean [No bike],If dirty [Bike],If dirty [No bike]"
    ),
    "a name denies more than the question": (
        f"{HAD} without,{HAD_NOT} without,{HAD_NOT} gold,{HAD} gold"
    ),
    "a name denies as much as the question": (
        f"{HAD} without,{HAD_NOT} without,{HAD} gold,{HAD_NOT} gold"
    ),
    "names are side words of another family": (
        "f_x (functional),f_x (dysfunctional),d_x (functional),d_x (dysfunctional)"
    ),
    "a label stands under one question only": (
        f"{HAD_NOT} it? - Importance,{HAD} it? - C#,{HAD_NOT} it? - Desk lamp,{HAD} it? - Desk lamp"
    ),
    "two halves of an array are missing": (
        f"C++: {HAD_NOT} it,No ads: {HAD_NOT} it,Age: {HAD} it,Age: {HAD_NOT} it"
    ),
    "two halves of a grid are missing": (
        f"{HAD} it? [Lift],{HAD_NOT} it? [Lift],{HAD} it? [Bike],{HAD_NOT} it? [Desk]"
    ),
    "names are side words at the end": f"{HAD} あり,{HAD} なし,{HAD_NOT} なし,{HAD_NOT} あり",
    "two pairs have one name": "Desk_f,Desk_d,Desk (with),Desk (without)",
}


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED)
def test_headers_that_can_be_read_in_two_ways_are_refused(header: str, read: Reader) -> None:
    """Most of these were once read as something else than they say."""
    with pytest.raises(KanoError):
        read(f"{header}\n{FOUR}")


def test_two_plans_are_no_pair(read: Reader) -> None:
    """A letter behind a space is a name, unless several features end in both letters."""
    with pytest.raises(KanoError):
        read(f"Plan F,Plan D\n{LIKE},{DISLIKE}\n")

    assert pairs(read(f"Desk f,Desk d,Lift f,Lift d\n{FOUR}")) == {
        "Desk": [(1, 5)],
        "Lift": [(3, 2)],
    }


def test_marks_tell_names_apart(read: Reader) -> None:
    """Words alone would take C++ and C# for the same, and pair them by their place."""
    survey = read(f"{HAD} C++?,{HAD} C#?,{HAD_NOT} C#?,{HAD_NOT} C++?\n{FOUR}")

    assert pairs(survey) == {f"{HAD} C++?": [(1, 2)], f"{HAD} C#?": [(5, 3)]}


def test_names_of_the_same_words_are_not_paired_by_their_place(read: Reader) -> None:
    """The second block has another order, and the words cannot tell."""
    names = ("a dog on a cat", "a cat on a dog", "a lamp")
    header = [*(f"{HAD} {n}" for n in names), *(f"{HAD_NOT} {names[at]}" for at in (1, 0, 2))]

    with pytest.raises(KanoError):
        read(f"{','.join(header)}\n{FOUR.strip()},{LIKE},{LIKE}\n")


def test_a_negation_in_a_name_is_not_the_side(read: Reader) -> None:
    """The one way to pair these that leaves nothing but "did not have" against "had"."""
    survey = read(
        f"{HAD} 'no questions',{HAD_NOT} 'no questions',{HAD} lockers,{HAD_NOT} lockers\n{FOUR}"
    )

    assert pairs(survey) == {f"{HAD} 'no questions'": [(1, 5)], f"{HAD} lockers": [(3, 2)]}


def test_a_question_that_nobody_answered_keeps_its_partner(read: Reader) -> None:
    """Two blank halves do not make a pair of the two that were answered."""
    survey = read(
        f"{HAD} a desk,{HAD_NOT} a desk,{HAD} a lift,{HAD_NOT} a lift\n"
        f"{LIKE},,,{DISLIKE}\n{EXPECT},,,{NEUTRAL}\n"
    )

    assert pairs(survey) == {f"{HAD} a desk": [(1, 0), (2, 0)], f"{HAD} a lift": [(0, 5), (0, 3)]}


def test_blank_questions_in_another_order_still_count(read: Reader) -> None:
    """Two features without their blank partners would look like one and its absence."""
    header = f"{HAD_NOT} Locker,{HAD} Locker,{HAD} Absent,{HAD_NOT} Absent"

    with pytest.raises(KanoError):
        read(f"{header}\n,{LIKE},,\n,,{EXPECT},\n")


@pytest.mark.parametrize(
    ("layout", "header"), [("alternating", "1a,1b,2a,2b,3a,3b"), ("blocks", "1a,2a,3a,1b,2b,3b")]
)
def test_a_blank_question_counts_where_the_place_decides(
    layout: str, header: str, read: Reader
) -> None:
    """Without it the pairs behind would move up by one."""
    survey = read(f"{header}\n{LIKE},{DISLIKE},,,{NEUTRAL},{EXPECT}\n", ReadOptions(layout=layout))

    assert list(pairs(survey).values()) == (
        [[(1, 5)], [(3, 2)]] if layout == "alternating" else [[(1, 0)], [(5, 3)], [(0, 2)]]
    )


def test_a_feature_that_nobody_answered_is_left_out_and_said_so(read: Reader) -> None:
    """A form that was changed leaves such columns behind."""
    header = ",".join(
        f"{stem} it? [{name}]" for name in ("Desk", "Lift") for stem in (HAD, HAD_NOT)
    )

    survey = read(f"{header}\n{LIKE},{LIKE},,\n")

    assert [feature.name for feature in survey.features] == ["Desk"]
    (said,) = [finding for finding in survey.findings if finding.code == "K106"]
    assert said.facts == {"names": (f"{HAD} it? [Lift]", f"{HAD_NOT} it? [Lift]")}


def test_a_feature_that_sounds_like_importance_is_no_rating(read: Reader) -> None:
    """What a column holds decides, not that its header begins with Important."""
    names = ("Important mails", "Desk")
    header = ",".join(f"{name} - {question} it" for name in names for question in (HAD, HAD_NOT))

    assert pairs(read(f"{header}\n{FOUR}")) == {"Important mails": [(1, 5)], "Desk": [(3, 2)]}


@pytest.mark.parametrize("name", ["NS", "NA", "n/a", "null", "Nvt"])
def test_a_feature_may_be_called_as_a_blank_is_written(name: str, read: Reader) -> None:
    """In a long table it is a name like any other."""
    header = "respondent,feature,functional,dysfunctional"

    survey = read(f"{header}\n1,{name},{LIKE},{DISLIKE}\n1,Desk,{LIKE},{LIKE}\n")

    assert pairs(survey) == {name: [(1, 5)], "Desk": [(1, 1)]}


HOMELESS = {
    "names no feature": (
        f"respondent,feature,functional,dysfunctional\n1,Desk,{LIKE},{DISLIKE}\n2,,{LIKE},{LIKE}\n"
    ),
    "row 3: the row holds an answer and names no feature": (
        f"feature,functional,dysfunctional,count\nDesk,{LIKE},{DISLIKE},3\n,{LIKE},{LIKE},4\n"
    ),
    "does not say which of the two questions it is": (
        f"respondent,feature,side,answer\n1,Desk,functional,{LIKE}\n1,Desk,,{DISLIKE}\n"
    ),
    "which may be counts or the numbers of the rows": (
        f"Number,feature,functional,dysfunctional\n1,Desk,{LIKE},{DISLIKE}\n2,Desk,{LIKE},{LIKE}\n"
    ),
}


@pytest.mark.parametrize("message", HOMELESS)
def test_a_row_without_a_place_is_refused(message: str, read: Reader) -> None:
    """It was left out in silence, or counted as often as its number."""
    with pytest.raises(KanoError) as refused:
        read(HOMELESS[message])

    assert message in str(refused.value)


def test_counts_named_n_are_counts_where_they_cannot_be_row_numbers(read: Reader) -> None:
    """Or where the user says so."""
    header = "feature,functional,dysfunctional,n"

    survey = read(f"{header}\nDesk,{LIKE},{DISLIKE},2\nDesk,{LIKE},{LIKE},1\n")
    assert counted(survey) == {"Desk": {(1, 5): 2, (1, 1): 1}}
    told = read(
        f"{header}\nDesk,{LIKE},{DISLIKE},1\nDesk,{LIKE},{LIKE},2\n", ReadOptions(layout="counts")
    )
    assert counted(told) == {"Desk": {(1, 5): 1, (1, 1): 2}}


def test_a_pair_with_unknown_words_is_not_left_out_in_silence(read: Reader) -> None:
    """Beside pairs that are read it looks like a question, so its words are asked about."""
    header = f"{HAD} it? [Desk],{HAD} it? [Lift],{HAD_NOT} it? [Desk],{HAD_NOT} it? [Lift]"
    rows = (
        f"{LIKE},super,{DISLIKE},bad\n{LIKE},{LIKE},{DISLIKE},bad\n{LIKE},super,{LIKE},{DISLIKE}\n"
    )

    with pytest.raises(KanoError, match="4 answers are not on the scale"):
        read(f"{header}\n{rows}")


OWN = """
    scale:
      functional: {like: Glad, must-be: Sure, neutral: No opinion, live-with: Fine, dislike: Bad}
      dysfunctional: {like: Fine, must-be: Better, neutral: No opinion, live-with: OK, dislike: Ugh}
    features: [{name: Desk}]
"""


def test_an_own_answer_that_sounds_like_a_blank_is_an_answer(read: Reader) -> None:
    """The questionnaire says what "No opinion" means."""
    survey = read("Desk_f,Desk_d\nGlad,No opinion\nNo opinion,Ugh\n", ReadOptions(asked(OWN)))

    assert pairs(survey) == {"Desk": [(1, 3), (3, 5)]}


def test_one_word_may_be_another_answer_on_the_other_side(read: Reader) -> None:
    """The side of its column says which one it is."""
    survey = read("Desk_d,Desk_f\nFine,Fine\nFine,Glad\n", ReadOptions(asked(OWN)))

    assert pairs(survey) == {"Desk": [(4, 1), (1, 1)]}


def test_an_answer_of_the_other_side_is_refused(read: Reader) -> None:
    """It was counted as blank, though it shows that the columns changed places."""
    with pytest.raises(KanoError) as refused:
        read("Desk_f,Desk_d\nBetter,No opinion\n", ReadOptions(asked(OWN)))

    assert str(refused.value) == (
        'survey.csv, row 2, column A "Desk_f": "Better" is an answer to the dysfunctional '
        "question, and stands under a functional one\n"
        "hint: the two questions may have changed places; if they have not, put the words under "
        "both sides of scale: in the --questionnaire"
    )


def test_two_pairs_of_one_name_are_refused_with_a_questionnaire_too(read: Reader) -> None:
    """One of them was dropped without a word."""
    with pytest.raises(KanoError, match="two pairs are called"):
        read(
            f"Desk_f,Desk_d,Desk (with),Desk (without)\n{FOUR}",
            ReadOptions(asked("features: [{name: Desk}]")),
        )
