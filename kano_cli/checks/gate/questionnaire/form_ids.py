"""Ids that a form target refuses, or that become one there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kano_cli.study.responses import Feature
from kano_cli.study.words import slug

LIMESURVEY_LENGTH = 20
"""Characters of a LimeSurvey question code, once `_` is gone."""

_SAFE_LENGTH = 15
_LIMESURVEY = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_XLSFORM = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_PLAIN = re.compile(r"[A-Za-z0-9_\-]+")
# An id stands there between these: [[ID:loan_f]] and {loan_f}.
_AROUND = {"Qualtrics": "[]", "SurveyJS": "{}"}
# Other words in LimeSurvey's own addresses.
_TAKEN = frozenset({"lang", "sid", "time"})
_SIDES = ("_f", "_d")


@dataclass(frozen=True)
class Refused:
    """The targets that refuse an id, and why: `variant` is a key of the words of K445."""

    variant: str
    targets: tuple[str, ...]


def refused(identity: str) -> Refused | None:
    """Which form targets refuse an id; None where all of them take it.

    LimeSurvey takes letters and digits only, so `_` is dropped there: that is no refusal.

    >>> refused("dark_mode") is None, refused("2_gb").targets
    (True, ('LimeSurvey', 'XLSForm'))
    """
    code = identity.replace("_", "")
    targets = []
    if not _LIMESURVEY.fullmatch(code):
        targets.append("LimeSurvey")
    targets += [target for target, signs in _AROUND.items() if set(signs) & set(identity)]
    if not _XLSFORM.fullmatch(identity):
        targets.append("XLSForm")
    if targets:
        starts = identity[:1].isdigit() and _PLAIN.fullmatch(identity)
        return Refused("start" if starts else "characters", tuple(targets))
    if len(code) > LIMESURVEY_LENGTH:
        return Refused("length", ("LimeSurvey",))
    if code.casefold() in _TAKEN:
        return Refused("taken", ("LimeSurvey",))
    return None


def proposed(identity: str, others: Iterable[str]) -> str:
    """An id that every target takes and no other feature has: at most 15 letters, digits and _.

    >>> proposed("2 GB extra als bedankje", ["dark_mode"])
    'f_2_gb_extra'
    """
    bare = re.sub(r"[^a-z0-9_]+", "", slug(identity)).strip("_") or "feature"
    if not bare[0].isalpha() or bare.replace("_", "") in _TAKEN:
        bare = f"f_{bare}"
    short = bare
    if len(bare) > _SAFE_LENGTH:
        whole, _, _ = bare[: _SAFE_LENGTH + 1].rpartition("_")
        short = whole if len(whole) > _SAFE_LENGTH // 2 else bare[:_SAFE_LENGTH]
    short = short.strip("_")
    taken = {folded(other) for other in others}
    number, candidate = 2, short
    while folded(candidate) in taken:
        candidate = f"{short[: _SAFE_LENGTH - len(str(number))]}{number}"
        number += 1
    return candidate


def folded(identity: str) -> str:
    """An id as LimeSurvey knows it: without `_` and other signs, capitals or not.

    >>> folded("Dark_mode") == folded("darkmode")
    True
    """
    return re.sub(r"[\W_]+", "", identity.casefold())


def colliding(features: Sequence[Feature]) -> Iterator[tuple[Feature, Feature, str]]:
    """Features whose ids become one on a target: the later, the earlier, and a variant of K446.

    Either they differ in signs that a target drops, or one is what a question of the other is
    called there: loan_f is the functional question of loan.
    """
    first: dict[str, Feature] = {}
    by_id = {feature.id.casefold(): feature for feature in features}
    for feature in features:
        other = first.setdefault(folded(feature.id), feature)
        if other is not feature:
            yield feature, other, "dropped"
            continue
        stem = feature.id.casefold()
        if stem.endswith(_SIDES) and (owner := by_id.get(stem[:-2])) is not None:
            yield feature, owner, "question"
