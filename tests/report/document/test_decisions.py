"""A line for each decision, with its numbers and how sure it is."""

from pathlib import Path

from kano_cli.analysis import analyse
from kano_cli.core.result import Origin
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from tests.report.document.test_summary import summary_of
from tests.report.document.texts import told
from tests.report.surveys import result_of, survey_of

SAMPLES = Path(__file__).parents[3] / "samples"
GOLDEN = Path(__file__).parent / "golden"

BASIC, PERFORMANCE, WOW = (200, 30, 10, 10), (20, 190, 20, 10), (5, 20, 190, 25)
INDIFFERENT, REVERSE = (10, 10, 20, 200), (2, 4, 10, 30, 190)
QUESTIONABLE, MIXED = (10, 10, 10, 10, 5, 160), (110, 105, 10, 10)


def test_the_wows_that_pull_most_come_first_and_the_others_wait() -> None:
    """By importance, else by Better; never more than two at once."""
    counts = {"A": WOW, "B": (5, 20, 210, 5), "C": (5, 20, 200, 15)}
    line = next(line for line in summary_of(counts) if line.startswith("Surprise with one or two:"))

    assert line.startswith("Surprise with one or two: B and C.")
    assert "keep A for later" in line
    rated = Study(result_of(counts, importance={"A": 8.0, "B": 2.0, "C": 3.0}), survey_of(counts))
    made = document(rated, words("en"), Choices(sections=("summary",)))
    assert "Surprise with A and C." in told(made, "summary")


def test_a_decision_tells_its_numbers_and_how_sure_it_is() -> None:
    """From the smallest to the largest, once where they print alike."""
    lines = summary_of({"A": BASIC, "B": (180, 30, 20, 20), "C": (0, 0, 0, 9, 1)})

    assert (
        "Must work first: A and B. People take them for granted and miss them badly when they "
        "are not there (Worse −0.84 to −0.92). Certainty > 99 % for each."
    ) in lines
    assert (
        "Stop polishing: C. It makes no difference to most people (90 % of the answers): work on "
        "it is better spent elsewhere. Certainty > 99 %."
    ) in lines


def test_less_than_half_is_not_called_most_people() -> None:
    """Indifferent may lead with less than half of the answers."""
    line = next(line for line in summary_of({"A": (60, 20, 40, 110)}) if "polishing" in line)

    assert "most people" not in line
    assert "(48 % of the answers are indifferent)" in line


def test_how_many_answers_would_settle_the_undecided_is_said_where_it_is_known() -> None:
    """And that no number may do, where two are too close."""
    open_ones = summary_of({"A": (1000, 990), "B": (30, 25)})
    line = next(line for line in open_ones if line.startswith("Ask more people:"))

    assert line == (
        "Ask more people: A (basic, 59 % sure, or performance) and B (basic, 75 % sure, or "
        "performance). They are too close to call. With about 400 answers in all B would be "
        "settled (with a chance of 90 %). Even 10000 answers may not part the two categories "
        "of A: take it for both."
    )
    many = summary_of(dict.fromkeys("ABCDEF", MIXED))
    assert any(line.endswith("They are too close to call.") for line in many)


def test_one_answer_is_too_few_and_not_too_close() -> None:
    """There is no second category to be close to."""
    lines = summary_of({"A": (1,)})

    assert any("A (basic, 51 % sure). Too few people answered to tell." in line for line in lines)


def test_a_client_is_told_what_to_keep_in_mind() -> None:
    """A small base, rows left out, half pairs; whole sentences, and no options of kano."""
    counts = {"A": (30, 10), "B": (3, 40)}
    origin = Origin("a.csv", respondents=45, left_out_rows={"preview": 1, "empty": 0})
    survey = survey_of(counts, half={"A": 2}, origin=origin)
    study = Study(analyse(survey), survey)
    text = told(document(study, words("en")), "summary")

    fewest = "The feature with the fewest answers has 40; below 200 a category may still change."
    assert fewest in text
    assert "1 preview row left out." in text
    assert "2 half-answered pairs of questions count in no number." in text
    assert "--" not in text


def test_a_feature_that_nobody_answered_makes_no_sample_small() -> None:
    """It is said once, and not as a small base, too."""
    text = "\n".join(summary_of({"A": BASIC, "B": ()}))

    assert "fewer than 30" not in text
    assert "B 0" not in text
