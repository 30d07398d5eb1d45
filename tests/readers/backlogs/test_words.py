"""Status words, priorities, sizes and ranks, each on both sides."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from kano_cli.readers.backlogs.read import read_backlog
from kano_cli.study.backlog import Item
from kano_cli.study.priorities import SCALES, priority_scale
from kano_cli.study.words import name_key


def items(tmp_path: Path, text: str, *priorities: str, name: str = "b.csv") -> tuple[Item, ...]:
    """The items of a backlog with this text."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_backlog(str(path), priorities=priorities).items


@pytest.mark.parametrize(
    ("status", "resolution", "state"),
    [
        ("Done", "", "done"),
        ("Gereed", "", "done"),
        ("✅ Done", "", "done"),
        ("Resolved", "Fixed", "done"),
        ("", "Fixed", "done"),
        ("In Progress", "Fixed", "open"),
        ("Not done", "", "open"),
        ("To do", "", "open"),
        ("", "", "open"),
        ("Cancelled", "", "dropped"),
        ("Closed", "Won’t Do", "dropped"),
        ("Closed", "not_planned", "dropped"),
        ("Vervallen", "", "dropped"),
    ],
)
def test_a_status_is_open_done_or_dropped(
    status: str, resolution: str, state: str, tmp_path: Path
) -> None:
    """A reason outweighs a status, and what is not known is still to be built."""
    (item,) = items(tmp_path, f"Title,Status,Resolution\nx,{status},{resolution}\n")

    said = "done" if item.done else "dropped" if item.dropped else "open"
    assert said == state
    assert item.open == (state == "open")


@pytest.mark.parametrize(
    ("mark", "done"), [("TRUE", True), ("x", True), ("2026-05-01", True), ("1-5-26", True),
                       ("✔️", True),
                       ("80%", False), ("later", False),
                       ("FALSE", False),
                       ("nee", False), ("", False)],
)  # fmt: skip
def test_a_checked_box_is_done(mark: str, done: bool, tmp_path: Path) -> None:
    """As Notion and spreadsheets write it."""
    assert items(tmp_path, f"Title,Done\nx,{mark}\n")[0].done is done


def test_what_was_built_outweighs_a_day_on_which_it_was_cancelled(tmp_path: Path) -> None:
    """Somebody took it up again, and Linear keeps both days."""
    text = "Title,Status,Canceled\nx,Done,2026-01-02\ny,Todo,2026-01-02\nz,Todo,\n"

    found = items(tmp_path, text)

    assert [(item.done, item.dropped) for item in found] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip


def test_a_label_such_as_duplicate_drops_only_what_is_closed(tmp_path: Path) -> None:
    """GitHub closes both what is done and what will not be done."""
    found = items(tmp_path, "Title,State,Labels\nx,closed,wontfix\ny,open,wontfix\nz,closed,web\n")

    assert [(item.done, item.dropped) for item in found] == [
        (False, True), (False, False), (True, False),
    ]  # fmt: skip


def test_a_custom_status_is_done_by_its_category(tmp_path: Path) -> None:
    """Jira says in which of three columns its boards show it."""
    text = "Summary,Status,Status Category\nx,Live for all,Done\ny,Live for some,In Progress\n"

    assert [item.done for item in items(tmp_path, text)] == [True, False]


def test_no_two_scales_disagree() -> None:
    """So it does not matter which of them explains a file."""
    for one, other in combinations(SCALES, 2):
        mine = {name_key(word): at for at, level in enumerate(one) for word in level}
        theirs = {name_key(word): at for at, level in enumerate(other) for word in level}
        shared = sorted(mine.keys() & theirs.keys(), key=mine.__getitem__)
        for first, second in combinations(shared, 2):
            assert (mine[first] < mine[second]) == (theirs[first] < theirs[second])
            assert (mine[first] == mine[second]) == (theirs[first] == theirs[second])


@pytest.mark.parametrize(
    "words",
    [
        ("Highest", "High", "Medium", "Low", "Lowest"),
        ("Blocker", "Critical", "Major", "Minor", "Trivial"),
        ("Urgent", "High", "Medium", "Low", "No priority"),
        ("1", "2", "3", "4"),
        ("Must have", "Should have", "Could have", "Won't have"),
        ("P0", "P1", "P2", "P3", "P4"),
        ("Hoog", "Middel", "Laag"),
        ("Hoogste", "Hoog", "Gemiddeld", "Laag", "Laagste"),
        ("Nu", "Straks", "Later"),
    ],
)
def test_the_words_of_each_tool_are_in_order(words: tuple[str, ...], tmp_path: Path) -> None:
    """Whatever the order of the file; equal words share a rank, and no rank is left out."""
    backwards = "".join(f"t,{word}\n" for word in (*reversed(words), words[0]))

    ranks = [item.rank for item in items(tmp_path, "Title,Priority\n" + backwards)]

    assert ranks == [*range(len(words), 0, -1), 1]


def test_the_policy_has_the_last_word_on_priorities(tmp_path: Path) -> None:
    """Its own words in its own order, known ones too; one that it forgets is refused."""
    text = "Title,Prio\na,Low\nb,Soon\nc,High\n"

    assert [item.rank for item in items(tmp_path, text, "low", "soon", "high")] == [1, 2, 3]
    with pytest.raises(KanoError, match=r'line 4: the policy does not name the priority "High"'):
        items(tmp_path, text, "low", "soon")


def test_without_a_priority_the_order_of_the_file_is_the_rank(tmp_path: Path) -> None:
    """A column of priorities that nobody filled says nothing; one that some filled does."""
    assert [item.rank for item in items(tmp_path, "Title,Prio\na,\nb,\n")] == [1, 2]
    assert [item.rank for item in items(tmp_path, "Title,Prio\na,\nb,Low\n")] == [None, 1]


def test_a_column_of_ranks_counts_where_no_priority_does(tmp_path: Path) -> None:
    """Low numbers first, as numbers and not as words; Jira's own ranks as words."""
    ranked = "Title,Stack Rank\na,10\nb,9\nc,\n"
    jira = "Summary,Custom field (Rank)\na,0|i002:\nb,0|hzzz:\n"
    both = "Title,Priority,Stack Rank\na,High,2\nb,Low,1\n"

    assert [item.rank for item in items(tmp_path, ranked)] == [2, 1, None]
    assert [item.rank for item in items(tmp_path, jira)] == [2, 1]
    assert [item.rank for item in items(tmp_path, both)] == [1, 2]


def test_a_list_of_issues_by_age_has_no_rank(tmp_path: Path) -> None:
    """GitHub lists the newest first; once somebody moved a line, the order is a choice."""
    newest = '[{"number": 3, "title": "a", "state": "OPEN"}, {"number": 1, "title": "b"}]'
    moved = '[{"number": 1, "title": "a", "state": "OPEN"}, {"number": 3, "title": "b"}]'

    assert [item.rank for item in items(tmp_path, newest, name="b.json")] == [None, None]
    assert [item.rank for item in items(tmp_path, moved, name="b.json")] == [1, 2]
    assert [item.rank for item in items(tmp_path, "Number,Title\n3,a\n1,b\n")] == [1, 2]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("5", 5.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("0", 0.0),
        ("1,000", None),
        ("1.000", None),
        ("XL", None),
        ("3d", None),
        ("-1", None),
        ("", None),
        ("５", None),
    ],
)
def test_only_a_plain_number_is_a_size(text: str, size: float | None, tmp_path: Path) -> None:
    """Of 1,000 nobody knows whether it is one or a thousand; full-width digits may be anything."""
    assert items(tmp_path, f'Title,Estimate\na,"{text}"\n')[0].size == size


@pytest.mark.parametrize(
    ("label", "features"),
    [
        ("kano:dark_mode", ("dark_mode",)),
        ("Kano: Dark mode", ("Dark mode",)),
        ("kano:", ()),
        ("kanoo:x", ()),
        ("mykano:x", ()),
    ],
)
def test_a_label_names_a_feature(label: str, features: tuple[str, ...], tmp_path: Path) -> None:
    """Only with the word kano and something behind it."""
    assert items(tmp_path, f"Title,Labels\na,{label}\n")[0].features == features


@given(
    st.lists(st.sampled_from(["High", "Medium", "Low", ""]), min_size=1, max_size=12), st.randoms()
)
def test_shuffling_a_file_with_priorities_changes_no_rank(words: list[str], chance: object) -> None:
    """The priority is the rank; where the items stand is not."""
    from random import Random
    from tempfile import TemporaryDirectory

    if not any(words) or not isinstance(chance, Random):
        return
    lines = [f"t{at},{word}\n" for at, word in enumerate(words)]
    shuffled = chance.sample(lines, len(lines))
    with TemporaryDirectory() as folder:
        before = items(Path(folder), "Title,Priority\n" + "".join(lines))
        after = items(Path(folder), "Title,Priority\n" + "".join(shuffled))

    assert {each.title: each.rank for each in before} == {each.title: each.rank for each in after}


def test_labels_are_priorities_where_all_open_items_have_one(tmp_path: Path) -> None:
    """Else the order of the file says more; a column of priorities outweighs them."""
    all_ = "Title,Labels,State\na,priority: low,\nb,web; prio/high,\nc,,closed\n"
    some = "Title,Labels\na,\nb,priority: high\n"
    column = "Title,Labels,Priority\na,priority: high,Low\nb,priority: low,High\n"

    assert [item.rank for item in items(tmp_path, all_)] == [2, 1, None]
    assert [item.priority for item in items(tmp_path, all_)] == ["low", "high", ""]
    assert [item.rank for item in items(tmp_path, some)] == [1, 2]
    assert [item.rank for item in items(tmp_path, column)] == [2, 1]


def test_a_parent_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    """Jira names it by its other id; nothing is its own parent, and one elsewhere is none."""
    text = (
        "Issue key,Issue id,Summary,Parent\nK-1,101,Epic,\nK-2,102,a,101\nK-3,103,b,K-1\n"
        "K-4,104,c,Epic\nK-5,105,d,K-5\nK-6,106,e,K-99\n"
    )

    assert [item.parent for item in items(tmp_path, text)] == ["", "K-1", "K-1", "K-1", "", ""]


def test_a_scale_is_not_guessed_from_a_part_of_the_words() -> None:
    """One stray word and the whole scale is unknown."""
    assert priority_scale(["High", "Low"]) is not None
    assert priority_scale(["High", "Low", "Soonish"]) is None
