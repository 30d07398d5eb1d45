"""Groups of one survey: worked numbers, laws, and what is said when there is little to say."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_cli import compare
from kano_cli.comparison.compared import HowTested
from kano_cli.comparison.record import COLUMNS
from kano_cli.comparison.segments import compare_segments, segments
from kano_cli.core.result import Settings
from kano_cli.errors import KanoError
from kano_cli.report.groups import groups_page
from kano_cli.report.words import words
from kano_cli.study.responses import Feature, Groups, Responses, Survey
from tests.comparison.made import Counts, survey_file
from tests.core.published import published

LARGE = {"Free": {"Search": (30, 10, 5, 5)}, "Pro": {"Search": (10, 15, 15, 10)}}
SMALL = {"Free": {"Search": (6, 1, 2, 1)}, "Pro": {"Search": (2, 4, 1, 3)}}


def test_the_worked_table_of_two_groups(tmp_path: Path) -> None:
    """30 10 5 5 against 10 15 15 10: chi2 17.67, df 3, p .0005, V .42; no cell is thin."""
    comparison = compare(survey_file(tmp_path, LARGE), by="Plan")
    (feature,) = comparison.features

    assert round(feature.test.chi2, 6) == 17.666667
    assert (feature.test.df, feature.test.n) == (3, 100)
    assert round(feature.test.asymptotic_p, 6) == 0.000515
    assert round(feature.test.cramers_v, 6) == 0.420317
    assert feature.test.smallest_expected == 7.5
    assert feature.test.permutation_p != feature.test.permutation_p
    assert feature.adjusted_p == feature.test.asymptotic_p
    assert feature.differs is True


def test_the_permutation_is_made_on_request(tmp_path: Path) -> None:
    """About .0002 for the large table; the seed is the same every time."""
    file = survey_file(tmp_path, LARGE)
    (feature,) = compare(file, by="Plan", permutation=True).features

    assert 0.0001 <= feature.test.permutation_p < 0.0008
    assert feature.adjusted_p == feature.test.permutation_p
    assert compare(file, by="Plan", permutation=True).features[0].test == feature.test


def test_thin_cells_are_shuffled_unasked(tmp_path: Path) -> None:
    """6 1 2 1 against 2 4 1 3: the exact permutation p is .18617, and it leads."""
    (feature,) = compare(survey_file(tmp_path, SMALL), by="Plan").features

    assert round(feature.test.chi2, 6) == 5.133333
    assert round(feature.test.asymptotic_p, 6) == 0.162290
    assert round(feature.test.cramers_v, 6) == 0.506623
    assert feature.test.permutation_p == pytest.approx(0.18617, abs=0.012)
    assert feature.adjusted_p == feature.test.permutation_p
    assert feature.differs is False


def test_the_worked_difference_is_second_minus_first(tmp_path: Path) -> None:
    """Better 30/50 in the first group and 15/50 in the second: -.30, -.465010 .. -.105058."""
    better = {"A": {"Search": (0, 0, 30, 20)}, "B": {"Search": (0, 0, 15, 35)}}
    worse = {"A": {"Search": (15, 0, 0, 35)}, "B": {"Search": (30, 0, 0, 20)}}
    (one,) = compare(survey_file(tmp_path, better), by="Plan").features[0].differences
    (two,) = compare(survey_file(tmp_path, worse), by="Plan").features[0].differences

    assert (one.group, one.against) == (1, 0)
    assert round(one.better, 6) == -0.3
    assert [round(end, 6) for end in one.better_interval] == [-0.46501, -0.105058]
    assert round(two.worse, 6) == -0.3
    assert [round(end, 6) for end in two.worse_interval] == [-0.46501, -0.105058]


def test_the_published_survey_in_two_halves(tmp_path: Path) -> None:
    """Reppel's "Reliable", even and odd rows: chi2 5.236159, df 5, V .120939, smallest E 3.5."""
    (its,) = (f for f in published("reppel-transfers")["features"] if f["name"] == "Reliable")
    halves = {name: {"Reliable": half["standard"]} for name, half in its["halves"].items()}

    (feature,) = compare(survey_file(tmp_path, halves), by="Plan").features

    assert round(feature.test.chi2, 6) == 5.236159
    assert (feature.test.df, feature.test.smallest_expected) == (5, 3.5)
    assert round(feature.test.cramers_v, 6) == 0.120939
    assert round(feature.test.asymptotic_p, 6) == 0.387744
    assert feature.test.permutation_p == pytest.approx(0.394, abs=0.015)


def test_p_values_are_adjusted_for_all_features(tmp_path: Path) -> None:
    """By Holm unless Benjamini-Hochberg is asked for; what differs most stands first."""
    counts = {
        "A": {"Same": (20, 5, 5, 10), "Far": (30, 4, 3, 3), "Near": (20, 8, 6, 6)},
        "B": {"Same": (20, 5, 5, 10), "Far": (5, 6, 9, 20), "Near": (10, 8, 12, 10)},
    }
    file = survey_file(tmp_path, counts)
    holm, fdr = compare(file, by="Plan"), compare(file, by="Plan", fdr=True)

    assert [f.name for f in holm.features] == ["Far", "Near", "Same"]
    near = holm.feature("Near")
    assert near.adjusted_p == pytest.approx(2 * near.test.p_value)
    assert fdr.feature("Near").adjusted_p == pytest.approx(1.5 * near.test.p_value)
    assert [f.name for f in compare(file, by="Plan", sort="file").features] == [*counts["A"]]


def test_the_golden_survey_of_two_groups_that_want_different_things(tmp_path: Path) -> None:
    """One takes it for granted, the other does not care; about the rest they agree."""
    groups = {
        "Business": {"Audit log": (34, 3, 1, 2), "Dark mode": (2, 4, 28, 6)},
        "Private": {"Audit log": (4, 1, 3, 42), "Dark mode": (3, 5, 34, 8)},
    }
    comparison = compare(survey_file(tmp_path, groups), by="plan")

    for lang, first, rest in (
        ("en", "basic for Business; indifferent for Private", "No difference seen"),
        ("nl", "basis voor Business; onverschillig voor Private", "Geen verschil gezien"),
    ):
        said = groups_page(comparison, words(lang)).said
        assert [(line.label, line.text, line.clear) for line in said] == [
            ("Audit log", first, True),
            (rest, "Dark mode", False),
        ]


def test_a_feature_may_differ_in_its_shares_only(tmp_path: Path) -> None:
    """The same category everywhere is said so, and that the answers differ."""
    groups = {"A": {"Search": (60, 5, 5, 30)}, "B": {"Search": (55, 35, 5, 5)}}
    (line,) = groups_page(compare(survey_file(tmp_path, groups), by="Plan"), words("en")).said

    assert line.text == "basic for all of them, and yet they answer differently"


def test_another_category_within_chance_is_called_so(tmp_path: Path) -> None:
    """Nothing is proven by two letters."""
    groups = {"A": {"Search": (11, 0, 0, 10)}, "B": {"Search": (10, 0, 0, 11)}}
    (line,) = groups_page(compare(survey_file(tmp_path, groups), by="Plan"), words("en")).said

    assert line.text.endswith(": within sampling error")
    assert not line.clear


def test_of_three_groups_each_stands_against_all_others(tmp_path: Path) -> None:
    """And a table of differences only where groups differ."""
    groups = {
        "A": {"Search": (0, 0, 30, 20)},
        "B": {"Search": (0, 0, 10, 40)},
        "C": {"Search": (0, 0, 5, 45)},
    }
    (feature,) = compare(survey_file(tmp_path, groups), by="Plan").features
    first = feature.differences[0]

    assert [(each.group, each.against) for each in feature.differences] == [
        (0, None), (1, None), (2, None),
    ]  # fmt: skip
    assert first.better == pytest.approx(30 / 50 - 15 / 100)


def test_who_has_no_group_is_counted_and_left_out(tmp_path: Path) -> None:
    """N is of those whose group is known."""
    groups = {**LARGE, "": {"Search": (7, 7, 7, 7)}}
    comparison = compare(survey_file(tmp_path, groups), by="Plan")

    assert comparison.left_out == 28
    assert comparison.features[0].test.n == 100
    assert "K308" in {finding.code for finding in comparison.findings}
    assert "28 respondents without Plan left out" in groups_page(comparison, words("en")).headline


def test_a_group_in_which_nobody_answered_is_shown_and_not_tested(tmp_path: Path) -> None:
    """It has no category and no difference, and the test has two groups."""
    file = survey_file(tmp_path, LARGE)
    file.write_text(file.read_text("utf-8") + "Team,,\n", "utf-8")
    comparison = compare(file, by="Plan")
    (feature,) = comparison.features

    assert [group.respondents for group in comparison.groups] == [50, 50, 0]
    assert feature.results[2] is not None
    assert feature.results[2].category is None
    assert feature.test.groups == 2
    assert round(feature.test.chi2, 6) == 17.666667
    assert np.isnan(feature.differences[2].better)


@pytest.mark.parametrize(("size", "code"), [(19, "K309"), (20, "K310"), (29, "K310"), (30, None)])
def test_small_groups_are_flagged(tmp_path: Path, size: int, code: str | None) -> None:
    """Below 20 too few, below 30 indicative."""
    groups: Mapping[str, Counts] = {"A": {"Search": (size,)}, "B": {"Search": (40, 20)}}
    found = {f.code for f in compare(survey_file(tmp_path, groups), by="Plan").findings}

    assert found & {"K309", "K310"} == ({code} if code else set())


def test_groups_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    """9 before 10, whatever the order of the rows."""
    groups = dict.fromkeys(("10 years", "9 years", "b", "A"), LARGE["Free"])
    comparison = compare(survey_file(tmp_path, groups), by="Plan")

    assert [group.name for group in comparison.groups] == ["9 years", "10 years", "A", "b"]


def test_a_frame_has_a_row_per_feature_and_group(tmp_path: Path) -> None:
    """With the columns of the CSV."""
    frame = compare(survey_file(tmp_path, LARGE), by="Plan").to_frame()

    assert list(frame.columns) == list(COLUMNS)
    assert frame["group"].tolist() == ["Free", "Pro"]
    assert frame["category"].tolist() == ["basic", "performance"]


PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5))
PEOPLE = st.lists(st.tuples(st.integers(-1, 2), PAIRS, PAIRS), min_size=8, max_size=40).filter(
    lambda people: len({group for group, one, _ in people if group >= 0 and all(one)}) > 1
)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survey_of(people: list[tuple[int, tuple[int, int], tuple[int, int]]], names: str) -> Survey:
    """A survey of these people: the group of each, and a pair for each of two features."""
    answers = np.array([[one, two] for _, one, two in people], np.int8)
    groups = Groups("Plan", tuple(names), np.array([group for group, *_ in people]))
    features = (Feature("a", "A"), Feature("b", "B"))
    return Survey.of(Responses(features, answers[:, :, 0], answers[:, :, 1], groups=groups))


@FEW
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_respondents_makes_no_difference(people: list, order: object) -> None:  # type: ignore[type-arg]
    """Nor does the seed see them."""
    shuffled = list(people)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = (compare_segments(survey_of(each, "xyz"), Settings()) for each in (people, shuffled))

    assert repr(one.rows()) == repr(two.rows())


@FEW
@given(PEOPLE)
def test_renaming_groups_only_renames(people: list) -> None:  # type: ignore[type-arg]
    """Every number stays."""
    one, two = (compare_segments(survey_of(people, names), Settings()) for names in ("xyz", "XYZ"))
    rows = [{**row, "group": str(row["group"]).upper()} for row in one.rows()]
    against = [{**row, "against": str(row["against"] or "").upper()} for row in rows]
    expected = [{**row, "against": str(row["against"] or "")} for row in two.rows()]

    assert repr(against) == repr(expected)


@FEW
@given(PEOPLE)
def test_the_groups_add_up_to_the_whole(people: list) -> None:  # type: ignore[type-arg]
    """Tallies of all groups, and of those in none, are the tally of the survey."""
    survey = survey_of(people, "xyz")
    split = segments(survey, Settings())
    for feature in survey.features:
        counts = np.array([group.result.feature(feature.id).counts for group in split.all])
        at = survey.features.index(feature)
        assert counts.sum(axis=0).tolist() == survey.counts_under(Settings().table)[at].tolist()


@FEW
@given(PEOPLE)
def test_better_and_worse_lie_within_their_intervals(people: list) -> None:  # type: ignore[type-arg]
    """And an adjusted p is never smaller than its own."""
    comparison = compare_segments(survey_of(people, "xyz"), Settings(), HowTested(fdr=True))
    for feature in comparison.features:
        assert not feature.adjusted_p < feature.test.p_value
        for each in feature.differences:
            for value, (low, high) in (
                (each.better, each.better_interval),
                (each.worse, each.worse_interval),
            ):
                assert np.isnan(value) or -1 <= low <= value <= high <= 1


def test_a_pair_of_groups_turned_round_turns_every_difference(tmp_path: Path) -> None:
    """Second minus first is minus first minus second."""
    one = compare(survey_file(tmp_path, LARGE), by="Plan").features[0].differences[0]
    turned = {"A": LARGE["Pro"], "B": LARGE["Free"]}
    two = compare(survey_file(tmp_path, turned), by="Plan").features[0].differences[0]

    assert two.better == pytest.approx(-one.better)
    assert two.worse_interval == pytest.approx([-end for end in one.worse_interval[::-1]])


def test_whom_drop_leaves_out_may_have_been_a_whole_group(tmp_path: Path) -> None:
    """Then it is that option which leaves nothing to compare, and the hint says so."""
    groups: Mapping[str, Counts] = {
        "Free": {"Search": (6, 1)},
        "Odd": {"Search": (0, 0, 0, 0, 0, 5)},
    }
    with pytest.raises(KanoError) as refused:
        compare(survey_file(tmp_path, groups), by="Plan", drop="questionable>0")

    assert refused.value.hint == (
        "leave out --drop questionable>0, or name another column with --by"
    )
