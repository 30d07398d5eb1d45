"""What is written in any layout comes back as it was, or is refused; it never comes back as other.

A swapped side, a swapped feature, a column lost in silence: each would turn a result around.
"""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.study.random_surveys import Written, files, key, without_a_column


def _parted(names: str) -> list[str]:
    """The names between the dots."""
    return names.split(" · ")


PLAIN = _parted(
    "Dark mode · Loan bike · Locker · Night locker · Night locker key · 2 GB extra · Wi-Fi"
    " · Free return · Café corner · Größe · Prozesse · 夜间模式 · 検索 · Прокат"
)
"""Names as product managers give them, one inside another, in several scripts."""

HARD = _parted(
    "Ads · No ads · With gift · Without gift · Pay without card · no-show fee · Never lost"
    " · Present · Absent · Negative · met korting · zonder korting · 没有广告 · 広告なし · あり"
    " · Important mails · Importance · functional · f · d · f1 · F 16 · x_f · Plan D · Plan F"
    " · C · C+ · C++ · C# · Search [new] · [Row] · Search (beta) · Pay - later · Pay: later"
    ' · Pay/later · a;b|c · The "best", one · line\nbreak · Search <fast> · Search <slow>'
    " · 😍 · NS · NA · n/a · null · -1 · 1 · 2 · =SUM(A1) · I like it · Neutral · Feature · n"
)
"""Names that hold negations, side words, marks, answers, blanks and what else may mislead."""

TEXT = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9)
steady = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
JOINED = st.builds(
    "{}{}{}".format,
    st.sampled_from(HARD),
    st.sampled_from((" ", "_", "-", ", ", " with ", " no ")),
    st.sampled_from(HARD + PLAIN),
)
ANY_NAME = st.one_of(st.sampled_from(PLAIN + HARD), st.sampled_from(HARD), JOINED, TEXT)
Rows = list[tuple[int, ...]]


def survey_in(content: bytes) -> Survey:
    """The survey in a file with this content."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        path.write_bytes(content)
        return read_survey(path)


def order_of(survey: Survey, written: Written) -> list[int]:
    """For each feature that was read, which of the written ones has its name, whole or in part."""
    order = []
    for feature in survey.features:
        name = key(feature.name)
        whole = [at for at, names in enumerate(written.names) if name in names]
        part = [at for at, names in enumerate(written.names) if any(name in n for n in names)]
        assert len(whole or part) == 1, f"{feature.name} is none of {written.names}"
        order.append((whole or part)[0])
    return order


def people(functional: Rows, dysfunctional: Rows) -> Counter[tuple[int, ...]]:
    """How many people gave which answers to all features; those who gave none left out."""
    rows = Counter((*one, *other) for one, other in zip(functional, dysfunctional, strict=True))
    return Counter({row: n for row, n in rows.items() if any(row)})


def assert_same(survey: Survey, written: Written) -> None:
    """Every feature has the answers that it was written with; an unanswered one may be left out."""
    order = order_of(survey, written)
    assert len(set(order)) == len(order)
    lost = set(range(len(written.names))) - set(order)
    answered = [
        at for at in lost if any(row[at] for row in (*written.functional, *written.dysfunctional))
    ]
    assert not answered
    assert not lost or "K106" in [finding.code for finding in survey.findings]
    expected = [
        [tuple(row[at] for at in order) for row in rows]
        for rows in (written.functional, written.dysfunctional)
    ]
    if survey.responses:
        read = survey.responses.functional, survey.responses.dysfunctional
        assert people(*([tuple(row) for row in side.tolist()] for side in read)) == people(
            *expected
        )
    cells = [
        Counter(zip(*pair, strict=True))
        for pair in zip(*(zip(*side, strict=True) for side in expected), strict=True)
    ]
    for feature, counted in enumerate(cells):
        grid = survey.tally.counts[feature].tolist()
        assert [[counted[one, other] for other in range(1, 6)] for one in range(1, 6)] == grid


@steady
@given(files(ANY_NAME))
def test_whatever_is_read_is_what_was_written(written: Written) -> None:
    """With names that hold negations, side words, brackets and marks; else the file is refused."""
    try:
        survey = survey_in(written.content)
    except KanoError:
        event(f"{written.layout}: refused")
        return
    event(f"{written.layout}: read")
    assert_same(survey, written)


@steady
@given(files(st.sampled_from(PLAIN), tidy=True))
def test_plain_names_are_never_refused(written: Written) -> None:
    """In every layout, wording, delimiter and encoding, in the orders that forms have."""
    event(written.layout)
    assert_same(survey_in(written.content), written)


@steady
@given(files(st.sampled_from(PLAIN), tidy=True), st.integers(0, 99))
def test_a_question_that_is_taken_away_is_missed(written: Written, at: int) -> None:
    """Its partner alone is half a pair, and never becomes the partner of another feature."""
    assume(len(written.names) > 1 and "feature" not in written.rows[0])

    with pytest.raises(KanoError):
        survey_in(without_a_column(written, at))
