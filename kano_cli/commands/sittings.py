"""The interviews of one run of `kano ask`: whom to go on with, and what became of them."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_cli.commands.console import tell
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.forms.interview.answer_file import AnswerFile
    from kano_cli.forms.interview.journal import Journal
    from kano_cli.forms.interview.screen import Terminal
    from kano_cli.forms.interview.state import Interview
    from kano_cli.forms.interview.talk import Talk


@dataclass
class Sittings:
    """The interviews of one run, and what became of them."""

    file: "AnswerFile"
    language: str
    command: str
    resume: bool
    new: bool
    added: int = 0
    rows: int = 0
    kept: bool = False

    def look(self) -> None:
        """Refuse before the first question what cannot go on.

        Raises:
            KanoError: if there is nothing to resume, or a script did not say what to do.
        """
        from kano_cli.forms.interview.journal import folder_of, unfinished

        found, others = unfinished(self.file.form, self.file.path)
        folder = str(folder_of(self.file.path))
        if others:
            tell(
                f"{folder}: {others} unfinished of another version of this questionnaire; "
                "to go on there, put the questionnaire back as it was"
            )
        if self.resume and not found:
            raise KanoError(
                "no interview of this questionnaire waits to be finished",
                folder,
                "leave --resume out; one that somebody is answering now is not listed",
            )
        if found and not (self.resume or self.new or (sys.stdin and sys.stdin.isatty())):
            raise KanoError(
                f"{len(found)} not finished, and standard input is no terminal to ask at",
                folder,
                "say --resume to go on with one, or --new",
            )

    def hold(self, place: "Terminal", number: int) -> tuple[str, tuple[str, ...]]:
        """Interview one person after another; gives the title and the last words."""
        from kano_cli.forms.interview.screen import ClosedError
        from kano_cli.forms.interview.talk import LeftError

        title = ""
        said: tuple[str, ...] = ()
        for left in reversed(range(number)):
            try:
                talk, said = self._one(place)
                title = talk.title
                if left and not talk.another(said):
                    return title, ()
                if left:
                    said = ()
            except LeftError:
                return title, ()
            except ClosedError:
                if not place.by_person and not said:
                    raise KanoError(
                        "ended before the last answer",
                        "standard input",
                        f"go on with: {self.command}" if self.kept else "nothing was kept",
                    ) from None
                return title, said
        return title, said

    def _one(self, place: "Terminal") -> tuple["Talk", tuple[str, ...]]:
        """One interview; gives what to say at its end."""
        from kano_cli.forms.interview import journal
        from kano_cli.forms.interview.state import new_interview
        from kano_cli.forms.interview.talk import Talk, spoken_language
        from kano_cli.forms.words import form_words

        form = self.file.form
        talk = Talk(form, place, form.language)
        entries = [] if self.new else journal.unfinished(form, self.file.path)[0]
        entry = None
        if entries and not (self.resume and len(entries) == 1):
            entry = talk.unfinished(entries, new=not self.resume)
        elif entries:
            entry = entries[0]
        self.resume = False  # the next person begins anew
        if entry is not None:
            kept, interview = journal.resumed(entry, form)
            if interview.language not in form.languages:
                interview.language = form.language
                kept.write({"language": form.language})
            talk = Talk(form, place, interview.language)
        else:
            talk = Talk(form, place, spoken_language(form, place))
            if not talk.welcome():
                return talk, (talk.words["declined"],)
            interview = new_interview(form, talk.language)
            kept = journal.begin(interview, self.file.path)
        if not self._finished(talk, interview, kept):
            return talk, (talk.words["kept"],)
        closing = form.closing.get(talk.language)
        return talk, (closing or form_words(talk.language)["thanks"],)

    def _finished(self, talk: "Talk", interview: "Interview", kept: "Journal") -> bool:
        """Ask, and add the answers to the file where somebody comes to the end."""
        self.kept = True
        try:
            if not self._answered(talk, interview, kept):
                kept.close()
                return False
            self.rows = self.file.append(interview)
        except BaseException:
            kept.close()
            raise
        kept.discard()
        self.kept = False
        self.added += 1
        return True

    @staticmethod
    def _answered(talk: "Talk", interview: "Interview", kept: "Journal") -> bool:
        """Ask what is not answered yet; to close the terminal's input is to stop."""
        from kano_cli.forms.interview.screen import ClosedError

        try:
            return talk.questions(
                interview, lambda code, answer: kept.write({"question": code, "answer": answer})
            )
        except ClosedError:
            if talk.terminal.by_person:
                return False
            raise

    def report(self) -> None:
        """Say what was added and what was kept, also after an interruption."""
        if self.added:
            people = "1 respondent" if self.added == 1 else f"{self.added} respondents"
            tell(f"added {people} to {self.file.path.name}, {self.rows} in all")
        if self.kept:
            tell(f"an interview is kept; go on with: {self.command}")


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Being told to end leaves the terminal as it was."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
