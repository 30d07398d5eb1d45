"""The stamp of a questionnaire: the same for the same questions, and it names what changed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.stamp import Changes, changes, read_stamp, stamp_of
from tests.forms.fielded import PLAIN, WHOLE, questionnaire


def changed(before: str, after: str) -> Changes | None:
    """What the stamp of one text says of another."""
    stamp = read_stamp(stamp_of(parse_questionnaire(before)))
    assert stamp is not None
    return changes(parse_questionnaire(after), stamp)


@pytest.mark.parametrize(
    "same",
    [
        "# a comment\n" + WHOLE,
        WHOLE.replace("Thank you for helping us.", "Hello."),
        WHOLE.replace("language: [en, nl]\n", "language: [en, nl]\norder: fixed\n"),
        WHOLE.replace("segments:", "respondent: Who\nsegments:"),
        WHOLE.replace("  - id: loanbike\n", "  - touchpoint: Shop\n    id: loanbike\n"),
    ],
)
def test_what_is_not_asked_does_not_change_it(same: str) -> None:
    """Comments, texts around, order, columns and touchpoints."""
    assert changed(WHOLE, same) is None
    assert stamp_of(parse_questionnaire(same)) == stamp_of(questionnaire(WHOLE))


def test_the_order_of_features_does_not_change_it() -> None:
    """Forms mix them anyhow."""
    head, one, two, three = PLAIN.split("  - id: ")
    assert changed(PLAIN, f"{head}  - id: {three}  - id: {one}  - id: {two}") is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{en: Bike shop,", "{en: Bicycle shop,", Changes(True, False, (), (), ())),
        ("Nachtkluis", "Kluis", Changes(False, False, (), (), ("night_locker",))),
        ("lent you a bike?", "lent you one?", Changes(False, False, (), (), ("loanbike",))),
        (
            "language: [en, nl]\n",
            "language: [en, nl]\nscale: literal\n",
            Changes(False, True, (), (), ()),
        ),
        ("id: loanbike", "id: bike", Changes(False, False, ("bike",), ("loanbike",), ())),
    ],
)
def test_what_changed_is_named(before: str, after: str, told: Changes) -> None:
    """Part by part."""
    assert before in WHOLE
    assert changed(WHOLE, WHOLE.replace(before, after)) == told


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """A stamp comes from a file of answers, and that may hold anything."""
    read_stamp(text)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=5, unique=True))
@example(["*title", "a/b-c"])
def test_any_id_comes_back(ids: list[str]) -> None:
    """Whatever signs it has; the two other parts cannot be mistaken for features."""
    plain = parse_questionnaire(PLAIN)
    features = tuple(
        type(plain.features[0])(id=text, name=text, functional="A?", dysfunctional="B?")
        for text in ids
    )
    asked = Questionnaire("q.yaml", features, language="en", languages=("en",))

    stamp = read_stamp(stamp_of(asked))
    assert stamp is not None
    assert set(stamp.features) == set(ids)


def test_the_stamp_is_what_forms_take() -> None:
    """No sign that a survey tool, a CSV file or a formula would interpret."""
    assert stamp_of(questionnaire(WHOLE)).startswith("kano1/")
    assert not set(stamp_of(questionnaire(WHOLE))) & set("{}$[]<>&;,\"'=+@ \t\n")
