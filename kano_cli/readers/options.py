"""What a user can say about a file that the file does not say itself."""

from dataclasses import dataclass

from kano_cli.study.questionnaire import Questionnaire

LAYOUTS = (
    "wide", "alternating", "blocks", "long", "counts", "categories", "two-sheets", "marks",
)  # fmt: skip
"""What `--layout` takes; `alternating` and `blocks` are wide with the sides by position."""


@dataclass(frozen=True)
class ReadOptions:
    """The options that `kano classify` and `kano explain` share with Python users.

    `include` and `exclude` are reasons for leaving rows out, parted by commas. `by` is the
    column that says in which group each respondent is, `weight` the one that says what they count.
    """

    questionnaire: Questionnaire | None = None
    sheet: str = ""
    layout: str = ""
    header_row: int | None = None
    delimiter: str = ""
    encoding: str = ""
    codes: str = ""
    unknown: str = ""
    platform: str = ""
    include: str = ""
    exclude: str = ""
    by: str = ""
    weight: str = ""

    @property
    def weight_column(self) -> tuple[str, str]:
        """The column of weights, and where it was named: the option, else the questionnaire."""
        asked = self.questionnaire
        if self.weight or asked is None or not asked.weight:
            return self.weight, "--weight"
        return asked.weight, asked.places["weight"]
