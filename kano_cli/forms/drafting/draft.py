"""The YAML text of a questionnaire, drafted from features; what was proposed is marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kano_cli.checks.gate.questionnaire.form_ids import folded, proposed, refused
from kano_cli.errors import KanoError, listed, shortened
from kano_cli.forms.drafting.phrases import phrases
from kano_cli.forms.drafting.record import Wanted
from kano_cli.forms.drafting.yaml_lines import scalar, texts
from kano_cli.readers.inspection.drafted_text import as_comment
from kano_cli.study.scale import SIDES
from kano_cli.study.words import name_key

MAX_FEATURES = 200
"""No respondent answers so many pairs: a longer list is something else."""

MAX_NAME = 100
"""Characters of a name that fits into a question."""

_QUESTION_SUFFIXES = ("_f", "_d", "_i")


@dataclass(frozen=True)
class Draft:
    """A drafted questionnaire: its YAML, and the names of features whose pair was proposed."""

    text: str
    proposed: tuple[str, ...]


def drafted_questionnaire(
    features: Sequence[Wanted],
    languages: Sequence[str],
    title: str,
    *,
    importance: bool = False,
    origin: str = "",
    unused: Sequence[str] = (),
) -> Draft:
    """A questionnaire about these features; every pair that was proposed is a draft to be read.

    Args:
        features: what is asked about, one at least.
        languages: the main one first; a translation is proposed where a name is there in it.
        title: what respondents see, in the main language.
        importance: whether importance is asked; else it stands there as a comment.
        origin: the file that the features come from, for the comment on top.
        unused: columns of it that were not used, for the same comment.

    Raises:
        KanoError: for a language without proposals, for no features or far too many, and for two
            of one name.
    """
    spoken = tuple(dict.fromkeys(languages))
    for language in spoken:
        phrases(language)
    if not spoken or not features:
        what = "language" if not spoken else "feature"
        raise KanoError(f"there is no {what} to draft from", origin, f"name a {what} at least")
    named = [_in_languages(feature.named, spoken) for feature in features]
    main = [names[spoken[0]] for names in named]
    _refuse_odd(features, main, origin)
    ids = _ids(features, main)
    lines = [*_head(spoken, title, origin, unused, importance=importance), "features:"]
    drafts = []
    for feature, names, identity in zip(features, named, ids, strict=True):
        is_proposed = False
        for line in _feature(feature, names, identity, spoken):
            is_proposed |= line == _DRAFT
            lines.append(line)
        drafts += [names[spoken[0]]] if is_proposed else []
    return Draft("\n".join([*lines, ""]), tuple(drafts))


def _refuse_odd(features: Sequence[Wanted], names: Sequence[str], origin: str) -> None:
    """Refuse a list that makes no questionnaire; `names` are those in the main language."""
    if len(features) > MAX_FEATURES:
        raise KanoError(
            f"has {len(features)} features, and nobody answers so many pairs",
            origin,
            f"leave {MAX_FEATURES} or fewer; 20 are as many as a respondent can bear",
        )
    taken: dict[str, Wanted] = {}
    for feature, name in zip(features, names, strict=True):
        if (length := max(map(len, feature.named.values()))) > MAX_NAME:
            raise KanoError(
                f'a name has {length} characters: "{shortened(name, 40)}"',
                feature.place or origin,
                f"use a few words, {MAX_NAME} characters at most; the file must be a list of names",
            )
        first = taken.setdefault(name_key(name), feature)
        if first is not feature:
            raise KanoError(
                f'two features are called "{shortened(name)}"',
                feature.place or origin,
                "give each its own name; capitals, spaces, - and _ make no difference",
            )


def _ids(features: Sequence[Wanted], names: Sequence[str]) -> list[str]:
    """An id for each feature that every form target takes: the given one where it is fit."""
    ids: list[str] = []
    for at, feature in enumerate(features):
        others = [*ids, *names[:at], *names[at + 1 :]]
        given = feature.id
        fit = given and refused(given) is None and not given.casefold().endswith(_QUESTION_SUFFIXES)
        if fit and folded(given) not in {folded(other) for other in others}:
            ids.append(given)
            continue
        identity = proposed(given or names[at], others)
        if identity.endswith(_QUESTION_SUFFIXES):  # plan_d is a question of plan
            identity = proposed(identity[:-2] + identity[-1], others)
        ids.append(identity)
    return ids


def _in_languages(said: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """Texts by language, in the order of the languages; the one under "" is of the main one."""
    main = said.get("") or said.get(languages[0]) or next(iter(said.values()), "")
    found = {languages[0]: main} | {code: said.get(code, "") for code in languages[1:]}
    return {code: text for code, text in found.items() if text}


def _head(
    languages: Sequence[str],
    title: str,
    origin: str,
    unused: Sequence[str],
    *,
    importance: bool,
) -> Iterator[str]:
    """What stands above the features."""
    source = f" from {as_comment(origin)}" if origin else ""
    yield f"# Drafted{source} by kano questionnaire new. Questions that were proposed are marked"
    yield "# draft: true. Read them aloud, put them right, and take the mark away. Then:"
    yield "#   kano questionnaire check THIS_FILE"
    if unused:
        yield f"# Columns that were not used: {as_comment(listed(unused, 12))}"
    yield "kano: 1"
    yield from texts("title", {languages[0]: title}, languages, "")
    shown = languages[0] if len(languages) == 1 else f"[{', '.join(languages)}]"
    yield f"language: {shown}"
    for key in ("introduction", "consent", "closing"):
        yield from texts(
            key, {code: phrases(code).around[key] for code in languages}, languages, ""
        )
    yield "order: random   # every respondent gets the features in an order of their own"
    if importance:
        yield "importance: {min: 1, max: 9}"
    else:
        yield "# To ask how important each feature is, take the # away:"
        yield "# importance: {min: 1, max: 9}"
    yield "# To ask who somebody is, for groups side by side, take the # away and write your own:"
    yield from (f"# {line}" for line in _segment(languages))


def _segment(languages: Sequence[str]) -> Iterator[str]:
    """A question about people, as an example."""
    said = {code: phrases(code).segment for code in languages}
    yield "segments:"
    yield f"  - name: {scalar(said[languages[0]]['name'])}"
    yield from texts(
        "question", {c: each["question"] for c, each in said.items()}, languages, " " * 4
    )
    yield "    choices:"
    for choice in zip(*(said[code]["choices"] for code in languages), strict=True):
        if len(languages) == 1:
            yield f"      - {scalar(choice[0])}"
            continue
        pieces = (f"{code}: {scalar(text)}" for code, text in zip(languages, choice, strict=True))
        yield f"      - {{{', '.join(pieces)}}}"


_DRAFT = "    draft: true"


def _feature(
    feature: Wanted, names: Mapping[str, str], identity: str, languages: Sequence[str]
) -> Iterator[str]:
    """The lines of one feature."""
    was = f"   # it was {as_comment(feature.id)}" if feature.id not in ("", identity) else ""
    yield f"  - id: {scalar(identity)}{was}"
    yield from texts("name", names, languages, "    ")
    questions, notes, is_proposed = _questions(feature, names, languages)
    yield from (f"    # {note}" for note in notes)
    for side in SIDES:
        yield from texts(side, questions[side], languages, "    ")
    for key in ("touchpoint", "moment", "experience"):
        if text := getattr(feature, key):
            yield f"    {key}: {scalar(text)}"
    if is_proposed:
        yield _DRAFT


def _questions(
    feature: Wanted, names: Mapping[str, str], languages: Sequence[str]
) -> tuple[dict[str, dict[str, str]], list[str], bool]:
    """Both questions in every language that there is a name for, and what to know about them.

    The last says whether one was proposed: else somebody wrote them all.
    """
    given = {side: _in_languages(getattr(feature, side), languages) for side in SIDES}
    questions: dict[str, dict[str, str]] = {side: {} for side in SIDES}
    notes: list[str] = []
    proposed_in = []
    for code in languages:
        pair = [given[side].get(code, "") for side in SIDES]
        if not all(pair) and code in names:
            own = phrases(code).pair(names[code])
            pair = [text or own[at] for at, text in enumerate(pair)]
            proposed_in.append(code)
            if word := phrases(code).negation(names[code]):
                notes.append(
                    f'the name is negated ("{as_comment(word)}"): turn both questions round'
                )
        for side, text in zip(SIDES, pair, strict=True):
            if text:
                questions[side][code] = text
    if proposed_in:
        where = f" in {', '.join(proposed_in)}" if len(languages) > 1 else ""
        notes.insert(0, f"proposed{where} from the name: to be read")
    lacking = [code for code in languages if code not in names or code not in questions[SIDES[0]]]
    if lacking:
        notes.append(f"to be translated: {', '.join(lacking)}")
    return questions, notes, bool(proposed_in)
