"""A house style from a YAML file and from the command line."""

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import replace
from pathlib import Path

from kano_cli.errors import KanoError, shortened
from kano_cli.report.document.blocks import Brand
from kano_cli.study.yaml_file import yaml_text
from kano_cli.study.yaml_format import BRAND
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    mapping_of,
    parse_yaml,
    text_of,
    texts_of,
)

KEYS = ("kano_brand", "accent", "logo", "footer", "fonts", "templates")
TEMPLATES = (".pptx", ".docx")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NAMED = re.compile(r"[\w .'-]{1,60}")
_LOGO_BYTES = 500_000
_KINDS: AbstractMapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "svg": (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg"),
}


def read_brand(path: str | Path) -> Brand:
    """The house style in a file; files that it names are looked for beside it.

    Raises:
        KanoError: with line and column of what is wrong in it.
    """
    file = Path(path)
    top = mapping_of(parse_yaml(yaml_text(file, BRAND), str(file), BRAND), "a brand", BRAND.first)
    top = top.known(*KEYS)
    _format(top)
    accent, logo, footer, fonts = (top.get(key) for key in ("accent", "logo", "footer", "fonts"))
    brand = Brand(
        footer=text_of(footer, "footer") if footer else "",
        fonts=tuple(_font(each) for each in texts_of(fonts, "fonts")) if fonts else (),
        templates=_templates(top.get("templates"), file.parent),
    )
    if accent:
        brand = replace(brand, accent=colour(text_of(accent, "accent"), accent.place))
    if logo:
        brand = with_logo(brand, file.parent / text_of(logo, "logo"), logo.place)
    return brand


def _format(top: Mapping) -> None:
    """Refuse another format than this one."""
    version = top.get("kano_brand")
    if not isinstance(version, Scalar) or version.text != "1":
        place = version.place if version else top.place
        raise KanoError(
            "is no house style of format 1", place, f"begin with the line: {BRAND.first}"
        )


def colour(text: str, place: str) -> str:
    """A colour as #RRGGBB.

    Raises:
        KanoError: if it is written otherwise.
    """
    if not _COLOUR.fullmatch(text):
        raise KanoError(
            f'"{shortened(text)}" is no colour', place, 'write it as "#0B6E4F", in quotes'
        )
    return text.upper()


def _font(name: Scalar) -> str:
    """The name of a family of fonts, which ends up in style sheets."""
    if not _NAMED.fullmatch(name.text):
        raise KanoError(
            f'"{shortened(name.text)}" is no name of a font',
            name.place,
            "write letters, digits, spaces and hyphens",
        )
    return name.text


def _templates(node: Node | None, folder: Path) -> dict[str, str]:
    """A client's own files by ending, such as `.pptx`."""
    if node is None:
        return {}
    known = tuple(ending.removeprefix(".") for ending in TEMPLATES)
    found = {}
    for key, value in (
        mapping_of(node, "templates", "templates: {pptx: house.pptx}").known(*known).entries
    ):
        path = folder / text_of(value, key.text)
        if not path.is_file():
            raise KanoError(f'there is no file "{path}"', value.place, "check its name and folder")
        found[f".{key.text}"] = str(path)
    return found


def with_logo(brand: Brand, path: Path, place: str) -> Brand:
    """A house style with the logo in a file: PNG, JPEG or SVG.

    Raises:
        KanoError: if it cannot be read, is another kind of file, or too large to embed.
    """
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise KanoError(
            f'the logo "{shortened(path.name)}" cannot be read: {problem.strerror}',
            place,
            "name a PNG, JPEG or SVG file",
        ) from None
    start = content[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    kind = next((kind for kind, marks in _KINDS.items() if start.startswith(marks)), "")
    if not kind or (kind == "svg" and b"<svg" not in content):
        raise KanoError(
            f'the logo "{shortened(path.name)}" is no picture that can be embedded',
            place,
            "save it as PNG, JPEG or SVG",
        )
    if len(content) > _LOGO_BYTES:
        raise KanoError(
            f'the logo "{shortened(path.name)}" is larger than 500 kB', place, "make it smaller"
        )
    return replace(brand, logo=content, logo_kind=kind)
