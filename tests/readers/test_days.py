"""A column of texts as days: in which order it writes day, month and year."""

from collections.abc import Sequence

import pytest

from kano_cli.readers.questions.days import Span, span_of


def days(*texts: str, **how: object) -> tuple[str, str] | str | None:
    """What a column of these texts says."""
    found = span_of(texts, **how)  # type: ignore[arg-type]
    return (found.first.isoformat(), found.last.isoformat()) if isinstance(found, Span) else found


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-05", "2026-10-05 09:01:01", "2026-10-05T09:01:01.000+02:00", "2026/10/05",
        "2026/10/5 9:41:22 AM GMT+1", "5.10.2026", "05.10.26 09:01", "05.10.2026, 09:01:01",
        "Oct 05, 2026", "October 5, 2026 9:31 AM", "5 October 2026", "5th Oct 2026", "5-Oct-2026",
        "5 okt. 2026", "5. Oktober 2026", "46300", "46300.37569",
    ],
)  # fmt: skip
def test_a_day_that_can_be_read_one_way(text: str) -> None:
    """ISO, with points, with the name of a month, and the number behind a spreadsheet's day."""
    assert days(text) == ("2026-10-05", "2026-10-05")


@pytest.mark.parametrize(
    "text",
    [
        "1980-01-01 00:00:00", "2026-13-05", "2026-02-30", "5 Foo 2026", "yes", "12", "312.5",
        "2101-01-01", "09:41", "32873", "12 May 20", "2026-10-051", "5/10-2026", "202-10-05",
    ],
)  # fmt: skip
def test_other_texts_are_no_day(text: str) -> None:
    """Nor a year in which nobody answered: LimeSurvey keeps 1980 for no time at all."""
    assert days(text) is None


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["5/10/2026", "6/10/2026"], "ambiguous-dates"),
        (["12/10/2026", "5/12/2026"], "ambiguous-dates"),
        (["13/10/2026", "5/10/2026"], ("2026-10-05", "2026-10-13")),
        (["10/13/2026", "10/5/2026"], ("2026-10-05", "2026-10-13")),
        (["5-10-2026", "31-12-2026"], ("2026-10-05", "2026-12-31")),
        (["13/10/2026", "10/13/2026"], "unreadable-dates"),
        (["5/5/2026", "6/6/26"], ("2026-05-05", "2026-06-06")),
        (["5/10/2026", "2026-12-01", "2026-01-01"], ("2026-01-01", "2026-12-01")),
        (["5/10/2026", "2026-10-01"], "ambiguous-dates"),
        (["2026-10-05", "Oct 7, 2026", "6.10.2026"], ("2026-10-05", "2026-10-07")),
        (["2026-10-05", "n/a", "", "2026-10-07"], ("2026-10-05", "2026-10-07")),
        (["2026-10-05", "yesterday"], "unreadable-dates"),
        (["2026-10-05", "yesterday", "today"], "unreadable-dates"),
        (["yesterday", "today"], None),
        (["5/10/2026", "30/2/2026"], "unreadable-dates"),
        ([], None),
        (["", "-"], None),
    ],
)  # fmt: skip
def test_a_column_is_read_as_a_whole(
    texts: Sequence[str], found: tuple[str, str] | str | None
) -> None:
    """A number above 12 settles the order; without one nothing is guessed."""
    assert days(*texts) == found


def test_a_known_order_needs_no_proof() -> None:
    """But it must not be against the column."""
    assert days("10/5/2026", month_first=True) == ("2026-10-05", "2026-10-05")
    assert days("13/5/2026", month_first=True) == "unreadable-dates"
    assert days("5-10-2026", day_first="-") == ("2026-10-05", "2026-10-05")
    assert days("5/10/2026", day_first="-") == "ambiguous-dates"
