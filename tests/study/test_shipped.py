"""The ready questionnaires and those of the samples can be fielded and read back."""

import re
from pathlib import Path

import pytest

import kano_cli
from kano_cli.errors import KanoError
from kano_cli.readers.questions.sides import DYSFUNCTIONAL, FUNCTIONAL, differing_side
from kano_cli.study.language import languages
from kano_cli.study.questionnaire import Questionnaire, read_questionnaire
from kano_cli.study.shipped import questionnaire_path, shipped_questionnaires
from kano_cli.study.words import name_key, normal

ROOT = Path(kano_cli.__file__).parent.parent
READY = {
    *("checkout-en", "checkout-nl", "customer-service-nl", "event-en"),
    *("mobile-provider-nl", "public-service-nl", "saas-en", "banking-app-nl", "energy-nl"),
    *("public-transport-nl", "doctor-nl", "mobile-app-en", "delivery-en-nl", "hotel-en-nl"),
}
FILES = sorted([*(ROOT / "questionnaires").glob("*.yaml"), *(ROOT / "samples").glob("*/*.yaml")])
NEGATIONS = {language.code: language.negations for language in languages()}

every_file = pytest.mark.parametrize(
    "asked",
    [read_questionnaire(path) for path in FILES],
    ids=[str(path.relative_to(ROOT)) for path in FILES],
)


def test_the_ready_questionnaires_are_those_that_were_promised() -> None:
    """By the name that `--questionnaire` takes; the samples bring theirs."""
    assert set(shipped_questionnaires()) == READY
    assert len(FILES) == len(READY) + 3


@every_file
def test_it_says_what_it_is(asked: Questionnaire) -> None:
    """A title, a language, the standard answers and table."""
    assert asked.title
    assert asked.language in ("nl", "en")
    assert asked.scale is None
    assert asked.table is not None
    assert asked.table.name == "standard"


@every_file
def test_every_id_fits_every_survey_tool(asked: Questionnaire) -> None:
    """Short, lower case, from a letter on, and unique even where a tool drops the underscores."""
    ids = [feature.id for feature in asked.features]

    assert [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9_]{0,14}", i)] == []
    assert len({i.replace("_", "") for i in ids}) == len(ids)
    assert len({name_key(feature.name) for feature in asked.features}) == len(ids)


@every_file
def test_both_questions_of_a_pair_stand_there_and_differ(asked: Questionnaire) -> None:
    """No question is asked twice, and each is one question."""
    texts = [normal(t) for f in asked.features for t in (f.functional, f.dysfunctional)]

    assert all(texts)
    assert len(set(texts)) == len(texts)
    assert all(text.endswith("?") for text in texts)


@every_file
def test_the_words_of_every_pair_prove_its_sides(asked: Questionnaire) -> None:
    """So an export that holds nothing but the questions is read without this file."""
    negations = NEGATIONS[asked.language]
    for feature in asked.features:
        one, other = feature.functional, feature.dysfunctional
        assert differing_side(one, other, negations) == FUNCTIONAL, feature.id
        assert differing_side(other, one, negations) == DYSFUNCTIONAL, feature.id


@every_file
def test_every_feature_says_where_a_customer_meets_it(asked: Questionnaire) -> None:
    """The touchpoint, the kind of moment and of experience: reports group by them."""
    for feature in asked.features:
        assert feature.touchpoint
        assert feature.moment in ("standard", "truth", "excel")
        assert feature.experience in ("functional", "emotional")


def test_the_two_checkouts_ask_the_same(tmp_path: Path) -> None:
    """Their results can be laid side by side."""
    dutch, english = (read_questionnaire(questionnaire_path(f"checkout-{c}")) for c in ("nl", "en"))

    assert [(f.id, f.moment, f.experience) for f in dutch.features] == [
        (f.id, f.moment, f.experience) for f in english.features
    ]
    assert not list(tmp_path.iterdir())


def test_a_name_means_a_file_first_and_a_ready_questionnaire_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of that name, as in samples/, does not stand in the way."""
    monkeypatch.chdir(tmp_path)
    assert questionnaire_path("saas-en").name == "saas-en.yaml"
    (tmp_path / "saas-en").mkdir()
    assert questionnaire_path("saas-en").name == "saas-en.yaml"
    (tmp_path / "event-en").write_text("kano: 1\n", "utf-8")
    assert questionnaire_path("event-en") == Path("event-en")
    assert questionnaire_path(str(tmp_path)) == tmp_path


def test_an_unknown_name_lists_the_ready_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the nearest one, and the command that lists them all."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(KanoError) as refused:
        questionnaire_path("sas-en")

    assert str(refused.value) == (
        "sas-en: there is no such file or ready questionnaire\n"
        'hint: did you mean "saas-en"? kano questionnaire list shows the ready ones'
    )


def test_a_name_that_is_too_long_is_no_file() -> None:
    """Nobody's file; the ready ones are named."""
    with pytest.raises(KanoError, match="there is no such file"):
        questionnaire_path("x" * 5000)
