"""Paths as a code host wants them: from the root of the checkout."""

from pathlib import Path

import pytest

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.findings import Place
from kano_cli.renderers.findings.rendered import FORMS, rendered, words_for
from kano_cli.renderers.findings.workspace import as_uri, in_workspace, workspace
from kano_cli.report.words import words
from tests.renderers.findings.gates import gate, verdict


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a folder in which `kano` runs; no build server says anything yet."""
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    folder = tmp_path / "checkout" / "plans"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder.parent


def about(file: str) -> GateResult:
    """An outcome with one finding, in a file."""
    return gate([verdict(place=Place(file=file, line=2))])


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_file_is_found_from_the_root_of_the_checkout(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, variable: str, form: str
) -> None:
    """Also where the job runs in a folder of it."""
    assert "plans/backlog.csv" not in rendered(about("backlog.csv"), form, words("en"))

    monkeypatch.setenv(variable, str(checkout))

    assert "plans/backlog.csv" in rendered(about("backlog.csv"), form, words("en"))
    assert "plans/" not in rendered(about("../backlog.csv"), form, words("en"))


def test_a_root_that_is_elsewhere_does_not_count(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A container may have other paths than the runner."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "runner"))
    assert workspace() == checkout / "plans"

    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout))
    assert workspace() == checkout


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("b.csv", "plans/b.csv"),
        ("./b.csv", "plans/b.csv"),
        ("../b.csv", "b.csv"),
        ("{root}/b.csv", "b.csv"),
        ("{root}/../b.csv", "{above}/b.csv"),
        ("../../b.csv", "{above}/b.csv"),
        ("-", "stdin"),
        ("", "stdin"),
    ],
)
def test_a_path_is_what_it_is_from_the_root(checkout: Path, typed: str, path: str) -> None:
    """However it was typed; one outside of the checkout stays whole."""
    facts = {"root": checkout.as_posix(), "above": checkout.parent.as_posix()}

    assert in_workspace(typed.format(**facts), checkout) == path.format(**facts)


def test_a_link_to_the_checkout_is_the_checkout(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A runner may name it by the link, and the system by what it links to."""
    link = tmp_path / "link"
    link.symlink_to(checkout)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(link))

    assert workspace() == checkout
    assert in_workspace("b.csv", workspace()) == "plans/b.csv"
    assert in_workspace(str(link / "b.csv"), link) == "b.csv"
    assert in_workspace("b.csv", link) == "plans/b.csv"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/my backlog.csv", "plans/my%20backlog.csv"),
        ("a:b#c?d%.csv", "a%3Ab%23c%3Fd%25.csv"),
        ("é.csv", "%C3%A9.csv"),
        ("/plans/b.csv", "file:///plans/b.csv"),
    ],
)
def test_a_uri_is_percent_encoded(path: str, uri: str) -> None:
    """And one that begins with a slash names no host."""
    assert as_uri(path) == uri


def test_programs_are_spoken_to_in_english_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """People in the language of their system."""
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")

    assert {form for form in FORMS if words_for(form).code == "nl"} == {"text", "markdown"}
    assert {words_for(form, "nl-BE").code for form in FORMS} == {"nl"}
    assert {words_for(form, "en").code for form in FORMS} == {"en"}


def test_a_form_that_is_none_is_a_bug() -> None:
    """The command knows them all."""
    with pytest.raises(ValueError, match="no such form: teletype"):
        rendered(gate(), "teletype", words("en"))
