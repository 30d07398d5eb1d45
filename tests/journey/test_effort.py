"""The effort score in its three conventions, which are three different numbers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kano_cli.core.categories import Floats
from kano_cli.core.scores import Mean
from kano_cli.errors import KanoError
from kano_cli.journey.effort import (
    CONVENTIONS,
    AgreeShare,
    EffortScale,
    effort_agree,
    effort_index,
    effort_mean,
)
from kano_cli.journey.loyalty import NetScore

FILE = Path(__file__).resolve().parent.parent / "published" / "effort-score.json"
TABLE = json.loads(FILE.read_text(encoding="utf-8"))["tables"][0]
ROWS = TABLE["rows"]
SEVEN = EffortScale(1, 7, easy=7)
TURNED = EffortScale(1, 7, easy=1)

published_row = pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])


def ratings_of(row: Mapping[str, Any]) -> Floats:
    """Each rating as often as it was given."""
    values = np.array([float(value) for value in row["counts"]])
    return np.repeat(values, list(row["counts"].values()))


def declared(row: Mapping[str, Any]) -> EffortScale:
    """The scale as the file declares it."""
    scale = row["scale"]
    return EffortScale(scale["min"], scale["max"], easy=scale["easy"])


@published_row
def test_the_published_mean_comes_out(row: Mapping[str, Any]) -> None:
    """To its printed digits, with the spread that follows from the counts."""
    expected = row["computed"]

    found = effort_mean(ratings_of(row), declared(row))

    assert found.mean == pytest.approx(row["published"]["mean"], abs=TABLE["tolerance"]["mean"])
    assert found.mean == pytest.approx(expected["mean"], rel=1e-9)
    assert found.sd == pytest.approx(expected["mean_sd"], rel=1e-9)
    assert found.se == pytest.approx(expected["mean_se"], rel=1e-9)
    assert found.n == row["answered"]


@published_row
def test_the_index_of_the_published_answers(row: Mapping[str, Any]) -> None:
    """Per cent on 6 and 7 minus per cent on 1 to 3."""
    expected = row["computed"]

    found = effort_index(ratings_of(row), declared(row))

    assert (found.above, found.between, found.below) == (300, 270, 430)
    assert found.score == expected["index"]
    assert found.se == pytest.approx(expected["index_se"], rel=1e-9)
    assert found.interval == pytest.approx(tuple(expected["index_interval"]), rel=1e-9)


@published_row
def test_the_share_that_agrees_among_the_published_answers(row: Mapping[str, Any]) -> None:
    """Those on 5, 6 and 7."""
    expected = row["computed"]

    found = effort_agree(ratings_of(row), declared(row))

    assert (found.agree, found.answered) == (460, 1000)
    assert found.share == expected["agree_share"]
    assert found.interval == pytest.approx(tuple(expected["agree_interval"]), rel=1e-9)


@pytest.mark.parametrize(
    ("rating", "index", "agree"),
    [(1, -100, 0), (2, -100, 0), (3, -100, 0), (4, 0, 0), (5, 0, 1), (6, 100, 1), (7, 100, 1)],
)
def test_each_step_is_in_its_class(rating: int, index: int, agree: int) -> None:
    """With 7 easy, and mirrored with 1 easy."""
    there, mirrored = np.array([float(rating)]), np.array([8.0 - rating])

    assert effort_index(there, SEVEN).score == effort_index(mirrored, TURNED).score == index
    assert effort_agree(there, SEVEN).share == effort_agree(mirrored, TURNED).share == agree


def test_the_mean_stays_on_the_scale_that_people_saw() -> None:
    """A low mean on 1 to 5 with 1 easy is reported as it is, not turned round."""
    ratings = np.array([1.0, 2.0, 1.0, np.nan, 2.0])

    found = effort_mean(ratings, EffortScale(1, 5, easy=1))

    assert (found.mean, found.n) == (1.5, 4)


@pytest.mark.parametrize("convention", ["index", "agree"])
@pytest.mark.parametrize("scale", [EffortScale(1, 5, easy=1), EffortScale(0, 10, easy=10)])
def test_index_and_agree_are_refused_off_seven_steps(convention: str, scale: EffortScale) -> None:
    """Their cut-offs come from seven; the message offers the mean."""
    with pytest.raises(
        KanoError, match=f"{convention} is defined on 7 steps, not on {scale}"
    ) as no:
        CONVENTIONS[convention](np.array([1.0]), scale)

    assert "mean" in no.value.hint


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("stray", [0.0, 8.0, 4.5, np.inf])
def test_a_rating_off_the_scale_is_refused_by_every_convention(
    convention: str, stray: float
) -> None:
    """And named."""
    with pytest.raises(KanoError, match=f"1 to 7, such as {stray:g}"):
        CONVENTIONS[convention](np.array([4.0, stray]), SEVEN)


@pytest.mark.parametrize("easy", [0, 4, 8])
def test_the_easy_end_is_an_end(easy: int) -> None:
    """Anything else is no direction."""
    with pytest.raises(KanoError, match="easy end"):
        EffortScale(1, 7, easy=easy)


def test_a_scale_without_steps_is_refused() -> None:
    """From 7 to 7 nothing is easier than anything."""
    with pytest.raises(KanoError, match="cannot run"):
        EffortScale(7, 7, easy=7)


def test_nobody_answered() -> None:
    """No convention has a value; blanks are not answers."""
    blanks = np.array([np.nan, np.nan])

    middle, index = effort_mean(blanks, SEVEN), effort_index(blanks, SEVEN)
    agree = effort_agree(blanks, SEVEN)

    assert (middle.n, index.answered, agree.answered) == (0, 0, 0)
    values = [middle.mean, middle.sd, middle.se, index.score, index.se, *index.interval]
    assert np.isnan([*values, agree.share, *agree.interval]).all()


def test_the_three_names_lead_to_three_kinds_of_number() -> None:
    """There is no default among them."""
    kinds = {name: type(score(np.array([7.0, 2.0]), SEVEN)) for name, score in CONVENTIONS.items()}

    assert kinds == {"mean": Mean, "index": NetScore, "agree": AgreeShare}


def test_more_confidence_widens_index_and_agree() -> None:
    """The interval is the one asked for."""
    ratings = ratings_of(ROWS[0])

    index = [effort_index(ratings, SEVEN, confidence).interval for confidence in (0.8, 0.99)]
    agree = [effort_agree(ratings, SEVEN, confidence).interval for confidence in (0.8, 0.99)]

    assert index[1][0] < index[0][0] < index[0][1] < index[1][1]
    assert agree[1][0] < agree[0][0] < agree[0][1] < agree[1][1]
