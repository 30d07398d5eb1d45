"""The ready questionnaires that come with kano."""

from pathlib import Path

from kano_cli.errors import KanoError, nearest, shortened

_INSTALLED = Path(__file__).parent.parent / "questionnaires"
_CHECKOUT = Path(__file__).parent.parent.parent / "questionnaires"


def shipped_questionnaires() -> dict[str, Path]:
    """The ready questionnaires by name, such as saas-en."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def questionnaire_path(wanted: str) -> Path:
    """The file that `--questionnaire` means: a path, else a ready questionnaire's name.

    Raises:
        KanoError: if it is neither, with the names that there are.
    """
    path = Path(wanted)
    ready = shipped_questionnaires()
    if wanted in ready and not path.is_file():  # samples/ holds folders of the same names
        return ready[wanted]
    if _exists(path):
        return path
    near = nearest(wanted, ready, 1)
    meant = f'did you mean "{near[0]}"? ' if near else ""
    raise KanoError(
        "there is no such file or ready questionnaire",
        shortened(wanted),
        f"{meant}kano questionnaire list shows the ready ones",
    )


def _exists(path: Path) -> bool:
    """Whether there is something of this name; a name that is too long is nobody's."""
    try:
        return path.exists()
    except OSError:
        return False
