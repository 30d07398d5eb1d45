"""What kano costs, as ratios against public references measured in the same run.

`python -m tests.benchmarks.run` measures in full; `--smoke` proves in seconds that it works.
No test asserts a time: read the ratios.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import openpyxl

from tests.benchmarks.measure import Cost, in_turn

ANSWERS = ("I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it")
FEATURES = 20
KANO = [sys.executable, "-m", "kano_cli"]


def python(code: str) -> list[str]:
    """A bare process that runs this code."""
    return [sys.executable, "-c", code]


def columns() -> list[str]:
    """The header of a survey of 20 features."""
    sides = ("functional", "dysfunctional")
    return ["id", *(f"feature_{n}_{side}" for n in range(1, FEATURES + 1) for side in sides)]


def write_xlsx(path: Path, respondents: int) -> None:
    """A workbook of random answers."""
    draw = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    sheet.append(columns())
    for person in range(respondents):
        sheet.append([f"r{person}", *draw.choices(ANSWERS, k=2 * FEATURES)])
    book.save(path)


def write_csv(path: Path, respondents: int) -> None:
    """A text file of random answers; one of 997 drawn rows after another, each with its own id."""
    draw = random.Random(1)
    rows = [",".join(draw.choices(ANSWERS, k=2 * FEATURES)) for _ in range(997)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(columns()) + "\n")
        for person in range(respondents):
            file.write(f"r{person},{rows[person % len(rows)]}\n")


def show(what: str, ours: Cost, reference: str, theirs: Cost) -> None:
    """One line: ours, theirs, and the ratio."""
    ratio = ours.seconds / theirs.seconds
    sys.stdout.write(
        f"{what:<34} {ours.seconds:7.3f} s {ours.peak_mib:6.0f} MiB   "
        f"{reference:<34} {theirs.seconds:7.3f} s {theirs.peak_mib:6.0f} MiB   "
        f"ratio {ratio:.2f}\n"
    )
    sys.stdout.flush()


def compare(what: str, ours: Sequence[str], name: str, theirs: Sequence[str], runs: int) -> None:
    """Measure both in turn and show them."""
    our_cost, their_cost = in_turn([ours, theirs], runs)
    show(what, our_cost, name, their_cost)


def main() -> None:
    """Measure start-up, a small workbook, its gate and a large text file."""
    parser = argparse.ArgumentParser(description="Measure kano against public references.")
    parser.add_argument("--smoke", action="store_true", help="small files, one run each")
    smoke = parser.parse_args().smoke
    runs = 1 if smoke else 7
    respondents = 10_000 if smoke else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        compare("kano --help", [*KANO, "--help"], "import typer", python("import typer"), runs)
        workbook = Path(folder) / "survey.xlsx"
        write_xlsx(workbook, 200)
        compare(
            "kano classify, xlsx 200 x 20",
            [*KANO, "classify", str(workbook)],
            "pandas.read_excel(calamine)",
            python(f"import pandas; pandas.read_excel({str(workbook)!r}, engine='calamine')"),
            runs,
        )
        backlog = Path(folder) / "backlog.md"
        tasks = [f"- [ ] Task {n} kano:feature_{n}" for n in range(1, FEATURES + 1)]
        backlog.write_text("\n".join(tasks) + "\n", "utf-8")
        compare(
            "kano check, xlsx 200 x 20",
            [*KANO, "check", str(workbook), "--backlog", str(backlog), "--inconclusive", "pass"],
            "kano classify",
            [*KANO, "classify", str(workbook)],
            runs,
        )
        text = Path(folder) / "survey.csv"
        write_csv(text, respondents)
        classify = [*KANO, "classify", str(text), "--format", "json"]
        readers = {
            "polars": "read_csv({0!r}, infer_schema=False)",
            "pandas": "read_csv({0!r}, dtype='category')",
        }
        for package, call in readers.items():
            if find_spec(package) is None:
                sys.stdout.write(f"{package} is not installed: pip install '.[bench]'\n")
                continue
            compare(
                f"kano classify, csv {respondents} x 20",
                classify,
                f"{package}.read_csv",
                python(f"import {package} as p; p.{call.format(str(text))}"),
                1 if smoke else 3,
            )


if __name__ == "__main__":
    main()
