"""Recommendation, satisfaction and effort of everybody, of groups, and of who got a feature."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Floats
from kano_cli.core.intervals import CONFIDENCE, wilson
from kano_cli.core.scores import Mean, means
from kano_cli.core.student import mean_interval
from kano_cli.core.weights import effective_size
from kano_cli.journey.effort import (
    AgreeShare,
    EffortScale,
    effort_agree,
    effort_index,
    effort_mean,
)
from kano_cli.journey.emotion import LEAST, measured
from kano_cli.journey.loyalty import (
    DETRACTORS,
    PROMOTERS,
    NetScore,
    net_difference,
    net_score,
    nps,
)
from kano_cli.journey.record import (
    Effort,
    GroupLoyalty,
    Loyalty,
    ReceivedLoyalty,
    Satisfaction,
    Share,
)
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.ratings import EffortColumn, RatingColumn
from kano_cli.study.responses import Responses

EASY, HARD = 4, 3
"""Steps from the hard end of seven: `agree` begins at the first, `index` ends below the second."""

_TEN = (1.0, 10.0)
_Some: TypeAlias = npt.NDArray[np.bool_]


def loyalty(responses: Responses, asked: Questionnaire, confidence: float = CONFIDENCE) -> Loyalty:
    """Everything that the questionnaire's columns of ratings say of loyalty.

    In a weighted survey counts are those of the effective size (Kish 1965), so that intervals are
    right. Fewer than 5 people who rated are left out, be they a group or everybody.
    """
    declared, ratings = asked.journey.ratings, responses.ratings
    weights = responses.weights
    recommend, satisfied, effort = (
        _enough(ratings.get(key)) for key in ("recommendation", "satisfaction", "effort")
    )
    return Loyalty(
        None if recommend is None else net(recommend, weights, confidence),
        None
        if satisfied is None or declared.satisfaction is None
        else satisfaction(satisfied, declared.satisfaction, weights, confidence),
        None
        if effort is None or declared.effort is None
        else effort_score(effort, declared.effort, weights, confidence),
        () if recommend is None else tuple(_groups(responses, recommend, confidence)),
        () if recommend is None else tuple(_received(responses, asked, recommend, confidence)),
    )


def _enough(ratings: Floats | None) -> Floats | None:
    """Ratings behind which enough people stand; those of a few say what one person said."""
    few = ratings is not None and 0 < np.count_nonzero(~np.isnan(ratings)) < LEAST
    return None if few else ratings


def hides_some(responses: Responses | None) -> bool:
    """Whether ratings are left out because too few people gave them."""
    columns = responses.ratings.values() if responses is not None else ()
    return any(0 < np.count_nonzero(~np.isnan(each)) < LEAST for each in columns)


def net(ratings: Floats, weights: Floats | None = None, confidence: float = CONFIDENCE) -> NetScore:
    """The net promoter score of ratings from 0 to 10, float64 (N,) with NaN for blanks.

    >>> net(np.array([10, 9, 8, 6.0])).score
    25.0
    """
    if weights is None:
        return nps(ratings, confidence=confidence)
    there = ~np.isnan(ratings)
    given, weight = ratings[there], weights[there]
    total = weight.sum()
    scale = effective_size(weight) / total if total else 0.0
    above, below = (
        float(weight[of].sum() * scale) for of in (given >= PROMOTERS, given <= DETRACTORS)
    )
    return net_score(above, float(total * scale) - above - below, below, confidence)


def satisfaction(
    ratings: Floats,
    column: RatingColumn,
    weights: Floats | None = None,
    confidence: float = CONFIDENCE,
) -> Satisfaction | None:
    """The mean, and on a scale from 1 to 10 the shares of 9 and 10, 7 and 8, 6 and lower.

    None where nobody rated. Source: METHOD 14.3.

    >>> column = RatingColumn("Score", 1, 10)
    >>> ten = satisfaction(np.array([6, 7, 7, 8, 8, 8, 9, 9, 9, 10.0]), column)
    >>> ten.mean.mean.mean, ten.nines_and_tens.share
    (8.1, 0.4)
    """
    ends = (column.lowest, column.highest)
    mean = measured(ratings, ends, weights, confidence)
    if mean is None:
        return None
    if ends != _TEN:
        return Satisfaction(*ends, mean, None, None, None)
    loyal, lukewarm = ratings >= PROMOTERS, (ratings > DETRACTORS) & (ratings < PROMOTERS)
    return Satisfaction(
        *ends,
        mean,
        *(
            _share(of, ~np.isnan(ratings), weights, confidence)
            for of in (loyal, lukewarm, ratings <= DETRACTORS)
        ),
    )


def _share(part: _Some, there: _Some, weights: Floats | None, confidence: float) -> Share:
    """The share of those who rated, with Wilson's interval."""
    count, answered = int(part.sum()), int(there.sum())
    share, size = count / answered, float(answered)
    if weights is not None:
        total = weights[there]
        share, size = float(weights[part].sum() / total.sum()), effective_size(total)
    low, high = wilson(np.array([share * size]), np.array([size]), confidence)[0].tolist()
    return Share(count, answered, share, (low, high))


def effort_score(
    ratings: Floats,
    column: EffortColumn,
    weights: Floats | None = None,
    confidence: float = CONFIDENCE,
) -> Effort | None:
    """The effort score by its declared measure; None where nobody rated.

    In a weighted survey the counts are those of the effective size.
    """
    there = ~np.isnan(ratings)
    if not there.any():
        return None
    ends = (column.lowest, column.highest)
    scale = EffortScale(int(column.lowest), int(column.highest), int(column.easy))
    score: Mean | NetScore | AgreeShare
    if column.measure == "mean":
        score = effort_mean(ratings, scale)
        if weights is not None:
            score = means(ratings[:, np.newaxis], weights)[0]
        return Effort(
            column.measure, *ends, column.easy, score, mean_interval(score, confidence, ends)
        )
    if column.measure == "index":
        score = effort_index(ratings, scale, confidence)
    else:
        score = effort_agree(ratings, scale, confidence)
    if weights is not None:
        score = _weighed(ratings[there], weights[there], column, score, confidence)
    return Effort(column.measure, *ends, column.easy, score, score.interval)


def _weighed(
    ratings: Floats,
    weights: Floats,
    column: EffortColumn,
    score: NetScore | AgreeShare,
    confidence: float,
) -> NetScore | AgreeShare:
    """An index or a share of seven steps by weight, float64 (N,) without blanks."""
    from_hard = ratings - column.lowest if column.easy > column.lowest else column.highest - ratings
    if isinstance(score, AgreeShare):
        easy = _share(from_hard >= EASY, np.ones(len(ratings), dtype=bool), weights, confidence)
        return AgreeShare(easy.count, easy.answered, easy.share, easy.interval)
    total = weights.sum()
    scale = effective_size(weights) / total if total else 0.0
    above, below = (float(weights[of].sum() * scale) for of in (from_hard > EASY, from_hard < HARD))
    return net_score(above, float(total * scale) - above - below, below, confidence)


def _groups(responses: Responses, ratings: Floats, confidence: float) -> Iterator[GroupLoyalty]:
    """The score of each group of each segment, in the order of the file."""
    for column, texts in responses.segments.items():
        groups = np.array(texts, dtype=object)
        for group in dict.fromkeys(texts):
            of = (groups == group) & ~np.isnan(ratings)
            if group and of.sum() >= LEAST:
                yield GroupLoyalty(
                    column, group, net(ratings[of], _some(responses.weights, of), confidence)
                )


def _received(
    responses: Responses, asked: Questionnaire, ratings: Floats, confidence: float
) -> Iterator[ReceivedLoyalty]:
    """The score of those who got a feature beside the others, where both are enough people."""
    names: Mapping[str, str] = {feature.id: feature.name for feature in asked.features}
    for feature, got in responses.received.items():
        sides = [(got == said) & ~np.isnan(ratings) for said in (1, 0)]
        if min(of.sum() for of in sides) < LEAST:
            continue
        one, other = (net(ratings[of], _some(responses.weights, of), confidence) for of in sides)
        yield ReceivedLoyalty(
            feature,
            names.get(feature, feature),
            asked.journey.received[feature],
            one,
            other,
            net_difference(one, other, confidence),
        )


def _some(weights: Floats | None, of: _Some) -> Floats | None:
    """The weights of some."""
    return None if weights is None else weights[of]
