"""A file that is no backlog, or could be read in two ways, is refused with the reason."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.backlogs import opening
from kano_cli.readers.backlogs.read import read_backlog

BAD: dict[str, tuple[str, bytes, str, str]] = {
    "empty": ("b.csv", b"", "b.csv: is empty", "export the backlog again"),
    "blank": ("b.csv", b"\n\n", "b.csv: holds no text", "export"),
    "half a mark": ("b.csv", b"\xef\xbb", "b.csv: is only half of the file", "again"),
    "only a mark": ("b.csv", b"sep=;\n", "b.csv: holds no text", "export"),
    "header only": ("b.csv", b"Title,Status\n", "holds no items", "export"),
    "no title": ("b.csv", b"Key,Prio\n1,High\n", "b.csv, row 1: no column holds", '"Key", "Prio"'),
    "two titles": (
        "b.csv",
        b"Title,Summary\na,b\n",
        'could hold the titles: "Title", "Summary"',
        "rename",
    ),
    "title twice": ("b.csv", b"Title,Title\na,b\n", "two columns could hold", "rename"),
    "status twice": (
        "b.csv",
        b"Title,Status,Status\na,b,c\n",
        'two columns are called "Status"',
        "rename",
    ),
    "picture": (
        "b.csv",
        b"\x89PNG\r\n\x1a\n\0\0",
        "is a picture, not a backlog",
        "export the backlog",
    ),
    "pdf": ("b.xlsx", b"%PDF-1.4", "is a PDF, not a backlog", "export the backlog"),
    "noise": ("b.csv", bytes([0x81, 0x8D] * 40), "fits neither UTF-8 nor", "CSV in UTF-8"),
    "open quote": (
        "b.csv",
        b'Title,Labels\na,b\n"c,d\n',
        "b.csv, row 3: a quote is opened",
        "quotes",
    ),
    "wide row": ("b.csv", b"Title,Labels\na,b,c\n", "row has 3 cells and the header 2", "quotes"),
    "broken JSON": (
        "b.json",
        b'[{"title": "a"',
        "b.json, line 1, column 15: the JSON breaks",
        "again",
    ),
    "key twice": (
        "b.json",
        b'[{"title": "a"},\n{"title": "b", "title": "c"}]',
        'b.json, line 2: has the key "title" twice',
        "leave one",
    ),
    "top key twice": (
        "b.json",
        b'{"items": [], "items": []}',
        'has the key "items" twice',
        "leave",
    ),
    "other object": ("b.json", b'{"a": 1}', 'is one object with "a"', "list of objects"),
    "numbers": ("b.json", b"[1]", "its entry 1 is no object", "list of objects"),
    "no cards": ("b.json", b'{"lists": [], "cards": []}', "holds no items", "export"),
    "untitled objects": ("b.json", b'[{"a": 1}]', "no column holds the titles", '"a"'),
    "empty YAML": ("b.yaml", b"# later\n", "is empty", "items:"),
    "unknown key": (
        "b.yaml",
        b"- {titel: a}\n",
        'line 1, column 4: there is no key "titel"',
        '"title"',
    ),
    "key of the top": ("b.yaml", b"item:\n- a\n", 'there is no key "item"', '"items"'),
    "no list": ("b.yaml", b"items: 3\n", "line 1, column 8: items must be a list", "Dark mode"),
    "no items": ("b.yaml", b"items: []\n", "holds no items", "Dark mode"),
    "nameless": (
        "b.yaml",
        b"- a\n- {size: 3}\n",
        "b.yaml, line 2, column 3: an item without",
        "K-1",
    ),
    "size in words": (
        "b.yaml",
        b"- {title: a, size: XL}\n",
        'the size "XL" is no number',
        "size: 3",
    ),
    "perhaps done": (
        "b.yaml",
        b"- {title: a, done: soon}\n",
        '"soon" is neither yes nor no',
        "done",
    ),
    "questionnaire": (
        "b.yaml",
        b"kano: 1\nfeatures: []\n",
        "is a questionnaire and no backlog",
        "K-1",
    ),
    "prose": ("b.md", b"# Plans\n\nMany.\n", "holds no task list", "- [ ]"),
    "unknown priority": (
        "b.csv",
        b'Title,Prio\na,High\nb,"Some\nday"\nc,Low\n',
        'b.csv, line 3: no scale has all these priorities: "High", "Some day", "Low"',
        "policy",
    ),
    "mixed priorities": ("b.csv", b"Title,Prio\na,High\nb,P1\n", "no scale has all", "policy"),
    "zero": ("b.csv", b"Title,Prio\na,0\nb,1\n", "no scale has all", "policy"),
    "rank in words": (
        "b.csv",
        b"Title,Rank\na,1\nb,second\n",
        'line 3: the rank "second"',
        "1 comes",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what, where and what to do, on two lines; nothing in it is about surveys."""
    name, content, message, hint = BAD[case]
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content)

    with pytest.raises(KanoError) as refused:
        read_backlog(name)

    said = str(refused.value)
    assert message in said
    assert hint in refused.value.hint
    assert said.startswith(name)
    assert len(said.split("\n")) == 2
    assert "--" not in said
    assert "answers" not in said
    assert "survey" not in said


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    """With the file that may have been meant."""
    (tmp_path / "backlog.csv").write_text("Title\na\n", "utf-8")

    with pytest.raises(KanoError, match=r"is a folder, not a backlog\nhint: .*backlog.csv"):
        read_backlog(str(tmp_path))
    with pytest.raises(KanoError, match=r"no such file\nhint: did you mean backlog.csv"):
        read_backlog(str(tmp_path / "backlogs.csv"))


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the limit it is read, a byte above it is not."""
    path = tmp_path / "b.csv"
    path.write_text("Title\na\n", "utf-8")

    monkeypatch.setattr(opening, "MAX_BYTES", 8)
    assert len(read_backlog(str(path)).items) == 1
    monkeypatch.setattr(opening, "MAX_BYTES", 7)
    with pytest.raises(KanoError, match="is larger than"):
        read_backlog(str(path))


def test_a_message_shows_nothing_that_drives_a_terminal(tmp_path: Path) -> None:
    """Titles and priorities are other people's texts."""
    path = tmp_path / "b.csv"
    path.write_text("Title,Prio\na,\x1b[2J\nb,High\n", "utf-8")

    with pytest.raises(KanoError) as refused:
        read_backlog(str(path))

    assert "\x1b" not in str(refused.value)
