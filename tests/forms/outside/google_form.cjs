// Runs an Apps Script against a stand-in for Google's FormApp, and says what form it makes.
//
// In: {"script": "..."}   Out: {"title", "description", "confirmation", "items": [...], "log": [...]}
// The methods and their arguments are those that Google documents; any other one is an error, and
// so is what Google refuses: double or empty choices, bounds out of range, a title of two lines.
"use strict";

const { readFileSync } = require("node:fs");
const vm = require("node:vm");

const { script } = JSON.parse(readFileSync(0, "utf8"));

const text = (value) => {
  if (typeof value !== "string") throw new TypeError(`no text: ${JSON.stringify(value)}`);
  return value;
};
const line = (value) => {
  if (/[\n\r\u2028\u2029]/.test(text(value)) || value !== value.trim() || !value)
    throw new TypeError(`no title: ${JSON.stringify(value)}`);
  return value;
};
const flag = (value) => {
  if (typeof value !== "boolean") throw new TypeError(`neither true nor false: ${value}`);
  return value;
};
const choices = (values) => {
  if (!values.length || new Set(values.map(line)).size !== values.length)
    throw new TypeError(`choices that Google refuses: ${JSON.stringify(values)}`);
  return [...values];
};

/** An object with these setters and nothing else; each returns the object, as Google's do. */
function strict(name, record, setters, others = {}) {
  const proxy = new Proxy(Object.freeze({}), {
    get(_, method) {
      if (Object.hasOwn(others, method)) return others[method];
      if (!Object.hasOwn(setters, method)) throw new TypeError(`${name} has no ${String(method)}`);
      return (...given) => {
        const { length } = setters[method];
        if (given.length !== length) throw new TypeError(`${method} takes ${length}`);
        Object.assign(record, setters[method](...given));
        return proxy;
      };
    },
    set() {
      throw new TypeError(`${name} cannot be written to`);
    },
  });
  return proxy;
}

const item = {
  setTitle: (title) => ({ title: line(title) }),
  setHelpText: (help) => ({ help: text(help) }),
};
const question = { ...item, setRequired: (required) => ({ required: flag(required) }) };
const chosen = { ...question, setChoiceValues: (values) => ({ choices: choices(values) }) };
const KINDS = {
  CheckboxItem: chosen,
  MultipleChoiceItem: chosen,
  PageBreakItem: item,
  ScaleItem: {
    ...question,
    setBounds: (lower, upper) => {
      if (![0, 1].includes(lower) || !Number.isInteger(upper) || upper < 3 || upper > 10)
        throw new RangeError(`bounds that Google refuses: ${lower} to ${upper}`);
      return { bounds: [lower, upper] };
    },
    setLabels: (lower, upper) => ({ labels: [text(lower), text(upper)] }),
  },
};

const made = [];
const FormApp = strict("FormApp", {}, {}, {
  create(...given) {
    if (given.length !== 1) throw new TypeError("create takes a title");
    const form = { title: line(given[0]), items: [] };
    made.push(form);
    const adders = Object.fromEntries(
      Object.entries(KINDS).map(([kind, setters]) => [
        `add${kind}`,
        () => {
          form.items.push({ kind });
          return strict(kind, form.items.at(-1), setters);
        },
      ]),
    );
    return strict(
      "Form",
      form,
      {
        setDescription: (said) => ({ description: text(said) }),
        setConfirmationMessage: (said) => ({ confirmation: text(said) }),
        setProgressBar: (on) => ({ progress: flag(on) }),
        setShuffleQuestions: (on) => ({ shuffled: flag(on) }),
      },
      { ...adders, getEditUrl: () => "edit", getPublishedUrl: () => "published" },
    );
  },
});

const log = [];
const context = vm.createContext({ FormApp, Logger: { log: (said) => log.push(text(said)) } });
vm.runInContext(script, context, { timeout: 5000 });
if (made.length) throw new Error("a form was made before makeForm was run");
vm.runInContext("makeForm()", context, { timeout: 5000 });
if (made.length !== 1) throw new Error(`${made.length} forms were made`);
process.stdout.write(JSON.stringify({ ...made[0], log }));
