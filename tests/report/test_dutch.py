"""`--lang nl` says all of it in Dutch."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import kano_cli.report
from kano_cli import analyse, classify
from kano_cli.core.result import KanoResult, Settings
from kano_cli.renderers.documents.explained import explain_view
from kano_cli.renderers.documents.markdown import to_markdown
from kano_cli.report.explanation import explain_page
from kano_cli.report.page import classify_page
from kano_cli.report.words import words
from tests.checks.people import answered
from tests.renderers.screens import printed, screen
from tests.report.surveys import hard_results, result_of

LANGUAGES = Path(kano_cli.report.__file__).parent / "languages"
SAMPLE = Path(__file__).parents[2] / "samples" / "mobile-provider-nl" / "survey.csv"
DUTCH = words("nl")


def vocabulary(text: str) -> set[str]:
    """The words of a text; the names of facts in braces are none."""
    return set(re.findall(r"[a-zà-ÿ]{3,}", re.sub(r"\{\w*\}", " ", text).casefold()))


def said(code: str) -> set[str]:
    """The words that a language file says."""
    loaded = tomllib.loads((LANGUAGES / f"{code}.toml").read_text("utf-8"))
    return vocabulary(" ".join(map(str, leaves(loaded))))


def leaves(value: object) -> list[object]:
    """Every text in a file."""
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    return [value]


ENGLISH_ONLY = said("en") - said("nl")
DROPS = (
    "", "straightliners", "half-answered,speeders,duplicates", "questionable>2,questionable>90%",
    "questionable>3",
)  # fmt: skip
OPTIONS = set(
    re.findall(r"[a-z]{3,}", "straightliners questionable speeders duplicates half-answered")
)
"""What `--drop` takes is the same in every language."""


def pages(result: KanoResult) -> str:
    """Everything that Dutch readers see of a result."""
    texts = [
        "\n".join(screen(result, width, "nl", explain_columns=True)) for width in (50, 80, 150)
    ]
    texts.append(to_markdown(classify_page(result, DUTCH), explain_columns=True))
    for feature in result.features:
        page = explain_page(result, feature, DUTCH)
        texts.append(printed(explain_view(page, 100), 100))
    return "\n".join(texts)


@pytest.mark.parametrize("rule", ["mode", "block", "near-tie", "quadrant"])
def test_no_english_word_is_left_on_a_page_of_the_sample(rule: str) -> None:
    """In the table, under it, and on every feature's page."""
    text = pages(classify(SAMPLE, rule=rule, table="pouliot")).replace(SAMPLE.name, "")

    assert vocabulary(text) & ENGLISH_ONLY == set()


@pytest.mark.parametrize("kinds", DROPS)
def test_no_english_word_is_left_of_respondents(kinds: str) -> None:
    """Every finding about them, who was dropped and why, and both results side by side."""
    people = [*["nd ld ln"] * 20, *["ll ll ll"] * 25, *["nn nn nn"] * 3, "ld ld ld", "ld l- nn"]
    people += ["dl dl dl"] * 3
    number = len(people)
    responses = replace(
        answered(*people),
        durations=np.array([5.0, 6.0, *[300.0] * (number - 2)]),
        duration_column="Duur",
        respondents=np.array([0, *range(number - 1)], np.int64),
    )
    result = analyse(responses, drop=kinds)
    text = pages(result).replace("Feature", "")

    if not kinds:
        codes = {finding.code for finding in result.findings}
        assert codes >= {"K209", "K210", "K211", "K212", "K213", "K214"}
    assert vocabulary(text) & ENGLISH_ONLY - OPTIONS == set()


def test_no_english_word_is_left_where_everything_goes_wrong() -> None:
    """Every finding about quality, every category, nobody who answered."""
    counts = {
        "P": (60, 1), "Q": (1, 60), "R": (1, 1, 60), "S": (0, 0, 0, 60), "T": (0, 0, 0, 0, 30, 1),
        "U": (3, 2, 1, 0, 0, 40), "V": (9, 9), "W": (), "X": (1, 1, 40), "Y": (1, 0, 30),
    }  # fmt: skip
    result = result_of(counts, half={"P": 2, "W": 1}, importance={"P": 6.0})

    assert len(result.findings) >= 6
    assert vocabulary(pages(result).replace("survey.csv", "")) & ENGLISH_ONLY == set()
    for kind, hard in hard_results().items():
        if kind == "hostile names":
            continue  # a name that breaks over lines leaves pieces that may be words
        names = vocabulary(" ".join(feature.name for feature in hard.features))
        own = vocabulary(hard.settings.table.name)
        text = pages(hard).replace("survey.csv", "")
        assert vocabulary(text) & (ENGLISH_ONLY - names - own) == set()


def test_the_list_of_english_words_means_something() -> None:
    """The English page is full of them."""
    text = "\n".join(screen(classify(SAMPLE), 150, "en"))

    assert len(vocabulary(text) & ENGLISH_ONLY) > 20


def test_the_dutch_page_uses_the_words_of_the_trade() -> None:
    """Basis, prestatie, wow; and the sentences of LOOK.md."""
    text = "\n".join(screen(classify(SAMPLE), 120, "nl"))

    for word in (
        "■ M basis", "▲ O prestatie", "★ A wow", "· I onverschillig", "↶ R omgekeerd", "Zeker",
        "■ Dit moet eerst werken", "▲ Hoe meer hoe beter", "★ Verras hiermee",
        "· Niet verder oppoetsen", "↶ Dit willen mensen niet", "? Vraag meer mensen",
        "Nederlandse antwoorden",
    ):  # fmt: skip
        assert word in text


def test_a_dutch_page_of_a_feature_reads_as_one() -> None:
    """Its verdict, its grid and its totals."""
    result = classify(SAMPLE, rule="mode")
    page = explain_page(result, result.feature("Begrijpelijke factuur"), DUTCH)

    assert page.verdict == "■ basis, 76 % zeker, dicht bij ▲ prestatie"
    assert page.corner == "Als het er is ↓   als het er niet is →"
    assert page.answers == ("fijn", "verwacht", "neutraal", "ermee te leven", "vervelend")
    assert page.totals == (
        (
            "88 basis, 79 prestatie, 26 wow, 39 onverschillig, 2 omgekeerd, 5 twijfelachtig: "
            "239 beantwoord"
        ),
        "1 half beantwoord paar telt nergens mee",
    )


def test_the_names_of_options_stay_what_the_command_line_takes() -> None:
    """Somebody who reads `regel near-tie` can write `--rule near-tie`."""
    result = result_of({"A": (9, 1)}, Settings(rule="near-tie"))

    assert "tabel standard, regel near-tie" in classify_page(result, DUTCH).headline
