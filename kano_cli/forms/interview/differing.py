"""How a file of answers differs from what is asked now, in words."""

from collections.abc import Sequence

from kano_cli.errors import listed, shortened
from kano_cli.forms.form import ANSWER_COLUMNS
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.stamp import changes, read_stamp


def other_columns(found: Sequence[str], wanted: Sequence[str]) -> str:
    """What is wrong with the header of a file."""
    if tuple(found[: len(ANSWER_COLUMNS)]) != ANSWER_COLUMNS:
        again = len(found) == 1 and found[0].replace('"', "").split(";")[:1] == [ANSWER_COLUMNS[0]]
        saved = ": it was saved again, with ; between the cells" if again else ""
        return f"is not a file of answers as kano writes it{saved}"
    lacks = [name for name in wanted if name not in found]
    more = [name for name in found if name not in wanted]
    parts = [f"it lacks {listed(lacks, 4)}"] if lacks else []
    parts += [f"it has {listed(more, 4)}"] if more else []
    what = " and ".join(parts) or "another order"
    return f"holds answers to another questionnaire: {what} (columns)"


def other_version(asked: Questionnaire, stamp: str) -> str:
    """What changed since the version of a stamp."""
    said = "answers another version of this questionnaire"
    read = read_stamp(stamp)
    if read is None:
        return f"{said} ({shortened(stamp, 30)})" if stamp else said
    found = changes(asked, read)
    if found is None:
        return said
    named = (("reworded", found.reworded), ("added", found.added), ("removed", found.removed))
    parts = [f"{what} {listed(which, 4)}" for what, which in named if which]
    whole = (("title", found.title), ("answers", found.answers))
    parts += [what for what, is_other in whole if is_other]
    return f"{said} (changed since: {'; '.join(parts)})" if parts else said
