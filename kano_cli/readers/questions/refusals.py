"""The words of a refusal: what was found, where, and the smallest thing that settles it."""

import re
from collections.abc import Sequence

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.readers.files.table import Table
from kano_cli.readers.questions.sides import named_sides
from kano_cli.readers.questions.values import Reading, looks_coded, negation_words
from kano_cli.study.scale import Scale, code_text, parse_codes
from kano_cli.study.words import word_list

_FEW = 8
_NUMBER = re.compile(r"\d{4}")


def no_kano_columns(table: Table, readings: Sequence[Reading]) -> KanoError:
    """Nothing in the file is an answer that this scale knows."""
    if not table.rows:
        return KanoError(
            f"holds no answers below its header in row {table.header_row}",
            table.name,
            "export it again with its answers, or name the header row with --header-row",
        )
    blank = [r.column for r in readings if r.blank and named_sides(r.column.header)]
    if blank:
        return KanoError(
            f"holds no answers: its questions, such as {blank[0].titled(40)}, are all blank",
            table.name,
            "export it again with its answers",
        )
    return KanoError(
        f"no column holds Kano answers in a wording that is known{_likely(readings)}",
        table.name,
        "put your five answers under scale: in a --questionnaire, or name the header row with "
        "--header-row",
    )


def _likely(readings: Sequence[Reading]) -> str:
    """What the column holds that looks most like one: few texts, long ones, shared with others."""
    worded = [
        reading
        for reading in readings
        if 1 < len(reading.unknown) <= _FEW
        and sum(n for _, n in reading.unknown) > len(reading.unknown)
        and not reading.coded
    ]
    texts = [{text for text, _ in reading.unknown} for reading in worded]
    if not worded:
        return ""
    rank = [(sum(bool(own & other) for other in texts), len("".join(own))) for own in texts]
    best = worded[rank.index(max(rank))]
    column = best.column
    # One column alone may hold names or remarks: those are no message's business.
    shared = max(rank)[0] > 1 or bool(named_sides(column.header))
    if not shared or any("@" in text or _NUMBER.search(text) for text, _ in best.unknown):
        return ""
    return (
        f"; the likeliest is {column.titled(40)} with "
        f"{listed([text for text, _ in best.unknown[:3]])}"
    )


def codes_without_names(table: Table, readings: Sequence[Reading]) -> KanoError:
    """Codes with a meaning, in columns that may be anything."""
    letters = ", ".join(reading.column.letter for reading in readings[:12])
    return KanoError(
        f"columns hold nothing but codes ({letters}), and their names do not say that they are "
        "answers",
        table.name,
        "name them under columns: in a --questionnaire",
    )


def codes_without_direction(
    table: Table, reading: Reading, others: Sequence[Reading] = ()
) -> KanoError:
    """Numbers, and nothing that says which end is like."""
    readings = [reading, *others]
    texts = [text for one in readings for text, _ in one.unknown] or list(reading.column.values)
    shown = {code_text(text): text for text in texts if looks_coded(text)}
    codes = [shown[code] for code in sorted(shown, key=_in_order)]
    one, text = next((r, t) for r in readings for t in r.column.values if code_text(t) in shown)
    place = table.cell_place(_first(one, text), one.column)
    known = sorted((code for code in reading.scale.functional if looks_coded(code)), key=_in_order)
    if known:
        what = f"code {codes[0]} means" if len(codes) == 1 else f"codes {_some(codes)} mean"
        return KanoError(
            f"nothing says what the {what}; {_some(known)} are known",
            place,
            _agreeing_codes(reading.scale, known),
        )
    return KanoError(
        f"the answers are codes ({_some(codes)}), and nothing says which code means like and which "
        "dislike",
        place,
        f"add {_code_option(sorted(shown))}, or list the codes under scale: in a --questionnaire",
    )


def _agreeing_codes(scale: Scale, known: Sequence[str]) -> str:
    """The shortest --codes that says of the known codes what the file says."""
    for start in ("like=1", "like=5", "like=0", "like=4"):
        codes = parse_codes(start)
        if all(codes.get(code) == scale.functional.get(code) for code in known):
            return f"add --codes {start}"
    return "give all five with --codes …=like,…=must-be,…=neutral,…=live-with,…=dislike"


def _in_order(code: str) -> tuple[float, str]:
    """Numbers by size, other codes by their letters."""
    return (float(code), "") if code.lstrip("-").isdecimal() else (0.0, code)


def _some(codes: Sequence[str]) -> str:
    """A few codes for a message."""
    return ", ".join(shortened(code, 20) for code in codes[:6]) + (" …" if len(codes) > 6 else "")


def _code_option(codes: Sequence[str]) -> str:
    """The option that gives these codes a direction."""
    if set(codes) <= set("12345"):
        return "--codes like=1 or --codes like=5"
    if set(codes) <= set("01234"):
        return "--codes like=0 or --codes like=4"
    return "--codes like=…,must-be=…,neutral=…,live-with=…,dislike=… with each code at its answer"


def contradicted_code(
    table: Table, reading: Reading, cell: str, declared: Answer | None
) -> KanoError:
    """A cell says what its code means, and the user says otherwise."""
    word = declared.word if declared else "nothing"
    return KanoError(
        f'the cell "{shortened(cell)}" says what its code means, and --codes or the questionnaire '
        f"says that it is {word}",
        table.cell_place(_first(reading, cell), reading.column),
        "leave out --codes, or mend the scale",
    )


def unknown_answers(table: Table, readings: Sequence[Reading]) -> KanoError:
    """Words in Kano columns that the scale does not have."""
    rows: dict[str, int] = {}
    for reading in readings:
        for text, n in reading.unknown:
            rows[text] = rows.get(text, 0) + n
    first = next(reading for reading in readings if reading.unknown)
    word = min((text for text, _ in first.unknown), key=lambda text: _first(first, text))
    place = table.cell_place(_first(first, word), first.column)
    words = ", ".join(
        f'"{shortened(text)}" ({n})'
        for text, n in sorted(rows.items(), key=lambda row: -row[1])[:6]
    ) + (" …" if len(rows) > 6 else "")
    what = "1 answer is" if sum(rows.values()) == 1 else f"{sum(rows.values())} answers are"
    return KanoError(
        f"{what} not on the scale: {words}",
        place,
        f"{_nearest_answer(word, first.scale)}if these are answers put them under "
        "scale: in a --questionnaire, if not add --unknown missing",
    )


def _first(reading: Reading, text: str) -> int:
    """The first row that holds a text."""
    return reading.column.first_row(reading.column.values.index(text))


def _nearest_answer(word: str, scale: Scale) -> str:
    """The known answers most like a word, as the start of a hint."""
    known: dict[str, Answer] = {**scale.dysfunctional, **scale.functional}
    near = nearest(code_text(word), known, 1, cutoff=0.85)
    # "Unhappy" is near "Happy", and "not nice" near "nice": never offer the opposite.
    if not near or _opposite(code_text(word), near[0]):
        return ""
    shown = scale.shown.get(near[0], near[0])
    return f'the nearest known answer is "{shown}" ({known[near[0]].word}); '


def _opposite(one: str, other: str) -> bool:
    """Whether only one of two texts denies: by a word, or by the start of one."""
    negations = negation_words([])
    words, other_words = set(word_list(one)), set(word_list(other))
    denied = bool((words - other_words) & negations) != bool((other_words - words) & negations)
    starts = ("un", "in", "on", "dis", "des", "mis")
    prefixed = any(
        start + a == b or start + b == a
        for a in words - other_words
        for b in other_words - words
        for start in starts
    )
    return denied or prefixed


def answer_of_other_side(table: Table, reading: Reading, side: str, row: int) -> KanoError:
    """An answer that only the other question has."""
    other = "dysfunctional" if side == "functional" else "functional"
    text = reading.column.values[reading.column.codes[row]]
    return KanoError(
        f'"{shortened(text)}" is an answer to the {other} question, and stands under a {side} one',
        table.cell_place(row, reading.column),
        "the two questions may have changed places; if they have not, put the words under both "
        "sides of scale: in the --questionnaire",
    )
