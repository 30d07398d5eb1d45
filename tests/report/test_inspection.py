"""The page of `kano inspect`, before it is laid out."""

from dataclasses import replace

import pytest

from kano_cli.core.categories import ANSWER_WORDS
from kano_cli.errors import KanoError
from kano_cli.readers.inspection.record import (
    InspectedColumn,
    InspectedPair,
    InspectedText,
    Inspection,
    Role,
)
from kano_cli.report.inspected_wording import MOST
from kano_cli.report.inspection import InspectionPage, Named, inspection_page
from kano_cli.report.words import spoken, words
from tests.report.inspections import RATED, doubtful, understood

ENGLISH, DUTCH = words("en"), words("nl")
EVIDENCE = (
    "questionnaire", "layout", "side words", "row labels", "numbered titles", "texts", "sheets",
    "long table",
)  # fmt: skip
DOUBTS = ("sides", "contradictory", "ambiguous", "wording")


def page_of(inspection: Inspection) -> InspectionPage:
    """Its page in English."""
    return inspection_page(inspection, ENGLISH)


def groups_of(inspection: Inspection) -> dict[str, list[tuple[str, str, str]]]:
    """The other columns by the label of their group: place, header and note."""
    return {
        group.label: [(name.place, name.header, note) for name, note in group.columns]
        for group in page_of(inspection).groups
    }


def test_the_verdict_comes_first() -> None:
    """Who and what was read; or how much of it is doubtful."""
    read = understood()
    pair = replace(read.pairs[0], doubt="sides")
    column = InspectedColumn("X", "Parking", Role.LIKELY, 38, 4)
    one = replace(read, pairs=(pair, *read.pairs[1:]))
    more = replace(one, columns=(*read.columns, column))

    assert page_of(read).verdict == "Read completely: 178 respondents, 4 features"
    assert page_of(replace(read, respondents=None)).verdict == "Read completely: 4 features"
    assert page_of(one).verdict == (
        "Read: 178 respondents, 4 features; 1 line is doubtful (marked ?)"
    )
    assert page_of(more).verdict.endswith("; 2 lines are doubtful (marked ?)")
    assert inspection_page(read, DUTCH).verdict == "Volledig gelezen: 178 respondenten, 4 kenmerken"
    assert not page_of(read).refused


def test_a_refusal_says_what_and_where_and_what_settles_it_in_english() -> None:
    """Whatever the language of the page."""
    english, dutch = (inspection_page(doubtful(), lang) for lang in (ENGLISH, DUTCH))
    told = (
        'answers.csv, column D "Cycle lane 1": nothing says which of the two questions is the '
        "functional one"
    )
    hint = "add --layout alternating, or name the columns in a --questionnaire"

    assert (english.verdict, english.hint) == (f"Refused: {told}", f"Hint: {hint}")
    assert (dutch.verdict, dutch.hint) == (f"Geweigerd: {told}", f"Tip: {hint}")
    assert english.refused


def test_a_refusal_before_anything_was_understood_has_a_short_page() -> None:
    """The file and the refusal; nothing is made up."""
    page = page_of(Inspection("broken.xlsx", refusal=KanoError("is not a workbook")))

    assert page.verdict == "Refused: is not a workbook"
    assert page.hint == ""
    assert page.facts == (("File", "broken.xlsx"), ("Written by", "no tool that kano recognises"))
    assert (page.pairs, page.wording, page.groups, page.findings) == ((), (), (), ())


def test_the_facts_of_the_file() -> None:
    """File, sheet, tool, layout, header, rows and what was left out."""
    assert page_of(understood()).facts == (
        ("File", "export.xlsx"),
        ("Sheet", "Sheet0 (not read: Read me, Codes)"),
        ("Written by", "Qualtrics"),
        ("Layout", "wide layout, English answers"),
        ("Header", "rows 1, 2, 3"),
        ("Rows", "183 · 5 rows left out (3 incomplete, 1 preview, 1 empty)"),
        ("Codes mean", "1 = like, 5 = dislike"),
    )
    assert inspection_page(doubtful(), DUTCH).facts == (
        ("Bestand", "answers.csv"),
        ("Gemaakt met", "geen tool die kano herkent"),
        ("Indeling", "brede indeling"),
        ("Kolomkoppen", "rij 1"),
        ("Rijen", "40 · 2 onvolledige rijen weggelaten"),
    )


def test_a_layout_without_a_name_in_the_language_keeps_its_own() -> None:
    """And importance is told from its lowest rating to its highest."""
    facts = dict(page_of(Inspection("a.csv", layout="spiral", importance=RATED)).facts)

    assert facts["Layout"] == "spiral"
    assert facts["Importance"] == "1–9"


def test_a_pair_has_its_columns_and_how_we_know() -> None:
    """With the header beside each letter."""
    first, second = page_of(doubtful()).pairs

    assert first.feature == "Loan bike"
    assert first.functional == Named("B", "Loan bike (with)")
    assert first.dysfunctional == Named("C", "Loan bike (without)")
    assert (first.evidence, first.doubt) == ("words for each side", "")
    assert (second.evidence, second.doubt) == (
        "numbered titles",
        "which one is functional is not proven",
    )
    assert page_of(understood()).pairs[0].importance == "G"


def test_a_column_of_a_file_without_letters_is_named_once() -> None:
    """Its place is its name already, in quotes or not."""
    columns = tuple(
        InspectedColumn(place, header, Role.FUNCTIONAL, 1, 1)
        for place, header in (("Q1", "Q1"), ('"Q2"', "Q2"), ("Q3", "With search?"))
    )
    pairs = (InspectedPair("A", "Q1", '"Q2"'), InspectedPair("B", "Q3", "gone"))
    one, other = page_of(Inspection("a.json", columns=columns, pairs=pairs)).pairs

    assert (one.functional, one.dysfunctional) == (Named("Q1"), Named('"Q2"'))
    assert (other.functional, other.dysfunctional) == (Named("Q3", "With search?"), Named("gone"))


def test_a_long_name_that_was_cut_is_not_told_twice() -> None:
    """But a letter says nothing of a header that happens to begin with it."""
    long = InspectedColumn('"What would you…"', "What would you say?", Role.FUNCTIONAL, 1, 1)
    letter = InspectedColumn("W", "What would you say?", Role.DYSFUNCTIONAL, 1, 1)
    pairs = (InspectedPair("A", long.place, "W"),)
    (pair,) = page_of(Inspection("a.json", columns=(long, letter), pairs=pairs)).pairs

    assert pair.functional == Named('"What would you…"')
    assert pair.dysfunctional == Named("W", "What would you say?")


@pytest.mark.parametrize("lang", spoken())
def test_every_role_evidence_and_doubt_has_words(lang: str) -> None:
    """And nothing else has."""
    texts = words(lang).texts

    assert set(texts["role"]) == {role.value for role in Role}
    assert set(texts["evidence"]) == set(EVIDENCE)
    assert set(texts["doubt"]) == set(DOUBTS)


def test_evidence_that_has_no_words_yet_is_told_as_it_is() -> None:
    """A page is no place for a bug."""
    (pair,) = page_of(
        Inspection("a", pairs=(InspectedPair("A", "B", "C", "", "new", "odd"),))
    ).pairs

    assert (pair.evidence, pair.doubt) == ("new", "odd")


def test_the_wording_has_all_five_answers_and_what_is_none() -> None:
    """Each with its texts and their counts, side by side."""
    rows = page_of(understood()).wording

    assert [row.label for row in rows] == [*ANSWER_WORDS, "no answer"]
    assert rows[0].functional == ("I like it that way (402)",)
    assert rows[4].dysfunctional == ("I dislike it that way (325)",)
    assert (rows[5].functional, rows[5].dysfunctional) == (("N/A (2)",), ())
    assert not any(row.doubtful for row in rows)


def test_texts_that_were_not_understood_are_marked() -> None:
    """On either side; an answer that nobody gave is not doubtful."""
    rows = page_of(doubtful()).wording

    assert [row.doubtful for row in rows] == [False] * 5 + [True]
    assert rows[5].label == "not understood"
    assert rows[5].functional == ("Meh (12)", "Perhaps, if it is cheap (3)")
    assert (rows[4].functional, rows[4].dysfunctional) == ((), ())


def test_of_many_texts_the_first_few_are_shown_and_long_ones_are_cut() -> None:
    """A column that was refused may hold remarks."""
    found = tuple(InspectedText(f"remark {n} " + "x" * 500, 1) for n in range(MOST + 12))
    (*_, unread) = page_of(Inspection("a", texts={"functional": found})).wording

    assert len(unread.functional) == MOST + 1
    assert unread.functional[-1] == "and 12 more"
    assert max(map(len, unread.functional)) <= 64


def test_other_columns_stand_in_groups_by_their_role() -> None:
    """What is in a pair is not among them; what may matter comes first."""
    groups = groups_of(understood())

    assert list(groups) == [
        "Who answered", "Segments", "Possible segments", "Free text", "From the tool", "Blank",
    ]  # fmt: skip
    assert groups["Segments"] == [("Q", "What is your plan?", "3 different texts")]
    assert groups["Free text"] == [("S", "What else would you like?", "61 filled")]
    assert [name for _, name, _ in groups["From the tool"]] == [
        "Start Date", "End Date", "Response Type",
    ]  # fmt: skip
    assert groups["Blank"] == [("T", "", "")]


def test_doubtful_columns_come_first_and_are_marked() -> None:
    """Unpaired, likely, and left out."""
    page = page_of(doubtful())

    assert [group.label for group in page.groups if group.doubtful] == [
        "Answers without a pair", "Look like answers", "Not on the scale",
    ]  # fmt: skip
    assert not page.groups[-1].doubtful
    assert groups_of(doubtful())["Not on the scale"] == [("H", "How did you hear of us?", "1 text")]


@pytest.mark.parametrize("role", Role)
def test_no_column_is_dropped_in_silence(role: Role) -> None:
    """A column of any role is in a pair or in a group."""
    inspection = Inspection("a", columns=(InspectedColumn("B", "Header", role, 3, None),))
    (group,) = page_of(inspection).groups

    assert group.label == ENGLISH("role", role.value)
    assert group.columns[0][0] == Named("B", "Header")


def test_a_column_of_a_long_table_stands_in_its_group_though_pairs_rest_on_it() -> None:
    """All pairs name the same column of answers there."""
    columns = (InspectedColumn("C", "Answer", Role.ANSWER, 3, 5),)
    page = page_of(Inspection("a", columns=columns, pairs=(InspectedPair("A", "C", "C"),)))

    assert [group.label for group in page.groups] == ["Answers"]


def test_findings_are_told_as_elsewhere() -> None:
    """In the language of the page."""
    english, dutch = (inspection_page(understood(), lang) for lang in (ENGLISH, DUTCH))

    assert [finding.code for finding in english.findings] == ["K114", "K103"]
    assert english.findings[0].text == "other sheets were not read: Read me, Codes"
    assert dutch.findings[0].text == "andere tabbladen zijn niet gelezen: Read me, Codes"
