"""What a report says about the quality of the data."""

import pytest

from kano_cli.analysis import analyse
from kano_cli.core.result import Origin, Settings
from kano_cli.findings import CATALOGUE, Finding, Place
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.document.told import told as sentence_of
from kano_cli.report.words import words
from tests.report.document.made import small, small_study, survey_of_groups
from tests.report.document.test_method import with_findings
from tests.report.document.texts import column, table, texts, told, values
from tests.report.test_words import FACTS

ENGLISH, DUTCH = words("en"), words("nl")
both = pytest.mark.parametrize("language", ["en", "nl"])
SAID = (
    "read", "table", "rule", "certainty", "mixed", "coefficients", "intervals", "scores", "tests",
    "wording", "rows", "weights", "settings", "software",
)  # fmt: skip
"""What the method page names, by its key in the words."""

BASIC, WOW, MIXED = (200, 20, 10, 9), (5, 20, 190, 25), (100, 95, 9, 9)


def test_rows_are_counted_with_those_left_out() -> None:
    """Read, left out and why, and who is left."""
    made = small("en")
    block = table(made, "left_out")

    assert "The file has 154 rows; 149 respondents count." in told(made, "quality")
    assert column(block, "reason") == ["previews of the survey", "never finished"]
    assert values(block, "rows") == [2, 3]


def test_a_long_table_is_not_said_to_have_a_row_for_each() -> None:
    """There rows are no respondents."""
    study = with_findings(survey=Origin("a.csv", layout="long", respondents=12))

    assert "12 respondents count." in told(document(study, ENGLISH), "quality")
    assert "The file has" not in told(document(study, ENGLISH), "quality")


def test_each_feature_has_its_questionable_share() -> None:
    """And its half-answered pairs."""
    block = table(small("en"), "quality")
    features = small_study().result.features

    assert values(block, "half_answered") == [each.half_answered for each in features]
    assert values(block, "questionable") == [each.counts[5] for each in features]
    assert values(block, "reverse_share")[0] == features[0].shares[4]


@both
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_finding_can_be_told_to_a_client(code: str, language: str) -> None:
    """As a sentence, without an option of kano, also with very many names."""
    facts = FACTS[code]
    many = {
        name: value * 20 if name in ("features", "names", "groups") else value
        for name, value in facts.items()
    }
    for each in (facts, many):
        text = sentence_of(Finding(code, each), words(language))
        assert text[-1] in ".?"  # a question that was asked may end it
        assert text[0] == text[0].upper()
        assert "--" not in text
        assert "{" not in text
        assert len(text) < 600


def test_what_somebody_wrote_is_never_quoted() -> None:
    """Answers off the scale and ratings may be anything, so only their number is told."""
    written = "bel mij op 06-12345678"
    place = Place("a.csv", row=3, column="F Naam")
    study = with_findings(
        Finding("K104", {"count": 2, "words": ((written, 2),)}, place),
        Finding("K111", {"count": 1, "value": written}, place),
    )
    made = document(study, DUTCH, Choices(detail=True))

    assert not [text for text in texts(made) if written in text or "F3" in text]
    assert "2 antwoorden stonden niet op de schaal en tellen als leeg." in told(made, "quality")
    assert "1 belangscore was niet te lezen en telt als leeg." in told(made, "summary")


def test_nothing_odd_is_said_plainly() -> None:
    """Rather than an empty list."""
    text = told(document(with_findings(), ENGLISH), "quality")

    assert "Nothing else was found that a reader should know." in text
    assert "No row was left out." in text


def test_dropping_respondents_shows_what_it_changes() -> None:
    """Both results side by side."""
    survey = survey_of_groups({"X": {"A": (30, 2), "B": (30, 2), "C": (30, 0, 2)},
                               "Y": dict.fromkeys("ABC", (0, 0, 0, 0, 0, 40))})  # fmt: skip
    result = analyse(survey, Settings(), "questionable>2")
    made = document(Study(result, survey), ENGLISH)

    assert result.dropped is not None
    block = table(made, "dropped")
    assert column(block, "feature") == ["A", "B", "C"]
    assert "questionable" in column(block, "with_all")[0]
    assert "40 respondents dropped" in told(made, "method")
