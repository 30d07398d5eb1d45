"""`kano chart`: a survey as a picture, in a file or on stdout."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kano_cli.commands import chart as chart_command
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, kano, output

SURVEY, WORDS = ENGLISH / "survey.csv", ("-q", ENGLISH / "questionnaire.yaml")


def texts(svg_text: str) -> list[str]:
    """Every text of a chart, titles and descriptions too."""
    return ["".join(each.itertext()) for each in ET.fromstring(svg_text.encode()).iter()]  # noqa: S314


def marks(svg_text: str, kind: str = "mark") -> list[str]:
    """The features that have a mark, a bar or a label."""
    root = ET.fromstring(svg_text.encode())  # noqa: S314
    return [each.get(f"data-{kind}", "") for each in root.iter() if each.get(f"data-{kind}")]


def test_without_a_file_the_svg_goes_to_stdout() -> None:
    """And nothing to stderr."""
    drawn = output("chart", SURVEY, *WORDS)

    assert drawn.startswith("<?xml")
    assert len(marks(drawn)) == 8
    assert "Dark mode" in texts(drawn)


@pytest.mark.parametrize(
    ("kind", "more", "part"),
    [
        ("map", (), "mark"),
        ("scores", (), "mark"),
        ("shares", (), "bar"),
        ("segments", ("--by", "Plan"), "bar"),
    ],
)
def test_each_kind_is_written_to_a_file(
    kind: str, more: tuple[str, ...], part: str, tmp_path: Path, run: Runner
) -> None:
    """Whole, with a word on stderr."""
    target = tmp_path / "chart.svg"
    ran = run("chart", SURVEY, *WORDS, "--kind", kind, *more, "-o", target)

    assert (ran.code, ran.out, ran.err) == (0, "", f"kano: wrote {target}\n")
    assert set(marks(target.read_text("utf-8"), part)) >= {"dark_mode", "audit_log"}


def test_the_file_is_what_stdout_gets(tmp_path: Path) -> None:
    """Byte for byte."""
    target = tmp_path / "chart.svg"
    kano("chart", SURVEY, "-o", target)

    assert kano("chart", SURVEY).stdout == target.read_bytes()


def test_a_png_is_written_and_goes_down_a_pipe(tmp_path: Path) -> None:
    """The same bytes."""
    pytest.importorskip("resvg_py")
    target = tmp_path / "chart.PNG"
    kano("chart", SURVEY, "-o", target)

    assert target.read_bytes().startswith(b"\x89PNG")
    assert kano("chart", SURVEY, "-f", "png").stdout == target.read_bytes()


def test_a_png_is_not_thrown_at_a_terminal(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would show noise."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = run("chart", SURVEY, "-f", "png")

    assert (ran.code, ran.out) == (2, "")
    assert "a PNG is not for a terminal" in ran.err


def test_a_missing_library_is_told_before_the_survey_is_read(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With the line that installs it; no file is left."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setattr(chart_command, "read", lambda *_: pytest.fail("it was read"))
    ran = run("chart", SURVEY, "-o", tmp_path / "chart.png")

    assert ran.code == 2
    assert 'hint: pip install "kano-cli[png]"' in ran.err
    assert list(tmp_path.iterdir()) == []


def test_title_width_language_and_theme_are_what_was_asked_for(run: Runner) -> None:
    """A title from the command is harmless, too."""
    ran = run(
        "chart", DUTCH / "survey.csv", "--lang", "nl", "--width", "640", "--theme", "dark",
        "--title", "Klanten & <wensen>\x1b",
    )  # fmt: skip
    root = ET.fromstring(ran.out.encode())  # noqa: S314

    assert "Klanten & <wensen>�" in texts(ran.out)
    assert "onverschillig" in texts(ran.out)
    assert root.get("width") == "640"
    assert root.get("lang") == "nl"
    assert 'fill="#12151A"' in ran.out


def test_auto_leaves_the_theme_to_the_reader(run: Runner) -> None:
    """A style in the file."""
    assert "prefers-color-scheme:dark" in run("chart", SURVEY, "--theme", "auto").out


def test_only_and_top_choose_what_is_drawn(run: Runner) -> None:
    """In every kind."""
    assert set(marks(run("chart", SURVEY, "--only", "wow").out)) == {"offline_mode", "ai_writing"}
    assert len(marks(run("chart", SURVEY, "--top", "3", "--kind", "shares").out, "bar")) == 3
    segments = ("--kind", "segments", "--by", "Plan")
    assert len(set(marks(run("chart", SURVEY, *segments, "--top", "2").out, "bar"))) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "segments"), "--kind segments: needs a column of groups"),
        (("--by", "Plan"), "--kind map: only segments have groups"),
        (("-o", "map.pdf"), 'map.pdf: the ending ".pdf" names no format'),
        (("--width", "12"), "--width"),
        (("--kind", "pie"), "--kind"),
        (("--only", "nice"), '--only: there is no category "nice"'),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    words: tuple[str, ...], said: str, run: Runner
) -> None:
    """With code 2."""
    ran = run("chart", SURVEY, *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_weight_a_rule_and_confidence_change_the_picture(run: Runner) -> None:
    """They reach the numbers."""
    plain = run("chart", SURVEY).out

    assert run("chart", SURVEY, "--confidence", "0.8").out != plain
    assert run("chart", SURVEY, "--table", "pouliot").out != plain
    assert "80 % intervals" in run("chart", SURVEY, "--confidence", "0.8").out
