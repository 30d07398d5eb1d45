"""The sample of a journey tells its story; its ratings are read here by other code than kano's."""

import csv
from dataclasses import replace

import numpy as np
import pytest

from kano_cli.analysis import analyse
from kano_cli.journey.analyse import analyse_journey
from kano_cli.journey.quick_scan.answers import ScanAnswers, ratings_of, statement_columns
from kano_cli.journey.quick_scan.score import scan_scores
from kano_cli.journey.quick_scan.statements import quick_scan
from kano_cli.journey.record import JourneyResult
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import read_questionnaire
from tests.make_journey_sample import (
    COUNTS,
    FELT,
    FOLDER,
    PAIRS,
    answers,
    colleagues,
    ratings,
    shared,
)

GOT = {"Ja": 1, "Nee": 0, "": -1}


@pytest.fixture(scope="module")
def told() -> JourneyResult:
    """The whole page."""
    asked = read_questionnaire(FOLDER / "questionnaire.yaml")
    path = FOLDER / "survey.csv"
    survey = read_survey(str(path), ReadOptions(asked))
    assert survey.responses is not None
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    responses = replace(
        survey.responses,
        ratings={
            key: np.array([float(row[rated.column] or "nan") for row in rows])
            for key, rated in asked.journey.ratings.columns().items()
        },
        received={
            key: np.array([GOT[row[column]] for row in rows])
            for key, column in asked.journey.received.items()
        },
    )
    survey = replace(survey, responses=responses)
    return analyse_journey(survey, analyse(survey), asked)


def test_the_welcome_is_chosen_and_the_thank_you_has_to_wait(told: JourneyResult) -> None:
    """One wow at the peak and one beside the end; the one on the bill waits for the bill."""
    assert {
        each.feature.id: (each.chosen, *(why.value for why in each.against)) for each in told.excel
    } == {
        "welcome": (True,),
        "rollover": (True,),
        "thank_you_gb": (False, "basic-fails"),
        "old_contract": (False, "uncertain"),
        "call_back": (False, "sinks", "far"),
        "honest_advice": (False, "far"),
    }
    waiting = next(each for each in told.excel if each.feature.id == "thank_you_gb")
    assert waiting.because_of == ("clear_bill",)
    assert [reason.value for reason in told.chosen[0].reasons] == [
        *("certain", "declared", "at-peak", "emotional"),
    ]


def test_two_moments_are_not_what_the_team_calls_them(told: JourneyResult) -> None:
    """The shop is declared to excel, and delights nobody; the website does."""
    assert {stop.touchpoint.name: stop.agreement.value for stop in told.stops} == {
        "Website": "wow-here",
        "Winkel": "no-wow",
        "Overstapdag": "agrees",
        "Eerste dag": "agrees",
        "Onderweg": "agrees",
        "Klantenservice": "agrees",
        "Databundel": "agrees",
        "Maandfactuur": "agrees",
    }


def test_every_kind_of_finding_is_there(told: JourneyResult) -> None:
    """Disagreements, a basic that fails, a place that sinks, two ideas half thought out."""
    assert [finding.code for finding in told.findings] == [
        *("K501", "K501", "K504", "K502", "K503", "K503"),
    ]
    assert [(each.feature.id, each.idea.empty) for each in told.designs] == [
        ("welcome", ("repeatable",)),
        ("rollover", ("dosed", "emotion")),
    ]
    assert [(each.feature.id, each.why) for each in told.polish] == [
        ("data_speed", "unnoticed"),
        ("shop_coffee", "indifferent"),
    ]
    assert told.missing == ()


def test_the_curve_rises_to_the_first_day_and_ends_low(told: JourneyResult) -> None:
    """Nobody is far from neutral but on the first day, and only one place is left below it."""
    curve = told.curve
    assert curve is not None
    assert (curve.peak, curve.end) == ("Eerste dag", "Maandfactuur")
    assert [stop.touchpoint.name for stop in told.stops if stop.sinks] == ["Klantenservice"]
    lifts = {each.touchpoint: each.lift for each in curve.points}
    fallen = {name for name, lift in lifts.items() if lift and lift.interval[1] < 0}
    assert fallen == {"Klantenservice", "Maandfactuur"}


def test_who_got_the_welcome_recommends_more(told: JourneyResult) -> None:
    """By more than chance; and most are satisfied without being loyal."""
    got = told.loyalty.received[0]
    satisfied = told.loyalty.satisfaction

    assert got.feature == "welcome"
    assert got.received.score > 0 > got.others.score
    assert got.difference.interval[0] > 0
    assert len(told.loyalty.groups) == 6
    assert satisfied is not None
    assert satisfied.nines_and_tens is not None
    assert satisfied.sevens_and_eights is not None
    assert satisfied.sevens_and_eights.share > 0.5 > 0.25 > satisfied.nines_and_tens.share


def test_the_sample_is_what_its_maker_draws() -> None:
    """The same seed, the same answers; each rating as often as counted out, blanks too."""
    path = FOLDER / "survey.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))

    drawn = answers()

    assert rows == [{key: str(value) for key, value in person.items()} for person in drawn]
    for name, (number, _, after) in FELT.items():
        column = f"Hoe voelde u zich na dit contact? (1-10) [{name}]"
        given = sorted(int(row[column]) for row in rows if row[column])
        assert given == ratings(number, after, 1.6, 1, 10)


@pytest.mark.parametrize("file", ["survey.csv", "survey.xlsx"])
def test_kano_reads_the_same_ratings(file: str, told: JourneyResult) -> None:
    """From the text file and from the workbook, where they are numbers."""
    asked = read_questionnaire(FOLDER / "questionnaire.yaml")
    survey = read_survey(str(FOLDER / file), ReadOptions(asked))

    page = analyse_journey(survey, analyse(survey), asked)

    assert survey.findings == ()
    assert page.curve == told.curve
    assert page.loyalty == told.loyalty


def test_colleagues_think_better_of_the_basics_than_customers_do(told: JourneyResult) -> None:
    """Their quick scan has the basics at the top, while a basic fails at the last touchpoint."""
    path = FOLDER / "quick-scan.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows == [{key: str(value) for key, value in one.items()} for one in colleagues()]
    read = ratings_of(
        statement_columns(list(rows[0])),
        {at: [row[header] for row in rows] for at, header in enumerate(rows[0])},
    )
    assert isinstance(read, ScanAnswers)

    result = scan_scores(quick_scan("nl"), read)

    order = [each.theme.id for each in result.themes]
    assert (order[0], order[-1]) == ("experience", "basics")
    assert result.themes[-1].score is not None
    assert result.themes[-1].score.mean.mean > 65
    assert told.stops[-1].failing == ("clear_bill",)


def test_counts_and_pairs_belong_to_each_other() -> None:
    """240 people or a few less, and every one of a category's pairs is there."""
    for counts in COUNTS.values():
        assert 236 <= sum(counts) <= 240
    assert [len(list(shared(100, parts))) for parts in PAIRS] == [100] * 6
