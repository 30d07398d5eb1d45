"""`kano explain` and `kano explain-code`."""

import pytest

from kano_cli.findings import CATALOGUE
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH

SURVEY = DUTCH / "survey.csv"
BILL = "Begrijpelijke factuur"


@pytest.mark.parametrize(
    "name", [BILL, BILL.upper(), "begrijpelijke_factuur", "begrijpelijke-factuur", f" {BILL} "]
)
def test_a_feature_is_found_by_name_or_id(name: str, run: Runner) -> None:
    """Case, underscores, hyphens and spaces make no difference."""
    ran = run("explain", SURVEY, name)

    assert (ran.code, ran.err) == (0, "")
    assert f"\n{BILL}   ■ basic, 76 % sure, close to ▲ performance\n" in ran.out


@pytest.mark.parametrize("name", ["Begrijpelijk factuur", "Begrijpelijke", "begrijpelike-faktuur"])
def test_a_name_that_is_only_near_is_refused_with_the_nearest(name: str, run: Runner) -> None:
    """A guess could explain another feature."""
    ran = run("explain", SURVEY, name)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f'kano: error: survey.csv: has no feature "{name}"\nhint: the nearest'
    )
    assert f'"{BILL}"' in ran.err


def test_a_name_like_no_other_is_refused_with_all_there_are(run: Runner) -> None:
    """Short of a page of them."""
    ran = run("explain", SURVEY, "zzz")

    assert ran.code == 2
    assert 'hint: there are "Stabiele verbinding", ' in ran.err


def test_questions_are_shown_where_a_questionnaire_has_them(run: Runner) -> None:
    """Which side is which is said."""
    with_, without = (
        run("explain", SURVEY, "clear_bill", "-q", DUTCH / "questionnaire.yaml").out,
        run("explain", SURVEY, BILL).out,
    )

    assert "If it is there  Hoe vindt u het als uw factuur makkelijk te begrijpen is?\n" in with_
    assert (
        "If it is not    Hoe vindt u het als uw factuur niet makkelijk te begrijpen is?\n" in with_
    )
    assert "If it is there  " not in without


def test_the_page_follows_table_rule_and_confidence(run: Runner) -> None:
    """All of them are named on it."""
    options = ("--table", "pouliot", "--rule", "block", "--confidence", "0.9")
    out = run("explain", SURVEY, BILL, *options).out

    assert "pouliot table, rule block" in out
    assert "pouliot: functional answers down" in out
    assert "Rule block: basic + performance + wow = 193" in out
    assert "90 % interval (Wilson, z = 1.644854)" in out


def test_a_table_of_counts_is_explained_too(
    run: Runner, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It has no respondents."""
    file = tmp_path_factory.mktemp("counts") / "counts.csv"
    file.write_text(
        "feature,functional,dysfunctional,count\nSearch,like,dislike,40\nSearch,neutral,neutral,12\n"
    )
    out = run("explain", file, "Search").out

    assert "40 performance" in out
    assert "12 indifferent" in out


def test_importance_is_explained_where_people_rated_it(run: Runner) -> None:
    """With its spread and number."""
    out = run("explain", ENGLISH / "survey.csv", "Dark mode").out

    assert "Importance  mean 6.66, sd 1.70, 175 ratings" in out


@pytest.mark.parametrize(
    ("option", "word"),
    [("--rule", "median"), ("--table", "berger"), ("--confidence", "2"), ("--lang", "xx")],
)
def test_a_wrong_option_is_refused(option: str, word: str, run: Runner) -> None:
    """As by classify."""
    ran = run("explain", SURVEY, BILL, option, word)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kano: error: {option}: ")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_all_codes_are_listed_with_severity_and_meaning(lang: str, run: Runner) -> None:
    """One line each, in the order of the catalogue."""
    ran = run("explain-code", "--lang", lang)
    lines = [line.split(maxsplit=2) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert [line[0] for line in lines] == list(CATALOGUE)
    assert [line[1] for line in lines] == [severity.value for severity in CATALOGUE.values()]
    assert all(line[2].endswith(".") for line in lines)


@pytest.mark.parametrize("code", ["K203", "k203", " K203 "])
def test_one_code_is_explained(code: str, run: Runner) -> None:
    """In any case of letters."""
    out = run("explain-code", code).out

    assert out == (
        "K203  info     Only one of the two questions was answered; such a pair is in no number.\n"
    )


def test_a_code_that_does_not_exist_is_refused(run: Runner) -> None:
    """With the nearest ones."""
    ran = run("explain-code", "K299")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('kano: error: explain-code: there is no code "K299"\nhint: try "K2')


def test_explain_has_the_option_too(run: Runner) -> None:
    """On the page of the sample."""
    ran = run("explain", SURVEY, BILL, "--simultaneous")

    assert (ran.code, ran.err) == (0, "")
    assert "(Goodman, all six at once" in ran.out
