"""A text in the languages of a questionnaire."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.study import yaml_nodes
from kano_cli.study.yaml_nodes import Node, text_of, texts_of

Texts: TypeAlias = Mapping[str, str]
"""A text by language code, the questionnaire's main language first; empty where there is none."""

NO_TEXT: Texts = MappingProxyType({})


def main_text(texts: Texts) -> str:
    """The text in the main language, "" where there is none."""
    return next(iter(texts.values()), "")


def declared_languages(node: Node | None) -> tuple[str, ...]:
    """The languages that `language:` names, the main one first; () where it is absent.

    Raises:
        KanoError: if one is named twice.
    """
    if node is None:
        return ()
    named = texts_of(node, "language")
    for at, one in enumerate(named):
        if one.text in [other.text for other in named[:at]]:
            raise KanoError(
                f'the language "{shortened(one.text)}" stands here twice',
                one.place,
                "name each language once, the main one first",
            )
    return tuple(one.text for one in named)


def texts_in(node: Node | None, what: str, languages: Sequence[str]) -> Texts:
    """A text, or one for each language: `{en: Loan bike, nl: Leenfiets}`.

    A single text is of the main language. The main language comes first and may not be missing.

    Raises:
        KanoError: for a language that the questionnaire does not name, and for an empty text.
    """
    if node is None:
        return NO_TEXT
    main = languages[0] if languages else ""
    if not isinstance(node, yaml_nodes.Mapping):
        return {main: text_of(node, what)}
    if not languages:
        raise KanoError(
            f"{what} has a text for each language, and nothing says which languages there are",
            node.place,
            "write at the top: language: [en, nl], the main one first",
        )
    found: dict[str, str] = {}
    for code, text in node.entries:
        if code.text not in languages:
            raise KanoError(
                f'"{shortened(code.text)}" is not a language of this questionnaire',
                code.place,
                f"its languages are {listed(languages)}; more are named by language:",
            )
        found[code.text] = text_of(text, f"{what} ({code.text})")
    if main not in found:
        raise KanoError(
            f"{what} has no text in the main language, {main}", node.place, f"write: {main}: a text"
        )
    return {code: found[code] for code in languages if code in found}
