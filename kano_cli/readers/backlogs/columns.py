"""Which column or key of a backlog is about what, by the names that tools and teams give it."""

import re
from collections.abc import Mapping, Sequence

from kano_cli.errors import KanoError, listed
from kano_cli.readers.backlogs.record import SEVERAL, Role
from kano_cli.study.words import name_key

ALIASES: Mapping[Role, tuple[str, ...]] = {
    Role.ID: (
        "issue key", "key", "identifier", "number", "issue number", "task id", "card id",
        "work item id", "item id", "id", "nr", "no", "#", "nummer", "sleutel", "issue id", "ticket",
    ),
    Role.OTHER_ID: ("issue id", "uuid", "id"),
    Role.TITLE: ("title", "titel", "summary", "samenvatting", "subject", "onderwerp", "user story"),
    Role.LABELS: ("labels", "label", "tags", "tag", "labelnames", "etiketten"),
    Role.FEATURE: (
        "kano", "kano feature", "kano id", "feature id", "kano features", "kano kenmerk",
        "kenmerk id",
    ),
    Role.STATUS: (
        "status", "state", "list name", "list", "section/column", "section", "column", "lijst",
        "kolom", "toestand", "fase",
    ),
    Role.STAGE: ("status category", "state type", "statuscategorie"),
    Role.RESOLUTION: ("resolution", "statereason", "state reason", "close reason", "oplossing"),
    Role.FINISHED: (
        "completed at", "completed", "done", "closed", "gereed", "klaar", "afgerond", "voltooid",
        "voltooid op",
    ),
    Role.CANCELLED: ("canceled", "cancelled", "canceled at", "geannuleerd", "vervallen"),
    Role.PRIORITY: ("priority", "prioriteit", "prio", "moscow", "urgency", "urgentie"),
    Role.ORDER: ("stack rank", "backlog priority", "rank", "order", "rang", "volgorde"),
    Role.SIZE: (
        "story points", "story point estimate", "storypoints", "storypunten", "points", "punten",
        "estimate", "effort", "size", "omvang", "schatting", "inschatting", "grootte",
    ),
    Role.RELEASE: (
        "fix versions", "fix version/s", "fix version", "release", "milestone", "project milestone",
        "target version", "version", "sprint", "cycle name", "cycle", "cycle number",
        "iteration path", "iteration", "versie", "mijlpaal", "iteratie", "opleverversie",
    ),
    Role.PARENT: (
        "parent key", "parent issue", "parent id", "parent", "parent task", "epic link",
        "bovenliggende taak", "bovenliggend item",
    ),
}  # fmt: skip
"""By role, the best name first: of several columns for one role the first with a text counts."""

WEAK_TITLES = (
    "name", "naam", "task name", "card name", "task", "taak", "item", "story", "feature",
    "feature name", "kenmerk", "functionaliteit", "omschrijving kort",
)  # fmt: skip
"""Titles where nothing better is there: beside a title they may name a person or a project."""

_CUSTOM = re.compile(r"custom field \((.*)\)", re.IGNORECASE)
_NUMBER = "cycle number"
_NUMBERED_TITLE = re.compile(r"(?:title|titel) \d+")


def column_key(header: str) -> str:
    """A header as it is matched, without what Jira puts around its own fields.

    >>> column_key("Custom field (Story_Points)")
    'story points'
    """
    custom = _CUSTOM.fullmatch(header.strip())
    return name_key(custom[1] if custom else header)


_KEYS = {role: tuple(map(name_key, aliases)) for role, aliases in ALIASES.items()}
_ROLE_KEYS = {key for keys in _KEYS.values() for key in keys}
_TITLE_KEYS = [name_key(alias) for alias in (*ALIASES[Role.TITLE], *WEAK_TITLES)]


def is_known(header: str) -> bool:
    """Whether a text is a name that some column of a backlog has."""
    key = column_key(header)
    return key in _ROLE_KEYS or is_title(header)


def is_title(header: str) -> bool:
    """Whether a text is a name that a column of titles has."""
    key = column_key(header)
    return key in _TITLE_KEYS or _NUMBERED_TITLE.fullmatch(key) is not None


def roles_of(
    headers: Sequence[str], filled: Sequence[bool], place: str
) -> dict[Role, tuple[int, ...]]:
    """The columns of each role, counted from 0; `filled` says which of them hold any text.

    Raises:
        KanoError: where no column holds titles, or several do, or two of one name share a role
            of which an item has only one.
    """
    keys = [column_key(header) for header in headers]
    roles = {Role.TITLE: _titles(headers, keys, filled, place)}
    for role, aliases in _KEYS.items():
        if role is Role.TITLE:
            continue
        by_alias = [tuple(at for at, key in enumerate(keys) if key == alias) for alias in aliases]
        found = [columns for columns in by_alias if columns]
        if not found:
            continue
        if role in SEVERAL:
            # A cycle of Linear has a number and a name: one release, not two.
            found = [each for each in found if "cycle name" not in keys or keys[each[0]] != _NUMBER]
            roles[role] = tuple(sorted(at for columns in found for at in columns))
            continue
        held = [tuple(at for at in columns if filled[at]) for columns in found]
        best = next((columns for columns in held if columns), found[0][:1])
        if len(best) > 1 and role is not Role.OTHER_ID:
            raise KanoError(
                f"two columns are called {listed([headers[best[0]]])}",
                place,
                "rename or remove one of them",
            )
        roles[role] = best[:1]
    if roles.get(Role.OTHER_ID) == roles.get(Role.ID):
        roles.pop(Role.OTHER_ID, None)
    return roles


def _titles(
    headers: Sequence[str], keys: Sequence[str], filled: Sequence[bool], place: str
) -> tuple[int, ...]:
    """The column of titles; Azure DevOps gives every level of a tree a numbered one."""
    numbered = tuple(at for at, key in enumerate(keys) if _NUMBERED_TITLE.fullmatch(key))
    strong = [at for at, key in enumerate(keys) if key in _TITLE_KEYS[: len(ALIASES[Role.TITLE])]]
    weak = [at for at, key in enumerate(keys) if key in _TITLE_KEYS]
    if numbered and not strong:
        return numbered
    there = strong or weak
    found = [at for at in there if filled[at]] or there[:1]
    if not found:
        named = [header for header in headers if header.strip()]
        raise KanoError(
            "no column holds the titles of the items",
            place,
            f"call one of them Title; its columns are {listed(named)}"
            if named
            else "write the names of the columns in the first row, one of them Title",
        )
    if len(found) > 1:
        raise KanoError(
            f"two columns could hold the titles: {listed(headers[at] for at in found)}",
            place,
            "rename or remove one of them",
        )
    return (found[0],)
