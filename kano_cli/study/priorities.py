"""Words for how urgent an item of a backlog is, and their order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kano_cli.study.words import name_key

_WONT = (
    "won't", "won't have", "won't have this time", "wont", "wont have", "will not have",
    "w", "niet", "niet nu",
)  # fmt: skip

SCALES: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Jira, today and before; Linear and Azure DevOps
    (("highest",), ("high",), ("medium",), ("low",), ("lowest",)),
    (("blocker",), ("critical",), ("major",), ("minor",), ("trivial",)),
    (("urgent",), ("high",), ("medium", "normal"), ("low",), ("no priority", "none")),
    (("1",), ("2",), ("3",), ("4",)),
    # what teams write themselves
    (("critical",), ("high",), ("medium", "moderate", "normal"), ("low",), ("none",)),
    (
        ("must have", "must", "m"),
        ("should have", "should", "s"),
        ("could have", "could", "c"),
        _WONT,
    ),
    (("p0",), ("p1",), ("p2",), ("p3",), ("p4",), ("p5",)),
    (("now",), ("next",), ("later",)),
    # Dutch
    (
        ("hoogste", "hoogst", "zeer hoog"),
        ("hoog",),
        ("middel", "gemiddeld", "midden", "normaal"),
        ("laag",),
        ("laagste", "laagst", "zeer laag"),
    ),
    (
        ("urgent", "dringend", "spoed", "kritiek"),
        ("hoog",),
        ("middel", "gemiddeld", "midden", "normaal"),
        ("laag",),
        ("geen", "geen prioriteit"),
    ),
    (("nu",), ("straks", "hierna", "volgende"), ("later",)),
)
"""Each has levels, the most urgent first, and each level has words for one and the same.

No two scales order two words differently, so it does not matter which one explains a file.
"""


@dataclass(frozen=True)
class PriorityScale:
    """The priorities of a backlog; `levels` goes by normalised word, 0 is the most urgent."""

    levels: Mapping[str, int]

    def level(self, word: str) -> int | None:
        """How urgent a word is; None where the scale does not have it."""
        return self.levels.get(name_key(word))


def priority_scale(words: Collection[str], own: Sequence[str] = ()) -> PriorityScale | None:
    """The scale that has all these words: the team's own, if it names one, else a known one.

    None where no scale has them all; nothing is guessed from a part of them.

    >>> scale = priority_scale(["High", "Urgent"])
    >>> scale.level("Urgent"), scale.level("high"), priority_scale(["High", "Soon"])
    (0, 1, None)
    """
    keys = {name_key(word) for word in words}
    scales = [tuple((word,) for word in own)] if own else SCALES
    for scale in scales:
        levels = {name_key(word): at for at, level in enumerate(scale) for word in level}
        if keys <= levels.keys():
            return PriorityScale(levels)
    return None


def means_never(word: str) -> bool:
    """Whether a priority says that the item is not going to be built: the W of MoSCoW.

    >>> means_never("Won’t have"), means_never("Could have")
    (True, False)
    """
    return name_key(word) in _NEVER


_NEVER = {name_key(word) for word in _WONT}
