"""A policy in YAML: every mistake in it with line and column."""

import re
from collections.abc import Mapping as AbstractMapping
from datetime import date
from pathlib import Path

from kano_cli.checks.gate.policy.declared import declared_rules
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.errors import KanoError, shortened
from kano_cli.study.words import name_key
from kano_cli.study.yaml_file import yaml_text
from kano_cli.study.yaml_format import POLICY
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    mapping_of,
    parse_yaml,
    text_of,
    texts_of,
)

KEYS = (
    "kano_policy", "survey_date", "release", "delivered", "priorities", "features", "rules",
)  # fmt: skip
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_policy(path: str | Path) -> Policy:
    """The policy in a file.

    Raises:
        KanoError: with line and column of what is wrong in it.
    """
    return parse_policy(yaml_text(Path(path), POLICY), str(path))


def parse_policy(text: str, file: str = "policy") -> Policy:
    r"""The policy in a YAML text; `file` names it in messages.

    >>> policy = parse_policy("kano_policy: 1\nrules: {too-few-answers: {limit: 50}}")
    >>> policy.limit("K401"), policy.level("K401").value
    (50.0, 'error')
    """
    top = mapping_of(
        parse_yaml(text.removeprefix("\ufeff"), file, POLICY), "a policy", POLICY.first
    )
    _format(top)
    top.known(*KEYS)
    release, priorities = top.get("release"), _priorities(top.get("priorities"))
    return Policy(
        file=file,
        rules=_rules(top.get("rules"), priorities),
        survey_date=_date(top.get("survey_date")),
        release=text_of(release, "release") if release else "",
        delivered=_texts(top.get("delivered"), "delivered"),
        priorities=priorities,
        features=_features(top.get("features")),
    )


def _format(top: Mapping) -> None:
    """Refuse another format than this one, and a questionnaire above all."""
    version = top.get("kano_policy")
    if version is None and top.get("kano") is not None:
        raise KanoError(
            "is a questionnaire and no policy",
            top.place,
            f"check it with kano check, or begin a policy with the line: {POLICY.first}",
        )
    if version is None:
        raise KanoError(
            "the key kano_policy is missing, which says that this is a policy",
            top.place,
            f"begin with the line: {POLICY.first}",
        )
    if not isinstance(version, Scalar) or version.text != "1":
        raise KanoError(
            "this version of kano knows the format 1 only", version.place, f"write: {POLICY.first}"
        )


def _rules(node: Node | None, priorities: tuple[str, ...]) -> AbstractMapping[str, Setting]:
    """What the policy says of each rule, by code; an empty key says nothing."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}
    return declared_rules(mapping_of(node, "rules", "too-few-answers: error"), priorities)


def _date(node: Node | None) -> date | None:
    """The day on which the last answer came in."""
    if node is None:
        return None
    text = text_of(node, "survey_date")
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise KanoError(
            f'"{shortened(text)}" is no date',
            node.place,
            "write year-month-day, such as 2026-05-01",
        )
    return found


def _texts(node: Node | None, what: str) -> tuple[str, ...]:
    """One text or several; a team that empties its list need not remove the key."""
    if node is None or (isinstance(node, Sequence) and not node.items):
        return ()
    return tuple(each.text for each in texts_of(node, what))


def _priorities(node: Node | None) -> tuple[str, ...]:
    """The words of the backlog, the most urgent first; each has one place only."""
    words = _texts(node, "priorities")
    folded = [name_key(word) for word in words]
    for at, word in enumerate(folded):
        if word in folded[:at] and isinstance(node, Sequence):
            raise KanoError(
                f'the priority "{shortened(words[at])}" stands here twice',
                node.items[at].place,
                "name each once, the most urgent first",
            )
    return words


def _features(node: Node | None) -> AbstractMapping[str, tuple[str, ...]]:
    """Which features each item of the backlog is about."""
    if node is None:
        return {}
    items = mapping_of(node, "features", "features: {KANO-12: dark_mode}")
    for item, _ in items.entries:
        if not item.text.strip():
            raise KanoError("the id of an item is empty", item.place, "such as  KANO-12: dark_mode")
    return {
        item.text.strip(): tuple(each.text for each in texts_of(named, item.text))
        for item, named in items.entries
    }
