"""The words of the output: both languages say the same things."""

import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import kano_cli.report
from kano_cli.core.categories import ANSWER_WORDS, CATEGORY_WORDS, Answer, Category
from kano_cli.core.rules import RULES
from kano_cli.errors import KanoError
from kano_cli.findings import CATALOGUE, Finding, Place
from kano_cli.report.words import chosen_language, spoken, words

FOLDER = Path(kano_cli.report.__file__).parent / "languages"
SAME = {
    "questionnaire.scale",
    "category.wow", "language.zh", "column.rank", "column.better", "column.worse",
    "column.both", "column.answered", "column.better_scaled", "column.worse_scaled",
    "explain.better", "explain.worse", "explain.fong", "explain.scores", "gate.code",
    "headline.respondents.one", "report_xlsx.sheet_scores", "report_xlsx.weight",
    "report_xlsx.score", "report_xlsx.respondent", "report_journey.score",
    "quick_scan.score_column", "quick_scan.interval_column",
}  # fmt: skip
"""What a Dutch reader reads in English: names of measures, and words that both share."""


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a language by its dotted name."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from texts(part, f"{name}.{key}" if name else str(key))
    else:
        yield name, str(value)


def loaded(code: str) -> dict[str, str]:
    """A language file, flat."""
    return dict(texts(tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))))


def placeholders(text: str) -> list[str]:
    """The facts that a text asks for."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


ENGLISH = loaded("en")
OTHERS = [code for code in spoken() if code != "en"]


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_text_and_no_other(code: str) -> None:
    """In the order of the English file, so that two files can be compared by eye."""
    assert list(loaded(code)) == list(ENGLISH)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", ENGLISH)
def test_a_text_asks_for_the_same_facts(code: str, name: str) -> None:
    """None lost, none made up; no hint where English has none."""
    assert placeholders(loaded(code)[name]) == placeholders(ENGLISH[name])
    assert bool(loaded(code)[name]) == bool(ENGLISH[name])


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_was_left_in_english(code: str) -> None:
    """But for names of measures and words that both languages share."""
    same = {name for name, text in loaded(code).items() if text and text == ENGLISH[name]}

    assert same == SAME


@pytest.mark.parametrize("code", spoken())
def test_a_text_has_no_slips_of_typing(code: str) -> None:
    """No double or outer spaces, no straight minus before a number, no decimal comma."""
    for name, text in loaded(code).items():
        assert text == " ".join(text.split()).replace("↓ ", "↓   "), name
        assert "-1" not in text, name
        assert "..." not in text, name


@pytest.mark.parametrize("code", spoken())
def test_every_word_of_the_method_has_a_name(code: str) -> None:
    """Categories, answers, rules."""
    language = words(code)

    assert [language.category(category) for category in Category]
    assert [language.answer(answer) for answer in Answer]
    assert language.category(None)
    assert set(language.texts["category"]) == {*CATEGORY_WORDS, "none", "outside"}
    assert set(language.texts["answer"]) == set(ANSWER_WORDS)
    assert set(RULES) <= set(language.texts["explain"])


FACTS: Mapping[str, Mapping[str, Any]] = {
    "K101": {"encoding": "cp1252"},
    "K102": {"count": 2},
    "K103": {"count": 3, "words": (("n/a", 2), ("weet niet", 1))},
    "K104": {"count": 2, "words": (("Maybe", 2),)},
    "K105": {"languages": ("en", "nl")},
    "K106": {"names": ("Q9", "Q10")},
    "K107": {"count": 4},
    "K108": {"names": ("Dark mode",)},
    "K109": {"header": "CafÃ©"},
    "K111": {"count": 2, "value": "eleven"},
    "K112": {"count": 12},
    "K113": {"names": ("Importance of Z",)},
    "K114": {"names": ("Read me",)},
    "K115": {"names": ("C/D",)},
    "K116": {"names": ("Pay pos", "Pay neg")},
    "K117": {"count": 2, "features": (("A", 1), ("B", 1))},
    "K118": {"categories": ("reverse", "questionable")},
    "K119": {"count": 3, "reasons": (("preview", 1), ("incomplete", 2)), "option": "preview"},
    "K120": {"place": 'sheet "Codes"', "names": ("1 = like", "5 = dislike")},
    "K121": {"count": 2, "reasons": (("duplicated", 2),)},
    "K122": {"names": ("Anything else?",)},
    "K123": {"names": ("Satisfaction",)},
    "K125": {"count": 2, "column": "Gewicht"},
    "K126": {"count": 2, "column": "Gewicht"},
    "K127": {"count": 2, "changed": ("title", "answers", "added A", "removed b", "reworded C")},
    "K128": {"title": "Bike shop"},
    "K129": {"count": 2, "versions": (("3f9c01aa", 12), ("88d1e2b0", 30))},
    "K130": {"count": 2, "names": ("b.csv", "c.csv")},
    "K131": {
        "count": 2,
        "rated": "NPS",
        "values": ("11", "-1"),
        "cell": "F14",
        "lowest": "0",
        "highest": "10",
    },
    "K132": {"names": ("NPS", "Cijfer")},
    "K133": {
        "variant": "smaller",
        "rated": "Cijfer",
        "count": 40,
        "most": "5",
        "lowest": "1",
        "highest": "10",
    },
    "K134": {
        "variant": "ratings",
        "count": 2,
        "rated": "NPS",
        "texts": ("great", "fine"),
        "cell": "F14",
    },
    "K135": {"variant": "no-consent", "count": 2, "names": ("a.docx", "b.docx")},
    "K201": {"count": 2, "features": (("A", 12), ("B", 0))},
    "K202": {"fewest": 120},
    "K203": {"count": 3, "features": (("A", 1), ("B", 2))},
    "K204": {"features": (("A", 7.1),)},
    "K205": {"names": ("A",)},
    "K206": {"names": ("A",)},
    "K207": {"percent": 61},
    "K208": {"count": 2},
    "K209": {"count": 2},
    "K210": {"count": 2},
    "K211": {"functional": 51, "dysfunctional": 14, "pairs": 1},
    "K212": {"count": 2},
    "K213": {"count": 2, "column": "Duration (in seconds)"},
    "K214": {"count": 2, "same": 1, "different": 1},
    "K215": {"features": (("A", 74.2),)},
    "K216": {"count": 3, "kinds": (("straightliners", 1), ("questionable>2", 2))},
    "K301": {"names": ("A",)},
    "K302": {"names": ("A",)},
    "K303": {"variant": "languages", "languages": ("en", "nl")},
    "K304": {"names": ("a.csv standard", "b.csv pouliot")},
    "K305": {"count": 2, "names": ("A", "B")},
    "K306": {"names": ("a.csv wide", "b.csv long")},
    "K307": {"count": 2, "names": ("A", "B"), "files": ("a.csv",)},
    "K308": {"count": 2, "column": "Plan"},
    "K309": {"count": 2, "groups": (("Free", 12), ("Pro", 0))},
    "K310": {"count": 2, "groups": (("Free", 22), ("Pro", 29))},
    "K311": {"count": 2, "features": ("Search", "Dark mode")},
    "K312": {"first": "2024.csv", "second": "2025.csv"},
    "K401": {"count": 2, "feature": "A", "limit": 30, "more": 28},
    "K402": {"feature": "A", "share": 6.0, "questionable": 6, "pairs": 100, "limit": 5.0},
    "K403": {"feature": "A", "share": 11.0, "half": 11, "pairs": 100, "limit": 10.0},
    "K404": {
        "feature": "A",
        "category": "wow",
        "certainty": 0.58,
        "rival": "indifferent",
        "rival_certainty": 0.41,
        "more": 160,
    },
    "K405": {"date": "2024-01-01", "days": 851, "limit": 730.0},
    "K406": {"share": 12.0, "lost": 12, "rows": 100, "reasons": (("spam", 12),), "limit": 10.0},
    "K407": {"feature": "A", "share": 74.2},
    "K410": {"feature": "A", "release": "", "certainty": 0.97, "standing": "decided"},
    "K411": {
        "item": "Calls",
        "other": "Gift",
        "feature": "A",
        "wow": "B",
        "certainty": 0.97,
        "standing": "undecided",
    },
    "K412": {
        "item": "Spam",
        "feature": "A",
        "percent": 74,
        "certainty": 0.97,
        "standing": "decided",
    },
    "K413": {
        "variant": "priority",
        "item": "Paper",
        "feature": "A",
        "priority": "High",
        "size": 8.0,
        "certainty": 0.97,
        "standing": "decided",
    },
    "K414": {"features": ("A", "B")},
    "K415": {"planned": 4, "limit": 3, "features": ("A", "B", "C", "D")},
    "K416": {"correlation": -0.4, "limit": 0.0, "ranked": 6},
    "K417": {"variant": "near", "item": "Paper", "near": ("A", "B")},
    "K418": {"items": 2, "feature": "A", "names": ("Calls", "Gift")},
    "K419": {"variant": "near", "item": "Calls", "name": "a1", "near": ("a",)},
    "K420": {"item": "Calls", "feature": "A"},
    "K430": {
        "variant": "forward",
        "feature": "A",
        "old_category": "wow",
        "old_certainty": 0.97,
        "category": "performance",
        "certainty": 0.99,
    },
    "K431": {
        "variant": "better",
        "feature": "A",
        "old_value": 0.5,
        "new_value": 0.8,
        "moved": 0.3,
        "low": 0.21,
        "high": 0.38,
        "limit": 0.1,
    },
    "K432": {"feature": "A"},
    "K433": {"feature": "A"},
    "K434": {"variant": "functional", "feature": "A", "old": "With it?", "new": "Having it?"},
    "K435": {
        "count": 2,
        "old": "standard",
        "new": "pouliot",
        "cells": ("like/like", "like/dislike"),
    },
    "K436": {"old": "mode", "new": "block"},
    "K440": {
        "variant": "same-side",
        "feature": "A",
        "one": "pool",
        "other": "sauna",
        "proposal": "No pool?",
    },
    "K441": {"feature": "A", "words": "fast and easy", "one": "fast", "other": "easy"},
    "K442": {"feature": "A", "words": "amazing", "proposal": "With it?"},
    "K443": {
        "variant": "pair",
        "feature": "A",
        "other": "A",
        "question": "With it?",
        "proposal": "Without it?",
    },
    "K444": {"count": 21, "limit": 20.0},
    "K445": {
        "variant": "start",
        "feature": "A",
        "id": "2a",
        "targets": ("LimeSurvey", "XLSForm"),
        "proposal": "f_2a",
    },
    "K446": {
        "variant": "dropped",
        "feature": "A",
        "id": "a_b",
        "other": "ab",
        "proposal": "a_b_2",
    },
    "K447": {"feature": "A", "words": "not without", "one": "not", "other": "without"},
    "K448": {"feature": "A", "count": 31, "limit": 30, "question": "With it?"},
    "K449": {"variant": "dysfunctional", "feature": "A", "proposal": "Without it?"},
    "K450": {"feature": "A"},
    "K451": {"variant": "word", "feature": "A", "words": "uptime", "proposal": "time"},
    "K452": {
        "variant": "feature",
        "feature": "A",
        "spoken": "nl",
        "asked_texts": ("name", "functional"),
    },
    "K453": {"spoken": "sv"},
    "K501": {"variant": "no-wow", "touchpoint": "Bill"},
    "K502": {"variant": "truth", "touchpoint": "Shop", "names": ("Advice",)},
    "K503": {"feature": "Gift", "points": ("dosed", "emotion")},
    "K504": {"touchpoint": "Shop", "neutral": "5.5"},
}
"""The facts that readers and checks put into a finding."""


def test_the_catalogue_is_covered() -> None:
    """Every code, in every language file, and no other."""
    assert set(FACTS) == set(CATALOGUE)
    for code in spoken():
        assert set(words(code).texts["finding"]) == {*CATALOGUE, "title"}


@pytest.mark.parametrize("lang", spoken())
@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("count", [1, 2])
def test_a_finding_is_told_with_all_its_facts(lang: str, code: str, count: int) -> None:
    """One or many; where it is, as a spreadsheet shows it; and what it means in general."""
    facts = {**FACTS[code], **({"count": count} if "count" in FACTS[code] else {})}
    place = Place("survey.csv", row=14, column="F Loan bike (without)")
    text, hint = words(lang).finding(Finding(code, facts, place))

    assert text
    assert "{" not in text.replace("{{", "")
    assert not text.endswith((".", ":", " "))
    assert "{{" not in hint
    assert "None" not in text + hint
    assert words(lang).about(code).endswith(".")
    for name in ("encoding", "header", "value", "column", "fewest"):
        assert str(facts.get(name, "")) in text


def test_a_finding_agrees_with_its_number() -> None:
    """One row is left out, two rows are."""
    assert (
        words("en").finding(Finding("K102", {"count": 1}))[0] == "1 row without any answer left out"
    )
    assert words("nl").finding(Finding("K102", {"count": 2}))[0].startswith("2 rijen zonder")


def test_a_finding_names_its_cell_as_a_spreadsheet_does() -> None:
    """Letter and row together, the header after them."""
    place = Place("a.csv", row=14, column="F Importance")
    text, _ = words("en").finding(Finding("K111", {"count": 1, "value": "x"}, place))

    assert text.endswith('"x" in F14, Importance')
    no_row = Place("a.csv", column="F Importance")
    assert (
        words("en")
        .finding(Finding("K111", {"count": 1, "value": "x"}, no_row))[0]
        .endswith('"x" in F, Importance')
    )


def test_entries_are_told_with_their_number_or_their_percentage() -> None:
    """Percentages with one decimal, the same in both languages."""
    for code in spoken():
        assert "A 1, B 2" in words(code).finding(Finding("K203", FACTS["K203"]))[0]
        assert "A 7.1 %" in words(code).finding(Finding("K204", FACTS["K204"]))[0]
        assert "61 %" in words(code).finding(Finding("K207", FACTS["K207"]))[0]
    assert "Engels, Nederlands" in words("nl").finding(Finding("K105", FACTS["K105"]))[0]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("nl", "nl"),
        ("NL", "nl"),
        ("nl_BE.UTF-8", "nl"),
        ("nl-NL", "nl"),
        ("en", "en"),
        ("xx", "xx"),
    ],
)
def test_the_language_that_is_asked_for_wins(
    wanted: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over any locale; its region makes no difference."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert chosen_language(wanted) == expected


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl_NL@euro"}, "nl"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "nds_NL"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LC_MESSAGES": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl"),
    ],
)
def test_otherwise_the_locale_decides_or_english(
    variables: Mapping[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which every program asks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert chosen_language() == expected


@pytest.mark.parametrize("code", ["xx", "..", "../en", "e n", "english", ""])
def test_a_language_that_kano_does_not_speak_is_refused(code: str) -> None:
    """With those that it does."""
    with pytest.raises(KanoError) as refused:
        words(code)

    assert str(refused.value) == f'--lang: kano does not speak "{code}"\nhint: it speaks en, nl'
