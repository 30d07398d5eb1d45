"""Inspections made for a test: a file that was read, one that was refused, and hostile ones."""

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError
from kano_cli.findings import Finding, Place
from kano_cli.readers.inspection.record import (
    InspectedColumn,
    InspectedPair,
    InspectedRatings,
    InspectedText,
    Inspection,
    Role,
)

LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer
WORDINGS = (
    "I like it that way", "It must be that way", "I am neutral", "I can live with it that way",
    "I dislike it that way",
)  # fmt: skip
FEATURES = ("Dark mode", "Offline mode", "Single sign-on", "Weekly digest mail")

RATED = InspectedRatings(1, 1.0, 9.0)
"""Ratings of importance, in one column."""


def texts(*counts: int) -> tuple[InspectedText, ...]:
    """The five usual texts with these counts, most frequent first."""
    found = [
        InspectedText(text, n, answer)
        for text, n, answer in zip(WORDINGS, counts, Answer, strict=True)
        if n
    ]
    return tuple(sorted(found, key=lambda each: -each.count))


def pair_columns(at: int, feature: str, letters: str) -> tuple[InspectedColumn, ...]:
    """The two questions about a feature and its importance."""
    functional, dysfunctional, importance = tuple(letters)
    asked = f"How would you feel if the product had the feature {feature}?"
    denied = f"How would you feel if the product did not have the feature {feature}?"
    rated = f"How important is {feature} to you?"
    return (
        InspectedColumn(functional, asked, Role.FUNCTIONAL, 178, 5, f"Q{at}a", feature),
        InspectedColumn(dysfunctional, denied, Role.DYSFUNCTIONAL, 177, 6, f"Q{at}b", feature),
        InspectedColumn(importance, rated, Role.IMPORTANCE, 170, 9, f"Q{at}c", feature),
    )


def understood() -> Inspection:
    """An export of a survey tool without anything doubtful."""
    letters = ("EFG", "HIJ", "KLM", "NOP")
    paired = [pair_columns(at + 1, FEATURES[at], letters[at]) for at in range(len(FEATURES))]
    return Inspection(
        file="export.xlsx",
        sheet="Sheet0",
        other_sheets=("Read me", "Codes"),
        platform="qualtrics",
        platform_name="Qualtrics",
        layout="wide",
        language="en",
        header_rows=(1, 2, 3),
        rows=183,
        respondents=178,
        left_out_rows={"empty": 1, "preview": 1, "incomplete": 3},
        columns=(
            InspectedColumn("A", "Start Date", Role.METADATA, 183, None, "StartDate"),
            InspectedColumn("B", "End Date", Role.METADATA, 183, None, "EndDate"),
            InspectedColumn("C", "Response Type", Role.METADATA, 183, 2, "Status"),
            InspectedColumn("D", "Response ID", Role.RESPONDENT, 183, None, "ResponseId"),
            *(column for columns in paired for column in columns),
            InspectedColumn("Q", "What is your plan?", Role.SEGMENT, 178, 3, "Plan"),
            InspectedColumn("R", "How old are you?", Role.POSSIBLE_SEGMENT, 170, 5, "Age"),
            InspectedColumn("S", "What else would you like?", Role.TEXT, 61, None, "Else"),
            InspectedColumn("T", "", Role.BLANK, 0, 0),
        ),
        pairs=tuple(
            InspectedPair(feature, place[0], place[1], place[2], "side words")
            for feature, place in zip(FEATURES, letters, strict=True)
        ),
        texts={
            "functional": (*texts(402, 130, 101, 60, 19), InspectedText("N/A", 2, is_missing=True)),
            "dysfunctional": texts(20, 33, 140, 190, 325),
        },
        codes={"1": LIKE, "5": DISLIKE},
        findings=(
            Finding("K114", {"names": ("Read me", "Codes")}),
            Finding("K103", {"count": 2, "words": (("N/A", 2),)}),
        ),
    )


def doubtful() -> Inspection:
    """A file of which not everything is proven, and which was refused for it."""
    unread = (InspectedText("Meh", 12), InspectedText("Perhaps, if it is cheap", 3))
    return Inspection(
        file="answers.csv",
        layout="wide",
        header_rows=(1,),
        rows=40,
        left_out_rows={"incomplete": 2},
        columns=(
            InspectedColumn("A", "Name", Role.TEXT, 40, None),
            InspectedColumn("B", "Loan bike (with)", Role.FUNCTIONAL, 40, 5),
            InspectedColumn("C", "Loan bike (without)", Role.DYSFUNCTIONAL, 40, 5),
            InspectedColumn("D", "Cycle lane 1", Role.FUNCTIONAL, 40, 5),
            InspectedColumn("E", "Cycle lane 2", Role.DYSFUNCTIONAL, 39, 5),
            InspectedColumn("F", "Repair service", Role.UNPAIRED, 40, 5),
            InspectedColumn("G", "Parking", Role.LIKELY, 38, 4),
            InspectedColumn("H", "How did you hear of us?", Role.LEFT_OUT, 12, 1),
        ),
        pairs=(
            InspectedPair("Loan bike", "B", "C", evidence="side words"),
            InspectedPair("Cycle lane", "D", "E", evidence="numbered titles", doubt="sides"),
        ),
        texts={"functional": (*texts(20, 10, 5, 0, 0), *unread), "dysfunctional": unread[:1]},
        findings=(
            Finding("K104", {"count": 3, "words": (("Meh", 3),)}, Place("answers.csv", row=4)),
        ),
        refusal=KanoError(
            "nothing says which of the two questions is the functional one",
            'answers.csv, column D "Cycle lane 1"',
            "add --layout alternating, or name the columns in a --questionnaire",
        ),
    )


def hostile(bad: str) -> Inspection:
    """An inspection in which every text of the file is this one."""
    place = bad[:60]
    return Inspection(
        file=bad,
        sheet=bad,
        other_sheets=(bad, bad),
        platform=bad,
        platform_name=bad,
        layout=bad,
        language=bad,
        header_rows=(1,),
        rows=2,
        respondents=2,
        left_out_rows={bad: 1, "empty": 1},
        columns=(
            *(InspectedColumn(letter, bad, Role.FUNCTIONAL, 2, 2, bad, bad) for letter in "ABC"),
            InspectedColumn(place, bad, Role.DYSFUNCTIONAL, 2, 2),
            *(InspectedColumn(f"Z{role.name[0]}", bad, role, 2, 2, bad) for role in Role),
        ),
        pairs=(
            InspectedPair(bad, "A", "B", "C", "side words"),
            InspectedPair(bad, "A", place, "", bad, bad),
        ),
        texts={
            "functional": (
                InspectedText(bad, 2, LIKE),
                InspectedText(bad, 1),
                InspectedText(bad, 1, is_missing=True),
            ),
            "dysfunctional": (InspectedText(bad, 2, DISLIKE),),
        },
        importance=RATED,
        codes={bad: LIKE},
        findings=(Finding("K109", {"header": bad}), Finding("K108", {"names": (bad, bad)})),
        refusal=KanoError(bad, bad, bad),
    )
