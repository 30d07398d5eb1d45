"""Rows of a respondent who stands in the file already."""

import numpy as np
import numpy.typing as npt

from kano_cli.study.responses import Responses

Mask = npt.NDArray[np.bool_]


def repeated(responses: Responses) -> tuple[Mask | None, Mask | None]:
    """Which rows are a later one of the same person, and which of those answer otherwise.

    Both are bool (N,), or None where nothing says who answered. Each row is held against the
    first one of its person; nobody is the same as somebody without a name.
    """
    who = responses.respondents
    if who is None:
        return None, None
    named = np.flatnonzero(who >= 0)
    _, first, whose = np.unique(who[named], return_index=True, return_inverse=True)
    earlier = named[first[whose.reshape(-1)]]
    later = earlier != named
    rows, firsts = named[later], earlier[later]
    other = np.zeros(len(rows), np.bool_)
    for side in (responses.functional, responses.dysfunctional):
        for at in range(side.shape[1]):
            other |= side[rows, at] != side[firsts, at]
    again, differs = np.zeros(len(who), np.bool_), np.zeros(len(who), np.bool_)
    again[rows] = True
    differs[rows] = other
    return again, differs
