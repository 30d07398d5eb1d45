"""Files for the door of large files, and how to send small ones through it."""

import os

import numpy as np
import pytest

from kano_cli.readers import text_file
from kano_cli.readers.files import parts
from tests.readers.files import ANSWERS

HEADER = ["Id", "Plan", "Age", "why", "rating", "loan_f", "loan_d", "lock_d", "lock_f", "note"]


def rows_of(number: int) -> list[list[str]]:
    """Ids, free text, a rating with many values, two features, blanks and words."""
    drawn = np.random.default_rng(7)
    return [
        [
            f"r{at}", f"Plan {at % 50}", f"{at % 97} years", f"because {at}", str(at % 101),
            *(ANSWERS[code] or " " for code in drawn.integers(0, 6, 4)), "n/a" if at % 7 else "x",
        ]
        for at in range(number)
    ]  # fmt: skip


def open_large_door(patch: pytest.MonkeyPatch, cores: int) -> None:
    """From now on every file is large, and worth reading on this many processors."""
    patch.setattr(text_file, "LARGE", 0)
    patch.setattr(text_file, "_HEAD", 60)
    patch.setattr(parts, "SHARED", 0)
    patch.setattr(os, "cpu_count", lambda: cores)
