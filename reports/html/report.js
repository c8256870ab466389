"use strict";
// The report is complete without this script: it only adds filters, sorting and keys.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector, from = document) => from.querySelector(selector);

// Run page: sort and filter the table of articles; the filter stands in the address, so that it can be shared.
const table = one("#articles");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const form = one(".filter");
  const count = one("output", form);
  const none = one(".empty");
  const columns = table.dataset.checks.split(" ");
  const order = { Fails: 0, Incomplete: 1, Passes: 2 };
  const number = new Intl.Collator("en", { numeric: true });
  const value = (row, index) => {
    const text = row.cells[index].firstChild.textContent;
    const amount = parseFloat(text.replaceAll(",", ""));
    return text in order ? order[text] : text === "–" ? -1 : index && !Number.isNaN(amount) ? amount : text;
  };
  const sort = (index) => {
    const head = heads[index];
    const first = index > 2 ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const way = head.getAttribute("aria-sort") === first ? other : first;
    heads.forEach((cell) => cell.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", way);
    const sign = way === "ascending" ? 1 : -1;
    const keyed = rows.map((row, place) => [value(row, index), place, row]);
    keyed.sort((a, b) => {
      const by = typeof a[0] === "string" ? number.compare(a[0], b[0]) : a[0] - b[0];
      return sign * by || a[1] - b[1];
    });
    body.append(...keyed.map((entry) => entry[2]));
  };
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(index));
  });
  const texts = rows.map((row) => row.cells[0].textContent.toLowerCase());
  const filter = () => {
    const wanted = new FormData(form);
    const words = (wanted.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const column = wanted.get("c") ? columns.indexOf(wanted.get("c")) + 4 : 0;
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = words.every((word) => texts[place].includes(word))
        && (!wanted.get("s") || row.cells[1].className === wanted.get("s"))
        && (!column || parseInt(row.cells[column].textContent, 10) > 0)
        && (!wanted.get("new") || Number(row.dataset.new) > 0);
      row.hidden = !fits;
      shown += fits;
    });
    count.textContent = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} articles`;
    none.hidden = shown > 0;
    return new URLSearchParams([...wanted].filter((pair) => pair[1])).toString();
  };
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = given.has(field.name);
      else if (field.name) field.value = given.get(field.name) || "";
    }
    filter();
  };
  const write = () => history.replaceState(null, "", `#${filter()}`);
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select, textarea")) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });
  form.hidden = false;
  read();
}

// Article page: show some notes, step through them, open them.
const tools = one(".tools");
if (tools) {
  const article = one("#article");
  const notes = all(".note", article);
  const noted = [...notes, ...all(".again > span", article)];
  const marks = all("mark[data-n], .barred", article);
  const numbers = all(".text .n", article);
  const where = one("output", tools);
  const check = one("select", tools);
  const severities = all("[data-s]", tools);
  let severity = "";
  let current = -1;
  const numberOf = (note) => one(".n", note).textContent;
  const visible = () => notes.filter((note) => !note.hidden);
  const tell = () => {
    const shown = visible();
    where.textContent = current < 0 ? `${shown.length} ${shown.length === 1 ? "note" : "notes"}` : `${current + 1} of ${shown.length}`;
  };
  const choose = () => {
    const kept = new Set();
    noted.forEach((note) => {
      note.hidden = !((!severity || note.classList.contains(severity)) && (!check.value || note.dataset.c === check.value));
      if (!note.hidden) kept.add(numberOf(note));
    });
    all(".again", article).forEach((line) => { line.hidden = !one("span:not([hidden])", line); });
    marks.forEach((mark) => mark.classList.toggle("off", !mark.dataset.n.split(" ").some((n) => kept.has(n))));
    numbers.forEach((n) => { n.hidden = !kept.has(n.textContent); });
    severities.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.s === severity)));
    current = -1;
    tell();
  };
  const open = (element) => {
    for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };
  const point = (note) => {
    all(".current", article).forEach((element) => element.classList.remove("current"));
    note.classList.add("current");
    marks.filter((mark) => mark.dataset.n.split(" ").includes(numberOf(note)))
      .forEach((mark) => mark.classList.add("current"));
  };
  const go = (index) => {
    const shown = visible();
    if (!shown.length) return;
    current = (index + shown.length) % shown.length;
    const note = shown[current];
    open(note);
    point(note);
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
    tell();
  };
  const step = (by) => go(current < 0 && by < 0 ? -1 : current + by);
  severities.forEach((button) => button.addEventListener("click", () => { severity = button.dataset.s; choose(); }));
  check.addEventListener("input", choose);
  all("[data-step]", tools).forEach((button) => button.addEventListener("click", () => step(Number(button.dataset.step))));
  one("[data-expand]", tools).addEventListener("click", (event) => {
    const button = event.currentTarget;
    const opened = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(opened));
    all("details", article).forEach((details) => { if (!details.matches(".chrome")) details.open = opened; });
  });
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    open(target);
    const note = target.closest(".note");
    if (note && article.contains(note)) {
      one("details", note).open = true;
      current = visible().indexOf(note);
      point(note);
      tell();
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", follow);

  const dialog = one("#keys");
  const switched = one("#keys-on");
  const memory = "copydesk-keys";
  try { switched.checked = localStorage.getItem(memory) !== "off"; } catch { /* no storage here: keys stay on */ }
  switched.addEventListener("change", () => {
    try { localStorage.setItem(memory, switched.checked ? "on" : "off"); } catch { /* as above */ }
  });
  one("[data-help]", tools).addEventListener("click", () => dialog.showModal());
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "[": () => one("a[rel=prev]")?.click(),
    "]": () => one("a[rel=next]")?.click(),
    "?": () => dialog.showModal(),
    Enter: (event) => {
      if (event.target.matches(".note")) {
        const details = one("details", event.target);
        details.open = !details.open;
      }
    },
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    if (switched.checked || event.key === "Enter") keys[event.key](event);
  });
  tools.hidden = false;
  choose();
  if (location.hash) follow();
}
// Paper cannot be unfolded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = all("details:not([open])");
  folded.forEach((details) => { details.open = true; });
});
addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
