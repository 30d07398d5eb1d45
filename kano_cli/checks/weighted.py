"""What does not take weights yet is refused: never unweighted in silence."""

from kano_cli.errors import KanoError, shortened
from kano_cli.study.responses import Survey


def refuse_weighted(survey: Survey, what: str) -> None:
    """Refuse a survey with weights.

    Raises:
        KanoError: that says which column, and what does not take weights.
    """
    if survey.origin.weight is not None:
        column = shortened(survey.origin.weight)
        raise KanoError(
            f'is weighted by column "{column}", and {what} does not take weights yet',
            survey.origin.file,
            "take the weight away: --weight, or weight: in the questionnaire",
        )
