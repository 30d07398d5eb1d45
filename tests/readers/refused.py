"""Tables that are refused, each beside what is told: the cases in the .txt files of this folder.

A block is a case. Its lines say by their beginning what they are: `#` its name, `options` and
`study` what the user says, `sheet` a sheet, `|` a row, `=>` what he is told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kano_cli.readers.options import ReadOptions
from tests.readers.files import Cell, Sheets
from tests.readers.reading import asked


@dataclass(frozen=True)
class Case:
    """A table, what the user says about it, and what he is told."""

    name: str
    text: str
    sheets: Sheets
    options: ReadOptions
    told: str


def cases(file: str) -> list[Case]:
    """The cases in a file of this folder."""
    blocks = (Path(__file__).parent / file).read_text("utf-8").strip().split("\n\n")
    return [_case(block.split("\n")) for block in blocks]


def _case(lines: list[str]) -> Case:
    """The case that these lines make."""
    name, rows, told = lines[0].removeprefix("# "), [], []
    sheets: dict[str, list[list[Cell]]] = {}
    words: dict[str, str] = {}
    study = ""
    for line in lines[1:]:
        sign, _, rest = _unescaped(line).partition(" ")
        if sign == "|":
            rows.append(rest)
            if sheets:
                list(sheets.values())[-1].append([_cell(text) for text in rest.split("; ")])
        elif sign == "sheet":
            sheets[rest] = []
        elif sign == "options":
            option, _, value = rest.partition("=")
            words[option] = value
        elif sign == "study":
            study = rest.replace("|", "\n")
        else:
            told.append(rest)
    text = "\n".join([*rows, ""])
    return Case(name, text, sheets, _options(words, study), "\n".join(told))


def _unescaped(line: str) -> str:
    r"""The line with `\x1b` as the character that it stands for."""
    return re.sub(r"\\x(..)", lambda code: chr(int(code[1], 16)), line)


def _cell(text: str) -> Cell:
    """A cell of a sheet: a number where it looks like one."""
    return int(text) if text.isdecimal() else text or None


def _options(words: Mapping[str, str], study: str) -> ReadOptions:
    """The options that these words and this questionnaire make."""
    texts = {name: text for name, text in words.items() if name != "header_row"}
    header = int(words["header_row"]) if "header_row" in words else None
    return ReadOptions(asked(study) if study else None, header_row=header, **texts)
