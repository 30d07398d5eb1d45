"""Questions and answers in other words than in the baseline."""

from dataclasses import replace

import pytest

from tests.checks.gate.changes import ASKED, since, told, worded
from tests.checks.gate.gated import only, said


@pytest.mark.parametrize(
    ("questions", "variants"),
    [
        (ASKED, []),
        (("How do you like it with a SEARCH?", ASKED[1]), []),
        (("How do you like it with a finder?", ASKED[1]), ["functional"]),
        ((ASKED[0], "How do you like it without any search?"), ["dysfunctional"]),
        (
            ("What if it had a finder?", "What if it had no finder?"),
            ["functional", "dysfunctional"],
        ),
        (("search_f", "search_d"), []),
    ],
)
def test_questions_in_other_words(questions: tuple[str, str], variants: list[str]) -> None:
    """Case is no wording, and neither is a short name."""
    verdicts = since(worded(ASKED), worded(questions), only("K434"))

    assert [verdict.finding.facts["variant"] for verdict in verdicts] == variants
    assert all(verdict.feature == "a" for verdict in verdicts)


def test_both_texts_are_shown_where_they_differ() -> None:
    """Long questions begin alike."""
    new = ("How do you like it with a finder?", ASKED[1])
    (text,) = told(since(worded(ASKED), worded(new)), "K434").values()

    assert text == (
        'the functional question of A was "…you like it with a search?" and is '
        '"…you like it with a finder?"'
    )


def test_answers_in_other_words() -> None:
    """The first that changed is named, from like to dislike; new words beside the old are none."""
    old = {"LIKE": "I like it", "NEUTRAL": "I am neutral", "DISLIKE": "I dislike it"}
    verdicts = since(
        worded(ASKED, old),
        worded(ASKED, {**old, "NEUTRAL": "Whatever", "DISLIKE": "Bad"}),
        only("K434"),
    )

    assert list(told(verdicts, "K434").values()) == [
        'the answer neutral was worded "i am neutral" and is "whatever"'
    ]
    fewer = {"LIKE": "I like it", "MUST_BE": "Sure"}
    assert since(worded(ASKED, old), worded(ASKED, fewer), only("K434")) == []


@pytest.mark.parametrize(
    ("then", "now", "texts"),
    [
        ("en", "nl", ["the answers were in English and are in Dutch"]),
        ("en", "en", ["the answer like was worded"]),
        ("", "nl", ["the answer like was worded"]),
        ("en", "", ["the answer like was worded"]),
    ],
)
def test_another_language_is_said_once(then: str, now: str, texts: list[str]) -> None:
    """Then all words are other ones; where one is not known, the words themselves tell."""
    before, after = worded(ASKED, {"LIKE": "I like it"}), worded(ASKED, {"LIKE": "Fijn"})
    before = replace(before, origin=replace(before.origin, language=then or None))
    after = replace(after, origin=replace(after.origin, language=now or None))
    verdicts = since(before, after, only("K434"))

    assert [said(verdict)[: len(text)] for verdict, text in zip(verdicts, texts, strict=True)] == (
        texts
    )
