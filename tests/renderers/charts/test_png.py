"""A chart as PNG, where the library is there; one line on what to install where it is not."""

import struct
import sys

import pytest

from kano_cli.errors import KanoError
from kano_cli.renderers.charts.png import png, require_png
from kano_cli.renderers.charts.svg import svg
from tests.renderers.charts.figures import STRANGE, map_of, shares_of, spread


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_png_is_as_large_as_the_chart_times_the_scale(scale: float) -> None:
    """Also of names that no font has."""
    pytest.importorskip("resvg_py")
    drawn = png(svg(shares_of(STRANGE), width=500), scale=scale)

    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", drawn[16:20])[0] == 500 * scale


def test_the_same_chart_gives_the_same_png_and_its_letters_are_in_it() -> None:
    """A chart with names is not the chart without."""
    pytest.importorskip("resvg_py")
    named, bare = (map_of(spread(5), names) for names in (("Dark mode",), ("",)))

    assert png(svg(named)) == png(svg(named))
    assert png(svg(named, description="x")) != png(svg(bare, description="x"))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, and what to type."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    with pytest.raises(KanoError) as refused:
        require_png()
    assert str(refused.value) == ('a PNG needs the extra "png"\nhint: pip install "kano-cli[png]"')
