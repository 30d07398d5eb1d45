"""The journey in words: what each part says, in both languages, and what it leaves unsaid."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import nan

import numpy as np
import pytest

from kano_cli.core.scores import Mean
from kano_cli.journey.effort import CONVENTIONS, EffortScale
from kano_cli.journey.loyalty import net_score
from kano_cli.journey.record import (
    Against,
    Agreement,
    Curve,
    CurvePoint,
    Effort,
    Loyalty,
    Measured,
    Reason,
    Says,
)
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    FigureBlock,
    Heading,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.figures import CurveFigure, Turn
from kano_cli.report.document.journey.curve import curve_blocks, curve_figure
from kano_cli.report.document.journey.design import design_blocks, missing_blocks
from kano_cli.report.document.journey.excel import excel_blocks, excel_sentence, polish_blocks
from kano_cli.report.document.journey.loyalty import loyalty_blocks
from kano_cli.report.document.journey.measures import effort_sentence, nps_sentence
from kano_cli.report.document.journey.stops import stops_blocks
from kano_cli.report.document.journey.told import PARTS, journey_blocks, worth_telling
from kano_cli.report.words import spoken, words
from kano_cli.study.journey import DESIGN
from tests.journey.stories import BILL, INDIFFERENT, PLAIN, story
from tests.report.document.journeys import STOPS, journey

EN, NL = words("en"), words("nl")
FAILS = BILL.replace("name: Advice,", "name: Advice, works: false,")
MISSING = (
    "recommendation", "satisfaction", "effort", "emotion", "emotion_before", "touchpoints",
    "order", "moments", "received", "design", "segments",
)  # fmt: skip


def texts(blocks: Iterator[Block]) -> str:
    """Everything that blocks say."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Bullets(points):
                found += [f"{point.label}: {point.text}" for point in points]
            case TableBlock():
                found += [block.caption, *(column.heading for column in block.columns)]
                found += [cell.text for row in block.rows for cell in row]
                found += block.notes
            case FigureBlock():
                found += [block.caption, block.alt]
    return "\n".join(found)


def table(blocks: Iterator[Block], key: str) -> TableBlock:
    """The table of a key."""
    return next(block for block in blocks if isinstance(block, TableBlock) and block.key == key)


def rows(block: TableBlock) -> list[list[str]]:
    """What a table prints."""
    return [[cell.text for cell in row] for row in block.rows]


def curve_of(means: Sequence[float], neutral: float) -> Curve:
    """A curve of touchpoints A, B and so on, each rated by 20 people."""
    points = tuple(
        CurvePoint(
            "ABCDEFG"[at], None, Measured(Mean(mean, 1.0, 20), (mean - 0.4, mean + 0.4)), None
        )
        for at, mean in enumerate(means)
    )
    far = max(range(len(means)), key=lambda at: abs(means[at] - neutral))
    score = (means[far] + means[-1]) / 2
    peak, end = points[far].touchpoint, points[-1].touchpoint
    return Curve(1, 10, neutral, points, peak, end, score, float(np.mean(means)))


@pytest.mark.parametrize("code", spoken())
def test_every_key_of_the_record_has_its_words(code: str) -> None:
    """Reasons, objections, readings, agreements, design points and what may be missing."""
    said = words(code).texts["report_journey"]
    keys = {
        *(f"reason_{each.value}" for each in Reason),
        *(f"reason_{each.value}-low" for each in (Reason.AT_PEAK, Reason.NEAR_PEAK)),
        *(f"against_{each.value}" for each in Against),
        *(f"says_{each.value}" for each in Says),
        *(f"agrees_{each.value}" for each in Agreement if each is not Agreement.UNDECLARED),
        *(f"point_{key}" for key in DESIGN),
        *(f"{kind}_{key}" for key in MISSING for kind in ("add", "missing")),
    }

    assert keys <= set(said)
    assert set(words(code).texts["report_design"]) == set(DESIGN)
    assert "9+" not in str(said)


def test_the_net_promoter_score_is_that_of_the_method() -> None:
    """50, 30 and 20 of 100: 30, standard error 7.8, 14.7 to 45.3."""
    said = nps_sentence(net_score(50, 30, 20), journey(), EN)

    assert said.startswith(
        "The NPS is 30.0 (95 % interval 14.7 to 45.3, standard error 7.8), of 100 people: 50 %"
    )


def test_one_class_of_answers_has_no_interval() -> None:
    """A standard error of 0 is not shown as if it were certainty."""
    said = nps_sentence(net_score(12, 0, 0), journey(), EN)

    assert "100.0" in said
    assert "no interval" in said
    assert "0.0 to" not in said


@pytest.mark.parametrize(
    ("measure", "wanted"),
    [
        ("mean", ("4.08", "where 7 is easy")),
        ("index", ("−13.0", "from −100 to 100")),
        ("agree", ("46 %", "43 % to 49 %")),
    ],
)
def test_effort_is_that_of_the_method_by_its_convention(
    measure: str, wanted: tuple[str, str]
) -> None:
    """80 210 140 110 160 180 120 on 1 to 7 where 7 is easy."""
    ratings = np.repeat(np.arange(1.0, 8.0), [80, 210, 140, 110, 160, 180, 120])
    scale = EffortScale(1, 7, easy=7)
    score = CONVENTIONS[measure](ratings, scale)
    ends = (3.96, 4.2) if isinstance(score, Mean) else score.interval
    said = effort_sentence(Effort(measure, 1, 7, 7, score, ends), "95 %", EN)

    assert all(text in said for text in wanted)
    assert "of 1000 people" in said
    assert "7" in said
    assert "easy" in said


@pytest.mark.parametrize(
    ("key", "low"), [("high point", (6, 9, 3, 7)), ("low point", (6, 7, 1, 7))]
)
def test_a_peak_may_be_the_worst_moment_and_is_called_so(key: str, low: tuple[float, ...]) -> None:
    """6 9 3 7 with neutral 5 comes to (9 + 7) / 2 = 8.0 beside a mean of 6.2."""
    found = replace(journey(), curve=curve_of(low, 5))
    said = texts(curve_blocks(found, EN))

    assert key in said
    if low == (6, 9, 3, 7):
        assert "come to 8.0, (peak + end) / 2; the plain mean of the touchpoints is 6.2" in said
    else:
        assert "low point: C (1.0). The end is D (7.0); neutral is 5." in said


def test_the_figure_marks_peak_and_end_and_knows_its_phases() -> None:
    """The means are unrounded, and where one person rated there is no interval."""
    found = journey()
    figure = curve_figure(found, NL)

    assert [stop.label for stop in figure.stops] == list(STOPS)
    assert [stop.turn for stop in figure.stops] == [Turn.NONE] * 6 + [Turn.BOTH]
    assert figure.stops[-1].mark == "piek en einde"
    assert [stop.phase for stop in figure.stops][2:4] == ["Kopen en aansluiten"] * 2
    assert found.curve is not None
    after = [point.after for point in found.curve.points]
    assert [stop.after and stop.after.mean for stop in figure.stops] == [
        each and each.mean.mean for each in after
    ]
    alone = Curve(1, 10, 5, (CurvePoint("A", None, Measured(Mean(7, nan, 1), (nan, nan)), None),),
                  "A", "A", 7, 7)  # fmt: skip
    shown = texts(curve_blocks(replace(found, curve=alone), EN))
    assert "nan" not in shown
    assert rows(table(curve_blocks(replace(found, curve=alone), EN), "emotion")) == [
        ["A", "7.0", "–", "1"]
    ]


def test_a_lift_is_told_with_its_sign_and_of_whom() -> None:
    """Only where the interval leaves out nothing at all."""
    blocks = list(curve_blocks(journey(), NL))
    felt = {row[0]: row for row in rows(table(iter(blocks), "emotion"))}
    lifts = {row[0]: row for row in rows(table(iter(blocks), "lift"))}
    line = lifts[STOPS[4]]

    assert list(lifts) == list(STOPS[::2])
    assert line[1].startswith("−2.")
    assert int(line[3]) < int(felt[STOPS[4]][3])
    said = texts(iter(blocks))
    assert f"omlaag bij {STOPS[4]} ({line[1]})" in said
    assert STOPS[1] not in said[said.index("omhoog") : said.index("omlaag")]


def test_the_plan_gives_reasons_and_what_they_rest_on() -> None:
    """The chosen first; each of the others with all that is against it."""
    found = journey()
    blocks = list(excel_blocks(found, NL))
    chosen, others = (rows(table(iter(blocks), f"excel_{key}")) for key in ("chosen", "others"))

    assert [row[0] for row in chosen] == ["Persoonlijk bedankje", "Ongebruikte data blijft staan"]
    assert chosen[0][1:] == [
        STOPS[6],
        (
            "Zeker genoeg een wow; het team noemt het een excelleermoment; op het hoogtepunt "
            "van de reis; op het einde van de reis, dat mensen bijblijft; een emotionele beleving."
        ),
        "> 99 %",
        "100",
        "0.93",
        "0.86 tot 0.97",
    ]
    against = {row[0]: row[2] for row in others}
    assert "is nu niet op orde: Nummerbehoud zonder gedoe" in against["Welkomstgeschenk"]
    assert against["Terugbellen op uw tijd"].startswith("Klanten gaan hier met een slecht gevoel")
    assert against["Eerlijk advies"] == "Ver van de piek en van het einde van de reis."


def test_nothing_to_excel_with_is_said_as_it_is() -> None:
    """No wow at all, a dose of none, or too much against each."""
    none = {**PLAIN, "Coffee": INDIFFERENT, "Gift": INDIFFERENT}
    failing = BILL.replace("name: Plain bill,", "name: Plain bill, works: false,")
    failing = failing.replace("name: Advice,", "name: Advice, works: false,")

    assert excel_sentence(story(counts=none), EN).startswith("No feature is a wow")
    assert excel_sentence(story(dose=0), EN).startswith("Nothing was to be chosen")
    said = excel_sentence(story(failing), EN)
    assert said.startswith("Nowhere yet")
    assert "Gift" in said
    assert "Coffee" in said
    assert not list(polish_blocks(replace(story(), polish=()), EN))


def test_stops_say_what_disagrees_and_what_fails() -> None:
    """Phases, moments, features with their signs; a place that has no touchpoint, too."""
    listed = rows(table(stops_blocks(journey(), NL), "stops"))
    said = texts(stops_blocks(story(FAILS, {**PLAIN, "Gift": INDIFFERENT}), EN))

    assert listed[3] == [
        "Kopen en aansluiten", STOPS[3], "moment van de waarheid", "kans om te excelleren", "ja",
        "■ Nummerbehoud zonder gedoe (nu niet op orde), ★ Welkomstgeschenk",
    ]  # fmt: skip
    assert listed[1][2:5] == ["excelleermoment", "standaardmoment", "nee"]
    assert listed[-1][1] == "geen contactpunt"
    assert "Eigen beltonen" in listed[-1][-1]
    assert "Shop: Advice is basic at a moment that counts, and the team says that it fails" in said
    assert "Bill: The team wants to excel here, but nothing that was asked is clearly a wow" in said


def test_without_phases_there_is_no_column_of_them() -> None:
    """Nor is there a table without touchpoints."""
    features = "features: [{id: fast_site, name: Fast site, touchpoint: Website}]"
    flat = f"kano: 1\njourney: [Website]\n{features}"
    found = story(flat, {"Fast site": PLAIN["Fast site"]})
    none = story(
        "kano: 1\nfeatures: [{id: fast_site, name: Fast site}]", {"Fast site": (9, 1, 1, 1)}
    )

    assert next(column.key for column in table(stops_blocks(found, EN), "stops").columns) == (
        "touchpoint"
    )
    assert not list(stops_blocks(none, EN))
    assert not worth_telling(none)
    assert worth_telling(found)


def test_loyalty_goes_by_group_and_by_who_got_what_as_an_association() -> None:
    """Every number in its row, and the word that it proves nothing."""
    blocks = list(loyalty_blocks(journey(), NL))
    by_group = rows(table(iter(blocks), "recommendation"))
    received = table(iter(blocks), "received")

    assert [row[0] for row in by_group] == [
        "iedereen", "Abonnement: Prepaid", "Abonnement: Sim only",
    ]  # fmt: skip
    assert int(by_group[1][-1]) + int(by_group[2][-1]) == int(by_group[0][-1]) == 108
    assert rows(received)[0][0] == "Persoonlijk bedankje"
    assert received.rows[0][5].text.startswith("+")
    assert "samenhang, geen bewijs" in received.notes[0]
    assert not list(loyalty_blocks(replace(journey(), loyalty=Loyalty()), NL))


def test_an_empty_design_point_is_plain_to_see() -> None:
    """And the sentence below names the ideas that are not finished."""
    blocks = list(design_blocks(journey(), NL))

    assert rows(table(iter(blocks), "design"))[0] == [
        "Persoonlijk bedankje", "klanten die twee jaar blijven", "nog leeg", "nog leeg",
        "aan het begin van het gesprek", "nog leeg",
    ]  # fmt: skip
    assert "Persoonlijk bedankje en Ongebruikte data" in texts(iter(blocks))
    assert not list(design_blocks(story(), NL))


def test_what_is_missing_is_said_with_what_it_would_add() -> None:
    """A survey with nothing but touchpoints still makes a page."""
    found = story()
    said = texts(missing_blocks(found, EN))

    assert "A column of recommendation, 0 to 10: gives the NPS" in said
    assert said.count("\n") == len(found.missing)
    assert not list(missing_blocks(replace(found, missing=()), EN))
    assert [block.text for block in journey_blocks(found, EN) if isinstance(block, Heading)] == [
        EN("report_journey", key) for key in ("excel", "stops", "polish", "missing")
    ]


def test_a_part_may_be_left_out() -> None:
    """A terminal may leave the figure to a file."""
    every = list(journey_blocks(journey(), EN))
    fewer = list(journey_blocks(journey(), EN, ("curve", "missing")))

    assert next(iter(PARTS)) == "excel"
    assert any(isinstance(block, FigureBlock) for block in every)
    assert not any(isinstance(block, FigureBlock) for block in fewer)
    figure = next(block.figure for block in every if isinstance(block, FigureBlock))
    assert isinstance(figure, CurveFigure)
