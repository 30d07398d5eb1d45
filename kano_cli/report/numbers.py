"""The only place where a number becomes text. The language of the words never changes it."""

from collections.abc import Sequence
from math import isnan

DASH = "–"
MINUS = "−"


def count(value: float) -> str:
    """A count.

    >>> count(1204)
    '1204'
    """
    return f"{value:.0f}"


def count_range(ordered: Sequence[float]) -> str:
    """The first and the last of some counts, or the only one; a dash where there is none.

    >>> count_range([18.6, 20.0]), count_range([20]), count_range([])
    ('19–20', '20', '–')
    """
    texts = dict.fromkeys(count(value) for value in (*ordered[:1], *ordered[-1:]))
    return DASH.join(texts) or DASH


def amount(value: float) -> str:
    """A count as it is; a sum of weights that is not whole, to four decimals at most.

    >>> amount(12), amount(2.5), amount(2.66666), amount(100.0)
    ('12', '2.5', '2.6667', '100')
    """
    return decimal(value, 4).rstrip("0").rstrip(".")


def decimal(value: float, places: int = 2) -> str:
    """A number with fixed decimals and a real minus; a dash where it does not exist.

    >>> decimal(-0.8148), decimal(-0.001), decimal(float("nan"))
    ('−0.81', '0.00', '–')
    """
    if isnan(value):
        return DASH
    text = f"{abs(value):.{places}f}"
    return MINUS + text if value < 0 and float(text) else text


def shortest(value: float) -> str:
    """A number that somebody chose, with as many decimals as it has.

    >>> shortest(0.5), shortest(1.0)
    ('0.5', '1')
    """
    return f"{round(value, 8):g}"


def percent(share: float) -> str:
    """A share in whole percents.

    >>> percent(0.3054), percent(float("nan"))
    ('31 %', '–')
    """
    return DASH if isnan(share) else f"{100 * share:.0f} %"


def level(confidence: float) -> str:
    """A confidence level with as many decimals as it has.

    >>> level(0.95), level(0.999)
    ('95 %', '99.9 %')
    """
    return f"{shortest(100 * confidence)} %"


def certainty(chance: float) -> str:
    """A chance in whole percents that never claims to be sure.

    >>> certainty(0.9996), certainty(0.714), certainty(0.001)
    ('> 99 %', '71 %', '< 1 %')
    """
    if isnan(chance):
        return DASH
    if chance > 0.99:
        return "> 99 %"
    return "< 1 %" if chance < 0.01 else f"{100 * chance:.0f} %"


def p_value(p: float) -> str:
    """A p-value with four decimals, or below which it lies.

    >>> p_value(0.0672), p_value(4e-7)
    ('0.0672', '< 0.0001')
    """
    if isnan(p):
        return DASH
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}"


def signed(value: float, places: int = 2) -> str:
    """A difference: a number with its sign.

    >>> signed(0.214), signed(-0.3), signed(0.001)
    ('+0.21', '−0.30', '0.00')
    """
    text = decimal(value, places)
    return f"+{text}" if value > 0 and float(text) else text
