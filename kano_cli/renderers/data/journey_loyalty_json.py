"""Loyalty in the JSON of `kano journey`: recommendation, satisfaction, effort."""

from math import isnan
from typing import Any

from kano_cli.core.scores import Mean
from kano_cli.journey.loyalty import NetDifference, NetScore
from kano_cli.journey.record import Effort, Loyalty, Measured, Satisfaction, Share

_PROMOTERS = ("promoters", "passives", "detractors")
_EASY = ("easy", "between", "hard")


def loyalty_record(loyalty: Loyalty) -> dict[str, Any]:
    """Recommendation, satisfaction, effort, and recommendation of groups."""
    return {
        "recommendation": loyalty.recommendation and _net(loyalty.recommendation, _PROMOTERS),
        "satisfaction": loyalty.satisfaction and _satisfaction(loyalty.satisfaction),
        "effort": loyalty.effort and _effort(loyalty.effort),
        "groups": [
            {"column": each.column, "group": each.group, **_net(each.score, _PROMOTERS)}
            for each in loyalty.groups
        ],
        "received": [
            {
                "id": each.feature,
                "name": each.name,
                "column": each.column,
                "received": _net(each.received, _PROMOTERS),
                "others": _net(each.others, _PROMOTERS),
                "difference": _difference(each.difference),
            }
            for each in loyalty.received
        ],
    }


def _net(score: NetScore, names: tuple[str, str, str]) -> dict[str, Any]:
    """A net score in points of 100, and what its three classes hold, by these names."""
    return {
        "score": number(score.score),
        "se": number(score.se),
        "interval": interval(score.interval),
        **dict(zip(names, (score.above, score.between, score.below), strict=True)),
        "answered": score.answered,
    }


def _difference(difference: NetDifference) -> dict[str, Any]:
    """By how many points one group is above another."""
    return {
        "points": number(difference.difference),
        "se": number(difference.se),
        "interval": interval(difference.interval),
    }


def _satisfaction(satisfaction: Satisfaction) -> dict[str, Any]:
    """The mean; the shares on a scale from 1 to 10 only."""
    shares = ("nines_and_tens", "sevens_and_eights", "six_or_lower")
    return {
        "scale": {"min": satisfaction.lowest, "max": satisfaction.highest},
        **measured_record(satisfaction.mean),
        **{key: _share(getattr(satisfaction, key)) for key in shares},
    }


def _share(share: Share | None) -> dict[str, Any] | None:
    """People of all who rated."""
    if share is None:
        return None
    return {
        "count": share.count,
        "answered": share.answered,
        "share": number(share.share),
        "interval": interval(share.interval),
    }


def _effort(effort: Effort) -> dict[str, Any]:
    """The effort score by its measure; the keys of the other measures are null."""
    score, empty = effort.score, dict.fromkeys(("mean", "index", "agree"))
    if isinstance(score, Mean):
        told: dict[str, Any] = measured_record(Measured(score, effort.interval))
    elif isinstance(score, NetScore):
        told = _net(score, _EASY)
    else:
        told = {
            "count": score.agree,
            "answered": score.answered,
            "share": number(score.share),
            "interval": interval(effort.interval),
        }
    return {
        "measure": effort.measure,
        "scale": {"min": effort.lowest, "max": effort.highest},
        "easy": effort.easy,
        **empty,
        effort.measure: told,
    }


def measured_record(measured: Measured) -> dict[str, Any]:
    """A mean of ratings with its interval."""
    mean = measured.mean
    return {
        "mean": number(mean.mean),
        "sd": number(mean.sd),
        "se": number(mean.se),
        "n": mean.n,
        "interval": interval(measured.interval),
    }


def number(value: float) -> float | None:
    """A number, or nothing where it does not exist."""
    return None if isnan(value) else value


def interval(ends: tuple[float, float]) -> list[float] | None:
    """Both ends, or nothing."""
    return None if isnan(ends[0]) else list(ends)
