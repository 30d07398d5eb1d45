"""What respondents did: METHOD.md section 11, definition by definition."""

from dataclasses import asdict, fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.checks.respondents import TIMED, Respondents, respondents
from kano_cli.core.tables import POULIOT, SHORT3X3, STANDARD, TABLES
from kano_cli.study.responses import Responses
from tests.checks.people import answered, features, slow, surveys

LINES = (
    "straight", "all_neutral", "constant_functional", "constant_dysfunctional", "constant_pair",
)  # fmt: skip


def lines(*people: str) -> list[set[str]]:
    """What kind of line each respondent draws."""
    found = respondents(answered(*people), STANDARD)
    return [{name for name in LINES if getattr(found, name)[at]} for at in range(len(people))]


BOTH = {"constant_functional", "constant_dysfunctional"}


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("ll ll ll", {"straight", *BOTH}),
        ("mm mm mm", {"straight", *BOTH}),
        ("tt tt tt", {"straight", *BOTH}),
        ("dd dd dd", {"straight", *BOTH}),
        ("nn nn nn", {"all_neutral", *BOTH}),
        ("ld ld ld", {"constant_pair", *BOTH}),
        ("nd nd nd", {"constant_pair", *BOTH}),
        ("ld ln lm", {"constant_functional"}),
        ("ld nd md", {"constant_dysfunctional"}),
        ("ll ll ld", {"constant_functional"}),
        ("ld nn dl", set()),
        # Two answered pairs make no line, three do; blanks around them change nothing.
        ("ll ll --", set()),
        ("ll ll l-", set()),
        ("ll ll ll --", {"straight", *BOTH}),
        ("nn nn nn -n n-", {"all_neutral", *BOTH}),
        # An answer in a half pair is an answer to its question.
        ("ll ll ll n-", {"constant_dysfunctional"}),
        ("ll ll ll -n", {"constant_functional"}),
        ("-- -- --", set()),
    ],
)
def test_a_line_is_what_the_definition_says(person: str, said: set[str]) -> None:
    """Straight: at least 3 pairs, all one word, and that word is not neutral."""
    assert lines(person) == [said]


def test_neutral_to_everything_is_legal() -> None:
    """METHOD.md section 16: six times neutral/neutral is no straight line, and counts as I 6."""
    responses = answered("nn nn nn nn nn nn")
    found = respondents(responses, STANDARD)

    assert (found.straight.tolist(), found.all_neutral.tolist()) == ([False], [True])
    counts = STANDARD.category_counts(responses.tally().counts).sum(axis=0).tolist()
    assert counts == [0, 0, 0, 6, 0, 0]


def test_pairs_are_counted_by_respondent() -> None:
    """Answered, half answered, and questionable under the table in use."""
    responses = answered("ll dd mm -d", "tt l- nn ld", "-- -- -- --")
    standard, pouliot = respondents(responses, STANDARD), respondents(responses, POULIOT)

    assert standard.answered.tolist() == [3, 3, 0]
    assert standard.half_answered.tolist() == [1, 1, 0]
    assert standard.questionable.tolist() == [2, 0, 0]
    assert pouliot.questionable.tolist() == [3, 1, 0]
    assert respondents(responses, SHORT3X3).questionable.tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("pairs", "questionable", "often"),
    [(1, 1, False), (2, 2, True), (9, 2, True), (10, 2, False), (10, 3, True), (15, 3, False)],
)
def test_often_is_2_pairs_or_more_and_above_20_percent(
    pairs: int, questionable: int, often: bool
) -> None:
    """At 20 % it is not."""
    person = " ".join(["ll"] * questionable + ["ld"] * (pairs - questionable))

    assert respondents(answered(person), STANDARD).often_questionable.tolist() == [often]


def test_the_respondents_of_the_money_transfers_come_out() -> None:
    """Their published counts: 308, 33, 8, 2, 2, 3, 2 people with 0 to 6 of 6 questionable pairs.

    The answers are made up to have these counts; the 17 with 2 or more are above 20 %, too.
    """
    people = [
        " ".join(["ll"] * number + ["ld"] * (6 - number))
        for number, times in enumerate((308, 33, 8, 2, 2, 3, 2))
        for _ in range(times)
    ]
    found = respondents(answered(*people), STANDARD)

    assert np.bincount(found.questionable).tolist() == [308, 33, 8, 2, 2, 3, 2]
    assert int(found.often_questionable.sum()) == 17
    assert int(found.straight.sum()) == 2


def timed(*durations: float) -> list[bool] | None:
    """Who is a speeder among respondents with these durations."""
    responses = answered(*["ld"] * len(durations))
    found = respondents(replace(responses, durations=np.array(durations)), STANDARD)
    return None if found.speeder is None else found.speeder.tolist()


def test_a_speeder_takes_less_than_a_third_of_the_median() -> None:
    """At a third it is not; a time that is not known is not fast."""
    usual = [300.0] * (TIMED - 2)

    assert timed(*usual, 99.0, 100.0) == [*[False] * (TIMED - 2), True, False]
    assert timed(*usual, 99.0, 101.0, np.nan) == [*[False] * (TIMED - 2), True, False, False]


def test_few_durations_call_nobody_fast() -> None:
    """Below 30 their median says too little, and without a column there is nothing to say."""
    assert timed(*[300.0] * (TIMED - 2), 1.0, np.nan) is None
    assert timed(*[300.0] * (TIMED - 1), 1.0) == [*[False] * (TIMED - 1), True]
    assert respondents(answered("ld"), STANDARD).speeder is None


def test_later_rows_of_a_person_repeat_the_first_or_differ() -> None:
    """Each is held against the first; people without a name are all different ones."""
    people = ("ld nn", "nn nn", "ld nn", "ld n-", "nn nn", "nn nn", "ld nn")
    numbers = np.array([4, 7, 4, 4, -1, -1, 4], np.int64)
    found = respondents(replace(answered(*people), respondents=numbers), STANDARD)

    assert found.again is not None
    assert found.differs is not None
    assert np.flatnonzero(found.again).tolist() == [2, 3, 6]
    assert np.flatnonzero(found.differs).tolist() == [3]


@given(surveys(), st.sampled_from([*TABLES.values()]))
def test_every_mask_is_what_a_slow_reading_finds(responses: Responses, table: object) -> None:
    """Respondent by respondent, pair by pair."""
    found = respondents(responses, table)  # type: ignore[arg-type]
    for at, (one, other) in enumerate(
        zip(responses.functional.tolist(), responses.dysfunctional.tolist(), strict=True)
    ):
        for name, value in asdict(slow(one, other, table)).items():  # type: ignore[arg-type]
            assert getattr(found, name)[at] == value, name


@given(surveys(), st.data())
def test_the_order_of_respondents_changes_nothing(
    responses: Responses, data: st.DataObject
) -> None:
    """Each keeps what they did; which row of a person is the first one may change."""
    people = len(responses.functional)
    order = np.array(data.draw(st.permutations(range(people))), np.int64)
    assert responses.durations is not None
    assert responses.respondents is not None
    turned = replace(
        responses,
        functional=responses.functional[order],
        dysfunctional=responses.dysfunctional[order],
        durations=responses.durations[order],
        respondents=responses.respondents[order],
    )
    before, after = respondents(responses, STANDARD), respondents(turned, STANDARD)

    for each in fields(Respondents):
        value = getattr(before, each.name)
        if each.name == "again":
            assert int(after.again.sum()) == int(value.sum())  # type: ignore[union-attr]
        elif value is None:
            assert getattr(after, each.name) is None
        elif each.name != "differs":
            np.testing.assert_array_equal(getattr(after, each.name), value[order])


@given(surveys())
def test_no_line_is_two_kinds_at_once(responses: Responses) -> None:
    """Straight, all neutral and constant pair exclude each other, and each is constant twice."""
    found = respondents(responses, STANDARD)
    kinds = np.stack([found.straight, found.all_neutral, found.constant_pair])

    assert kinds.sum(axis=0).max() <= 1
    np.testing.assert_array_equal(
        kinds.any(axis=0), found.constant_functional & found.constant_dysfunctional
    )


def test_a_survey_without_features_or_people_has_nobody_careless() -> None:
    """Nothing to look at is no crash."""
    nobody = np.zeros((0, 3), np.int8)
    found = respondents(Responses(features(3), nobody, nobody), STANDARD)
    nothing = np.zeros((2, 0), np.int8)

    assert found.straight.tolist() == []
    assert respondents(Responses((), nothing, nothing), STANDARD).straight.tolist() == [False] * 2
