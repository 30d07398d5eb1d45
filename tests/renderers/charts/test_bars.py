"""Stacked shares: as long as the numbers say, the winner marked, labels that fit."""

from math import nan
from xml.etree.ElementTree import Element

import pytest

from kano_cli.core.categories import Category
from kano_cli.renderers.charts.svg import svg
from kano_cli.report.document.figures import Bar, SharesFigure
from tests.renderers.charts.drawn import overlapping, text_box
from tests.renderers.charts.figures import (
    LEGEND,
    NAMES,
    STRANGE,
    SVG,
    parsed,
    shares_of,
    shown_texts,
)

GROUPS = ("Prepaid", "Sim only", "Business customers with more than ten phones in use")


def bars_in(text: str) -> list[Element]:
    """The groups that hold the pieces of a bar."""
    return [element for element in parsed(text).iter() if element.get("data-bar")]


def pieces(bar: Element) -> dict[str, tuple[float, float]]:
    """Where each share begins, and how wide it is."""
    return {
        piece.get("data-share", ""): (float(piece.get("x", "")), float(piece.get("width", "")))
        for piece in bar
        if piece.get("data-share")
    }


@pytest.mark.parametrize("groups", [("",), GROUPS], ids=["features", "segments"])
def test_a_share_is_as_wide_as_the_number_says(groups: tuple[str, ...]) -> None:
    """Of all bars together the same width, one piece after the other."""
    figure = shares_of(NAMES, groups)
    drawn = bars_in(svg(figure, width=800))

    assert len(drawn) == len(figure.bars)
    whole = {round(sum(wide for _, wide in pieces(bar).values()), 1) for bar in drawn}
    assert max(whole) - min(whole) <= 0.1
    for bar, said in zip(drawn, figure.bars, strict=True):
        at = min(start for start, _ in pieces(bar).values())
        for category, share in zip(Category, said.shares, strict=True):
            start, wide = pieces(bar)[category.word]
            assert wide == pytest.approx(share * max(whole), abs=0.1)
            assert start == pytest.approx(at, abs=0.05)
            at += wide


def test_the_winning_share_has_an_outline_that_is_broken_where_it_is_not_sure() -> None:
    """And only that one."""
    figure = shares_of()
    for bar, said in zip(bars_in(svg(figure)), figure.bars, strict=True):
        outlines = [piece for piece in bar if piece.get("data-winner")]
        assert len(outlines) == 1
        assert said.winner is not None
        start, wide = pieces(bar)[said.winner.word]
        assert float(outlines[0].get("x", "")) == start
        assert float(outlines[0].get("width", "")) == wide
        assert (outlines[0].get("stroke-dasharray") is not None) is said.unsure


def test_a_share_of_nothing_takes_no_room_and_one_that_does_not_exist_draws_no_bar() -> None:
    """Nobody answered: a name and a base, and no bar."""
    none = (nan,) * 6
    figure = SharesFigure(
        "Shares",
        (
            Bar("a", "All wow", "", (0, 0, 1, 0, 0, 0), ("0 %",) * 6, Category.WOW, False, "n", ""),
            Bar("b", "Nobody", "", none, ("–",) * 6, None, True, "n 0", ""),
        ),
        LEGEND,
        "",
    )
    one, other = bars_in(svg(figure))

    assert list(pieces(one)) == ["wow"]
    assert pieces(other) == {}


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("groups", [("",), GROUPS], ids=["features", "segments"])
def test_no_text_overlaps_another_or_leaves_the_drawing(
    groups: tuple[str, ...], width: int
) -> None:
    """Names of any sort, wrapped or shortened."""
    root = parsed(svg(shares_of(STRANGE, groups), width=width))
    boxes = [(str(at), text_box(text)) for at, text in enumerate(root.iter(f"{SVG}text"))]

    assert overlapping(boxes) == []
    assert [box for _, box in boxes if box.left < 0 or box.right > width] == []


def test_a_text_that_does_not_fit_its_piece_is_left_to_the_title() -> None:
    """Never written over the next one."""
    root = parsed(svg(shares_of(), width=400))

    for bar in (element for element in root.iter() if element.get("data-bar")):
        ends = [(start, start + wide) for start, wide in pieces(bar).values()]
        for text in bar.iter(f"{SVG}text"):
            box = text_box(text)
            assert any(start <= box.left and box.right <= end for start, end in ends)
        assert bar.find(f"{SVG}title") is not None


def test_groups_stand_under_the_name_of_their_feature() -> None:
    """Which is written once."""
    texts = shown_texts(parsed(svg(shares_of(NAMES[:2], GROUPS[:2]))))

    assert [text for text in texts if text in (*NAMES, *GROUPS)] == [
        NAMES[0], *GROUPS[:2], NAMES[1], *GROUPS[:2],
    ]  # fmt: skip
