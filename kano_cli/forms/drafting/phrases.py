"""Sentences around a feature's name that are grammatical whatever the name is."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.study.language import languages as shipped_languages
from kano_cli.study.words import word_list

_ENDS = ".:;,!?…¿¡ \t"


@dataclass(frozen=True)
class Phrases:
    """What drafts say in a language; `frames` has by kind and side a sentence with {name}."""

    code: str
    frames: dict[str, dict[str, str]]
    around: dict[str, str]
    segment: dict[str, Any]
    actions: frozenset[str]
    verb_last: bool

    def pair(self, name: str) -> tuple[str, str]:
        """A functional and a dysfunctional question about a feature, by its name.

        The name stands behind a colon, so that neither article, number nor gender can be wrong.

        >>> phrases("en").pair("Dark mode")[1]
        'How would you feel if we did not offer this: Dark mode?'
        >>> phrases("nl").pair("In termijnen betalen")[0]
        'Hoe vindt u het als dit kan: In termijnen betalen?'
        """
        frame = self.frames["action" if self.is_action(name) else "thing"]
        bare = " ".join(name.split()).strip(_ENDS) or name
        return frame["functional"].format(name=bare), frame["dysfunctional"].format(name=bare)

    def is_action(self, name: str) -> bool:
        """Whether a name says what somebody does: Pay by card, Met de kaart betalen."""
        words = word_list(name)
        ends = {*words[:1], *words[-1:]} if self.verb_last else {*words[:1]}
        return len(words) > 1 and bool(ends & self.actions)

    def negation(self, name: str) -> str:
        """The word by which a name is negated, "" for most: its pair has to be turned round.

        >>> phrases("en").negation("No waiting line"), phrases("en").negation("Dark mode")
        ('No', '')
        """
        negations = _negations(self.code)
        return next(
            (word for word in re.findall(r"[^\W_]+", name) if word.casefold() in negations), ""
        )


def spoken() -> tuple[str, ...]:
    """The languages in which pairs are proposed, English first."""
    folder = files("kano_cli.forms.drafting") / "languages"
    codes = {entry.name.removesuffix(".toml") for entry in folder.iterdir()}
    return ("en", *sorted(code for code in codes if code != "en" and code.isalpha()))


@cache
def phrases(language: str) -> Phrases:
    """What drafts say in a language, also in one of its regions, such as nl-BE.

    Raises:
        KanoError: for a language in which nothing can be proposed.
    """
    code = re.split(r"[-_]", language.strip().casefold())[0]
    entry = files("kano_cli.forms.drafting") / "languages" / f"{code}.toml"
    if not code.isalpha() or not entry.is_file():
        raise KanoError(
            f'nothing can be proposed in "{shortened(language)}"',
            "--language",
            f"choose from {listed(spoken())}; others can be added to the file by hand",
        )
    said = tomllib.loads(entry.read_text("utf-8"))
    return Phrases(
        code,
        {kind: said[kind] for kind in ("thing", "action")},
        said["around"],
        said["segment"],
        frozenset(said["actions"]),
        said["verb_last"],
    )


def dialogue_words(language: str) -> dict[str, str]:
    """What `kano questionnaire new` asks, in English where it does not speak the language."""
    for code in (re.split(r"[-_]", language.strip().casefold())[0], "en"):
        entry = files("kano_cli.forms.drafting") / "languages" / f"{code}.toml"
        if code.isalpha() and entry.is_file():
            said = tomllib.loads(entry.read_text("utf-8"))
            if "dialogue" in said:
                return dict(said["dialogue"])
    raise ValueError("the English file has no dialogue")


@cache
def _negations(code: str) -> frozenset[str]:
    """The words of a language that negate."""
    return next(each.negations for each in shipped_languages() if each.code == code)
