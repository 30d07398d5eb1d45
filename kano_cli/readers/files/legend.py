"""A legend: a page, or the lines above a table, that say which code is which answer."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from kano_cli.core.categories import Answer
from kano_cli.study.language import languages
from kano_cli.study.words import name_key

_TOGETHER = re.compile(r"^\W*?([A-Za-z]{0,2}-?\d{1,3})\s*(?:[-–:.=)]|is)\s*(\S.*)$", re.DOTALL)
_CODE = re.compile(r"^(?:[A-Za-z]{1,2}0*\d{1,2}|-?\d{1,2}(?:\.0)?)$")
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
_FIVE = len(Answer)


def legend_codes(
    rows: Iterable[Sequence[str]], answer: Callable[[str], Answer | None]
) -> Mapping[str, Answer]:
    """The codes of all five answers, if these rows say them all, each once; else none.

    A line of a legend holds a code and an answer side by side, or both in one cell: `1 = I like
    it`. Where two lines contradict each other nothing is known.
    """
    codes: dict[str, Answer] = {}
    for row in rows:
        if any(name_key(cell) in _counting() for cell in row):
            return {}  # how often each answer was given
        for code, said in _lines(row, answer):
            if codes.setdefault(code, said) != said:
                return {}
    answers = list(codes.values())
    whole = len(answers) == len(set(answers)) == _FIVE
    return codes if whole and _in_order(codes) else {}


@cache
def _counting() -> frozenset[str]:
    """Headings that say that numbers count something."""
    named = [language.long.get("count", frozenset()) for language in languages()]
    return frozenset(name_key(name) for names in named for name in names) | {"%", "percent", "rank"}


def _in_order(codes: Mapping[str, Answer]) -> bool:
    """Whether the codes go up, or down, from like to dislike, as codes do and counts do not."""
    by_answer = sorted(codes, key=lambda code: codes[code])
    ranks = [(re.sub(r"[\d.-]", "", code), float(_DIGITS.findall(code)[0])) for code in by_answer]
    return ranks in (sorted(ranks), sorted(ranks, reverse=True)) and len(set(ranks)) == _FIVE


def _lines(
    row: Sequence[str], answer: Callable[[str], Answer | None]
) -> Iterable[tuple[str, Answer]]:
    """The codes that a row explains, with their answers."""
    filled = [cell for cell in row if cell]
    for cell in filled:
        together = _TOGETHER.match(cell)
        said = answer(together[2]) if together else None
        if together and said and answer(cell) is None:
            yield together[1], said
    # Only where nothing else stands in the row: a respondent has more to say.
    couples = [filled, filled[::-1]] if len(filled) == 2 else []
    for code, text in couples:
        said = answer(text)
        # A code may be known already, by --codes: then the two must not contradict each other.
        if _CODE.match(code) and said and not _CODE.match(text):
            yield code, said
