"""The quick scan: what counts as an answer, and the scores counted by hand."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from kano_cli.errors import KanoError
from kano_cli.journey.quick_scan.answers import (
    NotOnScale,
    ScanAnswers,
    rating_of,
    ratings_of,
    statement_columns,
)
from kano_cli.journey.quick_scan.score import ScanResult, scan_scores
from kano_cli.journey.quick_scan.statements import LANGUAGES, quick_scan

SCAN = quick_scan("en")
BLANK = np.nan


def scored(*rows: tuple[float, ...], confidence: float = 0.95) -> ScanResult:
    """The scores of people of whom the first answers are given; the others are all 3."""
    filled = [(*row, *[3.0] * (24 - len(row))) for row in rows]
    return scan_scores(SCAN, ScanAnswers(np.array(filled)), confidence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_themes_of_four_statements(language: str) -> None:
    """With the same ids in both languages, and no text twice."""
    scan = quick_scan(language)

    assert [len(theme.statements) for theme in scan.themes] == [4] * 6
    assert [each.id for each in scan.statements] == [each.id for each in SCAN.statements]
    assert len({each.text for each in scan.statements}) == 24
    assert all(each.text.endswith(".") for each in scan.statements)
    assert len(scan.scale) == 5


def test_a_language_without_a_scan_gets_english() -> None:
    """As everywhere."""
    assert quick_scan("de") is not None
    assert quick_scan("de").code == "en"
    assert quick_scan("nl").code == "nl"


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        *(("1", 1), ("5", 5), (" 3 ", 3), ("4.0", 4), ("4,0", 4)),
        *(("Strongly agree", 5), ("helemaal oneens", 1), ("Niet oneens, niet eens", 3)),
        *(("5 - helemaal eens", 5), ("2 = disagree", 2), ("4 (eens)", 4), ("3: neutraal", 3)),
    ],
)
def test_numbers_and_words_are_answers(text: str, rating: float) -> None:
    """In both languages, and beside one another."""
    assert rating_of(text) == rating


@pytest.mark.parametrize(
    "text", ["0", "6", "2.5", "12", "1-5", "maybe", "weet niet", "1 - helemaal eens", "5 = oneens"]
)
def test_anything_else_is_none(text: str) -> None:
    """Also a number whose word says the opposite: then the scale ran the other way."""
    assert rating_of(text) is None


def test_a_blank_is_not_a_number() -> None:
    """It is no answer, and no mistake."""
    assert np.isnan(rating_of("") or 0.0)
    assert np.isnan(rating_of("  ") or 0.0)


def test_a_header_is_an_id_or_a_text_of_any_language() -> None:
    """With a number before it, or in the grid of a form."""
    dutch = quick_scan("nl").statements
    headers = [
        "Respondent",
        "listening_1",
        f"2. {dutch[1].text}",
        f"Our scan [{SCAN.statements[2].text}]",
        SCAN.statements[3].text.rstrip("."),
        "Remarks",
    ]

    assert statement_columns(headers) == {f"listening_{n}": n for n in (1, 2, 3, 4)}


def test_a_statement_that_stands_twice_is_refused() -> None:
    """Nobody says which of them counts."""
    with pytest.raises(KanoError, match="two columns hold the statement"):
        statement_columns(["ease_1", quick_scan("nl").statements[8].text])


def test_a_file_without_statements_is_refused() -> None:
    """It is no scan."""
    with pytest.raises(KanoError, match="no column is a statement"):
        statement_columns(["Name", "Score"])


def test_blank_rows_and_missing_columns_are_counted() -> None:
    """Who answered nothing is not among the people."""
    read = ratings_of({"basics_2": 1, "ease_4": 0}, {0: ["5", "", ""], 1: ["1", "", "eens"]})

    assert isinstance(read, ScanAnswers)
    assert read.ratings.shape == (2, 24)
    assert (read.empty, len(read.missing)) == (1, 22)
    assert read.ratings[0, [5, 11]].tolist() == [1, 5]
    assert read.ratings[1, 5] == 4
    assert int(np.isnan(read.ratings).sum()) == 2 * 24 - 3


def test_a_cell_that_is_no_answer_is_named() -> None:
    """Where it stands, for the message."""
    read = ratings_of({"basics_2": 1, "ease_4": 0}, {0: ["5", "2"], 1: ["1", "7"]})

    assert read == NotOnScale(1, 1, "7")


def test_a_score_is_the_mean_of_the_scores_of_people() -> None:
    """By hand: 100, 75, 50, 25 and 0 are 50; Student's interval as scipy has it."""
    result = scored(*((step,) * 4 for step in (5, 4, 3, 2, 1)))
    listening = next(each for each in result.themes if each.theme.id == "listening")

    assert listening.score is not None
    assert listening.score.mean.mean == 50
    assert listening.score.mean.sd == pytest.approx(39.528471)
    low, high = stats.t.interval(0.95, 4, 50, 39.52847075210474 / 5**0.5)
    assert listening.score.interval == pytest.approx((low, high))
    assert (listening.people, listening.blanks) == (5, 0)


def test_an_interval_stays_on_the_scale() -> None:
    """Nobody can score above 100."""
    result = scored(*((5.0, 5, 5, 5),) * 4, (1, 1, 1, 1))
    theme = next(each for each in result.themes if each.theme.id == "listening")

    assert theme.score is not None
    assert theme.score.mean.mean == 80
    assert theme.score.interval[1] == 100


def test_half_of_a_theme_is_enough_and_less_is_not() -> None:
    """Two of four count with their own mean, one does not; every blank is counted."""
    whole = [(5.0, 5, 5, 5)] * 5
    half = [(1.0, 3, BLANK, BLANK)]  # 0 and 50: 25
    less = [(1.0, BLANK, BLANK, BLANK)]
    result = scored(*whole, *half, *less)
    theme = next(each for each in result.themes if each.theme.id == "listening")

    assert theme.score is not None
    assert theme.score.mean.mean == pytest.approx((5 * 100 + 25) / 6)
    assert (theme.people, theme.blanks) == (6, 5)
    assert (result.people, result.overall_people) == (7, 6)
    assert [each.answered for each in theme.statements] == [7, 6, 5, 5]


def test_the_lowest_theme_comes_first_and_equal_ones_as_asked() -> None:
    """Then the highest at the end."""
    high, low = (5.0,) * 4, (2.0,) * 4
    result = scored(*((*high, *low),) * 5)

    names = [each.theme.id for each in result.themes]
    assert names == ["basics", "ease", "experience", "people", "learning", "listening"]
    scores = [each.score.mean.mean for each in result.themes if each.score]
    assert all(one <= other for one, other in pairwise(scores))
    assert result.overall is not None
    assert result.overall.mean.mean == pytest.approx((100 + 25 + 4 * 50) / 6)
    assert [each.statement.id for each in result.lowest[:4]] == [f"basics_{n}" for n in range(1, 5)]


def test_fewer_than_five_people_are_hidden() -> None:
    """Of a theme, of a statement and of everything; the hidden theme stands at the end."""
    rows = [(BLANK,) * 4] * 2 + [(1.0, 1, 1, BLANK)] * 4
    result = scored(*rows)
    theme = result.themes[-1]

    assert theme.theme.id == "listening"
    assert (theme.score, theme.people) == (None, 4)
    assert [each.mean for each in theme.statements] == [None] * 4
    assert (result.overall, result.overall_people) == (None, 4)
    assert result.themes[0].score is not None
    assert "listening_1" not in [each.statement.id for each in result.lowest]


def test_a_confidence_that_is_none_is_refused() -> None:
    """Before anything is counted."""
    with pytest.raises(KanoError, match="between 0 and 1"):
        scored((3.0,), confidence=1.0)


def test_the_interval_covers_what_is_true() -> None:
    """95 of 100 surveys of thirty people hold the mean that they were drawn around."""
    rng = np.random.default_rng(8)
    shares = (0.1, 0.2, 0.3, 0.3, 0.1)
    truth = 25 * (np.dot(shares, (1, 2, 3, 4, 5)) - 1)
    covered, runs = 0, 300
    for _ in range(runs):
        drawn = rng.choice([1.0, 2, 3, 4, 5], size=(30, 24), p=shares)
        themes = scan_scores(SCAN, ScanAnswers(drawn)).themes
        score = next(each.score for each in themes if each.theme.id == "ease")
        assert score is not None
        covered += score.interval[0] <= truth <= score.interval[1]

    assert covered / runs == pytest.approx(0.95, abs=0.035)
