"""What the quick scan comes to: a score from 0 to 100 per theme, the lowest first."""

from dataclasses import dataclass

import numpy as np

from kano_cli.core.categories import Floats
from kano_cli.core.intervals import CONFIDENCE
from kano_cli.core.scores import means
from kano_cli.errors import KanoError
from kano_cli.journey.emotion import LEAST, measured
from kano_cli.journey.quick_scan.answers import ScanAnswers
from kano_cli.journey.quick_scan.statements import STEPS, QuickScan, Statement, Theme
from kano_cli.journey.record import Measured

ENDS = (0.0, 100.0)


@dataclass(frozen=True)
class StatementScore:
    """The mean of one statement from 0 to 100; None where fewer than 5 people answered it."""

    statement: Statement
    mean: float | None
    answered: int


@dataclass(frozen=True)
class ThemeScore:
    """The score of a theme; None where fewer than 5 people answered enough of it.

    `people` answered at least half of its statements and are the base of the score; `blanks` are
    answers left open by all who answered anything.
    """

    theme: Theme
    score: Measured | None
    people: int
    blanks: int
    statements: tuple[StatementScore, ...]


@dataclass(frozen=True)
class ScanResult:
    """The whole scan: the themes with the lowest score first, those without one at the end.

    `overall` is over people who have a score in every theme. `people` answered anything, `empty`
    people nothing.
    """

    themes: tuple[ThemeScore, ...]
    overall: Measured | None
    overall_people: int
    people: int
    empty: int
    missing: tuple[str, ...]
    confidence: float

    @property
    def lowest(self) -> tuple[StatementScore, ...]:
        """All statements with a mean, the lowest first; equal ones in the order of the scan."""
        found = [each for theme in self.themes for each in theme.statements]
        return tuple(
            sorted(
                (each for each in found if each.mean is not None), key=lambda each: each.mean or 0.0
            )
        )


def scan_scores(
    scan: QuickScan, answers: ScanAnswers, confidence: float = CONFIDENCE
) -> ScanResult:
    """The score of each theme.

    An answer from 1 to 5 is 0, 25, 50, 75 or 100. Somebody's score of a theme is the mean of the
    statements of it that he or she answered, if these are at least half of them; the theme's score
    is the mean of these scores, with Student's interval over people, cut to 0..100. The scores are
    our own and have no norm.

    Raises:
        KanoError: if the confidence is no share.
    """
    if not 0 < confidence < 1:
        raise KanoError("must lie between 0 and 1", "--confidence", "such as 0.95")
    points = (answers.ratings - 1) * (100 / (STEPS - 1))
    themes, personal, start = [], [], 0
    for theme in scan.themes:
        part = points[:, start : start + len(theme.statements)]
        start += len(theme.statements)
        scores = _personal(part)
        personal.append(scores)
        themes.append(_theme(theme, part, scores, confidence))
    every = np.mean(personal, axis=0)  # NaN where somebody lacks a theme
    return ScanResult(
        tuple(sorted(themes, key=_height)),
        _shown(every, confidence),
        _number(every),
        len(points),
        answers.empty,
        answers.missing,
        confidence,
    )


def _personal(points: Floats) -> Floats:
    """The score of each person, float64 (N,), from (N, statements); NaN below half of them.

    >>> _personal(np.array([[100, 50, np.nan, np.nan], [0, np.nan, np.nan, np.nan]])).tolist()
    [75.0, nan]
    """
    there = ~np.isnan(points)
    answered = there.sum(axis=1)
    enough = 2 * answered >= points.shape[1]
    total = np.where(there, points, 0.0).sum(axis=1)
    return np.where(enough, total / np.maximum(answered, 1), np.nan)


def _theme(theme: Theme, points: Floats, scores: Floats, confidence: float) -> ThemeScore:
    """One theme."""
    statements = []
    for at, each in enumerate(theme.statements):
        mean, answered = means(points[:, [at]])[0], _number(points[:, at])
        statements.append(StatementScore(each, mean.mean if answered >= LEAST else None, answered))
    return ThemeScore(
        theme,
        _shown(scores, confidence),
        _number(scores),
        int(np.isnan(points).sum()),
        tuple(statements),
    )


def _shown(scores: Floats, confidence: float) -> Measured | None:
    """The mean of scores, unless so few people stand behind it that it is about each of them."""
    return measured(scores, ENDS, None, confidence) if _number(scores) >= LEAST else None


def _number(scores: Floats) -> int:
    """How many there are."""
    return int((~np.isnan(scores)).sum())


def _height(each: ThemeScore) -> float:
    """What themes are ordered by."""
    return each.score.mean.mean if each.score else float("inf")
