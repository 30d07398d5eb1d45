"""What goes wrong in a user's command or file, and how a run ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum


class ExitCode(IntEnum):
    """How a run of `kano` ends; the same table stands in `kano --help` and the README."""

    OK = 0
    FAILED = 1
    USAGE = 2
    INTERNAL = 3
    INCONCLUSIVE = 4
    INTERRUPTED = 130


@dataclass(eq=False)
class KanoError(Exception):
    """A mistake in a command or a file: what, where as a spreadsheet shows it, what to do.

    A file that was opened and not understood is `inspectable`: `kano inspect` shows how far. The
    form of one respondent that cannot count says in `left_out` why: among others it is left out.
    """

    message: str
    place: str = ""
    hint: str = ""
    inspectable: bool = False
    left_out: str = ""

    def __str__(self) -> str:
        """All three, as stderr shows them: one line, and one for the hint."""
        where = f"{self.place}: " if self.place else ""
        hint = f"\nhint: {self.hint}" if self.hint else ""
        return visible(f"{where}{self.message}") + visible(hint, keep_breaks=True)


# C0, DEL and C1 controls, and the bidirectional overrides: all could drive a terminal.
_HIDDEN = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_VISIBLE = str.maketrans(dict.fromkeys(_HIDDEN, "�"))
_BREAKS = str.maketrans({"\r": " ", "\n": " ", "\t": " "})


def visible(text: str, *, keep_breaks: bool = False) -> str:
    r"""`text` with nothing in it that a terminal would obey.

    >>> visible("a\x1b[2Jb\nc")
    'a�[2Jb c'
    """
    if keep_breaks:
        return "\n".join(visible(line) for line in text.split("\n"))
    return text.replace("\r\n", " ").translate(_BREAKS).translate(_VISIBLE)


def shortened(text: str, limit: int = 60) -> str:
    """`text` as a message quotes it: visible, on one line, at most `limit` characters."""
    line = visible(text).strip()
    return line if len(line) <= limit else line[: limit - 1] + "…"


def nearest(wanted: str, known: Iterable[str], count: int = 3, cutoff: float = 0.5) -> list[str]:
    """The `count` known words most like `wanted`, best first; empty where none is near.

    >>> nearest("Dark mod", ["Dark mode", "Search"])
    ['Dark mode']
    """
    by_fold = {word.casefold(): word for word in known}
    matches = get_close_matches(wanted.casefold(), by_fold, n=count, cutoff=cutoff)
    return [by_fold[match] for match in matches]


def listed(words: Iterable[str], limit: int = 8) -> str:
    """The words quoted and joined for a message, with the number left out.

    >>> listed(["a", "b", "c"], limit=2)
    '"a", "b" and 1 more'
    """
    quoted = [f'"{shortened(word)}"' for word in words]
    more = len(quoted) - limit
    return ", ".join(quoted[:limit]) + (f" and {more} more" if more > 0 else "")
