"""Every survey tool knows its own exports, and no other's."""

import json
from collections import Counter
from importlib.resources import files

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.platform import (
    REASONS,
    Claim,
    Platform,
    platforms,
    platforms_naming,
)
from kano_cli.study.words import normal
from tests.exports.every import ALL
from tests.exports.survey import Export
from tests.readers.reading import Reader, pairs
from tests.readers.tops import top_rows

EVERY_TOOL = pytest.mark.parametrize("tool", platforms(), ids=lambda tool: tool.id)
TWO = "Timestamp,loan_f,loan_d,_uuid,_submission_time\n2026,like,dislike,u1,2026\n"
"""A header that Google Forms and KoboToolbox both know."""

DECLARED = files("kano_cli.readers.platforms") / "declared"


def fits(claim: Claim, export: Export) -> bool:
    """Whether a shape is that of one of the first rows of a sample."""
    return any(claim.fits(row, records=json) for rows, json in top_rows(export) for row in rows)


@pytest.mark.parametrize("export", ALL, ids=[export.name for export in ALL])
def test_a_sample_is_claimed_by_its_own_tool_and_by_no_other(export: Export) -> None:
    """All samples against all tools; what no tool wrote is claimed by none."""
    claiming = [
        tool.id for tool in platforms() if any(fits(claim, export) for claim in tool.claims)
    ]

    assert claiming == ([export.platform] if export.platform else [])


@EVERY_TOOL
def test_every_shape_has_a_sample(tool: Platform) -> None:
    """One that no sample shows could be declared wrong, and nobody would see it."""
    own = [export for export in ALL if export.platform == tool.id]

    assert all(any(fits(claim, export) for export in own) for claim in tool.claims)


def test_a_tool_is_named_by_its_file_and_no_two_share_a_name() -> None:
    """What `--platform` takes is what the file is called."""
    entries = [entry.name for entry in DECLARED.iterdir() if entry.name.endswith(".toml")]

    assert sorted(f"{tool.id}.toml" for tool in platforms()) == sorted(entries)
    assert max(Counter(tool.name for tool in platforms()).values()) == 1


def test_no_two_shapes_are_the_same() -> None:
    """Two tools with one shape would both claim every file of either."""
    shapes = [
        (claim.first, frozenset(claim.has), claim.lacks, claim.records)
        for tool in platforms()
        for claim in tool.claims
    ]

    assert len(set(shapes)) == len(shapes)


@EVERY_TOOL
def test_a_declaration_is_folded_and_knows_its_reasons(tool: Platform) -> None:
    """Names are compared folded, so one that is not would never be found."""
    named = [tool.metadata, tool.respondent, tool.no_label, frozenset(tool.about)]
    named += [names for claim in tool.claims for names in (*claim.first, *claim.has, claim.lacks)]
    named += [names for mark in tool.marks for names in (mark.columns, mark.values)]

    assert all(name and normal(name) == name for names in named for name in names)
    assert {mark.reason for mark in tool.marks} <= set(REASONS)
    assert all(claim.first or claim.has or claim.records for claim in tool.claims)


@EVERY_TOOL
def test_a_mark_says_one_thing_of_a_column_of_the_tool(tool: Platform) -> None:
    """Values, or none there, or a number; in a column that is no question."""
    columns = tool.respondent.union(*(mark.columns for mark in tool.marks))

    assert columns <= tool.metadata
    assert all(
        bool(mark.values) + mark.blank + (mark.below is not None) == 1 for mark in tool.marks
    )


@EVERY_TOOL
def test_a_declaration_is_a_few_lines(tool: Platform) -> None:
    """Whoever adds a tool writes no more than that."""
    assert len((DECLARED / f"{tool.id}.toml").read_text("utf-8").splitlines()) < 75


@pytest.mark.parametrize("tool", ["google-forms", "kobo"])
def test_a_file_that_two_tools_claim_is_read_as_the_one_that_is_named(
    read: Reader, tool: str
) -> None:
    """Without a name it is refused: see `refused_tables.txt`."""
    survey = read(TWO, ReadOptions(platform=tool))

    assert (pairs(survey), survey.origin.platform) == ({"loan": [(1, 5)]}, tool)


def test_a_file_can_be_read_without_the_rules_of_any_tool(read: Reader) -> None:
    """Then nothing in it is a mark, and a preview counts."""
    rows = "ResponseId,Finished,Status,loan_f,loan_d\nR_1,True,Survey Preview,like,dislike\n"
    survey = read(rows, ReadOptions(platform="none"))

    assert (pairs(survey), survey.origin.platform) == ({"loan": [(1, 5)]}, None)
    assert read(TWO, ReadOptions(platform="none")).origin.platform is None


def test_json_is_known_by_what_it_holds(read: Reader) -> None:
    """Our own form sends a hash; other records are read as those of SurveyJS."""
    record = {"loan_f": "like", "loan_d": "dislike"}
    own = {"questionnaire": "Bike shop", "hash": "sha256:1", "answers": record}

    assert read(json.dumps([record]), name="s.json").origin.platform == "surveyjs"
    assert read(json.dumps([own]), name="s.json").origin.platform == "kano"
    none = read(json.dumps([record]), ReadOptions(platform="none"), name="s.json")
    assert none.origin.platform is None


@pytest.mark.parametrize("at", [0, 1, 9])
def test_the_header_of_a_tool_may_stand_in_one_of_the_first_ten_rows(read: Reader, at: int) -> None:
    """Below a title, as somebody wrote it."""
    text = "Bike shop\n" + "\n" * (at - 1) if at else ""
    survey = read(text + "#,loan_f,loan_d,Network ID\na1,like,dislike,n\n")

    assert (survey.origin.platform, pairs(survey)) == ("typeform", {"loan": [(1, 5)]})


@EVERY_TOOL
def test_a_tool_is_found_by_each_name_that_it_claims(tool: Platform) -> None:
    """Only the files that name a header are looked at, so every name must be found in its file."""
    names = {n for claim in tool.claims for these in (*claim.first, *claim.has) for n in these}

    assert all(tool in platforms_naming([name]) for name in names)
    assert platforms_naming(["no such header", ""]) == ()
