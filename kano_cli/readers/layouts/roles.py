"""Tables that say in their column names what each column holds: long tables and counts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kano_cli.errors import KanoError, listed
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.asked import wanted_headers
from kano_cli.readers.questions.durations import duration_columns
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL, named_sides
from kano_cli.readers.questions.values import Reading
from kano_cli.study.language import languages
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.words import name_key

_PAIRS = frozenset({"feature", FUNCTIONAL, DYSFUNCTIONAL})
_ANSWERS = frozenset({"feature", "side", "answer"})
ANSWER_ROLES = (FUNCTIONAL, DYSFUNCTIONAL, "answer")


@cache
def _aliases() -> Mapping[str, str]:
    """The role that a column name has in a long table."""
    return {
        name_key(alias): role
        for language in languages()
        for role, names in language.long.items()
        for alias in names
    }


def _role(header: str) -> str:
    """The role of a column; empty if its name has none."""
    return _aliases().get(name_key(header), "")


def _is_long(roles: Iterable[str]) -> bool:
    """Whether these roles make a table with a row per pair or per answer."""
    there = frozenset(roles)
    return there >= _PAIRS or there >= _ANSWERS


def long_roles(table: Table) -> dict[str, Column]:
    """The columns of a long table by role; empty if the headers are not those of one."""
    roles: dict[str, Column] = {}
    for column in table.columns:
        if role := _role(column.header):
            roles.setdefault(role, column)
    return roles if _is_long(roles) else {}


def feature_rows(table: Table) -> Column | None:
    """The column that names a feature in each row, each once: then its rows are no people."""
    for column in table.columns:
        names = [text for text in column.values if text]
        if _role(column.header) == "feature" and len(names) == table.rows > 1:
            return column
    return None


def rows_are_features(table: Table, named: Column) -> KanoError:
    """The refusal of a table that has a feature in each row and people side by side."""
    return KanoError(
        f"has a feature in each row ({named.place} names it), and kano reads a respondent in each "
        "row",
        table.name,
        "turn rows and columns round; if the rows are respondents, give that column another name",
    )


def long_keys(header: Sequence[str]) -> set[int]:
    """The places in the header of a long table whose columns hold no answers; else none."""
    places = {at: role for at, cell in enumerate(header) if (role := _role(cell))}
    return set(places) if _is_long(places.values()) else set()


def kept_columns(
    header: Sequence[str], questionnaire: Questionnaire | None, by: str = ""
) -> set[int]:
    """The columns of a large file that are kept however many texts they hold.

    They are those that somebody names, and those whose own names say what they hold.
    """
    named = wanted_headers(header, questionnaire, by)
    sided = {at for at, cell in enumerate(header) if named_sides(cell)}
    return named | long_keys(header) | sided | duration_columns(header)


_ROW_NUMBERS = frozenset({"n", "number", "nombre", "número", "numero"})


def numbers_rows(column: Column) -> bool:
    """Whether a column may number the rows, and not count what is in them: N 1, 2, 3."""
    texts = [text for text in column.texts() if text]
    in_order = [str(number) for number in range(1, len(texts) + 1)]
    return name_key(column.header) in _ROW_NUMBERS and texts == in_order and len(texts) > 1


def check_roles(table: Table, roles: Mapping[str, Column], used: Iterable[str]) -> None:
    """Refuse two columns for one of the roles that are used.

    Raises:
        KanoError: with both.
    """
    for role in used:
        same = [column for column in table.columns if _role(column.header) == role]
        if role in roles and len(same) > 1:
            names = " and ".join(column.place.removeprefix("column ") for column in same[:2])
            raise KanoError(
                f"columns {names} could both hold the {role}", table.name, "rename one of them"
            )


def respondent_columns(table: Table) -> list[Column]:
    """The columns whose names say that they hold the respondents."""
    return [column for column in table.columns if _role(column.header) == "respondent"]


def respondent_column(table: Table) -> Column | None:
    """The column whose name says that it holds the respondents.

    Raises:
        KanoError: if two columns say so.
    """
    named = respondent_columns(table)
    check_roles(table, dict.fromkeys(["respondent"], named[0]) if named else {}, ["respondent"])
    return named[0] if named else None


def layout_of(roles: Mapping[str, Column]) -> str:
    """The layout that these roles make."""
    return "counts" if {"count", FUNCTIONAL, DYSFUNCTIONAL} <= roles.keys() else "long"


def needs_roles(table: Table, layout: str) -> KanoError:
    """The refusal of a table that was declared to be long and is not."""
    wanted = "feature, functional, dysfunctional" + (", count" if layout == "counts" else "")
    return KanoError(
        f"is not a {layout} table: its columns are {listed([c.header for c in table.columns])}",
        table.name,
        f"name the columns {wanted}"
        + ("" if layout == "counts" else ", or respondent, feature, side, answer"),
    )


def only_kano_columns(roles: Mapping[str, Column], kano: Sequence[Reading]) -> bool:
    """Whether a table holds no Kano columns beside those of its roles."""
    own = {roles[role].index for role in ANSWER_ROLES if role in roles}
    return all(reading.column.index in own for reading in kano)
