"""Files that were once read as something else without a word, found by an attack on the reader."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import (
    DISLIKE,
    EXPECT,
    LIKE,
    NEUTRAL,
    Cell,
    Rows,
    Sheets,
    csv_text,
    write,
    write_xlsx,
)
from tests.readers.reading import codes, pairs, refusal

CODED = ReadOptions(codes="like=1")
FORMS = "ID,Start time,Completion time,Email,Name,"
WORDS = (LIKE, EXPECT, NEUTRAL, "I tolerate it", DISLIKE)
LEGEND: list[list[Cell]] = [["code", "answer"]]
LEGEND += [[code, word] for code, word in enumerate(WORDS, 1)]


def lines(*texts: str) -> str:
    """A text file of these lines."""
    return "\n".join([*texts, ""])


@pytest.mark.parametrize(
    "headers",
    [
        "Loan bike,No queue,Loan bike2,No queue2",
        "Ads,No ads,Fees,No fees,Ads2,No ads2,Fees2,No fees2",
    ],
)
def test_statements_of_two_grids_are_no_questions(tmp_path: Path, headers: str) -> None:
    """One of them may deny another and still be a feature of its own."""
    answers = ",".join([LIKE, DISLIKE] * (headers.count(",") // 2 + 1))
    told = refusal(write(tmp_path / "s.csv", lines(FORMS + headers, f"1,a,b,c,d,{answers}")))

    assert "can be read as pairs in more than one way" in told
    assert "add --layout blocks" in told


@pytest.mark.parametrize(
    "headers",
    [
        "Having [No deposit],Having [Express],Losing [No deposit],Losing [Express]",
        "No ads: easy,No ads: hard,Dark mode: easy,Dark mode: hard",
        "Good with no ads,Bad with no ads,Good with music,Bad with music",
    ],
)
def test_a_negation_in_a_name_pairs_no_two_features(tmp_path: Path, headers: str) -> None:
    """The questions are opposites, so that the only negation is that of a feature."""
    row = f"{LIKE},{EXPECT},{DISLIKE},{NEUTRAL}"
    told = refusal(write(tmp_path / "s.csv", lines(headers, row)))

    assert "in more than one way" in told
    assert (
        "--layout alternating if A and B belong together, or --layout blocks if A and C do" in told
    )


def test_a_feature_that_looks_like_a_side_takes_no_other_away(tmp_path: Path) -> None:
    """Plan F is a feature, and so is Plan A."""
    header = [f"If we {verb} this? - Plan {x}" for verb in ("had", "did not have") for x in "AF"]
    survey = read_survey(
        write(tmp_path / "s.csv", csv_text([header, [1, 2, 5, 3], [1, 2, 4, 3]])), CODED
    )

    assert pairs(survey) == {"Plan A": [(1, 5), (1, 4)], "Plan F": [(2, 3), (2, 3)]}


def test_a_feature_may_be_about_importance(tmp_path: Path) -> None:
    """Important mails are a feature, in codes, too."""
    header = [
        f"If we {verb} this? [{name}]"
        for verb in ("had", "did not have")
        for name in ("Important mails", "Guide")
    ]
    survey = read_survey(write(tmp_path / "s.csv", csv_text([header, [1, 2, 5, 3]])), CODED)

    assert pairs(survey) == {"Important mails": [(1, 5)], "Guide": [(2, 3)]}


def test_columns_of_the_same_codes_are_named(tmp_path: Path) -> None:
    """They may be ratings of something else, or a pair whose words say nothing of it."""
    rows: Rows = [["Search_f", "Search_d", "Shop"], [1, 5, 3], [2, 3, 2], [1, 4, 1]]
    survey = read_survey(write(tmp_path / "s.csv", csv_text(rows)), CODED)

    assert "K123" in codes(survey)


@pytest.mark.parametrize("order", [("Legend", 0), ("Key", 2)])
def test_a_legend_beside_two_sheets_by_side(tmp_path: Path, order: tuple[str, int]) -> None:
    """Wherever it stands, and neither half is taken for it."""
    name, at = order
    halves: list[tuple[str, Rows]] = [
        ("Functional", [["Nr", "Loan", "Locker"], ["a", 1, 2], ["b", 1, 2]]),
        ("Dysfunctional", [["Nr", "Loan", "Locker"], ["a", 5, 3], ["b", 5, 3]]),
    ]
    halves.insert(at, (name, LEGEND))
    survey = read_survey(write_xlsx(tmp_path / "s.xlsx", dict(halves)))

    assert pairs(survey) == {"Loan": [(1, 5), (1, 5)], "Locker": [(2, 3), (2, 3)]}


def test_how_often_each_answer_was_given_is_no_legend(tmp_path: Path) -> None:
    """Codes go up or down from like to dislike, and counts do not."""
    often: Rows = [[LIKE, 2], [EXPECT, 4], [NEUTRAL, 1], ["I tolerate it", 5], [DISLIKE, 3]]
    ranked: list[list[Cell]] = [["answer", "n"]]
    ranked += [[word, at] for at, word in enumerate(WORDS, 1)]
    for at, page in enumerate((often, ranked)):
        sheets: Sheets = {"Data": [["a_f", "a_d"], [1, 5], [2, 3]], "Summary": page}
        path = write_xlsx(tmp_path / f"{at}.xlsx", sheets)

        assert "none of its 2 sheets holds answers for certain" in refusal(path)
        assert "which code means like" in refusal(path, ReadOptions(sheet="Data"))


def test_a_code_book_is_no_survey(tmp_path: Path) -> None:
    """It holds every answer once, under the names of both questions."""
    book: Rows = [
        ["Code", "Functional", "Dysfunctional"],
        *[[r[0], r[1], r[1]] for r in LEGEND[1:]],
    ]
    sheets: Sheets = {"Data": [["nr", "q1", "q2"], [1, 1, 5], [2, 2, 3]], "Codebook": book}

    assert "none of its 2 sheets" in refusal(write_xlsx(tmp_path / "s.xlsx", sheets))


@pytest.mark.parametrize(
    "text",
    [
        lines(
            "Respondent ID,If we lent you a bike?,If we did not lend you a bike?",
            ",I like it,I dislike it",
            ",I like it,I like it",
        ),
        lines(
            "StartDate,Status,Progress,Finished,ResponseId,bike_f,bike_d",
            "2026-10-05,0,100,WAAR,R_1abcdef,I like it,I dislike it",
            "2026-10-05,0,100,WAAR,R_2abcdef,I like it,I like it",
        ),
    ],
)
def test_the_first_respondent_is_no_header(tmp_path: Path, text: str) -> None:
    """Though the tool writes a second row of names where this file has none."""
    survey = read_survey(write(tmp_path / "s.csv", text))

    assert list(pairs(survey).values()) == [[(1, 5), (1, 1)]]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (
            lines(
                "StartDate,Status,Progress,Finished,bike_f,bike_d",
                "2026-10-05,Survey Preview,100,True,I like it,I like it",
                "2026-10-05,IP Address,100,True,I like it,I dislike it",
            ),
            {"preview": 1},
        ),
        (
            lines(
                '"Antwort ID","Datum Abgeschickt","Rad [Wenn ja]","Rad [Wenn nicht]"',
                '"1","2026-10-05","Das würde mich sehr freuen","Das würde mich sehr stören"',
                '"2","","Das ist mir egal","Das ist mir egal"',
            ),
            {"incomplete": 1},
        ),
        (
            lines(
                "City,bike_f,bike_d,Response Type,Submit Date (UTC)",
                "x,I like it,I dislike it,completed,2026",
                "y,I like it,I like it,partial,",
            ),
            {"incomplete": 1},
        ),
        (
            lines(
                "Q_TerminateFlag,Progress,Finished,Status,bike_f,bike_d",
                ",100,True,IP Address,I like it,I dislike it",
                "Screened,100,True,IP Address,I like it,",
            ),
            {"screened-out": 1},
        ),
    ],
)
def test_marks_count_where_other_columns_of_the_tool_are_gone(
    tmp_path: Path, text: str, left_out: dict[str, int]
) -> None:
    """Ids are often taken away before a file is sent on."""
    survey = read_survey(write(tmp_path / "s.csv", text))

    assert list(pairs(survey).values()) == [[(1, 5)]]
    assert survey.origin.left_out_rows == left_out


def test_features_in_rows_are_refused(tmp_path: Path) -> None:
    """The columns are people then, whose names would come out as features."""
    rows = [
        ["Feature", "Ann (functional)", "Ann (dysfunctional)"],
        ["Search", LIKE, DISLIKE],
        ["Locker", EXPECT, NEUTRAL],
    ]

    assert "has a feature in each row" in refusal(write(tmp_path / "s.csv", csv_text(rows)))


def test_visits_are_no_counts_of_answers(tmp_path: Path) -> None:
    """A table with respondents has a row for each; another number beside them is their own."""
    rows: Rows = [
        ["Respondent", "Feature", "Functional", "Dysfunctional", "Frequency"],
        ["r1", "Search", LIKE, DISLIKE, 9],
    ]

    assert "fits two layouts" in refusal(write(tmp_path / "s.csv", csv_text(rows)))


def test_a_very_long_header_takes_no_time(tmp_path: Path) -> None:
    """Matching it against side words would take minutes."""
    rows = [["Search_f", "Search_d", "a" + ". " * 30_000 + "f"], [LIKE, DISLIKE, "x"]]

    assert list(pairs(read_survey(write(tmp_path / "s.csv", csv_text(rows))))) == ["Search"]
