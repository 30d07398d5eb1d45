"""The options that say how a file is read: declared once, and taken by every command that reads."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import signature
from types import MappingProxyType
from typing import Any, TypeAlias

from kano_cli.commands import options

Said: TypeAlias = Mapping[str, Any]
"""What the user says about a file, by the name of the field in `ReadOptions`."""

NOTHING_SAID: Said = MappingProxyType({})


def _reading(
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = None,
    delimiter: options.Delimiter = "",
    encoding: options.Encoding = "",
    codes: options.Codes = "",
    unknown: options.Unknown = "",
    platform: options.Platform = "",
    include: options.Include = "",
    exclude: options.Exclude = "",
) -> None:
    """The options themselves; only the signature is used."""


_OPTIONS = signature(_reading).parameters


def with_reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with these options in the place of its parameter `said`, which then holds them.

    Typer makes options of a signature, so the one it sees is put together here.
    """
    own = signature(command)
    parameters = [
        parameter
        for name, declared in own.parameters.items()
        for parameter in (_OPTIONS.values() if name == "said" else [declared])
    ]

    @wraps(command)
    def called(*arguments: object, **given: object) -> None:
        said = {name: given.pop(name, option.default) for name, option in _OPTIONS.items()}
        command(*arguments, **given, said=said)

    called.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]  # it is asked for
    called.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": None}
    return called
