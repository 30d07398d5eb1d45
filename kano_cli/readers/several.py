"""Several files as one survey: a folder of answers, a pattern, or files named one by one."""

import glob
import os
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import TypeAlias

from kano_cli.errors import KanoError, listed, shortened
from kano_cli.findings import Fact, Finding, Place
from kano_cli.readers.files.kinds import Kind, kind_of
from kano_cli.readers.files.source import ENDINGS, open_source
from kano_cli.readers.files.table import Table
from kano_cli.readers.joined import Joining, column_keys
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.roles import long_roles
from kano_cli.readers.merged import merged_findings, merged_surveys
from kano_cli.readers.opened import Opened, added
from kano_cli.readers.opening import open_file, without_rows
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.own_answers import OWN
from kano_cli.study.responses import Survey

Wanted: TypeAlias = str | Path | Sequence[str | Path]
"""A file, a folder, a pattern such as `answers/*.json`, or several of them."""

_SIGNS = frozenset("*?[")
_NAMED = 5
"""Copies that a finding names."""

_DOCUMENTS = frozenset({".docx", ".md", ".markdown"})
"""What a filled-in form may be, and any other document as well."""

_UNFINISHED = ".unfinished"
"""What an interview that is not over yet is called; its answers are not whole."""


@dataclass(frozen=True)
class Files:
    """The files of one survey, and what they are called together."""

    name: str
    paths: tuple[Path, ...]


def files_of(wanted: Wanted) -> Files | None:
    """The files that make one survey; None where a single one is named, or standard input.

    Raises:
        KanoError: if a folder or a pattern has no file to read, or a file is named twice.
    """
    if isinstance(wanted, str | Path):
        return _folder_or_pattern(wanted)
    named = [str(each) for each in wanted]
    if len(named) == 1:
        return _folder_or_pattern(named[0])
    if "-" in named:
        raise KanoError(
            "cannot be read beside files", "standard input", "write it to a file, or read it alone"
        )
    paths: list[Path] = []
    for each in named:
        found = _folder_or_pattern(each)
        paths += found.paths if found else [Path(each)]
    _refuse_twice(paths)
    return Files(_together(paths), tuple(paths))


def is_pattern(wanted: str) -> bool:
    """Whether a name has signs that stand for others, and is not itself a file."""
    return bool(_SIGNS & set(wanted)) and not os.path.lexists(wanted)


def reads(wanted: str, path: Path) -> bool:
    """Whether a file would be among those that a folder or a pattern names."""
    if is_pattern(wanted):
        return path.match(wanted) and _counts(path)
    folder = Path(wanted)
    return (
        wanted not in ("", "-")
        and folder.is_dir()
        and path.resolve().parent == folder.resolve()
        and path.suffix.lower() in ENDINGS
        and _counts(path)
    )


def read_several(files: Files, options: ReadOptions) -> Survey:
    """The one survey in several files: their respondents, one under another.

    Files with the same columns are put together before anything is read, so that it makes no
    difference whether people stand in one file or in many. Others are read by themselves, and
    put together by feature.

    Raises:
        KanoError: where one of the files cannot be read, or holds other features.
    """
    groups: dict[Hashable, _Group] = {}
    unused: dict[str, list[Path]] = {}
    for at, path in enumerate(files.paths):
        try:
            opened = _opened(path, options)
        except KanoError as refusal:
            if not refusal.left_out:
                raise
            unused.setdefault(refusal.left_out, []).append(path)
            continue
        group = groups.setdefault(_shape(opened, at), _Group(opened, path))
        group.add(opened, path)
    if not groups:
        raise _nobody(files, unused)
    from kano_cli.readers.survey import understood

    copies = _copies([path for group in groups.values() for path in group.crowded])
    alone = len(groups) == 1
    surveys = []
    for group in groups.values():
        opened = group.opened(files.name if alone else group.name)
        surveys.append(understood(without_rows(opened, options), options).survey)
    whole = surveys[0] if alone else merged_surveys(surveys, files.name)
    left_out = dict(whole.origin.left_out_rows)
    for reason, paths in unused.items():
        left_out[reason] = left_out.get(reason, 0) + len(paths)
    origin = replace(
        whole.origin,
        file=files.name,
        sheet="",
        files=len(files.paths),
        left_out_rows=left_out,
    )
    told = any(finding.code == "K208" for finding in whole.findings)
    noticed = [] if told or not copies else [_noticed("K130", copies, files.name)]
    for reason, paths in unused.items():
        noticed.append(_noticed("K135", paths, files.name, reason))
    return replace(whole, origin=origin, findings=(*whole.findings, *noticed))


def _nobody(files: Files, unused: Mapping[str, Sequence[Path]]) -> KanoError:
    """No file is left: nobody filled a form in, or nobody gave the consent."""
    why = "gave the consent" if set(unused) == {"no-consent"} else "filled one in"
    return KanoError(
        f"holds {len(files.paths)} forms, and nobody {why}",
        files.name,
        "look at one of them alone: kano classify FILE",
    )


def _copies(paths: Sequence[Path]) -> list[Path]:
    """The files that hold the same as one before them, to the last byte."""
    by_size: dict[int, list[Path]] = {}
    for path in paths:
        by_size.setdefault(path.stat().st_size, []).append(path)
    copies, taken = [], set()
    for path in (path for alike in by_size.values() if len(alike) > 1 for path in alike):
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").digest()
        if digest in taken:
            copies.append(path)
        taken.add(digest)
    return sorted(copies)


def _noticed(code: str, paths: Sequence[Path], name: str, variant: str = "") -> Finding:
    """What to know about some of the files; the first few are named."""
    names = [shortened(path.name) for path in paths]
    shown = (*names[:_NAMED], *(["…"] if len(names) > _NAMED else []))
    facts: dict[str, Fact] = {"count": len(paths), "names": shown}
    return Finding(code, {**facts, "variant": variant} if variant else facts, Place(name))


class _Group:
    """Files of one shape, while they are read."""

    def __init__(self, first: Opened, path: Path) -> None:
        self._first = first
        self._path = path
        self._number = 0
        self._joining = Joining()
        self._findings: list[tuple[Finding, ...]] = []
        self._left_out: dict[str, int] = {}
        self.crowded: list[Path] = []
        """The files of several respondents: two of one each may well be the same."""

    def add(self, opened: Opened, path: Path) -> None:
        """Take in another file."""
        self._number += 1
        self._findings.append(opened.findings)
        self._left_out = added(self._left_out, opened.left_out_rows)
        if len(opened.tables) == 1:
            self._joining.add(opened.tables[0], str(path))
            if opened.tables[0].rows > 1:
                self.crowded.append(path)

    @property
    def name(self) -> str:
        """What messages call these files."""
        more = self._number - 1
        return f"{self._path.name} and {more} more" if more else self._path.name

    def opened(self, name: str) -> Opened:
        """All of them as one opened file."""
        if len(self._first.tables) != 1:
            return self._first
        findings = merged_findings(self._findings, name)
        tables = (self._joining.table(name),)
        return replace(
            self._first,
            file=name,
            sheet="",
            tables=tables,
            left_out_rows=self._left_out,
            findings=findings,
        )


def _opened(path: Path, options: ReadOptions) -> Opened:
    """One of the files; a refusal names it as the user would."""
    try:
        return open_file(path, options)
    except KanoError as refusal:
        if refusal.place.startswith(path.name):
            refusal.place = str(path) + refusal.place.removeprefix(path.name)
        raise


def _shape(opened: Opened, at: int) -> Hashable:
    """What files must share to be put together; the file's own number where that cannot be.

    Records have the keys that somebody answered, and our own files the columns of their form: so
    they differ from one to the next, and are one survey all the same.
    """
    platform = opened.platform.id if opened.platform else ""
    if len(opened.tables) != 1 or _has_no_respondents(opened.tables[0]):
        return at
    (table,) = opened.tables
    if platform == OWN:
        return platform
    legend = tuple(sorted(opened.legend.items()))
    keys = frozenset() if table.unit == "record" else frozenset(column_keys(table.columns))
    return platform, table.unit, legend, keys


def _has_no_respondents(table: Table) -> bool:
    """Whether equal rows of two files would mean another thing in one: a row is no person."""
    roles = long_roles(table)
    return bool(roles and not {"respondent", "count"} & roles.keys()) or bool(category_roles(table))


def _folder_or_pattern(wanted: str | Path) -> Files | None:
    """The files in a folder, or of a pattern; None for anything else."""
    text = str(wanted)
    if text != "-" and Path(text).is_dir():
        folder = Path(text)
        return Files(folder.name or folder.resolve().name or text, _inside(folder))
    if text != "-" and is_pattern(text):
        return Files(_pattern_name(text), _matching(text))
    return None


def _inside(folder: Path) -> tuple[Path, ...]:
    """The survey files in a folder, by name; not those in folders within it.

    Raises:
        KanoError: if there is none, or the folder cannot be looked into.
    """
    try:
        there = sorted(folder.iterdir())
    except OSError as problem:
        raise KanoError(f"cannot be read: {problem.strerror}", str(folder)) from None
    found = [path for path in there if _counts(path) and path.is_file() and _is_read(path)]
    if not found:
        others = [path.name for path in there if not path.name.startswith(".")]
        raise KanoError(
            "is a folder without survey files" + (f": it has {listed(others)}" if others else ""),
            str(folder),
            "put the files of answers there, as CSV, XLSX or JSON, or name another folder",
        )
    return tuple(found)


def _is_read(path: Path) -> bool:
    """Whether a file in a folder is of a kind that is read; other documents may lie beside it."""
    ending = path.suffix.lower()
    if ending in ENDINGS:
        return True
    try:
        return ending in _DOCUMENTS and kind_of(open_source(path)) is Kind.FORM
    except KanoError:
        return False


def _matching(pattern: str) -> tuple[Path, ...]:
    """The files of a pattern, by name.

    Raises:
        KanoError: if there is none.
    """
    there = sorted(glob.glob(pattern))  # noqa: PTH207  # a path has no whole pattern
    found = [path for path in map(Path, there) if _counts(path)]
    files = [path for path in found if not path.is_dir()]
    if not files:
        raise KanoError(
            "fits no file" if not found else "fits folders and no file",
            pattern,
            'check the folder and the ending, such as "answers/*.json"',
        )
    return tuple(files)


def _counts(path: Path) -> bool:
    """Whether a file may hold answers: not one that is hidden, a lock, or an unfinished state."""
    return not path.name.startswith((".", "~$")) and _UNFINISHED not in path.suffixes


def _pattern_name(pattern: str) -> str:
    """What the files of a pattern are called: it, with the folder that it is in."""
    return "/".join(Path(pattern).parts[-2:])


def _together(paths: Sequence[Path]) -> str:
    """What files are called that were named one by one: their folder, else the first of them."""
    folders = {path.parent.resolve() for path in paths}
    shared = next(iter(folders)).name if len(folders) == 1 else ""
    return shared or f"{paths[0].name}, …"


def _refuse_twice(paths: Sequence[Path]) -> None:
    """Refuse a file that is named twice: its respondents would count twice."""
    taken: dict[Path, Path] = {}
    for path in paths:
        first = taken.setdefault(path.resolve(), path)
        if first is not path:
            raise KanoError(
                "is named twice, and its respondents would count twice",
                str(path),
                "name it once",
            )
