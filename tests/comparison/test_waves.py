"""Waves of a survey: what moved, along which path, and what must be the same to believe it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_cli import compare
from kano_cli.comparison.compared import HowTested
from kano_cli.comparison.segments import compare_segments
from kano_cli.comparison.waves import compare_waves, wave_names
from kano_cli.core.result import Origin, Settings
from kano_cli.report.groups import groups_page
from kano_cli.report.words import words
from kano_cli.study.responses import Survey
from tests.comparison.made import wave_file
from tests.comparison.test_segments import PEOPLE, survey_of
from tests.readers.files import write
from tests.report.surveys import survey_of as counted

BEFORE = {
    "Forward": (5, 5, 60, 10), "Backward": (60, 10, 5, 5), "Outside": (5, 5, 60, 10),
    "Chance": (20, 21, 19, 20), "Shares": (50, 25, 5, 5), "Still": (60, 10, 5, 5),
}  # fmt: skip
AFTER = {
    "Forward": (5, 60, 10, 5), "Backward": (5, 5, 60, 10), "Outside": (5, 5, 10, 10, 60),
    "Chance": (21, 20, 19, 20), "Shares": (45, 0, 5, 35), "Still": (59, 11, 5, 5),
}  # fmt: skip
SAID = {
    "en": {
        "Forward": "moved along the usual path, from wow to performance",
        "Backward": "moved against the usual path, from basic to wow",
        "Outside": "changed; the usual path does not cover this",
        "Chance": "category changed, within sampling error",
        "Shares": "same category; the shares moved all the same",
        "No change seen": "Still",
    },
    "nl": {
        "Forward": "verschoven langs het gebruikelijke pad, van wow naar prestatie",
        "Backward": "verschoven tegen het gebruikelijke pad in, van basis naar wow",
        "Outside": "veranderd; het gebruikelijke pad gaat hier niet over",
        "Chance": "andere categorie, binnen de steekproeffout",
        "Shares": "zelfde categorie; de aandelen verschoven wel",
        "Geen verandering gezien": "Still",
    },
}
NEVER = ("will become", "has matured", "law of", "wordt vanzelf")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_kind_of_change_has_its_sentence(tmp_path: Path, lang: str) -> None:
    """As METHOD 10.2 words them, and never as a law."""
    files = [wave_file(tmp_path, "1.csv", BEFORE), wave_file(tmp_path, "2.csv", AFTER)]
    page = groups_page(compare(*files), words(lang))

    assert {line.label: line.text for line in page.said} == SAID[lang]
    told = " ".join([*page.notes, *page.legend, *(line.text for line in page.said)])
    assert not any(never in told for never in NEVER)
    assert "Borgianni 2018" in told


def test_of_three_waves_the_first_and_the_last_tell_the_path(tmp_path: Path) -> None:
    """Each wave stands against the one before; V and p are of all three."""
    counts = [(5, 5, 60, 10), (5, 60, 10, 5), (60, 5, 10, 5)]
    files = [wave_file(tmp_path, f"{at}.csv", {"Search": row}) for at, row in enumerate(counts)]
    comparison = compare(*files)
    (feature,) = comparison.features

    assert [(each.group, each.against) for each in feature.differences] == [(1, 0), (2, 1)]
    assert feature.path is not None
    assert feature.path.direction == "forward"
    assert feature.test.df == 6
    (line,) = groups_page(comparison, words("en")).said
    assert line.text == (
        "moved along the usual path, from wow to basic (first against last: p < 0.0001)"
    )


def test_a_file_compared_with_itself_does_not_move(tmp_path: Path) -> None:
    """V is 0, p is 1, and nothing is said but that."""
    file = wave_file(tmp_path, "1.csv", BEFORE)
    comparison = compare(file, file)

    for feature in comparison.features:
        assert (feature.test.cramers_v, feature.adjusted_p, feature.differs) == (0, 1, False)
        assert (feature.differences[0].better, feature.differences[0].worse) == (0, 0)
    assert [line.label for line in groups_page(comparison, words("en")).said] == ["No change seen"]
    assert [group.name for group in comparison.groups] == ["1.csv (1)", "1.csv (2)"]


def test_features_are_matched_by_id_and_then_by_name(tmp_path: Path) -> None:
    """Case, `_` and `-` make no difference; what one file only has is listed."""
    first = {"Dark mode": (30, 10), "Search": (10, 30), "Old": (20, 20)}
    second = {"search": (12, 28), "dark_mode": (28, 12), "New": (20, 20)}
    comparison = compare(
        wave_file(tmp_path, "1.csv", first), wave_file(tmp_path, "2.csv", second), sort="file"
    )

    assert [feature.name for feature in comparison.features] == ["Dark mode", "Search"]
    assert comparison.alone == (("Old", 0), ("New", 1))
    told = [f.text for f in groups_page(comparison, words("en")).findings if f.code == "K307"]
    assert told == ["1 feature is in 1.csv only: Old", "1 feature is in 2.csv only: New"]


def test_a_feature_of_two_waves_in_three_is_compared_in_these(tmp_path: Path) -> None:
    """It has no path: its first and last wave are not those of the survey."""
    rows = [{"A": (30, 10), "B": (30, 10)}, {"A": (30, 10), "B": (10, 30)}, {"A": (30, 10)}]
    files = [wave_file(tmp_path, f"{at}.csv", counts) for at, counts in enumerate(rows)]
    feature = compare(*files).feature("B")

    assert [result is not None for result in feature.results] == [True, True, False]
    assert feature.path is None
    assert feature.test.groups == 2


def test_another_language_stands_above_the_result(tmp_path: Path) -> None:
    """A change of wording alone can move a category."""
    english = "Search (with),Search (without)\n" + "I like it,I dislike it\n" * 30
    dutch = "Search (with),Search (without)\n" + "Dat vind ik fijn,Dat vind ik vervelend\n" * 30
    files = [write(tmp_path / "en.csv", english), write(tmp_path / "nl.csv", dutch)]

    (line,) = groups_page(compare(*files), words("en")).warnings

    assert line.code == "K303"
    assert line.text.startswith("the answers are in different languages: English, Dutch;")


def test_another_wording_in_one_language_is_told_with_both_texts(tmp_path: Path) -> None:
    """As the files have them; codes are no wording."""
    lines = {
        "a.csv": "I like it,I dislike it",
        "b.csv": "I like it that way,I dislike it that way",
        "c.csv": "1 - I like it,5 - I dislike it",
    }
    a, b, c = (
        write(tmp_path / name, "Search (with),Search (without)\n" + f"{line}\n" * 30)
        for name, line in lines.items()
    )
    (line,) = groups_page(compare(a, b), words("en")).warnings

    assert line.text == (
        'the same answer is "I like it" in a.csv and "I like it that way" in b.csv; '
        "a change of wording alone can move a category"
    )
    assert groups_page(compare(a, c), words("en")).warnings == ()


def test_other_questions_and_other_tables_stand_above_the_result(tmp_path: Path) -> None:
    """By questionnaires of their own."""
    asked = []
    for name, table, question in (("1", "standard", "this"), ("2", "pouliot", "such a thing")):
        text = (
            f"kano: 1\ntable: {table}\nfeatures:\n- name: Search\n"
            f"  functional: How would you feel if we had {question}?\n"
            f"  dysfunctional: How would you feel if we did not have {question}?\n"
        )
        asked.append(write(tmp_path / f"{name}.yaml", text))
    files = [wave_file(tmp_path, f"{at}.csv", {"Search": (30, 10)}) for at in (1, 2)]

    page = groups_page(compare(*files, questionnaire=asked), words("en"))

    assert [(line.code, line.text) for line in page.warnings] == [
        ("K304", ("the answers are judged by different evaluation tables: "
                 "1.csv standard, 2.csv pouliot")),
        ("K305", "1 feature is asked about in different words: Search"),
    ]  # fmt: skip
    same = compare(*files, questionnaire=asked, table="standard")
    assert "K304" not in {finding.code for finding in same.findings}


def test_other_layouts_are_told_and_compared(tmp_path: Path) -> None:
    """Counts against answers; which table made the categories nobody knows."""
    wide = wave_file(tmp_path, "wide.csv", {"Search": (30, 10, 5, 5)})
    counts = write(tmp_path / "counts.csv", "feature,M,O,A,I,R,Q\nSearch,10,30,5,5,0,0\n")
    comparison = compare(wide, counts)

    assert [finding.code for finding in comparison.findings] == ["K304", "K306"]
    assert comparison.features[0].differs is True


def test_files_of_one_name_go_by_their_path() -> None:
    """Numbered where even that is the same."""
    assert wave_names(["a/x.csv", "b/x.csv"]) == ["a/x.csv", "b/x.csv"]
    assert wave_names(["a/x.csv", "a/y.csv"]) == ["x.csv", "y.csv"]
    assert wave_names(["x.csv", "x.csv"]) == ["x.csv (1)", "x.csv (2)"]


FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(PEOPLE)
def test_a_survey_split_into_waves_gives_the_numbers_of_its_segments(people: list) -> None:  # type: ignore[type-arg]
    """The same test of the same counts, whatever the groups are called."""
    survey = survey_of(people, "xyz")
    segments = compare_segments(survey, Settings(), HowTested(sort="file"))
    there = sorted({group for group, *_ in people if group >= 0})
    responses = survey.responses
    assert responses is not None
    groups = np.array([group for group, *_ in people])
    parts = [Survey.of(responses.only(groups == at), Origin("w", language="en")) for at in there]
    waves = compare_waves(
        ["xyz"[at] for at in there], parts, [Settings()] * len(there), HowTested(sort="file")
    )

    for one, two in zip(segments.features, waves.features, strict=True):
        assert repr(one.test) == repr(two.test)
        assert repr(one.adjusted_p) == repr(two.adjusted_p)
        kept = [result.counts for result in one.results if result and result.answered]
        assert kept == [result.counts for result in two.results if result and result.answered]


@FEW
@given(st.lists(st.integers(0, 30), min_size=6, max_size=6).filter(any))
def test_a_wave_of_the_same_counts_never_moved(counts: list[int]) -> None:
    """Whatever they are."""
    survey = counted({"Search": counts})
    (feature,) = compare_waves(["1", "2"], [survey] * 2, [Settings()] * 2).features

    assert feature.path is not None
    assert not feature.path.moved
    assert feature.adjusted_p != feature.adjusted_p or feature.adjusted_p == pytest.approx(1)


def test_other_ids_of_one_name_are_one_feature(tmp_path: Path) -> None:
    """As two questionnaires may have them; an id that agrees is worth more than a name."""
    asked = [
        write(tmp_path / f"{name}.yaml", f"kano: 1\nfeatures:\n- {{id: {name}, name: Search}}\n")
        for name in ("s1", "s2")
    ]
    files = [wave_file(tmp_path, f"{at}.csv", {"Search": (30, 10)}) for at in (1, 2)]
    comparison = compare(*files, questionnaire=asked)

    assert [feature.id for feature in comparison.features] == ["s1"]
    assert comparison.alone == ()
