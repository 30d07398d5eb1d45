"""Features by touchpoint, moment and experience."""

from dataclasses import replace

import pytest

from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.words import words
from kano_cli.study.responses import Feature
from tests.report.document.made import small
from tests.report.document.texts import column, table, told, values
from tests.report.surveys import Counts, result_of, survey_of

ENGLISH, DUTCH = words("en"), words("nl")
both = pytest.mark.parametrize("language", ["en", "nl"])
SAID = (
    "read", "table", "rule", "certainty", "mixed", "coefficients", "intervals", "scores", "tests",
    "wording", "rows", "weights", "settings", "software",
)  # fmt: skip
"""What the method page names, by its key in the words."""

BASIC, WOW, MIXED = (200, 20, 10, 9), (5, 20, 190, 25), (100, 95, 9, 9)


def tagged(counts: Counts, *tags: tuple[str, str, str]) -> Study:
    """A study whose features have these touchpoints, moments and experiences."""
    survey = survey_of(counts)
    features = tuple(
        Feature(each.id, each.name, "", "", *tag)
        for each, tag in zip(survey.features, tags, strict=True)
    )
    return Study(result_of(counts), replace(survey, features=features))


def test_moments_meet_what_customers_say() -> None:
    """A sentence for each way in which the two fit or do not; none about what is undecided."""
    study = tagged(
        {"Bill": BASIC, "Gift": WOW, "Card": WOW, "Desk": BASIC, "Mail": MIXED},
        ("", "truth", ""), ("", "excel", ""), ("", "standard", ""), ("", "excel", ""),
        ("", "excel", ""),
    )  # fmt: skip
    text = told(document(study, ENGLISH), "touchpoints")

    assert "Bill is basic at a moment of truth: if it fails there, customers may leave." in text
    assert "Gift is a wow at a moment that was picked to excel: there it can surprise." in text
    assert "Desk was picked to excel, and people do not see it as a wow." in text
    assert "Card is a wow without being picked to excel: a chance to surprise." in text
    assert "Mail was" not in text
    dutch = told(document(study, DUTCH), "touchpoints")
    for term in ("moment van de waarheid", "excelleermoment", "standaardmoment"):
        assert term in dutch


def test_features_are_counted_by_moment_and_category() -> None:
    """Those without a tag last; the counts are of all features."""
    moments = table(small("en"), "moments")

    assert column(moments, "moment") == [
        "standard moment", "moment of truth", "moment to excel", "no tag",
    ]  # fmt: skip
    assert sum(map(float, filter(None, map(str, values(moments, "features"))))) == 7
    experiences = table(small("nl"), "experiences")
    assert column(experiences, "experience")[:2] == ["functionele beleving", "emotionele beleving"]


def test_features_are_listed_under_their_touchpoints() -> None:
    """In the order of the questionnaire, those without one last."""
    listed = table(small("en"), "touchpoints")

    assert list(dict.fromkeys(column(listed, "touchpoint"))) == [
        "Onderweg",
        "Factuur",
        "Winkel",
        "–",
    ]
    assert len(listed.rows) == 7


@pytest.mark.parametrize(
    ("tag", "keys"),
    [
        (("Desk", "", ""), ["touchpoint", "feature", "category", "certainty"]),
        (("", "truth", ""), ["moment", "feature", "category", "certainty"]),
        (("", "", "emotional"), ["experience", "feature", "category", "certainty"]),
    ],
)
def test_only_tags_that_are_there_make_columns(tag: tuple[str, str, str], keys: list[str]) -> None:
    """One kind of tag is enough for the section."""
    listed = table(document(tagged({"A": BASIC}, tag), ENGLISH), "touchpoints")

    assert [each.key for each in listed.columns] == keys


def test_without_tags_there_is_no_such_section() -> None:
    """Nothing is derived from the answers."""
    assert document(tagged({"A": BASIC}, ("", "", "")), ENGLISH).section("touchpoints") is None
