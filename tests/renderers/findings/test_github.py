"""Workflow commands, read back as GitHub's runner reads a line of a log."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode, visible
from kano_cli.findings import Place
from kano_cli.renderers.findings.ending import exit_code
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import (
    ERROR,
    INFO,
    WARNING,
    every_kind,
    gate,
    hostile,
    said,
    verdict,
)


@dataclass(frozen=True)
class Command:
    """What the runner makes of a line."""

    name: str
    properties: dict[str, str]
    text: str


def heard(line: str) -> Command | None:
    """A line as the runner hears it: `::name key=value::text`, spaces before it or not."""
    line = line.lstrip()
    if not line.startswith("::"):
        # The older spelling may stand anywhere in a line.
        assert "##[" not in line
        return None
    end = line.index("::", 2)
    name, _, rest = line[2:end].partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(",") if pair.strip())
    properties = {key: unescaped(value, {"%3A": ":", "%2C": ","}) for key, value in pairs}
    return Command(name, properties, unescaped(line[end + 2 :]))


def unescaped(text: str, more: dict[str, str] | None = None) -> str:
    """The escapes undone, the one of the percent sign last."""
    for escape, char in {"%0D": "\r", "%0A": "\n", **(more or {}), "%25": "%"}.items():
        text = text.replace(escape, char)
    return text


def commands(result: GateResult, lang: str = "en", code: ExitCode | None = None) -> list[Command]:
    """The commands in a log."""
    text = rendered(result, "github", words(lang), code, root=Path.cwd())
    found = (heard(line) for line in text.split("\n"))
    return [command for command in found if command is not None]


def test_each_finding_is_a_command_at_its_line() -> None:
    """Under the word of its severity, with the fix below."""
    assert commands(every_kind()) == [
        Command(
            "error",
            {"file": "survey.xlsx", "title": "K401 too-few-answers"},
            "perhaps wrong (too few answers to decide)\ndo better",
        ),
        Command(
            "error",
            {"file": "backlog.csv", "line": "9", "title": "K412 reverse-planned"},
            "surely wrong\ndo better",
        ),
        Command(
            "warning",
            {"file": "b.csv", "line": "12", "title": "K413 indifferent-planned"},
            "not nice\ndo better",
        ),
        Command("notice", {"file": "plan.xlsx", "title": "K420"}, "good to know"),
    ]


def test_the_log_ends_with_how_the_gate_ended() -> None:
    """And names what was not checked."""
    lines = rendered(every_kind(), "github", words("en")).splitlines()

    assert lines[-2:] == [
        "not checked: K430, K431 (made up for this)",
        "gate: failed (exit 1), 2 errors, 1 warning, 1 note, 2 items fine",
    ]


def test_the_severity_is_the_policys_not_the_catalogues() -> None:
    """K412 is an error there, K413 a warning."""
    result = gate([verdict(code="K412", severity=WARNING), verdict(code="K413", severity=ERROR)])

    assert [(each.name, each.properties["title"][:4]) for each in commands(result)] == [
        ("error", "K413"),
        ("warning", "K412"),
    ]


@pytest.mark.parametrize(("found", "shown", "more"), [(10, 10, 0), (11, 9, 2), (24, 9, 15)])
def test_at_most_ten_of_a_kind_are_shown(found: int, shown: int, more: int) -> None:
    """GitHub drops the eleventh, so the tenth says how many more there are."""
    both = [verdict(f"{kind} {at}", severity=kind) for kind in (ERROR, INFO) for at in range(found)]
    heard_all = commands(gate(both))

    for name, word in (("error", "errors"), ("notice", "notes")):
        kind = [each for each in heard_all if each.name == name]
        assert len(kind) == min(found, 10)
        assert sum("file" in each.properties for each in kind) == shown
        assert (kind[-1].text == f"and {more} more {word}") == bool(more)


def test_hostile_texts_arrive_whole_and_command_nothing() -> None:
    """Ten of a kind are shown, so it is done by kinds."""
    for text, each in said(hostile()).items():
        found = commands(gate([each]))

        assert len(found) == 1
        assert found[0].text == visible(f"says {text}") + "\n" + visible(f"try {text}")


def test_no_line_begins_with_a_text_of_the_survey() -> None:
    """Neither do the plain ones hold any."""
    log = rendered(hostile(), "github", words("en"))

    for line in log.rstrip("\n").split("\n"):
        assert line.startswith(("::error file=", "::warning file=", "::notice file=", "gate: "))


FILES = st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1)


@example("%0A%", "100 %3A,b: c%2C.csv")
@given(text=st.text(st.characters(exclude_categories=["Cs"])), name=FILES.map("f{}".format))
def test_every_text_and_file_comes_back(text: str, name: str) -> None:
    """Whatever is in it."""
    if (Path.cwd() / name).name != name:
        return
    found = commands(gate([verdict("x" + text, advice="", place=Place(file=name, line=1))]))

    assert len(found) == 1
    assert found[0].text == visible("x" + text)
    assert found[0].properties["file"] == name


@pytest.mark.parametrize(
    ("inconclusive", "code"), [("", 4), ("pass", 0), ("fail", 1)], ids=["own", "pass", "fail"]
)
def test_the_last_line_has_the_code_that_was_asked_for(inconclusive: str, code: int) -> None:
    """`--inconclusive` decides it."""
    result = gate([verdict(conclusive=False)])
    ending = exit_code(result, inconclusive)

    assert int(ending) == code
    last = rendered(result, "github", words("en"), ending).splitlines()[-1]
    assert last.startswith(f"gate: inconclusive, too few answers to decide (exit {code}), 1 error")


def test_a_conclusive_error_or_none_is_not_moved_by_it() -> None:
    """A known failure says more than an open question."""
    both = gate([verdict(conclusive=False), verdict()])

    for word in ("", "pass", "fail"):
        assert exit_code(both, word) is ExitCode.FAILED
        assert exit_code(gate([verdict(severity=WARNING)]), word) is ExitCode.OK
