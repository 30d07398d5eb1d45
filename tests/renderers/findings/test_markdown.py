"""The Markdown of the gate, as a Markdown reader shows it, and the summary of a GitHub step."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.commands.step_summary import LIMIT, VARIABLE, add_step_summary, append
from kano_cli.errors import ExitCode, visible
from kano_cli.renderers.data.csv import harmless
from kano_cli.renderers.findings.markdown import SUMMARY_BYTES, step_summary
from kano_cli.renderers.findings.rendered import rendered
from kano_cli.report.words import words
from tests.renderers.findings.gates import every_kind, gate, hostile, said, verdict

JOINER = "\u200b"


def document(result: GateResult, lang: str = "en") -> str:
    """The Markdown of an outcome."""
    return rendered(result, "markdown", words(lang))


def as_html(markdown: str) -> str:
    """What a Markdown reader that lets HTML through makes of it."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(markdown))


def rows(markdown: str) -> list[list[str]]:
    """The cells of the one table, as people read them."""
    page = as_html(markdown)
    assert page.count("<table>") == 1
    found = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    cells = [re.findall(r"<t[hd]>(.*?)</t[hd]>", row, re.DOTALL) for row in found]
    return [[html.unescape(cell).replace(JOINER, "") for cell in row] for row in cells]


def test_the_document_reads_well() -> None:
    """How it ended first, and a row for each finding."""
    page = as_html(document(every_kind()))

    assert page.startswith(
        "<h3>gate: failed (exit 1)</h3>\n<p>backlog.csv against survey.xlsx (240"
    )
    assert "<p>2 errors, 1 warning, 1 note, 2 items fine</p>" in page
    assert "<p>policy kano-policy.yaml</p>" in page
    assert "<li>not checked: K430, K431 (made up for this)</li>" in page
    assert rows(document(every_kind())) == [
        ["Severity", "Code", "Where", "Finding", "What to do"],
        ["error", "K401", "survey.xlsx", "perhaps wrong (too few answers to decide)", "do better"],
        ["error", "K412", "backlog.csv:9", "surely wrong", "do better"],
        ["warning", "K413", "b.csv:12", "not nice", "do better"],
        ["note", "K420", 'plan.xlsx, sheet "Items", B4', "good to know", ""],
    ]


def test_a_gate_without_findings_has_no_table() -> None:
    """A heading and what was checked."""
    page = as_html(document(gate()))

    assert "<table>" not in page
    assert "<p>no errors or warnings, 3 items fine</p>" in page


def test_hostile_texts_are_read_and_do_nothing() -> None:
    """One row each, no tag, no mention and no formula."""
    text = document(hostile())
    _, *found = rows(text)

    for row, each in zip(found, hostile().verdicts, strict=True):
        message, hint = (visible(str(each.finding.facts[key])) for key in ("text", "advice"))
        assert row[3:] == [harmless(message).strip(), harmless(hint).strip()]
    tags = set(re.findall(r"<(/?\w+)", as_html(text)))
    assert {tag.strip("/") for tag in tags} == {
        "h3",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert len(said(hostile())) == len(found)


def test_a_formula_is_made_plain_text() -> None:
    """People open such a table as a sheet."""
    _, row = rows(document(gate([verdict("=1+1", advice="+x")])))

    assert row[3:] == ["'=1+1", "'+x"]


@pytest.mark.parametrize("spare", [0, 1, 60, 10_000])
def test_a_summary_is_cut_at_a_row(spare: int) -> None:
    """It never takes more than it may, keeps what fits and says how many rows do not."""
    result = gate([verdict(f"finding {at}", item=str(at)) for at in range(40)])
    whole = step_summary(result, words("en"))
    most = len(whole.encode()) - 500 + spare
    summary = step_summary(result, words("en"), most=most)

    assert len(summary.encode()) <= most
    if spare == 10_000:
        assert summary == whole
        return
    kept = len(re.findall(r"finding \d", summary))
    assert rows(summary)[-1][3] == f"and {40 - kept} more findings"
    longest = max(map(len, whole.split("\n")))
    assert most - len(summary.encode()) <= longest + 1


def test_a_large_summary_stays_under_githubs_limit() -> None:
    """GitHub drops one over 1024 KiB."""
    result = gate([verdict("é" * 5000, item=str(at)) for at in range(200)])

    size = len(step_summary(result, words("en")).encode())
    assert SUMMARY_BYTES - 11_000 < size <= SUMMARY_BYTES < 1024 * 1024
    assert len(document(result).encode()) > 1024 * 1024


def test_the_summary_is_added_to_what_the_step_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below an empty line, twice if asked twice."""
    file = tmp_path / "summary.md"
    file.write_text("# Ours", "utf-8")
    monkeypatch.setenv(VARIABLE, str(file))

    add_step_summary(every_kind(), words("en"), ExitCode.FAILED)
    add_step_summary(gate(), words("nl"), ExitCode.OK)

    page = as_html(file.read_text("utf-8"))
    assert page.startswith("<h1>Ours</h1>\n<h3>gate: failed (exit 1)</h3>")
    assert "<h3>controle: geslaagd (exitcode 0)</h3>" in page


def test_the_summary_leaves_room_for_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All together stay under the limit."""
    file = tmp_path / "summary.md"
    monkeypatch.setenv(VARIABLE, str(file))
    result = gate([verdict("x" * 5000, item=str(at)) for at in range(120)])

    add_step_summary(result, words("en"), ExitCode.FAILED)
    add_step_summary(result, words("en"), ExitCode.FAILED)

    assert 600_000 < file.stat().st_size <= SUMMARY_BYTES + 2
    assert "more findings" in file.read_text("utf-8")


@pytest.mark.parametrize("spare", [-1, 0])
def test_a_full_summary_is_left_as_it_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    spare: int,
) -> None:
    """One byte more and GitHub would drop what others wrote, too."""
    file = tmp_path / "summary.md"
    before = LIMIT - len(step_summary(gate(), words("en")).encode()) - len("\n\n") - spare
    file.write_bytes(b"x" * before)
    monkeypatch.setenv(VARIABLE, str(file))

    add_step_summary(gate(), words("en"), ExitCode.OK)

    assert file.stat().st_size == (before if spare < 0 else LIMIT)
    assert ("is full" in capsys.readouterr().err) is (spare < 0)


def test_without_a_step_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor said."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)

    add_step_summary(every_kind(), words("en"), ExitCode.FAILED)

    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err == ""


def test_a_summary_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the run goes on."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone" / "summary.md"))

    add_step_summary(every_kind(), words("en"), ExitCode.FAILED)

    assert "the step summary cannot be written" in capsys.readouterr().err


def test_a_new_summary_begins_at_the_top(tmp_path: Path) -> None:
    """No empty line before the first."""
    append(tmp_path / "new.md", "# Title\n")

    assert (tmp_path / "new.md").read_text("utf-8") == "# Title\n"
