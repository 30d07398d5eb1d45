"""Random surveys, written in every layout, wording and order that a file may have."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from kano_cli.core.categories import Answer
from kano_cli.errors import visible
from kano_cli.study.language import Wording, languages
from kano_cli.study.words import name_key, plain
from tests.readers.files import csv_text

BLANKS = ("", "", "-", "n/a", " ")
QUESTIONS = {
    "en": ("If we HAD this?", "If we did NOT have this?"),
    "nl": ("Als dit er is?", "Als dit er niet is?"),
    "de": ("Wenn es das gibt?", "Wenn es das nicht gibt?"),
    "fr": ("Si nous l'avions ?", "Si nous ne l'avions pas ?"),
    "es": ("¿Si lo tuviéramos?", "¿Si no lo tuviéramos?"),
    "pt": ("Se o tivéssemos?", "Se não o tivéssemos?"),
    "it": ("Se lo avessimo?", "Se non lo avessimo?"),
    "zh": ("如果具备此功能", "如果没有此功能"),
    "ja": ("この機能がある場合", "この機能がない場合"),
}
WHOLE = {
    "en": ("If we had {}, how would you feel?", "If we did not have {}, how would you feel?"),
    "nl": ("Hoe vindt u het als er {} is?", "Hoe vindt u het als er geen {} is?"),
    "de": ("Was, wenn es {} gibt?", "Was, wenn es kein {} gibt?"),
    "fr": ("Si nous avions {} ?", "Si nous n'avions pas {} ?"),
    "es": ("¿Si tuviéramos {}?", "¿Si no tuviéramos {}?"),
    "pt": ("Se tivéssemos {}?", "Se não tivéssemos {}?"),
    "it": ("Se avessimo {}?", "Se non avessimo {}?"),
    "zh": ("如果有{},您觉得怎么样?", "如果没有{},您觉得怎么样?"),
    "ja": ("{}がある場合どう感じますか", "{}がない場合どう感じますか"),
}
SUFFIXES = (
    *(
        ("{}_f", "{}_d"),
        ("{}[f]", "{}[d]"),
        ("{} +", "{} -"),
        ("f_{}", "d_{}"),
        ("{}_pos", "{}_neg"),
    ),
    *(("{}_functional", "{}_dysfunctional"), ("{} (functional)", "{} (dysfunctional)")),
)
GRIDS = ("{question} [{name}]", "{question} - {name}", "{question} >> {name}")
ARRAYS = ("{name} [{question}]", "{name} - {question}")
WORDINGS = [w for language in languages() for w in language.wordings if w.id != "short3x3"]
LONG = ("pairs", "answers", "counts")
WIDE = ("suffix", "side", "grid", "array", "whole", "forms")
ORDERS = ("pairs", "blocks", "turned", "mixed", "shuffled")

Answers = list[list[int]]


@dataclass(frozen=True)
class Study:
    """Names, the answers of either side (N, F), and how they are worded; `luck` is a seed."""

    names: Sequence[str]
    functional: Answers
    dysfunctional: Answers
    wording: Wording
    luck: random.Random

    def cell(self, side: str, person: int, feature: int) -> str:
        """One of the ways to write an answer or a blank."""
        answers = self.functional if side == "functional" else self.dysfunctional
        texts = self.wording.functional if side == "functional" else self.wording.dysfunctional
        answer = answers[person][feature]
        return self.luck.choice(texts[Answer(answer)] if answer else BLANKS)


@dataclass(frozen=True)
class Written:
    """A file, and what it says: each feature by the names under which it may come back.

    `places` are the columns of `rows` that hold questions, where each holds one.
    """

    layout: str
    names: Sequence[frozenset[str]]
    functional: Answers
    dysfunctional: Answers
    rows: list[list[str]]
    content: bytes
    places: Sequence[int] = ()


def key(name: str) -> str:
    """A name as it is compared here: without what parts it from a side or a question."""
    return name_key(" ".join(visible(plain(name)).split()).strip(" _-–—:.,/|?"))


def drawn_study(draw: st.DrawFn, names: st.SearchStrategy[str], *, tidy: bool) -> Study:
    """A random survey; `tidy` leaves no blank."""
    features = draw(st.lists(names.filter(key), min_size=1, max_size=6, unique_by=key))
    people = draw(st.integers(1, 12))
    row = st.lists(st.integers(1 if tidy else 0, 5), min_size=len(features), max_size=len(features))
    sides = st.lists(row, min_size=people, max_size=people)
    luck = draw(st.randoms(use_true_random=False))
    return Study(features, draw(sides), draw(sides), draw(st.sampled_from(WORDINGS)), luck)


@st.composite
def files(draw: st.DrawFn, names: st.SearchStrategy[str], *, tidy: bool = False) -> Written:
    """A random survey in a random file; `tidy` leaves no blank and keeps the usual orders."""
    study = drawn_study(draw, names, tidy=tidy)
    luck, features = study.luck, study.names
    layout = draw(st.sampled_from(WIDE + LONG))
    if layout in LONG:
        accepted, rows = [frozenset({key(name)}) for name in features], _long(study, layout)
    else:
        order = luck.choice(ORDERS[:2] if tidy else ORDERS) if layout != "forms" else "pairs"
        accepted, rows = wide(study, layout, order)
    content = content_of(rows, luck)
    places = range(1, len(rows[0])) if layout in WIDE else ()
    return Written(layout, accepted, study.functional, study.dysfunctional, rows, content, places)


def without_a_column(written: Written, at: int) -> bytes:
    """The file with one of the questions taken away, counted from the left and around."""
    place = written.places[at % len(written.places)]
    long = [len(row) > written.places[-1] for row in written.rows]
    rows = [
        row[:place] + row[place + 1 :] if whole else row
        for row, whole in zip(written.rows, long, strict=True)
    ]
    return csv_text(rows, quoted=True).encode()


def content_of(rows: list[list[str]], luck: random.Random) -> bytes:
    """The rows as some program would write them."""
    quoted = luck.random() < 0.5 or any("\n" in cell for row in rows for cell in row)
    text = csv_text(rows, luck.choice(",;\t|"), luck.choice(("\r\n", "\n", "\r")), quoted=quoted)
    encoding = luck.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
    try:
        content = text.encode(encoding)
        return content if encoding != "cp1252" or content.decode() == text else text.encode()
    except UnicodeEncodeError:
        return text.encode()
    except UnicodeDecodeError:
        return content


def _long(study: Study, layout: str) -> list[list[str]]:
    """A row a pair, a row an answer, or a row a pair with a count of one; in any order."""
    rows: list[list[str]] = []
    for person in range(len(study.functional)):
        for at, name in enumerate(study.names):
            cells = [study.cell(side, person, at) for side in ("functional", "dysfunctional")]
            if layout == "answers":
                sides = zip(("functional", "dysfunctional"), cells, strict=True)
                rows += [[f"r{person}", name, side, cell] for side, cell in sides]
            else:
                rows.append([f"r{person}" if layout == "pairs" else "1", name, *cells])
    study.luck.shuffle(rows)
    first = "count" if layout == "counts" else "respondent"
    last = ("side", "answer") if layout == "answers" else ("functional", "dysfunctional")
    places = study.luck.sample(range(4), 4)
    return [[row[place] for place in places] for row in ([first, "feature", *last], *rows)]


def wide(study: Study, layout: str, order: str) -> tuple[list[frozenset[str]], list[list[str]]]:
    """A row a person; the names under which the features may come back, and the rows."""
    people = range(len(study.functional))
    headers = _headers(study, layout)
    accepted = [frozenset({key(name)}) for name in study.names]
    if layout not in ("suffix", "side"):
        questions = [frozenset({key(one)}) for one, _ in headers]
        accepted = [one | other for one, other in zip(accepted, questions, strict=True)]
    if layout == "forms" and len(headers) > 1:
        accepted = [frozenset({key(f"Feature {at + 1}")}) for at in range(len(headers))]
    couples = []
    for at, (one, other) in enumerate(headers):
        half = [one, *(study.cell("functional", person, at) for person in people)]
        rest = [other, *(study.cell("dysfunctional", person, at) for person in people)]
        turned = order == "turned" or (order == "mixed" and study.luck.random() < 0.5)
        couples.append([rest, half] if turned else [half, rest])
    columns = [column for couple in couples for column in couple]
    columns = columns[::2] + columns[1::2] if order == "blocks" else columns
    if order == "shuffled":
        study.luck.shuffle(columns)
    columns.insert(0, ["ID", *map(str, people)])
    return accepted, [list(row) for row in zip(*columns, strict=True)]


def _headers(study: Study, layout: str) -> list[tuple[str, str]]:
    """The two headers of each feature."""
    language = study.wording.language or study.luck.choice(list(QUESTIONS))
    one, other = QUESTIONS[language]
    if layout == "forms":
        numbers = ["", *map(str, range(2, len(study.names) + 1))]
        return [(one + number, other + number) for number in numbers]
    if layout in ("grid", "array"):
        form = study.luck.choice(GRIDS if layout == "grid" else ARRAYS)
        one, other = (form.replace("{question}", question) for question in (one, other))
        return [(one.replace("{name}", n), other.replace("{name}", n)) for n in study.names]
    sides = [pair for known in languages() if known.code == language for pair in known.sides]
    patterns = {
        "suffix": SUFFIXES,
        "side": [(f"{{}} ({one})", f"{{}} ({other})") for one, other in sides],
        "whole": [WHOLE[language]],
    }
    one, other = study.luck.choice(patterns[layout])
    return [(one.replace("{}", n), other.replace("{}", n)) for n in study.names]
