// The screens: start, a feature each, who somebody is, saving.
function startScreen() {
  const parts = [said("h1", form.title, { tabindex: "-1" })];
  // An introduction says what it is about; without one the page does.
  parts.push(
    form.introduction[state.language]
      ? said("p", form.introduction, { class: "prose" }) : own("p", words().pairs),
    own("p", words().stays, { class: "soft" }),
  );
  if (form.consent[state.language]) parts.push(consentRow());
  return formAround(parts, words().start);
}

function consentRow() {
  const input = make("input", {
    type: "checkbox", id: "consent", required: true, checked: state.consent,
  });
  input.addEventListener("change", () => {
    state.consent = input.checked;
    keep();
    if (input.checked) consentError("");
  });
  const label = make(
    "label", { class: "choice consent" }, input, said("span", form.consent, { class: "prose" }),
  );
  const error = own("p", "", { class: "error", id: "consent-error", hidden: true });
  return make("div", { class: "agreed" }, label, error);
}

function consentError(text) {
  const input = document.getElementById("consent");
  const error = document.getElementById("consent-error");
  error.textContent = text;
  error.hidden = !text;
  if (text) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", error.id);
    input.focus();
  } else {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

function questionsScreen(screen) {
  const heading = screen.kind === "segments"
    ? own("h1", words().segments, { tabindex: "-1" })
    : said("h1", screen.name, { tabindex: "-1" });
  const groups = screen.questions.map(questionGroup);
  return formAround([progress(), heading, ...groups], words().next);
}

function progress() {
  const of = screens(state).length - 2;
  const text = filled(words().progress, { at: state.at, of });
  return make(
    "div", { class: "progress" },
    own("p", text, { id: "progress" }),
    make("progress", { max: of, value: state.at - 1, "aria-labelledby": "progress" }),
  );
}

// A form, so that Enter goes on; the browser's own checks would not say it in the right language.
function formAround(parts, onward) {
  const back = state.at > 0 ? button(words().back, () => go(state.at - 1), { class: "quiet" }) : null;
  const open = own("p", "", { class: "error", id: "open", role: "status" });
  const next = own("button", onward, { type: "submit", class: "main" });
  const element = make(
    "form", { novalidate: true, autocomplete: "off" },
    ...parts, open, make("div", { class: "steps" }, back, next),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    goOn();
  });
  return element;
}

function goOn() {
  const screen = screens(state)[state.at];
  if (screen.kind === "start" && form.consent[state.language] && !state.consent) {
    consentError(words().consent_open);
    return;
  }
  const missing = [...document.querySelectorAll("fieldset")].filter(({ kanoQuestion: { code } }) => (
    !state.answers.has(code) && !state.open.has(code)
  ));
  if (missing.length === 0) {
    go(state.at + 1);
    return;
  }
  missing.forEach(markWrong);
  countOpen();
  missing[0].querySelector("input").focus();
  missing[0].scrollIntoView({ block: "nearest" });
}

function endScreen() {
  if (!state.submitted) {
    state.submitted = now();
    keep();
  }
  const told = own("p", "", { class: "told", id: "told", role: "status" });
  const saved = (name) => {
    state.saved = true;
    keep();
    told.textContent = name ? filled(words().saved, { file: name }) : "";
    anew.textContent = words().next_person;
  };
  const json = button(words().save_json, () => {
    download(fileName(state, "json"), "application/json", asJson(state));
    saved(fileName(state, "json"));
  }, { class: "main" });
  const csv = button(words().save_csv, () => {
    download(fileName(state, "csv"), "text/csv;charset=utf-8", asCsv(state));
    saved(fileName(state, "csv"));
  }, { class: "main other" });
  const text = make(
    "textarea", { readonly: true, rows: "6", "aria-labelledby": "copy", spellcheck: "false" },
    asJson(state),
  );
  text.addEventListener("focus", () => text.select());
  text.addEventListener("copy", () => saved(""));
  const copy = make(
    "details", {}, own("summary", words().trouble), own("p", words().copy, { id: "copy" }), text,
  );
  const anew = button(state.saved ? words().next_person : words().anew, startAnew, { class: "quiet" });
  const closing = form.closing[state.language]
    ? said("p", form.closing, { class: "prose" }) : own("p", words().thanks);
  return make(
    "div", { class: "end" },
    own("h1", words().done, { tabindex: "-1" }), closing, own("p", words().how, { class: "strong" }),
    make("div", { class: "saves" }, json, csv), told, copy,
    make(
      "div", { class: "steps" },
      button(words().back, () => go(state.at - 1), { class: "quiet" }), anew,
    ),
  );
}

function startAnew() {
  if (isUnsaved() && !window.confirm(words().lose)) return;
  state = newState(state.language);
  keep();
  show({ focus: "h1" });
}

function go(to) {
  state.at = to;
  keep();
  show({ focus: "h1" });
}
