"""A house style: what a file may say, and what it may not."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.report.document.blocks import Brand
from kano_cli.report.document.brand_file import colour, read_brand, with_logo

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a logo and a template."""
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "house.pptx").write_bytes(b"PK")
    return tmp_path


def brand_of(folder: Path, text: str) -> Brand:
    """The house style in this text."""
    file = folder / "brand.yaml"
    file.write_text(text, "utf-8")
    return read_brand(file)


def test_a_house_style_is_read_whole(folder: Path) -> None:
    """Files are looked for beside it, colours written in capitals."""
    brand = brand_of(
        folder,
        'kano_brand: 1\naccent: "#0b6e4f"\nlogo: logo.png\nfooter: Acme, 2026\n'
        "fonts: [Source Sans 3, Arial]\ntemplates: {pptx: house.pptx}\n",
    )

    assert brand == Brand(
        "#0B6E4F", PNG, "png", "Acme, 2026", ("Source Sans 3", "Arial"),
        {".pptx": str(folder / "house.pptx")},
    )  # fmt: skip


def test_what_it_does_not_say_is_as_usual(folder: Path) -> None:
    """One line is enough."""
    assert brand_of(folder, "kano_brand: 1\n") == Brand()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("accent: red\n", "brand.yaml, line 1, column 1: is no house style of format 1"),
        ("kano_brand: 2\n", "line 1, column 13: is no house style of format 1"),
        ("kano_brand: 1\naccents: red\n", 'line 2, column 1: there is no key "accents" here'),
        ("kano_brand: 1\naccent: red\n", 'line 2, column 9: "red" is no colour'),
        ('kano_brand: 1\naccent: "#0B6E4"\n', '"#0B6E4" is no colour'),
        ("kano_brand: 1\nlogo: none.png\n", 'none.png" cannot be read: No such file'),
        ("kano_brand: 1\nlogo: brand.yaml\n", "is no picture that can be embedded"),
        ("kano_brand: 1\nfonts: ['x;}body{']\n", '"x;}body{" is no name of a font'),
        ("kano_brand: 1\ntemplates: {pptx: none.pptx}\n", 'there is no file "'),
        ("kano_brand: 1\ntemplates: {odp: x}\n", 'there is no key "odp" here'),
        ("", "is empty\nhint: begin with the line: kano_brand: 1"),
    ],
)
def test_a_mistake_is_refused_where_it_stands(text: str, told: str, folder: Path) -> None:
    """With line and column."""
    with pytest.raises(KanoError) as mistake:
        brand_of(folder, text)

    assert told in str(mistake.value)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "svg"),
    ],
)
def test_a_logo_is_known_by_its_content(content: bytes, kind: str, tmp_path: Path) -> None:
    """Whatever its name says."""
    (tmp_path / "logo").write_bytes(content)
    brand = with_logo(Brand(), tmp_path / "logo", "--logo")

    assert (brand.logo, brand.logo_kind) == (content, kind)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<?xml version='1.0'?><html/>", PNG * 20_000])
def test_other_files_are_no_logo(content: bytes, tmp_path: Path) -> None:
    """Nor is one too large to embed."""
    (tmp_path / "logo").write_bytes(content)
    with pytest.raises(KanoError, match="the logo"):
        with_logo(Brand(), tmp_path / "logo", "--logo")


def test_a_colour_is_written_in_one_way() -> None:
    """Six digits behind a hash."""
    assert colour("#abcdef", "--accent") == "#ABCDEF"
    with pytest.raises(KanoError, match="is no colour"):
        colour("#abc", "--accent")
