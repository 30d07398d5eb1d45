"""LimeSurvey, played: it takes a structure as its own import does, and hands out the answers.

The import follows what LimeSurvey's code does with each class of rows: a group belongs to the
survey, a question to the group above it, subquestions and answers to the question above them.
"""

import csv
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

_TITLE = re.compile(r"[a-zA-Z][a-zA-Z0-9]*")
_RESERVED = {"LANG", "SID", "SAVEDID", "TOKEN", "QID", "GID", "SGQ", "self", "that", "this"}
_TYPES = {"F", "L", "*"}

Texts = dict[str, str]
"""A text by language."""


@dataclass
class Asked:
    """A question of a survey."""

    code: str
    kind: str
    mandatory: str
    group: str
    texts: Texts = field(default_factory=dict)
    rows: dict[str, Texts] = field(default_factory=dict)
    answers: dict[str, Texts] = field(default_factory=dict)
    attributes: Texts = field(default_factory=dict)


@dataclass
class Survey:
    """A survey that was imported."""

    settings: Texts = field(default_factory=dict)
    around: dict[str, Texts] = field(default_factory=dict)
    groups: dict[str, Texts] = field(default_factory=dict)
    random: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Asked] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """The base language first."""
        return [self.settings["language"], *self.settings["additional_languages"].split()]


BUILT_IN = {
    "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language",
    "validation", "mandatory", "other", "default", "same_default", "random_group",
}  # fmt: skip
ATTRIBUTES = {"hidden", "equation"}


def imported(file: bytes) -> Survey:
    """The survey that LimeSurvey makes of a file; what it would trip over fails here."""
    file[:1000].decode("utf-8")  # LimeSurvey guesses the encoding from these
    text = file.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    assert "\r" not in text
    # PHP takes quotes and backslashes in its own way: no cell may need them to be understood.
    assert '"' not in text
    assert not re.search("[\u2028\u2029\x0b\x0c\x85]", text), "LimeSurvey breaks lines here, too"
    header, *lines = [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    header = [name.strip() for name in header]
    assert set(header) <= BUILT_IN | ATTRIBUTES
    assert len(set(header)) == len(header)
    survey = Survey()
    group = question = ""
    for line in lines:
        assert len(line) == len(header), "every row has every column"
        row = dict(zip(header, line, strict=True))
        for cell in line:
            assert cell[:1] not in tuple("=+-@") or not cell, "a spreadsheet runs it"
            assert cell[:1].isascii(), "PHP may drop it"
        kind, name, language = row["class"], row["name"], row["language"]
        if kind == "S":
            survey.settings[name] = row["text"]
        elif kind == "SL":
            survey.around.setdefault(language, {})[name] = row["text"]
        elif kind == "G":
            group, question = row["type/scale"], ""
            assert row["relevance"] == "1"
            assert 0 < len(name) <= 100
            names = survey.groups.setdefault(group, {})
            assert language not in names, "one row a group and language"
            names[language] = name
            survey.random[group] = row["random_group"]
        elif kind == "Q":
            question = name
            _question(survey, row, group)
        elif kind == "SQ":
            rows = survey.questions[question].rows
            assert name.isalnum()
            assert name != "time"
            assert row["type/scale"] == "0"
            assert language not in rows.setdefault(name, {})
            rows[name][language] = row["text"]
        else:
            assert kind == "A"
            answers = survey.questions[question].answers
            assert name.isalnum()
            assert len(name) <= 5
            assert row["type/scale"] == "0"
            assert language not in answers.setdefault(name, {})
            answers[name][language] = row["text"]
    _complete(survey)
    return survey


def _question(survey: Survey, row: Texts, group: str) -> None:
    """A question, or its text in another language."""
    code, language = row["name"], row["language"]
    assert _TITLE.fullmatch(code)
    assert len(code) <= 20
    assert code not in _RESERVED
    assert row["type/scale"] in _TYPES
    assert row["mandatory"] in ("Y", "N")
    assert row["other"] == "N"
    first = language == survey.settings["language"]
    if first:
        assert code.casefold() not in [known.casefold() for known in survey.questions]
        asked = Asked(code, row["type/scale"], row["mandatory"], group)
        survey.questions[code] = asked
        asked.attributes = {name: row[name] for name in ATTRIBUTES if row.get(name)}
    else:
        asked = survey.questions[code]
        assert (asked.kind, asked.group) == (row["type/scale"], group)
        assert not any(row.get(name) for name in ATTRIBUTES), "attributes would stand there twice"
    assert not row["random_group"], "the attribute of a question, which mixes questions"
    assert language not in asked.texts
    asked.texts[language] = row["text"]


def _complete(survey: Survey) -> None:
    """Every text is there in every language, and nowhere in another."""
    spoken = set(survey.languages)
    assert set(survey.around) == spoken
    assert len({frozenset(texts) for texts in survey.around.values()}) == 1
    assert all(0 < len(texts["surveyls_title"]) <= 200 for texts in survey.around.values())
    assert all(set(texts) == spoken for texts in survey.groups.values())
    for asked in survey.questions.values():
        for texts in (asked.texts, *asked.rows.values(), *asked.answers.values()):
            assert set(texts) == spoken
            assert all(texts.values())
        assert bool(asked.answers) == (asked.kind != "*")
        assert bool(asked.rows) == (asked.kind == "F")


def shown(text: str) -> str:
    """A text as a respondent sees it: expressions are escaped, and the rest is HTML."""
    assert not re.search(r"(?<!\\)[{}]", text), "an expression"
    return html.unescape(text.replace("\\{", "{").replace("\\}", "}").replace("<br />", "\n"))


def _flat(text: str) -> str:
    """A text as an export writes it, which knows nothing of expressions."""
    return html.unescape(re.sub("<[^>]*>", "", text))


_ABOUT = {
    "code": ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"],
    "full": [
        "Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started",
        "Date last action",
    ],
}  # fmt: skip


def exported(
    survey: Survey,
    people: Sequence[Mapping[str, str]],
    *,
    heading: str = "code",
    answers: str = "short",
    language: str = "",
    em_codes: bool = False,
    separator: str = ". ",
) -> list[list[str]]:
    """The answers as LimeSurvey's export has them.

    Args:
        survey: what was imported.
        people: answers by `question[row]` or `question`; a missing one was left open.
        heading: code, full or codetext.
        answers: short for codes, long for texts.
        language: that of the export.
        em_codes: `loan_f` in place of `loan[f]`.
        separator: what stands between code and text.
    """
    language = language or survey.languages[0]
    columns: list[tuple[Asked, str]] = [
        (asked, row) for asked in survey.questions.values() for row in (asked.rows or [""])
    ]
    header = []
    codes = [
        (f"{asked.code}_{row}" if em_codes else f"{asked.code}[{row}]") if row else asked.code
        for asked, row in columns
    ]
    full = [
        _flat(asked.texts[language]) + (f" [{_flat(asked.rows[row][language])}]" if row else "")
        for asked, row in columns
    ]
    if heading == "code":
        header = [*_ABOUT["code"], *codes]
    elif heading == "full":
        header = [*_ABOUT["full"], *full]
    else:
        couples = zip([*_ABOUT["code"], *codes], [*_ABOUT["full"], *full], strict=True)
        header = [f"{code}{separator}{text}" for code, text in couples]
    table = [header]
    for at, person in enumerate(people, 1):
        moment = f"2026-10-05 09:{at % 60:02}:00"
        cells = [str(at), moment, str(len(survey.groups)), language, "1800600700", moment, moment]
        for asked, row in columns:
            cells.append(_cell(asked, row, person, language, long=answers == "long"))
        table.append(cells)
    return table


def _cell(asked: Asked, row: str, person: Mapping[str, str], language: str, *, long: bool) -> str:
    """One answer."""
    if asked.kind == "*":
        return asked.attributes["equation"]
    if asked.code == "kanoconsent":
        code = next(iter(asked.answers))
    else:
        code = person.get(f"{asked.code}[{row}]" if row else asked.code, "")
    if not code:
        return ""
    assert code in asked.answers, f"{asked.code} does not offer {code}"
    return _flat(asked.answers[code][language]) if long else code


def write_csv(path: Path, table: Sequence[Sequence[str]], delimiter: str = ";") -> Path:
    """A table as LimeSurvey writes it: a BOM, all cells quoted, a blank line at the end."""
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    path.write_bytes((text.getvalue() + "\r\n").encode("utf-8-sig"))
    return path
