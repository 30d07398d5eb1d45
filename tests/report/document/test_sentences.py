"""Names and numbers as parts of a sentence."""

from pathlib import Path

from kano_cli.report.document.sentences import clauses, listing, sentence, some_of, span
from kano_cli.report.numbers import decimal, percent
from kano_cli.report.words import words

SAMPLES = Path(__file__).parents[3] / "samples"
GOLDEN = Path(__file__).parent / "golden"

BASIC, PERFORMANCE, WOW = (200, 30, 10, 10), (20, 190, 20, 10), (5, 20, 190, 25)
INDIFFERENT, REVERSE = (10, 10, 20, 200), (2, 4, 10, 30, 190)
QUESTIONABLE, MIXED = (10, 10, 10, 10, 5, 160), (110, 105, 10, 10)


def test_listings_read_as_a_person_writes_them() -> None:
    """Commas, a word before the last, and never one other."""
    english, dutch = words("en"), words("nl")

    assert listing([], english) == ""
    assert listing(["a"], english) == "a"
    assert listing(["a", "b", "c"], dutch) == "a, b en c"
    assert clauses(["a", "b and c"], english) == "a, and b and c"
    assert clauses(["a"], dutch) == "a"
    assert some_of("abcd", english, 3) == "a, b, c and d"
    assert some_of("abcde", english, 3) == "a, b, c and 2 others"
    assert sentence("one row") == "One row."
    assert sentence("Done…") == "Done…"


def test_a_span_is_one_number_where_both_ends_print_alike() -> None:
    """And a dash where there is none."""
    english = words("en")

    assert span([0.731, 0.734], decimal, english) == "0.73"
    assert span([0.7, 0.2, float("nan")], percent, english) == "20 % to 70 %"
    assert span([], decimal, english) == "–"
