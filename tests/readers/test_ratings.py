"""Ratings of the journey and who got what: the same in every layout, whatever stands beside."""

import json
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_cli.analysis import analyse
from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import wanted_headers
from kano_cli.readers.questions.ratings import ratings_of
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Survey
from tests.readers.files import ANSWERS, LIKE, Rows, csv_text, write, write_xlsx
from tests.readers.reading import Reader, asked, codes, finding, pairs, refusal

STUDY = """
journey: [Shop, Bill]
ratings:
  recommendation: NPS
  satisfaction: {column: Score, min: 1, max: 10}
  effort: {column: Effort, min: 1, max: 7, easy: 7}
  emotion: {min: 1, max: 10, touchpoints: {Shop: {before: E1, after: E2}, Bill: E3}}
features:
  - {id: loan, name: Loan, touchpoint: Shop, received: Got loan}
  - {id: lock, name: Lock, touchpoint: Bill}
"""
KEYS = {
    "recommendation": "NPS",
    "satisfaction": "Score",
    "effort": "Effort",
    "emotion before Shop": "E1",
    "emotion after Shop": "E2",
    "emotion after Bill": "E3",
}
SCALES = dict.fromkeys(KEYS, (1, 10)) | {"recommendation": (0, 10), "effort": (1, 7)}
WHOLE = ("recommendation", "effort")
GOT = {1: "yes", 0: "no", -1: ""}


def ratings(survey: Survey) -> dict[str, list[float | None]]:
    """Each respondent's ratings by key, None where blank."""
    assert survey.responses is not None
    return {
        key: [None if np.isnan(number) else number for number in numbers.tolist()]
        for key, numbers in survey.responses.ratings.items()
    }


def received(survey: Survey) -> dict[str, list[int]]:
    """Who got what."""
    assert survey.responses is not None
    return {feature: got.tolist() for feature, got in survey.responses.received.items()}


def only(yaml: str = "recommendation: NPS", got: str = "") -> Questionnaire:
    """A questionnaire of one feature."""
    kept = f", received: {got}" if got else ""
    return asked(f"ratings: {{{yaml}}}\nfeatures: [{{id: a, name: A, touchpoint: Shop{kept}}}]\n")


def column(header: str, cells: list[str], answers: list[str] | None = None) -> str:
    """A survey of one feature with one more column."""
    said = answers or ["like"] * len(cells)
    rows = [["A_f", "A_d", header]]
    rows += [[one, "dislike", cell] for one, cell in zip(said, cells, strict=True)]
    return csv_text(rows)


# What people say in one survey, by respondent: pairs of answers, ratings, who got it.
Person = tuple[list[tuple[int, int]], dict[str, float | None], int]


def on_scale(low: int, high: int, *, whole: bool) -> st.SearchStrategy[float]:
    """A rating on a scale, with a decimal where it may have one."""
    if whole:
        return st.integers(low, high).map(float)
    return st.integers(low * 10, high * 10).map(lambda n: n / 10)


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """Some respondents, each with at least one answer."""
    answer = st.integers(1, 5)
    found = []
    for _ in range(draw(st.integers(1, 6))):
        said = [(draw(answer), draw(answer)) for _ in range(2)]
        rated = {
            key: draw(st.none() | on_scale(low, high, whole=key in WHOLE))
            for key, (low, high) in SCALES.items()
        }
        found.append((said, rated, draw(st.sampled_from([1, 0, -1]))))
    return found


def cells(person: Person) -> list[str]:
    """The cells of a person beside the pairs."""
    _, rated, got = person
    return ["" if rated[k] is None else f"{rated[k]:g}" for k in KEYS] + [GOT[got]]


HEADERS = [*KEYS.values(), "Got loan"]
NAMES = ("Loan", "Lock")


def wide(found: list[Person], *, beside: bool = True) -> Rows:
    """A row per respondent."""
    head = [f"{name}_{side}" for name in NAMES for side in "fd"]
    return [
        ["id", *head, *(HEADERS if beside else [])],
        *(
            [f"r{at}", *(ANSWERS[n] for pair in each[0] for n in pair)]
            + (cells(each) if beside else [])
            for at, each in enumerate(found)
        ),
    ]


def long(found: list[Person]) -> Rows:
    """A row per pair; the first feature's row tells what a person says beside it."""
    rows: list[list[str]] = [["respondent", "feature", "functional", "dysfunctional", *HEADERS]]
    for at, each in enumerate(found):
        for place, (name, pair) in enumerate(zip(NAMES, each[0], strict=True)):
            beside = cells(each) if (at + place) % 2 else [""] * len(HEADERS)
            rows.append([f"r{at}", name, *(ANSWERS[n] for n in pair), *beside])
    return rows


def sheets(found: list[Person]) -> dict[str, Rows]:
    """A sheet per side; half of what stands beside is on each, and one column on both."""
    tables: dict[str, Rows] = {}
    parts = (slice(0, 4), slice(3, None))
    for side, (name, part) in enumerate(zip(("Functional", "Dysfunctional"), parts, strict=True)):
        order = found if side == 0 else found[::-1]
        tables[name] = [
            ["respondent", *NAMES, *HEADERS[part]],
            *(
                [f"r{found.index(each)}", *(ANSWERS[pair[side]] for pair in each[0])]
                + cells(each)[part]
                for each in order
            ),
        ]
    return tables


def written(folder: Path, layout: str, found: list[Person]) -> Path:
    """The respondents as a file, or a folder of files, of some layout."""
    rows = wide(found)
    if layout == "wide.csv":
        return write(folder / layout, csv_text(rows))
    if layout == "long.csv":
        return write(folder / layout, csv_text(long(found)))
    if layout == "wide.xlsx":
        return write_xlsx(folder / layout, {"S": rows})
    if layout == "sheets.xlsx":
        return write_xlsx(folder / layout, sheets(found))
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    if layout == "records.json":
        return write(folder / layout, json.dumps(records))
    inside = folder / layout
    inside.mkdir(exist_ok=True)
    for old in inside.iterdir():
        old.unlink()
    for at, record in enumerate(records):
        if layout == "folder":
            write(inside / f"{at}.json", json.dumps([record]))
        else:  # others have a column more, and another order
            order = [*record][:: (-1) ** at]
            text = csv_text([[*order, "Town"], [*(record[key] for key in order), "Delft"]])
            plain = csv_text([order, [record[key] for key in order]])
            write(inside / f"{at}.csv", text if at % 2 else plain)
    return inside


LAYOUTS = ("wide.csv", "long.csv", "wide.xlsx", "sheets.xlsx", "records.json", "folder", "mixed")


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=people())
def test_ratings_come_back_as_they_were_written(
    tmp_path: Path, layout: str, found: list[Person]
) -> None:
    """Of each respondent, in every layout and kind of file, and nothing is told of them."""
    unique = [each for at, each in enumerate(found) if each not in found[:at]]
    survey = read_survey(written(tmp_path, layout, unique), ReadOptions(asked(STUDY)))
    if layout == "mixed":  # files with the same columns are read together
        unique = unique[::2] + unique[1::2]

    assert pairs(survey) == {
        name: [each[0][at] for each in unique] for at, name in enumerate(NAMES)
    }
    assert ratings(survey) == {key: [each[1][key] for each in unique] for key in KEYS}
    assert received(survey) == {"loan": [each[2] for each in unique]}
    assert not {"K131", "K133", "K134", "K108", "K113", "K123"} & set(codes(survey))
    told = [f.facts["names"] for f in survey.findings if f.code == "K132"]
    named = {str(each) for names in told if isinstance(names, tuple) for each in names}
    rated = ratings(survey)
    blank = {KEYS[key] for key in KEYS if not any(n is not None for n in rated[key])}
    assert named - {"Got loan"} == blank


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=people())
def test_the_kano_result_is_the_same_without_ratings(tmp_path: Path, found: list[Person]) -> None:
    """Whatever stands beside the pairs, it is no answer."""
    options = ReadOptions(asked(STUDY))
    bare = ReadOptions(asked(STUDY[STUDY.index("features:") :].replace("received: Got loan", "")))
    one = read_survey(write(tmp_path / "a.csv", csv_text(wide(found))), options)
    two = read_survey(write(tmp_path / "a.csv", csv_text(wide(found, beside=False))), bare)

    assert repr(analyse(one).features) == repr(analyse(two).features)  # NaN is not itself
    assert one.wording == two.wording


@pytest.mark.parametrize("side", ["f", "d"])
def test_a_column_of_codes_that_is_named_like_a_question_confuses_no_pair(
    read: Reader, side: str
) -> None:
    """Its name, its values 1 to 5 and its words would make it one."""
    header = f"Shop_{side}"
    text = csv_text([
        ["A_f", "A_d", header, "A_importance", "mood not good", "mood good"],
        *([one, other, str(n), "9", "3 - I am neutral", str(n)]
          for n, (one, other) in enumerate(zip("12345", "54321", strict=True), start=1)),
    ])  # fmt: skip
    study = only(
        f"satisfaction: {{column: {header}, min: 1, max: 5}}, effort: {{column: A_importance, "
        "min: 1, max: 9, easy: 1}, emotion: {min: 1, max: 5, touchpoints: "
        "{Shop: {before: mood not good, after: column F}}}"
    )
    options = ReadOptions(study, codes="1=like,2=must-be,3=neutral,4=live-with,5=dislike")
    survey = read(text, options)

    assert pairs(survey) == {"A": [(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)]}
    assert ratings(survey) == {
        "satisfaction": [1, 2, 3, 4, 5],
        "effort": [9] * 5,
        "emotion before Shop": [3] * 5,
        "emotion after Shop": [1, 2, 3, 4, 5],
    }
    assert survey.importance == (None,)
    assert not {"K106", "K113", "K116", "K123"} & set(codes(survey))


def test_a_column_that_is_the_survey_tools_own_may_be_named(read: Reader) -> None:
    """What a questionnaire names is read, whatever a tool calls its own."""
    text = csv_text([
        ["ID", "Start time", "Completion time", "Email", "Name", "Total points", "A_f", "A_d"],
        ["1", "1/2/26 10:00:00", "1/2/26 10:05:00", "anonymous", "", "8", "like", "dislike"],
    ])  # fmt: skip
    survey = read(text, ReadOptions(only("satisfaction: Total points")))

    assert survey.origin.platform == "microsoft-forms"
    assert ratings(survey) == {"satisfaction": [8]}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("NSP", 'survey.csv has no column "NSP"\nhint: did you mean "NPS"?'),
        ("column Q", "survey.csv has no column Q\nhint: its columns are A to C"),
    ],
)
def test_a_column_that_is_not_there_is_refused(tmp_path: Path, wanted: str, message: str) -> None:
    """With the nearest, at the line of the questionnaire."""
    path = write(tmp_path / "survey.csv", column("NPS", ["9"]))

    told = refusal(path, ReadOptions(only(f"recommendation: {wanted}")))
    assert told == f"study.yaml, line 2, column 27: {message}"


def test_a_column_that_says_who_got_it_and_is_not_there_is_refused(tmp_path: Path) -> None:
    """At the line of the feature's key."""
    path = write(tmp_path / "survey.csv", column("Got it", ["yes"]))
    told = refusal(path, ReadOptions(only(got="Got")))

    assert told.startswith('study.yaml, line 2, column 27: survey.csv has no column "NPS"')
    told = refusal(path, ReadOptions(asked("features: [{name: A, received: Got}]")))
    assert told == (
        'study.yaml, line 2, column 32: survey.csv has no column "Got"\n'
        'hint: did you mean "Got it"?'
    )


def test_a_column_on_neither_sheet_is_refused(tmp_path: Path) -> None:
    """One that is on the other sheet only is read there."""
    rows = [["respondent", "A"], ["r1", ANSWERS[1]]]
    path = write_xlsx(tmp_path / "s.xlsx", {"Functional": rows, "Dysfunctional": rows})

    assert 'sheet "Functional" has no column "NPS"' in refusal(path, ReadOptions(only()))


def test_a_column_of_answers_and_ratings_is_refused(tmp_path: Path) -> None:
    """Nobody can be both."""
    path = write(tmp_path / "survey.csv", column("NPS", ["like"]))
    study = asked(
        "ratings: {recommendation: NPS}\n"
        "features: [{name: A, columns: {functional: NPS, dysfunctional: A_d}}]"
    )

    assert refusal(path, ReadOptions(study)) == (
        'study.yaml, line 3, column 44: column C "NPS" is used twice: for recommendation and the '
        "functional column of a\nhint: give each question its own column"
    )


def test_rows_of_a_long_table_that_disagree_are_refused(tmp_path: Path) -> None:
    """Blanks, and the same number written otherwise, do not."""
    head = "respondent,feature,functional,dysfunctional,NPS,Got\n"
    agree = "r1,A,like,dislike,9,x\nr1,B,like,like,9.0,yes\nr1,,,,,\n"
    study = asked("ratings: {recommendation: NPS}\nfeatures: [{name: A, received: Got}, {name: B}]")
    survey = read_survey(write(tmp_path / "a.csv", head + agree), ReadOptions(study))
    assert (ratings(survey), received(survey)) == ({"recommendation": [9]}, {"a": [1]})

    path = write(tmp_path / "b.csv", head + agree.replace("9.0", "8"))
    assert refusal(path, ReadOptions(study)) == (
        'b.csv, row 3, column E "NPS": "8" differs from what an earlier row says of the same '
        "respondent\nhint: make the rows agree"
    )
    path = write(tmp_path / "c.csv", head + agree.replace("yes", "no"))
    assert '"no" differs from what an earlier row says' in refusal(path, ReadOptions(study))


@pytest.mark.parametrize(
    "content",
    [
        "feature,functional,dysfunctional,count\nA,like,dislike,4\n",
        "feature,M,O,A,I,R,Q\nA,1,2,3,4,0,0\n",
    ],
)
def test_counts_have_no_ratings(read: Reader, content: str) -> None:
    """There is nobody whose they could be, and nothing breaks."""
    survey = read(content, ReadOptions(only(got="Got")))

    assert survey.responses is None
    assert len(survey.features) == 1


def test_rows_that_are_left_out_take_their_ratings_along(read: Reader) -> None:
    """Empty rows, those without a weight, and whoever left a question open."""
    text = (
        "Kg,A_f,A_d,NPS,Got,B_f,B_d\n"
        "1,like,dislike,1,yes,like,like\n"
        "1,,,2,no,,\n"
        ",like,dislike,3,no,like,like\n"
        "2,like,,4,no,like,like\n"
        "2,like,dislike,5,no,like,like\n"
    )
    study = asked(
        "ratings: {recommendation: NPS}\nweight: Kg\n"
        "features: [{name: A, received: Got}, {name: B}]"
    )
    survey = read(text, ReadOptions(study, exclude="incomplete", by="NPS"))

    assert survey.responses is not None
    assert survey.responses.weights is not None
    assert survey.responses.weights.tolist() == [1, 2]
    assert ratings(survey) == {"recommendation": [1, 5]}
    assert received(survey) == {"a": [1, 0]}
    assert survey.responses.groups is not None
    assert [survey.responses.groups.named[n] for n in survey.responses.groups.codes] == ["1", "5"]


def test_a_rating_may_be_a_segment_too(read: Reader) -> None:
    """Who rated alike is a group like any other."""
    study = asked("segments: [NPS]\nratings: {recommendation: NPS}\nfeatures: [{name: A}]")
    survey = read(column("NPS", ["9", ""]), ReadOptions(study))

    assert survey.responses is not None
    assert survey.responses.segments == {"NPS": ("9", "")}
    assert ratings(survey) == {"recommendation": [9, None]}


def test_a_group_of_a_form_may_stand_before_the_name(read: Reader) -> None:
    """KoboToolbox writes it so, and our own form keeps its answers in an envelope."""
    for header in ("about you/NPS", "answers.NPS"):
        survey = read(column(header, ["9"]), ReadOptions(only()))
        assert ratings(survey) == {"recommendation": [9]}


def test_findings_of_many_files_are_one_for_each_column(tmp_path: Path) -> None:
    """Of files with the same columns and with others; a cell has the name of its file."""
    study = only("recommendation: NPS, satisfaction: {column: Score, min: 1, max: 10}")
    head = "A_f,A_d,NPS,Score\nlike,dislike,"
    for name, beside in (("a", "9,8"), ("b", "11,0"), ("c", "12,7")):
        write(tmp_path / f"{name}.csv", f"{head}{beside}\n")
    survey = read_survey(tmp_path, ReadOptions(study))

    assert ratings(survey) == {"recommendation": [9, None, None], "satisfaction": [8, None, 7]}
    told = {f.facts["rated"]: f.facts for f in survey.findings if f.code == "K131"}
    assert {key: facts["count"] for key, facts in told.items()} == {"NPS": 2, "Score": 1}
    assert told["NPS"]["cell"] == "b.csv C2"

    write(tmp_path / "d.csv", "Town,A_f,A_d,NPS,Score\nx,like,dislike,13,11\n")
    survey = read_survey(tmp_path, ReadOptions(study))
    told = {f.facts["rated"]: f.facts for f in survey.findings if f.code == "K131"}
    assert {key: facts["count"] for key, facts in told.items()} == {"NPS": 3, "Score": 2}
    assert told["NPS"]["values"] == ("11", "12", "13")
    assert told["Score"]["values"] == ("0", "11")


def test_values_of_ratings_count_and_not_their_labels(tmp_path: Path) -> None:
    """In a statistics file often only the ends of a scale have labels; missing ones stay so."""
    frame = pd.DataFrame({"a_f": [1, 1, 1, 1], "a_d": [5, 5, 5, 5], "nps": [0, 7, 10, 99]})
    frame["got"] = [1, 2, 2, 1]
    answers = {1: ANSWERS[1], 5: ANSWERS[5]}
    pyreadstat.write_sav(
        frame,
        tmp_path / "s.sav",
        column_labels={"nps": "How likely are you to recommend us?"},
        variable_value_labels={
            "a_f": answers,
            "a_d": answers,
            "nps": {0: "Not at all likely", 10: "Very likely", 99: "Don't know"},
            "got": {1: "Yes", 2: "No"},
        },
    )
    for name in ("nps", "How likely are you to recommend us?", "column C"):
        survey = read_survey(
            tmp_path / "s.sav", ReadOptions(only(f"recommendation: {name}", "got"))
        )

        assert ratings(survey) == {"recommendation": [0, 7, 10, None]}
        assert received(survey) == {"a": [1, 0, 0, 1]}
        assert not {"K131", "K134"} & set(codes(survey))


def test_whoever_is_not_on_the_sheet_of_the_ratings_has_none(tmp_path: Path) -> None:
    """And nobody else's."""
    one = [["respondent", "A", "NPS", "Got"], ["r1", LIKE, "9", "yes"], ["r2", LIKE, "3", "no"]]
    other = [["respondent", "A"], ["r3", LIKE], ["r2", LIKE], ["r1", LIKE]]
    path = write_xlsx(tmp_path / "s.xlsx", {"Functional": one, "Dysfunctional": other})
    survey = read_survey(path, ReadOptions(only(got="Got")))

    assert ratings(survey) == {"recommendation": [9, 3, None]}
    assert received(survey) == {"a": [1, 0, -1]}


def test_names_of_a_long_table_may_be_those_of_ratings(read: Reader) -> None:
    """A column of ratings is neither importance nor an answer; it may fill a row of its own."""
    text = (
        "respondent,feature,functional,dysfunctional,importance,answer\n"
        "r1,A,like,dislike,,\nr1,,,,4,3 - neutral\nr2,A,like,like,2,\n"
    )
    study = asked(
        "ratings: {satisfaction: {column: importance, min: 1, max: 5}, recommendation: answer}\n"
        "features: [{name: A}]"
    )
    survey = read(text, ReadOptions(study))

    assert pairs(survey) == {"A": [(1, 5), (1, 1)]}
    assert ratings(survey) == {"recommendation": [3, None], "satisfaction": [4, 2]}
    assert survey.importance == (None,)
    assert "K132" not in codes(survey)


@pytest.mark.parametrize(
    "text",
    [
        "respondent,feature,functional,dysfunctional,NPS\nr1,A,1,5,1 - I like it\n",
        "A_f,A_d,NPS\n1,5,1 - I like it\n",
    ],
)
def test_words_behind_a_rating_prove_no_code_of_an_answer(tmp_path: Path, text: str) -> None:
    """The 1 of one question may be the 5 of another."""
    path = write(tmp_path / "a.csv", text)

    assert "nothing says which code means like" in refusal(path, ReadOptions(only()))


def test_ratings_of_a_large_file_are_kept() -> None:
    """However many different texts they hold."""
    study = only(got="Got")

    assert wanted_headers(["A_f", "Got", "x", "nps"], study) == {1, 3}


def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    """It reads as blank, and is none."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["A_f", "A_d", "NPS"], [LIKE, LIKE, 9], [LIKE, LIKE, "=4+5"]):
        sheet.append(row)
    book.save(tmp_path / "s.xlsx")

    told = refusal(tmp_path / "s.xlsx", ReadOptions(only()))
    assert "the formula in cell C3 was never computed, so its rating is not in the file" in told


def test_a_column_of_free_text_is_refused() -> None:
    """Its texts were not kept, and are no ratings."""
    open_column = Column(0, "NPS", (), np.zeros(0, np.uint8), open=True)
    table = Table("a.csv", (open_column,), 2, lambda row: row + 2)

    with pytest.raises(KanoError, match="holds free text"):
        ratings_of(table, only())


def test_the_finding_of_a_rating_names_column_scale_and_cell(read: Reader) -> None:
    """And merges with nothing of another column."""
    survey = read(column("NPS", ["9", "11", "-1", "11", ""]), ReadOptions(only()))
    told = finding(survey, "K131")

    assert dict(told.facts) == {
        "count": 3, "rated": "NPS", "values": ("11", "-1"), "cell": "C3", "lowest": "0",
        "highest": "10",
    }  # fmt: skip
    assert (told.place.row, told.place.column) == (3, "C NPS")
    assert ratings(survey) == {"recommendation": [9, None, None, None, None]}


def test_a_fraction_is_no_recommendation_and_no_effort(tmp_path: Path) -> None:
    """Both are asked in whole steps; satisfaction may be a mean of two."""
    path = tmp_path / "survey.csv"
    path.write_text(
        "NPS;Cijfer;Search (with);Search (without)\n"
        "8,5;8,5;I like it;I dislike it\n9;7;I expect it;I am neutral\n",
        "utf-8",
    )
    study = parse_questionnaire(
        "kano: 1\nratings: {recommendation: NPS, satisfaction: Cijfer}\n"
        "features: [{name: Search}]\n"
    )

    survey = read_survey(path, ReadOptions(study))

    assert survey.responses is not None
    assert survey.responses.ratings["satisfaction"].tolist() == [8.5, 7.0]
    assert np.isnan(survey.responses.ratings["recommendation"][0])
    (told,) = [finding for finding in survey.findings if finding.code == "K131"]
    assert (told.facts["values"], told.facts["cell"]) == (("8.5",), "A2")
