"""Any text that a file may hold, in a draft and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kano_cli.readers.inspection.drafted_text import as_comment, as_yaml, doubtful_lines
from kano_cli.study.yaml_nodes import Mapping, Scalar, Sequence, parse_yaml

TEXTS = st.one_of(
    st.text(),
    st.text("?:#-&*!|>%@`'\"\\{}[], \n\t~=", min_size=1),
    st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "So"]), min_size=1),
)


@given(TEXTS)
@example("? Search")
@example("no")
@example("1:30")
@example("é\u0301 😀 \ufeff\x85\u2028\x00\x7f")
@example("a" * 100_000)
def test_a_text_comes_back_from_a_list_and_from_a_key(text: str) -> None:
    """To the character, whatever YAML would make of it."""
    written = as_yaml(text)
    top = parse_yaml(f"name: {written}\nmore: [{written}, x]\n", "draft.yaml")

    assert isinstance(top, Mapping)
    one, more = (top.get(key) for key in ("name", "more"))
    assert isinstance(one, Scalar)
    assert isinstance(more, Sequence)
    assert [one.text, *(item.text for item in more.items if isinstance(item, Scalar))] == [
        text,
        text,
        "x",
    ]


@given(TEXTS)
def test_a_comment_stays_one(text: str) -> None:
    """It adds no line, and nothing that YAML forbids."""
    assert isinstance(parse_yaml(f"# {as_comment(text)}\nkano: 1\n", "draft.yaml"), Mapping)


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ('name: "?"', True),
        ('like: ["? 1", Glad]', True),
        ('functional: "? column B"', True),
        ('name: "?Search"', False),
        ('name: "Say \\"? x"', False),
        ('# begins with "?"', False),
    ],
)
def test_only_a_value_is_in_doubt(line: str, doubtful: bool) -> None:
    """Headers and comments hold question marks, too."""
    assert bool(doubtful_lines(f"kano: 1\n  {line}\n")) is doubtful
