"""The words of the gate: in every language, for every code, in every form."""

import ast
import json
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

from kano_cli.checks.gate.policy.rules import RULES
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.errors import visible
from kano_cli.findings import CATALOGUE, Fact, Finding, Place, Severity
from kano_cli.renderers.findings.rendered import FORMS, rendered
from kano_cli.renderers.findings.told import told
from kano_cli.report.words import _NUMBERS, spoken, words
from tests.renderers.findings.gates import gate

REAL_WORDS = True
PACKAGE = Path(__file__).parents[3] / "kano_cli"
CODES = [code for code in CATALOGUE if code >= "K4"]

HOSTILE = "100 %\n::error::x, ##[error] {0} {name} ]]> <b> | \x1b[2J \u202e' \" 🎉 "
OWN: dict[str, Fact] = {
    "count": 2,
    "category": "basic",
    "old_category": "wow",
    "rival": "performance",
    "standing": "undecided",
    "asked_answer": "like",
    "spoken": "nl",
    "old_spoken": "en",
    "languages": ("en", "nl"),
    "categories": ("basic", "wow"),
    "reasons": (("preview", 2),),
    "cells": ("like/dislike",),
    "asked_texts": ("name", "functional"),
    "asked_text": "name",
    "points": ("dosed", "emotion"),
}
"""Facts that are words of kano's own."""


def reasons() -> set[str]:
    """The reasons for a rule that was not applied that stand in its record at once."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unchecked":
                found |= {each.value for each in node.args[1:] if isinstance(each, ast.Constant)}
    return {str(reason) for reason in found}


def literals() -> set[str]:
    """Every text in the code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py"))
    constants = (
        node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)
    )
    return {each.value for each in constants if isinstance(each.value, str)}


def test_every_language_has_the_same_words() -> None:
    """With the same blanks to fill in."""
    for section in ("gate", "unchecked"):
        texts = {lang: words(lang).texts[section] for lang in spoken()}
        for lang in spoken():
            assert texts[lang].keys() == texts["en"].keys()
            for key in texts["en"]:
                assert blanks(texts[lang][key]) == blanks(texts["en"][key]), (lang, key)


def blanks(text: str | dict[str, str]) -> set[str]:
    """The facts that a text takes, all its variants together."""
    parts = text.values() if isinstance(text, dict) else (text,)
    return {str(name) for part in parts for _, name, _, _ in Formatter().parse(part) if name}


@pytest.mark.parametrize("lang", spoken())
def test_every_reason_has_words(lang: str) -> None:
    """And no words are left over."""
    texts = words(lang).texts["unchecked"].keys()

    assert len(reasons()) >= 3
    assert reasons() <= texts <= literals()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", spoken())
def test_a_hostile_name_is_no_trouble_in_any_finding(code: str, lang: str) -> None:
    """In any form, whatever its words take, and whole where programs read it."""
    texts = {
        key: text for key, text in words(lang).texts["finding"][code].items() if key != "about"
    }
    facts = {name: fact(name) for name in blanks(texts) - {"where"}}
    for variant in texts.keys() - {"hint", "one", "other"} or {"text"}:
        finding = Finding(code, {**facts, "variant": variant}, Place("b.csv", line=3))
        result = gate([Verdict(finding, Severity.ERROR, item=HOSTILE)], applied=[code])
        forms = {form: rendered(result, form, words(lang)) for form in FORMS}

        assert all(code in text for text in forms.values())
        (issue,) = json.loads(rendered(result, "gitlab", words(lang)))
        failure = ET.fromstring(forms["junit"].encode()).find(".//failure")  # noqa: S314
        assert failure is not None
        assert issue["description"].startswith(str(failure.get("message")))
        if any(facts[name] == HOSTILE for name in blanks(texts.get(variant, texts))):
            assert visible(HOSTILE) in issue["description"]
        assert forms["github"].count("\n") == 2


def test_no_words_drive_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor those of a language file that somebody tampered with."""
    bad = {"text": "a\x1b[2Jb\nc", "hint": "d\x07", "about": ""}
    monkeypatch.setitem(words("en").texts["finding"], "K412", bad)
    result = gate([Verdict(Finding("K412"), Severity.ERROR)])

    (each,) = told(result, words("en"))
    assert (each.message, each.hint) == ("a�[2Jb c", "d�")


def fact(name: str) -> Fact:
    """A value of the kind that a fact of this name has: where it may be any text, a hostile one."""
    if name in _NUMBERS:
        return 1
    return OWN.get(name, HOSTILE)


def test_every_rule_is_in_the_catalogue() -> None:
    """And the other way round, but for the note on joined titles."""
    assert {rule.code for rule in RULES} == {c for c in CODES if c.startswith("K4")} - {"K420"}
