"""Findings as a client reads them: whole sentences, no options, nothing that somebody wrote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import floor
from typing import Any

from kano_cli.checks.quality import INDICATIVE, UNRELIABLE
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.findings import Fact, Finding
from kano_cli.report.document.sentences import SOME, sentence, some_of
from kano_cli.report.words import Words

_OWN_WORDS = {"K104": "unknown", "K111": "ratings", "K115": "declared"}
"""Findings that quote a cell, which may be anything that somebody wrote, or an option."""

_NAMES = ("features", "names", "groups")
"""The facts that may be long lists."""


def told(finding: Finding, words: Words, most: int = SOME) -> str:
    """A finding as a sentence; of many names the first, and how many more."""
    if finding.code in _OWN_WORDS:
        names: Any = finding.facts.get("names", ())
        shown = some_of([visible(name) for name in names], words, most)
        key, count = _OWN_WORDS[finding.code], finding.facts.get("count")
        return words("report_quality", key, count=count, names=shown)
    facts: dict[str, Any] = {
        name: _trimmed(value, words, most) if name in _NAMES else value
        for name, value in finding.facts.items()
    }
    text, _ = words.finding(replace(finding, facts=facts))
    return sentence(text)


def _trimmed(value: Any, words: Words, most: int) -> Any:  # noqa: ANN401  # a fact of any kind
    """A list of names that is not too long to read."""
    if not isinstance(value, tuple) or len(value) <= most + 1:
        return value
    return (*value[:most], words("report", "more", count=len(value) - most))


def about_answers(result: KanoResult) -> Iterator[Finding]:
    """The findings of a result; a feature that nobody answered makes no sample small."""
    yield from (each for each in result.findings if each.code not in ("K201", "K202"))
    sizes = [(each.name, floor(each.size)) for each in result.features if each.answered]
    few = tuple((name, n) for name, n in sizes if n < INDICATIVE)
    fewest = min((n for _, n in sizes), default=UNRELIABLE)
    weighted = any(each.size != each.people for each in result.features)
    said: Mapping[str, Fact] = {"variant": "weighted"} if weighted else {}
    if few:
        yield Finding("K201", {"count": len(few), "features": few, **said})
    elif fewest < UNRELIABLE:
        yield Finding("K202", {"fewest": fewest, **said})


def unique(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once, though the survey and its groups may both have it."""
    seen = []
    for finding in findings:
        if finding not in seen:
            seen.append(finding)
            yield finding
