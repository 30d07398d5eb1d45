// One respondent: kept in the tab, so that a reload loses nothing and the next one sees nothing.
const KEPT_AS = "kano";
let state = null;

function shuffled(count) {
  const order = Array.from({ length: count }, (_, at) => at);
  if (!form.random) return order;
  for (let last = count - 1; last > 0; last -= 1) {
    const bytes = randomBytes(4);
    const other = ((bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]) >>> 0) % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function newState(language) {
  return {
    respondent: newRespondent(), language, order: shuffled(form.pages.length), at: 0,
    consent: false, answers: new Map(), open: new Set(), submitted: "", saved: false,
  };
}

// Only the browser's default language is looked at, and only to begin with.
function firstLanguage() {
  const codes = form.languages.map(({ code }) => code);
  const wanted = (navigator.languages || []).map((code) => code.toLowerCase());
  for (const each of wanted) {
    const found = codes.find((code) => code.toLowerCase() === each)
      || codes.find((code) => code.toLowerCase().split("-")[0] === each.split("-")[0]);
    if (found) return found;
  }
  return codes[0];
}

// The storage of a tab; a browser may refuse it, above all for a page from a disk.
function storage() {
  try {
    return window.sessionStorage;
  } catch (refused) {
    return null;
  }
}

function keyOfState() {
  return `${KEPT_AS} ${form.hash} ${location.pathname}`;
}

function keep() {
  const kept = { ...state, answers: [...state.answers], open: [...state.open] };
  try {
    storage().setItem(keyOfState(), JSON.stringify(kept));
  } catch (refused) {
    // Refused or full: the page holds the answers, and warns before it is left.
  }
}

function restored() {
  try {
    const kept = JSON.parse(storage().getItem(keyOfState()));
    const sorted = [...kept.order].sort((one, other) => one - other);
    if (sorted.length !== form.pages.length || sorted.some((place, at) => place !== at)) return null;
    if (!form.languages.some(({ code }) => code === kept.language)) return null;
    const known = new Map(form.questions.map((question) => [question.code, question]));
    const isKnown = ([code, choice]) => known.has(code)
      && form.scales[known.get(code).scale].some((each) => each.code === choice);
    if (!(kept.at >= 0 && kept.at < screens(kept).length)) return null;
    return {
      ...kept, answers: new Map(kept.answers.filter(isKnown)), open: new Set(kept.open),
    };
  } catch (nothing) {
    return null;
  }
}

// Consent and features in this respondent's order; then who somebody is; then saving.
function screens({ order }) {
  const features = order.map((place) => ({ kind: "feature", ...form.pages[place] }));
  const segments = form.segments.length ? [{ kind: "segments", questions: form.segments }] : [];
  return [{ kind: "start", questions: [] }, ...features, ...segments, { kind: "end", questions: [] }];
}

function choose(code, choice) {
  state.answers.set(code, choice);
  state.open.delete(code);
  changed();
}

function leaveOpen(code, isLeft) {
  state.answers.delete(code);
  if (isLeft) state.open.add(code);
  else state.open.delete(code);
  changed();
}

function changed() {
  state.saved = false;
  state.submitted = "";
  keep();
}

function isUnsaved() {
  return !state.saved && state.answers.size > 0;
}
