"""A baseline as JSON that people read in a pull request: few lines, in an order that stays."""

import json
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from math import isnan
from typing import Any

from kano_cli import __version__
from kano_cli.checks.gate.baseline.baseline import FORMAT, Baseline, BaselineFeature
from kano_cli.core.categories import CATEGORY_WORDS, LETTERS
from kano_cli.core.tables import ABSENT, EvaluationTable
from kano_cli.renderers.data.json import harmless
from kano_cli.study.scale import SIDES

_PLACES = 4
"""Of numbers that only people read. Their last digits differ from one processor to the next."""


def baseline_schema() -> Mapping[str, Any]:
    """The JSON Schema that every baseline fits."""
    text = (files("kano_cli.renderers.data") / "baseline.schema.json").read_text("utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def baseline_json(baseline: Baseline) -> str:
    """The baseline as JSON text: the same survey gives the same bytes, whatever the day."""
    return harmless(_laid_out(_record(baseline))) + "\n"


def _record(baseline: Baseline) -> dict[str, Any]:
    """The baseline in dicts and lists."""
    return {
        "kano_baseline": FORMAT,
        "tool": {"name": "kano", "version": __version__},
        "survey": {
            "file": baseline.survey,
            "respondents": baseline.respondents,
            "language": baseline.language or None,
            "weighted": baseline.weighted,
            "answered_from": _day(baseline.answered_from),
            "answered_until": _day(baseline.answered_until),
        },
        "settings": {
            "table": baseline.table and baseline.table.name,
            "cells": baseline.table and _cells(baseline.table),
            "rule": baseline.rule,
            "confidence": baseline.confidence,
            "prior": baseline.prior,
        },
        "answers": {
            side: {
                answer.word: list(texts)
                for (its, answer), texts in baseline.answers.items()
                if its == side
            }
            for side in SIDES
        },
        "features": [_feature(feature) for feature in baseline.features],
    }


def _cells(table: EvaluationTable) -> list[str]:
    """The table in the field's letters, a row for each functional answer; a dot where none is."""
    return [
        "".join("." if cell == ABSENT else LETTERS[cell] for cell in row)
        for row in table.cells.tolist()
    ]


def _feature(feature: BaselineFeature) -> dict[str, Any]:
    """One feature; only the counts, and the size behind weights, are not rounded."""
    size = {} if feature.effective_n is None else {"effective_n": feature.effective_n}
    return {
        "id": feature.id,
        "name": feature.name,
        "category": feature.category.word if feature.category is not None else None,
        "certainty": _rounded(feature.certainty),
        "answered": feature.answered,
        **size,
        "counts": dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
        "better": _rounded(feature.better),
        "better_interval": [_rounded(end) for end in feature.better_interval],
        "worse": _rounded(feature.worse),
        "worse_interval": [_rounded(end) for end in feature.worse_interval],
        **dict(zip(SIDES, feature.questions, strict=True)),
    }


def _rounded(value: float) -> float | None:
    """A number that people read; nothing where it does not exist, and no minus before a zero."""
    return None if isnan(value) else round(value, _PLACES) + 0.0


def _day(day: date | None) -> str | None:
    """A date as year-month-day."""
    return day.isoformat() if day else None


def _laid_out(value: object, indent: str = "") -> str:
    """JSON in which what holds single values stands on one line, so that a diff is short."""
    inner = indent + "  "
    if isinstance(value, dict) and any(isinstance(part, dict | list) for part in value.values()):
        parts = [f"{_plain(key)}: {_laid_out(part, inner)}" for key, part in value.items()]
        return f"{{\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        return (
            f"[\n{inner}" + f",\n{inner}".join(_laid_out(p, inner) for p in value) + f"\n{indent}]"
        )
    return _plain(value)


def _plain(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
