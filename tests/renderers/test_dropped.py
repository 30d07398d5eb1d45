"""The result with and without those dropped, in every output."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kano_cli.analysis import analyse
from kano_cli.core.result import KanoResult
from kano_cli.renderers.data.csv import to_csv
from kano_cli.renderers.data.json import as_record, schema, to_json
from kano_cli.renderers.documents.explained import explain_view
from kano_cli.renderers.documents.markdown import to_markdown
from kano_cli.report.explanation import explain_page
from kano_cli.report.page import classify_page
from kano_cli.report.words import words
from kano_cli.study.responses import Feature, Responses
from tests.checks.people import answered
from tests.renderers.screens import WIDTHS, drives, printed, screen, widest
from tests.report.surveys import HOSTILE

VALIDATOR = Draft202012Validator(schema())
NAMES = ("Dark mode", "Search")


def survey(names: tuple[str, ...] = NAMES) -> Responses:
    """Twelve with a clear wish, thirteen straight-liners, and three without opinion."""
    people = [*["nd ld ln"] * 12, *["ll ll ll"] * 13, *["nn nn nn"] * 3]
    responses = answered(*people)
    features = tuple(Feature(f"f{at}", name) for at, name in enumerate((*names, "Digest"), 1))
    return Responses(features, responses.functional, responses.dysfunctional)


def result(kinds: str = "straightliners", names: tuple[str, ...] = NAMES) -> KanoResult:
    """Without the straight-liners."""
    return analyse(survey(names), drop=kinds)


def compared(lines: list[str], title: str = "With and without those dropped") -> list[str]:
    """The lines from the comparison to the findings."""
    start = lines.index(title)
    return lines[start : lines.index("", start)]


def test_the_first_line_says_how_many_were_dropped_and_why() -> None:
    """With the number of respondents that are left."""
    headline = classify_page(result("straightliners,half-answered"), words("en")).headline

    assert headline.startswith("15 respondents · ")
    assert headline.endswith("13 respondents dropped (13 straight-liners)")


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("half-answered", "no respondent dropped"),
        ("questionable>2", "13 respondents dropped (13 questionable)"),
        ("straightliners,questionable>2,questionable>90%", "(13 straight-liners)"),
    ],
)
def test_what_nobody_was_dropped_for_is_not_told(kinds: str, said: str) -> None:
    """And nobody at all is told as such."""
    assert classify_page(result(kinds), words("en")).headline.endswith(said)


def test_features_that_differ_stand_side_by_side_at_80_columns() -> None:
    """All three were questionable with everybody; each tells of how many answers."""
    assert compared(screen(result(), 80)) == [
        "With and without those dropped",
        "  Of 3 features 3 have another category with all 28 respondents than with 15:",
        "  Feature    All 28 respondents            The 15 who stay",
        "  Dark mode  ? Q questionable, 58 %, n 28  ■ M basic, > 99 %, n 15",
        "  Search     ? Q questionable, 58 %, n 28  ▲ O performance, > 99 %, n 15",
        "  Digest     ? Q questionable, 58 %, n 28  ★ A wow, > 99 %, n 15",
    ]


def test_features_that_do_not_differ_are_counted() -> None:
    """With both numbers of respondents."""
    people = answered(*["ld ln nd"] * 9, "-- l- --")
    half = analyse(people, drop="half-answered")

    assert compared(screen(half, 80)) == [
        "With and without those dropped",
        "  All 3 features have the same category with all 10 respondents and with 9.",
    ]


def test_the_rest_is_told_below_those_that_differ() -> None:
    """One of three stays what it is."""
    people = answered(*["nn nd ld"] * 9, *["nn ll ll"] * 10)
    lines = compared(screen(analyse(people, drop="questionable>1"), 80))

    assert lines[1].startswith("  Of 3 features 2 have another category")
    assert lines[-1] == "  The other one stays what it is."


def test_nobody_to_drop_is_said() -> None:
    """Instead of two equal results."""
    assert compared(screen(result("questionable>3,half-answered"), 80)) == [
        "With and without those dropped",
        "  Nobody fits questionable>3, half-answered, so there is nothing to compare.",
    ]


def test_without_drop_there_is_no_comparison() -> None:
    """Nor a word about it."""
    page = classify_page(analyse(survey()), words("en"))

    assert page.dropped is None
    assert "dropped" not in to_markdown(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_fits_every_terminal(width: int, lang: str) -> None:
    """And no letter of a name is lost."""
    lines = screen(result(), width, lang)

    assert widest(lines) <= width
    assert "Dark mode" in "\n".join(lines)


def test_without_unicode_there_are_letters() -> None:
    """For each of our signs."""
    lines = compared(screen(result(), 80, unicode=False))

    assert "  Dark mode  Q Q questionable, 58 %, n 28  M M basic, > 99 %, n 15" in lines


def test_names_are_only_names() -> None:
    """In the comparison, too."""
    for name in HOSTILE:
        hostile = result(names=(name, "Search"))
        for width in (50, 80):
            assert drives("\n".join(screen(hostile, width))) == set()
        table = to_markdown(classify_page(hostile, words("en"))).partition("**With and without")[2]
        assert all(
            line.replace("\\|", "").count("|") == 4
            for line in table.splitlines()
            if line.startswith("|")
        )


def test_markdown_has_both_results() -> None:
    """As a table of its own."""
    text = to_markdown(classify_page(result(), words("en")))

    assert (
        "**With and without those dropped**\n\n"
        "Of 3 features 3 have another category with all 28 respondents than with 15:\n\n"
        "| Feature | All 28 respondents | The 15 who stay |\n| --- | --- | --- |\n"
        "| Dark mode | ? Q questionable, 58 %, n 28 | ■ M basic, \\> 99 %, n 15 |\n"
    ) in text


def test_csv_has_columns_for_everybody() -> None:
    """Only where respondents were dropped; the columns before them stay."""
    plain = to_csv(analyse(survey())).splitlines()[0]
    text = to_csv(result())
    first = next(iter(csv.DictReader(io.StringIO(text))))

    assert text.splitlines()[0] == (
        f"{plain},category_with_all,certainty_with_all,answered_with_all,better_with_all,"
        "worse_with_all"
    )
    assert (first["category"], first["answered"]) == ("basic", "15")
    assert (first["category_with_all"], first["answered_with_all"]) == ("questionable", "28")


def test_a_pandas_table_has_them_too() -> None:
    """And without --drop it has not."""
    frame = result().to_frame()

    assert frame["category_with_all"].tolist() == ["questionable"] * 3
    assert "category_with_all" not in analyse(survey()).to_frame().columns


def test_json_has_everybody_in_the_order_of_the_ranking() -> None:
    """Unrounded, and null without --drop."""
    record = json.loads(to_json(result("half-answered,straightliners")))
    whole = as_record(analyse(survey()))
    by_id = {feature["id"]: feature for feature in whole["features"]}

    VALIDATOR.validate(record)
    assert whole["dropped"] is None
    gone = record["dropped"]
    assert gone["respondents"] == 13
    assert gone["kinds"] == {"straightliners": 13, "half-answered": 0}
    assert [each["id"] for each in gone["with_all"]] == [f["id"] for f in record["features"]]
    for each in gone["with_all"]:
        assert each == {name: by_id[each["id"]][name] for name in each}
    assert record["survey"]["respondents"] == 15


def test_json_never_says_who() -> None:
    """Only how many: no key about respondents holds a list."""
    record = as_record(result())

    assert isinstance(record["dropped"]["respondents"], int)
    for finding in record["findings"]:
        assert finding["place"] == {}


def test_showing_fewer_features_compares_all_of_them() -> None:
    """A feature that left a category would be lost otherwise."""
    shown = result().shown(top=1)

    assert len(shown.features) == 1
    assert len(as_record(shown)["dropped"]["with_all"]) == 3
    assert len(to_csv(shown).splitlines()) == 2


BROKEN: list[tuple[tuple[str, ...], Any]] = [
    (("respondents",), "13"),
    (("respondents",), -1),
    (("kinds",), []),
    (("kinds", "straightliners"), 1.5),
    (("with_all",), {}),
]


@pytest.mark.parametrize(("path", "wrong"), BROKEN, ids=str)
def test_the_schema_refuses_other_values(path: tuple[str, ...], wrong: object) -> None:
    """Of what was dropped."""
    record = as_record(result())
    holder = record["dropped"]
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = wrong

    assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize("key", ["respondents", "kinds", "with_all"])
def test_the_schema_requires_every_key_of_it(key: str) -> None:
    """And in each feature, too."""
    record = as_record(result())
    del record["dropped"][key]
    assert not VALIDATOR.is_valid(record)
    for name in ("id", "category", "answered", "better", "worse", "certainty"):
        record = as_record(result())
        del record["dropped"]["with_all"][0][name]
        assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "With all 28  ? Q questionable, 58 %, n 28, Better 0.80, Worse −0.80"),
        ("nl", "Met alle 28  ? Q twijfelachtig, 58 %, n 28, Better 0.80, Worse −0.80"),
    ],
)
def test_explain_says_what_it_was_with_everybody(lang: str, line: str) -> None:
    """In the last line; the numbers above are those who stay."""
    without = result()
    page = explain_page(without, without.feature("Search"), words(lang))
    lines = [text.rstrip() for text in printed(explain_view(page, 100), 100).splitlines()]

    assert lines[-1] == line
