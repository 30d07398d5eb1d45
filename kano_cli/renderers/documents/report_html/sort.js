"use strict";
// Makes the headings of each table buttons that sort it: upwards, downwards, as it came.
for (const table of document.querySelectorAll("table[data-sort]")) {
  const body = table.tBodies[0];
  const asItCame = [...body.rows];
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const order = (at, down) => (one, other) => {
    const [a, b] = [one.cells[at], other.cells[at]];
    if (a.dataset.value === undefined) {
      return down * compare(a.textContent, b.textContent);
    }
    // What has no value comes last, upwards and downwards.
    if (a.dataset.value === "" || b.dataset.value === "") {
      return (a.dataset.value === "") - (b.dataset.value === "");
    }
    return down * (Number(a.dataset.value) - Number(b.dataset.value));
  };

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" };
      const chosen = next[head.getAttribute("aria-sort") ?? "none"];
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      const rows = [...asItCame];
      if (chosen !== "none") {
        head.setAttribute("aria-sort", chosen);
        rows.sort(order(at, chosen === "ascending" ? 1 : -1));
      }
      body.append(...rows);
    });
  });
}
