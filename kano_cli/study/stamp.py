"""Which version of a questionnaire a form asks: a stamp that comes back with the answers.

The stamp has a digest of the whole, and a short one of each part, so that another version can be
told by what changed in it. Comments, layout, order and what a form says around its questions do
not change it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, unquote

from kano_cli.study.answer_texts import shown_answers
from kano_cli.study.questionnaire import Questionnaire

FORMAT = "kano1"
STAMP_COLUMN = "kano_hash"
"""What the column of answers is called; without `_` where a tool does not take one."""

_WHOLE, _PART = 16, 4
_TITLE, _ANSWERS = "*title", "*answers"
_IMPORTANCE, _SEGMENTS = "*importance", "*segments"


@dataclass(frozen=True)
class Stamp:
    """A stamp, read: the digest of the whole, and of each feature by its id."""

    whole: str
    title: str
    answers: str
    features: Mapping[str, str]
    importance: str = ""
    segments: str = ""


@dataclass(frozen=True)
class Changes:
    """How a questionnaire differs from the version that was answered; features by id."""

    title: bool
    answers: bool
    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[str, ...]
    importance: bool = False
    segments: bool = False


def stamp_of(asked: Questionnaire) -> str:
    r"""The stamp of a questionnaire: letters, digits and / - % . _ * only.

    >>> from kano_cli.study.questionnaire import parse_questionnaire
    >>> text = "kano: 1\nlanguage: en\nfeatures: [{id: locker, functional: A?, dysfunctional: B?}]"
    >>> [part.split("-")[0] for part in stamp_of(parse_questionnaire(text)).split("/")][2:]
    ['*title', '*answers', 'locker']
    """
    parts = dict(_parts(asked))
    pieces = [FORMAT, _digest(parts)[:_WHOLE]]
    pieces += [f"{name}-{_digest(part)[:_PART]}" for name, part in parts.items()]
    return "/".join(pieces)


def read_stamp(text: str) -> Stamp | None:
    """A stamp as a record; None for any other text."""
    version, *pieces = text.strip().split("/")
    if version != FORMAT or not pieces:
        return None
    whole, *parts = pieces
    named: dict[str, str] = {}
    for part in parts:
        name, dash, digest = part.rpartition("-")
        if not dash:
            return None
        named[name] = digest
    title, answers = named.pop(_TITLE, ""), named.pop(_ANSWERS, "")
    importance, segments = named.pop(_IMPORTANCE, ""), named.pop(_SEGMENTS, "")
    features = {unquote(name): of for name, of in named.items()}
    return Stamp(whole, title, answers, features, importance, segments)


def changes(asked: Questionnaire, stamp: Stamp) -> Changes | None:
    """What changed since the version that was answered; None where it is this version."""
    now = read_stamp(stamp_of(asked))
    if now is None or now.whole == stamp.whole:
        return None
    return Changes(
        now.title != stamp.title,
        now.answers != stamp.answers,
        tuple(name for name in now.features if name not in stamp.features),
        tuple(name for name in stamp.features if name not in now.features),
        tuple(
            name
            for name, digest in now.features.items()
            if stamp.features.get(name, digest) != digest
        ),
        now.importance != stamp.importance,
        now.segments != stamp.segments,
    )


def _parts(asked: Questionnaire) -> Iterator[tuple[str, object]]:
    """What the stamp is made of: title, languages and answers, and each feature by quoted id."""
    yield _TITLE, dict(asked.around.title)
    answers = {
        language: {
            side: {answer.word: text for answer, text in texts.items()}
            for side, texts in shown_answers(asked, language).items()
        }
        for language in asked.languages
    }
    yield _ANSWERS, answers
    if asked.importance is not None:
        around = asked.around
        labels = {str(at): dict(texts) for at, texts in around.importance_labels.items()}
        yield _IMPORTANCE, [list(asked.importance), dict(around.importance), labels]
    if asked.segment_questions:
        yield (
            _SEGMENTS,
            {
                each.id: [dict(each.question), {c: dict(t) for c, t in each.choices.items()}]
                for each in asked.segment_questions
            },
        )
    for feature in sorted(asked.features, key=lambda feature: feature.id):
        yield (
            quote(feature.id, safe=""),
            {
                language: [said.name, said.functional, said.dysfunctional]
                for language, said in asked.in_languages(feature).items()
            },
        )


def _digest(part: object) -> str:
    """The digest of canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "replace")).hexdigest()
