"""Text files that people and scripts make: no platform."""

from collections import Counter

from tests.exports.survey import (
    CODE_WORDS,
    EMPTY,
    ENGLISH,
    IDS,
    NAMES,
    NUMBERS,
    PEOPLE,
    QUESTIONS,
    Export,
    Person,
    Reading,
    halves,
    neighbours,
    reading,
    suffixed,
    whole_questions,
)
from tests.readers.files import csv_text

SIDES = ("functional", "dysfunctional")


def exports() -> list[Export]:
    """Every text file without a platform."""
    by_id, by_name = reading(IDS), reading(NAMES)
    return [
        _suffixes(),
        _blocks(),
        _csv("plain-whole-questions", _beside(whole_questions()), reading(QUESTIONS)),
        _csv("plain-side-first", _beside(suffixed("{side}_{id}")), by_id),
        _csv("plain-brackets", _beside(suffixed("{name} ({side})", SIDES)), by_name),
        _csv("plain-numbered-questions", _beside(numbered()), by_name),
        _csv("plain-codes-words", _beside(suffixed(), words=CODE_WORDS), by_id),
        _csv("plain-long-pairs", _long_pairs(), by_name),
        _csv("plain-tidy-long", _tidy(), by_name),
        _csv("plain-counts", _counts(), by_name),
        _csv("plain-marks", marks("x"), by_name),
        _csv("plain-header-twice", header_twice(feature_first=True), by_name),
        _csv("plain-header-twice-sides-first", header_twice(feature_first=False), by_name),
        _csv("plain-legend-above", _legend_above(joined=False), by_id),
        _csv("plain-legend-above-one-cell", _legend_above(joined=True), by_id),
        _declared_codes(),
        _old_mac(),
    ]


def numbered() -> list[str]:
    """Questions counted on through both sides: "1. Loan bike: with", "2. Loan bike: without"."""
    headers = suffixed("{name}: {side}", ("with", "without"))
    return [f"{at}. {header}" for at, header in enumerate(headers, start=1)]


def header_twice(*, feature_first: bool) -> list[list[str]]:
    """Two header rows made by hand; in a workbook the first one's cells are merged."""
    if feature_first:
        first = [cell for name in NAMES for cell in (name, "")]
        second, cells = ["with", "without"] * len(NAMES), neighbours
    else:
        first = ["Functional", "", "", "Dysfunctional", "", ""]
        second, cells = [*NAMES, *NAMES], halves
    people = [[str(one.number), one.city, *cells(one, ENGLISH)] for one in PEOPLE]
    return [["Nr", "City", *first], ["", "", *second], *people]


def marks(mark: str) -> list[list[str]]:
    """A sheet to tick: five columns a respondent, two rows a feature."""
    sheet = [
        ["", "", *(cell for one in PEOPLE for cell in (f"P{one.number}", "", "", "", ""))],
        ["", "", *("like", "expect", "neutral", "live", "dislike") * len(PEOPLE)],
    ]
    for at, name in enumerate(NAMES):
        for side, word in enumerate(("with", "without")):
            answers = [one.pairs[at][side] for one in PEOPLE]
            ticks = [mark if answer == box else "" for answer in answers for box in range(1, 6)]
            sheet.append([name, word, *ticks])
    return sheet


def _csv(name: str, rows: list[list[str]], expected: Reading) -> Export:
    """The rows as plain CSV."""
    return Export(name, None, f"{name}.csv", csv_text(rows).encode(), expected)


def _beside(headers: list[str], words: tuple[str, ...] = ENGLISH) -> list[list[str]]:
    """A row a person, both answers of a feature beside each other."""
    people = [[str(one.number), one.city, *neighbours(one, words)] for one in PEOPLE]
    return [["id", "city", *headers], *people]


def _suffixes() -> Export:
    """As European Excel saves it, with its hint, and with a row without any answer."""
    rows = _beside(suffixed())
    rows.insert(4, [str(EMPTY.number), EMPTY.city, *neighbours(EMPTY, ENGLISH)])
    name, text = "plain-wide-suffixes", "sep=;\r\n" + csv_text(rows, ";", "\r\n")
    return Export(name, None, f"{name}.csv", text.encode(), reading(IDS), {"empty": 1})


def _blocks() -> Export:
    """All of one side, then all of the other, with an amount beside them, in cp1252."""
    headers = [f"{name} - {side}" for side in ("with", "without") for name in NAMES]
    people = [
        [str(one.number), f"{12 + one.number},50", one.city, *halves(one, ENGLISH)]
        for one in PEOPLE
    ]
    text = csv_text([["Nr", "Spent", "City", *headers], *people], ";", "\r\n")
    name, content = "plain-blocks", text.encode("cp1252")
    return Export(name, None, f"{name}.csv", content, reading(NAMES))


def _long_pairs() -> list[list[str]]:
    """A row a pair."""
    rows = [
        [str(one.number), name, *(CODE_WORDS[answer] for answer in pair)]
        for one in PEOPLE
        for name, pair in zip(NAMES, one.pairs, strict=True)
    ]
    return [["respondent", "feature", *SIDES], *rows]


def _tidy() -> list[list[str]]:
    """A row an answer; a question that was skipped has its row without an answer."""
    rows = [
        [str(one.number), name, side, ENGLISH[answer]]
        for one in PEOPLE
        for name, pair in zip(NAMES, one.pairs, strict=True)
        for side, answer in zip(SIDES, pair, strict=True)
    ]
    return [["respondent", "feature", "form", "answer"], *rows]


def _counts() -> list[list[str]]:
    """A row a pair of answers with how often it was given: half pairs are lost."""
    rows = []
    for at, name in enumerate(NAMES):
        counted = Counter(one.pairs[at] for one in PEOPLE if all(one.pairs[at]))
        for pair, times in sorted(counted.items()):
            rows.append([name, *(CODE_WORDS[answer] for answer in pair), str(times)])
    return [["feature", *SIDES, "count"], *rows]


def _legend_above(*, joined: bool) -> list[list[str]]:
    """Codes, and above the table what they mean: in one cell or in two beside each other."""
    legend = [[str(code), ENGLISH[code]] for code in range(1, 6)]
    if joined:
        legend = [[" = ".join(cells)] for cells in legend]
    return [["Bike shop survey"], *legend, [], *_beside(suffixed(), words=NUMBERS)]


def _declared_codes() -> Export:
    """Codes with dislike first, whose direction only the option tells."""

    def row(person: Person) -> list[str]:
        answers = [str(6 - answer) if answer else "" for pair in person.pairs for answer in pair]
        return [str(person.number), person.city, *answers]

    text = csv_text([["id", "city", *suffixed()], *map(row, PEOPLE)])
    name, options = "plain-codes-declared", {"codes": "like=5"}
    return Export(name, None, f"{name}.csv", text.encode(), reading(IDS), options=options)


def _old_mac() -> Export:
    """Line ends that are nothing but CR, tabs, and no line end after the last row."""
    text = csv_text(_beside(suffixed("{id}_{side}", ("pos", "neg"))), "\t", "\r")
    name, content = "plain-cr-only", text.removesuffix("\r").encode()
    return Export(name, None, f"{name}.tsv", content, reading(IDS))
