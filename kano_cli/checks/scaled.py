"""`--importance-scaled` needs ratings, and the ends of their scale: neither is guessed."""

from kano_cli.errors import KanoError
from kano_cli.study.responses import Survey


def refuse_unscaled(survey: Survey) -> None:
    """Refuse to scale by an importance that nobody gave, or whose scale is not known.

    Raises:
        KanoError: with what settles it.
    """
    if survey.responses is None or survey.responses.importance is None:
        raise KanoError(
            "has no ratings of importance",
            survey.origin.file,
            "leave out --importance-scaled",
        )
    if survey.origin.importance_scale is None:
        raise KanoError(
            "does not say between which ends importance was rated",
            survey.origin.file,
            "write importance: {min: 1, max: 9} into a questionnaire, with its own ends",
        )
