"""Outcomes of the gate, made up, with texts that try to do more than be read."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from kano_cli.checks.gate.policy.rules import RULES
from kano_cli.checks.gate.verdict import GateResult, Unchecked, Verdict, in_order
from kano_cli.core.result import Origin
from kano_cli.findings import Finding, Place, Severity
from kano_cli.report.words import words
from kano_cli.study.backlog import Backlog, Item
from tests.report.surveys import HOSTILE as HOSTILE_NAMES

HOSTILE = (
    *HOSTILE_NAMES,
    "100 % sure%0Aand 5%",
    "::error file=x,line=1::boom",
    "a\n::stop-commands::x\r\n::add-mask::y",
    "##[error]boom and ##vso[task.complete]",
    "a: b, c=d; e",
    "]]> &amp; <![CDATA[x]]> ' \" `",
    "| a | b |\\| c",
    "👩‍👩‍👧‍👦 café Ünïcödé ﷽",
    "\u2028line\u2029paragraph\ufffe\u0085next",
    "$(touch x) `touch x` ${HOME}",
    "",
    "x" * 5000,
)
"""Names of features and titles of items."""

CODES = (*(rule.code for rule in RULES), "K420")
REASON = "made-up"
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@contextmanager
def plain_words() -> Iterator[None]:
    """While it lasts a finding says just its `text`, and its hint is `advice`."""
    with pytest.MonkeyPatch.context() as patch:
        for lang in ("en", "nl"):
            texts = words(lang).texts
            for code in CODES:
                plain = {"text": "{text}", "hint": "{advice}", "about": f"What {code} is about."}
                patch.setitem(texts["finding"], code, plain)
            made_up = {"en": "made up for this", "nl": "hiervoor bedacht"}[lang]
            patch.setitem(texts["unchecked"], REASON, made_up)
        yield


def verdict(
    text: str = "is wrong",
    *,
    code: str = "K412",
    severity: Severity = ERROR,
    advice: str = "do better",
    place: Place | None = None,
    conclusive: bool = True,
    item: str = "",
    feature: str = "",
) -> Verdict:
    """A verdict that says `text`, at line 9 of the backlog."""
    where = Place(file="backlog.csv", line=9) if place is None else place
    finding = Finding(code, {"text": text, "advice": advice}, where)
    return Verdict(finding, severity, conclusive, item, feature)


def gate(
    verdicts: Sequence[Verdict] = (),
    *,
    subject: str = "survey.xlsx",
    applied: Sequence[str] = ("K401", "K402", "K412"),
    unchecked: Sequence[str] = (),
    items: int | None = 3,
) -> GateResult:
    """An outcome: survey, backlog with a number of items from line 9 on, verdicts."""
    backlog = None
    if items is not None:
        planned = (
            Item(f"P-{at}", f"Item {at}", Place(file="backlog.csv", line=at + 9))
            for at in range(items)
        )
        backlog = Backlog("backlog.csv", tuple(planned), "jira")
    return GateResult(
        subject=subject,
        survey=Origin(subject, respondents=240, features=9),
        backlog=backlog,
        policy="kano-policy.yaml",
        baseline="",
        verdicts=in_order(verdicts),
        applied=tuple(applied),
        unchecked=tuple(Unchecked(code, REASON) for code in unchecked),
    )


def every_kind() -> GateResult:
    """An outcome with everything that there can be."""
    return gate(
        [
            verdict("surely wrong", item="P-0", feature="sms"),
            verdict(
                "perhaps wrong", code="K401", conclusive=False, place=Place(file="survey.xlsx")
            ),
            verdict("not nice", code="K413", severity=WARNING, place=Place(file="b.csv", line=12)),
            verdict(
                "good to know",
                code="K420",
                severity=INFO,
                advice="",
                place=Place(file="plan.xlsx", sheet="Items", row=4, column="B Title"),
            ),
        ],
        applied=[rule.code for rule in RULES if rule.code < "K420"],
        unchecked=["K430", "K431"],
    )


def hostile() -> GateResult:
    """An outcome in which every text from a file is hostile."""
    return gate(
        [
            verdict(
                f"says {text}",
                severity=list(Severity)[at % 3],
                advice=f"try {text}",
                item=text,
                feature=text,
                place=Place(file="backlog.csv", line=at + 2),
            )
            for at, text in enumerate(HOSTILE)
        ]
    )


def said(result: GateResult) -> Mapping[str, Verdict]:
    """The verdicts of `hostile` by the text they are about."""
    return {each.item: each for each in result.verdicts}
