"""The page: a policy that lets nothing in, the form on paper, its data, and what fills it in."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from kano_cli.forms.form import Form
from kano_cli.forms.html.data import form_data
from kano_cli.forms.html.escaping import direction, escaped, tag
from kano_cli.forms.html.paper import paper
from kano_cli.forms.html.refusals import refuse_names

SCRIPTS = ("answers.js", "state.js", "elements.js", "screens.js", "start.js")
"""In this order they are one script: each knows what those before it define."""

DATA_ID = "kano-form"


def write(form: Form) -> bytes:
    """The form as one self-contained HTML file, the same bytes for the same form.

    Without a script, or where a browser refuses it, the page shows the form as it is on paper.

    Raises:
        KanoError: for names that columns of answers cannot have.
    """
    refuse_names(form)
    style, script = _packaged("style.css"), _script()
    head = "\n".join([*_head(form, style, script), tag("style", style), tag("script", script)])
    papers = "\n".join(paper(form, language) for language in form.languages)
    data = f'<script type="application/json" id="{DATA_ID}">{form_data(form)}</script>'
    language = escaped(form.language)
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction(form.language)}">\n'
        f'<head>\n{head}\n</head>\n<body>\n<div id="app"></div>\n{papers}\n{data}\n'
        "</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _head(form: Form, style: str, script: str) -> Iterator[str]:
    """What a browser is told first; the policy stands before all that it governs."""
    yield '<meta charset="utf-8">'
    yield _policy(style, script)
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield tag("title", escaped(form.title[form.language]))


def _policy(style: str, script: str) -> str:
    """A policy that allows this style, this script and nothing else."""
    rules = (
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "form-action 'none'",
        "base-uri 'none'",
    )
    # Not escaped: a browser would read &#x27; too, but a person could not.
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _script() -> str:
    """The one script of the page; nothing of it can be reached from outside."""
    parts = "\n".join(_packaged(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def _packaged(name: str) -> str:
    """A file that ships beside this one."""
    return (files(__package__) / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    """The text's SHA-256 as a policy names it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")
