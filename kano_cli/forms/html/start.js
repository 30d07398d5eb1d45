// The page comes to life; where anything fails, the form on paper stays to be seen.
const MAKERS = {
  start: startScreen, feature: questionsScreen, segments: questionsScreen, end: endScreen,
};

function show({ focus }) {
  const screen = screens(state)[state.at];
  const { code, dir } = form.languages.find((each) => each.code === state.language);
  document.documentElement.lang = code;
  document.documentElement.dir = dir;
  document.title = form.title[code];
  document.querySelectorAll(".paper").forEach((paper) => {
    paper.classList.toggle("chosen", paper.lang === code);
  });
  const isStart = screen.kind === "start";
  const title = isStart ? make("span") : said("p", form.title, { class: "title" });
  const anew = screen.kind === "start" || screen.kind === "end" ? null
    : make("footer", {}, button(words().anew, startAnew, { class: "link" }));
  document.getElementById("app").replaceChildren(...[
    make("header", {}, title, languageSwitch()),
    make("main", {}, MAKERS[screen.kind](screen)),
    anew,
  ].filter((each) => each !== null));
  if (!focus) return;
  window.scrollTo(0, 0);
  document.querySelector(focus).focus({ preventScroll: true });
}

function warn(event) {
  if (!isUnsaved()) return;
  event.preventDefault();
  event.returnValue = "";
}

document.documentElement.classList.add("script");
document.addEventListener("DOMContentLoaded", () => {
  try {
    readForm();
    state = restored() || newState(firstLanguage());
    show({ focus: "" });
    window.addEventListener("beforeunload", warn);
  } catch (failed) {
    document.documentElement.classList.remove("script");
    throw failed;
  }
});
