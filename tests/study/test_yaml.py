"""YAML is read as text with places: nothing is run, expanded, guessed or kept twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from kano_cli.study.questionnaire import parse_questionnaire
from kano_cli.study.yaml_format import MAX_BYTES
from kano_cli.study.yaml_nodes import Mapping, Scalar, Sequence, parse_yaml

ONE = "features: [{name: Search}]\n"
START = "kano: 1\n"
INDENT = (
    "check the indentation there and above; a text that holds ': ' or ' #', or begins with a "
    "sign, needs quotes"
)


def refusal(text: str) -> tuple[str, str, str]:
    """Place, message and hint of what is refused."""
    with pytest.raises(KanoError) as refused:
        parse_questionnaire(text, "q.yaml")
    return refused.value.place, refused.value.message, refused.value.hint


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "null", "~", "1:30", "012", "0x10", "1_000", "2026-10-05", "1.0", ".inf"],
)
def test_every_value_stays_as_it_was_written(text: str) -> None:
    """YAML 1.1 would make false, 90, 10, a date or nothing of them."""
    root = parse_yaml(f"title: {text}", "q.yaml")

    assert root == Mapping(
        ((Scalar("title", "q.yaml, line 1, column 1"), Scalar(text, "q.yaml, line 1, column 8")),),
        "q.yaml, line 1, column 1",
    )


def test_places_count_lines_and_characters_from_one() -> None:
    """As editors do; a letter of two bytes is one character."""
    root = parse_yaml("é: [a,\n    'ü', b]", "q.yaml")

    assert isinstance(root, Mapping)
    listed = root.get("é")
    assert isinstance(listed, Sequence)
    assert [item.place for item in listed.items] == [
        "q.yaml, line 1, column 5",
        "q.yaml, line 2, column 5",
        "q.yaml, line 2, column 10",
    ]


TAGS = "remove it; a text that begins with ! needs quotes"
ANCHORS = "write the value out; a text that begins with & or * needs quotes"
ANCHOR = "anchors and aliases (& and *) are not allowed"
NINE = [f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n" for before, one in ("ab", "bc", "cd")]
BOMB = START + "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(NINE)

UNSAFE = [
    (
        START + "title: !!python/object/apply:os.system [ls]\n" + ONE,
        ("line 2, column 8", "the tag !!python/object/apply:os.system is not allowed", TAGS),
    ),
    (START + "title: !!str 1\n" + ONE, ("line 2, column 8", "the tag !!str is not allowed", TAGS)),
    (START + "title: ! x\n" + ONE, ("line 2, column 8", "the tag ! is not allowed", TAGS)),
    (START + "title: &x y\n" + ONE, ("line 2, column 8", ANCHOR, ANCHORS)),
    (START + "title: *x\n" + ONE, ("line 2, column 8", ANCHOR, ANCHORS)),
    (BOMB, ("line 2, column 4", ANCHOR, ANCHORS)),
    (
        START + "<<: {title: x}\n" + ONE,
        ("line 2, column 1", "merge keys (<<) are not allowed", "write the keys out"),
    ),
    (
        START + ONE + "---\nkano: 1\n",
        ("line 3, column 1", "a second document begins here", "remove the line ---"),
    ),
    (
        START + "title: a\ntitle: b\n" + ONE,
        ("line 3, column 1", 'the key "title" stands here twice', "remove one"),
    ),
    (
        START + "features:\n  - name: A\n    id: b\n    name: C\n",
        ("line 5, column 5", 'the key "name" stands here twice', "remove one"),
    ),
    (
        START + "title: " + "[" * 25 + "]" * 25 + "\n" + ONE,
        ("line 2, column 28", "is nested deeper than 20 levels", "five are enough"),
    ),
    (
        START + "? [a, b]\n: c\n" + ONE,
        ("line 2, column 3", "a key must be a single text", "write it as  key: value"),
    ),
    (
        START + "title: é\x07\n" + ONE,
        (
            "line 2, column 9",
            "holds the character U+0007, which YAML forbids",
            "remove it; it may be invisible",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNSAFE)
def test_what_could_run_expand_or_vanish_is_refused(
    text: str, expected: tuple[str, str, str]
) -> None:
    """Tags, anchors, merge keys, second documents, double keys, deep nests, control characters."""
    place, message, hint = expected

    assert refusal(text) == (f"q.yaml, {place}", message, hint)


def test_a_bomb_of_aliases_is_small_and_goes_nowhere() -> None:
    """Walked, these 300 bytes would make 9^4 texts, and each more line nine times as many."""
    assert len(BOMB) < 300
    assert refusal(BOMB)[1] == ANCHOR


BROKEN = [
    ("title: a: b\n", "line 2, column 9"),
    ("title: 'open\n", "line 4, column 1"),
    ("title: @home\n", "line 2, column 8"),
    ("  title: x\n", "line 2, column 8"),
    ("title: [a, b\n", "line 3, column 9"),
    ("scale:\n  like: a\n must-be: b\n", "line 4, column 2"),
]


@pytest.mark.parametrize(("line", "place"), BROKEN)
def test_broken_yaml_is_refused_where_it_breaks(line: str, place: str) -> None:
    """In the words of the parser, with what usually helps."""
    found, message, hint = refusal(START + line + ONE)

    assert found == f"q.yaml, {place}"
    assert message.startswith("is not valid YAML: ")
    assert hint == INDENT


@pytest.mark.parametrize(
    "line", ["\ttitle: x\n", "features:\n\t- name: A\n", "features:\n-\tname: A\n\tid: b\n"]
)
def test_a_tab_in_the_indentation_is_called_a_tab(line: str) -> None:
    """It looks like spaces; the parser says that no token can start there."""
    _, message, hint = refusal(START + line)

    assert (message, hint) == ("a tab stands where YAML wants spaces", "indent with spaces")


def test_a_tab_elsewhere_is_no_mistake() -> None:
    """Behind a colon it is as good as a space."""
    assert parse_questionnaire(START + "title:\tx\n" + ONE).title == "x"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    """With the line to begin with."""
    assert refusal(text) == ("q.yaml", "is empty", "begin with the line: kano: 1")


@pytest.mark.parametrize("text", ["- a\n- b\n", "hello\n", "---\n", "'kano: 1'\n", "[]\n"])
def test_something_else_than_keys_at_the_top_is_refused(text: str) -> None:
    """A list, a text, nothing."""
    _, message, hint = refusal(text)

    assert (message, hint) == ("a questionnaire must be keys with values", "such as  kano: 1")


def test_a_text_over_one_megabyte_is_refused_unread() -> None:
    """Counted in bytes: a text of two-byte letters is full at half the number."""
    filling = "#" + "é" * (MAX_BYTES // 2)

    assert refusal(filling) == (
        "q.yaml",
        "is larger than 1 MB, as no questionnaire is",
        "name a YAML file",
    )
    assert parse_questionnaire(START + ONE + "#" * (MAX_BYTES - len(START + ONE)))


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """Windows editors write one."""
    assert parse_questionnaire("\ufeff" + START + ONE).features[0].name == "Search"


KEYS = ("kano: 1\n", "features:\n", "  - name: A\n", "scale:\n", "like: ", "table: ", "cells", ": ")
SIGNS = ("- ", "[", "]", "{", "}", "? ", "&a ", "*a", "!!x ", "<<: ", "'", '"', "|\n", ">\n", "#")
FRAMES = (
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "%TAG ! x\n",
    "\t",
    "\r",
    "\n",
    " ",
    "\x85",
    "\u2028",
    "\ufeff",
)
PIECES = st.sampled_from((*KEYS, *SIGNS, *FRAMES, "\x00", "é"))


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_any_text_is_a_questionnaire_or_refused_with_its_place(text: str) -> None:
    """Never a traceback."""
    for whole in (text, START + ONE + text):
        refused: KanoError | None = None
        try:
            parse_questionnaire(whole, "q.yaml")
        except KanoError as mistake:
            refused = mistake
        if refused:
            assert refused.place.startswith("q.yaml")
            assert refused.message
            assert refused.hint
