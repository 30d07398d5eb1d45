"""The colours around the categories: paper, text and lines, light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Theme: TypeAlias = Literal["light", "dark", "auto"]
THEMES: tuple[Theme, ...] = ("light", "dark", "auto")


@dataclass(frozen=True)
class Role:
    """What a colour is for: the attribute that it fills, on light and on dark."""

    attribute: str
    light: str
    dark: str


PAPER, DARK_PAPER = "#FFFFFF", "#12151A"

ROLES: Mapping[str, Role] = {
    "paper": Role("fill", PAPER, DARK_PAPER),
    "text": Role("fill", "#1B1F24", "#ECEFF3"),
    "quiet": Role("fill", "#5A6068", "#A9B1BC"),
    "ghost": Role("fill", "#6A7078", "#979FAA"),
    "halo": Role("stroke", PAPER, DARK_PAPER),
    "frame": Role("stroke", "#7A8088", "#89919C"),
    "grid": Role("stroke", "#E4E7EB", "#2A3038"),
    "cut": Role("stroke", "#7A8088", "#89919C"),
    "leader": Role("stroke", "#6A7078", "#979FAA"),
    "outline": Role("stroke", "#1B1F24", "#ECEFF3"),
    "hollow": Role("fill", PAPER, DARK_PAPER),
}


def ink(theme: Theme, *roles: str) -> dict[str, str]:
    """The attributes of an element in these roles; where a theme is chosen later, light ones."""
    colours = {
        ROLES[role].attribute: ROLES[role].dark if theme == "dark" else ROLES[role].light
        for role in roles
    }
    return {"class_": " ".join(f"kc-{role}" for role in roles), **colours}


def style(theme: Theme = "auto", scope: str = "") -> str:
    """CSS that gives inline charts the colours of a theme; `scope` is a selector before each.

    With `auto` the reader's system decides. A page with a switch of its own may take
    `style("dark", ":root.dark")`.
    """
    if theme == "auto":
        return f"@media (prefers-color-scheme:dark){{{style('dark', scope)}}}"
    before = f"{scope} " if scope else ""
    return "".join(
        f"{before}.kc-{name}{{{role.attribute}:{role.dark if theme == 'dark' else role.light}}}"
        for name, role in ROLES.items()
    )
