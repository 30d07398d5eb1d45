"""What a terminal shows of the gate, at every width."""

import pytest
from rich.cells import cell_len

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode, visible
from kano_cli.findings import Place
from kano_cli.renderers.findings.rendered import WIDTH, rendered
from kano_cli.renderers.findings.text import quiet, view
from kano_cli.renderers.findings.told import place_text
from kano_cli.report.words import words
from tests.renderers.findings.gates import WARNING, every_kind, gate, hostile, verdict
from tests.renderers.screens import ESCAPE, WIDTHS, colour_terminal, drives, printed, squeezed


def lines(result: GateResult, width: int, lang: str = "en") -> list[str]:
    """The lines on a terminal without colour."""
    return [line.rstrip() for line in printed(view(result, words(lang), width), width).split("\n")]


def test_at_140_columns_the_counts_stand_at_the_right() -> None:
    """And each finding beside its place, its fix below."""
    assert lines(every_kind(), 140)[:9] == [
        "backlog.csv against survey.xlsx (240 respondents, 9 features)"
        + "2 errors, 1 warning, 1 note, 2 items fine".rjust(79),
        "policy kano-policy.yaml",
        "",
        "error    K401  survey.xlsx                   perhaps wrong (too few answers to decide)",
        "               do better",
        "error    K412  backlog.csv:9                 surely wrong",
        "               do better",
        "",
        "warning  K413  b.csv:12                      not nice",
    ]


def test_at_80_columns_nothing_is_lost() -> None:
    """A long place has a line of its own."""
    assert lines(every_kind(), 80) == [
        "backlog.csv against survey.xlsx (240 respondents, 9 features)",
        "2 errors, 1 warning, 1 note, 2 items fine",
        "policy kano-policy.yaml",
        "",
        "error    K401  survey.xlsx    perhaps wrong (too few answers to decide)",
        "               do better",
        "error    K412  backlog.csv:9  surely wrong",
        "               do better",
        "",
        "warning  K413  b.csv:12       not nice",
        "               do better",
        "",
        'note     K420  plan.xlsx, sheet "Items", B4',
        "               good to know",
        "",
        "not checked  K430, K431: made up for this",
        "",
        "gate: failed (exit 1)",
        "",
    ]


def test_a_narrow_terminal_gets_a_list() -> None:
    """One part under another."""
    shown = lines(gate([verdict()]), 50)

    assert shown[5:10] == ["error  K412", "  backlog.csv:9", "  is wrong", "    do better", ""]


def test_it_speaks_dutch() -> None:
    """Each word of ours."""
    shown = lines(every_kind(), 140, "nl")

    assert shown[0].endswith("2 fouten, 1 waarschuwing, 1 opmerking, 2 items in orde")
    assert shown[3].startswith("fout          K401  survey.xlsx")
    assert shown[-2] == "controle: niet geslaagd (exitcode 1)"
    assert 'tabblad "Items"' in "\n".join(shown)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("b.csv", line=9), "b.csv:9"),
        (Place("b.csv"), "b.csv"),
        (Place("b.xlsx", "Items", 4, "B Title"), 'b.xlsx, sheet "Items", B4'),
        (Place("b.xlsx", "Items", 4), 'b.xlsx, sheet "Items", row 4'),
        (Place("b.xlsx", "Items"), 'b.xlsx, sheet "Items"'),
        (Place("b.xlsx", row=4), "b.xlsx, row 4"),
        (Place("b\x1b.xlsx", "I\x07", 4, "\x9b C"), 'b�.xlsx, sheet "I�", �4'),
    ],
)
def test_a_place_is_told_as_an_editor_or_a_sheet_shows_it(place: Place, shown: str) -> None:
    """What is not known is left out."""
    assert place_text(place, words("en")) == shown


def test_only_an_error_says_that_the_answers_are_too_few() -> None:
    """A warning on few answers decides nothing either way."""
    errors = lines(gate([verdict(conclusive=False)]), 140)
    warnings = lines(gate([verdict(conclusive=False, severity=WARNING)]), 140)

    assert [line for line in errors if line.endswith("is wrong (too few answers to decide)")]
    assert [line for line in warnings if line.endswith("is wrong")]


@pytest.mark.parametrize(
    ("verdicts", "code", "last"),
    [
        ([], ExitCode.OK, "gate: passed (exit 0)"),
        ([verdict(severity=WARNING)], ExitCode.OK, "gate: passed (exit 0)"),
        ([verdict()], ExitCode.FAILED, "gate: failed (exit 1)"),
        (
            [verdict(conclusive=False)],
            ExitCode.INCONCLUSIVE,
            "gate: inconclusive, too few answers to decide (exit 4)",
        ),
        (
            [verdict(conclusive=False)],
            ExitCode.OK,
            "gate: inconclusive, too few answers to decide (exit 0)",
        ),
    ],
)
def test_the_last_line_says_how_it_ended(verdicts: list, code: ExitCode, last: str) -> None:  # type: ignore[type-arg]
    """With the code of the run."""
    shown = printed(view(gate(verdicts), words("en"), 80, code), 80)

    assert shown.rstrip("\n").split("\n")[-1].rstrip() == last


def test_without_a_code_the_outcome_decides() -> None:
    """As the command does without `--inconclusive`."""
    assert lines(gate([verdict(conclusive=False)]), 80)[-2].endswith("(exit 4)")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_hostile_texts_drive_nothing_and_fit(width: int, lang: str) -> None:
    """Every sign is there, in lines that are no wider than the terminal."""
    text = printed(view(hostile(), words(lang), width), width, colour_terminal())
    shown = ESCAPE.sub("", text)

    assert drives(text) == set()
    assert max(map(cell_len, shown.split("\n"))) <= width
    together = squeezed(shown)
    for each in hostile().verdicts:
        if width >= 60:
            assert squeezed(visible(str(each.finding.facts["advice"]))) in together


def test_markup_stays_text() -> None:
    """Rich would eat `[with]` and die on `[/]`."""
    shown = "\n".join(lines(gate([verdict("a [with] [/] :smile: [red]x[/red]")]), 140))

    assert "a [with] [/] :smile: [red]x[/red]" in shown


def test_colour_only_helps() -> None:
    """Without it the text is the same, sign for sign; in a file there is none."""
    coloured = printed(view(every_kind(), words("en"), 100), 100, colour_terminal())

    assert "\x1b[1;31m" in coloured
    assert ESCAPE.sub("", coloured) == printed(view(every_kind(), words("en"), 100), 100)
    assert "\x1b" not in rendered(every_kind(), "text", words("en"))


def test_no_color_leaves_no_colour() -> None:
    """Bold and dim stay, as everywhere in kano."""
    from rich.console import Console

    like = Console(force_terminal=True, color_system="truecolor", no_color=True)
    text = printed(view(every_kind(), words("en"), 100), 100, like)

    assert ";31" not in text
    assert "\x1b[1m" in text


def test_a_file_gets_lines_of_a_fixed_width_without_trailing_spaces() -> None:
    """The same bytes everywhere."""
    text = rendered(every_kind(), "text", words("en"))

    assert max(map(len, text.split("\n"))) == WIDTH
    assert not [line for line in text.split("\n") if line.endswith(" ")]


def test_in_a_log_of_github_no_text_is_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """At no width, wherever the line breaks; elsewhere the text is as it was."""
    bad = "word ::error::boom ##[group]x :::: ::add-mask::y :::debug:::"
    place = Place(file="::debug::p.csv", line=2)
    result = gate([verdict(bad, place=place, advice=bad)], subject="::error::s")
    assert quiet(bad) == bad

    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    for width in range(20, 140):
        for line in lines(result, width):
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
