"""A backlog: what a team plans to build, in its order."""

from dataclasses import dataclass

from kano_cli.findings import Finding, Place


@dataclass(frozen=True)
class Item:
    """One thing that is planned or done.

    `features` are the ids of features that the item names by a label `kano:…`, a column or a
    key of its own; `place` is where its record begins. `rank` counts from 1, the most urgent
    first, and equal priorities share a rank; None where the file gives no order. `size` is in
    the unit of the file; `release` has its milestones, versions, cycles or iterations, joined
    by a comma. What was cancelled, rejected or found to be a duplicate is `dropped`: neither
    planned nor done. `parent` is the key of the item that this one is a part of.
    """

    id: str
    title: str
    place: Place
    labels: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    rank: int | None = None
    priority: str = ""
    size: float | None = None
    release: str = ""
    status: str = ""
    done: bool = False
    dropped: bool = False
    parent: str = ""

    @property
    def key(self) -> str:
        """What tells it apart in the next export: its id, else its title."""
        return self.id or self.title

    @property
    def open(self) -> bool:
        """Whether it is still to be built."""
        return not self.done and not self.dropped

    @property
    def name(self) -> str:
        """How a message calls it: its title, else its id."""
        return self.title or self.id


@dataclass(frozen=True)
class Backlog:
    """The items of a file, in its order; `tool` is who wrote it, empty where it does not show.

    `findings` say what was assumed while it was read.
    """

    file: str
    items: tuple[Item, ...]
    tool: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The items that are still to be built."""
        return tuple(item for item in self.items if item.open)
