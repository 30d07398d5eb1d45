"""A questionnaire says what was asked; what is wrong in one is told with line and column."""

from pathlib import Path

import pytest

from kano_cli.core.categories import ANSWER_WORDS, Answer
from kano_cli.core.tables import POULIOT
from kano_cli.errors import KanoError
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire, read_questionnaire

WHOLE = """\
kano: 1
title: Bike shop
language: no
scale:
  functional: {like: [I would be glad, "5"], must-be: Sure, neutral: "1", live-with: X, dislike: No}
  dysfunctional:
    like: Better so
    must-be: Of course
    neutral: [All the same, Fine]
    live-with: I would manage
    dislike: [A pity, 1.0]
table:
  name: house
  cells:
    like: {like: Q, must-be: A, neutral: wow, live-with: Attractive, dislike: O}
    must-be: {like: R, must-be: I, neutral: I, live-with: I, dislike: basic}
    neutral: {like: R, must-be: I, neutral: I, live-with: I, dislike: must-be}
    live-with: {like: R, must-be: I, neutral: I, live-with: I, dislike: m}
    dislike: {like: reverse, must-be: R, neutral: R, live-with: R, dislike: questionable}
importance: {min: 1, max: 9}
respondent: Respondent ID
weight: Weight
segments: [Plan, Age]
features:
  - id: loanbike
    name: Loan bike
    functional: If we lent you a bike?
    dysfunctional: If we did not lend you a bike?
    columns: {functional: Q1a, dysfunctional: Q1b, importance: column F}
    touchpoint: Repair
    moment: truth
    experience: emotional
  - name: 2 GB extra als bedankje
  - id: queue
"""
ONE = "features: [{name: Search}]\n"
FIVE = "  like: Glad\n  must-be: Sure\n  neutral: Whatever\n  live-with: Pity\n  dislike: Bad\n"


def refusal(text: str) -> str:
    """What is said of a mistake in a file, without the file's name."""
    with pytest.raises(KanoError) as refused:
        parse_questionnaire(text, "q.yaml")
    return str(refused.value).removeprefix("q.yaml, ")


@pytest.fixture(scope="module")
def whole() -> Questionnaire:
    """A questionnaire in which every key occurs."""
    return parse_questionnaire(WHOLE, "bike.yaml")


def test_every_key_is_read(whole: Questionnaire) -> None:
    """As text: the language no is Norwegian, not false."""
    assert (whole.file, whole.title, whole.language) == ("bike.yaml", "Bike shop", "no")
    assert (whole.respondent, whole.weight, whole.segments) == (
        "Respondent ID",
        "Weight",
        ("Plan", "Age"),
    )
    assert whole.importance == (1.0, 9.0)
    bike = whole.features[0]
    assert (bike.id, bike.name) == ("loanbike", "Loan bike")
    assert bike.functional == "If we lent you a bike?"
    assert bike.dysfunctional == "If we did not lend you a bike?"
    assert (bike.touchpoint, bike.moment, bike.experience) == ("Repair", "truth", "emotional")
    assert whole.columns == {
        "loanbike": {"functional": "Q1a", "dysfunctional": "Q1b", "importance": "column F"}
    }


def test_a_feature_needs_a_name_or_an_id(whole: Questionnaire) -> None:
    """Each is made of the other where it is missing; the order is that of the file."""
    assert [(feature.id, feature.name) for feature in whole.features[1:]] == [
        ("2_gb_extra_als_bedankje", "2 GB extra als bedankje"),
        ("queue", "queue"),
    ]


def test_own_answers_are_read_per_side(whole: Questionnaire) -> None:
    """Each with all of its texts and codes; `1` is a code, and on each side another."""
    scale = whole.scale
    assert scale is not None
    assert scale.own
    assert [scale.answer(t, "functional") for t in ("i would be glad.", "5", "1", "No")] == [
        Answer.LIKE,
        Answer.LIKE,
        Answer.NEUTRAL,
        Answer.DISLIKE,
    ]
    assert [scale.answer(t, "dysfunctional") for t in ("fine", "A pity", "1", "No")] == [
        Answer.NEUTRAL,
        Answer.DISLIKE,
        Answer.DISLIKE,
        None,
    ]


def test_a_questionnaire_without_features_only_words_the_answers() -> None:
    """The features are then those of the answer file."""
    asked = parse_questionnaire(f"kano: 1\nlanguage: en\nscale:\n{FIVE}")

    assert asked.features == ()
    assert asked.scale is not None


def test_one_block_of_answers_counts_on_both_sides() -> None:
    """A single text, a list of texts, or a code each."""
    scale = parse_questionnaire(f"kano: 1\nscale:\n{FIVE}{ONE}").scale

    assert scale is not None
    assert scale.functional == scale.dysfunctional
    assert scale.answer("GLAD!") is Answer.LIKE


def test_an_own_table_takes_letters_words_and_terms(whole: Questionnaire) -> None:
    """In any case; this one is the standard table, spelled out."""
    table = whole.table
    assert table is not None
    assert table.name == "house"
    rows = ["".join("MOAIRQ"[cell] for cell in row) for row in table.cells]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_what_is_left_out_has_its_default() -> None:
    """Two lines make a questionnaire."""
    asked = parse_questionnaire("kano: 1\nscale: standard\ntable: pouliot\nsegments: Plan\n" + ONE)

    assert asked.scale is None
    assert asked.table is POULIOT
    assert asked.segments == ("Plan",)
    assert (asked.title, asked.language, asked.importance, asked.columns) == ("", "", None, {})
    assert parse_questionnaire("kano: 1\n" + ONE).table is None


def test_every_place_is_kept_for_later_messages(whole: Questionnaire) -> None:
    """A column that is not in the answer file is blamed on its line here."""
    assert whole.places["loanbike functional"] == "bike.yaml, line 29, column 27"
    assert whole.places["feature queue"] == "bike.yaml, line 34, column 5"
    assert whole.places["segments"] == "bike.yaml, line 23, column 1"


MISTAKES = (Path(__file__).parent / "mistakes.txt").read_text("utf-8").split("\n\n")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.split("=> ")[1].strip())
def test_a_mistake_is_told_with_its_place_and_its_cure(mistake: str) -> None:
    """Word for word as mistakes.txt has it: this is what somebody reads who made it."""
    text, message, hint = mistake.split("=> ")

    assert refusal(text) == f"{message.strip()}\n{hint.strip()}"


def test_each_of_the_25_cells_is_missed() -> None:
    """An own table with a hole would count somebody's answer as nothing."""
    for row in ANSWER_WORDS:
        for column in ANSWER_WORDS:
            rows = {r: dict.fromkeys(ANSWER_WORDS, "I") for r in ANSWER_WORDS}
            del rows[row][column]
            cells = str(rows).replace("'", "")
            message = refusal(f"kano: 1\ntable: {{cells: {cells}}}\n{ONE}")
            assert f"own lacks 1 of its 25 cells: {row}/{column}\n" in message


@pytest.mark.parametrize("version", ["2", "1.0", "one", "[1]", "{a: b}", "'01'"])
def test_another_format_is_refused(version: str) -> None:
    """A later one may mean something else by the same words."""
    assert refusal(f"kano: {version}\n{ONE}") == (
        "line 1, column 7: this version of kano knows the format 1 only\nhint: write: kano: 1"
    )


def test_a_file_that_does_not_say_what_it_is_is_refused() -> None:
    """Any YAML file may have features."""
    assert refusal(ONE) == (
        "line 1, column 1: the key kano is missing, which says that this is a questionnaire\n"
        "hint: begin with the line: kano: 1"
    )


def test_a_file_is_read_whole_or_refused(tmp_path: Path) -> None:
    """Missing, a folder, not UTF-8, too large."""
    good, latin, large = (tmp_path / name for name in ("good.yaml", "latin.yaml", "large.yaml"))
    good.write_bytes(b"\xef\xbb\xbfkano: 1\r\nfeatures:\r\n- name: Gr\xc3\xb6\xc3\x9fe\r\n")
    latin.write_bytes(b"kano: 1\nfeatures:\n- name: Gr\xf6\xdfe\n")
    large.write_bytes(b"#" * 3_000_000)
    refused = {
        tmp_path / "no.yaml": "{}: there is no such file\nhint: check the name and the folder",
        tmp_path: "{}: is a folder, not a questionnaire\nhint: name a .yaml file in it",
        latin: "{}, line 3: is not UTF-8 text\nhint: save it as UTF-8",
        large: "{}: is larger than 1 MB, as no questionnaire is\nhint: name a YAML file",
    }

    assert read_questionnaire(good).features[0].name == "Größe"
    for path, text in refused.items():
        with pytest.raises(KanoError) as mistake:
            read_questionnaire(path)
        assert str(mistake.value) == text.format(path)


def test_an_escape_character_in_a_name_cannot_drive_a_terminal() -> None:
    """Two features by such a name are refused with its place, and nothing is obeyed."""
    with pytest.raises(KanoError) as refused:
        parse_questionnaire('kano: 1\nfeatures: [{name: "\\e[2J"}, {name: "\\e[2J"}]\n')

    assert "\x1b" not in str(refused.value)
