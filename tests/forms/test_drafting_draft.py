"""A drafted questionnaire: it parses, says what was proposed, and is worded well."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.questionnaire.form_ids import colliding, refused
from kano_cli.checks.gate.questionnaire.rules import questionnaire_verdicts
from kano_cli.errors import KanoError
from kano_cli.forms.drafting.draft import MAX_FEATURES, MAX_NAME, drafted_questionnaire
from kano_cli.forms.drafting.phrases import phrases, spoken
from kano_cli.forms.drafting.record import Wanted
from kano_cli.forms.drafting.yaml_lines import scalar
from kano_cli.forms.form import form_of
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.stamp import read_stamp, stamp_of
from kano_cli.study.yaml_nodes import Mapping, Scalar, parse_yaml

NAMES = {
    "en": ["Dark mode", "Leather seats", "Pay by phone", "An app", "Free returns", "24/7 help"],
    "nl": ["Donkere modus", "Leren stoelen", "In termijnen betalen", "Zoeken op foto", "Het weer"],
    "de": ["Dunkelmodus", "Ledersitze", "Mit dem Handy bezahlen", "Suchen nach Foto"],
    "fr": ["Mode sombre", "Sièges en cuir", "Payer par téléphone", "L'appli"],
    "es": ["Modo oscuro", "Asientos de cuero", "Pagar con el móvil", "Una aplicación"],
}


def drafted(*names: str, language: str = "en") -> Questionnaire:
    """The questionnaire drafted from names."""
    features = [Wanted({"": name}) for name in names]
    return parse_questionnaire(drafted_questionnaire(features, [language], "Shop").text)


def codes(asked: Questionnaire) -> set[str]:
    """The codes of what is wrong with a questionnaire."""
    return {each.finding.code for each in questionnaire_verdicts(asked, Policy())[0]}


def test_pairs_are_proposed_in_five_languages() -> None:
    """Those that were promised."""
    assert set(spoken()) == set(NAMES)


@pytest.mark.parametrize("language", NAMES)
def test_a_draft_can_be_fielded_once_it_is_read(language: str) -> None:
    """It parses, has a stamp, makes a form; the rules find nothing but that it is a draft."""
    asked = drafted(*NAMES[language], language=language)

    assert [feature.name for feature in asked.features] == NAMES[language]
    assert asked.drafts == {feature.id for feature in asked.features}
    assert codes(asked) == {"K450"}
    stamp = read_stamp(stamp_of(asked))
    assert stamp
    assert set(stamp.features) == asked.drafts
    form = form_of(asked)
    assert len(form.questions) == 2 * len(NAMES[language])
    assert form.introduction
    assert form.consent
    assert form.closing
    assert asked.order == "random"


@pytest.mark.parametrize("language", NAMES)
def test_a_name_stands_in_both_questions_as_it_was_written(language: str) -> None:
    """Behind a colon; the two differ, and one of them alone negates."""
    said = phrases(language)
    for name in NAMES[language]:
        functional, dysfunctional = said.pair(name)
        assert f": {name}" in functional
        assert functional != dysfunctional
        assert len(dysfunctional) > len(functional)
        assert functional.rstrip("?\u00a0").endswith(name)


@pytest.mark.parametrize(
    ("language", "name", "is_action"),
    [
        ("en", "Pay by phone", True),
        ("en", "Payment by phone", False),
        ("en", "Pay", False),  # a name of one word is hardly a sentence
        ("en", "Later pay", False),
        ("nl", "Betalen in termijnen", True),
        ("nl", "In termijnen betalen", True),
        ("nl", "Betaling in termijnen", False),
        ("de", "Per App bezahlen", True),
        ("de", "Bezahlung per App", False),
        ("fr", "Payer par carte", True),
        ("fr", "Paiement par carte", False),
        ("es", "Pagar con tarjeta", True),
        ("es", "Pago con tarjeta", False),
    ],
)
def test_what_somebody_does_is_asked_as_possible(language: str, name: str, is_action: bool) -> None:
    """And a thing as offered."""
    said = phrases(language)
    frame = said.frames["action" if is_action else "thing"]

    assert said.pair(name)[0] == frame["functional"].format(name=name)


def test_a_closing_sign_of_a_name_does_not_stay_in_its_question() -> None:
    """One question mark is enough."""
    assert phrases("en").pair("Dark mode.")[0] == phrases("en").pair("Dark mode")[0]


def test_french_keeps_its_no_break_spaces_readable() -> None:
    """The file shows them as they are, and they come back."""
    text = drafted_questionnaire([Wanted({"": "Mode sombre"})], ["fr"], "Vélo").text

    assert "\\U" not in text
    assert "ceci\u00a0: Mode sombre\u00a0?" in text
    assert parse_questionnaire(text).features[0].functional.endswith("sombre\u00a0?")


def test_a_pair_that_somebody_wrote_is_no_draft() -> None:
    """Half a pair is completed and to be read."""
    whole = Wanted({"": "A"}, functional={"": "If A?"}, dysfunctional={"": "If no A?"})
    half = Wanted({"": "B"}, functional={"": "If B?"})
    draft = drafted_questionnaire([whole, half], ["en"], "Shop")
    asked = parse_questionnaire(draft.text)

    assert draft.proposed == ("B",)
    assert asked.drafts == {"b"}
    assert [feature.functional for feature in asked.features] == ["If A?", "If B?"]
    assert asked.features[0].dysfunctional == "If no A?"
    assert asked.features[1].dysfunctional == phrases("en").pair("B")[1]


def test_a_translation_is_proposed_where_its_name_is_there() -> None:
    """Else it is said what is to be translated, and check finds it."""
    features = [Wanted({"": "Dark mode", "nl": "Donkere modus"}), Wanted({"": "Search"})]
    text = drafted_questionnaire(features, ["en", "nl"], "Shop").text
    asked = parse_questionnaire(text)

    assert asked.languages == ("en", "nl")
    dark, search = (asked.in_languages(feature)["nl"] for feature in asked.features)
    assert (dark.name, dark.functional) == (
        "Donkere modus",
        "Hoe vindt u het als wij dit bieden: Donkere modus?",
    )
    assert (search.name, search.functional) == ("", "")
    assert text.count("# to be translated: nl") == 1
    assert codes(asked) == {"K450", "K452"}
    assert asked.around.introduction["nl"].startswith("Fijn")


def test_the_main_language_may_be_another_column() -> None:
    """The name of the main language is taken where nothing stands under no language."""
    feature = Wanted({"nl": "Donkere modus", "en": "Dark mode"})
    asked = parse_questionnaire(drafted_questionnaire([feature], ["en", "nl"], "Shop").text)

    assert asked.features[0].name == "Dark mode"
    assert asked.translations["nl"]["dark_mode"].name == "Donkere modus"


@pytest.mark.parametrize(("name", "told"), [("No ads", True), ("Ads", False), ("Notes", False)])
def test_a_negated_name_is_told(name: str, told: bool) -> None:
    """Its questions have to be turned round by somebody."""
    text = drafted_questionnaire([Wanted({"": name})], ["en"], "Shop").text

    assert ("the name is negated" in text) == told


def test_what_is_an_example_works_once_its_sign_is_taken_away() -> None:
    """Importance and a question about people, in one language and in two."""
    for languages in (["en"], ["nl", "fr"]):
        text = drafted_questionnaire([Wanted({"": "A", "fr": "B"})], languages, "Shop").text
        begin = text.index("# importance:")
        end = text.index("features:")
        lines = text[begin:end].split("\n")
        live = [line.removeprefix("# ") for line in lines if not line.startswith("# To ask")]
        asked = parse_questionnaire(text[:begin] + "\n".join(live) + text[end:])
        assert asked.importance == (1, 9)
        assert len(asked.segment_questions[0].choices) == 3
        assert list(asked.segment_questions[0].question) == languages
        assert not parse_questionnaire(text).segments


def test_importance_is_asked_where_it_is_wanted() -> None:
    """From 1 to 9."""
    feature = [Wanted({"": "A"})]
    asked = parse_questionnaire(
        drafted_questionnaire(feature, ["nl"], "Winkel", importance=True).text
    )

    assert asked.importance == (1, 9)
    assert len(form_of(asked).questions) == 3


def test_marks_of_the_list_stay() -> None:
    """Touchpoint, moment, experience, and a fit id; the comment names unused columns."""
    feature = Wanted({"": "A"}, "dm", touchpoint="At: home", moment="truth", experience="emotional")
    text = drafted_questionnaire([feature], ["en"], "S", origin="a\nb.csv", unused=["Prio"]).text
    (found,) = parse_questionnaire(text).features

    assert (found.id, found.touchpoint, found.moment) == ("dm", "At: home", "truth")
    assert found.experience == "emotional"
    assert text.startswith("# Drafted from a b.csv by")
    assert '# Columns that were not used: "Prio"' in text


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Dark mode", "Dark-mode 2"], ["dark_mode", "dark_mode_2"]),
        (["Plan", "Plan D", "Plan F"], ["plan", "pland", "planf"]),
        (["Plan D", "Plan"], ["pland", "plan"]),
        (["2 GB extra as a present"], ["f_2_gb_extra_as"]),
        (["夜间", "検索"], ["feature", "feature2"]),
        (["Delivery on Sunday morning", "Delivery on Sunday evening"], None),
    ],
)
def test_ids_suit_every_target(names: list[str], ids: list[str] | None) -> None:
    """None is refused, none collides with another or with a question of another."""
    features = drafted(*names).features

    assert ids is None or [feature.id for feature in features] == ids
    assert not any(refused(feature.id) for feature in features)
    assert not list(colliding(features))


def test_an_id_that_is_not_fit_gives_way_and_is_named() -> None:
    """In a comment beside the new one."""
    text = drafted_questionnaire([Wanted({"": "A"}, "2-x")], ["en"], "S").text

    assert "- id: f_2_x   # it was 2-x\n" in text


@pytest.mark.parametrize(
    ("features", "languages", "message"),
    [
        ([], ["en"], "no feature"),
        ([Wanted({"": "A"})], [], "no language"),
        ([Wanted({"": "A"})], ["it"], 'nothing can be proposed in "it"'),
        ([Wanted({"": "A"})], ["../en"], "nothing can be proposed"),
        ([Wanted({"": "Dark mode"}), Wanted({"": "dark-mode"}, place="a, line 2")], ["en"], "two"),
        ([Wanted({"": "x" * (MAX_NAME + 1)})], ["en"], f"has {MAX_NAME + 1} characters"),
        ([Wanted({"": f"A{n}"}) for n in range(MAX_FEATURES + 1)], ["en"], "nobody answers"),
    ],
)
def test_what_makes_no_questionnaire_is_refused(
    features: list[Wanted], languages: list[str], message: str
) -> None:
    """With what to do."""
    with pytest.raises(KanoError, match=message) as refusal:
        drafted_questionnaire(features, languages, "Shop")
    assert refusal.value.hint


def test_the_limits_are_within() -> None:
    """The longest name and the longest list are drafted."""
    drafted("x" * MAX_NAME)
    assert len(drafted(*(f"A{n}" for n in range(MAX_FEATURES))).features) == MAX_FEATURES


def test_a_region_is_its_language() -> None:
    """Belgian Dutch is Dutch, and stays Belgian."""
    asked = drafted("Fietsen", language="nl-BE")

    assert asked.language == "nl-BE"
    assert asked.features[0].functional.startswith("Hoe vindt u het")
    assert codes(asked) == {"K450"}


@given(
    st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=3), st.sampled_from(spoken())
)
@settings(max_examples=150, deadline=None)
def test_whatever_names_are_typed_the_draft_is_read_back(names: list[str], language: str) -> None:
    """Signs that YAML knows, other scripts, emoji: nothing breaks the file or gets lost."""
    names = [" ".join(f"N{at} {name}".split()) for at, name in enumerate(names)]
    asked = drafted(*names, language=language)

    assert [feature.name for feature in asked.features] == names
    assert all(feature.functional and feature.dysfunctional for feature in asked.features)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@settings(max_examples=200, deadline=None)
def test_a_scalar_comes_back(text: str) -> None:
    """Also with a no-break space, a backslash before it, or a quote."""
    for written in (text, f"{text}\u00a0?", f'\\{text}\u00a0"'):
        top = parse_yaml(f"a: {scalar(written)}", "a.yaml")
        assert isinstance(top, Mapping)
        value = top.get("a")
        assert isinstance(value, Scalar)
        assert value.text == written
