"""What the page of a feature says beside its numbers."""

from dataclasses import replace

import pytest

from kano_cli.core.result import KanoResult, Settings
from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.report.explanation import Explanation, explain_page
from kano_cli.report.words import words
from tests.report.surveys import categories_of, hard_results, result_of


def page_of(result: KanoResult, name: str, lang: str = "en") -> Explanation:
    """The page of a feature."""
    return explain_page(result, result.feature(name), words(lang))


def text_of(page: Explanation) -> str:
    """All lines of a page."""
    return "\n".join(f"{label}|{text}" for label, text in page.lines)


def test_the_grid_is_functional_down_and_dysfunctional_across() -> None:
    """Each cell with what the table in use makes of it."""
    grid = page_of(result_of({"A": (1, 2, 3, 4, 5, 6)}, Settings(POULIOT)), "A").grid

    letters = ["".join(cell.letter for cell in row) for row in grid]
    assert letters == ["QAAAO", "RQIIM", "RIIIM", "RIIQM", "RRRRQ"]
    assert [[cell.count for cell in row] for row in grid] == [
        ["6", "0", "3", "0", "2"],
        ["0", "0", "0", "0", "0"],
        ["0", "0", "4", "0", "1"],
        ["0", "0", "0", "0", "0"],
        ["5", "0", "0", "0", "0"],
    ]


def test_the_table_is_named_with_the_cells_that_differ_from_the_standard_one() -> None:
    """A table can flip a category."""
    standard, pouliot = (
        text_of(page_of(result_of({"A": (9,)}, settings), "A"))
        for settings in (Settings(), Settings(POULIOT))
    )

    assert "Table|standard: functional answers down, dysfunctional across\n" in standard
    assert "differs" not in standard
    assert "|differs from standard in must-be/must-be, live-with/live-with" in pouliot


def test_a_table_of_one_s_own_is_named_as_it_calls_itself() -> None:
    """With its own differences."""
    text = text_of(page_of(hard_results()["its own table"], "Search"))

    assert "Table|our own: functional" in text
    assert "must-be/must-be, must-be/live-with, live-with/live-with" in text


def test_a_cell_that_the_form_does_not_have_is_no_category() -> None:
    """The short form knows nine pairs."""
    page = page_of(hard_results()["the short form"], "A")

    assert isinstance(hard_results()["the short form"].settings.table, type(SHORT3X3))
    assert sum(cell.category is not None for row in page.grid for cell in row) == 9
    assert {cell.letter for row in page.grid for cell in row} == {"", *"MOAI"}


def test_the_verdict_names_the_rival_of_a_mixed_feature() -> None:
    """And how sure the category is."""
    result = result_of({"Bill": (88, 79, 26, 39, 2, 5), "Line": (200, 20)})

    assert page_of(result, "Bill").verdict == "■ basic, 76 % sure, close to ▲ performance"
    assert page_of(result, "Line").verdict == "■ basic, > 99 % sure"
    assert page_of(result, "Bill", "nl").verdict == "■ basis, 76 % zeker, dicht bij ▲ prestatie"


def test_questionable_has_no_rival_even_where_two_wishes_are_close() -> None:
    """The question is at fault; what comes second is not the other half of a wish."""
    result = result_of({"Muddle": (10, 9, 0, 0, 0, 30)})
    page = page_of(result, "Muddle")

    assert result.features[0].mixed
    assert page.verdict == "? questionable, > 99 % sure"
    assert "Category|questionable: 30 of 49" in text_of(page)


def test_half_answered_pairs_are_told_and_are_in_no_number() -> None:
    """One, several, none."""
    for half, told in ((1, "1 half-answered pair is"), (2, "2 half-answered pairs are"), (0, "")):
        totals = page_of(result_of({"A": (9, 1)}, half={"A": half}), "A").totals
        assert totals[0].endswith(": 10 answered")
        assert totals[1:] == ((f"{told} in no number",) if told else ())


def test_a_feature_that_nobody_answered_has_no_numbers() -> None:
    """It says so, in place of a page of dashes."""
    page = page_of(hard_results()["nobody answered"], "Silence")

    assert page.verdict == "no answers"
    assert page.totals[0].endswith(": 0 answered")
    assert text_of(page).endswith(
        "|nobody answered both questions, so there is no category and no number"
    )


def test_a_feature_that_the_quadrant_cannot_place_keeps_its_other_numbers() -> None:
    """15 answers, none of them in the plane."""
    page = page_of(hard_results()["nothing to place"], "Unwanted")

    assert page.verdict == "none"
    assert "quadrant none" in text_of(page)
    assert "Fong|" in text_of(page)


def test_a_tie_says_who_decided() -> None:
    """The order of the categories."""
    assert "; a tie for the first place, decided in the order basic, performance" in text_of(
        page_of(hard_results()["a tie"], "Tie")
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("mode", "Rule mode: the most common of the six"),
        ("block", "basic + performance + wow = 160, indifferent + reverse + questionable = 136"),
        ("near-tie", "at most 6 points of answered behind"),
        ("quadrant", "(wow + performance) ≥ classified: 290 ≥ 284; Worse"),
        ("quadrant", "2 (basic + performance) ≥ classified: 78 < 284"),
    ],
)
def test_the_rule_in_use_is_filled_in(rule: str, told: str) -> None:
    """For the hotline of stp25kano."""
    result = result_of({"Hotline": (15, 24, 121, 124, 6, 6)}, Settings(rule=rule))

    assert told in text_of(page_of(result, "Hotline"))


def test_exactly_one_half_is_high() -> None:
    """2 · 50 reaches 100."""
    result = result_of({"Half": (0, 0, 50, 50)}, Settings(rule="quadrant"))
    page = page_of(result, "Half")

    assert "≥ classified: 100 ≥ 100; Worse" in text_of(page)
    assert page.verdict.startswith("★ wow")


def test_a_rule_that_passes_over_the_most_common_category_says_so() -> None:
    """Block takes wow, 121, though indifferent has 124."""
    result = result_of({"Hotline": (15, 24, 121, 124, 6, 6)}, Settings(rule="block"))

    text = text_of(page_of(result, "Hotline"))
    assert "Runner-up|indifferent, 124 of 296: more than the category that the rule chose" in text
    assert "Certainty|42 %: the chance that wow is the most common one" in text


def test_importance_and_the_questions_are_told_where_they_are_known() -> None:
    """Otherwise there is no line for them."""
    result = result_of({"A": (9, 1)}, importance={"A": 6.25})
    page = explain_page(result, result.features[0], words("en"), ("With it?", ""))

    assert page.questions == (("If it is there", "With it?"),)
    assert "Importance|mean 6.25, sd 1.00, 10 ratings; scale not declared" in text_of(page)
    declared = replace(result, survey=replace(result.survey, importance_scale=(1.0, 9.0)))
    assert "10 ratings; scale 1 to 9" in text_of(page_of(declared, "A"))
    assert "10 scores; schaal 1 tot 9" in text_of(page_of(declared, "A", "nl"))
    plain = page_of(result_of({"A": (9, 1)}), "A")
    assert plain.questions == ()
    assert "Importance" not in text_of(plain)


def test_another_prior_and_confidence_are_told_as_they_are() -> None:
    """Not as the defaults."""
    settings = Settings(prior=1.0, confidence=0.999)
    text = text_of(page_of(result_of({"A": (9, 1)}, settings), "A"))

    assert "Dirichlet(count + 1)" in text
    assert "99.9 % interval (Wilson, z = 3.290527)" in text


@pytest.mark.parametrize(
    ("lang", "corner", "table", "scores", "no_means"),
    [
        (
            "en",
            "The file counts categories and not pairs of answers, so there is no 5x5 grid.",
            "Table|not known: the file holds categories, whatever table made them",
            "Scores|none: they need the answers",
            "|continuous: none, for it needs two pairs with a score and there are 0",
        ),
        (
            "nl",
            "Het bestand telt categorieën en geen antwoordparen, dus is er geen tabel van 5 bij 5.",
            "Tabel|niet bekend: het bestand bevat categorieën, welke tabel die ook maakte",
            "Scores|geen: daarvoor zijn de antwoorden nodig",
            "|continuous: geen, want daarvoor zijn twee paren met een score nodig en er zijn er 0",
        ),
    ],
)
def test_a_file_of_categories_has_no_grid_and_says_so(
    lang: str, corner: str, table: str, scores: str, no_means: str
) -> None:
    """Nor a table that judged it, nor scores; the totals and the other lines stay."""
    counts = {"Bill": (88, 79, 26, 39, 2, 5)}
    page, full = (page_of(made(counts), "Bill", lang) for made in (categories_of, result_of))

    assert page.grid == ()
    assert page.corner == corner
    assert page.totals == full.totals
    assert page.verdict == full.verdict
    lines = text_of(page).split("\n")
    assert {table, scores} <= set(lines)
    assert [line for line in lines if line.startswith("|continuous: ")] == [no_means]
    own = {table, scores, no_means, next(line for line in lines if "mode bas" in line)}
    assert set(lines) - own < set(text_of(full).split("\n"))
