"""The JSON of how a file was understood: stable within a major `schema_version`, additive only."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from kano_cli import __version__
from kano_cli.errors import KanoError
from kano_cli.readers.inspection.record import (
    InspectedColumn,
    InspectedPair,
    InspectedRatings,
    InspectedText,
    Inspection,
)
from kano_cli.renderers.data.json import finding_record, json_text

SCHEMA_VERSION = 1


def inspection_schema() -> Mapping[str, Any]:
    """The JSON Schema that every inspection fits."""
    text = (files("kano_cli.renderers.data") / "inspection.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def inspection_json(inspection: Inspection) -> str:
    """How a file was understood, as JSON text; what is not known is null."""
    return json_text(inspection_record(inspection))


def inspection_record(inspection: Inspection) -> dict[str, Any]:
    """How a file was understood in dicts and lists, as JSON has it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kano", "version": __version__},
        "survey": {
            "file": inspection.file,
            "sheet": inspection.sheet or None,
            "other_sheets": list(inspection.other_sheets),
            "platform": inspection.platform,
            "platform_name": inspection.platform_name or None,
            "layout": inspection.layout or None,
            "language": inspection.language,
            "header_rows": list(inspection.header_rows),
            "rows": inspection.rows,
            "respondents": inspection.respondents,
            "left_out_rows": dict(inspection.left_out_rows),
        },
        "columns": [_column(column) for column in inspection.columns],
        "pairs": [_pair(pair) for pair in inspection.pairs],
        "texts": {
            side: [_text(text) for text in inspection.texts.get(side, ())]
            for side in ("functional", "dysfunctional")
        },
        "codes": {code: answer.word for code, answer in inspection.codes.items()},
        "importance": _ratings(inspection.importance),
        "findings": [finding_record(finding) for finding in inspection.findings],
        "refusal": _refusal(inspection.refusal) if inspection.refusal is not None else None,
    }


def _column(column: InspectedColumn) -> dict[str, Any]:
    """One column and what it was taken for."""
    return {
        "place": column.place,
        "header": column.header,
        "code": column.code or None,
        "role": column.role.value,
        "feature": column.feature or None,
        "filled": column.filled,
        "different": column.different,
    }


def _pair(pair: InspectedPair) -> dict[str, Any]:
    """Two columns by their places, and what speaks for and against the pair."""
    return {
        "feature": pair.feature,
        "functional": pair.functional,
        "dysfunctional": pair.dysfunctional,
        "importance": pair.importance or None,
        "evidence": pair.evidence or None,
        "doubt": pair.doubt or None,
    }


def _text(text: InspectedText) -> dict[str, Any]:
    """One text; both without an answer and not missing is one that was not understood."""
    return {
        "text": text.text,
        "count": text.count,
        "answer": text.answer.word if text.answer is not None else None,
        "missing": text.is_missing,
    }


def _ratings(ratings: InspectedRatings | None) -> dict[str, float] | None:
    """How importance was rated; None where it was not."""
    if ratings is None:
        return None
    return {
        "columns": ratings.columns,
        "lowest": ratings.lowest,
        "highest": ratings.highest,
    }


def _refusal(refusal: KanoError) -> dict[str, str]:
    """What was refused, where, and what settles it; in English, as on stderr."""
    return {"message": refusal.message, "place": refusal.place, "hint": refusal.hint}
