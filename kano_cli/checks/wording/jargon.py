"""Words of a trade, and abbreviations that nobody explains: not every respondent knows them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kano_cli.checks.wording.lexicon import Lexicon
from kano_cli.checks.wording.words import Word, place_of, quoted, words_of

_QUOTES = frozenset("\"'‘’“”„«»")
_PARTS = re.compile(r"[^\W_]+")
_LONGEST = 6
"""A longer word in capitals is emphasis: IMMEDIATELY."""

_IN_BRACKETS = re.compile(r"(?P<before>\S+\s+)?\((?P<inside>[^()]*)\)")


@dataclass(frozen=True)
class Jargon:
    """A word as the text has it, and a plain one for it; "" for an abbreviation."""

    words: str
    plain: str = ""


def jargon(text: str, known: Lexicon, explained: frozenset[str] = frozenset()) -> Jargon | None:
    """The first word that respondents may not know; None where there is none.

    A word of a trade that begins with a capital inside a sentence is a name. An abbreviation is
    fine where brackets explain it, or where it is one of `explained`.
    """
    words = words_of(text)
    for phrase, plain in known.jargon:
        if (at := place_of(words, phrase)) is not None:
            found = words[at : at + len(phrase)]
            if not (found[0].capital and not found[0].opens):
                return Jargon(quoted(text, found), plain)
    capitals = [*_in_capitals(text, words)]
    if len(capitals) > len(words) // 2:  # the whole text shouts
        return None
    explained |= explained_in(text)
    common = _common() | known.abbreviations
    for part in capitals:
        bare = _singular(part)
        if bare.casefold() not in common and not {bare, part} & explained:
            if _is_word(bare.casefold(), known):
                continue
            return Jargon(part)
    return None


def explained_in(text: str) -> frozenset[str]:
    """The abbreviations that brackets explain in a text.

    >>> sorted(explained_in("A VPN (a private connection) and a service agreement (SLA)"))
    ['SLA', 'VPN']
    """
    found = set()
    for match in _IN_BRACKETS.finditer(text):
        inside = match["inside"].strip()
        before = (match["before"] or "").strip()
        if _looks_short(inside):
            found.add(_singular(inside))
        elif before and inside:
            found.update(_singular(part) for part in _PARTS.findall(before) if _looks_short(part))
    return frozenset(found)


def _in_capitals(text: str, words: list[Word]) -> Iterator[str]:
    """The parts of words that look like abbreviations: of VPN-verbinding the first."""
    for word in words:
        whole = text[word.begin : word.end]
        around = text[max(0, word.begin - 1) : word.begin + 1]
        if not set(around) & _QUOTES:  # a passage in quotes is the name of something
            yield from (part for part in _PARTS.findall(whole) if _looks_short(part))


def _looks_short(part: str) -> bool:
    """Whether this is an abbreviation in capitals: SLA, SLAs, 2FA, B2B; not 4K and not Wifi."""
    bare = _singular(part)
    letters = [char for char in bare if char.isalpha()]
    return (
        bare.isalnum()
        and len(bare) <= _LONGEST
        and len(letters) > 1
        and all(char.isupper() for char in letters)
    )


def _singular(part: str) -> str:
    """An abbreviation without its plural: SLAs is SLA."""
    return part[:-1] if len(part) > 2 and part[-1] == "s" and part[:-1].isupper() else part


def _is_word(text: str, known: Lexicon) -> bool:
    """Whether this is an everyday word that somebody stresses: NOT."""
    return text in known.negations | known.light | known.frame | known.clauses | known.stressed


@cache
def _common() -> frozenset[str]:
    """Abbreviations that are known in every language, in lower case."""
    entry = files("kano_cli.checks.wording") / "abbreviations.toml"
    return frozenset(tomllib.loads(entry.read_text("utf-8"))["known"])
