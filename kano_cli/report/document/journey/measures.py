"""Recommendation, satisfaction and effort in words, each with its interval and its base."""

from kano_cli.core.scores import Mean
from kano_cli.journey.effort import AgreeShare
from kano_cli.journey.loyalty import NetScore
from kano_cli.journey.record import Effort, JourneyResult, Satisfaction
from kano_cli.report.document.blocks import Point
from kano_cli.report.document.journey.values import SECTION, between, rated, scale
from kano_cli.report.document.sentences import point
from kano_cli.report.numbers import decimal, level, percent, shortest
from kano_cli.report.words import Words


def nps_sentence(score: NetScore, found: JourneyResult, words: Words) -> str:
    """The net promoter score with its standard error, its interval and who they are."""
    if not score.answered:
        return words(SECTION, "nps_nobody")
    facts = {
        "score": rated(score.score),
        "above": percent(score.above / score.answered),
        "between": percent(score.between / score.answered),
        "below": percent(score.below / score.answered),
        "people": _people(score.answered, words, weighted=found.result.survey.weight is not None),
    }
    if score.uniform:
        return words(SECTION, "nps_uniform", **facts)
    ends = between(score.interval, words)
    return words(
        SECTION, "nps", se=rated(score.se), interval=ends, level=level(found.confidence), **facts
    )


def _people(n: float, words: Words, *, weighted: bool) -> str:
    """How many people; in a weighted survey how many the weights leave, which is said."""
    if weighted:
        return words(SECTION, "people_effective", count=round(n))
    return words("report", "people", count=round(n))


def satisfaction_sentence(
    score: Satisfaction, at: str, words: Words, *, weighted: bool = False
) -> str:
    """The mean, and on a scale from 1 to 10 what nines and tens say."""
    mean = score.mean.mean
    text = words(
        SECTION,
        "satisfaction",
        mean=rated(mean.mean),
        scale=scale(score.lowest, score.highest, words),
        people=_people(mean.n, words, weighted=weighted),
        interval=between(score.mean.interval, words),
        level=at,
    )
    if score.nines_and_tens is None or score.sevens_and_eights is None:
        return text
    shares = words(
        SECTION,
        "satisfaction_shares",
        loyal=percent(score.nines_and_tens.share),
        lukewarm=percent(score.sevens_and_eights.share),
    )
    return f"{text} {shares}"


def effort_point(effort: Effort, at: str, words: Words, *, weighted: bool = False) -> Point:
    """The effort score with its interval; its convention and direction are always named."""
    return point(
        effort_sentence(effort, at, words, weighted=weighted), words(SECTION, "effort_label")
    )


def effort_sentence(effort: Effort, at: str, words: Words, *, weighted: bool = False) -> str:
    """The score by its measure: a mean, a net index, or a share that agrees."""
    score = effort.score
    facts = {
        "scale": scale(effort.lowest, effort.highest, words),
        "easy": shortest(effort.easy),
        "level": at,
    }
    if isinstance(score, AgreeShare):
        low, high = map(percent, effort.interval)
        ends = words("report", "range", low=low, high=high)
        n, shown = float(score.answered), percent(score.share)
        weighted = False  # this count is of people
    elif isinstance(score, Mean):
        ends, n, shown = _mean_ends(effort, words), score.n, decimal(score.mean)
    else:
        ends, n, shown = between(effort.interval, words), score.answered, rated(score.score)
    people = _people(n, words, weighted=weighted)
    return words(
        SECTION, f"effort_{effort.measure}", score=shown, interval=ends, people=people, **facts
    )


def _mean_ends(effort: Effort, words: Words) -> str:
    """The interval of a mean, with the two decimals that this score is usually given with."""
    low, high = map(decimal, effort.interval)
    return words("report", "range", low=low, high=high)
