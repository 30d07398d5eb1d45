"""Several files as one survey: it makes no difference in how many files people stand."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.analysis import analyse
from kano_cli.core.result import KanoResult
from kano_cli.errors import KanoError
from kano_cli.readers import text_file
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.forms.fielded import Filled, assert_read_back, form, questionnaire, respondents
from tests.readers.files import ANSWERS, csv_text, write_xlsx
from tests.readers.reading import codes, finding, pairs, refusal

FORM = form()
QUESTIONS = [question.code for question in FORM.questions]
HEADER = ["nr", "loan_f", "loan_d", "lock_f", "lock_d"]
PLANS = ("Free", "Team")


def people_csv(people: list[list[str]], header: list[str] | None = None) -> str:
    """A table of people."""
    return csv_text([header or HEADER, *people])


def put(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def own_json(filled: Filled, number: int, stamp: str = FORM.stamp) -> str:
    """What the form saves of one respondent."""
    return json.dumps(
        {
            "questionnaire": "Bike shop",
            "hash": stamp,
            "language": "en",
            "respondent": f"r-{number}",
            "submitted": f"2026-10-{number % 28 + 1:02d}T07:31:00Z",
            "features": {"loanbike": "Loan bike", "night_locker": "Night locker"},
            "answers": {code: answer for code, answer in filled.items() if answer},
        }
    )


def own_csv(people: list[Filled], first: int = 0) -> str:
    """The same as CSV."""
    beside = ["respondent", "submitted", "language", "questionnaire", "kano_hash"]
    rows = [
        [
            *(f"r-{at}", f"2026-10-{at % 28 + 1:02d}T07:31:00Z", "en", "Bike shop", FORM.stamp),
            *(filled[code] for code in QUESTIONS),
        ]
        for at, filled in enumerate(people, first)
    ]
    return csv_text([[*beside, *QUESTIONS], *rows], quoted=True)


def same(one: Survey, other: Survey) -> None:
    """The same in everything but what the files are called."""
    assert told(analyse(one)) == told(analyse(other))
    assert one.features == other.features
    assert one.responses is not None
    assert other.responses is not None
    for mine, its in zip(vars(one.responses).items(), vars(other.responses).items(), strict=True):
        assert repr(mine) == repr(its)


def told(result: KanoResult) -> str:
    """A result without the names of files."""
    origin = replace(result.survey, file="", files=0)
    findings = [(found.code, dict(found.facts)) for found in result.findings]
    return repr((origin, result.features, findings))


ANSWER = st.sampled_from([text for text in ANSWERS if text] + [""])
PEOPLE = st.lists(st.tuples(ANSWER, ANSWER, ANSWER, ANSWER, st.sampled_from(PLANS)), max_size=12)
CUTS = st.lists(st.integers(0, 12), max_size=4)
WHOLE_PERSON = ("I like it", "I dislike it", "I expect it", "I am neutral", "Free")


@settings(deadline=None)
@given(PEOPLE, CUTS)
def test_a_survey_in_pieces_is_the_survey(
    people: list[tuple[str, str, str, str, str]], cuts: list[int]
) -> None:
    """Wherever it is cut, also where a piece holds nobody."""
    everybody = [[f"p{at}", *one] for at, one in enumerate([WHOLE_PERSON, *people])]
    header = [*HEADER, "plan"]
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.csv"
        whole.write_text(people_csv(everybody, header), "utf-8")
        ends = [0, *sorted(cut for cut in cuts if cut < len(everybody)), len(everybody)]
        pieces = {
            f"{at:02}.csv": people_csv(everybody[one:other], header)
            for at, (one, other) in enumerate(pairwise(ends))
        }
        parts = put(Path(folder) / "parts", pieces)
        options = ReadOptions(by="plan")

        same(read_survey(parts, options), read_survey(whole, options))


@settings(deadline=None)
@given(st.integers(1, 15), st.integers(0, 9))
def test_a_file_a_respondent_is_the_list_of_them(number: int, seed: int) -> None:
    """JSON of our own form, where a question that was left open has no key."""
    people = [f for f in respondents(FORM, number, seed) if f["loanbike_f"]] or respondents(FORM, 1)
    texts = [own_json(filled, at) for at, filled in enumerate(people)]
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.json"
        whole.write_text(f"[{','.join(texts)}]", "utf-8")
        parts = put(Path(folder) / "p", {f"{at:03}.json": text for at, text in enumerate(texts)})
        options = ReadOptions(questionnaire())

        same(read_survey(parts, options), read_survey(whole, options))


def test_a_folder_a_pattern_and_files_are_one_survey(tmp_path: Path) -> None:
    """The origin says of what, and of how many files."""
    people = respondents(FORM, 9)
    files = {f"{at}.json": own_json(filled, at) for at, filled in enumerate(people)}
    folder = put(tmp_path / "answers", files)

    for wanted, name in (
        (folder, "answers"),
        (f"{folder}/", "answers"),
        (f"{folder}/*.json", "answers/*.json"),
        ([folder / name for name in files], "answers"),
        ([f"{folder}/[0-4].json", f"{folder}/[5-8].json"], "answers"),
    ):
        survey = read_survey(wanted, ReadOptions(questionnaire()))
        assert (survey.origin.file, survey.origin.files) == (name, 9)
        assert survey.origin.respondents == 9
    assert_read_back(folder, FORM, people, questionnaire())


def test_json_and_csv_of_our_forms_stand_beside_each_other(tmp_path: Path) -> None:
    """Some saved the one, some the other."""
    people = respondents(FORM, 10, gaps=False)
    files = {f"{at}.json": own_json(filled, at) for at, filled in enumerate(people[:4])}
    folder = put(tmp_path, files | {"rest.csv": own_csv(people[4:], 4)})
    survey = assert_read_back(folder, FORM, people, questionnaire())

    assert codes(survey) == []
    assert survey.origin.platform == "kano"


def test_what_the_first_left_open_takes_no_place_of_another(tmp_path: Path) -> None:
    """Records have the keys that somebody answered, each in its own order."""
    records = [
        {"lock_f": "like", "lock_d": "disl"},
        {"loan_f": "must", "loan_d": "neut", "lock_f": "live", "lock_d": "like"},
        {"loan_d": "disl", "lock_d": "disl", "loan_f": "neut", "lock_f": "like"},
    ]
    files = {f"{at}.json": json.dumps(record) for at, record in enumerate(records)}

    assert pairs(read_survey(put(tmp_path, files))) == {
        "lock": [(1, 5), (4, 1), (1, 5)],
        "loan": [(0, 0), (2, 3), (3, 5)],
    }


def test_who_sent_the_answers_twice_is_told(tmp_path: Path) -> None:
    """As JSON and as CSV: the id is the same."""
    people = respondents(FORM, 3, gaps=False)
    files = {f"{at}.json": own_json(filled, at) for at, filled in enumerate(people)}
    folder = put(tmp_path, files | {"again.csv": own_csv(people[:2])})

    assert finding(read_survey(folder), "K208").facts == {"count": 2}
    once = read_survey(folder, ReadOptions(exclude="duplicated"))
    assert once.origin.respondents == 3


def test_a_file_without_ids_that_was_sent_twice_is_told(tmp_path: Path) -> None:
    """The same to the last byte; of files with one respondent nobody can tell."""
    rows = [["like", "dislike", "like", "dislike"], ["like", "neutral", "like", "dislike"]]
    two, one = people_csv(rows, HEADER[1:]), people_csv(rows[:1], HEADER[1:])
    folder = put(tmp_path / "two", {"a.csv": two, "b.csv": two, "c.csv": one, "d.csv": one})

    survey = read_survey(folder)
    assert finding(survey, "K130").facts == {"count": 1, "names": ("b.csv",)}
    assert survey.origin.respondents == 6
    assert codes(read_survey(put(tmp_path / "one", {"c.csv": one, "d.csv": one}))) == []


def test_what_is_no_file_of_answers_is_passed_over(tmp_path: Path) -> None:
    """Hidden files, locks, interviews that are not over, other documents, folders."""
    good = people_csv([["1", "like", "dislike", "like", "dislike"]])
    bad = "nothing that could be read"
    folder = put(
        tmp_path,
        {
            "a.csv": good,
            ".a.csv": bad,
            "~$a.xlsx": bad,
            "b.csv.unfinished": bad,
            "b.unfinished.json": bad,
            "read me.md": bad,
            "study.yaml": bad,
        },
    )
    put(folder / "older", {"a.csv": good})

    assert read_survey(folder).origin.respondents == 1


@pytest.mark.parametrize("wanted", ["", "/*.csv", "/?.xlsx"])
def test_a_folder_without_answers_is_refused(tmp_path: Path, wanted: str) -> None:
    """And a pattern that fits nothing."""
    put(tmp_path, {"notes.txt.bak": "", "older.pdf": ""})

    said = refusal(f"{tmp_path}{wanted}")
    assert said.startswith(f"{tmp_path}{wanted}: ")
    assert ("fits no file" if wanted else 'it has "notes.txt.bak", "older.pdf"') in said


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """The others do not hide it."""
    good = people_csv([["1", "like", "dislike", "like", "dislike"]])
    folder = put(tmp_path, {"a.csv": good, "b.json": '{"a": ', "c.csv": good})

    assert refusal(folder).startswith(f"{folder}/b.json")


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    """A respondent may be missing."""
    good = people_csv([["1", "like", "dislike", "like", "dislike"]])
    folder = put(tmp_path, {"a.csv": good, "b.csv": ""})

    assert refusal(folder).startswith(f"{folder}/b.csv: is empty")


def test_an_unknown_answer_is_placed_in_its_file(tmp_path: Path) -> None:
    """Row 3 of the second file, not of the folder."""
    rows = [[str(at), "like", "dislike", "like", "dislike"] for at in range(3)]
    odd = [*rows[:1], ["9", "like", "dislike", "like", "perhaps"]]
    folder = put(tmp_path, {"a.csv": people_csv(rows), "b.csv": people_csv(odd)})

    assert f"{folder}/b.csv, row 3, column E" in refusal(folder)


def test_other_columns_are_put_together_by_feature(tmp_path: Path) -> None:
    """In another order, in other words, with a column more."""
    one = people_csv([["1", "like", "dislike", "must-be", "neutral"]])
    two = people_csv(
        [["I dislike it", "I like it", "I am neutral", "I expect it", "x"]],
        ["lock_d", "lock_f", "loan_d", "loan_f", "remark"],
    )
    folder = put(tmp_path, {"a.csv": one, "b.csv": two})
    survey = read_survey(folder)

    assert pairs(survey) == {"loan": [(1, 5), (2, 3)], "lock": [(2, 3), (1, 5)]}
    assert (survey.origin.respondents, survey.origin.files) == (2, 2)


def test_a_questionnaire_puts_other_headers_together(tmp_path: Path) -> None:
    """The Dutch and the English form of one survey."""
    asked = questionnaire()
    files = {}
    for language in asked.languages:
        header = [
            getattr(asked.in_languages(feature)[language], side)
            for feature in asked.features
            for side in ("functional", "dysfunctional")
        ]
        plan = asked.segment_questions[0].question[language]
        row = ["like", "disl", "must", "neut", "Gratis" if language == "nl" else "team_small"]
        files[f"{language}.csv"] = people_csv([row], [*header, plan])
    survey = read_survey(put(tmp_path, files), ReadOptions(asked, by="plan"))

    assert pairs(survey) == {"Loan bike": [(1, 5)] * 2, "Night locker": [(2, 3)] * 2}
    assert survey.responses is not None
    assert survey.responses.segments == {"Plan": ("Team, small", "Free")}
    groups = survey.responses.groups
    assert groups is not None
    assert (groups.named, groups.codes.tolist()) == (("Free", "Team, small"), [1, 0])


def test_features_of_other_ids_meet_by_name(tmp_path: Path) -> None:
    """Of our form, which says what it calls them, and of a table that knows nothing else."""
    filled = {"loanbike_f": "like", "loanbike_d": "disl"}
    filled |= {"night_locker_f": "must", "night_locker_d": "neut"}
    names = ("Night locker", "Loan bike")
    header = [f"{name} ({side})" for name in names for side in ("with", "without")]
    text = people_csv([["like", "neutral", "dislike", "like"]], header)
    survey = read_survey(put(tmp_path, {"a.json": own_json(filled, 1), "b.csv": text}))

    assert pairs(survey) == {"Loan bike": [(1, 5), (5, 1)], "Night locker": [(2, 3), (1, 3)]}
    assert [feature.id for feature in survey.features] == ["loanbike", "night_locker"]


def test_other_features_are_refused_by_name(tmp_path: Path) -> None:
    """The file, and what differs."""
    one = people_csv([["1", "like", "dislike", "like", "dislike"]])
    two = people_csv([["like", "dislike"]], ["loan_f", "loan_d"])
    three = people_csv([["like", "dislike"] * 3], [*HEADER[1:], "sms_f", "sms_d"])

    said = refusal(put(tmp_path / "less", {"a.csv": one, "b.csv": two}))
    assert said.startswith('b.csv: does not hold the same features as a.csv: it lacks "lock"')
    said = refusal(put(tmp_path / "more", {"a.csv": one, "b.csv": three}))
    assert said.startswith('b.csv: does not hold the same features as a.csv: it has "sms"')


def test_versions_of_our_form_are_told(tmp_path: Path) -> None:
    """With how many answers each has."""
    people = respondents(FORM, 3, gaps=False)
    other = FORM.stamp.replace("*title-", "*title-0")
    other = "kano1/0123456789abcdef/" + other.split("/", 2)[2]
    files = {f"{at}.json": own_json(filled, at) for at, filled in enumerate(people)}
    folder = put(tmp_path, files | {"x.json": own_json(people[0], 9, other)})

    assert finding(read_survey(folder), "K129").facts["versions"] == (
        (FORM.stamp.split("/")[1][:8], 3),
        ("01234567", 1),
    )
    survey = read_survey(folder, ReadOptions(questionnaire()))
    assert finding(survey, "K127").facts == {"count": 1, "changed": ("title",)}


def test_findings_of_many_files_are_told_once(tmp_path: Path) -> None:
    """Rows without answers, words that say nothing: with the number of all."""
    files = {
        f"{at}.csv": people_csv(
            [[f"{at}", "like", "dislike", "like", "n/a"], [f"x{at}", *[""] * 4]]
        )
        for at in range(30)
    }
    survey = read_survey(put(tmp_path, files))

    assert codes(survey) == ["K103", "K102"]
    assert finding(survey, "K102").facts["count"] == 30
    assert survey.origin.left_out_rows == {"empty": 30}


def test_findings_of_files_that_differ_are_added_up(tmp_path: Path) -> None:
    """Each file is read by itself then."""
    one = people_csv([["1", "like", "dislike", "like", "n/a"], ["2", "", "", "", ""]])
    two = people_csv([["1", "n/a", "like", "dislike", "like"]], ["x", *HEADER[:0:-1]])
    folder = put(tmp_path, {"a.csv": one, "b.csv": two, "c.csv": one})
    survey = read_survey(folder)

    assert finding(survey, "K103").facts == {"count": 3, "words": (("n/a", 3),)}
    assert finding(survey, "K102").facts["count"] == 2
    assert survey.origin.left_out_rows == {"empty": 2}


def test_workbooks_and_text_files_are_one_survey(tmp_path: Path) -> None:
    """Of the same columns."""
    rows = [["1", "like", "dislike", "must-be", "neutral"]]
    put(tmp_path, {"a.csv": people_csv(rows)})
    write_xlsx(tmp_path / "b.xlsx", {"Answers": [HEADER, *rows]})

    assert pairs(read_survey(tmp_path)) == {"loan": [(1, 5)] * 2, "lock": [(2, 3)] * 2}


@pytest.mark.parametrize("order", [("a", "b", "c"), ("b", "a", "c"), ("a", "c", "b")])
def test_a_large_file_among_small_ones_keeps_the_days_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, str, str]
) -> None:
    """Of a large one only the beginnings of the times are kept; ids are kept whole."""
    monkeypatch.setattr(text_file, "LARGE", 20_000)
    monkeypatch.setattr(text_file, "_HEAD", 60)
    questions = HEADER[1:]
    answers = ["like", "dislike", "like", "dislike"]
    large = [
        [f"2026-10-05 {at // 60 % 24:02}:{at % 60:02}:{at % 59:02}", *answers] for at in range(2000)
    ]
    rows = {
        "a": [["2026-09-01 07:31:00", *answers]],
        "b": large,
        "c": [["2026-11-30 07:31:00", *answers]],
    }
    header = ["submitted", *questions]
    files = {f"{at}.csv": people_csv(rows[which], header) for at, which in enumerate(order)}
    origin = read_survey(put(tmp_path, files)).origin

    assert origin.respondents == 2002
    assert (str(origin.answered_from), str(origin.answered_until)) == ("2026-09-01", "2026-11-30")


def test_counts_add_up_over_files(tmp_path: Path) -> None:
    """A row is no person there."""
    header = ["feature", "functional", "dysfunctional", "count"]
    text = csv_text([header, ["loan", "like", "dislike", 30], ["loan", "like", "neutral", 12]])
    survey = read_survey(put(tmp_path, {"a.csv": text, "b.csv": text}))

    assert survey.tally.counts.sum() == 84


def test_tallies_cannot_be_put_together(tmp_path: Path) -> None:
    """Nobody knows who is behind them."""
    text = csv_text([["feature", "M", "O", "A", "I", "R", "Q"], ["loan", 1, 2, 3, 4, 5, 6]])

    assert "cannot be put together" in refusal(put(tmp_path, {"a.csv": text, "b.csv": text}))


def test_long_tables_of_one_respondent_each_are_people(tmp_path: Path) -> None:
    """Without ids: two files are two people."""
    header = ["feature", "functional", "dysfunctional"]
    one = csv_text([header, ["loan", "like", "dislike"], ["lock", "like", "neutral"]])
    two = csv_text([header, ["lock", "must-be", "dislike"], ["loan", "like", "like"]])
    survey = read_survey(put(tmp_path, {"a.csv": one, "b.csv": two}))

    assert survey.tally.counts.sum(axis=(1, 2)).tolist() == [2, 2]


def test_a_file_that_is_named_twice_is_refused(tmp_path: Path) -> None:
    """Its respondents would count twice."""
    folder = put(tmp_path, {"a.csv": "", "b.csv": ""})

    with pytest.raises(KanoError, match="is named twice"):
        read_survey([folder / "a.csv", folder])


def test_standard_input_stands_alone(tmp_path: Path) -> None:
    """It has no name that a refusal could tell."""
    with pytest.raises(KanoError, match="cannot be read beside files"):
        read_survey(["-", tmp_path])


def test_a_name_with_signs_of_a_pattern_is_a_name(tmp_path: Path) -> None:
    """Where a file is called so."""
    text = people_csv([["1", "like", "dislike", "like", "dislike"]])
    put(tmp_path, {"answers [1].csv": text})
    survey = read_survey(tmp_path / "answers [1].csv")

    assert (survey.origin.file, survey.origin.files) == ("answers [1].csv", 0)
