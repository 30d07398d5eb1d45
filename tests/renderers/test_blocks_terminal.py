"""Blocks of a document in a terminal: no letter is lost, tables fit or become lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.blocks_terminal import PROSE, blocks_view
from kano_cli.renderers.documents.terminal_signs import coloured, folded, styled
from kano_cli.renderers.documents.terminal_table import widened
from kano_cli.report.document.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Point,
    TableBlock,
)
from tests.renderers.screens import ansi, colour_terminal, printed, squeezed, widest

LONG = "Customers leave here feeling bad, so that the cause has to be taken away first of all."
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp")),
    max_size=80,
)


def table(phases: bool = False) -> TableBlock:
    """Touchpoints with a sentence, a mean, its interval and its base."""
    columns = (
        *([Column("phase", "Phase")] if phases else []),
        Column("touchpoint", "Touchpoint"),
        Column("why", "Why"),
        Column("after", "Mean after it", Kind.COEFFICIENT),
        Column("after_interval", "95 % interval"),
        Column("after_n", "People", Kind.COUNT),
    )
    rows = [
        (Cell("Shop"), Cell(LONG), Cell("4.2", 4.2), Cell("3.9 to 4.6"), Cell("1,054", 1054)),
        (Cell("Bill"), Cell("Fine."), Cell("10.0", 10.0), Cell("–"), Cell("54", 54)),
    ]
    before = [(Cell("Start"),), (Cell("Use"),)] if phases else [(), ()]
    body = tuple((*first, *row) for first, row in zip(before, rows, strict=True))
    return TableBlock("stops", "What they are", columns, body, ("A note.",))


def lines(*blocks: Block, width: int = 80, unicode: bool = True) -> list[str]:
    """What a terminal shows, trailing spaces cut."""
    shown = printed(blocks_view(blocks, width, unicode=unicode), width)
    return [line.rstrip() for line in shown.rstrip("\n").split("\n")]


@given(TEXTS, st.integers(2, 40))
def test_a_folded_text_keeps_every_letter_and_its_width(text: str, width: int) -> None:
    """But for spaces where a line ends; only a word that is longer than a line is broken."""
    shown = printed(folded(Text(text), width), width)

    assert squeezed(shown) == squeezed(text)
    assert widest(shown.split("\n")) <= width


@pytest.mark.parametrize("width", range(8, 40))
def test_a_sign_and_a_per_cent_sign_stay_where_they_belong(width: int) -> None:
    """Whatever the width, if the words themselves fit."""
    text = "Basic for 40 % of them: ■ Bill, ★ Gift, · Post and 3 % more"
    for line in folded(Text(text), width).plain.split("\n"):
        assert not line.startswith("%")
        assert not line.endswith(("■", "★", "·"))


def test_a_folded_text_keeps_its_colours() -> None:
    """On the letters that had them."""
    text = styled("Everything is right but for ■ Bill and ★ Gift")
    for width in (10, 20, 44, 60):
        made = folded(text, width)
        of = {made.plain[span.start : span.end] for span in made.spans}
        assert of == {"■", "★"}


def test_a_sign_without_unicode_is_a_letter_and_a_question_mark_stays() -> None:
    """Only what stands before a name is a sign."""
    assert styled("Why? ★ Gift · post?", unicode=False).plain == "Why? A Gift I post?"
    assert coloured("wow", Category.WOW, unicode=False).plain == "A wow"
    assert coloured("★ wow", Category.WOW).plain == "★ wow"


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 60)), min_size=1), st.integers(0, 200))
def test_columns_widen_no_further_than_they_want_and_room_allows(
    columns: list[tuple[int, int]], spare: int
) -> None:
    """Nothing shrinks; no place is left free that a column wants."""
    least = [narrow for narrow, _ in columns]
    wanted = [narrow + more for narrow, more in columns]
    room = sum(least) + spare
    made = widened(least, wanted, room)

    assert all(a <= b <= c for a, b, c in zip(least, made, wanted, strict=True))
    assert sum(made) == min(room, sum(wanted))


def test_a_wide_table_has_all_its_columns() -> None:
    """Headings above a rule, numbers at the right, the note below."""
    shown = lines(table(), width=140)

    assert shown[0] == "What they are"
    head, rule, shop, *_ = shown[1:]
    assert head.split("  ")[0] == "Touchpoint"
    assert set(rule) == {"─"}
    assert LONG in shop
    assert shop.endswith(" 1,054")
    ends = [
        line.index(number) + len(number) for line, number in ((shop, "4.2"), (shown[4], "10.0"))
    ]
    assert ends[0] == ends[1]
    assert shown[-2:] == ["", "A note."]


@pytest.mark.parametrize(
    ("width", "interval", "people"),
    [(80, True, True), (64, True, False), (60, False, False), (59, True, False)],
)
def test_bases_leave_first_and_then_intervals(width: int, interval: bool, people: bool) -> None:
    """As the terminal narrows; a list has room for intervals again."""
    shown = lines(table(), width=width)
    text = " ".join(shown)

    assert ("3.9 to 4.6" in text) is interval
    assert ("1,054" in text) is people
    assert "4.2" in text
    assert all(word in text for word in LONG.split())
    assert widest(shown) <= width


def test_what_the_lines_above_a_table_tell_leaves_last() -> None:
    """Whether a touchpoint agrees with its features; a list has room for it again."""
    heads = {"touchpoint": "Name", "says": "Says", "agreement": "Agreed", "features": "Features"}
    row = (*map(Cell, ("Klantenservicepunt", "standaardmoment", "no, indifferent", LONG)),)
    block = TableBlock("stops", "", tuple(Column(*head) for head in heads.items()), (row,))

    assert "no, indifferent" in " ".join(lines(block, width=90))
    assert "Agreed" not in " ".join(lines(block, width=70))
    assert "Agreed: no, indifferent" in " ".join(lines(block, width=40))


def test_a_narrow_table_is_a_list_that_leaves_dashes_out() -> None:
    """The name, its numbers, then each text behind its heading."""
    shown = lines(table(), width=40)

    assert shown[1:4] == [
        "Shop", "  Mean after it: 4.2 (3.9 to 4.6)", "  Why: Customers leave here feeling bad,",
    ]  # fmt: skip
    assert "–" not in " ".join(shown)
    assert "─" not in " ".join(shown)


@pytest.mark.parametrize("width", [40, 100])
def test_phases_stand_above_their_rows(width: int) -> None:
    """And are no column; a blank line parts them."""
    shown = lines(table(phases=True), width=width)

    assert "Phase" not in " ".join(shown)
    assert shown.index("Start") < next(at for at, line in enumerate(shown) if "Shop" in line)
    assert shown[shown.index("Use") - 1] == ""


def test_a_heading_that_asks_is_answered() -> None:
    """Without a colon behind its question mark."""
    heads = (Column("a", "Name"), Column("b", "Agreed?"), Column("c", "Why"))
    block = TableBlock("t", "", heads, ((Cell("Shop"), Cell("yes"), Cell("so")),))

    assert lines(block, width=40) == ["Shop", "  Agreed? yes", "  Why: so"]


def test_a_column_that_says_nothing_is_left_out() -> None:
    """Only dashes."""
    block = TableBlock(
        "t", "", (Column("a", "Name"), Column("b", "Empty")), ((Cell("x"), Cell("–")),)
    )

    assert lines(block) == ["Name", "────", "x"]


def test_a_name_that_no_column_can_hold_goes_on_below() -> None:
    """No letter is lost."""
    word = "Averylongword" * 8
    block = TableBlock(
        "t", "", (Column("a", "Name"), Column("b", "Why")), ((Cell(word), Cell(word)),)
    )
    for width in (30, 60, 80):
        shown = lines(block, width=width)
        assert widest(shown) <= width
        letters = "".join(char for line in shown for char in line if char.isalpha())
        assert len(letters) >= 2 * len(word)


def test_prose_is_never_wider_than_can_be_read() -> None:
    """However wide the terminal."""
    long = " ".join([LONG] * 4)
    facts = Facts((("Effort", long),))
    for block in (Paragraph(long), Bullets((Point(long),)), Bullets((Point(long, "Shop"),)), facts):
        shown = lines(block, width=200)
        assert PROSE - 20 < widest(shown) <= PROSE
        assert squeezed(long) in squeezed("".join(shown)).replace("–", "")


def test_headings_have_air_and_what_follows_stands_below_them() -> None:
    """Two lines before a part, one before anything else."""
    shown = lines(Heading("One"), Paragraph("a"), Paragraph("b"), Heading("Two"), Command("kano x"))

    assert shown == ["One", "a", "", "b", "", "", "Two", "  kano x"]


def test_labels_stand_beside_their_texts_or_above_them() -> None:
    """In a column where there is room."""
    points = Bullets((Point("leave it", "Shop"), Point("mend it first", "Bill, second month")))

    assert lines(points) == [
        "  Shop                leave it",
        "  Bill, second month  mend it first",
    ]
    assert lines(points, width=40) == [
        "  Shop", "    leave it", "  Bill, second month", "    mend it first",
    ]  # fmt: skip
    assert lines(Bullets((Point("one"), Point("two", "b")))) == ["  – one", "  – b: two"]


def test_an_empty_block_is_no_blank_line() -> None:
    """A paragraph without a word."""
    assert lines(Paragraph("a"), Paragraph(""), Paragraph("b")) == ["a", "", "b"]


def test_categories_have_their_colour_and_none_in_a_pipe() -> None:
    """A cell, a label, a sign inside a text."""
    cells = ((Cell("wow", category=Category.WOW), Cell("■ Bill")),)
    block = TableBlock("t", "", (Column("a", "A"), Column("b", "B")), cells)
    view = blocks_view([block, Bullets((Point("x", "Gift", Category.WOW),))], 80)
    coloured_text = printed(view, 80, colour_terminal())

    assert coloured_text.count(ansi("#D55E00")) == 2
    assert ansi("#0072B2") in coloured_text
    assert "\x1b" not in printed(view, 80)


def test_without_unicode_categories_are_letters() -> None:
    """No sign and no dash of ours that a plain terminal lacks."""
    cells = ((Cell("wow", category=Category.WOW), Cell("■ Bill, · Post")),)
    block = TableBlock("t", "", (Column("a", "A"), Column("b", "B")), cells)
    shown = lines(block, Bullets((Point("one"),)), unicode=False)

    assert re.search(r"A wow +M Bill, I Post", shown[2])
    assert shown[-1] == "  - one"
    assert not set("■▲★·↶–") & set("".join(shown))


def test_wide_signs_take_two_cells() -> None:
    """Names in other scripts do not push a table over the edge."""
    block = TableBlock(
        "t",
        "",
        (Column("a", "Name"), Column("b", "Why")),
        ((Cell("夜間ロッカー" * 4), Cell(LONG)),),
    )
    shown = lines(block, width=70)

    assert max(map(cell_len, shown)) <= 70
