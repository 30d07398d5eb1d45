"""`kano report`: what is promised on the command line."""

import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, kano, refusal
from tests.readers.files import write

SURVEY, STUDY = ENGLISH / "survey.csv", ENGLISH / "questionnaire.yaml"
FORMATS = {".md": b"# ", ".html": b"<!DOCTYPE html>", ".xlsx": b"PK", ".docx": b"PK",
           ".pptx": b"PK", ".pdf": b"%PDF"}  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_written_by_its_ending(ending: str, run: Runner, tmp_path: Path) -> None:
    """The same bytes twice, whatever the day."""
    if ending in (".docx", ".pptx"):
        pytest.importorskip("pptx", reason="needs the extra office")
    if ending == ".pdf":
        pytest.importorskip("weasyprint", reason="needs the extra pdf, and Pango")
    words = (SURVEY, "-q", STUDY, "--by", "Plan", "--sections", "summary,ranking,map,segments")
    file = tmp_path / f"client{ending}"
    contents = []
    for _ in range(2):
        ran = run("report", *words, "--client", "Client Ltd", "--title", "Report", "-o", file)
        assert (ran.code, ran.out, ran.err) == (0, "", f"kano: wrote {file}\n")
        contents.append(file.read_bytes())

    assert contents[0] == contents[1]
    assert contents[0].startswith(FORMATS[ending])


def test_markdown_goes_to_stdout_without_more() -> None:
    """Decisions first; the line that makes it again stands at the end."""
    done = kano("report", SURVEY, "-q", STUDY)
    text = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Get Dark mode and Audit log right first" in text.partition("## Ranking")[0]
    assert f"kano report {SURVEY} -q {STUDY}" in text


def test_dutch_is_dutch_from_cover_to_sources(run: Runner) -> None:
    """With the words of Dutch practice."""
    text = run(
        "report", DUTCH / "survey.csv", "-q", DUTCH / "questionnaire.yaml", "--lang", "nl"
    ).out

    assert "## Managementsamenvatting" in text
    assert "moment van de waarheid" in text
    assert "## Bronnen" in text
    assert "respondents" not in text


def test_sections_and_details_are_chosen(run: Runner) -> None:
    """By their keys, in the order of the report."""
    some = run("report", SURVEY, "--sections", "ranking, summary").out
    titles = [line for line in some.splitlines() if line.startswith("## ")]
    detailed = run("report", SURVEY, "-q", STUDY, "--detail").out

    assert titles == ["## Management summary", "## Ranking"]
    assert detailed.count("If it is there") > run("report", SURVEY, "-q", STUDY).out.count(
        "If it is there"
    )


def test_earlier_surveys_stand_beside_it(run: Runner, tmp_path: Path) -> None:
    """The oldest first; no column of groups is asked of them."""
    lines = SURVEY.read_text("utf-8-sig").splitlines(keepends=True)
    before = write(tmp_path / "2025.csv", "".join(lines[:120]))
    text = run("report", SURVEY, "--before", before, "--by", "Plan").out

    assert "2025.csv" in text
    assert "usual path" in text


def test_the_day_is_given_or_the_build_s_and_never_the_clock(run: Runner) -> None:
    """SOURCE_DATE_EPOCH is 2026-01-01 here."""
    words = ("report", SURVEY, "--sections", "summary")
    epoch = kano(*words, variables={"SOURCE_DATE_EPOCH": "1767225601"}).stdout.decode()

    assert "2026-05-01" in run(*words, "--date", "2026-05-01").out
    assert "2026-01-01" in epoch
    assert "2026-" not in run(*words).out


def test_a_house_style_reaches_the_page(run: Runner, tmp_path: Path) -> None:
    """What the command line says goes before the file."""
    brand = write(tmp_path / "brand.yaml", 'kano_brand: 1\naccent: "#123456"\nfooter: Acme\n')
    words = ("report", SURVEY, "--sections", "summary", "--template", brand, "--format", "html")

    assert "#123456" in run(*words).out
    assert "Acme" in run(*words).out
    assert "#0B6E4F" in run(*words, "--accent", "#0b6e4f").out


def test_what_respondents_are_is_on_request_and_by_number(run: Runner, tmp_path: Path) -> None:
    """In a workbook only, and without those who were dropped."""
    plain, asked = tmp_path / "plain.xlsx", tmp_path / "asked.xlsx"
    run("report", SURVEY, "-o", plain)
    run("report", SURVEY, "--respondents", "-o", asked)
    sheets = [
        len([n for n in zipfile.ZipFile(f).namelist() if "sheet" in n]) for f in (plain, asked)
    ]

    assert sheets[0] < sheets[1]
    assert b"r001" not in plain.read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "report.odt"), 'the ending ".odt" names no format'),
        (("-o", "survey.csv"), "survey.csv: is the file that is being read"),
        (("--sections", "sumary"), 'there is no section "sumary"\nhint: did you mean "summary"?'),
        (("--date", "1 mei"), '--date: "1 mei" is no day\nhint: write it as 2026-05-01'),
        (("--date", "2026-02-30"), '--date: "2026-02-30" is no day'),
        (("--accent", "green"), '--accent: "green" is no colour'),
        (("--logo", "none.png"), '--logo: the logo "none.png" cannot be read'),
        (("--template", "none.yaml"), "none.yaml: there is no such file"),
        (("--respondents",), "--respondents: is for a workbook"),
        (("--by", "Nobody"), "--by:"),
        (("--before", "none.csv"), "none.csv"),
    ],
)
def test_what_cannot_be_is_refused(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """Code 2, two lines, and nothing is left behind."""
    (tmp_path / "survey.csv").write_bytes(SURVEY.read_bytes())
    said = refusal("report", "survey.csv", *words, cwd=tmp_path)

    assert told in said
    assert [file.name for file in tmp_path.iterdir()] == ["survey.csv"]
