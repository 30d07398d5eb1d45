"""Somebody at a browser who opens a form and fills it in, by mouse or by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from kano_cli.forms.form import Form
from kano_cli.forms.html.escaping import shown
from kano_cli.forms.html.page import write
from tests.forms.fielded import Filled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Download, Page, Request

CHROMIUM = shutil.which("chromium") or ""
ABSENT = not CHROMIUM or find_spec("playwright") is None
REASON = "needs Debian's chromium, and playwright from the extra dev"
NEXT = "button[type=submit]"


@contextmanager
def chromium() -> Iterator["Browser"]:
    """A browser without a network of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Sitting:
    """A form that was opened, what it asked for, what its console said, and its dialogs."""

    page: "Page"
    form: Form
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    accept: bool = True

    @property
    def heading(self) -> str:
        """What the screen is about."""
        return self.page.locator("#app h1").inner_text()

    def go_on(self) -> None:
        """To the next screen."""
        self.page.click(NEXT)

    def begin(self) -> None:
        """Past the first screen."""
        if self.page.locator("#consent").count():
            self.page.check("#consent")
        self.go_on()

    def codes(self) -> list[str]:
        """The questions of this screen, by their texts."""
        legends = self.page.locator("#app legend").all_inner_texts()
        language = self.page.evaluate("document.documentElement.lang")
        texts = {shown(q.text[language]): q.code for q in self.form.questions}
        return [texts[legend] for legend in legends]

    def answer(self, filled: Filled) -> None:
        """This screen by mouse: a click on each chosen answer, or on leaving it open."""
        left = []
        for at, code in enumerate(self.codes()):
            if filled[code]:
                self.page.click(f'#question-{at} label:has(input[value="{filled[code]}"])')
            else:
                left.append(at)
        self.go_on()
        if left:
            for at in left:
                self.page.click(f"#question-{at} .skip")
            self.go_on()

    def answer_by_keys(self, filled: Filled) -> None:
        """This screen with Tab, arrows, Space and Enter alone."""
        keys = self.page.keyboard
        choices = {q.code: [choice.code for choice in q.choices] for q in self.form.questions}
        codes = self.codes()
        for code in codes:
            keys.press("Tab")
            if filled[code]:
                keys.press("Space")
                for _ in range(choices[code].index(filled[code])):
                    keys.press("ArrowDown")
        keys.press("Enter")
        for code in codes:
            if not filled[code]:  # the focus is on the first that is open
                keys.press("Tab")
                keys.press("Space")
                keys.press("Enter")

    def fill(self, filled: Filled, *, by_keys: bool = False) -> None:
        """From the first screen to the last."""
        if by_keys:
            first = "document.activeElement.matches('#consent, [type=submit]')"
            while not self.page.evaluate(first):
                self.page.keyboard.press("Tab")
            if self.page.locator("#consent").count():
                self.page.keyboard.press("Space")
            self.page.keyboard.press("Enter")
        else:
            self.begin()
        while self.page.locator("#app fieldset").count():
            (self.answer_by_keys if by_keys else self.answer)(filled)

    def save(self, kind: str = "JSON") -> "Download":
        """The file that a button gives."""
        with self.page.expect_download() as caught:
            self.page.click(f'.saves button:has-text("{kind}")')
        return caught.value

    def saved(self, folder: Path, kind: str = "JSON") -> Path:
        """The file in a folder, under the name that the page gave it."""
        download = self.save(kind)
        path = folder / download.suggested_filename
        download.save_as(path)
        return path


Sit: TypeAlias = Callable[..., Sitting]
"""Opens a form: what the fixture `sit` gives."""


def sit_down(
    browser: "Browser",
    form: Form,
    folder: Path,
    width: int = 1000,
    before: str = "",
    **more: Any,  # noqa: ANN401
) -> Sitting:
    """Open a form from a disk in a fresh browser window; `before` runs ahead of its script."""
    path = folder / "form.html"
    path.write_bytes(write(form))
    more.setdefault("locale", form.language)
    context = browser.new_context(viewport={"width": width, "height": 800}, **more)
    if before:
        context.add_init_script(before)
    sitting = Sitting(context.new_page(), form)

    def note(request: "Request") -> None:
        sitting.asked.append(request.url)

    def decide(dialog: "Dialog") -> None:
        sitting.dialogs.append(dialog.type)
        if sitting.accept:
            dialog.accept()
        else:
            dialog.dismiss()

    sitting.page.on("request", note)
    sitting.page.on("console", lambda message: sitting.said.append(message.text))
    sitting.page.on("pageerror", lambda error: sitting.said.append(str(error)))
    sitting.page.on("dialog", decide)
    sitting.page.goto(path.as_uri())
    return sitting
