"""Every number of every feature of a survey, from its counts."""

from math import isnan, nan

from kano_cli.core.categories import NO_CATEGORY, Category, Codes
from kano_cli.core.certainty import certainty
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import better_interval, share_intervals, worse_interval
from kano_cli.core.result import FeatureResult, Settings
from kano_cli.core.rules import RULES, runner_up, tied
from kano_cli.core.scores import CONTINUOUS, continuous, scaled, scores
from kano_cli.core.shares import answered, classified, shares
from kano_cli.core.significance import distinct, fong, mixed, top_two_p
from kano_cli.core.strength import category_strength, total_strength
from kano_cli.core.weights import whole
from kano_cli.study.responses import Survey


def feature_results(survey: Survey, settings: Settings) -> list[FeatureResult]:
    """Every number of every feature, in the order of the file."""
    weighted = survey.weighted
    pairs = survey.tally.counts if weighted is None else weighted.counts
    counts = survey.counts_under(settings.table)
    # Rules compare whole numbers; whatever needs a size gets the size that the weights leave.
    sized = counts if weighted is None else weighted.sized(counts)
    told = int if weighted is None else weighted.told
    grids = [tuple(tuple(map(told, row)) for row in grid) for grid in pairs.tolist()]
    by_rule = {name: rule(counts) for name, rule in RULES.items()}
    chosen = by_rule[settings.rule]
    seconds = runner_up(counts, chosen)
    sure = certainty(sized, settings.prior)
    p_values = top_two_p(sized)
    real = distinct(p_values, settings.confidence)
    columns = {
        "tied": tied(counts).tolist(),
        "mixed": mixed(counts, settings.confidence, p_values).tolist(),
        "answered": [told(n) for n in answered(counts).tolist()],
        "classified": [told(n) for n in classified(counts).tolist()],
        "half_answered": survey.tally.half_answered.tolist(),
        "counts": [tuple(map(told, row)) for row in counts.tolist()],
        "shares": [tuple(row) for row in shares(counts).tolist()],
        "share_intervals": [
            tuple(map(tuple, row))
            for row in share_intervals(sized, settings.confidence, settings.intervals).tolist()
        ],
        "better": better(counts).tolist(),
        "better_interval": [tuple(e) for e in better_interval(sized, settings.confidence).tolist()],
        "worse": worse(counts).tolist(),
        "worse_interval": [tuple(e) for e in worse_interval(sized, settings.confidence).tolist()],
        "total_strength": total_strength(counts).tolist(),
        "category_strength": category_strength(counts).tolist(),
        "p_value": p_values.tolist(),
        "fong": fong(sized),
        "answers": grids if survey.category_counts is None else [None] * len(grids),
    }
    if weighted is not None:
        columns["answered_unweighted"] = survey.tally.counts.sum(axis=(1, 2)).tolist()
        columns["effective_n"] = [whole(n) for n in weighted.effective.tolist()]
    score = scores(pairs, settings.table, weighted=weighted)
    importance = survey.importance or (None,) * len(survey.features)
    return [
        FeatureResult(
            id=feature.id,
            name=feature.name,
            rank=at + 1,
            category=_category(chosen, at),
            runner_up=_category(seconds, at),
            certainty=float(sure[at, chosen[at]]) if chosen[at] != NO_CATEGORY else nan,
            distinct=None if isnan(p_values[at]) else bool(real[at]),
            functional_score=score[at][0],
            dysfunctional_score=score[at][1],
            importance=importance[at],
            importance_weight=scaled(importance[at], survey.origin.importance_scale),
            rules={
                **{name: _category(codes, at) for name, codes in by_rule.items()},
                CONTINUOUS: continuous(*score[at]),
            },
            **{name: values[at] for name, values in columns.items()},
        )
        for at, feature in enumerate(survey.features)
    ]


def _category(codes: Codes, at: int) -> Category | None:
    """The category at a place; None where there is none."""
    return None if codes[at] == NO_CATEGORY else Category(int(codes[at]))
