"""`--drop`: which respondents go, and that the rest is what it would be without them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.analysis import analyse
from kano_cli.checks.dropping import KINDS, dropped_kinds
from kano_cli.checks.respondents import respondents
from kano_cli.core.result import KanoResult, Settings
from kano_cli.core.tables import POULIOT, STANDARD
from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.study.responses import Responses, Survey
from tests.checks.people import answered, surveys

CAREFUL = ("ld nn ln", "nd ld mn", "ld ln nd")


def dropped(responses: Responses, kinds: str, settings: Settings | None = None) -> dict[str, int]:
    """How many go for each kind."""
    gone = analyse(responses, settings, kinds).dropped
    assert gone is not None
    assert sum(gone.kinds.values()) == gone.respondents
    return dict(gone.kinds)


def refusal(responses: Responses | Survey, kinds: str) -> str:
    """What is said."""
    with pytest.raises(KanoError) as mistake:
        analyse(responses, drop=kinds)
    return str(mistake.value)


def test_straight_liners_go_and_people_without_opinion_stay() -> None:
    """METHOD.md section 16: neutral to everything is no reason."""
    responses = answered(*CAREFUL, "mm mm mm", "nn nn nn", "ll ll ll")
    result = analyse(responses, drop="straightliners")

    assert result.dropped is not None
    assert dict(result.dropped.kinds) == {"straightliners": 2}
    assert result.survey.respondents == 4
    assert {feature.answered for feature in result.features} == {4}


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("questionable>0", 3),
        ("questionable>1", 2),
        ("questionable>2", 1),
        ("questionable>3", 0),
        ("questionable>50%", 2),
        ("questionable>33.3%", 3),
        ("questionable>33.4%", 2),
        ("questionable>66%", 2),
        ("questionable>67%", 1),
        ("questionable>99.9%", 1),
        ("questionable > 2", 1),
        ("QUESTIONABLE>2", 1),
    ],
)
def test_questionable_is_more_than_so_many_pairs_or_so_large_a_share(kind: str, count: int) -> None:
    """Of 3 answered pairs 1, 2 and 3 are questionable; the limit itself is not above it."""
    responses = answered(*CAREFUL, "ll ld ln", "ll dd ln", "ll dd dd")

    assert list(dropped(responses, kind).values()) == [count]


def test_questionable_is_under_the_table_in_use() -> None:
    """Pouliot calls must-be/must-be questionable."""
    responses = answered(*CAREFUL, "mm tt ld")

    assert dropped(responses, "questionable>1") == {"questionable>1": 0}
    assert dropped(responses, "questionable>1", Settings(POULIOT)) == {"questionable>1": 1}


def test_a_half_answered_pair_takes_its_respondent_along() -> None:
    """Somebody who left a whole pair open stays."""
    responses = answered(*CAREFUL, "l- nn ln", "-- nn ln", "ld nn -n")

    assert dropped(responses, "half-answered") == {"half-answered": 2}


def test_speeders_and_later_rows_go() -> None:
    """The first row of a person stays, and K208 does not say that all count."""
    responses = replace(
        answered(*["ld nn ln"] * 40),
        durations=np.array([*[300.0] * 38, 20.0, 90.0]),
        respondents=np.array([*range(37), 0, 0, 1], np.int64),
    )
    twice = Finding("K208", {"count": 2})
    survey = Survey.of(responses, findings=(twice,))
    result = analyse(survey, drop="speeders,duplicates")

    assert result.dropped is not None
    assert dict(result.dropped.kinds) == {"duplicates": 3, "speeders": 0}
    codes = {finding.code for finding in result.findings}
    assert codes & {"K208", "K213", "K214", "K216"} == {"K216"}
    others = {finding.code for finding in analyse(survey, drop="speeders").findings}
    assert others & {"K208", "K213", "K214", "K216"} == {"K208", "K214", "K216"}


def test_a_respondent_of_several_kinds_is_counted_once() -> None:
    """Under the first in the order of the kinds, however they were written."""
    responses = answered(*CAREFUL, "ll ll ll", "ll ll dd", "ll ll l-")
    expected = {"straightliners": 1, "questionable>1": 2, "half-answered": 0}

    for kinds in (
        "straightliners,questionable>1,half-answered",
        "half-answered, questionable>1, straightliners,",
        "questionable>1,straightliners,half-answered,questionable>1",
    ):
        assert dropped(responses, kinds) == expected


def test_without_drop_nothing_is_dropped() -> None:
    """Whatever respondents did."""
    responses = answered("ll ll ll", "dd dd dd", "l- nn ln")

    assert analyse(responses).dropped is None
    assert analyse(responses).survey.respondents == 3


def test_nobody_to_drop_changes_nothing() -> None:
    """And there is no finding about it."""
    before, after = (analyse(answered(*CAREFUL), drop=kinds) for kinds in ("", "straightliners"))

    assert after.dropped is not None
    assert after.dropped.respondents == 0
    assert (after.features, after.findings) == (before.features, before.findings)


def numbers(result: KanoResult) -> list[str]:
    """Every number of every feature, NaN like NaN."""
    return [repr(feature) for feature in result.features]


DROPS = ["straightliners", "questionable>0", "questionable>25%", "half-answered", "duplicates"]


@given(surveys(), st.lists(st.sampled_from(DROPS), min_size=1, max_size=3))
def test_dropping_is_classifying_those_who_stay(responses: Responses, kinds: list[str]) -> None:
    """The main result is the subset's, and the one beside it everybody's; none is weighted."""
    people = respondents(responses, STANDARD)
    stays = np.ones(len(responses.functional), np.bool_)
    for kind in dropped_kinds(",".join(kinds)):
        mask = kind.mask(people)
        assert mask is not None
        stays &= ~mask
    if not stays.any():
        assert "nobody is left" in refusal(responses, ",".join(kinds))
        return
    result = analyse(responses, drop=",".join(kinds))

    assert numbers(result) == numbers(analyse(responses.only(stays)))
    assert result.survey.respondents == int(stays.sum())
    assert result.dropped is not None
    assert result.dropped.respondents == int((~stays).sum())
    everybody = {
        feature.id: repr(replace(feature, rank=0)) for feature in analyse(responses).features
    }
    assert {
        key: repr(replace(feature, rank=0)) for key, feature in result.dropped.with_all.items()
    } == everybody
    assert [one for _, one in result.dropped.features] == list(result.features)


@given(surveys())
def test_people_without_opinion_are_never_straight_liners(responses: Responses) -> None:
    """However they are mixed with others."""
    (kind,) = dropped_kinds("straightliners")
    people = respondents(responses, STANDARD)
    mask = kind.mask(people)

    assert mask is not None
    assert not (mask & people.all_neutral).any()


@given(surveys(), st.data())
def test_the_order_of_respondents_changes_no_result(
    responses: Responses, data: st.DataObject
) -> None:
    """Neither what goes nor what stays; durations and names go with their respondent."""
    order = np.array(data.draw(st.permutations(range(len(responses.functional)))), np.int64)
    turned = replace(
        responses,
        functional=responses.functional[order],
        dysfunctional=responses.dysfunctional[order],
    )
    kinds = "straightliners,questionable>1,half-answered"
    people = respondents(responses, STANDARD)
    if all(
        a or b or c
        for a, b, c in zip(
            people.straight, people.questionable > 1, people.half_answered > 0, strict=True
        )
    ):
        return
    before, after = analyse(responses, drop=kinds), analyse(turned, drop=kinds)

    assert numbers(after) == numbers(before)
    assert before.dropped is not None
    assert after.dropped is not None
    assert dict(after.dropped.kinds) == dict(before.dropped.kinds)


def test_what_stands_beside_the_answers_is_dropped_with_them() -> None:
    """Importance, segments, durations and who it was."""
    responses = replace(
        answered(*CAREFUL, "mm mm mm"),
        importance=np.array([[1, 1, 1]] * 3 + [[9, 9, 9]], np.float32),
        segments={"Plan": ("a", "b", "c", "d")},
        durations=np.array([1.0, 2, 3, 4]),
        respondents=np.array([1, 2, 3, 4], np.int64),
    )
    result = analyse(responses, drop="straightliners")
    some = responses.only(np.array([False, True, False, True]))

    assert {feature.importance.mean for feature in result.features if feature.importance} == {1.0}
    assert some.segments == {"Plan": ("b", "d")}
    assert some.durations is not None
    assert some.respondents is not None
    assert (some.durations.tolist(), some.respondents.tolist()) == ([2.0, 4.0], [2, 4])


def test_every_kind_is_one_that_can_be_written() -> None:
    """The list and the reading of it agree."""
    for name in KINDS:
        written = f"{name}>1" if name == "questionable" else name
        (kind,) = dropped_kinds(written)
        assert (kind.name, kind.written) == (name, written)
