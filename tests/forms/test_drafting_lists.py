"""Where features come from: lists in their shapes, and surveys that were answered."""

import io
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.drafting.draft import drafted_questionnaire
from kano_cli.forms.drafting.feature_list import MAX_BYTES
from kano_cli.forms.drafting.origin import features_from, languages_of
from kano_cli.forms.drafting.record import Source
from kano_cli.study.questionnaire import parse_questionnaire

ROOT = Path(__file__).parents[2]
TABLE = [
    [
        "Naam",
        "ID",
        "Functionele vraag",
        "Zonder",
        "Contactpunt",
        "Moment",
        "Beleving",
        "Prioriteit",
    ],
    ["Donkere modus", "dark", "Met?", "Zonder?", "App", "Waarheid", "emotioneel", "1"],
    ["", "", "", "", "", "", "", ""],
    ["Zoeken", "", "", "", "", "", "", "2"],
]


def listed(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Source:
    """The features in a text file."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return features_from(path)


def names(source: Source) -> list[str]:
    """Their names, where they are of no language."""
    return [feature.named[""] for feature in source.features]


def workbook(*sheets: list[list[str]]) -> bytes:
    """A workbook with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for at, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{at}")
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_stand_one_a_line(tmp_path: Path, encoding: str, end: str) -> None:
    """Without bullets, numbers, comments and blank lines, whatever the encoding."""
    lines = ["Café", "- Pay by phone", "", "  # a comment", "3. Fast, cheap delivery", "[ ] Zoë"]
    source = listed(tmp_path, "list.txt", end.join(lines), encoding)

    assert names(source) == ["Café", "Pay by phone", "Fast, cheap delivery", "Zoë"]
    assert not source.is_survey
    assert [feature.place for feature in source.features][-1] == "list.txt, line 6"


def test_a_line_that_names_the_list_is_no_feature(tmp_path: Path) -> None:
    """At the top only."""
    assert names(listed(tmp_path, "a.txt", "Feature\nDark mode\n")) == ["Dark mode"]
    assert names(listed(tmp_path, "a.txt", "Dark mode\nFeature\n")) == ["Dark mode", "Feature"]


def test_numbers_that_belong_to_a_name_stay(tmp_path: Path) -> None:
    """2 GB is no second point."""
    assert names(listed(tmp_path, "a.txt", "2 GB extra\n24/7 help\n1. First\n")) == [
        "2 GB extra",
        "24/7 help",
        "First",
    ]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_table_has_columns_by_name(tmp_path: Path, sign: str) -> None:
    """In Dutch here; what is not known is named, and a blank row is none."""
    source = listed(tmp_path, "list.csv", "\n".join(sign.join(row) for row in TABLE))
    first, second = source.features

    assert (first.named, first.id, first.touchpoint) == ({"": "Donkere modus"}, "dark", "App")
    assert (first.functional, first.dysfunctional) == ({"": "Met?"}, {"": "Zonder?"})
    assert (first.moment, first.experience) == ("truth", "emotional")
    assert (second.named, second.functional, second.moment) == ({"": "Zoeken"}, {}, "")
    assert source.unused == ("Prioriteit",)
    assert second.place == "list.csv, line 4"


def test_a_workbook_is_a_table_too(tmp_path: Path) -> None:
    """The sheet with names is found among others."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook([["About"], ["x"]], TABLE))
    source = features_from(path)

    assert names(source) == ["Donkere modus", "Zoeken"]
    assert source.features[0].moment == "truth"
    assert source.features[1].place == "list.xlsx, row 4"


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("name,name_nl", {"": "A", "nl": "B"}),
        ("name (en),name (nl)", {"en": "A", "nl": "B"}),
        ("Feature,Naam NL", {"": "A", "nl": "B"}),
        ("name:de,name-fr", {"de": "A", "fr": "B"}),
        ("name,name_xx", {"": "A"}),
        ("name,naam", {"": "A"}),
    ],
)
def test_a_language_may_stand_behind_a_column(
    tmp_path: Path, header: str, named: dict[str, str]
) -> None:
    """One in which pairs are proposed."""
    source = listed(tmp_path, "list.csv", f"{header}\nA,B\n")

    assert source.features[0].named == named
    assert list(languages_of(source)) == [code for code in named if code]


@pytest.mark.parametrize("text", ["Dark mode\nSearch\n", "Name\nDark mode\nSearch\n"])
def test_a_single_column_is_a_list_of_names(tmp_path: Path, text: str) -> None:
    """With its name on top or without."""
    assert names(listed(tmp_path, "list.csv", text)) == ["Dark mode", "Search"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "x,y\n1,2\n", 'has no column of names; its columns are "x", "y"'),
        ("a.csv", "name,moment\nA,sometimes\n", 'there is no moment "sometimes"'),
        ("a.csv", "name,experience\nA,both\n", 'there is no experience "both"'),
        ("a.csv", "name,id\nA,a\n,b\n", "a feature needs a name"),
        ("a.csv", "name,id\n", "names no feature"),
        ("a.txt", "# nothing\n", "names no feature"),
        ("a.txt", "\n", "names no feature"),
        ("a.txt", "", "is empty"),
        ("a.json", '{"a": 1}', "is no list of features"),
        ("a.txt", "name\n" * (MAX_BYTES // 5 + 1), "is larger than 1 MB"),
        ("a.pdf", "%PDF-1.7", "is a PDF"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    """With what it lacks, its place and what to do."""
    with pytest.raises(KanoError) as refusal:
        listed(tmp_path, name, text)

    assert message in str(refusal.value)
    assert refusal.value.hint
    assert str(tmp_path) not in str(refusal.value)


def test_sheets_that_could_both_be_it_are_refused(tmp_path: Path) -> None:
    """With their names."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(TABLE, TABLE))

    with pytest.raises(KanoError, match="2 sheets have names"):
        features_from(path)


def test_standard_input_is_refused() -> None:
    """It cannot be tried twice."""
    with pytest.raises(KanoError, match="standard input"):
        features_from("-")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_survey_gives_its_names_and_its_questions(ending: str) -> None:
    """A file with Kano answers is a survey; what was asked is no draft."""
    source = features_from(ROOT / f"samples/mobile-provider-nl/survey.{ending}")
    draft = drafted_questionnaire(source.features, [*languages_of(source)], "Bellen")
    asked = parse_questionnaire(draft.text)

    assert (source.is_survey, source.language, len(source.features)) == (True, "nl", 9)
    assert draft.proposed == ()
    assert asked.drafts == frozenset()
    assert asked.features[0].name == "Stabiele verbinding"
    assert asked.features[0].functional.startswith("Hoe vindt u het als dit er wel is?")
    assert asked.features[0].dysfunctional.startswith("Hoe vindt u het als dit er niet is?")


def test_a_survey_with_codes_for_headers_gets_proposals() -> None:
    """And names that people can read."""
    source = features_from(ROOT / "samples/saas-en/survey.csv")
    draft = drafted_questionnaire(source.features, [*languages_of(source)], "SaaS")
    asked = parse_questionnaire(draft.text)

    assert source.is_survey
    assert (asked.features[0].id, asked.features[0].name) == ("dark_mode", "Dark mode")
    assert len(draft.proposed) == len(asked.features) == 8
    assert asked.features[0].functional == "How would you feel if we offered this: Dark mode?"


def test_a_survey_that_cannot_be_read_is_not_taken_for_a_list(tmp_path: Path) -> None:
    """It is refused for its own reason, though a column is called name."""
    answers = "I like it,I expect it,I dislike it\n"
    text = f"name,Something,If we did not lend?\n{answers}{answers}"

    with pytest.raises(KanoError, match="3 columns hold Kano answers"):
        listed(tmp_path, "a.csv", text)
