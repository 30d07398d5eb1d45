"""Names in an XLSForm: what the platforms refuse, and names that would stand there twice."""

import re
from collections.abc import Iterator

from kano_cli.checks.gate.questionnaire.form_ids import proposed
from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import Form
from kano_cli.study.stamp import STAMP_COLUMN

OWN = (
    "start", "end", STAMP_COLUMN, "kano_introduction", "kano_consent", "kano_about_you",
    "kano_closing",
)  # fmt: skip
"""Names of rows that every form may have beside its questions."""

_PLATFORMS = (
    "meta", "instanceid", "instancename", "key", "submissiondate", "status", "formversion",
    "formdef_version", "reviewstate", "__version__",
)  # fmt: skip
# XLSForm allows a name to begin with _, but so do the columns that Kobo adds: _id and _uuid.
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")


def written_name(identity: str) -> str:
    """An id as the form has it: ODK puts `-` between group and name, so no name may have one.

    >>> written_name("night-locker_f")
    'night_locker_f'
    """
    return identity.replace("-", "_")


def refuse_names(form: Form) -> None:
    """Refuse a form with a name that the platforms do not take, or that stands in it twice.

    Raises:
        KanoError: with the feature or the segment, and another id.
    """
    ids = [page.feature for page in form.pages] + [question.code for question in form.segments]
    taken = dict.fromkeys((*OWN, *_PLATFORMS), "a column that the platforms have anyhow")
    for identity, what, names in _named(form):
        others = [other for other in ids if other != identity]
        better = proposed(identity, others)
        better = better if better not in (identity, *taken) else f"{better}2"
        cure = f"give it another id, such as  id: {better}"
        if not _NAME.fullmatch(written_name(identity)):
            raise KanoError(
                f'XLSForm does not take the id "{shortened(identity)}" of {what}: it must begin '
                "with a letter, and go on with letters, digits and _",
                form.file,
                cure,
            )
        for name in names:
            key = written_name(name).casefold()
            if key in taken:
                raise KanoError(
                    f'in an XLSForm the name "{shortened(name)}" of {what} is taken: it is '
                    f"{taken[key]}",
                    form.file,
                    cure,
                )
            taken[key] = f"of {what}, too"


def _named(form: Form) -> Iterator[tuple[str, str, list[str]]]:
    """Each id, what it is of, and the names of rows that come of it."""
    for page in form.pages:
        what = f'the feature "{shortened(page.feature)}"'
        yield page.feature, what, [page.feature, *(each.code for each in page.questions)]
    for question in form.segments:
        yield question.code, f'the segment "{shortened(question.code)}"', [question.code]
