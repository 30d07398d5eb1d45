"""Which survey tool wrote a table: the one whose declared header stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.errors import KanoError, nearest
from kano_cli.readers.platforms.platform import Claim, Platform, platforms, platforms_naming
from kano_cli.study.words import normal

NO_PLATFORM = "none"
"""What `--platform` takes to read a file without the rules of any survey tool."""

_TOP_ROWS = 10


@dataclass(frozen=True)
class Claimed:
    """A survey tool, the shape of header that fits, and the row, counted from 0, where it fits."""

    platform: Platform
    claim: Claim
    row: int


def claimed(
    rows: Sequence[Sequence[str]], place: str, wanted: str = "", *, records: bool = False
) -> Claimed | None:
    """The survey tool that claims the first of these rows that any tool claims.

    Args:
        rows: the top of the table; only the first ten are looked at.
        place: the file, for messages.
        wanted: the id of a tool, or `none`: what the user says.
        records: whether the file holds records, as JSON does.

    Raises:
        KanoError: if two tools claim it, or the wanted one does not exist or does not fit.
    """
    if wanted == NO_PLATFORM:
        return None
    if wanted:
        _check(wanted)
    for at, row in enumerate(rows[:_TOP_ROWS]):
        folded = [normal(cell) for cell in row]
        found = {
            platform.id: Claimed(platform, claim, at)
            for platform in (platforms() if records else platforms_naming(folded))
            for claim in platform.claims[::-1]
            if claim.fits(folded, records=records)
        }
        if wanted in found:
            return found[wanted]
        if len(found) == 1 and not wanted:
            return next(iter(found.values()))
        if found and not wanted:
            names = " and of ".join(one.platform.name for one in found.values())
            raise KanoError(
                f"looks like an export of {names}",
                place,
                f"say which with --platform {' or --platform '.join(found)}",
            )
    if wanted:
        raise KanoError(
            f"does not have the columns of an export of {_check(wanted).name}",
            place,
            "leave out --platform",
        )
    return None


def _check(wanted: str) -> Platform:
    """The survey tool of this id, if there is one."""
    known = {platform.id: platform for platform in platforms()}
    if wanted not in known:
        near = nearest(wanted, known, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no survey tool "{wanted}"',
            "--platform",
            f"{meant}choose from {', '.join([*known, NO_PLATFORM])}",
        )
    return known[wanted]
