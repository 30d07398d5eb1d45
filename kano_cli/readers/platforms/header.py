"""The header of a table: declared by a survey tool, or found; in one row or in several."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from kano_cli.errors import KanoError
from kano_cli.readers.files.header import Header, body_below, header_row, plain_header
from kano_cli.readers.platforms.claims import Claimed, claimed
from kano_cli.readers.platforms.groups import without_groups
from kano_cli.readers.platforms.platform import Platform
from kano_cli.study.words import normal

_CODE_AND_TEXT = re.compile(r"^(?P<code>[^\s.]+)(?:\._\.|\.\s+)(?P<text>\S.*)$", re.DOTALL)
_LEAST_STEMS = 2
# A date, an address of the network, the id that Qualtrics gives a response.
_OF_A_RESPONDENT = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\d{1,3}(?:\.\d{1,3}){3}$|R_\w{6,}$"
)
_TITLES = 30
"""Rows among which a title may stand."""

Rows = Sequence[Sequence[str]]


def header_of(
    rows: Rows,
    merged: Rows,
    numbers: Sequence[int],
    place: str,
    is_answer: Callable[[str], bool],
    wanted_row: int | None = None,
    wanted_platform: str = "",
) -> tuple[Header, Platform | None]:
    """The header of a table, and the survey tool that declares it, if one does.

    Args:
        rows: all rows of the sheet, or the first of many.
        merged: the same, merged cells read on to the right.
        numbers: the number of each row in the file.
        place: the file and sheet, for messages.
        is_answer: whether a cell is an answer.
        wanted_row: the row, as the spreadsheet counts, that the user names.
        wanted_platform: the survey tool that the user names.

    Raises:
        KanoError: if there is no header, or two survey tools claim it.
    """
    found = claimed(rows, place, wanted_platform)
    declared = _unescaped(_declared(rows, found, is_answer), found.platform) if found else None
    # Whoever points at one of the rows of a header means that header.
    if found and declared and wanted_row in (None, *(numbers[row] for row in declared.rows)):
        return without_groups(declared, found.platform.path), found.platform
    if found and wanted_platform:
        raise KanoError(
            f"row {wanted_row} is not the header that {found.platform.name} writes, which is "
            f"row {numbers[found.row]}",
            f"{place}, --header-row",
            "leave out --header-row, or --platform",
        )
    merged = _without_titles(rows, merged, is_answer)
    at = header_row(merged, numbers, place, is_answer, wanted_row)
    stacked = _stacked(rows, merged, at, is_answer)
    return without_groups(stacked or plain_header(_with(rows, merged, at), at), ""), None


def _unescaped(header: Header, platform: Platform) -> Header:
    """The header without the backslashes that a form needs before some signs."""
    if not platform.escaped:
        return header
    signs = re.compile(rf"\\([{re.escape(platform.escaped)}])")
    return replace(header, titles=tuple(signs.sub(r"\1", title) for title in header.titles))


def _without_titles(rows: Rows, merged: Rows, is_answer: Callable[[str], bool]) -> Rows:
    """The merged rows; one text over a whole row of names is a title, and names no column."""
    bare = list(merged)
    filled = [at for at, row in enumerate(rows[:_TITLES]) if any(row)]
    for at, below in pairwise(filled):
        names = [cell for cell in rows[below] if cell]
        named = len(names) > 1 and any(any(map(str.isalpha, name)) for name in names)
        alone = len({cell for cell in merged[at] if cell}) == 1
        if alone and named and not any(is_answer(name) for name in names):
            bare[at] = rows[at]
    return bare


def _with(rows: Rows, merged: Rows, at: int) -> Rows:
    """The rows, with merged cells of one of them read on to the right."""
    return [*rows[:at], merged[at], *rows[at + 1 :]]


def _declared(rows: Rows, found: Claimed, is_answer: Callable[[str], bool]) -> Header:
    """The header that a survey tool writes; a row with an answer or a date is a respondent's."""
    at, claim = found.row, found.claim
    top = tuple(rows[at])
    one_row = body_below(rows, at) > at + 1  # import marks below: the texts were taken away
    below = tuple(rows[at + 1]) if at + 1 < len(rows) and not one_row else ()
    if any(is_answer(cell) or _OF_A_RESPONDENT.match(cell) for cell in below):
        below = ()
    if claim.code_and_text:
        return _code_and_text(rows, at)
    if claim.header == ("code", "text") and _names_columns(top, below, found):
        texts = tuple(text or code for code, text in _zipped(top, below))
        return Header(at, body_below(rows, at + 1), texts, top, (at, at + 1))
    if claim.header == ("stem", "label") and not any(below[:1]) and any(below):
        titles = _stems_and_labels(top, below, found.platform.no_label)
        return Header(at, body_below(rows, at + 1), titles, (), (at, at + 1))
    return plain_header(rows, at)


def _names_columns(top: Sequence[str], below: Sequence[str], found: Claimed) -> bool:
    """Whether the row below the short names still names columns, and is no respondent."""
    answered = found.claim.answered or {}
    return any(below) and not any(
        normal(cell) in answered.get(normal(name), ()) for name, cell in _zipped(top, below)
    )


def _zipped(top: Sequence[str], below: Sequence[str]) -> list[tuple[str, str]]:
    """Two rows cell by cell; the shorter one goes on blank."""
    width = max(len(top), len(below))
    one, other = ([*row, *[""] * (width - len(row))] for row in (top, below))
    return list(zip(one, other, strict=True))


def _code_and_text(rows: Rows, at: int) -> Header:
    """A header whose cells hold the short name and the text: `q1[f]. Loan bike [If we had it]`."""
    parts = [_CODE_AND_TEXT.match(cell) for cell in rows[at]]
    titles = [m["text"] if m else cell for m, cell in zip(parts, rows[at], strict=True)]
    codes = [m["code"] if m else "" for m in parts]
    return Header(at, body_below(rows, at), tuple(titles), tuple(codes), (at,))


def _stems_and_labels(
    stems: Sequence[str], labels: Sequence[str], no_label: frozenset[str]
) -> tuple[str, ...]:
    """Names made of a question, which stands over its first column only, and a label.

    A column without a label, as those of metadata, goes by its own stem.
    """
    titles, stem = [], ""
    for own, label in _zipped(stems, labels):
        stem = own or (stem if label else "")
        labelled = label and normal(label) not in no_label
        titles.append(f"{stem} - {label}" if stem and labelled else stem or label)
    return tuple(titles)


def _stacked(rows: Rows, merged: Rows, at: int, is_answer: Callable[[str], bool]) -> Header | None:
    """A header of two rows that somebody made: names over with and without, or the reverse.

    Row `at` may be either of them. They are two if the lower one repeats its labels, so that it
    alone names no column, and the two together name each column once. A row below names that
    all differ is no header: it is somebody who answered the same again and again.
    """
    for upper in (at, at - 1):
        lower = upper + 1
        if upper < 0 or lower >= min(len(rows), body_below(rows, upper) + 1):
            continue
        labels = list(rows[lower])
        often = Counter(normal(label) for label in labels if label)
        repeated = {label for label, n in often.items() if n > 1}
        stems = _filled(merged[upper], labels, repeated)
        places = [i for i, label in enumerate(labels) if normal(label) in repeated]
        own = [normal(rows[upper][i]) for i in places if i < len(rows[upper])]
        couples = {(normal(stems[i]), normal(labels[i])) for i in places}
        answers = any(is_answer(labels[i]) for i in places)
        if (
            len(places) >= 2 * _LEAST_STEMS
            and not answers
            and not (all(own) and len(set(own)) == len(places))
            and len(couples) == len(places)
            and all(stems[i] for i in places)
            and len({stem for stem, _ in couples}) >= _LEAST_STEMS
            and _is_header(rows, lower, places, is_answer)
        ):
            titles = tuple(
                f"{stem} - {label}"
                if stem and label and normal(label) in repeated
                else label or stem
                for stem, label in zip(stems, labels, strict=True)
            )
            return Header(lower, body_below(rows, lower), titles, (), (upper, lower))
    return None


def _filled(stems: Sequence[str], labels: Sequence[str], repeated: set[str]) -> list[str]:
    """The upper row, each stem read on to the right over labels that stand again and again."""
    filled, last = [], ""
    for own, label in _zipped(stems, labels)[: len(labels)]:
        last = own or (last if normal(label) in repeated else "")
        filled.append(last)
    return filled


def _is_header(
    rows: Rows, lower: int, places: Sequence[int], is_answer: Callable[[str], bool]
) -> bool:
    """Whether below a row most columns hold other things than its own labels."""
    own = {normal(rows[lower][i]) for i in places}
    cells = [row[i] for row in rows[lower + 1 :] for i in places if i < len(row) and row[i]]
    return bool(cells) and (
        any(is_answer(cell) for cell in cells) or not any(normal(cell) in own for cell in cells)
    )
