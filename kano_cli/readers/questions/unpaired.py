"""Why columns of answers do not make pairs, and the smallest thing that settles it."""

from collections.abc import Sequence

from kano_cli.errors import KanoError, nearest, shortened
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.pairs import Alone, Doubt, Pair
from kano_cli.readers.questions.sides import IMPORTANCE, named_sides
from kano_cli.study.words import normal

NAME_THEM = "name the columns under columns: in a --questionnaire"


def unpaired(table: Table, columns: Sequence[Column], found: Alone | Doubt | None) -> KanoError:
    """The refusal of columns that hold answers, with what was found instead of pairs."""
    if isinstance(found, Alone):
        return _without_partner(table, found.column, columns)
    if isinstance(found, Doubt) and found.ambiguous:
        return _doubtful(table, columns, found)
    if (double := _double(table, columns)) is not None:
        return double
    if (alone := _alone(columns)) is not None:
        return _without_partner(table, alone, columns)
    if found is not None:
        return _doubtful(table, columns, found)
    return _mixed(table, columns)


def two_of_one_name(table: Table, name: str, one: Pair, other: Pair) -> KanoError:
    """Two features that would be called alike."""
    letters = [f"{pair.functional.letter} and {pair.dysfunctional.letter}" for pair in (one, other)]
    return KanoError(
        f'two pairs are called "{shortened(name)}": columns {letters[0]}, and {letters[1]}',
        table.name,
        "give each its own name, and its columns under columns:, in a --questionnaire",
    )


def odd_number(table: Table, columns: Sequence[Column]) -> KanoError:
    """Pairs by position, and one column too many or too few."""
    return KanoError(
        f"{len(columns)} columns hold Kano answers ({_letters(columns)}), so one half of a pair is "
        "missing",
        table.name,
        NAME_THEM,
    )


def _letters(columns: Sequence[Column]) -> str:
    """The columns by their letters, as many as a message can hold."""
    return ", ".join(column.letter for column in columns[:12]) + (" …" if len(columns) > 12 else "")


def _double(table: Table, columns: Sequence[Column]) -> KanoError | None:
    """Two columns for one question: under the same header, or as the same side of one stem."""
    seen: dict[object, Column] = {}
    for column in columns:
        halves = [(n.key, n.side) for n in named_sides(column.header) if not n.spaced]
        for same in [normal(column.header), *halves]:
            first = seen.setdefault(same, column)
            if first is not column and not column.header.strip():
                return KanoError(
                    "the column holds answers and has no name",
                    table.column_place(column),
                    f"give each column one, or {NAME_THEM}",
                )
            if first is not column:
                return KanoError(
                    f"the column asks the same question as {first.titled(40)}",
                    table.column_place(column),
                    f"rename one of them, or {NAME_THEM}",
                )
    return None


def _alone(columns: Sequence[Column]) -> Column | None:
    """The first column without a partner, where the others have one, or all name their side."""
    halves = {(n.key, n.side) for column in columns for n in named_sides(column.header)}
    alone = [column for column in columns if not _paired(column, halves)]
    sided = all(named_sides(column.header) for column in columns)
    if alone and (sided or 2 * len(alone) <= len(columns) or len(columns) == 1):
        return alone[0]
    return None


def _paired(column: Column, halves: set[tuple[tuple[str, str], str]]) -> bool:
    """Whether the other side of a column's stem is among these halves, too."""
    return any(
        key == named.key and side not in (named.side, IMPORTANCE)
        for named in named_sides(column.header)
        for key, side in halves
    )


def _without_partner(table: Table, column: Column, columns: Sequence[Column]) -> KanoError:
    """One half of a pair is missing; its name may only be misspelled."""
    halves = {(n.key, n.side) for one in columns for n in named_sides(one.header)}
    free = [one for one in table.columns if one is not column and not _paired(one, halves)]
    others = {one.header: one for one in reversed(free) if one.header}
    near = nearest(column.header, others, 1)
    closest = f"; the nearest header is {others[near[0]].titled(40)}" if near else ""
    return KanoError(
        f"the other half of this pair is missing{closest}",
        table.column_place(column),
        "add the column, or name both under columns: in a --questionnaire",
    )


def _doubtful(table: Table, columns: Sequence[Column], doubt: Doubt) -> KanoError:
    """The columns seem to pair up, and nothing proves which question is which."""
    one, other = doubt.couples[0]
    if doubt.ambiguous:
        why = "the headers can be read as pairs in more than one way"
    elif doubt.contradictory:
        why = (
            "the words say that the functional question comes first in some pairs and second in "
            "others, so one feature may be the absence of something"
        )
    else:
        why = "nothing in the headers proves which of the two is the functional question"
    layouts = _layouts(columns, doubt)
    by_layout = ""
    if len(layouts) == 1:
        by_layout = f"if the functional one always comes first add --layout {next(iter(layouts))}"
    elif layouts:
        one_way, other_way = (f"--layout {name} if {two}" for name, two in layouts.items())
        by_layout = (
            f"if the functional one always comes first add {one_way} belong together, or "
            f"{other_way} do"
        )
    by_layout += "; else " if by_layout else ""
    clear = len(doubt.couples) > doubt.clear > 0 and not doubt.contradictory
    others = f"; the other pairs ({doubt.clear}) are clear" if clear else ""
    sure = doubt.certain or len(columns) == 2 or not doubt.ambiguous
    couple = f" (columns {one.letter} and {other.letter} seem to be a pair{others})" if sure else ""
    named = (
        f"write in a --questionnaire: columns: {{functional: {one.reference}, "
        f"dysfunctional: {other.reference}}}"
    )
    return KanoError(f"{why}{couple}", table.name, by_layout + (named if sure else NAME_THEM))


def _layouts(columns: Sequence[Column], doubt: Doubt) -> dict[str, str]:
    """The layouts that may be right, each with the two columns that it puts together first.

    Where the couples are certain it is the one that makes them; else either may be right.
    """
    half = len(columns) // 2
    couples = {frozenset(couple) for couple in doubt.couples}
    ways = {
        "alternating": list(zip(columns[::2], columns[1::2], strict=False)),
        "blocks": list(zip(columns[:half], columns[half:], strict=False)),
    }
    if len(columns) % 2:
        return {}
    if half == 1:
        del ways["blocks"]
    return {
        layout: f"{way[0][0].letter} and {way[0][1].letter}"
        for layout, way in ways.items()
        if couples == set(map(frozenset, way)) or not doubt.certain
    }


def _mixed(table: Table, columns: Sequence[Column]) -> KanoError:
    """Columns that no evidence pairs."""
    by_position = (
        ", or add --layout alternating (pairs side by side) or --layout blocks (all functional, "
        "then all dysfunctional)"
    )
    return KanoError(
        f"{len(columns)} columns hold Kano answers ({_letters(columns)}) and their headers do not "
        "say which two belong together",
        table.name,
        NAME_THEM + ("" if len(columns) % 2 else by_position),
    )
