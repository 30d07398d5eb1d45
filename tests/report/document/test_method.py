"""The questions, how it was done, and the sources."""

from dataclasses import replace

import pytest

import kano_cli
from kano_cli.analysis import analyse, load_questionnaire
from kano_cli.core.result import KanoResult, Origin, Settings
from kano_cli.core.tables import POULIOT
from kano_cli.findings import Finding
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.report.document.blocks import Command, Facts
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from tests.report.document.made import small, small_study, study_of, survey_of_groups
from tests.report.document.test_summary import SAMPLES
from tests.report.document.texts import column, section, table, told
from tests.report.surveys import result_of, survey_of

ENGLISH, DUTCH = words("en"), words("nl")
both = pytest.mark.parametrize("language", ["en", "nl"])
SAID = (
    "read", "table", "rule", "certainty", "mixed", "coefficients", "intervals", "scores", "tests",
    "wording", "rows", "weights", "settings", "software",
)  # fmt: skip
"""What the method page names, by its key in the words."""

BASIC, WOW, MIXED = (200, 20, 10, 9), (5, 20, 190, 25), (100, 95, 9, 9)


def with_findings(*findings: Finding, survey: Origin | None = None) -> Study:
    """A study of which these findings are known."""
    counts = {"A": BASIC}
    result: KanoResult = result_of(counts)
    origin = survey or result.survey
    return Study(replace(result, findings=findings, survey=origin), survey_of(counts))


def test_the_questions_are_those_that_were_asked() -> None:
    """Both of each feature, and the five answers in their own words."""
    asked = load_questionnaire(SAMPLES / "mobile-provider-nl" / "questionnaire.yaml")
    survey = read_survey(str(SAMPLES / "mobile-provider-nl" / "survey.csv"), ReadOptions(asked))
    made = document(Study(analyse(survey), survey, questionnaire=asked), DUTCH)
    block = table(made, "questions")

    by_name = {each.name: each for each in asked.features}
    for name, functional, dysfunctional in block.rows:
        feature = by_name[name.text]
        assert (functional.text, dysfunctional.text) == (feature.functional, feature.dysfunctional)
    assert column(table(made, "answers"), "functional")[0] == "Dat vind ik fijn"


def test_without_a_questionnaire_the_headings_are_shown() -> None:
    """As the file has them, and that is said."""
    survey = read_survey(str(SAMPLES / "mobile-provider-nl" / "survey.csv"), ReadOptions(None))
    made = document(Study(analyse(survey), survey), ENGLISH)

    assert "these are the headings of the columns" in told(made, "questions")
    assert "[Stabiele verbinding]" in told(made, "questions")


def test_codes_are_no_words() -> None:
    """The short names of the answers stand in their place."""
    text = told(document(with_findings(), ENGLISH), "questions")

    assert "The file holds codes" in text
    assert "does not say how the questions were worded" in text


def test_a_questionnaires_own_answers_are_shown_where_the_file_has_codes() -> None:
    """From its scale."""
    from kano_cli.study.questionnaire import parse_questionnaire

    asked = parse_questionnaire(
        "kano: 1\nscale: {like: Top!, must-be: Moet, neutral: Prima, live-with: Mwah, "
        "dislike: Bah}\nfeatures: [{name: A}]"
    )
    study = replace(with_findings(), questionnaire=asked)
    made = document(study, DUTCH)

    assert column(table(made, "answers"), "dysfunctional") == [
        "Top!",
        "Moet",
        "Prima",
        "Mwah",
        "Bah",
    ]
    assert "de eigen antwoorden van de vragenlijst" in told(made, "method")


@both
def test_the_method_names_everything_that_decides(language: str) -> None:
    """Table, rule, certainty, intervals, tests, wording, rows, weights, version, command."""
    made = small(language)
    spoken = words(language)
    facts = next(block for block in section(made, "method").blocks if isinstance(block, Facts))
    labels = [label for label, _ in facts.entries]

    for key in SAID:
        assert spoken("report_method", key) in labels
    said = dict(facts.entries)
    assert kano_cli.__version__ in said[spoken("report_method", "software")]
    assert said[spoken("report_method", "table")] == "standard"
    assert "9999" in said[spoken("report_method", "tests")]
    commands = [block for block in section(made, "method").blocks if isinstance(block, Command)]
    assert [each.text for each in commands] == [small_study().command]


@pytest.mark.parametrize("rule", ["mode", "block", "near-tie", "quadrant"])
@pytest.mark.parametrize("intervals", ["wilson", "goodman"])
@both
def test_every_rule_and_interval_is_told(rule: str, intervals: str, language: str) -> None:
    """With its name, in every section."""
    settings = Settings(rule=rule, intervals=intervals, confidence=0.9)
    made = document(
        Study(result_of({"A": (30, 20, 9)}, settings), survey_of({"A": ()})),
        words(language),
        Choices(detail=True),
    )

    text = told(made, "method")
    assert f"{rule}: " in text
    assert ("Goodman" if intervals == "goodman" else "Wilson, 90 %") in text
    assert "90 %" in table(made, "shares_a").notes[0]


@pytest.mark.parametrize(
    "sort", ["category", "stack", "worse", "better", "certainty", "name", "file"]
)
@both
def test_every_order_is_told(sort: str, language: str) -> None:
    """The summary keeps its own: what to do first."""
    counts = {"Z": BASIC, "A": WOW}
    study = Study(result_of(counts, Settings(sort=sort)), survey_of(counts))
    made = document(study, words(language))

    assert words(language)("report_ranking", f"sort_{sort}") in told(made, "ranking")
    first = told(made, "summary").splitlines()[1:3]
    assert any("Z" in line and "A" in line and line.index("Z") < line.index("A") for line in first)


def test_weights_are_told() -> None:
    """Who weighs, what that leaves, and what n is."""
    from numpy import linspace

    survey = survey_of_groups({"X": {"A": (30, 20, 9)}})
    assert survey.responses is not None
    weighted = replace(survey.responses, weights=linspace(0.5, 2, 59), weight_column="Gewicht")
    survey = type(survey).of(weighted, replace(survey.origin, weight="Gewicht"))
    made = document(study_of(survey, by=False), ENGLISH, Choices(detail=True))

    assert "weighted by Gewicht" in told(made, "summary")
    assert "column Gewicht" in told(made, "method")
    assert "effective size" in told(made, "ranking")
    assert "Counts are sums of weights; n counts people." in table(made, "counts").notes


def test_the_glossary_explains_every_category_in_the_language() -> None:
    """And only what the report uses."""
    text = told(small("nl"), "method")
    plain = told(document(with_findings(), DUTCH), "method")

    for term in ("basis (M)", "prestatie (O)", "wow (A)", "onverschillig (I)", "omgekeerd (R)"):
        assert term in text
    assert "excelleermoment" in text
    assert "excelleermoment" not in plain
    assert "Cramér" not in plain


def test_only_what_was_read_is_cited_plainly() -> None:
    """The rest under a heading of its own, and only what the report relies on."""
    full = told(small("en"), "sources").split("Known through other texts")
    plain = told(document(with_findings(), ENGLISH), "sources").split("Known through other texts")

    assert "Berger" in full[0]
    assert "Sauerwein" in full[0]
    for second_hand in ("Nilsson", "Borgianni", "Fong, D.", "Hinshitsu", "Newcomb"):
        assert second_hand not in full[0]
        assert second_hand in full[1]
    assert "Nilsson" not in plain[1]
    assert "Fong, D." not in plain[1]
    settings = Settings(POULIOT, rule="near-tie", sort="stack")
    study = Study(result_of({"A": (30, 20)}, settings), survey_of({"A": ()}))
    read = told(document(study, ENGLISH), "sources").split("Known through other texts")
    assert "Peter, W. (2024)" in read[0]
    assert "Zacarias" in read[0]
    assert "Chapman" in read[1]
