"""One record of a backlog before it is understood: texts by what they are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kano_cli.findings import Place


class Role(StrEnum):
    """What a column or key of a backlog is about; everything else in a file is never kept."""

    ID = "id"
    OTHER_ID = "other id"
    TITLE = "title"
    LABELS = "labels"
    FEATURE = "feature"
    STATUS = "status"
    STAGE = "stage"
    RESOLUTION = "resolution"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    PRIORITY = "priority"
    ORDER = "order"
    SIZE = "size"
    RELEASE = "release"
    PARENT = "parent"


SEVERAL = frozenset({Role.LABELS, Role.FEATURE, Role.RELEASE})
"""Roles of which an item may have many; columns of one of them are merged."""


@dataclass(frozen=True)
class Record:
    """The texts of one item by their role, none of them blank, and where the item begins."""

    place: Place
    texts: Mapping[Role, tuple[str, ...]]

    def text(self, role: Role) -> str:
        """The one text of a role; blank where there is none."""
        return self.texts.get(role, ("",))[0]

    def all(self, role: Role) -> tuple[str, ...]:
        """All texts of a role."""
        return self.texts.get(role, ())

    @property
    def key(self) -> str:
        """What a map file calls it: its id, else its title."""
        return self.text(Role.ID) or " ".join(self.text(Role.TITLE).split())

    @property
    def called(self) -> bool:
        """Whether it has a name; else it is a blank line or a total."""
        return Role.TITLE in self.texts or Role.ID in self.texts


@dataclass(frozen=True)
class Records:
    """The records of a file, in its order."""

    records: tuple[Record, ...]
    tool: str = ""
