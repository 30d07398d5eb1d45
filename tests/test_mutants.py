"""The mistakes that `python -m tests.mutants` makes, and the record of those that survived."""

import ast
import re
from pathlib import Path

import pytest

from tests.mutants.mutations import mutants

ROOT = Path(__file__).parents[1]
RECORD = (ROOT / "tests" / "core" / "MUTANTS.md").read_text("utf-8")
SURVIVORS = re.findall(r"^\| (\w+\.py):\d+ \| (`.+?` → `.+?`) \|", RECORD, re.MULTILINE)


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("x < y", ["x <= y", "x >= y"]),
        ("x is y", ["x is not y"]),
        ("x and y", ["x or y"]),
        ("not x", ["x"]),
        ("x // y", ["x * y"]),
        ("x[1:]", ["x[:]", "x[2:]", "x[0:]"]),
        ("x += 1", ["x -= 1", "x += 2", "x += 0"]),
        ("x = 0.5", ["x = 1.5", "x = 0.505"]),
        ("x = 'a'", ["x = 'XXa'"]),
        ("x = True", ["x = False"]),
        ("x = min(y, z=y)", ["x = min(y)", "x = y", "x = max(y, z=y)"]),
        ("x = y.sum()", ["x = y"]),
        ("x = Category.WOW", ["x = Category.INDIFFERENT"]),
        ("x[y] = z", ["pass"]),
        ("raise x", ["pass"]),
        ("def f(x: int = 1) -> int:\n    'Text.'\n    return x", ["return None", "=2)", "=0)"]),
        ("if x:\n    y = x", ["if not x:"]),
        ("x = [y for y in x if y]", ["x = [y for y in x]"]),
        ("while x:\n    break", ["continue", "while not x:"]),
        ("x: int = y", []),
    ],
)
def test_each_mistake_is_made_once(source: str, others: list[str]) -> None:
    """One change at a time, and none to types and docstrings."""
    made = [ast.unparse(mutant.tree) for mutant in mutants(source)]

    assert len(made) == len(set(made))
    for other in others:
        assert any(other in code for code in made), (other, made)
    assert all(code != ast.unparse(ast.parse(source)) for code in made)
    assert others or not made


@pytest.mark.parametrize(("file", "change"), SURVIVORS)
def test_a_recorded_survivor_is_a_mutant_of_the_code(file: str, change: str) -> None:
    """Code that has changed since wants its mutants tried again."""
    source = (ROOT / "kano_cli" / "core" / file).read_text("utf-8")

    assert change in {mutant.change for mutant in mutants(source)}
