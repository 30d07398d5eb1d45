"""How a file was understood: facts for `kano inspect`, for a draft, and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.findings import Finding


class Role(StrEnum):
    """What a column was taken for."""

    FUNCTIONAL = "functional"
    DYSFUNCTIONAL = "dysfunctional"
    IMPORTANCE = "importance"
    RESPONDENT = "respondent"
    WEIGHT = "weight"
    SEGMENT = "segment"  # named by the questionnaire
    POSSIBLE_SEGMENT = "possible segment"  # few different texts
    RATING = "rating"  # of the journey, named by the questionnaire
    RECEIVED = "received"  # says who got a feature, as the questionnaire names it
    METADATA = "metadata"  # the survey tool's own
    FEATURE = "feature"  # of a long table, as are side, answer and count
    SIDE = "side"
    ANSWER = "answer"
    COUNT = "count"
    UNPAIRED = "unpaired"  # holds Kano answers, and its partner or its side is not proven
    LIKELY = "likely"  # looks like answers, in a wording that is not known
    LEFT_OUT = "left out"  # named like a question, and its answers are not on the scale
    TEXT = "text"  # what people wrote themselves
    OTHER = "other"  # numbers, dates, or the same in every row
    BLANK = "blank"


@dataclass(frozen=True)
class InspectedColumn:
    """One column: `place` is its letter, or its name in a file that has no letters.

    `different` counts the different texts in it; None where there are too many to count.
    """

    place: str
    header: str
    role: Role
    filled: int
    different: int | None
    code: str = ""
    feature: str = ""


@dataclass(frozen=True)
class InspectedPair:
    """Two columns that belong together, by their places; `doubt` says what is not proven.

    `evidence` is one of: questionnaire, layout, side words, row labels, numbered titles, texts,
    sheets, long table. `doubt` is empty, or one of: sides, contradictory, ambiguous, wording.
    """

    feature: str
    functional: str
    dysfunctional: str
    importance: str = ""
    evidence: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class InspectedText:
    """A text in the Kano columns of a side: the answer it was read as, or that it says nothing.

    `answer` is None for a text that was not understood, and for one that `is_missing`.
    """

    text: str
    count: int
    answer: Answer | None = None
    is_missing: bool = False


@dataclass(frozen=True)
class InspectedRatings:
    """The ratings of importance: in how many columns, and from where to where they go."""

    columns: int
    lowest: float
    highest: float


@dataclass(frozen=True)
class Inspection:
    """How a file was understood, up to the point where it was refused, if it was.

    `texts` has the texts of each side, functional and dysfunctional, most frequent first;
    `header_rows` counts as the spreadsheet does; `rows` are the rows of answers, with those that
    were left out; `codes` are those whose meaning was declared, or stands in the file.
    """

    file: str
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    platform: str | None = None
    platform_name: str = ""
    layout: str = ""
    language: str | None = None
    header_rows: tuple[int, ...] = ()
    rows: int = 0
    respondents: int | None = None
    left_out_rows: Mapping[str, int] = field(default_factory=dict)
    columns: tuple[InspectedColumn, ...] = ()
    pairs: tuple[InspectedPair, ...] = ()
    texts: Mapping[str, tuple[InspectedText, ...]] = field(default_factory=dict)
    importance: InspectedRatings | None = None
    codes: Mapping[str, Answer] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    refusal: KanoError | None = None
