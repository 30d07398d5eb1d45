"""Words that respondents may not know: found, explained, or known to everybody."""

import pytest

from kano_cli.checks.wording.jargon import Jargon, explained_in, jargon
from kano_cli.checks.wording.lexicon import Lexicon, lexicon


def known(code: str) -> Lexicon:
    """What the rules know of a language."""
    found = lexicon(code)
    assert found
    return found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "How would you feel if we met the SLA?", Jargon("SLA")),
        ("en", "How would you feel if our SLAs were met?", Jargon("SLAs")),
        ("en", "How would you feel if you needed 2FA to sign in?", Jargon("2FA")),
        ("en", "How would you feel if there was a B2B-desk?", Jargon("B2B")),
        ("en", "How would you feel if there was an API/webshop?", Jargon("API")),
        ("en", "If onboarding took a day?", Jargon("onboarding", "first steps")),
        ("en", "Onboarding took a day. What then?", Jargon("Onboarding", "first steps")),
        ("en", "If we shared best practices?", Jargon("best practices", "what works well")),
        ("nl", "Hoe vindt u het als wij de KPI halen?", Jargon("KPI")),
        ("nl", "Hoe vindt u het als de VVE-lening bestaat?", Jargon("VVE")),
        ("nl", "Als er geen downtime is?", Jargon("downtime", "storing")),
        ("nl", "Als u ten aanzien van uw aanvraag hulp krijgt?", Jargon("ten aanzien van", "over")),
    ],
)
def test_a_word_of_the_trade_is_found(code: str, text: str, found: Jargon) -> None:
    """As the text has it, with a plain word where the list has one."""
    assert jargon(text, known(code)) == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "How would you feel if you got an SMS with a PIN, a QR code and a PDF?"),
        ("en", "How would you feel if the TV had wifi, WiFi, Wi-Fi, USB and GPS?"),
        ("en", "How would you feel if 5G, 4K and 3D were free?"),
        ("en", "How would you feel if you could NOT pay at ALL?"),
        ("en", "HOW WOULD YOU FEEL IF QXZ WAS THERE?"),
        ("en", "How would you feel if we IMMEDIATELY called?"),
        ("en", "How would you feel if the SLA (what we promise) was met?"),
        ("en", "How would you feel if our service promise (SLA) was met?"),
        ("en", "How would you feel if Onboarding was part of the plan?"),
        ("en", "How would you feel if there was a sign 'QXZ' at the door?"),
        ("en", "How would you feel if I, A or B were called?"),
        ("en", "How would you feel if VAT was shown?"),
        ("nl", "Hoe vindt u het als u 2 GB extra krijgt?"),
        ("nl", "Hoe vindt u het als u uw BSN, IBAN of DigiD invult in de app?"),
        ("nl", "Hoe vindt u het als wij u DIRECT bellen en NIET later?"),
        ("nl", "Hoe vindt u het als de prijs inclusief BTW is, voor OV en NS?"),
    ],
)
def test_what_people_know_is_fine(code: str, text: str) -> None:
    """Everyday abbreviations, names, emphasis, and what brackets explain."""
    assert jargon(text, known(code)) is None


def test_a_language_knows_its_own_abbreviations() -> None:
    """BTW is Dutch, VAT English."""
    assert jargon("Als de VAT erbij staat, vindt u dat dan prettig?", known("nl")) == Jargon("VAT")
    assert jargon("If the BTW was shown to you?", known("en")) == Jargon("BTW")


def test_what_was_explained_before_is_fine() -> None:
    """By the title, the introduction or the functional question; nothing else is."""
    text = "How would you feel if there was no QXZ?"

    assert jargon(text, known("en"), frozenset({"QXZ"})) is None
    assert jargon(text, known("en"), frozenset({"QXY"})) == Jargon("QXZ")
    assert explained_in("our QXZ (a box), the box (ABC), PDF and (see below)") == {"QXZ", "ABC"}


@pytest.mark.parametrize("code", ["en", "nl"])
def test_no_plain_word_is_jargon_itself(code: str) -> None:
    """And every word is in lower case, as it is compared."""
    lists = known(code)
    for phrase, plain in lists.jargon:
        assert plain
        assert " ".join(phrase) == " ".join(phrase).casefold()
        assert jargon(f"If {plain} was there?", lists) is None, plain
