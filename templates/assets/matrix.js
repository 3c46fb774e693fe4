"use strict";

/* The matrix: its rows and columns filtered and put in order, and its cells reached with the arrow keys.

   What is chosen stands in the page's address, so that a view can be shared and “back” leads to the one before. The form
   of choices, components/matrix_filters.html, is hidden until this script shows it. Everything that a row is judged by
   stands in the table itself; a row or cell that does not fit is hidden, and none is made or changed. */
(() => {
  const table = document.querySelector(".matrix");
  const form = document.querySelector(".matrix-filters");
  if (!table || !form) return;

  const status = form.querySelector("[role=status]");
  const all = form.querySelector(".matrix-filters__all");
  const chosen = form.querySelector(".matrix-filters__chosen");
  const lists = form.querySelector("details");
  const heads = [...table.tHead.rows[0].cells].slice(1, -1);
  const SPEAKS = new Set(["asserts", "attributes", "differs", "denies"]);
  const CARRIES = new Set(["asserts", "attributes"]);
  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let hiding = ""; // the one rule of that sheet, by which columns are hidden, instead of thousands of cells
  let claims = null; // read from the table when they are first needed
  let typing = false; // whether the address stands for words that are still being typed

  /* What the table says. */

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  }

  function readCell(cell) {
    const stances = cell.className.split(" cell--").slice(1);
    const figures = cell.firstElementChild ? [...cell.querySelectorAll("data")].map((figure) => figure.value) : [];
    return { stances, figures: figures.filter(Boolean) };
  }

  function readClaim(row) {
    const texts = row.querySelectorAll(".matrix__claim, .panel");
    return {
      row,
      words: plain([...texts].map((text) => text.textContent).join(" ")),
      cells: [...row.cells].slice(1, -1).map(readCell),
    };
  }

  function readClaims() {
    claims ??= [...table.tBodies[0].rows].map(readClaim);
    return claims;
  }

  /* What is chosen: the form and the address say the same. */

  function choices() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) query.append(name, value.trim());
    }
    return query;
  }

  function choose(query) {
    for (const control of form.elements) {
      if (control.type === "checkbox") control.checked = query.getAll(control.name).includes(control.value);
      else if (control.name) control.value = query.get(control.name) ?? "";
    }
    form.elements.order.selectedIndex = Math.max(0, form.elements.order.selectedIndex);
  }

  function remember(query) {
    const search = query.toString();
    if (search === location.search.slice(1)) return;
    const address = location.pathname + (search && `?${search}`) + location.hash;
    history[typing ? "replaceState" : "pushState"](null, "", address);
  }

  /* Whether a claim fits what is chosen; `columns` tells for each source whether it is shown. */

  function differ(cells) {
    const stances = new Set(cells.flatMap((cell) => cell.stances).filter((stance) => SPEAKS.has(stance)));
    const carrying = [...stances].filter((stance) => CARRIES.has(stance));
    const split = carrying.length > 0 && carrying.length < stances.size;
    return split || new Set(cells.flatMap((cell) => cell.figures)).size > 1;
  }

  function fits(claim, query, columns) {
    const ratings = query.getAll("rating");
    const stances = query.getAll("stance");
    const words = plain(query.get("q") ?? "").split(/\s+/);
    const cells = () => claim.cells.filter((_, index) => columns[index]);
    const wanted = stances.length ? new Set(stances) : query.has("source") ? SPEAKS : null;
    return (
      (!ratings.length || ratings.includes(claim.row.dataset.rating)) &&
      (!wanted || cells().some((cell) => cell.stances.some((stance) => wanted.has(stance)))) &&
      (!query.has("differ") || differ(cells())) &&
      words.every((word) => claim.words.includes(word))
    );
  }

  /* The order of two claims: by unit where the figures have several, those without a value last. */

  function compare(order) {
    const falling = order.startsWith("-");
    const name = order.replace("-", "");
    const key = name === "rating" ? "scale" : name;
    const units = [...new Set(readClaims().map(({ row }) => row.dataset.unit))];
    return ({ row: { dataset: one } }, { row: { dataset: other } }) => {
      const [a, b] = [one[key], other[key]];
      const empty = (value) => value === "" || (key === "scale" && value === "0");
      if (empty(a) || empty(b)) return empty(a) - empty(b);
      const unit = key === "figure" ? units.indexOf(one.unit) - units.indexOf(other.unit) : 0;
      const by = key === "claimed" ? (a > b) - (a < b) : a - b;
      return unit || (falling ? -by : by);
    };
  }

  /* Showing it. */

  function showColumns(columns) {
    const shown = columns.flatMap((is, index) => (is ? [`:nth-child(${index + 2})`] : []));
    const others = `:not(:first-child, :last-child, ${shown})`;
    const rule = shown.length < columns.length ? `.matrix :is(td, thead th)${others} { display: none }` : "";
    if (rule !== hiding) sheet.replaceSync(rule);
    hiding = rule;
  }

  function showOrder(order) {
    const rows = (order ? [...readClaims()].sort(compare(order)) : readClaims()).map((claim) => claim.row);
    const body = table.tBodies[0];
    if (rows.some((row, index) => row !== body.rows[index])) body.append(...rows);
    for (const head of table.tHead.rows[0].cells) {
      const by = head.dataset.order && order.replace("-", "") === head.dataset.order;
      if (by) head.setAttribute("aria-sort", order.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  function show(query) {
    const sources = query.getAll("source");
    const columns = heads.map((head) => !sources.length || sources.includes(head.dataset.source));
    let shown = 0;
    for (const claim of readClaims()) {
      claim.row.hidden = !fits(claim, query, columns);
      shown += !claim.row.hidden;
    }
    showColumns(columns);
    showOrder(query.get("order") ?? "");
    const ticked = ["rating", "stance", "source"].flatMap((name) => query.getAll(name)).length;
    chosen.textContent = ticked ? chosen.dataset.words.replace("{}", ticked) : "";
    status.textContent = status.dataset.words.replace("{}", shown);
    all.hidden = !query.toString();
  }

  function changed() {
    const query = choices();
    remember(query);
    show(query);
  }

  function visit() {
    choose(new URLSearchParams(location.search));
    typing = false;
    show(choices());
  }

  form.addEventListener("input", ({ target }) => {
    if (target.type !== "search") return;
    changed();
    typing = true;
  });
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "search") changed();
    typing = false;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  all.addEventListener("click", () => {
    form.reset();
    typing = false;
    changed();
    form.elements.q.focus();
  });
  addEventListener("popstate", visit);

  /* A table that is laid out otherwise is none to some browsers, unless it is told to be. */

  const ROLES = { TR: "row", TD: "cell", col: "columnheader", row: "rowheader" };

  function keepRoles() {
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead, tbody, tfoot, tr, th, td")) {
      part.setAttribute("role", ROLES[part.scope || part.tagName] ?? "rowgroup");
    }
  }

  /* From a cell that opens to the next that does. */

  function next(cell, [down, right]) {
    const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const row = rows.indexOf(cell.parentElement);
    for (let y = row + down, x = cell.cellIndex + right; rows[y]?.cells[x]; y += down, x += right) {
      const found = rows[y].cells[x].querySelector(".cell__open");
      if (found?.checkVisibility()) return found;
    }
    return null;
  }

  table.addEventListener("keydown", (event) => {
    const cell = event.target.matches(".cell__open") && event.target.closest("td");
    const step = STEPS[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const turned = getComputedStyle(table).direction === "rtl" ? [step[0], -step[1]] : step;
    const found = next(cell, turned);
    if (!found) return;
    table.querySelector(".panel:popover-open")?.hidePopover();
    found.focus();
  });

  form.hidden = false;
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    readClaims();
    keepRoles();
  });
  if (location.search) {
    visit();
    lists.open = chosen.textContent !== "" || form.elements.order.value !== "";
  }
})();
