"""One way of writing for every text that is compared: answers, headers, feature names."""

import html
import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4\u0060", "'"))
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
# Zero-width and direction marks, soft hyphen, variation selectors, keycap, skin tones, the tags
# of flags. Not all of categories Mn and Cf: Thai, Hindi and Persian need theirs.
_INVISIBLE = dict.fromkeys(
    [
        *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0x00AD,
        0x061C, 0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0080),
    ]
)  # fmt: skip
# Only what HTML knows: a feature may be called "Search <fast>".
_BLOCKS = "p|br|div|h[1-6]|hr|li|ol|ul|table|tr|td|th|o:p"
_INLINE = "a|abbr|b|big|code|em|font|i|img|label|mark|q|s|small|span|strong|sub|sup|tt|u"
_TAG = re.compile(rf"</?(?:(?P<block>{_BLOCKS})|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TRAILING = ".…!。 "
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[+-](?=$)", re.UNICODE)
# A text that still changes after so many rounds is an attack and no answer.
_ROUNDS = 20


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    r"""`text` as answers are compared: whole, without what exports add or change.

    Normal texts stay as they are: `normal(normal(text)) == normal(text)`.

    >>> normal("\ufeff😍 I’m   NEUTRAL.") == normal("<b>i'm neutral</b>")
    True
    >>> normal("☹️") == normal("☹")   # nothing but a symbol: it stays
    True
    """
    for _ in range(_ROUNDS):
        before, text = text, _cleaned(text)
        if text == before or (text.isascii() and "&" not in text and "<" not in text):
            break
    return text


def _cleaned(text: str) -> str:
    """One round of `normal`; what it takes away may bring more to light."""
    text = unicodedata.normalize("NFKC", plain(text).translate(_QUOTES))
    text = text.translate(_QUOTES).translate(_DASHES).translate(_INVISIBLE)
    # LimeSurvey's exports leave the signs in that kept braces from being an expression.
    text = text.replace("\\{", "{").replace("\\}", "}")
    text = " ".join(text.split()).casefold()
    text = text.rstrip(_TRAILING) or text
    if text.isascii():
        return text
    spoken = "".join(char for char in text if unicodedata.category(char) != "So")
    return " ".join(spoken.split()).rstrip(_TRAILING) or text


def without_accents(text: str) -> str:
    """A normalised text as people type it in a hurry.

    >>> without_accents("cela me plaît")
    'cela me plait'
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    latin = "".join(char for char in parts if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", latin)


def plain(text: str) -> str:
    """`text` without the markup of a web page.

    >>> plain("If we had it?<br><b>Loan&nbsp;bike</b>").split()
    ['If', 'we', 'had', 'it?', 'Loan', 'bike']
    """
    if "<" in text:
        text = _TAG.sub(lambda tag: " " if tag["block"] else "", text)
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def name_key(text: str) -> str:
    """A feature's or column's name as it is matched: `_`, `-` and space are the same.

    >>> name_key("Dark_mode") == name_key("dark mode")
    True
    """
    return normal(re.sub(r"[\s_\-]+", " ", normal(text)))


def bare_key(text: str) -> str:
    """A name as some tools have it, who take no `_`: nothing is left between its words.

    >>> bare_key("Night_locker") == bare_key("nightlocker")
    True
    """
    return name_key(text).replace(" ", "")


def word_list(text: str) -> list[str]:
    """The words of a text, in order, folded.

    >>> word_list("If we didn't have it?")
    ['if', 'we', "didn't", 'have', 'it']
    """
    return _WORD.findall(normal(text))


def pieces(text: str) -> list[str]:
    """The words of a text, and the characters of scripts that are written without spaces.

    >>> pieces("If we had C++?"), pieces("検索")
    (['if', 'we', 'had', 'c'], ['検', '索'])
    """
    found: list[str] = []
    for word in word_list(text):
        found += word if max(word) >= "\u3040" else [word]
    return found


def slug(text: str) -> str:
    """An id made of a name: lower case letters, digits and `_`, at most 40; never empty.

    >>> slug("2 GB extra als bedankje"), slug("Größe"), slug("夜间")
    ('2_gb_extra_als_bedankje', 'grosse', '夜间')
    """
    folded = unicodedata.normalize("NFKD", normal(text).replace("ß", "ss"))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "_", bare).strip("_")[:40].strip("_") or "feature"


def unique_ids(names: list[str]) -> list[str]:
    """A slug for each name, numbered where two would be the same.

    >>> unique_ids(["Night locker", "Night-locker"])
    ['night_locker', 'night_locker_2']
    """
    taken: set[str] = set()
    ids = []
    for name in names:
        base = candidate = slug(name)
        number = 2
        while candidate in taken:
            candidate, number = f"{base}_{number}", number + 1
        taken.add(candidate)
        ids.append(candidate)
    return ids
