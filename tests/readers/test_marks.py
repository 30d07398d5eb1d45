"""Worksheets with marks: five columns a respondent, two rows a feature."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.readers.layouts.marks import read_marks
from kano_cli.readers.layouts.marks_header import marks_header
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.scale import built_in
from tests.readers.files import csv_text, write, write_xlsx
from tests.readers.reading import Reader, asked, codes, finding, pairs, refusal

MARKED = """,,ann,,,,,bo,,,,
,,like,expect,neutral,live,dislike,like,expect,neutral,live,dislike
Loan bike,with,x,,,,,,x,,,
Loan bike,without,,,,,x,,,x,,
"""
SIGNS = ("1", "x", "X", "✓", "✔", "✔\ufe0f", "○", "●", "v", "V", "*", "☑", "×", "1.0", "TRUE", "√")
READ = {"Loan bike": [(1, 5), (2, 3)]}


def test_five_columns_are_a_respondent_and_two_rows_a_feature(read: Reader) -> None:
    """Each mark is an answer."""
    survey = read(MARKED)

    assert pairs(survey) == READ
    assert survey.origin.layout == "marks"
    assert survey.origin.respondents == 2
    assert codes(survey) == []


@pytest.mark.parametrize("sign", SIGNS)
def test_a_mark_is_any_of_many_signs(read: Reader, sign: str) -> None:
    """Whoever fills a worksheet in takes the one at hand."""
    assert pairs(read(MARKED.replace(",x", f",{sign}"))) == READ


@pytest.mark.parametrize("zero", ["0", "-", "0.0", "–"])
def test_what_is_not_chosen_may_be_0_where_what_is_chosen_is_1(read: Reader, zero: str) -> None:
    """As in a sheet that a formula adds up."""
    rows = [line.split(",") for line in MARKED.replace(",x", ",1").splitlines()]
    filled = [[*row[:2], *(cell or zero for cell in row[2:])] for row in rows[2:]]

    assert pairs(read(csv_text([*rows[:2], *filled]))) == READ


@pytest.mark.parametrize(("full", "empty"), [("●", "○"), ("☑", "☐"), ("TRUE", "FALSE")])
def test_every_cell_may_hold_a_sign(read: Reader, full: str, empty: str) -> None:
    """Empty circles and boxes are not chosen."""
    rows = [line.split(",") for line in MARKED.replace(",x", f",{full}").splitlines()]
    filled = [[*row[:2], *(cell or empty for cell in row[2:])] for row in rows[2:]]

    assert pairs(read(csv_text([*rows[:2], *filled]))) == READ


def test_the_answers_may_stand_in_any_order_and_in_another_for_each_respondent(
    read: Reader,
) -> None:
    """The words over the columns say which is which."""
    survey = read(
        "feature,side,dislike,live,neutral,expect,like,,neutral,like,dislike,live,expect\n"
        "lock,with,,,,,x,,,x,,,\nlock,without,x,,,,,,x,,,,\n"
    )

    assert pairs(survey) == {"lock": [(1, 5), (1, 3)]}


@pytest.mark.parametrize(
    "rows",
    [
        "Loan bike,with,x,,,,,,x,,,\n,without,,,,,x,,,x,,\n",
        "Loan bike,,,,,,,,,,,\n,with,x,,,,,,x,,,\n,without,,,,,x,,,x,,\n",
        "Loan bike,without,,,,,x,,,x,,\n,with,x,,,,,,x,,,\n",
        ",,,,,,,,,,,\nLoan bike,f,x,,,,,,x,,,\nLoan bike,d,,,,,x,,,x,,\n,,,,,,,,,,,\n",
        "Loan bike,Functional question,x,,,,,,x,,,\n,Dysfunctional question,,,,,x,,,x\n",
        "with,Loan bike,x,,,,,,x,,,\nwithout,,,,,,x,,,x,,\n",
        "Loan bike,+,x,,,,,,x,,,\nLoan bike,-,,,,,x,,,x,,\n",
    ],
)
def test_a_feature_is_named_once_or_twice_or_above(read: Reader, rows: str) -> None:
    """A merged cell has its text in its first row only; the side may stand first."""
    header = "".join(MARKED.splitlines(keepends=True)[:2])

    assert pairs(read(header + rows)) == READ


def test_one_respondent_needs_side_words_only(read: Reader) -> None:
    """And nobody needs a name."""
    survey = read(
        "feature,side,like,expect,neutral,live,dislike\nlock,met,x,,,,\nlock,zonder,,,,,x\n"
    )

    assert pairs(survey) == {"lock": [(1, 5)]}


def test_the_column_of_the_features_may_be_named_or_be_the_only_one_with_words(
    read: Reader,
) -> None:
    """Beside a number, and beside a theme where its own name says what it is."""
    head = "like,expect,neutral,live,dislike"
    numbered = f"nr,,,{head}\n1,lock,with,x,,,,\n2,lock,without,,,,,x\n"
    themed = f"theme,feature,,{head}\nbikes,lock,with,x,,,,\nbikes,lock,without,,,,,x\n"

    assert pairs(read(numbered)) == pairs(read(themed)) == {"lock": [(1, 5)]}


def test_two_marks_are_no_answer_and_are_told(read: Reader) -> None:
    """The other half of the pair stays."""
    survey = read(MARKED.replace("with,x,", "with,x,x").replace("x,,,x,,", "x,,x,x,,"))

    assert pairs(survey) == {"Loan bike": [(0, 5), (2, 0)]}
    found = finding(survey, "K117")
    assert found.facts == {"count": 2, "features": (("Loan bike", 2),)}
    assert (found.place.row, found.place.column) == (3, "C like")
    assert survey.tally.half_answered.tolist() == [2]


def test_no_mark_is_no_answer(read: Reader) -> None:
    """Half a pair is counted, and a respondent without any mark is left out."""
    survey = read(MARKED.replace(",,x,,,\n", ",,,,,\n").replace(",,x,,\n", ",,,,\n"))
    half = read(MARKED.replace(",,x,,,\n", ",,,,,\n"))

    assert pairs(survey) == {"Loan bike": [(1, 5)]}
    assert survey.origin.left_out_rows == {"empty": 1}
    assert half.tally.half_answered.tolist() == [1]
    assert "K117" not in codes(half)


def test_cells_that_hold_no_mark_can_count_as_blank(read: Reader) -> None:
    """On request, and told."""
    survey = read(MARKED.replace("with,x,", "with,x,maybe"), ReadOptions(unknown="missing"))

    assert pairs(survey) == READ
    assert finding(survey, "K104").facts == {"count": 1, "words": (("maybe", 1),)}


def test_a_questionnaire_orders_and_names_the_features_of_a_worksheet(read: Reader) -> None:
    """Matched by id or name; its own words may stand over the columns."""
    study = asked("""
        scale:
          like: [fab]
          must-be: [sure]
          neutral: [meh]
          live-with: [ok]
          dislike: [bah]
        features: [{name: Lock}, {id: bike, name: Loan bike}]
        """)
    survey = read(
        ",,fab,sure,meh,ok,bah\nbike,with,x,,,,\nbike,without,,,,,x\n"
        "lock,with,,,x,,\nlock,without,,,x,,\n",
        ReadOptions(study),
    )

    assert pairs(survey) == {"Lock": [(3, 3)], "Loan bike": [(1, 5)]}


def test_dutch_words_may_stand_over_the_columns(read: Reader) -> None:
    """Short, as our own output says them."""
    survey = read(
        ",,fijn,verwacht,neutraal,ermee te leven,vervelend\nslot,met,x,,,,\nslot,zonder,,,,,x\n"
    )

    assert pairs(survey) == {"slot": [(1, 5)]}
    assert survey.origin.language == "nl"


def test_merged_cells_of_a_workbook_are_read(tmp_path: Path) -> None:
    """A name over five columns, a feature over two rows; the addresses are the sheet's."""
    from openpyxl import load_workbook

    rows = [line.split(",") for line in MARKED.splitlines()]
    rows[3][0] = ""
    path = write_xlsx(tmp_path / "survey.xlsx", {"Day 1": [[c or None for c in r] for r in rows]})
    book = load_workbook(path)
    sheet = book["Day 1"]
    for cells in ("C1:G1", "H1:L1", "A3:A4"):
        sheet.merge_cells(cells)
    book.save(path)

    assert pairs(read_survey(path)) == READ
    sheet["E4"] = "maybe"
    book.save(path)
    assert refusal(path).startswith(
        'survey.xlsx, sheet "Day 1", row 4, column E "neutral": "maybe" is no mark\n'
    )


def test_five_different_answers_side_by_side_are_no_header_over_more_answers(
    read: Reader,
) -> None:
    """A table with a row per respondent is wide, however its people answered."""
    five = "like,expect,neutral,live,dislike"
    header = ",".join(f"{name}_{side}" for name in "abcde" for side in "fd")
    survey = read(f"{header}\n{five},{five}\n{five},{five}\n{five},{five}\n")

    assert survey.origin.layout == "wide"
    assert marks_header([five.split(","), ["x"]], built_in().answer) is None


def test_a_column_of_with_and_without_makes_no_worksheet_of_answers(read: Reader) -> None:
    """Under the five answers of one person stand those of the next, and no marks."""
    five = "like,expect,neutral,live,dislike"
    header = ",".join(f"{name}_{side}" for name in "abcde" for side in "fd")
    rows = "".join(f"{plan},{five},{five}\n" for plan in ("with", "without", "with"))

    assert read(f"plan,{header}\n{rows}").origin.layout == "wide"


def test_features_that_the_questionnaire_does_not_know_are_refused(tmp_path: Path) -> None:
    """As in a long table."""
    path = write(tmp_path / "survey.csv", MARKED)

    assert refusal(path, ReadOptions(asked("features: [{name: Lock}]"))) == (
        'survey.csv, column A "": the questionnaire does not know "Loan bike"\nhint: it has "Lock"'
    )


def test_words_that_are_answers_to_one_question_only_are_refused(tmp_path: Path) -> None:
    """Under an own scale whose sides differ, the columns must name five answers to both."""
    study = asked("""
        scale:
          functional: {like: [a], must-be: [b], neutral: [c], live-with: [d], dislike: [e]}
          dysfunctional: {like: [a], must-be: [b], neutral: [c], live-with: [e], dislike: [d, f]}
        """)
    path = write(tmp_path / "s.csv", ",,a,b,c,d,f\nlock,with,x,,,,\nlock,without,,,,,x\n")

    assert refusal(path, ReadOptions(study)) == (
        's.csv, row 1, column C "a": the five columns do not name five answers to the '
        "dysfunctional question\n"
        "hint: put the five words under both sides of scale: in the --questionnaire"
    )


def test_a_formula_that_was_never_computed_is_refused() -> None:
    """It reads as blank, and may be a mark; one beyond the respondents is none."""
    rows = [line.split(",") for line in MARKED.splitlines()]
    numbers, its = range(1, 5), ReadOptions()

    assert read_marks("s.xlsx", "S", rows, numbers, 1, its, {12: "M3"}).responses.features
    with pytest.raises(KanoError) as refused:
        read_marks("s.xlsx", "S", rows, numbers, 1, its, {3: "D4"})
    assert str(refused.value) == (
        's.xlsx, sheet "S", column D "expect": the formula in cell D4 was never computed, so its '
        "mark is not in the file\nhint: open the file in a spreadsheet program and save it"
    )


WORDS = ("like", "must-be", "neutral", "live-with", "dislike")
ANSWERED = st.integers(1, 4).flatmap(
    lambda features: st.lists(
        st.lists(
            st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=features, max_size=features
        ).filter(lambda person: any(map(any, person))),
        min_size=1,
        max_size=6,
    )
)


@settings(deadline=None, max_examples=100)
@given(ANSWERED, st.randoms(use_true_random=False), st.sampled_from("x1✓○●"))
def test_what_is_written_with_marks_comes_back(
    people: list[list[tuple[int, int]]], luck: random.Random, sign: str
) -> None:
    """Every answer and every blank, whatever the order of the columns."""
    orders = [luck.sample(list(Answer), 5) for _ in people]
    header = ["", "", *(WORDS[answer - 1] for order in orders for answer in order)]
    rows: list[list[str]] = [header]
    for feature in range(len(people[0])):
        for side, word in enumerate(("with", "without")):
            cells = [
                sign if answer == person[feature][side] else ""
                for person, order in zip(people, orders, strict=True)
                for answer in order
            ]
            rows.append([f"Feature {feature}" if not side else "", word, *cells])

    if not any(cell for row in rows[1:] for cell in row[2:]):
        return
    header_row = marks_header(rows, built_in().answer)
    assert header_row == 0
    read = read_marks("s.csv", "", rows, range(1, len(rows) + 1), header_row, ReadOptions())
    found = zip(
        read.responses.functional.tolist(), read.responses.dysfunctional.tolist(), strict=True
    )
    assert [list(zip(one, other, strict=True)) for one, other in found] == people
