"""Names that a target takes: ids that it refuses, and two questions that would become one."""

from collections.abc import Iterator

from kano_cli.checks.gate.questionnaire.form_ids import proposed, refused
from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import Form

OWN = "kano_"
"""What stands before the names of what a form holds beside its questions."""


def refuse_ids(form: Form, target: str, also: str = "") -> None:
    """Refuse ids that a target would read as something else.

    Args:
        form: the form, with its features and questions about people.
        target: as `refused` names it, such as Qualtrics.
        also: further signs that no id may have there.

    Raises:
        KanoError: with the feature and an id that every target takes.
    """
    every = [(page.feature, "feature") for page in form.pages]
    every += [(question.code, "segment") for question in form.segments]
    for identity, kind in every:
        found = refused(identity)
        signs = set(also) & set(identity)
        if signs or not identity.isprintable() or (found and target in found.targets):
            others = [each for each, _ in every if each != identity]
            raise KanoError(
                f'{target} cannot take the id "{shortened(identity)}" of a {kind}',
                form.file,
                f"write id: {proposed(identity, others)}",
            )


def refuse_doubles(form: Form, target: str) -> None:
    """Refuse questions whose names are one there: capitals make no difference.

    Raises:
        KanoError: with both, and what to do.
    """
    taken: dict[str, str] = {}
    for code, whose in _names(form):
        if code.casefold().startswith(OWN):
            raise KanoError(
                f'{target} cannot take the name "{shortened(code)}" of {whose}',
                form.file,
                f"give it an id that does not begin with {OWN}",
            )
        first = taken.setdefault(code.casefold(), whose)
        if first != whose:
            raise KanoError(
                f'{first} and {whose} would both have the question "{shortened(code)}"',
                form.file,
                f"change the id of {whose}",
            )


def _names(form: Form) -> Iterator[tuple[str, str]]:
    """The name of each question, and of what it is a question."""
    for page in form.pages:
        for question in page.questions:
            yield question.code, f"feature {shortened(page.feature)}"
    for question in form.segments:
        yield question.code, f"segment {shortened(question.code)}"
