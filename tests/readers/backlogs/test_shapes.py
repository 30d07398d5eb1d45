"""JSON, YAML and Markdown in their different shapes, and the lines on which items begin."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.readers.backlogs.json_items import object_lines
from kano_cli.readers.backlogs.read import read_backlog
from kano_cli.study.backlog import Item
from tests.readers.backlogs.exports import EXPECTED, FILES, read_items, without_lines


def items(tmp_path: Path, name: str, text: str) -> tuple[Item, ...]:
    """The items of a backlog with this text."""
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read_backlog(str(path)).items


SHAPES = {
    "list": '[{"title": "a"}, {"title": "b"}]',
    "named": '{"total": 2, "issues": [{"title": "a"}, {"title": "b"}]}',
    "lines": '{"title": "a"}\n{"title": "b"}\n',
}


@pytest.mark.parametrize("shape", SHAPES)
def test_json_comes_in_three_shapes(shape: str, tmp_path: Path) -> None:
    """A list, a list with a name, and an object a line."""
    found = items(tmp_path, "b.json", SHAPES[shape])

    assert [(item.title, item.place.line) for item in found] == [
        ("a", 1), ("b", 2 if shape == "lines" else 1),
    ]  # fmt: skip


def test_what_is_nested_without_end_names_nothing(tmp_path: Path) -> None:
    """A list of objects is as deep as any tool goes."""
    deep = "[" * 600 + "1" + "]" * 600
    text = '[{"title": "a", "labels": ' + deep + ', "milestone": [[{"title": "2.1"}]]}]'

    (item,) = items(tmp_path, "b.json", text)

    assert (item.labels, item.release) == ((), "2.1")


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(st.lists(st.dictionaries(st.text(max_size=4), TREES, max_size=3), max_size=5), st.booleans())
def test_the_line_of_an_object_is_where_its_brace_stands(
    found: list[dict[str, object]],
    named: bool,
) -> None:
    """Whatever brackets, quotes and escapes the texts hold; each object is given its own lines."""
    parts, lines, line = [], [], 2
    for one in found:
        text = json.dumps(one, indent=1)
        lines.append(line)
        parts.append(text)
        line += text.count("\n") + 1
    text = "[\n" + ",\n".join(parts) + "]"
    if named:
        text = '{"x": [{}], "items": ' + text + ', "y": [{"items": [{}]}]}'

    assert list(object_lines(text, "items" if named else "", in_list=True)) == lines


@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if name.endswith(("csv", "json", "yaml"))]
)
def test_a_blank_line_more_moves_lines_and_nothing_else(name: str, tmp_path: Path) -> None:
    """Between the last record and the end, or before the first where the format allows it."""
    content = (FILES / name).read_bytes()
    before = read_items(read_backlog(str(FILES / name)))
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    (tmp_path / name).write_bytes(mark + b"\n" + content.removeprefix(mark) + b"\n\n")

    after = read_items(read_backlog(str(tmp_path / name)))

    if not content.startswith(b"sep="):  # only the first line can say so
        assert without_lines(after) == without_lines(before)
        assert [one["line"] for one in after] == [one["line"] + 1 for one in before]


@given(st.lists(st.sampled_from(["- [ ] a", "", "text", "- plain", "  - [x] b"]), max_size=12))
def test_a_blank_line_in_markdown_moves_lines_only(lines: list[str]) -> None:
    """At any place outside of code."""
    if not any("[" in line for line in lines):
        return
    with TemporaryDirectory() as folder:
        before = items(Path(folder), "b.md", "\n".join(lines))
        after = items(Path(folder), "b.md", "\n\n".join(lines))

    assert [item.title for item in before] == [item.title for item in after]
    assert [2 * (item.place.line or 0) - 1 for item in before] == [
        item.place.line for item in after
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- [ ] a", "a"),
        ("* [X] a", "a"),
        ("12. [ ] a", "a"),
        ("1) [x] a", "a"),
        ("> - [ ] a", "a"),
        ("\t- [ ] a", "a"),
        ("- [ ] **a** `b` __c__", "a b c"),
        ("- [ ] ask @someone about a@b", "ask about a@b"),
        ("- [ ] C# and #1 but not #label", "C# and #1 but not"),
        ("-[ ] a", None),
        ("- []a", None),
        ("- [ ]", None),
        ("- [link](x)", None),
        ("- [y] a", None),
        ("    code", None),
    ],
)
def test_a_line_is_a_task_or_not(line: str, title: str | None, tmp_path: Path) -> None:
    """As GitHub shows it; people it mentions stay out of the title."""
    found = items(tmp_path, "b.md", f"- [ ] first\n{line}\n")

    assert [item.title for item in found] == (["first"] if title is None else ["first", title])


def test_headings_are_releases_unless_they_are_a_state(tmp_path: Path) -> None:
    """A heading ends with the next of its level, and a state with it."""
    text = (
        "# Plan\n- [ ] a\n## 2.0\n- [ ] b\n### Web\n- [ ] c\n## Done\n- [ ] d\n## Won't do\n"
        "- [ ] e\n## 2.1\n- [ ] f\n- [ ] g release:3\n"
    )
    found = items(tmp_path, "b.md", text)

    assert [item.release for item in found] == [
        "Plan", "Plan, 2.0", "Plan, 2.0, Web", "Plan", "Plan", "Plan, 2.1", "3",
    ]  # fmt: skip
    assert [item.title for item in found if item.done] == ["d"]
    assert [item.title for item in found if item.dropped] == ["e"]


def test_a_list_without_an_ending_is_recognised(tmp_path: Path) -> None:
    """But a table that quotes a task in a cell stays a table."""
    assert items(tmp_path, "TODO", "- [ ] a\n")[0].title == "a"
    assert items(tmp_path, "b.csv", 'Title\n"\n- [ ] a"\n')[0].title == "- [ ] a"


def test_a_yaml_item_may_be_its_title(tmp_path: Path) -> None:
    """And keys may be left empty."""
    found = items(tmp_path, "b.yml", "- a\n- title: b\n  kano:\n  labels: []\n  release: ~\n")

    assert [(item.title, item.features, item.release) for item in found] == [
        ("a", (), ""), ("b", (), ""),
    ]  # fmt: skip


def test_a_column_called_name_is_a_title_only_where_no_better_one_is(tmp_path: Path) -> None:
    """Beside a title it may well be a person's."""
    assert items(tmp_path, "b.csv", "Name,Status\na,Open\n")[0].title == "a"
    assert items(tmp_path, "b.csv", "Name,Title\nA. Person,a\n")[0].title == "a"
    assert items(tmp_path, "b.csv", "Summary,Title\n,a\n")[0].title == "a"


def test_a_header_names_more_than_a_title(tmp_path: Path) -> None:
    """Above it may stand what the list is called and whose it is; a lone title is a header, too."""
    assert items(tmp_path, "b.csv", "Name,Web shop\nTitle,Status\na,Open\n")[0].title == "a"
    assert items(tmp_path, "b.csv", "Title\na\n")[0].title == "a"


def test_the_first_filled_column_of_a_role_counts(tmp_path: Path) -> None:
    """An export may have both story points and an estimate, and fill one of them."""
    text = "Key,ID,Title,Story Points,Estimate\nK-1,7,a,,3\n"

    (item,) = items(tmp_path, "b.csv", text)

    assert (item.id, item.size) == ("K-1", 3.0)


def test_a_row_without_id_and_title_is_no_item(tmp_path: Path) -> None:
    """A total, or a blank line; an id alone is an item."""
    found = items(tmp_path, "b.csv", "Id,Title,Points\n1,a,3\n,,3\n\n2,,1\n")

    assert [(item.key, item.name, item.place.line) for item in found] == [
        ("1", "a", 2),
        ("2", "2", 5),
    ]


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a job pipes it in from another tool."""
    path = tmp_path / "in"
    path.write_bytes(b'[{"number": 1, "title": "a", "state": "OPEN"}]')
    with path.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        backlog = read_backlog("-")

    assert backlog.file == "standard input"
    assert backlog.items[0].title == "a"
