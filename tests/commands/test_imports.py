"""What a command loads: nothing that it does not need."""

import subprocess
import sys
from collections.abc import Iterable

import pytest

from tests.commands.process import DUTCH, ENGLISH, environment

HEAVY = ("numpy", "pandas", "openpyxl", "yaml", "python_calamine", "rich.table", "rich.console")
RUN = """
import sys
sys.argv = ["kano", *sys.argv[1:]]
from kano_cli.commands.console import main
try:
    main()
except SystemExit as ended:
    print(ended.code or 0, *sys.modules, file=sys.stderr)
"""


def loaded(code: str, *words: object) -> set[str]:
    """The modules that a piece of Python has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True,
        env=environment(),
        text=True,
    )
    ended, *modules = done.stderr.rstrip("\n").rpartition("\n")[2].split()
    assert ended == "0", done.stderr[:2000]
    return set(modules)


def heavy_in(modules: set[str], names: Iterable[str] = HEAVY) -> list[str]:
    """Those of the heavy ones that are there."""
    return [name for name in names if name in modules]


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("classify", "--help")])
def test_help_and_version_load_nothing_heavy(words: tuple[str, ...]) -> None:
    """They cost little more than Typer."""
    assert heavy_in(loaded(RUN, *words)) == []


def test_importing_kano_cli_loads_nothing_heavy() -> None:
    """Its names are loaded when they are used."""
    code = "import kano_cli, sys; dir(kano_cli); print(0, *sys.modules, file=sys.stderr)"

    assert heavy_in(loaded(code), (*HEAVY, "typer", "kano_cli.analysis")) == []


@pytest.mark.parametrize(
    ("survey", "unused"),
    [
        (DUTCH / "survey.csv", ("pandas", "openpyxl", "python_calamine", "scipy")),
        (DUTCH / "survey.xlsx", ("pandas", "scipy")),
    ],
    ids=["csv", "xlsx"],
)
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_classify_loads_what_the_file_needs(
    survey: object, unused: tuple[str, ...], form: str
) -> None:
    """Never pandas, a workbook's libraries only for a workbook."""
    assert heavy_in(loaded(RUN, "classify", survey, "-f", form), unused) == []


def test_classify_with_a_questionnaire_and_explain_never_load_pandas() -> None:
    """YAML is read, tables are not."""
    asked = ("-q", ENGLISH / "questionnaire.yaml")
    survey = ENGLISH / "survey.csv"

    assert heavy_in(loaded(RUN, "classify", survey, *asked), ("pandas", "openpyxl", "scipy")) == []
    assert heavy_in(loaded(RUN, "explain", survey, "dark_mode", *asked), ("pandas", "scipy")) == []


def test_machine_formats_load_no_screen() -> None:
    """JSON and CSV are written without Rich."""
    for form in ("json", "csv"):
        assert (
            heavy_in(loaded(RUN, "classify", DUTCH / "survey.csv", "-f", form), ("rich.table",))
            == []
        )
