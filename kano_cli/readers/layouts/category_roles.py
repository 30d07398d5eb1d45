"""Tables of counts by category: which column holds what, by its name."""

from collections.abc import Mapping, Sequence
from functools import cache

from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.options import ReadOptions
from kano_cli.study.language import languages
from kano_cli.study.words import name_key

FEATURE, TOTAL = "feature", "total"
NEEDED = (Category.BASIC, Category.PERFORMANCE, Category.WOW, Category.INDIFFERENT)
_ENOUGH = 3
_HEAD = 20


@cache
def _aliases() -> Mapping[str, str]:
    """The role that a column name has: feature, total, or the word of a category."""
    found: dict[str, str] = {}
    for language in languages():
        for role, names in ((TOTAL, "count"), (FEATURE, "feature")):
            found |= {name_key(name): role for name in language.long.get(names, ())}
        for role, texts in language.categories.items():
            found |= {name_key(text): role for text in texts}
    for category in Category:
        found |= {name_key(text): category.word for text in (category.letter, category.term)}
    return found


def names_total(text: str) -> bool:
    """Whether a text is a name for the sum of all.

    >>> names_total("Totaal"), names_total("Total bike")
    (True, False)
    """
    return any(name_key(text) in language.categories.get(TOTAL, ()) for language in languages())


def category_roles(table: Table) -> dict[str, Column]:
    """The columns of a table of counts by category by role; empty if it is not one.

    The roles are feature, the words of the categories, and total. Single letters say little, so
    they count only where M, O, A and I are all there; of words three of these four are enough.
    """
    places = _places([column.header for column in table.columns])
    return {role: table.columns[at] for role, at in places.items()}


def category_header(rows: Sequence[Sequence[str]]) -> int | None:
    """The row, counted from 0, that names the columns of such a table; None without one."""
    return next((at for at, row in enumerate(rows[:_HEAD]) if _places(row)), None)


def wanted_header(
    rows: Sequence[Sequence[str]], numbers: Sequence[int], options: ReadOptions
) -> int | None:
    """The number of the header row: the one that the user names, or that names categories.

    Words such as Must-be and Indifferent are answers, too, so a header of categories would be
    taken for a row of answers.
    """
    if options.header_row is not None or options.layout not in ("", "categories"):
        return options.header_row
    at = category_header(rows)
    return None if at is None else numbers[at]


def _places(header: Sequence[str]) -> dict[str, int]:
    """Where the columns of each role stand in a header row; empty if it names none."""
    keys = [name_key(cell) for cell in header]
    places: dict[str, int] = {}
    for at, key in enumerate(keys):
        if role := _aliases().get(key):
            places.setdefault(role, at)
    if FEATURE not in places and keys and not keys[0]:
        # Many tables leave the corner over the names blank.
        places[FEATURE] = 0
    there = [places[category.word] for category in NEEDED if category.word in places]
    worded = sum(len(keys[at]) > 1 for at in there)
    enough = len(there) == len(NEEDED) or worded >= _ENOUGH
    return places if FEATURE in places and enough else {}


def check_columns(table: Table, roles: Mapping[str, Column]) -> tuple[str, ...]:
    """Refuse a column that is missing or there twice; gives the words of those left out.

    Raises:
        KanoError: for a missing column, unless it is reverse or questionable, and for two columns
            with one role.
    """
    for role in roles:
        same = [c for c in table.columns if _aliases().get(name_key(c.header)) == role]
        if len(same) > 1:
            names = " and ".join(column.place.removeprefix("column ") for column in same[:2])
            what = f"counts of {role}" if role in CATEGORY_WORDS else role
            raise KanoError(
                f"columns {names} could both hold the {what}", table.name, "rename one of them"
            )
    absent = [word for word in CATEGORY_WORDS if word not in roles]
    for category in NEEDED:
        if category.word in absent:
            raise KanoError(
                f"counts categories and has no column for {category.word}",
                table.name,
                f"name the column {category.word} or {category.letter}; if nobody answered so "
                "fill it with 0",
            )
    return tuple(absent)


def needs_categories(table: Table) -> KanoError:
    """The refusal of a table that was declared to count categories and does not."""
    return KanoError(
        "is no table of counts by category: its columns are not named so",
        table.name,
        f"name the columns feature, {', '.join(CATEGORY_WORDS)}, or feature, M, O, A, I, R, Q",
    )
