"""`--drop`: respondents who are left out on request, each counted under one reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from kano_cli.checks.respondents import TIMED, Mask, Respondents
from kano_cli.errors import KanoError, nearest
from kano_cli.findings import Finding
from kano_cli.study.responses import Responses, Survey

QUESTIONABLE = "questionable"
_ASKED = re.compile(r"^([a-z-]+)(?:>(\d+(?:\.\d+)?)(%?))?$")
_PERCENTAGE = 5
"""From this number on somebody may have meant percent."""

_HINT = 'write "questionable>2" or "questionable>20%", in quotes: a shell writes to what follows >'

_MASKS: Mapping[str, Callable[[Respondents], Mask | None]] = {
    "duplicates": lambda people: people.again,
    "speeders": lambda people: people.speeder,
    "straightliners": lambda people: people.straight,
    QUESTIONABLE: lambda people: people.questionable > 0,
    "half-answered": lambda people: people.half_answered > 0,
}
KINDS = tuple(_MASKS)
"""What `--drop` takes, in the order in which a respondent with several reasons is counted."""

_WRITTEN = ("straightliners", "questionable>2", "questionable>20%", *KINDS[:2], KINDS[-1])


@dataclass(frozen=True)
class Kind:
    """One reason to leave respondents out; `limit` is of questionable pairs, or of their share."""

    name: str
    limit: Fraction | None = None
    percent: bool = False

    @property
    def written(self) -> str:
        """As somebody writes it, such as `questionable>2`."""
        if self.limit is None:
            return self.name
        return f"{self.name}>{float(self.limit):g}{'%' if self.percent else ''}"

    def mask(self, people: Respondents) -> Mask | None:
        """Whom it means, bool (N,); None where the file does not tell."""
        if self.limit is None:
            return _MASKS[self.name](people)
        # Whole numbers on both sides: at the limit itself nobody is dropped.
        above, below = self.limit.numerator, self.limit.denominator
        if self.percent:
            return 100 * below * people.questionable.astype(np.int64) > above * people.answered
        return below * people.questionable.astype(np.int64) > above


def dropped_kinds(text: str) -> tuple[Kind, ...]:
    """The kinds in a list parted by commas, each once, in the order of `KINDS`.

    Raises:
        KanoError: for one that is not known or not complete.

    >>> [kind.written for kind in dropped_kinds("straightliners, questionable > 2")]
    ['straightliners', 'questionable>2']
    """
    words = ["".join(part.split()).lower() for part in text.split(",")]
    kinds = [_kind(word) for word in words if word]
    if not kinds and text:
        raise KanoError("names nobody", "--drop", f"choose from {', '.join(_WRITTEN)}")
    return tuple(sorted(dict.fromkeys(kinds), key=lambda kind: KINDS.index(kind.name)))


def _kind(word: str) -> Kind:
    """One kind, once it makes sense."""
    asked = _ASKED.match(word)
    name = re.split(r"[^a-z-]", word)[0]
    if name == QUESTIONABLE:
        if not asked or asked[2] is None:
            raise KanoError(f'"{word}" does not say more than how many', "--drop", _HINT)
        limit = Fraction(asked[2])
        if asked[3] and limit >= 100:
            raise KanoError(f'"{word}" means nobody: 100 % is all of them', "--drop", _HINT)
        return Kind(name, limit, bool(asked[3]))
    if name in KINDS and name != word:
        raise KanoError(f'"{name}" takes no number', "--drop", f"write --drop {name}")
    if name not in KINDS:
        near = nearest(name, KINDS, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no kind of respondent "{word}"',
            "--drop",
            f"{meant}choose from {', '.join(_WRITTEN)}",
        )
    return Kind(name)


@dataclass(frozen=True)
class Kept:
    """Who of these stays; `reasons`, int8 (N,), is for whom goes the place of the kind, else -1."""

    responses: Responses
    kinds: tuple[Kind, ...]
    reasons: npt.NDArray[np.int8]

    @property
    def mask(self) -> Mask:
        """Who stays, bool (N,)."""
        return self.reasons < 0

    def counts(self, among: Mask | None = None) -> Mapping[str, int]:
        """How many go for each kind, of everybody or of some; `among` is bool (N,)."""
        reasons = self.reasons if among is None else self.reasons[among]
        return {kind.written: int((reasons == at).sum()) for at, kind in enumerate(self.kinds)}


def kept_respondents(survey: Survey, people: Respondents | None, kinds: Sequence[Kind]) -> Kept:
    """Who stays when these kinds go; a respondent of several kinds is counted under the first.

    Raises:
        KanoError: if the file has no respondents, does not tell a kind, or nobody stays.
    """
    if people is None or survey.responses is None:
        raise KanoError(
            "holds counts and no respondents, so nobody can be dropped",
            survey.origin.file,
            "leave out --drop, or give the file with the answers",
        )
    reasons = np.full(len(people.answered), -1, np.int8)
    for at, kind in enumerate(kinds):
        _refuse_unreachable(kind, len(survey.features))
        mask = kind.mask(people)
        if mask is None:
            raise _not_told(kind, survey.responses, survey.origin.file)
        reasons[mask & (reasons < 0)] = at
    kept = Kept(survey.responses, tuple(kinds), reasons)
    if not kept.mask.any():
        told = ", ".join(f"{n} {kind}" for kind, n in kept.counts().items() if n)
        raise KanoError(
            f"nobody is left: all {len(reasons)} respondents are dropped ({told})",
            survey.origin.file,
            "drop fewer kinds",
        )
    return kept


def _refuse_unreachable(kind: Kind, features: int) -> None:
    """Refuse more questionable pairs than there are: nobody would go, for a % was forgotten.

    Two or three of a small survey are no percentage, and then it says that nobody was dropped.
    """
    if kind.limit is not None and not kind.percent and kind.limit >= max(features, _PERCENTAGE):
        raise KanoError(
            f'"{kind.written}" means nobody: there are {features} pairs',
            "--drop",
            f'did you mean "{kind.written}%"?',
        )


def _not_told(kind: Kind, responses: Responses, file: str) -> KanoError:
    """Why nothing says whom a kind means."""
    if kind.name == "duplicates":
        return KanoError(
            "does not say who answered, so nobody is known to stand in it twice",
            file,
            "name the column under respondent: in a questionnaire, or leave out duplicates",
        )
    if responses.durations is None:
        return KanoError(
            "has no column that says how long each respondent took",
            file,
            "call it duration, or leave out speeders",
        )
    known = int((~np.isnan(responses.durations)).sum())
    return KanoError(
        f"says of {known} respondents how long they took; from fewer than {TIMED} kano does not "
        "judge who was too fast",
        file,
        "leave out speeders",
    )


def dropped_findings(kept: Kept) -> list[Finding]:
    """That respondents were dropped; nothing where nobody was."""
    counts = kept.counts()
    count = sum(counts.values())
    return [Finding("K216", {"count": count, "kinds": tuple(counts.items())})] if count else []


def without(survey: Survey, kept: Kept) -> Survey:
    """The survey of those who stay; that all rows of a person count is said only if they do."""
    once = any(kind.name == "duplicates" for kind in kept.kinds)
    findings = tuple(f for f in survey.findings if not (once and f.code == "K208"))
    origin = replace(survey.origin, respondents=int(kept.mask.sum()))
    return Survey.of(kept.responses.only(kept.mask), origin, findings)
