"""What a questionnaire declares about its answers: a shipped wording, or texts of its own."""

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence
from dataclasses import dataclass, field

from kano_cli.core.categories import ANSWER_WORDS, Answer
from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.study.language import languages as shipped_languages
from kano_cli.study.scale import SIDES, Scale, own_scale
from kano_cli.study.yaml_nodes import Mapping, Node, Scalar, mapping_of, text_of, texts_of

_STANDARD = "standard"
_FIVE = ", ".join(ANSWER_WORDS)
_FIVE_TEXTS = "{like: I like it, must-be: I expect it, …}"


@dataclass(frozen=True)
class DeclaredAnswers:
    """The scale that reads answers, and what a form shows: a shipped wording, or own texts.

    `scale` is None where every shipped wording reads. `shown` is by language and side.
    """

    scale: Scale | None = None
    wording: str = ""
    shown: AbstractMapping[str, AbstractMapping[str, AbstractMapping[Answer, str]]] = field(
        default_factory=dict
    )


def declared_answers(node: Node | None, languages: Sequence[str]) -> DeclaredAnswers:
    """The questionnaire's answers: shipped ones by name, own ones, or own ones by language."""
    if node is None:
        return DeclaredAnswers()
    if isinstance(node, Scalar):
        return DeclaredAnswers(wording=_shipped(node, languages))
    block = mapping_of(node, "scale", f"scale: {_FIVE_TEXTS}")
    by_language = _by_language(block, languages)
    shown: dict[str, dict[str, dict[Answer, str]]] = {}
    texts: dict[str, dict[Answer, tuple[str, ...]]] = {side: {} for side in SIDES}
    places: dict[str, str] = {}
    for language, answers in by_language.items():
        for side, worded in _sides(answers):
            shown.setdefault(language, {})[side] = {
                answer: first.text for answer, (first, *_) in worded.items()
            }
            for answer, accepted in worded.items():
                texts[side][answer] = (
                    *texts[side].get(answer, ()),
                    *(text.text for text in accepted),
                )
                places |= {text.text: text.place for text in accepted}
    return DeclaredAnswers(own_scale(texts, places).with_form_codes(), shown=shown)


def _shipped(node: Scalar, languages: Sequence[str]) -> str:
    """The name of a shipped wording that every language of the questionnaire has."""
    if node.text == _STANDARD:
        return ""
    name = text_of(node, "scale")
    own = [code.partition("-")[0] for code in languages]
    known = {
        language.code: [wording.id for wording in language.wordings]
        for language in shipped_languages()
        if language.code in own
    }
    lacking = [code for code in own if name not in known.get(code, [])]
    if own and not lacking:
        return name
    if not own:
        raise KanoError(
            f'there is no scale "{shortened(name)}" where no language is named',
            node.place,
            f"write language: en above, or scale: standard, or your own texts for {_FIVE}",
        )
    named = sorted({wording for wordings in known.values() for wording in wordings})
    near = nearest(name, named, 1)
    meant = f'did you mean "{near[0]}"? ' if near else ""
    raise KanoError(
        f'there is no scale "{shortened(name)}" in {listed(lacking)}',
        node.place,
        f"{meant}write scale: standard, a name that kano questionnaire wordings lists, or your "
        f"own texts for {_FIVE}",
    )


def _by_language(block: Mapping, languages: Sequence[str]) -> dict[str, Mapping]:
    """The answers of each language; of the main one where no language is named."""
    keys = [key.text for key, _ in block.entries]
    if not languages or not set(keys) & set(languages):
        return {languages[0] if languages else "": block}
    block.known(*languages)
    if missing := [code for code in languages if code not in keys]:
        raise KanoError(
            f"the scale has no texts in {listed(missing)}",
            block.place,
            "give five answers in each language, or in none, where one will do",
        )
    return {code.text: mapping_of(at, code.text, _FIVE_TEXTS) for code, at in block.entries}


def _sides(block: Mapping) -> list[tuple[str, dict[Answer, tuple[Scalar, ...]]]]:
    """The texts of each answer of both sides."""
    by_side = {side: block.get(side) for side in SIDES}
    if any(by_side.values()):
        block.known(*SIDES)
        for side, answers in by_side.items():
            if answers is None:
                raise KanoError(
                    f"the {side} answers are missing",
                    block.place,
                    "give five answers for each side, or five for both without naming a side",
                )
    return [(side, _five_answers(by_side[side] or block, side)) for side in SIDES]


def _five_answers(node: Node, side: str) -> dict[Answer, tuple[Scalar, ...]]:
    """The texts of each answer of a side."""
    declared = mapping_of(node, f"the {side} answers", _FIVE_TEXTS).known(*ANSWER_WORDS)
    found = {answer: declared.get(answer.word) for answer in Answer}
    if missing := [answer.word for answer, texts in found.items() if texts is None]:
        raise KanoError(
            f"the scale has no text for {', '.join(missing)}",
            declared.place,
            f"give one for each of {_FIVE}",
        )
    return {a: texts_of(texts, a.word) for a, texts in found.items() if texts is not None}
