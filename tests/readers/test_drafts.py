"""Drafts of `kano inspect --write`: what is proven stands there, what is not is in doubt."""

import json
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.inspection.record import Role
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL, TOLERATE, csv_text, write_xlsx
from tests.readers.inspected import NOTHING_SAID, Drafted, drafted, said
from tests.readers.reading import asked, pairs

STANDARD = (LIKE, EXPECT, NEUTRAL, TOLERATE, DISLIKE)
OWN = ("Glad", "Sure", "Whatever", "Pity", "Sad")
CODES = ("1", "2", "3", "4", "5")
SCALE = dict(zip(("like", "must-be", "neutral", "live-with", "dislike"), OWN, strict=True))
STEPS = (1, 2, 3, 4)


def _answered(columns: int, texts: tuple[str, ...] = STANDARD) -> list[list[str]]:
    """Ten people, each column answered in another order, so that no two are alike."""
    steps = [STEPS[at % len(STEPS)] for at in range(columns)]
    rows = range(2 * len(texts))
    return [[texts[(at + n * step) % 5] for at, step in enumerate(steps)] for n in rows]


def _drafted(
    folder: Path,
    header: str,
    texts: tuple[str, ...] = STANDARD,
    options: ReadOptions = NOTHING_SAID,
) -> Drafted:
    """A file with these columns, parted by a bar, and its draft."""
    names = header.split("|")
    path = folder / "survey.csv"
    path.write_text(csv_text([names, *_answered(len(names), texts)]), "utf-8")
    return drafted(path, options)


def _filled(draft: str, **truths: str) -> str:
    """The draft with the marks taken away, and with the truth in its gaps, key by key."""
    lines = []
    for line in draft.replace('"? ', '"').split("\n"):
        key, mark, value = line.partition(': "?"')
        lines.append(f"{key}: {truths[key.strip()]}" if mark and not value else line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    "header",
    [
        "?x_f|?x_d|??_f|??_d",
        "column D|column A|x_f|x_d",
        "C+_f|C+_d|C_f|C_d|C#_f|C#_d",
        "Dark mode_f|Dark mode_d|dark mode 2_f|dark mode 2_d|Dark.mode_f|Dark.mode_d",
        "If we\nhad it? [A\tb]|If we\ndid not have it? [A\tb]",
        "bell\x07_f|bell\x07_d",
        f"{'very ' * 60}long_f|{'very ' * 60}long_d",
    ],
    ids=["marks", "letters", "ids", "ids-of-others", "breaks", "bells", "long"],
)
def test_odd_headers_are_found_again(tmp_path: Path, header: str) -> None:
    """By their names where these find them alone, else by their letters."""
    layout = "alternating" if header.startswith("column") else ""
    file = _drafted(tmp_path, header, options=ReadOptions(layout=layout))

    assert not file.doubtful
    assert said(file.read_with(file.draft)) == said(read_survey(file.path, file.options))


def test_long_names_in_a_file_without_letters_are_told_apart(tmp_path: Path) -> None:
    """They are alike in all that a message shows of them."""
    names = [f"{'very ' * 30}long_{side}" for side in "fd"]
    path = tmp_path / "survey.json"
    path.write_text(json.dumps([dict(zip(names, row, strict=True)) for row in _answered(2)]))
    file = drafted(path)

    assert len({column.place for column in file.inspection.columns}) == 2
    assert said(file.read_with(file.draft)) == said(read_survey(path))


def test_names_that_a_questionnaire_takes_for_one_are_numbered(tmp_path: Path) -> None:
    """Only a file may hold both."""
    file = _drafted(tmp_path, "Dark mode (with)|Dark mode (without)|Dark-mode +|Dark-mode -")
    names = [pair.feature for pair in file.inspection.pairs]
    again = file.read_with(file.draft)

    assert len(names) == 2
    assert [feature.name for feature in again.features] == [names[0], f"{names[1]} (2)"]


def test_what_a_questionnaire_says_of_people_is_kept(tmp_path: Path) -> None:
    """And the ends of its importance, and its words for answers that nobody gave."""
    path = tmp_path / "survey.csv"
    path.write_text(
        "Who,Town,Kg,A_f,A_d,A_importance\n1,x,2,Glad,Sad,70\n2,y,1,Sad,Pity,100\n3,x,1,Glad,Sad,5\n"
    )
    study = asked(
        f"respondent: Who\nweight: Kg\nsegments: [Town]\nimportance: {{min: 0, max: 100}}\n"
        f"scale: {json.dumps(SCALE)}"
    )
    file = drafted(path, ReadOptions(questionnaire=study))

    assert not file.doubtful
    assert said(file.read_with(file.draft)) == said(read_survey(path, file.options))
    for line in ("respondent: Who", "weight: Kg", "segments: [Town]", "  must-be: Sure"):
        assert line in file.draft.split("\n")


def test_a_segment_may_stand_on_one_of_two_sheets(tmp_path: Path) -> None:
    """As it may for those who read the file."""
    sheets = {
        "Functional": [["Respondent", "City", "Search"], ["a", "Delft", LIKE], ["b", "x", LIKE]],
        "Dysfunctional": [["Respondent", "Search"], ["a", DISLIKE], ["b", NEUTRAL]],
    }
    study = asked("segments: [City]")
    file = drafted(write_xlsx(tmp_path / "a.xlsx", sheets), ReadOptions(questionnaire=study))

    assert [column.place for column in file.columns(Role.SEGMENT)] == ["Functional!B"]
    assert "respondent: Respondent" in file.draft
    assert said(file.read_with(file.draft)) == said(read_survey(file.path, file.options))


@pytest.mark.parametrize(
    ("header", "texts", "doubtful"),
    [
        ("Search_f|Search_d|Dark_f|Dark_d", OWN, 5),
        ("Search_f|Search_d|Dark_f|Dark_d", CODES, 5),
        ("q1|q2|q3|q4", CODES, 9),
        ("Search a|Search b|Dark a|Dark b", STANDARD, 4),
        ("Search with ads|Search without ads|If we did not have dark|If we had dark", STANDARD, 4),
        ("Search_f|Search_d|Search_f|Search_d", STANDARD, 4),
    ],
    ids=["wording", "codes", "codes-without-sides", "sides", "contradictory", "one-name"],
)
def test_a_draft_without_its_marks_reads_a_refused_file(
    tmp_path: Path, header: str, texts: tuple[str, ...], doubtful: int
) -> None:
    """Here each pair stands side by side, and the first text is like."""
    file = _drafted(tmp_path, header, texts)
    assert file.inspection.refusal is not None
    with pytest.raises(KanoError, match="is still in doubt"):
        file.read_with(file.draft)

    survey = file.read_with(_filled(file.draft, **SCALE))

    expected = [[texts.index(text) + 1 for text in row] for row in _answered(4, texts)]
    assert len(file.doubtful) == doubtful
    assert list(pairs(survey).values()) == [
        [(row[at], row[at + 1]) for row in expected] for at in (0, 2)
    ]


def test_a_missing_half_leaves_a_gap_and_keeps_the_other_pairs(tmp_path: Path) -> None:
    """So that no column is left out unread."""
    file = _drafted(tmp_path, "Search_f|Search_d|Dark_f")

    assert [pair.feature for pair in file.inspection.pairs] == ["Search"]
    assert [column.header for column in file.columns(Role.UNPAIRED)] == ["Dark_f"]
    assert len(file.doubtful) == 2
    without = file.draft[: file.draft.index("  # the next one is a gap")]
    assert list(pairs(file.read_with(without))) == ["Search"]


def test_columns_without_any_pairing_are_listed_over_a_gap(tmp_path: Path) -> None:
    """The gap is the place for the truth."""
    file = _drafted(tmp_path, "Sun|Moon|Star")
    truth = "  - {name: Day, columns: {functional: Sun, dysfunctional: Star}}\n"
    settled = file.draft[: file.draft.index('  - name: "?"')] + truth

    assert all(f"#   {name}: {name}" in file.draft for name in ("Sun", "Moon", "Star"))
    assert list(pairs(file.read_with(settled))) == ["Day"]


@pytest.mark.parametrize(
    ("strange", "line"),
    [
        ("I dislke it", 'dislike: [I dislike it, "? I dislke it"]'),
        ("Zzz", 'like: [I like it, "? Zzz"]'),
    ],
)
def test_an_unknown_word_among_known_ones_is_doubted(
    tmp_path: Path, strange: str, line: str
) -> None:
    """Under the answer that it is most like; the others stand as they are."""
    path = tmp_path / "survey.csv"
    path.write_text(csv_text([["A_f", "A_d"], *_answered(2), [LIKE, strange]]))
    file = drafted(path)

    assert file.doubtful == [line]
    assert pairs(file.read_with(_filled(file.draft)))["A"][-1][0] == 1


@pytest.mark.parametrize("texts", [OWN, CODES], ids=["wording", "codes"])
def test_the_features_of_a_refused_long_table_are_known(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    """They stand in its rows; only the answers are in doubt."""
    rows = [["person", "feature", "functional", "dysfunctional"]]
    rows += [[f"{n}", f, *row] for f in ("A: b", "C") for n, row in enumerate(_answered(2, texts))]
    path = tmp_path / "survey.csv"
    path.write_text(csv_text(rows))
    file = drafted(path)

    assert len(file.doubtful) == 5
    assert list(pairs(file.read_with(_filled(file.draft, **SCALE)))) == ["A: b", "C"]


def test_two_sheets_in_an_unknown_wording_are_paired_by_name(tmp_path: Path) -> None:
    """What stands on both is a feature."""
    header = ["Respondent", "Search", "Dark mode"]
    rows = [[f"r{n}", *row] for n, row in enumerate(_answered(2, OWN))]
    sheets = {"Functional": [header, *rows], "Dysfunctional": [header, *rows[::-1]]}
    file = drafted(write_xlsx(tmp_path / "survey.xlsx", sheets))

    assert file.inspection.refusal is not None
    assert list(pairs(file.read_with(_filled(file.draft, **SCALE)))) == ["Search", "Dark mode"]


@pytest.mark.parametrize(
    ("text", "study", "told"),
    [
        (f"A_f,A_d\n{LIKE},{DISLIKE}\n", "segments: [Nobody]", 'no column "Nobody"'),
        (f"A_f,A_d\n1 - {LIKE},5 - {DISLIKE}\n", f"scale: {json.dumps(SCALE | {'like': '5'})}", ""),
    ],
)
def test_what_contradicts_a_file_is_refused_and_shown(
    tmp_path: Path, text: str, study: str, told: str
) -> None:
    """The page is there to say what the file holds."""
    path = tmp_path / "survey.csv"
    path.write_text(text)
    inspection = drafted(path, ReadOptions(questionnaire=asked(study))).inspection

    assert inspection.refusal is not None
    assert told in inspection.refusal.message
    assert len(inspection.columns) == 2
