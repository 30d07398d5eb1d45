"""What to do: which feature goes where."""

import pytest

from kano_cli.core.result import KanoResult, Settings
from kano_cli.report.advice import advice
from kano_cli.report.words import words
from tests.report.surveys import result_of

CLEAR = {
    "Line": (200, 20, 5, 10),
    "Speed": (20, 200, 20, 10),
    "Gift": (2, 20, 200, 20),
    "Paper": (5, 5, 20, 200),
    "Ads": (2, 1, 5, 20, 200),
    "Muddle": (2, 1, 5, 20, 10, 200),
}
MIXED = {"Bill": (88, 79, 26, 39, 2, 5)}


def told(result: KanoResult, lang: str = "en") -> list[str]:
    """Every line, as a reader sees it."""
    lines = advice(result.features, words(lang))
    return [f"{line.glyph} {line.what}: {line.names}" for line in lines]


def test_each_clear_feature_stands_with_what_to_do_about_it() -> None:
    """One line per category, in the order of the categories."""
    assert told(result_of(CLEAR)) == [
        "■ Must work first: Line",
        "▲ The more the better: Speed",
        "★ Surprise with this: Gift",
        "· Stop polishing: Paper",
        "↶ People want it gone: Ads",
        "? Ask again, differently: Muddle",
    ]


def test_a_category_without_a_clear_feature_has_no_line() -> None:
    """And a line names all of its features."""
    result = result_of({"A": (200, 1), "B": (150, 1, 0, 9), "C": (1, 1, 1, 150)})

    assert told(result) == ["■ Must work first: A, B", "· Stop polishing: C"]


def test_a_mixed_feature_stands_apart_with_both_its_categories() -> None:
    """It is in no other line."""
    assert told(result_of({**CLEAR, **MIXED})) == [
        *told(result_of(CLEAR)),
        "? Ask more people: Bill (basic or performance)",
    ]


@pytest.mark.parametrize("last", [5, 6])
def test_of_many_wows_two_are_picked_by_importance(last: int) -> None:
    """The rest are kept for later; wow has to be dosed."""
    counts = {f"W{at}": (1, 5, 100 + at) for at in range(1, last + 1)}
    rated = {"W1": 5.0, "W2": 8.5, "W3": 2.0, "W4": 8.0}
    (line,) = told(result_of(counts, importance=rated))

    picked, _, later = line.partition("; keep for later: ")
    assert picked == "★ Surprise with one or two: W2, W4"
    assert later.startswith("W1, W3, ")
    assert sorted(later.split(", ")[2:]) == [f"W{at}" for at in range(5, last + 1)]


def test_without_importance_the_wows_with_the_highest_better_are_picked() -> None:
    """What adds most comes first."""
    counts = {"Small": (0, 5, 100, 60), "Big": (0, 5, 160), "Middle": (0, 5, 130, 30)}

    assert told(result_of(counts)) == [
        "★ Surprise with one or two: Big, Middle; keep for later: Small"
    ]


def test_an_unrated_wow_comes_after_a_rated_one() -> None:
    """Even where nobody finds the rated one important."""
    counts = {"Unrated": (0, 5, 160), "Rated": (0, 5, 100, 60), "Third": (0, 5, 130)}
    (line,) = told(result_of(counts, importance={"Rated": 0.0}))

    assert line.startswith("★ Surprise with one or two: Rated, ")


def test_two_wows_need_no_choice() -> None:
    """One or two is the dose."""
    counts = {"A": (0, 5, 160), "B": (0, 5, 130, 9)}

    assert told(result_of(counts)) == ["★ Surprise with one or two: A, B"]


def test_a_mixed_wow_is_no_candidate() -> None:
    """Ask first, then surprise."""
    counts = {"A": (0, 5, 160), "B": (0, 0, 60, 58)}

    assert told(result_of(counts)) == [
        "★ Surprise with this: A",
        "? Ask more people: B (wow or indifferent)",
    ]


def test_a_questionable_feature_is_asked_again_however_close_the_rest_is() -> None:
    """The question is at fault, so more people would not help."""
    result = result_of({"Muddle": (20, 19, 0, 0, 0, 60)})

    assert result.features[0].mixed
    assert told(result) == ["? Ask again, differently: Muddle"]


def test_a_feature_that_nobody_answered_is_named() -> None:
    """Nothing is silently dropped."""
    assert told(result_of({"Line": (200, 1), "Silence": ()})) == [
        "■ Must work first: Line",
        "– Nobody answered: Silence",
    ]


def test_a_feature_that_a_rule_cannot_place_was_answered_all_the_same() -> None:
    """The quadrant knows no reverse."""
    assert told(result_of({"Ads": (0, 0, 0, 0, 12, 3)}, Settings(rule="quadrant"))) == [
        "– No place under this rule: Ads"
    ]


def test_what_a_rule_says_against_most_people_is_no_advice() -> None:
    """Block makes Transparent performance, with a lead of indifferent that is real."""
    result = result_of({"Transparent": (32, 90, 88, 140, 15, 20)}, Settings(rule="block"))

    assert result.features[0].certainty < 0.1
    assert not result.features[0].mixed
    assert told(result) == ["? Ask more people: Transparent (performance or indifferent)"]


def test_advice_is_about_the_features_that_are_shown() -> None:
    """`--only` and `--top` leave out the others."""
    assert told(result_of(CLEAR).shown(top=2)) == [
        "■ Must work first: Line",
        "▲ The more the better: Speed",
    ]


def test_it_says_the_same_in_dutch() -> None:
    """Line by line."""
    counts = {**CLEAR, **MIXED, "Silence": (), "W2": (1, 1, 90), "W3": (1, 1, 80)}

    assert told(result_of(counts), "nl") == [
        "■ Dit moet eerst werken: Line",
        "▲ Hoe meer hoe beter: Speed",
        "★ Verras met één of twee: W2, W3; bewaar voor later: Gift",
        "· Niet verder oppoetsen: Paper",
        "↶ Dit willen mensen niet: Ads",
        "? Stel de vraag opnieuw, in andere woorden: Muddle",
        "? Vraag meer mensen: Bill (basis of prestatie)",
        "– Niemand gaf antwoord: Silence",
    ]


def test_names_are_made_visible() -> None:
    """A name cannot drive the terminal from here either."""
    assert told(result_of({"a\x1b[2J\nb": (200, 1)})) == ["■ Must work first: a�[2J b"]
