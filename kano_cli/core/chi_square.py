"""The upper tail of chi-square, in closed form."""

from math import erfc, exp, lgamma, log, sqrt


def chi_square_p(chi2: float, df: int) -> float:
    """Chance of a chi-square at least this large, with whole degrees of freedom; 0 to 1.

    The regularised upper incomplete gamma function Q(df/2, x/2), which ends after df/2 terms:
    for an even df the sum of y^k e^-y / k! over k < df/2, y = x/2; for an odd one
    erfc(sqrt(y)) plus the sum of y^(k + 1/2) e^-y / Gamma(k + 3/2) over k < (df - 1)/2.
    All terms are positive, so nothing cancels out. NaN stays NaN.
    Source: Abramowitz & Stegun (1964), 26.4.4 and 26.4.5.

    >>> round(chi_square_p(17.666667, 3), 6), chi_square_p(0, 5)
    (0.000515, 1.0)
    """
    if chi2 != chi2:
        return chi2
    y, half = chi2 / 2, df % 2 / 2
    # Below the smallest number, half of a chi-square above 0 is 0, too, and has no logarithm.
    if y <= 0:
        return 1.0
    # In logarithms: y^k and k! are soon too large for a number, their ratio is not.
    terms = [exp((k + half) * log(y) - y - lgamma(k + half + 1)) for k in range(df // 2)]
    return min(1.0, sum(terms, erfc(sqrt(y)) if half else 0.0))
