"""How well the intervals and tests hold: `python -m tests.simulations` prints the README's table.

Each line draws surveys from shares that are known, and counts how often what kano says of them
is true. A line has a seed of its own, so that it stays when another one changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.certainty import PRIOR, certainty
from kano_cli.core.homogeneity import homogeneity
from kano_cli.core.intervals import goodman, newcombe, wilson
from kano_cli.core.significance import distinct, top_two_p

SEED = 1984
SURVEYS = 40_000
LEVEL = 0.95


@dataclass(frozen=True)
class Held:
    """One line: what was tried, on how many answers, what is promised, what came out."""

    what: str
    answers: str
    promised: str
    share: float


def _inside(ends: Floats, truth: Floats) -> Floats:
    """Whether each interval holds its truth, as 0 or 1."""
    return np.asarray((ends[..., 0] <= truth) & (truth <= ends[..., 1]), np.float64)


def _wilson(random: np.random.Generator, surveys: int, n: int) -> float:
    """How often the interval of a share holds it, the share being anything from 0 to 1."""
    truth = random.uniform(size=surveys)
    parts = random.binomial(n, truth)
    return float(_inside(wilson(parts, np.full(surveys, n), LEVEL), truth).mean())


def _worst(random: np.random.Generator, surveys: int, n: int) -> float:
    """How often the interval of a share holds it, where that is least often."""
    truths = np.repeat(np.arange(1, 100) / 100, surveys // 10)
    parts = random.binomial(n, truths)
    inside = _inside(wilson(parts, np.full(len(parts), n), LEVEL), truths)
    return float(inside.reshape(99, -1).mean(axis=1).min())


def _goodman(random: np.random.Generator, surveys: int, n: int) -> float:
    """How often all six intervals hold their shares, these being any six."""
    truth = random.dirichlet(np.ones(6), surveys)
    counts = random.multinomial(n, truth)
    return float(_inside(goodman(counts, LEVEL), truth).all(axis=1).mean())


def _newcombe(random: np.random.Generator, surveys: int, n: int, m: int) -> float:
    """How often the interval of a difference holds it, the shares being any two."""
    one, two = random.uniform(size=(2, surveys))
    parts = random.binomial(n, one), random.binomial(m, two)
    _, ends = newcombe(parts[0], np.full(surveys, n), parts[1], np.full(surveys, m), LEVEL)
    return float(_inside(ends, one - two).mean())


def _top_two(random: np.random.Generator, surveys: int, k: int) -> float:
    """How often a lead is called distinct where there is none."""
    counts = np.zeros((surveys, 6), np.int64)
    counts[:, :k] = random.multinomial(100, np.full(k, 1 / k), surveys)
    return float(distinct(top_two_p(counts), LEVEL).mean())


def _groups(random: np.random.Generator, surveys: int, *, permutation: bool) -> float:
    """How often two groups of 15 are called different that have the same shares."""
    shares = random.dirichlet(np.ones(6), surveys // 10)
    tables = np.stack([random.multinomial(15, shares) for _ in range(2)], axis=1)
    tests = [homogeneity(table, shuffles=999 if permutation else 0) for table in tables]
    p_values = [test.p_value if permutation else test.asymptotic_p for test in tests]
    return float((np.array(p_values) < 1 - LEVEL).mean())


def _certain(random: np.random.Generator, surveys: int, low: float, high: float) -> float:
    """How often the most common category of 50 answers is right, among those so certain."""
    truth = random.dirichlet(np.full(6, PRIOR), surveys // 10)
    counts: Ints = random.multinomial(50, truth)
    chances = certainty(counts).max(axis=1)
    right = counts.argmax(axis=1) == truth.argmax(axis=1)
    return float(right[(chances >= low) & (chances <= high)].mean())


CASES: tuple[tuple[str, str, str, Callable[[np.random.Generator, int], float]], ...] = (
    *(("Wilson, any share", f"{n}", "95 %", partial(_wilson, n=n)) for n in (20, 50, 200)),
    *(
        ("Wilson, the worst of the shares 1 % to 99 %", f"{n}", "95 %", partial(_worst, n=n))
        for n in (50, 200)
    ),
    *(
        ("Goodman, any six shares at once", f"{n}", "95 %", partial(_goodman, n=n))
        for n in (50, 200)
    ),
    *(
        ("Newcombe, any two shares", f"{n} and {m}", "95 %", partial(_newcombe, n=n, m=m))
        for n, m in ((20, 60), (100, 100))
    ),
    *(
        (f"top two called distinct, {k} equals", "100", "at most 5 %", partial(_top_two, k=k))
        for k in (2, 3, 5)
    ),
    *(
        (
            f"two equal groups called different, {test}",
            "15 and 15",
            "at most 5 %",
            partial(_groups, permutation=test == "permutation"),
        )
        for test in ("permutation", "chi-square alone")
    ),
    *(
        (
            f"categories that are {low} to {high} % sure are right",
            "50",
            f"{low} to {high} %",
            partial(_certain, low=low / 100, high=high / 100),
        )
        for low, high in ((50, 80), (80, 95), (95, 100))
    ),
)
"""What is tried, on how many answers, what is promised, and how it is simulated."""


def held(surveys: int = SURVEYS, seed: int = SEED) -> Iterator[Held]:
    """Every line, from so many surveys each; from a tenth of them where one takes long."""
    for at, (what, answers, promised, simulated) in enumerate(CASES):
        random = np.random.Generator(np.random.PCG64([seed, at]))
        yield Held(what, answers, promised, simulated(random, surveys))


def table(lines: Iterator[Held]) -> str:
    """The lines as a Markdown table."""
    rows = [
        f"| {line.what} | {line.answers} | {line.promised} | {100 * line.share:.1f} % |"
        for line in lines
    ]
    head = ["| what | answers | promised | found |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(table(held()))
    tenth = "a tenth of that for a worst share and in the last five"
    sys.stdout.write(f"\nSeed {SEED}, {SURVEYS} surveys a line ({tenth}).\n")
