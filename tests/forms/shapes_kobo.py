"""KoboToolbox, ODK Central and SurveyCTO, played: they field a workbook and hand out the answers.

What they know of the form is what stands in the workbook, read back with another library.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import xlsxwriter

Row = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """A row of the form that comes back as a column: where it stands and what it says."""

    name: str
    kind: str
    groups: tuple[tuple[str, Mapping[str, str]], ...]
    labels: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]
    calculation: str = ""


@dataclass(frozen=True)
class Fielded:
    """A form on a platform; `languages` are as the workbook names them."""

    rows: tuple[Asked, ...]
    languages: tuple[str, ...]
    settings: Row

    def answers(self, people: Sequence[Mapping[str, str]]) -> Iterator[dict[str, str]]:
        """What each respondent's submission holds, by the name of its row."""
        for at, chosen in enumerate(people):
            person = {code.replace("-", "_"): choice for code, choice in chosen.items()}
            yield {
                each.name: self._value(each, person, f"2026-10-05T09:{at % 60:02}:00.000+02:00")
                for each in self.rows
            }

    @staticmethod
    def _value(each: Asked, person: Mapping[str, str], moment: str) -> str:
        """A device fills in some rows, the respondent others."""
        if each.kind in ("start", "end"):
            return moment
        if each.kind == "calculate":
            return each.calculation.strip("'")
        if each.name == "kano_consent":
            return next(iter(each.choices))
        value = person.get(each.name, "")
        assert value in (*each.choices, ""), f"{each.name} does not offer {value}"
        return value


def sheets(workbook: bytes) -> dict[str, list[Row]]:
    """The sheets of a workbook, rows by the names of their columns."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    found = {}
    for sheet in book.worksheets:
        header, *body = [[str(cell or "") for cell in row] for row in sheet.values]
        found[sheet.title] = [dict(zip(header, row, strict=True)) for row in body]
    return found


def fielded(workbook: bytes) -> Fielded:
    """The form in a workbook."""
    there = sheets(workbook)
    lists: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in there["choices"]:
        lists.setdefault(row["list_name"], {})[row["name"]] = _labels(row)
    groups: list[tuple[str, Mapping[str, str]]] = []
    rows = []
    for row in there["survey"]:
        kind, _, used = row["type"].partition(" ")
        if kind == "begin":
            groups.append((row["name"], _labels(row)))
        elif kind == "end" and used:
            groups.pop()
        else:
            choices = lists[used] if used else {}
            asked = Asked(
                row["name"], kind, tuple(groups), _labels(row), choices, row.get("calculation", "")
            )
            rows.append(asked)
    languages = tuple(
        key.removeprefix("label::") for key in there["survey"][0] if key.startswith("label::")
    )
    return Fielded(tuple(rows), languages, there["settings"][0])


def _labels(row: Row) -> dict[str, str]:
    """The labels of a row, by language."""
    return {
        key.removeprefix("label::"): text for key, text in row.items() if key.startswith("label::")
    }


def kobo(
    form: Fielded,
    people: Sequence[Mapping[str, str]],
    *,
    language: str = "",
    groups: bool = False,
) -> list[list[str]]:
    """A download of KoboToolbox: names and codes, or in a language labels."""
    header = []
    for each in form.rows:
        path = [labels[language] if language else name for name, labels in each.groups]
        own = each.labels.get(language) or each.name
        header.append("/".join([*(path if groups else []), own]))
    last = [
        "__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_notes",
        "_status", "_submitted_by", "_tags", "_index",
    ]  # fmt: skip
    table = [[*header, *last]]
    for at, answers in enumerate(form.answers(people), 1):
        cells = [
            each.choices[value].get(language) or value
            if (value := answers[each.name]) and each.choices
            else value
            for each in form.rows
        ]
        about = [
            "vAb3", str(700 + at), f"5b0c-{at}", "2026-10-05T07:34:00", "", "",
            "submitted_via_web", "", "", str(at),
        ]  # fmt: skip
        table.append([*cells, *about])
    return table


def odk(form: Fielded, people: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """A download of ODK Central: groups before names, a minus sign between."""
    header = ["-".join([*(name for name, _ in each.groups), each.name]) for each in form.rows]
    last = [
        "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
        "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion",
    ]  # fmt: skip
    table = [["SubmissionDate", *header, *last]]
    for at, answers in enumerate(form.answers(people), 1):
        cells = [answers[each.name] for each in form.rows]
        about = [f"uuid:{at}", f"uuid:{at}", "12", "Ann", "0", "0", "", "", "", "0"]
        table.append(
            ["2026-10-05T07:34:00.000Z", *cells, *about, form.settings["version"]],
        )
    return table


def surveycto(
    form: Fielded, people: Sequence[Mapping[str, str]], *, first: Sequence[str] = ()
) -> list[list[str]]:
    """A download of SurveyCTO, wide: names of fields only."""
    header = [each.name for each in form.rows]
    table = [[*first, "SubmissionDate", *header, "instanceID", "formdef_version", "KEY"]]
    for at, answers in enumerate(form.answers(people), 1):
        cells = [answers[each.name] for each in form.rows]
        moments = ["Oct 5, 2026 9:34:00 AM"] * (len(first) + 1)
        table.append([*moments, *cells, f"uuid:{at}", form.settings["version"], f"uuid:{at}"])
    return table


def write_csv(
    path: Path,
    table: Sequence[Sequence[str]],
    delimiter: str = ",",
    *,
    quoted: bool = False,
    bom: bool = False,
) -> Path:
    """A table as a file; all cells quoted, or those that need it."""
    text = StringIO()
    writer = csv.writer(
        text, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    )
    writer.writerows(table)
    path.write_bytes(text.getvalue().encode("utf-8-sig" if bom else "utf-8"))
    return path


def write_xlsx(path: Path, table: Sequence[Sequence[str]]) -> Path:
    """A table as a workbook of one sheet, texts as texts."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("Bike shop")
        for down, row in enumerate(table):
            sheet.write_row(down, 0, row)
    return path


def with_ids(ids: Sequence[str], more: str = "") -> str:
    """A questionnaire of features with these ids."""
    features = "".join(f"- {{id: {id_}, functional: a, dysfunctional: b}}\n" for id_ in ids)
    return f"kano: 1\nlanguage: en\nfeatures:\n{features}{more}\n"


ODD_IDS = """\
kano: 1
title: Rare names
language: en
features:
  - {id: night-locker, functional: If there was a locker?, dysfunctional: If there was no locker?}
  - {id: under.dot, functional: If it was dark?, dysfunctional: If it was not dark?}
"""
ENGLISH, DUTCH = "English (en)", "Dutch (nl)"
