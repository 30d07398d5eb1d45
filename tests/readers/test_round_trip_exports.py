"""What a survey tool or a hand wrote comes back as it was, or is refused; never as other."""

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from tests.readers.test_round_trip import ANY_NAME, PLAIN, assert_same, steady, survey_in
from tests.study.random_exports import exports
from tests.study.random_surveys import Written, without_a_column


@steady
@given(exports(ANY_NAME))
def test_whatever_is_read_is_what_was_written(written: Written) -> None:
    """With header rows, groups, marked rows, codes and records; else the file is refused."""
    try:
        survey = survey_in(written.content)
    except KanoError:
        event(f"{written.layout}: refused")
        return
    event(f"{written.layout}: read")
    assert_same(survey, written)


@steady
@given(exports(st.sampled_from(PLAIN), tidy=True))
def test_plain_names_are_never_refused(written: Written) -> None:
    """In the shape of every tool, with whatever stands in rows that do not count."""
    event(written.layout)
    assert_same(survey_in(written.content), written)


@steady
@given(exports(st.sampled_from(PLAIN), tidy=True), st.integers(0, 99))
def test_a_question_that_is_taken_away_is_missed(written: Written, at: int) -> None:
    """Its partner alone is half a pair, also where it stood under a merged cell."""
    assume(len(written.names) > 1 and written.places)

    with pytest.raises(KanoError):
        survey_in(without_a_column(written, at))
