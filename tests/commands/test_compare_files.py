"""What `kano compare` refuses, word for word, and the layouts that it reads."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Runner
from tests.comparison.made import survey_file
from tests.readers.files import csv_text, write, write_xlsx

GROUPS = {"Free": {"Search": (30, 10, 5, 5)}, "Pro": {"Search": (10, 15, 15, 10)}}
REFUSED = {
    "no such column": (
        ("survey.csv", "--by", "Plann"),
        '--by: survey.csv has no column "Plann"\nhint: did you mean "Plan"?',
    ),
    "no such letter": (
        ("survey.csv", "--by", "column Z"),
        "--by: survey.csv has no column Z\nhint: its columns are A to C",
    ),
    "a question": (
        ("survey.csv", "--by", "column B"),
        (
            'survey.csv, column B "Search (with)": holds answers to a Kano question, which are '
            "what is compared\nhint: name a column that says who people are"
        ),
    ),
    "one group": (
        ("one.csv", "--by", "Plan"),
        (
            'one.csv: column "Plan" puts everybody who answered into one group, "Free": nothing to '
            "compare\nhint: name another column with --by"
        ),
    ),
    "no group": (
        ("blank.csv", "--by", "Plan"),
        (
            'blank.csv: column "Plan" is blank for everybody who answered\n'
            "hint: name another column with --by"
        ),
    ),
    "too many groups": (
        ("many.csv", "--by", "Plan"),
        (
            'many.csv: column "Plan" has 13 different texts, and more than 12 groups cannot be '
            "compared\nhint: name a column with fewer, or put its texts into groups first, such as "
            "ages into 18-34 and 35-64"
        ),
    ),
    "counts": (
        ("counts.csv", "--by", "feature"),
        (
            "counts.csv: holds counts and no respondents, so nothing says who is in which group\n"
            "hint: give the file with the answers, or compare two files with counts"
        ),
    ),
    "marks": (
        ("marks.csv", "--by", "Plan"),
        (
            "marks.csv: is a worksheet with marks, which says nothing about its respondents but "
            "their answers\nhint: compare two worksheets, or give a table with a row per respondent"
        ),
    ),
    "one survey": (
        ("survey.csv",),
        (
            "survey.csv: is one survey, and there is nothing to compare it with\n"
            "hint: split it with --by COLUMN, or name a second survey"
        ),
    ),
    "two surveys by": (
        ("survey.csv", "one.csv", "--by", "Plan"),
        (
            "--by: splits one survey, and there are more\nhint: leave out --by to compare the "
            "surveys with each other, or name one survey"
        ),
    ),
    "nothing in common": (
        ("survey.csv", "other.csv"),
        (
            "survey.csv and other.csv: have no feature in common\nhint: give the features the same "
            "names in a --questionnaire for each file"
        ),
    ),
    "three questionnaires": (
        ("survey.csv", "one.csv", "-q", "saas-en", "-q", "saas-en", "-q", "saas-en"),
        (
            "--questionnaire: 3 questionnaires do not fit 2 surveys\nhint: name one for all, or "
            "one for each, in the order of the files"
        ),
    ),
    "standard input twice": (
        ("-", "-"),
        "standard input: can be read once only\nhint: name a file for the other",
    ),
    "an order": (
        ("survey.csv", "--by", "Plan", "--sort", "fil"),
        '--sort: there is no order "fil"\nhint: did you mean "file"? choose from difference, file',
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_compared_is_refused_with_the_reason(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Word for word; nothing on standard output, code 2."""
    monkeypatch.chdir(tmp_path)
    survey_file(tmp_path, GROUPS)
    survey_file(tmp_path, {"Free": GROUPS["Free"]}, "one.csv")
    survey_file(tmp_path, {"": GROUPS["Free"]}, "blank.csv")
    survey_file(tmp_path, {str(at): {"Search": (2,)} for at in range(13)}, "many.csv")
    survey_file(tmp_path, {"": {"Dark mode": (9, 9)}}, "other.csv")
    write(tmp_path / "counts.csv", "feature,M,O,A,I,R,Q\nSearch,10,30,5,5,0,0\n")
    marks = ",,like,must-be,neutral,live-with,dislike\nSearch,with,x,,,,\nSearch,without,,,,,x\n"
    write(tmp_path / "marks.csv", marks)
    words, expected = REFUSED[what]

    ran = run("compare", *words)

    assert (ran.code, ran.out) == (2, "")
    said = ran.err.split("; to see how far")[0].rstrip("\n")
    assert said == f"kano: error: {expected}"


def test_groups_are_found_in_every_layout_that_has_respondents(run: Runner, tmp_path: Path) -> None:
    """Wide, long by pair and by answer, and two sheets: the same comparison."""
    people = [("Free", "I like it", "I dislike it")] * 30
    people += [("Pro", "I am neutral", "I dislike it")] * 30
    wide = [["Who", "Plan", "Search (with)", "Search (without)"]]
    pairs = [["respondent", "Plan", "feature", "functional", "dysfunctional"]]
    answers = [["respondent", "Plan", "feature", "side", "answer"]]
    sheets = [[["respondent", "Plan", "Search"]], [["respondent", "Plan", "Search"]]]
    for at, (plan, yes, no) in enumerate(people):
        who = f"r{at}"
        wide.append([who, plan, yes, no])
        pairs.append([who, plan, "Search", yes, no])
        answers += [
            [who, plan, "Search", side, text]
            for side, text in (("functional", yes), ("dysfunctional", no))
        ]
        sheets[0].append([who, plan, yes])
        sheets[1].insert(1, [who, plan, no])
    files = [
        write(tmp_path / f"{name}.csv", csv_text(rows))
        for name, rows in (("wide", wide), ("pairs", pairs), ("answers", answers))
    ]
    files.append(
        write_xlsx(tmp_path / "two.xlsx", {"Functional": sheets[0], "Dysfunctional": sheets[1]})
    )
    records = []
    for file in files:
        record = json.loads(run("compare", file, "--by", "plan", "-f", "json").out)
        records.append((record["by"], record["features"]))

    assert [by for by, _ in records] == ["Plan"] * 4
    assert all(features == records[0][1] for _, features in records)
    assert records[0][1][0]["groups"][1]["counts"]["basic"] == 30


def test_a_large_file_is_streamed_and_split(run: Runner, tmp_path: Path) -> None:
    """The column of the groups is kept, however long the file."""
    rows = ["Plan,Search (with),Search (without)"]
    rows += [f"{plan},I like it,I dislike it" for plan in ("Free", "Pro") for _ in range(40_000)]
    file = write(tmp_path / "large.csv", "\n".join(rows) + "\n")

    record = json.loads(run("compare", file, "--by", "Plan", "-f", "json").out)

    assert [group["respondents"] for group in record["groups"]] == [40_000, 40_000]
    assert record["features"][0]["differs"] is None
