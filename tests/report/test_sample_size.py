"""The pages of `kano sample-size`: what they say, in both languages, at every width."""

import json
import re

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from kano_cli.core.pilot import plan
from kano_cli.core.result import KanoResult, Settings
from kano_cli.core.sample_size import width_plan
from kano_cli.renderers.data.sample_size_json import pilot_json, sample_size_schema, width_record
from kano_cli.renderers.documents.sample_sizes import size_view
from kano_cli.report.sample_size import SizePage, pilot_page, width_page
from kano_cli.report.words import words
from tests.renderers.screens import WIDTHS, drives, printed, widest
from tests.report.surveys import hard_results, result_of
from tests.report.test_dutch import ENGLISH_ONLY, vocabulary

SURVEYS = {
    "Clear": (60, 20, 10, 8, 1, 1),
    "Even": (10, 10),
    "Nobody": (),
    "Reversed": (0, 0, 0, 0, 30, 2),
}
VALIDATOR = Draft202012Validator(sample_size_schema())


def planned(result: KanoResult) -> SizePage:
    """The page of a pilot in English."""
    return page_of(result, "en")


def page_of(result: KanoResult, lang: str) -> SizePage:
    """The page of a pilot, quickly simulated."""
    counts = np.array([feature.counts for feature in result.features]).reshape(-1, 6)
    found = plan(counts, rule=result.settings.rule, draws=200)
    return pilot_page(result, found, words(lang))


def lines(page: SizePage, width: int, *, unicode: bool = True) -> list[str]:
    """What a terminal shows."""
    text = printed(size_view(page, width, unicode=unicode), width)
    return [line.rstrip() for line in text.split("\n")]


def rows(page: SizePage) -> dict[str, tuple[str, ...]]:
    """The cells of the pilot's table by feature."""
    return {row.cells[0]: row.cells[1:] for row in page.tables[0].rows}


def test_a_feature_has_its_category_and_two_numbers() -> None:
    """What no number settles is above the largest; what nobody answered has none."""
    found = rows(planned(result_of(SURVEYS)))

    category, answered, exact, likely = found["Clear"]
    assert (category, answered) == ("■ M basic", "100")
    assert int(exact) <= int(likely)
    assert found["Even"][:3] == ("■ M basic", "20", "> 10000")
    assert found["Nobody"] == ("no answers", "0", "–", "–")
    assert found["All 4 at once"][:3] == ("", "", "> 10000")


def test_the_note_about_the_largest_number_stands_where_it_is_used() -> None:
    """And nowhere else."""
    close, clear = (planned(result_of({"A": c})) for c in ((10, 10), (60, 5)))

    assert any(note.startswith("> 10000: even 10000 answers") for note in close.notes)
    assert not any("10000: even" in note for note in clear.notes)
    assert rows(clear)["The feature"][2:] == rows(clear)["A"][2:]


def test_few_answers_are_called_few() -> None:
    """Only where a feature needs fewer than 30."""
    clear, close = (planned(result_of({"A": c})) for c in ((60, 5), (60, 40)))

    said = "Below 30 answers a result is indicative only, whatever stands here."
    assert said in clear.notes
    assert said not in close.notes


def test_a_category_outside_the_rule_has_no_number() -> None:
    """Rule quadrant has no place for reverse."""
    result = result_of({"R": (0, 0, 0, 0, 9)}, Settings(rule="quadrant"))

    assert rows(planned(result))["R"] == ("none", "9", "–", "–")


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_its_terminal(lang: str, width: int) -> None:
    """Also in letters, with hard names, and where there is little room."""
    pages = [width_page(width_plan(0.15, 0.9, n), words(lang)) for n in (None, 1, 12)]
    pages += [page_of(result, lang) for result in (result_of(SURVEYS), *hard_results().values())]
    for page in pages:
        for unicode in (True, False):
            shown = lines(page, width, unicode=unicode)
            assert not drives("\n".join(shown))
            assert width < 50 or widest(shown) <= width


def test_without_unicode_a_category_goes_by_its_letter() -> None:
    """Its sign is gone, the name of a feature stays."""
    page = planned(result_of({"■ box": (60, 5)}))

    text = "\n".join(lines(page, 80, unicode=False))

    assert "■ box" in text
    assert re.search(r"  M basic ", text)


def test_no_english_word_is_left_on_a_dutch_page() -> None:
    """Neither with a pilot nor without."""
    pages = [width_page(width_plan(features=n), words("nl")) for n in (None, 1, 12)]
    pages += [page_of(result_of(SURVEYS), "nl"), page_of(result_of({"A": (9, 1)}), "nl")]
    names = vocabulary(" ".join((*SURVEYS, "survey.csv")))

    for page in pages:
        assert vocabulary("\n".join(lines(page, 120))) & (ENGLISH_ONLY - names) == set()


def test_widths_are_said_in_points_with_a_decimal_where_there_is_one() -> None:
    """15 points are plus or minus 7.5; one feature is one feature."""
    page = width_page(width_plan(0.15, 0.9, 1), words("en"))

    assert "1 feature · intervals of at most 15 points (plus or minus 7.5)" in page.headline
    assert "confidence 90 %" in page.headline
    assert "1 feature is 2 questions for each person, 3 with importance." in page.notes
    assert not any("all 1" in row.cells[0] for row in page.tables[0].rows)


@pytest.mark.parametrize("name", hard_results())
def test_the_json_of_hard_results_fits_its_schema(name: str) -> None:
    """Also where nobody answered and names are hostile."""
    result = hard_results()[name]
    counts = np.array([feature.counts for feature in result.features]).reshape(-1, 6)

    text = pilot_json(result, plan(counts, rule=result.settings.rule, draws=50, rungs=(10, 20)))

    VALIDATOR.validate(json.loads(text))
    assert not drives(text)


def test_the_schema_is_one_and_tells_the_two_plans_apart() -> None:
    """Every key is required, and a plan is of one kind."""
    Draft202012Validator.check_schema(sample_size_schema())
    record = width_record(width_plan(features=12))

    assert VALIDATOR.is_valid(record)
    for key in record:
        assert not VALIDATOR.is_valid({k: v for k, v in record.items() if k != key})
    assert not VALIDATOR.is_valid({**record, "survey": {}, "features": [], "all_features": {}})
