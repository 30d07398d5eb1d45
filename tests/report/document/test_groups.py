"""Groups and waves in a report: who may be shown, and what is said of them."""

from dataclasses import replace

import pytest

from kano_cli.comparison.segments import compare_segments
from kano_cli.core.result import Settings
from kano_cli.errors import KanoError
from kano_cli.report.document.build import document
from kano_cli.report.document.hidden import shown_groups
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from kano_cli.study.responses import Survey
from tests.report.document.made import small, study_of, survey_of_groups
from tests.report.document.texts import column, section, table, texts, told

ENGLISH = words("en")
BASIC, WOW = (40, 4, 2, 4), (2, 4, 40, 4)


def study_by(groups: dict[str, dict[str, tuple[int, ...]]]) -> Study:
    """A study that was split."""
    return study_of(survey_of_groups(groups))


def test_a_small_group_is_nowhere_in_the_document() -> None:
    """Neither its name nor its numbers; how many people it is, is said."""
    study = study_by({"Free": {"A": BASIC}, "Team": {"A": WOW}, "The boss": {"A": (0, 0, 4)}})
    made = document(study, ENGLISH, Choices(detail=True))

    assert "The boss" not in "\n".join(texts(made))
    assert [each.heading for each in table(made, "segments").columns] == [
        "Feature", "Free (50)", "Team (50)", "V", "p",
    ]  # fmt: skip
    assert (
        "1 group of fewer than 5 people is not shown (4 people), so that nobody can be recognised"
    ) in told(made, "segments")
    assert "basic for Free; wow for Team" in told(made, "segments")


def test_how_small_may_be_chosen() -> None:
    """By --min-group."""
    study = study_by({"Free": {"A": BASIC}, "Team": {"A": WOW}, "Boss": {"A": (0, 0, 4)}})

    shown = document(study, ENGLISH, Choices(min_group=4))
    hidden = document(study, ENGLISH, Choices(min_group=51))
    assert "Boss (4)" in [each.heading for each in table(shown, "segments").columns]
    assert told(hidden, "segments").splitlines()[-1] == (
        "There are not two groups of at least 51 people, so nothing is compared here."
    )
    assert "Free" not in "\n".join(texts(hidden))


def test_a_feature_that_few_of_a_group_answered_is_left_blank() -> None:
    """Its people are as few as those of a small group."""
    study = study_by({"Free": {"A": BASIC, "B": BASIC}, "Team": {"A": WOW, "B": (1, 2, 1)}})
    made = document(study, ENGLISH)
    block = table(made, "segments")

    blanks = dict(zip(column(block, "feature"), column(block, "group_2"), strict=True))
    assert blanks == {"A": "wow", "B": "–"}
    assert "A dash stands where fewer than 5 people of a group answered." in block.notes
    assert "(1, 2, 1)" not in str(shown_groups(study.segments, 5).comparison.features)  # type: ignore[arg-type]


def test_several_small_groups_are_counted_together() -> None:
    """So that none of them can be told apart."""
    small_ones: dict[str, dict[str, tuple[int, ...]]] = {
        name: {"A": (0, 0, 2)} for name in ("Ann", "Bob")
    }
    made = document(study_by({"X": {"A": BASIC}, "Y": {"A": WOW}, **small_ones}), ENGLISH)

    assert "2 groups of fewer than 5 people each are not shown (4 people together)" in told(
        made, "segments"
    )
    assert not [text for text in texts(made) if "Ann" in text or "Bob" in text]


def test_differences_with_a_hidden_group_are_not_shown() -> None:
    """The places of the others stay right."""
    study = study_by(
        {"Boss": {"A": (4,)}, "Free": {"A": BASIC}, "Team": {"A": WOW}, "Pro": {"A": BASIC}}
    )
    made = document(study, ENGLISH)

    assert column(table(made, "segments_differences"), "groups") == [
        "Free minus all others", "Team minus all others", "Pro minus all others",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("groups", "what"),
    [
        ({"ann@x.nl": {"A": BASIC}, "Team": {"A": WOW}}, "holds an @"),
        ({name: {"A": (1,)} for name in "abcdef"}, "has another text for nearly everybody"),
    ],
)
def test_a_column_that_names_people_is_refused(
    groups: dict[str, dict[str, tuple[int, ...]]], what: str
) -> None:
    """Before any of it is shown."""
    with pytest.raises(KanoError) as refused:
        document(study_by(groups), ENGLISH, Choices(sections=("segments",)))

    assert what in refused.value.message
    assert "ann@x.nl" not in str(refused.value)
    with pytest.raises(KanoError):
        document(study_by(groups), ENGLISH, Choices(sections=("summary",)))


def test_groups_that_are_alike_make_no_claim() -> None:
    """That they are equal is not proven."""
    made = document(study_by({"Free": {"A": BASIC}, "Team": {"A": BASIC}}), ENGLISH)

    assert "That is no proof that they are alike" in told(made, "segments")
    assert "No difference between the groups by Abonnement was seen" in told(made, "summary")
    assert not [block for block in section(made, "segments").blocks if "figure" in str(type(block))]


def test_waves_move_along_the_usual_path() -> None:
    """In the words of `kano compare`, with the caution about the path."""
    text = told(small("en"), "waves")

    assert "moved along the usual path, from indifferent to basic" in text
    assert "Nilsson-Witell & Fundin 2005" in text
    assert "2024.csv (149)" in text
    dutch = told(small("nl"), "waves")
    assert "verschoven langs het gebruikelijke pad, van onverschillig naar basis" in dutch


def test_a_file_name_with_an_at_sign_is_no_person() -> None:
    """Waves go by their files."""
    study = study_of(survey_of_groups({"Free": {"A": BASIC}, "Team": {"A": WOW}}), waves=True)
    assert study.waves is not None
    renamed = tuple(replace(group, name=f"@{group.name}") for group in study.waves.groups)
    made = document(replace(study, waves=replace(study.waves, groups=renamed)), ENGLISH)

    assert "@2024.csv (100)" in told(made, "waves")


def test_people_without_a_group_are_counted() -> None:
    """And are in no group."""
    survey = survey_of_groups({"Free": {"A": BASIC}, "Team": {"A": WOW}})
    made = document(_with_blanks(survey, 12), ENGLISH)

    assert "12 people whose group is not known are left out." in told(made, "segments")
    assert "Free (38)" in told(made, "segments")


def _with_blanks(survey: Survey, blank: int) -> Study:
    """The study when so many people did not name their group."""
    responses = survey.responses
    assert responses is not None
    assert responses.groups is not None
    codes = responses.groups.codes.copy()
    codes[:blank] = -1
    groups = replace(responses.groups, codes=codes)
    survey = Survey.of(replace(responses, groups=groups), survey.origin)
    study = study_of(survey, by=False)
    return replace(study, segments=compare_segments(survey, Settings()))


def test_of_many_that_are_alike_only_some_are_named() -> None:
    """The table has them all."""
    names = [f"F{at}" for at in range(12)]
    alike = dict.fromkeys(names, BASIC)
    study = study_by({"Free": {"A": BASIC, **alike}, "Team": {"A": WOW, **alike}})
    text = told(document(study, ENGLISH), "segments")

    assert "F0, F1, F2, F3, F4, F5, F6, F7 and 4 others." in text
    assert "basic for Free; wow for Team." in text
