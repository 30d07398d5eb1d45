"""Weighted groups and waves: laws, an independent oracle, and what cannot be had."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from scipy.stats import chi2_contingency

from kano_cli import compare
from kano_cli.comparison.record import GroupComparison
from kano_cli.errors import KanoError
from kano_cli.renderers.data.comparison_json import comparison_record, comparison_schema
from kano_cli.report.groups import groups_page
from kano_cli.report.words import words
from tests.readers.files import ANSWERS, csv_text, write

Person = tuple[str, int, int, int]
"""Group, functional and dysfunctional answer, weight in halves."""

PEOPLE = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(1, 5), st.integers(1, 5), st.integers(1, 6)),
    min_size=6,
    max_size=60,
).filter(lambda people: len({group for group, *_ in people}) > 1)
OFTEN = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def survey(folder: Path, people: list[Person], name: str = "survey.csv") -> Path:
    """A file with a weight for each person."""
    rows = [
        [f"{weight / 2:g}", group, ANSWERS[one], ANSWERS[other]]
        for group, one, other, weight in people
    ]
    return write(folder / name, csv_text([["Weight", "Plan", "a (with)", "a (without)"], *rows]))


def numbers(comparison: GroupComparison) -> dict[str, object]:
    """The comparison as JSON has it, without what only weighted surveys have."""
    record = comparison_record(comparison)
    record["groups"] = [{**group, "survey": None} for group in record["groups"]]
    for feature in record["features"]:
        for group in feature["groups"]:
            group.pop("answered_unweighted", None)
            group.pop("effective_n", None)
            for part in ("answered", "classified"):
                group[part] = None
            group["counts"] = None
    loaded: dict[str, object] = json.loads(json.dumps(record))
    return loaded


@OFTEN
@given(PEOPLE, st.integers(1, 4))
def test_weights_that_are_all_alike_change_nothing(
    tmp_path: Path, people: list[Person], weight: int
) -> None:
    """Not the test, not the shuffles, not the differences."""
    file = survey(tmp_path, [(group, one, other, weight) for group, one, other, _ in people])

    assert numbers(compare(file, by="Plan", weight="Weight")) == numbers(compare(file, by="Plan"))


@OFTEN
@given(PEOPLE)
def test_a_weight_of_two_is_the_same_row_twice(tmp_path: Path, people: list[Person]) -> None:
    """In every point estimate: categories, Better, Worse, and how they differ."""
    (weighted,) = compare(survey(tmp_path, people), by="Plan", weight="Weight").features
    twice = [person for person in people for _ in range(person[3])]
    (repeated,) = compare(survey(tmp_path, twice, "twice.csv"), by="Plan").features

    for one, other in zip(weighted.results, repeated.results, strict=True):
        assert one is not None
        assert other is not None
        assert one.category == other.category
        assert 2 * one.answered == other.answered
    for mine, theirs in zip(weighted.differences, repeated.differences, strict=True):
        assert (mine.group, mine.against) == (theirs.group, theirs.against)
        for value, expected in ((mine.better, theirs.better), (mine.worse, theirs.worse)):
            assert value == pytest.approx(expected, abs=1e-12, nan_ok=True)


def effective_table(people: list[Person], groups: list[str]) -> np.ndarray:
    """From the rows themselves: each group's weights by category, scaled to its effective size."""
    letters = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    table = []
    for wanted in groups:
        mine = [person for person in people if person[0] == wanted]
        total = sum(weight for *_, weight in mine)
        size = Fraction(total**2, sum(weight**2 for *_, weight in mine))
        row = dict.fromkeys("MOAIRQ", Fraction(0))
        for _, one, other, weight in mine:
            row[letters[one - 1][other - 1]] += Fraction(weight, total) * size
        table.append([float(value) for value in row.values()])
    return np.array(table)


@OFTEN
@given(PEOPLE)
def test_the_test_is_that_of_the_effective_counts(tmp_path: Path, people: list[Person]) -> None:
    """Chi-square, df and p as scipy has them; nobody is shuffled, and K311 says so."""
    comparison = compare(survey(tmp_path, [*people, ("A", 1, 2, 5)]), by="Plan", weight="Weight")
    (feature,) = comparison.features
    table = effective_table([*people, ("A", 1, 2, 5)], [g.name for g in comparison.groups])
    table = table[:, table.any(axis=0)]
    test = feature.test
    if all(result is not None and result.size == result.people for result in feature.results):
        return
    if table.shape[1] < 2:
        assert test.p_value != test.p_value
        return
    expected = chi2_contingency(table, correction=False)

    assert test.chi2 == pytest.approx(expected.statistic, rel=1e-9, abs=1e-9)
    assert test.df == expected.dof
    assert test.p_value == pytest.approx(expected.pvalue, rel=1e-9, abs=1e-12)
    assert test.permutation_p != test.permutation_p
    thin = expected.expected_freq.min() < 5
    assert thin == any(finding.code == "K311" for finding in comparison.findings)
    Draft202012Validator(comparison_schema()).validate(comparison_record(comparison))


def test_all_others_together_have_the_size_that_they_have_together(tmp_path: Path) -> None:
    """Weights 3 1 and 2 2 are worth 64 / 18 people: sums add, and so do squares."""
    people = [("A", 1, 5, 2), ("A", 3, 3, 4), ("B", 1, 5, 6), ("B", 3, 3, 2), ("C", 1, 5, 4),
              ("C", 1, 3, 4)]  # fmt: skip
    comparison = compare(survey(tmp_path, people), by="Plan", weight="Weight")
    first = comparison.features[0].differences[0]
    # Better of A: 1 of 3 in weights; of B and C together: 3 + 2 + 2 of 8.
    assert first.better == pytest.approx(1 / 3 - 7 / 8)

    def wilson(p: float, n: float) -> tuple[float, float]:
        z = 1.959963984540054
        centre, half = p + z**2 / (2 * n), z * (p * (1 - p) / n + z**2 / (4 * n**2)) ** 0.5
        return (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)

    (l1, u1), (l2, u2) = wilson(1 / 3, 9 / 5), wilson(7 / 8, 64 / 18)
    low = first.better - ((1 / 3 - l1) ** 2 + (u2 - 7 / 8) ** 2) ** 0.5
    high = first.better + ((u1 - 1 / 3) ** 2 + (7 / 8 - l2) ** 2) ** 0.5
    assert first.better_interval == pytest.approx((low, high))


def test_one_wave_may_have_weights_and_the_other_none(tmp_path: Path) -> None:
    """Each by its own questionnaire; the page says what the weights leave."""
    people = [("A", 1, 5, 1 + at % 4) for at in range(40)]
    file = survey(tmp_path, people)
    study = write(tmp_path / "study.yaml", "kano: 1\nweight: Weight\n")
    plain = write(tmp_path / "plain.yaml", "kano: 1\n")
    comparison = compare(file, survey(tmp_path, people[:39], "2.csv"), questionnaire=[study, plain])
    page = groups_page(comparison, words("en"))

    assert [group.result.survey.weight for group in comparison.groups] == ["Weight", None]
    assert "weighted by Weight" in page.headline
    assert any("survey.csv 40 people worth 33; 2.csv 39 people worth 39" in n for n in page.notes)
    assert comparison.columns()[-2:] == ("answered_unweighted", "effective_n")
    assert comparison.rows()[0]["effective_n"] == pytest.approx(100**2 / 300)
    assert comparison.rows()[1]["effective_n"] == 39


def test_small_groups_are_judged_by_what_weights_leave(tmp_path: Path) -> None:
    """Of 25 people with uneven weights fewer than 20 are left; with even ones 25 are."""
    people = [(group, 1, 5, 1 + 5 * (at % 2)) for group in "AB" for at in range(25)]
    uneven = compare(survey(tmp_path, people), by="Plan", weight="Weight")
    (tiny,) = [finding for finding in uneven.findings if finding.code == "K309"]
    text, _ = words("en").finding(tiny)

    assert text == "an effective size below 20, too small to believe the numbers: A 16, B 16"
    assert "K309" not in {f.code for f in compare(survey(tmp_path, people), by="Plan").findings}


def test_weighted_people_are_not_shuffled(tmp_path: Path) -> None:
    """Two lines that say who weighs them."""
    file = survey(tmp_path, [("A", 1, 5, 1), ("B", 1, 5, 2)])
    with pytest.raises(KanoError) as mistake:
        compare(file, by="Plan", weight="Weight", permutation=True)

    assert str(mistake.value) == (
        '--permutation: cannot shuffle people of survey.csv, whom "Weight" weighs\n'
        "hint: leave it out: without it weighted answers are tested by chi-square"
    )


def test_one_survey_twice_is_noticed(tmp_path: Path) -> None:
    """The same answers in the same order are probably one file; one answer more are two."""
    people = [("A", 1, 5, 1), ("B", 3, 3, 2)]
    one, same = survey(tmp_path, people), survey(tmp_path, people, "copy.csv")
    other = survey(tmp_path, [*people, ("B", 1, 3, 1)], "other.csv")

    assert [f.facts for f in compare(one, same, other).findings if f.code == "K312"] == [
        {"first": "survey.csv", "second": "copy.csv"}
    ]
