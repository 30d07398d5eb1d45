"""What stands on the screen of an interview, before any terminal."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Screen:
    """One thing that is asked or said.

    `choices` are what to type and what that means; `given` is the key of the answer from before;
    `keys` are those beside the answers, as `choices`; `notes` stand under all, such as help;
    `more` says how to read on where there is more than the screen holds.
    """

    title: str = ""
    progress: str = ""
    name: str = ""
    texts: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    given: str = ""
    given_word: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    more: str = ""


class ClosedError(Exception):
    """Nobody can answer any more: the end of the input, or Ctrl-D."""


class Terminal(Protocol):
    """Where a screen is shown and a key is typed."""

    @property
    def by_key(self) -> bool:
        """Whether one key is enough; else whole lines are read."""

    @property
    def by_person(self) -> bool:
        """Whether somebody types there, who can be asked again; else it is a pipe."""

    def ask(self, screen: Screen, keys: Collection[str]) -> str:
        """Show a screen and give what was typed: one of `keys`, "" for Enter, or anything else.

        Raises:
            ClosedError: if the input has ended.
        """
