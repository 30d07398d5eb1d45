// Pieces of a screen. Texts only ever become text: nothing here reads HTML.
function make(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...inside.filter((each) => each !== null));
  return element;
}

// A text of the questionnaire, which finds its own direction.
function said(name, texts, attributes) {
  return make(name, { dir: "auto", ...attributes }, texts[state.language]);
}

function words() {
  return form.languages.find(({ code }) => code === state.language).words;
}

// A text of this page, which may be in another language than the questionnaire.
function own(name, text, attributes) {
  const { spoken } = words();
  const foreign = spoken === state.language ? {} : { lang: spoken, dir: "auto" };
  return make(name, { ...foreign, ...attributes }, text);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

function button(text, onClick, attributes) {
  const element = own("button", text, { type: "button", ...attributes });
  if (onClick) element.addEventListener("click", onClick);
  return element;
}

function languageName(code) {
  try {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch (unknown) {
    return code;
  }
}

function languageSwitch() {
  if (form.languages.length < 2) return null;
  const select = make("select", { id: "language" });
  for (const { code } of form.languages) {
    const chosen = code === state.language;
    select.append(make("option", { value: code, lang: code, selected: chosen }, languageName(code)));
  }
  select.addEventListener("change", () => {
    state.language = select.value;
    if (state.answers.size) changed();
    else keep();
    show({ focus: "#language" });
  });
  return make("div", { class: "switch" }, own("label", words().language, { for: "language" }), select);
}

function choiceRow(question, choice, name) {
  const input = make("input", {
    type: "radio", name, value: choice.code, required: true, id: `${name}-${choice.code}`,
    checked: state.answers.get(question.code) === choice.code,
  });
  input.addEventListener("change", () => {
    choose(question.code, choice.code);
    answered(input.closest("fieldset"));
  });
  const text = choice.text[state.language];
  const before = `${choice.code} - `;
  // A point of a scale: its words stand under or beside the number.
  const seen = question.points && text.startsWith(before)
    ? make("span", {}, `${choice.code} `, make("small", { dir: "auto" }, text.slice(before.length)))
    : said("span", choice.text);
  return make("label", { class: "choice" }, input, seen);
}

// Leaving a question open takes a deliberate step: it is offered once somebody tries to go on.
function skipRow(question, name) {
  const input = make("input", {
    type: "checkbox", id: `${name}-skip`, checked: state.open.has(question.code),
  });
  input.addEventListener("change", () => {
    leaveOpen(question.code, input.checked);
    const group = input.closest("fieldset");
    group.querySelectorAll("input[type=radio]").forEach((radio) => { radio.checked = false; });
    if (input.checked) markRight(group);
  });
  return make("label", { class: "choice skip" }, input, own("span", words().skip));
}

function questionGroup(question, at) {
  const name = `question-${at}`;
  const legend = said("legend", question.text, { id: `${name}-text` });
  const choices = form.scales[question.scale].map((choice) => choiceRow(question, choice, name));
  const group = make(
    "fieldset",
    { id: name, role: "radiogroup", "aria-labelledby": `${name}-text`, "aria-required": "true" },
    legend,
    make("div", { class: question.points ? "choices points" : "choices" }, ...choices),
  );
  group.kanoQuestion = question;
  if (state.open.has(question.code)) group.append(skipRow(question, name));
  return group;
}

function answered(group) {
  const skip = group.querySelector(".skip input");
  if (skip) skip.checked = false;
  markRight(group);
}

function markWrong(group) {
  if (group.getAttribute("aria-invalid") === "true") return;
  const error = own("p", words().required, { class: "error", id: `${group.id}-error` });
  group.setAttribute("aria-invalid", "true");
  group.setAttribute("aria-describedby", error.id);
  group.querySelector("legend").after(error);
  if (!group.querySelector(".skip")) group.append(skipRow(group.kanoQuestion, group.id));
}

function markRight(group) {
  group.removeAttribute("aria-invalid");
  group.removeAttribute("aria-describedby");
  const error = group.querySelector(".error");
  if (error) error.remove();
  countOpen();
}

// Says how many questions are still open, where somebody has tried to go on.
function countOpen() {
  const told = document.getElementById("open");
  if (!told) return;
  const number = document.querySelectorAll("[aria-invalid=true]").length;
  told.textContent = number === 0 ? ""
    : number === 1 ? words().open_one : filled(words().open_more, { n: number });
}
