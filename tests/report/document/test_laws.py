"""Whatever people answered, there is a report, and everything in it is filled in."""

import re
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.core.result import Settings
from kano_cli.core.rules import RULES
from kano_cli.report.document.blocks import TableBlock
from kano_cli.report.document.build import document
from kano_cli.report.document.decisions import decisions
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words
from tests.report.document.made import study_of, survey_of_groups
from tests.report.document.texts import blocks, texts
from tests.report.surveys import HOSTILE, result_of, survey_of

NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=90))
ROWS = st.tuples(*[st.integers(0, 60)] * 6)
COUNTS = st.dictionaries(NAMES, ROWS, min_size=1, max_size=8)
_OPEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@settings(max_examples=60, deadline=None)
@given(
    COUNTS,
    st.sampled_from(sorted(RULES)),
    st.sampled_from(["en", "nl"]),
    st.dictionaries(st.integers(0, 7), st.floats(1, 9), max_size=8),
)
def test_any_result_makes_a_document(
    counts: Mapping[str, tuple[int, ...]], rule: str, language: str, rated: Mapping[int, float]
) -> None:
    """No error, no control characters, a cell for each column, each feature decided once."""
    names = list(counts)
    importance = {names[at]: mean for at, mean in rated.items() if at < len(names)}
    result = result_of(counts, Settings(rule=rule), importance=importance)
    study = Study(result, survey_of(counts))
    made = document(study, words(language), Choices(detail=True))

    assert not [text for text in texts(made) if _OPEN.search(text)]
    for block in blocks(made):
        if isinstance(block, TableBlock):
            assert {len(row) for row in block.rows} <= {len(block.columns)}
            for row in block.rows:
                assert not [cell for cell in row if cell.value != cell.value]
    found = decisions(study)
    placed = [*(each for some in found.clear.values() for each in some), *found.undecided,
              *found.outside, *found.empty]  # fmt: skip
    assert sorted(each.id for each in placed) == sorted(each.id for each in result.features)


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["Free", "Team", "Pro", "Boss"]), st.tuples(ROWS, ROWS),
                    min_size=2),
    st.sampled_from(["en", "nl"]),
    st.integers(1, 40),
)  # fmt: skip
def test_no_group_that_is_too_small_is_named(
    groups: Mapping[str, tuple[tuple[int, ...], ...]], language: str, least: int
) -> None:
    """Whatever its answers; the others are shown where there are two."""
    counts = {name: {"A": one, "B": two} for name, (one, two) in groups.items()}
    sizes = {name: max(sum(one), sum(two)) for name, (one, two) in groups.items()}
    if sum(size > 0 for size in sizes.values()) < 2 or len(sizes) * 5 > 4 * sum(sizes.values()):
        return
    study = study_of(survey_of_groups(counts))
    made = document(study, words(language), Choices(min_group=least))

    every = "\n".join(texts(made))
    for name, size in sizes.items():
        assert (name in every) is (size >= least) or sum(n >= least for n in sizes.values()) < 2
