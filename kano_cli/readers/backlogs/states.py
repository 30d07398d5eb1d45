"""What a status says: still to be built, done, or dropped."""

from kano_cli.readers.backlogs.record import Record, Role
from kano_cli.study.priorities import means_never
from kano_cli.study.words import name_key

DONE = {
    name_key(word)
    for word in (
        "done", "closed", "resolved", "complete", "completed", "finished", "fixed", "shipped",
        "released", "deployed", "delivered", "live", "in production", "merged", "implemented",
        "gereed", "klaar", "afgerond", "voltooid", "gesloten", "afgesloten", "opgelost",
        "opgeleverd", "geleverd", "uitgerold", "in productie",
    )
}  # fmt: skip
"""Words for what is built; every other word, such as In Progress, is still to be built."""

DROPPED = {
    name_key(word)
    for word in (
        "cancelled", "canceled", "won't do", "won't fix", "wont do", "wont fix", "wontfix",
        "duplicate", "duplicated", "rejected", "declined", "abandoned", "removed", "obsolete",
        "invalid", "not planned", "cannot reproduce", "could not reproduce", "archived",
        "vervallen", "geannuleerd", "afgewezen", "dubbel", "duplicaat", "verwijderd", "niet doen",
        "wordt niet gedaan", "gaan we niet doen", "niet gepland", "gearchiveerd",
    )
}  # fmt: skip
"""Words for what will not be built, or is built under another item."""

_YES = {
    "true", "yes", "y", "ja", "j", "waar", "x", "v", "1", "100%", "100 %", "✓", "✔", "☑", "✅",
}  # fmt: skip
_DIGITS_OF_A_DAY = 4


def is_yes(text: str) -> bool:
    """Whether a cell says that something happened: a checked box, or the day on which.

    >>> is_yes("TRUE"), is_yes("12/Mar/24 9:41 AM"), is_yes("Nee"), is_yes("80%")
    (True, True, False, False)
    """
    word = name_key(text)
    return word in _YES or word in DONE or sum(map(str.isdecimal, word)) >= _DIGITS_OF_A_DAY


def state_of(record: Record) -> tuple[bool, bool]:
    """Whether an item is done, and whether it was dropped; never both.

    A reason such as "won't do" outweighs a status such as Closed, and a status outweighs a mark
    such as the archive of a Trello board, into which both done and dropped cards go.
    """
    status, stage, resolution = (
        name_key(record.text(role)) for role in (Role.STATUS, Role.STAGE, Role.RESOLUTION)
    )
    labels = {name_key(label) for label in record.all(Role.LABELS)}
    finished = is_yes(record.text(Role.FINISHED))
    said_done = status in DONE or stage in DONE or (not status and resolution in DONE)
    dropped = (
        bool({status, stage, resolution} & DROPPED)
        or means_never(record.text(Role.PRIORITY))
        or (said_done and bool(labels & DROPPED))
    )
    done = not dropped and (said_done or finished)
    dropped = dropped or (not done and is_yes(record.text(Role.CANCELLED)))
    return done, dropped
