"""The form as Markdown: what is in it, and that GitHub shows it and does nothing with it."""

import re

import pytest
from markdown_it import MarkdownIt

from kano_cli.forms.paper import markdown
from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form

HINT = (
    "Kies bij elke vraag één antwoord. In een tekstbewerker zet u een x tussen de haken: "
    "`[x]`. Op papier zet u een kruisje in het vakje."
)
HIDDEN = re.compile(r"<!--.*?-->")


def written(text: str, *languages: str) -> str:
    """The form."""
    return markdown.write(form(text, *languages)).decode()


def test_a_form_is_a_list_of_tasks() -> None:
    """Without what a reader does not see."""
    lines = [line.rstrip() for line in HIDDEN.sub("", written(WHOLE, "nl")).splitlines()]
    assert [line for line in lines if line][:12] == [
        "# Fietsenwinkel",
        "Fijn dat u meedoet.",
        "- [ ] Ik vind het goed dat mijn antwoorden voor dit onderzoek worden gebruikt.",
        HINT,
        "## 1. Leenfiets",
        "**1a.** Hoe vindt u het als wij u een fiets lenen?",
        "- [ ] Dat vind ik fijn",
        "- [ ] Dat verwacht ik",
        "- [ ] Dat maakt mij niet uit",
        "- [ ] Daar kan ik mee leven",
        "- [ ] Dat vind ik vervelend",
        "**1b.** Hoe vindt u het als wij u geen fiets lenen?",
    ]
    assert [line for line in lines if line][-6:] == [
        "- [ ] 9 - Uiterst belangrijk",
        "## Over u",
        "**3.** Welk abonnement hebt u?",
        "- [ ] Gratis",
        "- [ ] Team, klein",
        "Dat was alles.",
    ]


def test_the_stamp_stands_at_the_top() -> None:
    """Where whoever compares two versions looks first."""
    first = written(PLAIN).splitlines()[0]
    assert first == f"<!-- kano_hash: {form(PLAIN).stamp} -->"


@pytest.mark.parametrize("text", [WHOLE, PLAIN, HOSTILE])
def test_the_same_form_gives_the_same_bytes(text: str) -> None:
    """There is no clock in it."""
    assert markdown.write(form(text)) == markdown.write(form(text))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a | b * _ # [c] <d> ~ `e`", r"a \| b \* \_ \# \[c\] \<d\> \~ \`e\`"),
        ("# title", r"\# title"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("@ann #12", "@\u200bann \\#\u200b12"),
        ("see https://x.org", "see https\u200b://x.org"),
        ("a --> b", r"a --\> b"),
        ("two\nlines", "two lines"),
    ],
)
def test_texts_are_shown_and_do_nothing(said: str, shown: str) -> None:
    """Mentions, links, lists and comments stay what somebody wrote."""
    assert markdown.escaped(said) == shown


def test_no_text_ends_a_comment() -> None:
    """Names and ids stand in comments, too: only their own end ends them."""
    text = PLAIN.replace("name: Loan bike", "name: 'Loan --> <script>x</script> <!-- bike --!>'")
    lines = written(text.replace("id: sms", "id: 'sms--x-->'")).splitlines()
    for line in lines:
        outside = HIDDEN.sub("", line).replace("\\<", "").replace("\\>", "")
        assert "<" not in outside
        assert ">" not in outside
        assert len(HIDDEN.findall(line)) <= 1
        if line.startswith("- "):
            assert line.count("--") == 2


@pytest.mark.parametrize(("text", "language"), [(WHOLE, "nl"), (WHOLE, "en"), (HOSTILE, "nl")])
def test_another_renderer_shows_each_text_as_it_is(text: str, language: str) -> None:
    """By the rules of CommonMark, on which GitHub's are built; nothing but comments is HTML."""
    asked = form(text, language)
    shown, comments = [], []
    for token in MarkdownIt("commonmark").parse(markdown.write(asked).decode()):
        parts = token.children or [token]
        comments += [p.content for p in parts if p.type.startswith("html_")]
        assert not {p.type for p in parts} & {"link_open", "image", "em_open", "fence"}
        if token.type == "inline":
            line = "".join(p.content for p in parts if p.type in ("text", "code_inline"))
            shown.append(line.replace("\u200b", "").strip())
    for question in asked.questions:
        said = question.text[language].replace("\t", " ")
        assert [line for line in shown if line.endswith(f". {said}")]
        for choice in question.choices:
            assert f"[ ] {choice.text[language]}" in shown
    assert asked.title[language] in shown
    for page in asked.pages:
        assert [line for line in shown if line.endswith(page.name[language].replace("\t", " "))]
    assert all(re.fullmatch(r"<!-- [^<>]* -->\n?", comment) for comment in comments)
    boxes = sum(len(question.choices) for question in asked.questions)
    assert len(comments) == 2 + boxes + bool(asked.consent)
