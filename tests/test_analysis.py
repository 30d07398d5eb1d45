"""The front door for programs."""

from math import isnan
from pathlib import Path

import numpy as np
import pytest

import kano_cli
from kano_cli import Feature, KanoError, Responses, Settings, analyse, classify
from kano_cli.analysis import find_feature, load_questionnaire, settings_of
from kano_cli.core.categories import Category
from kano_cli.core.rules import RULES
from kano_cli.core.tables import POULIOT, STANDARD
from kano_cli.study.questionnaire import parse_questionnaire
from tests.report.surveys import OWN_TABLE, hard_results, result_of, survey_of

SAMPLES = Path(__file__).parents[1] / "samples"


def responses(*pairs: tuple[int, int]) -> Responses:
    """One feature, a pair of answers per respondent."""
    functional, dysfunctional = np.array(pairs, np.int8).T
    search = Feature("search", "Search")
    return Responses((search,), functional[:, np.newaxis], dysfunctional[:, np.newaxis])


def test_answers_that_a_program_made_are_classified() -> None:
    """Without a file: three performance, one half pair, one blank."""
    result = analyse(responses((1, 5), (1, 5), (1, 5), (1, 0), (0, 0)))
    (feature,) = result.features

    assert feature.category is Category.PERFORMANCE
    assert (feature.answered, feature.half_answered) == (3, 1)
    assert (result.survey.file, result.survey.respondents, result.survey.features) == ("", 5, 1)
    assert result.survey.half_answered_pairs == 1


def test_a_file_and_its_answers_give_the_same_features() -> None:
    """`classify` reads and analyses, no more."""
    survey = kano_cli.read_survey(SAMPLES / "saas-en" / "survey.csv")

    assert analyse(survey).features == classify(SAMPLES / "saas-en" / "survey.csv").features


def test_all_four_rules_are_computed_whichever_classifies() -> None:
    """And each category is the one of its rule."""
    counts = {"Hotline": (15, 24, 121, 124, 6, 6)}
    for rule in RULES:
        (feature,) = result_of(counts, Settings(rule=rule)).features
        assert feature.category is feature.rules[rule]
        assert {name: said and said.letter for name, said in feature.rules.items()} == {
            "mode": "I", "block": "A", "near-tie": "A", "quadrant": "A", "continuous": "I",
        }  # fmt: skip


def test_a_certainty_is_that_of_the_category_printed() -> None:
    """However low: the hotline by block is wow, .424."""
    (feature,) = result_of({"H": (15, 24, 121, 124, 6, 6)}, Settings(rule="block")).features

    assert feature.certainty == pytest.approx(0.4240, abs=5e-5)


def test_a_feature_that_nobody_answered_is_last_and_has_no_number() -> None:
    """Not even the word distinct."""
    last = hard_results()["nobody answered"].features[-1]

    assert (last.name, last.rank, last.category, last.distinct) == ("Silence", 2, None, None)
    assert isnan(last.certainty)
    assert isnan(last.better)
    assert last.fong is None


def test_findings_of_reading_and_of_quality_stand_together_in_order() -> None:
    """By code."""
    codes = [f.code for f in classify(SAMPLES / "saas-en" / "survey.csv").findings]

    assert codes == ["K102", "K202", "K203", "K302"]


def test_a_rule_or_order_that_does_not_exist_is_refused_in_python_too() -> None:
    """With the words of the command line."""
    survey = survey_of({"A": (1,)})
    with pytest.raises(KanoError, match='there is no rule "median"'):
        analyse(survey, Settings(rule="median"))
    with pytest.raises(KanoError, match='there is no order "size"'):
        analyse(survey, Settings(sort="size"))
    with pytest.raises(KanoError, match='there is no rule "continuous"'):
        analyse(survey, Settings(rule="continuous"))
    with pytest.raises(KanoError, match='there is no kind of interval "wald"'):
        analyse(survey, Settings(intervals="wald"))
    with pytest.raises(KanoError, match="95 is not between 0 and 1"):
        analyse(survey, Settings(confidence=95))


@pytest.mark.parametrize(
    ("table", "declared", "chosen"),
    [
        (None, None, STANDARD),
        (None, "pouliot", POULIOT),
        ("standard", "pouliot", STANDARD),
        (OWN_TABLE, "pouliot", OWN_TABLE),
    ],
)
def test_the_table_is_the_one_that_is_named_else_the_questionnaire_s(
    table: object, declared: str | None, chosen: object
) -> None:
    """Else the standard one; a program may bring its own."""
    asked = f"kano: 1\ntable: {declared}\nfeatures: [{{name: Search}}]"
    questionnaire = parse_questionnaire(asked) if declared else None

    settings = settings_of(table, "mode", "category", 0.95, questionnaire)  # type: ignore[arg-type]
    assert settings.table is chosen


def test_a_questionnaire_may_be_a_file_a_name_or_an_object() -> None:
    """All three are the same one."""
    path = SAMPLES.parent / "questionnaires" / "saas-en.yaml"
    loaded = load_questionnaire(path)

    assert load_questionnaire(loaded) is loaded
    assert load_questionnaire("saas-en").features == loaded.features


@pytest.mark.parametrize("wanted", ["Dark mode", "dark_mode", "DARK-MODE"])
def test_a_feature_is_found_by_name_or_id(wanted: str) -> None:
    """As `kano explain` finds it."""
    result = result_of({"Dark mode": (9,), "Search": (8,)})

    assert find_feature(result, wanted).name == "Dark mode"


def test_an_id_is_looked_at_before_a_name() -> None:
    """Whatever stands first in the ranking."""
    from dataclasses import replace

    result = result_of({"Audit log": (9,), "Search": (1, 1, 30)})
    first, second = result.features
    swapped = replace(result, features=(replace(first, name="search"), second))

    assert find_feature(swapped, "search").id == "search"


def test_a_feature_that_is_not_there_is_refused_with_the_nearest() -> None:
    """Or with what there is."""
    result = result_of({"Dark mode": (9,), "Search": (8,)})
    with pytest.raises(KanoError) as near:
        find_feature(result, "Dark mod")
    with pytest.raises(KanoError) as far:
        find_feature(result, "zzz")

    assert near.value.hint == 'the nearest are "Dark mode", "dark_mode"'
    assert far.value.hint == 'there are "Dark mode", "Search"'


def test_the_names_of_the_package_are_all_there() -> None:
    """And nothing else is promised."""
    for name in kano_cli.__all__:
        assert getattr(kano_cli, name) is not None
    assert set(kano_cli.__all__) <= set(dir(kano_cli))
    with pytest.raises(AttributeError, match="no attribute 'clasify'"):
        _ = kano_cli.clasify


@pytest.mark.parametrize("prior", [0.0, -1.0, float("nan")])
def test_a_prior_that_is_not_above_zero_is_refused(prior: float) -> None:
    """Certainty has no value there."""
    with pytest.raises(KanoError, match="is not above 0"):
        analyse(survey_of({"A": (1,)}), Settings(prior=prior))
