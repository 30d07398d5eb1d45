"""The conversation of an interview: which screen comes next, and what a key does there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kano_cli.errors import KanoError, shortened
from kano_cli.forms.form import Form
from kano_cli.forms.interview.journal import Unfinished
from kano_cli.forms.interview.screen import ClosedError, Screen, Terminal
from kano_cli.forms.interview.state import Interview
from kano_cli.forms.interview.steps import Wish, keys_of, label_of
from kano_cli.forms.words import form_words

YES, NO = "1", "2"


@dataclass(frozen=True)
class Talk:
    """What is asked of one person at a terminal, in one language."""

    form: Form
    terminal: Terminal
    language: str

    @property
    def words(self) -> dict[str, str]:
        """What an interview says beside the questionnaire."""
        return dict(form_words(self.language, "ask"))

    @property
    def title(self) -> str:
        """The title of the questionnaire."""
        return self.form.title[self.language]

    def chosen(self, screen: Screen, wishes: Sequence[Wish] = (), *, enter: bool = False) -> str:
        """The key of an answer, or of a wish among `wishes`; anything else is asked again.

        Raises:
            ClosedError: if the input has ended.
            KanoError: for a line from a pipe that is no answer; the next ones could be off by one.
        """
        answers = [key for key, _ in screen.choices]
        known = [*answers, *dict.fromkeys((*wishes, Wish.HELP))]
        shown = screen = replace(screen, more=self.words["more"])
        while True:
            typed = self.terminal.ask(shown, known)
            wish = typed.casefold()
            if typed in answers or (typed == "" and enter):
                return typed
            if wish == Wish.HELP:
                shown = replace(screen, notes=self.help(wishes))
            elif wish in wishes:
                return wish
            elif typed:
                if not self.terminal.by_person:
                    raise KanoError(
                        f'"{shortened(typed, 20)}" is no answer to {screen.progress or "this"}',
                        "standard input",
                        f"it takes {', '.join(known)}; the answers before it are kept (--resume)",
                    )
                shown = replace(screen, notes=(self.words["unknown"].format(**_ends(answers)),))

    def help(self, wishes: Sequence[Wish]) -> tuple[str, ...]:
        """What each key does."""
        lines = [self.words["help_number"]]
        if Wish.HELP in wishes:  # else it is no question, and nothing is kept yet
            told = (Wish.BACK, Wish.SKIP, Wish.STOP)
            lines += [
                f"{wish}  {self.words[f'help_{wish.name.casefold()}']}"
                for wish in told
                if wish in wishes
            ]
        return tuple(lines)

    def keys(self, wishes: Sequence[Wish]) -> tuple[tuple[str, str], ...]:
        """The line of keys under a question."""
        return tuple((str(wish), self.words[wish.name.casefold()]) for wish in wishes)

    def welcome(self) -> bool:
        """Introduce, and ask for consent: False where it is not given, or somebody leaves."""
        texts = tuple(
            text for text in (self.form.introduction, self.form.consent) if self.language in text
        )
        said = tuple(text[self.language] for text in texts)
        if not said:
            return True
        wishes = (Wish.STOP,)
        keys = ((str(Wish.STOP), self.words["leave"]),)
        if self.form.consent:
            choices = ((YES, self.words["agree"]), (NO, self.words["disagree"]))
            screen = Screen(self.title, texts=said, choices=choices, keys=keys)
            return self.chosen(screen, wishes) == YES
        begin = ((YES, self.words["start"]),)
        screen = Screen(self.title, texts=said, choices=begin, keys=keys)
        if not self.terminal.by_key:  # a script's first line is its first answer
            return True
        return self.chosen(screen, wishes) == YES

    def questions(self, interview: Interview, kept: Callable[[str, str], None]) -> bool:
        """Ask until every question was seen and the answers are handed in.

        Each answer goes to `kept` before the next question is shown. False where somebody stops.
        """
        while True:
            if interview.complete:
                try:
                    key = self._last(interview)
                except ClosedError:
                    if self.terminal.by_person:
                        raise
                    return True  # a script has said all that it had to say
                if key == YES:
                    return True
            else:
                key = self._question(interview, kept)
            if key == Wish.STOP:
                return False
            if key == Wish.BACK:
                interview.back()

    def _question(self, interview: Interview, kept: Callable[[str, str], None]) -> str:
        """Ask one question; gives the key that was typed."""
        question = interview.step.question
        choices = keys_of(question.choices)
        given = next((key for key, each in choices.items() if each.code == interview.given), "")
        wishes = [Wish.BACK, Wish.SKIP, Wish.STOP, Wish.HELP][0 if interview.at else 1 :]
        keys = self.keys(wishes)
        skipped = interview.seen and not interview.given
        if interview.seen:
            keys = ((self.words["enter"], self.words["keep"]), *keys)
        screen = Screen(
            self.title,
            self._progress(interview),
            interview.step.name.get(self.language, ""),
            (question.text[self.language],),
            tuple((key, label_of(key, each, self.language)) for key, each in choices.items()),
            given,
            self.words["given"],
            keys,
            (self.words["skipped"],) if skipped else (),
        )
        key = self.chosen(screen, wishes, enter=interview.seen)
        if key == "":
            interview.answer(interview.given)
        elif key == Wish.SKIP or key in choices:
            answer = "" if key == Wish.SKIP else choices[key].code
            kept(question.code, answer)
            interview.answer(answer)
        return key

    def _last(self, interview: Interview) -> str:
        """After the last question: hand in, or go back."""
        wishes = [Wish.BACK, Wish.STOP, Wish.HELP]
        open_ones = sum(answer == "" for answer in interview.answers.values())
        open_line = (self.words["open"].format(n=open_ones),) if open_ones else ()
        texts = (self.words["done"], *open_line)
        choices = ((YES, self.words["save"]),)
        screen = Screen(self.title, "", "", texts, choices, keys=self.keys(wishes))
        return self.chosen(screen, wishes)

    def _progress(self, interview: Interview) -> str:
        """Such as 3 of 24."""
        return self.words["progress"].format(at=interview.at + 1, of=len(interview.steps))

    def unfinished(self, entries: Sequence[Unfinished], *, new: bool) -> Unfinished | None:
        """Which interview to go on with; None for a new one, which `new` offers, too.

        Raises:
            LeftError: if somebody stops here.
        """
        lines = [
            self.words["go_on"].format(seen=each.seen, of=each.questions, begun=_local(each.begun))
            + f" ({each.language})"
            for each in entries
        ]
        lines += [self.words["new"]] if new else []
        choices = tuple((str(number), line) for number, line in enumerate(lines, 1))
        keys = ((str(Wish.STOP), self.words["leave"]),)
        screen = Screen(self.title, texts=(self.words["unfinished"],), choices=choices, keys=keys)
        key = self.chosen(screen, (Wish.STOP,))
        if key == Wish.STOP:
            raise LeftError
        at = int(key) - 1
        return entries[at] if at < len(entries) else None

    def another(self, said: Sequence[str]) -> bool:
        """Whether somebody else is to be asked, under what was said to the one before."""
        choices = ((YES, self.words["another"]), (NO, self.words["end"]))
        screen = Screen(self.title, texts=tuple(said), choices=choices)
        return self.chosen(screen, (Wish.STOP,)) == YES


class LeftError(Exception):
    """Somebody left before an interview began."""


def spoken_language(form: Form, terminal: Terminal) -> str:
    """The language that a respondent chooses, where there are several.

    Raises:
        LeftError: if somebody leaves.
    """
    if len(form.languages) == 1:
        return form.language
    talk = Talk(form, terminal, form.language)
    texts = dict.fromkeys(form_words(each, "ask")["choose_language"] for each in form.languages)
    choices = tuple((str(n), _language_name(code)) for n, code in enumerate(form.languages, 1))
    keys = ((str(Wish.STOP), talk.words["leave"]),)
    key = talk.chosen(Screen(talk.title, texts=tuple(texts), choices=choices, keys=keys),
                      (Wish.STOP,))  # fmt: skip
    if key == Wish.STOP:
        raise LeftError
    return form.languages[int(key) - 1]


def _language_name(code: str) -> str:
    """A language as its speakers call it, where this is known."""
    words = form_words(code, "ask")
    return words["name"] if words["code"] == code.partition("-")[0].casefold() else code


def _local(begun: str) -> str:
    """A time of ours as the clock here shows it.

    >>> _local("yesterday")
    'yesterday'
    """
    try:
        return f"{datetime.fromisoformat(begun).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return begun


def _ends(keys: Sequence[str]) -> dict[str, str]:
    """The first and the last of the keys."""
    return {"first": keys[0], "last": keys[-1]}
