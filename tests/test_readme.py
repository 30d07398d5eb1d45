"""The README says what the tool does: its blocks are produced, its names are all there."""

import re
import subprocess
import sys

import pytest

from kano_cli.checks.dropping import KINDS
from kano_cli.checks.gate.policy.rules import RULES as GATE_RULES
from kano_cli.checks.gate.policy.rules import Unit
from kano_cli.core.ranking import SORTS
from kano_cli.core.rules import RULES
from kano_cli.core.tables import TABLES
from kano_cli.findings import CATALOGUE
from kano_cli.forms.targets import TARGETS
from kano_cli.readers.layouts.rows import EXCLUDED, INCLUDED
from kano_cli.readers.options import LAYOUTS
from kano_cli.readers.platforms.platform import platforms
from kano_cli.renderers.findings.rendered import FORMS
from kano_cli.report.document.study import SECTIONS
from kano_cli.study.declared_features import FEATURE_KEYS
from kano_cli.study.questionnaire import TOP_KEYS
from kano_cli.study.shipped import shipped_questionnaires
from tests.readme import MAP, PICTURE, README, blocks, drawn_map, picture, printed

TEXT = README.read_text("utf-8")
BLOCKS = list(blocks(TEXT))


SUBCOMMANDS = (
    *("policy show", "policy new"),
    *(f"questionnaire {each}" for each in ("list", "show", "new", "check", "export", "wordings")),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.command)
def test_a_block_is_what_the_tool_prints(block: object) -> None:
    """Run `python -m tests.readme` after a change of the output."""
    assert printed(block.command) == block.output  # type: ignore[attr-defined]


def test_the_picture_is_what_the_tool_shows() -> None:
    """Run `python -m tests.readme` after a change of the output."""
    assert PICTURE.read_text("utf-8") == picture()
    assert f"samples/{PICTURE.parent.name}/{PICTURE.name}" in TEXT


def test_the_pictures_of_a_report_are_there() -> None:
    """The map is drawn anew with `python -m tests.readme`; the slide is a picture of one."""
    assert MAP.read_text("utf-8") == drawn_map()
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT):
        assert (README.parent / name).is_file(), name


def test_the_first_screen_holds_the_two_commands() -> None:
    """One to classify a sample, one to pass the tests, both from nothing but Python."""
    screen = "\n".join(TEXT.split("\n")[:40])

    commands = re.findall(r"^python3 -m venv .*$", screen, re.MULTILINE)
    assert len(commands) == 2
    assert "kano classify samples/" in commands[0]
    assert "pytest" in commands[1]


@pytest.mark.parametrize(
    "name",
    [
        *CATALOGUE,
        *SORTS,
        *RULES,
        *TABLES,
        *LAYOUTS,
        *(f"`{platform.id}`" for platform in platforms()),
        *(f"`{reason}`" for reason in (*INCLUDED, *EXCLUDED)),
        *(f"`{kind}" for kind in KINDS),
        *(f"pip install '.[{extra}]'" for extra in ("spss", "big", "office", "pdf", "png", "all")),
        *shipped_questionnaires(),
        *(f"`{key}`" for key in (*TOP_KEYS, *FEATURE_KEYS)),
        *(f"| `{rule.name}` | {rule.code} |" for rule in GATE_RULES),
        *(f"`{form}`" for form in FORMS),
        *(f"| `{target}` |" for target in TARGETS),
        *(f"kano {command}" for command in SUBCOMMANDS),
        *(f"| `{ending}` |" for ending in (".html", ".xlsx", ".md", ".pptx", ".docx", ".pdf")),
        ", ".join(SECTIONS[:5]),
    ],
)
def test_every_name_that_a_user_can_write_is_documented(name: str) -> None:
    """Codes, orders, rules, tables, layouts, tools, reasons, questionnaires and keys."""
    assert name in TEXT


def options_of(command: str) -> set[str]:
    """The options that a command's help lists."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", printed(f"kano {command} --help".strip())))


def test_every_command_and_option_is_documented_and_no_other() -> None:
    """The README names none that is gone."""
    commands = re.findall(
        r"^  ([a-z-]+)  ", printed("kano --help").partition("Commands:")[2], re.MULTILINE
    )
    known = options_of("").union(*map(options_of, [*commands, *SUBCOMMANDS]))
    # Jobs to copy call other people's programs, too.
    own = re.sub(r"```(?:sh|yaml|groovy).*?```", "", TEXT, flags=re.DOTALL)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", own))

    assert {c for c in commands if f"kano {c}" not in TEXT} == set()
    assert known - named == set()
    assert named - known - {"--smoke"} == set()


def test_the_rules_of_the_gate_stand_there_as_they_are() -> None:
    """Level and limit of each, in the words of the table."""
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| K4\d\d \| ([^|]+\|[^|]*)\|", TEXT, re.MULTILINE))
    units = {Unit.PERCENT: " %", Unit.DAYS: " days", Unit.WORDS: " words"}
    for rule in GATE_RULES:
        limit = (
            "" if rule.limit is None else f"{rule.limit:g}{units.get(rule.unit or Unit.COUNT, '')}"
        )
        level, told = (cell.strip() for cell in rows[rule.name].split("|"))
        assert (level, told) == (rule.level.value, limit), rule.name


def test_no_code_is_documented_that_is_gone() -> None:
    """Every K code in the README is in the catalogue."""
    assert set(re.findall(r"\bK[1-5]\d\d\b", TEXT)) <= set(CATALOGUE)


def test_the_python_example_runs() -> None:
    """The README's Python block, as a script."""
    example = re.search(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

    assert example is not None
    done = subprocess.run(
        [sys.executable, "-c", example[1]], cwd=README.parent, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
