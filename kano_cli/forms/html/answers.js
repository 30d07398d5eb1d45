// What is saved: one respondent, as JSON and as CSV, in the order of the questionnaire.
// The form, as the page brings it; readForm fills it once the page is there.
const form = {};

function readForm() {
  Object.assign(form, JSON.parse(document.getElementById("kano-form").textContent));
  form.questions = [].concat(...form.pages.map((page) => page.questions), form.segments);
}

function randomBytes(count) {
  const bytes = new Uint8Array(count);
  if (window.crypto && crypto.getRandomValues) return crypto.getRandomValues(bytes);
  return bytes.map(() => Math.floor(Math.random() * 256));
}

// A page from http:// (not https) has no crypto.randomUUID.
function newRespondent() {
  if (window.crypto && crypto.randomUUID) return crypto.randomUUID();
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// To the second, in UTC: 2026-10-05T07:31:00Z
function now() {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

function fileName(state, ending) {
  return `kano-${form.file}-${state.respondent.slice(0, 8)}.${ending}`;
}

// By hand: an object of JavaScript would put a code that is a number first.
function asObject(entries) {
  return `{${entries.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(", ")}}`;
}

function asJson(state) {
  const text = (value) => JSON.stringify(value);
  const answers = form.questions.map(({ code }) => [code, text(state.answers.get(code) || "")]);
  const names = form.pages.map((page) => [page.feature, text(page.saved)]);
  return asObject([
    ["questionnaire", text(form.questionnaire)],
    ["hash", text(form.hash)],
    ["language", text(state.language)],
    ["respondent", text(state.respondent)],
    ["submitted", text(state.submitted)],
    ["features", asObject(names)],
    ["answers", asObject(answers)],
  ]) + "\n";
}

// Spaces, quotes and what has no width are passed over; a tab or return is itself a start.
const STARTS_FORMULA = /^[\s"'’`\u200b-\u200f\u2060\ufeff]*?(?:[=+\-@＝＋－＠]|[\t\r])/;

function asCell(text) {
  const harmless = STARTS_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replace(/"/g, '""')}"`;
}

function asCsv(state) {
  const { respondent, submitted, language } = state;
  const about = { respondent, submitted, language, questionnaire: form.questionnaire };
  about.kano_hash = form.hash;
  const codes = form.questions.map(({ code }) => code);
  const rows = [
    [...Object.keys(about), ...codes],
    [...Object.values(about), ...codes.map((code) => state.answers.get(code) || "")],
  ];
  return "\ufeff" + rows.map((row) => row.map(asCell).join(",") + "\r\n").join("");
}

function download(name, type, text) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type }));
  document.body.append(link);
  link.click();
  link.remove();
  // A browser may read the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
