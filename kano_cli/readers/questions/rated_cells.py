"""What a cell of the journey says: a rating, or whether somebody got something."""

import re
from math import isfinite

from kano_cli.readers.questions.values import is_missing
from kano_cli.study.words import normal

# Behind the number may stand what it means, and no other number: "9 - 10" is no rating.
_RATING = re.compile(r"^'?([-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*%?(?:\s*[-:.)=(]\D*|\s+\D*)?$")

_YES = (
    "yes", "y", "true", "1", "1.0", "x", "✓", "✔", "☑", "☒", "checked", "selected", "received",
    "ja", "j", "waar", "wel", "aangevinkt", "ontvangen", "gekregen",
    "wahr", "erhalten",
    "oui", "vrai", "reçu",
    "si", "sí", "verdadero", "recibido",
    "sì", "sim",
)  # fmt: skip
_NO = (
    "no", "n", "false", "0", "0.0", "☐", "unchecked", "not selected", "not received",
    "nee", "neen", "onwaar", "niet", "niet aangevinkt", "niet ontvangen", "niet gekregen",
    "nein", "falsch", "nicht erhalten",
    "non", "faux", "pas reçu",
    "falso", "no recibido",
    "não",
)  # fmt: skip
_SAID = {**{normal(word): 1 for word in _YES}, **{normal(word): 0 for word in _NO}}


def rating_in(text: str) -> float | None:
    """The rating in a cell: its leading number; NaN if blank, None if it is no number.

    A decimal comma is one, and a per cent sign is read over. What stands behind the number may
    say what it means, and must not hold another one: such a cell is no rating rather than the
    wrong one.

    >>> rating_in("9 - Very likely"), rating_in("10 (zeer waarschijnlijk)"), rating_in("7,5")
    (9.0, 10.0, 7.5)
    >>> rating_in("n/a"), rating_in("9 - 10"), rating_in("great")
    (nan, None, None)
    """
    if match := _RATING.match(normal(text)):
        number = float(match[1].replace(",", "."))
        return number if isfinite(number) else None
    return float("nan") if is_missing(text) else None


def received_in(text: str) -> int | None:
    """Whether a cell says that somebody got something: 1, 0, -1 where blank, None for no word.

    A blank beside crosses stays unknown: nobody can tell whoever got nothing from whoever was
    not asked.

    >>> received_in("Ja"), received_in("0"), received_in("x"), received_in(""), received_in("soon")
    (1, 0, 1, -1, None)
    """
    found = _SAID.get(normal(text))
    return -1 if found is None and is_missing(text) else found
