"""The page that `kano inspect` shows: how a file was understood, and what is doubtful in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_cli.errors import KanoError, visible
from kano_cli.readers.inspection.record import InspectedColumn, Inspection, Role
from kano_cli.report.formulas import Line
from kano_cli.report.inspected_wording import WordingRow, wording_rows
from kano_cli.report.numbers import count
from kano_cli.report.page import SEPARATOR, FindingLine, left_out
from kano_cli.report.words import Words
from kano_cli.study.words import plain

_IN_PAIRS = (Role.FUNCTIONAL, Role.DYSFUNCTIONAL, Role.IMPORTANCE)
_DOUBTFUL = (Role.UNPAIRED, Role.LIKELY, Role.LEFT_OUT)
_BY_NAME = (Role.METADATA, Role.BLANK)
_HOW_MANY = (Role.SEGMENT, Role.POSSIBLE_SEGMENT, *_DOUBTFUL)
# What is doubtful first; what says nothing about the survey last.
_ORDER = (
    *_DOUBTFUL, *_IN_PAIRS, Role.RESPONDENT, Role.WEIGHT, Role.FEATURE, Role.SIDE, Role.ANSWER,
    Role.COUNT, Role.SEGMENT, Role.POSSIBLE_SEGMENT, Role.RATING, Role.RECEIVED, Role.TEXT,
    Role.OTHER, Role.METADATA, Role.BLANK,
)  # fmt: skip


@dataclass(frozen=True)
class Named:
    """A column: its letter, or its name in a file without letters, and its header if that adds."""

    place: str
    header: str = ""


@dataclass(frozen=True)
class PairRow:
    """Two columns that belong together; `doubt` is empty where nothing is doubtful."""

    feature: str
    functional: Named
    dysfunctional: Named
    importance: str
    evidence: str
    doubt: str


@dataclass(frozen=True)
class Group:
    """The other columns of a role, each with a note; `by_name` where their names say enough."""

    label: str
    columns: tuple[tuple[Named, str], ...]
    doubtful: bool
    by_name: bool


@dataclass(frozen=True)
class InspectionPage:
    """Everything about how a file was understood, as text."""

    verdict: str
    refused: bool
    hint: str
    facts: tuple[Line, ...]
    headings: dict[str, str]
    pairs: tuple[PairRow, ...]
    wording: tuple[WordingRow, ...]
    groups: tuple[Group, ...]
    findings: tuple[FindingLine, ...]


def inspection_page(inspection: Inspection, words: Words) -> InspectionPage:
    """The page of an inspection.

    Args:
        inspection: how the file was understood.
        words: the language of the page; a refusal stays in English.
    """
    pairs = tuple(_pairs(inspection, words))
    wording = tuple(wording_rows(inspection.texts, words))
    groups = tuple(_groups(inspection, words))
    marked = [bool(pair.doubt) for pair in pairs]
    marked += [line.doubtful for line in wording] + [group.doubtful for group in groups]
    refusal = inspection.refusal
    hint = words("inspect", "hint", hint=visible(refusal.hint)) if refusal and refusal.hint else ""
    return InspectionPage(
        verdict=_refused(refusal, words) if refusal else _read(inspection, sum(marked), words),
        refused=refusal is not None,
        hint=hint,
        facts=tuple((label, text) for label, text in _facts(inspection, words) if text),
        headings=_headings(words),
        pairs=pairs,
        wording=wording,
        groups=groups,
        findings=tuple(
            FindingLine(finding.code, finding.severity.value, *words.finding(finding))
            for finding in inspection.findings
        ),
    )


def _refused(refusal: KanoError, words: Words) -> str:
    """What was refused, and where."""
    told = ": ".join(filter(None, [refusal.place, refusal.message]))
    return words("inspect", "refused", what=visible(told))


def _read(inspection: Inspection, marked: int, words: Words) -> str:
    """What came out of the file, and how much of it is doubtful."""
    told = words("headline", "features", count=len(inspection.pairs))
    if inspection.respondents is not None:
        told = f"{words('headline', 'respondents', count=inspection.respondents)}, {told}"
    if not marked:
        return words("inspect", "complete", told=told)
    return words("inspect", "doubtful", told=told, count=marked)


def _headings(words: Words) -> dict[str, str]:
    """What stands above the parts of the page and their columns."""
    own = (
        "pairs", "functional", "dysfunctional", "both", "evidence", "wording", "if_there",
        "if_not", "answer", "columns",
    )  # fmt: skip
    return {
        **{key: words("inspect", key) for key in own},
        "feature": words("column", "feature"),
        "answers": words("column", "answers"),
        "importance": words("column", "importance"),
        "findings": words("finding", "title"),
    }


def _facts(inspection: Inspection, words: Words) -> Iterator[Line]:
    """What is known of the file as a whole; a fact that is not known is empty."""
    sheet = visible(inspection.sheet)
    others = ", ".join(map(visible, inspection.other_sheets))
    if others:
        sheet = words("inspect", "not_read", sheet=sheet, others=others)
    tool = visible(inspection.platform_name or inspection.platform or "")
    answers = inspection.language and words(
        "inspect", "answers_in", language=words.language(inspection.language)
    )
    layout = words.texts["layout"].get(inspection.layout, visible(inspection.layout))
    rows = ", ".join(map(str, inspection.header_rows))
    header = words("inspect", "header_rows", count=len(inspection.header_rows), rows=rows)
    number = count(inspection.rows) if rows or inspection.rows else ""
    codes = ", ".join(f"{visible(k)} = {words.answer(v)}" for k, v in inspection.codes.items())
    rated = inspection.importance
    ratings = f"{rated.lowest:g}–{rated.highest:g}" if rated else ""
    for key, text in (
        ("file", visible(inspection.file)),
        ("sheet", sheet),
        ("tool", tool or words("inspect", "no_tool")),
        ("layout", ", ".join(filter(None, [inspection.layout and layout, answers]))),
        ("header", header if rows else ""),
        ("rows", SEPARATOR.join(filter(None, [number, left_out(inspection.left_out_rows, words)]))),
        ("codes", codes),
        ("importance", ratings),
    ):
        yield words("inspect", key), text


def _pairs(inspection: Inspection, words: Words) -> Iterator[PairRow]:
    """Every pair with its columns."""
    headers = {column.place: column.header for column in inspection.columns}
    for pair in inspection.pairs:
        yield PairRow(
            feature=visible(pair.feature),
            functional=_named(pair.functional, headers.get(pair.functional, "")),
            dysfunctional=_named(pair.dysfunctional, headers.get(pair.dysfunctional, "")),
            importance=visible(pair.importance),
            evidence=_told("evidence", pair.evidence, words),
            doubt=_told("doubt", pair.doubt, words),
        )


def _told(section: str, key: str, words: Words) -> str:
    """The words for a key; the key itself where there are none yet."""
    return str(words.texts[section].get(key, visible(key)))


def _named(place: str, header: str) -> Named:
    """A column by its place; its header only where it says something else."""
    header = " ".join(visible(plain(header)).split())
    # In quotes stands a name, cut where it is long: then the header says it once more.
    name = place.strip('"').removesuffix("…")
    told = header.startswith(name) if place.startswith('"') else header == place
    return Named(visible(place), "" if told else header)


def _groups(inspection: Inspection, words: Words) -> Iterator[Group]:
    """The columns that are in no pair, by what they were taken for."""
    paired = {
        place
        for pair in inspection.pairs
        for place in (pair.functional, pair.dysfunctional, pair.importance)
    }
    others = [c for c in inspection.columns if c.role not in _IN_PAIRS or c.place not in paired]
    for role in _ORDER:
        columns = [column for column in others if column.role is role]
        if columns:
            yield Group(
                words("role", role.value),
                tuple((_named(c.place, c.header), _note(c, words)) for c in columns),
                doubtful=role in _DOUBTFUL,
                by_name=role in _BY_NAME,
            )


def _note(column: InspectedColumn, words: Words) -> str:
    """How many different texts a column holds, where that says what it is."""
    if column.role in (Role.TEXT, Role.OTHER):
        return words("inspect", "filled", count=column.filled)
    if column.role not in _HOW_MANY:
        return ""
    if column.different is None:
        return words("inspect", "many")
    return words("inspect", "different", count=column.different)
