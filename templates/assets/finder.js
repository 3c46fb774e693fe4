"use strict";

/* Finding: the controls, the page's address that remembers them, and the list of what was found. claims.js and search.js
   say how to look. finder({ready, find}) shows the controls once `ready` has filled what is to be chosen from; `find`
   takes {words, chosen}, `chosen` being a map from names to lists of values, and gives {count, take}; `take(from, to)`
   gives entries to show: href, title, language, direction, rating, kind, text, excerpt, facts, day. */
globalThis.finder = ({ ready, find }) => {
  const AT_ONCE = 10;
  const PAUSE = 200; // milliseconds without a key, after which words are looked for

  const form = document.querySelector(".finder");
  const found = document.querySelector(".finder-found");
  const rest = document.querySelector(".finder-rest");
  const list = found.querySelector("ol");
  const more = found.querySelector("button");
  const blank = found.querySelector("template");
  const said = form.querySelector("[role=status]");
  const again = form.querySelector("[type=reset]");
  const marked = form.querySelector(".finder__chosen");
  const language = form.closest("[lang]").lang;
  const months = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });

  let pausing = 0;
  let turn = 0;

  function wanted() {
    const chosen = new Map();
    for (const [name, value] of new FormData(form)) {
      if (name !== "q" && value) {
        chosen.set(name, [...(chosen.get(name) ?? []), value]);
      }
    }
    return { words: form.elements.q.value.trim(), chosen };
  }

  function remember({ words, chosen }) {
    const kept = new URLSearchParams(words ? [["q", words]] : []);
    for (const [name, values] of chosen) {
      values.forEach((value) => kept.append(name, value));
    }
    const query = kept.toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  function recall() {
    const kept = new URLSearchParams(location.search);
    form.elements.q.value = kept.get("q") ?? "";
    for (const box of form.querySelectorAll("[type=checkbox]")) {
      box.checked = kept.getAll(box.name).includes(box.value);
    }
    for (const select of form.querySelectorAll("select")) {
      const value = kept.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    form.querySelector("details").open = wanted().chosen.size > 0;
  }

  function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    const time = document.createElement("time");
    time.dateTime = iso;
    time.textContent = `${date} ${months.format(Date.UTC(year, month - 1, date))} ${year}`;
    return time;
  }

  function badge(rating) {
    const box = form.querySelector(`[name=rating][value="${CSS.escape(rating)}"]`);
    return box?.closest("label").querySelector(".badge").cloneNode(true) ?? "";
  }

  function item(entry) {
    const made = blank.content.cloneNode(true);
    const link = made.querySelector("a");
    const [rating, title, text, passage, facts] = [...made.querySelectorAll(".card > *")];
    rating.append(entry.rating ? badge(entry.rating) : (entry.kind ?? ""));
    for (const part of [title, text, passage]) {
      part.lang = entry.language;
      part.dir = entry.direction;
    }
    link.href = entry.href;
    link.append(entry.title);
    text.append(entry.text ?? "");
    if (entry.excerpt) {
      passage.append("… ", ...entry.excerpt, " …");
    }
    facts.append(...[entry.facts, entry.day && day(entry.day)].filter(Boolean).flatMap((one, i) => (i ? [" · ", one] : [one])));
    [rating, text, passage, facts].filter((part) => !part.textContent).forEach((part) => part.remove());
    return made;
  }

  async function show(outcome, from, asked) {
    const to = Math.min(from + AT_ONCE, outcome.count);
    const entries = await outcome.take(from, to);
    if (asked !== turn) {
      return;
    }
    list.append(...entries.map(item));
    more.hidden = to >= outcome.count;
    more.onclick = async () => {
      await show(outcome, to, asked);
      list.children[to]?.querySelector("a").focus();
    };
  }

  async function look() {
    clearTimeout(pausing);
    const asked = ++turn;
    const asks = wanted();
    const chosen = [...asks.chosen.values()].flat().length;
    const idle = !asks.words && !chosen;
    remember(asks);
    marked.textContent = chosen ? marked.dataset.words.replace("{}", chosen) : "";
    again.hidden = idle;
    if (idle) {
      rest.hidden = false;
      found.hidden = true;
      said.textContent = "";
      return;
    }
    try {
      const outcome = await find(asks);
      if (asked !== turn) {
        return;
      }
      list.replaceChildren();
      await show(outcome, 0, asked);
      if (asked !== turn) {
        return;
      }
      rest.hidden = true;
      found.hidden = outcome.count === 0;
      const words = { 0: said.dataset.none, 1: said.dataset.one }[outcome.count] ?? said.dataset.several;
      said.textContent = words.replace("{}", outcome.count.toLocaleString(language));
    } catch {
      said.textContent = said.dataset.failed;
    }
  }

  form.addEventListener("input", (event) => {
    clearTimeout(pausing);
    pausing = setTimeout(look, event.target.name === "q" ? PAUSE : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener("reset", () => {
    clearTimeout(pausing);
    pausing = setTimeout(() => {
      look();
      form.elements.q.focus();
    });
  });
  addEventListener("popstate", () => {
    recall();
    look();
  });

  form.hidden = false;
  document.querySelector(".finder-unscripted")?.remove(); // where the style cannot tell that scripts run
  (async () => {
    try {
      if (form.querySelector("select option:only-child") && location.search.length > 1) {
        await ready(); // what the address chooses is not there yet
      }
      recall();
      await look();
    } catch {
      said.textContent = said.dataset.failed;
    }
  })();
  form.querySelector("details").addEventListener("toggle", () => ready().catch(() => {}), { once: true });
};
