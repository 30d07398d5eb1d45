"""Whatever is cut, doubled or overwritten in an export, it is read or refused, and never a bug."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from kano_cli.readers.backlogs.read import read_backlog
from kano_cli.study.backlog import Backlog
from tests.readers.backlogs.exports import EXPECTED, FILES

SCRAPS = st.sampled_from(
    [
        b'"',
        b"\n",
        b"{",
        b"[",
        b"}",
        b"kano:",
        b"null",
        b"\xff",
        b"- [ ] ",
        b",",
        b": ",
        b"\\",
        b"\0",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(EXPECTED)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), SCRAPS), min_size=1, max_size=4),
)
def test_a_damaged_export_is_read_or_refused(
    name: str, damages: list[tuple[float, int, bytes]]
) -> None:
    """With a place, a hint, and nothing else."""
    content = (FILES / name).read_bytes()
    for where, length, scrap in damages:
        at = int(where * len(content))
        content = content[:at] + scrap + content[at + length :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        outcome = read_or_refused(path)

    if isinstance(outcome, KanoError):
        assert outcome.place.startswith(str(path))
        assert outcome.hint
        assert len(str(outcome).split("\n")) == 2
    else:
        assert outcome.items
        assert all(item.key and item.place.line for item in outcome.items)


def read_or_refused(path: Path) -> Backlog | KanoError:
    """What becomes of a file."""
    try:
        return read_backlog(str(path))
    except KanoError as refused:
        return refused
