"""Which text is which answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.study.language import Wording, languages
from kano_cli.study.words import normal, without_accents

# The digits of any script, and what a spreadsheet hangs behind a whole number.
_WHOLE = re.compile(r"^\+?(-?\d{1,15})(?:\.0*|,0{1,2})?$")

SIDES = ("functional", "dysfunctional")

ANSWER_CODES: Mapping[Answer, str] = {
    Answer.LIKE: "like",
    Answer.MUST_BE: "must",
    Answer.NEUTRAL: "neut",
    Answer.LIVE_WITH: "live",
    Answer.DISLIKE: "disl",
}
"""What forms call the answers: at most five letters, which every survey tool takes."""


@dataclass(frozen=True)
class Scale:
    """The answers that count, by normalised text, for each side.

    `languages` says of each text in which languages it is worded; `shown` holds the texts
    as people wrote them, for messages;
    `form_codes` are read as well, though nobody wrote them into a questionnaire.
    """

    functional: Mapping[str, Answer]
    dysfunctional: Mapping[str, Answer]
    languages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    own: bool = False
    form_codes: frozenset[str] = frozenset()

    def with_form_codes(self) -> "Scale":
        """The same scale, which also reads the codes of our own forms where they are free."""
        taken = {*self.functional, *self.dysfunctional}
        codes = {code: answer for answer, code in ANSWER_CODES.items() if code not in taken}
        return replace(
            self,
            functional={**self.functional, **codes},
            dysfunctional={**self.dysfunctional, **codes},
            form_codes=frozenset(codes),
        )

    def texts(self, side: str) -> Mapping[str, Answer]:
        """The answers of one side as somebody worded them: without the codes of our forms."""
        answers = self.side(side)
        return {text: of for text, of in answers.items() if text not in self.form_codes}

    def side(self, side: str) -> Mapping[str, Answer]:
        """The answers of one side."""
        return self.functional if side == "functional" else self.dysfunctional

    def answer(self, text: str, side: str = "") -> Answer | None:
        """What a text says on a side, or on either; accents may be missing in it."""
        key = code_text(text)
        for answers in [self.side(side)] if side else [self.functional, self.dysfunctional]:
            if (answer := answers.get(key) or answers.get(without_accents(key))) is not None:
                return answer
        return None

    def with_codes(self, codes: Mapping[str, Answer]) -> "Scale":
        """The same scale, and these codes on both sides."""
        folded = {code_text(code): answer for code, answer in codes.items()}
        for code, answer in folded.items():
            said = self.functional.get(code) or self.dysfunctional.get(code)
            if said not in (None, answer):
                raise KanoError(
                    f"--codes says that {code} is {answer.word}, and the scale says that it is "
                    f"{said.word}",
                    "--codes",
                    "leave out --codes, or mend scale: in the questionnaire",
                )
        return Scale(
            {**self.functional, **folded},
            {**self.dysfunctional, **folded},
            self.languages,
            self.shown,
            self.own,
            self.form_codes - set(folded),
        )


@cache
def built_in() -> Scale:
    """All shipped wordings together; a test proves that no text means two answers."""
    sides: dict[str, dict[str, Answer]] = {side: {} for side in SIDES}
    spoken: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for language in languages():
        for wording in language.wordings:
            for side in SIDES:
                for answer, texts in _answers(wording, side).items():
                    for text in texts:
                        shown.setdefault(normal(text), text)
                        for key in {normal(text), without_accents(normal(text))}:
                            sides[side][key] = answer
                            spoken.setdefault(key, set()).add(language.code)
    # A text of one side is a word of the language all the same, if the other side has no other.
    for side, other in (SIDES, SIDES[::-1]):
        sides[side] = {**sides[other], **sides[side]}
    return Scale(
        sides["functional"],
        sides["dysfunctional"],
        {text: frozenset(codes) for text, codes in spoken.items()},
        shown,
    )


def _answers(wording: Wording, side: str) -> Mapping[Answer, tuple[str, ...]]:
    """One side of a wording."""
    return wording.functional if side == "functional" else wording.dysfunctional


def own_scale(
    texts: Mapping[str, Mapping[Answer, tuple[str, ...]]], places: Mapping[str, str] | None = None
) -> Scale:
    """A questionnaire's own wording: for each side the texts of each answer.

    Args:
        texts: by side and answer; the first text is what a form shows.
        places: where each text stands, for messages.

    Raises:
        KanoError: if one text stands for two answers of a side, or for none.
    """
    places = places or {}
    sides: dict[str, dict[str, Answer]] = {}
    shown: dict[str, str] = {}
    for side in SIDES:
        sides[side] = {}
        for answer, wordings in texts[side].items():
            for text in wordings:
                key = code_text(text)
                if not key:
                    raise KanoError(
                        f"the text for {answer.word} is blank, and a blank is no answer",
                        places.get(text, ""),
                        "write what respondents read",
                    )
                if (first := sides[side].setdefault(key, answer)) != answer:
                    raise KanoError(
                        f'"{text}" stands for both {first.word} and {answer.word}',
                        places.get(text, ""),
                        "give each answer a text of its own; capitals and closing dots make no "
                        "difference",
                    )
                shown[key] = text
    return Scale(sides["functional"], sides["dysfunctional"], shown=shown, own=True)


def code_text(text: str) -> str:
    """A text or code as it is compared; numbers are the same however they are written.

    >>> code_text("1.0"), code_text("01"), code_text("１"), code_text("I like it.")
    ('1', '1', '1', 'i like it')
    """
    folded = normal(text)
    return str(int(number[1])) if (number := _WHOLE.match(folded)) else folded


def parse_codes(declared: str) -> dict[str, Answer]:
    """What `--codes` declares: the code of each answer, or which end of 1..5 is like.

    `like=1` counts up to dislike, `like=5` counts down; `like=0` and `like=4` do so for 0..4.

    >>> {code: answer.word for code, answer in parse_codes("like=5").items()}
    {'5': 'like', '4': 'must-be', '3': 'neutral', '2': 'live-with', '1': 'dislike'}
    >>> parse_codes("AO01=like,AO02=must-be,AO03=neutral,AO04=live-with,AO05=dislike")["AO05"].word
    'dislike'
    """
    by_word = {answer.word: answer for answer in Answer}
    codes: dict[str, Answer] = {}
    taken: dict[str, Answer] = {}
    for entry in declared.split(","):
        left, equals, right = (part.strip() for part in entry.partition("="))
        code, word = (right, left) if left.lower() in by_word else (left, right)
        if not equals or not normal(code) or word.lower() not in by_word:
            raise KanoError(
                f'cannot read "{entry.strip()}"',
                "--codes",
                "write --codes like=1, --codes like=5 or "
                "--codes 1=like,2=must-be,3=neutral,4=live-with,5=dislike",
            )
        codes[code] = answer = by_word[word.lower()]
        if (first := taken.setdefault(code_text(code), answer)) != answer:
            raise KanoError(
                f'the code "{code}" stands for both {first.word} and {answer.word}',
                "--codes",
                "give each code one answer",
            )
    if list(taken.values()) == [Answer.LIKE]:
        return _counted(next(iter(codes)))
    unnamed = [word for word, answer in by_word.items() if answer not in codes.values()]
    if unnamed:
        raise KanoError(
            f"nothing says which code is {', '.join(unnamed)}",
            "--codes",
            "name all five answers, or only like=1 or like=5",
        )
    return codes


def _counted(like: str) -> dict[str, Answer]:
    """Five codes in a row, from the one that is like."""
    steps = {"0": 1, "1": 1, "5": -1, "4": -1}
    first = code_text(like)
    if first not in steps:
        raise KanoError(
            f"like={like} does not say how the other answers are coded",
            "--codes",
            f"write all five: --codes {like}=like,…=must-be,…=neutral,…=live-with,…=dislike",
        )
    return {str(int(first) + steps[first] * place): answer for place, answer in enumerate(Answer)}
