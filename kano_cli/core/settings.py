"""Settings that make sense: every word in them known, every number in its range."""

from collections.abc import Collection

from kano_cli.core.intervals import INTERVALS
from kano_cli.core.ranking import SORTS
from kano_cli.core.result import Settings
from kano_cli.core.rules import RULES
from kano_cli.errors import KanoError, nearest


def checked(settings: Settings) -> Settings:
    """The settings, once every word and number in them makes sense.

    Raises:
        KanoError: for a rule, an order or a confidence that does not exist.
    """
    known_word(settings.rule, RULES, "--rule", "rule")
    known_word(settings.sort, SORTS, "--sort", "order")
    known_word(settings.intervals, INTERVALS, "intervals", "kind of interval")
    # So near to 1 that its half is 1: then no interval has an end.
    if not settings.confidence > 0 or (1 + settings.confidence) / 2 >= 1:
        raise KanoError(
            f"{settings.confidence:g} is not between 0 and 1", "--confidence", "write 0.95 for 95 %"
        )
    if not settings.prior > 0:
        raise KanoError(f"the prior {settings.prior:g} is not above 0", hint="leave it at 0.5")
    return settings


def known_word(word: str, words: Collection[str], option: str, what: str) -> str:
    """`word`, once it is one of `words`.

    Raises:
        KanoError: if it is none of them, with those there are.
    """
    if word in words:
        return word
    near = nearest(word, words, 1)
    meant = f'did you mean "{near[0]}"? ' if near else ""
    raise KanoError(
        f'there is no {what} "{word}"', option, f"{meant}choose from {', '.join(words)}"
    )
