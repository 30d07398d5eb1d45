"""The management summary: the answer in one sentence, and a line for each decision."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kano_cli.analysis import analyse, load_questionnaire, settings_of
from kano_cli.comparison.segments import compare_segments
from kano_cli.core.result import Settings
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.report.document.blocks import Bullets, Heading, Paragraph
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from tests.report.document.texts import section
from tests.report.surveys import Counts, result_of, survey_of

SAMPLES = Path(__file__).parents[3] / "samples"
GOLDEN = Path(__file__).parent / "golden"

BASIC, PERFORMANCE, WOW = (200, 30, 10, 10), (20, 190, 20, 10), (5, 20, 190, 25)
INDIFFERENT, REVERSE = (10, 10, 20, 200), (2, 4, 10, 30, 190)
QUESTIONABLE, MIXED = (10, 10, 10, 10, 5, 160), (110, 105, 10, 10)


def summary_of(counts: Counts, language: str = "en", settings: Settings | None = None) -> list[str]:
    """The paragraphs of a summary, then its points, label and text."""
    study = Study(result_of(counts, settings), survey_of(counts))
    made = document(study, words(language), Choices(sections=("summary",)))
    lines = []
    for block in section(made, "summary").blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Bullets):
            lines += [f"{each.label}: {each.text}" if each.label else each.text
                      for each in block.points]  # fmt: skip
    return lines


LEADS: Mapping[str, tuple[Counts, str, str]] = {
    "one basic": (
        {"Lock": BASIC},
        "Get Lock right first.",
        "Zorg eerst dat Lock altijd in orde is.",
    ),
    "two basics": (
        {"Lock": BASIC, "Bell": BASIC},
        "Get Lock and Bell right first.",
        "Zorg eerst dat Lock en Bell altijd in orde zijn.",
    ),
    "one of each": (
        {"A": BASIC, "B": PERFORMANCE, "C": WOW, "D": INDIFFERENT, "E": REVERSE},
        "Get A right first, invest in B, surprise with C, spend nothing more on D, and drop E.",
        ("Zorg eerst dat A altijd in orde is, investeer in B, verras met C, "
        "steek geen tijd meer in D, en stop met E."),
    ),
    "four wows": (
        {"A": WOW, "B": WOW, "C": WOW, "D": WOW}, "Surprise with A and B.", "Verras met A en B.",
    ),
    "nine basics": (
        dict.fromkeys("ABCDEFGHI", BASIC),
        "Get A, B, C and 6 others right first.",
        "Zorg eerst dat A, B, C en 6 andere altijd in orde zijn.",
    ),
    "four basics": (
        dict.fromkeys("ABCD", BASIC),
        "Get A, B, C and D right first.",
        "Zorg eerst dat A, B, C en D altijd in orde zijn.",
    ),
    "unwanted": (
        {"A": INDIFFERENT, "B": REVERSE},
        "None of these features wins customers: spend nothing more on A, and drop B.",
        "Met geen van deze kenmerken wint u klanten: steek geen tijd meer in A, en stop met B.",
    ),
    "one unwanted": (
        {"A": REVERSE},
        "This feature does not win customers: drop A.",
        "Met dit kenmerk wint u geen klanten: stop met A.",
    ),
    "unwanted and undecided": (
        {"A": INDIFFERENT, "B": MIXED},
        "Spend nothing more on A.",
        "Steek geen tijd meer in A.",
    ),
    "all mixed": (
        {"A": MIXED, "B": MIXED},
        ("This survey does not decide yet: for none of its 2 features does one category clearly "
        "lead."),
        ("Dit onderzoek geeft nog geen uitsluitsel: bij geen van de 2 kenmerken gaat één categorie "
        "duidelijk voorop."),
    ),
    "one mixed": (
        {"A": MIXED},
        "This survey does not decide yet: for its only feature no category clearly leads.",
        ("Dit onderzoek geeft nog geen uitsluitsel: bij het enige kenmerk gaat geen categorie "
        "duidelijk voorop."),
    ),
    "only questionable": (
        {"A": QUESTIONABLE, "B": QUESTIONABLE},
        ("This survey decides nothing: answers that contradict each other are the most common ones "
        "about its 2 features."),
        ("Dit onderzoek geeft geen uitsluitsel: over de 2 kenmerken komen antwoorden die elkaar "
        "tegenspreken het vaakst voor."),
    ),
    "nobody answered": (
        {"A": (), "B": ()},
        "Nobody answered both questions of a feature, so this survey decides nothing yet.",
        ("Niemand heeft beide vragen over een kenmerk beantwoord, dus dit onderzoek geeft nog geen "
        "uitsluitsel."),
    ),
    "few answers": (
        {"A": (20, 1), "B": (2, 18)},
        ("As a first indication, from at most 21 answers per feature: get A right first, and "
        "invest in B."),
        ("Als eerste aanwijzing, uit hooguit 21 antwoorden per kenmerk: zorg eerst dat A altijd in "
        "orde is, en investeer in B."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEADS)
def test_the_first_sentence_answers_what_to_build(name: str) -> None:
    """In both languages, with as many features as there are."""
    counts, english, dutch = LEADS[name]

    assert summary_of(counts)[0] == english
    assert summary_of(counts, "nl")[0] == dutch


def test_the_first_sentence_is_the_strong_one() -> None:
    """A reader who stops there has the answer."""
    study = Study(result_of({"A": BASIC}), survey_of({"A": BASIC}))
    first = document(study, words("en")).sections[0].blocks[0]

    assert isinstance(first, Paragraph)
    assert first.strong


def test_long_names_leave_room_for_one_breath() -> None:
    """Fewer of them are named the longer they are."""
    many = {f"A feature with a name of quite some length, number {at}": BASIC for at in range(40)}
    lead = summary_of(many)[0]

    assert lead.endswith("number 2 and 37 others right first.")
    others = dict.fromkeys(many, BASIC) | {f"{name}!": WOW for name in many}
    others |= {f"{name}?": PERFORMANCE for name in many}
    assert "and 39 others right first, invest in" in summary_of(others)[0]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"A": MIXED, "B": BASIC}, ("A (basic, 63 % sure, or performance) is still undecided: "
         "ask more people before you decide.")),
        ({"A": MIXED, "B": MIXED}, ("A and B are still undecided: ask more people before you "
         "decide.")),
        (dict.fromkeys("ABCDEF", MIXED), ("A, B, C and 3 others are still undecided: ask more "
         "people before you decide.")),
        ({"A": QUESTIONABLE, "B": BASIC}, ("The questions about A were misunderstood: ask them "
         "again in other words.")),
        ({"A": (), "B": BASIC}, "Nobody answered both questions about A."),
        ({"A": (), "B": (), "C": BASIC}, "Nobody answered both questions about A and B."),
    ],
)  # fmt: skip
def test_the_second_paragraph_says_what_is_not_known(counts: Counts, expected: str) -> None:
    """A sentence for each reason, none about nothing."""
    assert summary_of(counts)[1] == expected


def test_what_is_settled_is_not_said_to_be_open() -> None:
    """No sentence about an empty group."""
    text = "\n".join(summary_of({"A": BASIC}))

    assert "undecided" not in text
    assert "Ask" not in text
    assert "Nobody" not in text
    assert len(summary_of({"A": BASIC})) == 3


def test_a_feature_under_a_rule_that_has_no_place_for_it_is_named() -> None:
    """And is not said to be settled."""
    counts = {"A": (0, 0, 0, 0, 240, 1), "B": BASIC}
    lines = summary_of(counts, settings=Settings(rule="quadrant"))

    assert lines[:2] == ["Get B right first.", "A has no place under rule quadrant."]
    only = summary_of({"A": (0, 0, 0, 0, 240, 1)}, settings=Settings(rule="quadrant"))
    assert only[0] == (
        "This survey decides nothing under rule quadrant: its only feature has no place."
    )


@pytest.mark.parametrize(("name", "by"), [("mobile-provider-nl", "Leeftijd"), ("saas-en", "Plan")])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_summary_of_a_sample_is_the_one_that_was_read_aloud(
    name: str, by: str, language: str
) -> None:
    """Word for word; after a change read it aloud again."""
    asked = load_questionnaire(SAMPLES / name / "questionnaire.yaml")
    survey = read_survey(str(SAMPLES / name / "survey.csv"), ReadOptions(asked, by=by))
    settings = settings_of(None, "mode", "category", 0.95, asked)
    study = Study(
        analyse(survey, settings), survey, compare_segments(survey, settings), None, asked
    )
    lines = []
    for block in document(study, words(language)).sections[0].blocks:
        if isinstance(block, Heading):
            lines += ["", f"## {block.text}", ""]
        elif isinstance(block, Paragraph):
            lines += [block.text, ""]
        elif isinstance(block, Bullets):
            lines += [f"- {each.label + ': ' if each.label else ''}{each.text}"
                      for each in block.points]  # fmt: skip
    text = "\n".join(lines).strip() + "\n"

    assert text == (GOLDEN / f"{name}.{language}.md").read_text("utf-8")
