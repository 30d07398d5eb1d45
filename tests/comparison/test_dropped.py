"""Groups and waves with and without those whom `--drop` leaves out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kano_cli import compare
from kano_cli.comparison.record import DROPPED, GroupComparison
from kano_cli.renderers.data.comparison_csv import comparison_csv
from kano_cli.renderers.data.comparison_json import comparison_record, comparison_schema
from kano_cli.report.groups import groups_page
from kano_cli.report.words import spoken, words
from tests.comparison.made import header, rows_of
from tests.readers.files import ANSWERS, Cell, csv_text, write

KIND = "straightliners"
LIKED: list[Cell] = [ANSWERS[1]] * 6


FEATURES = ("a", "b", "c")
LIKES_A = {"a": (0, 20), "b": (0, 20), "c": (20,)}
LIKES_B = {"a": (0, 0, 0, 20), "b": (0, 0, 0, 20), "c": (20,)}


def first(group: str, liked: int) -> list[list[Cell]]:
    """Twenty people of the first group, and so many who say like to everything."""
    return [*rows_of(LIKES_A, group), *([group, *LIKED] for _ in range(liked))]


def by_group(folder: Path, liked: int) -> GroupComparison:
    """Two groups in one file."""
    rows = [header(FEATURES), *first("A", liked), *rows_of(LIKES_B, "B")]
    return compare(write(folder / "survey.csv", csv_text(rows)), by="Plan", drop=KIND)


def by_wave(folder: Path, liked: int) -> GroupComparison:
    """The same people in a file for each group."""
    waves = {"A": first("", liked), "B": rows_of(LIKES_B)}
    files = [
        write(folder / name, csv_text([header(FEATURES), *rows])) for name, rows in waves.items()
    ]
    return compare(*files, drop=KIND)


BOTH = pytest.mark.parametrize("made", [by_group, by_wave])
Made = Callable[[Path, int], GroupComparison]


@BOTH
def test_everybody_stands_beside_those_who_stay(made: Made, tmp_path: Path) -> None:
    """With 21 who like everything A finds all three questionable, and c differs from B's."""
    comparison = made(tmp_path, 21)
    feature = comparison.feature("c")

    assert comparison.dropped == 21
    assert [group.respondents for group in comparison.groups] == [20, 20]
    assert feature.differs is None
    assert feature.with_all is not None
    assert feature.with_all.differs is True
    assert feature.with_all.adjusted_p < 0.001
    everybody = comparison.with_all(0, feature.results[0])
    assert everybody is not None
    assert everybody.counts == (20, 0, 0, 0, 0, 21)
    assert comparison.columns()[-3:] == DROPPED
    row = next(r for r in comparison.rows() if (r["name"], r["group"]) == ("c", "A"))
    assert (row["category"], row["category_with_all"]) == ("basic", "questionable")
    assert row["differs_with_all"] is True
    record = comparison_record(comparison)
    Draft202012Validator(comparison_schema()).validate(record)
    assert record["groups"][0]["dropped"]["kinds"] == {KIND: 21}
    assert record["groups"][1]["dropped"]["respondents"] == 0
    assert comparison_csv(comparison).splitlines()[0].endswith(",".join(DROPPED))


@BOTH
@pytest.mark.parametrize("lang", spoken())
def test_the_page_shows_what_changed(made: Made, lang: str, tmp_path: Path) -> None:
    """Three categories of A, and the test of c; nothing of B."""
    page = groups_page(made(tmp_path, 21), words(lang))

    assert page.dropped is not None
    assert [row.name for row in page.dropped.changed] == ["a · A", "b · A", "c · A", "c"]
    assert page.dropped.changed[-1].with_all.numbers == "p < 0.0001"
    assert page.dropped.changed[-1].without.numbers == "p –"
    assert "61" in page.dropped.headings[1]
    assert "40" in page.dropped.headings[2]


@BOTH
def test_few_who_change_nothing_are_told_in_one_sentence(made: Made, tmp_path: Path) -> None:
    """One person who likes everything; and nobody at all."""
    one, nobody = (groups_page(made(tmp_path, n), words("en")).dropped for n in (1, 0))

    assert one is not None
    assert one.summary == (
        "Every category and every test says the same with all 41 respondents and with 40."
    ) or [row.name for row in one.changed] == ["c"]
    assert nobody is not None
    assert nobody.summary == "Nobody fits straightliners, so there is nothing to compare."


@BOTH
def test_without_drop_there_is_one_result(made: Made, tmp_path: Path) -> None:
    """And no columns for another."""
    made(tmp_path, 0)
    files = sorted(tmp_path.iterdir())
    comparison = compare(*files, by="Plan" if len(files) == 1 else "")

    assert comparison.dropped is None
    assert groups_page(comparison, words("en")).dropped is None
    assert "adjusted_p_with_all" not in comparison.columns()
    assert comparison_record(comparison)["features"][0]["with_all"] is None
