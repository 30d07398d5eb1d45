"""Every number in the tables and figures of a report is that of the result."""

from math import isnan

import pytest

from kano_cli.core.categories import LETTERS, Answer, Category
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.errors import visible
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.numbers import (
    DASH,
    amount,
    certainty,
    count,
    decimal,
    p_value,
    percent,
    signed,
)
from kano_cli.report.sure import category_words
from kano_cli.report.words import words
from tests.report.document.made import (
    SMALL,
    large,
    large_study,
    small,
    small_study,
    study_of,
    survey_of_groups,
)
from tests.report.document.texts import column, table, told, values
from tests.report.surveys import OWN_TABLE, categories_of, result_of, survey_of

ENGLISH = words("en")
sizes = pytest.mark.parametrize(
    ("study", "made"),
    [(small_study, small), (large_study, large)],
    ids=["small", "large"],
)


def number(value: float) -> float | None:
    """A number as a cell holds it."""
    return None if isnan(value) else value


@sizes
def test_the_ranking_is_that_of_the_result(study: object, made: object) -> None:
    """Text and value, feature by feature."""
    features = study().result.features  # type: ignore[operator]
    ranking = table(made("en"), "ranking")  # type: ignore[operator]

    assert column(ranking, "rank") == [str(at + 1) for at in range(len(features))]
    assert column(ranking, "feature") == [visible(each.name) for each in features]
    assert column(ranking, "category") == [category_words(each, ENGLISH) for each in features]
    for key, attribute, text in (
        ("certainty", "certainty", certainty),
        ("better", "better", decimal),
        ("worse", "worse", decimal),
        ("n", "people", count),
    ):
        expected = [getattr(each, attribute) for each in features]
        assert column(ranking, key) == list(map(text, expected))
        assert values(ranking, key) == list(map(number, expected))
    for key in ("better_interval", "worse_interval"):
        ends = [tuple(map(decimal, getattr(each, key))) for each in features]
        assert column(ranking, key) == [
            DASH if low == DASH else f"{low} to {high}" for low, high in ends
        ]


@sizes
def test_counts_and_shares_are_those_of_the_result(study: object, made: object) -> None:
    """Six of each, and how many people answered."""
    features = study().result.features  # type: ignore[operator]
    counts = table(made("en"), "counts")  # type: ignore[operator]

    assert [each.heading for each in counts.columns[1:7]] == list(LETTERS)
    for category in Category:
        expected = [each.counts[category] for each in features]
        assert values(counts, category.word) == expected
        assert column(counts, category.word) == list(map(amount, expected))
        shares = [each.shares[category] for each in features]
        assert values(counts, f"{category.word}_share") == list(map(number, shares))
        assert column(counts, f"{category.word}_share") == list(map(percent, shares))


def test_importance_stands_where_somebody_rated() -> None:
    """A dash for the others; no column where nobody did."""
    ranking = table(small("en"), "ranking")
    rated = dict(zip(column(ranking, "feature"), column(ranking, "importance"), strict=True))

    assert rated["Stabiele verbinding"] == "8.2"
    assert rated["Snelheid mobiel internet"] == DASH
    unrated = study_of(survey_of_groups(SMALL), by=False)
    keys = [each.key for each in table(document(unrated, ENGLISH), "ranking").columns]
    assert "importance" not in keys


def test_scaled_coefficients_stand_beside_the_plain_ones() -> None:
    """Where they were asked for."""
    settings = Settings(importance_scaled=True)
    survey = survey_of_groups(SMALL, importance={"Stabiele verbinding": 8.2})
    study = study_of(survey, settings, by=False)
    ranking = table(document(study, ENGLISH), "ranking")

    expected = [each.scaled_better for each in study.result.features]
    assert column(ranking, "better_scaled") == list(map(decimal, expected))
    assert "sometimes" not in told(document(study, ENGLISH), "method")
    assert "ranked so; some call that counting importance twice" in told(
        document(study, ENGLISH), "method"
    )


@sizes
def test_the_groups_are_those_of_the_comparison(study: object, made: object) -> None:
    """Categories, V and p; differences with their signs; every test."""
    comparison = study().segments  # type: ignore[operator]
    block = table(made("en"), "segments")  # type: ignore[operator]
    tests = table(made("en"), "segments_tests")  # type: ignore[operator]
    features = comparison.features

    for at, _ in enumerate(comparison.groups):
        expected = [category_words(each.results[at], ENGLISH) for each in features]
        assert column(block, f"group_{at + 1}") == expected
    assert column(block, "p") == [p_value(each.adjusted_p) for each in features]
    assert column(block, "v") == [decimal(each.test.cramers_v) for each in features]
    assert values(tests, "chi2") == [number(each.test.chi2) for each in features]
    assert column(tests, "p") == [p_value(each.test.asymptotic_p) for each in features]
    assert column(tests, "permutation_p") == [p_value(e.test.permutation_p) for e in features]
    differences = table(made("en"), "segments_differences")  # type: ignore[operator]
    expected_ones = [d for each in features if each.differs for d in each.differences]
    assert values(differences, "better") == [each.better for each in expected_ones]
    assert column(differences, "worse") == [signed(each.worse) for each in expected_ones]


def test_the_grid_of_a_feature_adds_up() -> None:
    """25 counts with the category of each, and totals on both sides."""
    study = small_study()
    for feature in study.result.features:
        if not feature.answered:
            continue
        grid = table(small("en"), f"grid_{feature.id}")
        assert feature.answers is not None
        for row, answers, answer in zip(grid.rows, feature.answers, Answer, strict=False):
            assert [cell.value for cell in row[1:]] == [*answers, sum(answers)]
            made = [study.result.settings.table.category(answer, each) for each in Answer]
            assert [cell.category for cell in row[1:6]] == made
        total = [cell.value for cell in grid.rows[-1][1:]]
        assert total == [*map(sum, zip(*feature.answers, strict=True)), feature.answered]


def test_the_shares_of_a_feature_have_their_intervals() -> None:
    """The same as in the result."""
    for feature in small_study().result.features:
        if feature.answered:
            block = table(small("en"), f"shares_{feature.id}")
            assert values(block, "count") == list(feature.counts)
            assert values(block, "share") == list(feature.shares)
            assert values(block, "low") == [low for low, _ in feature.share_intervals]
            assert column(block, "high") == [percent(high) for _, high in feature.share_intervals]


def test_the_page_of_a_feature_has_its_formulas() -> None:
    """The lines of `kano explain`."""
    text = told(small("en"), "detail")
    feature: FeatureResult = small_study().result.features[0]

    assert f"classified = {decimal(feature.better, 4)}" in text
    assert "Rule mode: the most common of the six" in text
    assert "Hoe is het zonder Stabiele verbinding?" in text
    assert "Nobody answered both questions about Nieuw kenmerk zonder antwoorden." in text


def test_the_evaluation_table_has_its_25_cells() -> None:
    """Also a questionnaire's own, with what differs from the standard one."""
    study = Study(result_of({"A": (20, 9)}, Settings(OWN_TABLE)), survey_of({"A": ()}))
    made = document(study, ENGLISH)
    block = table(made, "evaluation")

    cells = [[cell.category for cell in row[1:]] for row in block.rows]
    assert cells == [[OWN_TABLE.category(row, each) for each in Answer] for row in Answer]
    assert "(our own)" in block.caption
    assert "must-be/live-with" in told(made, "method")


def test_categories_without_answers_have_no_grids_and_no_scores() -> None:
    """Which table made them is not known, and it is said."""
    study = Study(categories_of({"A": (120, 40, 20, 50, 3, 2)}), survey_of({"A": ()}))
    made = document(study, ENGLISH)

    assert made.section("scores") is None
    assert "which evaluation table made them is not known" in told(made, "method")
    assert "no rows of respondents" in told(made, "quality")
