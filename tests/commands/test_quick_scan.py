"""`kano quick-scan` as users start it: the empty scan, the scored one, what it refuses."""

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook

from kano_cli.journey.quick_scan.statements import quick_scan
from kano_cli.renderers.data.quick_scan_json import quick_scan_schema
from kano_cli.report.quick_scan import bar
from tests.commands.conftest import Runner
from tests.commands.test_imports import RUN, heavy_in, loaded

VALIDATOR = Draft202012Validator(quick_scan_schema())
STEPS: Sequence[int] = (4, 3, 2, 3, 5, 1)
"""What everybody answers, by theme: 75, 50, 25, 50, 100 and 0."""


@pytest.fixture
def filled(tmp_path: Path, run: Runner) -> Callable[..., Path]:
    """An empty scan as kano writes it, filled in by some people."""

    def fill(people: int = 6, lang: str = "nl", *, words: bool = False) -> Path:
        path = tmp_path / "scan.csv"
        assert run("quick-scan", "new", "-o", path, "--lang", lang).code == 0
        text = path.read_text("utf-8-sig")
        mark = ";" if lang == "nl" else ","
        header, *blank = list(csv.reader(text.splitlines(), delimiter=mark))
        scale = quick_scan(lang).scale
        said = [scale[step - 1] if words else str(step) for step in STEPS for _ in range(4)]
        rows = [[row[0], *said] for row in blank[:people]] + blank[people:]
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file, delimiter=mark).writerows([header, *rows])
        return path

    return fill


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("words", [False, True])
def test_the_empty_scan_comes_back_scored(
    filled: Callable[..., Path], run: Runner, lang: str, *, words: bool
) -> None:
    """Numbers or words, in both languages; the rows that stayed blank count nowhere."""
    path = filled(6, lang, words=words)

    ran = run("quick-scan", path, "-f", "json", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    VALIDATOR.validate(record)
    assert (record["respondents"], record["empty"], record["language"]) == (6, 4, lang)
    assert [(each["id"], each["score"]) for each in record["themes"]] == [
        ("learning", 0),
        ("ease", 25),
        ("basics", 50),
        ("experience", 50),
        ("listening", 75),
        ("people", 100),
    ]
    assert record["overall"]["score"] == 50
    assert record["overall"]["interval"] == [50, 50]


def test_the_page_shows_the_lowest_theme_first(filled: Callable[..., Path], run: Runner) -> None:
    """In Dutch, with bars, the statements to begin with, and what the numbers rest on."""
    ran = run("quick-scan", filled(), "--lang", "nl")
    lines = ran.out.split("\n")

    assert ran.code == 0
    assert lines[0].startswith("scan.csv · 6 respondenten · scores van 0 tot 100")
    themes = [line.split("  ")[0] for line in lines[3:9]]
    assert themes[:2] == ["Sturen en leren", "Gemak"]
    assert themes[-1] == "Medewerkers"
    assert lines[4].split() == ["Gemak", bar(25), "25", "25", "–", "25", "6", "0"]
    assert "De directie bespreekt de beleving van klanten even vaak als de omzet." in ran.out
    assert "4 rijen zonder enig antwoord tellen nergens mee." in ran.out
    assert "Er is geen norm" in " ".join(ran.out.split())


def test_the_page_fits_a_narrow_terminal(
    filled: Callable[..., Path], run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a shorter bar, and as a list below that."""
    path = filled()
    for width in (100, 72, 60, 40):
        monkeypatch.setenv("COLUMNS", str(width))
        page = run("quick-scan", path, "--lang", "nl").out
        assert max(map(len, page.split("\n"))) <= width
        assert (bar(25, 20) in page) == (width >= 80)
        assert bar(25, 10) in page


def test_four_people_see_no_score(filled: Callable[..., Path], run: Runner) -> None:
    """A number about four is about each of them: neither the page nor the data has one."""
    path = filled(4)

    page = run("quick-scan", path, "--lang", "en").out
    record = json.loads(run("quick-scan", path, "-f", "json").out)

    assert "fewer than 5 people stand is not shown" in " ".join(page.split())
    assert "■" not in page
    assert {each["score"] for each in record["themes"]} == {None}
    assert {one["score"] for each in record["themes"] for one in each["statements"]} == {None}
    assert record["overall"]["score"] is None


def test_the_chart_has_a_bar_per_theme(
    filled: Callable[..., Path], run: Runner, tmp_path: Path
) -> None:
    """As long as its score, and told to who cannot see it."""
    target = tmp_path / "scan.svg"

    assert run("quick-scan", filled(), "-o", target, "--lang", "nl").code == 0

    root = ET.parse(target).getroot()  # noqa: S314  # our own
    space = {"s": "http://www.w3.org/2000/svg"}
    rows = {each.get("data-theme", ""): each for each in root.findall("s:g", space)}
    assert list(rows)[:2] == ["learning", "ease"]
    widths = {
        name: float(box.get("width", "")) if (box := row.find("s:rect", space)) is not None else 0
        for name, row in rows.items()
    }
    assert widths["listening"] == pytest.approx(3 * widths["ease"], abs=0.05)
    assert widths["learning"] == 0
    told = root.findtext("s:desc", namespaces=space) or ""
    assert "Gemak: 25 (25 – 25), n 6" in told


def test_a_workbook_with_ids_is_read(run: Runner, tmp_path: Path) -> None:
    """Some statements only: the others are named, and their themes have no score."""
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Team", "ease_1", "ease_2"])
    for row in range(5):
        page.append(["A", 5, 3 if row else None])
    path = tmp_path / "scan.xlsx"
    book.save(path)

    record = json.loads(run("quick-scan", path, "-f", "json").out)

    people = {each["id"]: each["people"] for each in record["themes"]}
    assert people == {**dict.fromkeys(people, 0), "ease": 4}  # half of its four statements
    assert {each["score"] for each in record["themes"]} == {None}
    assert len(record["missing"]) == 22
    assert "22 statements are in no column" in run("quick-scan", path).out


def test_the_page_to_print_has_a_box_per_step(run: Runner) -> None:
    """On standard output, in the language that was asked for."""
    ran = run("quick-scan", "new", "--lang", "en")

    assert ran.out.count("☐") == 24 * 5
    assert "## The basics in order" in ran.out
    assert "| 1 strongly disagree | 2 disagree |" in ran.out


def test_what_is_no_answer_is_refused_with_its_place(
    filled: Callable[..., Path], run: Runner
) -> None:
    """Row and column as a spreadsheet shows them."""
    path = filled(lang="en")
    path.write_text(path.read_text("utf-8-sig").replace("\n3,4,4", "\n3,4,9"), "utf-8")

    ran = run("quick-scan", path)

    assert (ran.code, ran.out) == (2, "")
    assert '"9" is no answer of the scale' in ran.err
    assert "row 4, column C" in ran.err
    assert "1 (strongly disagree) to 5 (strongly agree)" in ran.err


def test_a_file_that_is_no_scan_is_refused(run: Runner, tmp_path: Path) -> None:
    """With the way to a scan."""
    path = tmp_path / "other.csv"
    path.write_text("Name,Age\nA,31\n", "utf-8")

    ran = run("quick-scan", path)

    assert ran.code == 2
    assert "other.csv: no column is a statement of the quick scan" in ran.err
    assert "kano quick-scan new -o scan.csv" in ran.err


def test_a_scan_is_never_written_over_a_file(filled: Callable[..., Path], run: Runner) -> None:
    """It may hold answers."""
    path = filled()
    before = path.read_bytes()

    ran = run("quick-scan", "new", "-o", path)

    assert ran.code == 2
    assert "is there already" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "-o", "scan.pdf"), 'the ending ".pdf" names no format'),
        (("new", "-f", "json"), "is about answers"),
        (("missing.csv",), "missing.csv"),
        (("missing.csv", "-o", "x.docx"), 'the ending ".docx" names no format'),
    ],
)
def test_a_wrong_command_is_refused(
    run: Runner, words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is written."""
    monkeypatch.chdir(tmp_path)

    ran = run("quick-scan", *words)

    assert ran.code == 2
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_help_and_the_empty_scan_load_nothing_heavy() -> None:
    """No numbers are needed to ask."""
    assert heavy_in(loaded(RUN, "quick-scan", "--help")) == []


def test_a_formula_of_our_own_does_not_exist() -> None:
    """No statement begins as a spreadsheet's formula does."""
    for language in ("en", "nl"):
        for each in quick_scan(language).statements:
            assert each.text[0] not in "=+-@\t"


def test_the_schema_is_one_and_refuses_what_is_wrong(
    filled: Callable[..., Path], run: Runner
) -> None:
    """A score above 100 does not fit."""
    Draft202012Validator.check_schema(quick_scan_schema())
    record = json.loads(run("quick-scan", filled(), "-f", "json").out)
    record["themes"][0]["score"] = 101

    assert not VALIDATOR.is_valid(record)
