"""Tables of counts by category: a tally without a 5x5 grid."""

from collections import defaultdict
from math import isnan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.analysis import analyse, classify
from kano_cli.core.categories import CATEGORY_WORDS, Answer, Category
from kano_cli.core.result import KanoResult, Settings
from kano_cli.core.rules import RULES
from kano_cli.core.tables import POULIOT, STANDARD, EvaluationTable, custom_table
from kano_cli.errors import KanoError
from kano_cli.readers.layouts.category_roles import TOTAL, wanted_header
from kano_cli.readers.options import ReadOptions
from kano_cli.study.language import languages
from kano_cli.study.responses import Survey
from kano_cli.study.words import name_key
from tests.core.published import Row, counted_rows
from tests.core.test_published import MEASURES
from tests.readers.files import csv_text, write, write_xlsx
from tests.readers.reading import Reader, asked, codes, finding, refusal
from tests.report.surveys import survey_of

COUNTED = """feature,basic,performance,wow,indifferent,reverse,questionable
loanbike,4,31,12,9,1,0
lock,40,3,2,9,1,2
"""
COUNTS = {"loanbike": [4, 31, 12, 9, 1, 0], "lock": [40, 3, 2, 9, 1, 2]}


def counts(survey: Survey) -> dict[str, list[int]]:
    """The six counts of each feature by name."""
    assert survey.category_counts is not None
    names = [feature.name for feature in survey.features]
    return dict(zip(names, survey.category_counts.tolist(), strict=True))


def test_a_column_is_a_category_and_a_row_a_feature(read: Reader) -> None:
    """The feature with the most answers tells how many people there are."""
    survey = read(COUNTED)

    assert counts(survey) == COUNTS
    assert survey.origin.layout == "categories"
    assert survey.origin.respondents == 57
    assert survey.responses is None
    assert codes(survey) == []


@pytest.mark.parametrize(
    "header",
    [
        "feature,M,O,A,I,R,Q",
        "item,m,o,a,i,r,q",
        ",M,O,A,I,R,Q",
        "Feature,Must-be,One-dimensional,Attractive,Indifferent,Reverse,Questionable",
        "feature,must be,one dimensional,attractive,indifferent,reverse,questionable",
        "Kenmerk,Basis,Prestatie,Wow,Onverschillig,Omgekeerd,Twijfelachtig",
        "Merkmal,Basismerkmal,Leistungsmerkmal,Begeisterung,Unerheblich,Rückweisung,Fragwürdig",
        "feature,basic,performance,wow,I,R,Q",
    ],
)
def test_the_columns_have_the_words_of_the_field_or_of_our_own(read: Reader, header: str) -> None:
    """Letters, terms, and words in more than one language."""
    text = COUNTED.replace(COUNTED.splitlines()[0], header)

    assert counts(read(text)) == COUNTS


def test_a_header_of_categories_is_found_though_its_words_are_answers() -> None:
    """Must-be and indifferent; a row that the user names goes before it."""
    header = ["Feature", "Must-be", "One-dimensional", "Attractive", "Indifferent"]
    rows, numbers = [["Kano study"], header, ["lock", "1", "2", "3", "4"]], (1, 3, 4)

    assert wanted_header(rows, numbers, ReadOptions()) == 3
    assert wanted_header(rows, numbers, ReadOptions(header_row=4)) == 4
    assert wanted_header(rows, numbers, ReadOptions(layout="wide")) is None
    assert wanted_header(rows[:1], numbers, ReadOptions()) is None


def test_the_columns_may_stand_in_any_order_among_others(read: Reader) -> None:
    """What is no count is not read."""
    survey = read(
        "Q;R;Better;A;Feature;M;O;I;Category\n0;1;0,77;12;loanbike;4;31;9;O\n"
        "2;1;0,09;2;lock;40;3;9;M\n"
    )

    assert counts(survey) == COUNTS


@pytest.mark.parametrize("letters", ["feature,M,O,A", "feature,A,B,C,D", "id,M,O,A,I,R,Q"])
def test_letters_say_nothing_where_one_of_four_or_the_feature_is_missing(
    tmp_path: Path, letters: str
) -> None:
    """A, I and O are names for many a column."""
    row = ",".join(["x", *"123456"[: letters.count(",")]])

    told = refusal(write(tmp_path / "survey.csv", f"{letters}\n{row}\n"))
    assert "no column holds Kano answers" in told


def test_reverse_and_questionable_may_be_left_out_and_that_is_told(read: Reader) -> None:
    """Then they count as 0."""
    survey = read("feature,M,O,A,I\nloanbike,4,31,12,9\nlock,40,3,2,\n")

    assert counts(survey) == {"loanbike": [4, 31, 12, 9, 0, 0], "lock": [40, 3, 2, 0, 0, 0]}
    assert finding(survey, "K118").facts == {"categories": ("reverse", "questionable")}
    told = finding(read(COUNTED.replace("questionable", "other")), "K118")
    assert told.facts == {"categories": ("questionable",)}


@pytest.mark.parametrize("name", ["total", "n", "Totaal", "count"])
def test_a_total_that_is_right_says_nothing_new(read: Reader, name: str) -> None:
    """Blank or the sum."""
    lines = COUNTED.splitlines()
    survey = read(f"{lines[0]},{name}\n{lines[1]},57\n{lines[2]},\n")

    assert counts(survey) == COUNTS


def test_a_feature_may_be_called_total(read: Reader) -> None:
    """Where its counts are not the sums of the others."""
    assert list(counts(read(COUNTED + "Total,1,2,3,4,5,6\n"))) == ["loanbike", "lock", "Total"]


def test_counts_of_a_hundred_people_are_counts_where_that_is_said(read: Reader) -> None:
    """Nothing else tells them from percentages."""
    text = "feature,M,O,A,I,R,Q\nSearch,50,33,7,10,0,0\n"

    survey = read(text, ReadOptions(layout="categories"))
    assert counts(survey) == {"Search": [50, 33, 7, 10, 0, 0]}


def test_a_questionnaire_orders_and_names_the_features_of_categories(read: Reader) -> None:
    """Matched by id or name."""
    study = asked("features: [{name: Lock}, {id: loanbike, name: Loan bike}]")

    survey = read(COUNTED, ReadOptions(study))
    assert counts(survey) == {"Lock": COUNTS["lock"], "Loan bike": COUNTS["loanbike"]}


def test_a_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    """Numbers of a spreadsheet are whole."""
    rows = [
        [float(cell) if cell.isdecimal() else cell for cell in line.split(",")]
        for line in COUNTED.splitlines()
    ]
    result = classify(write_xlsx(tmp_path / "survey.xlsx", {"S": rows}))

    assert result.feature("lock").counts == tuple(COUNTS["lock"])
    assert result.survey.layout == "categories"


def of(text: str, folder: Path, **said: str) -> KanoResult:
    """The result of a file with this text."""
    return classify(write(folder / "survey.csv", text), **said)  # type: ignore[arg-type]


def test_what_needs_the_answers_is_not_there(tmp_path: Path) -> None:
    """No scores, no grid; all the rest is."""
    feature = of(COUNTED, tmp_path).feature("loanbike")

    assert feature.answers is None
    assert feature.functional_score.n == feature.dysfunctional_score.n == 0
    assert isnan(feature.functional_score.mean)
    assert (feature.category, feature.answered, feature.classified) == (
        Category.PERFORMANCE,
        57,
        56,
    )
    assert feature.rules["continuous"] is None
    assert {feature.rules[rule] for rule in RULES} == {Category.PERFORMANCE}


OWN = custom_table("ours", {(row, column): Category.WOW for row in Answer for column in Answer})


@pytest.mark.parametrize("table", [POULIOT, OWN], ids=lambda table: table.name)
def test_another_evaluation_table_cannot_be_applied(read: Reader, table: EvaluationTable) -> None:
    """Its categories are made already."""
    with pytest.raises(KanoError) as refused:
        analyse(read(COUNTED), Settings(table))

    assert str(refused.value) == (
        "survey.csv: holds counts by category, so another evaluation table cannot be applied\n"
        f"hint: leave out --table {table.name}, and table: in the questionnaire"
    )


def test_the_table_that_is_the_default_may_be_named(tmp_path: Path) -> None:
    """It changes nothing."""
    assert of(COUNTED, tmp_path, table="standard") == of(COUNTED, tmp_path)


def test_quality_is_judged_by_the_counts(tmp_path: Path) -> None:
    """Questionable, reverse, and small bases."""
    found = of(
        "feature,M,O,A,I,R,Q\nA,1,2,3,4,5,90\nB,1,2,3,4,50,1\nC,40,9,8,7,1,4\n", tmp_path
    ).findings
    facts = {one.code: one.facts for one in found}

    assert facts["K204"] == {
        "features": (("A", 85.7), ("C", 5.8)), "variant": "categories"
    }  # fmt: skip
    assert facts["K205"] == {"names": ("A",)}
    assert facts["K206"] == {"names": ("B",)}
    assert facts["K202"] == {"fewest": 61}


PUBLISHED = [row for row in counted_rows() if row.counts.sum() < 10_000]


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row.id)
def test_a_published_table_comes_out_the_same_from_a_file(tmp_path: Path, row: Row) -> None:
    """Every measure, to the last bit."""
    text = csv_text([["feature", *"MOAIRQ"], ["It", *row.counts[0].tolist()]])
    feature = of(text, tmp_path, layout="categories").feature("It")

    assert feature.counts == tuple(row.counts[0].tolist())
    for name in ("better", "worse", "total_strength", "category_strength", "p_value"):
        assert getattr(feature, name) == MEASURES[name](row.counts)
    assert feature.certainty == pytest.approx(MEASURES["certainty"](row.counts), abs=1e-12)
    said = {
        rule: found.word if (found := feature.rules[rule]) is not None else None for rule in RULES
    }
    assert said == MEASURES["rules"](row.counts)


def test_the_published_tables_of_berger_and_sauerwein_are_among_them() -> None:
    """So that the test above means something."""
    sources = {row.id.split("-")[0] for row in PUBLISHED}

    assert {"berger", "sauerwein"} <= sources


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(0, 60), min_size=6, max_size=6), min_size=1, max_size=5).filter(
        lambda rows: any(map(any, rows))
    )
)
def test_categories_say_what_the_answers_said(rows: list[list[int]]) -> None:
    """A survey and its own categories come out alike in all that needs no grid."""
    named = {f"F{at}": row for at, row in enumerate(rows)}
    answered = survey_of(named)
    bare = Survey.of_categories(answered.features, answered.counts_under(STANDARD))
    full, less = analyse(answered), analyse(bare)

    assert full.to_frame().equals(less.to_frame())
    for one, other in zip(full.features, less.features, strict=True):
        assert (one.category, one.fong) == (other.category, other.fong)
        assert {**one.rules, "continuous": None} == other.rules
        for name in ("better", "worse", "certainty", "better_interval", "share_intervals"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert other.answers is None
    # Without answers there are no mean scores to disagree with a rule.
    known, told = ([f.code for f in each.findings if f.code != "K302"] for each in (full, less))
    assert told == known
    dissent = {f.name for f in less.features if f.rules_disagree}
    assert dissent <= {f.name for f in full.features if f.rules_disagree}


def test_no_word_means_two_columns() -> None:
    """Categories, features, totals, over all languages; the words of our output are known."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for language in languages():
        for word, texts in language.categories.items():
            for text in texts:
                meanings[name_key(text)].add(word)
        for role, names in ((TOTAL, "count"), ("feature", "feature")):
            for text in language.long.get(names, ()):
                meanings[name_key(text)].add(role)
    for category in Category:
        for text in (category.letter, category.term, category.word):
            meanings[name_key(text)].add(category.word)

    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}
    assert set().union(*meanings.values()) == {*CATEGORY_WORDS, TOTAL, "feature"}


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_words_of_our_output_name_the_columns(lang: str) -> None:
    """What kano says it reads."""
    from kano_cli.report.words import words

    known = next(language for language in languages() if language.code == lang).categories
    for category in Category:
        assert words(lang).category(category) in known[category.word]
