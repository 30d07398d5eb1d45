"""What the rules for questionnaires know of a language, from its data file."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

Phrase: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, in lower case; what each list is for stands in the file."""

    code: str
    endings: tuple[str, ...]
    verb_last: bool
    negations: frozenset[str]
    harmless: tuple[Phrase, ...]
    contracted: str
    contractions: dict[str, Phrase]
    negative: frozenset[str]
    clauses: frozenset[str]
    light: frozenset[str]
    frame: frozenset[str]
    irregular: dict[str, str]
    opposites: frozenset[frozenset[str]]
    contrasts: frozenset[frozenset[str]]
    prefixes: tuple[str, ...]
    lacking: tuple[Phrase, ...]
    copulas: frozenset[str]
    action: str
    numbers: frozenset[str]
    joints: frozenset[str]
    correlatives: dict[str, str]
    choices: frozenset[str]
    modals: frozenset[str]
    infinitive: str
    between: frozenset[str]
    pronouns: frozenset[str]
    fixed: tuple[Phrase, ...]
    openings: tuple[Phrase, ...]
    asks: frozenset[str]
    feelings: frozenset[str]
    praise: tuple[Phrase, ...]
    jargon: tuple[tuple[Phrase, str], ...]
    abbreviations: frozenset[str]
    stressed: frozenset[str]
    template: dict[str, str]
    negate: tuple[tuple[re.Pattern[str], str], ...]

    def stem(self, word: str) -> str:
        """What a word has in common with its other forms; only good for comparing.

        >>> [lexicon("en").stem(word) for word in ("saved", "save", "sent", "send")]
        ['sav', 'sav', 'send', 'send']
        """
        word = self.irregular.get(word, word)
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
                word = word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
                break
        word = re.sub(r"([^\d])\1", r"\1", word)
        if len(word) > 2 and word.endswith("e"):
            word = word[:-1]
        return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1]) if self.verb_last else word


@cache
def lexicon(language: str) -> Lexicon | None:
    """The words of a language, also of one of its regions such as en-GB; None without a file."""
    code = re.split(r"[-_]", language.strip().casefold())[0]
    entry = files("kano_cli.checks.wording") / "languages" / f"{code}.toml"
    if not code.isalpha() or not entry.is_file():
        return None
    return _lexicon(tomllib.loads(entry.read_text("utf-8")))


def _lexicon(declared: dict[str, Any]) -> Lexicon:
    """A data file as a record."""
    alike = [line.split() for line in declared["irregular"]]
    return Lexicon(
        code=declared["code"],
        endings=tuple(declared["endings"].split()),
        verb_last=declared["verb_last"],
        contracted=declared["contracted"],
        contractions={word: tuple(to.split()) for word, to in declared["contractions"].items()},
        irregular={word: words[0] for words in alike for word in words},
        opposites=frozenset(frozenset(pair.split()) for pair in declared["opposites"]),
        contrasts=frozenset(frozenset(pair.split()) for pair in declared["contrasts"]),
        prefixes=tuple(declared["prefixes"]),
        correlatives=declared["correlatives"],
        copulas=frozenset(declared["copulas"]),
        action=declared["action"],
        numbers=frozenset(declared["numbers"]),
        infinitive=declared["infinitive"],
        template=declared["template"],
        negate=tuple((re.compile(one["find"]), one["put"]) for one in declared["negate"]),
        negations=frozenset(declared["negations"]),
        negative=frozenset(declared["negative"]),
        clauses=frozenset(declared["clauses"]),
        light=frozenset(declared["light"]),
        frame=frozenset(declared["frame"]),
        joints=frozenset(declared["joints"]),
        choices=frozenset(declared["choices"]),
        modals=frozenset(declared["modals"]),
        between=frozenset(declared["between"]),
        pronouns=frozenset(declared["pronouns"]),
        asks=frozenset(declared["asks"]),
        feelings=frozenset(declared["feelings"]),
        harmless=_phrases(declared["harmless"]),
        lacking=_phrases(declared["lacking"]),
        fixed=_phrases(declared["fixed"]),
        openings=_phrases(declared["openings"]),
        praise=_phrases(declared["praise"]),
        jargon=tuple((tuple(word.split()), plain) for word, plain in declared["jargon"].items()),
        abbreviations=frozenset(declared["abbreviations"]),
        stressed=frozenset(declared["stressed"]),
    )


def _phrases(lines: Iterable[str]) -> tuple[Phrase, ...]:
    """Phrases as their words."""
    return tuple(tuple(line.split()) for line in lines)
