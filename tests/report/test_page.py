"""The page of `kano classify`, before it is laid out."""

from dataclasses import replace

import pytest

from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult, Origin, Settings
from kano_cli.core.settled import contender
from kano_cli.core.tables import POULIOT
from kano_cli.report.page import classify_page
from kano_cli.report.sure import rival
from kano_cli.report.words import words
from tests.report.surveys import hard_results, result_of

ENGLISH, DUTCH = words("en"), words("nl")


def with_origin(origin: Origin, settings: Settings | None = None) -> KanoResult:
    """A result of one feature that was read from somewhere."""
    result = result_of({"A": (200, 10)}, settings)
    return replace(result, survey=origin)


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            Origin("survey.xlsx", "Answers", "wide", None, "nl", 240, 1),
            (
                'survey.xlsx, sheet "Answers" · 240 respondents · 1 feature · wide layout, '
                "Dutch answers · standard table, rule mode"
            ),
        ),
        (
            Origin("a.csv", "", "long", None, None, 1, 1, left_out_rows={"empty": 1}),
            (
                "a.csv · 1 respondent · 1 feature · long layout · standard table, rule mode · "
                "1 empty row left out"
            ),
        ),
        (
            Origin("a.csv", "", "counts", None, "xx", 12, 9, left_out_rows={"empty": 3}),
            (
                "a.csv · 12 respondents · 9 features · table of counts, xx answers · "
                "standard table, rule mode · 1 of 9 features shown · 3 empty rows left out"
            ),
        ),
        (
            Origin("", respondents=3, features=1),
            "3 respondents · 1 feature · answers from Python · standard table, rule mode",
        ),
        (
            Origin("a.ods", "With", "two-sheets", None, "en", 3, 1),
            (
                'a.ods, sheet "With" · 3 respondents · 1 feature · two sheets, English answers · '
                "standard table, rule mode"
            ),
        ),
    ],
)
def test_one_line_says_what_was_read(origin: Origin, expected: str) -> None:
    """File, sheet, people, features, layout, language, table and rule; what was left out."""
    assert classify_page(with_origin(origin), ENGLISH).headline == expected


@pytest.mark.parametrize(
    ("rows", "english", "dutch"),
    [
        ({"empty": 1}, "1 empty row left out", "1 lege rij weggelaten"),
        ({"empty": 2}, "2 empty rows left out", "2 lege rijen weggelaten"),
        ({"incomplete": 3}, "3 incomplete rows left out", "3 onvolledige rijen weggelaten"),
        (
            {"incomplete": 3, "empty": 0},
            "3 incomplete rows left out",
            "3 onvolledige rijen weggelaten",
        ),
        (
            {"empty": 1, "preview": 1, "incomplete": 3},
            "5 rows left out (3 incomplete, 1 preview, 1 empty)",
            "5 rijen weggelaten (3 onvolledig, 1 als voorbeeld, 1 leeg)",
        ),
        (
            {"screened-out": 1, "empty": 4},
            "5 rows left out (4 empty, 1 screened out)",
            "5 rijen weggelaten (4 leeg, 1 buiten de doelgroep)",
        ),
        ({"new": 1}, "1 row left out (1 new)", "1 rij weggelaten (1 new)"),
    ],
)
def test_rows_that_do_not_count_are_told_by_reason(
    rows: dict[str, int], english: str, dutch: str
) -> None:
    """The most first; one reason alone is said in words."""
    result = with_origin(Origin("a.csv", left_out_rows=rows, features=1))

    assert classify_page(result, ENGLISH).headline.endswith(f" · {english}")
    assert classify_page(result, DUTCH).headline.endswith(f" · {dutch}")


@pytest.mark.parametrize("rows", [{}, {"empty": 0}])
def test_where_all_rows_count_nothing_is_said_of_them(rows: dict[str, int]) -> None:
    """Not even a separator."""
    result = with_origin(Origin("a.csv", left_out_rows=rows, features=1))

    assert classify_page(result, ENGLISH).headline.endswith("rule mode")


REASONS = (
    "empty", "preview", "test", "incomplete", "rejected", "screened-out", "spam", "duplicated",
    "flagged", "no-consent", "no-weight",
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_reason_to_leave_a_row_out_has_words(lang: str) -> None:
    """Alone, among others, one and many."""
    texts = words(lang).texts

    assert set(texts["left_out_as"]) == set(REASONS)
    assert set(texts["left_out"]) == {*REASONS, "rows"}
    assert all({"one", "other"} == set(text) for text in texts["left_out"].values())


def test_it_says_so_in_dutch_too() -> None:
    """With the names of the options as they are."""
    origin = Origin("survey.xlsx", "Blad1", "wide", None, "nl", 240, 2)
    result = with_origin(origin, Settings(POULIOT, rule="block"))

    assert classify_page(result, DUTCH).headline == (
        'survey.xlsx, tabblad "Blad1" · 240 respondenten · 2 kenmerken · brede indeling, '
        "Nederlandse antwoorden · tabel pouliot, regel block · 1 van de 2 kenmerken getoond"
    )


def test_a_row_has_everything_as_text() -> None:
    """With the base beside each number."""
    page = classify_page(result_of({"Bill": (88, 79, 26, 39, 2, 5)}), ENGLISH)
    (row,) = page.rows

    assert (row.rank, row.name, row.glyph, row.letter) == ("1", "Bill", "■", "M")
    assert (row.words, row.sure, row.sure_word) == ("basic / performance", "76 %", "undecided")
    assert (row.better, row.worse, row.answered) == ("0.45", "−0.72", "239")
    assert row.counts == ("88", "79", "26", "39", "2", "5")
    assert row.undecided
    assert (row.importance, page.has_importance) == ("–", False)


@pytest.mark.parametrize(
    ("counts", "word", "undecided"),
    [((200, 10), "firm", False), ((12, 6, 1, 1), "likely", False), ((10, 9), "undecided", True)],
)
def test_how_sure_has_a_word(counts: tuple[int, ...], word: str, undecided: bool) -> None:
    """Below .80 undecided, from .95 firm."""
    (row,) = classify_page(result_of({"A": counts}), ENGLISH).rows

    assert (row.sure_word, row.undecided) == (word, undecided)


def test_importance_has_one_decimal_and_a_dash_where_nobody_rated() -> None:
    """The column is there if anybody rated anything."""
    counts = {"A": (9, 1), "B": (9, 1)}
    page = classify_page(result_of(counts, importance={"B": 6.25}), ENGLISH)

    assert page.has_importance
    assert {row.name: row.importance for row in page.rows} == {"A": "–", "B": "6.2"}


def test_a_feature_without_answers_has_no_letter_and_only_dashes() -> None:
    """And no word for how sure it is."""
    row = classify_page(hard_results()["nobody answered"], ENGLISH).rows[-1]

    assert (row.glyph, row.letter, row.words) == ("–", "", "no answers")
    assert (row.sure, row.sure_word, row.better, row.worse, row.answered) == (
        "–",
        "",
        "–",
        "–",
        "0",
    )


def test_a_feature_that_the_rule_cannot_place_was_answered() -> None:
    """It has no category, and that is not for lack of answers."""
    (row,) = classify_page(hard_results()["nothing to place"], ENGLISH).rows

    assert (row.words, row.answered) == ("none", "15")


def test_findings_stand_on_the_page_in_its_language() -> None:
    """Code, severity, text and hint."""
    result = result_of({"A": (9, 1)})
    (english,), (dutch,) = (classify_page(result, lang).findings for lang in (ENGLISH, DUTCH))

    assert (english.code, english.severity) == (dutch.code, dutch.severity) == ("K201", "warning")
    assert english.text.endswith("so its category is indicative only: A 10")
    assert (english.hint, dutch.hint) == ("ask more people", "vraag meer mensen")


def test_only_the_order_of_the_categories_makes_groups() -> None:
    """Another order would tear them apart."""
    counts = {"A": (9, 1), "B": (1, 9)}

    assert classify_page(result_of(counts), ENGLISH).grouped
    assert not classify_page(result_of(counts, Settings(sort="better")), ENGLISH).grouped


def test_every_column_and_category_is_explained() -> None:
    """In both languages; nothing twice."""
    for lang in (ENGLISH, DUTCH):
        explained = classify_page(result_of({"A": (9, 1)}), lang).explained
        labels = [line.label for line in explained]
        assert len(set(labels)) == len(labels) == 9 + len(Category)
        assert [line.category for line in explained[-6:]] == list(Category)
        assert all(line.text for line in explained)


def test_a_rival_is_named_only_where_the_lead_is_not_real() -> None:
    """And a contender where the category is not even the most common one."""
    bill, line, muddle, passed = (
        result_of({"A": counts}, Settings(rule=rule)).features[0]
        for counts, rule in (
            ((88, 79, 26, 39, 2, 5), "mode"),
            ((200, 20), "mode"),
            ((20, 19, 0, 0, 0, 60), "mode"),
            ((32, 90, 88, 140, 15, 20), "block"),
        )
    )

    assert (rival(bill), contender(bill)) == (Category.PERFORMANCE, Category.PERFORMANCE)
    assert (rival(line), contender(line)) == (None, None)
    assert (rival(muddle), contender(muddle)) == (None, None)
    assert (rival(passed), contender(passed)) == (None, Category.INDIFFERENT)
