"""Names that the columns of an answer file cannot have."""

import re
from collections import Counter

from kano_cli.checks.gate.questionnaire.form_ids import proposed
from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import ANSWER_COLUMNS, Form

# What a spreadsheet would run, and what a cell or a name of a field cannot hold.
_UNSAFE = re.compile(r"""^[\s"'=+\-@＝＋－＠]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]""")


def refuse_names(form: Form) -> None:
    """Refuse names that would not come back from a file of answers as they are.

    Raises:
        KanoError: naming the feature or the segment.
    """
    features = [page.feature for page in form.pages]
    segments = [question.code for question in form.segments]
    for name in (*features, *segments):
        if _UNSAFE.search(name):
            what = "feature" if name in features else "segment"
            raise KanoError(
                f'html: the id "{shortened(name)}" of a {what} cannot be the name of a column',
                form.file,
                f"write  id: {proposed(name, (*features, *segments))}",
            )
    taken = Counter((*ANSWER_COLUMNS, *(question.code for question in form.questions)))
    for name, times in taken.items():
        if times > 1:
            raise KanoError(
                f'html: the answers would have two columns called "{shortened(name)}"',
                form.file,
                "give the segment or the feature another id",
            )
