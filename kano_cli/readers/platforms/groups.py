"""Names without the groups of the form that they stand in: `bike/loan_f` is `loan_f`."""

import re
from collections import Counter
from dataclasses import replace

from kano_cli.readers.files.header import Header
from kano_cli.study.words import name_key


def without_groups(header: Header, path: str) -> Header:
    """The header with shorter names; the whole name stays known as the column's code.

    Args:
        header: the names as the file has them.
        path: what a survey tool puts between group and name; without one, only a name that
            begins like its own group, `bike/bike_f`, is taken apart.
    """
    short = [_leaf(title, path) for title in header.titles]
    shared = Counter(title.split("/")[0] for title in header.titles if "/" in title)
    if path == "/":
        short = [
            _unlabelled(title, shared) if leaf == title else leaf
            for title, leaf in zip(header.titles, short, strict=True)
        ]
    often = Counter(name_key(title) for title in short)
    titles = tuple(
        leaf if often[name_key(leaf)] == 1 else title
        for title, leaf in zip(header.titles, short, strict=True)
    )
    if titles == header.titles:
        return header
    codes = tuple(
        header.code(at) or (title if title != kept else "")
        for at, (title, kept) in enumerate(zip(header.titles, titles, strict=True))
    )
    return replace(header, titles=titles, codes=codes)


def _leaf(title: str, path: str) -> str:
    """The last part of a name that a form gives a question: no spaces, marks between parts."""
    if not re.fullmatch(r"[A-Za-z_][\w.\-]*(?:/[\w.\-]+)*", title):
        return title
    parts = title.rsplit(path or "/", 1)
    if len(parts) < 2 or not parts[1] or parts[0].startswith(("_", "meta")):
        return title
    own_group = parts[0].rpartition(path or "/")[2]
    return parts[1] if path or parts[1].startswith(own_group) else title


def _unlabelled(title: str, shared: Counter[str]) -> str:
    """A label without the label of its group, which other columns share: `Bike/Do you like it?`."""
    group, mark, rest = title.partition("/")
    both_numbers = group[-1:].isdigit() and rest[:1].isdigit()  # 24/7 is no group
    return rest if mark and rest.strip() and shared[group] > 1 and not both_numbers else title
